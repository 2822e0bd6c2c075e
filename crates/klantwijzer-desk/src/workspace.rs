//! One workspace at the desk: its snapshot and its lock.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use jiff::civil::Date;
use klantwijzer_answer::portfolio::{Dictionaries, IdentityChunk, Portfolio};
use klantwijzer_ask::vocabulary::Vocabulary;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::review::{
    Assignment, CHUNK, ChunkDraft, Ground, Override, Plugins, Review, ReviewChunk, ReviewHeader,
    Subject, score,
};
use klantwijzer_core::scorer::{Broken, Sector};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::{KnownCustomer, Store};
use smol_str::SmolStr;
use tokio::sync::Mutex;

use crate::reviewing::{LOOKED_THROUGH, newest_first};
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
    kept: ArcSwapOption<Kept>,
    /// Held by whoever changes the workspace.
    pub(crate) writing: Mutex<()>,
}

/// A snapshot with the days from which it is what one sees.
#[derive(Clone)]
struct Kept {
    snapshot: Arc<Snapshot>,
    days: RangeInclusive<Date>,
}

impl Workspace {
    /// The snapshot to answer from on a day, where it is in memory.
    pub(crate) fn seen_from(&self, day: Date) -> Option<Arc<Snapshot>> {
        let kept = self.kept.load();
        let kept = kept.as_ref().filter(|kept| kept.days.contains(&day));
        kept.map(|kept| Arc::clone(&kept.snapshot))
    }

    /// From now on questions from these days are answered from this snapshot.
    pub(crate) fn keep(&self, snapshot: Arc<Snapshot>, days: RangeInclusive<Date>) {
        self.kept.store(Some(Arc::new(Kept { snapshot, days })));
    }

    /// The next question reads the store.
    pub(crate) fn forget(&self) {
        self.kept.store(None);
    }

    /// Changes what questions are answered from, by what was just stored.
    pub(crate) fn change(&self, change: impl FnOnce(&Portfolio) -> Portfolio) {
        if let Some(kept) = self.kept.load_full() {
            let portfolio = Arc::new(change(&kept.snapshot.portfolio));
            let vocabulary = Arc::clone(&kept.snapshot.vocabulary);
            self.keep(Arc::new(Snapshot { portfolio, vocabulary }), kept.days.clone());
        }
    }
}

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
    pub(crate) async fn settings(&self) -> Result<Settings, DeskError> {
        Ok(self.store.settings(self.workspace).await?.unwrap_or_default())
    }

    /// The portfolio as seen from a day, with the review that is in force on it,
    /// and the days from which one sees the same.
    pub(crate) async fn load(
        &self,
        day: Date,
    ) -> Result<(Portfolio, RangeInclusive<Date>), DeskError> {
        let settings = Arc::new(self.settings().await?);
        let mut dictionaries = Dictionaries::default();
        let mut identities = Vec::new();
        for range in self.ranges().await? {
            let customers = self.store.customers(self.workspace, range).await?;
            identities.push(identity_chunk(&customers, &mut dictionaries));
        }
        let portfolio = Portfolio::new(identities, dictionaries, settings);
        let reviews = self.store.reviews(self.workspace).await?;
        let days = days_of(&reviews, day);
        let portfolio = match in_force(&reviews, day) {
            Some(header) => {
                let chunks = self.review_chunks(header).await?;
                portfolio.with_review(Arc::new(header.clone()), chunks)
            }
            None => portfolio,
        };
        let overrides = self.store.overrides(self.workspace).await?;
        Ok((self.finish(&portfolio, overrides), days))
    }

    /// The portfolio with a review of the day that is not recorded.
    pub(crate) async fn worked_out(&self, as_of: Date) -> Result<Portfolio, DeskError> {
        let (portfolio, reviewed, _) = self.review(as_of).await?;
        let chunks = reviewed.chunks.into_iter().map(Arc::new).collect();
        let overrides = self.store.overrides(self.workspace).await?;
        let portfolio = portfolio.with_review(Arc::new(reviewed.header), chunks);
        Ok(self.finish(&portfolio, overrides))
    }

    /// The portfolio, and a review of the day, worked out and not recorded, with the
    /// days on which it would be in force.
    pub(crate) async fn review(
        &self,
        as_of: Date,
    ) -> Result<(Portfolio, Review, RangeInclusive<Date>), DeskError> {
        // Looked at before anything is read: what comes in meanwhile is not in it.
        let basis = self.basis().await?;
        let settings = Arc::new(self.settings().await?);
        let reviews = self.store.reviews(self.workspace).await?;
        let days = as_of..=*days_of(&reviews, as_of).end();
        let known = in_force(&reviews, as_of).or(reviews.last()).cloned();
        let reviews = newest_first(reviews, as_of);
        let Loaded { ready, broken, removed } = self.plugins;
        let recorded = known.as_ref().map_or(&[][..], |known| known.sectors.as_slice());
        let plugins = Plugins::new(ready, broken, removed, recorded);
        let held = match (plugins.holding(recorded), &known) {
            (Some(holding), Some(known)) => held_by(&holding, &self.review_chunks(known).await?),
            _ => Vec::new(),
        };
        let declared = plugins.records().flat_map(|record| &record.facts);
        let catalog = FactCatalog::new(declared.map(|fact| fact.id.as_str()));
        let assignment = Assignment::new(&plugins, &settings.default_plugin);
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
                let held = held.get(range.start as usize / CHUNK).map_or(&[][..], Vec::as_slice);
                read.push((customers, ledger, held));
            }
            drafts.extend(at_once(read, |(customers, ledger, held)| {
                draft_chunk(&ground, &customers, ledger, held)
            }));
        }
        let mut scored = score(&ground, &plugins, drafts);
        for review in reviews.iter().take(LOOKED_THROUGH) {
            if !scored.looks_for_scores() {
                break;
            }
            scored.keep_scores_of(review, &self.review_chunks(review).await?);
        }
        let before = self.standings_before(as_of, &reviews).await?;
        let mut reviewed = scored.classified(&|no: CustomerNo| before.type_of(no));
        reviewed.header.changes = basis.changes;
        reviewed.header.basis = basis.digest;
        let portfolio = Portfolio::new(identities, dictionaries, Arc::clone(&settings));
        Ok((portfolio, reviewed, days))
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
    pub(crate) async fn ranges(&self) -> Result<Vec<std::ops::Range<CustomerNo>>, DeskError> {
        let next = self.store.next_customer(self.workspace).await?;
        Ok((0..next)
            .step_by(CHUNK)
            .map(|first| first..next.min(first + CHUNK as CustomerNo))
            .collect())
    }
}

/// The review that is in force on a day: the last one of that day or before.
pub(crate) fn in_force(reviews: &[ReviewHeader], day: Date) -> Option<&ReviewHeader> {
    let so_far = reviews.iter().filter(|review| review.as_of <= day);
    so_far.max_by_key(|review| (review.as_of, review.id))
}

/// The days on which the review is in force that is so on `day`.
pub(crate) fn days_of(reviews: &[ReviewHeader], day: Date) -> RangeInclusive<Date> {
    let days = || reviews.iter().map(|review| review.as_of);
    let first = days().filter(|as_of| *as_of <= day).max().unwrap_or(Date::MIN);
    let next = days().filter(|as_of| *as_of > day).min();
    first..=next.and_then(|next| next.yesterday().ok()).unwrap_or(Date::MAX)
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

/// The plugin that holds each customer, by chunk: see [`Plugins::holding`].
fn held_by(holding: &[Option<u8>], chunks: &[Arc<ReviewChunk>]) -> Vec<Vec<Option<u8>>> {
    let holder = |sector: &u8| holding.get(usize::from(*sector)).copied().flatten();
    chunks.iter().map(|chunk| chunk.sector.iter().map(holder).collect()).collect()
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
    held: &[Option<u8>],
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
            held: held.get(customer.no as usize % CHUNK).copied().flatten(),
        })
        .collect();
    ChunkDraft::derive(ground, &subjects)
}
