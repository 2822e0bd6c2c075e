//! What a customer brought in a period.

use crate::facts::documents::{Document, documents, margin_in};
use crate::facts::ledger::INCOME_BY_ITSELF;
use crate::ledger::{Entry, EntryKind};
use crate::money::Money;
use crate::period::Period;

/// What one customer brought in a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PeriodFigures {
    /// Invoices less credit notes.
    pub revenue: Money,
    /// Revenue less cost of goods; `None` unless every document of the period has a cost, and
    /// where none up to its end has one.
    pub margin: Option<Money>,
    /// Invoices sent.
    pub invoices: u32,
    /// Payments received, gifts and other direct income included.
    pub paid: Money,
    /// Gifts.
    pub gifts: Money,
    /// Spend on the platform.
    pub ad_spend: Money,
    /// Data bought.
    pub data_sales: Money,
    /// What the service desk spent.
    pub support_cost: Money,
    /// Sales and marketing cost.
    pub acquisition_cost: Money,
    /// Leads that the customer referred.
    pub leads: u32,
    /// Income of every kind.
    pub income: Money,
    /// How often income came in.
    pub incomes: u32,
}

impl PeriodFigures {
    /// The figures over the entries of one customer, in any order.
    pub fn of(entries: &[Entry], period: Period) -> Self {
        let inside: Vec<&Entry> =
            entries.iter().filter(|entry| period.contains(entry.date)).collect();
        let of =
            |kinds: &'static [EntryKind]| inside.iter().filter(|entry| kinds.contains(&entry.kind));
        let sum = |kinds| -> Money { of(kinds).map(|entry| entry.amount).sum() };
        // A part of a document can have another day than its first one.
        let so_far: Vec<&Entry> = entries.iter().filter(|entry| entry.date <= period.to).collect();
        let documents = documents(&so_far, period.to);
        let dated: Vec<&Document> =
            documents.iter().filter(|document| period.contains(document.date)).collect();
        let revenue = dated.iter().map(|document| document.amount).sum();
        let invoices = dated.iter().filter(|document| !document.credit).count() as u32;
        let direct = sum(&INCOME_BY_ITSELF);
        let settled = settled_in(&documents, period);
        Self {
            revenue,
            margin: margin_in(&documents, period),
            invoices,
            paid: sum(&[EntryKind::Payment]) + settled + direct,
            gifts: sum(&[EntryKind::Gift]),
            ad_spend: sum(&[EntryKind::AdSpend]),
            data_sales: sum(&[EntryKind::DataSale]),
            support_cost: sum(&[EntryKind::Support]),
            acquisition_cost: sum(&[EntryKind::SalesCost, EntryKind::MarketingCost]),
            leads: of(&[EntryKind::ReferredLead]).count() as u32,
            income: revenue + direct,
            incomes: invoices + of(&INCOME_BY_ITSELF).count() as u32,
        }
    }
}

/// What the documents themselves say was paid in the period, of whatever day they
/// are. Where they do not say when, it was on their own day.
fn settled_in(documents: &[Document], period: Period) -> Money {
    let settled = documents.iter().filter(|document| document.is_settled_without_payment());
    settled
        .filter(|document| period.contains(document.paid_on.unwrap_or(document.date)))
        .map(|document| document.amount)
        .sum()
}
