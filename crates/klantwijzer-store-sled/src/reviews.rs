//! Reviews: a header, and chunks that are written before it.

use std::collections::BTreeMap;
use std::sync::Arc;

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::{CHUNK, ReviewChunk, ReviewHeader, ReviewId};
use klantwijzer_core::workspace::WorkspaceId;

use super::commit::{Change, Fault, Prepared};
use super::engine::Engine;
use super::head::Head;
use super::keys::{BlockKey, Kind, Record};
use super::records::Changes;
use super::staging::Directory;
use super::{pieces, space};
use klantwijzer_store::encoding::{RecordedReview, encode, encode_chunk, encode_review, in_two};
use klantwijzer_store::{Erased, StoreError, Version, rules};

/// A review's chunks, and how they are written.
pub(super) struct Encoded {
    chunks: Vec<Arc<ReviewChunk>>,
    sealed: Vec<Vec<u8>>,
}

impl Encoded {
    /// Encodes chunks.
    pub(super) fn new(chunks: Vec<Arc<ReviewChunk>>) -> Result<Self, StoreError> {
        if u32::try_from(chunks.len()).is_err() {
            return Err(StoreError::Refused("the review has too many chunks".to_owned()));
        }
        let sealed = in_two(&chunks, |chunk| encode_chunk(chunk))?;
        Ok(Self { chunks, sealed })
    }

    /// How the chunks are written without erased customers. A review that was
    /// worked out before somebody was erased can still know them.
    fn without(
        self,
        erased: &BTreeMap<CustomerNo, Arc<Erased>>,
    ) -> Result<Vec<Vec<u8>>, StoreError> {
        let Self { chunks, mut sealed } = self;
        for ((first, chunk), sealed) in (0..).step_by(CHUNK).zip(&chunks).zip(&mut sealed) {
            let rows = erased_rows(erased, first).filter(|row| chunk.knows(*row));
            let rows: Vec<usize> = rows.collect();
            if !rows.is_empty() {
                let mut chunk = ReviewChunk::clone(chunk);
                for row in rows {
                    chunk.forget(row);
                }
                *sealed = encode_chunk(&chunk)?;
            }
        }
        Ok(sealed)
    }
}

/// The rows of erased customers in the chunk that begins with a number.
fn erased_rows(
    erased: &BTreeMap<CustomerNo, Arc<Erased>>,
    first: CustomerNo,
) -> impl Iterator<Item = usize> {
    let chunk = first..first.saturating_add(CHUNK as CustomerNo);
    erased.range(chunk).map(move |(no, _)| (no - first) as usize)
}

impl Engine {
    /// Writes a review's chunks and prepares its header.
    pub(super) fn record_review(
        &self,
        workspace: WorkspaceId,
        mut header: ReviewHeader,
        encoded: Encoded,
        based_on: Option<Version>,
    ) -> Result<Prepared<ReviewId>, Fault> {
        self.clear_for(workspace)?;
        let mut head: Head = (*self.head(workspace)?).clone();
        rules::check_version(head.version, based_on)?;
        let chunks = encoded.without(&head.erased)?;
        let count = chunks.len() as u32;
        head.reviews.push(count);
        let review = head.reviews.len() as ReviewId;
        header.id = review;
        let place = |chunk| BlockKey { kind: Kind::Review, major: review, minor: chunk, block: 0 };
        let blocks: Vec<_> = (0..).map(place).zip(chunks).collect();

        let mut changes = Changes::default();
        let mut size = blocks.iter().map(|(_, sealed)| sealed.len() as u64).sum();
        let mut put = |record: Record, number, sealed: Vec<u8>| {
            size += sealed.len() as u64;
            changes.put(&self.records, &record.key(workspace, number), &sealed)
        };
        put(Record::Review, review, encode_review(&header)?)?;
        put(Record::Chunks, review, encode(&count)?)?;
        put(Record::Counters, 0, encode(&head.counters())?)?;
        space::check(&self.folder, size)?;
        let directory = Directory::of(&blocks)?;
        self.stage(workspace, directory, &blocks, &mut changes).map_err(Fault::Broken)?;
        Ok(Prepared::Change(Box::new(Change {
            workspace,
            changes,
            head,
            is_seen: true,
            value: review,
        })))
    }

    /// Every review, in order of number.
    pub(super) fn reviews(&self, workspace: WorkspaceId) -> Result<Vec<ReviewHeader>, StoreError> {
        let last = self.head(workspace)?.reviews.len() as u32;
        let header = |sealed: &[u8]| RecordedReview::decode(sealed)?.header();
        self.numbered(Record::Review, workspace, last, header)
    }

    /// A chunk of a review; `None` past its last one.
    pub(super) fn review_chunk(
        &self,
        workspace: WorkspaceId,
        review: ReviewId,
        chunk: u32,
    ) -> Result<Option<ReviewChunk>, StoreError> {
        let _reading = self.read_blocks();
        let head = self.head(workspace)?;
        let place = (review as usize).checked_sub(1);
        let chunks = place.and_then(|place| head.reviews.get(place)).copied().unwrap_or(0);
        if chunk >= chunks {
            return Ok(None);
        }
        let key = BlockKey { kind: Kind::Review, major: review, minor: chunk, block: 0 };
        let gone = || StoreError::Damaged(format!("chunk {chunk} of review {review} is gone"));
        let header = pieces::get(&self.records, &Record::Review.key(workspace, review))?;
        let header = RecordedReview::decode(&header.ok_or_else(gone)?)?;
        let sealed = pieces::get(&self.blocks, &key.bytes(workspace))?.ok_or_else(gone)?;
        let mut found = header.chunk(&sealed)?;
        for row in erased_rows(&head.erased, chunk.saturating_mul(CHUNK as u32)) {
            found.forget(row);
        }
        Ok(Some(found))
    }
}
