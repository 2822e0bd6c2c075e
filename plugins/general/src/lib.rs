//! Any seller to businesses. What the facts and factors mean to people stands
//! in `manifest.json`.

use klantwijzer_plugin::{
    Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, Scorer, ValueFactor, config,
    export_plugin,
};
use serde::Deserialize;

/// Orders in a year from which a customer could hardly order more often.
const MOST_ORDERS: f64 = 12.0;

/// What the team can set for this plugin.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Config {
    base: Base,
}

/// What a customer's income is counted by.
#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Base {
    /// Margin where it is known, else net revenue.
    #[default]
    Best,
    /// Net revenue.
    Revenue,
    /// Margin only.
    Margin,
}

struct General {
    base: Base,
    facts: Facts,
    value: Value,
    potential: Potential,
}

struct Facts {
    revenue: FactHandle,
    revenue_before: FactHandle,
    margin: FactHandle,
    support: FactHandle,
    acquisition: FactHandle,
    leads: FactHandle,
    wallet: FactHandle,
    headroom: FactHandle,
    size_fit: FactHandle,
    sector_fit: FactHandle,
    pain_fit: FactHandle,
    orders: FactHandle,
    judgement: FactHandle,
}

struct Value {
    revenue: ValueFactor,
    margin: ValueFactor,
    support: ValueFactor,
    acquisition: ValueFactor,
    leads: ValueFactor,
}

struct Potential {
    wallet: PotentialFactor,
    headroom: PotentialFactor,
    size: PotentialFactor,
    sector: PotentialFactor,
    pain: PotentialFactor,
    breadth: PotentialFactor,
    frequency: PotentialFactor,
    judgement: PotentialFactor,
    growth: PotentialFactor,
}

impl Scorer for General {
    const MANIFEST: &'static str = include_str!("../manifest.json");

    fn new(plan: &Plan<'_>, json: &str) -> Result<Self, PluginError> {
        let Config { base } = config(json)?;
        Ok(Self {
            base,
            facts: Facts {
                revenue: plan.fact("net_revenue_12m")?,
                revenue_before: plan.fact("net_revenue_prev_12m")?,
                margin: plan.fact("margin_12m")?,
                support: plan.fact("support_cost_12m")?,
                acquisition: plan.fact("acquisition_cost_12m")?,
                leads: plan.fact("lead_margin_12m")?,
                wallet: plan.fact("share_of_wallet")?,
                headroom: plan.fact("category_headroom")?,
                size_fit: plan.fact("size_fit")?,
                sector_fit: plan.fact("sector_fit")?,
                pain_fit: plan.fact("pain_fit")?,
                orders: plan.fact("invoices_12m")?,
                judgement: plan.fact("manager_judgement")?,
            },
            value: Value {
                revenue: plan.value("revenue")?,
                margin: plan.value("margin")?,
                support: plan.value("support")?,
                acquisition: plan.value("acquisition")?,
                leads: plan.value("leads")?,
            },
            potential: Potential {
                wallet: plan.potential("wallet")?,
                headroom: plan.potential("headroom")?,
                size: plan.potential("size")?,
                sector: plan.potential("sector")?,
                pain: plan.potential("pain")?,
                breadth: plan.potential("breadth")?,
                frequency: plan.potential("frequency")?,
                judgement: plan.potential("judgement")?,
                growth: plan.potential("growth")?,
            },
        })
    }

    fn score(&self, customer: &Customer<'_>, score: &mut Score) {
        self.score_value(customer, score);
        self.score_potential(customer, score);
    }
}

impl General {
    fn score_value(&self, customer: &Customer<'_>, score: &mut Score) {
        let (facts, value) = (&self.facts, &self.value);
        let margin = customer.get(facts.margin);
        let by_margin = match self.base {
            Base::Best => !margin.is_nan(),
            Base::Revenue => false,
            Base::Margin => true,
        };
        let (factor, income) = if by_margin {
            (value.margin, margin)
        } else {
            (value.revenue, customer.get(facts.revenue))
        };
        if income.is_nan() {
            // Costs alone are no value.
            return;
        }
        score.add(factor, income);
        score.add(value.support, -customer.get(facts.support));
        score.add(value.acquisition, -customer.get(facts.acquisition));
        score.add(value.leads, customer.get(facts.leads));
    }

    fn score_potential(&self, customer: &Customer<'_>, score: &mut Score) {
        let (facts, potential) = (&self.facts, &self.potential);
        let headroom = customer.get(facts.headroom);
        score.rate(potential.wallet, 1.0 - customer.get(facts.wallet));
        score.rate(potential.headroom, headroom);
        score.rate(potential.breadth, 1.0 - headroom);
        score.rate(potential.size, customer.get(facts.size_fit));
        score.rate(potential.sector, customer.get(facts.sector_fit));
        score.rate(potential.pain, customer.get(facts.pain_fit) / 10.0);
        score.rate(potential.frequency, customer.get(facts.orders) / MOST_ORDERS);
        score.rate(potential.judgement, customer.get(facts.judgement) / 10.0);
        let (now, before) = (customer.get(facts.revenue), customer.get(facts.revenue_before));
        score.rate(potential.growth, growth(now, before));
    }
}

/// Growth as a share: 0 where all was lost, a half where nothing changed, 1 from
/// twice as much. Unknown without anything to compare with.
fn growth(now: f64, before: f64) -> f64 {
    if before > 0.0 { now / before / 2.0 } else { f64::NAN }
}

export_plugin!(General);

#[cfg(test)]
mod tests;
