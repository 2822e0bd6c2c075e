//! Deleting a workspace, and clearing away what was deleted.
//!
//! Deleting takes the records away in one change: from then on nobody finds the
//! blocks. They are cleared away right after it, under the lock that keeps
//! readers out, or else as soon as no backup is being written, or when the store
//! is opened next.

use std::sync::PoisonError;

use jiff::civil::Date;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::decode;
use klantwijzer_store::{Result, StoreError};

use super::draft::Draft;
use super::engine::Engine;
use super::failure::engine_error;
use super::head::Head;
use super::keys::{self, Record};
use super::pieces;
use super::records::Changes;

impl Draft<'_> {
    /// Deletes the workspace: all its records go at once.
    pub(super) fn delete_workspace(&mut self) -> Result<()> {
        (self.is_seen, self.makes_room) = (false, true);
        if !self.engine.knows(self.workspace) {
            return Ok(());
        }
        let records = &self.engine.records;
        self.changes.remove(records, &keys::workspace_prefix(self.workspace))?;
        for mark in records.scan_prefix(keys::UNDONE).keys() {
            let mark = mark.map_err(engine_error)?;
            if keys::undone_of(&mark).is_some_and(|(of, _)| of == self.workspace) {
                self.changes.remove(records, &mark)?;
            }
        }
        self.changes.insert(keys::deleted_workspace(self.workspace), &[]);
        self.head = Head::default();
        Ok(())
    }
}

impl Engine {
    /// Whether a workspace was ever written to.
    pub(super) fn knows(&self, workspace: WorkspaceId) -> bool {
        self.records.scan_prefix(keys::workspace_prefix(workspace)).next().is_some()
    }

    /// The day on which a workspace is to be deleted.
    pub(super) fn deletion(&self, workspace: WorkspaceId) -> Result<Option<Date>> {
        let day = pieces::get(&self.records, &Record::Deletion.key(workspace, 0))?;
        day.map(|day| decode(&day)).transpose()
    }

    /// Clears away what lies there of erased customers and deleted workspaces.
    pub(super) fn clear_gone(&self) -> Result<()> {
        self.clear_erased()?;
        self.clear_deleted()
    }

    /// Clears away the blocks of deleted workspaces, unless a backup is being
    /// written: it needs the blocks that its records know.
    pub(super) fn clear_deleted(&self) -> Result<()> {
        if self.is_copied() {
            return Ok(());
        }
        let marks = self.records.scan_prefix(keys::DELETED).keys();
        for mark in marks.collect::<Result<Vec<_>, _>>().map_err(engine_error)? {
            let wrong = || StoreError::Damaged("a deleted workspace is marked wrongly".to_owned());
            let workspace = keys::deleted_of(&mark).ok_or_else(wrong)?;
            {
                let _no_reading = self.reading.write().unwrap_or_else(PoisonError::into_inner);
                self.remove_pieces([keys::workspace_prefix(workspace)])?;
            }
            self.strike(&mark, Changes::default())?;
            self.sync()?;
        }
        Ok(())
    }

    /// Sees to it that nothing of a deleted workspace lies where new blocks of
    /// the same workspace would.
    pub(super) fn clear_for(&self, workspace: WorkspaceId) -> Result<()> {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SledStore;
    use klantwijzer_store::conformance::{sample, wait};
    use klantwijzer_store::{Imports, Workspaces};

    #[test]
    fn what_a_backup_needs_stays_until_it_is_written() -> Result<()> {
        let folder = tempfile::tempdir().expect("a folder");
        let store = SledStore::open(folder.path())?;
        let workspace = WorkspaceId::guild(1);
        let batch = || sample::batch("a", vec![sample::row(0)], Vec::new());
        wait(store.import(workspace, batch()))?;
        let blocks = || store.commits.read(|engine| Ok(engine.blocks.len()));
        let before = blocks()?;
        let copying = store.commits.read(|engine| Ok(engine.copying.clone()))?;
        wait(store.delete_workspace(workspace))?;
        assert_eq!((wait(store.workspaces())?, blocks()?), (vec![], before));
        let early = wait(store.import(workspace, batch()));
        assert!(matches!(early, Err(StoreError::Refused(_))), "{early:?}");
        drop(copying);
        assert_eq!(wait(store.import(workspace, batch()))?, 1);
        assert_eq!(wait(store.customers(workspace, 0..9))?.len(), 1);
        wait(store.delete_workspace(workspace))?;
        assert_eq!(blocks()?, 0);
        Ok(())
    }
}
