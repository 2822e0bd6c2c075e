//! Words and phrases that mean something by where they stand in a sentence.
//!
//! They stand in `data/lists.txt`, numbers and units of time in files of their
//! own; adding a word there is all it takes.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use klantwijzer_core::named;

named! {
    /// A list of words or phrases.
    enum List {
        /// Legal forms and particles: they help to choose between names and never
        /// make one alone.
        Weak "weak";
        /// Weak words that show that a name is meant: its legal form.
        Legal "legal";
        /// Legal forms that end a name.
        Closing "closing";
        /// What a word of the book is written together with.
        CompoundTails "compound_tails";
        /// What the number of a customer follows on.
        IdFollows "id_follows";
        /// What part of an owner's name follows on.
        OwnerFollows "owner_follows";
        /// What part of an owner's name stands before.
        OwnerStandsBefore "owner_stands_before";
        /// What "it" as a sector stands before.
        BesideSector "beside_sector";
        /// What opens a sentence about the same thing as the one before.
        Leads "leads";
        /// Words of the language of time that are neither a unit nor a month.
        Time "time";
        /// Before the number: "more than 100".
        Above "above";
        /// "At least 100".
        AtLeast "at_least";
        /// "Fewer than 100".
        Below "below";
        /// "At most 100".
        AtMost "at_most";
        /// After the number: "100 or more".
        OrMore "or_more";
        /// "100 or fewer".
        OrLess "or_less";
        /// What is counted in a company's size.
        Employees "employees";
        /// Revenue.
        Revenue "revenue";
        /// Customer value.
        Value "value";
        /// Signs and names of currencies.
        Money "money";
        /// A share.
        Percent "percent";
        /// What may stand between a unit and its number: "omzet is meer dan".
        Between "between";
    }
}

/// What stands in a list: its single words, and all of it cut into words.
struct Entries {
    single: HashSet<&'static str>,
    phrases: Vec<Vec<&'static str>>,
}

impl List {
    fn entries(self) -> &'static Entries {
        static LISTS: LazyLock<[Entries; List::ALL.len()]> = LazyLock::new(|| {
            let all: HashMap<&str, &str> = lines(include_str!("../data/lists.txt")).collect();
            List::ALL.map(|list| {
                let line = all.get(list.id()).copied().unwrap_or_default();
                let phrases = line.split(", ").map(|phrase| phrase.split(' ').collect());
                let single = line.split(", ").filter(|phrase| !phrase.contains(' ')).collect();
                Entries { single, phrases: phrases.collect() }
            })
        });
        &LISTS[self as usize]
    }

    /// Its words, in the order of the file.
    pub(crate) fn words(self) -> impl Iterator<Item = &'static str> {
        self.entries().phrases.iter().flatten().copied()
    }

    /// Whether it has this word.
    pub(crate) fn has(self, word: &str) -> bool {
        self.entries().single.contains(word)
    }

    /// How many words its longest phrase has for which `fits` holds.
    pub(crate) fn longest(self, fits: impl Fn(&[&str]) -> bool) -> Option<usize> {
        self.entries().phrases.iter().filter(|phrase| fits(phrase)).map(Vec::len).max()
    }
}

/// The lines of a data file: what each means, and the words for it.
pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

/// What each word of a data file means.
pub(crate) fn meanings<T: Copy>(
    file: &'static str,
    meaning: impl Fn(&str) -> Option<T>,
) -> HashMap<&'static str, T> {
    let known = lines(file).filter_map(|(id, words)| Some((meaning(id)?, words)));
    known.flat_map(|(it, words)| words.split(", ").map(move |word| (word, it))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Unit;

    fn check(file: &str, known: impl Fn(&str) -> bool) {
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let (id, words) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
            assert!(known(id), "{line}");
            assert_eq!(words, words.to_lowercase());
        }
    }

    #[test]
    fn every_line_of_the_files_is_used() {
        check(include_str!("../data/lists.txt"), |id| List::from_id(id).is_some());
        check(include_str!("../data/time_units.txt"), |id| Unit::from_id(id).is_some());
        check(include_str!("../data/numbers.txt"), |id| id.parse::<u32>().is_ok());
        for list in List::ALL {
            assert!(list.longest(|phrase| phrase != [""]).is_some(), "{list:?}");
        }
    }

    #[test]
    fn words_and_phrases_are_found() {
        assert!(List::Money.has("€") && List::Weak.has("van") && !List::Legal.has("van"));
        assert!(!List::Above.has("more"));
        let said = ["no", "more", "than"];
        assert_eq!(List::AtMost.longest(|phrase| phrase == said), Some(3));
        assert_eq!(List::Below.longest(|phrase| phrase == said), None);
    }
}
