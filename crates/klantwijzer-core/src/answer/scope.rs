//! What every answer is made from.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::body::{Answer, Body, FactName, MOST_LISTED, MissingData, Note};
use super::evidence::Evidence;
use super::filter::Considered;
use crate::facts::Fact;
use crate::manifest::Axis;
use crate::period::days_between;
use crate::portfolio::{Portfolio, Row};
use crate::query::Filter;
use crate::review::{SectorRecord, Unscored};
use crate::types::CustomerType;

/// Days after which a review is called old.
const STALE_DAYS: i64 = 31;

/// How many missing facts an answer names.
const FILL_IN: usize = 4;

/// A portfolio, what was fetched beside it, and the day.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) portfolio: &'a Portfolio,
    pub(super) evidence: &'a Evidence,
    pub(super) today: Date,
}

impl<'a> Scope<'a> {
    /// The day that the answer is about.
    pub(super) fn as_of(&self) -> Date {
        self.portfolio.review().map_or(self.today, |review| review.as_of)
    }

    /// The customers that a filter leaves.
    pub(super) fn rows(&self, filter: &'a Filter) -> impl Iterator<Item = Row<'a>> {
        let considered = Considered::new(self.portfolio, filter, self.today);
        self.portfolio.rows().filter(move |row| considered.includes(row))
    }

    /// The type of a customer on the day.
    pub(super) fn type_of(&self, row: &Row<'_>) -> Option<CustomerType> {
        row.customer_type(self.today)
    }

    /// How many of the customers have each type.
    pub(super) fn counts<'r>(&self, rows: impl Iterator<Item = &'r Row<'r>>) -> [u32; 4] {
        let mut counts = [0; 4];
        for customer_type in rows.filter_map(|row| self.type_of(row)) {
            counts[customer_type as usize] += 1;
        }
        counts
    }

    /// Wraps up an answer with the notes that go with every answer.
    pub(super) fn answer(&self, body: Body, mut notes: Vec<Note>) -> Answer {
        let age = days_between(self.as_of(), self.today);
        if age > STALE_DAYS {
            notes.push(Note::StaleReview { days: age.unsigned_abs() as u32 });
        }
        let currency = self
            .portfolio
            .review()
            .map_or_else(|| self.portfolio.settings().currency.clone(), |r| r.currency.clone());
        Answer { as_of: self.as_of(), currency, body, notes }
    }

    /// A note for a fact that nobody has a value for.
    pub(super) fn note_missing(&self, fact: Fact, missing: MissingData) -> Option<Note> {
        let known = self.portfolio.rows().any(|row| !row.fact(fact).is_nan());
        (!known).then_some(Note::NoData { missing })
    }
}

/// How many customers could not be scored, by sector and reason.
#[derive(Default)]
pub(super) struct UnscoredCounts<'a>(Vec<(Option<&'a SectorRecord>, Unscored, u32)>);

impl<'a> UnscoredCounts<'a> {
    pub(super) fn note(&mut self, row: &Row<'a>, why: Unscored) {
        let sector = row.sector_record();
        let same = |known: Option<&SectorRecord>| match (known, sector) {
            (Some(known), Some(sector)) => std::ptr::eq(known, sector),
            (known, sector) => known.is_none() && sector.is_none(),
        };
        let mut groups = self.0.iter_mut();
        match groups.find(|(known, reason, _)| *reason == why && same(*known)) {
            Some((.., count)) => *count += 1,
            None => self.0.push((sector, why, 1)),
        }
    }

    /// The reasons, the one of most customers first; equals by plugin.
    pub(super) fn notes(mut self) -> Vec<Note> {
        let plugin =
            |sector: Option<&SectorRecord>| sector.map(|s| s.id.clone()).unwrap_or_default();
        self.0.sort_by_cached_key(|(sector, why, count)| {
            (std::cmp::Reverse(*count), plugin(*sector), *why)
        });
        let note =
            |(sector, why, customers): (Option<&SectorRecord>, Unscored, u32)| Note::Unscored {
                customers,
                plugin: plugin(sector),
                why,
                failure: sector.and_then(|sector| sector.failure.clone()),
                fact: missing_fact(why, sector),
            };
        self.0.into_iter().map(note).collect()
    }
}

/// The required fact that kept a customer unscored.
pub(super) fn missing_fact(why: Unscored, sector: Option<&SectorRecord>) -> Option<FactName> {
    let Unscored::FactUnknown(column) = why else {
        return None;
    };
    let spec = sector?.facts.get(usize::from(column))?;
    Some(FactName { id: spec.id.clone(), label: Some(spec.label.clone()) })
}

/// The profile facts that are unknown of a customer and would raise the
/// confidence in its potential, in the order of their weight.
pub(super) fn fill_in(row: &Row<'_>) -> Vec<FactName> {
    let Some(sector) = row.sector_record() else {
        return Vec::new();
    };
    let askable = Askable::new(row, sector);
    askable.gaps(row).into_iter().filter_map(|column| askable.name(column)).collect()
}

/// The facts of a sector that people can fill in, looked up once for all of its
/// customers.
struct Askable<'a> {
    sector: &'a SectorRecord,
    facts: Vec<AskableFact>,
}

/// A fact by its column with the sector and in the catalog, and the factors on
/// potential that it counts for, with their weights.
struct AskableFact {
    column: usize,
    in_catalog: Option<usize>,
    factors: Vec<(usize, f64)>,
}

impl<'a> Askable<'a> {
    fn new(row: &Row<'a>, sector: &'a SectorRecord) -> Self {
        let any_sector_will_do = row.settings().ideal.sectors.is_empty();
        let by_hand = |id: &str| match Fact::from_id(id) {
            Some(Fact::SectorFit) => !any_sector_will_do,
            Some(fact) => is_filled_in_by_hand(fact),
            None => true,
        };
        let asked = sector.facts.iter().enumerate().filter(|(_, spec)| by_hand(&spec.id));
        let facts = asked
            .map(|(column, spec)| AskableFact {
                column,
                in_catalog: row.catalog_column(&spec.id),
                factors: sector
                    .factors_on(Axis::Potential)
                    .filter(|(_, factor)| factor.facts.contains(&spec.id))
                    .map(|(at, factor)| (at, factor.weight))
                    .collect(),
            })
            .collect();
        Self { sector, facts }
    }

    /// The columns of the facts that a customer lacks, the weightiest first.
    fn gaps(&self, row: &Row<'_>) -> Vec<usize> {
        let mut gaps: Vec<(f64, usize)> = Vec::new();
        for fact in &self.facts {
            if fact.in_catalog.is_some_and(|column| !row.fact_in(column).is_nan()) {
                continue;
            }
            let unknown = fact.factors.iter().filter(|(factor, _)| row.factor(*factor).is_nan());
            let weight: f64 = unknown.map(|(_, weight)| weight).sum();
            if weight > 0.0 {
                gaps.push((weight, fact.column));
            }
        }
        gaps.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        gaps.into_iter().map(|(_, column)| column).collect()
    }

    fn name(&self, column: usize) -> Option<FactName> {
        let spec = self.sector.facts.get(column)?;
        Some(fact_to_fill_in(spec.id.as_str(), Some(spec.label.clone())))
    }
}

/// What a person fills in to make this fact known: the size for the fit of
/// size, the sector for the fit of sector.
pub(super) fn fact_to_fill_in(id: &str, label: Option<crate::manifest::Bilingual>) -> FactName {
    match Fact::from_id(id) {
        Some(Fact::SizeFit) => FactName { id: Fact::Employees.id().into(), label: None },
        Some(Fact::SectorFit) => FactName { id: "sector".into(), label: None },
        _ => FactName { id: id.into(), label },
    }
}

fn is_filled_in_by_hand(fact: Fact) -> bool {
    use crate::facts::Source;
    matches!(fact.source(), Source::Profile | Source::Settings)
}

/// How many customers lack a fact, and the sum of its places with them, by the
/// fact's column.
type Lacking = BTreeMap<usize, (usize, usize)>;

/// The facts that most of the customers lack; equals in order of their weight.
fn missing_most(rows: &[Row<'_>]) -> Vec<FactName> {
    let mut sectors: Vec<(Askable<'_>, Lacking)> = Vec::new();
    for row in rows {
        let Some(sector) = row.sector_record() else { continue };
        let found = sectors.iter().position(|(known, _)| std::ptr::eq(known.sector, sector));
        let at = found.unwrap_or_else(|| {
            sectors.push((Askable::new(row, sector), Lacking::new()));
            sectors.len() - 1
        });
        let Some((askable, lacking)) = sectors.get_mut(at) else { continue };
        for (place, column) in askable.gaps(row).into_iter().enumerate() {
            let (count, places) = lacking.entry(column).or_default();
            *count += 1;
            *places += place;
        }
    }
    let mut seen: HashMap<FactName, (usize, usize)> = HashMap::new();
    for (askable, lacking) in &sectors {
        for (column, (more, later)) in lacking {
            let Some(name) = askable.name(*column) else { continue };
            let (count, places) = seen.entry(name).or_default();
            *count += more;
            *places += later;
        }
    }
    let mut names: Vec<(FactName, (usize, usize))> = seen.into_iter().collect();
    names.sort_by(|(a, (many, early)), (b, (more, earlier))| {
        more.cmp(many).then((early * more).cmp(&(earlier * many))).then_with(|| a.id.cmp(&b.id))
    });
    names.into_iter().take(FILL_IN).map(|(name, _)| name).collect()
}

/// What must be known about the customers of a list, gathered on the way.
pub(super) struct Caveats<'a> {
    today: Date,
    doubtful: Vec<Row<'a>>,
    provisional: u32,
    pending: u32,
    overridden: u32,
}

impl<'a> Caveats<'a> {
    pub(super) const fn new(today: Date) -> Self {
        Self { today, doubtful: Vec::new(), provisional: 0, pending: 0, overridden: 0 }
    }

    pub(super) fn note(&mut self, row: Row<'a>) {
        if row.decision(self.today).is_some() {
            self.overridden += 1;
            return;
        }
        let Some(record) = row.record() else { return };
        self.pending += u32::from(record.pending.is_some());
        if record.provisional.any() {
            self.provisional += 1;
            // The first thousand tell well enough what most of them lack.
            if self.doubtful.len() < MOST_LISTED {
                self.doubtful.push(row);
            }
        }
    }

    pub(super) fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.provisional > 0 {
            let fill_in = missing_most(&self.doubtful);
            notes.push(Note::Provisional { customers: self.provisional, fill_in });
        }
        if self.pending > 0 {
            notes.push(Note::Pending { customers: self.pending });
        }
        if self.overridden > 0 {
            notes.push(Note::Overridden { customers: self.overridden });
        }
        notes
    }
}

/// The first rows by a number, the highest first; equals in order of outside
/// id. Unknown numbers come last. At most [`MOST_LISTED`].
pub(super) fn first_by<'a>(
    rows: Vec<Row<'a>>,
    most: usize,
    number: impl Fn(&Row<'a>) -> f64,
) -> Vec<Row<'a>> {
    let mut first = First::new(most);
    for row in rows {
        first.offer(number(&row), row);
    }
    first.finish().into_iter().map(|(_, row)| row).collect()
}

/// The same while rows come by: holds no more than twice as many as are wanted.
pub(super) struct First<'a> {
    most: usize,
    best: Vec<(f64, Row<'a>)>,
    floor: f64,
}

impl<'a> First<'a> {
    pub(super) fn new(most: usize) -> Self {
        let most = most.clamp(1, MOST_LISTED);
        Self { most, best: Vec::with_capacity(2 * most), floor: f64::NEG_INFINITY }
    }

    pub(super) fn offer(&mut self, number: f64, row: Row<'a>) {
        let number = if number.is_nan() { f64::NEG_INFINITY } else { number };
        if number < self.floor {
            return;
        }
        if self.best.len() == 2 * self.most {
            self.best.select_nth_unstable_by(self.most - 1, highest_first);
            self.best.truncate(self.most);
            self.floor = self.best.last().map_or(self.floor, |(number, _)| *number);
        }
        self.best.push((number, row));
    }

    pub(super) fn finish(mut self) -> Vec<(f64, Row<'a>)> {
        self.best.sort_by(highest_first);
        self.best.truncate(self.most);
        self.best
    }
}

fn highest_first(a: &(f64, Row<'_>), b: &(f64, Row<'_>)) -> std::cmp::Ordering {
    b.0.total_cmp(&a.0).then_with(|| a.1.id().cmp(b.1.id()))
}
