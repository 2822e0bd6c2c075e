//! Rows of invoices that say the same twice, and count twice.

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::Range;

use klantwijzer_core::ledger::Entry;
use klantwijzer_core::records::EntryRow;
use xxhash_rust::xxh3::Xxh3;

use crate::field::Field;
use crate::kind::FileKind;
use crate::mapping::Mapping;
use crate::report::Note;
use crate::rows::Reading;
use crate::values::text::trim;

/// The most lines that the note names.
const SHOWN: usize = 5;

/// The lines of rows that came to the same entry as another row and count all the
/// same. Lines of a document are not numbered yet.
pub(crate) fn suspects(mapping: &Mapping, entries: &[EntryRow]) -> HashSet<u32> {
    if !mapping.kind.of_invoices() {
        return HashSet::new();
    }
    let counting = entries.iter().filter(|row| counts_each_time(mapping, &row.entry));
    let mut hashes: Vec<(u64, u32)> =
        counting.map(|row| (content_hash(row), row.origin.line)).collect();
    hashes.sort_unstable();
    hashes
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|same| same.len() > 1)
        .flat_map(|same| same.iter().map(|(_, line)| *line))
        .collect()
}

/// Whether an equal row is another entry: it has no number, or it is a line
/// without a number of its own.
fn counts_each_time(mapping: &Mapping, entry: &Entry) -> bool {
    let own_lines = mapping.column(&Field::Line).is_some();
    let line = mapping.kind == FileKind::InvoiceLines && (!own_lines || entry.line.is_empty());
    line || entry.number.is_empty()
}

fn content_hash(row: &EntryRow) -> u64 {
    let entry = &row.entry;
    let mut content = Xxh3::new();
    (&row.customer, &entry.number, &entry.line, &entry.category).hash(&mut content);
    (entry.kind, entry.date, entry.amount.ten_thousandths()).hash(&mut content);
    content.digest()
}

/// The note about rows among the suspects that are alike in every cell, also in
/// those that are not read.
pub(crate) fn note(
    reading: &Reading<'_>,
    suspects: &HashSet<u32>,
    rows: Range<usize>,
) -> Option<Note> {
    if suspects.is_empty() {
        return None;
    }
    let mut seen: HashSet<u128> = HashSet::new();
    let mut lines: Vec<u32> = Vec::new();
    let mut cells = Vec::new();
    for row in rows {
        let line = reading.table.line(row);
        if !suspects.contains(&line) || reading.left_out.contains(&line) {
            continue;
        }
        reading.table.cells(row, &mut cells);
        let mut texts: Vec<&str> = cells.iter().map(|cell| trim(&cell.text)).collect();
        while texts.last().is_some_and(|text| text.is_empty()) {
            texts.pop();
        }
        if !seen.insert(texts_hash(&texts)) {
            lines.push(line);
        }
    }
    let rows = lines.len() as u64;
    lines.truncate(SHOWN);
    (rows > 0).then_some(Note::RowsAlike { rows, lines })
}

fn texts_hash(texts: &[&str]) -> u128 {
    let mut content = Xxh3::new();
    texts.hash(&mut content);
    content.digest128()
}
