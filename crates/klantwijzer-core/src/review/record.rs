//! What a review leaves behind: every score with its breakdown, as it was.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::customer::{CustomerNo, Role, Roles};
use crate::facts::{FactCatalog, FactColumns};
use crate::manifest::{Axis, FactSpec, FactorSpec, Words};
use crate::money::Currency;
use crate::named;
use crate::programme::ContactMoment;
use crate::settings::Thresholds;
use crate::types::CustomerType;

/// How many customers lie in one chunk of a portfolio and of a review. Chunk
/// `k` holds the customers with the numbers from `k * CHUNK` on.
pub const CHUNK: usize = 4096;

/// A review's number within its workspace, from 1, in the order of recording.
pub type ReviewId = u32;

/// What holds for a review as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewHeader {
    /// The review's number; 0 before it is recorded.
    pub id: ReviewId,
    /// The day that the facts are about.
    pub as_of: Date,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// Which fact stands in which column.
    pub catalog: FactCatalog,
    /// The plugins that scored, as they were.
    pub sectors: Vec<SectorRecord>,
    /// The thresholds that were in force.
    pub thresholds: Thresholds,
    /// How many customers have each type, in the order of [`CustomerType::ALL`].
    pub counts: [u32; 4],
    /// The sum of all positive values.
    pub positive_value: f64,
    /// How many imports and undoings of imports it has seen.
    pub changes: u32,
    /// A digest of what else it was worked out from: the settings, and who was
    /// erased. 0 where that is not known.
    pub basis: u64,
}

/// What tells a review from others, without what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewSummary {
    /// The review's number.
    pub id: ReviewId,
    /// The day that the facts are about.
    pub as_of: Date,
    /// As in [`ReviewHeader::changes`].
    pub changes: u32,
    /// As in [`ReviewHeader::basis`].
    pub basis: u64,
}

impl From<&ReviewHeader> for ReviewSummary {
    fn from(header: &ReviewHeader) -> Self {
        let &ReviewHeader { id, as_of, changes, basis, .. } = header;
        Self { id, as_of, changes, basis }
    }
}

/// A plugin as it scored in a review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SectorRecord {
    /// The plugin's id.
    pub id: SmolStr,
    /// The plugin's version.
    pub version: SmolStr,
    /// The word for a customer.
    pub customer: Words,
    /// Whether advice to say NO is never given.
    pub never_say_no: bool,
    /// The facts that it reads.
    pub facts: Vec<FactSpec>,
    /// The factors, in the order of their columns.
    pub factors: Vec<FactorSpec>,
    /// Its contact programme per type, where it has one of its own.
    pub programme: BTreeMap<CustomerType, Vec<ContactMoment>>,
    /// How many of its customers have a type.
    pub customers: u32,
    /// How many of its customers could not be scored, and have no score of before.
    pub unscored: u32,
    /// Value was high from here on; infinite when nobody's was.
    pub high_value_from: f64,
    /// High value was kept from here on.
    pub keep_value_from: f64,
    /// Whom it scores; `None` where that is not known.
    pub claims: Option<Claims>,
    /// Why it scored nobody, where it was out: then everything else here is as it
    /// was at the review that its customers' scores are from.
    pub outage: Option<Outage>,
}

/// Whom a plugin scores where the profile does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The names of its sectors.
    pub sectors: Vec<String>,
    /// The roles whose parties it scores where no sector says so.
    pub roles: Vec<Role>,
}

/// Why a plugin scored nobody. It is no decision about its customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outage {
    /// It was not among the plugins.
    Missing,
    /// It could not be started or failed while it scored: in its own words, or in
    /// those of who ran it.
    Failed(String),
}

/// The customers of one chunk in a review.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReviewChunk {
    /// In what capacities the party was in the book, by profile and ledger.
    pub roles: Vec<Roles>,
    /// The facts, by the header's catalog.
    pub facts: FactColumns,
    /// Which of the header's sectors scored the customer; [`NO_SECTOR`] for none.
    pub sector: Vec<u8>,
    /// Money per year; NaN when unscored. This and what follows is of the day that
    /// `standing` says where the score is one of before.
    pub value: Vec<f64>,
    /// 0 to 100; NaN when unknown.
    pub potential: Vec<f64>,
    /// Share of the potential's weight that is known, 0 to 1.
    pub confidence: Vec<f32>,
    /// The factors by the columns of the customer's own sector.
    pub factors: FactColumns,
    /// The outcome.
    pub standing: Vec<Standing>,
}

impl ReviewChunk {
    /// Forgets everything about the customer at a row.
    pub fn forget(&mut self, row: usize) {
        set(&mut self.roles, row, Roles::default());
        set(&mut self.sector, row, NO_SECTOR);
        set(&mut self.standing, row, Standing::Absent);
        self.facts.forget_row(row);
        self.forget_score(row);
    }

    /// Forgets how the customer at a row was scored.
    pub(super) fn forget_score(&mut self, row: usize) {
        set(&mut self.value, row, f64::NAN);
        set(&mut self.potential, row, f64::NAN);
        set(&mut self.confidence, row, 0.0);
        self.factors.forget_row(row);
    }

    /// Whether there is anything to forget about the customer at a row.
    pub fn knows(&self, row: usize) -> bool {
        let has = |columns: &FactColumns| {
            (0..columns.width()).any(|column| !columns.get(column, row).is_nan())
        };
        let number = |column: &[f64]| column.get(row).is_some_and(|value| !value.is_nan());
        self.standing.get(row).is_some_and(|standing| *standing != Standing::Absent)
            || self.roles.get(row).is_some_and(|roles| *roles != Roles::default())
            || self.sector.get(row).is_some_and(|sector| *sector != NO_SECTOR)
            || self.confidence.get(row).is_some_and(|confidence| *confidence != 0.0)
            || number(&self.value)
            || number(&self.potential)
            || has(&self.facts)
            || has(&self.factors)
    }

    /// Bytes on the heap.
    pub fn heap_bytes(&self) -> usize {
        let numbers = self.value.capacity() + self.potential.capacity();
        numbers * size_of::<f64>()
            + self.confidence.capacity() * size_of::<f32>()
            + self.roles.capacity() * size_of::<Roles>()
            + self.sector.capacity()
            + self.standing.capacity() * size_of::<Standing>()
            + self.facts.heap_bytes()
            + self.factors.heap_bytes()
    }
}

fn set<T>(column: &mut [T], row: usize, value: T) {
    if let Some(cell) = column.get_mut(row) {
        *cell = value;
    }
}

/// No sector scored the customer.
pub(super) const NO_SECTOR: u8 = u8::MAX;

/// What a review made of a customer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// There was no such customer at the review.
    #[default]
    Absent,
    /// The party cannot bring money by nature, so it has no type.
    NoMoney,
    /// It could not be scored.
    Unscored(Unscored),
    /// It has a type.
    Typed(TypeRecord),
    /// Its plugin was out: it keeps its last score.
    Kept(KeptType),
}

impl Standing {
    /// The type, where there is one.
    pub fn customer_type(self) -> Option<CustomerType> {
        self.record().map(|record| record.customer_type)
    }

    /// The type and how firm it is, where there is one.
    pub const fn record(self) -> Option<TypeRecord> {
        match self {
            Self::Typed(record) | Self::Kept(KeptType { record, .. }) => Some(record),
            Self::Absent | Self::NoMoney | Self::Unscored(_) => None,
        }
    }
}

/// A type that a customer keeps while its plugin is out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptType {
    /// The type.
    pub record: TypeRecord,
    /// The day of the review that scored it.
    pub scored_on: Date,
}

/// Why a customer could not be scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unscored {
    /// The plugin that should score it is not loaded.
    NoPlugin,
    /// The plugin failed or could not be started; the header says how.
    PluginFailed,
    /// A required fact is unknown: its column in the sector's own list.
    FactUnknown(u8),
    /// The plugin gave a value that is no finite number.
    NotFinite,
    /// The plugin left the value unknown: nothing that it could rest on is known.
    ValueUnknown,
}

/// The type that a review gave, and how firmly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeRecord {
    /// The type that holds.
    pub customer_type: CustomerType,
    /// The type that the numbers point to, where it differs, and since when: it
    /// comes to hold when a later review says the same.
    pub pending: Option<Pending>,
    /// Why the type is provisional; empty when it is certain.
    pub provisional: Provisional,
}

impl TypeRecord {
    /// Scored, and before the types are given.
    pub const UNDECIDED: Self = Self {
        customer_type: CustomerType::Transactional,
        pending: None,
        provisional: Provisional::NO,
    };
}

/// A change of type that waits for a second review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The type to come.
    pub to: CustomerType,
    /// The day of the first review that said so.
    pub since: Date,
}

/// Why a type is provisional: a set of reasons.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Provisional(u8);

named! {
    /// One reason for a type to be provisional.
    enum Doubt {
        /// Nothing is known of the potential.
        PotentialUnknown "potential_unknown";
        /// Too little of the potential is known.
        LowConfidence "low_confidence";
        /// The first invoice, gift or spend is recent, or there is none.
        Young "young";
        /// There are few invoices, gifts or spends.
        FewInvoices "few_invoices";
    }
}

impl Provisional {
    /// The type is certain.
    pub const NO: Self = Self(0);

    /// The set with `doubt` in it.
    #[must_use]
    pub const fn with(self, doubt: Doubt) -> Self {
        Self(self.0 | 1 << doubt as u8)
    }

    /// Whether there is any doubt.
    pub const fn any(self) -> bool {
        self.0 != 0
    }

    /// The doubts.
    pub fn doubts(self) -> impl Iterator<Item = Doubt> {
        Doubt::ALL.into_iter().filter(move |doubt| self.0 & 1 << *doubt as u8 != 0)
    }
}

impl SectorRecord {
    /// The columns of the factors on one axis.
    pub fn factors_on(&self, axis: Axis) -> impl Iterator<Item = (usize, &FactorSpec)> {
        self.factors.iter().enumerate().filter(move |(_, factor)| factor.axis == axis)
    }
}

/// A type that a person gave in place of the model's [uitzondering]. The
/// model's own answer stays beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The customer.
    pub customer: CustomerNo,
    /// The type that holds until the expiry.
    pub customer_type: CustomerType,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// When it was decided.
    pub given_on: Date,
    /// The last day on which it holds.
    pub until: Date,
}
