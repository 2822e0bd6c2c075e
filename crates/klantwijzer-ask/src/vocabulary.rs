//! What sentences of one workspace can name.

use klantwijzer_core::customer::CustomerNo;
use rapidfuzz::distance::osa::BatchComparator;

use crate::linking::{Joint, Part, Spot, links};
use crate::names::{Names, is_weak};
use crate::terms::{BookWords, Terms};
use crate::text;

/// The names of a workspace's customers and the words of its book, built once
/// per portfolio snapshot and shared.
#[derive(Debug, Default)]
pub struct Vocabulary {
    pub(crate) names: Names,
    pub(crate) terms: Terms,
}

/// The most names that may share a word for it to suggest one of them: of more,
/// three that happen to come first would be offered, for no reason of theirs.
const MOST_SHARED: usize = 1_000;

/// The most typing errors of a name that is offered in place of one that nobody
/// has: one more than are forgiven ([`WordList::nearest`]), since a person still
/// chooses. With four, half of the letters of most surnames may differ.
///
/// [`WordList::nearest`]: crate::wordlist::WordList::nearest
const MOST_ERRORS: u32 = 3;

/// A customer whose name fits a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The customer.
    pub customer: CustomerNo,
    /// The name as it was given, without control characters and cut at 200
    /// characters. It is outside data: escape it where it is shown.
    pub name: String,
}

impl Vocabulary {
    /// Builds the vocabulary from (number, outside id, name) of every customer,
    /// in any order, and the words of the book.
    pub fn build<'a>(
        customers: impl Iterator<Item = (CustomerNo, &'a str, &'a str)>,
        book: &BookWords,
    ) -> Self {
        Self { names: Names::build(customers), terms: Terms::build(book) }
    }

    /// The customers whose name fits a text written loosely ("jansen bv"): one
    /// when it is clear who is meant, the best ten when several fit equally
    /// well, none when nobody does.
    pub fn find_customer(&self, text: &str) -> Vec<Match> {
        let link =
            links(&self.names, &spots(text), false).into_iter().max_by_key(|link| link.range.len());
        link.map_or_else(Vec::new, |link| self.matches(&link.records))
    }

    /// At most `limit` names to complete what was typed so far: those that begin
    /// so, particles included, by alphabet; then those with a word that begins so
    /// (and, for the words before it, that hold them); when there are none,
    /// those with a word that begins almost so.
    pub fn complete(&self, typed: &str, limit: usize) -> Vec<Match> {
        let words = text::words(typed, 8);
        let Some((typing, before)) = words.split_last() else {
            return Vec::new();
        };
        let list = &self.names.words;
        let mut found: Vec<u32> = self.names.beginning_with(&words).take(limit).collect();
        if found.len() < limit {
            let others = self.ranked(list.beginning_with(typing), before, limit);
            let others = others.into_iter().filter(|record| !found.contains(record));
            let others: Vec<u32> = others.take(limit - found.len()).collect();
            found.extend(others);
        }
        if found.is_empty() && typing.len() >= 3 {
            let almost = begins_almost(typing);
            let near = (0..list.len() as u32).filter(|number| almost(list.word(*number)));
            found = self.ranked(near, before, limit);
        }
        if found.is_empty() {
            return self.find_customer(typed).into_iter().take(limit).collect();
        }
        self.matches(&found)
    }

    /// Records of names somewhat like `text`, for "did you mean": those with a
    /// word that is one of the text's first, then by typing errors, then those
    /// that only begin alike.
    pub(crate) fn nearest(&self, text: &str, limit: usize) -> Vec<u32> {
        let list = &self.names.words;
        // A word that very many names share says nothing about which is meant.
        let telling = |word: &u32| (1..=MOST_SHARED).contains(&self.names.with_word(*word).len());
        let mut near: Vec<(u32, u32)> = Vec::new();
        for word in text::words(text, 4).iter().filter(|word| !is_weak(word)) {
            let letters = word.chars().count() as u32;
            near.extend(list.like(word, (letters / 3).clamp(1, MOST_ERRORS)));
            let beginning: String = word.chars().take(4).collect();
            if letters >= 4 {
                let alike = list.beginning_with(&beginning).take(32);
                near.extend(alike.map(|number| (MOST_ERRORS + 1, number)));
            }
        }
        near.retain(|(_, word)| telling(word));
        near.sort_unstable();
        let mut found: Vec<u32> = Vec::new();
        for equal in near.chunk_by(|one, other| one.0 == other.0) {
            for record in self.ranked(equal.iter().map(|(_, word)| *word), &[], limit) {
                if found.len() < limit && !found.contains(&record) {
                    found.push(record);
                }
            }
        }
        found
    }

    /// The first `limit` records of names with one of these words and all of
    /// `before`.
    fn ranked(
        &self,
        words: impl Iterator<Item = u32>,
        before: &[smol_str::SmolStr],
        limit: usize,
    ) -> Vec<u32> {
        let required: Option<Vec<u32>> =
            before.iter().map(|word| self.names.words.find(word)).collect();
        let Some(required) = required else {
            return Vec::new();
        };
        let mut best = std::collections::BTreeSet::new();
        for word in words {
            for &record in self.names.with_word(word) {
                let sequence = self.names.sequence(record);
                let first = required.first().unwrap_or(&word);
                let key = (sequence.first() != Some(first), self.names.rank_of(record), record);
                let worse = best.len() == limit && best.last().is_some_and(|last| *last <= key);
                if !worse && required.iter().all(|word| sequence.contains(word)) {
                    best.insert(key);
                    if best.len() > limit {
                        best.pop_last();
                    }
                }
            }
        }
        best.into_iter().map(|(.., record)| record).collect()
    }

    fn matches(&self, records: &[u32]) -> Vec<Match> {
        let matched = |record: &u32| Match {
            customer: self.names.customer(*record),
            name: self.names.name(*record).to_owned(),
        };
        records.iter().map(matched).collect()
    }
}

/// The words of a text of which every one may belong to a name.
pub(crate) fn spots(text: &str) -> Vec<Spot> {
    text::words(text, 16)
        .into_iter()
        .map(|word| Spot {
            word,
            stem: None,
            part: Part::Start,
            capital: false,
            before: Joint::Room,
            telling: false,
            other_distance: u32::MAX,
        })
        .collect()
}

/// Whether a word begins with `typed` but for one typing error.
fn begins_almost(typed: &str) -> impl Fn(&str) -> bool {
    let (first, length) = (typed.chars().next(), typed.chars().count());
    let typed = BatchComparator::new(typed.chars());
    move |word| {
        let near = |length: usize| {
            let end = word.char_indices().nth(length).map_or(word.len(), |(at, _)| at);
            typed.distance(word[..end].chars()) <= 1
        };
        word.chars().next() == first && (length - 1..=length + 1).any(near)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let names = include_str!("../data/customers.tsv");
        let rows = names.lines().filter_map(|line| line.split_once('\t')).zip(1..);
        Vocabulary::build(
            rows.map(|((id, name), number)| (number, id, name)),
            &BookWords::default(),
        )
    }

    fn names(found: Vec<Match>) -> Vec<String> {
        found.into_iter().map(|found| found.name).collect()
    }

    #[test]
    fn customers_are_found_however_they_are_written() {
        let vocabulary = vocabulary();
        for (text, expected) in [
            ("jansen bv", &["Jansen BV"][..]),
            ("Jansen B.V.", &["Jansen BV"]),
            ("jansen", &["Jansen BV"]),
            ("bakkerij jansen", &["Bakkerij Jansen"]),
            ("bakker jansen", &["Bakkerij Jansen"]),
            ("save a lot", &["Save-a-lot Markets"]),
            ("savealot", &["Save-a-lot Markets"]),
            ("SAVEM", &["Save-a-lot Markets"]),
            ("10007", &["Hoogland Staal NV"]),
            ("hooglnad", &["Hoogland Staal NV"]),
            ("timmerfabrik", &["Timmerfabriek Kuipers"]),
            ("quickstop", &["Quick-Stop Europe"]),
            ("de vries", &["Bakkerij de Vries", "De Vries Installatietechniek BV"]),
            ("hotel zonneduin", &["Hotel Zonneduin", "Hotel Zonneduin"]),
            ("muller", &["Müller Maschinenbau GmbH"]),
            ("petersen elektro", &["Petersen Elektro"]),
            ("de grote klant bv", &["De Grote Klant BV"]),
            ("blorptech", &[]),
            ("", &[]),
        ] {
            assert_eq!(names(vocabulary.find_customer(text)), expected, "{text}");
        }
    }

    #[test]
    fn names_are_completed() {
        let vocabulary = vocabulary();
        assert_eq!(
            names(vocabulary.complete("dij", 5)),
            ["Dijkstra Verhuur", "Bouwbedrijf Dijkstra"]
        );
        assert_eq!(names(vocabulary.complete("alpha me", 5)), ["Alpha Media"]);
        assert_eq!(names(vocabulary.complete("hogl", 1)), ["Hoogland Staal NV"]);
        assert_eq!(
            names(vocabulary.complete("Va", 5)),
            [
                "Van den Berg Logistiek",
                "Van der Meer Groep",
                "Green Valley Dairy",
                "Molenaar Vastgoed"
            ]
        );
        assert_eq!(names(vocabulary.complete("van d", 1)), ["Van den Berg Logistiek"]);
        assert_eq!(names(vocabulary.complete("Van der", 5)), ["Van der Meer Groep"]);
        assert_eq!(
            names(vocabulary.complete("de", 2)),
            ["De Grote Klant BV", "De Vries Installatietechniek BV"]
        );
        assert_eq!(vocabulary.complete("a", 3).len(), 3);
        assert!(vocabulary.complete(" ", 3).is_empty());
    }
}
