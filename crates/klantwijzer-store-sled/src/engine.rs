//! The storage engine, and what makes writes to it last.

use std::collections::HashMap;
use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use klantwijzer_store::{Result, StoreError};
use sled::{Batch, Tree};

use super::closing::Handle;
use super::failure::{engine_error, io_error};
use super::head::Head;
use super::tip::Tip;

/// An open engine. Only the commit thread calls what writes.
pub(super) struct Engine {
    pub(super) folder: PathBuf,
    /// Records: few and changing. One batch on this tree is what makes a
    /// change visible.
    pub(super) records: Tree,
    /// Blocks: many, written once.
    pub(super) blocks: Tree,
    /// An own handle to the engine's file, for syncing it.
    pub(super) file: File,
    pub(super) tip: Tip,
    /// What is known of workspaces that were used, by number.
    pub(super) heads: RwLock<HashMap<u64, Arc<Head>>>,
    /// A backup is being restored: nobody sees or changes anything.
    pub(super) restoring: AtomicBool,
    /// Held once more by each backup that is being written: what it needs is not
    /// cleared away before it lets go.
    pub(super) copying: Arc<()>,
    /// Held for reading while blocks are read, and for writing while blocks that
    /// somebody could be reading change or go.
    pub(super) reading: RwLock<()>,
    /// Held while records change, and while a head is read from them.
    pub(super) flip: Mutex<()>,
    /// Dropped last: the engine is closed with it.
    pub(super) db: Handle,
}

impl Engine {
    /// The error that the engine met in the background, after which it does
    /// nothing more.
    pub(super) fn gave_up(&self) -> Option<StoreError> {
        self.db.context.global_error().err().map(engine_error)
    }

    /// Remembers that this commit is going to be acknowledged.
    pub(super) fn acknowledge(&self, number: u64) -> Result<()> {
        self.tip.write(number).map_err(|error| io_error(&error))
    }

    /// Whether a backup is being written.
    pub(super) fn is_copied(&self) -> bool {
        Arc::strong_count(&self.copying) > 1
    }

    /// Keeps the blocks as they are while somebody reads them.
    pub(super) fn read_blocks(&self) -> RwLockReadGuard<'_, ()> {
        self.reading.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes everything written so far last through a loss of power. The
    /// engine's own flush hands the data to the disk without waiting for the
    /// disk to keep it.
    pub(super) fn sync(&self) -> Result<()> {
        self.db.flush().map_err(engine_error)?;
        self.file.sync_data().map_err(|error| io_error(&error))
    }
}

/// Writes a batch, all or nothing; it lasts after the next [`Engine::sync`].
pub(super) fn write(tree: &Tree, batch: Batch) -> Result<()> {
    tree.apply_batch(batch).map_err(engine_error)
}
