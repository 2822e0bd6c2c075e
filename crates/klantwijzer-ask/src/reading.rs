//! A sentence taken apart: which words mean what, which name whom.

use std::ops::Range;

use jiff::civil::Date;
use klantwijzer_core::language::Language;
use smol_str::SmolStr;

use crate::concept::{Concept, ConceptSet};
use crate::lexicon::{Entry, lexicon};
use crate::linking::{Joint, Link, Part, Spot, links};
use crate::names::is_weak;
use crate::periods::{When, WhenKind, is_time_word, periods};
use crate::quantities::{Quantity, Unit, quantities};
use crate::spelling::split_compounds;
use crate::terms::{Found, Term};
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

    fn tag(&mut self, range: Range<usize>, concepts: ConceptSet, value: Value, free: &mut [bool]) {
        for at in range.clone() {
            free[at] = false;
        }
        self.items.push(Item { range, concepts, value });
    }

    /// Finds customers: first between quotation marks, then anywhere.
    fn tag_names(&mut self, spots: &[Spot], loose: bool, free: &mut [bool]) {
        let names = &self.vocabulary.names;
        let most = self.tokens.iter().map(|token| token.quote).max().unwrap_or(0);
        for quote in 1..=most {
            let within: Vec<usize> = (0..self.tokens.len())
                .filter(|at| self.tokens[*at].quote == quote && self.tokens[*at].kind != Kind::Sign)
                .collect();
            let [start, .., end] = within[..] else {
                if let [only] = within[..] {
                    self.tag_quoted(only..only + 1, spots, free);
                }
                continue;
            };
            self.tag_quoted(start..end + 1, spots, free);
        }
        let mut open: Vec<usize> = (0..spots.len())
            .filter(|at| free[*at] && !["&", "+"].contains(&spots[*at].word.as_str()))
            .collect();
        open.dedup();
        let mut row: Vec<Spot> = Vec::with_capacity(open.len());
        for (place, at) in open.iter().enumerate() {
            let mut spot = spots[*at].clone();
            let gap = place > 0 && (open[place - 1] + 1..*at).any(|at| !free[at]);
            if gap {
                spot.before = Joint::Stop;
            }
            row.push(spot);
        }
        for mut link in links(names, &row, loose) {
            let range = open[link.range.start]..open[link.range.end - 1] + 1;
            if self.is_owner(&range) {
                continue;
            }
            link.range = range.clone();
            self.tag(range, Concept::CustomerName.into(), Value::Customer(link), free);
        }
    }

    /// What stands between quotation marks is a name, unless nobody has it and
    /// it is all words of the question's language.
    fn tag_quoted(&mut self, range: Range<usize>, spots: &[Spot], free: &mut [bool]) {
        let row: Vec<Spot> = spots[range.clone()]
            .iter()
            .filter(|spot| spot.word != "&")
            .map(|spot| Spot { part: Part::Start, before: Joint::Room, ..spot.clone() })
            .collect();
        let found = links(&self.vocabulary.names, &row, false);
        if let [link] = found.as_slice()
            && link.range.len() == row.len()
        {
            let link = Link { range: range.clone(), ..link.clone() };
            self.tag(range, Concept::CustomerName.into(), Value::Customer(link), free);
        } else if spots[range.clone()].iter().any(|spot| spot.part == Part::Start) {
            self.tag(range, Concept::Unknown.into(), Value::Unknown, free);
        }
    }

    /// Whether the words are exactly an owner's whole name.
    fn is_owner(&self, range: &Range<usize>) -> bool {
        let words: Vec<&str> = self.forms[range.clone()].iter().map(SmolStr::as_str).collect();
        self.vocabulary.terms.find(&words).is_some_and(|found| {
            found.length == words.len() && words.len() > 1 && matches!(found.term, Term::Owner(_))
        })
    }

    fn tag_terms(&mut self, free: &mut [bool]) {
        let vocabulary = self.vocabulary;
        let mut at = 0;
        while at < self.tokens.len() {
            let end = (at..self.tokens.len()).find(|at| !free[*at]).unwrap_or(self.tokens.len());
            let words: Vec<&str> = self.tokens[at..end]
                .iter()
                .zip(&self.forms[at..end])
                .map(
                    |(token, form)| {
                        if token.stem.is_some() { form.as_str() } else { token.word.as_str() }
                    },
                )
                .collect();
            let found = vocabulary.terms.find(&words).filter(|found| self.holds(found, at));
            let Some(found) = found else {
                at += 1;
                continue;
            };
            let range = at..at + found.length;
            let (concept, term) = (concept_of(found.term), found.term.clone());
            let also = match &term {
                Term::Plugin(_) => self.entry(at).map_or(ConceptSet::EMPTY, |entry| entry.concepts),
                _ => ConceptSet::EMPTY,
            };
            self.tag(range.clone(), also.union(concept.into()), Value::Term(term), free);
            at = range.end;
        }
    }

    /// Whether a term counts where it was found: a code must be in capitals,
    /// and part of an owner's name that is also a word or a customer's name
    /// must be put as an owner.
    fn holds(&self, found: &Found<'_>, at: usize) -> bool {
        let token = &self.tokens[at];
        if found.capitals {
            let written = self.text(&(at..at + 1));
            let shouted =
                self.sentence.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
            return written.chars().all(char::is_uppercase) && !shouted
                || self.is_put_as_sector(at);
        }
        if !found.part {
            return true;
        }
        let before = at.checked_sub(1).map_or("", |at| &self.forms[at]);
        let after = self.forms.get(at + 1).map_or("", SmolStr::as_str);
        let put_as_owner = [
            "van",
            "of",
            "by",
            "for",
            "voor",
            "door",
            "under",
            "bij",
            "onder",
            "does",
            "did",
            "heeft",
            "has",
            "had",
            "beheert",
            "manager",
            "accountmanager",
            "vd",
            "from",
            "per",
            "with",
        ]
        .contains(&before)
            || ["heeft", "has", "manages", "beheert", "have", "handles", "s", "own", "owns"]
                .contains(&after)
            || token.stem.is_some();
        let known = lexicon().knows(&token.word);
        let named = self.vocabulary.names.words.find(&token.word);
        let named = named.is_some_and(|word| !self.vocabulary.names.with_word(word).is_empty());
        put_as_owner && (!known || token.capital)
            || !known && !named && (!found.last || token.capital)
    }

    /// "Customers in it", "it klanten": a code in small letters that cannot be
    /// the ordinary word.
    fn is_put_as_sector(&self, at: usize) -> bool {
        const BESIDE: [&str; 12] = [
            "sector",
            "branche",
            "industry",
            "klant",
            "klanten",
            "bedrijf",
            "bedrijven",
            "customers",
            "clients",
            "companies",
            "company",
            "firms",
        ];
        let before = at.checked_sub(1).map_or("", |at| &self.forms[at]);
        let last = self.tokens.get(at + 1).is_none_or(|next| next.after_stop);
        let after = self.forms.get(at + 1).map_or("", SmolStr::as_str);
        self.forms[at] == "it" && (before == "in" && last || BESIDE.contains(&after))
    }

    fn entry(&self, at: usize) -> Option<Entry> {
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
                } else if lexicon().is_glue(form) || is_time_word(form) {
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

    fn detect_language(&mut self) {
        let (mut english, mut dutch) = (0.0, 0.0);
        let mut vote = |language: Option<Language>, weight: f64| match language {
            Some(Language::En) => english += weight,
            Some(Language::Nl) => dutch += weight,
            None => {}
        };
        for item in &self.items {
            if matches!(item.value, Value::Customer(_) | Value::Unknown) {
                continue;
            }
            for at in item.range.clone() {
                let spelled =
                    self.forms[at] == self.tokens[at].word || self.tokens[at].stem.is_some();
                let entry = self.entry(at);
                vote(entry.and_then(Entry::language), if spelled { 1.0 } else { 0.5 });
            }
            if item.range.len() > 1 {
                let words: Vec<&str> =
                    self.forms[item.range.clone()].iter().map(SmolStr::as_str).collect();
                vote(lexicon().phrase(&words).and_then(|(_, entry)| entry.language()), 1.0);
            }
        }
        self.language = if english > dutch {
            Some(Language::En)
        } else if dutch > english {
            Some(Language::Nl)
        } else {
            None
        };
    }
}

fn concept_of(term: &Term) -> Concept {
    match term {
        Term::Sector(_) | Term::OtherSector => Concept::SectorValue,
        Term::Owner(_) => Concept::OwnerValue,
        Term::Country(_) | Term::OtherCountry => Concept::CountryValue,
        Term::Plugin(_) => Concept::PluginValue,
        Term::Definition(_) => Concept::OwnDefinition,
    }
}
