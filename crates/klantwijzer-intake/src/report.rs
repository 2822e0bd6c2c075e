//! What came of each file.

use klantwijzer_core::records::{Records, Rejected};
use serde::{Deserialize, Serialize};

use crate::field::Field;
use crate::kind::FileKind;
use crate::options::{DateOrder, DecimalSign};

/// What one or more files brought in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Intake {
    /// The good rows.
    pub records: Records,
    /// The rows that were not taken over, by file and line; one a row.
    pub rejected: Vec<Rejected>,
    /// What was made of each file, and of each sheet of a workbook.
    pub files: Vec<FileReport>,
}

/// What was made of one file, or of one sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileReport {
    /// The name of the file.
    pub name: String,
    /// Which of the files that were read together, from 0.
    pub file: u32,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// What it holds.
    pub kind: FileKind,
    /// Rows under the header that are not blank.
    pub rows: u64,
    /// Rows that were taken over as a whole. A row counts once, also when it
    /// brought in more than one record, as a referred lead does: a customer
    /// and the entry of who referred it. Always `rows - rejected`.
    pub good: u64,
    /// Rows of which nothing was taken over.
    pub rejected: u64,
    /// The line of the header, from 1.
    pub header_line: u32,
    /// How text is encoded.
    pub encoding: Encoding,
    /// What stands between cells; `None` in a workbook.
    pub delimiter: Option<char>,
    /// The decimal sign, where a number shows it or a person stated it.
    pub decimal: Option<DecimalSign>,
    /// The order of day and month, where a date needs it or a person stated it.
    pub date_order: Option<DateOrder>,
    /// What each column was taken for.
    pub columns: Vec<ColumnMapping>,
    /// What a person should know of how the file was understood.
    pub notes: Vec<Note>,
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMapping {
    /// The header as it stands.
    pub header: String,
    /// Its meaning; `None` for a column that is not read.
    pub field: Option<Field>,
    /// The first cell of the column that is not empty, cut to 80 characters.
    pub sample: String,
}

/// How text is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte-order mark.
    Utf8Bom,
    /// UTF-16 with a byte-order mark.
    Utf16,
    /// Windows-1252.
    Windows1252,
    /// A workbook, which has its own.
    Workbook,
}

/// Something a person should know of how a file was understood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Note {
    /// The headers fit more kinds; the name of the file or sheet settled it.
    KindFromName,
    /// Nothing but a customer, a date and an amount: taken for invoices.
    AssumedInvoices,
    /// More columns have the meaning; this one was read and not the others.
    ColumnChosen {
        /// The meaning.
        field: Field,
        /// The header that was read.
        chosen: String,
        /// The headers that were not.
        ignored: Vec<String>,
    },
    /// The customers have no id here: the name is used as the id.
    NameIsId {
        /// The header of the names.
        header: String,
    },
    /// Only an amount with VAT is there: it was taken.
    GrossAmountTaken {
        /// The header of the amounts.
        header: String,
    },
    /// The amount is the one with VAT less the VAT.
    GrossLessVat,
    /// There is a column of VAT, and the header of the amounts does not say
    /// whether VAT is in them: they were taken as they are.
    VatUnclear {
        /// The header of the amounts.
        header: String,
    },
    /// It is not clear whether the column of VAT holds amounts: they were not added,
    /// so what is open is known without VAT only.
    VatNotAdded {
        /// The header of the VAT.
        header: String,
    },
    /// The amount is quantity times price less discount.
    AmountComputed,
    /// The cost price was taken for the whole row, not for one unit.
    CostIsTotal {
        /// The header of the cost price.
        header: String,
    },
    /// Every row has the date that the caller gave.
    DateGiven,
    /// Lines without document numbers: each row counts as a document.
    LinesWithoutNumber,
    /// No value of this column is a known kind, so it was not read.
    KindColumnIgnored {
        /// The header.
        header: String,
    },
    /// Some numbers have a decimal point and others a decimal comma; those
    /// that can be read in two ways were rejected.
    DecimalsMixed,
    /// Some dates fit only the other order than the file's; they were rejected.
    DatesMixed {
        /// Some of them.
        examples: Vec<String>,
    },
    /// No loaded plugin reads this fact; it is kept all the same.
    FactNotDeclared {
        /// The fact's id.
        id: String,
    },
    /// Numbers over 1 in a column of shares: the column was read as percentages.
    SharesArePercentages {
        /// The header.
        header: String,
    },
    /// Rows of invoices that are alike in every cell count each.
    RowsAlike {
        /// How many are like an earlier one.
        rows: u64,
        /// The lines of the first of them.
        lines: Vec<u32>,
    },
    /// There are no rows under the header.
    NoRows,
    /// The sheet was left out, because its headers say nothing.
    SheetSkipped {
        /// The sheet.
        sheet: String,
    },
}
