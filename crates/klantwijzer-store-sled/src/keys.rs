//! Where everything lies: big-endian keys that begin with the part and the
//! workspace.

use klantwijzer_core::workspace::WorkspaceId;
use serde::{Deserialize, Serialize};

/// Part and workspace.
const WORKSPACE: usize = 2 + 8;

/// The part that no workspace lies in: keys of the store as a whole.
const GLOBAL: u16 = u16::MAX;

/// How many customer numbers lie in one span of the ledger: few, so that one
/// customer's entries are found without reading many others.
pub(super) const LEDGER_SPAN: u32 = 64;

/// The version of the layout.
pub(super) const FORMAT: [u8; 3] = global(1);

/// The number of changes so far, and a checksum.
pub(super) const STATE: [u8; 3] = global(2);

/// What is being written and not yet visible: a list of blocks.
pub(super) const STAGED: [u8; 3] = global(3);

/// Set while a backup is being restored.
pub(super) const RESTORING: [u8; 3] = global(4);

/// All undone imports whose blocks still lie there.
pub(super) const UNDONE: [u8; 3] = global(5);

/// All deleted workspaces whose blocks still lie there.
pub(super) const DELETED: [u8; 3] = global(6);

const fn global(number: u8) -> [u8; 3] {
    let [high, low] = GLOBAL.to_be_bytes();
    [high, low, number]
}

/// An undone import whose blocks still lie there.
pub(super) fn undone_import(workspace: WorkspaceId, import: u32) -> Vec<u8> {
    [&UNDONE[..], &workspace_prefix(workspace), &import.to_be_bytes()].concat()
}

/// The workspace and import of an [`undone_import`] key.
pub(super) fn undone_of(key: &[u8]) -> Option<(WorkspaceId, u32)> {
    let (workspace, import) = key.strip_prefix(&UNDONE)?.split_at_checked(WORKSPACE)?;
    Some((workspace_of(workspace)?, u32::from_be_bytes(import.try_into().ok()?)))
}

/// A deleted workspace whose blocks still lie there.
pub(super) fn deleted_workspace(workspace: WorkspaceId) -> Vec<u8> {
    [&DELETED[..], &workspace_prefix(workspace)].concat()
}

/// The workspace of a [`deleted_workspace`] key.
pub(super) fn deleted_of(key: &[u8]) -> Option<WorkspaceId> {
    workspace_of(key.strip_prefix(&DELETED)?)
}

/// Whether the key is of the store's own bookkeeping, which no backup holds.
pub(super) fn is_own(key: &[u8]) -> bool {
    is_global(key) && !key.starts_with(&UNDONE)
}

/// Whether the key belongs to the store as a whole.
pub(super) fn is_global(key: &[u8]) -> bool {
    key.starts_with(&GLOBAL.to_be_bytes())
}

/// What all keys of a workspace begin with.
pub(super) fn workspace_prefix(workspace: WorkspaceId) -> Vec<u8> {
    let mut key = Vec::with_capacity(24);
    key.extend(workspace.part().to_be_bytes());
    key.extend(workspace.get().to_be_bytes());
    key
}

/// The workspace that a key belongs to; `None` for a key of the store as a
/// whole and for what is no key.
pub(super) fn workspace_of(key: &[u8]) -> Option<WorkspaceId> {
    let (part, rest) = key.split_first_chunk::<2>()?;
    let number = u64::from_be_bytes(*rest.first_chunk::<8>()?);
    let workspace = WorkspaceId::from_number(number);
    (workspace.part() == u16::from_be_bytes(*part)).then_some(workspace)
}

/// Records of a workspace, in the tree `records`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Record {
    /// Name and settings.
    Settings = 1,
    /// The next numbers.
    Counters = 2,
    /// What holds for an import as a whole, by import.
    Import = 3,
    /// The blocks of an import, by import.
    Layer = 4,
    /// The header of a review, by review.
    Review = 5,
    /// The number of chunks of a review, by review.
    Chunks = 6,
    /// The override of a customer, by customer.
    Override = 7,
    /// Who did what, by line.
    Audit = 8,
    /// The day on which the workspace is to be deleted.
    Deletion = 9,
    /// What is kept of an erased customer, by customer.
    Erased = 10,
    /// The outside id of an erased customer while something of it still lies in
    /// blocks, by customer.
    Unclean = 11,
    /// The version that the workspace is in.
    Version = 12,
    /// What names an erased customer, for as long, by customer.
    Mentions = 13,
}

impl Record {
    /// What the keys of all records of this kind begin with.
    pub(super) fn all(self, workspace: WorkspaceId) -> Vec<u8> {
        let mut key = workspace_prefix(workspace);
        key.push(self as u8);
        key
    }

    /// The key of one record, without the piece.
    pub(super) fn key(self, workspace: WorkspaceId, number: u32) -> Vec<u8> {
        let mut key = self.all(workspace);
        key.extend(number.to_be_bytes());
        key
    }
}

/// The number in the key of a record.
pub(super) fn record_number(key: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(*key.get(WORKSPACE + 1..)?.first_chunk()?))
}

/// What a block in the tree `blocks` holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub(super) enum Kind {
    /// Rows of the book: major is the span of customers, minor the import.
    Book = 1,
    /// Ledger entries: major is the span of customers, minor the import.
    Ledger = 2,
    /// Outside ids in order of number: major is the first number, minor the
    /// import.
    Ids = 3,
    /// A chunk of a review: major is the review, minor the chunk.
    Review = 4,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Book, Self::Ledger, Self::Ids, Self::Review];

    /// What the keys of the blocks of this kind with this major begin with.
    pub(super) fn from(self, workspace: WorkspaceId, major: u32) -> Vec<u8> {
        let mut key = workspace_prefix(workspace);
        key.push(self as u8);
        key.extend(major.to_be_bytes());
        key
    }

    /// What comes after all blocks of this kind.
    pub(super) fn end(self, workspace: WorkspaceId) -> Vec<u8> {
        let mut key = workspace_prefix(workspace);
        key.push(self as u8 + 1);
        key
    }
}

/// The place of a block within its workspace, in the order of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct BlockKey {
    pub(super) kind: Kind,
    pub(super) major: u32,
    pub(super) minor: u32,
    /// Which of the blocks with the same major and minor, from 0.
    pub(super) block: u16,
}

/// The blocks of an import or a review, in the order of keys, each with the
/// number of pieces that it lies in.
pub(super) type Directory = Vec<(BlockKey, u16)>;

impl BlockKey {
    /// The key, without the piece.
    pub(super) fn bytes(self, workspace: WorkspaceId) -> Vec<u8> {
        let mut key = self.kind.from(workspace, self.major);
        key.extend(self.minor.to_be_bytes());
        key.extend(self.block.to_be_bytes());
        key
    }

    /// The place that a key, with or without a piece, stands for.
    pub(super) fn of(key: &[u8]) -> Option<Self> {
        let (kind, rest) = key.get(WORKSPACE..)?.split_first()?;
        let (major, rest) = rest.split_first_chunk()?;
        let (minor, rest) = rest.split_first_chunk()?;
        Some(Self {
            kind: *Kind::ALL.get(usize::from(*kind).checked_sub(1)?)?,
            major: u32::from_be_bytes(*major),
            minor: u32::from_be_bytes(*minor),
            block: u16::from_be_bytes(*rest.first_chunk()?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_as_their_numbers_do() {
        let place = |major, minor, block| BlockKey { kind: Kind::Ledger, major, minor, block };
        let workspace = WorkspaceId::guild(1 << 30);
        let places = [place(1, 2, 3), place(1, 2, 256), place(1, 256, 0), place(256, 0, 0)];
        for pair in places.windows(2) {
            assert!(pair[0].bytes(workspace) < pair[1].bytes(workspace));
        }
        for place in places {
            assert_eq!(BlockKey::of(&place.bytes(workspace)), Some(place));
        }
        assert!(places[3].bytes(workspace) < Kind::Ledger.end(workspace));
    }

    #[test]
    fn part_leads_every_key() {
        let workspace = WorkspaceId::guild(777 << 22);
        let key = Record::Review.key(workspace, 9);
        assert_eq!(key[..2], 777_u16.to_be_bytes());
        assert_eq!(workspace_of(&key), Some(workspace));
        assert_eq!(record_number(&key), Some(9));
        let undone = undone_import(workspace, 4);
        assert_eq!(undone_of(&undone), Some((workspace, 4)));
        assert!(is_global(&undone) && !is_global(&key));
        assert_eq!(workspace_of(&undone), None);
    }

    #[test]
    fn a_named_workspace_is_found_again() {
        let workspace = WorkspaceId::named("local");
        assert_eq!(workspace_of(&workspace_prefix(workspace)), Some(workspace));
    }
}
