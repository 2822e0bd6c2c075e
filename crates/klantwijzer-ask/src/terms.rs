//! The words of a workspace's own book: its sectors, owners, countries,
//! plugins and definitions.

use std::collections::{HashMap, HashSet};

use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::manifest::{Manifest, Words};
use smol_str::{SmolStr, format_smolstr};

use crate::concept::{Concept, ConceptSet};
use crate::lexicon::{lexicon, spellings};
use crate::lists::lines;
use crate::names::is_weak;
use crate::text;

/// What a workspace's book and plugins call things.
#[derive(Debug, Clone, Default)]
pub struct BookWords {
    /// The sectors of the book, as it writes them.
    pub sectors: Vec<SmolStr>,
    /// The account managers of the book, as it writes them.
    pub owners: Vec<SmolStr>,
    /// The countries of the book, as it writes them.
    pub countries: Vec<SmolStr>,
    /// The sector plugins that are loaded.
    pub plugins: Vec<PluginWords>,
    /// The team's and the plugins' definitions of a customer.
    pub definitions: Vec<Labelled>,
    /// Facts and fields that can be asked for, beside those every book has.
    pub fields: Vec<Labelled>,
}

/// What a sector plugin is called, and its customers.
#[derive(Debug, Clone)]
pub struct PluginWords {
    /// The plugin's id.
    pub id: SmolStr,
    /// Its name: the sector as a whole. The sectors that it scores are parts of
    /// it, and asking for one of these is not asking for all.
    pub name: Bilingual,
    /// Its word for a customer.
    pub customer: Words,
}

impl From<&Manifest> for PluginWords {
    fn from(manifest: &Manifest) -> Self {
        Self {
            id: manifest.id.clone(),
            name: manifest.name.clone(),
            customer: manifest.customer.clone(),
        }
    }
}

/// A name in commands and what people call it.
#[derive(Debug, Clone)]
pub struct Labelled {
    /// The name, as a query holds it.
    pub name: SmolStr,
    /// What people call it, in either language.
    pub labels: Vec<String>,
}

impl Labelled {
    /// A name with its label in both languages.
    pub fn new(name: &str, label: &Bilingual) -> Self {
        Self { name: name.into(), labels: vec![label.en.clone(), label.nl.clone()] }
    }

    /// The name, and what people call it.
    fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.labels.iter().map(String::as_str))
    }
}

/// What a word or phrase of the book stands for. Where a list has several
/// entries, the sentence left open which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Term {
    Sector(Vec<SmolStr>),
    Owner(Vec<SmolStr>),
    Country(Vec<SmolStr>),
    /// A sector that the book does not have, in the language's own word.
    OtherSector,
    /// A country that the book does not have.
    OtherCountry,
    Plugin(SmolStr),
    Definition(SmolStr),
}

/// A word or phrase of the book.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    words: Vec<SmolStr>,
    pub term: Term,
    /// Lower goes before higher when two stand for the same words.
    rank: u8,
    /// Counts only when written in capitals, as a code.
    pub capitals: bool,
    /// A single part of an owner's name.
    pub part: bool,
}

impl Phrase {
    fn new(words: Vec<SmolStr>, term: &Term, rank: u8) -> Self {
        Self { words, term: term.clone(), rank, capitals: false, part: false }
    }

    /// How many words it has.
    pub(crate) fn length(&self) -> usize {
        self.words.len()
    }

    /// Whether it is the last name of an owner.
    pub(crate) fn is_last_name(&self) -> bool {
        self.part && self.rank == LAST_NAME
    }
}

/// The rank of an owner's last name, which is the only part of a name that has it.
const LAST_NAME: u8 = 2;

/// The terms of a book by their first word.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    phrases: HashMap<SmolStr, Vec<Phrase>>,
    fields: Vec<(Vec<SmolStr>, SmolStr)>,
    /// The plugins whose customers have a name of their own, by that name's
    /// concept.
    plugins: Vec<(Concept, SmolStr)>,
}

/// What the customers of a plugin can be called, beside customers.
const CALLED: [Concept; 3] = [Concept::Donor, Concept::Advertiser, Concept::Member];

impl Terms {
    pub(crate) fn build(book: &BookWords) -> Self {
        let mut terms = Self::default();
        terms.add_sectors(&spelled_once(&book.sectors), &book.plugins);
        terms.add_countries(&spelled_once(&book.countries));
        terms.add_owners(&spelled_once(&book.owners));
        for plugin in &book.plugins {
            let Words { one, many } = &plugin.customer;
            for word in [&one.en, &one.nl, &many.en, &many.nl] {
                let known = lexicon().word(&word.to_lowercase());
                if !known.is_some_and(|entry| entry.concepts.has(Concept::Customer)) {
                    terms.add(word, &Term::Plugin(plugin.id.clone()), 2);
                }
                let called = |concept: &Concept| known.is_some_and(|e| e.concepts.has(*concept));
                for concept in CALLED.into_iter().filter(called) {
                    if !terms.plugins.iter().any(|(other, _)| *other == concept) {
                        terms.plugins.push((concept, plugin.id.clone()));
                    }
                }
            }
        }
        for definition in &book.definitions {
            for label in definition.spellings() {
                let telling =
                    |words: &[SmolStr]| !words.iter().all(|word| lexicon().word(word).is_some());
                if telling(&text::words(label, 8)) {
                    terms.add(label, &Term::Definition(definition.name.clone()), 1);
                }
            }
        }
        for phrases in terms.phrases.values_mut() {
            phrases.sort_by(|a, b| {
                (b.words.len(), a.rank, &a.words).cmp(&(a.words.len(), b.rank, &b.words))
            });
        }
        terms.add_fields(&book.fields);
        terms
    }

    /// The longest term at the start of `words`.
    pub(crate) fn find(&self, words: &[&str]) -> Option<&Phrase> {
        self.phrases.get(*words.first()?)?.iter().find(|phrase| {
            phrase.words.len() <= words.len()
                && phrase.words.iter().zip(words).all(|(own, word)| own == word)
        })
    }

    /// The plugin whose customers are what the concepts stand for: sponsors are
    /// donors too.
    pub(crate) fn plugin_of(&self, concepts: ConceptSet) -> Option<Term> {
        let found = self.plugins.iter().find(|(concept, _)| concepts.has(*concept));
        found.map(|(_, id)| Term::Plugin(id.clone()))
    }

    /// The field with the longest label among `words`, and that label's length.
    pub(crate) fn field(&self, words: &[&str]) -> Option<(SmolStr, usize)> {
        self.fields
            .iter()
            .find(|(label, _)| {
                words
                    .windows(label.len())
                    .any(|window| window.iter().zip(label).all(|(word, own)| own == word))
            })
            .map(|(label, name)| (name.clone(), label.len()))
    }

    /// Whether a word is part of a label of a field.
    pub(crate) fn field_word(&self, word: &str) -> bool {
        self.fields.iter().any(|(label, _)| label.iter().any(|own| own == word))
    }

    fn add(&mut self, label: &str, term: &Term, rank: u8) {
        self.add_phrase(Phrase::new(text::words(label, 8), term, rank));
    }

    fn add_phrase(&mut self, phrase: Phrase) {
        let Some(first) = phrase.words.first().cloned() else {
            return;
        };
        let phrases = self.phrases.entry(first).or_default();
        match phrases.iter_mut().find(|known| known.words == phrase.words) {
            Some(known) if known.rank < phrase.rank => {}
            Some(known) if known.rank == phrase.rank => merge(&mut known.term, phrase.term),
            Some(known) => *known = phrase,
            None => phrases.push(phrase),
        }
    }

    /// A sector by its own name, by a telling word of it, and by the other
    /// words that people have for it.
    fn add_sectors(&mut self, sectors: &[SmolStr], plugins: &[PluginWords]) {
        let groups = groups(include_str!("../data/sectors.txt"));
        let same = |label: &str, group: &[Vec<SmolStr>]| {
            let words = text::words(label, 8);
            group.iter().any(|synonym| {
                *synonym == words || synonym.len() == 1 && words.contains(&synonym[0])
            })
        };
        for sector in sectors {
            let term = Term::Sector(vec![sector.clone()]);
            self.add(sector, &term, 0);
            let words = text::words(sector, 8);
            for word in words.iter().filter(|word| word.len() >= 4 && words.len() > 1) {
                if lexicon().word(word).is_none() && !is_weak(word) {
                    self.add(word, &term, 1);
                }
            }
        }
        for group in &groups {
            let members: Vec<SmolStr> =
                sectors.iter().filter(|sector| same(sector, group)).cloned().collect();
            let plugin = plugins.iter().find(|plugin| {
                [&plugin.name.en, &plugin.name.nl].into_iter().any(|name| same(name, group))
            });
            let term = match (members.is_empty(), plugin) {
                (false, _) => Term::Sector(members),
                (true, Some(plugin)) => Term::Plugin(plugin.id.clone()),
                (true, None) => Term::OtherSector,
            };
            for words in group {
                let capitals =
                    words.len() == 1 && words[0].len() <= 3 && lexicon().word(&words[0]).is_some();
                self.add_phrase(Phrase { capitals, ..Phrase::new(words.clone(), &term, 3) });
            }
        }
        for plugin in plugins {
            for name in [&plugin.name.en, &plugin.name.nl] {
                self.add(name, &Term::Plugin(plugin.id.clone()), 2);
            }
        }
    }

    fn add_countries(&mut self, countries: &[SmolStr]) {
        for country in countries {
            let words = text::words(country, 8);
            let capitals = words.len() == 1 && words[0].len() <= 3;
            let term = Term::Country(vec![country.clone()]);
            self.add_phrase(Phrase { capitals, ..Phrase::new(words, &term, 0) });
        }
        for group in groups(include_str!("../data/countries.txt")) {
            let members: Vec<SmolStr> = countries
                .iter()
                .filter(|country| group.contains(&text::words(country, 8)))
                .cloned()
                .collect();
            let term = if members.is_empty() { Term::OtherCountry } else { Term::Country(members) };
            for words in &group {
                let code = words.len() == 1 && words[0].len() <= 3;
                let capitals = code && !["uk", "usa", "uae"].contains(&words[0].as_str());
                self.add_phrase(Phrase { capitals, ..Phrase::new(words.clone(), &term, 4) });
            }
        }
    }

    /// An owner by the whole name, by first name and by last name.
    fn add_owners(&mut self, owners: &[SmolStr]) {
        for owner in owners {
            let term = Term::Owner(vec![owner.clone()]);
            self.add(owner, &term, 0);
            let words = text::words(owner, 8);
            let [first, .., last] = words.as_slice() else {
                continue;
            };
            for (part, rank) in [(first, 1), (last, LAST_NAME)] {
                // "Nancys customers", without the apostrophe.
                for spelling in [format_smolstr!("{part}s"), part.clone()] {
                    if part.len() >= 2 {
                        let phrase = Phrase::new(vec![spelling], &term, rank);
                        self.add_phrase(Phrase { part: true, ..phrase });
                    }
                }
            }
        }
    }

    fn add_fields(&mut self, fields: &[Labelled]) {
        for (name, labels) in lines(include_str!("../data/fields.txt")) {
            for label in labels.split(", ") {
                self.fields.push((text::words(label, 8), name.into()));
            }
        }
        for field in fields {
            for label in field.spellings() {
                let words = text::words(label, 8);
                if !words.is_empty() && !self.fields.iter().any(|(known, _)| *known == words) {
                    self.fields.push((words, field.name.clone()));
                }
            }
        }
        self.fields.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    }
}

/// Of words that differ in capitals, accents and room alone, the first: a filter
/// takes them for the same.
fn spelled_once(words: &[SmolStr]) -> Vec<SmolStr> {
    let mut seen = HashSet::new();
    let mut once: Vec<SmolStr> = words.to_vec();
    once.retain(|word| seen.insert(text::words(word, 8)));
    once
}

/// Two readings of the same words at the same rank stay open together.
fn merge(known: &mut Term, other: Term) {
    match (known, other) {
        (Term::Sector(known), Term::Sector(more))
        | (Term::Owner(known), Term::Owner(more))
        | (Term::Country(known), Term::Country(more)) => {
            known.extend(more);
            known.sort_unstable();
            known.dedup();
        }
        _ => {}
    }
}

/// The groups of a data file: a line each, its spellings split into words.
pub(crate) fn groups(file: &str) -> Vec<Vec<Vec<SmolStr>>> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            line.split(", ")
                .flat_map(spellings)
                .map(|spelling| spelling.split(' ').map(SmolStr::new).collect())
                .collect()
        })
        .collect()
}
