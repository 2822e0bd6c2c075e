//! What a sentence means by its likeness to the examples: where no rule of the
//! grammar recognises it, and where a rule takes it for something unlikely.

use std::sync::LazyLock;

use jiff::civil::Date;
use klantwijzer_answer::query::{Intent, Query};

use crate::concept::set;
use crate::concept::{Concept, ConceptSet};
use crate::intents::{is_about_one, is_tolerant, used_by};
use crate::learned::{Label, learned};
use crate::reading::{Item, Reading, Value};
use crate::slots;
use crate::terms::Term;

// How far a likelihood can be trusted was measured with a model that had seen
// none of the 3,088 sentences with a known meaning.

/// From this likelihood on an intent is taken for what was meant: 96 of 100 that
/// are as likely are right. Of those between a half and this 65 are.
const LIKELY: f64 = 0.6;

/// The same, with a word left over that no example has, which may select others:
/// 98 of 100 that are as likely are right. Just below it 89 are.
const LIKELY_WITH_A_STRANGER: f64 = 0.9;

/// From this likelihood on another intent is believed against a rule, when the
/// rule's own is less likely than [`DOUBTED`]. A rule is a reason by itself, so
/// more is asked than without one: 90 of 100 right at the least, 97 in all.
const BELIEVED: f64 = 0.7;

/// From this likelihood on that nothing is asked, a rule is not believed: 91 of
/// 100 are right, and asking back costs a person less than a wrong answer.
const NOTHING_ASKED: f64 = 0.6;

/// The fewest words of a sentence in which nothing can be asked against a rule: a
/// few words may be all that somebody types, as in "my customers".
const FULL_SENTENCE: usize = 5;

/// Below this likelihood an intent is doubted: of 100 right ones 3 are.
const DOUBTED: f64 = 0.1;

/// From this likelihood on an intent is offered to who must choose. Right ones are
/// seldom less likely ([`DOUBTED`]).
const WORTH_ASKING: f64 = 0.1;

/// What the examples make of a sentence.
pub(crate) struct Opinion<'a> {
    /// The reading, its words that stand in examples no longer taken for names.
    reading: Reading<'a>,
    likely: Vec<(Label, f64)>,
}

/// A stretch of words that no example has.
struct Stranger {
    /// Its place among the items.
    place: usize,
    /// Written with a capital, as a name is.
    named: bool,
}

impl<'a> Opinion<'a> {
    pub(crate) fn of(reading: &Reading<'a>) -> Self {
        Self { reading: plain(reading), likely: learned().likelihoods(reading) }
    }

    /// The query that the examples make likely, and how likely; `None` when
    /// they leave it open.
    ///
    /// As with the rules, nothing that the sentence names may be left over:
    /// neither a value that the query has no place for, nor words that no
    /// example has, for these may select others.
    pub(crate) fn query(&self, today: Date) -> Option<(Query, f64)> {
        let (label, likelihood) = *self.likely.first()?;
        let intent = label?;
        let odd = self.strangers();
        let enough = match odd.as_slice() {
            [] => LIKELY,
            _ if is_tolerant(intent) || intent == Intent::SayNoCheck => LIKELY,
            // A count or a ranking of others than were meant looks right.
            [one] if !one.named && !matches!(intent, Intent::CountByDefinition | Intent::TopN) => {
                LIKELY_WITH_A_STRANGER
            }
            _ => return None,
        };
        let used = used_by(intent);
        let placed = |item: &Item| item.concepts.meets(used) || !item.concepts.meets(*NAMING);
        if likelihood < enough || !self.reading.items.iter().all(placed) {
            return None;
        }
        let mut reading = self.reading.clone();
        for stranger in odd.iter().filter(|_| !is_about_one(intent)) {
            as_plain_word(&mut reading.items[stranger.place]);
        }
        Some((slots::query(intent, &reading, today).ok()?, likelihood))
    }

    /// The words that no example has.
    fn strangers(&self) -> Vec<Stranger> {
        let unknown = |(place, item): (usize, &Item)| {
            let mut words = item.range.clone();
            let named = words.any(|at| at > 0 && self.reading.tokens[at].capital);
            item.concepts.has(Concept::Unknown).then_some(Stranger { place, named })
        };
        self.reading.items.iter().enumerate().filter_map(unknown).collect()
    }

    /// Whether one customer is asked about, likely enough to look for a name
    /// among ordinary words; a strange word would be that name.
    pub(crate) fn lacks_name(&self) -> bool {
        let likely = self.likely.first().filter(|(_, share)| *share >= LIKELY);
        likely.and_then(|(label, _)| *label).is_some_and(is_about_one)
            && self.reading.customers().next().is_none()
            && !self.reading.has(Concept::Unknown)
    }

    /// Whether the examples speak against what a rule made of the sentence.
    pub(crate) fn contradicts(&self, query: &Query) -> bool {
        let of = |label: Label| {
            self.likely.iter().find(|(known, _)| *known == label).map_or(0.0, |(_, share)| *share)
        };
        let own = Some(query.intent());
        match self.likely.first() {
            Some((None, share)) => {
                *share >= NOTHING_ASKED && self.reading.tokens.len() >= FULL_SENTENCE
            }
            Some((top, share)) => *top != own && *share >= BELIEVED && of(own) < DOUBTED,
            None => false,
        }
    }

    /// The queries of the likeliest intents.
    pub(crate) fn suggestions(&self, today: Date) -> impl Iterator<Item = Query> {
        let worth = self.likely.iter().take_while(|(_, share)| *share >= WORTH_ASKING);
        worth.filter_map(move |(label, _)| slots::query((*label)?, &self.reading, today).ok())
    }
}

/// What narrows a question down or is what it is about.
static NAMING: LazyLock<ConceptSet> = LazyLock::new(|| set("@naming"));

/// The reading in which words of the examples are taken for what they are
/// there: neither names nor sectors that the book does not have.
fn plain<'a>(reading: &Reading<'a>) -> Reading<'a> {
    let mut plain = reading.clone();
    for item in &mut plain.items {
        let known = item.range.clone().all(|at| {
            let named = reading.tokens[at].capital && at > 0;
            !named && learned().knows(&reading.forms[at])
        });
        let word = match &item.value {
            Value::Unknown => known,
            Value::Term(Term::OtherSector) => known && !reading.is_within(item.range.start),
            _ => false,
        };
        if word {
            as_plain_word(item);
        }
    }
    plain
}

fn as_plain_word(item: &mut Item) {
    item.concepts = Concept::Filler.into();
    item.value = Value::None;
}
