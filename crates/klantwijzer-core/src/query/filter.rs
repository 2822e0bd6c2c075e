//! Which customers a question is about, by what and in which groups.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::types::CustomerType;

/// Which customers are considered; every part narrows, all open means all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Only customers of one of these types; empty for any, parties without a
    /// type included. [`Query::ListByType`] has its own list beside this one.
    pub types: Vec<CustomerType>,
    /// Sector, as the book writes it.
    pub sector: Option<SmolStr>,
    /// Owner, as the book writes it.
    pub owner: Option<SmolStr>,
    /// Country, as the book writes it.
    pub country: Option<SmolStr>,
    /// Sector plugin by id.
    pub plugin: Option<SmolStr>,
    /// Employees in full-time equivalents.
    pub employees: Bounds,
    /// The customer's own yearly revenue.
    pub company_revenue: Bounds,
    /// Customer value per year.
    pub value: Bounds,
}

impl Filter {
    /// Whether everybody is considered.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

/// From and up to, where given; both are included unless it says otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bounds {
    /// At least, or more than.
    pub min: Option<f64>,
    /// At most, or less than.
    pub max: Option<f64>,
    /// Strictly above `min`: "more than 100".
    #[serde(skip_serializing_if = "is_false")]
    pub exclude_min: bool,
    /// Strictly below `max`: "fewer than 100".
    #[serde(skip_serializing_if = "is_false")]
    pub exclude_max: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Bounds {
    /// This number and those above it.
    pub const fn at_least(min: f64) -> Self {
        Self { min: Some(min), max: None, exclude_min: false, exclude_max: false }
    }

    /// The numbers above this one.
    pub const fn above(min: f64) -> Self {
        Self { exclude_min: true, ..Self::at_least(min) }
    }

    /// This number and those below it.
    pub const fn at_most(max: f64) -> Self {
        Self { min: None, max: Some(max), exclude_min: false, exclude_max: false }
    }

    /// The numbers below this one.
    pub const fn below(max: f64) -> Self {
        Self { exclude_max: true, ..Self::at_most(max) }
    }

    /// From one number up to the other, both included.
    pub const fn between(min: f64, max: f64) -> Self {
        Self { max: Some(max), ..Self::at_least(min) }
    }

    /// Whether the number lies within; an unknown number lies only within open
    /// bounds.
    pub fn contain(&self, number: f64) -> bool {
        let from = |min: f64| if self.exclude_min { number > min } else { number >= min };
        let up_to = |max: f64| if self.exclude_max { number < max } else { number <= max };
        (self.min.is_none() && self.max.is_none())
            || (self.min.is_none_or(from) && self.max.is_none_or(up_to) && !number.is_nan())
    }
}

/// By what customers are ranked or listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Customer value per year.
    #[default]
    Value,
    /// Potential.
    Potential,
    /// Net revenue.
    Revenue,
    /// Margin.
    Margin,
    /// Number of invoices.
    Invoices,
    /// Gifts.
    Gifts,
    /// Spend on the platform.
    AdSpend,
    /// Leads referred.
    Leads,
    /// Cost of service.
    SupportCost,
    /// Acquisition cost.
    AcquisitionCost,
    /// Growth of net revenue against the year before.
    Growth,
    /// Employees.
    Employees,
    /// Number of customers, for groups of them.
    Customers,
    /// Name, for lists.
    Name,
}

/// What a ranking lists, or how customers are grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    /// Customers one by one.
    #[default]
    Customer,
    /// By sector.
    Sector,
    /// By owner.
    Owner,
    /// By country.
    Country,
    /// By customer type.
    Type,
    /// By group of parent and subsidiaries.
    Group,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_include_their_ends_unless_told_otherwise() {
        for (bounds, below, on, above) in [
            (Bounds::at_least(100.0), false, true, true),
            (Bounds::above(100.0), false, false, true),
            (Bounds::at_most(100.0), true, true, false),
            (Bounds::below(100.0), true, false, false),
            (Bounds::between(100.0, 100.0), false, true, false),
            (Bounds::default(), true, true, true),
        ] {
            let found = [99.5, 100.0, 100.5].map(|number| bounds.contain(number));
            assert_eq!(found, [below, on, above], "{bounds:?}");
        }
        assert!(!Bounds::above(100.0).contain(f64::NAN));
        assert!(Bounds::default().contain(f64::NAN));
    }

    #[test]
    fn a_bound_written_without_more_is_included() {
        let read: Bounds = serde_json::from_str(r#"{"min":100}"#).unwrap_or_default();
        assert_eq!(read, Bounds::at_least(100.0));
        let written = serde_json::to_string(&Bounds::above(100.0)).unwrap_or_default();
        assert_eq!(written, r#"{"min":100.0,"max":null,"exclude_min":true}"#);
    }
}
