//! Who counts as a customer: each definition as a test.

use jiff::civil::Date;

use crate::answer::evidence::{Evidence, Figures};
use crate::customer::Role;
use crate::facts::Fact;
use crate::period::{Period, days_between};
use crate::portfolio::{Portfolio, Row};
use crate::profile::{criteria, is_ideal};
use crate::query::Definition;

/// Days in a month on average.
const MONTH_DAYS: f64 = 365.25 / 12.0;

/// After this many times its usual gap a customer is not expected back.
const GONE_AFTER_GAPS: f64 = 3.0;

/// A definition with its numbers filled in, ready to test customers.
pub struct Membership<'a> {
    portfolio: &'a Portfolio,
    definition: Definition,
    figures: Option<&'a Figures>,
    as_of: Date,
}

impl<'a> Membership<'a> {
    /// The test for a definition, within a period where one is given. Numbers
    /// that the definition leaves open come from the settings.
    pub fn new(
        portfolio: &'a Portfolio,
        definition: &Definition,
        period: Option<Period>,
        evidence: &'a Evidence,
    ) -> Self {
        let as_of = portfolio.review().map_or(Date::MIN, |review| review.as_of);
        let definition = filled_in(definition, portfolio);
        let figures = match (&definition, period) {
            (_, Some(period)) => evidence.figures(period),
            (Definition::EarnedOver { margin: true, .. }, None) => {
                evidence.figures(ever_until(as_of))
            }
            _ => None,
        };
        Self { portfolio, definition, figures, as_of }
    }

    /// The definition with its numbers filled in.
    pub const fn definition(&self) -> &Definition {
        &self.definition
    }

    /// Whether the book holds what the definition needs.
    pub fn can_be_computed(&self) -> bool {
        let some_has =
            |test: &dyn Fn(&Row<'_>) -> bool| self.portfolio.rows().any(|row| test(&row));
        let some_known = |fact: Fact| some_has(&|row| !row.fact(fact).is_nan());
        let some_in_role = |role: Role| some_has(&|row| row.roles().has(role));
        match &self.definition {
            Definition::Registered => true,
            Definition::Own { name } => self.own_members(name).is_some(),
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
    pub fn counts(&self, row: &Row<'_>) -> bool {
        if let Some(in_period) = self.counts_in_period(row) {
            return in_period;
        }
        let some = |fact: Fact| row.fact(fact) > 0.0;
        let role = |role: Role| row.roles().has(role);
        let business = || some(Fact::IncomesTotal) || some(Fact::Services12m);
        match &self.definition {
            Definition::Registered => true,
            Definition::AnyBusiness => business(),
            Definition::Invoiced => some(Fact::InvoicesTotal),
            Definition::Paid => some(Fact::PaidTotal),
            Definition::AnyDocument => some(Fact::DocumentsTotal),
            Definition::Interested => {
                role(Role::Prospect) || business() || some(Fact::DocumentsTotal)
            }
            Definition::Active => bought_within(row, year_days(self.as_of)),
            Definition::EarnedOver { amount, .. } => {
                let least = amount.unwrap_or(self.portfolio.settings().earned_over).to_f64();
                row.fact(Fact::NetRevenueTotal) > least
            }
            Definition::ProfileMatch => {
                is_ideal(&criteria(&row.traits(), &self.portfolio.settings().ideal))
            }
            Definition::PotentialWithin { months } => {
                let months = months.unwrap_or(self.portfolio.settings().potential_within_months);
                role(Role::Prospect) || expected_within(row, f64::from(months) * MONTH_DAYS)
            }
            Definition::User => role(Role::User),
            Definition::Advertiser => role(Role::Advertiser) || role(Role::DataBuyer),
            Definition::Member => role(Role::Member),
            Definition::Recipient => role(Role::Recipient),
            Definition::Donor => role(Role::Donor),
            Definition::RecipientsAndDonors => role(Role::Recipient) || role(Role::Donor),
            Definition::Own { name } => {
                let members = self.own_members(name);
                members.is_some_and(|members| members.get(row.no() as usize) == Some(&true))
            }
        }
    }

    /// The answer by the figures of the period, for definitions that have one.
    fn counts_in_period(&self, row: &Row<'_>) -> Option<bool> {
        let figure = self.figures?.get(&row.no()).copied().unwrap_or_default();
        let zero = crate::money::Money::ZERO;
        Some(match &self.definition {
            Definition::Invoiced => figure.invoices > 0,
            Definition::Paid => figure.paid > zero,
            Definition::AnyBusiness | Definition::Active => figure.incomes > 0,
            Definition::Donor => figure.gifts > zero,
            Definition::Advertiser => figure.ad_spend > zero || figure.data_sales > zero,
            Definition::EarnedOver { amount, margin } => {
                let least = amount.unwrap_or(self.portfolio.settings().earned_over);
                let earned = if *margin { figure.margin } else { Some(figure.revenue) };
                earned.is_some_and(|earned| earned > least)
            }
            _ => return None,
        })
    }

    fn own_members(&self, name: &str) -> Option<&Vec<bool>> {
        let own = self.portfolio.definitions().iter().find(|own| own.name == name)?;
        own.members.as_deref()
    }
}

fn bought_within(row: &Row<'_>, days: f64) -> bool {
    row.fact(Fact::DaysSinceLastIncome) <= days
}

/// Whether its own rhythm brings an order within so many days.
fn expected_within(row: &Row<'_>, days: f64) -> bool {
    let (gap, last) =
        (row.fact(Fact::MedianDaysBetweenInvoices), row.fact(Fact::DaysSinceLastIncome));
    if gap.is_nan() {
        return bought_within(row, days);
    }
    gap - last <= days && last <= gap * GONE_AFTER_GAPS
}

/// All time up to a day.
pub fn ever_until(day: Date) -> Period {
    Period::new(Date::MIN, day)
}

fn year_days(as_of: Date) -> f64 {
    days_between(Period::months_up_to(as_of, 12).from, as_of) as f64
}

fn filled_in(definition: &Definition, portfolio: &Portfolio) -> Definition {
    let settings = portfolio.settings();
    match definition {
        Definition::EarnedOver { amount, margin } => Definition::EarnedOver {
            amount: Some(amount.unwrap_or(settings.earned_over)),
            margin: *margin,
        },
        Definition::PotentialWithin { months } => Definition::PotentialWithin {
            months: Some(months.unwrap_or(settings.potential_within_months)),
        },
        other => other.clone(),
    }
}
