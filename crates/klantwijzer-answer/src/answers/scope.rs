//! What every answer is made from.

use std::collections::BTreeMap;
use std::ptr;

use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::period::days_between;
use klantwijzer_core::review::{Outage, SectorRecord, Unscored};
use klantwijzer_core::types::CustomerType;
use smol_str::SmolStr;

use super::fill_in::missing_most;
use super::filter::Considered;
use crate::body::{Answer, Body, FactName, KeptScore, MOST_LISTED, MissingData, Note};
use crate::evidence::Evidence;
use crate::portfolio::{Portfolio, Row};
use crate::query::Filter;

/// Days after which a review is called old: teams look at their customers once a month.
pub const STALE_DAYS: i64 = 31;

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

    /// The day so many days before the day that the answer is about.
    pub(super) fn day_before(&self, days: f64) -> Option<Date> {
        let days = jiff::Span::new().try_days(days.round() as i64).ok()?;
        self.as_of().checked_sub(days).ok()
    }

    /// The customers that a filter leaves.
    pub(super) fn rows(&self, filter: &'a Filter) -> impl Iterator<Item = Row<'a>> {
        let considered = Considered::new(self.portfolio, filter, self.today);
        self.portfolio.rows().filter(move |row| considered.includes(row))
    }

    /// What a reader must know of an answer about the customers that a filter
    /// leaves; nothing when it leaves all.
    pub(super) fn narrowed_to(&self, filter: &'a Filter) -> Vec<Note> {
        if filter.is_open() {
            Vec::new()
        } else if self.rows(filter).next().is_none() {
            vec![Note::NobodyFits]
        } else {
            vec![Note::OnlyAbout { filter: filter.clone() }]
        }
    }

    /// The type of a customer on the day.
    pub(super) fn type_of(&self, row: &Row<'_>) -> Option<CustomerType> {
        row.customer_type(self.today)
    }

    /// The customers of a type on the day.
    pub(super) fn of_type(self, wanted: CustomerType) -> impl Iterator<Item = Row<'a>> {
        self.portfolio.rows().filter(move |row| self.type_of(row) == Some(wanted))
    }

    /// The plugins that have customers with a type in the book.
    pub(super) fn sectors_in_use(self) -> impl Iterator<Item = &'a SectorRecord> {
        let sectors = self.portfolio.review().into_iter().flat_map(|review| &review.sectors);
        sectors.filter(|sector| sector.customers > 0)
    }

    /// How many of the customers have each type.
    pub(super) fn counts<'r>(&self, rows: impl Iterator<Item = &'r Row<'r>>) -> [u32; 4] {
        let mut counts = [0; 4];
        for customer_type in rows.filter_map(|row| self.type_of(row)) {
            counts[customer_type as usize] += 1;
        }
        counts
    }

    /// How many customers of the whole book have each type.
    pub(super) fn of_each_type(&self) -> [u32; 4] {
        match self.portfolio.review() {
            Some(review) if self.portfolio.overrides().is_empty() => review.counts,
            _ => self.counts(self.portfolio.rows().collect::<Vec<_>>().iter()),
        }
    }

    /// Wraps up an answer with the notes that go with every answer.
    pub(super) fn answer(&self, body: Body, mut notes: Vec<Note>) -> Answer {
        let age = days_between(self.as_of(), self.today);
        if age > STALE_DAYS {
            notes.push(Note::StaleReview { days: age.unsigned_abs() as u32 });
        }
        let settings = self.portfolio.settings();
        let currency = self.portfolio.review().map_or(&settings.currency, |it| &it.currency);
        Answer { as_of: self.as_of(), currency: currency.clone(), body, notes }
    }

    /// The answer about one customer.
    pub(super) fn about(&self, customer: CustomerNo, tell: impl FnOnce(Row<'a>) -> Body) -> Answer {
        match self.portfolio.row(customer) {
            Some(row) => self.answer(tell(row), Vec::new()),
            None => self.nobody(),
        }
    }

    /// The answer about a customer who is not in the book.
    pub(super) fn nobody(&self) -> Answer {
        self.answer(Body::EmptyBook, vec![Note::NobodyFits])
    }

    /// A note for a fact that nobody has a value for.
    pub(super) fn note_missing(&self, fact: Fact, missing: MissingData) -> Option<Note> {
        self.nobody_has(fact).then_some(Note::NoData { missing })
    }

    /// Whether a fact is unknown of everybody.
    pub(super) fn nobody_has(&self, fact: Fact) -> bool {
        self.known(fact).next().is_none()
    }

    /// What is known of a fact, and of whom.
    pub(super) fn known(&self, fact: Fact) -> impl Iterator<Item = (f64, Row<'a>)> {
        self.portfolio.known_numbers(move |scores| scores.facts.column(fact.column()))
    }
}

/// That only the first are in an answer, where there are more.
pub(super) fn shown_of(shown: usize, total: u32) -> Option<Note> {
    let shown = shown as u32;
    (shown < total).then_some(Note::Shown { shown, total })
}

/// How many customers could not be scored, by sector and reason.
#[derive(Default)]
pub(super) struct UnscoredCounts<'a>(Vec<(Option<&'a SectorRecord>, Unscored, u32)>);

impl<'a> UnscoredCounts<'a> {
    pub(super) fn note(&mut self, row: &Row<'a>, why: Unscored) {
        let sector = row.sector_record();
        let same =
            |known: Option<&SectorRecord>| known.map(ptr::from_ref) == sector.map(ptr::from_ref);
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
                failure: sector.and_then(failure_of),
                fact: missing_fact(why, sector),
            };
        self.0.into_iter().map(note).collect()
    }
}

/// How a plugin failed, in its own words.
pub(super) fn failure_of(sector: &SectorRecord) -> Option<String> {
    match sector.outage.as_ref()? {
        Outage::Missing => None,
        Outage::Failed(words) => Some(words.clone()),
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

/// What must be known about the customers of a list, gathered on the way.
pub(super) struct Caveats<'a> {
    today: Date,
    doubtful: Vec<Row<'a>>,
    provisional: u32,
    pending: u32,
    overridden: u32,
    kept: BTreeMap<(SmolStr, Date), (u32, KeptScore)>,
}

impl<'a> Caveats<'a> {
    pub(super) const fn new(today: Date) -> Self {
        let kept = BTreeMap::new();
        Self { today, doubtful: Vec::new(), provisional: 0, pending: 0, overridden: 0, kept }
    }

    pub(super) fn note(&mut self, row: Row<'a>) {
        if row.decision(self.today).is_some() {
            self.overridden += 1;
            return;
        }
        let Some(record) = row.record() else { return };
        if let Some(kept) = row.kept() {
            let score = (kept.plugin.clone(), kept.scored_on);
            self.kept.entry(score).or_insert((0, kept)).0 += 1;
        }
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
        let kept = self.kept.values().cloned();
        let mut notes: Vec<Note> =
            kept.map(|(customers, kept)| Note::Kept { customers, kept }).collect();
        if self.provisional > 0 {
            let fill_in = missing_most(&self.doubtful);
            notes.push(Note::Provisional { customers: self.provisional, fill_in });
        }
        let Self { pending, overridden, .. } = *self;
        notes.extend((pending > 0).then_some(Note::Pending { customers: pending }));
        notes.extend((overridden > 0).then_some(Note::Overridden { customers: overridden }));
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
