//! What kinds of data a book has at all.

use crate::facts::{Fact, FactColumns};
use crate::ledger::{Entry, EntryKind};

/// Which kinds of data the book has. "No support cost" is nothing spent in a
/// book that records support, and unknown in one that does not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is one kind of data")]
pub(crate) struct Coverage {
    invoices: bool,
    payments: bool,
    gifts: bool,
    ad_spend: bool,
    data_sales: bool,
    fees: bool,
    services: bool,
    support: bool,
    acquisition: bool,
    leads: bool,
}

impl Coverage {
    /// Takes note of an entry.
    pub(crate) fn note(&mut self, entry: &Entry) {
        match entry.kind {
            EntryKind::Invoice | EntryKind::CreditNote => {
                self.invoices = true;
                self.payments |= entry.paid_on.is_some() || entry.open.is_some();
            }
            EntryKind::Payment => self.payments = true,
            EntryKind::Gift => self.gifts = true,
            EntryKind::MembershipFee => self.fees = true,
            EntryKind::AdSpend => self.ad_spend = true,
            EntryKind::DataSale => self.data_sales = true,
            EntryKind::Service => self.services = true,
            EntryKind::Support => self.support = true,
            EntryKind::SalesCost | EntryKind::MarketingCost => self.acquisition = true,
            EntryKind::ReferredLead => self.leads = true,
            EntryKind::Contact | EntryKind::Document => {}
        }
    }

    /// Both together.
    #[must_use]
    pub(crate) const fn union(self, other: Self) -> Self {
        Self {
            invoices: self.invoices | other.invoices,
            payments: self.payments | other.payments,
            gifts: self.gifts | other.gifts,
            ad_spend: self.ad_spend | other.ad_spend,
            data_sales: self.data_sales | other.data_sales,
            fees: self.fees | other.fees,
            services: self.services | other.services,
            support: self.support | other.support,
            acquisition: self.acquisition | other.acquisition,
            leads: self.leads | other.leads,
        }
    }

    /// Turns "unknown" into "none" where the book would have known, never over
    /// a value and only for the rows in `present`; and what is open into
    /// unknown where the book does not record payments.
    pub(crate) fn settle(self, facts: &mut FactColumns, present: impl Fn(usize) -> bool) {
        if !self.payments {
            facts.forget(Fact::OverdueAmount.column());
            facts.forget(Fact::OpenTotal.column());
            facts.forget(Fact::OldestOpenInvoiceDays.column());
            facts.forget(Fact::AverageDaysToPay.column());
        }
        let income = self.invoices | self.gifts | self.ad_spend | self.data_sales | self.fees;
        let groups: [(bool, &[Fact]); 9] = [
            (
                self.invoices,
                &[
                    Fact::NetRevenue12m,
                    Fact::NetRevenuePrev12m,
                    Fact::NetRevenue24m,
                    Fact::NetRevenueTotal,
                    Fact::Invoices12m,
                    Fact::InvoicesTotal,
                ],
            ),
            (
                self.payments && self.invoices,
                &[Fact::OverdueAmount, Fact::OpenTotal, Fact::OldestOpenInvoiceDays],
            ),
            (self.payments | self.gifts, &[Fact::PaidTotal]),
            (
                self.gifts,
                &[Fact::Gifts24m, Fact::GiftCount24m, Fact::GiftsTotal, Fact::GiftCountTotal],
            ),
            (self.ad_spend, &[Fact::AdSpend12m, Fact::AdSpendPrev12m]),
            (self.data_sales, &[Fact::DataSales12m]),
            (self.support, &[Fact::SupportCost12m, Fact::SupportRequests12m]),
            (self.acquisition, &[Fact::AcquisitionCost12m]),
            (self.leads, &[Fact::LeadsReferred12m, Fact::LeadMargin12m]),
        ];
        let more: [(bool, &[Fact]); 3] = [
            (self.fees, &[Fact::MembershipFees12m]),
            (self.services, &[Fact::Services12m]),
            (income, &[Fact::Income12m, Fact::IncomePrev12m, Fact::IncomesTotal]),
        ];
        let known = groups.iter().chain(&more).filter(|(known, _)| *known);
        for fact in known.flat_map(|(_, facts)| facts.iter()) {
            for row in (0..facts.rows()).filter(|row| present(*row)) {
                if facts.fact(*fact, row).is_nan() {
                    facts.set(fact.column(), row, 0.0);
                }
            }
        }
    }
}
