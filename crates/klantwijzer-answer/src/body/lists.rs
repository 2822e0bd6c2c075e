//! Lists of customers.

use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::money::Money;
use klantwijzer_core::period::Period;
use klantwijzer_core::review::{Outage, Pending, Provisional};
use klantwijzer_core::types::CustomerType;
use serde::Serialize;
use smol_str::SmolStr;

use crate::query::{Filter, Measure};

/// A customer as a line in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    /// The customer's number.
    pub no: CustomerNo,
    /// The outside id.
    pub id: SmolStr,
    /// The name; the outside id where there is none.
    pub name: String,
    /// Sector, as the book writes it.
    pub sector: Option<SmolStr>,
    /// Owner.
    pub owner: Option<SmolStr>,
    /// Country.
    pub country: Option<SmolStr>,
    /// The plugin that scored it.
    pub plugin: Option<SmolStr>,
    /// The type that holds: a person's override, or else the model's.
    pub customer_type: Option<CustomerType>,
    /// The model's own type, where an override replaces it.
    pub model_type: Option<CustomerType>,
    /// Why the type is provisional.
    pub provisional: Provisional,
    /// A change that waits for a second review.
    pub pending: Option<Pending>,
    /// Money per year.
    pub value: Option<f64>,
    /// 0 to 100.
    pub potential: Option<f64>,
    /// Share of the potential's weight that is known, 0 to 1.
    pub confidence: Option<f64>,
    /// The score of before that this is, where its plugin is out.
    pub kept: Option<KeptScore>,
}

/// A score of before that is kept because a plugin is out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptScore {
    /// The day of the review that scored it.
    pub scored_on: Date,
    /// The plugin's id.
    pub plugin: SmolStr,
    /// Why it scores nobody now.
    pub outage: Outage,
}

/// Customers of a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CustomerList {
    /// The types asked for; empty for all.
    pub types: Vec<CustomerType>,
    /// Who was considered.
    pub filter: Filter,
    /// The order.
    pub sort: Measure,
    /// How many there are.
    pub total: u32,
    /// How many of each type, among those who were considered.
    pub counts: [u32; 4],
    /// The first of them, at most [`MOST_LISTED`].
    pub customers: Vec<Card>,
}

/// The most customers that one answer lists.
pub const MOST_LISTED: usize = 1000;

/// Open invoices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overdue {
    /// The customer, when the question is about one.
    pub one: Option<Card>,
    /// Open for more days than this after the invoice date; `None` for past due.
    pub days: Option<u32>,
    /// How many customers.
    pub total: u32,
    /// What is overdue with them together.
    pub amount: f64,
    /// How many customers of those considered have anything open, due or not, and
    /// how much together.
    pub open: (u32, f64),
    /// The first of them, the oldest invoice first.
    pub rows: Vec<OverdueLine>,
}

/// Open invoices of one customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OverdueLine {
    /// The customer.
    pub card: Card,
    /// What is past due.
    pub amount: Option<f64>,
    /// Age of the oldest open invoice.
    pub oldest_days: f64,
}

/// Who bought or gave then and not now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lapsed {
    /// Bought or gave in this period.
    pub gave: Period,
    /// And not in this one.
    pub not: Period,
    /// How many bought or gave in the first period at all.
    pub then: u32,
    /// How many.
    pub total: u32,
    /// What they brought in the first period together.
    pub amount: Money,
    /// The first of them, the largest amount first.
    pub rows: Vec<(Card, Money)>,
}
