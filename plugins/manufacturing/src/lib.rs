//! Makers of goods: fit is size and outside regulation, service weighs, and
//! buyers with slow order cycles are judged over two years.

use klantwijzer_plugin::{
    Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, Scorer, ValueFactor,
    export_plugin,
};

/// A buyer with a longer median gap between orders, in days, is judged over two
/// years: one year may hold one order or none by chance.
const SLOW_CYCLE: f64 = 180.0;
/// Employees from which size is ideal, in full-time equivalents.
const IDEAL_EMPLOYEES: f64 = 100.0;
/// Share of revenue that support costs where no room to grow is left.
const HEAVY_SUPPORT: f64 = 0.2;

struct Manufacturing {
    facts: Facts,
    value: Value,
    potential: Potential,
}

struct Facts {
    revenue: FactHandle,
    revenue_two_years: FactHandle,
    order_gap: FactHandle,
    margin: FactHandle,
    support: FactHandle,
    acquisition: FactHandle,
    leads: FactHandle,
    wallet: FactHandle,
    headroom: FactHandle,
    employees: FactHandle,
    regulation: FactHandle,
    pain_fit: FactHandle,
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
    headroom: PotentialFactor,
    size: PotentialFactor,
    regulation: PotentialFactor,
    pain: PotentialFactor,
    support: PotentialFactor,
    judgement: PotentialFactor,
}

impl Scorer for Manufacturing {
    const MANIFEST: &'static str = include_str!("../manifest.json");

    fn new(plan: &Plan<'_>, _config: &str) -> Result<Self, PluginError> {
        Ok(Self {
            facts: Facts {
                revenue: plan.fact("net_revenue_12m")?,
                revenue_two_years: plan.fact("net_revenue_24m")?,
                order_gap: plan.fact("median_days_between_invoices")?,
                margin: plan.fact("margin_12m")?,
                support: plan.fact("support_cost_12m")?,
                acquisition: plan.fact("acquisition_cost_12m")?,
                leads: plan.fact("lead_margin_12m")?,
                wallet: plan.fact("share_of_wallet")?,
                headroom: plan.fact("category_headroom")?,
                employees: plan.fact("employees")?,
                regulation: plan.fact("regulatory_pressure")?,
                pain_fit: plan.fact("pain_fit")?,
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
                headroom: plan.potential("headroom")?,
                size: plan.potential("size")?,
                regulation: plan.potential("regulation")?,
                pain: plan.potential("pain")?,
                support: plan.potential("support_load")?,
                judgement: plan.potential("judgement")?,
            },
        })
    }

    fn score(&self, customer: &Customer<'_>, score: &mut Score) {
        let (facts, value, potential) = (&self.facts, &self.value, &self.potential);
        let revenue = self.yearly_revenue(customer);
        let support = customer.get(facts.support);

        match self.margin_share(customer) {
            Some(share) => score.add(value.margin, share * revenue),
            None => score.add(value.revenue, revenue),
        }
        score.add(value.support, -support);
        score.add(value.acquisition, -customer.get(facts.acquisition));
        score.add(value.leads, customer.get(facts.leads));

        let room = 1.0 - customer.get(facts.wallet);
        let room = if room.is_nan() { customer.get(facts.headroom) } else { room };
        score.rate(potential.headroom, room);
        score.rate(potential.size, customer.get(facts.employees) / IDEAL_EMPLOYEES);
        score.rate(potential.regulation, customer.get(facts.regulation) / 10.0);
        score.rate(potential.pain, customer.get(facts.pain_fit) / 10.0);
        score.rate(potential.support, lightness(support, revenue));
        score.rate(potential.judgement, customer.get(facts.judgement) / 10.0);
    }
}

impl Manufacturing {
    /// Net revenue per year, over two years for a buyer with a slow cycle.
    fn yearly_revenue(&self, customer: &Customer<'_>) -> f64 {
        let last_year = customer.get(self.facts.revenue);
        let two_years = customer.get(self.facts.revenue_two_years);
        let slow = customer.get(self.facts.order_gap) > SLOW_CYCLE;
        if slow && !two_years.is_nan() { two_years / 2.0 } else { last_year }
    }

    /// The part of revenue that was margin in the last year, where that can be
    /// said.
    fn margin_share(&self, customer: &Customer<'_>) -> Option<f64> {
        let revenue = customer.get(self.facts.revenue);
        let share = customer.get(self.facts.margin) / revenue;
        (revenue > 0.0 && share.is_finite()).then_some(share)
    }
}

/// How little of the revenue support takes: 1 for none of it, 0 from
/// [`HEAVY_SUPPORT`] on, or where support was given for no revenue at all.
fn lightness(support: f64, revenue: f64) -> f64 {
    if support.is_nan() || revenue.is_nan() {
        f64::NAN
    } else if revenue <= 0.0 {
        if support > 0.0 { 0.0 } else { f64::NAN }
    } else {
        1.0 - support / revenue / HEAVY_SUPPORT
    }
}

export_plugin!(Manufacturing);

#[cfg(test)]
mod tests;
