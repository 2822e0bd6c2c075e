//! How each word of a sentence is meant to be spelled, and how it may serve in
//! a name.

use std::ops::RangeInclusive;

use smol_str::SmolStr;

use crate::concept::Concept;
use crate::lexicon::{Entry, lexicon};
use crate::linking::{Joint, Part, Spot};
use crate::lists::List;
use crate::numbers::{is_size, number};
use crate::periods::is_time_word;
use crate::reading::Reading;
use crate::text::{Kind, Token};
use crate::vocabulary::Vocabulary;

/// Numbers that are taken for a year rather than for an outside id: as far back
/// as a book's ledger goes, and as far ahead as anybody plans.
const YEARS: RangeInclusive<i16> = 1980..=2100;

/// The fewest digits of an outside id with no word such as "customer" before it:
/// numbers of three digits and fewer mostly count something.
const SHORTEST_BARE_ID: usize = 4;

impl Reading<'_> {
    /// Settles the spelling of every word and how it may serve in a name.
    pub(crate) fn spell(&mut self) -> Vec<Spot> {
        let mut spots = Vec::with_capacity(self.tokens.len());
        for (at, token) in self.tokens.iter().enumerate() {
            let mut form = token.word.clone();
            let mut spot = Spot {
                word: token.word.clone(),
                stem: token.stem.clone(),
                part: Part::Extend,
                capital: token.capital,
                before: self.joint(at),
                telling: false,
                other_distance: u32::MAX,
            };
            match token.kind {
                Kind::Sign => spot.part = Part::Never,
                Kind::Number if self.may_be_id(at) => spot.part = Part::Start,
                Kind::Number => {}
                Kind::Word if self.known(&token.word, at) => {
                    let other = |entry: Entry| entry.concepts.has(Concept::Other);
                    if lexicon()
                        .word(&token.word)
                        .map_or_else(|| !lexicon().knows(&token.word), other)
                    {
                        spot.part = Part::Common;
                    }
                    spot.telling = lexicon().word(&token.word).is_none_or(|entry| {
                        !entry.concepts.has(Concept::Filler) && !entry.concepts.has(Concept::From)
                    });
                }
                Kind::Word if token.stem.as_deref().is_some_and(|stem| self.known(stem, at)) => {
                    form = token.stem.clone().unwrap_or(form);
                }
                Kind::Word => {
                    spot.part = Part::Start;
                    let named = self.vocabulary.names.words.find(&token.word).is_some();
                    if named {
                    } else if let Some(other) = lexicon().other_form(&token.word) {
                        (form, spot.other_distance) = (other, 0);
                    } else if let Some((meant, distance)) = lexicon().correct(&token.word) {
                        (form, spot.other_distance) = (meant, distance);
                    }
                }
            }
            spots.push(spot);
            self.forms.push(form);
        }
        spots
    }

    fn joint(&self, at: usize) -> Joint {
        let token = &self.tokens[at];
        let before = at.checked_sub(1).map(|before| self.tokens[before].bytes.end);
        let between = before.and_then(|end| self.sentence.get(end..token.bytes.start));
        match between {
            _ if token.after_stop => Joint::Stop,
            Some("-") => Joint::Hyphen,
            _ => Joint::Room,
        }
    }

    /// Whether a word belongs to the language of questions or of the book.
    fn known(&self, word: &str, at: usize) -> bool {
        lexicon().knows(word)
            || is_time_word(word)
            || is_size(word)
            || number(&self.tokens, at).is_some()
            || self.vocabulary.terms.find(&[word]).is_some_and(|found| !found.capitals)
    }

    /// A number is taken for a customer's id after a word such as "klant" or a
    /// #, or where it stands for itself and such an id exists.
    fn may_be_id(&self, at: usize) -> bool {
        const OTHERWISE: &[&str] =
            &["€", "$", "£", "dan", "than", "over", "boven", "above", "top", ">", "<"];
        let word = &self.tokens[at].word;
        let before = at.checked_sub(1).map_or("", |at| &self.tokens[at].word);
        let after = self.tokens.get(at + 1);
        if List::IdFollows.has(before) {
            return true;
        }
        let counts = after.is_some_and(|next| {
            next.glued
                || next.word == "%"
                || !self.known(&next.word, at + 1)
                || next.word.starts_with("klant")
                || next.word.starts_with("customer")
        });
        let year = word.parse::<i16>().is_ok_and(|year| YEARS.contains(&year));
        word.len() >= SHORTEST_BARE_ID
            && !year
            && !counts
            && !OTHERWISE.contains(&before)
            && !self.vocabulary.names.with_id(word).is_empty()
    }
}

/// Cuts Dutch compounds of a word of the book and a word for customers in two:
/// "zorgklanten" is "zorg" and "klanten"; and "top10" likewise.
pub(crate) fn split_compounds(tokens: Vec<Token>, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut split = Vec::with_capacity(tokens.len());
    for token in tokens {
        let top = token
            .word
            .strip_prefix("top")
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
        let head = List::CompoundTails.words().find_map(|tail| {
            let head = token.word.strip_suffix(tail)?;
            let plain = token.word.is_ascii() && token.bytes.len() == token.word.len();
            let known = vocabulary.terms.find(&[head]).is_some_and(|found| !found.capitals);
            let named = vocabulary.names.words.find(&token.word).is_some();
            (plain && known && !named && lexicon().word(&token.word).is_none())
                .then(|| SmolStr::new(head))
        });
        let head = head.or_else(|| top.then(|| SmolStr::new_static("top")));
        let Some(head) = head else {
            split.push(token);
            continue;
        };
        let middle = token.bytes.start + head.len();
        let tail = Token {
            word: SmolStr::new(&token.word[head.len()..]),
            bytes: middle..token.bytes.end,
            capital: false,
            kind: if top { Kind::Number } else { Kind::Word },
            glued: !top,
            after_stop: false,
            stem: None,
            ..token.clone()
        };
        split.push(Token { word: head, bytes: token.bytes.start..middle, ..token });
        split.push(tail);
    }
    split
}
