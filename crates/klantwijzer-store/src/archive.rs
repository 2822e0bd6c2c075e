//! The form of a backup: sections, each with a checksum, and a last one that
//! tells how many there were.

use std::io::{self, ErrorKind, Read, Write};

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::{BackupFlaw, Result, StoreError};

/// What every backup begins with: what it is, then the version of the form.
const MAGIC: [u8; 16] = *b"klantwijzer\0save";
const VERSION: u8 = 1;

/// The most bytes of one section.
const MOST: u32 = 256 << 20;

/// What the sections hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Contents {
    /// Keys and values of the embedded store.
    Embedded = 1,
    /// All of a store in memory.
    Memory = 2,
}

/// Writes a backup.
pub struct ArchiveWriter<'a> {
    out: &'a mut (dyn Write + Send),
    all: Xxh3,
    sections: u64,
    bytes: u64,
}

impl<'a> ArchiveWriter<'a> {
    /// Begins a backup.
    pub fn new(out: &'a mut (dyn Write + Send), contents: Contents) -> Result<Self> {
        let mut writer = Self { out, all: Xxh3::new(), sections: 0, bytes: 0 };
        writer.put(&MAGIC)?;
        writer.put(&[VERSION, contents as u8])?;
        Ok(writer)
    }

    /// Writes a section; an empty one is left out.
    pub fn section(&mut self, payload: &[u8]) -> Result<()> {
        let length = u32::try_from(payload.len()).ok().filter(|length| *length <= MOST);
        let length =
            length.ok_or_else(|| StoreError::BackupFailed("a section is too long".to_owned()))?;
        if length == 0 {
            return Ok(());
        }
        let checksum = xxh3_64(payload).to_le_bytes();
        self.all.update(&checksum);
        self.sections += 1;
        self.put(&length.to_le_bytes())?;
        self.put(&checksum)?;
        self.put(payload)
    }

    /// Writes the end; returns how many bytes the backup has.
    pub fn finish(mut self) -> Result<u64> {
        self.put(&0_u32.to_le_bytes())?;
        self.put(&self.all.digest().to_le_bytes())?;
        self.put(&self.sections.to_le_bytes())?;
        self.out.flush().map_err(|error| failed(&error))?;
        Ok(self.bytes)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.bytes += bytes.len() as u64;
        self.out.write_all(bytes).map_err(|error| failed(&error))
    }
}

fn failed(error: &io::Error) -> StoreError {
    StoreError::BackupFailed(error.to_string())
}

/// Reads a backup.
pub struct ArchiveReader<'a> {
    input: &'a mut (dyn Read + Send),
    all: Xxh3,
    sections: u64,
    bytes: u64,
}

impl<'a> ArchiveReader<'a> {
    /// Begins to read a backup with these contents.
    pub fn new(input: &'a mut (dyn Read + Send), contents: Contents) -> Result<Self> {
        let mut reader = Self { input, all: Xxh3::new(), sections: 0, bytes: 0 };
        if reader.take().ok() != Some(MAGIC) {
            return bad(BackupFlaw::NoBackup);
        }
        let [version, found] = reader.take()?;
        if version > VERSION {
            return Err(StoreError::Newer { found: version, known: VERSION });
        }
        if version != VERSION || found != contents as u8 {
            return bad(BackupFlaw::OtherStore);
        }
        Ok(reader)
    }

    /// The next section; `None` after the last, when everything was there.
    pub fn section(&mut self) -> Result<Option<Vec<u8>>> {
        let length = u32::from_le_bytes(self.take()?);
        let checksum: [u8; 8] = self.take()?;
        if length == 0 {
            return self.end(checksum).map(|()| None);
        }
        if length > MOST {
            return bad(BackupFlaw::Changed);
        }
        // Grows with what is really there, not with what the length claims.
        let mut payload = Vec::new();
        let read = (&mut self.input).take(u64::from(length)).read_to_end(&mut payload);
        read.map_err(|error| unreadable(&error))?;
        if payload.len() < length as usize {
            return bad(BackupFlaw::CutOff);
        }
        if xxh3_64(&payload).to_le_bytes() != checksum {
            return bad(BackupFlaw::Changed);
        }
        self.all.update(&checksum);
        self.sections += 1;
        self.bytes += u64::from(length);
        Ok(Some(payload))
    }

    /// How many bytes were read.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    fn end(&mut self, checksum: [u8; 8]) -> Result<()> {
        let sections = u64::from_le_bytes(self.take()?);
        if checksum != self.all.digest().to_le_bytes() || sections != self.sections {
            return bad(BackupFlaw::Changed);
        }
        match self.take::<1>() {
            Err(_) => Ok(()),
            Ok(_) => bad(BackupFlaw::Changed),
        }
    }

    fn take<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH]> {
        let mut bytes = [0; LENGTH];
        self.input.read_exact(&mut bytes).map_err(|error| unreadable(&error))?;
        self.bytes += LENGTH as u64;
        Ok(bytes)
    }
}

fn unreadable(error: &io::Error) -> StoreError {
    StoreError::BadBackup(match error.kind() {
        ErrorKind::UnexpectedEof => BackupFlaw::CutOff,
        _ => BackupFlaw::Unreadable(error.to_string()),
    })
}

fn bad<T>(flaw: BackupFlaw) -> Result<T> {
    Err(StoreError::BadBackup(flaw))
}
