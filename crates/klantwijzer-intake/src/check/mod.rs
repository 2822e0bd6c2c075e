//! What only shows when all rows of a file are read: lines that need a number
//! of their own, and rows that contradict each other.

mod customers;
pub(crate) mod doubles;

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap, HashSet};

use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::records::{EntryRow, Rejected, Rejection};
use smol_str::{SmolStr, format_smolstr};
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use crate::field::Field;
use crate::kind::FileKind;
use crate::mapping::Mapping;
use crate::rows::{Batch, Reading};

/// Why rows are rejected after all: by line, with the column where it shows.
#[derive(Default)]
struct Faults {
    by_line: HashMap<u32, (Option<usize>, Rejection)>,
}

impl Faults {
    /// The first reason found for a row stays.
    fn add(&mut self, line: u32, column: Option<usize>, why: Rejection) {
        self.by_line.entry(line).or_insert((column, why));
    }
}

/// Numbers the lines of documents and takes out rows that contradict others of
/// the same file: both, since nobody can say which of them is right. Gives the
/// lines of the rows that were taken out.
pub(crate) fn check(reading: &Reading<'_>, batch: &mut Batch) -> HashSet<u32> {
    let mut faults = Faults::default();
    check_documents(reading.mapping, &mut batch.entries, &mut faults);
    customers::check(reading.mapping, &batch.customers, &mut faults);
    let lines: HashSet<u32> = faults.by_line.keys().copied().collect();
    if lines.is_empty() {
        return lines;
    }
    let good = |line: u32| !lines.contains(&line);
    batch.entries.retain(|row| good(row.origin.line));
    batch.customers.retain(|row| good(row.origin.line));
    batch.rejected.extend(faults.by_line.into_iter().map(|(line, (column, why))| {
        let column = column.map_or_else(String::new, |column| reading.header(column));
        Rejected { origin: reading.origin(line), column, why }
    }));
    lines
}

/// Rows behind one another with the same document number.
struct Run {
    hash: u64,
    start: u32,
    length: u32,
}

/// Looks at the rows of each document together.
fn check_documents(mapping: &Mapping, entries: &mut [EntryRow], faults: &mut Faults) {
    let invoices = mapping.kind.of_invoices();
    let mut runs: Vec<Run> = Vec::new();
    let mut start = 0;
    for run in entries.chunk_by(|a, b| same_owner(a, b, invoices)) {
        let length = run.len() as u32;
        if has_identity(&run[0].entry) {
            runs.push(Run { hash: document_hash(&run[0], invoices), start, length });
        }
        start += length;
    }
    runs.sort_unstable_by_key(|run| (run.hash, run.start));
    let mut group: Vec<u32> = Vec::new();
    for same_hash in runs.chunk_by(|a, b| a.hash == b.hash) {
        group.clear();
        group.extend(same_hash.iter().flat_map(|run| run.start..run.start + run.length));
        if is_plain(mapping, entries, &group) {
            continue;
        }
        group.sort_unstable_by(|a, b| {
            let (a, b) = (&entries[*a as usize], &entries[*b as usize]);
            by_owner(a, b, invoices).then_with(|| by_content(&a.entry, &b.entry))
        });
        // Different documents can share a hash.
        let mut rest = group.as_slice();
        while let Some(first) = rest.first() {
            let first = &entries[*first as usize];
            let same = |index: &&u32| same_owner(first, &entries[**index as usize], invoices);
            let (document, after) = rest.split_at(rest.iter().take_while(same).count());
            check_document(mapping, entries, document, faults);
            rest = after;
        }
    }
}

/// Whether a group is the common case, in which there is nothing to do: one
/// customer, and lines that differ.
fn is_plain(mapping: &Mapping, entries: &[EntryRow], group: &[u32]) -> bool {
    const MANY: usize = 12;
    if group.len() > MANY {
        return false;
    }
    let row = |index: &u32| &entries[*index as usize];
    let Some(first) = group.first().map(row) else {
        return true;
    };
    if mapping.kind == FileKind::InvoiceLines
        && group.iter().any(|index| !row(index).entry.is_line())
    {
        return false;
    }
    group.iter().enumerate().skip(1).all(|(at, index)| {
        let own = row(index);
        own.customer == first.customer
            && group[..at].iter().all(|other| row(other).entry.line != own.entry.line)
    })
}

/// Whether rows with the same document number are the same entry.
fn has_identity(entry: &Entry) -> bool {
    !entry.number.is_empty() && !matches!(entry.kind, EntryKind::Payment | EntryKind::ReferredLead)
}

/// Numbers of invoices are the seller's own, so they are unique over all
/// customers; other numbers only within one.
fn document_hash(row: &EntryRow, invoices: bool) -> u64 {
    let number = xxh3_64(row.entry.number.as_bytes());
    if invoices { number } else { xxh3_64_with_seed(row.customer.as_bytes(), number) }
}

fn same_owner(a: &EntryRow, b: &EntryRow, invoices: bool) -> bool {
    a.entry.number == b.entry.number
        && (invoices || a.customer == b.customer)
        && has_identity(&a.entry) == has_identity(&b.entry)
}

fn by_owner(a: &EntryRow, b: &EntryRow, invoices: bool) -> Ordering {
    let number = a.entry.number.cmp(&b.entry.number);
    if invoices { number } else { number.then_with(|| a.customer.cmp(&b.customer)) }
}

fn by_content(a: &Entry, b: &Entry) -> Ordering {
    by_line(a, b)
        .then_with(|| (a.date, a.amount, a.cost).cmp(&(b.date, b.amount, b.cost)))
        .then_with(|| a.gross.cmp(&b.gross))
        .then_with(|| a.category.cmp(&b.category))
        .then_with(|| (a.due, a.paid_on, a.open).cmp(&(b.due, b.paid_on, b.open)))
}

fn by_line(a: &Entry, b: &Entry) -> Ordering {
    a.kind.cmp(&b.kind).then_with(|| a.line.cmp(&b.line))
}

/// Checks the rows of one document, which are sorted by content.
fn check_document(mapping: &Mapping, entries: &mut [EntryRow], rows: &[u32], faults: &mut Faults) {
    let number_column = mapping.column(&Field::Number);
    let customers: BTreeSet<&SmolStr> =
        rows.iter().map(|index| &entries[*index as usize].customer).collect();
    if customers.len() > 1 {
        const SHOWN: usize = 10;
        let customers: Vec<String> =
            customers.iter().take(SHOWN).map(ToString::to_string).collect();
        for index in rows {
            let row = &entries[*index as usize];
            let number = row.entry.number.to_string();
            let why = Rejection::NumberOfAnotherCustomer { number, customers: customers.clone() };
            faults.add(row.origin.line, number_column, why);
        }
        return;
    }
    let own_lines = mapping.column(&Field::Line).is_some();
    let mut taken: HashSet<SmolStr> = HashSet::new();
    if mapping.kind == FileKind::InvoiceLines {
        taken.extend(rows.iter().map(|index| entries[*index as usize].entry.line.clone()));
    }
    let mut rest = rows;
    while let Some(first) = rest.first() {
        let first = &entries[*first as usize].entry;
        let same = |index: &&u32| by_line(first, &entries[**index as usize].entry).is_eq();
        let (line, after) = rest.split_at(rest.iter().take_while(same).count());
        rest = after;
        let is_line = mapping.kind == FileKind::InvoiceLines;
        if is_line && (!own_lines || first.line.is_empty()) {
            number_lines(entries, line, &mut taken);
        } else {
            find_contradiction(entries, line, number_column, faults);
        }
    }
}

/// Gives equal lines of a document a number each, in order of content, so that
/// the order of the rows does not matter: "Bolt", "Bolt #2", "Bolt #3".
fn number_lines(entries: &mut [EntryRow], rows: &[u32], taken: &mut HashSet<SmolStr>) {
    let mut count = 0u32;
    for index in rows {
        let line = &mut entries[*index as usize].entry.line;
        if count == 0 && !line.is_empty() {
            count = 1;
            continue;
        }
        loop {
            count += 1;
            let name = match line.as_str() {
                "" => format_smolstr!("#{count}"),
                text => format_smolstr!("{text} #{count}"),
            };
            if taken.insert(name.clone()) {
                *line = name;
                break;
            }
        }
    }
}

/// Rejects rows that say different things of one document or line.
fn find_contradiction(
    entries: &[EntryRow],
    rows: &[u32],
    column: Option<usize>,
    faults: &mut Faults,
) {
    let row = |index: &u32| &entries[*index as usize];
    let Some(first) = rows.iter().map(row).min_by_key(|row| row.origin.line) else {
        return;
    };
    let differs = |other: &&EntryRow| other.entry != first.entry;
    let Some(second) = rows.iter().map(row).filter(differs).map(|row| row.origin.line).min() else {
        return;
    };
    for row in rows.iter().map(row) {
        let line = if row.entry == first.entry { second } else { first.origin.line };
        faults.add(row.origin.line, column, Rejection::ContradictsRow { line });
    }
}
