//! Facts derived from one customer's ledger.

use jiff::ToSpan;
use jiff::civil::Date;
use smol_str::SmolStr;

use crate::facts::Fact;
use crate::facts::documents::{Document, documents, margin_in, open_invoices};
use crate::ledger::{Entry, EntryKind};
use crate::money::Money;
use crate::period::{Period, days_between};

/// The host's facts about one customer by column; NaN where unknown.
pub type FactRow = [f64; Fact::COUNT];

/// What a customer's ledger says at a day.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerFacts {
    /// The facts; those that compare with peers are not among them yet.
    pub facts: FactRow,
    /// The product categories bought in twelve months, each once, in order.
    pub categories: Vec<SmolStr>,
}

impl LedgerFacts {
    /// Derives the facts from the entries of one customer, in any order.
    /// Entries after `as_of` do not count. What is open or overdue is derived as
    /// if the book records payments; [`crate::facts::Coverage::settle`] takes it
    /// back where it does not.
    pub fn derive(entries: &[Entry], as_of: Date) -> Self {
        let year = Period::months_up_to(as_of, 12);
        let mut figures = Figures {
            as_of,
            year,
            year_before: Period::months_up_to(year.from.saturating_sub(1.day()), 12),
            two_years: Period::months_up_to(as_of, 24),
            facts: [f64::NAN; Fact::COUNT],
        };
        let past: Vec<&Entry> = entries.iter().filter(|entry| entry.date <= as_of).collect();
        let documents = documents(&past, as_of);
        figures.state_revenue(&documents);
        figures.state_payments(&documents);
        figures.state_gifts(&past);
        figures.state_other_income(&past);
        figures.state_costs(&past);
        figures.state_income(&past, &documents);
        figures.state_activity(&past, &documents);
        let categories = figures.state_categories(&past);
        Self { facts: figures.facts, categories }
    }
}

struct Figures {
    as_of: Date,
    year: Period,
    year_before: Period,
    two_years: Period,
    facts: FactRow,
}

impl Figures {
    fn state(&mut self, fact: Fact, value: f64) {
        self.facts[fact.column()] = value;
    }

    fn state_money(&mut self, fact: Fact, amount: Money) {
        self.state(fact, amount.to_f64());
    }

    fn state_age(&mut self, fact: Fact, day: Option<Date>) {
        if let Some(day) = day {
            self.state(fact, days_between(day, self.as_of) as f64);
        }
    }

    fn state_revenue(&mut self, documents: &[Document]) {
        if documents.is_empty() {
            return;
        }
        let within = |period: Option<Period>| {
            let inside =
                |document: &&Document| period.is_none_or(|period| period.contains(document.date));
            documents.iter().filter(inside).map(|document| document.amount).sum()
        };
        self.state_money(Fact::NetRevenue12m, within(Some(self.year)));
        self.state_money(Fact::NetRevenuePrev12m, within(Some(self.year_before)));
        self.state_money(Fact::NetRevenue24m, within(Some(self.two_years)));
        self.state_money(Fact::NetRevenueTotal, within(None));
        let year = self.year;
        if let Some(margin) = margin_in(documents, year) {
            self.state_money(Fact::Margin12m, margin);
        }
        let mut days: Vec<Date> =
            documents.iter().filter(|document| !document.credit).map(|d| d.date).collect();
        let recent = days.iter().filter(|day| year.contains(**day)).count();
        self.state(Fact::Invoices12m, recent as f64);
        self.state(Fact::InvoicesTotal, days.len() as f64);
        days.sort_unstable();
        days.dedup();
        self.state_age(Fact::DaysSinceFirstInvoice, days.first().copied());
        self.state_age(Fact::DaysSinceLastInvoice, days.last().copied());
        let gaps = days.windows(2).map(|pair| days_between(pair[0], pair[1]) as f64).collect();
        if let Some(median) = median(gaps) {
            self.state(Fact::MedianDaysBetweenInvoices, median);
        }
    }

    fn state_payments(&mut self, documents: &[Document]) {
        if documents.is_empty() {
            return;
        }
        let waits: Vec<f64> = documents
            .iter()
            .filter(|document| !document.credit)
            .filter_map(|document| {
                document.settled_on().map(|day| days_between(document.date, day) as f64)
            })
            .collect();
        if !waits.is_empty() {
            let mean = waits.iter().sum::<f64>() / waits.len() as f64;
            self.state(Fact::AverageDaysToPay, mean);
        }
        let open = open_invoices(documents);
        let overdue = open.iter().filter(|(document, _)| document.due_on() < self.as_of);
        self.state_money(Fact::OverdueAmount, overdue.map(|(_, amount)| *amount).sum());
        self.state_money(Fact::OpenTotal, open.iter().map(|(_, amount)| *amount).sum());
        let oldest = open.iter().map(|(document, _)| document.date).min();
        self.state(Fact::OldestOpenInvoiceDays, 0.0);
        self.state_age(Fact::OldestOpenInvoiceDays, oldest);
    }

    fn state_gifts(&mut self, entries: &[&Entry]) {
        let mut gifts: Vec<(Date, Money)> = entries
            .iter()
            .filter(|entry| entry.kind == EntryKind::Gift)
            .map(|entry| (entry.date, entry.amount))
            .collect();
        gifts.sort_unstable();
        let (Some(first), Some(last)) = (gifts.first(), gifts.last()) else {
            return;
        };
        let recent: Vec<Money> = gifts
            .iter()
            .filter(|(day, _)| self.two_years.contains(*day))
            .map(|(_, amount)| *amount)
            .collect();
        self.state_money(Fact::Gifts24m, recent.iter().copied().sum());
        self.state(Fact::GiftCount24m, recent.len() as f64);
        self.state_money(Fact::LastGift, last.1);
        self.state_age(Fact::DaysSinceLastGift, Some(last.0));
        self.state_age(Fact::DaysSinceFirstGift, Some(first.0));
        self.state(Fact::GiftCountTotal, gifts.len() as f64);
        self.state_money(Fact::GiftsTotal, gifts.iter().map(|(_, amount)| *amount).sum());
    }

    fn state_other_income(&mut self, entries: &[&Entry]) {
        self.state_sum(Fact::AdSpend12m, entries, self.year, &[EntryKind::AdSpend]);
        self.state_sum(Fact::AdSpendPrev12m, entries, self.year_before, &[EntryKind::AdSpend]);
        self.state_sum(Fact::DataSales12m, entries, self.year, &[EntryKind::DataSale]);
        self.state_sum(Fact::MembershipFees12m, entries, self.year, &[EntryKind::MembershipFee]);
    }

    fn state_costs(&mut self, entries: &[&Entry]) {
        let acquisition = [EntryKind::SalesCost, EntryKind::MarketingCost];
        self.state_sum(Fact::AcquisitionCost12m, entries, self.year, &acquisition);
        self.state_sum(Fact::SupportCost12m, entries, self.year, &[EntryKind::Support]);
        self.state_count(Fact::SupportRequests12m, entries, EntryKind::Support);
        self.state_count(Fact::LeadsReferred12m, entries, EntryKind::ReferredLead);
        self.state_sum(Fact::LeadMargin12m, entries, self.year, &[EntryKind::ReferredLead]);
        self.state_count(Fact::Services12m, entries, EntryKind::Service);
    }

    /// The sum over entries of these kinds in the period; unknown when there
    /// never were any.
    fn state_sum(&mut self, fact: Fact, entries: &[&Entry], period: Period, kinds: &[EntryKind]) {
        let of_kind = || entries.iter().filter(|entry| kinds.contains(&entry.kind));
        if of_kind().next().is_some() {
            let inside = of_kind().filter(|entry| period.contains(entry.date));
            self.state_money(fact, inside.map(|entry| entry.amount).sum());
        }
    }

    fn state_count(&mut self, fact: Fact, entries: &[&Entry], kind: EntryKind) {
        let of_kind = || entries.iter().filter(|entry| entry.kind == kind);
        if of_kind().next().is_some() {
            let inside = of_kind().filter(|entry| self.year.contains(entry.date));
            self.state(fact, inside.count() as f64);
        }
    }

    fn state_income(&mut self, entries: &[&Entry], documents: &[Document]) {
        let incomes: Vec<(Date, Money, bool)> = documents
            .iter()
            .map(|document| (document.date, document.amount, document.credit))
            .chain(
                entries
                    .iter()
                    .filter(|entry| INCOME_BY_ITSELF.contains(&entry.kind))
                    .map(|entry| (entry.date, entry.amount, false)),
            )
            .collect();
        if incomes.is_empty() {
            return;
        }
        let within = |period: Period| -> Money {
            let inside = incomes.iter().filter(|(day, _, _)| period.contains(*day));
            inside.map(|(_, amount, _)| *amount).sum()
        };
        self.state_money(Fact::Income12m, within(self.year));
        self.state_money(Fact::IncomePrev12m, within(self.year_before));
        let days = || incomes.iter().filter(|(_, _, credit)| !credit).map(|(day, _, _)| *day);
        self.state(Fact::IncomesTotal, days().count() as f64);
        self.state_age(Fact::DaysSinceFirstIncome, days().min());
        self.state_age(Fact::DaysSinceLastIncome, days().max());
    }

    fn state_activity(&mut self, entries: &[&Entry], documents: &[Document]) {
        let settled = documents
            .iter()
            .filter(|document| document.is_settled_without_payment())
            .map(|document| document.amount);
        let received = entries
            .iter()
            .filter(|entry| {
                entry.kind == EntryKind::Payment || INCOME_BY_ITSELF.contains(&entry.kind)
            })
            .map(|entry| entry.amount);
        let paid: Vec<Money> = settled.chain(received).collect();
        if !paid.is_empty() {
            self.state_money(Fact::PaidTotal, paid.into_iter().sum());
        }
        let papers = entries.iter().filter(|entry| {
            !matches!(
                entry.kind,
                EntryKind::Invoice
                    | EntryKind::CreditNote
                    | EntryKind::Support
                    | EntryKind::SalesCost
                    | EntryKind::MarketingCost
            )
        });
        self.state(Fact::DocumentsTotal, (documents.len() + papers.count()) as f64);
        let contacts = entries.iter().filter(|entry| entry.kind == EntryKind::Contact);
        self.state_age(Fact::DaysSinceLastContact, contacts.map(|entry| entry.date).max());
    }

    fn state_categories(&mut self, entries: &[&Entry]) -> Vec<SmolStr> {
        let sold = || {
            entries
                .iter()
                .filter(|entry| entry.kind == EntryKind::Invoice && !entry.category.is_empty())
        };
        let mut categories: Vec<SmolStr> = sold()
            .filter(|entry| self.year.contains(entry.date))
            .map(|entry| entry.category.clone())
            .collect();
        categories.sort_unstable();
        categories.dedup();
        if sold().next().is_some() {
            self.state(Fact::Categories12m, categories.len() as f64);
        }
        categories
    }
}

/// Income that is received as it is entered, without an invoice.
pub(super) const INCOME_BY_ITSELF: [EntryKind; 4] =
    [EntryKind::Gift, EntryKind::MembershipFee, EntryKind::AdSpend, EntryKind::DataSale];

/// The middle of some numbers, none of them NaN; of an even count the mean of the two in the
/// middle. `None` without any.
pub fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    let upper = *numbers.get(middle)?;
    if numbers.len() % 2 == 1 {
        Some(upper)
    } else {
        Some(f64::midpoint(numbers[middle - 1], upper))
    }
}
