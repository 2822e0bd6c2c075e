//! Where a workspace's data is kept.
//!
//! [`Store`] is the port, in a few roles: whole operations of the domain, so that
//! an embedded engine and a clustered SQL engine can serve it alike. What engines
//! share stands here as well: [`encoding`], [`archive`] and [`rules`]. For tests
//! there are, with the feature `conformance`, the rules that every store passes, and
//! the store in memory: the plain reference that the others are measured by.

pub mod archive;
mod audit;
mod batch;
#[cfg(any(test, feature = "conformance"))]
pub mod conformance;
pub mod encoding;
mod erasure;
mod error;
pub mod mentions;
mod port;
pub mod rules;

pub use audit::{AuditFilter, AuditLine};
pub use batch::{
    Batch, BatchCounts, BookRow, CustomerRecords, ImportId, ImportInfo, KnownCustomer, Ledger,
};
#[cfg(any(test, feature = "conformance"))]
pub use conformance::memory::MemoryStore;
pub use erasure::{Erased, Erasure};
pub use error::{BackupFlaw, Result, StoreError};
pub use port::{
    Audit, BackupInfo, Backups, Decisions, Erasures, Imports, Reviews, Store, Version, Workspaces,
};
