//! Invoices and credit notes, put together from their entries.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ledger::{Entry, EntryKind};
use crate::money::Money;
use crate::period::Period;

/// Days after its date on which an invoice is due when it does not say so: the
/// term that Dutch law sets between companies (art. 6:119a BW).
const USUAL_TERM_DAYS: i32 = 30;

/// One invoice or credit note, put together from its head and its lines.
pub(super) struct Document {
    pub(super) date: Date,
    pub(super) amount: Money,
    /// What the customer has to pay: the amount with VAT where it is known.
    pub(super) owed: Money,
    pub(super) cost: Option<Money>,
    pub(super) credit: bool,
    pub(super) due: Option<Date>,
    pub(super) paid_on: Option<Date>,
    pub(super) open: Option<Money>,
    pub(super) payments: Vec<(Date, Money)>,
}

/// The invoices and credit notes among the entries. Where a document has a head
/// the head's amount counts and its lines only tell what was bought. Payments
/// that name no invoice pay the oldest open ones of the customer.
pub(super) fn documents(entries: &[&Entry], as_of: Date) -> Vec<Document> {
    let sales = |entry: &&&Entry| matches!(entry.kind, EntryKind::Invoice | EntryKind::CreditNote);
    let mut by_number: HashMap<&str, Vec<&Entry>> = HashMap::new();
    let mut documents = Vec::new();
    for entry in entries.iter().filter(sales) {
        if entry.number.is_empty() {
            documents.push(document(&[entry], as_of));
        } else {
            by_number.entry(&entry.number).or_default().push(entry);
        }
    }
    let mut payments: HashMap<&str, Vec<(Date, Money)>> = HashMap::new();
    for entry in entries.iter().filter(|entry| entry.kind == EntryKind::Payment) {
        payments.entry(&entry.number).or_default().push((entry.date, entry.amount));
    }
    for (number, parts) in by_number {
        // Most documents are one row, and nobody pays them by number.
        if parts.len() == 1 && payments.is_empty() {
            documents.push(document(&parts, as_of));
            continue;
        }
        let mut numbered = of_one_number(&parts, as_of);
        // Where one number has an invoice and its credit, payments are the
        // invoice's; what is paid on a credit note alone is paid back.
        if let Some(paid) = numbered.first_mut() {
            paid.payments = payments.remove(number).unwrap_or_default();
        }
        documents.append(&mut numbered);
    }
    documents
        .sort_by_key(|document| (document.date, document.amount, document.owed, document.credit));
    if let Some(unnumbered) = payments.remove("") {
        pay_the_oldest(&mut documents, unnumbered);
    }
    documents
}

/// The invoice with a number, or the credit note, or both with the invoice first.
/// Lines of less than nothing are part of an invoice that has other lines as well,
/// unless there is a credit note with its own head.
fn of_one_number(parts: &[&Entry], as_of: Date) -> Vec<Document> {
    let (mut heads, lines): (Vec<&Entry>, Vec<&Entry>) =
        parts.iter().partition(|part| !part.is_line());
    heads.sort_by_key(|head| {
        (head.date, head.amount, head.gross, head.cost, head.due, head.paid_on)
    });
    let (invoices, credits): (Vec<&Entry>, Vec<&Entry>) =
        heads.into_iter().partition(|head| head.kind == EntryKind::Invoice);
    let (sold, taken_back): (Vec<&Entry>, Vec<&Entry>) =
        lines.iter().partition(|line| line.kind == EntryKind::Invoice);
    let apart = !credits.is_empty() || (!invoices.is_empty() && sold.is_empty());
    let (sold, taken_back) = if apart { (sold, taken_back) } else { (lines, Vec::new()) };
    let mut documents = with_lines(&invoices, &sold, as_of);
    documents.append(&mut with_lines(&credits, &taken_back, as_of));
    documents
}

/// The documents with these heads, the first of which has the lines; without a
/// head the lines make a document.
fn with_lines(heads: &[&Entry], lines: &[&Entry], as_of: Date) -> Vec<Document> {
    if heads.is_empty() {
        return if lines.is_empty() { Vec::new() } else { vec![document(lines, as_of)] };
    }
    let mut documents: Vec<Document> = heads.iter().map(|head| document(&[head], as_of)).collect();
    if let Some(first) = documents.first_mut()
        && first.cost.is_none()
    {
        first.cost = lines_cost(lines);
    }
    documents
}

/// Divides payments among the invoices that do not say themselves what is paid or
/// open, the oldest first. The documents are in order of date.
fn pay_the_oldest(documents: &mut [Document], mut payments: Vec<(Date, Money)>) {
    payments.sort_unstable();
    let mut open = documents.iter_mut().filter(|document| document.waits_for_payment());
    let mut current = open.next();
    for (day, mut amount) in payments {
        while amount > Money::ZERO
            && let Some(document) = &mut current
        {
            let paid: Money = document.payments.iter().map(|(_, amount)| *amount).sum();
            let part = amount.min(document.owed - paid);
            document.payments.push((day, part));
            amount -= part;
            if part == document.owed - paid {
                current = open.next();
            }
        }
    }
}

fn lines_cost(lines: &[&Entry]) -> Option<Money> {
    if lines.is_empty() { None } else { lines.iter().map(|line| line.cost).sum() }
}

/// A document from its head alone or from all its lines; never from nothing.
fn document(parts: &[&Entry], as_of: Date) -> Document {
    let first = |pick: fn(&Entry) -> Option<Date>| parts.iter().filter_map(|part| pick(part)).max();
    Document {
        date: parts.iter().map(|part| part.date).min().unwrap_or(as_of),
        amount: parts.iter().map(|part| part.amount).sum(),
        owed: owed_of(parts),
        cost: lines_cost(parts),
        credit: parts.iter().all(|part| part.kind == EntryKind::CreditNote),
        due: first(|part| part.due),
        paid_on: first(|part| part.paid_on).filter(|day| *day <= as_of),
        open: open_of(parts),
        payments: Vec::new(),
    }
}

/// What there is to pay of a document. Its lines tell the VAT only together.
fn owed_of(parts: &[&Entry]) -> Money {
    let gross: Option<Money> = parts.iter().map(|part| part.gross).sum();
    gross.unwrap_or_else(|| parts.iter().map(|part| part.amount).sum())
}

/// What the parts of a document say is open of it. Each line may say it of the
/// whole document, so never more than there is to pay.
fn open_of(parts: &[&Entry]) -> Option<Money> {
    let open: Money = parts.iter().map(|part| part.open).sum::<Option<Money>>()?;
    let owed = owed_of(parts);
    let of_the_whole = parts.iter().all(|part| part.open == parts[0].open);
    if open.abs() <= owed.abs() {
        Some(open)
    } else if of_the_whole {
        parts[0].open.map(|open| if open.abs() <= owed.abs() { open } else { owed })
    } else {
        Some(owed)
    }
}

/// Revenue less cost of the documents of a period; unknown unless each of them has a cost, and
/// where no document ever had one.
pub(super) fn margin_in(documents: &[Document], period: Period) -> Option<Money> {
    let ever = documents.iter().any(|document| document.cost.is_some());
    let dated = documents.iter().filter(|document| period.contains(document.date));
    dated
        .map(|document| document.cost.map(|cost| document.amount - cost))
        .sum::<Option<Money>>()
        .filter(|_| ever)
}

/// What is open of each invoice, those with nothing open left out. Open credit
/// notes are taken off the invoices that fall due first.
pub(super) fn open_invoices(documents: &[Document]) -> Vec<(&Document, Money)> {
    let mut open: Vec<(&Document, Money)> =
        documents.iter().map(|document| (document, document.open_amount())).collect();
    open.retain(|(_, amount)| *amount > Money::ZERO);
    let mut credit: Money = documents.iter().map(Document::open_credit).sum();
    if credit > Money::ZERO {
        open.sort_by_key(|(document, amount)| (document.due_on(), document.date, *amount));
        for (_, amount) in &mut open {
            let taken = credit.min(*amount);
            *amount -= taken;
            credit -= taken;
        }
        open.retain(|(_, amount)| *amount > Money::ZERO);
    }
    open
}

impl Document {
    /// The day on which it was paid in full.
    pub(super) fn settled_on(&self) -> Option<Date> {
        if self.paid_on.is_some() {
            return self.paid_on;
        }
        let mut payments = self.payments.clone();
        payments.sort_unstable();
        let mut left = self.owed;
        let mut settled = None;
        for (day, amount) in payments {
            left -= amount;
            // What was paid and taken back, as a failed direct debit is, was not paid.
            settled = if left > Money::ZERO { None } else { settled.or(Some(day)) };
        }
        settled
    }

    /// Whether payments have to tell what is open of it.
    fn waits_for_payment(&self) -> bool {
        !self.credit
            && self.open.is_none()
            && self.settled_on().is_none()
            && self.owed > Money::ZERO
    }

    /// Whether it was paid in full by what the document itself says.
    pub(super) fn is_settled_without_payment(&self) -> bool {
        let nothing_open = self.open == Some(Money::ZERO) && self.owed > Money::ZERO;
        self.payments.is_empty() && (self.paid_on.is_some() || nothing_open)
    }

    /// What is open of an invoice, in a book that records payments.
    fn open_amount(&self) -> Money {
        if self.credit || self.settled_on().is_some() {
            return Money::ZERO;
        }
        let paid: Money = self.payments.iter().map(|(_, amount)| *amount).sum();
        self.open.unwrap_or(self.owed - paid).max(Money::ZERO)
    }

    /// What the customer may still take off because of a credit note.
    fn open_credit(&self) -> Money {
        if !self.credit || self.paid_on.is_some() {
            return Money::ZERO;
        }
        let back: Money = self.payments.iter().map(|(_, amount)| amount.abs()).sum();
        self.open.map_or(self.owed.abs() - back, Money::abs).max(Money::ZERO)
    }

    pub(super) fn due_on(&self) -> Date {
        self.due.unwrap_or_else(|| self.date.saturating_add(USUAL_TERM_DAYS.days()))
    }
}
