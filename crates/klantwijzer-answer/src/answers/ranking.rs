//! The first by a measure, and how much hangs on few customers.

use std::collections::HashMap;

use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::{Fact, PeriodFigures};
use klantwijzer_core::money::Money;
use klantwijzer_core::period::Period;
use klantwijzer_core::review::ReviewChunk;

use super::groups::{Group, mean, sum};
use super::lists::{column_of, growth, is_column, measured};
use super::scope::{First, Scope, first_by};
use crate::body::{Answer, Body, Concentration, MissingData, Note, RankRow, Ranking};
use crate::evidence::Figures;
use crate::portfolio::Row;
use crate::query::{Entity, Filter, Measure};

/// The numbers of customers that a concentration is told for.
const STEPS: [u32; 5] = [1, 3, 5, 10, 20];

/// How many of the largest customers a concentration names.
const LARGEST: usize = 5;

/// What a ranking is asked for.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) n: u32,
    pub(super) measure: Measure,
    pub(super) lowest: bool,
    pub(super) entity: Entity,
    pub(super) filter: &'a Filter,
    pub(super) period: Option<Period>,
}

/// The lines of a ranking, how many there could be, and their sum.
#[derive(Default)]
struct Lines {
    ranked: u32,
    total: Option<f64>,
    rows: Vec<RankRow>,
}

/// Whether the measure of a group is the sum over its members, not the mean.
const fn adds_up(measure: Measure) -> bool {
    !matches!(measure, Measure::Potential | Measure::Employees | Measure::Growth)
}

impl<'a> Scope<'a> {
    pub(super) fn top_n(self, wanted: Wanted<'a>) -> Answer {
        let period = wanted.period.filter(|_| is_counted_by_period(wanted.measure));
        let figures = period.and_then(|period| self.evidence.figures(period));
        let mut lines = self.lines(wanted, figures);
        let nothing = match figures {
            Some(figures) => self.nothing_happened(wanted, figures),
            // None of the lines nor of those left out is more or less than nothing.
            None => {
                is_of_twelve_months(wanted.measure)
                    && lines.rows.first().is_some_and(|row| row.amount == 0.0)
                    && lines.total == Some(0.0)
            }
        };
        if nothing {
            lines = Lines::default();
        }
        let Lines { ranked, total, mut rows } = lines;
        let total = total.filter(|_| adds_up(wanted.measure));
        let mut notes = Vec::new();
        notes.extend(period.filter(|_| !nothing).map(|period| Note::InPeriod { period }));
        let is_left_out = wanted.period.is_some() && period.is_none();
        notes.extend(is_left_out.then_some(Note::PeriodLeftOut));
        if ranked == 0 && !nothing {
            notes.extend(missing_for(wanted.measure).map(|missing| Note::NoData { missing }));
            notes.extend((!wanted.filter.is_open()).then_some(Note::NobodyFits));
        }
        for row in &mut rows {
            row.share = total.filter(|total| *total > 0.0).map(|total| row.amount / total);
        }
        let ranking = Ranking {
            measure: wanted.measure,
            lowest: wanted.lowest,
            entity: wanted.entity,
            filter: wanted.filter.clone(),
            ranked,
            period,
            nothing,
            newest: if nothing { self.newest(wanted) } else { None },
            rows,
            total,
        };
        self.answer(Body::Ranking(ranking), notes)
    }

    fn lines(self, wanted: Wanted<'a>, figures: Option<&Figures>) -> Lines {
        // A list of the highest is not filled up with those who brought nothing.
        let only_some = figures.is_some() && !wanted.lowest && wanted.entity == Entity::Customer;
        let known = self.rows(wanted.filter).filter_map(|row| {
            let amount = amount(&row, wanted.measure, figures);
            (!amount.is_nan() && (amount != 0.0 || !only_some)).then_some((amount, row))
        });
        if wanted.entity != Entity::Customer && wanted.measure == Measure::Growth {
            // Who is new has no growth, and is growth of the group.
            self.group_rows(self.rows(wanted.filter).map(|row| (0.0, row)), wanted)
        } else if wanted.entity != Entity::Customer {
            self.group_rows(known, wanted)
        } else if wanted.filter.is_open() && figures.is_none() && is_column(wanted.measure) {
            let column = |scores: &'a ReviewChunk| column_of(wanted.measure, scores);
            self.customer_rows(self.portfolio.known_numbers(column), wanted)
        } else {
            self.customer_rows(known, wanted)
        }
    }

    /// Whether there are customers to rank, and none of them has anything in the
    /// period that counts for the measure.
    fn nothing_happened(self, wanted: Wanted<'a>, figures: &Figures) -> bool {
        let mut rows = self.rows(wanted.filter).peekable();
        let happened =
            |row: Row<'_>| figures.get(&row.no()).is_some_and(|f| happened(f, wanted.measure));
        rows.peek().is_some() && !rows.any(happened)
    }

    /// When something last happened that counts for the measure, or for income
    /// where the days of just that are not known.
    fn newest(self, wanted: Wanted<'a>) -> Option<Date> {
        let age = match wanted.measure {
            Measure::Revenue | Measure::Margin | Measure::Invoices => Fact::DaysSinceLastInvoice,
            Measure::Gifts => Fact::DaysSinceLastGift,
            _ if is_of_effort(wanted.measure) => return None,
            _ => Fact::DaysSinceLastIncome,
        };
        let ages = self.rows(wanted.filter).map(|row| row.fact(age)).filter(|age| !age.is_nan());
        self.day_before(ages.min_by(f64::total_cmp)?)
    }

    fn customer_rows(
        self,
        known: impl Iterator<Item = (f64, Row<'a>)>,
        wanted: Wanted<'_>,
    ) -> Lines {
        let sign = if wanted.lowest { -1.0 } else { 1.0 };
        let mut first = First::new(wanted.n as usize);
        let (ranked, total) = known.fold((0, 0.0), |(ranked, total), (amount, row)| {
            first.offer(sign * amount, row);
            (ranked + 1, total + amount)
        });
        let line = |(amount, row): (f64, Row<'_>)| RankRow {
            name: row.name().to_owned(),
            card: Some(row.card(self.today)),
            customers: 1,
            amount: amount * sign,
            share: None,
        };
        let rows = first.finish().into_iter().map(line).collect();
        Lines { ranked, total: (ranked > 0).then_some(total), rows }
    }

    fn group_rows(self, known: impl Iterator<Item = (f64, Row<'a>)>, wanted: Wanted<'_>) -> Lines {
        let (amounts, members): (HashMap<CustomerNo, f64>, Vec<Row<'a>>) =
            known.map(|(amount, row)| ((row.no(), amount), row)).unzip();
        let amount_of = |row: &Row<'_>| amounts.get(&row.no()).copied().unwrap_or(f64::NAN);
        let total = sum(members.iter().map(amount_of));
        let mut rows: Vec<RankRow> = self
            .grouped(members.into_iter(), wanted.entity)
            .into_iter()
            .filter_map(|Group { name, members, .. }| {
                let amounts = members.iter().map(amount_of);
                let amount = match wanted.measure {
                    Measure::Growth => group_growth(&members),
                    measure if adds_up(measure) => sum(amounts),
                    _ => mean(amounts),
                }?;
                let customers = members.len() as u32;
                Some(RankRow { name, card: None, customers, amount, share: None })
            })
            .collect();
        rows.sort_by(|a, b| {
            let order = b.amount.total_cmp(&a.amount);
            let order = if wanted.lowest { order.reverse() } else { order };
            order.then_with(|| a.name.cmp(&b.name))
        });
        let ranked = rows.len() as u32;
        rows.truncate(wanted.n.max(1) as usize);
        Lines { ranked, total, rows }
    }

    pub(super) fn concentration(
        self,
        share: Option<f64>,
        top: Option<u32>,
        filter: &'a Filter,
    ) -> Answer {
        let rows: Vec<Row<'a>> = self.rows(filter).filter(|row| !row.value().is_nan()).collect();
        let mut values: Vec<f64> = rows.iter().map(|row| row.value().max(0.0)).collect();
        values.sort_by(|a, b| b.total_cmp(a));
        let positive_value = sum(values.iter().copied()).unwrap_or_default();
        let share_of = |count: u32| {
            let sum: f64 = values.iter().take(count as usize).sum();
            if positive_value > 0.0 { sum / positive_value } else { 0.0 }
        };
        let mut counts: Vec<u32> = STEPS.into_iter().chain(top).collect();
        counts.retain(|count| *count > 0 && *count as usize <= values.len());
        counts.sort_unstable();
        counts.dedup();
        let all = self.portfolio.rows().map(|row| row.value().max(0.0));
        let largest = first_by(rows, LARGEST, Row::value)
            .into_iter()
            .map(|row| {
                let share = row.value().max(0.0) / positive_value.max(f64::MIN_POSITIVE);
                (row.card(self.today), share)
            })
            .collect();
        let concentration = Concentration {
            filter: filter.clone(),
            customers: values.len() as u32,
            positive_value,
            of_all: (!filter.is_open()).then(|| positive_value / sum(all).unwrap_or(f64::NAN)),
            asked_share: share.map(|share| (share, customers_for(&values, positive_value * share))),
            asked_top: top.map(|top| (top.min(values.len() as u32), share_of(top))),
            steps: counts.into_iter().map(|count| (count, share_of(count))).collect(),
            eighty: customers_for(&values, positive_value * 0.8),
            largest,
        };
        self.answer(Body::Concentration(concentration), Vec::new())
    }
}

/// The measure of a customer, by the figures of a period where one is asked for.
fn amount(row: &Row<'_>, measure: Measure, figures: Option<&Figures>) -> f64 {
    let in_period = figures.and_then(|figures| {
        let figure = figures.get(&row.no()).copied().unwrap_or_default();
        measured_in_period(&figure, measure)
    });
    in_period.unwrap_or_else(|| measured(row, measure))
}

/// How the income of a group as a whole grew; `None` without a year before.
fn group_growth(members: &[Row<'_>]) -> Option<f64> {
    let all = |fact| sum(members.iter().map(|row| row.fact(fact)));
    let grown = growth(all(Fact::Income12m).unwrap_or(0.0), all(Fact::IncomePrev12m)?);
    (!grown.is_nan()).then_some(grown)
}

/// How many of the (falling) values make this sum.
fn customers_for(values: &[f64], needed: f64) -> u32 {
    let mut sum = 0.0;
    let reached = |value: &&f64| {
        let before = sum;
        sum += **value;
        before < needed * (1.0 - 1e-9)
    };
    values.iter().take_while(reached).count() as u32
}

fn measured_in_period(figure: &PeriodFigures, measure: Measure) -> Option<f64> {
    match measure {
        Measure::Value => Some(figure.income.to_f64()),
        Measure::Revenue => Some(figure.revenue.to_f64()),
        Measure::Margin => Some(figure.margin.map_or(f64::NAN, Money::to_f64)),
        Measure::Invoices => Some(f64::from(figure.invoices)),
        Measure::Gifts => Some(figure.gifts.to_f64()),
        Measure::AdSpend => Some(figure.ad_spend.to_f64()),
        Measure::SupportCost => Some(figure.support_cost.to_f64()),
        Measure::AcquisitionCost => Some(figure.acquisition_cost.to_f64()),
        Measure::Leads => Some(f64::from(figure.leads)),
        _ => None,
    }
}

/// Whether the figures of a period have this measure.
fn is_counted_by_period(measure: Measure) -> bool {
    measured_in_period(&PeriodFigures::default(), measure).is_some()
}

/// Whether a measure, where no period is asked for, is what came in over the
/// twelve months of the review.
fn is_of_twelve_months(measure: Measure) -> bool {
    is_counted_by_period(measure)
        && !matches!(measure, Measure::Value | Measure::Gifts)
        && !is_of_effort(measure)
}

/// Whether a measure is of what is done for customers, or by them for us.
const fn is_of_effort(measure: Measure) -> bool {
    matches!(measure, Measure::SupportCost | Measure::AcquisitionCost | Measure::Leads)
}

/// Whether anything happened that counts for a measure.
fn happened(figure: &PeriodFigures, measure: Measure) -> bool {
    match measure {
        Measure::Value => figure.incomes > 0 || figure.income != Money::ZERO,
        Measure::Revenue | Measure::Margin | Measure::Invoices => {
            figure.invoices > 0 || figure.revenue != Money::ZERO
        }
        _ => measured_in_period(figure, measure).is_some_and(|amount| amount != 0.0),
    }
}

/// What a book lacks that cannot rank by this measure.
const fn missing_for(measure: Measure) -> Option<MissingData> {
    match measure {
        Measure::Margin => Some(MissingData::Margin),
        Measure::Gifts => Some(MissingData::Gifts),
        Measure::Leads => Some(MissingData::Leads),
        Measure::SupportCost => Some(MissingData::SupportCost),
        Measure::AcquisitionCost => Some(MissingData::AcquisitionCost),
        Measure::Employees => Some(MissingData::Size),
        _ => None,
    }
}
