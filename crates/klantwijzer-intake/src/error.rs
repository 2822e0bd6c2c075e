//! Why a file cannot be read at all.

use klantwijzer_core::named;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::field::Field;
use crate::kind::FileKind;

/// A file that cannot be read. Nothing of the files that were read together is
/// taken over then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Error)]
#[error("{file} cannot be read: {}", problem.code())]
pub struct IntakeError {
    /// The name of the file.
    pub file: String,
    /// The sheet, where a workbook has more than one.
    pub sheet: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

named! {
    /// What the size of a file is counted in.
    enum SizeUnit {
        /// Mebibytes.
        Mib "mib";
        /// Mebibytes once unpacked.
        MibUnpacked "mib-unpacked";
        /// Rows.
        Rows "rows";
        /// Columns.
        Columns "columns";
    }
}

named! {
    /// What a file that is no table looks like by its first bytes.
    enum OtherFile {
        /// The format of Excel before 2007, or an encrypted workbook.
        OldExcel "old-excel";
        /// PDF.
        Pdf "pdf";
        /// PNG, JPEG or GIF.
        Picture "picture";
        /// Gzip, 7z or rar.
        Packed "packed";
        /// HTML or XML.
        WebPage "web-page";
        /// JSON.
        Json "json";
        /// Bytes that are no text.
        NoText "no-text";
    }
}

/// What is wrong with a file as a whole. The texts for people, with what to do, are
/// made from this by the frontend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Problem {
    /// There is nothing in it.
    Empty,
    /// It is larger than is accepted, packed or unpacked.
    TooLarge {
        /// The most that is accepted.
        limit: u64,
        /// Of what.
        unit: SizeUnit,
    },
    /// It is no text and no XLSX workbook.
    NotATable {
        /// What its first bytes look like.
        looks_like: OtherFile,
    },
    /// The workbook is damaged.
    BrokenWorkbook {
        /// What the reader found.
        why: String,
    },
    /// The workbook is protected by a password.
    LockedWorkbook,
    /// The headers do not say what the file holds.
    UnknownKind {
        /// The headers found.
        headers: Vec<String>,
        /// The kinds that come nearest, and what each still misses.
        nearest: Vec<NearestKind>,
    },
    /// The headers fit more than one kind.
    AmbiguousKind {
        /// The kinds.
        kinds: Vec<FileKind>,
    },
    /// Columns that the kind needs are missing.
    MissingColumns {
        /// The kind.
        kind: FileKind,
        /// What is missing.
        missing: Vec<Field>,
        /// The headers found.
        headers: Vec<String>,
    },
    /// A file of dated rows has no dates.
    NoDateColumn {
        /// The kind.
        kind: FileKind,
        /// The headers found.
        headers: Vec<String>,
    },
    /// Two columns mean the same and neither is the better one.
    TwoColumnsForOneField {
        /// The meaning.
        field: Field,
        /// The columns.
        headers: Vec<String>,
    },
    /// A column that a person named is not in the file.
    UnknownColumn {
        /// The header that was named.
        header: String,
        /// The headers found.
        headers: Vec<String>,
    },
    /// Numbers can be read in two ways and nothing in the file settles it.
    AmbiguousDecimals {
        /// Some of them.
        examples: Vec<String>,
    },
    /// Dates can be read in two ways and the file contradicts itself.
    AmbiguousDates {
        /// Dates with the day first.
        day_first: Vec<String>,
        /// Dates with the month first.
        month_first: Vec<String>,
    },
    /// Every document has a number like that of a credit note and a positive
    /// amount, so that nothing tells credit notes from invoices.
    CreditOrInvoice {
        /// Some of the numbers.
        examples: Vec<String>,
    },
    /// Costs that do not say what they were made for.
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
}
