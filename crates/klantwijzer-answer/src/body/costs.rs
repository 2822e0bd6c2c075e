//! What customers cost to win, to keep and to serve.

use klantwijzer_core::acquisition::{LadderStep, Light};
use klantwijzer_core::types::CustomerType;
use serde::Serialize;

use super::Card;
use crate::query::Entity;

/// What winning and keeping customers costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AcquisitionCost {
    /// The customer asked about.
    pub customer: Option<CostLine>,
    /// How customers are grouped.
    pub group_by: Entity,
    /// The groups, the worst ratio first.
    pub groups: Vec<GroupCost>,
    /// All considered customers together.
    pub all: GroupCost,
}

/// Cost against revenue of one customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CostLine {
    /// The customer.
    pub card: Card,
    /// Sales and marketing cost in twelve months.
    pub cost: f64,
    /// Net revenue in twelve months; gifts or spend where those are the income.
    pub revenue: f64,
    /// Cost over revenue; `None` without revenue.
    pub ratio: Option<f64>,
    /// Its colour.
    pub light: Light,
    /// What to do.
    pub step: LadderStep,
}

/// Cost against revenue of a group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupCost {
    /// The group's name; empty for customers without one.
    pub name: String,
    /// The type, when grouped by type.
    pub customer_type: Option<CustomerType>,
    /// How many customers.
    pub customers: u32,
    /// Sales and marketing cost in twelve months.
    pub cost: f64,
    /// Net revenue in twelve months.
    pub revenue: f64,
    /// Cost over revenue; `None` without revenue.
    pub ratio: Option<f64>,
    /// Its colour.
    pub light: Light,
}

/// Customers from a cost ratio on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AcquisitionCostList {
    /// The ratio.
    pub ratio: f64,
    /// How many there are.
    pub total: u32,
    /// The first of them, the worst first.
    pub rows: Vec<CostLine>,
}

/// What service costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CostToServe {
    /// Whether one customer was asked about.
    pub one: bool,
    /// How many customers had service.
    pub total: u32,
    /// Support cost of all of them.
    pub support_cost: f64,
    /// The first of them, the most expensive first.
    pub rows: Vec<ServeLine>,
}

/// Service cost of one customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ServeLine {
    /// The customer.
    pub card: Card,
    /// Support cost in twelve months.
    pub support_cost: f64,
    /// Requests in twelve months.
    pub requests: Option<f64>,
    /// Net revenue in twelve months.
    pub revenue: Option<f64>,
    /// Margin, or revenue where cost is unknown, less support cost.
    pub left: Option<f64>,
}
