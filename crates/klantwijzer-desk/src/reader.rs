//! Reading a workspace from its store.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_answer::portfolio::{Dictionaries, IdentityChunk, Portfolio};
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::review::{
    CHUNK, Override, ReviewChunk, ReviewHeader, ReviewId, ReviewSummary,
};
use klantwijzer_core::scorer::{Broken, Sector};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::{KnownCustomer, Store, StoreError};
use smol_str::SmolStr;

use crate::{Result, definitions};

/// The sector plugins of a desk.
#[derive(Default)]
pub(crate) struct Loaded {
    pub(crate) ready: Vec<Arc<dyn Sector>>,
    pub(crate) broken: Vec<Broken>,
    pub(crate) removed: BTreeSet<SmolStr>,
}

/// What the desk reads and reviews a workspace with.
pub(crate) struct Reader<'a> {
    pub(crate) store: &'a dyn Store,
    pub(crate) plugins: &'a Loaded,
    pub(crate) workspace: WorkspaceId,
}

impl Reader<'_> {
    /// The settings, or the standard ones.
    pub(crate) async fn settings(&self) -> Result<Settings> {
        Ok(self.store.settings(self.workspace).await?.unwrap_or_default())
    }

    /// The portfolio as seen from a day, with the one of these reviews that is in
    /// force on it, and the days from which one sees the same.
    pub(crate) async fn load(
        &self,
        day: Date,
        reviews: &[ReviewSummary],
    ) -> Result<(Portfolio, RangeInclusive<Date>)> {
        let settings = Arc::new(self.settings().await?);
        let mut dictionaries = Dictionaries::default();
        let mut identities = Vec::new();
        for range in self.ranges().await? {
            let customers = self.store.customers(self.workspace, range).await?;
            identities.push(identity_chunk(&customers, &mut dictionaries));
        }
        let portfolio = Portfolio::new(identities, dictionaries, settings);
        let days = days_of(reviews, day);
        let portfolio = match in_force(reviews, day) {
            Some(review) => {
                let header = self.header(review).await?;
                portfolio.with_review(Arc::new(header), self.review_chunks(review.id).await?)
            }
            None => portfolio,
        };
        let overrides = self.store.overrides(self.workspace).await?;
        Ok((self.finish(&portfolio, overrides), days))
    }

    /// What holds for one of the recorded reviews as a whole.
    pub(crate) async fn header(&self, review: &ReviewSummary) -> Result<ReviewHeader> {
        let header = self.store.review(self.workspace, review.id).await?;
        let gone = || StoreError::Damaged(format!("review {} is gone", review.id));
        Ok(header.ok_or_else(gone)?)
    }

    pub(crate) async fn review_chunks(&self, review: ReviewId) -> Result<Vec<Arc<ReviewChunk>>> {
        let mut chunks = Vec::new();
        while let Some(chunk) =
            self.store.review_chunk(self.workspace, review, chunks.len() as u32).await?
        {
            chunks.push(Arc::new(chunk));
        }
        Ok(chunks)
    }

    /// Adds overrides and definitions, which are not part of a review.
    pub(crate) fn finish(&self, portfolio: &Portfolio, overrides: Vec<Override>) -> Portfolio {
        let portfolio = portfolio.with_overrides(overrides);
        let own = definitions::work_out(&portfolio, portfolio.settings(), self.manifests());
        portfolio.with_definitions(own)
    }

    pub(crate) fn manifests(&self) -> impl Iterator<Item = &Manifest> {
        self.plugins.ready.iter().map(|sector| sector.manifest())
    }

    /// The customer numbers ever given, a chunk at a time.
    pub(crate) async fn ranges(&self) -> Result<Vec<Range<CustomerNo>>> {
        let next = self.store.next_customer(self.workspace).await?;
        Ok((0..next)
            .step_by(CHUNK)
            .map(|first| first..next.min(first + CHUNK as CustomerNo))
            .collect())
    }
}

/// The review that is in force on a day: the last one of that day or before.
pub(crate) fn in_force(reviews: &[ReviewSummary], day: Date) -> Option<&ReviewSummary> {
    let so_far = reviews.iter().filter(|review| review.as_of <= day);
    so_far.max_by_key(|review| (review.as_of, review.id))
}

/// The days on which the review is in force that is so on `day`.
pub(crate) fn days_of(reviews: &[ReviewSummary], day: Date) -> RangeInclusive<Date> {
    let days = || reviews.iter().map(|review| review.as_of);
    let first = days().filter(|as_of| *as_of <= day).max().unwrap_or(Date::MIN);
    let next = days().filter(|as_of| *as_of > day).min();
    first..=next.and_then(|next| next.yesterday().ok()).unwrap_or(Date::MAX)
}

pub(crate) fn identity_chunk(
    customers: &[KnownCustomer],
    dictionaries: &mut Dictionaries,
) -> IdentityChunk {
    let rows = customers
        .iter()
        .map(|customer| (customer.no as usize % CHUNK, customer.id.as_str(), &customer.profile));
    IdentityChunk::build(rows, dictionaries)
}
