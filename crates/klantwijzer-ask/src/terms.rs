//! The words of a workspace's own book: its sectors, owners, countries,
//! plugins and definitions.

use std::collections::{HashMap, HashSet};

use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::manifest::{Manifest, Words};
use smol_str::SmolStr;

use crate::concept::{Concept, ConceptSet};
use crate::lexicon::{lexicon, spellings};
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

#[derive(Debug, Clone)]
struct Phrase {
    words: Vec<SmolStr>,
    term: Term,
    /// Lower goes before higher when two stand for the same words.
    rank: u8,
    /// Counts only when written in capitals, as a code.
    capitals: bool,
    /// A single part of an owner's name.
    part: bool,
}

/// A term found in a sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'a> {
    pub length: usize,
    pub term: &'a Term,
    pub capitals: bool,
    pub part: bool,
    /// That part is the last name.
    pub last: bool,
}

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
        let book = &BookWords {
            sectors: spelled_once(&book.sectors),
            owners: spelled_once(&book.owners),
            countries: spelled_once(&book.countries),
            ..book.clone()
        };
        let mut terms = Self::default();
        terms.add_sectors(&book.sectors, &book.plugins);
        terms.add_countries(&book.countries);
        terms.add_owners(&book.owners);
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
            for label in std::iter::once(definition.name.as_str()).chain(strs(&definition.labels)) {
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
    pub(crate) fn find(&self, words: &[&str]) -> Option<Found<'_>> {
        let phrases = self.phrases.get(*words.first()?)?;
        phrases
            .iter()
            .find(|phrase| {
                phrase.words.len() <= words.len()
                    && phrase.words.iter().zip(words).all(|(own, word)| own == word)
            })
            .map(|phrase| Found {
                length: phrase.words.len(),
                term: &phrase.term,
                capitals: phrase.capitals,
                part: phrase.part,
                last: phrase.part && phrase.rank > 1,
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
        let words = text::words(label, 8);
        self.add_words(
            words,
            Phrase { words: Vec::new(), term: term.clone(), rank, capitals: false, part: false },
        );
    }

    fn add_words(&mut self, words: Vec<SmolStr>, phrase: Phrase) {
        let Some(first) = words.first().cloned() else {
            return;
        };
        let phrases = self.phrases.entry(first).or_default();
        match phrases.iter_mut().find(|known| known.words == words) {
            Some(known) if known.rank < phrase.rank => {}
            Some(known) if known.rank == phrase.rank => merge(&mut known.term, phrase.term),
            Some(known) => *known = Phrase { words, ..phrase },
            None => phrases.push(Phrase { words, ..phrase }),
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
                let phrase = Phrase {
                    words: Vec::new(),
                    term: term.clone(),
                    rank: 3,
                    capitals,
                    part: false,
                };
                self.add_words(words.clone(), phrase);
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
            let phrase = Phrase { words: Vec::new(), term, rank: 0, capitals, part: false };
            self.add_words(words, phrase);
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
                let phrase = Phrase {
                    words: Vec::new(),
                    term: term.clone(),
                    rank: 4,
                    capitals,
                    part: false,
                };
                self.add_words(words.clone(), phrase);
            }
        }
    }

    /// An owner by the whole name, by first name and by last name.
    fn add_owners(&mut self, owners: &[SmolStr]) {
        for owner in owners {
            let term = Term::Owner(vec![owner.clone()]);
            self.add(owner, &term, 0);
            let words = text::words(owner, 8);
            if let [first, rest @ ..] = words.as_slice() {
                for (part, rank) in
                    std::iter::once((first, 1)).chain(rest.last().map(|last| (last, 2)))
                {
                    let phrase = Phrase {
                        words: Vec::new(),
                        term: term.clone(),
                        rank,
                        capitals: false,
                        part: true,
                    };
                    if part.len() >= 2 && !rest.is_empty() {
                        // "Nancys customers", without the apostrophe.
                        self.add_words(vec![SmolStr::from(format!("{part}s"))], phrase.clone());
                        self.add_words(vec![part.clone()], phrase);
                    }
                }
            }
        }
    }

    fn add_fields(&mut self, fields: &[Labelled]) {
        for line in include_str!("../data/fields.txt").lines() {
            if let Some((name, labels)) = line.split_once(": ") {
                for label in labels.split(", ") {
                    self.fields.push((text::words(label, 8), name.into()));
                }
            }
        }
        for field in fields {
            for label in std::iter::once(field.name.as_str()).chain(strs(&field.labels)) {
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

fn strs(texts: &[String]) -> impl Iterator<Item = &str> {
    texts.iter().map(String::as_str)
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
