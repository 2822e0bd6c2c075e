//! The heads of workspaces: read once, then kept until a change replaces them.

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::{Counters, Record as _, decode};
use klantwijzer_store::{Erased, ImportInfo, Result, StoreError};

use super::engine::Engine;
use super::head::{Head, Layer};
use super::keys::Record;
use super::pieces;

impl Engine {
    /// The head of a workspace; an empty one for a workspace that was never
    /// written to.
    pub(super) fn head(&self, workspace: WorkspaceId) -> Result<Arc<Head>> {
        if self.restoring.load(Ordering::Acquire) {
            return Ok(Arc::default());
        }
        if let Some(head) = self.known_head(workspace) {
            return Ok(head);
        }
        let _no_change = self.flip.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(head) = self.known_head(workspace) {
            return Ok(head);
        }
        let head = Arc::new(self.read_head(workspace)?);
        self.set_head(workspace, head.clone());
        Ok(head)
    }

    /// Lets readers see a workspace as it now is.
    pub(super) fn set_head(&self, workspace: WorkspaceId, head: Arc<Head>) {
        let mut heads = self.heads.write().unwrap_or_else(PoisonError::into_inner);
        heads.insert(workspace.get(), head);
    }

    fn known_head(&self, workspace: WorkspaceId) -> Option<Arc<Head>> {
        let heads = self.heads.read().unwrap_or_else(PoisonError::into_inner);
        heads.get(&workspace.get()).cloned()
    }

    pub(super) fn read_head(&self, workspace: WorkspaceId) -> Result<Head> {
        let single = |record: Record| pieces::get(&self.records, &record.key(workspace, 0));
        let counters = single(Record::Counters)?.map(|counters| decode(&counters)).transpose()?;
        let counters: Counters = counters.unwrap_or_default();
        let settings = single(Record::Settings)?.map(|settings| decode(&settings)).transpose()?;
        let last = counters.imports;
        let infos = self.numbered(Record::Import, workspace, last, ImportInfo::decode)?;
        let directories = self.numbered(Record::Layer, workspace, last, decode)?;
        let layers = infos.into_iter().zip(directories);
        let erased = |sealed: &[u8]| Erased::decode(sealed).map(Arc::new);
        let mentions = |sealed: &[u8]| decode(sealed).map(Arc::new);
        let version = single(Record::Version)?.map(|version| decode(&version)).transpose()?;
        Ok(Head {
            // What an earlier program wrote has no version yet.
            version: version.unwrap_or(0),
            settings: settings.map(Arc::new),
            next_customer: counters.next_customer,
            imports: layers.map(|(info, directory)| Arc::new(Layer { info, directory })).collect(),
            reviews: self.numbered(Record::Chunks, workspace, counters.reviews, decode)?,
            places: Arc::default(),
            erased: self.by_number(Record::Erased, workspace, erased)?,
            unclean: self.by_number(Record::Unclean, workspace, decode)?,
            mentions: self.by_number(Record::Mentions, workspace, mentions)?,
        })
    }

    /// The records of a kind that are numbered from 1 to `last`.
    pub(super) fn numbered<T>(
        &self,
        record: Record,
        workspace: WorkspaceId,
        last: u32,
        read: impl Fn(&[u8]) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = self.by_number(record, workspace, read)?;
        let values: Vec<T> = (1..=last).map_while(|number| found.remove(&number)).collect();
        if values.len() == last as usize {
            Ok(values)
        } else {
            Err(StoreError::Damaged(format!("a {record:?} record is missing")))
        }
    }
}
