//! The tree of records: what changes, and a checksum over all of it.
//!
//! The engine drops what it cannot read of its log without a word. So every
//! change of records carries on a checksum over all of them, and opening the
//! store compares it.

use std::collections::BTreeMap;

use klantwijzer_store::{Result, StoreError};
use sled::{Batch, Tree};
use xxhash_rust::xxh3::Xxh3;

use super::engine::{Engine, write};
use super::failure::engine_error;
use super::keys;
use super::pieces;

/// Records that change together: a new value, or none, by key.
#[derive(Debug, Default)]
pub(super) struct Changes(BTreeMap<Vec<u8>, Option<Vec<u8>>>);

impl Changes {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many bytes all new values have together.
    pub(super) fn size(&self) -> usize {
        self.0.values().flatten().map(Vec::len).sum()
    }

    /// Puts a short value.
    pub(super) fn insert(&mut self, key: Vec<u8>, value: &[u8]) {
        self.0.insert(key, Some(value.to_vec()));
    }

    /// Takes a value away, whatever its pieces.
    pub(super) fn remove(&mut self, tree: &Tree, key: &[u8]) -> Result<()> {
        for piece in tree.scan_prefix(key).keys() {
            self.0.insert(piece.map_err(engine_error)?.to_vec(), None);
        }
        Ok(())
    }

    /// Puts a value of any length in the place of the one before.
    pub(super) fn put(&mut self, tree: &Tree, key: &[u8], value: &[u8]) -> Result<()> {
        self.remove(tree, key)?;
        for (piece, part) in pieces::cut(key, value)? {
            self.0.insert(piece, Some(part.to_vec()));
        }
        Ok(())
    }
}

/// How many changes there were, and the checksum over all records after them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct State {
    pub(super) commits: u64,
    pub(super) checksum: u64,
}

impl Engine {
    /// The state that the last change left.
    pub(super) fn state(&self) -> Result<State> {
        let found = self.records.get(keys::STATE).map_err(engine_error)?;
        let Some(bytes) = found else {
            return Ok(State::default());
        };
        let wrong = || StoreError::Damaged("the count of changes is cut off".to_owned());
        let (commits, rest) = bytes.split_first_chunk().ok_or_else(wrong)?;
        let checksum = rest.try_into().map_err(|_| wrong())?;
        Ok(State { commits: u64::from_be_bytes(*commits), checksum: u64::from_be_bytes(checksum) })
    }

    /// Makes a change of records visible and lasting, whole or not at all, as
    /// the commit with this number.
    pub(super) fn commit(&self, changes: Changes, number: u64) -> Result<()> {
        self.change(changes, number)?;
        self.sync()?;
        self.acknowledge(number)
    }

    /// Changes records, all or none, and with them the state.
    pub(super) fn change(&self, changes: Changes, commits: u64) -> Result<()> {
        let mut checksum = self.state()?.checksum;
        let mut batch = Batch::default();
        for (key, value) in changes.0 {
            if let Some(before) = self.records.get(&key).map_err(engine_error)? {
                checksum ^= record_checksum(&key, &before);
            }
            match value {
                Some(value) => {
                    checksum ^= record_checksum(&key, &value);
                    batch.insert(key, value);
                }
                None => batch.remove(key),
            }
        }
        batch.insert(&keys::STATE, State { commits, checksum }.bytes());
        write(&self.records, batch)
    }

    /// The checksum over all records, as they are.
    pub(super) fn checksum(&self) -> Result<u64> {
        self.records.iter().try_fold(0, |all, found| {
            let (key, value) = found.map_err(engine_error)?;
            Ok(all ^ record_checksum(&key, &value))
        })
    }
}

impl State {
    pub(super) fn bytes(self) -> Vec<u8> {
        [self.commits.to_be_bytes(), self.checksum.to_be_bytes()].concat()
    }
}

/// A record's share of the checksum; the store's own bookkeeping has none.
fn record_checksum(key: &[u8], value: &[u8]) -> u64 {
    if keys::is_global(key) {
        return 0;
    }
    let mut hash = Xxh3::with_seed(key.len() as u64);
    hash.update(key);
    hash.update(value);
    hash.digest()
}

#[cfg(test)]
mod tests {
    use klantwijzer_core::workspace::WorkspaceId;

    use super::super::keys::Record;
    use super::*;

    /// Loses or changes a record behind the engine's back.
    fn opens_after(harm: impl FnOnce(&Tree, &[u8])) -> Result<()> {
        let folder = tempfile::tempdir().expect("a folder");
        let key = Record::Override.key(WorkspaceId::guild(1), 7);
        {
            let engine = Engine::open(folder.path())?;
            for (number, value) in (1..).zip([&b"first"[..], &[3; 13_000], b"third"]) {
                let mut changes = Changes::default();
                changes.put(&engine.records, &key, value)?;
                engine.commit(changes, number)?;
            }
            harm(&engine.records, &key);
            engine.sync()?;
        }
        Engine::open(folder.path()).map(|_| ())
    }

    #[test]
    fn a_record_that_is_lost_or_changed_is_noticed() {
        assert!(opens_after(|_, _| ()).is_ok());
        let lost = opens_after(|records, key| {
            for piece in records.scan_prefix(key).keys().flatten() {
                records.remove(piece).expect("removed");
            }
        });
        assert!(matches!(lost, Err(StoreError::Damaged(_))), "{lost:?}");
        let changed = opens_after(|records, key| {
            for piece in records.scan_prefix(key).keys().flatten() {
                records.insert(piece, "older").expect("changed");
            }
        });
        assert!(matches!(changed, Err(StoreError::Damaged(_))), "{changed:?}");
    }
}
