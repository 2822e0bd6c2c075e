//! The acquisition-cost ratio and its ladder.
//!
//! The ratio is yearly sales and marketing cost of a customer over its yearly
//! revenue; not the cost of winning one customer that others call CAC. High
//! cost and low revenue: lower the cost, for instance by automating; only then
//! say NO.

use serde::Serialize;

use crate::facts::{CustomerFacts, Fact};

/// Below this ratio all is well: a quarter of what a customer brings in is more than
/// selling usually costs, so what stays under it needs no look.
pub const GREEN_BELOW: f64 = 0.25;

/// Colour of an acquisition-cost ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// Below a quarter.
    Green,
    /// From a quarter on.
    Amber,
    /// From the team's own limit on, or cost without revenue.
    Red,
}

/// A step of the acquisition-cost ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LadderStep {
    /// Nothing to do.
    Fine,
    /// Keep an eye on it.
    Watch,
    /// High cost and low revenue: lower the cost, for instance by automating.
    LowerCost,
    /// The cost was lowered as far as it goes; only then NO.
    ThenNo,
}

/// Cost against revenue over twelve months.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct CostRatio {
    /// Sales and marketing cost.
    pub cost: f64,
    /// Income of every kind.
    pub revenue: f64,
}

impl CostRatio {
    /// Of one customer; `None` when cost or revenue is unknown.
    pub fn of(customer: &CustomerFacts<'_>) -> Option<Self> {
        let (cost, revenue) =
            (customer.fact(Fact::AcquisitionCost12m), customer.fact(Fact::Income12m));
        (cost.is_finite() && revenue.is_finite()).then_some(Self { cost, revenue })
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { cost: self.cost + other.cost, revenue: self.revenue + other.revenue }
    }

    /// Cost over revenue; `None` without revenue.
    pub fn ratio(self) -> Option<f64> {
        (self.revenue > 0.0).then(|| self.cost / self.revenue)
    }

    /// For putting the worst first: cost without revenue is worse than any ratio.
    pub fn badness(self) -> f64 {
        match self.ratio() {
            Some(ratio) => ratio,
            None if self.cost > 0.0 => f64::INFINITY,
            None => 0.0,
        }
    }

    /// Whether there is cost, and it is so large a part of revenue or larger.
    pub fn reaches(self, ratio: f64) -> bool {
        self.cost > 0.0 && self.badness() >= ratio
    }

    /// Its colour, where cost is too high from this ratio on.
    pub fn light(self, red_from: f64) -> Light {
        if self.reaches(red_from) {
            Light::Red
        } else if self.badness() < GREEN_BELOW {
            Light::Green
        } else {
            Light::Amber
        }
    }

    /// The step of the ladder, given whether the rules say NO to the customer.
    pub const fn step(light: Light, say_no: bool) -> LadderStep {
        match light {
            Light::Green => LadderStep::Fine,
            Light::Amber => LadderStep::Watch,
            Light::Red if say_no => LadderStep::ThenNo,
            Light::Red => LadderStep::LowerCost,
        }
    }
}
