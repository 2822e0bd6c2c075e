//! Who counts as a customer: each definition as a test.

use jiff::civil::Date;

use crate::customer::Role;
use crate::definition::Definition;
use crate::facts::{CustomerFacts, Fact, PeriodFigures};
use crate::money::Money;
use crate::period::{MONTH_DAYS, Period, days_between};
use crate::profile::{Fit, Traits, criteria};
use crate::settings::Settings;

/// After this many times its usual gap a customer is not expected back.
const GONE_AFTER_GAPS: f64 = 3.0;

impl Definition {
    /// The same with the numbers that it leaves open taken from the settings.
    #[must_use]
    pub fn filled_in(&self, settings: &Settings) -> Self {
        match self {
            Self::EarnedOver { amount, margin } => Self::EarnedOver {
                amount: Some(amount.unwrap_or(settings.earned_over)),
                margin: *margin,
            },
            Self::PotentialWithin { months } => Self::PotentialWithin {
                months: Some(months.unwrap_or(settings.potential_within_months)),
            },
            other => other.clone(),
        }
    }

    /// Whether a customer counts by what was known of it on a day, the year
    /// before which had so many days ([`year_days`]). Nobody does under the team's
    /// own, which is worked out elsewhere.
    pub fn counts(&self, customer: &CustomerFacts<'_>, year: f64, settings: &Settings) -> bool {
        let some = |fact: Fact| customer.fact(fact) > 0.0;
        let role = |role: Role| customer.roles.has(role);
        let business = || some(Fact::IncomesTotal) || some(Fact::Services12m);
        match self {
            Self::Registered => true,
            Self::AnyBusiness => business(),
            Self::Invoiced => some(Fact::InvoicesTotal),
            Self::Paid => some(Fact::PaidTotal),
            Self::AnyDocument => some(Fact::DocumentsTotal),
            Self::Interested => role(Role::Prospect) || business() || some(Fact::DocumentsTotal),
            Self::Active => bought_within(customer, year),
            Self::EarnedOver { amount, .. } => {
                let least = amount.unwrap_or(settings.earned_over).to_f64();
                customer.fact(Fact::NetRevenueTotal) > least
            }
            Self::ProfileMatch => {
                Fit::Ideal.is_of_all(&criteria(&Traits::of(customer), &settings.ideal))
            }
            Self::PotentialWithin { months } => {
                let months = months.unwrap_or(settings.potential_within_months);
                role(Role::Prospect) || expected_within(customer, f64::from(months) * MONTH_DAYS)
            }
            Self::User => role(Role::User),
            Self::Advertiser => role(Role::Advertiser) || role(Role::DataBuyer),
            Self::Member => role(Role::Member),
            Self::Recipient => role(Role::Recipient),
            Self::Donor => role(Role::Donor),
            Self::RecipientsAndDonors => role(Role::Recipient) || role(Role::Donor),
            Self::Own { .. } => false,
        }
    }

    /// Whether a customer counts by what it brought in a period; `None` for a
    /// definition without days.
    pub fn counts_by(&self, figures: &PeriodFigures, settings: &Settings) -> Option<bool> {
        Some(match self {
            Self::Invoiced => figures.invoices > 0,
            Self::Paid => figures.paid > Money::ZERO,
            Self::AnyBusiness | Self::Active => figures.incomes > 0,
            Self::Donor => figures.gifts > Money::ZERO,
            Self::Advertiser => figures.ad_spend > Money::ZERO || figures.data_sales > Money::ZERO,
            Self::EarnedOver { amount, margin } => {
                let least = amount.unwrap_or(settings.earned_over);
                let earned = if *margin { figures.margin } else { Some(figures.revenue) };
                earned.is_some_and(|earned| earned > least)
            }
            _ => return None,
        })
    }
}

fn bought_within(customer: &CustomerFacts<'_>, days: f64) -> bool {
    customer.fact(Fact::DaysSinceLastIncome) <= days
}

/// Whether its own rhythm brings an order within so many days.
fn expected_within(customer: &CustomerFacts<'_>, days: f64) -> bool {
    let gap = customer.fact(Fact::MedianDaysBetweenInvoices);
    if gap.is_nan() {
        return bought_within(customer, days);
    }
    let last = customer.fact(Fact::DaysSinceLastIncome);
    gap - last <= days && last <= gap * GONE_AFTER_GAPS
}

/// The days of the twelve months up to a day.
pub fn year_days(day: Date) -> f64 {
    days_between(Period::months_up_to(day, 12).from, day) as f64
}
