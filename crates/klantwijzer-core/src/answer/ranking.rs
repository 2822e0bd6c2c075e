//! The first by a measure, and how much hangs on few customers.

use std::collections::BTreeMap;

use super::body::{Answer, Body, Concentration, MissingData, Note, RankRow, Ranking};
use super::evidence::Figures;
use super::groups::{mean, sum};
use super::lists::{column_of, is_column, measured};
use super::scope::{First, Scope, first_by};
use crate::facts::PeriodFigures;
use crate::period::Period;
use crate::portfolio::Row;
use crate::query::{Entity, Filter, Measure};
use crate::review::ReviewChunk;

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
        let most = wanted.n.max(1) as usize;
        let figures = wanted.period.and_then(|period| self.evidence.figures(period));
        let known = self.rows(wanted.filter).filter_map(|row| {
            let amount = amount(&row, wanted.measure, figures);
            (!amount.is_nan()).then_some((amount, row))
        });
        let Lines { ranked, total, mut rows } = if wanted.entity == Entity::Customer {
            if wanted.filter.is_open() && figures.is_none() && is_column(wanted.measure) {
                let column = |scores: &'a ReviewChunk| column_of(wanted.measure, scores);
                self.customer_rows(self.portfolio.known_numbers(column), wanted, most)
            } else {
                self.customer_rows(known, wanted, most)
            }
        } else {
            self.group_rows(known, wanted, most)
        };
        let total = total.filter(|_| adds_up(wanted.measure));
        let mut notes: Vec<Note> =
            wanted.period.map(|period| Note::InPeriod { period }).into_iter().collect();
        if ranked == 0 {
            notes.extend(missing_for(wanted.measure).map(|missing| Note::NoData { missing }));
            if !wanted.filter.is_open() {
                notes.push(Note::NobodyFits);
            }
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
            rows,
            total,
        };
        self.answer(Body::Ranking(ranking), notes)
    }

    fn customer_rows(
        self,
        known: impl Iterator<Item = (f64, Row<'a>)>,
        wanted: Wanted<'_>,
        most: usize,
    ) -> Lines {
        let sign = if wanted.lowest { -1.0 } else { 1.0 };
        let mut first = First::new(most);
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

    fn group_rows(
        self,
        known: impl Iterator<Item = (f64, Row<'a>)>,
        wanted: Wanted<'_>,
        most: usize,
    ) -> Lines {
        let mut groups: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for (amount, row) in known {
            groups.entry(self.group_name(&row, wanted.entity).name).or_default().push(amount);
        }
        let total = sum(groups.values().flatten().copied());
        let mut rows: Vec<RankRow> = groups
            .into_iter()
            .filter_map(|(name, amounts)| {
                let customers = amounts.len() as u32;
                let amounts = amounts.into_iter();
                let amount = if adds_up(wanted.measure) { sum(amounts) } else { mean(amounts) }?;
                Some(RankRow { name, card: None, customers, amount, share: None })
            })
            .collect();
        rows.sort_by(|a, b| {
            let order = b.amount.total_cmp(&a.amount);
            let order = if wanted.lowest { order.reverse() } else { order };
            order.then_with(|| a.name.cmp(&b.name))
        });
        let ranked = rows.len() as u32;
        rows.truncate(most);
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
        let positive_value: f64 = values.iter().sum();
        let share_of = |count: u32| {
            let sum: f64 = values.iter().take(count as usize).sum();
            if positive_value > 0.0 { sum / positive_value } else { 0.0 }
        };
        let mut counts: Vec<u32> = STEPS.into_iter().chain(top).collect();
        counts.retain(|count| *count > 0 && *count as usize <= values.len());
        counts.sort_unstable();
        counts.dedup();
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
        Measure::Margin => Some(figure.margin.map_or(f64::NAN, crate::money::Money::to_f64)),
        Measure::Invoices => Some(f64::from(figure.invoices)),
        Measure::Gifts => Some(figure.gifts.to_f64()),
        Measure::AdSpend => Some(figure.ad_spend.to_f64()),
        _ => None,
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
