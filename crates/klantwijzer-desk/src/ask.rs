//! From a sentence to an answer.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_answer::answer;
use klantwijzer_answer::body::{Answer, HistoryPoint, Note};
use klantwijzer_answer::evidence::{EarlierReview, Evidence, Figures, Needs};
use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_answer::query::Query;
use klantwijzer_ask::follow_up::follow_up;
use klantwijzer_ask::understanding::{Outcome, Unclear, Understanding, understand};
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::PeriodFigures;
use klantwijzer_core::language::Language;
use klantwijzer_core::ledger::{Entry, KeyedEntry};
use klantwijzer_core::period::Period;
use klantwijzer_core::review::{CHUNK, ReviewHeader};
use klantwijzer_core::text::fold;
use klantwijzer_core::workspace::WorkspaceId;

use crate::workspace::{Reader, Snapshot};
use crate::{Desk, DeskError, Who};

/// What came of a sentence.
pub struct Reply {
    /// How it was understood.
    pub understanding: Understanding,
    /// The answer, where it was understood.
    pub answer: Option<Answer>,
    /// The snapshot that the answer is from.
    pub snapshot: Arc<Snapshot>,
}

impl Desk {
    /// Understands and answers a sentence: as one that leans on `previous`, the
    /// query that was answered before, or else by itself. With `as_of`, the answer is about
    /// that day: from the review that was recorded for it, or else worked out
    /// for it and not recorded. Periods such as "this year" are read from
    /// `as_of`, or else from the person's today.
    pub async fn ask(
        &self,
        workspace: WorkspaceId,
        who: &Who,
        sentence: &str,
        previous: Option<&Query>,
        as_of: Option<Date>,
        hint: Option<Language>,
    ) -> Result<Reply, DeskError> {
        let snapshot = self.snapshot(workspace, who).await?;
        let day = as_of.unwrap_or(who.today);
        let vocabulary = &snapshot.vocabulary;
        let mut understanding = previous
            .and_then(|previous| follow_up(sentence, previous, vocabulary, day, hint))
            .unwrap_or_else(|| understand(sentence, vocabulary, day, hint));
        if understanding.mine {
            narrow_to_own(&mut understanding.outcome, who, &snapshot.portfolio);
        }
        let answer = match &understanding.outcome {
            Outcome::Understood(query) => Some(self.answer(workspace, who, query, as_of).await?),
            Outcome::Unclear { .. } => None,
        };
        Ok(Reply { understanding, answer, snapshot })
    }

    /// Answers a question that was understood before.
    pub async fn answer(
        &self,
        workspace: WorkspaceId,
        who: &Who,
        query: &Query,
        as_of: Option<Date>,
    ) -> Result<Answer, DeskError> {
        let snapshot = self.snapshot(workspace, who).await?;
        let reader = self.reader(workspace);
        let (portfolio, worked_out) = match as_of {
            Some(day) => reader.as_of(&snapshot.portfolio, day).await?,
            None => (Arc::clone(&snapshot.portfolio), false),
        };
        let reviewed_on = portfolio.review().map_or(who.today, |review| review.as_of);
        let evidence = reader.evidence(&Needs::of(query, reviewed_on), &portfolio).await?;
        let mut answer = answer(&portfolio, &evidence, query, as_of.unwrap_or(who.today));
        if worked_out {
            answer.notes.push(Note::WorkedOut);
        }
        Ok(answer)
    }
}

/// Narrows "my customers" to those that whoever asks looks after: the owner of
/// the same name, whatever its capitals and accents. Somebody who looks after
/// nobody is told so, rather than shown everybody's. In a book that names no
/// owners at all, every customer is whoever asks'.
fn narrow_to_own(outcome: &mut Outcome, who: &Who, portfolio: &Portfolio) {
    let Outcome::Understood(query) = outcome else { return };
    let Some(filter) = query.filter_mut().filter(|filter| filter.owner.is_none()) else { return };
    let name = fold(&who.name);
    let owners = portfolio.dictionaries().owners.words();
    let mut owners = owners.iter().filter(|owner| !owner.trim().is_empty()).peekable();
    if owners.peek().is_none() {
        return;
    }
    if let Some(owner) = owners.find(|owner| fold(owner) == name) {
        filter.owner = Some(owner.clone());
    } else {
        let reason = Unclear::NotAnOwner { name: who.name.clone() };
        *outcome = Outcome::Unclear { reason, suggestions: Vec::new() };
    }
}

impl Reader<'_> {
    /// The portfolio as of a day, and whether it had to be worked out because no
    /// review was recorded for that day.
    async fn as_of(
        &self,
        latest: &Arc<Portfolio>,
        day: Date,
    ) -> Result<(Arc<Portfolio>, bool), DeskError> {
        if latest.customers() == 0 || latest.review().is_some_and(|review| review.as_of == day) {
            return Ok((Arc::clone(latest), false));
        }
        let reviews = self.store.reviews(self.workspace).await?;
        if let Some(header) = reviews.into_iter().rev().find(|review| review.as_of == day) {
            let chunks = self.review_chunks(&header).await?;
            let portfolio = latest.with_review(Arc::new(header), chunks);
            return Ok((Arc::new(self.finish(portfolio).await?), false));
        }
        let (portfolio, reviewed) = self.review(day).await?;
        let chunks = reviewed.chunks.into_iter().map(Arc::new).collect();
        let portfolio = portfolio.with_review(Arc::new(reviewed.header), chunks);
        Ok((Arc::new(self.finish(portfolio).await?), true))
    }

    async fn evidence(&self, needs: &Needs, portfolio: &Portfolio) -> Result<Evidence, DeskError> {
        let mut evidence = Evidence::default();
        if !needs.periods.is_empty() {
            let until = portfolio.review().map(|review| review.as_of);
            evidence.figures = self.figures(&needs.periods, until).await?;
        }
        let current = portfolio.review().map(|review| (review.as_of, review.id));
        if let Some(day) = needs.earlier {
            evidence.earlier = self.earlier_review(day, current).await?;
        }
        if let Some(customer) = needs.history {
            evidence.history = self.history(customer, current).await?;
        }
        Ok(evidence)
    }

    /// The figures of periods, of what is in the book up to a day.
    async fn figures(
        &self,
        periods: &[Period],
        until: Option<Date>,
    ) -> Result<Vec<(Period, Figures)>, DeskError> {
        let mut figures: Vec<(Period, Figures)> =
            periods.iter().map(|period| (*period, Figures::new())).collect();
        for range in self.ranges().await? {
            let mut ledgers: HashMap<CustomerNo, Vec<Entry>> = HashMap::new();
            let ledger = self.store.ledger(self.workspace, range).await?;
            let known = |keyed: &KeyedEntry| until.is_none_or(|until| keyed.entry.date <= until);
            for (no, keyed) in ledger.into_iter().filter(|(_, keyed)| known(keyed)) {
                ledgers.entry(no).or_default().push(keyed.entry);
            }
            for (no, entries) in ledgers {
                for (period, by_customer) in &mut figures {
                    let figure = PeriodFigures::of(&entries, *period);
                    if figure != PeriodFigures::default() {
                        by_customer.insert(no, figure);
                    }
                }
            }
        }
        Ok(figures)
    }

    /// The review that was in force on a day, or the first one after it; never
    /// the current one.
    async fn earlier_review(
        &self,
        day: Date,
        current: Option<(Date, u32)>,
    ) -> Result<Option<EarlierReview>, DeskError> {
        let reviews = self.store.reviews(self.workspace).await?;
        let before_current =
            |review: &&ReviewHeader| current.is_some_and(|(as_of, _)| review.as_of < as_of);
        let earlier: Vec<&ReviewHeader> = reviews.iter().filter(before_current).collect();
        let in_force = earlier
            .iter()
            .filter(|review| review.as_of <= day)
            .max_by_key(|review| (review.as_of, review.id));
        let first_after = || {
            let first_day = earlier.iter().map(|review| review.as_of).min()?;
            earlier.iter().filter(|review| review.as_of == first_day).max_by_key(|r| r.id)
        };
        let Some(header) = in_force.or_else(first_after) else {
            return Ok(None);
        };
        let chunks = self.review_chunks(header).await?;
        Ok(Some(EarlierReview { header: (*header).clone(), chunks }))
    }

    /// What every review up to the current one made of a customer: the last one
    /// of each day, the oldest first.
    pub(crate) async fn history(
        &self,
        customer: CustomerNo,
        current: Option<(Date, u32)>,
    ) -> Result<Vec<HistoryPoint>, DeskError> {
        let mut last_of_day: BTreeMap<Date, ReviewHeader> = BTreeMap::new();
        for review in self.store.reviews(self.workspace).await? {
            if current.is_some_and(|(as_of, _)| review.as_of <= as_of) {
                last_of_day.insert(review.as_of, review);
            }
        }
        let mut points = Vec::new();
        for header in last_of_day.into_values() {
            let number = customer / CHUNK as CustomerNo;
            let chunk = self.store.review_chunk(self.workspace, header.id, number).await?;
            points.extend(chunk.and_then(|chunk| HistoryPoint::of(&header, &chunk, customer)));
        }
        Ok(points)
    }
}
