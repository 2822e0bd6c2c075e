//! Why a file cannot be read at all, and what to do about it.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::field::Field;
use crate::kind::FileKind;

/// A file that cannot be read. Nothing of the files that were read together is
/// taken over then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Error)]
#[error("{file}{}: {problem}. {}", Sheet(sheet.as_deref()), problem.help())]
pub struct IntakeError {
    /// The name of the file.
    pub file: String,
    /// The sheet, where a workbook has more than one.
    pub sheet: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

struct Sheet<'a>(Option<&'a str>);

impl fmt::Display for Sheet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |name| write!(f, " (sheet {name})"))
    }
}

/// An enum whose every value has a word for texts and one in plain English.
macro_rules! worded {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $value:ident $id:literal $text:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$of])* $value),* }

        impl $name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$value),*];

            /// The word for it in ids of texts.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$value => $id),* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$value => $text),* })
            }
        }
    };
}

worded! {
    /// What the size of a file is counted in.
    SizeUnit {
        /// Mebibytes.
        Mib "mib" "MiB";
        /// Mebibytes once unpacked.
        MibUnpacked "mib-unpacked" "MiB unpacked";
        /// Rows.
        Rows "rows" "rows";
        /// Columns.
        Columns "columns" "columns";
    }
}

worded! {
    /// What a file that is no table looks like by its first bytes.
    OtherFile {
        /// The format of Excel before 2007, or an encrypted workbook.
        OldExcel "old-excel" "an old Excel file (.xls) or a workbook with a password";
        /// PDF.
        Pdf "pdf" "a PDF";
        /// PNG, JPEG or GIF.
        Picture "picture" "a picture";
        /// Gzip, 7z or rar.
        Packed "packed" "a packed file";
        /// HTML or XML.
        WebPage "web-page" "a web page or XML";
        /// JSON.
        Json "json" "JSON";
        /// Bytes that are no text.
        NoText "no-text" "no text at all";
    }
}

/// What is wrong with a file as a whole. The texts for people are made from
/// this by the frontend; the `Display` form is plain English.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Problem {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than is accepted, packed or unpacked.
    #[error("the file is too large: more than {limit} {unit}")]
    TooLarge {
        /// The most that is accepted.
        limit: u64,
        /// Of what.
        unit: SizeUnit,
    },
    /// It is no text and no XLSX workbook.
    #[error("the file is no CSV and no XLSX file; it looks like {looks_like}")]
    NotATable {
        /// What its first bytes look like.
        looks_like: OtherFile,
    },
    /// The workbook is damaged.
    #[error("the workbook cannot be opened: {why}")]
    BrokenWorkbook {
        /// What the reader found.
        why: String,
    },
    /// The workbook is protected by a password.
    #[error("the workbook is protected by a password")]
    LockedWorkbook,
    /// The headers do not say what the file holds.
    #[error(
        "the headers do not say what the file holds: {}{}",
        Quoted(headers),
        NearestKinds(nearest)
    )]
    UnknownKind {
        /// The headers found.
        headers: Vec<String>,
        /// The kinds that come nearest, and what each still misses.
        nearest: Vec<NearestKind>,
    },
    /// The headers fit more than one kind.
    #[error("the headers fit more than one kind of file: {}", Listed(kinds))]
    AmbiguousKind {
        /// The kinds.
        kinds: Vec<FileKind>,
    },
    /// Columns that the kind needs are missing.
    #[error(
        "a file of {kind} needs a column for {}; the headers are {}",
        Listed(missing),
        Quoted(headers)
    )]
    MissingColumns {
        /// The kind.
        kind: FileKind,
        /// What is missing.
        missing: Vec<Field>,
        /// The headers found.
        headers: Vec<String>,
    },
    /// A file of dated rows has no dates.
    #[error(
        "a file of {kind} needs dates, and no column has them; the headers are {}",
        Quoted(headers)
    )]
    NoDateColumn {
        /// The kind.
        kind: FileKind,
        /// The headers found.
        headers: Vec<String>,
    },
    /// Two columns mean the same and neither is the better one.
    #[error("more than one column can be the {field}: {}", Quoted(headers))]
    TwoColumnsForOneField {
        /// The meaning.
        field: Field,
        /// The columns.
        headers: Vec<String>,
    },
    /// A column that a person named is not in the file.
    #[error("there is no column {header:?}; the headers are {}", Quoted(headers))]
    UnknownColumn {
        /// The header that was named.
        header: String,
        /// The headers found.
        headers: Vec<String>,
    },
    /// Numbers can be read in two ways and nothing in the file settles it.
    #[error(
        "numbers such as {} can be read in two ways, and nothing in the file settles which",
        Listed(examples)
    )]
    AmbiguousDecimals {
        /// Some of them.
        examples: Vec<String>,
    },
    /// Dates can be read in two ways and the file contradicts itself.
    #[error(
        "some dates have the day first ({}) and as many or more have the month first ({})",
        Listed(day_first),
        Listed(month_first)
    )]
    AmbiguousDates {
        /// Dates with the day first.
        day_first: Vec<String>,
        /// Dates with the month first.
        month_first: Vec<String>,
    },
    /// Every document has a number like that of a credit note and a positive
    /// amount, so that nothing tells credit notes from invoices.
    #[error(
        "every number looks like that of a credit note ({}), and the amounts are positive",
        Listed(examples)
    )]
    CreditOrInvoice {
        /// Some of the numbers.
        examples: Vec<String>,
    },
    /// Costs that do not say what they were made for.
    #[error("nothing says whether these are support, sales or marketing costs")]
    CostKindUnknown {
        /// The header of the amounts.
        header: String,
    },
}

/// A kind of file that comes near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearestKind {
    /// The kind.
    pub kind: FileKind,
    /// What is missing for it.
    pub missing: Vec<Field>,
}

impl IntakeError {
    /// What to do next, in English.
    pub fn help(&self) -> String {
        self.problem.help()
    }
}

impl Problem {
    /// A short fixed name of the problem.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too_large",
            Self::NotATable { .. } => "not_a_table",
            Self::BrokenWorkbook { .. } => "broken_workbook",
            Self::LockedWorkbook => "locked_workbook",
            Self::UnknownKind { .. } => "unknown_kind",
            Self::AmbiguousKind { .. } => "ambiguous_kind",
            Self::MissingColumns { .. } => "missing_columns",
            Self::NoDateColumn { .. } => "no_date_column",
            Self::TwoColumnsForOneField { .. } => "two_columns_for_one_field",
            Self::UnknownColumn { .. } => "unknown_column",
            Self::AmbiguousDecimals { .. } => "ambiguous_decimals",
            Self::AmbiguousDates { .. } => "ambiguous_dates",
            Self::CreditOrInvoice { .. } => "credit_or_invoice",
            Self::CostKindUnknown { .. } => "cost_kind_unknown",
        }
    }

    /// What to do next, in English.
    pub fn help(&self) -> String {
        match self {
            Self::Empty => "Export the file again and check that it has a header and rows".into(),
            Self::TooLarge { .. } => "Split it, for instance by year, and import the parts".into(),
            Self::NotATable { .. } => "Save it as CSV or as an Excel workbook (.xlsx)".into(),
            Self::BrokenWorkbook { .. } => {
                "Open it in a spreadsheet program and save it again, or export it as CSV".into()
            }
            Self::LockedWorkbook => "Save it without a password".into(),
            Self::UnknownKind { .. } => format!(
                "Say what it holds with --kind ({}) and what a column means with --map \"HEADER=field\"",
                Listed(FileKind::ALL)
            ),
            Self::AmbiguousKind { .. } => "Say which with --kind".into(),
            Self::MissingColumns { missing, .. } => format!(
                "Name the column with --map \"HEADER={}\"",
                missing.first().map_or("field", Field::id)
            ),
            Self::NoDateColumn { .. } => {
                "Name the column with --map \"HEADER=date\", or give one date for all rows with --date YYYY-MM-DD"
                    .into()
            }
            Self::TwoColumnsForOneField { field, headers } => format!(
                "Say which with --map \"{}={field}\"",
                headers.first().map_or("HEADER", String::as_str)
            ),
            Self::UnknownColumn { .. } => {
                "Write the header after --map as it stands in the file".into()
            }
            Self::AmbiguousDecimals { .. } => {
                "Say which sign stands before the decimals with --decimal comma or --decimal point".into()
            }
            Self::AmbiguousDates { .. } => {
                "Say which comes first with --dates dmy or --dates mdy; rows that do not fit are then rejected"
                    .into()
            }
            Self::CreditOrInvoice { .. } => {
                "Add a column \"kind\" with invoice or credit in it, or put \"credit\" in the name of the file where all are credit notes"
                    .into()
            }
            Self::CostKindUnknown { header } => format!(
                "Add a column with the words support, sales or marketing, or use --map \"{header}=support_cost\" (or sales_cost, marketing_cost)"
            ),
        }
    }
}

struct Listed<'a, T>(&'a [T]);

impl<T: fmt::Display> fmt::Display for Listed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, item) in self.0.iter().enumerate() {
            write!(f, "{}{item}", if index == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

struct Quoted<'a>(&'a [String]);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 30;
        for (index, item) in self.0.iter().take(MOST).enumerate() {
            write!(f, "{}{item:?}", if index == 0 { "" } else { ", " })?;
        }
        if self.0.len() > MOST {
            write!(f, " and {} more", self.0.len() - MOST)?;
        }
        Ok(())
    }
}

struct NearestKinds<'a>(&'a [NearestKind]);

impl fmt::Display for NearestKinds<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, near) in self.0.iter().enumerate() {
            let lead = if index == 0 { "; nearest is " } else { ", then " };
            write!(f, "{lead}{} (missing: {})", near.kind, Listed(&near.missing))?;
        }
        Ok(())
    }
}
