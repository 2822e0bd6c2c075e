//! Customers or groups side by side.

use klantwijzer_core::types::CustomerType;
use serde::Serialize;

use super::Card;
use crate::query::Filter;

/// Customers or groups side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The sides, in the order asked.
    pub sides: Vec<Side>,
}

/// One side of a comparison. Means are over those of whom it is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Side {
    /// The customer, when it is one.
    pub card: Option<Card>,
    /// The type, when it is all of a type.
    pub customer_type: Option<CustomerType>,
    /// The filter, when it is a group.
    pub filter: Option<Filter>,
    /// How many customers.
    pub customers: u32,
    /// How many of each type.
    pub counts: [u32; 4],
    /// The sum of values.
    pub value: Option<f64>,
    /// The mean potential.
    pub potential: Option<f64>,
    /// Net revenue in twelve months.
    pub revenue: Option<f64>,
    /// Net revenue in the twelve months before.
    pub revenue_before: Option<f64>,
    /// Sales and marketing cost in twelve months.
    pub acquisition_cost: Option<f64>,
    /// Support cost in twelve months.
    pub support_cost: Option<f64>,
    /// Invoices in twelve months.
    pub invoices: Option<f64>,
    /// Mean days to pay.
    pub days_to_pay: Option<f64>,
}
