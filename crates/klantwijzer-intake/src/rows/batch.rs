//! Rows read one after the other, into one batch of records.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use klantwijzer_core::records::{CustomerRow, EntryRow, Rejected, Rejection};

use super::mentions::{MentionColumns, Mentions};
use super::{Fault, Outcome, Reading, Row, customers, entries, gross};
use crate::settle::{Evidence, Notations};
use crate::table::Cell;
use crate::values::text::Interner;

/// What some rows brought in.
pub(crate) struct Batch {
    pub(crate) customers: Vec<CustomerRow>,
    pub(crate) entries: Vec<EntryRow>,
    pub(crate) rejected: Vec<Rejected>,
    pub(crate) mentions: Mentions,
    pub(crate) evidence: Evidence,
    pub(crate) credits: entries::Credits,
    pub(crate) vat: gross::AddedVat,
    pub(super) words: Interner,
}

/// Reads rows by one notation. `done` counts them for whoever shows progress;
/// `tick` is called now and then.
pub(crate) fn read_rows(
    reading: &Reading<'_>,
    notations: &Notations,
    rows: Range<usize>,
    room: usize,
    done: &AtomicU64,
    tick: &mut dyn FnMut(),
) -> Batch {
    const TICK: usize = 8_192;
    let of_customers = reading.mapping.kind.of_customers();
    let mut batch = Batch {
        customers: Vec::with_capacity(if of_customers { room } else { 0 }),
        entries: Vec::with_capacity(if of_customers { 0 } else { room }),
        rejected: Vec::new(),
        mentions: Mentions::default(),
        evidence: Evidence::new(reading.mapping),
        credits: entries::Credits::default(),
        vat: gross::AddedVat::default(),
        words: Interner::new(),
    };
    let mentioned = (!of_customers).then(|| MentionColumns::of(reading)).flatten();
    let mut cells: Vec<Cell<'_>> = Vec::new();
    let (mut numbers, mut dates) = (Vec::new(), Vec::new());
    let width = reading.mapping.headers.len();
    for (count, index) in rows.enumerate() {
        if count % TICK == TICK - 1 {
            done.fetch_add(TICK as u64, Ordering::Relaxed);
            tick();
        }
        let line = reading.table.line(index);
        if reading.left_out.contains(&line) {
            continue;
        }
        if reading.table.is_garbled(index) {
            let fault = Fault { column: None, why: Rejection::BadEncoding };
            batch.rejected.push(reading.rejected(line, fault));
            continue;
        }
        reading.table.cells(index, &mut cells);
        while cells.len() > width && cells.last().is_some_and(|cell| cell.text.trim().is_empty()) {
            cells.pop();
        }
        if cells.len() > width {
            let (expected, found) = (width as u32, cells.len() as u32);
            let why = Rejection::TooManyColumns { expected, found };
            batch.rejected.push(reading.rejected(line, Fault { column: None, why }));
            continue;
        }
        reading.read_cells(&cells, &mut numbers, &mut dates, &mut batch.evidence);
        let row = Row { reading, notations, cells: &cells, numbers: &numbers, dates: &dates, line };
        let outcome: Outcome<()> = if of_customers {
            customers::read(&row, &mut batch)
        } else {
            entries::read(&row, mentioned.as_ref(), &mut batch)
        };
        if let Err(fault) = outcome {
            batch.rejected.push(reading.rejected(line, fault));
        }
    }
    batch
}

impl Batch {
    /// Puts the rows of `other`, which come later in the file, behind these.
    pub(crate) fn join(&mut self, mut other: Self) {
        self.customers.append(&mut other.customers);
        self.entries.append(&mut other.entries);
        self.rejected.append(&mut other.rejected);
        self.mentions.join(other.mentions);
        self.evidence.join(other.evidence);
        self.credits.join(&other.credits);
        self.vat.join(&other.vat);
    }
}
