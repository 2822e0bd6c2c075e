//! Which customers a question is about, by what and in which groups.

use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::types::CustomerType;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

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
