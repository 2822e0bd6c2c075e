//! Platforms: the customer is who pays, the advertiser or buyer of data. Users
//! are another party, counted apart and never given a value.

use klantwijzer_plugin::{
    Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, Scorer, ValueFactor,
    export_plugin,
};

struct Social {
    facts: Facts,
    value: Value,
    potential: Potential,
}

struct Facts {
    spend: FactHandle,
    spend_before: FactHandle,
    data: FactHandle,
    revenue: FactHandle,
    support: FactHandle,
    acquisition: FactHandle,
    leads: FactHandle,
    wallet: FactHandle,
    relative_size: FactHandle,
    audience_fit: FactHandle,
    judgement: FactHandle,
}

struct Value {
    spend: ValueFactor,
    data: ValueFactor,
    revenue: ValueFactor,
    support: ValueFactor,
    acquisition: ValueFactor,
    leads: ValueFactor,
}

struct Potential {
    wallet: PotentialFactor,
    growth: PotentialFactor,
    budget: PotentialFactor,
    audience: PotentialFactor,
    judgement: PotentialFactor,
}

impl Scorer for Social {
    const MANIFEST: &'static str = include_str!("../manifest.json");

    fn new(plan: &Plan<'_>, _config: &str) -> Result<Self, PluginError> {
        Ok(Self {
            facts: Facts {
                spend: plan.fact("ad_spend_12m")?,
                spend_before: plan.fact("ad_spend_prev_12m")?,
                data: plan.fact("data_sales_12m")?,
                revenue: plan.fact("net_revenue_12m")?,
                support: plan.fact("support_cost_12m")?,
                acquisition: plan.fact("acquisition_cost_12m")?,
                leads: plan.fact("lead_margin_12m")?,
                wallet: plan.fact("share_of_wallet")?,
                relative_size: plan.fact("relative_size")?,
                audience_fit: plan.fact("pain_fit")?,
                judgement: plan.fact("manager_judgement")?,
            },
            value: Value {
                spend: plan.value("ad_spend")?,
                data: plan.value("data_sales")?,
                revenue: plan.value("revenue")?,
                support: plan.value("support")?,
                acquisition: plan.value("acquisition")?,
                leads: plan.value("leads")?,
            },
            potential: Potential {
                wallet: plan.potential("wallet")?,
                growth: plan.potential("growth")?,
                budget: plan.potential("budget")?,
                audience: plan.potential("audience")?,
                judgement: plan.potential("judgement")?,
            },
        })
    }

    fn score(&self, customer: &Customer<'_>, score: &mut Score) {
        let (facts, value, potential) = (&self.facts, &self.value, &self.potential);
        let spend = customer.get(facts.spend);
        let data = customer.get(facts.data);
        let revenue = customer.get(facts.revenue);
        if spend.is_nan() && data.is_nan() {
            if revenue.is_nan() {
                // Costs alone are no value.
                return;
            }
            // A book without spend or data sales has them among its invoices.
            score.add(value.revenue, revenue);
        }
        score.add(value.spend, spend);
        score.add(value.data, data);
        score.add(value.support, -customer.get(facts.support));
        score.add(value.acquisition, -customer.get(facts.acquisition));
        score.add(value.leads, customer.get(facts.leads));

        score.rate(potential.wallet, 1.0 - customer.get(facts.wallet));
        score.rate(potential.growth, growth(spend, customer.get(facts.spend_before)));
        // Peers show what budget there can be.
        score.rate(potential.budget, 1.0 - customer.get(facts.relative_size));
        score.rate(potential.audience, customer.get(facts.audience_fit) / 10.0);
        score.rate(potential.judgement, customer.get(facts.judgement) / 10.0);
    }
}

/// Growth as a share: 0 where all was lost, a half where nothing changed, 1 from
/// twice as much. Unknown without anything to compare with.
fn growth(now: f64, before: f64) -> f64 {
    if before > 0.0 { now / before / 2.0 } else { f64::NAN }
}

export_plugin!(Social);

#[cfg(test)]
mod tests;
