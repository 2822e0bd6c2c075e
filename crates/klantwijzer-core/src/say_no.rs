//! When to say NO: advice with reasons; a person decides.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::acquisition::CostRatio;
use crate::answer::body::{Change, Exemption, Fit, NoCase, Sign};
use crate::customer::CustomerNo;
use crate::facts::Fact;
use crate::portfolio::{Portfolio, Row, known};
use crate::profile::{criteria, is_least_ideal};
use crate::query::NoAction;
use crate::review::Standing;
use crate::settings::Settings;
use crate::types::CustomerType;

/// What the rules say of one customer.
#[derive(Debug, Clone, PartialEq)]
pub enum Advice {
    /// Not transactional, or no sign against it.
    Keep,
    /// Advice to say NO is never given about it; the signs are told all the same.
    Exempt(Exemption, Vec<Sign>),
    /// Nothing is known, for it has no score.
    TooLittleKnown,
    /// One sign: lower the cost. Two or more: say NO.
    Against(Box<NoCase>),
}

/// The say-NO rules for a portfolio at a day.
pub struct NoRules<'a> {
    portfolio: &'a Portfolio,
    day: Date,
    strategic_groups: BTreeSet<CustomerNo>,
}

impl<'a> NoRules<'a> {
    /// The rules for this portfolio; overrides hold as on `day`.
    pub fn new(portfolio: &'a Portfolio, day: Date) -> Self {
        // Looked up once: it reads the whole book.
        let has_groups = portfolio.has_parents();
        let in_group = |row: &Row<'_>| has_groups && strategic(row, day);
        let heads = portfolio.rows().filter(in_group).map(|row| portfolio.group_head(row.no()));
        let strategic_groups = heads.collect();
        Self { portfolio, day, strategic_groups }
    }

    /// What the rules say of a customer.
    pub fn advise(&self, row: &Row<'_>) -> Advice {
        if let Some(exemption) = self.exemption(row) {
            return Advice::Exempt(exemption, self.signs(row));
        }
        if row.record().is_none() {
            return Advice::TooLittleKnown;
        }
        if row.customer_type(self.day) != Some(CustomerType::Transactional) {
            return Advice::Keep;
        }
        let signs = self.signs(row);
        let action = match signs.len() {
            0 => return Advice::Keep,
            1 => NoAction::LowerCost,
            _ => NoAction::SayNo,
        };
        let changes = self.changes(&signs);
        let card = row.card(self.day);
        Advice::Against(Box::new(NoCase { card, signs, action, changes }))
    }

    fn exemption(&self, row: &Row<'_>) -> Option<Exemption> {
        if matches!(row.standing(), Standing::NoMoney) {
            return Some(Exemption::NoMoney);
        }
        if row.sector_record().is_some_and(|sector| sector.never_say_no) {
            return Some(Exemption::Sector);
        }
        if row.decision(self.day).is_some() {
            return Some(Exemption::Overridden);
        }
        let record = row.record()?;
        if record.customer_type != CustomerType::Transactional {
            return None;
        }
        if record.provisional.any() {
            return Some(Exemption::Provisional);
        }
        let head = self.portfolio.group_head(row.no());
        self.strategic_groups.contains(&head).then_some(Exemption::StrategicGroup)
    }

    /// The signs against a customer, whatever its type.
    pub fn signs(&self, row: &Row<'_>) -> Vec<Sign> {
        let settings = self.portfolio.settings();
        [cost_sign(row, settings), service_sign(row, settings), profile_sign(row, settings)]
            .into_iter()
            .chain([invoice_sign(row, settings)])
            .flatten()
            .collect()
    }

    /// What would take each of the signs away.
    pub fn changes(&self, signs: &[Sign]) -> Vec<Change> {
        let limits = &self.portfolio.settings().no_signs;
        let mut changes = Vec::new();
        for sign in signs {
            match sign {
                Sign::AcquisitionCost { cost, revenue, .. } => {
                    if *revenue > 0.0 {
                        let amount = revenue * limits.acquisition_ratio;
                        changes.push(Change::CostBelow { amount });
                    }
                    if limits.acquisition_ratio > 0.0 {
                        let amount = cost / limits.acquisition_ratio;
                        changes.push(Change::RevenueAbove { amount });
                    }
                }
                Sign::MarginAfterService { left, support_cost, .. } => {
                    let amount = left + support_cost - limits.margin_after_service;
                    if amount > 0.0 {
                        changes.push(Change::SupportBelow { amount });
                    }
                }
                Sign::LeastIdeal { .. } => changes.push(Change::BetterFit),
                Sign::OpenInvoice { .. } => changes.push(Change::InvoicePaid),
            }
        }
        changes
    }
}

fn strategic(row: &Row<'_>, day: Date) -> bool {
    row.customer_type(day) == Some(CustomerType::Strategic)
}

fn cost_sign(row: &Row<'_>, settings: &Settings) -> Option<Sign> {
    let both = CostRatio::of(row)?;
    (both.cost > 0.0 && both.badness() >= settings.no_signs.acquisition_ratio).then(|| {
        Sign::AcquisitionCost { cost: both.cost, revenue: both.revenue, ratio: both.ratio() }
    })
}

/// What is left after service: margin, or revenue where cost is unknown, less
/// support cost; and whether it starts from margin.
pub fn left_after_service(row: &Row<'_>) -> Option<(f64, bool)> {
    let margin = row.fact(Fact::Margin12m);
    let from_margin = !margin.is_nan();
    let base = if from_margin { margin } else { row.fact(Fact::Income12m) };
    let support = row.fact(Fact::SupportCost12m);
    let support = if support.is_nan() { 0.0 } else { support };
    known(base - support).map(|left| (left, from_margin))
}

/// A customer who neither buys nor asks for anything takes no attention, so
/// nothing left is a sign only where there was service or a loss on what it
/// bought.
fn service_sign(row: &Row<'_>, settings: &Settings) -> Option<Sign> {
    let (left, from_margin) = left_after_service(row)?;
    let support_cost = known(row.fact(Fact::SupportCost12m)).unwrap_or_default();
    let active = support_cost > 0.0 || (from_margin && row.fact(Fact::Invoices12m) > 0.0);
    (active && left <= settings.no_signs.margin_after_service).then(|| Sign::MarginAfterService {
        left,
        support_cost,
        requests: known(row.fact(Fact::SupportRequests12m)),
        from_margin,
    })
}

fn profile_sign(row: &Row<'_>, settings: &Settings) -> Option<Sign> {
    let mut lines = criteria(&row.traits(), &settings.ideal);
    let mirror = is_least_ideal(&lines);
    lines.retain(|line| line.fit == Fit::Least);
    mirror.then_some(Sign::LeastIdeal { criteria: lines })
}

fn invoice_sign(row: &Row<'_>, settings: &Settings) -> Option<Sign> {
    let days = row.fact(Fact::OldestOpenInvoiceDays);
    (days > f64::from(settings.no_signs.open_invoice_days))
        .then(|| Sign::OpenInvoice { days, amount: known(row.fact(Fact::OverdueAmount)) })
}
