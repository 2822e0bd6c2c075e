//! The ideal customer, and what is not known.

use serde::Serialize;
use smol_str::SmolStr;

use super::Card;
use super::FactName;
use crate::query::Bounds;
use crate::settings::IdealProfile;

/// One criterion of the ideal profile held against a party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CriterionLine {
    /// The criterion.
    pub criterion: Criterion,
    /// How it comes out.
    pub fit: Fit,
    /// What was found, where it is a number.
    pub found: Option<f64>,
    /// What was found, where it is a word.
    pub found_text: Option<SmolStr>,
}

/// A criterion of the ideal profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Employees.
    Employees,
    /// Own revenue.
    CompanyRevenue,
    /// Sector.
    Sector,
    /// Fit with the pain.
    PainFit,
    /// Outside regulation.
    RegulatoryPressure,
}

impl Criterion {
    /// Every criterion, in the order in which they are told.
    pub const ALL: [Self; 5] = [
        Self::Employees,
        Self::CompanyRevenue,
        Self::PainFit,
        Self::RegulatoryPressure,
        Self::Sector,
    ];
}

impl Fit {
    /// How many of the lines come out like this.
    pub fn count(self, lines: &[CriterionLine]) -> usize {
        lines.iter().filter(|line| line.fit == self).count()
    }
}

/// How a party does on a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// As the ideal customer.
    Ideal,
    /// In between.
    Neutral,
    /// As the least ideal customer.
    Least,
    /// Not known.
    Unknown,
    /// The team wishes nothing on it.
    NoWish,
}

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
