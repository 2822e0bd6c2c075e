//! Who did what: a record a line, by number.

use std::sync::atomic::Ordering;

use async_trait::async_trait;
use jiff::Timestamp;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::Record as _;
use klantwijzer_store::{Audit, AuditFilter, AuditLine, Result, rules};

use super::SledStore;
use super::draft::Draft;
use super::engine::Engine;
use super::failure::engine_error;
use super::keys::{self, Record};
use super::pieces::{self, Scan};

#[async_trait]
impl Audit for SledStore {
    async fn note(&self, workspace: WorkspaceId, audit: &[AuditLine]) -> Result<()> {
        rules::check_audit(audit)?;
        let audit = audit.to_vec();
        let note = move |draft: &mut Draft<'_>| {
            draft.is_seen = false;
            draft.note(&audit)
        };
        self.commits.write(workspace, &[], note).await
    }

    async fn audit(
        &self,
        workspace: WorkspaceId,
        filter: &AuditFilter,
        most: usize,
    ) -> Result<Vec<AuditLine>> {
        self.commits.read(|engine| engine.audit(workspace, filter, most))
    }

    async fn forget_audit(&self, workspace: WorkspaceId, before: Timestamp) -> Result<u64> {
        let forget = move |draft: &mut Draft<'_>| {
            (draft.is_seen, draft.makes_room) = (false, true);
            let records = &draft.engine.records;
            let mut forgotten = 0;
            for found in Scan::of(records.scan_prefix(Record::Audit.all(workspace))) {
                let (key, line) = found?;
                if AuditLine::decode(&line)?.at < before {
                    draft.changes.remove(records, &key)?;
                    forgotten += 1;
                }
            }
            Ok(forgotten)
        };
        self.commits.write(workspace, &[], forget).await
    }
}

impl Engine {
    /// The wanted lines, the last one first.
    pub(super) fn audit(
        &self,
        workspace: WorkspaceId,
        filter: &AuditFilter,
        most: usize,
    ) -> Result<Vec<AuditLine>> {
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

    /// The highest number of a line below another.
    pub(super) fn line_before(&self, workspace: WorkspaceId, before: u32) -> Result<Option<u32>> {
        let lines = Record::Audit.all(workspace)..Record::Audit.key(workspace, before);
        let last = self.records.range(lines).next_back().transpose().map_err(engine_error)?;
        Ok(last.and_then(|(key, _)| keys::record_number(&key)))
    }
}
