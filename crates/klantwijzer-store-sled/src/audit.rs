//! Who did what: a record a line, by number.

use std::sync::atomic::Ordering;

use jiff::Timestamp;
use klantwijzer_core::workspace::WorkspaceId;

use super::commit::{Change, Fault, Prepared};
use super::engine::{Engine, engine_error};
use super::keys::{self, Record};
use super::pieces::{self, Scan};
use super::records::Changes;
use super::space;
use klantwijzer_store::encoding::Record as _;
use klantwijzer_store::{AuditFilter, AuditLine, ImportId, StoreError};

impl Engine {
    /// Adds lines to a change, numbered on from the last one. `import` is the
    /// import that came of it.
    pub(super) fn put_audit(
        &self,
        workspace: WorkspaceId,
        lines: &[AuditLine],
        import: Option<ImportId>,
        changes: &mut Changes,
    ) -> Result<(), StoreError> {
        let last = self.last_line(workspace)?;
        for (at, line) in (1..).zip(lines) {
            let full = || StoreError::Refused("no more numbers are left for the audit".to_owned());
            let number = last.checked_add(at).ok_or_else(full)?;
            let line = AuditLine { number, import: line.import.or(import), ..line.clone() };
            let key = Record::Audit.key(workspace, number);
            changes.put(&self.records, &key, &line.encode()?)?;
        }
        Ok(())
    }

    /// Prepares to record lines and nothing else.
    pub(super) fn note(
        &self,
        workspace: WorkspaceId,
        lines: &[AuditLine],
    ) -> Result<Prepared<()>, Fault> {
        if lines.is_empty() {
            return Ok(Prepared::Nothing(()));
        }
        space::check(&self.folder, 0)?;
        let mut changes = Changes::default();
        self.put_audit(workspace, lines, None, &mut changes)?;
        let head = (*self.head(workspace)?).clone();
        Ok(Prepared::Change(Box::new(Change {
            workspace,
            changes,
            head,
            is_seen: false,
            value: (),
        })))
    }

    /// The wanted lines, the last one first.
    pub(super) fn audit(
        &self,
        workspace: WorkspaceId,
        filter: &AuditFilter,
        most: usize,
    ) -> Result<Vec<AuditLine>, StoreError> {
        if self.restoring.load(Ordering::Acquire) {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        let mut before = filter.before.unwrap_or(u32::MAX);
        while found.len() < most
            && let Some(number) = self.line_before(workspace, before)?
        {
            // One that was forgotten meanwhile is none.
            let line = pieces::get(&self.records, &Record::Audit.key(workspace, number))?;
            if let Some(line) = line.map(|line| AuditLine::decode(&line)).transpose()? {
                found.extend(filter.holds(&line).then_some(line));
            }
            before = number;
        }
        Ok(found)
    }

    /// Prepares to forget the lines from before a moment.
    pub(super) fn forget_audit(
        &self,
        workspace: WorkspaceId,
        before: Timestamp,
    ) -> Result<Prepared<u64>, Fault> {
        let mut changes = Changes::default();
        let mut forgotten = 0;
        for found in Scan::of(self.records.scan_prefix(Record::Audit.all(workspace))) {
            let (key, line) = found?;
            if AuditLine::decode(&line)?.at < before {
                changes.remove(&self.records, &key)?;
                forgotten += 1;
            }
        }
        if forgotten == 0 {
            return Ok(Prepared::Nothing(0));
        }
        let head = (*self.head(workspace)?).clone();
        Ok(Prepared::Change(Box::new(Change {
            workspace,
            changes,
            head,
            is_seen: false,
            value: forgotten,
        })))
    }

    fn last_line(&self, workspace: WorkspaceId) -> Result<u32, StoreError> {
        Ok(self.line_before(workspace, u32::MAX)?.unwrap_or(0))
    }

    /// The highest number of a line below another.
    fn line_before(&self, workspace: WorkspaceId, before: u32) -> Result<Option<u32>, StoreError> {
        let lines = Record::Audit.all(workspace)..Record::Audit.key(workspace, before);
        let last = self.records.range(lines).next_back().transpose().map_err(engine_error)?;
        Ok(last.and_then(|(key, _)| keys::record_number(&key)))
    }
}
