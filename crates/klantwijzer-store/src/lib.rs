//! Where a workspace's data is kept.
//!
//! [`Store`] is the port: whole operations of the domain, so that an embedded
//! engine and a clustered SQL engine can serve it alike. [`conformance`] holds
//! the rules that every store passes. [`SledStore`] is the embedded one, and
//! [`MemoryStore`] the plain reference that the others are measured by.

mod archive;
mod audit;
mod batch;
pub mod conformance;
mod embedded;
mod encoding;
mod erasure;
mod error;
#[cfg(test)]
mod golden;
mod memory;
mod port;
mod rules;

pub use audit::{AuditFilter, AuditLine};
pub use batch::{
    Batch, BatchCounts, BookRow, CustomerRecords, ImportId, ImportInfo, KnownCustomer,
};
pub use embedded::{Contents, SledStore};
pub use erasure::{Erased, Erasure};
pub use error::StoreError;
pub use memory::MemoryStore;
pub use port::{BackupInfo, Store};
