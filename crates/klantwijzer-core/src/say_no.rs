//! When to say NO: advice with reasons; a person decides.

use serde::{Deserialize, Serialize};

use crate::acquisition::CostRatio;
use crate::facts::{CustomerFacts, Fact, known};
use crate::profile::{CriterionLine, Fit, Traits, criteria};
use crate::review::Standing;
use crate::settings::{NoSigns, Settings};
use crate::types::CustomerType;

/// A step of the ladder that ends in NO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoAction {
    /// One sign: lower the cost or automate first.
    LowerCost,
    /// Two signs or more: say NO.
    SayNo,
}

/// A sign against a customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "sign", rename_all = "snake_case")]
pub enum Sign {
    /// Selling costs as much as it brings.
    AcquisitionCost {
        /// Cost in twelve months.
        cost: f64,
        /// Net revenue in twelve months.
        revenue: f64,
        /// Cost over revenue; `None` without revenue.
        ratio: Option<f64>,
    },
    /// Nothing is left after service.
    MarginAfterService {
        /// Margin (or revenue where cost is unknown) less support cost.
        left: f64,
        /// What service cost.
        support_cost: f64,
        /// Requests to the service desk.
        requests: Option<f64>,
        /// Whether it starts from margin and not from revenue.
        from_margin: bool,
    },
    /// The mirror of the ideal customer.
    LeastIdeal {
        /// The criteria that say so.
        criteria: Vec<CriterionLine>,
    },
    /// An invoice is open too long.
    OpenInvoice {
        /// Days since its date.
        days: f64,
        /// What is overdue.
        amount: Option<f64>,
    },
}

/// What would take a sign away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// Sales and marketing cost below this.
    CostBelow {
        /// Money per year.
        amount: f64,
    },
    /// Revenue above this, at the same cost.
    RevenueAbove {
        /// Money per year.
        amount: f64,
    },
    /// Support cost below this.
    SupportBelow {
        /// Money per year.
        amount: f64,
    },
    /// The oldest invoice is paid.
    InvoicePaid,
    /// It comes to fit the profile better.
    BetterFit,
}

/// The advice about one party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Two signs or more.
    SayNo,
    /// One sign.
    LowerCost,
    /// No sign, or not transactional.
    Keep,
    /// A prospect that fits.
    Welcome,
    /// A prospect that fits in part.
    LookCloser,
    /// Advice to say NO is never given about it.
    Exempt {
        /// Why.
        because: Exemption,
    },
    /// Too little is known.
    TooLittleKnown,
}

/// Why advice to say NO is never given about a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Exemption {
    /// A recipient of a free service, or a user.
    NoMoney,
    /// The sector never does.
    Sector,
    /// The type is provisional.
    Provisional,
    /// A person gave the type.
    Overridden,
    /// It belongs to a strategic group.
    StrategicGroup,
}

/// What the rules say of one customer.
#[derive(Debug, Clone, PartialEq)]
pub enum Advice {
    /// Not transactional, or no sign against it.
    Keep,
    /// Advice to say NO is never given about it; the signs are told all the same.
    Exempt(Exemption, Vec<Sign>),
    /// Nothing is known, for it has no score.
    TooLittleKnown,
    /// One sign: lower the cost. Two or more: say NO.
    Against(NoAction, Vec<Sign>),
}

/// A customer as the rules look at it.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// What is known of it.
    pub facts: CustomerFacts<'a>,
    /// What the last review made of it.
    pub standing: Standing,
    /// Whether a person gave it its type.
    pub overridden: bool,
    /// Whether its sector never says NO.
    pub never_say_no: bool,
    /// Whether one of its group of companies is strategic.
    pub in_strategic_group: bool,
}

/// What the rules say of a customer.
pub fn advise(customer: &Candidate<'_>, settings: &Settings) -> Advice {
    if let Some(exemption) = exemption(customer) {
        return Advice::Exempt(exemption, signs(&customer.facts, settings));
    }
    match customer.standing.customer_type() {
        None => return Advice::TooLittleKnown,
        Some(CustomerType::Transactional) => {}
        Some(_) => return Advice::Keep,
    }
    let signs = signs(&customer.facts, settings);
    match signs.len() {
        0 => Advice::Keep,
        1 => Advice::Against(NoAction::LowerCost, signs),
        _ => Advice::Against(NoAction::SayNo, signs),
    }
}

fn exemption(customer: &Candidate<'_>) -> Option<Exemption> {
    if matches!(customer.standing, Standing::NoMoney) {
        return Some(Exemption::NoMoney);
    }
    if customer.never_say_no {
        return Some(Exemption::Sector);
    }
    if customer.overridden {
        return Some(Exemption::Overridden);
    }
    let Standing::Typed(record) = customer.standing else { return None };
    if record.customer_type != CustomerType::Transactional {
        return None;
    }
    if record.provisional.any() {
        return Some(Exemption::Provisional);
    }
    customer.in_strategic_group.then_some(Exemption::StrategicGroup)
}

/// The advice about a prospect. It is held against the ideal profile: one that
/// mirrors it on all that is known, or on two criteria or more, gets a NO; one
/// that fits in part a closer look.
pub fn of_prospect(lines: &[CriterionLine]) -> Verdict {
    if !lines.iter().any(|line| line.fit.is_known()) {
        Verdict::TooLittleKnown
    } else if Fit::Ideal.is_of_all(lines) {
        Verdict::Welcome
    } else if Fit::Least.is_of_all(lines) || Fit::Least.count(lines) >= 2 {
        Verdict::SayNo
    } else {
        Verdict::LookCloser
    }
}

/// The signs against a customer, whatever its type.
pub fn signs(customer: &CustomerFacts<'_>, settings: &Settings) -> Vec<Sign> {
    [
        cost_sign(customer, settings),
        service_sign(customer, settings),
        profile_sign(customer, settings),
        invoice_sign(customer, settings),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What would take each of the signs away.
pub fn changes(signs: &[Sign], limits: &NoSigns) -> Vec<Change> {
    let mut changes = Vec::new();
    for sign in signs {
        match sign {
            Sign::AcquisitionCost { cost, revenue, .. } => {
                if *revenue > 0.0 {
                    let amount = revenue * limits.acquisition_ratio;
                    changes.push(Change::CostBelow { amount });
                }
                if limits.acquisition_ratio > 0.0 {
                    let amount = cost / limits.acquisition_ratio;
                    changes.push(Change::RevenueAbove { amount });
                }
            }
            Sign::MarginAfterService { left, support_cost, .. } => {
                let amount = left + support_cost - limits.margin_after_service;
                if amount > 0.0 {
                    changes.push(Change::SupportBelow { amount });
                }
            }
            Sign::LeastIdeal { .. } => changes.push(Change::BetterFit),
            Sign::OpenInvoice { .. } => changes.push(Change::InvoicePaid),
        }
    }
    changes
}

fn cost_sign(customer: &CustomerFacts<'_>, settings: &Settings) -> Option<Sign> {
    let both = CostRatio::of(customer)?;
    both.reaches(settings.no_signs.acquisition_ratio).then(|| Sign::AcquisitionCost {
        cost: both.cost,
        revenue: both.revenue,
        ratio: both.ratio(),
    })
}

/// What is left after service: margin, or revenue where cost is unknown, less
/// support cost; and whether it starts from margin.
pub fn left_after_service(customer: &CustomerFacts<'_>) -> Option<(f64, bool)> {
    let margin = customer.fact(Fact::Margin12m);
    let from_margin = !margin.is_nan();
    let base = if from_margin { margin } else { customer.fact(Fact::Income12m) };
    let support = known(customer.fact(Fact::SupportCost12m)).unwrap_or_default();
    known(base - support).map(|left| (left, from_margin))
}

/// A customer who neither buys nor asks for anything takes no attention, so
/// nothing left is a sign only where there was service or a loss on what it
/// bought.
fn service_sign(customer: &CustomerFacts<'_>, settings: &Settings) -> Option<Sign> {
    let (left, from_margin) = left_after_service(customer)?;
    let support_cost = known(customer.fact(Fact::SupportCost12m)).unwrap_or_default();
    let active = support_cost > 0.0 || (from_margin && customer.fact(Fact::Invoices12m) > 0.0);
    (active && left <= settings.no_signs.margin_after_service).then(|| Sign::MarginAfterService {
        left,
        support_cost,
        requests: known(customer.fact(Fact::SupportRequests12m)),
        from_margin,
    })
}

fn profile_sign(customer: &CustomerFacts<'_>, settings: &Settings) -> Option<Sign> {
    let mut lines = criteria(&Traits::of(customer), &settings.ideal);
    let mirror = Fit::Least.is_of_all(&lines);
    lines.retain(|line| line.fit == Fit::Least);
    mirror.then_some(Sign::LeastIdeal { criteria: lines })
}

fn invoice_sign(customer: &CustomerFacts<'_>, settings: &Settings) -> Option<Sign> {
    let days = customer.fact(Fact::OldestOpenInvoiceDays);
    (days > f64::from(settings.no_signs.open_invoice_days))
        .then(|| Sign::OpenInvoice { days, amount: known(customer.fact(Fact::OverdueAmount)) })
}
