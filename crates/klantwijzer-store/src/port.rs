//! The port that every store implements, a trait for each role that it plays.

use std::io::{Read, Write};
use std::ops::Range;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::{Override, ReviewChunk, ReviewHeader, ReviewId, ReviewSummary};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use smol_str::SmolStr;

use crate::{
    AuditFilter, AuditLine, Batch, CustomerRecords, Erased, Erasure, ImportId, ImportInfo,
    KnownCustomer, Ledger, Result,
};

/// Keeps the data of workspaces, apart from each other.
///
/// What changes something takes `audit`, the lines that say who did it. What is
/// worked out from what was read takes `based_on`, the version of the workspace
/// that it was read in: in any other version it is a [`StoreError::Conflict`].
///
/// An implementer MUST, once a call that writes has returned `Ok`, keep what it
/// wrote through a crash of the process and a loss of power. A call that
/// returns an error, or during which the process ends, MUST leave the workspace
/// as it was before. Calls for one workspace may come at the same time; each
/// MUST see the others whole or not at all.
pub trait Store: Workspaces + Imports + Reviews + Decisions + Audit + Erasures + Backups {}

impl<T> Store for T where T: Workspaces + Imports + Reviews + Decisions + Audit + Erasures + Backups {}

/// Which workspaces there are, how they are set, and when they go.
#[async_trait]
pub trait Workspaces: Send + Sync {
    /// The names and ids of the workspaces that were ever written to, by id.
    async fn workspaces(&self) -> Result<Vec<(WorkspaceId, String)>>;

    /// The version that the workspace is in; 0 before it was ever written to.
    ///
    /// It MUST grow with every write that changes what the other calls say of the
    /// workspace, and with no other: what is only noted in the audit leaves it. A
    /// version MUST never come back, not when the workspace is deleted and written
    /// to anew, nor after a backup was restored.
    async fn version(&self, workspace: WorkspaceId) -> Result<Version>;

    /// Writes the workspace's name and settings. A workspace that has another
    /// name already is a [`StoreError::Conflict`].
    async fn save_settings(
        &self,
        workspace: WorkspaceId,
        name: &str,
        settings: &Settings,
        based_on: Option<Version>,
        audit: &[AuditLine],
    ) -> Result<()>;

    /// The settings, or `None` when they were never saved.
    async fn settings(&self, workspace: WorkspaceId) -> Result<Option<Settings>>;

    /// Sets the day on which the workspace is to be deleted, or takes it away.
    /// Nothing happens to a workspace that was never written to.
    async fn schedule_deletion(
        &self,
        workspace: WorkspaceId,
        on: Option<Date>,
        audit: &[AuditLine],
    ) -> Result<()>;

    /// The workspaces that are to be deleted with the day for each, by id.
    async fn deletions(&self) -> Result<Vec<(WorkspaceId, Date)>>;

    /// Deletes all there is of a workspace. Afterwards it is as if it had never
    /// been written to.
    async fn delete_workspace(&self, workspace: WorkspaceId) -> Result<()>;
}

/// What files and people's hands say of customers, in layers.
#[async_trait]
pub trait Imports: Send + Sync {
    /// The lowest customer number that was never given: numbers from 0 up to
    /// here were. Numbers of undone imports are not given again.
    async fn next_customer(&self, workspace: WorkspaceId) -> Result<CustomerNo>;

    /// The outside ids of all numbers ever given, in order of number from 0.
    async fn customer_ids(&self, workspace: WorkspaceId) -> Result<Vec<SmolStr>>;

    /// Stores an import as a layer and returns its number. The new customers in
    /// it MUST be numbered from [`Imports::next_customer`] on without a gap, and
    /// the ids of known ones MUST be the same as before, and none of them may be
    /// erased; else it is a [`StoreError::Conflict`]. An import by hand that has new customers is a
    /// [`StoreError::Refused`].
    async fn import(&self, workspace: WorkspaceId, batch: Batch) -> Result<ImportId>;

    /// Undoes an import whole. Later imports stay.
    async fn undo(
        &self,
        workspace: WorkspaceId,
        import: ImportId,
        at: Timestamp,
        audit: &[AuditLine],
    ) -> Result<ImportInfo>;

    /// Every import, undone ones included, in order of number.
    async fn imports(&self, workspace: WorkspaceId) -> Result<Vec<ImportInfo>>;

    /// The customers with numbers in the range that a live import knows, in
    /// order of number. An import by hand says more of a customer that another
    /// one knows, and by itself knows nobody.
    async fn customers(
        &self,
        workspace: WorkspaceId,
        range: Range<CustomerNo>,
    ) -> Result<Vec<KnownCustomer>>;

    /// The live entries of the customers with numbers in the range, in order of
    /// customer number, then date, then key.
    async fn ledger(&self, workspace: WorkspaceId, range: Range<CustomerNo>) -> Result<Ledger>;

    /// What each live import says of a customer, in order of import.
    async fn records_of(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
    ) -> Result<Vec<CustomerRecords>>;
}

/// What reviews made of customers.
#[async_trait]
pub trait Reviews: Send + Sync {
    /// Records a review with its chunks, from chunk 0 on without a gap, and
    /// returns its number. What it says of erased customers is left out.
    async fn record_review(
        &self,
        workspace: WorkspaceId,
        header: ReviewHeader,
        chunks: Vec<Arc<ReviewChunk>>,
        based_on: Option<Version>,
    ) -> Result<ReviewId>;

    /// Every review in short, in order of number.
    async fn reviews(&self, workspace: WorkspaceId) -> Result<Vec<ReviewSummary>>;

    /// What holds for a review as a whole; `None` where there is no such number.
    async fn review(
        &self,
        workspace: WorkspaceId,
        review: ReviewId,
    ) -> Result<Option<ReviewHeader>>;

    /// A chunk of a review; `None` past its last one.
    async fn review_chunk(
        &self,
        workspace: WorkspaceId,
        review: ReviewId,
        chunk: u32,
    ) -> Result<Option<ReviewChunk>>;
}

/// What people decided about customers.
#[async_trait]
pub trait Decisions: Send + Sync {
    /// Sets the override of a customer; a later one replaces it. That of an
    /// erased customer is a [`StoreError::Conflict`].
    async fn set_override(
        &self,
        workspace: WorkspaceId,
        decision: &Override,
        audit: &[AuditLine],
    ) -> Result<()>;

    /// Takes away the override of a customer; nothing happens without one.
    async fn clear_override(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
        audit: &[AuditLine],
    ) -> Result<()>;

    /// Every override, expired ones included, in order of customer number.
    async fn overrides(&self, workspace: WorkspaceId) -> Result<Vec<Override>>;
}

/// Who did what.
#[async_trait]
pub trait Audit: Send + Sync {
    /// Records who did what, where nothing else changes. Operations that change
    /// something take their lines along: those are stored with the change, whole
    /// or not at all.
    async fn note(&self, workspace: WorkspaceId, audit: &[AuditLine]) -> Result<()>;

    /// At most so many of the recorded lines that the filter wants, the last one
    /// first.
    async fn audit(
        &self,
        workspace: WorkspaceId,
        filter: &AuditFilter,
        most: usize,
    ) -> Result<Vec<AuditLine>>;

    /// Forgets the lines from before a moment; returns how many.
    async fn forget_audit(&self, workspace: WorkspaceId, before: Timestamp) -> Result<u64>;
}

/// Customers who are to be forgotten.
#[async_trait]
pub trait Erasures: Send + Sync {
    /// Erases a customer: what every import, undone ones included, and every
    /// review say of it, its override, and [`Erasure::mentions`] in all that is
    /// said of others and in every text. Where a list or another customer, as its
    /// parent, names it, its pseudonym stands. `settings` are kept with it, where
    /// they too named the customer. Erasing again changes nothing but what is
    /// kept of it. A customer number that was never given is
    /// [`StoreError::Refused`].
    async fn erase(
        &self,
        workspace: WorkspaceId,
        erasure: &Erasure,
        settings: Option<&Settings>,
        audit: &[AuditLine],
    ) -> Result<()>;

    /// Every erased customer, in order of number.
    async fn erased(&self, workspace: WorkspaceId) -> Result<Vec<(CustomerNo, Erased)>>;
}

/// Everything there is, in one file.
#[async_trait]
pub trait Backups: Send + Sync {
    /// Writes everything there is, as it stands at one moment, to a file that
    /// [`Backups::restore`] reads. What is written meanwhile is not in it, and
    /// does not wait for it.
    async fn backup(&self, out: &mut (dyn Write + Send)) -> Result<BackupInfo>;

    /// Brings back a backup, whole or not at all. Only an empty store takes
    /// one; any other is a [`StoreError::Refused`], and a file that is cut off,
    /// changed or no backup at all is a [`StoreError::BadBackup`].
    async fn restore(&self, input: &mut (dyn Read + Send)) -> Result<BackupInfo>;
}

/// The version of a workspace.
pub type Version = u64;

/// What a backup holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BackupInfo {
    /// How many workspaces.
    pub workspaces: u64,
    /// How many bytes the file has.
    pub bytes: u64,
}
