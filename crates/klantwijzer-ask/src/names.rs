//! The index of customer names: how a name is found however it is written.

use klantwijzer_core::customer::CustomerNo;
use smol_str::SmolStr;
use xxhash_rust::xxh3::Xxh3;

use crate::lists::List;
use crate::text;
use crate::whole_names::INITIALS;
use crate::wordlist::WordList;

/// The most words of a name that are indexed. No name that people use has as
/// many; it bounds what hostile data can cost.
const LONGEST_NAME: usize = 16;

/// The most characters of a name that are kept for showing: two lines of a wide
/// terminal. It bounds what hostile data can cost.
const LONGEST_SHOWN: usize = 200;

/// Legal forms and particles: see [`List::Weak`].
pub(crate) fn is_weak(word: &str) -> bool {
    List::Weak.has(word)
}

/// Names by word. A name's record is its place in the order of customer
/// numbers, so that the order in which they were given does not matter.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(super) words: WordList,
    /// Whether each word is weak.
    weak: Vec<bool>,
    /// Where the records of each word begin, and those records.
    starts: Vec<u32>,
    records: Vec<u32>,
    /// Where the words of each record begin, and those words.
    sequence_starts: Vec<u32>,
    sequences: Vec<u32>,
    /// Records by the hash of their strong words, of the beginnings of these
    /// written as one word, of their initials and of their outside ids.
    whole: Table,
    joined: Table,
    initials: Table,
    ids: Table,
    customers: Vec<CustomerNo>,
    shown: String,
    shown_ends: Vec<u32>,
    /// The alphabetical rank of each record, and the records in that order.
    ranks: Vec<u32>,
    order: Vec<u32>,
}

/// Records by hash, sorted.
#[derive(Debug, Default)]
struct Table(Vec<(u64, u32)>);

impl Table {
    fn find(&self, hash: u64) -> impl Iterator<Item = u32> {
        let start = self.0.partition_point(|(known, _)| *known < hash);
        self.0[start..].iter().take_while(move |(known, _)| *known == hash).map(|(_, at)| *at)
    }

    fn finish(&mut self) {
        self.0.sort_unstable();
        self.0.dedup();
        self.0.shrink_to_fit();
    }
}

fn hash_of<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hash = Xxh3::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(b" ");
    }
    hash.digest()
}

/// The form in which an outside id is compared: folded, without signs.
pub(crate) fn folded_id(id: &str) -> String {
    text::words(id, LONGEST_NAME).concat()
}

impl Names {
    pub(crate) fn build<'a>(
        customers: impl Iterator<Item = (CustomerNo, &'a str, &'a str)>,
    ) -> Self {
        let mut given: Vec<(CustomerNo, &str, &str)> = customers.collect();
        given.sort_unstable();
        given.dedup_by_key(|(number, ..)| *number);
        let split: Vec<Vec<SmolStr>> =
            given.iter().map(|(.., name)| text::words(name, LONGEST_NAME)).collect();
        let mut names = Self {
            words: WordList::new(split.iter().flatten().cloned().collect()),
            ..Self::default()
        };
        for (record, ((number, id, name), words)) in given.iter().zip(&split).enumerate() {
            names.add(record as u32, *number, id, name, words);
        }
        names.sequence_starts.push(names.sequences.len() as u32);
        for table in [&mut names.whole, &mut names.joined, &mut names.initials, &mut names.ids] {
            table.finish();
        }
        names.index_words();
        names.rank();
        names
    }

    fn add(&mut self, record: u32, number: CustomerNo, id: &str, name: &str, words: &[SmolStr]) {
        self.customers.push(number);
        self.shown.extend(name.chars().filter(|c| !c.is_control()).take(LONGEST_SHOWN));
        self.shown_ends.push(self.shown.len() as u32);
        self.sequence_starts.push(self.sequences.len() as u32);
        self.sequences.extend(words.iter().filter_map(|word| self.words.find(word)));
        let mut strong: Vec<&str> =
            words.iter().map(SmolStr::as_str).filter(|word| !is_weak(word)).collect();
        if strong.is_empty() {
            strong = words.iter().map(SmolStr::as_str).collect();
        }
        if !strong.is_empty() {
            self.whole.0.push((hash_of(strong.iter().copied()), record));
        }
        // What people write together is two to four words: "quickstop", "vriesjansen".
        let mut joined = strong.first().copied().unwrap_or_default().to_owned();
        for word in strong.iter().skip(1).take(3) {
            joined.push_str(word);
            self.joined.0.push((hash_of([joined.as_str()]), record));
        }
        // "Save-a-lot" is also written "savealot", with its weak word.
        let mut every = String::new();
        for (at, word) in words.iter().take(4).enumerate() {
            every.push_str(word);
            if at > 0 && every != joined {
                self.joined.0.push((hash_of([every.as_str()]), record));
            }
        }
        let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
        if INITIALS.contains(&words.len()) {
            self.initials.0.push((hash_of([initials.as_str()]), record));
        }
        let id = folded_id(id);
        if !id.is_empty() {
            self.ids.0.push((hash_of([id.as_str()]), record));
        }
    }

    /// The records of each word that is not weak, or that begins a name of
    /// weak words only.
    fn index_words(&mut self) {
        let weak: Vec<bool> =
            (0..self.words.len()).map(|at| is_weak(self.words.word(at as u32))).collect();
        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(self.sequences.len());
        for record in 0..self.customers.len() as u32 {
            let sequence = self.sequence(record);
            let all_weak = sequence.iter().all(|word| weak[*word as usize]);
            let strong = sequence.iter().filter(|word| all_weak || !weak[**word as usize]);
            pairs.extend(strong.map(|word| (*word, record)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        self.starts = Vec::with_capacity(self.words.len() + 1);
        for word in 0..=self.words.len() as u32 {
            self.starts.push(pairs.partition_point(|(known, _)| *known < word) as u32);
        }
        self.records = pairs.into_iter().map(|(_, record)| record).collect();
        self.weak = weak;
    }

    fn rank(&mut self) {
        let mut order: Vec<u32> = (0..self.customers.len() as u32).collect();
        order.sort_by_cached_key(|record| (self.sequence(*record).to_vec(), *record));
        self.ranks = vec![0; order.len()];
        for (rank, record) in order.iter().enumerate() {
            self.ranks[*record as usize] = rank as u32;
        }
        self.order = order;
    }

    /// The records whose names begin with these words, the last of which may be
    /// the beginning of one, by alphabet.
    pub(crate) fn beginning_with(&self, words: &[SmolStr]) -> impl Iterator<Item = u32> {
        let found = words.split_last().and_then(|(typing, before)| {
            let before: Vec<u32> =
                before.iter().map(|word| self.words.find(word)).collect::<Option<_>>()?;
            let last = self.words.beginning_with(typing);
            // Words are numbered by alphabet, so that names in order lie together.
            let key = |number: u32| before.iter().copied().chain([number]).collect::<Vec<_>>();
            let (from, to) = (key(last.start), key(last.end));
            let start = self.order.partition_point(|record| self.sequence(*record) < &from[..]);
            let end = self.order.partition_point(|record| self.sequence(*record) < &to[..]);
            self.order.get(start..end)
        });
        found.unwrap_or_default().iter().copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.customers.len()
    }

    pub(crate) fn customer(&self, record: u32) -> CustomerNo {
        self.customers[record as usize]
    }

    /// The record of a customer.
    pub(crate) fn record(&self, customer: CustomerNo) -> Option<u32> {
        self.customers.binary_search(&customer).ok().map(|record| record as u32)
    }

    /// The name as it was given, without control characters, cut when long.
    pub(crate) fn name(&self, record: u32) -> &str {
        let at = record as usize;
        let start = if at == 0 { 0 } else { self.shown_ends[at - 1] as usize };
        &self.shown[start..self.shown_ends[at] as usize]
    }

    pub(crate) fn rank_of(&self, record: u32) -> u32 {
        self.ranks[record as usize]
    }

    /// The words of a name that are not weak, in order.
    pub(crate) fn strong(&self, record: u32) -> impl Iterator<Item = u32> {
        let sequence = self.sequence(record);
        sequence.iter().copied().filter(|word| !self.weak[*word as usize])
    }

    /// The words of a name, in order.
    pub(crate) fn sequence(&self, record: u32) -> &[u32] {
        let at = record as usize;
        let (start, end) = (self.sequence_starts[at], self.sequence_starts[at + 1]);
        &self.sequences[start as usize..end as usize]
    }

    /// The records of the names that hold a word; none for a weak word.
    pub(crate) fn with_word(&self, word: u32) -> &[u32] {
        let at = word as usize;
        &self.records[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The records whose strong words are exactly these.
    pub(crate) fn with_whole<'a>(&self, strong: impl IntoIterator<Item = &'a str>) -> Vec<u32> {
        self.whole.find(hash_of(strong)).collect()
    }

    /// The records whose name begins with this when written as one word.
    pub(crate) fn with_joined(&self, word: &str) -> Vec<u32> {
        if word.len() < 5 { Vec::new() } else { self.joined.find(hash_of([word])).collect() }
    }

    pub(crate) fn with_initials(&self, word: &str) -> Vec<u32> {
        self.initials.find(hash_of([word])).collect()
    }

    /// The records with this outside id, folded.
    pub(crate) fn with_id(&self, id: &str) -> Vec<u32> {
        self.ids.find(hash_of([id])).collect()
    }
}
