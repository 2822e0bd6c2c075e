//! Reading through the layers of live imports.

use std::collections::BTreeMap;
use std::ops::Range;

use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::{decode_book, decode_entries};
use klantwijzer_store::{
    BookRow, CustomerRecords, ImportId, KnownCustomer, Ledger, Result, StoreError,
};
use sled::IVec;

use super::engine::Engine;
use super::head::Head;
use super::keys::{BlockKey, Kind, LEDGER_SPAN};
use super::pieces::Scan;

/// How many customer numbers lie in one span of the book.
pub(super) const BOOK_SPAN: u32 = 512;

impl Engine {
    /// The customers that live imports know, in order of number.
    pub(super) fn customers(
        &self,
        workspace: WorkspaceId,
        range: &Range<CustomerNo>,
    ) -> Result<Vec<KnownCustomer>> {
        let _reading = self.read_blocks();
        let head = self.head(workspace)?;
        let read = |block: &IVec| -> Result<_> {
            let rows = decode_book(block)?.into_iter();
            let wanted = |no| range.contains(&no) && !head.erased.contains_key(&no);
            Ok(rows.filter(move |row| wanted(row.no)).map(|row| seen(&head, row)))
        };
        let mut customers = Vec::new();
        self.each_span(workspace, &head, Kind::Book, BOOK_SPAN, range, |layers| {
            if layers.iter().all(|(import, _)| head.is_by_hand(*import)) {
                return Ok(());
            }
            let mut rows = Vec::new();
            for (import, block) in layers {
                let by_hand = head.is_by_hand(*import);
                rows.extend(read(block)?.map(|row| (row, by_hand)));
            }
            // Stable: a customer's rows stay in order of import.
            rows.sort_by_key(|(row, _)| row.no);
            customers.extend(rows.chunk_by_mut(|(a, _), (b, _)| a.no == b.no).filter_map(fold));
            Ok(())
        })?;
        Ok(customers)
    }

    /// The live entries, in order of customer number, then date, then key.
    pub(super) fn ledger(
        &self,
        workspace: WorkspaceId,
        range: &Range<CustomerNo>,
    ) -> Result<Ledger> {
        let _reading = self.read_blocks();
        let head = self.head(workspace)?;
        let mut ledger = Vec::new();
        self.each_span(workspace, &head, Kind::Ledger, LEDGER_SPAN, range, |layers| {
            let start = ledger.len();
            for (_, block) in layers {
                decode_entries(block, |no, mut keyed| {
                    if range.contains(&no) && !head.erased.contains_key(&no) {
                        head.gone().hide_in_entry(&mut keyed.entry);
                        ledger.push((no, keyed));
                    }
                })?;
            }
            // One import has no key twice, and its blocks are in order.
            if layers.windows(2).all(|pair| pair[0].0 == pair[1].0) {
                return Ok(());
            }
            let mut entries = ledger.split_off(start);
            // Stable: the last of the same key is the one of the latest import.
            entries.sort_by_key(|(no, keyed)| (*no, keyed.key));
            entries.dedup_by(|later, earlier| {
                let same = (later.0, later.1.key) == (earlier.0, earlier.1.key);
                if same {
                    std::mem::swap(later, earlier);
                }
                same
            });
            entries.sort_unstable_by_key(|(no, keyed)| (*no, keyed.entry.date, keyed.key));
            ledger.append(&mut entries);
            Ok(())
        })?;
        Ok(ledger)
    }

    /// What each live import says of a customer, in order of import.
    pub(super) fn records_of(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
    ) -> Result<Vec<CustomerRecords>> {
        let _reading = self.read_blocks();
        let head = self.head(workspace)?;
        let mut records: BTreeMap<ImportId, CustomerRecords> = BTreeMap::new();
        if head.erased.contains_key(&customer) {
            return Ok(Vec::new());
        }
        let range = customer..customer.saturating_add(1);
        self.each_span(workspace, &head, Kind::Book, BOOK_SPAN, &range, |layers| {
            for (import, block) in layers {
                let rows = decode_book(block)?.into_iter().filter(|row| row.no == customer);
                for BookRow { stated, mentioned, .. } in rows.map(|row| seen(&head, row)) {
                    let (import, entries) = (*import, Vec::new());
                    let found = CustomerRecords { import, stated, mentioned, entries };
                    records.insert(import, found);
                }
            }
            Ok(())
        })?;
        self.each_span(workspace, &head, Kind::Ledger, LEDGER_SPAN, &range, |layers| {
            for (import, block) in layers {
                decode_entries(block, |no, mut keyed| {
                    if let Some(found) = records.get_mut(import).filter(|_| no == customer) {
                        head.gone().hide_in_entry(&mut keyed.entry);
                        found.entries.push(keyed);
                    }
                })?;
            }
            Ok(())
        })?;
        Ok(records.into_values().collect())
    }

    /// Hands on the live blocks of each span in a range, in order of import, with
    /// the imports.
    fn each_span(
        &self,
        workspace: WorkspaceId,
        head: &Head,
        kind: Kind,
        span: u32,
        range: &Range<CustomerNo>,
        mut each: impl FnMut(&[(ImportId, IVec)]) -> Result<()>,
    ) -> Result<()> {
        let end = range.end.min(head.next_customer);
        if range.start >= end {
            return Ok(());
        }
        let (from, to) = (range.start / span, (end - 1) / span);
        let keys = kind.from(workspace, from)..kind.from(workspace, to + 1);
        let (mut seen, mut current, mut layers) = (0, from, Vec::new());
        for found in Scan::of(self.blocks.range(keys)) {
            let (key, sealed) = found?;
            let wrong = || StoreError::Damaged("a block has a wrong key".to_owned());
            let BlockKey { major, minor, .. } = BlockKey::of(&key).ok_or_else(wrong)?;
            if !head.is_live(minor) {
                continue;
            }
            if major != current && !layers.is_empty() {
                each(&layers)?;
                layers.clear();
            }
            current = major;
            layers.push((minor, sealed));
            seen += 1;
        }
        if !layers.is_empty() {
            each(&layers)?;
        }
        if seen == head.live_blocks(kind, from, to) {
            return Ok(());
        }
        Err(StoreError::Damaged(format!("blocks of the {kind:?} kind are missing")))
    }
}

/// A row as everybody sees it.
fn seen(head: &Head, mut row: BookRow) -> BookRow {
    if !head.unclean.is_empty() {
        head.gone().hide_in(&mut row.stated);
        head.gone().hide_in(&mut row.mentioned);
    }
    row
}

/// What all rows of one customer, in order of import, say together; `None` where
/// all of them are by hand.
fn fold(rows: &mut [(BookRow, bool)]) -> Option<KnownCustomer> {
    let (first, _) = rows.first().filter(|_| rows.iter().any(|(_, by_hand)| !by_hand))?;
    let (no, id) = (first.no, first.id.clone());
    let mut profile = None;
    for (row, _) in &mut *rows {
        lay(&mut profile, std::mem::take(&mut row.mentioned));
    }
    for (row, _) in rows {
        lay(&mut profile, std::mem::take(&mut row.stated));
    }
    Some(KnownCustomer { no, id, profile: profile.unwrap_or_default() })
}

/// Lays a profile over another. The first one is taken as it is where an update
/// of nothing would give the same.
fn lay(profile: &mut Option<Profile>, later: Profile) {
    match profile {
        None if later == Profile::default() => {}
        None if is_in_order(&later) => *profile = Some(later),
        known => known.get_or_insert_default().update(&later),
    }
}

fn is_in_order(profile: &Profile) -> bool {
    profile.tags.is_sorted_by(|a, b| a < b)
        && profile.people.is_sorted_by(|a, b| a.name < b.name)
        && profile.facts.is_sorted_by(|a, b| a.0 < b.0)
}
