//! The ideal customer, and what is not known of customers.

use std::collections::BTreeMap;

use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::facts::{Fact, known};
use klantwijzer_core::manifest::Axis;
use klantwijzer_core::profile::{Fit, criteria};
use klantwijzer_core::say_no::left_after_service;
use klantwijzer_core::types::CustomerType;
use smol_str::SmolStr;

use super::fill_in::{fact_to_fill_in, fill_in};
use super::groups::sum;
use super::scope::{Scope, first_by};
use crate::body::{
    Answer, Body, Card, FactName, Gap, GapLine, Gaps, Ideal, LearnedBand, MissingData, Note,
};
use crate::portfolio::Row;
use crate::query::Filter;

/// Where the size bands of the learned profile begin, in employees: the usual
/// bounds of micro, small, medium and large companies (EU recommendation
/// 2003/361), with the project's own 100 between.
const BANDS: [f64; 5] = [0.0, 10.0, 50.0, 100.0, 250.0];

/// Fewer customers than this in a band teach nothing.
const FEWEST_IN_BAND: usize = 3;

/// How many examples an ideal profile names.
const EXAMPLES: usize = 10;

impl<'a> Scope<'a> {
    pub(super) fn ideal_profile(self, least: bool) -> Answer {
        let profile = &self.portfolio.settings().ideal;
        let wanted = if least { Fit::Least } else { Fit::Ideal };
        let matches = |row: &Row<'_>| wanted.is_of_all(&criteria(&row.traits(), profile));
        let rows: Vec<Row<'a>> = self.portfolio.rows().filter(matches).collect();
        let sign = if least { -1.0 } else { 1.0 };
        let count = rows.len() as u32;
        let examples: Vec<Card> = first_by(rows, EXAMPLES, |row| sign * row.value())
            .iter()
            .map(|row| row.card(self.today))
            .collect();
        let learned = self.learned(least);
        let mut notes = Vec::new();
        notes.extend(self.note_missing(Fact::Employees, MissingData::Size));
        if self.portfolio.dictionaries().sectors.words().is_empty() {
            notes.push(Note::NoData { missing: MissingData::Sectors });
        }
        let ideal = Ideal { least, profile: profile.clone(), matches: count, examples, learned };
        self.answer(Body::Ideal(ideal), notes)
    }

    /// What customers of each sector and size leave after service and
    /// acquisition.
    fn learned(self, least: bool) -> Vec<LearnedBand> {
        let mut bands: BTreeMap<(SmolStr, usize), Vec<Row<'_>>> = BTreeMap::new();
        for row in self.portfolio.rows().filter(|row| row.record().is_some()) {
            let sector = row.sector().cloned().unwrap_or_default();
            bands.entry((sector, band_of(row.fact(Fact::Employees)))).or_default().push(row);
        }
        let mut learned: Vec<LearnedBand> = bands
            .into_iter()
            .filter(|(_, rows)| rows.len() >= FEWEST_IN_BAND)
            .map(|((sector, band), rows)| self.learned_band(sector, band, &rows))
            .collect();
        learned.sort_by(|a, b| {
            let order = b.left_each.total_cmp(&a.left_each);
            let order = if least { order.reverse() } else { order };
            order.then_with(|| a.sector.cmp(&b.sector))
        });
        learned
    }

    fn learned_band(self, sector: SmolStr, band: usize, rows: &[Row<'_>]) -> LearnedBand {
        let left = |row: &Row<'_>| {
            let after_service = left_after_service(&row.facts()).map_or(0.0, |(left, _)| left);
            after_service - known(row.fact(Fact::AcquisitionCost12m)).unwrap_or_default()
        };
        let high = |row: &&Row<'_>| self.type_of(row).is_some_and(CustomerType::high_value);
        LearnedBand {
            sector,
            employees: Bounds {
                min: BANDS.get(band).copied(),
                max: BANDS.get(band + 1).map(|next| next - 1.0),
                ..Bounds::default()
            },
            customers: rows.len() as u32,
            revenue: sum(rows.iter().map(|row| row.fact(Fact::Income12m))).unwrap_or_default(),
            left_each: rows.iter().map(left).sum::<f64>() / rows.len() as f64,
            high_value: rows.iter().filter(high).count() as f64 / rows.len() as f64,
        }
    }

    pub(super) fn data_gaps(self, field: Option<&SmolStr>, filter: &'a Filter) -> Answer {
        let rows: Vec<Row<'a>> =
            self.rows(filter).filter(|row| row.roles().can_bring_money()).collect();
        let mut gaps: BTreeMap<SmolStr, Gap> = BTreeMap::new();
        for row in &rows {
            for (field, weight) in profile_gaps(row) {
                let none = || Gap { field: field.clone(), unknown: 0, weight: 0.0 };
                let gap = gaps.entry(field.id.clone()).or_insert_with(none);
                gap.unknown += 1;
                gap.weight += weight;
            }
        }
        let mut fields: Vec<Gap> = gaps.into_values().collect();
        for gap in &mut fields {
            gap.weight /= rows.len().max(1) as f64;
        }
        fields.sort_by(|a, b| {
            b.weight
                .total_cmp(&a.weight)
                .then(b.unknown.cmp(&a.unknown))
                .then_with(|| a.field.id.cmp(&b.field.id))
        });
        let customers = rows.len() as u32;
        let lacks = |row: &Row<'_>| match field {
            Some(field) => profile_gaps(row).iter().any(|(name, _)| name.id == *field),
            None => !profile_gaps(row).is_empty(),
        };
        let lines = first_by(rows.into_iter().filter(lacks).collect(), usize::MAX, Row::value)
            .iter()
            .map(|row| GapLine { card: row.card(self.today), unknown: fill_in(row) })
            .collect();
        let field = field.map(|id| FactName { id: id.clone(), label: None });
        let gaps = Gaps { field, customers, fields, rows: lines };
        self.answer(Body::Gaps(gaps), self.narrowed_to(filter))
    }
}

fn band_of(employees: f64) -> usize {
    if employees.is_nan() {
        return BANDS.len();
    }
    BANDS.partition_point(|from| *from <= employees).saturating_sub(1)
}

/// The fields that people fill in and that are unknown of a customer, with the
/// share of the potential's weight that hangs on each.
fn profile_gaps(row: &Row<'_>) -> Vec<(FactName, f64)> {
    let named = |id: &str| (FactName { id: id.into(), label: None }, 0.0);
    let words = [("sector", row.sector()), ("owner", row.owner())].into_iter();
    let lacking = words.filter(|(_, word)| word.is_none());
    let mut gaps: Vec<(FactName, f64)> = lacking.map(|(id, _)| named(id)).collect();
    let Some(sector) = row.sector_record() else {
        return gaps;
    };
    let all: f64 = sector.factors_on(Axis::Potential).map(|(_, spec)| spec.weight).sum();
    let ideal = &row.settings().ideal;
    for name in fill_in(row) {
        let stands_for = |id: &SmolStr| fact_to_fill_in(id, None, ideal).id == name.id;
        let hangs_on: f64 = sector
            .factors_on(Axis::Potential)
            .filter(|(_, factor)| factor.facts.iter().any(stands_for))
            .map(|(_, factor)| factor.weight)
            .sum();
        match gaps.iter_mut().find(|(known, _)| known.id == name.id) {
            Some((_, weight)) => *weight += hangs_on / all,
            None => gaps.push((name, hangs_on / all)),
        }
    }
    gaps
}
