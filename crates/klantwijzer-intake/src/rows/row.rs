//! One row: its cells as text, numbers, money and dates.

use std::borrow::Cow;

use jiff::civil::{Date, date};
use klantwijzer_core::money::{Currency, Money};
use klantwijzer_core::records::Rejection;
use rust_decimal::Decimal;

use super::{DateCell, Fault, NumberCell, Outcome, Reading, fault, unknown_word};
use crate::field::Field;
use crate::mapping::{DateSlot, NumberSlot, Sort};
use crate::settle::Notations;
use crate::table::Cell;
use crate::values::currency::{self, NoRate};
use crate::values::digits::NumberFault;
use crate::values::exact;
use crate::values::text::{LONGEST, LONGEST_WORD, clean, is_unknown, shown, trim};

/// One row whose numbers and dates were read cell by cell.
pub(crate) struct Row<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    pub(super) notations: &'r Notations,
    pub(super) cells: &'r [Cell<'a>],
    pub(super) numbers: &'r [NumberCell],
    pub(super) dates: &'r [DateCell],
    pub(super) line: u32,
}

impl<'r> Row<'r, '_> {
    /// The trimmed cell of a column, with nothing for cells that are not there.
    pub(super) fn cell(&self, column: usize) -> &'r str {
        self.cells.get(column).map_or("", |cell| trim(&cell.text))
    }

    /// The trimmed cell of a column with that column; `None` when it is blank or says
    /// "unknown".
    pub(super) fn filled(&self, column: Option<usize>) -> Option<(usize, &'r str)> {
        let column = column?;
        Some((column, self.cell(column))).filter(|(_, cell)| !is_unknown(cell))
    }

    /// The text of a column; `None` when it is blank or says "unknown".
    pub(super) fn text(
        &self,
        column: Option<usize>,
        longest: usize,
    ) -> Outcome<Option<Cow<'r, str>>> {
        let Some((column, cell)) = self.filled(column) else {
            return Ok(None);
        };
        clean(cell, longest).map(Some).map_err(|why| fault(column, why))
    }

    /// The text of a meaning, likewise, as a text of its own.
    pub(super) fn owned(&self, field: &Field) -> Outcome<Option<String>> {
        Ok(self.text(self.reading.mapping.column(field), LONGEST)?.map(Cow::into_owned))
    }

    /// Why a cell that must be filled is not: the row is too short, or blank there.
    pub(super) fn missing(&self, column: usize) -> Fault {
        let (expected, found) =
            (self.reading.mapping.headers.len() as u32, self.cells.len() as u32);
        let why = if column < self.cells.len() {
            Rejection::Missing
        } else {
            Rejection::TooFewColumns { expected, found }
        };
        fault(column, why)
    }

    pub(super) fn number_fault(&self, slot: NumberSlot, found: NumberFault) -> Fault {
        let column = self.reading.mapping.numbers[slot.0].column;
        let value = shown(self.cell(column));
        let why = match found {
            NumberFault::NotANumber => Rejection::NotANumber { value },
            NumberFault::Ambiguous => Rejection::AmbiguousNumber { value },
            NumberFault::OutOfRange => Rejection::NumberOutOfRange { value },
        };
        fault(column, why)
    }

    /// The number of a column; `None` when it is blank.
    pub(super) fn number(&self, slot: NumberSlot) -> Outcome<Option<Decimal>> {
        let number = match &self.numbers[slot.0] {
            NumberCell::Blank => return Ok(None),
            NumberCell::Word(yes) => return Ok(Some(Decimal::from(u8::from(*yes)))),
            NumberCell::Fault(fault) => return Err(self.number_fault(slot, *fault)),
            NumberCell::Number(number, _) => number,
        };
        let column = &self.reading.mapping.numbers[slot.0];
        if column.sort == Sort::Money && number.percent {
            return Err(self.number_fault(slot, NumberFault::NotANumber));
        }
        let exact = number
            .settle(self.notations.decimal, self.notations.decimal_stated)
            .map_err(|fault| self.number_fault(slot, fault))?;
        let percent = number.percent || self.notations.percent[slot.0];
        Ok(Some(if percent { exact::hundredth(exact) } else { exact }))
    }

    /// An exact amount as money of the workspace, by the rate on `day`.
    pub(super) fn money_of(&self, exact: Decimal, slot: NumberSlot, day: Date) -> Outcome<Money> {
        let out_of_range = || self.number_fault(slot, NumberFault::OutOfRange);
        let factor = self.factor(slot, day)?;
        let own = factor.map_or(Some(exact), |factor| exact.checked_mul(factor));
        own.and_then(exact::money).ok_or_else(out_of_range)
    }

    /// The amount of a column; `None` when it is blank.
    pub(super) fn money(&self, slot: NumberSlot, day: Date) -> Outcome<Option<Money>> {
        self.number(slot)?.map(|exact| self.money_of(exact, slot, day)).transpose()
    }

    /// The amount of a column that must be filled.
    pub(super) fn needed_number(&self, slot: NumberSlot) -> Outcome<Decimal> {
        let column = self.reading.mapping.numbers[slot.0].column;
        self.number(slot)?.ok_or_else(|| self.missing(column))
    }

    /// What one unit of a cell's currency is worth: that of the cell itself,
    /// else of the row, of the header, of the file, of the workspace.
    pub(super) fn factor(&self, slot: NumberSlot, day: Date) -> Outcome<Option<Decimal>> {
        let reading = self.reading;
        let column = &reading.mapping.numbers[slot.0];
        let of_cell = match &self.numbers[slot.0] {
            NumberCell::Number(_, stated) => stated.as_ref(),
            _ => None,
        };
        if let Some(stated) = of_cell {
            return self.rate(stated, day, column.column);
        }
        if let Some((currencies, cell)) = self.filled(reading.columns.currency) {
            let named = currency::named(cell).and_then(|named| named.currency(&reading.rates.own));
            let stated = named.ok_or_else(|| unknown_word(currencies, cell))?;
            return self.rate(&stated, day, currencies);
        }
        match column.currency.as_ref().or(reading.options.file_currency.as_ref()) {
            Some(stated) => self.rate(stated, day, column.column),
            None => Ok(None),
        }
    }

    pub(super) fn rate(
        &self,
        stated: &Currency,
        day: Date,
        column: usize,
    ) -> Outcome<Option<Decimal>> {
        self.reading.rates.factor(stated, day).map_err(|NoRate(currency)| {
            fault(column, Rejection::NoRate { currency: currency.code().to_owned() })
        })
    }

    /// The date of a column; `None` when it is blank.
    pub(super) fn date(&self, slot: DateSlot) -> Outcome<Option<Date>> {
        let column = self.reading.mapping.dates[slot.0];
        let value = || shown(self.cell(column));
        let written = match &self.dates[slot.0] {
            DateCell::Blank => return Ok(None),
            DateCell::NoDate => {
                return Err(fault(column, Rejection::NotADate { value: value() }));
            }
            DateCell::Date(written) => *written,
        };
        let Some(day) = written.settle(self.notations.order) else {
            return Err(fault(column, Rejection::NotADate { value: value() }));
        };
        if day < date(1900, 1, 1) || day > self.reading.last_day {
            return Err(fault(column, Rejection::DateOutOfRange { value: value() }));
        }
        Ok(Some(day))
    }

    pub(super) fn date_of(&self, slot: Option<DateSlot>) -> Outcome<Option<Date>> {
        slot.map_or(Ok(None), |slot| self.date(slot))
    }

    /// The date of the row: of its column, or the one that the caller gave.
    pub(super) fn row_date(&self) -> Outcome<Date> {
        match self.reading.columns.date {
            Some(slot) => {
                let column = self.reading.mapping.dates[slot.0];
                self.date(slot)?.ok_or_else(|| self.missing(column))
            }
            None => {
                self.reading.options.date.ok_or(Fault { column: None, why: Rejection::Missing })
            }
        }
    }

    /// Whose the row is.
    pub(super) fn customer(&self) -> Outcome<Cow<'r, str>> {
        let column = self.reading.columns.customer.or(self.reading.columns.name);
        let none = || Fault { column, why: Rejection::NoCustomer };
        let text = self.text(column, LONGEST_WORD)?.ok_or_else(none)?;
        Ok(text)
    }

    /// Whether a percent sign stood behind the number, which then is a share.
    pub(super) fn is_percent(&self, slot: NumberSlot) -> bool {
        matches!(&self.numbers[slot.0], NumberCell::Number(number, _) if number.percent)
    }
}
