//! Texts that people write in more than one way.

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

#[cfg(test)]
mod tests {
    use super::fold;

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
