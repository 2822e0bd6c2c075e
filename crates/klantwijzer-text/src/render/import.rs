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
        say!(texts, "rejected-row", file, line)
    } else {
        let column = shown(&rejected.column, texts);
        say!(texts, "rejected-cell", file, line, column)
    };
    say!(texts, "rejected", place, why = rejection(&rejected.why, texts))
}

/// What is wrong with a row, and the cure.
pub fn rejection(why: &Rejection, texts: &Texts) -> String {
    let shown = |value: &str| shown(value, texts);
    let all =
        |values: &[String]| texts.and(&values.iter().map(|value| shown(value)).collect::<Vec<_>>());
    let of = |id: &str, value: &str| say!(texts, id, value = shown(value));
    match why {
        Rejection::NoCustomer => say!(texts, "rejection-no-customer"),
        Rejection::Missing => say!(texts, "rejection-missing"),
        Rejection::TooManyColumns { expected, found } => {
            say!(texts, "rejection-too-many-columns", expected = *expected, found = *found)
        }
        Rejection::TooFewColumns { expected, found } => {
            say!(texts, "rejection-too-few-columns", expected = *expected, found = *found)
        }
        Rejection::NotANumber { value } => of("rejection-not-a-number", value),
        Rejection::AmbiguousNumber { value } => of("rejection-ambiguous-number", value),
        Rejection::NumberOutOfRange { value } => of("rejection-number-out-of-range", value),
        Rejection::NotADate { value } => of("rejection-not-a-date", value),
        Rejection::DateOutOfRange { value } => of("rejection-date-out-of-range", value),
        Rejection::NoRate { currency } => {
            say!(texts, "rejection-no-rate", currency = shown(currency))
        }
        Rejection::BadText { value } => of("rejection-bad-text", value),
        Rejection::UnknownWord { value } => of("rejection-unknown-word", value),
        Rejection::NameOfSeveral { name, customers } => {
            say!(texts, "rejection-name-of-several", name = shown(name), customers = all(customers))
        }
        Rejection::NumberOfAnotherCustomer { number, customers } => {
            let number = shown(number);
            say!(texts, "rejection-number-of-another", number, customers = all(customers))
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
