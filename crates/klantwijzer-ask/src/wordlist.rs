//! Many words in little room, found exactly, by beginning and with typing
//! errors.

use std::ops::Range;

use rapidfuzz::distance::osa::BatchComparator;
use smol_str::SmolStr;

/// Words of this many characters or more share one shelf, and a word of more is
/// not looked for with typing errors. The longest of all example sentences has 27.
const LONGEST: usize = 32;

/// From this length on a word may have two typing errors, or its first letter
/// wrong. Shorter ones lie too close together: two errors make "bakker" a "bunker"
/// or a "tanker".
const LONG: usize = 8;

/// A sorted list of different words; a word's number is its place in it.
#[derive(Debug, Default)]
pub(crate) struct WordList {
    pool: String,
    ends: Vec<u32>,
    /// Word numbers by length in characters, the sketch of each word beside it.
    shelves: Vec<Vec<(u32, u64)>>,
}

impl WordList {
    pub(crate) fn new(mut words: Vec<SmolStr>) -> Self {
        words.sort_unstable();
        words.dedup();
        let mut list = Self { shelves: vec![Vec::new(); LONGEST + 1], ..Self::default() };
        for (number, word) in words.iter().enumerate() {
            list.pool.push_str(word);
            list.ends.push(list.pool.len() as u32);
            let shelf = word.chars().count().min(LONGEST);
            list.shelves[shelf].push((number as u32, sketch(word)));
        }
        list
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        &self.pool[start..self.ends[number] as usize]
    }

    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        let at = self.first(0, |known| known >= word);
        (at < self.len() && self.word(at as u32) == word).then_some(at as u32)
    }

    /// The words that begin with `prefix`.
    pub(crate) fn beginning_with(&self, prefix: &str) -> Range<u32> {
        let start = self.first(0, |word| word >= prefix);
        let end = self.first(start, |word| !word.starts_with(prefix));
        start as u32..end as u32
    }

    /// The words nearest to `word` within its forgiven typing errors, all at
    /// the same distance, with that distance. The first letter must be right,
    /// or stand second by mistake.
    pub(crate) fn nearest(&self, word: &str) -> (u32, Vec<u32>) {
        let length = word.chars().count();
        let mut allowed = forgiven(length);
        let mut found = Vec::new();
        if allowed == 0 || length > LONGEST {
            return (allowed, found);
        }
        let (typed, own) = (BatchComparator::new(word.chars()), sketch(word));
        let mut start = word.chars();
        let (first, second) = (start.next(), start.next());
        let reach = allowed as usize;
        for shelf in &self.shelves[length - reach..=(length + reach).min(LONGEST)] {
            for &(number, other) in shelf {
                if (own ^ other).count_ones() > SKETCH_BITS_PER_ERROR * allowed {
                    continue;
                }
                let candidate = self.word(number);
                let distance = typed.distance(candidate.chars()) as u32;
                let mut start = candidate.chars();
                let (one, two) = (start.next(), start.next());
                let plausible = one == first
                    || distance == 1 && (two == first || one == second)
                    || distance == 1 && length >= LONG;
                let plausible = plausible && (distance < 2 || candidate.chars().count() >= LONG);
                if distance > allowed || !plausible {
                    continue;
                }
                if distance < allowed {
                    allowed = distance;
                    found.clear();
                }
                found.push(number);
            }
        }
        found.sort_unstable();
        (allowed, found)
    }

    /// The words within `most` typing errors of `word` that begin as it does,
    /// each with its distance, the nearest first.
    pub(crate) fn like(&self, word: &str, most: u32) -> Vec<(u32, u32)> {
        let length = word.chars().count();
        if length == 0 || length > LONGEST {
            return Vec::new();
        }
        let typed = BatchComparator::new(word.chars());
        let (own, first) = (sketch(word), word.chars().next());
        let reach = most as usize;
        let shelves = length.saturating_sub(reach)..=(length + reach).min(LONGEST);
        let mut found: Vec<(u32, u32)> = self.shelves[shelves]
            .iter()
            .flatten()
            .filter(|(_, other)| (own ^ other).count_ones() <= SKETCH_BITS_PER_ERROR * most)
            .filter(|(number, _)| self.word(*number).chars().next() == first)
            .map(|(number, _)| (typed.distance(self.word(*number).chars()) as u32, *number))
            .filter(|(distance, _)| *distance <= most)
            .collect();
        found.sort_unstable();
        found
    }

    /// The place of the first word from `low` on that is `beyond`, as all after it are.
    fn first(&self, mut low: usize, beyond: impl Fn(&str) -> bool) -> usize {
        let mut high = self.len();
        while low < high {
            let middle = usize::midpoint(low, high);
            if beyond(self.word(middle as u32)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

/// How many typing errors are forgiven in a word of this many characters: one in
/// about five letters. In four letters one is too many: "boer", "boor" and "beer"
/// are names.
const fn forgiven(characters: usize) -> u32 {
    match characters {
        0..=4 => 0,
        5..=LONG => 1,
        _ => 2,
    }
}

/// The most bits of a [`sketch`] that one typing error changes: two letters and
/// four pairs for a wrong letter, six pairs for a swap.
const SKETCH_BITS_PER_ERROR: u32 = 6;

/// Which letters a word holds and which pairs of neighbours, a bit each, so that
/// most words are told apart without comparing them.
fn sketch(word: &str) -> u64 {
    // Most of the alphabet, and what is left of the word for the pairs, of which
    // there are more.
    const LETTERS: u32 = 24;
    const PAIRS: u32 = 64 - LETTERS;
    let (mut sketch, mut before) = (0, None);
    for c in word.chars() {
        let c = c as u32;
        sketch |= 1 << (c % LETTERS);
        if let Some(before) = before.replace(c) {
            sketch |= 1 << (LETTERS + before.wrapping_mul(31).wrapping_add(c) % PAIRS);
        }
    }
    sketch
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rapidfuzz::distance::osa;

    use super::*;

    fn list() -> WordList {
        WordList::new(
            ["jansen", "bakkerij", "bakker", "klant", "vries", "installatie", "jansen"]
                .map(SmolStr::new)
                .to_vec(),
        )
    }

    #[test]
    fn words_are_found() {
        let list = list();
        assert_eq!(list.len(), 6);
        for number in 0..list.len() as u32 {
            assert_eq!(list.find(list.word(number)), Some(number));
        }
        assert_eq!(list.find("zorg"), None);
        let bakers: Vec<&str> = list.beginning_with("bakk").map(|at| list.word(at)).collect();
        assert_eq!(bakers, ["bakker", "bakkerij"]);
        assert!(list.beginning_with("x").is_empty());
        assert_eq!(list.beginning_with("").len(), 6);
    }

    #[test]
    fn words_like_another_come_nearest_first() {
        let list = list();
        let like = |word, most| -> Vec<(u32, &str)> {
            list.like(word, most).into_iter().map(|(far, at)| (far, list.word(at))).collect()
        };
        assert_eq!(like("bakkers", 2), [(1, "bakker"), (2, "bakkerij")]);
        assert_eq!(like("janszoon", 2), []);
        assert_eq!(like("janszoon", 3), [(3, "jansen")]);
        assert_eq!(like("", 4), []);
    }

    #[test]
    fn typing_errors_are_forgiven_by_length() {
        let list = list();
        for (typed, meant) in [
            ("jansne", Some("jansen")),
            ("janssen", Some("jansen")),
            ("kalnt", Some("klant")),
            ("klnt", None),
            ("instalatei", Some("installatie")),
            ("jonsem", None),
        ] {
            let found = list.nearest(typed).1;
            assert_eq!(found.first().map(|at| list.word(*at)), meant, "{typed}");
        }
    }
    proptest! {
        #[test]
        fn sketches_differ_by_few_bits_per_error(a in "[a-fé]{0,9}", b in "[a-fé]{0,9}") {
            let bits = (sketch(&a) ^ sketch(&b)).count_ones();
            let errors = osa::distance(a.chars(), b.chars()) as u32;
            prop_assert!(bits <= SKETCH_BITS_PER_ERROR * errors);
        }
    }
}
