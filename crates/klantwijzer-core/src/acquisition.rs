//! The acquisition-cost ratio and its ladder.
//!
//! The ratio is yearly sales and marketing cost of a customer over its yearly
//! revenue; not the cost of winning one customer that others call CAC. High
//! cost and low revenue: lower the cost, for instance by automating; only then
//! say NO.

use crate::answer::body::{LadderStep, Light, NoCase};
use crate::facts::Fact;
use crate::portfolio::Row;
use crate::query::NoAction;

/// Below this ratio all is well.
pub const GREEN_BELOW: f64 = 0.25;
/// From this ratio on, cost eats all revenue.
pub const RED_FROM: f64 = 1.0;

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
    pub fn of(row: &Row<'_>) -> Option<Self> {
        let (cost, revenue) = (row.fact(Fact::AcquisitionCost12m), row.fact(Fact::Income12m));
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

    /// Its colour.
    pub fn light(self) -> Light {
        let badness = self.badness();
        if badness < GREEN_BELOW {
            Light::Green
        } else if badness < RED_FROM {
            Light::Amber
        } else {
            Light::Red
        }
    }

    /// The step of the ladder, given the say-NO advice about the customer.
    pub fn step(self, advice: Option<&NoCase>) -> LadderStep {
        match self.light() {
            Light::Green => LadderStep::Fine,
            Light::Amber => LadderStep::Watch,
            Light::Red if advice.is_some_and(|case| case.action == NoAction::SayNo) => {
                LadderStep::ThenNo
            }
            Light::Red => LadderStep::LowerCost,
        }
    }
}
