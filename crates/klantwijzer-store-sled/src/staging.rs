//! Blocks that are written before anything refers to them.

use klantwijzer_core::workspace::WorkspaceId;
use serde::{Deserialize, Serialize};
use sled::Batch;

use super::engine::{Engine, engine_error, write};
use super::keys::{self, BlockKey};
use super::pieces::{self, PIECE};
use super::records::Changes;
use klantwijzer_store::StoreError;
use klantwijzer_store::encoding::{decode, encode};

/// How much is written in one batch of the engine.
const BATCH: usize = 4 << 20;

/// The blocks of an import or a review, in the order of keys, each with the
/// number of pieces that it lies in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Directory {
    pub(super) blocks: Vec<(BlockKey, u16)>,
}

/// What is being written and not yet visible. There is one at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Staged {
    workspace: u64,
    directory: Directory,
}

impl Directory {
    /// What lists these blocks, which are in order.
    pub(super) fn of(blocks: &[(BlockKey, Vec<u8>)]) -> Result<Self, StoreError> {
        let listed = |(key, value): &(BlockKey, Vec<u8>)| Ok((*key, pieces::count(value)?));
        Ok(Self { blocks: blocks.iter().map(listed).collect::<Result<_, _>>()? })
    }
}

impl Engine {
    /// Writes sealed blocks, durable and yet invisible: they count from the
    /// moment that a record refers to them. Until then they are listed, and
    /// cleared away when the store is opened. `flip` is the change of records
    /// that makes them visible: it strikes the list as well.
    pub(super) fn stage(
        &self,
        workspace: WorkspaceId,
        directory: Directory,
        blocks: &[(BlockKey, Vec<u8>)],
        flip: &mut Changes,
    ) -> Result<(), StoreError> {
        let staged = Staged { workspace: workspace.get(), directory };
        let mut list = Batch::default();
        for (piece, part) in pieces::cut(&keys::staged(), &encode(&staged)?)? {
            list.insert(piece, part);
        }
        write(&self.records, list)?;
        let mut batch = Batch::default();
        let mut size = 0;
        for (key, value) in blocks {
            for (piece, part) in pieces::cut(&key.bytes(workspace), value)? {
                batch.insert(piece, part);
            }
            size += value.len();
            if size >= BATCH {
                write(&self.blocks, std::mem::take(&mut batch))?;
                size = 0;
            }
        }
        write(&self.blocks, batch)?;
        flip.remove(&self.records, &keys::staged())?;
        self.sync()
    }

    /// Clears away blocks that never became visible.
    pub(super) fn clear_staged(&self) -> Result<(), StoreError> {
        let Some(list) = pieces::get(&self.records, &keys::staged())? else {
            return Ok(());
        };
        let staged: Staged = decode(&list)?;
        let workspace = WorkspaceId::from_number(staged.workspace);
        self.remove_blocks(workspace, &staged.directory.blocks)?;
        let mut changes = Changes::default();
        changes.remove(&self.records, &keys::staged())?;
        self.change(changes, self.state()?.commits)
    }

    /// Takes blocks away.
    pub(super) fn remove_blocks(
        &self,
        workspace: WorkspaceId,
        blocks: &[(BlockKey, u16)],
    ) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        let mut size = 0;
        for (key, _) in blocks {
            // As many pieces as there are: erasing somebody can have changed
            // their number since the directory was written.
            for piece in self.blocks.scan_prefix(key.bytes(workspace)).keys() {
                batch.remove(piece.map_err(engine_error)?);
                size += PIECE;
            }
            if size >= BATCH {
                write(&self.blocks, std::mem::take(&mut batch))?;
                size = 0;
            }
        }
        write(&self.blocks, batch)
    }
}

#[cfg(test)]
mod tests {
    use super::super::keys::Kind;
    use super::*;

    #[test]
    fn directories_are_readable_for_ever() -> Result<(), StoreError> {
        let key = |kind, major, block| BlockKey { kind, major, minor: 3, block };
        let blocks = vec![
            (key(Kind::Book, 0, 0), 1),
            (key(Kind::Ledger, 70_000, 2), 300),
            (key(Kind::Ids, 5, 0), 2),
            (key(Kind::Review, 1, 0), 90),
        ];
        let directory = Directory { blocks };
        // As the first version wrote it.
        let kept = b"\x01\x00\xd2\x48\x5d\xa5\x20\x7f\x24\x25\x04\x00\x00\x03\x00\x01\x01\
            \xf0\xa2\x04\x03\x02\xac\x02\x02\x05\x03\x00\x02\x03\x01\x03\x00\x5a";
        assert_eq!(decode::<Directory>(kept)?, directory);
        assert_eq!(encode(&directory)?, kept);
        Ok(())
    }

    #[test]
    fn what_never_became_visible_is_gone_after_opening() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let workspace = WorkspaceId::guild(1);
        let key = |block| BlockKey { kind: Kind::Ids, major: 0, minor: 1, block };
        let blocks = [(key(0), vec![1; 3 * PIECE]), (key(1), vec![2; 10])];
        {
            let engine = Engine::open(folder.path())?;
            let directory = Directory::of(&blocks)?;
            engine.stage(workspace, directory, &blocks, &mut Changes::default())?;
            assert_eq!(engine.blocks.len(), 4);
        }
        let engine = Engine::open(folder.path())?;
        assert!(engine.blocks.is_empty() && engine.workspace_ids()?.is_empty());
        assert!(pieces::get(&engine.records, &keys::staged())?.is_none());
        Ok(())
    }
}
