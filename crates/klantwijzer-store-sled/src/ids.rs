//! The outside ids of customers, in blocks by number.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::decode_ids;
use klantwijzer_store::{BookRow, Result, StoreError};
use smol_str::SmolStr;

use super::engine::Engine;
use super::failure::engine_error;
use super::keys::{BlockKey, Kind};
use super::pieces::{self, Scan};

impl Engine {
    /// The ids of all numbers ever given, in order of number.
    pub(super) fn customer_ids(&self, workspace: WorkspaceId) -> Result<Vec<SmolStr>> {
        let _reading = self.read_blocks();
        let head = self.head(workspace)?;
        let next = head.next_customer;
        let mut ids = Vec::new();
        let all = Kind::Ids.from(workspace, 0)..Kind::Ids.end(workspace);
        for found in Scan::of(self.blocks.range(all)) {
            let (key, sealed) = found?;
            // What comes after is being written and has no numbers yet.
            let is_next = BlockKey::of(&key).is_some_and(|key| key.major as usize == ids.len());
            if !is_next || ids.len() >= next as usize {
                break;
            }
            decode_ids(&sealed, &mut ids)?;
        }
        for (no, erased) in &head.erased {
            if let Some(id) = ids.get_mut(*no as usize) {
                id.clone_from(&erased.pseudonym);
            }
        }
        if ids.len() == next as usize { Ok(ids) } else { Err(missing()) }
    }

    /// Checks that known customers have the ids that they had before.
    pub(super) fn check_ids(&self, workspace: WorkspaceId, rows: &[BookRow]) -> Result<()> {
        let (mut first, mut ids) = (0, Vec::new());
        for row in rows {
            if (row.no - first) as usize >= ids.len() {
                (first, ids) = self.ids_around(workspace, row.no)?;
            }
            if ids.get((row.no - first) as usize).ok_or_else(missing)? != &row.id {
                return Err(StoreError::Conflict);
            }
        }
        Ok(())
    }

    /// The block of ids that this number is in, with its first number.
    fn ids_around(
        &self,
        workspace: WorkspaceId,
        no: CustomerNo,
    ) -> Result<(CustomerNo, Vec<SmolStr>)> {
        let upto = Kind::Ids.from(workspace, 0)..Kind::Ids.from(workspace, no.saturating_add(1));
        let last = self.blocks.range(upto).next_back().ok_or_else(missing)?;
        let (piece, _) = last.map_err(engine_error)?;
        let key = BlockKey::of(&piece).ok_or_else(missing)?;
        let sealed = pieces::get(&self.blocks, &key.bytes(workspace))?.ok_or_else(missing)?;
        let mut ids = Vec::new();
        decode_ids(&sealed, &mut ids)?;
        Ok((key.major, ids))
    }
}

fn missing() -> StoreError {
    StoreError::Damaged("ids of customers are missing".to_owned())
}
