//! Rows of invoices, payments, gifts, costs, contacts and the like.

use jiff::civil::Date;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::money::Money;
use klantwijzer_core::records::EntryRow;
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::mentions::MentionColumns;
use super::{Batch, Outcome, Row, gross, unknown_word};
use crate::field::Field;
use crate::kind::FileKind;
use crate::mapping::{AmountSource, CostSource, DateSlot, Discount, Mapping, NumberSlot};
use crate::settle::Examples;
use crate::values::digits::NumberFault;
use crate::values::text::LONGEST_WORD;
use crate::values::{exact, words};

/// The columns of an entry file, looked up once.
pub(crate) struct Columns {
    pub(super) customer: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) date: Option<DateSlot>,
    pub(super) currency: Option<usize>,
    number: Option<usize>,
    /// The column that tells the lines of one document apart.
    line: Option<usize>,
    category: Option<usize>,
    channel: Option<usize>,
    kind: Option<usize>,
    due: Option<DateSlot>,
    paid_on: Option<DateSlot>,
    open: Option<NumberSlot>,
}

impl Columns {
    pub(super) fn of(mapping: &Mapping) -> Self {
        let lines = [Field::Line, Field::Product, Field::Category];
        let line = lines.iter().find_map(|field| mapping.column(field));
        Self {
            customer: mapping.column(&Field::Customer),
            name: mapping.column(&Field::Name),
            date: mapping.date(&Field::Date),
            currency: mapping.column(&Field::Currency),
            number: mapping.column(&Field::Number),
            line: line.filter(|_| mapping.kind == FileKind::InvoiceLines),
            category: mapping.column(&Field::Category),
            channel: mapping.column(&Field::Channel),
            kind: mapping.column(&Field::Kind),
            due: mapping.date(&Field::Due),
            paid_on: mapping.date(&Field::PaidOn),
            open: mapping.number(&Field::Open),
        }
    }
}

/// Reads a row into `batch`, as a whole or not at all.
pub(super) fn read(
    row: &Row<'_, '_>,
    mentioned: Option<&MentionColumns>,
    batch: &mut Batch,
) -> Outcome<()> {
    let reading = row.reading;
    let customer = row.customer()?;
    let day = row.row_date()?;
    let stated = mentioned.map(|columns| columns.read(row)).transpose()?;
    let customer = batch.words.word(&customer);
    let mut entry = Entry::new(reading.mapping.entry_kind, day, Money::ZERO);
    read_texts(row, batch, &mut entry)?;
    let push = |batch: &mut Batch, entry: Entry| {
        let origin = reading.origin(row.line);
        batch.entries.push(EntryRow { customer: customer.clone(), entry, origin });
    };
    if reading.mapping.split_costs.is_empty() {
        read_amounts(row, batch, &mut entry)?;
        push(batch, entry);
    } else {
        for (kind, amount) in split_costs(row, day)? {
            push(batch, Entry { kind, amount, ..entry.clone() });
        }
    }
    if let (Some(columns), Some(stated)) = (mentioned, stated)
        && columns.says_something(&stated)
    {
        batch.mentions.add(&customer, row.line, day, &stated);
    }
    Ok(())
}

fn read_texts(row: &Row<'_, '_>, batch: &mut Batch, entry: &mut Entry) -> Outcome<()> {
    let Columns { number, line, category, channel, .. } = row.reading.columns;
    if let Some(column) = number {
        match row.text(number, LONGEST_WORD)? {
            Some(text) => entry.number = batch.words.word(&text),
            None if row.reading.mapping.kind.of_invoices() => return Err(row.missing(column)),
            None => {}
        }
    }
    if let Some(text) = row.text(line, LONGEST_WORD)? {
        entry.line = batch.words.word(&text);
    }
    if let Some(text) = row.text(category, LONGEST_WORD)? {
        entry.category = batch.words.word(&text);
    }
    if let Some(text) = row.text(channel, LONGEST_WORD)? {
        entry.category = match words::channel(&text) {
            Some(known) => SmolStr::new_static(known),
            None => batch.words.word(&text),
        };
    }
    Ok(())
}

/// Kind, amount and what goes with an amount.
fn read_amounts(row: &Row<'_, '_>, batch: &mut Batch, entry: &mut Entry) -> Outcome<()> {
    let columns = &row.reading.columns;
    let stated = stated_kind(row)?;
    entry.kind = stated.unwrap_or(entry.kind);
    let amount = row_amount(row, entry.date)?;
    entry.amount = amount;
    entry.gross = gross::read(row, entry.date, amount, &mut batch.vat)?;
    entry.cost = row_cost(row, entry.date, amount)?;
    entry.open = columns.open.map_or(Ok(None), |slot| row.money(slot, entry.date))?;
    entry.due = row.date_of(columns.due)?;
    entry.paid_on = row.date_of(columns.paid_on)?;
    if entry.kind == EntryKind::Invoice && amount.is_negative() {
        entry.kind = EntryKind::CreditNote;
    }
    if entry.kind == EntryKind::Invoice && stated.is_none() {
        if is_credit_number(&entry.number) {
            entry.kind = EntryKind::CreditNote;
            batch.credits.numbers.add(&entry.number);
        } else {
            batch.credits.others = true;
        }
    }
    // A credit note that is written as a positive amount.
    if entry.kind == EntryKind::CreditNote && !amount.is_negative() {
        entry.amount = -amount;
        entry.gross = entry.gross.map(|gross| -gross);
        entry.cost = entry.cost.map(|cost| -cost);
        entry.open = entry.open.map(|open| -open);
    }
    Ok(())
}

/// What the column of kinds says that the row is; costs must say it.
fn stated_kind(row: &Row<'_, '_>) -> Outcome<Option<EntryKind>> {
    let Some(column) = row.reading.columns.kind else {
        return Ok(None);
    };
    let costs = row.reading.mapping.kind == FileKind::Costs;
    let Some((_, cell)) = row.filled(Some(column)) else {
        return if costs { Err(row.missing(column)) } else { Ok(None) };
    };
    let known = if costs { words::cost_kind(cell) } else { words::entry_kind(cell) };
    known.map(Some).ok_or_else(|| unknown_word(column, cell))
}

/// Positive amounts under the number of a credit note, against those that are
/// plainly invoices: where all are of the first sort nobody can tell.
#[derive(Debug, Default)]
pub(crate) struct Credits {
    pub(super) others: bool,
    numbers: Examples,
}

impl Credits {
    pub(super) fn join(&mut self, other: &Self) {
        self.others |= other.others;
        self.numbers.join(&other.numbers);
    }

    /// The numbers that nobody can tell from those of invoices.
    pub(crate) fn doubtful(&self) -> Vec<String> {
        if self.others { Vec::new() } else { self.numbers.whole() }
    }
}

fn row_amount(row: &Row<'_, '_>, day: Date) -> Outcome<Money> {
    let mapping = row.reading.mapping;
    let (exact, slot) = match mapping.amount {
        AmountSource::None => return Ok(Money::ZERO),
        AmountSource::Column(slot) if mapping.kind.needs_amount() => {
            (row.needed_number(slot)?, slot)
        }
        AmountSource::Column(slot) => match row.number(slot)? {
            Some(exact) => (exact, slot),
            None => return Ok(Money::ZERO),
        },
        AmountSource::GrossLessVat(gross, vat) => {
            let (all, tax) = (row.needed_number(gross)?, row.needed_number(vat)?);
            return Ok(row.money_of(all, gross, day)? - row.money_of(tax, vat, day)?);
        }
        AmountSource::Computed { quantity, price, discount } => {
            (computed(row, quantity, price, discount)?, price)
        }
    };
    row.money_of(exact, slot, day)
}

/// Quantity times price, less discount; a blank discount is none.
fn computed(
    row: &Row<'_, '_>,
    quantity: NumberSlot,
    price: NumberSlot,
    discount: Option<Discount>,
) -> Outcome<Decimal> {
    let (count, each) = (row.needed_number(quantity)?, row.needed_number(price)?);
    let full = checked(row, price, count.checked_mul(each))?;
    let Some(discount) = discount else {
        return Ok(full);
    };
    let Some(off) = row.number(discount.slot)? else {
        return Ok(full);
    };
    let in_hundreds = discount.percent && !row.is_percent(discount.slot);
    let share = if in_hundreds { exact::hundredth(off) } else { off };
    if !(Decimal::ZERO..=Decimal::ONE).contains(&share) {
        return Err(row.number_fault(discount.slot, NumberFault::OutOfRange));
    }
    checked(row, price, full.checked_mul(Decimal::ONE - share))
}

fn checked(row: &Row<'_, '_>, slot: NumberSlot, exact: Option<Decimal>) -> Outcome<Decimal> {
    exact.ok_or_else(|| row.number_fault(slot, NumberFault::OutOfRange))
}

fn row_cost(row: &Row<'_, '_>, day: Date, amount: Money) -> Outcome<Option<Money>> {
    Ok(match row.reading.mapping.cost {
        CostSource::None => None,
        CostSource::Column(slot) => row.money(slot, day)?,
        CostSource::Margin(slot) => row.money(slot, day)?.map(|margin| amount - margin),
        CostSource::PerUnit(unit, quantity) => match (row.number(unit)?, row.number(quantity)?) {
            (Some(each), Some(count)) => {
                let total = checked(row, unit, each.checked_mul(count))?;
                Some(row.money_of(total, unit, day)?)
            }
            _ => None,
        },
    })
}

/// The costs of a row with a column for each purpose; at least one.
fn split_costs(row: &Row<'_, '_>, day: Date) -> Outcome<Vec<(EntryKind, Money)>> {
    let split = &row.reading.mapping.split_costs;
    let mut costs = Vec::with_capacity(split.len());
    for (kind, slot) in split {
        if let Some(amount) = row.money(*slot, day)? {
            costs.push((*kind, amount));
        }
    }
    match split.first() {
        Some((_, first)) if costs.is_empty() => {
            Err(row.missing(row.reading.mapping.numbers[first.0].column))
        }
        _ => Ok(costs),
    }
}

/// Whether a number can only be that of a credit note, such as `CN-0042`.
fn is_credit_number(number: &str) -> bool {
    const PREFIXES: [&str; 5] = ["CREDITNOTA", "CREDIT", "CRED", "CN", "CR"];
    let rest = PREFIXES.iter().find_map(|prefix| {
        let start = number.get(..prefix.len())?;
        start.eq_ignore_ascii_case(prefix).then(|| &number[prefix.len()..])
    });
    rest.is_some_and(|rest| {
        rest.trim_start_matches(['-', '_', ' ']).starts_with(|c: char| c.is_ascii_digit())
    })
}
