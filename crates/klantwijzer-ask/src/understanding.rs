//! From a sentence to a query, or to what is unclear about it.

use jiff::civil::Date;
use klantwijzer_answer::query::Query;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::language::Language;
use smol_str::SmolStr;

use crate::beyond::leaves_out;
use crate::concept::Concept;
use crate::intents::{Asked, Candidate, Elsewhere, candidates};
use crate::learned::Opinion;
use crate::reading::Reading;
use crate::slots::{self, Fail};
use crate::suggestions::{
    first_few, instead_of, nearest_readings, related, resolved, usual_questions,
};
use crate::vocabulary::Vocabulary;

/// From this confidence on a reading is taken for what was meant: at most three
/// tenths of what the sentence says is left over, which is one word of weight
/// beside two or three that were used.
pub const CERTAIN: f64 = 0.7;

/// From this confidence on it is worth saying what a reading still lacks: it
/// explains more of the sentence than it leaves.
const PLAUSIBLE: f64 = 0.5;

/// What a sentence was taken to mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Understanding {
    /// The language of the sentence; that of the hint, else English, when its
    /// words do not tell.
    pub language: Language,
    /// The query, or what is unclear.
    pub outcome: Outcome,
    /// How much of the sentence the best reading explains, 0 to 1. An understood
    /// sentence has at least [`CERTAIN`].
    pub confidence: f64,
    /// The sentence speaks of "my" customers: whoever knows which account
    /// manager asks can narrow the query to that owner.
    pub mine: bool,
    /// The customers that the query is about although their names were spelled
    /// otherwise, in the order of the sentence: whoever answers says so.
    pub assumed: Vec<CustomerNo>,
}

/// A query, or what is unclear about the sentence.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a sentence has one of them")]
pub enum Outcome {
    /// The sentence was understood.
    Understood(Query),
    /// The sentence was not understood, or not far enough.
    Unclear {
        /// What is unclear.
        reason: Unclear,
        /// The nearest readings, the likeliest first; at most three.
        suggestions: Vec<Query>,
    },
}

/// What is unclear about a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "teaching", derive(serde::Serialize))]
#[cfg_attr(feature = "teaching", serde(tag = "reason", rename_all = "snake_case"))]
pub enum Unclear {
    /// The sentence as a whole.
    NotUnderstood {
        /// The words that no reading could place; they are outside data.
        words: Vec<String>,
    },
    /// A customer is named that is not in the book.
    UnknownCustomer {
        /// The name as it was written; outside data.
        text: String,
        /// Customers with a name somewhat like it.
        nearest: Vec<CustomerNo>,
    },
    /// Several customers fit a name equally well.
    AmbiguousCustomer {
        /// The name as it was written.
        text: String,
        /// The customers, at most ten.
        candidates: Vec<CustomerNo>,
        /// How many there are.
        total: usize,
    },
    /// Several sectors, owners or countries of the book fit a word.
    AmbiguousWord {
        /// The word as it was written.
        text: String,
        /// What it can stand for, as the book writes it.
        options: Vec<SmolStr>,
    },
    /// A sector or country that the book does not have.
    NotInBook {
        /// The word as it was written.
        text: String,
    },
    /// The question is clear, but something must be added to it.
    Missing {
        /// What must be added.
        slot: Slot,
    },
    /// "My customers" are asked for by somebody who looks after none: whoever
    /// knows who asks finds that out.
    NotAnOwner {
        /// The name of who asks.
        name: String,
    },
    /// Another part of the program does what is asked.
    NotHere {
        /// What is asked.
        which: Elsewhere,
    },
}

/// A part that a question cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "teaching", derive(serde::Serialize))]
#[cfg_attr(feature = "teaching", serde(rename_all = "snake_case"))]
pub enum Slot {
    /// One customer.
    Customer,
    /// A customer type.
    CustomerType,
    /// A customer, or a description of a prospect.
    Party,
    /// Two or more customers or groups.
    Subjects,
}

/// The language that the words of a sentence give away, whatever book it is about.
pub fn language_of(text: &str) -> Option<Language> {
    // Only what periods stand for depends on the day.
    Reading::new(text, &Vocabulary::default(), Date::ZERO, false).language
}

/// Reads a sentence. At most its first 500 characters are considered.
///
/// Periods are resolved against `today`; `hint` decides the language where the
/// words do not. Nothing is guessed: a reading that leaves telling words over,
/// or lacks a customer, comes back as [`Outcome::Unclear`].
///
/// "How many strategic customers" is [`Query::ListByType`]: a type is no
/// definition, and the count is part of that answer.
pub fn understand(
    text: &str,
    vocabulary: &Vocabulary,
    today: Date,
    hint: Option<Language>,
) -> Understanding {
    let mut reading = Reading::new(text, vocabulary, today, false);
    let (mut outcome, mut confidence) = meant(&reading, today);
    if lacks_customer(&outcome, &reading) {
        let loose = Reading::new(text, vocabulary, today, true);
        let second = meant(&loose, today);
        if loose.customers().next().is_some() && !lacks_customer(&second.0, &loose) {
            (outcome, confidence) = second;
            reading = loose;
        }
    }
    Understanding {
        language: reading.language.or(hint).unwrap_or_default(),
        outcome,
        confidence,
        assumed: assumed(&reading),
        mine: reading.has(Concept::Mine),
    }
}

/// The customers whose names were spelled otherwise than in the sentence.
pub(crate) fn assumed(reading: &Reading<'_>) -> Vec<CustomerNo> {
    let names = &reading.vocabulary.names;
    let mended = reading.customers().filter(|link| link.mended);
    mended
        .filter_map(|link| match link.records.as_slice() {
            [only] => Some(names.customer(*only)),
            _ => None,
        })
        .collect()
}

/// What a reading means by the rules, weighed against what the examples make
/// likely.
fn meant(reading: &Reading<'_>, today: Date) -> (Outcome, f64) {
    if leaves_out(reading) {
        let reason = Unclear::NotUnderstood { words: Vec::new() };
        return (Outcome::Unclear { reason, suggestions: usual_questions() }, 0.0);
    }
    let (outcome, confidence) = judge(reading, &candidates(reading), today);
    let opinion = Opinion::of(reading);
    let open = match &outcome {
        Outcome::Understood(query) => opinion.contradicts(query),
        Outcome::Unclear { reason, .. } => {
            !matches!(reason, Unclear::AmbiguousCustomer { .. } | Unclear::AmbiguousWord { .. })
        }
    };
    if !open {
        return (outcome, confidence);
    }
    if let Some((query, likelihood)) = opinion.query(today) {
        return (Outcome::Understood(query), likelihood.max(CERTAIN));
    }
    let (reason, before) = match outcome {
        Outcome::Understood(query) => (Unclear::NotUnderstood { words: Vec::new() }, vec![query]),
        Outcome::Unclear { reason: reason @ Unclear::NotUnderstood { .. }, suggestions } => {
            (reason, suggestions)
        }
        unclear @ Outcome::Unclear { .. } => return (unclear, confidence),
    };
    let suggestions = first_few(opinion.suggestions(today).chain(before));
    (Outcome::Unclear { reason, suggestions }, confidence.min(CERTAIN))
}

/// Whether the sentence must be about a customer, and none was found in it.
fn lacks_customer(outcome: &Outcome, reading: &Reading<'_>) -> bool {
    match outcome {
        Outcome::Unclear { reason: Unclear::Missing { slot }, .. } => *slot != Slot::CustomerType,
        Outcome::Unclear { reason: Unclear::NotUnderstood { .. }, .. } => {
            Opinion::of(reading).lacks_name()
        }
        _ => false,
    }
}

pub(crate) fn judge(reading: &Reading<'_>, found: &[Candidate], today: Date) -> (Outcome, f64) {
    for candidate in found.iter().filter(|candidate| candidate.confidence >= PLAUSIBLE) {
        let confidence = candidate.confidence;
        let intent = match candidate.asked {
            Asked::Question(intent) => intent,
            Asked::Elsewhere(which) => {
                let suggestions = instead_of(which, reading);
                let reason = Unclear::NotHere { which };
                return (Outcome::Unclear { reason, suggestions }, confidence);
            }
        };
        match slots::query(intent, reading, today) {
            Ok(query) if confidence >= CERTAIN => return (Outcome::Understood(query), confidence),
            Ok(_) => break,
            Err(Fail::NotThis) => {}
            Err(Fail::Unclear(reason)) => {
                let mut suggestions = resolved(intent, &reason, reading, today);
                let unknown = matches!(reason, Unclear::UnknownCustomer { .. });
                if suggestions.is_empty() && !unknown {
                    suggestions = related(intent, reading);
                }
                return (Outcome::Unclear { reason, suggestions }, confidence);
            }
        }
    }
    let words = reading.with(Concept::Unknown).map(|item| reading.text(&item.range).to_owned());
    let reason = Unclear::NotUnderstood { words: words.collect() };
    let suggestions = nearest_readings(reading, found, today);
    let confidence = found.first().map_or(0.0, |candidate| candidate.confidence.min(CERTAIN));
    (Outcome::Unclear { reason, suggestions }, confidence)
}
