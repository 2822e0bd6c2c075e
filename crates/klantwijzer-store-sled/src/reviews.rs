//! Reviews: a header, and chunks that are written before it.

use std::sync::Arc;

use async_trait::async_trait;
use klantwijzer_core::review::{ReviewChunk, ReviewHeader, ReviewId, ReviewSummary};
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::{
    FactPlaces, Record as _, decode_summary, encode, encode_chunk, in_two, without_rows,
};
use klantwijzer_store::{Result, Reviews, StoreError, Version, rules};
use sled::IVec;

use super::draft::Draft;
use super::engine::Engine;
use super::gone::rows_in;
use super::keys::{BlockKey, Kind, Record};
use super::{SledStore, pieces};

#[async_trait]
impl Reviews for SledStore {
    async fn record_review(
        &self,
        workspace: WorkspaceId,
        header: ReviewHeader,
        chunks: Vec<Arc<ReviewChunk>>,
        based_on: Option<Version>,
    ) -> Result<ReviewId> {
        if u32::try_from(chunks.len()).is_err() {
            return Err(StoreError::Refused("the review has too many chunks".to_owned()));
        }
        let sealed = in_two(&chunks, |chunk| encode_chunk(chunk))?;
        let record = move |draft: &mut Draft<'_>| {
            rules::check_version(draft.head.version, based_on)?;
            draft.record_review(header, sealed)
        };
        self.commits.write(workspace, &[], record).await
    }

    async fn reviews(&self, workspace: WorkspaceId) -> Result<Vec<ReviewSummary>> {
        self.commits.read(|engine| engine.reviews(workspace, decode_summary))
    }

    async fn review(
        &self,
        workspace: WorkspaceId,
        review: ReviewId,
    ) -> Result<Option<ReviewHeader>> {
        self.commits.read(|engine| engine.review(workspace, review))
    }

    async fn review_chunk(
        &self,
        workspace: WorkspaceId,
        review: ReviewId,
        chunk: u32,
    ) -> Result<Option<ReviewChunk>> {
        self.commits.read(|engine| engine.review_chunk(workspace, review, chunk))
    }
}

impl Draft<'_> {
    /// Adds a review with its chunks.
    fn record_review(
        &mut self,
        mut header: ReviewHeader,
        chunks: Vec<Vec<u8>>,
    ) -> Result<ReviewId> {
        let count = chunks.len() as u32;
        self.head.reviews.push(count);
        let review = self.head.reviews.len() as ReviewId;
        header.id = review;
        for (chunk, mut sealed) in (0..).zip(chunks) {
            // One that was worked out before somebody was erased can still know them.
            let mut rows = rows_in(&self.head.erased, chunk).peekable();
            if rows.peek().is_some() {
                sealed = without_rows(&sealed, rows)?.unwrap_or(sealed);
            }
            let key = BlockKey { kind: Kind::Review, major: review, minor: chunk, block: 0 };
            self.blocks.push((key, sealed));
        }
        self.put(Record::Review, review, &header.encode()?)?;
        self.put(Record::Chunks, review, &encode(&count)?)?;
        self.put(Record::Counters, 0, &encode(&self.head.counters())?)?;
        Ok(review)
    }
}

impl Engine {
    /// What is read of every review, in order of number.
    pub(super) fn reviews<T>(
        &self,
        workspace: WorkspaceId,
        read: impl Fn(&[u8]) -> Result<T>,
    ) -> Result<Vec<T>> {
        let last = self.head(workspace)?.reviews.len() as u32;
        self.numbered(Record::Review, workspace, last, read)
    }

    /// The header of a review.
    fn review(&self, workspace: WorkspaceId, review: ReviewId) -> Result<Option<ReviewHeader>> {
        let known = 1..=self.head(workspace)?.reviews.len() as ReviewId;
        let header = || ReviewHeader::decode(&self.sealed_header(workspace, review)?);
        known.contains(&review).then(header).transpose()
    }

    fn sealed_header(&self, workspace: WorkspaceId, review: ReviewId) -> Result<IVec> {
        pieces::get(&self.records, &Record::Review.key(workspace, review))?
            .ok_or_else(|| StoreError::Damaged(format!("the header of review {review} is gone")))
    }

    /// A chunk of a review; `None` past its last one.
    pub(super) fn review_chunk(
        &self,
        workspace: WorkspaceId,
        review: ReviewId,
        chunk: u32,
    ) -> Result<Option<ReviewChunk>> {
        let _reading = self.read_blocks();
        let head = self.head(workspace)?;
        let place = (review as usize).checked_sub(1);
        let chunks = place.and_then(|place| head.reviews.get(place)).copied().unwrap_or(0);
        if chunk >= chunks {
            return Ok(None);
        }
        let key = BlockKey { kind: Kind::Review, major: review, minor: chunk, block: 0 };
        let header = || FactPlaces::of(&self.sealed_header(workspace, review)?);
        let places = head.places_in(review, header)?;
        let sealed = pieces::get(&self.blocks, &key.bytes(workspace))?.ok_or_else(|| {
            StoreError::Damaged(format!("chunk {chunk} of review {review} is gone"))
        })?;
        let mut found = places.chunk(&sealed)?;
        for row in rows_in(&head.erased, chunk) {
            found.forget(row);
        }
        Ok(Some(found))
    }
}
