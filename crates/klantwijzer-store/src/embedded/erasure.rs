//! Erasing customers.
//!
//! One change of records decides it: from then on readers leave the customer out,
//! wherever its rows still lie. Then the blocks that hold some of them are
//! written anew without them, under the lock that keeps readers out. A process
//! that ends in between does the rest when it opens the store, and a backup that
//! is being written is waited for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::CHUNK;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use sled::Batch;

use super::commit::{Change, Fault, Prepared};
use super::engine::{Engine, engine_error, write};
use super::head::{Head, Layer};
use super::keys::{self, BlockKey, Kind, Record};
use super::layers::{BOOK_SPAN, LEDGER_SPAN};
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
        changes.put(&self.records, &Record::Unclean.key(workspace, no), &[])?;
        self.put_audit(workspace, audit, None, &mut changes)?;
        head.erased.insert(no, Arc::new(erasure.erased.clone()));
        Ok(Prepared::Change(Box::new(Change { workspace, changes, head, value: () })))
    }

    /// What is kept of erased customers.
    pub(super) fn read_erased(
        &self,
        workspace: WorkspaceId,
    ) -> Result<BTreeMap<CustomerNo, Arc<Erased>>, StoreError> {
        let mut erased = BTreeMap::new();
        for found in Scan::of(self.records.scan_prefix(Record::Erased.all(workspace))) {
            let (key, kept) = found?;
            let no = keys::record_number(&key)
                .ok_or_else(|| StoreError::Damaged("a record has a wrong key".to_owned()))?;
            erased.insert(no, Arc::new(decode(&kept)?));
        }
        Ok(erased)
    }

    /// Takes what still lies in blocks of erased customers out of them, unless a
    /// backup is being written.
    pub(super) fn clear_erased(&self) -> Result<(), StoreError> {
        if self.copying.load(Ordering::Acquire) > 0 {
            return Ok(());
        }
        for workspace in self.workspace_ids()? {
            let mut unclean = BTreeSet::new();
            for key in self.records.scan_prefix(Record::Unclean.all(workspace)).keys() {
                unclean.extend(keys::record_number(&key.map_err(engine_error)?));
            }
            if !unclean.is_empty() {
                self.clean(workspace, &unclean)?;
            }
        }
        Ok(())
    }

    fn clean(
        &self,
        workspace: WorkspaceId,
        unclean: &BTreeSet<CustomerNo>,
    ) -> Result<(), StoreError> {
        let mut head: Head = (*self.head(workspace)?).clone();
        let mut changes = Changes::default();
        for layer in &mut head.imports {
            let mut cleaned = (**layer).clone();
            for (key, pieces) in &mut cleaned.directory.blocks {
                if unclean.iter().any(|no| may_hold(*key, *no)) {
                    *pieces = self.clean_block(workspace, *key, unclean, &head.erased)?;
                }
            }
            if cleaned.directory != layer.directory {
                let key = Record::Layer.key(workspace, cleaned.info.id);
                changes.put(&self.records, &key, &encode(&cleaned.directory)?)?;
                *layer = Arc::new(cleaned);
            }
        }
        let chunks: BTreeSet<u32> = unclean.iter().map(|no| no / CHUNK as u32).collect();
        for (review, count) in (1..).zip(&head.reviews) {
            for chunk in chunks.iter().filter(|chunk| *chunk < count) {
                let key = BlockKey { kind: Kind::Review, major: review, minor: *chunk, block: 0 };
                self.clean_block(workspace, key, unclean, &head.erased)?;
            }
        }
        self.sync()?;
        for no in unclean {
            changes.remove(&self.records, &Record::Unclean.key(workspace, *no))?;
        }
        self.change(changes, self.state()?.commits)?;
        self.sync()?;
        self.set_head(workspace, Arc::new(head));
        Ok(())
    }

    /// Writes a block anew without these customers; returns the number of pieces
    /// that it lies in.
    fn clean_block(
        &self,
        workspace: WorkspaceId,
        key: BlockKey,
        unclean: &BTreeSet<CustomerNo>,
        erased: &BTreeMap<CustomerNo, Arc<Erased>>,
    ) -> Result<u16, StoreError> {
        let place = key.bytes(workspace);
        let gone = || StoreError::Damaged("a block is missing".to_owned());
        let sealed = pieces::get(&self.blocks, &place)?.ok_or_else(gone)?;
        let cleaned = cleaned(key, &sealed, unclean, erased)?;
        let _no_reading = self.reading.write().unwrap_or_else(PoisonError::into_inner);
        let mut batch = Batch::default();
        for piece in self.blocks.scan_prefix(&place).keys() {
            batch.remove(piece.map_err(engine_error)?);
        }
        for (piece, part) in pieces::cut(&place, &cleaned)? {
            batch.insert(piece, part);
        }
        write(&self.blocks, batch)?;
        pieces::count(&cleaned)
    }
}

/// Whether a block of an import can hold something of a customer. Ids do not tell
/// where they end.
fn may_hold(key: BlockKey, no: CustomerNo) -> bool {
    match key.kind {
        Kind::Book => key.major == no / BOOK_SPAN,
        Kind::Ledger => key.major == no / LEDGER_SPAN,
        Kind::Ids => key.major <= no,
        Kind::Review => false,
    }
}

/// A block without these customers; an id gives way to the pseudonym.
fn cleaned(
    key: BlockKey,
    sealed: &[u8],
    unclean: &BTreeSet<CustomerNo>,
    erased: &BTreeMap<CustomerNo, Arc<Erased>>,
) -> Result<Vec<u8>, StoreError> {
    match key.kind {
        Kind::Book => {
            let mut rows = decode_book(sealed)?;
            rows.retain(|row| !unclean.contains(&row.no));
            encode_book(&rows)
        }
        Kind::Ledger => {
            let mut entries = Vec::new();
            decode_entries(sealed, |no, keyed| {
                if !unclean.contains(&no) {
                    entries.push((no, keyed));
                }
            })?;
            encode_entries(&entries.iter().collect::<Vec<_>>())
        }
        Kind::Ids => {
            let mut known = Vec::new();
            ids::read(sealed, &mut known)?;
            for (no, id) in (key.major..).zip(&mut known) {
                if let Some(erased) = erased.get(&no) {
                    id.clone_from(&erased.pseudonym);
                }
            }
            encode(&Texts::of(known.iter().map(smol_str::SmolStr::as_str)))
        }
        Kind::Review => {
            let mut chunk = decode_chunk(sealed)?;
            let first = key.minor * CHUNK as u32;
            for no in unclean.range(first..first.saturating_add(CHUNK as u32)) {
                chunk.forget((no - first) as usize);
            }
            encode_chunk(&chunk)
        }
    }
}
