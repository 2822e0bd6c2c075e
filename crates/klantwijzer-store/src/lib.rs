//! Where a workspace's data is kept.
//!
//! [`Store`] is the port, in a few roles: whole operations of the domain, so that
//! an embedded engine and a clustered SQL engine can serve it alike. [`conformance`] holds
//! the rules that every store passes, and [`MemoryStore`] is the plain reference
//! that the others are measured by. What engines share stands here as well:
//! [`encoding`], [`archive`] and [`rules`].

pub mod archive;
mod audit;
mod batch;
pub mod conformance;
pub mod encoding;
mod erasure;
mod error;
mod memory;
pub mod mentions;
mod port;
pub mod rules;

pub use audit::{AuditFilter, AuditLine};
pub use batch::{
    Batch, BatchCounts, BookRow, CustomerRecords, ImportId, ImportInfo, KnownCustomer,
};
pub use erasure::{Erased, Erasure};
pub use error::StoreError;
pub use memory::MemoryStore;
pub use port::{
    Audit, BackupInfo, Backups, Decisions, Erasures, Imports, Reviews, Store, Version, Workspaces,
};
