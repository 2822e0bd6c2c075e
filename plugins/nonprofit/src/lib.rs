//! Charities and their donors: value is what a donor will give in a year, from
//! how often *and* how much. Recipients are another party, counted apart.

mod giving;

use klantwijzer_plugin::{
    Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, Scorer, ValueFactor, config,
    export_plugin,
};
use serde::Deserialize;

use giving::{Giver, Giving};

/// Gifts in two years from which a donor could hardly give more often: monthly.
const MOST_GIFTS: f64 = 24.0;

/// What the team can set for this plugin.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Config {
    /// How often a year a donor is asked, for donors of whom only the share of
    /// appeals that they answer is known.
    appeals_per_year: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { appeals_per_year: 4.0 }
    }
}

struct Nonprofit {
    appeals_per_year: f64,
    facts: Facts,
    value: Value,
    potential: Potential,
}

struct Facts {
    gifts_24m: FactHandle,
    gift_count_24m: FactHandle,
    gifts_total: FactHandle,
    gift_count_total: FactHandle,
    last_gift: FactHandle,
    average_gift: FactHandle,
    response_rate: FactHandle,
    days_since_last: FactHandle,
    days_since_first: FactHandle,
    fees: FactHandle,
    revenue: FactHandle,
    fundraising: FactHandle,
    brought: FactHandle,
    capacity: FactHandle,
    affinity: FactHandle,
    judgement: FactHandle,
}

struct Value {
    regular: ValueFactor,
    expected: ValueFactor,
    fees: ValueFactor,
    revenue: ValueFactor,
    fundraising: ValueFactor,
    brought: ValueFactor,
}

struct Potential {
    capacity: PotentialFactor,
    affinity: PotentialFactor,
    upgrade: PotentialFactor,
    frequency: PotentialFactor,
    judgement: PotentialFactor,
}

impl Scorer for Nonprofit {
    const MANIFEST: &'static str = include_str!("../manifest.json");

    fn new(plan: &Plan<'_>, json: &str) -> Result<Self, PluginError> {
        let Config { appeals_per_year } = config(json)?;
        if !(0.0..=366.0).contains(&appeals_per_year) {
            let told = "appeals_per_year must lie between 0 and 366".to_owned();
            return Err(PluginError::Config(told));
        }
        Ok(Self {
            appeals_per_year,
            facts: Facts {
                gifts_24m: plan.fact("gifts_24m")?,
                gift_count_24m: plan.fact("gift_count_24m")?,
                gifts_total: plan.fact("gifts_total")?,
                gift_count_total: plan.fact("gift_count_total")?,
                last_gift: plan.fact("last_gift")?,
                average_gift: plan.fact("fact:average_gift")?,
                response_rate: plan.fact("fact:response_rate")?,
                days_since_last: plan.fact("days_since_last_gift")?,
                days_since_first: plan.fact("days_since_first_gift")?,
                fees: plan.fact("membership_fees_12m")?,
                revenue: plan.fact("net_revenue_12m")?,
                fundraising: plan.fact("acquisition_cost_12m")?,
                brought: plan.fact("lead_margin_12m")?,
                capacity: plan.fact("fact:capacity")?,
                affinity: plan.fact("pain_fit")?,
                judgement: plan.fact("manager_judgement")?,
            },
            value: Value {
                regular: plan.value("regular")?,
                expected: plan.value("expected")?,
                fees: plan.value("fees")?,
                revenue: plan.value("revenue")?,
                fundraising: plan.value("fundraising")?,
                brought: plan.value("brought")?,
            },
            potential: Potential {
                capacity: plan.potential("capacity")?,
                affinity: plan.potential("affinity")?,
                upgrade: plan.potential("upgrade")?,
                frequency: plan.potential("frequency")?,
                judgement: plan.potential("judgement")?,
            },
        })
    }

    fn score(&self, customer: &Customer<'_>, score: &mut Score) {
        let giver = self.giver(customer);
        self.score_value(customer, &giver, score);
        self.score_potential(customer, &giver, score);
    }
}

impl Nonprofit {
    fn giver(&self, customer: &Customer<'_>) -> Giver {
        let facts = &self.facts;
        Giver {
            gifts_24m: customer.get(facts.gifts_24m),
            count_24m: customer.get(facts.gift_count_24m),
            gifts_total: customer.get(facts.gifts_total),
            count_total: customer.get(facts.gift_count_total),
            last: customer.get(facts.last_gift),
            average: customer.get(facts.average_gift),
            response: customer.get(facts.response_rate),
            days_since_last: customer.get(facts.days_since_last),
            days_since_first: customer.get(facts.days_since_first),
        }
    }

    fn score_value(&self, customer: &Customer<'_>, giver: &Giver, score: &mut Score) {
        let (facts, value) = (&self.facts, &self.value);
        let giving = giver.giving(self.appeals_per_year);
        let fees = customer.get(facts.fees);
        let revenue = customer.get(facts.revenue);
        if giving.is_none() && fees.is_nan() && revenue.is_nan() {
            // Costs alone are no value.
            return;
        }
        match giving {
            Some(Giving::Regular(money)) => score.add(value.regular, money),
            Some(Giving::Expected(money)) => score.add(value.expected, money),
            None => {}
        }
        score.add(value.fees, fees);
        score.add(value.revenue, revenue);
        score.add(value.fundraising, -customer.get(facts.fundraising));
        score.add(value.brought, customer.get(facts.brought));
    }

    fn score_potential(&self, customer: &Customer<'_>, giver: &Giver, score: &mut Score) {
        let (facts, potential) = (&self.facts, &self.potential);
        score.rate(potential.capacity, customer.get(facts.capacity) / 10.0);
        score.rate(potential.affinity, customer.get(facts.affinity) / 10.0);
        score.rate(potential.upgrade, giver.upgrade());
        let often = giver.count_24m / MOST_GIFTS;
        let often = if often.is_nan() { giver.response } else { often };
        score.rate(potential.frequency, often);
        score.rate(potential.judgement, customer.get(facts.judgement) / 10.0);
    }
}

export_plugin!(Nonprofit);

#[cfg(test)]
mod tests;
