//! Columns of bytes, texts and words.

use std::collections::HashMap;
use std::fmt;

use jiff::civil::Date;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::SmolStr;

use super::damaged;
use crate::Result;

/// Bytes that are written and read as a whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Bytes(pub(super) Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;
        impl Visitor<'_> for Whole {
            type Value = Bytes;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("bytes")
            }
            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Whole)
    }
}

/// Texts in an order in which neighbours often begin alike: each is what it
/// shares with the text before and the rest.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Texts {
    /// How many bytes of the text before each begins with.
    shared: Bytes,
    /// The length of each rest.
    lengths: Vec<u32>,
    /// The rests, one after the other.
    rests: String,
}

impl Texts {
    /// The texts as one column.
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut column = Self::default();
        let mut before = "";
        for text in texts {
            let shared = shared_start(before, text);
            let rest = &text[usize::from(shared)..];
            column.shared.0.push(shared);
            column.lengths.push(rest.len() as u32);
            column.rests.push_str(rest);
            before = text;
        }
        column
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Reads the texts in order.
    pub(super) fn reader(&self) -> TextReader<'_> {
        TextReader { column: self, row: 0, rest: &self.rests, current: String::new() }
    }
}

/// The length of the common start of two texts: at most 255 bytes, and never
/// within a character.
fn shared_start(before: &str, text: &str) -> u8 {
    let pairs = before.bytes().zip(text.bytes()).take(usize::from(u8::MAX));
    let mut shared = pairs.take_while(|(a, b)| a == b).count();
    while !text.is_char_boundary(shared) {
        shared -= 1;
    }
    shared as u8
}

/// Reads [`Texts`] in order.
pub(super) struct TextReader<'a> {
    column: &'a Texts,
    row: usize,
    rest: &'a str,
    current: String,
}

impl TextReader<'_> {
    /// The next text.
    pub(super) fn next(&mut self) -> Result<&str> {
        let step = || {
            let shared = usize::from(*self.column.shared.0.get(self.row)?);
            let length = *self.column.lengths.get(self.row)? as usize;
            let (text, rest) = self.rest.split_at_checked(length)?;
            self.current.is_char_boundary(shared).then_some((shared, text, rest))
        };
        let (shared, text, rest) = step().ok_or_else(|| damaged("a text column is cut off"))?;
        self.current.truncate(shared);
        self.current.push_str(text);
        self.rest = rest;
        self.row += 1;
        Ok(&self.current)
    }
}

/// Words that come back often: each place holds 0 for no word or the word's
/// number, from 1.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Words {
    words: Vec<SmolStr>,
    places: Vec<u32>,
}

impl Words {
    /// The words as one column.
    pub(super) fn of<'a>(places: impl IntoIterator<Item = Option<&'a SmolStr>>) -> Self {
        let mut column = Self::default();
        let mut known: HashMap<&SmolStr, u32> = HashMap::new();
        let mut last: Option<(&SmolStr, u32)> = None;
        for place in places {
            let number = match (place, last) {
                (None, _) => 0,
                (Some(word), Some((before, number))) if word == before => number,
                (Some(word), _) => *known.entry(word).or_insert_with(|| {
                    column.words.push(word.clone());
                    column.words.len() as u32
                }),
            };
            column.places.push(number);
            last = place.map(|word| (word, number));
        }
        column
    }

    /// How many places there are.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The word at a place, or `None` where there is none.
    pub(super) fn get(&self, place: usize) -> Result<Option<&SmolStr>> {
        let wrong = || damaged("a word is missing");
        let number = *self.places.get(place).ok_or_else(wrong)? as usize;
        match number.checked_sub(1) {
            None => Ok(None),
            Some(index) => self.words.get(index).map(Some).ok_or_else(wrong),
        }
    }
}

/// A date as one number, in the order of dates.
pub(super) fn pack_date(date: Date) -> i32 {
    i32::from(date.year()) * 512 + i32::from(date.month()) * 32 + i32::from(date.day())
}

/// The date of [`pack_date`].
pub(super) fn unpack_date(packed: i32) -> Result<Date> {
    let (year, rest) = (packed.div_euclid(512), packed.rem_euclid(512));
    i16::try_from(year)
        .ok()
        .and_then(|year| Date::new(year, (rest / 32) as i8, (rest % 32) as i8).ok())
        .ok_or_else(|| damaged("a date is not in the calendar"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn texts_come_back(texts in prop::collection::vec("[aéb€🦀]{0,6}", 0..40)) {
            let column = Texts::of(texts.iter().map(String::as_str));
            let mut reader = column.reader();
            for text in &texts {
                prop_assert_eq!(reader.next().expect("a text"), text);
            }
            prop_assert!(reader.next().is_err());
        }

        #[test]
        fn words_come_back(words in prop::collection::vec(prop::option::of("[ab]{0,2}"), 0..40)) {
            let words: Vec<Option<SmolStr>> =
                words.into_iter().map(|word| word.map(SmolStr::from)).collect();
            let column = Words::of(words.iter().map(Option::as_ref));
            for (place, word) in words.iter().enumerate() {
                prop_assert_eq!(column.get(place).expect("a place"), word.as_ref());
            }
        }
    }

    #[test]
    fn dates_keep_their_order() {
        let dates = [Date::MIN, Date::constant(-1, 12, 31), Date::ZERO, Date::MAX];
        for pair in dates.windows(2) {
            assert!(pack_date(pair[0]) < pack_date(pair[1]));
        }
        for date in dates {
            assert_eq!(unpack_date(pack_date(date)).expect("a date"), date);
        }
        assert!(unpack_date(i32::MAX).is_err());
        assert!(unpack_date(2024 * 512 + 2 * 32 + 30).is_err());
    }

    #[test]
    fn a_long_common_start_is_cut() {
        let long = "é".repeat(300);
        let column = Texts::of([long.as_str(), long.as_str()]);
        let mut reader = column.reader();
        assert_eq!(reader.next().expect("first"), long);
        assert_eq!(reader.next().expect("second"), long);
    }
}
