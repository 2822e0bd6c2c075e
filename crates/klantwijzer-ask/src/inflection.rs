//! Other forms of a word, by the endings of both languages.

use smol_str::SmolStr;

/// The shortest word that is taken for a form of another.
const SHORTEST: usize = 4;

/// What one form of a word has in place of the ending of another.
const ENDINGS: &[(&str, &str)] = &[
    ("", "en"),
    ("", "n"),
    ("", "t"),
    ("", "e"),
    ("", "s"),
    ("", "d"),
    ("", "ed"),
    ("", "ing"),
    ("e", "ing"),
    ("y", "ies"),
    ("y", "ied"),
    ("en", "t"),
    ("en", "de"),
    ("en", "den"),
    ("en", "te"),
    ("en", "ten"),
    ("t", "en"),
    ("de", "den"),
    ("s", "ed"),
    ("s", "ing"),
    ("ed", "ing"),
];

/// Words of which `word` may be another form, the likeliest first.
pub(crate) fn forms(word: &str) -> impl Iterator<Item = SmolStr> {
    let long = word.len() >= SHORTEST && word.is_ascii();
    let both = ENDINGS.iter().flat_map(|(one, other)| [(*one, *other), (*other, *one)]);
    let swapped = both.filter_map(move |(own, other)| {
        let stem = word.strip_suffix(own).filter(|stem| stem.len() + 1 >= SHORTEST)?;
        Some(SmolStr::from(format!("{stem}{other}")))
    });
    swapped.chain(respelled(word)).filter(move |_| long)
}

/// Dutch spells an open vowel once: "loop" is "lopen", "betaal" is "betalen".
fn respelled(word: &str) -> impl Iterator<Item = SmolStr> {
    let vowel = |c: u8| matches!(c, b'a' | b'e' | b'o' | b'u');
    let bytes = word.strip_suffix('t').unwrap_or(word).as_bytes();
    let doubled = match bytes {
        [head @ .., one, other, last] if one == other && vowel(*one) && !vowel(*last) => {
            Some([head, &[*one, *last], b"en"].concat())
        }
        _ => None,
    };
    let opened = match word.as_bytes() {
        [head @ .., one, last, b'e', b'n'] if vowel(*one) && !vowel(*last) => {
            Some([head, &[*one, *one, *last]].concat())
        }
        _ => None,
    };
    let closed = opened.clone().map(|stem| [stem.as_slice(), b"t"].concat());
    let found = [doubled, opened, closed].into_iter().flatten();
    found.filter_map(|bytes| String::from_utf8(bytes).ok()).map(SmolStr::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_their_other_forms() {
        for (word, other) in [
            ("ontvang", "ontvangen"),
            ("ontvangt", "ontvangen"),
            ("lopen", "loopt"),
            ("betaal", "betalen"),
            ("rated", "rate"),
            ("demands", "demand"),
            ("reviewing", "review"),
            ("supplies", "supply"),
            ("klagers", "klager"),
        ] {
            assert!(forms(word).any(|form| form == other), "{word}");
        }
        assert_eq!(forms("is").count(), 0);
    }
}
