//! Who stands in an answer, whatever it is about.

use super::{Body, Card};
use crate::query::Entity;

/// The customers in an answer.
#[derive(Debug, Default)]
pub struct Customers<'a> {
    /// How many the answer is about; more than are shown where only the first are.
    /// `None` where it counts nobody.
    pub total: Option<u32>,
    /// Those that it shows, in its order.
    pub shown: Vec<&'a Card>,
    /// Whether it is a list of them, with a row for each.
    pub are_rows: bool,
}

impl Body {
    /// The customers in the answer.
    pub fn customers(&self) -> Customers<'_> {
        match self {
            Self::Customers(list) => rows(list.total, &list.customers),
            Self::SayNo(list) => {
                rows(list.say_no + list.lower_cost, list.cases.iter().map(|case| &case.card))
            }
            Self::Ranking(ranking) => Customers {
                are_rows: ranking.entity == Entity::Customer,
                ..rows(ranking.ranked, ranking.rows.iter().filter_map(|row| row.card.as_ref()))
            },
            Self::AcquisitionCostList(list) => {
                rows(list.total, list.rows.iter().map(|row| &row.card))
            }
            Self::CostToServe(cost) => Customers {
                are_rows: !cost.one,
                ..rows(cost.total, cost.rows.iter().map(|row| &row.card))
            },
            Self::Overdue(overdue) => rows(overdue.total, overdue.rows.iter().map(|row| &row.card)),
            Self::Agenda(agenda) => {
                let mut shown: Vec<&Card> = Vec::new();
                for line in &agenda.rows {
                    if !shown.iter().rev().any(|card| card.no == line.card.no) {
                        shown.push(&line.card);
                    }
                }
                rows(agenda.customers, shown)
            }
            Self::Lapsed(lapsed) => rows(lapsed.total, lapsed.rows.iter().map(|(card, _)| card)),
            Self::Moved(moved) => rows(moved.total, moved.rows.iter().map(|row| &row.card)),
            Self::WhyType(breakdown) => about(1, [&breakdown.card]),
            Self::WhyNotType(why_not) => about(1, [&why_not.breakdown.card]),
            Self::WhatIf(what_if) => about(1, [&what_if.breakdown.card]),
            Self::History(history) => about(1, [&history.card]),
            Self::SayNoCheck(check) => about(u32::from(check.card.is_some()), &check.card),
            Self::Concentration(concentration) => {
                about(concentration.customers, concentration.largest.iter().map(|(card, _)| card))
            }
            Self::Comparison(comparison) => about(
                comparison.sides.iter().map(|side| side.customers).sum(),
                comparison.sides.iter().filter_map(|side| side.card.as_ref()),
            ),
            Self::AcquisitionCost(cost) => match &cost.customer {
                Some(line) => about(1, [&line.card]),
                None => about(cost.all.customers, []),
            },
            Self::Ideal(ideal) => about(ideal.matches, &ideal.examples),
            Self::Gaps(gaps) => about(gaps.customers, gaps.rows.iter().map(|row| &row.card)),
            Self::EmptyBook => about(0, []),
            Self::Count(count) => Customers { total: count.first.count, ..Customers::default() },
            Self::Definition(explanation) => Customers {
                total: explanation.asked.as_ref().unwrap_or(&explanation.default).count,
                ..Customers::default()
            },
            Self::Definitions(_) | Self::Model(_) | Self::Programme(_) | Self::Help(_) => {
                Customers::default()
            }
        }
    }
}

/// A list with a row for each.
fn rows<'a>(total: u32, shown: impl IntoIterator<Item = &'a Card>) -> Customers<'a> {
    Customers { are_rows: true, ..about(total, shown) }
}

/// An answer about so many that is no list of them.
fn about<'a>(total: u32, shown: impl IntoIterator<Item = &'a Card>) -> Customers<'a> {
    Customers { total: Some(total), shown: shown.into_iter().collect(), are_rows: false }
}
