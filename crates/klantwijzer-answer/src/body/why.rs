//! Why a customer has its type, why not another, and what would change it.

use jiff::civil::Date;
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::facts::Unit;
use klantwijzer_core::profile::Criterion;
use klantwijzer_core::review::{Override, Unscored};
use klantwijzer_core::settings::Thresholds;
use klantwijzer_core::types::CustomerType;
use serde::Serialize;
use smol_str::SmolStr;

use super::{Card, FactName};

/// Why a customer has its type: the recorded breakdown, read back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Breakdown {
    /// The customer.
    pub card: Card,
    /// The plugin's version.
    pub plugin_version: SmolStr,
    /// Why it has no score, where it has none.
    pub unscored: Option<Unscored>,
    /// Why its plugin failed, where it did.
    pub failure: Option<String>,
    /// Whether the party cannot bring money by nature.
    pub no_money: bool,
    /// What value is made of, in the plugin's order.
    pub value_factors: Vec<ValueFactor>,
    /// What potential is made of, in the plugin's order.
    pub potential_factors: Vec<PotentialFactor>,
    /// The known facts that the plugin reads.
    pub facts: Vec<FactLine>,
    /// Position by value among the customers of the plugin, from 1.
    pub rank: Option<u32>,
    /// How many customers of the plugin have a type.
    pub ranked: u32,
    /// How many plugins have customers with a type in the book: high value is
    /// another amount with each.
    pub groups: u32,
    /// Value is high from here on; `None` when nobody's is.
    pub high_value_from: Option<f64>,
    /// Potential is high from here on.
    pub high_potential_from: f64,
    /// The thresholds that were in force.
    pub thresholds: Thresholds,
    /// What to fill in to settle a provisional type.
    pub fill_in: Vec<FactName>,
    /// The override that is in force.
    pub decision: Option<Override>,
    /// The type that the question took for granted, where the customer has
    /// another one.
    pub wrongly_claimed: Option<CustomerType>,
}

/// One part of a value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueFactor {
    /// The factor's id.
    pub id: SmolStr,
    /// What people call it.
    pub label: Bilingual,
    /// Money per year; `None` when unknown.
    pub amount: Option<f64>,
    /// Whether it does not count because margin counts in its place.
    pub margin_instead: bool,
}

/// One part of a potential.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PotentialFactor {
    /// The factor's id.
    pub id: SmolStr,
    /// What people call it.
    pub label: Bilingual,
    /// Its weight as a share of all weights, 0 to 1.
    pub weight: f64,
    /// The points it gives; `None` when unknown.
    pub points: Option<f64>,
    /// The most points it could give, given what is known of the others.
    pub most: f64,
    /// The facts it is made from that are unknown.
    pub unknown: Vec<FactName>,
    /// Why it has no points although no fact is lacking.
    pub lack: Option<Lack>,
}

/// Why a part of a potential has no points although no fact of the customer is
/// lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "lack", rename_all = "snake_case")]
pub enum Lack {
    /// The team wishes nothing of its ideal customer on this criterion, so that
    /// nobody can fit.
    Wish {
        /// The criterion.
        criterion: Criterion,
    },
    /// The team has come to wish something since the last review.
    Review,
    /// There was no income in the year before to compare with.
    EarlierYear,
    /// The plugin does not say.
    Unsaid,
}

/// A fact with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactLine {
    /// The fact.
    pub fact: FactName,
    /// What it is measured in.
    pub unit: Unit,
    /// Its value.
    pub value: f64,
}

/// Why a customer is not of a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhyNot {
    /// The type asked about.
    pub asked: CustomerType,
    /// What stands in the way; empty when the customer has that type.
    pub obstacles: Vec<Obstacle>,
    /// The breakdown.
    pub breakdown: Breakdown,
}

/// What stands between a customer and a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "obstacle", rename_all = "snake_case")]
pub enum Obstacle {
    /// Value must rise.
    ValueTooLow {
        /// Money per year now.
        value: f64,
        /// Money per year from which it is high; `None` when it cannot be said.
        needed: Option<f64>,
    },
    /// Value is too high for it.
    ValueTooHigh {
        /// Money per year now.
        value: f64,
        /// Money per year below which it is not high any more.
        below: Option<f64>,
    },
    /// Potential must rise.
    PotentialTooLow {
        /// Now; `None` when unknown.
        potential: Option<f64>,
        /// From here on it is high.
        needed: f64,
    },
    /// Potential is too high for it.
    PotentialTooHigh {
        /// Now.
        potential: f64,
        /// Below here it is not high any more.
        below: f64,
    },
    /// A person gave it another type.
    Overridden,
    /// The numbers point to it already, but a second review must say so.
    Waiting {
        /// Since when.
        since: Date,
    },
    /// It has no score at all.
    Unscored,
}

/// What would make a customer another type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhatIf {
    /// The type to reach.
    pub target: CustomerType,
    /// What is in the way; empty when there already.
    pub obstacles: Vec<Obstacle>,
    /// The factors with most room to rise, the largest first.
    pub room: Vec<Room>,
    /// The breakdown.
    pub breakdown: Breakdown,
}

/// How much a factor could add to potential.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Room {
    /// What people call the factor.
    pub label: Bilingual,
    /// The points that it could add at most.
    pub points: f64,
    /// The facts that are unknown and might add them.
    pub unknown: Vec<FactName>,
}
