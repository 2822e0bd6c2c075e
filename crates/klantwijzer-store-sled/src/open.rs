//! Opening the store: made where there is none, checked, and cleared of what never became visible.

use std::fs::{self, File};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, RwLock};

use klantwijzer_store::{Result, StoreError};

use super::closing::Handle;
use super::engine::Engine;
use super::failure::{engine_error, folder_error, open_error};
use super::folder::{make_private, open_own, set_bad_snapshot_aside, sync_names};
use super::records::State;
use super::tip::Tip;
use super::{keys, space};

/// The layout that this version writes and reads.
const FORMAT: u8 = 1;

/// Memory for pages, in bytes. Whole portfolios are kept by the reader, so the
/// engine needs no more than what one operation touches.
const CACHE: u64 = 64 << 20;

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
