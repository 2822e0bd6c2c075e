//! Words in cells, Dutch and English, that stand for something we know: the list
//! in `data/words.txt`, which says itself how it is written.

use std::collections::HashMap;
use std::sync::LazyLock;

use klantwijzer_core::customer::Role;
use klantwijzer_core::ledger::EntryKind;

use crate::headers::{compact, lines};

/// What each word means, by where it stands.
type Meanings = HashMap<&'static str, HashMap<&'static str, &'static str>>;

/// What a cell means where it stands.
fn meaning(place: &str, cell: &str) -> Option<&'static str> {
    static WORDS: LazyLock<Meanings> = LazyLock::new(|| {
        let mut words = Meanings::new();
        for (place, meaning, list) in list().filter_map(line) {
            let known = list.split(", ").map(|word| (word, meaning));
            words.entry(place).or_default().extend(known);
        }
        words
    });
    WORDS.get(place)?.get(compact(cell).as_str()).copied()
}

/// The lines of the list.
fn list() -> impl Iterator<Item = &'static str> {
    lines(include_str!("../../data/words.txt"))
}

/// A line: where its words stand, what they mean there, and the words.
fn line(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (id, words) = line.split_once(": ")?;
    let (place, meaning) = id.split_once(' ')?;
    Some((place, meaning, words))
}

/// Yes or no.
pub(crate) fn yes_no(cell: &str) -> Option<bool> {
    meaning("answer", cell).map(|answer| answer == "yes")
}

/// In what capacity a party is in the book.
pub(crate) fn role(cell: &str) -> Option<Role> {
    meaning("role", cell).and_then(Role::from_id)
}

/// What happened, as a column of kinds says it.
pub(crate) fn entry_kind(cell: &str) -> Option<EntryKind> {
    meaning("entry", cell).and_then(EntryKind::from_id).or_else(|| cost_kind(cell))
}

/// What a cost was made for.
pub(crate) fn cost_kind(cell: &str) -> Option<EntryKind> {
    meaning("cost", cell).and_then(EntryKind::from_id)
}

/// The channel of a contact by the name that the programmes use; `None` where it is
/// another one.
pub(crate) fn channel(cell: &str) -> Option<&'static str> {
    meaning("channel", cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_one_meaning_in_its_place() {
        let mut seen: HashMap<(&str, &str), &str> = HashMap::new();
        for text in list() {
            let (place, means, words) = line(text).unwrap_or_else(|| panic!("{text}"));
            let known = match place {
                "answer" => ["yes", "no"].contains(&means),
                "role" => Role::from_id(means).is_some(),
                "entry" | "cost" => EntryKind::from_id(means).is_some(),
                other => other == "channel",
            };
            assert!(known, "{text}");
            for word in words.split(", ") {
                assert_eq!(compact(word), word);
                assert_eq!(seen.insert((place, word), means), None, "{word}");
                assert_eq!(meaning(place, word), Some(means));
            }
        }
    }
}
