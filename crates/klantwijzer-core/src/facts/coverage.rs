//! What kinds of data a book has at all.

use crate::facts::ledger::INCOME_BY_ITSELF;
use crate::facts::{Fact, FactColumns};
use crate::ledger::{Entry, EntryKind};

/// What is owed, in a book that records payments.
const OPEN: [Fact; 3] = [Fact::OverdueAmount, Fact::OpenTotal, Fact::OldestOpenInvoiceDays];

/// The kinds of entry that tell of sales.
const SALES: [EntryKind; 2] = [EntryKind::Invoice, EntryKind::CreditNote];

/// Which kinds of data the book has. "No support cost" is nothing spent in a
/// book that records support, and unknown in one that does not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Coverage {
    /// The kinds of entry, a bit each.
    kinds: u16,
    /// Whether it tells what is paid.
    payments: bool,
}

impl Coverage {
    /// Takes note of an entry.
    pub(crate) fn note(&mut self, entry: &Entry) {
        self.kinds |= 1 << entry.kind as u16;
        let settled = entry.paid_on.is_some() || entry.open.is_some();
        self.payments |=
            entry.kind == EntryKind::Payment || (settled && SALES.contains(&entry.kind));
    }

    /// Both together.
    #[must_use]
    pub(crate) const fn union(self, other: Self) -> Self {
        Self { kinds: self.kinds | other.kinds, payments: self.payments | other.payments }
    }

    fn has(self, kinds: &[EntryKind]) -> bool {
        kinds.iter().any(|kind| self.kinds & 1 << *kind as u16 != 0)
    }

    /// Turns "unknown" into "none" where the book would have known, never over
    /// a value and only for the rows in `present`; and what is open into
    /// unknown where the book does not record payments.
    pub(crate) fn settle(self, facts: &mut FactColumns, present: impl Fn(usize) -> bool) {
        use EntryKind as E;
        use Fact as F;
        if !self.payments {
            for fact in OPEN.into_iter().chain([F::AverageDaysToPay]) {
                facts.forget(fact.column());
            }
        }
        let groups: [(bool, &[Fact]); 12] = [
            (
                self.has(&SALES),
                &[
                    F::NetRevenue12m,
                    F::NetRevenuePrev12m,
                    F::NetRevenue24m,
                    F::NetRevenueTotal,
                    F::Invoices12m,
                    F::InvoicesTotal,
                ],
            ),
            (self.payments && self.has(&SALES), &OPEN),
            (self.payments || self.has(&[E::Gift]), &[F::PaidTotal]),
            (
                self.has(&[E::Gift]),
                &[F::Gifts24m, F::GiftCount24m, F::GiftsTotal, F::GiftCountTotal],
            ),
            (self.has(&[E::AdSpend]), &[F::AdSpend12m, F::AdSpendPrev12m]),
            (self.has(&[E::DataSale]), &[F::DataSales12m]),
            (self.has(&[E::Support]), &[F::SupportCost12m, F::SupportRequests12m]),
            (self.has(&[E::SalesCost, E::MarketingCost]), &[F::AcquisitionCost12m]),
            (self.has(&[E::ReferredLead]), &[F::LeadsReferred12m, F::LeadMargin12m]),
            (self.has(&[E::MembershipFee]), &[F::MembershipFees12m]),
            (self.has(&[E::Service]), &[F::Services12m]),
            (
                self.has(&SALES) || self.has(&INCOME_BY_ITSELF),
                &[F::Income12m, F::IncomePrev12m, F::IncomesTotal],
            ),
        ];
        for fact in groups.iter().filter(|(known, _)| *known).flat_map(|(_, facts)| *facts) {
            for row in (0..facts.rows()).filter(|row| present(*row)) {
                if facts.fact(*fact, row).is_nan() {
                    facts.set(fact.column(), row, 0.0);
                }
            }
        }
    }
}
