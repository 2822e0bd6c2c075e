//! How values are written: columns of many rows, compressed, behind a version.
//!
//! Every stored value is sealed: version, packing, checksum. Blocks, which are
//! large, hold columns by position, in structs of the store's own. Records and
//! settings, which are small and grow with the domain, hold their fields by name.
//! Words of the domain are numbers that are stated here and nowhere else.

mod book;
mod codes;
mod columns;
mod entries;
mod kept;
mod numbers;
mod records;
mod review;
mod sealed;
#[cfg(test)]
mod tests;

pub use book::{decode_book, encode_book};
pub use entries::{decode_entries, encode_entries};
pub use records::{Counters, Record, StoredSettings, decode, decode_ids, encode, encode_ids};
pub use review::{FactPlaces, decode_summary, encode_chunk, without_rows};

use crate::{Result, StoreError};

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(what.to_owned())
}

/// Fewer values than this are not worth a second thread.
const WORTH_A_THREAD: usize = 8;

/// Works on values in order, on two threads where there are many.
pub fn in_two<T: Sync, R: Send>(
    values: &[T],
    work: impl Fn(&T) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let all = |values: &[T]| values.iter().map(&work).collect::<Result<Vec<R>>>();
    if values.len() < WORTH_A_THREAD {
        return all(values);
    }
    let (first, second) = values.split_at(values.len() / 2);
    let (first, second) = std::thread::scope(|scope| {
        let first = scope.spawn(|| all(first));
        let second = all(second);
        (first.join(), second)
    });
    let stopped = |_| StoreError::Unavailable("encoding stopped".to_owned());
    let mut done = first.map_err(stopped)??;
    done.extend(second?);
    Ok(done)
}
