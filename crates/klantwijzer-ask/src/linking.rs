//! Which customers a stretch of a sentence names.

use std::ops::Range;

use smol_str::SmolStr;

use crate::lists::List;
use crate::name_words::WordSet;
use crate::names::{Names, is_weak};

/// The most candidates of which the fit is looked at closely, word by word: a word
/// that more names share needs a second one before anybody can be meant.
const MOST_WEIGHED: usize = 2_000;

/// The most candidates that are reported: as many as a person looks through, and
/// as a menu in the chat holds with room to spare.
const MOST_REPORTED: usize = 10;

/// The most particles between two words of a name: "van der Meer", "van den Berg".
const MOST_PARTICLES: usize = 2;

/// How many times longer one list must be than another for looking each record of
/// the shorter one up to be quicker than walking along both: a look-up in the
/// longest list of a large book, of some 65,000 records, takes 16 steps.
const MUCH_LONGER: usize = 16;

/// Words that join two names as well as the parts of one.
const JOINING: &[&str] = &["of", "en", "and", "et", "und"];

/// How a word may serve in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// No word of the question's language: a name can begin at it.
    Start,
    /// An ordinary word, or one of the book: a name of several words can begin
    /// at it, when it is spelled right.
    Common,
    /// A word of the question's language: it can only add to a name.
    Extend,
    /// Stands outside: never part of a name.
    Never,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// Nothing but room.
    Room,
    /// A hyphen.
    Hyphen,
    /// A comma or other stop: a name does not run on over it.
    Stop,
}

/// A word of the sentence, as far as names are concerned.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    pub word: SmolStr,
    pub stem: Option<SmolStr>,
    pub part: Part,
    pub capital: bool,
    /// What stands between it and the word before.
    pub before: Joint,
    /// A word of the question's language that a question can be about.
    pub telling: bool,
    /// The number of typing errors with which it is another known word; names
    /// must be nearer.
    pub other_distance: u32,
}

/// A stretch of the sentence that names one or more customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub range: Range<usize>,
    /// The records that fit best, at most [`MOST_REPORTED`].
    pub records: Vec<u32>,
    /// How many fit equally well.
    pub total: usize,
    /// Every strong word of the name stands in the sentence.
    pub whole: bool,
    /// A word was spelled otherwise.
    pub mended: bool,
}

impl Link {
    /// A stretch that names one customer as a whole.
    pub(crate) fn to(record: u32, range: Range<usize>) -> Self {
        Self { range, records: vec![record], total: 1, whole: true, mended: false }
    }
}

/// The names in a row of words, from left to right, without overlap. `loose`
/// takes words of the question's language for the beginning of a name too.
pub(crate) fn links(names: &Names, spots: &[Spot], loose: bool) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    if names.len() == 0 {
        return found;
    }
    let mut linker = Linker { names, spots, loose, sets: vec![None; spots.len()], corrected: 0 };
    let mut at = 0;
    while at < spots.len() {
        let from = found.last().map_or(0, |link| link.range.end);
        let link = [linker.exact(at), linker.from(at, from)]
            .into_iter()
            .flatten()
            .max_by_key(|link| (link.range.len(), link.whole));
        match link {
            Some(link) => {
                at = link.range.end;
                found.push(link);
            }
            None => at += 1,
        }
    }
    found
}

/// A row of words in which names are looked for.
pub(crate) struct Linker<'a> {
    pub(crate) names: &'a Names,
    pub(crate) spots: &'a [Spot],
    pub(crate) loose: bool,
    /// What [`Linker::set`] found for each word, and how many words it had to
    /// look for with typing errors.
    pub(crate) sets: Vec<Option<WordSet>>,
    pub(crate) corrected: usize,
}

impl Linker<'_> {
    /// The name around the word at `at`, not reaching back before `from`.
    fn from(&mut self, at: usize, from: usize) -> Option<Link> {
        let spot = &self.spots[at];
        if !matches!(spot.part, Part::Start | Part::Common) || is_weak(&spot.word) {
            return None;
        }
        let common = spot.part == Part::Common;
        let set = self.set(at);
        if common && set.corrected {
            return None;
        }
        let mut mended = set.errors > 0;
        let mut matched = set.words.clone();
        let mut records = self.with_any(&set.words);
        if records.is_empty() {
            return if common { None } else { self.written_together(at) };
        }
        let mut range = at..at + 1;
        while let Some(next) = self.strong_after(range.end) {
            let Some((fewer, words, also)) = self.narrow(&records, next, range.end - 1) else {
                break;
            };
            (records, range.end) = (fewer, next + 1);
            matched.extend(words);
            mended |= also;
        }
        while let Some(before) = self.strong_before(range.start, from) {
            let Some((fewer, words, also)) = self.narrow(&records, before, range.start) else {
                break;
            };
            (records, range.start) = (fewer, before);
            matched.extend(words);
            mended |= also;
        }
        self.absorb_weak(&mut records, &mut range, from);
        let strong = self.spots[range.clone()].iter().filter(|spot| !is_weak(&spot.word)).count();
        let legal = self.spots[range.end - 1].word.as_str();
        // "Van den Berg" is a name, a "berg" is none.
        let particles = at.saturating_sub(range.start);
        if common && strong < 2 && particles < MOST_PARTICLES && !List::Legal.has(legal) {
            return None;
        }
        if set.errors > 0 && strong == 1 {
            records.extend(self.rivals(at, set.errors + 1));
            records.sort_unstable();
            records.dedup();
            if records.len() > 1 {
                return self.link(range, records, false, true);
            }
        }
        let (records, whole) = self.best(records, &matched, &range);
        self.link(range, records, whole, mended)
    }

    /// The records that also have the word at `next`; a word of the question's
    /// language must stand beside the word at `beside` in the name as well.
    fn narrow(
        &mut self,
        records: &[u32],
        next: usize,
        beside: usize,
    ) -> Option<(Vec<u32>, Vec<u32>, bool)> {
        let spot = &self.spots[next];
        let set = self.set(next);
        let mut fewer = meet(records, &self.with_any(&set.words));
        let between = next.min(beside) + 1..next.max(beside);
        let joined = self.spots[between].iter().any(|s| JOINING.contains(&s.word.as_str()));
        if spot.part == Part::Extend || joined {
            let neighbours = self.set(beside).words;
            let (first, second) =
                if next > beside { (&neighbours, &set.words) } else { (&set.words, &neighbours) };
            fewer.truncate(MOST_WEIGHED);
            fewer.retain(|record| {
                let strong: Vec<u32> = self.names.strong(*record).collect();
                strong.windows(2).any(|pair| first.contains(&pair[0]) && second.contains(&pair[1]))
            });
        }
        (!fewer.is_empty()).then_some((fewer, set.words, set.errors > 0))
    }

    fn strong_after(&self, end: usize) -> Option<usize> {
        let mut at = end;
        while let Some(spot) = self.spots.get(at) {
            if spot.before == Joint::Stop || spot.part == Part::Never || at > end + MOST_PARTICLES {
                return None;
            }
            if !is_weak(&spot.word) {
                return Some(at);
            }
            // "Jansen BV of Bakkerij Jansen" is two names.
            if at > 0 && List::Closing.has(&spot.word) {
                return None;
            }
            at += 1;
        }
        None
    }

    fn strong_before(&self, start: usize, from: usize) -> Option<usize> {
        let mut at = start;
        while at > from && self.spots[at].before != Joint::Stop && start - at <= MOST_PARTICLES {
            at -= 1;
            if self.spots[at].part == Part::Never {
                return None;
            }
            if !is_weak(&self.spots[at].word) {
                return Some(at);
            }
        }
        None
    }

    /// Takes in particles before and legal forms after, where a name has them.
    fn absorb_weak(&self, records: &mut Vec<u32>, range: &mut Range<usize>, from: usize) {
        let has = |record: u32, word: &str| {
            let number = self.names.words.find(word);
            number.is_some_and(|number| self.names.sequence(record).contains(&number))
        };
        while let Some(spot) = self.spots.get(range.end) {
            if spot.before == Joint::Stop || !is_weak(&spot.word) {
                break;
            }
            let fewer: Vec<u32> =
                weighed(records).filter(|record| has(*record, &spot.word)).collect();
            if fewer.is_empty() && !List::Legal.has(&spot.word) {
                break;
            }
            if !fewer.is_empty() {
                *records = fewer;
            }
            range.end += 1;
        }
        while range.start > from && self.spots[range.start].before != Joint::Stop {
            let before = &self.spots[range.start - 1];
            let fewer: Vec<u32> = weighed(records)
                .filter(|record| is_weak(&before.word) && has(*record, &before.word))
                .collect();
            if fewer.is_empty() {
                break;
            }
            *records = fewer;
            range.start -= 1;
        }
    }

    /// The records that fit best: those of which every strong word was said,
    /// else all; and whether every strong word was.
    fn best(&self, records: Vec<u32>, matched: &[u32], range: &Range<usize>) -> (Vec<u32>, bool) {
        let said = |word: &str| self.spots[range.clone()].iter().any(|spot| spot.word == word);
        let mut whole: Vec<(usize, u32)> = weighed(&records)
            .filter(|record| self.names.strong(*record).all(|word| matched.contains(&word)))
            .map(|record| {
                let sequence = self.names.sequence(record);
                let unsaid = sequence
                    .iter()
                    .filter(|word| {
                        let word = self.names.words.word(**word);
                        is_weak(word) && !List::Legal.has(word) && !said(word)
                    })
                    .count();
                (unsaid, record)
            })
            .collect();
        whole.sort_unstable();
        let Some((fewest, _)) = whole.first().copied() else {
            return (records, false);
        };
        let best = whole.into_iter().take_while(|(unsaid, _)| *unsaid == fewest);
        (best.map(|(_, record)| record).collect(), true)
    }

    pub(crate) fn link(
        &self,
        range: Range<usize>,
        mut records: Vec<u32>,
        whole: bool,
        mended: bool,
    ) -> Option<Link> {
        let total = records.len();
        if total > MOST_REPORTED {
            records.truncate(MOST_WEIGHED);
            records.select_nth_unstable_by_key(MOST_REPORTED, |at| self.names.rank_of(*at));
            records.truncate(MOST_REPORTED);
            records.sort_by_key(|record| self.names.rank_of(*record));
        }
        (total > 0).then_some(Link { range, records, total, whole, mended })
    }

    pub(crate) fn with_any(&self, words: &[u32]) -> Vec<u32> {
        let mut records: Vec<u32> =
            words.iter().flat_map(|word| self.names.with_word(*word)).copied().collect();
        if words.len() > 1 {
            records.sort_unstable();
            records.dedup();
        }
        records
    }
}

fn weighed(records: &[u32]) -> impl Iterator<Item = u32> {
    records.iter().copied().take(MOST_WEIGHED)
}

/// What two sorted lists share.
fn meet(one: &[u32], other: &[u32]) -> Vec<u32> {
    let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if few.len() * MUCH_LONGER < many.len() {
        return few.iter().copied().filter(|record| many.binary_search(record).is_ok()).collect();
    }
    let (mut shared, mut rest) = (Vec::new(), many.iter().copied().peekable());
    for &record in few {
        while rest.next_if(|other| *other < record).is_some() {}
        if rest.peek() == Some(&record) {
            shared.push(record);
        }
    }
    shared
}
