//! Blocks without erased customers.

use std::collections::BTreeMap;
use std::sync::Arc;

use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::ledger::Entry;
use klantwijzer_core::review::CHUNK;
use smol_str::SmolStr;

use super::keys::{BlockKey, Kind};
use super::layers::LEDGER_SPAN;
use klantwijzer_store::encoding::{
    decode_book, decode_entries, decode_ids, encode_book, encode_entries, encode_ids, without_rows,
};
use klantwijzer_store::mentions::Mentions;
use klantwijzer_store::{Erased, StoreError};

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
            Kind::Review => all.any(|no| key.minor == no / CHUNK as u32),
        }
    }

    /// Takes these customers out of what is said of another one; returns whether
    /// they were in there.
    pub(super) fn hide_in(&self, profile: &mut Profile) -> bool {
        let mut found = hide_parent(profile, self.ids, self.erased);
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
    pub(super) fn cleaned(
        &self,
        key: BlockKey,
        sealed: &[u8],
    ) -> Result<Option<Vec<u8>>, StoreError> {
        match key.kind {
            Kind::Book => self.cleaned_book(sealed),
            Kind::Ledger => self.cleaned_ledger(sealed),
            Kind::Ids => self.cleaned_ids(key.major, sealed),
            Kind::Review => self.cleaned_chunk(key.minor, sealed),
        }
    }

    fn cleaned_book(&self, sealed: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
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

    fn cleaned_ledger(&self, sealed: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
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

    fn cleaned_ids(&self, first: CustomerNo, sealed: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
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

    fn cleaned_chunk(&self, chunk: u32, sealed: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let first = chunk.saturating_mul(CHUNK as u32);
        let rows = self.ids.range(first..first.saturating_add(CHUNK as u32));
        without_rows(sealed, rows.map(|(no, _)| (no - first) as usize))
    }
}

/// Puts the pseudonym in the place of a parent that was erased; returns whether
/// it did. `ids` are those that erased customers had.
fn hide_parent(
    profile: &mut Profile,
    ids: &BTreeMap<CustomerNo, SmolStr>,
    erased: &BTreeMap<CustomerNo, Arc<Erased>>,
) -> bool {
    let Some(parent) = &mut profile.parent else {
        return false;
    };
    let named = ids.iter().find(|(_, id)| *id == parent);
    match named.and_then(|(no, _)| erased.get(no)) {
        Some(kept) if *parent != kept.pseudonym => {
            parent.clone_from(&kept.pseudonym);
            true
        }
        _ => false,
    }
}
