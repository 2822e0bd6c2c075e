//! To whom to say NO, and why.

use serde::Serialize;

use super::Card;
use super::CriterionLine;
use crate::query::{Filter, NoAction, Prospect};
use crate::types::CustomerType;

/// To whom to say NO.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SayNoList {
    /// The step asked for; `None` for both.
    pub action: Option<NoAction>,
    /// Who was considered.
    pub filter: Filter,
    /// How many to lower the cost of.
    pub lower_cost: u32,
    /// How many to say NO to.
    pub say_no: u32,
    /// The cases, those to say NO to first, then by how much they cost.
    pub cases: Vec<NoCase>,
}

/// The say-NO advice about a customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoCase {
    /// The customer.
    pub card: Card,
    /// The signs against it.
    pub signs: Vec<Sign>,
    /// The step of the ladder.
    pub action: NoAction,
    /// What would change the advice, one line a sign.
    pub changes: Vec<Change>,
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

/// Whether to say NO to one party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SayNoCheck {
    /// The customer; `None` for a prospect.
    pub card: Option<Card>,
    /// The prospect as described.
    pub prospect: Option<Prospect>,
    /// The advice.
    pub verdict: Verdict,
    /// The signs against it.
    pub signs: Vec<Sign>,
    /// What would change the advice.
    pub changes: Vec<Change>,
    /// The criteria of the ideal profile.
    pub criteria: Vec<CriterionLine>,
    /// For a prospect whose sector or size is known: what customers like it are.
    pub expected: Option<Expected>,
}

/// What to expect of a prospect, by the customers that resemble it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Expected {
    /// How many customers resemble it in sector and size.
    pub alike: u32,
    /// How many of those have each type.
    pub counts: [u32; 4],
    /// The type to expect: the one that most of those have; `None` where they
    /// are divided, or nobody resembles it.
    pub customer_type: Option<CustomerType>,
    /// The median value of those.
    pub median_value: Option<f64>,
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
