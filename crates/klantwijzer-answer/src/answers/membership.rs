//! Who in a portfolio counts as a customer, under one definition.

use jiff::civil::Date;
use klantwijzer_core::customer::Role;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::membership::year_days;
use klantwijzer_core::period::Period;
use klantwijzer_core::profile::criteria;

use super::scope::Scope;
use crate::evidence::Figures;
use crate::portfolio::{Portfolio, Row};

/// A definition with its numbers filled in, ready to test customers.
pub(super) struct Membership<'a> {
    portfolio: &'a Portfolio,
    /// The definition with its numbers filled in.
    pub(super) definition: Definition,
    figures: Option<&'a Figures>,
    /// The days of the year before the review.
    year: f64,
}

impl<'a> Membership<'a> {
    /// The test for a definition, within a period where one is given. Numbers
    /// that the definition leaves open come from the settings.
    pub(super) fn new(scope: Scope<'a>, definition: &Definition, period: Option<Period>) -> Self {
        let Scope { portfolio, evidence, .. } = scope;
        let as_of = portfolio.review().map_or(Date::MIN, |review| review.as_of);
        // Worked out once: it is asked for each customer.
        let year = portfolio.review().map_or(0.0, |review| year_days(review.as_of));
        let definition = definition.filled_in(portfolio.settings());
        let figures = match (&definition, period) {
            (_, Some(period)) => evidence.figures(period),
            (Definition::EarnedOver { margin: true, .. }, None) => {
                evidence.figures(Period::ever_until(as_of))
            }
            _ => None,
        };
        Self { portfolio, definition, figures, year }
    }

    /// Whether the book holds what the definition needs.
    pub(super) fn can_be_computed(&self) -> bool {
        let some_has =
            |test: &dyn Fn(&Row<'_>) -> bool| self.portfolio.rows().any(|row| test(&row));
        let some_known = |fact: Fact| some_has(&|row| !row.fact(fact).is_nan());
        let some_in_role = |role: Role| some_has(&|row| row.roles().has(role));
        match &self.definition {
            Definition::Registered => true,
            Definition::Own { .. } => self.own_members().is_some(),
            Definition::Invoiced => some_known(Fact::InvoicesTotal),
            Definition::Paid => some_known(Fact::PaidTotal),
            Definition::AnyBusiness | Definition::Active => some_known(Fact::IncomesTotal),
            Definition::EarnedOver { margin: true, .. } => self
                .figures
                .is_some_and(|figures| figures.values().any(|figure| figure.margin.is_some())),
            Definition::EarnedOver { .. } => some_known(Fact::NetRevenueTotal),
            Definition::AnyDocument => some_known(Fact::DocumentsTotal),
            Definition::Interested => {
                some_in_role(Role::Prospect) || some_known(Fact::DocumentsTotal)
            }
            Definition::PotentialWithin { .. } => {
                some_in_role(Role::Prospect) || some_known(Fact::DaysSinceLastIncome)
            }
            Definition::ProfileMatch => some_has(&|row| {
                let lines = criteria(&row.traits(), &self.portfolio.settings().ideal);
                lines.iter().any(|line| line.found.is_some() || line.found_text.is_some())
            }),
            Definition::User => some_in_role(Role::User),
            Definition::Advertiser => {
                some_in_role(Role::Advertiser) || some_in_role(Role::DataBuyer)
            }
            Definition::Member => some_in_role(Role::Member),
            Definition::Recipient => some_in_role(Role::Recipient),
            Definition::Donor => some_in_role(Role::Donor),
            Definition::RecipientsAndDonors => {
                some_in_role(Role::Recipient) && some_in_role(Role::Donor)
            }
        }
    }

    /// Whether the customer counts.
    pub(super) fn counts(&self, row: &Row<'_>) -> bool {
        let settings = self.portfolio.settings();
        let in_period = self.figures.and_then(|figures| {
            let figures = figures.get(&row.no()).copied().unwrap_or_default();
            self.definition.counts_by(&figures, settings)
        });
        match &self.definition {
            Definition::Own { .. } => {
                let members = self.own_members();
                members.is_some_and(|members| members.get(row.no() as usize) == Some(&true))
            }
            definition => {
                in_period.unwrap_or_else(|| definition.counts(&row.facts(), self.year, settings))
            }
        }
    }

    fn own_members(&self) -> Option<&Vec<bool>> {
        self.portfolio.definition(&self.definition)?.members.as_deref()
    }
}
