//! Blocks that are written before anything refers to them.

use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::Result;
use klantwijzer_store::encoding::{decode, encode};
use sled::Batch;

use super::engine::{Engine, write};
use super::failure::engine_error;
use super::keys::{self, BlockKey, Directory};
use super::pieces::{self, PIECE};
use super::records::Changes;

/// How much is written in one batch of the engine.
const BATCH: usize = 4 << 20;

/// What is being written and not yet visible, and the number of its workspace.
/// There is one at a time.
type Staged = (u64, Directory);

/// What lists these blocks, which are in order.
pub(super) fn directory(blocks: &[(BlockKey, Vec<u8>)]) -> Result<Directory> {
    blocks.iter().map(|(key, sealed)| Ok((*key, pieces::count(sealed)?))).collect()
}

impl Engine {
    /// Writes sealed blocks, durable and yet invisible: they count from the
    /// moment that a record refers to them. Until then they are listed, and
    /// cleared away when the store is opened. `flip` is the change of records
    /// that makes them visible: it strikes the list as well.
    pub(super) fn stage(
        &self,
        workspace: WorkspaceId,
        blocks: &[(BlockKey, Vec<u8>)],
        flip: &mut Changes,
    ) -> Result<()> {
        let staged: Staged = (workspace.get(), directory(blocks)?);
        let mut list = Batch::default();
        for (piece, part) in pieces::cut(&keys::STAGED, &encode(&staged)?)? {
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
        flip.remove(&self.records, &keys::STAGED)?;
        self.sync()
    }

    /// Clears away blocks that never became visible.
    pub(super) fn clear_staged(&self) -> Result<()> {
        let Some(list) = pieces::get(&self.records, &keys::STAGED)? else {
            return Ok(());
        };
        let (workspace, blocks): Staged = decode(&list)?;
        self.remove_blocks(WorkspaceId::from_number(workspace), &blocks)?;
        self.strike(&keys::STAGED, Changes::default())
    }

    /// Takes blocks away: as many pieces as there are, since erasing somebody can
    /// have changed their number after the directory was written.
    pub(super) fn remove_blocks(
        &self,
        workspace: WorkspaceId,
        blocks: &[(BlockKey, u16)],
    ) -> Result<()> {
        self.remove_pieces(blocks.iter().map(|(key, _)| key.bytes(workspace)))
    }

    /// Takes all pieces away whose keys begin with one of these.
    pub(super) fn remove_pieces(&self, prefixes: impl IntoIterator<Item = Vec<u8>>) -> Result<()> {
        let mut batch = Batch::default();
        let mut size = 0;
        for piece in prefixes.into_iter().flat_map(|prefix| self.blocks.scan_prefix(prefix).keys())
        {
            batch.remove(piece.map_err(engine_error)?);
            size += PIECE;
            if size >= BATCH {
                write(&self.blocks, std::mem::take(&mut batch))?;
                size = 0;
            }
        }
        write(&self.blocks, batch)
    }

    /// Takes a mark of the store's own bookkeeping away, when what it stands for is
    /// done, together with these changes.
    pub(super) fn strike(&self, mark: &[u8], mut changes: Changes) -> Result<()> {
        changes.remove(&self.records, mark)?;
        self.change(changes, self.state()?.commits)
    }
}

#[cfg(test)]
mod tests {
    use super::super::keys::Kind;
    use super::*;

    #[test]
    fn directories_are_readable_for_ever() -> Result<()> {
        let key = |kind, major, block| BlockKey { kind, major, minor: 3, block };
        let directory = vec![
            (key(Kind::Book, 0, 0), 1),
            (key(Kind::Ledger, 70_000, 2), 300),
            (key(Kind::Ids, 5, 0), 2),
            (key(Kind::Review, 1, 0), 90),
        ];
        // As the first version wrote it.
        let kept = b"\x01\x00\xd2\x48\x5d\xa5\x20\x7f\x24\x25\x04\x00\x00\x03\x00\x01\x01\
            \xf0\xa2\x04\x03\x02\xac\x02\x02\x05\x03\x00\x02\x03\x01\x03\x00\x5a";
        assert_eq!(decode::<Directory>(kept)?, directory);
        assert_eq!(encode(&directory)?, kept);
        Ok(())
    }

    #[test]
    fn what_never_became_visible_is_gone_after_opening() -> Result<()> {
        let folder = tempfile::tempdir().expect("a folder");
        let workspace = WorkspaceId::guild(1);
        let key = |block| BlockKey { kind: Kind::Ids, major: 0, minor: 1, block };
        let blocks = [(key(0), vec![1; 3 * PIECE]), (key(1), vec![2; 10])];
        {
            let engine = Engine::open(folder.path())?;
            engine.stage(workspace, &blocks, &mut Changes::default())?;
            assert_eq!(engine.blocks.len(), 4);
        }
        let engine = Engine::open(folder.path())?;
        assert!(engine.blocks.is_empty() && engine.workspace_ids()?.is_empty());
        assert!(pieces::get(&engine.records, &keys::STAGED)?.is_none());
        Ok(())
    }
}
