//! Workspaces, their settings and their overrides.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use async_trait::async_trait;
use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::Override;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::{Record as _, StoredSettings, encode};
use klantwijzer_store::{AuditLine, Decisions, Result, StoreError, Version, Workspaces, rules};

use super::SledStore;
use super::draft::Draft;
use super::engine::Engine;
use super::failure::engine_error;
use super::keys::{self, Record};
use super::pieces::Scan;

#[async_trait]
impl Workspaces for SledStore {
    async fn workspaces(&self) -> Result<Vec<(WorkspaceId, String)>> {
        self.commits.read(|engine| {
            let named = engine.seen_workspaces()?.into_iter().map(|workspace| {
                let head = engine.head(workspace)?;
                let settings = head.settings.as_ref();
                Ok((workspace, settings.map_or_else(String::new, |stored| stored.name.clone())))
            });
            named.collect()
        })
    }

    async fn version(&self, workspace: WorkspaceId) -> Result<Version> {
        Ok(self.head(workspace)?.version)
    }

    async fn save_settings(
        &self,
        workspace: WorkspaceId,
        name: &str,
        settings: &Settings,
        based_on: Option<Version>,
        audit: &[AuditLine],
    ) -> Result<()> {
        rules::check_name(name)?;
        let stored = StoredSettings::new(name, settings)?;
        let save = move |draft: &mut Draft<'_>| {
            rules::check_version(draft.head.version, based_on)?;
            if draft.head.settings.as_ref().is_some_and(|known| known.name != stored.name) {
                return Err(StoreError::Conflict);
            }
            draft.put_settings(stored)
        };
        self.commits.write(workspace, audit, save).await
    }

    async fn settings(&self, workspace: WorkspaceId) -> Result<Option<Settings>> {
        self.head(workspace)?.settings.as_ref().map(|stored| stored.settings()).transpose()
    }

    async fn schedule_deletion(
        &self,
        workspace: WorkspaceId,
        on: Option<Date>,
        audit: &[AuditLine],
    ) -> Result<()> {
        let schedule = move |draft: &mut Draft<'_>| {
            let Draft { engine, .. } = draft;
            if !engine.knows(workspace) || engine.deletion(workspace)? == on {
                return Ok(());
            }
            match on {
                Some(on) => draft.put(Record::Deletion, 0, &encode(&on)?),
                None => draft.remove(Record::Deletion, 0),
            }
        };
        self.commits.write(workspace, audit, schedule).await
    }

    async fn deletions(&self) -> Result<Vec<(WorkspaceId, Date)>> {
        self.commits.read(|engine| {
            let all = engine.seen_workspaces()?.into_iter();
            let due = all.map(|workspace| Ok((workspace, engine.deletion(workspace)?)));
            due.filter_map(|due| due.map(|(id, on)| Some((id, on?))).transpose()).collect()
        })
    }

    async fn delete_workspace(&self, workspace: WorkspaceId) -> Result<()> {
        let delete = |draft: &mut Draft<'_>| draft.delete_workspace();
        self.commits.write(workspace, &[], delete).await?;
        self.commits.clear().await
    }
}

#[async_trait]
impl Decisions for SledStore {
    async fn set_override(
        &self,
        workspace: WorkspaceId,
        decision: &Override,
        audit: &[AuditLine],
    ) -> Result<()> {
        rules::check_override(decision)?;
        let decision = decision.clone();
        let set = move |draft: &mut Draft<'_>| {
            if draft.head.erased.contains_key(&decision.customer) {
                return Err(StoreError::Conflict);
            }
            draft.put(Record::Override, decision.customer, &decision.encode()?)
        };
        self.commits.write(workspace, audit, set).await
    }

    async fn clear_override(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
        audit: &[AuditLine],
    ) -> Result<()> {
        let clear = move |draft: &mut Draft<'_>| draft.remove(Record::Override, customer);
        self.commits.write(workspace, audit, clear).await
    }

    async fn overrides(&self, workspace: WorkspaceId) -> Result<Vec<Override>> {
        self.commits.read(|engine| engine.overrides(workspace))
    }
}

impl Draft<'_> {
    /// Puts a workspace's name and settings.
    pub(super) fn put_settings(&mut self, stored: StoredSettings) -> Result<()> {
        self.put(Record::Settings, 0, &encode(&stored)?)?;
        self.head.settings = Some(Arc::new(stored));
        Ok(())
    }
}

impl Engine {
    /// Every workspace that anybody sees: none while a backup is being restored.
    fn seen_workspaces(&self) -> Result<BTreeSet<WorkspaceId>> {
        if self.restoring.load(Ordering::Acquire) {
            return Ok(BTreeSet::new());
        }
        self.workspace_ids()
    }

    /// Every workspace that has records, by id.
    pub(super) fn workspace_ids(&self) -> Result<BTreeSet<WorkspaceId>> {
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

    /// Every override, in order of customer number.
    pub(super) fn overrides(&self, workspace: WorkspaceId) -> Result<Vec<Override>> {
        let all = Scan::of(self.records.scan_prefix(Record::Override.all(workspace)));
        all.map(|found| Override::decode(&found?.1)).collect()
    }
}
