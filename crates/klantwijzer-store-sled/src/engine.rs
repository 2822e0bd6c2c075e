//! The storage engine: opening it, writing to it, and making writes last.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use klantwijzer_store::{Result, StoreError};
use sled::{Batch, Tree};

use super::closing::Handle;
use super::folder::{make_private, open_own, set_bad_snapshot_aside, sync_names};
use super::head::Head;
use super::keys;
use super::records::{Changes, State};
use super::space;
use super::tip::Tip;

/// The layout that this version writes and reads.
const FORMAT: u8 = 1;

/// Memory for pages, in bytes. Whole portfolios are kept by the reader, so the
/// engine needs no more than what one operation touches.
const CACHE: u64 = 64 << 20;

/// An open engine. Only the commit thread calls what writes.
pub(super) struct Engine {
    pub(super) folder: PathBuf,
    /// Records: few and changing. One batch on this tree is what makes a
    /// change visible.
    pub(super) records: Tree,
    /// Blocks: many, written once.
    pub(super) blocks: Tree,
    /// An own handle to the engine's file, for syncing it.
    file: File,
    tip: Tip,
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
    db: Handle,
}

impl Engine {
    /// Opens the store in a folder; makes an empty one where there is none. On a
    /// full disk it uses up the reserve.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let opened = match Self::try_open(folder) {
            Err(StoreError::Full) if space::release(folder) => Self::try_open(folder),
            opened => opened,
        };
        if opened.is_ok()
            && let Err(error) = space::reserve(folder)
        {
            // Reading needs none, and every write sees to it again.
            tracing::warn!(%error, "there is no room for a reserve");
        }
        opened
    }

    fn try_open(folder: &Path) -> Result<Self> {
        let home = folder.join("sled");
        let prepared = make_private(&home).and_then(|()| remove_unfinished(&home));
        prepared.map_err(|error| folder_error(folder, &error))?;
        let opened = caught(|| Self::start(folder, &home));
        if !matches!(opened, Err(StoreError::Damaged(_))) {
            return opened;
        }
        match set_bad_snapshot_aside(&home) {
            Ok(true) => caught(|| {
                let engine = Self::start(folder, &home)?;
                engine.read_all()?;
                Ok(engine)
            }),
            Ok(false) => opened,
            Err(error) => Err(folder_error(folder, &error)),
        }
    }

    fn start(folder: &Path, home: &Path) -> Result<Self> {
        let config = sled::Config::new().path(home).cache_capacity(CACHE);
        let db = Handle::new(config.open().map_err(|error| open_error(folder, error))?);
        let tree = |name| db.open_tree(name).map_err(engine_error);
        let in_folder = |error: io::Error| folder_error(folder, &error);
        let engine = Self {
            folder: folder.to_owned(),
            records: tree("records")?,
            blocks: tree("blocks")?,
            file: open_own(&home.join("db"), File::options().write(true)).map_err(in_folder)?,
            tip: Tip::open(&folder.join("tip")).map_err(in_folder)?,
            heads: RwLock::default(),
            restoring: AtomicBool::new(false),
            copying: Arc::default(),
            reading: RwLock::default(),
            flip: Mutex::default(),
            db,
        };
        engine.clear_restoring()?;
        engine.check()?;
        engine.clear_staged()?;
        engine.clear_undone()?;
        engine.clear_gone()?;
        engine.sync()?;
        sync_names(home).and_then(|()| sync_names(folder)).map_err(in_folder)?;
        Ok(engine)
    }

    /// Checks that this version can read the store and that nothing of it is
    /// gone.
    fn check(&self) -> Result<()> {
        let State { commits, checksum } = self.state()?;
        let acknowledged = self.tip.read().map_err(|error| folder_error(&self.folder, &error))?;
        if commits < acknowledged {
            let lost = acknowledged - commits;
            return Err(StoreError::Damaged(format!("the last {lost} changes are missing")));
        }
        if checksum != self.checksum()? {
            return Err(StoreError::Damaged("the records do not match their checksum".to_owned()));
        }
        match self.records.get(keys::FORMAT).map_err(engine_error)?.as_deref() {
            Some([FORMAT]) => Ok(()),
            Some([found]) if *found > FORMAT => {
                Err(StoreError::Newer { found: *found, known: FORMAT })
            }
            None if self.records.is_empty() && self.blocks.is_empty() => {
                self.records.insert(keys::FORMAT, &[FORMAT]).map_err(engine_error)?;
                Ok(())
            }
            _ => Err(StoreError::Damaged("it does not say how it is laid out".to_owned())),
        }
    }

    /// Makes a change of records visible and lasting, whole or not at all, as
    /// the commit with this number.
    pub(super) fn commit(&self, changes: Changes, number: u64) -> Result<()> {
        self.change(changes, number)?;
        self.sync()?;
        self.acknowledge(number)
    }

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

/// The engine panics on some kinds of damage.
fn caught<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    let done = catch_unwind(AssertUnwindSafe(work));
    done.unwrap_or_else(|_| Err(StoreError::Damaged("the engine cannot read it".to_owned())))
}

/// Removes snapshots that the engine did not finish. It takes the newest one by
/// name, finished or not, and refuses to open when it is cut off: so a process
/// that ends while it opens the store, or a full disk, would be the end of it.
/// The one before is still there, and the log holds what came after.
fn remove_unfinished(home: &Path) -> io::Result<()> {
    for entry in fs::read_dir(home)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "generating") {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// What the system says of a folder or a file in it.
pub(super) fn folder_error(folder: &Path, error: &io::Error) -> StoreError {
    if is_full(error.kind()) {
        return StoreError::Full;
    }
    StoreError::Unreachable { place: folder.display().to_string(), reason: error.to_string() }
}

/// What the engine says when it is opened.
fn open_error(folder: &Path, error: sled::Error) -> StoreError {
    match error {
        sled::Error::Io(error) if error.to_string().contains("could not acquire lock") => {
            StoreError::InUse(folder.display().to_string())
        }
        sled::Error::Io(error) if error.kind() == ErrorKind::UnexpectedEof => io_error(&error),
        sled::Error::Io(error) => folder_error(folder, &error),
        other => engine_error(other),
    }
}

/// What the engine says.
pub(super) fn engine_error(error: sled::Error) -> StoreError {
    match error {
        sled::Error::Io(error) => io_error(&error),
        sled::Error::Corruption { .. } => {
            StoreError::Damaged("the engine found a wrong checksum".to_owned())
        }
        other => StoreError::Unavailable(other.to_string()),
    }
}

/// What the system says while the store is open.
pub(super) fn io_error(error: &io::Error) -> StoreError {
    match error.kind() {
        kind if is_full(kind) => StoreError::Full,
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData => {
            StoreError::Damaged("the engine's file is cut off".to_owned())
        }
        _ => StoreError::Unavailable(error.to_string()),
    }
}

fn is_full(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge)
}
