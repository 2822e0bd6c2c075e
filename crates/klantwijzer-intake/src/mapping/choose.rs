//! Which column is read for which meaning.

use std::collections::BTreeMap;

use crate::error::Problem;
use crate::field::Field;
use crate::headers::{Headers, compact};
use crate::kind::FileKind;
use crate::recognise::meaning;
use crate::report::Note;

/// A column that could be read for a meaning.
struct Candidate {
    column: usize,
    rank: u32,
    stated: bool,
}

/// The meaning of each column in a file of `kind`; at most one a meaning.
pub(super) fn columns(
    kind: FileKind,
    headers: &Headers,
    notes: &mut Vec<Note>,
) -> Result<Vec<Option<Field>>, Problem> {
    let mut by_field: BTreeMap<Field, Vec<Candidate>> = BTreeMap::new();
    for (column, found) in headers.matches.iter().enumerate() {
        let Some(found) = found else { continue };
        let Some((field, rank)) = meaning(kind, headers, found) else {
            continue;
        };
        let candidate = Candidate { column, rank, stated: found.stated };
        by_field.entry(field).or_default().push(candidate);
    }
    for candidates in by_field.values_mut() {
        candidates.sort_by_key(|candidate| (!candidate.stated, candidate.rank, candidate.column));
    }
    name_beside_id(headers, &mut by_field);
    total_beside_vat(headers, &mut by_field);
    let mut fields = vec![None; headers.texts.len()];
    for (field, candidates) in by_field {
        let Some(chosen) = only(&field, &candidates, headers)? else {
            continue;
        };
        fields[chosen.column] = Some(field.clone());
        let ignored: Vec<String> =
            candidates[1..].iter().map(|other| headers.texts[other.column].clone()).collect();
        if !ignored.is_empty() && !chosen.stated {
            let chosen = headers.texts[chosen.column].clone();
            notes.push(Note::ColumnChosen { field, chosen, ignored });
        }
    }
    Ok(fields)
}

/// The strongest candidate. Two equally strong ones are an error, and so are
/// two columns of money, where a wrong choice would cost money.
fn only<'c>(
    field: &Field,
    candidates: &'c [Candidate],
    headers: &Headers,
) -> Result<Option<&'c Candidate>, Problem> {
    let Some(first) = candidates.first() else {
        return Ok(None);
    };
    let rivals = candidates[1..].iter().filter(|other| match (first.stated, other.stated) {
        (true, other) => other,
        (false, _) => other.rank == first.rank || field.is_money(),
    });
    let rivals: Vec<&Candidate> = rivals.collect();
    if rivals.is_empty() {
        return Ok(Some(first));
    }
    let both = std::iter::once(first).chain(rivals);
    let headers = both.map(|candidate| headers.texts[candidate.column].clone()).collect();
    Err(Problem::TwoColumnsForOneField { field: field.clone(), headers })
}

/// Beside a column such as "klantnummer" a column "klant" is the name.
fn name_beside_id(headers: &Headers, by_field: &mut BTreeMap<Field, Vec<Candidate>>) {
    const PARTY: &str = "klant customer client debiteur debtor relatie afnemer account donor \
        donateur gever schenker sponsor lid member advertiser adverteerder ontvanger";
    if by_field.contains_key(&Field::Name) {
        return;
    }
    let Some(customers) = by_field.get_mut(&Field::Customer) else {
        return;
    };
    let named = |candidate: &Candidate| {
        let word = compact(&headers.texts[candidate.column]);
        PARTY.split(' ').any(|party| party == word) && !candidate.stated
    };
    if customers.len() < 2 || customers.iter().all(named) {
        return;
    }
    if let Some(at) = customers.iter().position(named) {
        let name = customers.remove(at);
        by_field.insert(Field::Name, vec![name]);
    }
}

/// Beside an amount and its VAT a total is the amount with VAT.
fn total_beside_vat(headers: &Headers, by_field: &mut BTreeMap<Field, Vec<Candidate>>) {
    const TOTALS: [&str; 4] = ["totaal", "total", "totaalbedrag", "totalamount"];
    if !by_field.contains_key(&Field::Vat) || by_field.contains_key(&Field::GrossAmount) {
        return;
    }
    let has_net = by_field.contains_key(&Field::NetAmount);
    let Some(amounts) = by_field.get_mut(&Field::Amount) else {
        return;
    };
    if amounts.len() + usize::from(has_net) < 2 {
        return;
    }
    let total = |candidate: &Candidate| {
        TOTALS.contains(&compact(&headers.texts[candidate.column]).as_str()) && !candidate.stated
    };
    if let Some(at) = amounts.iter().position(total) {
        let gross = amounts.remove(at);
        by_field.insert(Field::GrossAmount, vec![gross]);
    }
}
