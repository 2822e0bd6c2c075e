//! Why a row was not taken over, and what to do about it.

use klantwijzer_core::records::{Rejected, Rejection};

use crate::say;
use crate::texts::{Texts, clean, cut};

/// Where the row stood, what is wrong and the cure; `files` are the names of the
/// files that were read together.
pub fn rejected(rejected: &Rejected, files: &[&str], texts: &Texts) -> String {
    let origin = &rejected.origin;
    let file = files.get(origin.file as usize).copied().unwrap_or_default();
    let (file, line) = (shown(file, texts), origin.line.to_string());
    let place = if rejected.column.is_empty() {
        say!(texts, "rejected-row", file = file, line = line)
    } else {
        let column = shown(&rejected.column, texts);
        say!(texts, "rejected-cell", file = file, line = line, column = column)
    };
    say!(texts, "rejected", place = place, why = rejection(&rejected.why, texts))
}

/// What is wrong with a row, and the cure.
pub fn rejection(why: &Rejection, texts: &Texts) -> String {
    let shown = |value: &str| shown(value, texts);
    match why {
        Rejection::NoCustomer => say!(texts, "rejection-no-customer"),
        Rejection::Missing => say!(texts, "rejection-missing"),
        Rejection::TooManyColumns { expected, found } => {
            say!(texts, "rejection-too-many-columns", expected = *expected, found = *found)
        }
        Rejection::TooFewColumns { expected, found } => {
            say!(texts, "rejection-too-few-columns", expected = *expected, found = *found)
        }
        Rejection::NotANumber { value } => {
            say!(texts, "rejection-not-a-number", value = shown(value))
        }
        Rejection::AmbiguousNumber { value } => {
            say!(texts, "rejection-ambiguous-number", value = shown(value))
        }
        Rejection::NumberOutOfRange { value } => {
            say!(texts, "rejection-number-out-of-range", value = shown(value))
        }
        Rejection::NotADate { value } => say!(texts, "rejection-not-a-date", value = shown(value)),
        Rejection::DateOutOfRange { value } => {
            say!(texts, "rejection-date-out-of-range", value = shown(value))
        }
        Rejection::NoRate { currency } => {
            say!(texts, "rejection-no-rate", currency = shown(currency))
        }
        Rejection::BadText { value } => say!(texts, "rejection-bad-text", value = shown(value)),
        Rejection::UnknownWord { value } => {
            say!(texts, "rejection-unknown-word", value = shown(value))
        }
        Rejection::NameOfSeveral { name, customers } => {
            let customers: Vec<_> = customers.iter().map(|customer| shown(customer)).collect();
            let customers = texts.and(&customers);
            say!(texts, "rejection-name-of-several", name = shown(name), customers = customers)
        }
        Rejection::NumberOfAnotherCustomer { number, customers } => {
            let customers: Vec<_> = customers.iter().map(|customer| shown(customer)).collect();
            let customers = texts.and(&customers);
            say!(
                texts,
                "rejection-number-of-another",
                number = shown(number),
                customers = customers
            )
        }
        Rejection::ContradictsRow { line } => {
            say!(texts, "rejection-contradicts-row", line = line.to_string())
        }
        Rejection::BadEncoding => say!(texts, "rejection-bad-encoding"),
        Rejection::Erased => say!(texts, "rejection-erased"),
    }
}

/// Text from a file, fit for a sentence.
pub(super) fn shown(value: &str, texts: &Texts) -> String {
    let value = clean(value);
    let value = value.trim();
    if value.is_empty() { texts.unknown() } else { cut(value, 60).into_owned() }
}
