//! Deleting a workspace, and clearing away what was deleted.
//!
//! Deleting takes the records away in one change: from then on nobody finds the
//! blocks. They are cleared away right after it, under the lock that keeps
//! readers out, or else as soon as no backup is being written, or when the store
//! is opened next.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use jiff::civil::Date;
use klantwijzer_core::workspace::WorkspaceId;
use sled::Batch;

use super::commit::{Change, Fault, Prepared};
use super::engine::{Engine, engine_error, write};
use super::head::Head;
use super::keys::{self, Record};
use super::pieces::{self, PIECE};
use super::records::Changes;
use super::space;
use klantwijzer_store::encoding::{decode, encode};
use klantwijzer_store::{AuditLine, StoreError};

/// How many pieces are taken away in one batch of the engine.
const BATCH: usize = (4 << 20) / PIECE;

impl Engine {
    /// Prepares to set the day of a deletion, or to take it away.
    pub(super) fn schedule_deletion(
        &self,
        workspace: WorkspaceId,
        on: Option<Date>,
        audit: &[AuditLine],
    ) -> Result<Prepared<()>, Fault> {
        let known = self.records.scan_prefix(keys::workspace_prefix(workspace)).next().is_some();
        if !known || self.deletion(workspace)? == on {
            return Ok(Prepared::Nothing(()));
        }
        space::check(&self.folder, 0)?;
        let mut changes = Changes::default();
        let key = Record::Deletion.key(workspace, 0);
        match on {
            Some(on) => changes.put(&self.records, &key, &encode(&on)?)?,
            None => changes.remove(&self.records, &key)?,
        }
        self.put_audit(workspace, audit, None, &mut changes)?;
        let head = (*self.head(workspace)?).clone();
        Ok(Prepared::Change(Box::new(Change {
            workspace,
            changes,
            head,
            is_seen: true,
            value: (),
        })))
    }

    /// The day on which each workspace is to be deleted, by id.
    pub(super) fn deletions(&self) -> Result<Vec<(WorkspaceId, Date)>, StoreError> {
        if self.restoring.load(Ordering::Acquire) {
            return Ok(Vec::new());
        }
        let mut deletions = Vec::new();
        for workspace in self.workspace_ids()? {
            deletions.extend(self.deletion(workspace)?.map(|on| (workspace, on)));
        }
        Ok(deletions)
    }

    fn deletion(&self, workspace: WorkspaceId) -> Result<Option<Date>, StoreError> {
        let day = pieces::get(&self.records, &Record::Deletion.key(workspace, 0))?;
        day.map(|day| decode(&day)).transpose()
    }

    /// Prepares to delete a workspace: all its records go at once.
    pub(super) fn delete_workspace(&self, workspace: WorkspaceId) -> Result<Prepared<()>, Fault> {
        let prefix = keys::workspace_prefix(workspace);
        if self.records.scan_prefix(&prefix).next().is_none() {
            return Ok(Prepared::Nothing(()));
        }
        let mut changes = Changes::default();
        changes.remove(&self.records, &prefix)?;
        for mark in self.records.scan_prefix(keys::undone()).keys() {
            let mark = mark.map_err(engine_error)?;
            if keys::undone_of(&mark).is_some_and(|(of, _)| of == workspace) {
                changes.remove(&self.records, &mark)?;
            }
        }
        changes.insert(keys::deleted_workspace(workspace), &[]);
        let head = Head::default();
        Ok(Prepared::Change(Box::new(Change {
            workspace,
            changes,
            head,
            is_seen: false,
            value: (),
        })))
    }

    /// Clears away the blocks of deleted workspaces, unless a backup is being
    /// written: it needs the blocks that its records know.
    pub(super) fn clear_deleted(&self) -> Result<(), StoreError> {
        if self.copying.load(Ordering::Acquire) > 0 {
            return Ok(());
        }
        let marks = self.records.scan_prefix(keys::deleted()).keys();
        for mark in marks.collect::<Result<Vec<_>, _>>().map_err(engine_error)? {
            let wrong = || StoreError::Damaged("a deleted workspace is marked wrongly".to_owned());
            let workspace = keys::deleted_of(&mark).ok_or_else(wrong)?;
            self.remove_all_blocks(workspace)?;
            let mut changes = Changes::default();
            changes.remove(&self.records, &mark)?;
            self.change(changes, self.state()?.commits)?;
        }
        self.sync()
    }

    /// Sees to it that nothing of a deleted workspace lies where new blocks of
    /// the same workspace would.
    pub(super) fn clear_for(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let mark = keys::deleted_workspace(workspace);
        let is_marked = || self.records.contains_key(&mark).map_err(engine_error);
        if !is_marked()? {
            return Ok(());
        }
        self.clear_deleted()?;
        if is_marked()? {
            let why = "a backup is being written of what was deleted here; try again after it";
            return Err(StoreError::Refused(why.to_owned()));
        }
        Ok(())
    }

    fn remove_all_blocks(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let _no_reading = self.reading.write().unwrap_or_else(PoisonError::into_inner);
        let (mut batch, mut size) = (Batch::default(), 0);
        for key in self.blocks.scan_prefix(keys::workspace_prefix(workspace)).keys() {
            batch.remove(key.map_err(engine_error)?);
            size += 1;
            if size == BATCH {
                write(&self.blocks, std::mem::take(&mut batch))?;
                size = 0;
            }
        }
        write(&self.blocks, batch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SledStore;
    use klantwijzer_store::conformance::{sample, wait};
    use klantwijzer_store::{Imports, Workspaces};

    #[test]
    fn what_a_backup_needs_stays_until_it_is_written() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let store = SledStore::open(folder.path())?;
        let workspace = WorkspaceId::guild(1);
        let batch = || sample::batch("a", vec![sample::row(0)], Vec::new());
        wait(store.import(workspace, batch()))?;
        let blocks = || store.commits.read(|engine| Ok(engine.blocks.len()));
        let before = blocks()?;
        let copying = store.commits.read(|engine| Ok(engine.copying.clone()))?;
        copying.fetch_add(1, Ordering::AcqRel);
        wait(store.delete_workspace(workspace))?;
        assert_eq!((wait(store.workspaces())?, blocks()?), (vec![], before));
        let early = wait(store.import(workspace, batch()));
        assert!(matches!(early, Err(StoreError::Refused(_))), "{early:?}");
        copying.fetch_sub(1, Ordering::AcqRel);
        assert_eq!(wait(store.import(workspace, batch()))?, 1);
        assert_eq!(wait(store.customers(workspace, 0..9))?.len(), 1);
        wait(store.delete_workspace(workspace))?;
        assert_eq!(blocks()?, 0);
        Ok(())
    }
}
