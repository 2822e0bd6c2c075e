//! How values are written: columns of many rows, compressed, behind a version.
//!
//! Every stored value is sealed (see [`seal`]). What lies within is postcard,
//! except for [`Settings`](klantwijzer_core::settings::Settings), which people
//! extend most often and which is JSON, so that a setting can be added without
//! a new version.

mod book;
mod columns;
mod entries;
mod header;
mod numbers;
mod records;
mod review;
mod sealed;

pub(crate) use book::{decode_book, encode_book};
pub(crate) use columns::Texts;
pub(crate) use entries::{decode_entries, encode_entries};
pub(crate) use records::{Counters, StoredSettings, decode, decode_header, encode};
pub(crate) use review::{decode_chunk, encode_chunk};
pub(crate) use sealed::{seal, unseal};

use crate::StoreError;

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(what.to_owned())
}

/// Fewer values than this are not worth a second thread.
const WORTH_A_THREAD: usize = 8;

/// Works on values in order, on two threads where there are many.
pub(crate) fn in_two<T: Sync, R: Send>(
    values: &[T],
    work: impl Fn(&T) -> Result<R, StoreError> + Sync,
) -> Result<Vec<R>, StoreError> {
    let all = |values: &[T]| values.iter().map(&work).collect::<Result<Vec<R>, StoreError>>();
    if values.len() < WORTH_A_THREAD {
        return all(values);
    }
    let (first, second) = values.split_at(values.len() / 2);
    let (first, second) = std::thread::scope(|scope| {
        let first = scope.spawn(|| all(first));
        let second = all(second);
        (first.join(), second)
    });
    let stopped = |_| StoreError::Engine("encoding stopped".to_owned());
    let mut done = first.map_err(stopped)??;
    done.extend(second?);
    Ok(done)
}
