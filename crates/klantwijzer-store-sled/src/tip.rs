//! How far the store had come at the last acknowledgement.
//!
//! The engine recovers what it can read and drops a torn end without a word.
//! The number kept here tells whether something that was acknowledged is gone.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

use xxhash_rust::xxh3::xxh3_64;

use crate::folder::open_own;

/// Two places are written in turn, so that one is whole at any moment.
const PLACES: u64 = 2;

/// Each place has a disk sector of its own.
const SECTOR: u64 = 4096;

/// Number and checksum.
const LENGTH: usize = 16;

pub(super) struct Tip {
    file: File,
}

impl Tip {
    /// Opens the file, or makes it.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        let file = open_own(path, &mut options)?;
        if file.metadata()?.len() < PLACES * SECTOR {
            file.set_len(PLACES * SECTOR)?;
            file.sync_all()?;
        }
        Ok(Self { file })
    }

    /// The highest number written; 0 before the first.
    pub(super) fn read(&self) -> io::Result<u64> {
        let mut highest = 0;
        for place in 0..PLACES {
            let mut bytes = [0; LENGTH];
            self.file.read_exact_at(&mut bytes, place * SECTOR)?;
            let ([number, checksum], _) = bytes.as_chunks::<8>() else { continue };
            if *checksum == xxh3_64(number).to_le_bytes() {
                highest = highest.max(u64::from_le_bytes(*number));
            }
        }
        Ok(highest)
    }

    /// Writes a number, durable.
    pub(super) fn write(&self, number: u64) -> io::Result<()> {
        let mut bytes = [0; LENGTH];
        bytes[..8].copy_from_slice(&number.to_le_bytes());
        bytes[8..].copy_from_slice(&xxh3_64(&number.to_le_bytes()).to_le_bytes());
        self.file.write_all_at(&bytes, number % PLACES * SECTOR)?;
        self.file.sync_data()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_whole_number_counts() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("tip");
        assert_eq!(Tip::open(&path)?.read()?, 0);
        let tip = Tip::open(&path)?;
        for number in 1..=5 {
            tip.write(number)?;
            assert_eq!(Tip::open(&path)?.read()?, number);
        }
        // A torn write of the fifth leaves the fourth.
        tip.file.write_all_at(&[0xff; 3], SECTOR)?;
        assert_eq!(tip.read()?, 4);
        Ok(())
    }
}
