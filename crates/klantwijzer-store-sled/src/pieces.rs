//! Long values, cut into pieces.
//!
//! The engine keeps up to 20 neighbours in one page, and writes a page of more
//! than 128 KiB to a file of its own, which it never syncs. So no value is
//! longer than [`PIECE`].

use klantwijzer_store::{Result, StoreError};
use sled::{IVec, Tree};

use super::failure::engine_error;

/// The most bytes of one piece: 20 of them with their keys stay below 128 KiB.
pub(super) const PIECE: usize = 6_000;

/// The number of bytes of a piece's number, at the end of every key.
const NUMBER: usize = 2;

/// The pieces of a value with their keys.
pub(super) fn cut<'a>(
    key: &'a [u8],
    value: &'a [u8],
) -> Result<impl Iterator<Item = (Vec<u8>, &'a [u8])>> {
    let pieces = count(value)?;
    Ok((0..pieces).map(move |piece| {
        let from = usize::from(piece) * PIECE;
        ([key, &piece.to_be_bytes()].concat(), &value[from..value.len().min(from + PIECE)])
    }))
}

/// The number of pieces that a value lies in.
pub(super) fn count(value: &[u8]) -> Result<u16> {
    let pieces = value.len().div_ceil(PIECE).max(1);
    u16::try_from(pieces).map_err(|_| {
        StoreError::Refused(format!("{} bytes are more than one value can have", value.len()))
    })
}

/// The value of a key.
pub(super) fn get(tree: &Tree, key: &[u8]) -> Result<Option<IVec>> {
    let first = Scan::of(tree.scan_prefix(key)).next().transpose()?;
    Ok(first.map(|(_, value)| value))
}

/// Puts pieces together: hands on every key, without the piece, with its value.
pub(super) struct Scan {
    pieces: sled::Iter,
    ahead: Option<(IVec, IVec)>,
}

impl Scan {
    /// Puts together what an iterator over a tree finds. It must not begin or
    /// end within a value.
    pub(super) fn of(pieces: sled::Iter) -> Self {
        Self { pieces, ahead: None }
    }

    fn piece(&mut self) -> Result<Option<(IVec, IVec)>> {
        match self.ahead.take() {
            Some(piece) => Ok(Some(piece)),
            None => self.pieces.next().transpose().map_err(engine_error),
        }
    }

    fn value(&mut self) -> Result<Option<(IVec, IVec)>> {
        let Some((first, start)) = self.piece()? else {
            return Ok(None);
        };
        let key_length = first.len().saturating_sub(NUMBER);
        let key = first.subslice(0, key_length);
        if first[key_length..] != [0; NUMBER] {
            return Err(StoreError::Damaged("the start of a value is missing".to_owned()));
        }
        let mut whole = Vec::new();
        // A piece that is missing within is noticed by the checksum.
        while let Some((next, part)) = self.piece()? {
            if next.len() != first.len() || next[..key_length] != *key {
                self.ahead = Some((next, part));
                break;
            }
            if whole.is_empty() {
                whole.reserve(16 * PIECE);
                whole.extend_from_slice(&start);
            }
            whole.extend_from_slice(&part);
        }
        Ok(Some((key, if whole.is_empty() { start } else { whole.into() })))
    }
}

impl Iterator for Scan {
    type Item = Result<(IVec, IVec)>;

    fn next(&mut self) -> Option<Self::Item> {
        self.value().transpose()
    }
}

#[cfg(test)]
mod tests {
    use sled::Batch;

    use super::*;

    #[test]
    fn values_of_any_length_come_back() -> Result<()> {
        let folder = tempfile::tempdir().expect("a folder");
        let tree = sled::open(folder.path()).expect("an engine").open_tree("t").expect("a tree");
        let lengths = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 20 * PIECE + 5];
        let value = |length| (0..length).map(|at| at as u8).collect::<Vec<u8>>();
        let mut batch = Batch::default();
        for (key, length) in (0_u8..).zip(lengths) {
            let value = value(length);
            for (piece, part) in cut(&[key], &value)? {
                batch.insert(piece, part);
            }
            assert_eq!(usize::from(count(&value)?), length.div_ceil(PIECE).max(1));
        }
        tree.apply_batch(batch).expect("written");
        for (found, length) in Scan::of(tree.iter()).zip(lengths) {
            assert_eq!(*found?.1, value(length));
        }
        assert!(get(&tree, &[9])?.is_none());
        Ok(())
    }

    #[test]
    fn a_missing_first_piece_is_damage() {
        let folder = tempfile::tempdir().expect("a folder");
        let tree = sled::open(folder.path()).expect("an engine").open_tree("t").expect("a tree");
        tree.insert([1, 0, 1], "second").expect("written");
        assert!(matches!(get(&tree, &[1]), Err(StoreError::Damaged(_))));
    }
}
