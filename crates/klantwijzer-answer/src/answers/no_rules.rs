//! The say-NO rules for the customers of a portfolio.

use std::collections::BTreeSet;

use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::say_no::{Advice, Candidate, advise};
use klantwijzer_core::types::CustomerType;

use crate::portfolio::{Portfolio, Row};

/// The say-NO rules for a portfolio at a day.
pub(super) struct NoRules<'a> {
    portfolio: &'a Portfolio,
    day: Date,
    strategic_groups: BTreeSet<CustomerNo>,
}

impl<'a> NoRules<'a> {
    /// The rules for this portfolio; overrides hold as on `day`.
    pub(super) fn new(portfolio: &'a Portfolio, day: Date) -> Self {
        let strategic = |row: &Row<'_>| row.customer_type(day) == Some(CustomerType::Strategic);
        let head = |row: Row<'_>| portfolio.group_head(row.no());
        let strategic_groups = if portfolio.has_parents() {
            portfolio.rows().filter(strategic).map(head).collect()
        } else {
            BTreeSet::new()
        };
        Self { portfolio, day, strategic_groups }
    }

    /// What the rules say of a customer.
    pub(super) fn advise(&self, row: &Row<'_>) -> Advice {
        let in_strategic_group = || {
            let head = self.portfolio.group_head(row.no());
            self.strategic_groups.contains(&head)
        };
        let candidate = Candidate {
            facts: row.facts(),
            standing: row.standing(),
            overridden: row.decision(self.day).is_some(),
            never_say_no: row.sector_record().is_some_and(|sector| sector.never_say_no),
            in_strategic_group: !self.strategic_groups.is_empty() && in_strategic_group(),
        };
        advise(&candidate, self.portfolio.settings())
    }
}
