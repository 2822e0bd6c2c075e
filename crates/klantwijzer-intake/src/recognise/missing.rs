//! What the headers lack for a kind of file.

use super::meaning;
use crate::error::{NearestKind, Problem};
use crate::field::Field;
use crate::headers::Headers;
use crate::kind::FileKind;

/// What a file of this kind still misses by these headers.
pub(crate) fn missing(kind: FileKind, headers: &Headers) -> Vec<Field> {
    let fields: Vec<Field> = headers
        .matches
        .iter()
        .flatten()
        .filter_map(|found| meaning(kind, headers, found))
        .map(|(field, _)| field)
        .collect();
    let has = |field: Field| fields.contains(&field);
    let mut missing = Vec::new();
    if !(has(Field::Customer) || has(Field::Name)) {
        missing.push(Field::Customer);
    }
    let amounts = {
        use Field::{Amount, GrossAmount, MarketingCost, NetAmount, SalesCost, SupportCost};
        [Amount, NetAmount, GrossAmount, SupportCost, SalesCost, MarketingCost]
    };
    let has_amount = amounts.into_iter().any(has) || has(Field::Quantity) && has(Field::UnitPrice);
    if kind.needs_amount() && !has_amount {
        missing.push(Field::Amount);
    }
    if kind == FileKind::InvoiceLines && !has(Field::Number) {
        missing.push(Field::Number);
    }
    if kind == FileKind::People
        && ![Field::Person, Field::LastName, Field::Name].into_iter().any(has)
    {
        missing.push(Field::Person);
    }
    missing
}

/// Why invoices cannot be read without their amounts.
pub(super) fn without_amount(headers: &Headers) -> Problem {
    let kind = FileKind::Invoices;
    Problem::MissingColumns { kind, missing: missing(kind, headers), headers: headers.shown() }
}

/// Why a file cannot be read of which the headers do not say what it holds.
pub(super) fn unknown(headers: &Headers) -> Problem {
    let mut nearest: Vec<NearestKind> = FileKind::ALL
        .iter()
        .map(|kind| {
            let mut missing = missing(*kind, headers);
            let mut read =
                headers.matches.iter().flatten().filter_map(|found| meaning(*kind, headers, found));
            if !kind.of_customers() && !read.any(|(field, _)| field == Field::Date) {
                missing.push(Field::Date);
            }
            NearestKind { kind: *kind, missing }
        })
        .filter(|near| !near.missing.is_empty())
        .collect();
    nearest.sort_by_key(|near| near.missing.len());
    nearest.truncate(3);
    Problem::UnknownKind { headers: headers.shown(), nearest }
}
