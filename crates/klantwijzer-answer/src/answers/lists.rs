//! Which customers have a type.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::membership::year_days;
use klantwijzer_core::review::{ReviewChunk, Standing};
use klantwijzer_core::text::fold;
use klantwijzer_core::types::CustomerType;

use super::scope::{Caveats, First, Scope, UnscoredCounts, shown_of};
use crate::body::{Answer, Body, CustomerList, MOST_LISTED, Note};
use crate::portfolio::Row;
use crate::query::{Filter, Measure};

impl<'a> Scope<'a> {
    pub(super) fn list_by_type(
        self,
        types: &[CustomerType],
        filter: &'a Filter,
        sort: Measure,
    ) -> Answer {
        let mut gathered = Gathered::new(self, types, sort);
        if filter.is_open() && self.portfolio.overrides().is_empty() {
            self.portfolio.standings().for_each(|(standing, row)| {
                gathered.note(row, standing, standing.customer_type());
            });
        } else {
            self.rows(filter).for_each(|row| {
                gathered.note(row, row.standing(), self.type_of(&row));
            });
        }
        let Gathered { wanted, counts, total, caveats, listed, unscored, largest, .. } = gathered;
        let shown = listed.finish();
        let mut notes = caveats.notes();
        notes.extend(shown_of(shown.len(), total));
        if total > 0 {
            notes.extend(self.counted_otherwise(total, types, filter));
        }
        notes.extend(unscored.notes());
        if wanted[CustomerType::Strategic as usize] {
            notes.extend(self.too_many_strategic());
        }
        notes.extend(largest.and_then(|row| self.dependence(&row)));
        notes.extend(self.old_ledger());
        if total == 0 && !filter.is_open() {
            notes.insert(0, Note::NobodyFits);
        }
        let customers = shown.iter().map(|row| row.card(self.today)).collect();
        let list = CustomerList {
            types: types.to_vec(),
            filter: filter.clone(),
            sort,
            total,
            counts,
            customers,
        };
        self.answer(Body::Customers(list), notes)
    }

    /// More strategic customers than the team can cherish.
    fn too_many_strategic(self) -> Option<Note> {
        let customers = self.of_each_type()[CustomerType::Strategic as usize];
        let managers = self.account_managers();
        let thresholds = &self.portfolio.settings().thresholds;
        let fit = thresholds.strategic_per_manager.saturating_mul(managers.max(1));
        let limit = thresholds.strategic_most.min(fit);
        (customers > limit).then_some(Note::TooManyStrategic { customers, limit, managers })
    }

    /// One customer that everything hangs on.
    fn dependence(self, row: &Row<'_>) -> Option<Note> {
        let positive = self.portfolio.review().map_or(0.0, |review| review.positive_value);
        let share = row.value() / positive;
        let dependent = share > self.portfolio.settings().thresholds.dependence;
        dependent.then(|| Note::Dependence { name: row.name().to_owned(), share })
    }

    /// A book whose last income is over a year old: every value in it is nothing.
    fn old_ledger(self) -> Option<Note> {
        let youngest = self.portfolio.youngest_income()?;
        (youngest > year_days(self.as_of())).then_some(Note::OldLedger { days: youngest })
    }

    /// How many account managers there are: by the settings, else by the owners
    /// of customers in the book.
    fn account_managers(self) -> u32 {
        match self.portfolio.settings().account_managers {
            0 => self.portfolio.dictionaries().owners.words().len() as u32,
            set => set,
        }
    }
}

/// What a list is made of, gathered in one pass over the customers.
struct Gathered<'a> {
    wanted: [bool; 4],
    counts: [u32; 4],
    total: u32,
    caveats: Caveats<'a>,
    listed: Listed<'a>,
    unscored: UnscoredCounts<'a>,
    most_valuable: Option<CustomerNo>,
    /// The most valuable customer of the book, where it is in the list.
    largest: Option<Row<'a>>,
}

/// The customers of a list, as far as it is long.
enum Listed<'a> {
    ByName(Vec<Row<'a>>),
    ByNumber(Measure, First<'a>),
}

impl<'a> Gathered<'a> {
    fn new(scope: Scope<'a>, types: &[CustomerType], sort: Measure) -> Self {
        let listed = match sort {
            Measure::Name => Listed::ByName(Vec::new()),
            measure => Listed::ByNumber(measure, First::new(MOST_LISTED)),
        };
        Self {
            wanted: CustomerType::ALL.map(|each| types.is_empty() || types.contains(&each)),
            counts: [0; 4],
            total: 0,
            caveats: Caveats::new(scope.today),
            listed,
            unscored: UnscoredCounts::default(),
            most_valuable: scope.portfolio.most_valuable().map(|row| row.no()),
            largest: None,
        }
    }

    fn note(&mut self, row: Row<'a>, standing: Standing, found: Option<CustomerType>) {
        let Some(found) = found else {
            if let Standing::Unscored(why) = standing {
                self.unscored.note(&row, why);
            }
            return;
        };
        self.counts[found as usize] += 1;
        if self.wanted[found as usize] {
            self.total += 1;
            if self.most_valuable == Some(row.no()) {
                self.largest = Some(row);
            }
            self.caveats.note(row);
            match &mut self.listed {
                Listed::ByName(rows) => rows.push(row),
                Listed::ByNumber(measure, first) => first.offer(measured(&row, *measure), row),
            }
        }
    }
}

impl<'a> Listed<'a> {
    fn finish(self) -> Vec<Row<'a>> {
        match self {
            Self::ByName(mut rows) => {
                rows.sort_by_cached_key(|row| (fold(row.name()), row.id().to_owned()));
                rows.truncate(MOST_LISTED);
                rows
            }
            Self::ByNumber(_, first) => first.finish().into_iter().map(|(_, row)| row).collect(),
        }
    }
}

/// Growth as a share of the year before: 0.5 for half as much again; NaN without
/// anything to compare with.
pub(super) fn growth(now: f64, before: f64) -> f64 {
    if before > 0.0 { now / before - 1.0 } else { f64::NAN }
}

/// A measure of a customer over the twelve months of the review; NaN when
/// unknown, and for names.
pub(super) fn measured(row: &Row<'_>, measure: Measure) -> f64 {
    match measure {
        Measure::Value => row.value(),
        Measure::Potential => row.potential(),
        Measure::Growth => growth(row.fact(Fact::Income12m), row.fact(Fact::IncomePrev12m)),
        // Who has no value brings no money, and is no customer to count here.
        Measure::Customers if !row.value().is_nan() => 1.0,
        _ => fact_of(measure).map_or(f64::NAN, |fact| row.fact(fact)),
    }
}

/// The column that a measure is, in one chunk of a review; `None` where it is no
/// column, or where nothing in it is known.
pub(super) fn column_of(measure: Measure, scores: &ReviewChunk) -> Option<&[f64]> {
    match measure {
        Measure::Value => Some(&scores.value),
        Measure::Potential => Some(&scores.potential),
        _ => scores.facts.column(fact_of(measure)?.column()),
    }
}

/// Whether a measure stands in a column, and is not worked out or a name.
pub(super) const fn is_column(measure: Measure) -> bool {
    !matches!(measure, Measure::Growth | Measure::Customers | Measure::Name)
}

/// The fact that a measure is, where it is one.
const fn fact_of(measure: Measure) -> Option<Fact> {
    match measure {
        Measure::Revenue => Some(Fact::NetRevenue12m),
        Measure::Margin => Some(Fact::Margin12m),
        Measure::Invoices => Some(Fact::Invoices12m),
        Measure::Gifts => Some(Fact::Gifts24m),
        Measure::AdSpend => Some(Fact::AdSpend12m),
        Measure::Leads => Some(Fact::LeadsReferred12m),
        Measure::SupportCost => Some(Fact::SupportCost12m),
        Measure::AcquisitionCost => Some(Fact::AcquisitionCost12m),
        Measure::Employees => Some(Fact::Employees),
        Measure::Value
        | Measure::Potential
        | Measure::Growth
        | Measure::Customers
        | Measure::Name => None,
    }
}
