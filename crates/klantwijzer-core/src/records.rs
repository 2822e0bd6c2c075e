//! What a file brings in, before it is anyone's ledger.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::customer::Profile;
use crate::ledger::Entry;

/// Where a row came from, so that a person can find it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Which of the files that were read together, from 0.
    pub file: u32,
    /// The line in that file, or the row of the sheet, from 1.
    pub line: u32,
}

/// A customer as one row states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// The customer's outside id; never empty.
    pub id: SmolStr,
    /// What the row says of the customer.
    pub profile: Profile,
    /// Where the row stood.
    pub origin: Origin,
}

/// A ledger entry as one row states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRow {
    /// The outside id of the customer; never empty.
    pub customer: SmolStr,
    /// The entry.
    pub entry: Entry,
    /// Where the row stood.
    pub origin: Origin,
}

/// The good rows of one or more files. A row of a file stands in exactly one of
/// the three lists, or was rejected.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Records {
    /// Rows of customer files and of files of leads and contact persons.
    pub customers: Vec<CustomerRow>,
    /// Rows of files of invoices, payments, costs, gifts, spend and contacts.
    pub entries: Vec<EntryRow>,
    /// What entry files say of their customers beside the entry itself, such
    /// as the name and the owner on an invoice: at most one per customer and
    /// file. It never replaces what a customer row says.
    pub mentioned: Vec<CustomerRow>,
}

/// A row, or a part of one, that was not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// Where the row stood.
    pub origin: Origin,
    /// The header of the column, empty when it is the row as a whole.
    pub column: String,
    /// What is wrong.
    pub why: Rejection,
}

impl Rejected {
    /// A row as a whole.
    pub const fn row(origin: Origin, why: Rejection) -> Self {
        Self { origin, column: String::new(), why }
    }
}

/// Why a row was rejected. The texts for people are made from this by the
/// frontend. `value` is what stood in the cell, cut to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Rejection {
    /// The row says nothing about whose it is.
    NoCustomer,
    /// A cell that must be filled is empty.
    Missing,
    /// More cells than the header has columns.
    TooManyColumns {
        /// Columns in the header.
        expected: u32,
        /// Cells in the row.
        found: u32,
    },
    /// Fewer cells than are needed to reach a required column.
    TooFewColumns {
        /// Columns in the header.
        expected: u32,
        /// Cells in the row.
        found: u32,
    },
    /// The cell is not a number.
    NotANumber {
        /// The cell.
        value: String,
    },
    /// The number can be read in two ways, such as `1.234`.
    AmbiguousNumber {
        /// The cell.
        value: String,
    },
    /// The number is not finite or larger than a trillion.
    NumberOutOfRange {
        /// The cell.
        value: String,
    },
    /// The cell is not a date.
    NotADate {
        /// The cell.
        value: String,
    },
    /// The date lies before 1900 or more than ten years from now.
    DateOutOfRange {
        /// The cell.
        value: String,
    },
    /// The currency has no rate in the workspace's table.
    NoRate {
        /// The currency's code.
        currency: String,
    },
    /// The text is longer than is accepted, or holds control characters.
    BadText {
        /// The start of the cell.
        value: String,
    },
    /// The word is not one of those that the column can hold.
    UnknownWord {
        /// The cell.
        value: String,
    },
    /// The same document number stands with two customers.
    NumberOfAnotherCustomer {
        /// The document number.
        number: String,
        /// The outside ids of the customers that claim it.
        customers: Vec<String>,
    },
    /// The row calls its customer by a name that several have.
    NameOfSeveral {
        /// The name.
        name: String,
        /// The outside ids of the customers that have it.
        customers: Vec<String>,
    },
    /// Two rows of one file say different things of the same document or customer.
    ContradictsRow {
        /// The line of the other row.
        line: u32,
    },
    /// The bytes are not text in the file's encoding.
    BadEncoding,
    /// The customer was erased, and must not come back.
    Erased,
}
