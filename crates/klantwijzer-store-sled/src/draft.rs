//! A change of one workspace, from its beginning until readers see it.

use std::sync::{Arc, PoisonError};

use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::{Record as _, encode};
use klantwijzer_store::{AuditLine, ImportId, Result, StoreError};

use super::engine::Engine;
use super::head::Head;
use super::keys::{BlockKey, Record};
use super::records::Changes;
use super::space;

/// A change that is being prepared. One that changes no record is not made:
/// everything is so already.
pub(super) struct Draft<'a> {
    pub(super) engine: &'a Engine,
    pub(super) workspace: WorkspaceId,
    /// What is known of the workspace afterwards, but for its version.
    pub(super) head: Head,
    pub(super) changes: Changes,
    /// Blocks that come with it, in the order of keys.
    pub(super) blocks: Vec<(BlockKey, Vec<u8>)>,
    /// The import that comes of it or is undone, for the lines that say who did it.
    pub(super) import: Option<ImportId>,
    /// Whether it gives the workspace a new version.
    pub(super) is_seen: bool,
    /// Whether it takes away more than it writes, so that a full disk is no obstacle.
    pub(super) makes_room: bool,
}

impl<'a> Draft<'a> {
    /// Begins a change of a workspace as it now is.
    pub(super) fn begin(engine: &'a Engine, workspace: WorkspaceId) -> Result<Self> {
        Ok(Self {
            engine,
            workspace,
            head: Head::clone(&*engine.head(workspace)?),
            changes: Changes::default(),
            blocks: Vec::new(),
            import: None,
            is_seen: true,
            makes_room: false,
        })
    }

    /// Puts a record in the place of the one before.
    pub(super) fn put(&mut self, record: Record, number: u32, sealed: &[u8]) -> Result<()> {
        self.changes.put(&self.engine.records, &record.key(self.workspace, number), sealed)
    }

    /// Takes a record away.
    pub(super) fn remove(&mut self, record: Record, number: u32) -> Result<()> {
        self.changes.remove(&self.engine.records, &record.key(self.workspace, number))
    }

    /// Adds lines that say who did it, numbered on from the last one.
    pub(super) fn note(&mut self, lines: &[AuditLine]) -> Result<()> {
        let last = self.engine.line_before(self.workspace, u32::MAX)?.unwrap_or(0);
        for (at, line) in (1..).zip(lines) {
            let full = || StoreError::Refused("no more numbers are left for the audit".to_owned());
            let number = last.checked_add(at).ok_or_else(full)?;
            let import = line.import.or(self.import);
            let line = AuditLine { number, import, ..line.clone() };
            self.put(Record::Audit, number, &line.encode()?)?;
        }
        Ok(())
    }

    /// Adds what every change takes along, and sees to it that there is room;
    /// returns the number of the change, or `None` where nothing changes.
    pub(super) fn complete(&mut self, audit: &[AuditLine]) -> Result<Option<u64>> {
        if self.changes.is_empty() {
            return Ok(None);
        }
        self.note(audit)?;
        if !self.blocks.is_empty() {
            self.engine.clear_for(self.workspace)?;
        }
        if !self.makes_room {
            let size: usize = self.blocks.iter().map(|(_, sealed)| sealed.len()).sum();
            space::check(&self.engine.folder, (size + self.changes.size()) as u64)?;
        }
        // The number of a change is above all versions there were.
        let number = self.engine.state()?.commits + 1;
        if self.is_seen {
            self.head.version = number;
            self.put(Record::Version, 0, &encode(&number)?)?;
        }
        Ok(Some(number))
    }

    /// Makes the change lasting, then visible to readers. After a failure the
    /// engine must be opened again.
    pub(super) fn write(self, number: u64) -> Result<()> {
        let Self { engine, workspace, head, mut changes, blocks, .. } = self;
        if !blocks.is_empty() {
            engine.stage(workspace, &blocks, &mut changes)?;
        }
        let _no_reading = engine.flip.lock().unwrap_or_else(PoisonError::into_inner);
        engine.commit(changes, number)?;
        engine.set_head(workspace, Arc::new(head));
        Ok(())
    }
}
