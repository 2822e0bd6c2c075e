//! Room on the disk.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use klantwijzer_store::{Result, StoreError};
use rustix::fs::FallocateFlags;
use rustix::io::Errno;

use super::failure::folder_error;
use super::folder::open_own;

/// Room that stays free for the engine's own bookkeeping.
const MARGIN: u64 = 8 << 20;

/// How many bytes the engine writes for one, at most: pages are rewritten when
/// they grow and split.
const AMPLIFICATION: u64 = 4;

/// Room that is kept for opening the store on a disk that is full: the engine
/// writes when it opens.
const RESERVE: u64 = 4 << 20;

/// Refuses to begin what the disk has no room for. The engine cannot go on
/// after a failed write, so this comes first; where the system does not say how
/// much room there is, the engine's own error decides.
pub(super) fn check(folder: &Path, bytes: u64) -> Result<()> {
    if let Ok(disk) = rustix::fs::statvfs(folder) {
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        let needed = bytes.saturating_mul(AMPLIFICATION).saturating_add(MARGIN);
        if free < needed {
            return Err(StoreError::Full);
        }
    }
    reserve(folder).map_err(|error| folder_error(folder, &error))
}

/// Sees to it that there is a reserve.
pub(super) fn reserve(folder: &Path) -> io::Result<()> {
    let path = folder.join("reserve");
    if fs::symlink_metadata(&path).is_ok_and(|reserve| reserve.len() == RESERVE) {
        return Ok(());
    }
    let made = take_room(&path);
    if made.is_err() {
        // A part of it helps nobody.
        fs::remove_file(&path)?;
    }
    made
}

fn take_room(path: &Path) -> io::Result<()> {
    let mut options = File::options();
    let mut file = open_own(path, options.write(true).create(true).truncate(true))?;
    match rustix::fs::fallocate(&file, FallocateFlags::empty(), 0, RESERVE) {
        Err(Errno::OPNOTSUPP | Errno::NOSYS) => file.write_all(&vec![0; RESERVE as usize])?,
        done => done?,
    }
    file.sync_all()
}

/// Gives the reserve up; returns whether there was one.
pub(super) fn release(folder: &Path) -> bool {
    fs::remove_file(folder.join("reserve")).is_ok()
}
