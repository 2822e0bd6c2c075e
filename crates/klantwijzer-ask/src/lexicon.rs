//! The words of both languages and the concepts they stand for.
//!
//! The words stand in `data/lexicon.txt`; adding one there is all it takes.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use klantwijzer_core::language::Language;
use smol_str::SmolStr;

use crate::concept::{Concept, ConceptSet};
use crate::inflection::forms;
use crate::wordlist::WordList;

/// What a word or phrase stands for, and in which languages it is written so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    pub concepts: ConceptSet,
    pub english: bool,
    pub dutch: bool,
}

impl Entry {
    /// The language that the word gives away.
    pub(crate) fn language(self) -> Option<Language> {
        match (self.english, self.dutch) {
            (true, false) => Some(Language::En),
            (false, true) => Some(Language::Nl),
            _ => None,
        }
    }
}

/// Words of at most this many letters are corrected with more care: they have one
/// letter wrong of five or fewer, and other words lie as near.
const SHORT: usize = 5;

/// The fewest letters of the first and of the second part of a compound. Shorter
/// ones are endings and prefixes ("be", "ver", "ing") that happen to be words.
const SHORTEST_PARTS: (usize, usize) = (3, 4);

/// Words and phrases by their first word.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: HashMap<SmolStr, Entry>,
    phrases: HashMap<SmolStr, Vec<(Vec<SmolStr>, Entry)>>,
    spelling: WordList,
    /// Words that say nothing by themselves: parts of phrases that can be left
    /// out.
    glue: HashSet<SmolStr>,
}

/// The lexicon that is part of the program.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        Lexicon::parse(include_str!("../data/lexicon.txt"), include_str!("../data/common.txt"))
    });
    &LEXICON
}

impl Lexicon {
    fn parse(text: &str, common: &str) -> Self {
        let mut lexicon = Self::default();
        let mut concept = None;
        for line in text.lines() {
            if let Some(id) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                concept = Concept::from_id(id);
            } else if let (Some(concept), Some((language, words))) =
                (concept, line.split_once(": "))
            {
                let english = language == "en";
                let entry = Entry { concepts: concept.into(), english, dutch: !english };
                for spelling in words.split(", ").flat_map(spellings) {
                    lexicon.add(&spelling, entry);
                }
            }
        }
        let lines = common.lines().filter(|line| !line.starts_with('#'));
        for word in lines.flat_map(|line| line.split(", ")) {
            let other = Entry { concepts: Concept::Other.into(), english: false, dutch: false };
            if word.contains(' ') || !lexicon.words.contains_key(word) {
                lexicon.add(word, other);
            }
        }
        for phrases in lexicon.phrases.values_mut() {
            phrases.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        let fillers = lexicon.phrases.values().flatten();
        let fillers = fillers.filter(|(_, entry)| entry.concepts.has(Concept::Filler));
        lexicon.glue = fillers.flat_map(|(words, _)| words.clone()).collect();
        let known = lexicon.words.keys().cloned();
        let within = lexicon.phrases.values().flatten().flat_map(|(words, _)| words.clone());
        lexicon.spelling = WordList::new(known.chain(within).collect());
        lexicon
    }

    fn add(&mut self, spelling: &str, entry: Entry) {
        let words: Vec<SmolStr> = spelling.split(' ').map(SmolStr::new).collect();
        let place = if let [word] = words.as_slice() {
            self.words.entry(word.clone()).or_default()
        } else {
            let phrases = self.phrases.entry(words[0].clone()).or_default();
            let at = phrases.iter().position(|(known, _)| *known == words).unwrap_or_else(|| {
                phrases.push((words, Entry::default()));
                phrases.len() - 1
            });
            &mut phrases[at].1
        };
        place.concepts = place.concepts.union(entry.concepts);
        place.english |= entry.english;
        place.dutch |= entry.dutch;
    }

    /// What a word alone stands for.
    pub(crate) fn word(&self, word: &str) -> Option<Entry> {
        self.words.get(word).copied()
    }

    /// Whether the word stands in the lexicon, alone or in a phrase.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word) || self.spelling.find(word).is_some()
    }

    /// Whether the word is part of a phrase that can be left out.
    pub(crate) fn is_glue(&self, word: &str) -> bool {
        self.glue.contains(word)
    }

    /// The longest phrase at the start of `words`: its length and meaning.
    pub(crate) fn phrase(&self, words: &[&str]) -> Option<(usize, Entry)> {
        let (phrase, entry) = self.phrases.get(*words.first()?)?.iter().find(|(phrase, _)| {
            phrase.len() <= words.len() && phrase.iter().zip(words).all(|(own, word)| own == word)
        })?;
        Some((phrase.len(), *entry))
    }

    /// A word of the lexicon of which this one is another form: "ontvang" of
    /// "ontvangen".
    pub(crate) fn other_form(&self, word: &str) -> Option<SmolStr> {
        forms(word).find(|form| self.word(form).is_some_and(|entry| entry.english || entry.dutch))
    }

    /// The word that was probably meant, with the number of typing errors.
    pub(crate) fn correct(&self, word: &str) -> Option<(SmolStr, u32)> {
        let (distance, found) = self.spelling.nearest(word);
        let other =
            |meant: &&str| self.word(meant).is_some_and(|entry| entry.concepts.has(Concept::Other));
        let meant = found
            .iter()
            .map(|number| self.spelling.word(*number))
            .filter(|meant| !other(meant))
            .filter(|meant| word.chars().count() > SHORT || self.is_worth_guessing(meant))
            .max_by_key(|meant| self.word(meant).map_or(0, |entry| u8::from(is_telling(entry))))?;
        Some((meant.into(), distance))
    }

    /// A short word is corrected only to one that matters: too many names and
    /// other words are a letter away from "shall" or "could".
    fn is_worth_guessing(&self, meant: &str) -> bool {
        self.word(meant).is_some_and(|entry| {
            entry.concepts.weight() >= 1.0 || entry.concepts.has(Concept::Customer)
        })
    }

    /// A Dutch compound read as its two parts: "omzetgroei", "groeirelaties".
    pub(crate) fn compound(&self, word: &str) -> Option<Entry> {
        let whole = |part: &str| self.word(part).filter(|entry| is_telling(*entry) && entry.dutch);
        let (head, tail) = SHORTEST_PARTS;
        let long = |at: &usize| *at >= head && word.len() - at >= tail;
        word.char_indices().map(|(at, _)| at).filter(long).find_map(|at| {
            let (head, tail) = word.split_at(at);
            let joined = [head, head.strip_suffix('s').unwrap_or(head)];
            let first = joined.into_iter().find_map(whole)?;
            let second = whole(tail)?;
            let concepts = first.concepts.union(second.concepts);
            Some(Entry { concepts, english: false, dutch: true })
        })
    }
}

fn is_telling(entry: Entry) -> bool {
    !entry.concepts.has(Concept::Filler) && !entry.concepts.has(Concept::Other)
}

/// The spellings that one entry of a data file stands for: `klant(en)` is
/// "klant" and "klanten", `actie{f|ve}` is "actief" and "actieve".
pub(crate) fn spellings(entry: &str) -> Vec<String> {
    let Some(open) = entry.find(['(', '{']) else {
        return vec![entry.trim().to_owned()];
    };
    let optional = entry[open..].starts_with('(');
    let close = entry[open..].find([')', '}']).map_or(entry.len(), |at| open + at);
    let (head, inside) = (&entry[..open], &entry[open + 1..close]);
    let rest = entry.get(close + 1..).unwrap_or_default();
    let endings = inside.split('|').chain(optional.then_some(""));
    endings.flat_map(|ending| spellings(&format!("{head}{ending}{rest}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_spelled_out() {
        assert_eq!(spellings("klant(en)"), ["klanten", "klant"]);
        assert_eq!(spellings("actie{f|ve}"), ["actief", "actieve"]);
        assert_eq!(spellings("key account(s) x"), ["key accounts x", "key account x"]);
    }

    #[test]
    fn every_line_of_the_lexicon_is_used() {
        let text = include_str!("../data/lexicon.txt");
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let section = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            let known = section.map_or_else(
                || line.starts_with("en: ") || line.starts_with("nl: "),
                |id| Concept::from_id(id).is_some(),
            );
            assert!(known, "{line}");
            let folded = line.chars().all(|c| c.is_ascii() && c != '\'' && c != '-');
            assert!(folded || section.is_some(), "{line}");
        }
    }

    #[test]
    fn typing_errors_and_compounds_are_read() {
        let lexicon = lexicon();
        for (typed, meant) in [("strategsiche", "strategische"), ("kalnten", "klanten")] {
            assert_eq!(lexicon.correct(typed).map(|found| found.0), Some(meant.into()), "{typed}");
        }
        let compound = lexicon.compound("omzetpotentie").map(|entry| entry.concepts);
        assert_eq!(compound, Some(ConceptSet::of(&[Concept::Revenue, Concept::Potential])));
        assert_eq!(lexicon.compound("fietsbel"), None);
    }
}
