//! From the cells of one row to records.

mod batch;
mod customers;
mod entries;
mod gross;
mod mentions;
mod row;

use std::borrow::Cow;
use std::collections::HashSet;

use jiff::ToSpan;
use jiff::civil::Date;
use klantwijzer_core::money::Currency;
use klantwijzer_core::records::{Origin, Rejected, Rejection};
use rust_decimal::Decimal;

pub(crate) use batch::{Batch, read_rows};
pub(crate) use gross::settle as settle_gross;
use row::Row;

use crate::mapping::{Mapping, Sort};
use crate::options::Options;
use crate::settle::Evidence;
use crate::table::{Cell, Form, Table};
use crate::values::currency::{self, Rates};
use crate::values::digits::NumberFault;
use crate::values::text::{is_unknown, shown, trim};
use crate::values::{WrittenDate, WrittenNumber, exact, words};

/// What the rows of one file have in common.
pub(crate) struct Reading<'a> {
    pub(crate) table: &'a Table<'a>,
    pub(crate) mapping: &'a Mapping,
    pub(crate) options: &'a Options<'a>,
    pub(crate) rates: &'a Rates,
    pub(crate) file: u32,
    /// In front of headers in reports, where a workbook has more sheets.
    pub(crate) sheet: Option<&'a str>,
    pub(crate) columns: entries::Columns,
    /// Lines that are left out.
    pub(crate) left_out: HashSet<u32>,
    last_day: Date,
}

/// Why a row is not taken over, and in which column that shows.
#[derive(Debug)]
pub(crate) struct Fault {
    column: Option<usize>,
    why: Rejection,
}

type Outcome<T> = Result<T, Fault>;

fn fault(column: usize, why: Rejection) -> Fault {
    Fault { column: Some(column), why }
}

/// A cell with a word that stands for nothing we know.
fn unknown_word(column: usize, cell: &str) -> Fault {
    fault(column, Rejection::UnknownWord { value: shown(cell) })
}

/// A cell of numbers, read on its own.
pub(crate) enum NumberCell {
    Blank,
    Number(WrittenNumber, Option<Currency>),
    Word(bool),
    Fault(NumberFault),
}

/// A cell of dates, read on its own.
pub(crate) enum DateCell {
    Blank,
    Date(WrittenDate),
    NoDate,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(
        table: &'a Table<'a>,
        mapping: &'a Mapping,
        options: &'a Options<'a>,
        rates: &'a Rates,
    ) -> Self {
        let last_day = options.today.saturating_add(10.years());
        let columns = entries::Columns::of(mapping);
        let left_out = HashSet::new();
        Self { table, mapping, options, rates, file: 0, sheet: None, columns, left_out, last_day }
    }

    pub(crate) fn origin(&self, line: u32) -> Origin {
        Origin { file: self.file, line }
    }

    /// The header of a column as reports name it.
    pub(crate) fn header(&self, column: usize) -> String {
        let header = self.mapping.headers.get(column).map_or("", String::as_str);
        self.sheet.map_or_else(|| header.to_owned(), |sheet| format!("{sheet}!{header}"))
    }

    fn rejected(&self, line: u32, fault: Fault) -> Rejected {
        let column = fault.column.map_or_else(String::new, |column| self.header(column));
        Rejected { origin: self.origin(line), column, why: fault.why }
    }

    /// Reads every cell of numbers and dates of a row on its own, and notes
    /// what each says of the notation.
    pub(crate) fn read_cells(
        &self,
        cells: &[Cell<'_>],
        numbers: &mut Vec<NumberCell>,
        dates: &mut Vec<DateCell>,
        evidence: &mut Evidence,
    ) {
        numbers.clear();
        dates.clear();
        for (slot, column) in self.mapping.numbers.iter().enumerate() {
            let Some(cell) = cells.get(column.column) else {
                numbers.push(NumberCell::Blank);
                continue;
            };
            let text = trim(&cell.text);
            let read = self.read_number(cell.form, text, column.sort == Sort::Money, column.words);
            if let NumberCell::Number(number, _) = &read {
                evidence.add_number(number, text);
                if matches!(column.sort, Sort::Share { .. }) {
                    evidence.add_share(slot, number);
                }
            }
            numbers.push(read);
        }
        for column in &self.mapping.dates {
            let read = match cells.get(*column).map(|cell| (trim(&cell.text), cell.form)) {
                None => DateCell::Blank,
                Some((text, _)) if is_unknown(text) || is_null_date(text) => DateCell::Blank,
                Some((text, form)) => match self.read_date(form, text) {
                    Some(date) => {
                        evidence.add_date(date, text);
                        DateCell::Date(date)
                    }
                    None => DateCell::NoDate,
                },
            };
            dates.push(read);
        }
    }

    fn read_number(&self, form: Form, text: &str, money: bool, words: bool) -> NumberCell {
        if form == Form::Number {
            let exact = text.parse::<f64>().ok().and_then(exact::from_f64);
            return exact.map_or(NumberCell::Fault(NumberFault::OutOfRange), |exact| {
                NumberCell::Number(WrittenNumber::stored(exact), None)
            });
        }
        if let Some(number) = WrittenNumber::read_plain(text) {
            return NumberCell::Number(number, None);
        }
        if is_unknown(text) {
            return NumberCell::Blank;
        }
        let (named, digits) =
            if money { currency::split(text) } else { (None, Cow::Borrowed(text)) };
        let stated = named.and_then(|named| named.currency(&self.rates.own));
        // Accounting formats show zero as "€ -".
        if stated.is_some() && digits == "-" {
            return NumberCell::Number(WrittenNumber::stored(Decimal::ZERO), stated);
        }
        match WrittenNumber::read(&digits) {
            Ok(number) => NumberCell::Number(number, stated),
            Err(fault) => match words::yes_no(text) {
                Some(yes) if words => NumberCell::Word(yes),
                _ => NumberCell::Fault(fault),
            },
        }
    }

    fn read_date(&self, form: Form, text: &str) -> Option<WrittenDate> {
        match form {
            Form::Number => WrittenDate::from_serial(text.parse().ok()?, self.table.since_1904()),
            Form::Written | Form::Date => WrittenDate::read(text),
        }
    }
}

/// Databases write "no date" as zeros.
fn is_null_date(text: &str) -> bool {
    text.starts_with("0000-00-00") || text == "00-00-0000"
}
