//! The book as one operation sees it: one snapshot, from one day, for one person.

use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_answer::answer;
use klantwijzer_answer::body::{Answer, Note};
use klantwijzer_answer::evidence::Needs;
use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_answer::query::Query;
use klantwijzer_ask::follow_up::follow_up;
use klantwijzer_ask::understanding::{Outcome, Unclear, Understanding, understand};
use klantwijzer_core::access::Action;
use klantwijzer_core::language::Language;
use smol_str::SmolStr;

use crate::owners::OwnerNamed;
use crate::{Desk, Result, Snapshot, Who};

/// The book as one operation sees it. Everything that the operation says comes
/// from this one snapshot, so that its parts never disagree; the only way to an
/// answer leads through it.
pub struct Book<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) who: Who,
    /// The day to look from, where one was named.
    pub(crate) as_of: Option<Date>,
    snapshot: Arc<Snapshot>,
}

/// What came of a sentence.
pub struct Asked {
    /// How it was understood.
    pub understanding: Understanding,
    /// The answer, where it was understood.
    pub answer: Option<Answer>,
}

impl Desk {
    /// Opens the book for one operation. With `as_of` it is about that day: by the
    /// review that was recorded for it, or else worked out for it and not
    /// recorded.
    pub async fn book(&self, who: &Who, as_of: Option<Date>) -> Result<Book<'_>> {
        who.may(Action::Ask)?;
        let current = self.current(who).await?;
        let snapshot = match as_of {
            Some(day) => {
                let portfolio = self.reader(who.workspace).as_of(&current.portfolio, day).await?;
                Arc::new(Snapshot { portfolio, vocabulary: Arc::clone(&current.vocabulary) })
            }
            None => current,
        };
        Ok(Book { desk: self, who: who.clone(), as_of, snapshot })
    }
}

impl Book<'_> {
    /// The customers and their scores, and the words that questions are in.
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// The customers and their scores.
    pub fn portfolio(&self) -> &Portfolio {
        &self.snapshot.portfolio
    }

    /// The day that is looked from.
    pub fn day(&self) -> Date {
        self.as_of.unwrap_or(self.who.today)
    }

    /// Understands and answers a sentence: as one that leans on `previous`, the
    /// query that was answered before, or else by itself. Periods such as "this
    /// year" are read from [`Self::day`].
    pub async fn ask(
        &self,
        sentence: &str,
        previous: Option<&Query>,
        hint: Option<Language>,
    ) -> Result<Asked> {
        let (vocabulary, day) = (&self.snapshot.vocabulary, self.day());
        let mut understanding = previous
            .and_then(|previous| follow_up(sentence, previous, vocabulary, day, hint))
            .unwrap_or_else(|| understand(sentence, vocabulary, day, hint));
        if understanding.mine {
            narrow_to_own(&mut understanding.outcome, &self.who, self.portfolio());
        }
        let answer = match &understanding.outcome {
            Outcome::Understood(query) => Some(self.answer(query).await?),
            Outcome::Unclear { .. } => None,
        };
        Ok(Asked { understanding, answer })
    }

    /// Answers a question that was understood before.
    pub async fn answer(&self, query: &Query) -> Result<Answer> {
        let portfolio = self.portfolio();
        let reviewed_on = portfolio.review().map_or(self.who.today, |review| review.as_of);
        let reader = self.desk.reader(self.who.workspace);
        let evidence = reader.evidence(&Needs::of(query, reviewed_on), portfolio).await?;
        let mut answer = answer(portfolio, &evidence, query, self.day());
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
    let owners = portfolio.dictionaries().owners.words();
    if owners.iter().all(|owner| owner.trim().is_empty()) {
        return;
    }
    match OwnerNamed::of(&who.name, portfolio) {
        OwnerNamed::Known(owner) => filter.owner = Some(owner.clone()),
        OwnerNamed::Resembling(owners) => {
            let reason = Unclear::NotAnOwner { name: who.name.clone() };
            let of_owner = |owner: &SmolStr| {
                let mut query = query.clone();
                query.filter_mut()?.owner = Some(owner.clone());
                Some(query)
            };
            let suggestions = owners.into_iter().filter_map(of_owner).collect();
            *outcome = Outcome::Unclear { reason, suggestions };
        }
    }
}
