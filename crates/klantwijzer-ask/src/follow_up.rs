//! A short sentence after an answer, read as the same question about something
//! else: "and in healthcare?", "en vorig jaar?", "how about Jansen?".

use std::sync::LazyLock;

use jiff::civil::Date;
use klantwijzer_answer::query::{About, Intent, Party, Query};
use klantwijzer_core::language::Language;

use crate::changes::changed;
use crate::concept::{Concept, ConceptSet, set};
use crate::intents::candidates;
use crate::linking::Link;
use crate::lists::List;
use crate::reading::{Item, Reading, Value};
use crate::slots::Fail;
use crate::text::{Token, tokens};
use crate::understanding::{
    CERTAIN, Outcome, Slot, Unclear, Understanding, assumed, judge, understand,
};
use crate::vocabulary::Vocabulary;

/// The most words of a sentence that leans on the one before; longer ones say
/// all that they mean.
const LONGEST: usize = 12;

/// Words that may stand before those that open such a sentence: "ok, en in de zorg?".
const OPENINGS: &[&str] =
    &["ok", "oke", "okay", "top", "thanks", "bedankt", "hm", "ah", "ja", "yes", "right"];

/// Words for those of the answer before: "which of those are large?".
const REFERENCES: &[&str] =
    &["those", "these", "them", "daarvan", "hiervan", "ervan", "daarbinnen", "eronder"];

/// The words of a sentence that asks how many those of the answer before are.
const COUNTING: &[&str] = &[
    "hoeveel", "zijn", "is", "dat", "dit", "er", "het", "die", "dan", "dus", "nu", "in", "totaal",
    "en", "how", "many", "are", "that", "those", "these", "there", "they", "of", "them", "so",
    "total", "and",
];

/// Words for the one customer of the answer before.
const PRONOUNS: &[&str] = &[
    "daar", "daarmee", "ermee", "it", "its", "he", "she", "him", "hem", "hij", "hen", "they",
    "them",
];

/// Reads a sentence as a question that leans on `previous`; `None` when it
/// stands on its own, or says nothing that `previous` could do with.
///
/// What the sentence names takes the place of what `previous` had, and the rest
/// of `previous` is kept. A question about one customer that names nobody is
/// about the customer of `previous`.
pub fn follow_up(
    text: &str,
    previous: &Query,
    vocabulary: &Vocabulary,
    today: Date,
    hint: Option<Language>,
) -> Option<Understanding> {
    let words = tokens(text);
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    let lead = lead(&words);
    let leans = lead > 0 || words.iter().any(|token| REFERENCES.contains(&token.word.as_str()));
    let rest = words.get(lead).and_then(|token| text.get(token.bytes.start..))?;
    let reading = Reading::new(rest, vocabulary, today, false);
    let whole = Reading::new(text, vocabulary, today, false);
    // Examples hold no fragments: only the rules know one that is a question.
    let asks = || matches!(judge(&whole, &candidates(&whole), today).0, Outcome::Understood(_));
    let outcome = if let Some(same) = how_many(previous, &words) {
        Outcome::Understood(same)
    } else if is_fragment(&reading, previous) && (leans || !asks()) {
        match changed(previous, &reading, today) {
            Ok(query) => Outcome::Understood(query?),
            Err(Fail::Unclear(reason)) => Outcome::Unclear { reason, suggestions: Vec::new() },
            Err(Fail::NotThis) => return None,
        }
    } else {
        let alone = understand(text, vocabulary, today, hint);
        if let Some(check) = why_no(previous, &alone.outcome) {
            return Some(Understanding { outcome: Outcome::Understood(check), ..alone });
        }
        about_the_same(text, previous, vocabulary, today, &alone)?
    };
    Some(Understanding {
        language: whole.language.or(hint).unwrap_or_default(),
        confidence: if matches!(outcome, Outcome::Understood(_)) { CERTAIN } else { 0.0 },
        outcome,
        assumed: assumed(&reading),
        mine: reading.has(Concept::Mine),
    })
}

/// "Why Jansen?" after the list of whom to say NO to is about that NO.
fn why_no(previous: &Query, alone: &Outcome) -> Option<Query> {
    let Outcome::Understood(Query::WhyType { customer, claimed: None }) = alone else {
        return None;
    };
    let after_no = matches!(previous.intent(), Intent::SayNoList | Intent::SayNoCheck);
    after_no.then_some(Query::SayNoCheck { party: Party::Customer(*customer) })
}

/// "How many is that?" after a list is about those very customers: the answer to the
/// list begins with their number.
fn how_many(previous: &Query, words: &[Token]) -> Option<Query> {
    let has = |word: &str| words.iter().any(|token| token.word == word);
    let counts = has("hoeveel") || has("how") && has("many");
    let says_no_more = words.iter().all(|token| COUNTING.contains(&token.word.as_str()));
    let is_list = previous.intent().about() == About::Book;
    (counts && says_no_more && is_list).then(|| previous.clone())
}

/// The number of words that only tie the sentence to the one before.
fn lead(words: &[Token]) -> usize {
    let opening = usize::from(OPENINGS.contains(&words[0].word.as_str()));
    let rest = words.get(opening..).unwrap_or_default();
    let longest = List::Leads.longest(|lead| {
        lead.len() < rest.len() && lead.iter().zip(rest).all(|(own, token)| *own == token.word)
    });
    longest.map_or(0, |length| opening + length)
}

/// What fills a slot, or ties words together; whatever else stands in a
/// sentence makes it a question of its own.
static PARTS: LazyLock<ConceptSet> = LazyLock::new(|| set("@part"));

/// Whether the sentence names nothing but what can fill a slot.
fn is_fragment(reading: &Reading<'_>, previous: &Query) -> bool {
    let counted = matches!(previous, Query::ListByType { .. } | Query::CountByDefinition { .. });
    let part = |item: &Item| {
        let unknown = item.concepts.has(Concept::Unknown) || item.concepts.has(Concept::Other);
        let counting = counted && item.concepts.has(Concept::HowMany);
        !unknown && (item.concepts.meets(*PARTS) || item.concepts.weight() == 0.0 || counting)
    };
    reading.items.iter().all(part)
}

/// The question with the customer of `previous` filled in, where it is about
/// one customer and names none.
fn about_the_same(
    text: &str,
    previous: &Query,
    vocabulary: &Vocabulary,
    today: Date,
    alone: &Understanding,
) -> Option<Outcome> {
    let customer = previous.customer()?;
    let mut reading = Reading::new(text, vocabulary, today, false);
    let named = reading.customers().next().is_some() || reading.has(Concept::Unknown);
    let everybody = reading.has_any(&[Concept::Which, Concept::HowMany, Concept::Every]);
    let pronoun = reading.tokens.iter().any(|token| PRONOUNS.contains(&token.word.as_str()));
    let lacking = match &alone.outcome {
        Outcome::Unclear { reason: Unclear::Missing { slot }, .. } => *slot != Slot::CustomerType,
        Outcome::Unclear { reason: Unclear::NotUnderstood { .. }, .. } => reading.has(Concept::Why),
        _ => false,
    };
    if named || everybody || !pronoun && !lacking {
        return None;
    }
    let record = vocabulary.names.record(customer)?;
    let value = Value::Customer(Link::to(record, 0..0));
    reading.items.push(Item { range: 0..0, concepts: Concept::CustomerName.into(), value });
    let (outcome, _) = judge(&reading, &candidates(&reading), today);
    matches!(outcome, Outcome::Understood(_)).then_some(outcome)
}
