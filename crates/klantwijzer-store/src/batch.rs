//! What one import adds to a workspace.

use jiff::Timestamp;
use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::ledger::KeyedEntry;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::{AuditLine, Version};

/// An import's number within its workspace, from 1, in the order of import.
pub type ImportId = u32;

/// What holds for an import as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportInfo {
    /// The import's number; 0 before it is stored.
    pub id: ImportId,
    /// When it was imported.
    pub at: Timestamp,
    /// Who imported it.
    pub by: String,
    /// The names of the files, or what a person changed by hand.
    pub sources: Vec<String>,
    /// What it changed.
    pub counts: BatchCounts,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
    /// Whether a person changed something by hand. What is said by hand of a
    /// customer counts as long as another import knows that customer: it brings
    /// nobody into the book, and keeps nobody there.
    pub by_hand: bool,
}

/// How much an import changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchCounts {
    /// Customers that were new.
    pub customers_added: u64,
    /// Customers whose profile changed.
    pub customers_changed: u64,
    /// Ledger entries that were new.
    pub entries_added: u64,
    /// Ledger entries that replaced their earlier selves.
    pub entries_changed: u64,
}

/// Entries with their customers.
pub type Ledger = Vec<(CustomerNo, KeyedEntry)>;

/// What one import adds: a layer over the imports before it.
///
/// A later layer's entry replaces an earlier one of the same customer and key;
/// a later layer's profile is laid over the earlier ones by
/// [`Profile::update`]. An undone layer counts as if it had never been.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// What holds for it as a whole; `id` is given by the store.
    pub info: ImportInfo,
    /// One row for each customer that it touches, in order of number.
    pub book: Vec<BookRow>,
    /// The entries, in order of customer and key.
    pub entries: Ledger,
    /// The version of the workspace that it was worked out from; `None` where it
    /// holds whatever was written meanwhile.
    pub based_on: Option<Version>,
    /// Who imported it: stored with it, each line with the import's number.
    pub audit: Vec<AuditLine>,
}

/// What an import says of a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BookRow {
    /// The customer's number.
    pub no: CustomerNo,
    /// The customer's outside id.
    pub id: SmolStr,
    /// What a customer row stated; empty where there was none.
    pub stated: Profile,
    /// What other rows mentioned in passing: weaker than anything stated.
    pub mentioned: Profile,
}

/// What one import says of one customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CustomerRecords {
    /// The import.
    pub import: ImportId,
    /// What a customer row stated.
    pub stated: Profile,
    /// What other rows mentioned in passing.
    pub mentioned: Profile,
    /// The entries, in order of date and key.
    pub entries: Vec<KeyedEntry>,
}

/// A customer as all live imports together know it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownCustomer {
    /// The customer's number.
    pub no: CustomerNo,
    /// The customer's outside id.
    pub id: SmolStr,
    /// Mentions first, then statements over them, each in order of import.
    pub profile: Profile,
}
