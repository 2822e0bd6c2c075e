//! Names and outside ids that stand in a sentence as a whole, whatever their
//! words are.

use std::ops::{Range, RangeInclusive};

use crate::linking::{Joint, Link, Linker, Part, Spot};
use crate::lists::List;
use crate::names::{folded_id, is_weak};

/// The most words of a name that is looked for as a whole. A longer name is
/// found by its words all the same.
const MOST_WORDS: usize = 8;

/// How many words a name has that is also called by its initials, and so how many
/// letters those are: two letters ("JB") are any words', seven are nobody's.
pub(crate) const INITIALS: RangeInclusive<usize> = 3..=6;

/// The fewest letters of a name written in two words that is one: "zonne duin".
/// With fewer, two short words of the sentence would make a name by chance.
const SHORTEST_PAIR: usize = 6;

/// The fewest characters of an outside id that is looked for without a word such
/// as "customer" before it: "12" is a number in most sentences.
const SHORTEST_ID: usize = 3;

impl Linker<'_> {
    /// A whole name or an outside id that begins here, whatever its words.
    pub(crate) fn exact(&self, at: usize) -> Option<Link> {
        let spot = &self.spots[at];
        if spot.part == Part::Never {
            return None;
        }
        (1..=MOST_WORDS.min(self.spots.len() - at)).rev().find_map(|length| {
            let range = at..at + length;
            let spots = &self.spots[range.clone()];
            if spots
                .iter()
                .skip(1)
                .any(|spot| spot.before == Joint::Stop || spot.part == Part::Never)
            {
                return None;
            }
            // A particle at the edge belongs to the sentence, a legal form to the name.
            let edge = |spot: &Spot| is_weak(&spot.word) && !List::Legal.has(&spot.word);
            if length > 1 && (spots.last().is_some_and(edge) || self.strays(spots)) {
                let records = self.word_for_word(&range);
                return self.link(range, records, true, false);
            }
            let records = if length <= 2 && self.may_be_id(&range) {
                let id: String = spots.iter().map(|spot| spot.word.as_str()).collect();
                self.names.with_id(&folded_id(&id))
            } else {
                Vec::new()
            };
            let records = if records.is_empty() && self.may_be_whole(&range) {
                if strong(spots).next().is_none() {
                    self.names.with_whole(spots.iter().map(|spot| spot.word.as_str()))
                } else {
                    self.names.with_whole(strong(spots))
                }
            } else {
                records
            };
            if records.is_empty() && length > 1 && self.may_be_beginning(&range) {
                let joined: String = spots.iter().map(|spot| spot.word.as_str()).collect();
                return self.link(range, self.names.with_joined(&joined), false, false);
            }
            if records.is_empty() && length > 1 {
                let records = self.word_for_word(&range);
                return self.link(range, records, true, false);
            }
            self.link(range, records, true, false)
        })
    }

    /// "savealot" for "Save-a-lot", initials for a long name.
    pub(crate) fn written_together(&self, at: usize) -> Option<Link> {
        let word = &self.spots[at].word;
        let mut records = self.names.with_joined(word);
        if records.is_empty() && INITIALS.contains(&word.len()) {
            records = self.names.with_initials(word);
        }
        let mut end = at + 1;
        if records.is_empty() && end < self.spots.len() && self.spots[end].before != Joint::Stop {
            let pair = format!("{word}{}", self.spots[end].word);
            if let Some(found) =
                self.names.words.find(&pair).filter(|_| pair.len() >= SHORTEST_PAIR)
            {
                records = self.names.with_word(found).to_vec();
                end += 1;
            }
        }
        while end < self.spots.len() && List::Legal.has(&self.spots[end].word) {
            end += 1;
        }
        self.link(at..end, records, false, false)
    }

    /// Names that stand in the sentence with every word, particles included, when
    /// no word of theirs is what a question can be about: "van der meer groep".
    fn word_for_word(&self, range: &Range<usize>) -> Vec<u32> {
        let spots = &self.spots[range.clone()];
        let telling = |spot: &Spot| spot.telling && !is_weak(&spot.word);
        if spots.iter().any(telling) {
            return Vec::new();
        }
        let mut records = self.names.with_whole(strong(spots));
        records.retain(|record| {
            let sequence = self.names.sequence(*record);
            sequence.len() == spots.len()
                && sequence
                    .iter()
                    .zip(spots)
                    .all(|(word, spot)| self.names.words.word(*word) == spot.word)
        });
        records
    }

    /// Whether the words begin with a particle that no name with them has.
    fn strays(&self, spots: &[Spot]) -> bool {
        let Some((first, rest)) = spots.split_first() else {
            return false;
        };
        is_weak(&first.word) && !List::Legal.has(&first.word) && {
            let number = self.names.words.find(&first.word);
            let has = |record: u32| {
                number.is_some_and(|word| self.names.sequence(record).contains(&word))
            };
            !self.names.with_whole(strong(rest)).into_iter().any(has)
        }
    }

    /// Words of the question's language can begin a longer name when they are
    /// written as a name is, or when the sentence is known to lack a name.
    fn may_be_beginning(&self, range: &Range<usize>) -> bool {
        let spots = &self.spots[range.clone()];
        let hyphened = spots.iter().skip(1).all(|spot| spot.before == Joint::Hyphen);
        let capitals = range.start > 0 && spots.iter().all(|spot| spot.capital);
        hyphened || capitals || self.loose
    }

    fn may_be_id(&self, range: &Range<usize>) -> bool {
        let spots = &self.spots[range.clone()];
        spots.iter().any(|spot| spot.part == Part::Start)
            && spots.iter().map(|spot| spot.word.len()).sum::<usize>() >= SHORTEST_ID
    }

    /// Words of the question's language make a name only when it is written as
    /// one: with its legal form, or with capitals within the sentence.
    fn may_be_whole(&self, range: &Range<usize>) -> bool {
        let spots = &self.spots[range.clone()];
        let strong = || spots.iter().filter(|spot| !is_weak(&spot.word));
        let telling = strong().any(|spot| spot.part == Part::Start);
        let legal = spots.last().is_some_and(|spot| List::Legal.has(&spot.word)) && spots.len() > 1;
        let capitals = range.start > 0 && strong().all(|spot| spot.capital) && strong().count() > 1;
        let whole_of_it = spots.iter().all(|spot| spot.part == Part::Start);
        telling || legal || capitals || whole_of_it
    }
}

/// The words that are not weak.
fn strong(spots: &[Spot]) -> impl Iterator<Item = &str> {
    spots.iter().map(|spot| spot.word.as_str()).filter(|word| !is_weak(word))
}
