//! Why a customer has its type, why not another, and what would change it.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::{Fact, known};
use klantwijzer_core::manifest::{Axis, FactorSpec};
use klantwijzer_core::profile::without_wish;
use klantwijzer_core::review::{SectorRecord, Standing};
use klantwijzer_core::types::CustomerType;

use super::fill_in::{fact_to_fill_in, fill_in, waits_for_review};
use super::scope::{Scope, failure_of, missing_fact};
use crate::body::{
    Answer, Body, Breakdown, FactLine, FactName, Lack, Obstacle, PotentialFactor, Room,
    ValueFactor, WhatIf, WhyNot,
};
use crate::portfolio::Row;

impl Scope<'_> {
    pub(super) fn why_type(self, customer: CustomerNo, claimed: Option<CustomerType>) -> Answer {
        self.about(customer, |row| {
            let mut breakdown = self.breakdown(&row);
            let now = breakdown.card.customer_type;
            breakdown.wrongly_claimed =
                claimed.filter(|claimed| now.is_some_and(|now| now != *claimed));
            Body::WhyType(breakdown)
        })
    }

    pub(super) fn why_not_type(self, customer: CustomerNo, asked: CustomerType) -> Answer {
        self.about(customer, |row| {
            let (obstacles, breakdown) = (self.obstacles(&row, asked), self.breakdown(&row));
            Body::WhyNotType(WhyNot { asked, obstacles, breakdown })
        })
    }

    pub(super) fn what_if(self, customer: CustomerNo, wanted: Option<CustomerType>) -> Answer {
        self.about(customer, |row| {
            let target = wanted.unwrap_or_else(|| one_step_up(self.type_of(&row)));
            let (obstacles, breakdown) = (self.obstacles(&row, target), self.breakdown(&row));
            let room = room(&breakdown.potential_factors);
            Body::WhatIf(WhatIf { target, obstacles, room, breakdown })
        })
    }

    fn breakdown(self, row: &Row<'_>) -> Breakdown {
        let sector = row.sector_record();
        let settings = self.portfolio.settings();
        let thresholds = self.portfolio.review().map_or(&settings.thresholds, |it| &it.thresholds);
        let unscored = match row.standing() {
            Standing::Unscored(why) => Some(why),
            _ => None,
        };
        let missing = unscored.and_then(|why| missing_fact(why, sector));
        let typed = row.record().is_some();
        let scored = sector.filter(|_| typed);
        Breakdown {
            card: row.card(self.today),
            plugin_version: sector.map(|sector| sector.version.clone()).unwrap_or_default(),
            unscored,
            failure: sector.and_then(failure_of),
            no_money: matches!(row.standing(), Standing::NoMoney),
            value_factors: scored.map_or_else(Vec::new, |s| value_factors(row, s)),
            potential_factors: scored.map_or_else(Vec::new, |s| potential_factors(row, s)),
            facts: sector.map_or_else(Vec::new, |sector| known_facts(row, sector)),
            rank: typed.then(|| self.rank(row)),
            ranked: sector.map_or(0, |sector| sector.customers),
            groups: self.sectors_in_use().count() as u32,
            high_value_from: sector.and_then(|s| finite(s.high_value_from)),
            high_potential_from: thresholds.high_potential,
            thresholds: thresholds.clone(),
            fill_in: missing.map_or_else(|| fill_in(row), |fact| vec![fact]),
            decision: row.decision(self.today).cloned(),
            wrongly_claimed: None,
        }
    }

    /// Position by value among the customers of the same plugin, from 1.
    fn rank(self, row: &Row<'_>) -> u32 {
        let sector = row.sector_record().map(|sector| &sector.id);
        let above = |other: &Row<'_>| {
            other.value() > row.value() && other.sector_record().map(|s| &s.id) == sector
        };
        1 + self.portfolio.rows().filter(above).count() as u32
    }

    fn obstacles(self, row: &Row<'_>, asked: CustomerType) -> Vec<Obstacle> {
        let Some(record) = row.record() else {
            return vec![Obstacle::Unscored];
        };
        if self.type_of(row) == Some(asked) {
            return Vec::new();
        }
        let mut obstacles = Vec::new();
        if row.decision(self.today).is_some() {
            obstacles.push(Obstacle::Overridden);
        }
        if let Some(pending) = record.pending.filter(|pending| pending.to == asked) {
            obstacles.push(Obstacle::Waiting { since: pending.since });
            return obstacles;
        }
        obstacles.extend(value_obstacle(row, record.customer_type, asked));
        obstacles.extend(self.potential_obstacle(row, record.customer_type, asked));
        obstacles
    }

    fn potential_obstacle(
        self,
        row: &Row<'_>,
        now: CustomerType,
        asked: CustomerType,
    ) -> Option<Obstacle> {
        let thresholds = &self.portfolio.review()?.thresholds;
        let potential = row.potential();
        match (now.high_potential(), asked.high_potential()) {
            (false, true) => Some(Obstacle::PotentialTooLow {
                potential: known(potential),
                needed: thresholds.high_potential,
            }),
            (true, false) => {
                Some(Obstacle::PotentialTooHigh { potential, below: thresholds.leave_potential })
            }
            _ => None,
        }
    }
}

fn value_obstacle(row: &Row<'_>, now: CustomerType, asked: CustomerType) -> Option<Obstacle> {
    let sector = row.sector_record();
    let value = row.value();
    match (now.high_value(), asked.high_value()) {
        (false, true) => {
            let needed = sector.and_then(|sector| finite(sector.high_value_from));
            Some(Obstacle::ValueTooLow { value, needed })
        }
        (true, false) => {
            let below = sector.and_then(|sector| finite(sector.keep_value_from));
            Some(Obstacle::ValueTooHigh { value, below })
        }
        _ => None,
    }
}

fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

/// The next type to grow to: from transactional by potential, else by the axis
/// that is missing.
fn one_step_up(now: Option<CustomerType>) -> CustomerType {
    match now {
        Some(CustomerType::Transactional) | None => CustomerType::Development,
        Some(_) => CustomerType::Strategic,
    }
}

fn value_factors(row: &Row<'_>, sector: &SectorRecord) -> Vec<ValueFactor> {
    let by_margin = |spec: &FactorSpec| reads(spec, &[Fact::Margin12m]);
    let counts_margin = sector
        .factors_on(Axis::Value)
        .any(|(column, spec)| by_margin(spec) && !row.factor(column).is_nan());
    sector
        .factors_on(Axis::Value)
        .map(|(column, spec)| {
            let amount = known(row.factor(column));
            let revenue = reads(spec, &[Fact::NetRevenue12m, Fact::NetRevenue24m]);
            ValueFactor {
                id: spec.id.clone(),
                label: spec.label.clone(),
                amount,
                margin_instead: amount.is_none() && revenue && !by_margin(spec) && counts_margin,
            }
        })
        .collect()
}

fn reads(factor: &FactorSpec, facts: &[Fact]) -> bool {
    facts.iter().any(|fact| factor.facts.iter().any(|id| id == fact.id()))
}

/// The potential factors with the most that each could give: its weight over
/// the weight of what is known, itself included.
fn potential_factors(row: &Row<'_>, sector: &SectorRecord) -> Vec<PotentialFactor> {
    let weights = |known_only: bool| -> f64 {
        sector
            .factors_on(Axis::Potential)
            .filter(|(column, _)| !known_only || !row.factor(*column).is_nan())
            .map(|(_, spec)| spec.weight)
            .sum()
    };
    let (all, counted) = (weights(false), weights(true));
    sector
        .factors_on(Axis::Potential)
        .map(|(column, spec)| {
            let points = known(row.factor(column));
            let base = if points.is_some() { counted } else { counted + spec.weight };
            let unknown = unknown_facts(row, sector, &spec.facts);
            let lack = (points.is_none() && unknown.is_empty()).then(|| lack(row, spec));
            PotentialFactor {
                id: spec.id.clone(),
                label: spec.label.clone(),
                weight: spec.weight / all,
                points,
                most: 100.0 * spec.weight / base,
                unknown,
                lack,
            }
        })
        .collect()
}

/// The facts of a factor that are unknown, by what is lacking for them. A fit
/// that lacks nothing of the customer is not among them.
fn unknown_facts(row: &Row<'_>, sector: &SectorRecord, ids: &[smol_str::SmolStr]) -> Vec<FactName> {
    let ideal = &row.settings().ideal;
    let lacks_nothing = |id: &str| {
        Fact::from_id(id)
            .is_some_and(|fit| without_wish(fit, ideal).is_some() || waits_for_review(row, fit))
    };
    let label = |id: &str| Some(sector.facts.iter().find(|spec| spec.id == id)?.label.clone());
    ids.iter()
        .filter(|id| row.fact_by_id(id).is_nan() && !lacks_nothing(id))
        .map(|id| fact_to_fill_in(id, label(id), ideal))
        .collect()
}

/// Why a factor has no points although no fact of the customer is lacking.
fn lack(row: &Row<'_>, factor: &FactorSpec) -> Lack {
    let ideal = &row.settings().ideal;
    let facts = || factor.facts.iter().filter_map(|id| Fact::from_id(id));
    let mut unknown = facts().filter(|fact| row.fact(*fact).is_nan());
    if let Some(criterion) = unknown.clone().find_map(|fit| without_wish(fit, ideal)) {
        return Lack::Wish { criterion };
    }
    if unknown.any(|fit| waits_for_review(row, fit)) {
        return Lack::Review;
    }
    let before = [Fact::NetRevenuePrev12m, Fact::IncomePrev12m, Fact::AdSpendPrev12m];
    if facts().any(|fact| before.contains(&fact) && row.fact(fact) <= 0.0) {
        return Lack::EarlierYear;
    }
    Lack::Unsaid
}

fn known_facts(row: &Row<'_>, sector: &SectorRecord) -> Vec<FactLine> {
    sector
        .facts
        .iter()
        .map(|spec| FactLine {
            fact: FactName { id: spec.id.clone(), label: Some(spec.label.clone()) },
            unit: spec.unit,
            value: row.fact_by_id(&spec.id),
        })
        .filter(|line| !line.value.is_nan())
        .collect()
}

/// The factors with room to rise, the largest first. Where the team wishes
/// nothing, no customer can rise.
fn room(factors: &[PotentialFactor]) -> Vec<Room> {
    let mut room: Vec<Room> = factors
        .iter()
        .filter(|factor| !matches!(factor.lack, Some(Lack::Wish { .. })))
        .map(|factor| Room {
            label: factor.label.clone(),
            points: factor.most - factor.points.unwrap_or(0.0),
            unknown: factor.unknown.clone(),
        })
        .filter(|room| room.points >= 0.5)
        .collect();
    room.sort_by(|a, b| b.points.total_cmp(&a.points).then_with(|| a.label.en.cmp(&b.label.en)));
    room
}
