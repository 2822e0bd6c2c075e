//! Workspaces, their settings and their overrides.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::Override;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;

use super::commit::{Change, Fault, Prepared};
use super::engine::{Engine, engine_error};
use super::head::Head;
use super::keys::{self, Record};
use super::pieces::{self, Scan};
use super::records::Changes;
use super::space;
use klantwijzer_store::encoding::{Record as _, StoredSettings, encode};
use klantwijzer_store::{AuditLine, StoreError, Version, rules};

impl Engine {
    /// Every workspace that was written to, with its name, by id.
    pub(super) fn workspaces(&self) -> Result<Vec<(WorkspaceId, String)>, StoreError> {
        if self.restoring.load(Ordering::Acquire) {
            return Ok(Vec::new());
        }
        let named = self.workspace_ids()?.into_iter().map(|workspace| {
            let head = self.head(workspace)?;
            let name = head.settings.as_ref().map_or_else(String::new, |kept| kept.name.clone());
            Ok((workspace, name))
        });
        named.collect()
    }

    /// Every workspace that has records, by id.
    pub(super) fn workspace_ids(&self) -> Result<BTreeSet<WorkspaceId>, StoreError> {
        let mut ids = BTreeSet::new();
        let mut from = Vec::new();
        // One step per workspace: from its first record to past its last.
        while let Some(found) = self.records.range(from..).next() {
            let (key, _) = found.map_err(engine_error)?;
            let Some(workspace) = keys::workspace_of(&key) else {
                break;
            };
            ids.insert(workspace);
            from = keys::workspace_prefix(workspace);
            from.push(u8::MAX);
        }
        Ok(ids)
    }

    /// Prepares to write a workspace's name and settings.
    pub(super) fn save_settings(
        &self,
        workspace: WorkspaceId,
        name: &str,
        settings: &Settings,
        based_on: Option<Version>,
        audit: &[AuditLine],
    ) -> Result<Prepared<()>, Fault> {
        let head = self.head(workspace)?;
        rules::check_version(head.version, based_on)?;
        if head.settings.as_ref().is_some_and(|kept| kept.name != name) {
            return Err(StoreError::Conflict.into());
        }
        let stored = StoredSettings::new(name, settings)?;
        let sealed = encode(&stored)?;
        space::check(&self.folder, sealed.len() as u64)?;
        let mut changes = Changes::default();
        let key = Record::Settings.key(workspace, 0);
        changes.put(&self.records, &key, &sealed)?;
        self.put_audit(workspace, audit, None, &mut changes)?;
        let head = Head { settings: Some(Arc::new(stored)), ..(*head).clone() };
        Ok(Prepared::Change(Box::new(Change {
            workspace,
            changes,
            head,
            is_seen: true,
            value: (),
        })))
    }

    /// Prepares to set an override.
    pub(super) fn set_override(
        &self,
        workspace: WorkspaceId,
        decision: &Override,
        audit: &[AuditLine],
    ) -> Result<Prepared<()>, Fault> {
        let head = (*self.head(workspace)?).clone();
        if head.erased.contains_key(&decision.customer) {
            return Err(StoreError::Conflict.into());
        }
        let sealed = decision.encode()?;
        space::check(&self.folder, sealed.len() as u64)?;
        let mut changes = Changes::default();
        let key = Record::Override.key(workspace, decision.customer);
        changes.put(&self.records, &key, &sealed)?;
        self.put_audit(workspace, audit, None, &mut changes)?;
        Ok(Prepared::Change(Box::new(Change {
            workspace,
            changes,
            head,
            is_seen: true,
            value: (),
        })))
    }

    /// Prepares to take an override away.
    pub(super) fn clear_override(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
        audit: &[AuditLine],
    ) -> Result<Prepared<()>, Fault> {
        let key = Record::Override.key(workspace, customer);
        if pieces::get(&self.records, &key)?.is_none() {
            return Ok(Prepared::Nothing(()));
        }
        space::check(&self.folder, 0)?;
        let mut changes = Changes::default();
        changes.remove(&self.records, &key)?;
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

    /// Every override, in order of customer number.
    pub(super) fn overrides(&self, workspace: WorkspaceId) -> Result<Vec<Override>, StoreError> {
        let all = Scan::of(self.records.scan_prefix(Record::Override.all(workspace)));
        all.map(|found| Override::decode(&found?.1)).collect()
    }
}
