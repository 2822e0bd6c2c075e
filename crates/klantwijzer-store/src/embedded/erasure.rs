//! Erasing customers.
//!
//! One change of records decides it: from then on readers leave the customer out,
//! wherever its rows still lie. Then the blocks that hold some of them are
//! written anew without them, under the lock that keeps readers out. A process
//! that ends in between does the rest when it opens the store, and a backup that
//! is being written is waited for.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::review::CHUNK;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use serde::de::DeserializeOwned;
use sled::Batch;
use smol_str::SmolStr;

use super::commit::{Change, Fault, Prepared};
use super::engine::{Engine, engine_error, write};
use super::head::{Head, Layer};
use super::keys::{self, BlockKey, Kind, Record};
use super::layers::LEDGER_SPAN;
use super::pieces::{self, Scan};
use super::records::Changes;
use super::{ids, space};
use crate::encoding::{
    StoredSettings, Texts, decode, decode_book, decode_chunk, decode_entries, encode, encode_book,
    encode_chunk, encode_entries,
};
use crate::{AuditLine, Erased, Erasure, StoreError, rules};

impl Engine {
    /// Prepares to erase a customer.
    pub(super) fn erase(
        &self,
        workspace: WorkspaceId,
        erasure: &Erasure,
        settings: Option<&Settings>,
        audit: &[AuditLine],
    ) -> Result<Prepared<()>, Fault> {
        let no = erasure.customer;
        let mut head = (*self.head(workspace)?).clone();
        if no >= head.next_customer {
            return Err(rules::never_given().into());
        }
        space::check(&self.folder, 0)?;
        let id = self.customer_ids(workspace)?.swap_remove(no as usize);
        let mut changes = Changes::default();
        if let (Some(settings), Some(stored)) = (settings, &head.settings) {
            let stored = StoredSettings::new(&stored.name, settings)?;
            let key = Record::Settings.key(workspace, 0);
            changes.put(&self.records, &key, &encode(&stored)?)?;
            head.settings = Some(Arc::new(stored));
        }
        for layer in &mut head.imports {
            let sources = layer.info.sources.iter().map(|source| erasure.blot(source)).collect();
            if layer.info.sources != sources {
                let mut info = layer.info.clone();
                info.sources = sources;
                let key = Record::Import.key(workspace, info.id);
                changes.put(&self.records, &key, &encode(&info)?)?;
                *layer = Arc::new(Layer { info, directory: layer.directory.clone() });
            }
        }
        for found in Scan::of(self.records.scan_prefix(Record::Audit.all(workspace))) {
            let (key, line) = found?;
            let mut line: AuditLine = decode(&line)?;
            if line.blot(&id, erasure) {
                changes.put(&self.records, &key, &encode(&line)?)?;
            }
        }
        changes.remove(&self.records, &Record::Override.key(workspace, no))?;
        let key = Record::Erased.key(workspace, no);
        changes.put(&self.records, &key, &encode(&erasure.erased)?)?;
        // Nothing that came after an erasure holds the customer.
        if !head.erased.contains_key(&no) {
            changes.put(&self.records, &Record::Unclean.key(workspace, no), &encode(&id)?)?;
            head.unclean.insert(no, id);
        }
        self.put_audit(workspace, audit, None, &mut changes)?;
        head.erased.insert(no, Arc::new(erasure.erased.clone()));
        Ok(Prepared::Change(Box::new(Change { workspace, changes, head, value: () })))
    }

    /// What records of this kind say, by customer.
    pub(super) fn by_customer<T: DeserializeOwned>(
        &self,
        record: Record,
        workspace: WorkspaceId,
    ) -> Result<BTreeMap<CustomerNo, T>, StoreError> {
        let mut by_customer = BTreeMap::new();
        for found in Scan::of(self.records.scan_prefix(record.all(workspace))) {
            let (key, said) = found?;
            let no = keys::record_number(&key)
                .ok_or_else(|| StoreError::Damaged("a record has a wrong key".to_owned()))?;
            by_customer.insert(no, decode(&said)?);
        }
        Ok(by_customer)
    }

    /// Takes what still lies in blocks of erased customers out of them, unless a
    /// backup is being written.
    pub(super) fn clear_erased(&self) -> Result<(), StoreError> {
        if self.copying.load(Ordering::Acquire) > 0 {
            return Ok(());
        }
        for workspace in self.workspace_ids()? {
            let head = self.head(workspace)?;
            if !head.unclean.is_empty() {
                self.clean(workspace, (*head).clone())?;
            }
        }
        Ok(())
    }

    fn clean(&self, workspace: WorkspaceId, mut head: Head) -> Result<(), StoreError> {
        let unclean = std::mem::take(&mut head.unclean);
        let gone = Gone { ids: &unclean, erased: &head.erased };
        let mut changes = Changes::default();
        for layer in &mut head.imports {
            let mut cleaned = (**layer).clone();
            for (key, pieces) in &mut cleaned.directory.blocks {
                *pieces = self.clean_block(workspace, *key, &gone)?.unwrap_or(*pieces);
            }
            if cleaned.directory != layer.directory {
                let key = Record::Layer.key(workspace, cleaned.info.id);
                changes.put(&self.records, &key, &encode(&cleaned.directory)?)?;
                *layer = Arc::new(cleaned);
            }
        }
        for key in review_blocks(&head.reviews) {
            self.clean_block(workspace, key, &gone)?;
        }
        self.sync()?;
        for no in unclean.keys() {
            changes.remove(&self.records, &Record::Unclean.key(workspace, *no))?;
        }
        let _no_reading = self.flip.lock().unwrap_or_else(PoisonError::into_inner);
        self.change(changes, self.state()?.commits)?;
        self.sync()?;
        self.set_head(workspace, Arc::new(head));
        Ok(())
    }

    /// Writes a block anew without these customers; returns the number of pieces
    /// that it then lies in. `None` where none of them is in it.
    fn clean_block(
        &self,
        workspace: WorkspaceId,
        key: BlockKey,
        gone: &Gone<'_>,
    ) -> Result<Option<u16>, StoreError> {
        let Some(cleaned) = self.without(workspace, key, gone)? else {
            return Ok(None);
        };
        let place = key.bytes(workspace);
        let _no_reading = self.reading.write().unwrap_or_else(PoisonError::into_inner);
        let mut batch = Batch::default();
        for piece in self.blocks.scan_prefix(&place).keys() {
            batch.remove(piece.map_err(engine_error)?);
        }
        for (piece, part) in pieces::cut(&place, &cleaned)? {
            batch.insert(piece, part);
        }
        write(&self.blocks, batch)?;
        pieces::count(&cleaned).map(Some)
    }

    /// A block as it is without these customers; `None` where none of them is in
    /// it.
    fn without(
        &self,
        workspace: WorkspaceId,
        key: BlockKey,
        gone: &Gone<'_>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        if !gone.ids.keys().any(|no| may_hold(key, *no)) {
            return Ok(None);
        }
        let missing = || StoreError::Damaged("a block is missing".to_owned());
        let sealed = pieces::get(&self.blocks, &key.bytes(workspace))?.ok_or_else(missing)?;
        gone.cleaned(key, &sealed)
    }

    /// Checks that no block holds anything of an erased customer, but for those
    /// that are still to be cleared away.
    pub(super) fn check_erased(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let _reading = self.read_blocks();
        let head = self.head(workspace)?;
        let done = head.erased.iter().filter(|(no, _)| !head.unclean.contains_key(no));
        let ids = done.map(|(no, kept)| (*no, kept.pseudonym.clone())).collect();
        let gone = Gone { ids: &ids, erased: &head.erased };
        let imported = head.imports.iter().flat_map(|layer| &layer.directory.blocks);
        for key in imported.map(|(key, _)| *key).chain(review_blocks(&head.reviews)) {
            if self.without(workspace, key, &gone)?.is_some() {
                let why = format!("an erased customer is still in a {:?} block", key.kind);
                return Err(StoreError::Damaged(why));
            }
        }
        Ok(())
    }
}

/// Where the chunks of reviews lie, by the number of chunks of each.
fn review_blocks(reviews: &[u32]) -> impl Iterator<Item = BlockKey> {
    (1..).zip(reviews).flat_map(|(major, chunks)| {
        (0..*chunks).map(move |minor| BlockKey { kind: Kind::Review, major, minor, block: 0 })
    })
}

/// Whether a block can hold something of a customer. Ids do not tell where they
/// end, and any row of the book can name the customer as its parent.
fn may_hold(key: BlockKey, no: CustomerNo) -> bool {
    match key.kind {
        Kind::Book => true,
        Kind::Ledger => key.major == no / LEDGER_SPAN,
        Kind::Ids => key.major <= no,
        Kind::Review => key.minor == no / CHUNK as u32,
    }
}

/// Customers who are to be gone from blocks, with the outside ids that they had,
/// and what is kept of all who were erased.
struct Gone<'a> {
    ids: &'a BTreeMap<CustomerNo, SmolStr>,
    erased: &'a BTreeMap<CustomerNo, Arc<Erased>>,
}

impl Gone<'_> {
    /// A block without these customers; an id gives way to the pseudonym. `None`
    /// where none of them is in it.
    fn cleaned(&self, key: BlockKey, sealed: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
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
            changed |= hide_parent(&mut row.stated, self.ids, self.erased);
            changed |= hide_parent(&mut row.mentioned, self.ids, self.erased);
        }
        changed.then(|| encode_book(&rows)).transpose()
    }

    fn cleaned_ledger(&self, sealed: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let (mut entries, mut changed) = (Vec::new(), false);
        decode_entries(sealed, |no, keyed| {
            if self.ids.contains_key(&no) {
                changed = true;
            } else {
                entries.push((no, keyed));
            }
        })?;
        changed.then(|| encode_entries(&entries.iter().collect::<Vec<_>>())).transpose()
    }

    fn cleaned_ids(&self, first: CustomerNo, sealed: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let (mut known, mut changed) = (Vec::new(), false);
        ids::read(sealed, &mut known)?;
        for no in self.ids.range(first..).map(|(no, _)| no) {
            let kept = self.erased.get(no);
            if let Some((id, kept)) = known.get_mut((no - first) as usize).zip(kept)
                && *id != kept.pseudonym
            {
                id.clone_from(&kept.pseudonym);
                changed = true;
            }
        }
        changed.then(|| encode(&Texts::of(known.iter().map(SmolStr::as_str)))).transpose()
    }

    fn cleaned_chunk(&self, chunk: u32, sealed: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let mut found = decode_chunk(sealed)?;
        let first = chunk.saturating_mul(CHUNK as u32);
        let rows = self.ids.range(first..first.saturating_add(CHUNK as u32));
        let mut changed = false;
        for row in rows.map(|(no, _)| (no - first) as usize) {
            if found.knows(row) {
                found.forget(row);
                changed = true;
            }
        }
        changed.then(|| encode_chunk(&found)).transpose()
    }
}

/// Puts the pseudonym in the place of a parent that was erased; returns whether
/// it did. `ids` are those that erased customers had.
pub(super) fn hide_parent(
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
