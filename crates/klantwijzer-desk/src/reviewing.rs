//! Reviews: working one out, keeping it, and what earlier ones said.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_answer::portfolio::{Dictionaries, Portfolio};
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::ledger::{Entry, KeyedEntry};
use klantwijzer_core::review::{
    Assignment, CHUNK, ChunkDraft, Ground, Plugins, Review, ReviewChunk, ReviewHeader,
    ReviewSummary, Standing, Subject, TypeRecord, score,
};
use klantwijzer_store::{KnownCustomer, StoreError};

use crate::reader::{Loaded, Reader, days_of, identity_chunk, in_force};
use crate::workspace::Workspace;
use crate::{Desk, DeskError, Result, Snapshot, Who};

/// How many reviews are looked through for the type or the score of somebody whom
/// the last ones could not score: of ten in a row without it, nobody remembers
/// more, and each is read whole.
const LOOKED_THROUGH: usize = 10;

/// How often a review is worked out that others overtake. Within one process
/// nobody does, for the workspace is locked; more often than this in a row they
/// write without end, and the person hears of it.
const TRIES: usize = 3;

impl Desk {
    /// Derives facts, scores, classifies and records, as of the person's day.
    pub async fn review(&self, who: &Who) -> Result<ReviewHeader> {
        who.may(Action::Review)?;
        let used = self.workspace(who.workspace).await;
        let _writing = used.writing.lock().await;
        Ok(self.review_and_publish(&used, who).await?.0)
    }

    /// Reviews; the caller holds the workspace's lock. Once the review is recorded
    /// nothing is read any more that could fail.
    pub(crate) async fn review_and_publish(
        &self,
        used: &Workspace,
        who: &Who,
    ) -> Result<(ReviewHeader, Arc<Snapshot>)> {
        let reader = self.reader(who.workspace);
        let mut tries = 0;
        let (portfolio, header, chunks, overrides, days) = loop {
            tries += 1;
            let based_on = Some(self.store.version(who.workspace).await?);
            let (portfolio, reviewed, days) = reader.review(who.today).await?;
            let overrides = self.store.overrides(who.workspace).await?;
            let mut header = reviewed.header;
            let chunks: Vec<_> = reviewed.chunks.into_iter().map(Arc::new).collect();
            let recording =
                self.store.record_review(who.workspace, header.clone(), chunks.clone(), based_on);
            match recording.await {
                // Somebody else wrote meanwhile: what came of it is not in this review.
                Err(StoreError::Conflict) if tries < TRIES => {}
                recorded => {
                    header.id = recorded?;
                    break (portfolio, header, chunks, overrides, days);
                }
            }
        };
        let portfolio = portfolio.with_review(Arc::new(header.clone()), chunks);
        let snapshot = self.publish(used, reader.finish(&portfolio, overrides), days);
        Ok((header, snapshot))
    }

    /// Reviews what was just changed. The change is kept whatever comes of that:
    /// then the next question reviews first.
    pub(crate) async fn review_change(&self, used: &Workspace, who: &Who) -> Result<ReviewHeader> {
        let reviewed = self.review_and_publish(used, who).await;
        reviewed.map(|(header, _)| header).map_err(|error| {
            used.forget();
            DeskError::NotReviewed(Box::new(error))
        })
    }

    /// Reviews where something that was kept was not reviewed. The caller holds the
    /// workspace's lock.
    pub(crate) async fn catch_up(
        &self,
        used: &Workspace,
        who: &Who,
    ) -> Result<Option<ReviewHeader>> {
        let reviews = self.store.reviews(who.workspace).await?;
        if !self.reader(who.workspace).is_behind(who, &reviews).await? {
            return Ok(None);
        }
        Ok(Some(self.review_and_publish(used, who).await?.0))
    }
}

impl Reader<'_> {
    /// The portfolio with a review of the day that is not recorded.
    pub(crate) async fn worked_out(&self, as_of: Date) -> Result<Portfolio> {
        let (portfolio, reviewed, _) = self.review(as_of).await?;
        let chunks = reviewed.chunks.into_iter().map(Arc::new).collect();
        let overrides = self.store.overrides(self.workspace).await?;
        let portfolio = portfolio.with_review(Arc::new(reviewed.header), chunks);
        Ok(self.finish(&portfolio, overrides))
    }

    /// The portfolio, and a review of the day, worked out and not recorded, with the
    /// days on which it would be in force.
    async fn review(&self, as_of: Date) -> Result<(Portfolio, Review, RangeInclusive<Date>)> {
        // Looked at before anything is read: what comes in meanwhile is not in it.
        let basis = self.basis().await?;
        let settings = Arc::new(self.settings().await?);
        let reviews = self.store.reviews(self.workspace).await?;
        let days = as_of..=*days_of(&reviews, as_of).end();
        let known = match in_force(&reviews, as_of).or(reviews.last()) {
            Some(review) => Some(self.header(review).await?),
            None => None,
        };
        let reviews = newest_first(reviews, as_of);
        let Loaded { ready, broken, removed } = self.plugins;
        let recorded = known.as_ref().map_or(&[][..], |known| known.sectors.as_slice());
        let plugins = Plugins::new(ready, broken, removed, recorded);
        let held = match (plugins.holding(recorded), &known) {
            (Some(holding), Some(known)) => held_by(&holding, &self.review_chunks(known.id).await?),
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
            let header = self.header(review).await?;
            scored.keep_scores_of(&header, &self.review_chunks(review.id).await?);
        }
        let before = self.standings_before(as_of, &reviews).await?;
        let mut reviewed = scored.classified(&|no: CustomerNo| before.type_of(no));
        reviewed.header.changes = basis.changes;
        reviewed.header.basis = basis.digest;
        let portfolio = Portfolio::new(identities, dictionaries, Arc::clone(&settings));
        Ok((portfolio, reviewed, days))
    }

    /// Whether something was kept that none of these reviews has seen: not the one in
    /// force today, or from another day none at all. What came in since is no reason
    /// to work out anew what was recorded then.
    pub(crate) async fn is_behind(&self, who: &Who, reviews: &[ReviewSummary]) -> Result<bool> {
        let basis = self.basis().await?;
        let in_force = in_force(reviews, who.today);
        let seen = match in_force {
            None => basis.changes == 0,
            Some(review) if basis.is_in(review) => true,
            Some(_) => who.today != who.calendar_day && reviews.iter().any(|it| basis.is_in(it)),
        };
        Ok(!seen)
    }

    /// The last review of each day up to a day, the oldest first, in whatever
    /// order they were recorded.
    pub(crate) async fn last_of_each_day(&self, until: Date) -> Result<Vec<ReviewSummary>> {
        let mut reviews = newest_first(self.store.reviews(self.workspace).await?, until);
        reviews.dedup_by_key(|review| review.as_of);
        reviews.reverse();
        Ok(reviews)
    }

    /// What reviews of earlier days made of everybody. `reviews` are those up to the
    /// day, the newest first.
    async fn standings_before(
        &self,
        day: Date,
        reviews: &[ReviewSummary],
    ) -> Result<StandingsBefore> {
        let earlier = reviews.iter().filter(|review| review.as_of < day);
        let mut before = StandingsBefore::default();
        for review in earlier.take(LOOKED_THROUGH) {
            let chunks = self.review_chunks(review.id).await?;
            before.add(chunks.iter().map(|chunk| chunk.standing.clone()).collect());
            if !before.has_unscored {
                break;
            }
        }
        Ok(before)
    }
}

/// The reviews up to a day, the newest first.
fn newest_first(mut reviews: Vec<ReviewSummary>, until: Date) -> Vec<ReviewSummary> {
    reviews.retain(|review| review.as_of <= until);
    reviews.sort_by_key(|review| std::cmp::Reverse((review.as_of, review.id)));
    reviews
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

fn draft_chunk(
    ground: &Ground<'_>,
    customers: &[KnownCustomer],
    ledger: Vec<(CustomerNo, KeyedEntry)>,
    held: &[Option<u8>],
) -> ChunkDraft {
    let mut by_customer: BTreeMap<CustomerNo, Vec<Entry>> = BTreeMap::new();
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

/// What earlier reviews made of everybody, by chunk. Somebody whom a review could
/// not score is as the one before had it.
#[derive(Default)]
struct StandingsBefore {
    chunks: Vec<Vec<Standing>>,
    has_unscored: bool,
}

impl StandingsBefore {
    /// Takes in a review that is older than those before.
    fn add(&mut self, older: Vec<Vec<Standing>>) {
        if self.chunks.is_empty() {
            self.chunks = older;
        } else {
            let chunks = self.chunks.iter_mut().zip(&older);
            for (now, older) in chunks.flat_map(|(now, older)| now.iter_mut().zip(older)) {
                if matches!(now, Standing::Unscored(_)) && *older != Standing::Absent {
                    *now = *older;
                }
            }
        }
        let all = self.chunks.iter().flatten();
        self.has_unscored = all.into_iter().any(|now| matches!(now, Standing::Unscored(_)));
    }

    /// The type that a customer had.
    fn type_of(&self, no: CustomerNo) -> Option<TypeRecord> {
        self.chunks.get(no as usize / CHUNK)?.get(no as usize % CHUNK)?.record()
    }
}

#[cfg(test)]
mod tests {
    use klantwijzer_core::review::Unscored;
    use klantwijzer_core::types::CustomerType;

    use super::*;

    #[test]
    fn a_review_that_could_not_score_leaves_the_type_of_before() {
        let typed =
            |customer_type| Standing::Typed(TypeRecord { customer_type, ..TypeRecord::UNDECIDED });
        let unscored = Standing::Unscored(Unscored::NoPlugin);
        let mut before = StandingsBefore::default();
        before.add(vec![vec![unscored, typed(CustomerType::Large), unscored, Standing::NoMoney]]);
        assert!(before.has_unscored);
        before.add(vec![vec![
            typed(CustomerType::Strategic),
            unscored,
            Standing::Absent,
            unscored,
        ]]);
        let found: Vec<_> = (0..4).map(|no| before.type_of(no).map(|t| t.customer_type)).collect();
        assert_eq!(found, [Some(CustomerType::Strategic), Some(CustomerType::Large), None, None]);
        assert!(before.has_unscored, "the third was never scored");
    }
}
