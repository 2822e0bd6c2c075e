//! Numbers as people write them: "5.000,00", "2.5M", "vijfentwintig".

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lists::meanings;
use crate::text::{Kind, Token};

/// The number that begins at a token, and how many tokens it takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    pub value: f64,
    pub length: usize,
    /// Written with a word or letter for its size: "5k", "40 mln".
    pub sized: bool,
    /// Written in digits.
    pub digits: bool,
}

/// The number that a word alone stands for.
fn meaning(word: &str) -> Option<u32> {
    static WORDS: LazyLock<HashMap<&str, u32>> =
        LazyLock::new(|| meanings(include_str!("../data/numbers.txt"), |id| id.parse().ok()));
    WORDS.get(word).copied()
}

/// The size that a word stands for: "k", "mille".
fn size_of(word: &str) -> Option<u32> {
    meaning(word).filter(|size| *size >= 1_000)
}

/// The value of a word that is no size.
fn small(word: &str) -> Option<u32> {
    meaning(word).filter(|value| *value < 1_000)
}

/// Words after which "ten" is Dutch for "to the".
const AFTER_DUTCH_TEN: &[&str] =
    &["opzichte", "minste", "hoogste", "aanzien", "slotte", "behoeve", "eerste", "tweede"];

/// Reads the number that begins at `at`.
pub(crate) fn number(tokens: &[Token], at: usize) -> Option<Number> {
    let token = tokens.get(at)?;
    let (value, length, digits) = if token.kind == Kind::Number {
        (digits_of(&token.word)?, 1, true)
    } else {
        let (value, length) = in_words(tokens, at)?;
        (value, length, false)
    };
    let sized = tokens.get(at + length).and_then(|next| size(next, digits));
    let value = value * sized.unwrap_or(1.0);
    let length = length + usize::from(sized.is_some());
    value.is_finite().then_some(Number { value, length, sized: sized.is_some(), digits })
}

/// Whether the word is a size such as "mille".
pub(crate) fn is_size(word: &str) -> bool {
    word.len() > 1 && size_of(word).is_some()
}

fn size(token: &Token, digits: bool) -> Option<f64> {
    // A single letter is a size only against the number: "5k", "2.5m".
    let plausible = digits && token.glued || token.word.len() > 1 || token.word == "k" && digits;
    size_of(&token.word).filter(|_| plausible).map(f64::from)
}

/// The value of digits with points and commas. When it can be read two ways, a
/// group of three digits is thousands.
fn digits_of(word: &str) -> Option<f64> {
    let points = word.matches('.').count();
    let commas = word.matches(',').count();
    let last = word.rfind(['.', ',']);
    let decimal = match (points, commas, last) {
        (1.., 1.., Some(last)) => Some(last),
        (1, 0, Some(last)) | (0, 1, Some(last)) => {
            let grouped =
                word.len() - last - 1 == 3 && (1..=3).contains(&last) && !word.starts_with('0');
            (!grouped).then_some(last)
        }
        _ => None,
    };
    let plain: String = word
        .char_indices()
        .filter_map(|(at, c)| match c {
            '.' | ',' => (Some(at) == decimal).then_some('.'),
            _ => Some(c),
        })
        .collect();
    plain.parse::<f64>().ok().filter(|value| value.is_finite())
}

/// A number written in words: its value and how many tokens it takes.
fn in_words(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let word = |ahead: usize| tokens.get(at + ahead).map(|token| token.word.as_str());
    let first = word(0)?;
    let sized =
        |word: Option<&str>| word.is_some_and(|word| word.len() > 2 && size_of(word).is_some());
    let hundred = |word: Option<&str>| word.is_some_and(|w| w == "hundred" || w == "honderd");
    match first {
        "a" | "an" | "one" | "een" if sized(word(1)) => return Some((1.0, 1)),
        "a" | "one" | "een" if hundred(word(1)) => return Some((100.0, 2)),
        "half" if sized(word(1)) => return Some((0.5, 1)),
        "half" if word(1) == Some("a") && sized(word(2)) => return Some((0.5, 2)),
        "anderhalf" | "anderhalve" => return Some((1.5, 1)),
        "ten" if word(1).is_some_and(|next| AFTER_DUTCH_TEN.contains(&next)) => return None,
        _ => {}
    }
    let mut value = one_word(first)?;
    let mut length = 1;
    // "twenty five", "two hundred fifty".
    while let Some(next) = word(length).and_then(one_word) {
        if next == 100 && value < 10 {
            value *= 100;
        } else if next < 10 && value >= 20 && value % 10 == 0 || next < 100 && value % 100 == 0 {
            value = value.checked_add(next)?;
        } else {
            break;
        }
        length += 1;
    }
    Some((f64::from(value), length))
}

/// The value of one word, Dutch compounds included: "tweehonderdvijftig".
fn one_word(word: &str) -> Option<u32> {
    if let Some(value) = small(word) {
        return Some(value);
    }
    if let Some((head, tail)) = word.split_once("duizend").filter(|_| word != "duizend") {
        let thousands = if head.is_empty() { 1 } else { one_word(head)? };
        let rest = if tail.is_empty() { 0 } else { one_word(tail)? };
        return thousands.checked_mul(1_000)?.checked_add(rest);
    }
    if let Some((head, tail)) = word.split_once("honderd") {
        let hundreds = if head.is_empty() { 1 } else { one_word(head)? };
        let rest = if tail.is_empty() { 0 } else { one_word(tail)? };
        return hundreds.checked_mul(100)?.checked_add(rest);
    }
    // "vijfentwintig"; "een" within is one.
    word.match_indices("en").find_map(|(at, _)| {
        let (unit, ten) = (&word[..at], &word[at + 2..]);
        let unit = if unit == "een" { Some(1) } else { small(unit) };
        match (unit, small(ten)) {
            (Some(unit @ 1..10), Some(ten @ 20..=90)) => Some(unit + ten),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (written, value) in [
            ("5k", 5e3),
            ("5 k", 5e3),
            ("5.000", 5e3),
            ("5,000", 5e3),
            ("5.000,00", 5e3),
            ("1,234.50", 1_234.5),
            ("1.234.567", 1_234_567.0),
            ("10 mille", 10e3),
            ("40 mln", 40e6),
            ("1,5 miljoen", 1.5e6),
            ("2.5M", 2.5e6),
            ("0.125", 0.125),
            ("twintigduizend", 20e3),
            ("twintig duizend", 20e3),
            ("tien", 10.0),
            ("vijfentwintig", 25.0),
            ("tweeëntwintig", 22.0),
            ("tweehonderdvijftig", 250.0),
            ("twenty five", 25.0),
            ("twenty-five", 25.0),
            ("two hundred fifty", 250.0),
            ("a hundred", 100.0),
            ("half a million", 5e5),
            ("anderhalf miljoen", 1.5e6),
            ("five thousand", 5e3),
            ("een miljoen", 1e6),
        ] {
            let tokens = tokens(written);
            let found = number(&tokens, 0);
            assert_eq!(found.map(|found| found.value), Some(value), "{written}");
            assert_eq!(found.map(|found| found.length), Some(tokens.len()), "{written}");
        }
        for written in ["een", "a customer", "klant", "ten opzichte", "en", "one of"] {
            assert_eq!(number(&tokens(written), 0), None, "{written}");
        }
    }
}
