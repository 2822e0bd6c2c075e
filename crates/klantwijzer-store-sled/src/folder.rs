//! The data folder: made for its owner alone, locked, and with files of its own.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use klantwijzer_store::{Result, StoreError};
use rustix::fs::OFlags;
use rustix::io::Errno;

use crate::failure::folder_error;

/// How often, and how long apart, a folder is tried that is in use. A process
/// that is killed while it starts another one leaves its locks to that child
/// until the child has become the other program (seen after 2 of 766 kills):
/// milliseconds, or as long as a busy machine lets it wait. A second is ample for
/// it, and bearable where the folder really is in use.
const TRIES: u32 = 20;
pub(crate) const PAUSE: Duration = Duration::from_millis(50);

/// Does what needs the folder alone. Between two tries it pauses.
pub(crate) fn patiently<T>(
    mut pause: impl FnMut(),
    mut work: impl FnMut() -> Result<T>,
) -> Result<T> {
    for _ in 1..TRIES {
        match work() {
            Err(StoreError::InUse(_)) => pause(),
            done => return done,
        }
    }
    work()
}

/// The lock of a folder, held until the file is closed.
pub(crate) fn lock(folder: &Path) -> Result<File> {
    let in_folder = |error| folder_error(folder, &error);
    let mut options = File::options();
    options.write(true).create(true).truncate(false);
    let lock = open_own(&folder.join("lock"), &mut options).map_err(in_folder)?;
    lock.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => StoreError::InUse(folder.display().to_string()),
        TryLockError::Error(error) => in_folder(error),
    })?;
    Ok(lock)
}

/// Opens one of the store's own files, for its owner alone where it is new. A link
/// that lies there is not followed: it would have the store write elsewhere.
pub(crate) fn open_own(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    options.mode(0o600).custom_flags(OFlags::NOFOLLOW.bits().cast_signed());
    options.open(path).map_err(|error| {
        if error.raw_os_error() == Some(Errno::LOOP.raw_os_error()) {
            let name = path.file_name().unwrap_or_default().display();
            return io::Error::other(format!("{name} is a link; remove it"));
        }
        error
    })
}

/// Makes a folder that only its owner can read: it holds customers' data.
pub(crate) fn make_private(folder: &Path) -> io::Result<()> {
    make_lasting(folder, sync_folder)
}

/// A folder is found through the names in the folders above it, so those are
/// synced as well: its own name's, and that of each that had to be made.
fn make_lasting(folder: &Path, sync: impl Fn(&Path) -> io::Result<()>) -> io::Result<()> {
    let above = |of: &Path| match of.parent() {
        Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
        Some(parent) => parent.to_owned(),
        None => of.to_owned(),
    };
    let missing = folder.ancestors().filter(|it| !it.as_os_str().is_empty());
    let missing: Vec<&Path> = missing.take_while(|it| !it.exists()).collect();
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    if missing.is_empty() {
        // Who made it did this as well, unless the process ended right then. It
        // may lie in a folder that its owner cannot read.
        return sync(&above(folder)).or_else(|error| match error.kind() {
            io::ErrorKind::PermissionDenied => Ok(()),
            _ => Err(error),
        });
    }
    missing.into_iter().rev().try_for_each(|made| sync(&above(made)))
}

/// Makes the names in a folder last.
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Makes the names in a folder last, and what lies in its small files.
pub(crate) fn sync_names(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            File::open(entry.path())?.sync_all()?;
        }
    }
    sync_folder(folder)
}

/// Puts what a folder holds of a store in a new folder within it, from which it
/// can be taken again by hand. Returns that folder.
pub(crate) fn set_aside(folder: &Path) -> io::Result<PathBuf> {
    let mut number = 1;
    let aside = loop {
        let aside = folder.join(format!("{ASIDE}{number}"));
        match DirBuilder::new().mode(0o700).create(&aside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            made => break made.map(|()| aside)?,
        }
    };
    // The engine first: without it a tip that is left says that data is missing.
    for name in ["sled", "tip"] {
        if_there(fs::rename(folder.join(name), aside.join(name)))?;
    }
    sync_folder(&aside)?;
    sync_folder(folder)?;
    Ok(aside)
}

/// Puts what was set aside back in the place of what is there now.
pub(crate) fn put_back(folder: &Path, aside: &Path) -> io::Result<()> {
    if_there(fs::remove_dir_all(folder.join("sled")))?;
    if_there(fs::remove_file(folder.join("tip")))?;
    // The engine last: a tip without it says that data is missing.
    for name in ["tip", "sled"] {
        if_there(fs::rename(aside.join(name), folder.join(name)))?;
    }
    fs::remove_dir(aside)?;
    sync_folder(folder)
}

fn if_there(done: io::Result<()>) -> io::Result<()> {
    done.or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })
}

/// What the names of folders begin with in which data was set aside.
const ASIDE: &str = "set-aside-";

/// The folders within a folder in which data was set aside, by name.
pub(crate) fn aside_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let named = entry.file_name().as_encoded_bytes().starts_with(ASIDE.as_bytes());
        if named && entry.file_type()?.is_dir() {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Puts the engine's newest snapshot aside where it does not match its own
/// checksum; returns whether it did. The engine would give up all of the store for
/// it, and needs none: the log holds everything. Whether that is so is for the
/// tip and the checksums of records and blocks to say.
pub(crate) fn set_bad_snapshot_aside(home: &Path) -> io::Result<bool> {
    let mut snapshots = Vec::new();
    for entry in fs::read_dir(home)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(SNAPSHOT)) {
            snapshots.push(path);
        }
    }
    let Some(newest) = snapshots.into_iter().max() else {
        return Ok(false);
    };
    if is_whole(&fs::read(&newest)?) {
        return Ok(false);
    }
    let name = newest.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
    fs::rename(&newest, home.join(format!("damaged-{name}")))?;
    tracing::warn!("{name} is damaged and was set aside; reading the whole log");
    Ok(true)
}

/// What the names of the engine's snapshots begin with.
const SNAPSHOT: &[u8] = b"snap.";

/// Whether a snapshot is as the engine wrote it: behind its content come the
/// length (8 bytes) and a checksum of the content (4 bytes, little-endian).
fn is_whole(snapshot: &[u8]) -> bool {
    snapshot.split_last_chunk::<12>().is_some_and(|(content, end)| {
        !content.is_empty() && end[8..] == crc32fast::hash(content).to_le_bytes()
    })
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};

    use super::*;

    #[test]
    fn a_lock_that_is_given_up_meanwhile_is_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        for (pauses, opens) in [(0, true), (1, true), (TRIES - 1, true), (u32::MAX, false)] {
            // As a child holds it, between being started and being another program.
            let held = RefCell::new(Some(lock(folder.path()).expect("nobody holds it")));
            let left = Cell::new(pauses);
            let pause = || match left.get().checked_sub(1) {
                Some(0) | None => drop(held.take()),
                Some(fewer) => left.set(fewer),
            };
            if pauses == 0 {
                held.take();
            }
            let locked = patiently(pause, || lock(folder.path()));
            match locked {
                Ok(_) => assert!(opens, "{pauses}"),
                Err(StoreError::InUse(_)) => assert!(!opens, "{pauses}"),
                Err(error) => panic!("{error}"),
            }
        }
    }

    #[test]
    fn every_folder_that_gains_a_name_is_synced_after_it() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("a/b/data");
        let synced = |folder: &Path| {
            let synced = RefCell::new(Vec::new());
            let sync = |above: &Path| {
                assert!(folder.is_dir(), "synced too early");
                synced.borrow_mut().push(above.to_owned());
                Ok(())
            };
            make_lasting(folder, sync).expect("made");
            synced.into_inner()
        };
        let expected = [home.path().to_owned(), home.path().join("a"), home.path().join("a/b")];
        assert_eq!(synced(&folder), expected);
        assert_eq!(synced(&folder), expected[2..], "who made it may have been stopped");
        assert_eq!(synced(Path::new("src")), [Path::new(".")]);
    }
}
