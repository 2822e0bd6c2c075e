//! What the system and the engine say, in the words of the store.

use std::io::{self, ErrorKind};
use std::path::Path;

use klantwijzer_store::StoreError;

/// What the system says of a folder or a file in it.
pub(super) fn folder_error(folder: &Path, error: &io::Error) -> StoreError {
    if is_full(error.kind()) {
        return StoreError::Full;
    }
    StoreError::Unreachable { place: folder.display().to_string(), reason: error.to_string() }
}

/// What the engine says when it is opened.
pub(super) fn open_error(folder: &Path, error: sled::Error) -> StoreError {
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
