//! Which words of names a word of a sentence may be.

use crate::linking::{Linker, Part, Spot};

/// The most words of a sentence that are looked for with typing errors: each goes
/// over all names, a tenth to a quarter of a millisecond for 100,000. Few
/// questions name more than three customers, of two words each.
const MOST_CORRECTED: usize = 6;

/// The fewest letters that are enough of a name's word, and the most words that
/// may begin so: with more, the letters say too little.
const BEGINNING: (usize, usize) = (4, 64);

/// The same for a word that the question's language has too and that mostly names
/// nobody: "hoog" must not stand for "hoogland", "trans" may for "transport".
const ORDINARY_BEGINNING: (usize, usize) = (5, 16);

/// How many letters a rival of a misspelled word shares with it at the beginning:
/// people get the beginning of a name right, and without it every name with the
/// same ending were a rival.
const SHARED_BEGINNING: usize = 3;

/// The words of names that a word of the sentence can be.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordSet {
    pub(crate) words: Vec<u32>,
    /// It stands for these words without being one of them.
    pub(crate) corrected: bool,
    /// The number of typing errors between it and them.
    pub(crate) errors: u32,
}

impl Linker<'_> {
    /// The words of names that the word at `at` may be.
    pub(crate) fn set(&mut self, at: usize) -> WordSet {
        if self.sets[at].is_none() {
            let set = self.words_for(&self.spots[at], self.corrected < MOST_CORRECTED);
            self.corrected += usize::from(set.corrected || set.words.is_empty());
            self.sets[at] = Some(set);
        }
        self.sets[at].clone().unwrap_or_default()
    }

    fn words_for(&self, spot: &Spot, correct: bool) -> WordSet {
        let list = &self.names.words;
        let exact =
            list.find(&spot.word).or_else(|| spot.stem.as_deref().and_then(|s| list.find(s)));
        if let Some(word) = exact.filter(|word| !self.names.with_word(*word).is_empty()) {
            return WordSet { words: vec![word], ..WordSet::default() };
        }
        if !correct {
            return WordSet::default();
        }
        if spot.part != Part::Start {
            let beginnings = list.beginning_with(&spot.word);
            let (fewest, most) = ORDINARY_BEGINNING;
            let plausible = spot.word.len() >= fewest && beginnings.len() <= most;
            let words = if plausible { beginnings.collect() } else { Vec::new() };
            return WordSet { words, corrected: true, errors: 0 };
        }
        let (distance, words) = list.nearest(&spot.word);
        if !words.is_empty() && distance < spot.other_distance {
            return WordSet { words, corrected: true, errors: distance };
        }
        let beginnings = list.beginning_with(&spot.word);
        let (fewest, most) = BEGINNING;
        let said = spot.word.len() >= fewest && beginnings.len() <= most;
        if said && spot.other_distance == u32::MAX {
            // Three fifths: "bakker" is enough of "bakkerij", "hoog" is not of "hoogland".
            let enough = |word: &u32| spot.word.len() * 5 >= list.word(*word).len() * 3;
            let words = beginnings.filter(enough).collect();
            return WordSet { words, corrected: true, errors: 0 };
        }
        WordSet::default()
    }

    /// The records that a misspelled word names nearly as well, with one more
    /// typing error: "Janssens" can be Jansen as well as Janssen.
    pub(crate) fn rivals(&self, at: usize, errors: u32) -> Vec<u32> {
        let typed = &self.spots[at].word;
        let beginning: String = typed.chars().take(SHARED_BEGINNING).collect();
        let like = self.names.words.like(typed, errors).into_iter().map(|(_, word)| word);
        let like: Vec<u32> =
            like.filter(|word| self.names.words.word(*word).starts_with(&beginning)).collect();
        self.with_any(&like)
    }
}
