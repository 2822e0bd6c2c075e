//! What the reader must know beside an answer.

use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::period::Period;
use klantwijzer_core::review::Unscored;
use serde::Serialize;
use smol_str::SmolStr;

use super::{DefinitionCount, KeptScore};
use crate::query::Filter;

/// What the reader must know beside the answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum Note {
    /// So many of the customers in the answer have a provisional type, and these
    /// facts would settle most of them, the most frequent first (at most 4).
    Provisional {
        /// How many.
        customers: u32,
        /// What to fill in.
        fill_in: Vec<FactName>,
    },
    /// So many give a sign to say NO and are left out of the answer, because
    /// their type is provisional; these facts would settle most of them (at most 4).
    TooEarlyForNo {
        /// How many.
        customers: u32,
        /// What to fill in.
        fill_in: Vec<FactName>,
    },
    /// Signs to say NO that could not be looked for: the book has nothing of
    /// these kinds.
    NotLookedFor {
        /// Which.
        signs: Vec<LedgerSign>,
    },
    /// So many in the answer are about to change type.
    Pending {
        /// How many.
        customers: u32,
    },
    /// So many in the answer have a type that a person gave.
    Overridden {
        /// How many.
        customers: u32,
    },
    /// So many in the answer have a score of before, because their plugin is out.
    Kept {
        /// How many.
        customers: u32,
        /// Which score.
        kept: KeptScore,
    },
    /// So many in the book could not be scored by this plugin, and why.
    Unscored {
        /// How many.
        customers: u32,
        /// The plugin's id; empty where no plugin claims them.
        plugin: SmolStr,
        /// Why.
        why: Unscored,
        /// The plugin's failure in its own words, for `PluginFailed`.
        failure: Option<String>,
        /// The fact that is missing, for `FactUnknown`.
        fact: Option<FactName>,
    },
    /// More customers are strategic than the team can cherish.
    TooManyStrategic {
        /// How many are.
        customers: u32,
        /// How many fit.
        limit: u32,
        /// The number of account managers that the limit is based on.
        managers: u32,
    },
    /// One customer has a dangerous share of all value.
    Dependence {
        /// Who.
        name: String,
        /// The share of the positive value, 0 to 1.
        share: f64,
    },
    /// The list has everybody with a type, or with one of some types, and the count of
    /// customers goes by a definition that makes another number.
    CountedOtherwise {
        /// The count of those by the workspace's default definition.
        count: DefinitionCount,
        /// How many types were asked about; 0 for all.
        types: u32,
    },
    /// Only the first of them are shown.
    Shown {
        /// How many are in the answer.
        shown: u32,
        /// How many there are.
        total: u32,
    },
    /// The last review is older than a month.
    StaleReview {
        /// Its age.
        days: u32,
    },
    /// The youngest income in the book is over a year old.
    OldLedger {
        /// Its age.
        days: f64,
    },
    /// No review was recorded on the day asked about; the answer was worked out
    /// for it and is not recorded.
    WorkedOut,
    /// The period that was asked for is not looked at: the measure is of now, or of
    /// the last twelve months.
    PeriodLeftOut,
    /// Amounts in this period.
    InPeriod {
        /// The period.
        period: Period,
    },
    /// The book has nothing of this kind, so that the question cannot be
    /// answered in full.
    NoData {
        /// What is missing.
        missing: MissingData,
    },
    /// Only the customers that the filter leaves were looked at.
    OnlyAbout {
        /// Who was considered.
        filter: Filter,
    },
    /// Nobody in the book is called this; for filters that match nothing.
    NobodyFits,
}

/// A kind of sign to say NO that only a ledger can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LedgerSign {
    /// By what sales and marketing cost.
    AcquisitionCost,
    /// By what service costs.
    SupportCost,
    /// By what is paid, and when.
    Payments,
}

/// A kind of data that a book can lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingData {
    /// No sales or marketing cost.
    AcquisitionCost,
    /// No service cost.
    SupportCost,
    /// No payments, due days or open amounts.
    Payments,
    /// No cost of goods, so margin is unknown and revenue is used.
    Margin,
    /// No employees or company revenue.
    Size,
    /// No sectors.
    Sectors,
    /// No gifts.
    Gifts,
    /// No referred leads.
    Leads,
}

/// A fact by its id, with what people call it where a plugin says so.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FactName {
    /// The fact's id.
    pub id: SmolStr,
    /// What people call it.
    pub label: Option<Bilingual>,
}
