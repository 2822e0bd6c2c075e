//! To whom to say NO, and why.

use klantwijzer_core::profile::CriterionLine;
use klantwijzer_core::say_no::{Change, NoAction, Sign, Verdict};
use klantwijzer_core::types::CustomerType;
use serde::Serialize;

use super::Card;
use crate::query::{Filter, Prospect};

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
