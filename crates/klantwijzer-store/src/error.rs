//! What can go wrong with a store.

use thiserror::Error;

/// What a store gives, or what went wrong with it.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// What went wrong with a store. Nothing that was acknowledged before is lost.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another process has the store open.
    #[error("the data in {0} is in use by another Klantwijzer; stop that one or choose another")]
    InUse(String),
    /// The store cannot be opened or made.
    #[error("the data in {place} cannot be used: {reason}")]
    Unreachable {
        /// The folder or address.
        place: String,
        /// The system's reason.
        reason: String,
    },
    /// There is no room. The operation was not done.
    #[error("the disk is full: nothing of this was stored; make room and try again")]
    Full,
    /// What was read is not what was written.
    #[error("the stored data is damaged: {0}; restore the last backup")]
    Damaged(String),
    /// The data was written by a newer version.
    #[error(
        "the data was written by a newer version ({found}) than this one knows ({known}); update Klantwijzer"
    )]
    Newer {
        /// The version found.
        found: u8,
        /// The newest version that is known.
        known: u8,
    },
    /// Somebody else changed the workspace in the meantime. The operation was
    /// not done.
    #[error("the workspace changed in the meantime; nothing of this was stored, try again")]
    Conflict,
    /// There is no import with this number, or it was undone before.
    #[error("there is no import {0} that can be undone")]
    NoSuchImport(u32),
    /// What was handed over breaks a rule of the port or is larger than can be
    /// kept. The operation was not done.
    #[error("this cannot be stored: {0}")]
    Refused(String),
    /// The file is no backup, or not a whole one. Nothing of it was restored.
    #[error("the backup cannot be used: {0}; nothing was restored, choose another backup")]
    BadBackup(BackupFlaw),
    /// The backup could not be written whole. The store is as it was.
    #[error("the backup could not be written: {0}; do not keep this file, make room and try again")]
    BackupFailed(String),
    /// The store does not answer, or not as it should. The operation was not done.
    #[error("the store failed: {0}")]
    Unavailable(String),
}

/// Why a file is no backup that can be restored.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BackupFlaw {
    /// It is some other file.
    #[error("it is no backup of Klantwijzer")]
    NoBackup,
    /// It is a backup of a store that keeps its data otherwise.
    #[error("it comes from another kind of store")]
    OtherStore,
    /// Its end is missing.
    #[error("it is cut off")]
    CutOff,
    /// It is not as it was written.
    #[error("it has been changed")]
    Changed,
    /// The system cannot read it, for this reason.
    #[error("it cannot be read ({0})")]
    Unreadable(String),
}
