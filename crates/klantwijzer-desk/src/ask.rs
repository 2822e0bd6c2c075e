//! From a sentence to an answer.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_ask::follow_up::follow_up;
use klantwijzer_ask::understanding::{Outcome, Unclear, Understanding, understand};
use klantwijzer_core::answer::body::HistoryPoint;
use klantwijzer_core::answer::evidence::{EarlierReview, Figures};
use klantwijzer_core::answer::{Answer, Evidence, Needs, Note, answer};
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::PeriodFigures;
use klantwijzer_core::language::Language;
use klantwijzer_core::ledger::{Entry, KeyedEntry};
use klantwijzer_core::period::Period;
use klantwijzer_core::portfolio::{Portfolio, known};
use klantwijzer_core::query::Query;
use klantwijzer_core::review::{CHUNK, ReviewChunk, ReviewHeader};
use klantwijzer_core::text::fold;
use klantwijzer_core::workspace::WorkspaceId;

use crate::workspace::{Reader, Snapshot, in_force};
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
        let portfolio = match as_of {
            Some(day) => reader.as_of(&snapshot.portfolio, day).await?,
            None => Arc::clone(&snapshot.portfolio),
        };
        let reviewed_on = portfolio.review().map_or(who.today, |review| review.as_of);
        let evidence = reader.evidence(&Needs::of(query, reviewed_on), &portfolio).await?;
        let mut answer = answer(&portfolio, &evidence, query, as_of.unwrap_or(who.today));
        // A review has no number until it is recorded.
        if portfolio.review().is_some_and(|review| review.id == 0) {
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
    /// The portfolio as of a day: by the review that was recorded for it, or else
    /// worked out.
    async fn as_of(&self, latest: &Arc<Portfolio>, day: Date) -> Result<Arc<Portfolio>, DeskError> {
        let is_of = |review: &ReviewHeader| review.as_of == day;
        if latest.customers() == 0 || latest.review().is_some_and(is_of) {
            return Ok(Arc::clone(latest));
        }
        let reviews = self.store.reviews(self.workspace).await?;
        let Some(header) = in_force(&reviews, day).filter(|review| is_of(review)) else {
            return Ok(Arc::new(self.worked_out(day).await?));
        };
        let chunks = self.review_chunks(header).await?;
        let portfolio = latest.with_review(Arc::new(header.clone()), chunks);
        let overrides = self.store.overrides(self.workspace).await?;
        Ok(Arc::new(self.finish(&portfolio, overrides)))
    }

    async fn evidence(&self, needs: &Needs, portfolio: &Portfolio) -> Result<Evidence, DeskError> {
        let mut evidence = Evidence::default();
        if !needs.periods.is_empty() {
            let until = portfolio.review().map(|review| review.as_of);
            evidence.figures = self.figures(&needs.periods, until).await?;
        }
        let Some(current) = portfolio.review().map(|review| review.as_of) else {
            return Ok(evidence);
        };
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

    /// The review that was in force on a day, or the first one after it; always of
    /// a day before the current one's.
    async fn earlier_review(
        &self,
        day: Date,
        current: Date,
    ) -> Result<Option<EarlierReview>, DeskError> {
        let mut reviews = self.store.reviews(self.workspace).await?;
        reviews.retain(|review| review.as_of < current);
        let first_day = reviews.iter().map(|review| review.as_of).min();
        let day = first_day.map_or(day, |first| day.max(first));
        let Some(header) = in_force(&reviews, day) else {
            return Ok(None);
        };
        let chunks = self.review_chunks(header).await?;
        Ok(Some(EarlierReview { header: header.clone(), chunks }))
    }

    /// What every review up to a day made of a customer: the last one of each
    /// day, the oldest first.
    pub(crate) async fn history(
        &self,
        customer: CustomerNo,
        until: Date,
    ) -> Result<Vec<HistoryPoint>, DeskError> {
        let mut points = Vec::new();
        for header in self.last_of_each_day(until).await? {
            let number = customer / CHUNK as CustomerNo;
            let chunk = self.store.review_chunk(self.workspace, header.id, number).await?;
            points.extend(chunk.and_then(|chunk| point(&header, &chunk, customer)));
        }
        Ok(points)
    }
}

fn point(header: &ReviewHeader, chunk: &ReviewChunk, customer: CustomerNo) -> Option<HistoryPoint> {
    use klantwijzer_core::review::Standing;
    let row = customer as usize % CHUNK;
    let standing = *chunk.standing.get(row)?;
    // A score that was kept is that of an earlier point.
    if matches!(standing, Standing::Absent | Standing::Kept(_)) {
        return None;
    }
    let sector = chunk.sector.get(row).and_then(|index| header.sectors.get(usize::from(*index)));
    Some(HistoryPoint {
        as_of: header.as_of,
        customer_type: standing.customer_type(),
        value: chunk.value.get(row).copied().and_then(known),
        potential: chunk.potential.get(row).copied().and_then(known),
        plugin: sector.map(|sector| (sector.id.clone(), sector.version.clone())),
    })
}
