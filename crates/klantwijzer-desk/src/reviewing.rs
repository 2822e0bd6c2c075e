//! Reviews: working one out, keeping it, and what earlier ones said.

use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::{CHUNK, ReviewHeader, Standing, TypeRecord};
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::StoreError;

use crate::workspace::{Reader, Workspace, in_force};
use crate::{Desk, DeskError, Snapshot, Who};

/// How many reviews are looked through for the type or the score of somebody whom
/// the last ones could not score: of ten in a row without it, nobody remembers
/// more, and each is read whole.
pub(crate) const LOOKED_THROUGH: usize = 10;

/// How often a review is worked out that others overtake. Within one process
/// nobody does, for the workspace is locked; more often than this in a row they
/// write without end, and the person hears of it.
const TRIES: usize = 3;

impl Desk {
    /// Derives facts, scores, classifies and records, as of the person's day.
    pub async fn review(
        &self,
        workspace: WorkspaceId,
        who: &Who,
    ) -> Result<ReviewHeader, DeskError> {
        who.may(Action::Review)?;
        let used = self.workspace(workspace).await;
        let _writing = used.writing.lock().await;
        Ok(self.review_and_publish(workspace, &used, who.today).await?.0)
    }

    /// Reviews; the caller holds the workspace's lock. Once the review is recorded
    /// nothing is read any more that could fail.
    pub(crate) async fn review_and_publish(
        &self,
        workspace: WorkspaceId,
        used: &Workspace,
        as_of: Date,
    ) -> Result<(ReviewHeader, Arc<Snapshot>), DeskError> {
        let reader = self.reader(workspace);
        let mut tries = 0;
        let (portfolio, header, chunks, overrides, days) = loop {
            tries += 1;
            let based_on = Some(self.store.version(workspace).await?);
            let (portfolio, reviewed, days) = reader.review(as_of).await?;
            let overrides = self.store.overrides(workspace).await?;
            let mut header = reviewed.header;
            let chunks: Vec<_> = reviewed.chunks.into_iter().map(Arc::new).collect();
            let recording =
                self.store.record_review(workspace, header.clone(), chunks.clone(), based_on);
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
    pub(crate) async fn review_change(
        &self,
        workspace: WorkspaceId,
        used: &Workspace,
        as_of: Date,
    ) -> Result<ReviewHeader, DeskError> {
        match self.review_and_publish(workspace, used, as_of).await {
            Ok((header, _)) => Ok(header),
            Err(error) => {
                used.forget();
                Err(DeskError::NotReviewed(Box::new(error)))
            }
        }
    }

    /// Reviews where something that was kept was not reviewed. The caller holds the
    /// workspace's lock.
    pub(crate) async fn catch_up(
        &self,
        workspace: WorkspaceId,
        used: &Workspace,
        who: &Who,
    ) -> Result<Option<ReviewHeader>, DeskError> {
        if !self.reader(workspace).is_behind(who).await? {
            return Ok(None);
        }
        Ok(Some(self.review_and_publish(workspace, used, who.today).await?.0))
    }
}

impl Reader<'_> {
    /// Whether something was kept that was not reviewed: that the review in force
    /// today has not seen, or from another day that no review at all has. What came
    /// in since is no reason to work out anew what was recorded then.
    pub(crate) async fn is_behind(&self, who: &Who) -> Result<bool, DeskError> {
        let basis = self.basis().await?;
        let reviews = self.store.reviews(self.workspace).await?;
        let in_force = in_force(&reviews, who.today);
        let seen = match in_force {
            None => basis.changes == 0,
            Some(review) if basis.is_in(review) => true,
            Some(_) => who.today != who.calendar_day && reviews.iter().any(|it| basis.is_in(it)),
        };
        Ok(!seen)
    }

    /// The last review of each day up to a day, the oldest first, in whatever
    /// order they were recorded.
    pub(crate) async fn last_of_each_day(
        &self,
        until: Date,
    ) -> Result<Vec<ReviewHeader>, DeskError> {
        let mut reviews = newest_first(self.store.reviews(self.workspace).await?, until);
        reviews.dedup_by_key(|review| review.as_of);
        reviews.reverse();
        Ok(reviews)
    }

    /// What reviews of earlier days made of everybody. `reviews` are those up to the
    /// day, the newest first.
    pub(crate) async fn standings_before(
        &self,
        day: Date,
        reviews: &[ReviewHeader],
    ) -> Result<StandingsBefore, DeskError> {
        let earlier = reviews.iter().filter(|review| review.as_of < day);
        let mut before = StandingsBefore::default();
        for header in earlier.take(LOOKED_THROUGH) {
            let chunks = self.review_chunks(header).await?;
            let standings: Vec<_> = chunks.iter().map(|chunk| chunk.standing.clone()).collect();
            before.add(standings);
            if !before.has_unscored {
                break;
            }
        }
        Ok(before)
    }
}

/// The reviews up to a day, the newest first.
pub(crate) fn newest_first(mut reviews: Vec<ReviewHeader>, until: Date) -> Vec<ReviewHeader> {
    reviews.retain(|review| review.as_of <= until);
    reviews.sort_by_key(|review| std::cmp::Reverse((review.as_of, review.id)));
    reviews
}

/// What earlier reviews made of everybody, by chunk. Somebody whom a review could
/// not score is as the one before had it.
#[derive(Default)]
pub(crate) struct StandingsBefore {
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
    pub(crate) fn type_of(&self, no: CustomerNo) -> Option<TypeRecord> {
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
