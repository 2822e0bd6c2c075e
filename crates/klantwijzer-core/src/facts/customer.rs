//! What is known of one customer, for the rules to look at.

use super::{Fact, FactColumns};
use crate::customer::Roles;

/// One customer in columns of facts.
#[derive(Debug, Clone, Copy)]
pub struct CustomerFacts<'a> {
    /// The columns; `None` before the first review.
    pub columns: Option<&'a FactColumns>,
    /// The customer's row in them.
    pub row: usize,
    /// In what capacities it is in the book.
    pub roles: Roles,
    /// Sector, as the book writes it.
    pub sector: Option<&'a str>,
}

impl CustomerFacts<'_> {
    /// One fact; NaN when unknown.
    pub fn fact(&self, fact: Fact) -> f64 {
        self.columns.map_or(f64::NAN, |columns| columns.fact(fact, self.row))
    }
}

/// A number as an option: `None` for NaN.
pub fn known(number: f64) -> Option<f64> {
    (!number.is_nan()).then_some(number)
}
