//! Workspaces in memory.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::ledger::{EntryKey, KeyedEntry};
use klantwijzer_core::review::{CHUNK, Override, ReviewChunk, ReviewHeader};
use klantwijzer_core::workspace::WorkspaceId;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::encoding::StoredSettings;
use crate::{
    AuditLine, Batch, BookRow, Erased, Erasure, ImportId, ImportInfo, KnownCustomer, StoreError,
    Version, rules,
};

/// All workspaces.
#[derive(Debug, Default)]
pub(super) struct All {
    pub(super) workspaces: BTreeMap<WorkspaceId, Workspace>,
    /// The last version that any of them was given.
    pub(super) version: Version,
}

impl All {
    /// Changes a workspace, which may be new, and gives it its next version. One
    /// that was refused its first change is no workspace.
    pub(super) fn change<T>(
        &mut self,
        workspace: WorkspaceId,
        based_on: Option<Version>,
        change: impl FnOnce(&mut Workspace) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut new = None;
        let kept = self.workspaces.get_mut(&workspace);
        let kept = kept.unwrap_or_else(|| new.insert(Workspace::default()));
        rules::check_version(kept.version, based_on)?;
        let changed = change(kept)?;
        self.version += 1;
        kept.version = self.version;
        if let Some(new) = new {
            self.workspaces.insert(workspace, new);
        }
        Ok(changed)
    }
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Workspace {
    pub(super) version: Version,
    pub(super) settings: Option<StoredSettings>,
    pub(super) ids: Vec<SmolStr>,
    pub(super) imports: Vec<Layer>,
    pub(super) reviews: Vec<(ReviewHeader, Vec<ReviewChunk>)>,
    pub(super) overrides: BTreeMap<CustomerNo, Override>,
    pub(super) audit: Vec<AuditLine>,
    pub(super) delete_on: Option<Date>,
    pub(super) erased: BTreeMap<CustomerNo, Erased>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Layer {
    pub(super) info: ImportInfo,
    pub(super) book: Vec<BookRow>,
    pub(super) entries: Vec<(CustomerNo, KeyedEntry)>,
}

impl Workspace {
    pub(super) fn live(&self) -> impl Iterator<Item = &Layer> {
        self.imports.iter().filter(|layer| layer.info.undone_at.is_none())
    }

    fn rows(&self, range: &Range<CustomerNo>) -> impl Iterator<Item = (&BookRow, bool)> {
        self.live()
            .flat_map(|layer| layer.book.iter().map(|row| (row, layer.info.by_hand)))
            .filter(|(row, _)| range.contains(&row.no))
    }

    pub(super) fn customers(&self, range: &Range<CustomerNo>) -> Vec<KnownCustomer> {
        let mut customers: BTreeMap<CustomerNo, KnownCustomer> = BTreeMap::new();
        for (row, _) in self.rows(range).filter(|(_, by_hand)| !by_hand) {
            let (no, id, profile) = (row.no, row.id.clone(), Profile::default());
            customers.insert(no, KnownCustomer { no, id, profile });
        }
        for (row, _) in self.rows(range) {
            if let Some(customer) = customers.get_mut(&row.no) {
                customer.profile.update(&row.mentioned);
            }
        }
        for (row, _) in self.rows(range) {
            if let Some(customer) = customers.get_mut(&row.no) {
                customer.profile.update(&row.stated);
            }
        }
        customers.into_values().collect()
    }

    pub(super) fn ledger(&self, range: &Range<CustomerNo>) -> Vec<(CustomerNo, KeyedEntry)> {
        let mut entries: BTreeMap<(CustomerNo, EntryKey), &KeyedEntry> = BTreeMap::new();
        for (no, keyed) in self.live().flat_map(|layer| &layer.entries) {
            if range.contains(no) {
                entries.insert((*no, keyed.key), keyed);
            }
        }
        let mut entries: Vec<_> =
            entries.into_iter().map(|((no, _), keyed)| (no, keyed.clone())).collect();
        entries.sort_by_key(|(no, keyed)| (*no, keyed.entry.date, keyed.key));
        entries
    }

    pub(super) fn note(&mut self, lines: &[AuditLine], import: Option<ImportId>) {
        for line in lines {
            let number = self.audit.last().map_or(0, |last| last.number) + 1;
            let import = line.import.or(import);
            self.audit.push(AuditLine { number, import, ..line.clone() });
        }
    }

    pub(super) fn erase(&mut self, erasure: &Erasure) {
        let Erasure { customer: no, mentions, erased, .. } = erasure;
        let pseudonym = &erased.pseudonym;
        let id = self.ids.get(*no as usize).cloned().unwrap_or_default();
        for Layer { info, book, entries } in &mut self.imports {
            mentions.blot_import(info);
            book.retain(|row| row.no != *no);
            let profiles = book.iter_mut().flat_map(|row| [&mut row.stated, &mut row.mentioned]);
            for profile in profiles {
                if let Some(parent) = profile.parent.as_mut().filter(|parent| **parent == id) {
                    parent.clone_from(pseudonym);
                }
                mentions.blot_profile(profile);
            }
            entries.retain(|(of, _)| of != no);
            for (_, keyed) in entries {
                mentions.blot_entry(&mut keyed.entry);
            }
        }
        for (_, chunks) in &mut self.reviews {
            forget(chunks, *no);
        }
        self.overrides.remove(no);
        for decision in self.overrides.values_mut() {
            mentions.blot_override(decision);
        }
        for line in &mut self.audit {
            erasure.blot_line(line, &id);
        }
        if let Some(id) = self.ids.get_mut(*no as usize) {
            id.clone_from(pseudonym);
        }
        self.erased.insert(*no, erased.clone());
    }

    pub(super) fn import(&mut self, batch: Batch) -> Result<ImportId, StoreError> {
        let Batch { mut info, book, entries, audit, .. } = batch;
        rules::number_after(&book, info.by_hand, self.ids.len() as CustomerNo)?;
        for row in &book {
            let is_other = self.ids.get(row.no as usize).is_some_and(|id| *id != row.id);
            if is_other || self.erased.contains_key(&row.no) {
                return Err(StoreError::Conflict);
            }
        }
        let known = self.ids.len();
        self.ids
            .extend(book.iter().filter(|row| row.no as usize >= known).map(|row| row.id.clone()));
        info.id = self.imports.len() as ImportId + 1;
        info.undone_at = None;
        let import = info.id;
        self.imports.push(Layer { info, book, entries });
        self.note(&audit, Some(import));
        Ok(import)
    }
}

/// Forgets a customer in the chunks of a review.
pub(super) fn forget(chunks: &mut [ReviewChunk], no: CustomerNo) {
    if let Some(chunk) = chunks.get_mut(no as usize / CHUNK) {
        chunk.forget(no as usize % CHUNK);
    }
}
