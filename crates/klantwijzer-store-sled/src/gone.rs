//! Blocks without erased customers.

use std::collections::BTreeMap;
use std::sync::Arc;

use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::ledger::Entry;
use klantwijzer_core::review::CHUNK;
use klantwijzer_store::encoding::{
    decode_book, decode_entries, decode_ids, encode_book, encode_entries, encode_ids, without_rows,
};
use klantwijzer_store::mentions::Mentions;
use klantwijzer_store::{Erased, Result};
use smol_str::SmolStr;

use super::keys::{BlockKey, Kind, LEDGER_SPAN};

/// Customers who are to be gone from blocks, with the outside ids that they had,
/// and what is kept of all who were erased.
pub(super) struct Gone<'a> {
    pub(super) ids: &'a BTreeMap<CustomerNo, SmolStr>,
    pub(super) erased: &'a BTreeMap<CustomerNo, Arc<Erased>>,
    /// What names them.
    pub(super) mentions: &'a BTreeMap<CustomerNo, Arc<Mentions>>,
}

impl Gone<'_> {
    /// Whether a block can hold something of these customers. Ids do not tell where
    /// they end, any row of the book can name one as its parent, and any entry in
    /// its text.
    pub(super) fn may_be_in(&self, key: BlockKey) -> bool {
        let mut all = self.ids.keys();
        match key.kind {
            Kind::Book => !self.ids.is_empty(),
            Kind::Ledger => {
                !self.mentions.is_empty() || all.any(|no| key.major == no / LEDGER_SPAN)
            }
            Kind::Ids => all.any(|no| key.major <= *no),
            Kind::Review => rows_in(self.ids, key.minor).next().is_some(),
        }
    }

    /// Takes these customers out of what is said of another one, a pseudonym in the
    /// place of a parent that was erased; returns whether they were in there.
    pub(super) fn hide_in(&self, profile: &mut Profile) -> bool {
        let mut found = false;
        if let Some(parent) = &mut profile.parent {
            let named = self.ids.iter().find(|(_, id)| *id == parent);
            let kept = named.and_then(|(no, _)| self.erased.get(no));
            if let Some(kept) = kept.filter(|kept| *parent != kept.pseudonym) {
                parent.clone_from(&kept.pseudonym);
                found = true;
            }
        }
        for mentions in self.mentions.values() {
            found |= mentions.blot_profile(profile);
        }
        found
    }

    /// The same for an entry of another one.
    pub(super) fn hide_in_entry(&self, entry: &mut Entry) -> bool {
        let mut found = false;
        for mentions in self.mentions.values() {
            found |= mentions.blot_entry(entry);
        }
        found
    }

    /// A block without these customers; an id gives way to the pseudonym. `None`
    /// where none of them is in it.
    pub(super) fn cleaned(&self, key: BlockKey, sealed: &[u8]) -> Result<Option<Vec<u8>>> {
        match key.kind {
            Kind::Book => self.cleaned_book(sealed),
            Kind::Ledger => self.cleaned_ledger(sealed),
            Kind::Ids => self.cleaned_ids(key.major, sealed),
            Kind::Review => without_rows(sealed, rows_in(self.ids, key.minor)),
        }
    }

    fn cleaned_book(&self, sealed: &[u8]) -> Result<Option<Vec<u8>>> {
        let mut rows = decode_book(sealed)?;
        let before = rows.len();
        rows.retain(|row| !self.ids.contains_key(&row.no));
        let mut changed = rows.len() < before;
        for row in &mut rows {
            changed |= self.hide_in(&mut row.stated);
            changed |= self.hide_in(&mut row.mentioned);
        }
        changed.then(|| encode_book(&rows)).transpose()
    }

    fn cleaned_ledger(&self, sealed: &[u8]) -> Result<Option<Vec<u8>>> {
        let (mut entries, mut changed) = (Vec::new(), false);
        decode_entries(sealed, |no, mut keyed| {
            if self.ids.contains_key(&no) {
                changed = true;
            } else {
                changed |= self.hide_in_entry(&mut keyed.entry);
                entries.push((no, keyed));
            }
        })?;
        changed.then(|| encode_entries(&entries.iter().collect::<Vec<_>>())).transpose()
    }

    fn cleaned_ids(&self, first: CustomerNo, sealed: &[u8]) -> Result<Option<Vec<u8>>> {
        let (mut known, mut changed) = (Vec::new(), false);
        decode_ids(sealed, &mut known)?;
        for no in self.ids.range(first..).map(|(no, _)| no) {
            let kept = self.erased.get(no);
            if let Some((id, kept)) = known.get_mut((no - first) as usize).zip(kept)
                && *id != kept.pseudonym
            {
                id.clone_from(&kept.pseudonym);
                changed = true;
            }
        }
        changed.then(|| encode_ids(known.iter().map(SmolStr::as_str))).transpose()
    }
}

/// The rows in a chunk of those customers who are in it.
pub(super) fn rows_in<T>(
    customers: &BTreeMap<CustomerNo, T>,
    chunk: u32,
) -> impl Iterator<Item = usize> {
    let first = chunk.saturating_mul(CHUNK as u32);
    let chunk = first..first.saturating_add(CHUNK as u32);
    customers.range(chunk).map(move |(no, _)| (no - first) as usize)
}
