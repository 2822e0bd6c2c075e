//! Text from data made safe to show.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The text without characters that could steer a terminal or turn the reading
/// direction; line breaks and tabs become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_space(c) || is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|c| is_space(*c) || !is_hidden(*c));
    Cow::Owned(kept.map(|c| if is_space(c) { ' ' } else { c }).collect())
}

/// The text cut to so many columns on a screen, with a mark where it was cut.
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if text.width() <= columns {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut width = 0;
    for character in text.chars() {
        width += character.width().unwrap_or(0);
        if width >= columns {
            break;
        }
        kept.push(character);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    Cow::Owned(kept)
}

const fn is_space(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, direction marks and characters without a shape.
const fn is_hidden(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{clean, cut};

    #[test]
    fn nothing_that_steers_a_screen_is_left() {
        for (text, shown) in [
            ("Café Olé", "Café Olé"),
            ("a\u{1b}[31mb", "a[31mb"),
            ("one\r\ntwo\tthree", "one  two three"),
            ("abc\u{202e}cba\u{2066}", "abccba"),
            ("zero\u{200b}width\u{feff}", "zerowidth"),
        ] {
            assert_eq!(clean(text), shown);
        }
    }

    #[test]
    fn a_cut_text_fits_and_says_so() {
        assert_eq!(cut("Alfreds", 7), "Alfreds");
        assert_eq!(cut("Alfreds Futterkiste", 8), "Alfreds…");
        assert_eq!(cut("漢字漢字", 5), "漢字…");
    }
}
