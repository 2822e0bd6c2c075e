//! One workspace at the desk: its snapshot and its lock.

use std::collections::BTreeMap;
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use jiff::civil::Date;
use klantwijzer_answer::portfolio::{Dictionaries, IdentityChunk, Portfolio};
use klantwijzer_ask::vocabulary::Vocabulary;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::review::{
    Assignment, CHUNK, ChunkDraft, Ground, Review, ReviewChunk, ReviewHeader, Subject, review,
};
use klantwijzer_core::scorer::Sector;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::{KnownCustomer, Store};
use tokio::sync::Mutex;

use crate::{DeskError, definitions};

/// A snapshot to answer from, with the words to understand questions by.
#[derive(Clone)]
pub struct Snapshot {
    /// The customers and their scores.
    pub portfolio: Arc<Portfolio>,
    /// What the words of a question can mean here.
    pub vocabulary: Arc<Vocabulary>,
}

/// A workspace that is in use.
#[derive(Default)]
pub(crate) struct Workspace {
    pub(crate) snapshot: ArcSwapOption<Snapshot>,
    /// Held by whoever changes the workspace.
    pub(crate) writing: Mutex<()>,
}

/// What the desk reads and reviews a workspace with.
pub(crate) struct Reader<'a> {
    pub(crate) store: &'a dyn Store,
    pub(crate) sectors: &'a [Arc<dyn Sector>],
    pub(crate) workspace: WorkspaceId,
}

impl Reader<'_> {
    /// The settings, or the standard ones.
    pub(crate) async fn settings(&self) -> Result<Settings, DeskError> {
        Ok(self.store.settings(self.workspace).await?.unwrap_or_default())
    }

    /// The portfolio with the last recorded review.
    pub(crate) async fn load(&self) -> Result<Portfolio, DeskError> {
        let settings = Arc::new(self.settings().await?);
        let mut dictionaries = Dictionaries::default();
        let mut identities = Vec::new();
        for range in self.ranges().await? {
            let customers = self.store.customers(self.workspace, range).await?;
            identities.push(identity_chunk(&customers, &mut dictionaries));
        }
        let portfolio = Portfolio::new(identities, dictionaries, settings);
        let portfolio = match self.store.reviews(self.workspace).await?.pop() {
            Some(header) => {
                let chunks = self.review_chunks(&header).await?;
                portfolio.with_review(Arc::new(header), chunks)
            }
            None => portfolio,
        };
        self.finish(portfolio).await
    }

    /// The portfolio with a review of the day, worked out and not recorded.
    pub(crate) async fn review(&self, as_of: Date) -> Result<(Portfolio, Review), DeskError> {
        // Counted before anything is read: what comes in meanwhile is not in it.
        let changes = self.changes().await?;
        let settings = Arc::new(self.settings().await?);
        let declared = self.manifests().flat_map(|manifest| &manifest.facts);
        let catalog = FactCatalog::new(declared.map(|fact| fact.id.as_str()));
        let assignment = Assignment::new(self.sectors, &settings.default_plugin);
        let ground =
            Ground { as_of, settings: &settings, catalog: &catalog, assignment: &assignment };
        let mut dictionaries = Dictionaries::default();
        let mut identities = Vec::new();
        let mut drafts = Vec::new();
        // Two at a time: reading more ahead would hold the whole ledger in memory.
        for ranges in self.ranges().await?.chunks(2) {
            let mut read = Vec::with_capacity(ranges.len());
            for range in ranges {
                let customers = self.store.customers(self.workspace, range.clone()).await?;
                let ledger = self.store.ledger(self.workspace, range.clone()).await?;
                identities.push(identity_chunk(&customers, &mut dictionaries));
                read.push((customers, ledger));
            }
            drafts.extend(at_once(read, |(customers, ledger)| {
                draft_chunk(&ground, &customers, ledger)
            }));
        }
        let before = self.standings_before(as_of).await?;
        let earlier = |no: CustomerNo| before.type_of(no);
        let mut reviewed = review(&ground, self.sectors, drafts, &earlier);
        reviewed.header.changes = changes;
        let portfolio = Portfolio::new(identities, dictionaries, Arc::clone(&settings));
        Ok((portfolio, reviewed))
    }

    pub(crate) async fn review_chunks(
        &self,
        header: &ReviewHeader,
    ) -> Result<Vec<Arc<ReviewChunk>>, DeskError> {
        let mut chunks = Vec::new();
        while let Some(chunk) =
            self.store.review_chunk(self.workspace, header.id, chunks.len() as u32).await?
        {
            chunks.push(Arc::new(chunk));
        }
        Ok(chunks)
    }

    /// Overrides and definitions, which are not part of a review.
    pub(crate) async fn finish(&self, portfolio: Portfolio) -> Result<Portfolio, DeskError> {
        let overrides = self.store.overrides(self.workspace).await?;
        let portfolio = portfolio.with_overrides(overrides);
        let settings = portfolio.settings().clone();
        let own = definitions::work_out(&portfolio, &settings, self.manifests());
        Ok(portfolio.with_definitions(own))
    }

    pub(crate) fn manifests(&self) -> impl Iterator<Item = &Manifest> {
        self.sectors.iter().map(|sector| sector.manifest())
    }

    /// The customer numbers ever given, a chunk at a time.
    pub(crate) async fn ranges(&self) -> Result<Vec<std::ops::Range<CustomerNo>>, DeskError> {
        let next = self.store.next_customer(self.workspace).await?;
        Ok((0..next)
            .step_by(CHUNK)
            .map(|first| first..next.min(first + CHUNK as CustomerNo))
            .collect())
    }
}

/// Works on values at the same time, each in a thread of its own.
fn at_once<T: Send, R: Send>(values: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let work = &work;
    std::thread::scope(|scope| {
        let threads: Vec<_> =
            values.into_iter().map(|value| scope.spawn(move || work(value))).collect();
        let done = threads.into_iter().map(std::thread::ScopedJoinHandle::join);
        done.map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

fn identity_chunk(customers: &[KnownCustomer], dictionaries: &mut Dictionaries) -> IdentityChunk {
    let rows = customers
        .iter()
        .map(|customer| (customer.no as usize % CHUNK, customer.id.as_str(), &customer.profile));
    IdentityChunk::build(rows, dictionaries)
}

fn draft_chunk(
    ground: &Ground<'_>,
    customers: &[KnownCustomer],
    ledger: Vec<(CustomerNo, klantwijzer_core::ledger::KeyedEntry)>,
) -> ChunkDraft {
    let mut by_customer: BTreeMap<CustomerNo, Vec<klantwijzer_core::ledger::Entry>> =
        BTreeMap::new();
    for (no, keyed) in ledger {
        by_customer.entry(no).or_default().push(keyed.entry);
    }
    let subjects: Vec<Subject<'_>> = customers
        .iter()
        .map(|customer| Subject {
            row: customer.no as usize % CHUNK,
            profile: &customer.profile,
            entries: by_customer.get(&customer.no).map_or(&[][..], Vec::as_slice),
        })
        .collect();
    ChunkDraft::derive(ground, &subjects)
}
