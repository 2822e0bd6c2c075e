//! Tests of whole readings: text and workbooks in, records and reports out.

// A test that cannot go on fails, and facts here are exact by construction.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::format_collect)]

/// Rows of customers, contact persons and leads.
mod customers;
/// Rows of invoices, costs, contacts and the like.
mod entries;
/// Files that are broken or meant to do harm.
mod hostile;
/// Every kind of file, by headers in both languages.
mod kinds;
/// Delimiters, encodings, decimal signs, dates and currencies.
mod notation;
/// Random files: nothing is lost and no order matters.
mod properties;
/// The public data beside the project, where it is there.
mod real_data;
/// XLSX.
mod workbooks;

use jiff::civil::{Date, date};
use klantwijzer_core::ledger::Entry;
use klantwijzer_core::money::{Currency, Money};
use klantwijzer_intake::{Intake, IntakeError, Options, Problem, Source, read};

pub(crate) const TODAY: Date = date(2025, 6, 30);

pub(crate) fn options() -> Options<'static> {
    Options::new(TODAY, Currency::EUR)
}

pub(crate) fn read_with(
    name: &str,
    bytes: &[u8],
    options: &Options<'_>,
) -> Result<Intake, IntakeError> {
    let intake = read(&[Source { name, bytes }], options, &mut |_, _| {})?;
    for file in &intake.files {
        assert_eq!(file.good + file.rejected, file.rows, "rows of {name}");
    }
    let rejected: u64 = intake.files.iter().map(|file| file.rejected).sum();
    assert_eq!(intake.rejected.len() as u64, rejected);
    Ok(intake)
}

/// Reads text that must be readable.
#[track_caller]
pub(crate) fn intake(text: &str) -> Intake {
    match read_with("test.csv", text.as_bytes(), &options()) {
        Ok(intake) => intake,
        Err(error) => panic!("{error}"),
    }
}

/// Reads text that must be refused.
#[track_caller]
pub(crate) fn problem(text: &str) -> Problem {
    match read_with("test.csv", text.as_bytes(), &options()) {
        Ok(intake) => panic!("read as {:?}", intake.files),
        Err(error) => error.problem,
    }
}

pub(crate) fn money(text: &str) -> Money {
    let (whole, cents) = text.split_once('.').unwrap_or((text, ""));
    let negative = whole.starts_with('-');
    let whole: i64 = whole.parse().unwrap();
    let decimals: i64 = format!("{cents:0<4}").parse().unwrap();
    Money::from_ten_thousandths(whole * 10_000 + if negative { -decimals } else { decimals })
}

pub(crate) fn entries_of(intake: &Intake) -> Vec<&Entry> {
    intake.records.entries.iter().map(|row| &row.entry).collect()
}

/// Amounts of the entries, in the order of the file.
pub(crate) fn amounts(intake: &Intake) -> Vec<Money> {
    entries_of(intake).iter().map(|entry| entry.amount).collect()
}
