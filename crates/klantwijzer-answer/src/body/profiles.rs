//! The ideal customer, and what is not known.

use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::settings::IdealProfile;
use serde::Serialize;
use smol_str::SmolStr;

use super::{Card, FactName};

/// The ideal or least ideal customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ideal {
    /// Least ideal.
    pub least: bool,
    /// The configured criteria.
    pub profile: IdealProfile,
    /// How many match all known criteria, at least one of them known.
    pub matches: u32,
    /// The most valuable (for least: the least valuable) of those, at most 10.
    pub examples: Vec<Card>,
    /// What the data says: margin after service per sector and size band, the
    /// best first (for least: the worst first).
    pub learned: Vec<LearnedBand>,
}

/// A band of sector and size, with what its customers bring.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LearnedBand {
    /// The sector; empty where unknown.
    pub sector: SmolStr,
    /// Employees, from and up to; open bounds where unknown.
    pub employees: Bounds,
    /// How many customers.
    pub customers: u32,
    /// Net revenue of them together.
    pub revenue: f64,
    /// Margin (or revenue) less support and acquisition cost, per customer.
    pub left_each: f64,
    /// Share of them with high value, 0 to 1.
    pub high_value: f64,
}

/// What is not known.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gaps {
    /// The field asked about.
    pub field: Option<FactName>,
    /// Customers considered.
    pub customers: u32,
    /// Fields with how many lack it, those that would settle most first.
    pub fields: Vec<Gap>,
    /// Customers who lack the field asked about, or most fields; the most
    /// valuable first.
    pub rows: Vec<GapLine>,
}

/// A field that is not known of everybody.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gap {
    /// The field.
    pub field: FactName,
    /// How many lack it.
    pub unknown: u32,
    /// Share of the potential's weight that hangs on it, 0 to 1, on average.
    pub weight: f64,
}

/// A customer with what is not known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GapLine {
    /// The customer.
    pub card: Card,
    /// What is not known.
    pub unknown: Vec<FactName>,
}
