//! Erasing customers.
//!
//! One change of records decides it: from then on readers leave the customer out,
//! wherever its rows still lie. Then the blocks that hold some of them are
//! written anew without them, under the lock that keeps readers out. A process
//! that ends in between does the rest when it opens the store, and a backup that
//! is being written is waited for.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use async_trait::async_trait;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::{Record as _, StoredSettings, encode};
use klantwijzer_store::{AuditLine, Erased, Erasure, Erasures, Result, StoreError, rules};
use sled::Batch;
use smol_str::SmolStr;

use super::SledStore;
use super::draft::Draft;
use super::engine::{Engine, write};
use super::failure::engine_error;
use super::gone::Gone;
use super::head::Head;
use super::keys::{self, BlockKey, Kind, Record};
use super::pieces::{self, Scan};
use super::records::Changes;

#[async_trait]
impl Erasures for SledStore {
    async fn erase(
        &self,
        workspace: WorkspaceId,
        erasure: &Erasure,
        settings: Option<&Settings>,
        audit: &[AuditLine],
    ) -> Result<()> {
        let (erasure, settings) = (erasure.clone(), settings.cloned());
        let erase = move |draft: &mut Draft<'_>| draft.erase(&erasure, settings.as_ref());
        self.commits.write(workspace, audit, erase).await?;
        self.commits.clear().await
    }

    async fn erased(&self, workspace: WorkspaceId) -> Result<Vec<(CustomerNo, Erased)>> {
        let head = self.head(workspace)?;
        Ok(head.erased.iter().map(|(no, erased)| (*no, Erased::clone(erased))).collect())
    }
}

impl Draft<'_> {
    /// Erases a customer: decides it, and leaves the blocks as they are.
    fn erase(&mut self, erasure: &Erasure, settings: Option<&Settings>) -> Result<()> {
        let Erasure { customer: no, mentions, erased, based_on } = erasure;
        rules::check_version(self.head.version, *based_on)?;
        if *no >= self.head.next_customer {
            return Err(rules::never_given());
        }
        let id = self.engine.customer_ids(self.workspace)?.swap_remove(*no as usize);
        if let (Some(settings), Some(stored)) = (settings, &self.head.settings) {
            self.put_settings(StoredSettings::new(&stored.name, settings)?)?;
        }
        self.erase_from_records(erasure, &id)?;
        self.put(Record::Erased, *no, &erased.encode()?)?;
        // Nothing that came after an erasure holds the customer.
        if !self.head.erased.contains_key(no) {
            self.put(Record::Unclean, *no, &encode(&id)?)?;
            self.head.unclean.insert(*no, id);
            self.put(Record::Mentions, *no, &encode(mentions)?)?;
            self.head.mentions.insert(*no, Arc::new(mentions.clone()));
        }
        self.head.erased.insert(*no, Arc::new(erased.clone()));
        Ok(())
    }

    /// Takes a customer, who had this id, out of what records say of others.
    fn erase_from_records(&mut self, erasure: &Erasure, id: &SmolStr) -> Result<()> {
        let (engine, workspace) = (self.engine, self.workspace);
        for place in 0..self.head.imports.len() {
            let mut info = self.head.imports[place].info.clone();
            if erasure.mentions.blot_import(&mut info) {
                self.put(Record::Import, info.id, &info.encode()?)?;
                Arc::make_mut(&mut self.head.imports[place]).info = info;
            }
        }
        for found in Scan::of(engine.records.scan_prefix(Record::Audit.all(workspace))) {
            let mut line = AuditLine::decode(&found?.1)?;
            if erasure.blot_line(&mut line, id) {
                self.put(Record::Audit, line.number, &line.encode()?)?;
            }
        }
        for mut decision in engine.overrides(workspace)? {
            if decision.customer == erasure.customer {
                self.remove(Record::Override, decision.customer)?;
            } else if erasure.mentions.blot_override(&mut decision) {
                self.put(Record::Override, decision.customer, &decision.encode()?)?;
            }
        }
        Ok(())
    }
}

impl Engine {
    /// What records of this kind say, by their numbers.
    pub(super) fn by_number<T>(
        &self,
        record: Record,
        workspace: WorkspaceId,
        decode: impl Fn(&[u8]) -> Result<T>,
    ) -> Result<BTreeMap<u32, T>> {
        let mut by_number = BTreeMap::new();
        for found in Scan::of(self.records.scan_prefix(record.all(workspace))) {
            let (key, said) = found?;
            let number = keys::record_number(&key)
                .ok_or_else(|| StoreError::Damaged("a record has a wrong key".to_owned()))?;
            by_number.insert(number, decode(&said)?);
        }
        Ok(by_number)
    }

    /// Takes what still lies in blocks of erased customers out of them, unless a
    /// backup is being written.
    pub(super) fn clear_erased(&self) -> Result<()> {
        if self.is_copied() {
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

    fn clean(&self, workspace: WorkspaceId, mut head: Head) -> Result<()> {
        let unclean = std::mem::take(&mut head.unclean);
        let mentions = std::mem::take(&mut head.mentions);
        let gone = Gone { ids: &unclean, erased: &head.erased, mentions: &mentions };
        let mut changes = Changes::default();
        for layer in &mut head.imports {
            let mut cleaned = (**layer).clone();
            for (key, pieces) in &mut cleaned.directory {
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
            changes.remove(&self.records, &Record::Mentions.key(workspace, *no))?;
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
    ) -> Result<Option<u16>> {
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
    ) -> Result<Option<Vec<u8>>> {
        if !gone.may_be_in(key) {
            return Ok(None);
        }
        let missing = || StoreError::Damaged("a block is missing".to_owned());
        let sealed = pieces::get(&self.blocks, &key.bytes(workspace))?.ok_or_else(missing)?;
        gone.cleaned(key, &sealed)
    }

    /// Checks that no block holds anything of an erased customer, but for those
    /// that are still to be cleared away.
    pub(super) fn check_erased(&self, workspace: WorkspaceId) -> Result<()> {
        let _reading = self.read_blocks();
        let head = self.head(workspace)?;
        let done = head.erased.iter().filter(|(no, _)| !head.unclean.contains_key(no));
        let ids = done.map(|(no, kept)| (*no, kept.pseudonym.clone())).collect();
        // What named them is known no more.
        let gone = Gone { ids: &ids, erased: &head.erased, mentions: &BTreeMap::new() };
        let imported = head.imports.iter().flat_map(|layer| &layer.directory);
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use klantwijzer_store::conformance::erasure::{
        NAMES, WORKSPACE, erasure, erasure_of_named, fill, fill_naming,
    };
    use klantwijzer_store::conformance::{check_same, told, wait};
    use klantwijzer_store::encoding::{decode_book, decode_entries, decode_ids};
    use klantwijzer_store::{Backups, MemoryStore, Store};

    const GONE: [CustomerNo; 3] = [3, 4, 600];

    /// A store in which erasures are decided and nothing is cleared away, as it
    /// is when the process ends right after, and what it must look like.
    fn decided(folder: &Path) -> Result<(SledStore, MemoryStore)> {
        let (store, reference) = (SledStore::open(folder)?, MemoryStore::default());
        // As if a backup were being written for ever.
        std::mem::forget(store.commits.read(|engine| Ok(engine.copying.clone()))?);
        for store in [&store, &reference as &dyn Store] {
            fill(store)?;
            for no in GONE {
                wait(store.erase(WORKSPACE, &erasure(no, "Save-a-lot"), None, &[]))?;
            }
        }
        Ok((store, reference))
    }

    fn left(store: &SledStore) -> Result<Vec<CustomerNo>> {
        let head = store.commits.read(|engine| engine.head(WORKSPACE))?;
        Ok(head.unclean.keys().copied().collect())
    }

    fn is_gone(store: &SledStore, reference: &MemoryStore) -> Result<()> {
        assert!(left(store)?.is_empty());
        store.check()?;
        check_same(store, reference, WORKSPACE)
    }

    #[test]
    fn what_is_decided_is_hidden_and_then_cleared_away_by_opening() -> Result<()> {
        let folder = tempfile::tempdir().expect("a folder");
        let (store, reference) = decided(folder.path())?;
        assert_eq!(left(&store)?, GONE);
        check_same(&store, &reference, WORKSPACE)?;
        drop(store);
        is_gone(&SledStore::open(folder.path())?, &reference)
    }

    #[test]
    fn clearing_away_goes_on_from_wherever_it_stopped() -> Result<()> {
        for stop in [1, 2, 5, 9, 14] {
            let folder = tempfile::tempdir().expect("a folder");
            let (store, reference) = decided(folder.path())?;
            store.commits.read(|engine| {
                let head = engine.head(WORKSPACE)?;
                let gone = head.gone();
                let blocks = head.imports.iter().flat_map(|layer| &layer.directory);
                let blocks = blocks.map(|(key, _)| *key).chain(review_blocks(&head.reviews));
                let mut cleaned = 0;
                for key in blocks {
                    if cleaned < stop && engine.clean_block(WORKSPACE, key, &gone)?.is_some() {
                        cleaned += 1;
                    }
                }
                assert_eq!(cleaned, stop, "there is less to clear away");
                Ok(())
            })?;
            check_same(&store, &reference, WORKSPACE)?;
            drop(store);
            is_gone(&SledStore::open(folder.path())?, &reference)?;
        }
        Ok(())
    }

    #[test]
    fn a_backup_from_in_between_brings_nobody_back() -> Result<()> {
        let (from, to) =
            (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let (store, reference) = decided(from.path())?;
        let mut file = Vec::new();
        wait(store.backup(&mut file))?;
        let restored = SledStore::open(to.path())?;
        wait(restored.restore(&mut file.as_slice()))?;
        is_gone(&restored, &reference)
    }

    /// Whatever lies in the trees, decoded where it is compressed, in small letters.
    fn everything(engine: &Engine) -> Result<String> {
        let mut all = told_by_blocks(engine)?;
        let records = engine.records.scan_prefix(keys::workspace_prefix(WORKSPACE));
        for found in Scan::of(records) {
            all.push_str(&String::from_utf8_lossy(&found?.1));
        }
        all.make_ascii_lowercase();
        Ok(all)
    }

    fn told_by_blocks(engine: &Engine) -> Result<String> {
        let mut all = String::new();
        for found in Scan::of(engine.blocks.iter()) {
            let (key, sealed) = found?;
            all.extend([match BlockKey::of(&key).expect("a key").kind {
                Kind::Book => format!("{:?}", decode_book(&sealed)?),
                Kind::Ledger => {
                    let mut entries = Vec::new();
                    decode_entries(&sealed, |_, keyed| entries.push(keyed))?;
                    format!("{entries:?}")
                }
                Kind::Ids => {
                    let mut ids = Vec::new();
                    decode_ids(&sealed, &mut ids)?;
                    format!("{ids:?}")
                }
                Kind::Review => String::new(),
            }]);
        }
        Ok(all)
    }

    #[test]
    fn nothing_that_lies_there_names_an_erased_customer() -> Result<()> {
        let (folder, copy) =
            (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let store = SledStore::open(folder.path())?;
        fill_naming(&store)?;
        let before = store.commits.read(everything)?;
        assert!(NAMES.iter().all(|name| before.contains(name)), "{before}");
        wait(store.erase(WORKSPACE, &erasure_of_named(), None, &[]))?;
        let mut file = Vec::new();
        wait(store.backup(&mut file))?;
        let restored = SledStore::open(copy.path())?;
        wait(restored.restore(&mut file.as_slice()))?;
        for store in [&store, &restored] {
            let all = store.commits.read(everything)?;
            for name in NAMES {
                assert_eq!(all.find(name), None, "{name} in {all}");
            }
        }
        Ok(())
    }

    #[test]
    fn nobody_is_named_before_it_is_cleared_away() -> Result<()> {
        let folder = tempfile::tempdir().expect("a folder");
        let store = SledStore::open(folder.path())?;
        let _copying = store.commits.read(|engine| Ok(engine.copying.clone()))?;
        fill_naming(&store)?;
        wait(store.erase(WORKSPACE, &erasure_of_named(), None, &[]))?;
        assert!(store.commits.read(everything)?.contains(NAMES[0]));
        let told_before = told(&store, WORKSPACE)?;
        assert!(NAMES.iter().all(|name| !told_before.contains(name)), "{told_before}");
        drop(store);
        let store = SledStore::open(folder.path())?;
        assert_eq!(told(&store, WORKSPACE)?, told_before);
        let all = store.commits.read(everything)?;
        assert!(NAMES.iter().all(|name| !all.contains(name)), "{all}");
        Ok(())
    }

    #[test]
    fn a_check_finds_who_should_be_gone() -> Result<()> {
        let folder = tempfile::tempdir().expect("a folder");
        let (store, _) = decided(folder.path())?;
        store.check()?;
        store.commits.read(|engine| {
            let mut head = (*engine.head(WORKSPACE)?).clone();
            head.unclean.clear();
            engine.set_head(WORKSPACE, Arc::new(head));
            Ok(())
        })?;
        assert!(matches!(store.check(), Err(StoreError::Damaged(_))));
        Ok(())
    }
}
