//! A store in memory: the rules of the port in their plainest form.
//!
//! It is what other stores are measured by, and what tests of other crates use.
//! Nothing of it outlives the process.

mod workspace;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::ledger::KeyedEntry;
use klantwijzer_core::review::{Override, ReviewChunk, ReviewHeader, ReviewId, ReviewSummary};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use smol_str::SmolStr;

use self::workspace::{All, Layer, Workspace, forget};
use crate::archive::{ArchiveReader, ArchiveWriter, Contents};
use crate::encoding::{StoredSettings, decode, encode};
use crate::{
    Audit, AuditFilter, AuditLine, BackupInfo, Backups, Batch, CustomerRecords, Decisions, Erased,
    Erasure, Erasures, ImportId, ImportInfo, Imports, KnownCustomer, Reviews, StoreError, Version,
    Workspaces, rules,
};

/// A store that keeps everything in memory and nothing on disk.
#[derive(Debug, Default)]
pub struct MemoryStore {
    all: Mutex<All>,
}

impl MemoryStore {
    fn all(&self) -> MutexGuard<'_, All> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read<T>(&self, workspace: WorkspaceId, read: impl FnOnce(&Workspace) -> T) -> T {
        match self.all().workspaces.get(&workspace) {
            Some(workspace) => read(workspace),
            None => read(&Workspace::default()),
        }
    }

    /// As [`All::change`].
    fn change<T>(
        &self,
        workspace: WorkspaceId,
        based_on: Option<Version>,
        change: impl FnOnce(&mut Workspace) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.all().change(workspace, based_on, change)
    }

    /// Changes a workspace that there is, unless it `is_so` already.
    fn change_known(
        &self,
        workspace: WorkspaceId,
        is_so: impl FnOnce(&Workspace) -> bool,
        change: impl FnOnce(&mut Workspace),
    ) -> Result<(), StoreError> {
        let mut all = self.all();
        if all.workspaces.get(&workspace).is_none_or(is_so) {
            return Ok(());
        }
        all.change(workspace, None, |kept| {
            change(kept);
            Ok(())
        })
    }
}

#[async_trait]
impl Workspaces for MemoryStore {
    async fn workspaces(&self) -> Result<Vec<(WorkspaceId, String)>, StoreError> {
        let name = |kept: &Workspace| kept.settings.as_ref().map(|it| it.name.clone());
        let all = self.all();
        let all = all.workspaces.iter();
        Ok(all.map(|(id, kept)| (*id, name(kept).unwrap_or_default())).collect())
    }

    async fn version(&self, workspace: WorkspaceId) -> Result<Version, StoreError> {
        Ok(self.read(workspace, |kept| kept.version))
    }

    async fn save_settings(
        &self,
        workspace: WorkspaceId,
        name: &str,
        settings: &Settings,
        based_on: Option<Version>,
        audit: &[AuditLine],
    ) -> Result<(), StoreError> {
        rules::check_name(name)?;
        rules::check_audit(audit)?;
        let stored = StoredSettings::new(name, settings)?;
        self.change(workspace, based_on, |kept| {
            if kept.settings.as_ref().is_some_and(|known| known.name != name) {
                return Err(StoreError::Conflict);
            }
            kept.settings = Some(stored);
            kept.note(audit, None);
            Ok(())
        })
    }

    async fn settings(&self, workspace: WorkspaceId) -> Result<Option<Settings>, StoreError> {
        let read = |kept: &Workspace| kept.settings.as_ref().map(StoredSettings::settings);
        self.read(workspace, read).transpose()
    }

    async fn schedule_deletion(
        &self,
        workspace: WorkspaceId,
        on: Option<Date>,
        audit: &[AuditLine],
    ) -> Result<(), StoreError> {
        rules::check_audit(audit)?;
        self.change_known(
            workspace,
            |kept| kept.delete_on == on,
            |kept| {
                kept.delete_on = on;
                kept.note(audit, None);
            },
        )
    }

    async fn deletions(&self) -> Result<Vec<(WorkspaceId, Date)>, StoreError> {
        let all = self.all();
        let all = all.workspaces.iter();
        Ok(all.filter_map(|(id, kept)| Some((*id, kept.delete_on?))).collect())
    }

    async fn delete_workspace(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        self.all().workspaces.remove(&workspace);
        Ok(())
    }
}

#[async_trait]
impl Imports for MemoryStore {
    async fn next_customer(&self, workspace: WorkspaceId) -> Result<CustomerNo, StoreError> {
        Ok(self.read(workspace, |kept| kept.ids.len() as CustomerNo))
    }

    async fn customer_ids(&self, workspace: WorkspaceId) -> Result<Vec<SmolStr>, StoreError> {
        Ok(self.read(workspace, |kept| kept.ids.clone()))
    }

    async fn import(&self, workspace: WorkspaceId, batch: Batch) -> Result<ImportId, StoreError> {
        rules::check_batch(&batch)?;
        self.change(workspace, batch.based_on, |kept| kept.import(batch))
    }

    async fn undo(
        &self,
        workspace: WorkspaceId,
        import: ImportId,
        at: Timestamp,
        audit: &[AuditLine],
    ) -> Result<ImportInfo, StoreError> {
        rules::check_audit(audit)?;
        self.change(workspace, None, |kept| {
            let layer = kept.imports.iter_mut().find(|layer| layer.info.id == import);
            let layer = layer.filter(|layer| layer.info.undone_at.is_none());
            let layer = layer.ok_or(StoreError::NoSuchImport(import))?;
            layer.info.undone_at = Some(at);
            let info = layer.info.clone();
            kept.note(audit, Some(import));
            Ok(info)
        })
    }

    async fn imports(&self, workspace: WorkspaceId) -> Result<Vec<ImportInfo>, StoreError> {
        let infos = |kept: &Workspace| kept.imports.iter().map(|it| it.info.clone()).collect();
        Ok(self.read(workspace, infos))
    }

    async fn customers(
        &self,
        workspace: WorkspaceId,
        range: Range<CustomerNo>,
    ) -> Result<Vec<KnownCustomer>, StoreError> {
        Ok(self.read(workspace, |kept| kept.customers(&range)))
    }

    async fn ledger(
        &self,
        workspace: WorkspaceId,
        range: Range<CustomerNo>,
    ) -> Result<Vec<(CustomerNo, KeyedEntry)>, StoreError> {
        Ok(self.read(workspace, |kept| kept.ledger(&range)))
    }

    async fn records_of(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
    ) -> Result<Vec<CustomerRecords>, StoreError> {
        Ok(self.read(workspace, |kept| {
            let of_layer = |layer: &Layer| {
                let row = layer.book.iter().find(|row| row.no == customer)?;
                let own = layer.entries.iter().filter(|(no, _)| *no == customer);
                let mut entries: Vec<_> = own.map(|(_, keyed)| keyed.clone()).collect();
                entries.sort_by_key(|keyed| (keyed.entry.date, keyed.key));
                let (import, stated) = (layer.info.id, row.stated.clone());
                Some(CustomerRecords { import, stated, mentioned: row.mentioned.clone(), entries })
            };
            kept.live().filter_map(of_layer).collect()
        }))
    }
}

#[async_trait]
impl Reviews for MemoryStore {
    async fn record_review(
        &self,
        workspace: WorkspaceId,
        mut header: ReviewHeader,
        chunks: Vec<Arc<ReviewChunk>>,
        based_on: Option<Version>,
    ) -> Result<ReviewId, StoreError> {
        self.change(workspace, based_on, |kept| {
            header.id = kept.reviews.len() as ReviewId + 1;
            let review = header.id;
            let mut chunks: Vec<_> = chunks.into_iter().map(Arc::unwrap_or_clone).collect();
            for no in kept.erased.keys() {
                forget(&mut chunks, *no);
            }
            kept.reviews.push((header, chunks));
            Ok(review)
        })
    }

    async fn reviews(&self, workspace: WorkspaceId) -> Result<Vec<ReviewSummary>, StoreError> {
        let headers =
            |kept: &Workspace| kept.reviews.iter().map(|(header, _)| header.into()).collect();
        Ok(self.read(workspace, headers))
    }

    async fn review(
        &self,
        workspace: WorkspaceId,
        review: ReviewId,
    ) -> Result<Option<ReviewHeader>, StoreError> {
        Ok(self.read(workspace, |kept| {
            let mut headers = kept.reviews.iter().map(|(header, _)| header);
            headers.find(|header| header.id == review).cloned()
        }))
    }

    async fn review_chunk(
        &self,
        workspace: WorkspaceId,
        review: ReviewId,
        chunk: u32,
    ) -> Result<Option<ReviewChunk>, StoreError> {
        Ok(self.read(workspace, |kept| {
            let (_, chunks) = kept.reviews.iter().find(|(header, _)| header.id == review)?;
            chunks.get(chunk as usize).cloned()
        }))
    }
}

#[async_trait]
impl Decisions for MemoryStore {
    async fn set_override(
        &self,
        workspace: WorkspaceId,
        decision: &Override,
        audit: &[AuditLine],
    ) -> Result<(), StoreError> {
        rules::check_override(decision)?;
        rules::check_audit(audit)?;
        self.change(workspace, None, |kept| {
            if kept.erased.contains_key(&decision.customer) {
                return Err(StoreError::Conflict);
            }
            kept.overrides.insert(decision.customer, decision.clone());
            kept.note(audit, None);
            Ok(())
        })
    }

    async fn clear_override(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
        audit: &[AuditLine],
    ) -> Result<(), StoreError> {
        rules::check_audit(audit)?;
        self.change_known(
            workspace,
            |kept| !kept.overrides.contains_key(&customer),
            |kept| {
                kept.overrides.remove(&customer);
                kept.note(audit, None);
            },
        )
    }

    async fn overrides(&self, workspace: WorkspaceId) -> Result<Vec<Override>, StoreError> {
        Ok(self.read(workspace, |kept| kept.overrides.values().cloned().collect()))
    }
}

#[async_trait]
impl Audit for MemoryStore {
    async fn note(&self, workspace: WorkspaceId, audit: &[AuditLine]) -> Result<(), StoreError> {
        rules::check_audit(audit)?;
        if !audit.is_empty() {
            self.all().workspaces.entry(workspace).or_default().note(audit, None);
        }
        Ok(())
    }

    async fn audit(
        &self,
        workspace: WorkspaceId,
        filter: &AuditFilter,
        most: usize,
    ) -> Result<Vec<AuditLine>, StoreError> {
        Ok(self.read(workspace, |kept| {
            let wanted = kept.audit.iter().rev().filter(|line| filter.holds(line));
            wanted.take(most).cloned().collect()
        }))
    }

    async fn forget_audit(
        &self,
        workspace: WorkspaceId,
        before: Timestamp,
    ) -> Result<u64, StoreError> {
        let mut all = self.all();
        let lines = all.workspaces.get_mut(&workspace).map(|kept| &mut kept.audit);
        Ok(lines.map_or(0, |lines| lines.extract_if(.., |line| line.at < before).count() as u64))
    }
}

#[async_trait]
impl Erasures for MemoryStore {
    async fn erase(
        &self,
        workspace: WorkspaceId,
        erasure: &Erasure,
        settings: Option<&Settings>,
        audit: &[AuditLine],
    ) -> Result<(), StoreError> {
        rules::check_audit(audit)?;
        self.change(workspace, erasure.based_on, |kept| {
            if erasure.customer as usize >= kept.ids.len() {
                return Err(rules::never_given());
            }
            if let (Some(settings), Some(stored)) = (settings, &kept.settings) {
                kept.settings = Some(StoredSettings::new(&stored.name, settings)?);
            }
            kept.erase(erasure);
            kept.note(audit, None);
            Ok(())
        })
    }

    async fn erased(
        &self,
        workspace: WorkspaceId,
    ) -> Result<Vec<(CustomerNo, Erased)>, StoreError> {
        Ok(self.read(workspace, |kept| {
            kept.erased.iter().map(|(no, erased)| (*no, erased.clone())).collect()
        }))
    }
}

#[async_trait]
impl Backups for MemoryStore {
    async fn backup(&self, out: &mut (dyn Write + Send)) -> Result<BackupInfo, StoreError> {
        let all = self.all();
        let mut archive = ArchiveWriter::new(out, Contents::Memory)?;
        for kept in &all.workspaces {
            archive.section(&encode(&kept)?)?;
        }
        Ok(BackupInfo { workspaces: all.workspaces.len() as u64, bytes: archive.finish()? })
    }

    async fn restore(&self, input: &mut (dyn Read + Send)) -> Result<BackupInfo, StoreError> {
        let mut archive = ArchiveReader::new(input, Contents::Memory)?;
        let mut restored = BTreeMap::new();
        while let Some(section) = archive.section()? {
            let (id, kept): (WorkspaceId, Workspace) = decode(&section)?;
            restored.insert(id, kept);
        }
        let mut all = self.all();
        if !all.workspaces.is_empty() {
            return Err(StoreError::Refused("the store is not empty".to_owned()));
        }
        let versions = restored.values().map(|kept| kept.version);
        all.version = versions.fold(all.version, Version::max);
        all.workspaces = restored;
        Ok(BackupInfo { workspaces: all.workspaces.len() as u64, bytes: archive.bytes() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_store_in_memory_passes() {
        crate::conformance::check(&|| Ok(Box::new(MemoryStore::default())));
    }
}
