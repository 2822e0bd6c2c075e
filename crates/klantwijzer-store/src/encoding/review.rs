//! A review: its header, and its chunks, a column a field.

use jiff::civil::Date;
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::facts::{FactCatalog, FactColumns};
use klantwijzer_core::manifest::{FactSpec, FactorSpec, Words};
use klantwijzer_core::programme::ContactMoment;
use klantwijzer_core::review::{
    Claims, KeptType, Outage, Pending, ReviewChunk, ReviewHeader, ReviewSummary, SectorRecord,
    Standing, TypeRecord, Unscored,
};
use klantwijzer_core::settings::Thresholds;
use klantwijzer_core::types::CustomerType;
use serde::{Deserialize, Deserializer, Serialize};
use smol_str::SmolStr;

use super::codes::{doubt_bits, provisional, role_bits, roles};
use super::columns::Bytes;
use super::kept::{Code, Exact, Kept, kept};
use super::numbers::Numbers;
use super::records::{decode_part, records};
use super::{damaged, decode, encode};
use crate::Result;

// The catalogue of a header that is read is the one of this program, followed by
// what else the review knew.
records! { ReviewHeader in KeptReview; }

/// Where facts stand in the chunks of one review.
#[derive(Debug)]
pub struct FactPlaces(Vec<Option<usize>>);

impl FactPlaces {
    /// Where the facts of the catalogue of a sealed header stand: that alone knows
    /// which fact was recorded in which column.
    pub fn of(sealed: &[u8]) -> Result<Self> {
        let KeptFacts { catalog: KeptCatalog(recorded) } = decode_part::<KeptReview, _>(sealed)?;
        let place = |id| recorded.iter().position(|known| known == id);
        Ok(Self(catalog(&recorded).ids().iter().map(place).collect()))
    }

    /// A chunk of the review, its facts by the catalogue of this program. What the
    /// review did not know is unknown.
    pub fn chunk(&self, sealed: &[u8]) -> Result<ReviewChunk> {
        decode::<ChunkColumns>(sealed)?.give(|facts| facts.read_at(&self.0))
    }
}

/// The sealed form of a chunk whose facts are by the catalogue of this program.
pub fn encode_chunk(chunk: &ReviewChunk) -> Result<Vec<u8>> {
    encode(&ChunkColumns {
        facts: NumberColumns::of(&chunk.facts),
        roles: chunk.roles.iter().map(|roles| role_bits(*roles)).collect(),
        sector: Bytes(chunk.sector.clone()),
        value: Numbers::of(&chunk.value),
        potential: Numbers::of(&chunk.potential),
        confidence: Bytes(chunk.confidence.iter().flat_map(|cell| cell.to_le_bytes()).collect()),
        factors: NumberColumns::of(&chunk.factors),
        standing: chunk.standing.iter().map(|standing| KeptStanding::of(*standing)).collect(),
    })
}

/// A sealed chunk without what it says of customers at these rows; `None` where
/// it says nothing of them. Its columns stay as they were recorded.
pub fn without_rows(sealed: &[u8], rows: impl Iterator<Item = usize>) -> Result<Option<Vec<u8>>> {
    let mut chunk = decode::<ChunkColumns>(sealed)?.give(NumberColumns::read)?;
    let mut changed = false;
    for row in rows {
        if chunk.knows(row) {
            chunk.forget(row);
            changed = true;
        }
    }
    changed.then(|| encode_chunk(&chunk)).transpose()
}

kept!(KeptReview: ReviewHeader {
    id: u32,
    as_of: Date,
    currency: SmolStr,
    catalog: KeptCatalog,
    sectors: Vec<KeptSector>,
    thresholds: KeptThresholds,
    counts: KeptCounts,
    positive_value: Exact,
    changes: u32,
    @later { basis: u64, }
});

kept!(KeptSummary: ReviewSummary {
    id: u32,
    as_of: Date,
    changes: u32,
    @later { basis: u64, }
});

impl From<KeptReview> for KeptSummary {
    fn from(KeptReview { id, as_of, changes, basis, .. }: KeptReview) -> Self {
        Self { id, as_of, changes, basis }
    }
}

/// The summary of the sealed form of a header.
pub fn decode_summary(sealed: &[u8]) -> Result<ReviewSummary> {
    decode_part::<KeptReview, KeptSummary>(sealed)?.give()
}

/// Of a header only which fact stands in which column.
#[derive(Deserialize)]
struct KeptFacts {
    catalog: KeptCatalog,
}

impl From<KeptReview> for KeptFacts {
    fn from(review: KeptReview) -> Self {
        Self { catalog: review.catalog }
    }
}

kept!(KeptSector: SectorRecord {
    id: SmolStr,
    version: SmolStr,
    customer: KeptWords,
    never_say_no: bool,
    facts: Vec<KeptFact>,
    factors: Vec<KeptFactor>,
    programme: Vec<(Code, Vec<KeptMoment>)>,
    customers: u32,
    high_value_from: Exact,
    keep_value_from: Exact,
    outage: KeptOutage,
    @later { unscored: u32, claims: Option<KeptClaims>, }
});

kept!(KeptClaims: Claims { sectors: Vec<String>, roles: Vec<Code>, });

/// Whether a plugin was out, and how it failed where it was there. Version 1 knew
/// of plugins that failed only, and in which words.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct KeptOutage {
    #[serde(deserialize_with = "super::kept::later")]
    is_out: bool,
    words: Option<String>,
}

impl Kept<Option<Outage>> for KeptOutage {
    fn keep(outage: &Option<Outage>) -> Self {
        let words = match outage {
            Some(Outage::Failed(words)) => Some(words.clone()),
            Some(Outage::Missing) | None => None,
        };
        Self { is_out: outage.is_some(), words }
    }

    fn give(self) -> Result<Option<Outage>> {
        let missing = self.is_out.then_some(Outage::Missing);
        Ok(self.words.map(Outage::Failed).or(missing))
    }
}

kept!(KeptWords: Words { one: KeptBilingual, many: KeptBilingual, });

kept!(KeptBilingual: Bilingual { en: String, nl: String, });

kept!(KeptFact: FactSpec {
    id: SmolStr,
    unit: Code,
    label: KeptBilingual,
    required: bool,
});

kept!(KeptFactor: FactorSpec {
    id: SmolStr,
    label: KeptBilingual,
    axis: Code,
    weight: Exact,
    facts: Vec<SmolStr>,
});

/// A label, which version 1 always had.
#[derive(Serialize)]
struct KeptLabel(Option<KeptBilingual>);

impl<'de> Deserialize<'de> for KeptLabel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return Option::deserialize(deserializer).map(Self);
        }
        KeptBilingual::deserialize(deserializer).map(|label| Self(Some(label)))
    }
}

impl Kept<Option<Bilingual>> for KeptLabel {
    fn keep(value: &Option<Bilingual>) -> Self {
        Self(Kept::keep(value))
    }

    fn give(self) -> Result<Option<Bilingual>> {
        self.0.give()
    }
}

kept!(KeptMoment: ContactMoment {
    id: SmolStr,
    label: KeptLabel,
    channel: Code,
    ideal_days: Option<u16>,
    latest_days: Option<u16>,
    who: Vec<Code>,
    lead_days: u16,
    minutes: u16,
});

kept!(KeptThresholds: Thresholds {
    high_value_share: Exact,
    leave_value_share: Exact,
    small_book: u32,
    small_book_share: Exact,
    leave_small_book_share: Exact,
    high_potential: Exact,
    leave_potential: Exact,
    confidence: Exact,
    young_months: u32,
    few_invoices: u32,
    strategic_per_manager: u32,
    strategic_most: u32,
    dependence: Exact,
});

/// The ids of the facts, by the columns that they were recorded in.
#[derive(Serialize, Deserialize)]
struct KeptCatalog(Vec<SmolStr>);

fn catalog(recorded: &[SmolStr]) -> FactCatalog {
    FactCatalog::new(recorded.iter().map(SmolStr::as_str))
}

impl Kept<FactCatalog> for KeptCatalog {
    fn keep(catalog: &FactCatalog) -> Self {
        Self(catalog.ids().to_vec())
    }

    fn give(self) -> Result<FactCatalog> {
        Ok(catalog(&self.0))
    }
}

/// How many customers have each type. In version 1 by the numbers of the types,
/// from 0 on.
#[derive(Serialize)]
struct KeptCounts(Vec<(Code, u32)>);

impl<'de> Deserialize<'de> for KeptCounts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return Vec::deserialize(deserializer).map(Self);
        }
        let first = <[u32; 4]>::deserialize(deserializer)?;
        Ok(Self((0..).map(Code).zip(first).collect()))
    }
}

impl Kept<[u32; 4]> for KeptCounts {
    fn keep(counts: &[u32; 4]) -> Self {
        Self(CustomerType::ALL.iter().map(Code::keep).zip(*counts).collect())
    }

    fn give(self) -> Result<[u32; 4]> {
        let count = |customer_type| {
            let kept = self.0.iter().find(|(code, _)| *code == Code::keep(&customer_type));
            kept.map_or(0, |(_, count)| *count)
        };
        Ok(CustomerType::ALL.map(count))
    }
}

/// Version 1 of a chunk.
#[derive(Debug, Serialize, Deserialize)]
struct ChunkColumns {
    facts: NumberColumns,
    /// The roles of each customer, as bits.
    roles: Vec<u8>,
    sector: Bytes,
    value: Numbers,
    potential: Numbers,
    /// Plain `f32` cells, little-endian.
    confidence: Bytes,
    factors: NumberColumns,
    standing: Vec<KeptStanding>,
}

impl ChunkColumns {
    fn give(self, facts: impl Fn(&NumberColumns) -> Result<FactColumns>) -> Result<ReviewChunk> {
        let (confidence, _) = self.confidence.0.as_chunks();
        Ok(ReviewChunk {
            facts: facts(&self.facts)?,
            roles: self.roles.iter().map(|bits| roles(*bits)).collect::<Result<_, _>>()?,
            sector: self.sector.0,
            value: self.value.read()?,
            potential: self.potential.read()?,
            confidence: confidence.iter().map(|cell| f32::from_le_bytes(*cell)).collect(),
            factors: self.factors.read()?,
            standing: self.standing.into_iter().map(KeptStanding::give).collect::<Result<_>>()?,
        })
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct NumberColumns {
    rows: u32,
    columns: Vec<Option<Numbers>>,
}

impl NumberColumns {
    fn of(columns: &FactColumns) -> Self {
        let column = |at| columns.column(at).map(Numbers::of);
        Self { rows: columns.rows() as u32, columns: (0..columns.width()).map(column).collect() }
    }

    /// The columns where they stand.
    fn read(&self) -> Result<FactColumns> {
        self.read_at(&(0..self.columns.len()).map(Some).collect::<Vec<_>>())
    }

    /// The columns of these places, in this order; nothing is known where there
    /// is no place.
    fn read_at(&self, places: &[Option<usize>]) -> Result<FactColumns> {
        let column = |place: &Option<usize>| {
            let column = self.columns.get((*place)?)?.as_ref()?;
            Some(column.read().map(Vec::into_boxed_slice))
        };
        let columns = places.iter().map(|place| column(place).transpose());
        FactColumns::from_columns(self.rows as usize, columns.collect::<Result<_, _>>()?)
            .ok_or_else(|| damaged("the columns of a review differ in length"))
    }
}

/// What a review made of a customer. The place of a variant is the number that
/// lies on the disk: a new one comes last, and none goes away.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
enum KeptStanding {
    Absent,
    NoMoney,
    Unscored(#[serde(with = "KeptUnscored")] Unscored),
    Typed(Type),
    /// A score of before, with the day that it is of.
    OfBefore(Type, Date),
}

/// Why there is no score; as with [`KeptStanding`].
#[derive(Serialize, Deserialize)]
#[serde(remote = "Unscored")]
enum KeptUnscored {
    NoPlugin,
    PluginFailed,
    /// The place among the facts that the header itself lists for the sector.
    FactUnknown(u8),
    NotFinite,
    ValueUnknown,
}

/// The type, the one to come with its first day, and the doubts as bits.
type Type = (Code, Option<(Code, Date)>, u8);

impl KeptStanding {
    fn of(standing: Standing) -> Self {
        match standing {
            Standing::Absent => Self::Absent,
            Standing::NoMoney => Self::NoMoney,
            Standing::Unscored(why) => Self::Unscored(why),
            Standing::Typed(record) => Self::Typed(keep_type(record)),
            Standing::Kept(kept) => Self::OfBefore(keep_type(kept.record), kept.scored_on),
        }
    }

    fn give(self) -> Result<Standing> {
        Ok(match self {
            Self::Absent => Standing::Absent,
            Self::NoMoney => Standing::NoMoney,
            Self::Unscored(why) => Standing::Unscored(why),
            Self::Typed(kept) => Standing::Typed(give_type(kept)?),
            Self::OfBefore(kept, scored_on) => {
                Standing::Kept(KeptType { record: give_type(kept)?, scored_on })
            }
        })
    }
}

fn keep_type(record: TypeRecord) -> Type {
    let TypeRecord { customer_type, pending, provisional } = record;
    let pending = pending.map(|Pending { to, since }| (Code::keep(&to), since));
    (Code::keep(&customer_type), pending, doubt_bits(provisional))
}

fn give_type((customer_type, pending, doubts): Type) -> Result<TypeRecord> {
    let pending = pending.map(|(to, since)| Ok(Pending { to: to.give()?, since }));
    Ok(TypeRecord {
        customer_type: customer_type.give()?,
        pending: pending.transpose()?,
        provisional: provisional(doubts)?,
    })
}

/// What lies on the disk for an outcome.
#[cfg(test)]
pub(super) fn bytes_of(standing: Standing) -> Vec<u8> {
    let kept = KeptStanding::of(standing);
    assert_eq!(kept.give().expect("kept just now"), standing);
    postcard::to_stdvec(&kept).expect("small")
}
