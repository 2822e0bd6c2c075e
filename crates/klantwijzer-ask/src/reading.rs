//! A sentence taken apart: which words mean what, which name whom.

use std::ops::Range;

use jiff::civil::Date;
use klantwijzer_core::language::Language;
use smol_str::SmolStr;

use crate::concept::{Concept, ConceptSet};
use crate::lexicon::{Entry, lexicon};
use crate::linking::Link;
use crate::names::is_weak;
use crate::periods::{When, WhenKind, is_time_word, periods};
use crate::quantities::{Quantity, Unit, quantities};
use crate::spelling::split_compounds;
use crate::terms::Term;
use crate::text::{Kind, Token, tokens};
use crate::vocabulary::Vocabulary;

/// A stretch of the sentence with one meaning.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub range: Range<usize>,
    pub concepts: ConceptSet,
    pub value: Value,
}

/// What a stretch of the sentence names, beside its concepts.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    None,
    Customer(Link),
    Unknown,
    Term(Term),
    Quantity(Quantity),
    When(When),
}

/// A sentence and its items in order.
#[derive(Clone)]
pub(crate) struct Reading<'a> {
    pub sentence: &'a str,
    pub tokens: Vec<Token>,
    /// The tokens' words after correction of typing errors.
    pub forms: Vec<SmolStr>,
    pub items: Vec<Item>,
    pub language: Option<Language>,
    pub vocabulary: &'a Vocabulary,
}

impl<'a> Reading<'a> {
    /// Takes a sentence apart; `loose` looks for a name among the words of the
    /// question's language too.
    pub(crate) fn new(
        sentence: &'a str,
        vocabulary: &'a Vocabulary,
        today: Date,
        loose: bool,
    ) -> Self {
        let mut reading = Reading {
            sentence,
            tokens: split_compounds(tokens(sentence), vocabulary),
            forms: Vec::new(),
            items: Vec::new(),
            language: None,
            vocabulary,
        };
        let spots = reading.spell();
        let mut free = vec![true; reading.tokens.len()];
        reading.tag_names(&spots, loose, &mut free);
        reading.tag_owners(&mut free);
        for when in periods(&reading.tokens, &free, today) {
            let concept = match when.kind {
                WhenKind::Lasting(_) => Concept::DurationValue,
                WhenKind::Span | WhenKind::Since => Concept::PeriodValue,
            };
            reading.tag(when.range.clone(), concept.into(), Value::When(when), &mut free);
        }
        reading.tag_terms(&mut free);
        for quantity in quantities(&reading.tokens, &free) {
            let concept = match quantity.unit {
                Unit::None => Concept::NumberValue,
                Unit::Money => Concept::AmountValue,
                Unit::Percent => Concept::PercentValue,
                Unit::Employees | Unit::Revenue | Unit::Value => Concept::BoundValue,
            };
            reading.tag(
                quantity.range.clone(),
                concept.into(),
                Value::Quantity(quantity),
                &mut free,
            );
        }
        reading.tag_words(&mut free);
        reading.items.sort_by_key(|item| item.range.start);
        reading.join_unknown();
        reading.detect_language();
        reading
    }

    /// The item's own words.
    pub(crate) fn text(&self, range: &Range<usize>) -> &'a str {
        let (Some(first), Some(last)) =
            (self.tokens.get(range.start), self.tokens.get(range.end.wrapping_sub(1)))
        else {
            return "";
        };
        self.sentence.get(first.bytes.start..last.bytes.end).unwrap_or_default()
    }

    /// Whether any item has the concept.
    pub(crate) fn has(&self, concept: Concept) -> bool {
        self.items.iter().any(|item| item.concepts.has(concept))
    }

    pub(crate) fn has_any(&self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|concept| self.has(*concept))
    }

    /// Whether any item has one of the concepts.
    pub(crate) fn meets(&self, concepts: ConceptSet) -> bool {
        self.items.iter().any(|item| item.concepts.meets(concepts))
    }

    /// The items that are no filler.
    pub(crate) fn telling(&self) -> Vec<&Item> {
        self.items.iter().filter(|item| !item.concepts.has(Concept::Filler)).collect()
    }

    /// The items with the concept.
    pub(crate) fn with(&self, concept: Concept) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.concepts.has(concept))
    }

    pub(crate) fn customers(&self) -> impl Iterator<Item = &Link> {
        self.items.iter().filter_map(|item| match &item.value {
            Value::Customer(link) => Some(link),
            _ => None,
        })
    }

    pub(crate) fn quantities(&self) -> impl Iterator<Item = &Quantity> {
        self.items.iter().filter_map(|item| match &item.value {
            Value::Quantity(quantity) => Some(quantity),
            _ => None,
        })
    }

    pub(crate) fn whens(&self) -> impl Iterator<Item = &When> {
        self.items.iter().filter_map(|item| match &item.value {
            Value::When(when) => Some(when),
            _ => None,
        })
    }

    pub(crate) fn tag(
        &mut self,
        range: Range<usize>,
        concepts: ConceptSet,
        value: Value,
        free: &mut [bool],
    ) {
        for at in range.clone() {
            free[at] = false;
        }
        self.items.push(Item { range, concepts, value });
    }

    pub(crate) fn entry(&self, at: usize) -> Option<Entry> {
        lexicon().word(&self.forms[at])
    }

    /// Gives every word that is left its concepts.
    fn tag_words(&mut self, free: &mut [bool]) {
        let mut at = 0;
        while at < self.tokens.len() {
            if !free[at] {
                at += 1;
                continue;
            }
            let end = (at..self.tokens.len())
                .find(|next| !free[*next] || *next > at && self.tokens[*next].after_stop)
                .unwrap_or(self.tokens.len());
            let words: Vec<&str> = self.forms[at..end].iter().map(SmolStr::as_str).collect();
            let (length, entry) = match lexicon().phrase(&words) {
                Some((length, entry)) => (length, Some(entry)),
                None => (1, self.entry(at).or_else(|| lexicon().compound(&self.forms[at]))),
            };
            let range = at..at + length;
            at += length;
            if let Some(entry) = entry {
                match self.vocabulary.terms.plugin_of(entry.concepts) {
                    Some(term) => {
                        let concepts = entry.concepts.union(concept_of(&term).into());
                        self.tag(range, concepts, Value::Term(term), free);
                    }
                    None => self.tag(range, entry.concepts, Value::None, free),
                }
            } else if self.tokens[range.start].kind == Kind::Word {
                let field = self.vocabulary.terms.field_word(&self.forms[range.start]);
                let form = &self.forms[range.start];
                let concept = if field {
                    Concept::FieldValue
                } else if lexicon().is_glue(form)
                    || is_time_word(form)
                    || self.is_aside(range.start)
                {
                    Concept::Filler
                } else if lexicon().knows(form) {
                    Concept::Other
                } else {
                    Concept::Unknown
                };
                let value = if concept == Concept::Unknown { Value::Unknown } else { Value::None };
                self.tag(range, concept.into(), value, free);
            }
        }
    }

    /// A word that is not known but hardly selects anybody: an adverb such as
    /// "structurally", or what the person who asks does: "graag verneem ik".
    fn is_aside(&self, at: usize) -> bool {
        const ASKERS: [&str; 6] = ["ik", "u", "jij", "je", "ge", "gij"];
        let token = &self.tokens[at];
        let adverb = |ending: &str| token.word.len() >= 7 && token.word.ends_with(ending);
        let next = self.tokens.get(at + 1).filter(|next| !next.after_stop);
        let of_asker = next.is_some_and(|next| ASKERS.contains(&next.word.as_str()));
        let asking = at == 1 && self.tokens[0].word == "i";
        (!token.capital || at == 0) && (adverb("ly") || adverb("gewijs") || of_asker || asking)
    }

    /// Unknown words beside each other are one unknown name; beside part of a
    /// customer's name they are a name that nobody has.
    fn join_unknown(&mut self) {
        let mut joined: Vec<Item> = Vec::with_capacity(self.items.len());
        for item in std::mem::take(&mut self.items) {
            let nameless = |item: &Item| matches!(item.value, Value::Unknown);
            let partial = |item: &Item| matches!(&item.value, Value::Customer(link) if !link.whole);
            // "Fish processing": what is beside an unknown word tells more of it.
            let other = |item: &Item| item.concepts.has(Concept::Other);
            let mut before = joined.len();
            while before > 0 && joined[before - 1].range.clone().all(|at| is_weak(&self.forms[at]))
            {
                before -= 1;
            }
            let unstopped = |from: usize| {
                (from..=item.range.start).skip(1).all(|at| !self.tokens[at].after_stop)
            };
            let target = before.checked_sub(1).filter(|place| {
                let left = &joined[*place];
                let adjacent = joined.len() == before || joined.len() - before <= 2;
                adjacent
                    && unstopped(left.range.end - 1)
                    && (nameless(left) && (nameless(&item) || partial(&item))
                        || partial(left) && nameless(&item)
                        || joined.len() == before
                            && (other(left) && nameless(&item) || nameless(left) && other(&item)))
                    && (joined.len() == before || nameless(left) && nameless(&item))
            });
            match target {
                Some(place) => {
                    joined.truncate(place + 1);
                    let left = &mut joined[place];
                    left.range.end = item.range.end;
                    left.concepts = Concept::Unknown.into();
                    left.value = Value::Unknown;
                }
                None => joined.push(item),
            }
        }
        self.items = joined;
    }
}

pub(crate) fn concept_of(term: &Term) -> Concept {
    match term {
        Term::Sector(_) | Term::OtherSector => Concept::SectorValue,
        Term::Owner(_) => Concept::OwnerValue,
        Term::Country(_) | Term::OtherCountry => Concept::CountryValue,
        Term::Plugin(_) => Concept::PluginValue,
        Term::Definition(_) => Concept::OwnDefinition,
    }
}
