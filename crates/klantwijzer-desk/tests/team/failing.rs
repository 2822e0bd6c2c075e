//! A store in memory whose disk fails once, and that counts what is asked of it.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::ledger::KeyedEntry;
use klantwijzer_core::review::{Override, ReviewChunk, ReviewHeader, ReviewId, ReviewSummary};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::{
    Audit, AuditFilter, AuditLine, BackupInfo, Backups, Batch, CustomerRecords, Decisions, Erased,
    Erasure, Erasures, ImportId, ImportInfo, Imports, KnownCustomer, MemoryStore, Reviews,
    StoreError, Version, Workspaces,
};
use smol_str::SmolStr;

/// No call fails.
const NEVER: u32 = u32::MAX;

/// Passes every call on, but for one that finds the disk full.
pub(crate) struct FailsOnce {
    store: Arc<MemoryStore>,
    /// How often each operation was called, by its name.
    called: Mutex<BTreeMap<&'static str, u32>>,
    /// How many calls go well before the one that fails.
    before: AtomicU32,
}

impl FailsOnce {
    /// Over a store that works.
    pub(crate) fn over(store: Arc<MemoryStore>) -> Self {
        Self { store, called: Mutex::default(), before: AtomicU32::new(NEVER) }
    }

    /// From now on so many calls go well, the next one fails, and all after it go
    /// well again.
    pub(crate) fn fail_after(&self, calls: u32) {
        self.before.store(calls, Ordering::SeqCst);
    }

    /// Takes back what is still to fail; says whether a call failed.
    pub(crate) fn has_failed(&self) -> bool {
        self.before.swap(NEVER, Ordering::SeqCst) == NEVER
    }

    /// How often each operation was called since the last time this was asked.
    pub(crate) fn called(&self) -> BTreeMap<&'static str, u32> {
        std::mem::take(&mut *self.called.lock().unwrap())
    }

    fn call(&self, name: &'static str) -> Result<(), StoreError> {
        *self.called.lock().unwrap().entry(name).or_default() += 1;
        match self.before.load(Ordering::SeqCst) {
            NEVER => Ok(()),
            0 => {
                self.before.store(NEVER, Ordering::SeqCst);
                Err(StoreError::Full)
            }
            left => {
                self.before.store(left - 1, Ordering::SeqCst);
                Ok(())
            }
        }
    }
}

macro_rules! pass_on {
    ($($role:ident { $(fn $name:ident($($argument:ident: $type:ty),*) -> $output:ty;)* })*) => { $(
        #[async_trait]
        impl $role for FailsOnce {
            $(async fn $name(&self, $($argument: $type),*) -> Result<$output, StoreError> {
                self.call(stringify!($name))?;
                self.store.$name($($argument),*).await
            })*
        }
    )* };
}

pass_on! {
    Workspaces {
        fn version(w: WorkspaceId) -> Version;
        fn workspaces() -> Vec<(WorkspaceId, String)>;
        fn save_settings(w: WorkspaceId, name: &str, new: &Settings, from: Option<Version>, audit: &[AuditLine]) -> ();
        fn settings(w: WorkspaceId) -> Option<Settings>;
        fn schedule_deletion(w: WorkspaceId, on: Option<Date>, audit: &[AuditLine]) -> ();
        fn deletions() -> Vec<(WorkspaceId, Date)>;
        fn delete_workspace(w: WorkspaceId) -> ();
    }
    Imports {
        fn next_customer(w: WorkspaceId) -> CustomerNo;
        fn customer_ids(w: WorkspaceId) -> Vec<SmolStr>;
        fn import(w: WorkspaceId, batch: Batch) -> ImportId;
        fn undo(w: WorkspaceId, import: ImportId, at: Timestamp, audit: &[AuditLine]) -> ImportInfo;
        fn imports(w: WorkspaceId) -> Vec<ImportInfo>;
        fn customers(w: WorkspaceId, range: Range<CustomerNo>) -> Vec<KnownCustomer>;
        fn ledger(w: WorkspaceId, range: Range<CustomerNo>) -> Vec<(CustomerNo, KeyedEntry)>;
        fn records_of(w: WorkspaceId, customer: CustomerNo) -> Vec<CustomerRecords>;
    }
    Reviews {
        fn record_review(w: WorkspaceId, new: ReviewHeader, chunks: Vec<Arc<ReviewChunk>>, from: Option<Version>) -> ReviewId;
        fn reviews(w: WorkspaceId) -> Vec<ReviewSummary>;
        fn review(w: WorkspaceId, review: ReviewId) -> Option<ReviewHeader>;
        fn review_chunk(w: WorkspaceId, review: ReviewId, chunk: u32) -> Option<ReviewChunk>;
    }
    Decisions {
        fn set_override(w: WorkspaceId, decision: &Override, audit: &[AuditLine]) -> ();
        fn clear_override(w: WorkspaceId, customer: CustomerNo, audit: &[AuditLine]) -> ();
        fn overrides(w: WorkspaceId) -> Vec<Override>;
    }
    Audit {
        fn note(w: WorkspaceId, audit: &[AuditLine]) -> ();
        fn audit(w: WorkspaceId, filter: &AuditFilter, most: usize) -> Vec<AuditLine>;
        fn forget_audit(w: WorkspaceId, before: Timestamp) -> u64;
    }
    Erasures {
        fn erase(w: WorkspaceId, it: &Erasure, new: Option<&Settings>, audit: &[AuditLine]) -> ();
        fn erased(w: WorkspaceId) -> Vec<(CustomerNo, Erased)>;
    }
    Backups {
        fn backup(out: &mut (dyn Write + Send)) -> BackupInfo;
        fn restore(input: &mut (dyn Read + Send)) -> BackupInfo;
    }
}
