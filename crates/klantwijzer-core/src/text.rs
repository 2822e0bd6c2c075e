//! Texts that people write in more than one way.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case, without accents, with single spaces: two texts that
/// fold to the same are the same to a person.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if !character.is_whitespace() {
            folded.push(character);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of a text, folded, with where each stands in it. Letters that are
/// abbreviated with points ("B.V.") are one word.
pub fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words: Vec<(Range<usize>, String)> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_of_word) {
        let found = &rest[start..];
        let found = &found[..found.find(|c| !is_of_word(c)).unwrap_or(found.len())];
        let start = text.len() - rest.len() + start;
        let end = start + found.len();
        rest = &text[end..];
        match words.last_mut() {
            Some((before, letters))
                if &text[before.end..start] == "."
                    && is_letter(found)
                    && is_letter(text[before.clone()].rsplit('.').next().unwrap_or_default()) =>
            {
                before.end = end;
                letters.push_str(&fold(found));
            }
            _ => words.push((start..end, fold(found))),
        }
    }
    words
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::{fold, words};

    #[test]
    fn words_are_found_where_they_stand() {
        let cases: [(&str, &[&str]); 6] = [
            ("", &[]),
            (" Zoë & co. ", &["zoe", "co"]),
            ("Zoe\u{308}.csv", &["zoe", "csv"]),
            ("Jansen B.V., A.b.C", &["jansen", "bv", "abc"]),
            ("j.jansen@x-2.nl", &["j", "jansen", "x", "2", "nl"]),
            ("mr.J.P. Bos", &["mr", "jp", "bos"]),
        ];
        for (text, expected) in cases {
            let found = words(text);
            let folded: Vec<&str> = found.iter().map(|(_, word)| word.as_str()).collect();
            assert_eq!(folded, expected, "{text}");
            for (range, word) in found {
                assert_eq!(fold(&text[range]).replace('.', ""), word);
            }
        }
    }

    #[test]
    fn case_accents_and_spaces_do_not_matter() {
        for (text, folded) in [
            ("  Zorg  ", "zorg"),
            ("Café\u{a0}Olé", "cafe ole"),
            ("COÖPERATIE", "cooperatie"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
