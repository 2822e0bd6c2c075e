//! Rankings, and how much hangs on few customers.

use jiff::civil::Date;
use klantwijzer_core::period::Period;
use serde::Serialize;

use super::Card;
use crate::query::{Entity, Filter, Measure};

/// The first by a measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranking {
    /// By what.
    pub measure: Measure,
    /// The lowest in place of the highest.
    pub lowest: bool,
    /// What is listed.
    pub entity: Entity,
    /// Who was considered.
    pub filter: Filter,
    /// How many could be ranked.
    pub ranked: u32,
    /// The period that the amounts are of, where one was asked for and the
    /// measure is counted by period.
    pub period: Option<Period>,
    /// Whether nothing that counts for the measure happened in the period, or in
    /// the twelve months of the review where none was asked for.
    pub nothing: bool,
    /// When something last did, where nothing happened in the period.
    pub newest: Option<Date>,
    /// The lines, the first first; none where nothing happened in the period.
    pub rows: Vec<RankRow>,
    /// The measure over all that could be ranked, where it adds up.
    pub total: Option<f64>,
}

/// A line of a ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankRow {
    /// Name of the customer or the group; empty for customers without one.
    pub name: String,
    /// The customer, where customers are ranked.
    pub card: Option<Card>,
    /// How many customers are in the group; 1 for a customer.
    pub customers: u32,
    /// The measure.
    pub amount: f64,
    /// Share of the total, where the measure adds up and is positive.
    pub share: Option<f64>,
}

/// How much hangs on few customers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Concentration {
    /// Who was considered.
    pub filter: Filter,
    /// Customers with a value.
    pub customers: u32,
    /// The sum of positive values.
    pub positive_value: f64,
    /// What they make of the positive value of the whole book, 0 to 1, where
    /// not all are considered.
    pub of_all: Option<f64>,
    /// The share that was asked about, and how many customers make it.
    pub asked_share: Option<(f64, u32)>,
    /// The number of customers that was asked about, and the share they make.
    pub asked_top: Option<(u32, f64)>,
    /// Steps: this many customers make this share, rising.
    pub steps: Vec<(u32, f64)>,
    /// How many customers make 80 %.
    pub eighty: u32,
    /// The largest ones, at most 5.
    pub largest: Vec<(Card, f64)>,
}
