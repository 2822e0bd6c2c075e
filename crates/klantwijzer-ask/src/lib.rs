//! A sentence, Dutch or English, becomes a [`Query`] with its slots filled in,
//! or says what is unclear about it, with the nearest readings to choose from.
//!
//! Pure: the day is an argument, and a [`Vocabulary`] holds the names and words
//! of a workspace. A sentence is cut into tokens; customers are looked for
//! among these, then periods, words of the book, quantities, and the words of
//! the lexicon, which stand for concepts. An intent is recognised by rules over
//! concepts and weighed by how much of the sentence it explains; what it does
//! not explain lowers the confidence, so that "how many customers have a dog"
//! is not answered with the number of customers. A question to the whole book
//! is never answered while a content word is left over: that word may select
//! others. A short sentence after an answer is read by [`follow_up`].
//!
//! What no rule recognises is left to a model that has learned from examples
//! which words go with which intent, and that doubts rules where they are
//! unlikely; see `learned`. The slots are read alike in both cases.
//!
//! To teach it a word, add the word to `data/lexicon.txt`, or to `data/lists.txt`
//! where it only means something beside a name or number. To keep an ordinary
//! word from being taken for a name or a misspelling, add it to
//! `data/common.txt`. To teach it a way of asking, add the sentence to
//! `data/examples.tsv` with its intent; a way of asking that must never fail is a
//! rule in `grammar/`. After each of these run `cargo xtask teach`. A sentence
//! with all that it means is scored by the tests, and learned from unless it is
//! held out: it belongs in `data/sentences.tsv` or in `data/taught.tsv`, and a test
//! says which. `cargo run --release --example score FILE` scores sentences that
//! nobody has seen: score new ones before they are added.
//!
//! The feature `teaching` adds the sentences, their score and what learns from
//! them; the program goes without.
//!
//! [`Query`]: klantwijzer_answer::query::Query
//! [`Vocabulary`]: vocabulary::Vocabulary

mod amounts;
mod beyond;
mod calendar;
mod changes;
mod concept;
mod dates;
mod definitions;
#[cfg(feature = "teaching")]
pub mod evaluation;
mod filters;
pub mod follow_up;
mod grammar;
mod inflection;
pub mod intents;
mod learned;
mod lexicon;
mod linking;
mod lists;
mod name_words;
mod names;
mod naming;
mod numbers;
pub mod ordinary;
mod parties;
mod periods;
mod quantities;
mod reading;
mod slots;
mod spans;
mod spelling;
mod spoken;
mod suggestions;
pub mod terms;
mod text;
pub mod understanding;
pub mod vocabulary;
mod whole_names;
mod wordlist;

pub use amounts::{amount, date, day, day_ahead};
#[cfg(feature = "teaching")]
pub use learned::learn;
