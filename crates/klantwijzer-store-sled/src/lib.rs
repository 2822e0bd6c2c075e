//! The embedded store of Klantwijzer: sled, by its rules.
//!
//! It implements the port of `klantwijzer-store`, each role beside what it needs,
//! and passes its conformance suite.
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
mod closing;
mod commit;
mod deletion;
mod draft;
mod engine;
mod erasure;
mod failure;
mod folder;
mod gone;
mod head;
mod heads;
mod ids;
mod imports;
mod keys;
mod layers;
mod open;
mod pieces;
mod records;
mod reviews;
mod settings;
mod space;
mod staging;
mod tip;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::Result;

use self::commit::Committer;
use self::engine::Engine;
use self::failure::folder_error;
use self::head::Head;

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
    pub fn open(folder: &Path) -> Result<Self> {
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
    pub fn set_aside(folder: &Path) -> Result<PathBuf> {
        let _lock = folder::patiently(|| thread::sleep(folder::PAUSE), || folder::lock(folder))?;
        folder::set_aside(folder).map_err(|error| folder_error(folder, &error))
    }

    /// Puts data that was set aside back in its place, where the backup could not be
    /// restored after all. What stands there meanwhile goes.
    pub fn put_back(folder: &Path, aside: &Path) -> Result<()> {
        let _lock = folder::patiently(|| thread::sleep(folder::PAUSE), || folder::lock(folder))?;
        folder::put_back(folder, aside).map_err(|error| folder_error(folder, &error))
    }

    /// The folders within a data folder in which data was set aside, by name.
    pub fn aside_in(folder: &Path) -> Result<Vec<PathBuf>> {
        folder::aside_in(folder).map_err(|error| folder_error(folder, &error))
    }

    /// Reads a backup through without restoring it; an error says why it cannot be.
    pub fn check_backup(input: &mut (dyn Read + Send)) -> Result<()> {
        backup::check(input)
    }

    /// Reads everything there is; an error says what is damaged.
    pub fn check(&self) -> Result<()> {
        self.commits.read(Engine::read_all)
    }

    /// What is known of a workspace.
    fn head(&self, workspace: WorkspaceId) -> Result<Arc<Head>> {
        self.commits.read(|engine| engine.head(workspace))
    }
}
