//! A block of ledger entries, a column a field.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::ledger::{Entry, EntryKey, EntryKind, KeyedEntry};
use klantwijzer_core::money::Money;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::codes::Coded;
use super::columns::{Bytes, Texts, Words, pack_date, unpack_date};
use super::{damaged, decode, encode};
use crate::Result;

const COST: u8 = 1;
const DUE: u8 = 2;
const PAID: u8 = 4;
const OPEN: u8 = 8;
const GROSS: u8 = 16;

/// Version 1 of a block.
#[derive(Debug, Default, Serialize, Deserialize)]
struct EntryColumns {
    /// Runs of one customer: the step from the customer before and the length.
    runs: Vec<(u32, u32)>,
    /// The keys, 16 bytes each, little-endian.
    keys: Bytes,
    /// The number of each kind.
    kinds: Bytes,
    /// Which of the optional fields are there.
    fields: Bytes,
    /// Steps from the date before, as packed dates; the first from 0.
    dates: Vec<i32>,
    amounts: Vec<i64>,
    costs: Vec<i64>,
    /// Steps from the entry's own date.
    due: Vec<i32>,
    /// Steps from the entry's own date.
    paid_on: Vec<i32>,
    open: Vec<i64>,
    gross: Vec<i64>,
    numbers: Texts,
    lines: Texts,
    categories: Words,
}

/// Writes entries in order of customer number, then date, then key.
pub fn encode_entries(entries: &[&(CustomerNo, KeyedEntry)]) -> Result<Vec<u8>> {
    let mut columns = EntryColumns::default();
    let mut last_customer = 0;
    let mut last_date = 0;
    for (customer, KeyedEntry { key, entry }) in entries {
        match columns.runs.last_mut() {
            Some((_, length)) if *customer == last_customer => *length += 1,
            _ => columns.runs.push((customer.wrapping_sub(last_customer), 1)),
        }
        last_customer = *customer;
        let date = pack_date(entry.date);
        columns.dates.push(date - last_date);
        last_date = date;
        columns.keys.0.extend_from_slice(&key.0.to_le_bytes());
        columns.kinds.0.push(entry.kind.code());
        columns.amounts.push(entry.amount.ten_thousandths());
        let fields = columns.optional(entry, date);
        columns.fields.0.push(fields);
    }
    columns.numbers = Texts::of(entries.iter().map(|(_, keyed)| keyed.entry.number.as_str()));
    columns.lines = Texts::of(entries.iter().map(|(_, keyed)| keyed.entry.line.as_str()));
    columns.categories = Words::of(entries.iter().map(|(_, keyed)| {
        let category = &keyed.entry.category;
        (!category.is_empty()).then_some(category)
    }));
    encode(&columns)
}

impl EntryColumns {
    /// Adds the optional fields; returns which of them are there.
    fn optional(&mut self, entry: &Entry, date: i32) -> u8 {
        let step = |day| pack_date(day) - date;
        keep_cell(&mut self.costs, entry.cost.map(Money::ten_thousandths), COST)
            | keep_cell(&mut self.due, entry.due.map(step), DUE)
            | keep_cell(&mut self.paid_on, entry.paid_on.map(step), PAID)
            | keep_cell(&mut self.open, entry.open.map(Money::ten_thousandths), OPEN)
            | keep_cell(&mut self.gross, entry.gross.map(Money::ten_thousandths), GROSS)
    }

    /// Whether the columns that have a cell for every row agree on how many.
    fn rows(&self) -> Option<usize> {
        let rows = self.dates.len();
        let runs: u64 = self.runs.iter().map(|(_, length)| u64::from(*length)).sum();
        let fits = runs == rows as u64
            && self.keys.0.len() == rows * 16
            && self.kinds.0.len() == rows
            && self.fields.0.len() == rows
            && self.amounts.len() == rows
            && self.numbers.len() == rows
            && self.lines.len() == rows
            && self.categories.len() == rows;
        fits.then_some(rows)
    }
}

/// Reads a block and hands on its entries in order.
pub fn decode_entries(sealed: &[u8], mut each: impl FnMut(CustomerNo, KeyedEntry)) -> Result<()> {
    let columns: EntryColumns = decode(sealed)?;
    let wrong = || damaged("a block of entries is cut off");
    columns.rows().ok_or_else(wrong)?;
    let mut numbers = columns.numbers.reader();
    // The lines of one document share its number, also in memory.
    let mut number = SmolStr::default();
    let mut lines = columns.lines.reader();
    let mut costs = columns.costs.iter();
    let mut due = columns.due.iter();
    let mut paid_on = columns.paid_on.iter();
    let mut open = columns.open.iter();
    let mut gross = columns.gross.iter();
    let mut keys = columns.keys.0.chunks_exact(16);
    let (mut row, mut customer, mut date): (usize, CustomerNo, i32) = (0, 0, 0);
    for (step, length) in &columns.runs {
        customer = customer.wrapping_add(*step);
        for _ in 0..*length {
            date = date.wrapping_add(columns.dates[row]);
            let has = |field| columns.fields.0[row] & field != 0;
            let day = |step: i32| unpack_date(date.wrapping_add(step));
            let text = numbers.next()?;
            if number != text {
                number = SmolStr::new(text);
            }
            let entry = Entry {
                kind: EntryKind::of(columns.kinds.0[row])?,
                date: unpack_date(date)?,
                amount: Money::from_ten_thousandths(columns.amounts[row]),
                gross: next_cell(&mut gross, has(GROSS))?.map(Money::from_ten_thousandths),
                cost: next_cell(&mut costs, has(COST))?.map(Money::from_ten_thousandths),
                number: number.clone(),
                line: SmolStr::new(lines.next()?),
                category: columns.categories.get(row)?.cloned().unwrap_or_default(),
                due: next_cell(&mut due, has(DUE))?.map(day).transpose()?,
                paid_on: next_cell(&mut paid_on, has(PAID))?.map(day).transpose()?,
                open: next_cell(&mut open, has(OPEN))?.map(Money::from_ten_thousandths),
            };
            let key = keys.next().and_then(|key| key.try_into().ok()).ok_or_else(wrong)?;
            each(customer, KeyedEntry { key: EntryKey(u128::from_le_bytes(key)), entry });
            row += 1;
        }
    }
    Ok(())
}

/// Adds the cell of an optional field, where the row has one; returns the field then.
fn keep_cell<T>(cells: &mut Vec<T>, cell: Option<T>, field: u8) -> u8 {
    let is_there = cell.is_some();
    cells.extend(cell);
    if is_there { field } else { 0 }
}

/// The next cell of an optional field, where the row has one.
fn next_cell<T: Copy>(cells: &mut std::slice::Iter<'_, T>, is_there: bool) -> Result<Option<T>> {
    if !is_there {
        return Ok(None);
    }
    cells.next().copied().map(Some).ok_or_else(|| damaged("a block of entries lacks a field"))
}
