//! The embedded store of Klantwijzer: sled, by its rules.
//!
//! It implements the port of `klantwijzer-store` and passes its conformance
//! suite.
//!
//! | file | what |
//! |---|---|
//! | `lock` | held while a process has the store open |
//! | `tip` | the number of the last acknowledged change |
//! | `reserve` | room that is given up to open the store on a full disk |
//! | `sled/` | the engine's own |
//! | `set-aside-N/` | data that a restored backup took the place of |
//!
//! The engine has two trees. `blocks` holds what is large: rows of the book and
//! ledger entries by span of customers and import, ids, and chunks of reviews.
//! `records` holds what is small: settings, numbers, and which imports and
//! reviews there are. Blocks are written first, under a number that no record
//! knows; one small batch of records then makes them all visible at once.
//! Nothing is acknowledged before the disk has it.

mod audit;
mod backup;
mod check;
mod commit;
mod deletion;
mod engine;
mod erasure;
mod folder;
mod gone;
mod head;
mod ids;
mod imports;
mod keys;
mod layers;
mod pieces;
mod records;
mod reviews;
mod settings;
mod space;
mod staging;
mod tip;

use std::fs::File;
use std::io::{Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::ledger::KeyedEntry;
use klantwijzer_core::review::{Override, ReviewChunk, ReviewHeader, ReviewId};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::{
    Audit, AuditFilter, AuditLine, BackupInfo, Backups, Batch, CustomerRecords, Decisions, Erased,
    Erasure, Erasures, ImportId, ImportInfo, Imports, KnownCustomer, Reviews, StoreError, Version,
    Workspaces, rules,
};
use smol_str::SmolStr;

pub use self::check::Contents;
use self::commit::Committer;
use self::engine::{Engine, folder_error};
use self::imports::Encoded;

/// The embedded store: one folder, one process.
pub struct SledStore {
    // Fields are dropped in this order: the lock goes last.
    commits: Committer,
    _lock: File,
}

impl SledStore {
    /// Opens the store in a folder; makes an empty one where there is none. One
    /// that is in use is tried for about a second.
    ///
    /// It takes as long as the engine needs to read its log: about a second for
    /// a gigabyte.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        folder::make_private(folder).map_err(|error| folder_error(folder, &error))?;
        folder::patiently(
            || thread::sleep(folder::PAUSE),
            || {
                let lock = folder::lock(folder)?;
                let engine = Engine::open(folder)?;
                Ok(Self { commits: Committer::start(folder.to_owned(), engine)?, _lock: lock })
            },
        )
    }

    /// Puts the data in a folder aside, damaged or not, so that a backup can be
    /// restored there. Returns the folder that it then lies in.
    pub fn set_aside(folder: &Path) -> Result<PathBuf, StoreError> {
        let _lock = folder::patiently(|| thread::sleep(folder::PAUSE), || folder::lock(folder))?;
        folder::set_aside(folder).map_err(|error| folder_error(folder, &error))
    }

    /// Reads everything there is and counts it; an error says what is damaged.
    pub fn check(&self) -> Result<Contents, StoreError> {
        self.commits.read(Engine::read_all)
    }
}

#[async_trait]
impl Workspaces for SledStore {
    async fn workspaces(&self) -> Result<Vec<(WorkspaceId, String)>, StoreError> {
        self.commits.read(Engine::workspaces)
    }

    async fn version(&self, workspace: WorkspaceId) -> Result<Version, StoreError> {
        Ok(self.commits.read(|engine| engine.head(workspace))?.version)
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
        let (name, settings, audit) = (name.to_owned(), settings.clone(), audit.to_vec());
        let save = move |engine: &Engine| {
            engine.save_settings(workspace, &name, &settings, based_on, &audit)
        };
        self.commits.write(save).await
    }

    async fn settings(&self, workspace: WorkspaceId) -> Result<Option<Settings>, StoreError> {
        let head = self.commits.read(|engine| engine.head(workspace))?;
        head.settings.as_ref().map(|stored| stored.settings()).transpose()
    }

    async fn schedule_deletion(
        &self,
        workspace: WorkspaceId,
        on: Option<Date>,
        audit: &[AuditLine],
    ) -> Result<(), StoreError> {
        rules::check_audit(audit)?;
        let audit = audit.to_vec();
        self.commits.write(move |engine| engine.schedule_deletion(workspace, on, &audit)).await
    }

    async fn deletions(&self) -> Result<Vec<(WorkspaceId, Date)>, StoreError> {
        self.commits.read(Engine::deletions)
    }

    async fn delete_workspace(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        self.commits.write(move |engine| engine.delete_workspace(workspace)).await?;
        self.commits.clear("what lies there of a deleted workspace", Engine::clear_deleted).await
    }
}

#[async_trait]
impl Imports for SledStore {
    async fn next_customer(&self, workspace: WorkspaceId) -> Result<CustomerNo, StoreError> {
        Ok(self.commits.read(|engine| engine.head(workspace))?.next_customer)
    }

    async fn customer_ids(&self, workspace: WorkspaceId) -> Result<Vec<SmolStr>, StoreError> {
        self.commits.read(|engine| engine.customer_ids(workspace))
    }

    async fn import(&self, workspace: WorkspaceId, batch: Batch) -> Result<ImportId, StoreError> {
        let encoded = Encoded::new(batch)?;
        self.commits.write(move |engine| engine.import(workspace, encoded)).await
    }

    async fn undo(
        &self,
        workspace: WorkspaceId,
        import: ImportId,
        at: Timestamp,
        audit: &[AuditLine],
    ) -> Result<ImportInfo, StoreError> {
        rules::check_audit(audit)?;
        let audit = audit.to_vec();
        self.commits.write(move |engine| engine.undo(workspace, import, at, &audit)).await
    }

    async fn imports(&self, workspace: WorkspaceId) -> Result<Vec<ImportInfo>, StoreError> {
        let head = self.commits.read(|engine| engine.head(workspace))?;
        Ok(head.imports.iter().map(|layer| layer.info.clone()).collect())
    }

    async fn customers(
        &self,
        workspace: WorkspaceId,
        range: Range<CustomerNo>,
    ) -> Result<Vec<KnownCustomer>, StoreError> {
        self.commits.read(|engine| engine.customers(workspace, &range))
    }

    async fn ledger(
        &self,
        workspace: WorkspaceId,
        range: Range<CustomerNo>,
    ) -> Result<Vec<(CustomerNo, KeyedEntry)>, StoreError> {
        self.commits.read(|engine| engine.ledger(workspace, &range))
    }

    async fn records_of(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
    ) -> Result<Vec<CustomerRecords>, StoreError> {
        self.commits.read(|engine| engine.records_of(workspace, customer))
    }
}

#[async_trait]
impl Reviews for SledStore {
    async fn record_review(
        &self,
        workspace: WorkspaceId,
        header: ReviewHeader,
        chunks: Vec<Arc<ReviewChunk>>,
        based_on: Option<Version>,
    ) -> Result<ReviewId, StoreError> {
        let encoded = reviews::Encoded::new(chunks)?;
        let record =
            move |engine: &Engine| engine.record_review(workspace, header, encoded, based_on);
        self.commits.write(record).await
    }

    async fn reviews(&self, workspace: WorkspaceId) -> Result<Vec<ReviewHeader>, StoreError> {
        self.commits.read(|engine| engine.reviews(workspace))
    }

    async fn review_chunk(
        &self,
        workspace: WorkspaceId,
        review: ReviewId,
        chunk: u32,
    ) -> Result<Option<ReviewChunk>, StoreError> {
        self.commits.read(|engine| engine.review_chunk(workspace, review, chunk))
    }
}

#[async_trait]
impl Decisions for SledStore {
    async fn set_override(
        &self,
        workspace: WorkspaceId,
        decision: &Override,
        audit: &[AuditLine],
    ) -> Result<(), StoreError> {
        rules::check_override(decision)?;
        rules::check_audit(audit)?;
        let (decision, audit) = (decision.clone(), audit.to_vec());
        self.commits.write(move |engine| engine.set_override(workspace, &decision, &audit)).await
    }

    async fn clear_override(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
        audit: &[AuditLine],
    ) -> Result<(), StoreError> {
        rules::check_audit(audit)?;
        let audit = audit.to_vec();
        self.commits.write(move |engine| engine.clear_override(workspace, customer, &audit)).await
    }

    async fn overrides(&self, workspace: WorkspaceId) -> Result<Vec<Override>, StoreError> {
        self.commits.read(|engine| engine.overrides(workspace))
    }
}

#[async_trait]
impl Audit for SledStore {
    async fn note(&self, workspace: WorkspaceId, audit: &[AuditLine]) -> Result<(), StoreError> {
        rules::check_audit(audit)?;
        let audit = audit.to_vec();
        self.commits.write(move |engine| engine.note(workspace, &audit)).await
    }

    async fn audit(
        &self,
        workspace: WorkspaceId,
        filter: &AuditFilter,
        most: usize,
    ) -> Result<Vec<AuditLine>, StoreError> {
        self.commits.read(|engine| engine.audit(workspace, filter, most))
    }

    async fn forget_audit(
        &self,
        workspace: WorkspaceId,
        before: Timestamp,
    ) -> Result<u64, StoreError> {
        self.commits.write(move |engine| engine.forget_audit(workspace, before)).await
    }
}

#[async_trait]
impl Erasures for SledStore {
    async fn erase(
        &self,
        workspace: WorkspaceId,
        erasure: &Erasure,
        settings: Option<&Settings>,
        audit: &[AuditLine],
    ) -> Result<(), StoreError> {
        rules::check_audit(audit)?;
        let (erasure, settings) = (erasure.clone(), settings.cloned());
        let audit = audit.to_vec();
        let erase =
            move |engine: &Engine| engine.erase(workspace, &erasure, settings.as_ref(), &audit);
        self.commits.write(erase).await?;
        self.commits.clear("what lies there of an erased customer", Engine::clear_erased).await
    }

    async fn erased(
        &self,
        workspace: WorkspaceId,
    ) -> Result<Vec<(CustomerNo, Erased)>, StoreError> {
        let head = self.commits.read(|engine| engine.head(workspace))?;
        Ok(head.erased.iter().map(|(no, erased)| (*no, Erased::clone(erased))).collect())
    }
}

#[async_trait]
impl Backups for SledStore {
    async fn backup(&self, out: &mut (dyn Write + Send)) -> Result<BackupInfo, StoreError> {
        backup::save(&self.commits, out).await
    }

    async fn restore(&self, input: &mut (dyn Read + Send)) -> Result<BackupInfo, StoreError> {
        backup::restore(&self.commits, input).await
    }
}
