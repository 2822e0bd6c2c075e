//! How types and scores changed.

use jiff::civil::Date;
use klantwijzer_core::types::CustomerType;
use serde::Serialize;
use smol_str::SmolStr;

use super::Card;

/// Who changed type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moved {
    /// The day of the earlier review.
    pub from_review: Option<Date>,
    /// The day of the later one.
    pub to_review: Date,
    /// Only those who left this type.
    pub from: Option<CustomerType>,
    /// Only those who came to this type.
    pub to: Option<CustomerType>,
    /// How many moved.
    pub total: u32,
    /// The moves, the most valuable first.
    pub rows: Vec<Move>,
}

/// A change of type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Move {
    /// The customer as it is now.
    pub card: Card,
    /// The type before; `None` when it had none.
    pub from: Option<CustomerType>,
    /// The type now; `None` when it has none.
    pub to: Option<CustomerType>,
    /// Value then.
    pub value_before: Option<f64>,
}

/// How a score developed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct History {
    /// The customer as it is now.
    pub card: Card,
    /// The reviews, the oldest first; one a day, the last of that day.
    pub points: Vec<HistoryPoint>,
}

/// What one review made of a customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HistoryPoint {
    /// The review's day.
    pub as_of: Date,
    /// The type.
    pub customer_type: Option<CustomerType>,
    /// Value.
    pub value: Option<f64>,
    /// Potential.
    pub potential: Option<f64>,
    /// The plugin and its version.
    pub plugin: Option<(SmolStr, SmolStr)>,
}
