//! A sentence cut into tokens, in a form in which spelling varies least.

use std::ops::Range;

use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most characters of a sentence that are read.
pub(crate) const LONGEST_SENTENCE: usize = 500;

/// One word, number or sign of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Folded: lower case, without accents and apostrophes.
    pub word: SmolStr,
    /// The part before an apostrophe: "jansen" of "Jansen's".
    pub stem: Option<SmolStr>,
    /// Where it stands in the sentence, in bytes.
    pub bytes: Range<usize>,
    /// Whether it is a number, a sign or a word.
    pub kind: Kind,
    /// Written with a capital first letter.
    pub capital: bool,
    /// Stands directly against the token before, as "k" in "5k".
    pub glued: bool,
    /// A comma or other stop stands between it and the token before.
    pub after_stop: bool,
    /// Which pair of quotation marks it stands between, counted from 1; 0 for
    /// none.
    pub quote: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    Sign,
}

/// The tokens of at most the first [`LONGEST_SENTENCE`] characters.
pub(crate) fn tokens(sentence: &str) -> Vec<Token> {
    let mut cutter =
        Cutter { last_closing: last_closing_apostrophe(sentence), ..Cutter::default() };
    let mut chars = sentence.char_indices().take(LONGEST_SENTENCE).peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        cutter.read(at, c, next);
    }
    cutter.close();
    cutter.tokens
}

/// The folded words of a name or label, in order; at most `most` of them.
pub(crate) fn words(text: &str, most: usize) -> Vec<SmolStr> {
    let mut found: Vec<SmolStr> = Vec::new();
    for token in tokens(text) {
        if token.kind == Kind::Sign {
            continue;
        }
        match found.last_mut() {
            Some(last) if token.glued && token.kind == Kind::Word => {
                *last = SmolStr::from(format!("{last}{}", token.word));
            }
            _ => found.push(token.word),
        }
        if found.len() == most {
            break;
        }
    }
    found
}

/// Where the last apostrophe stands that could close a quotation.
fn last_closing_apostrophe(sentence: &str) -> Option<usize> {
    let chars: Vec<(usize, char)> = sentence.char_indices().take(LONGEST_SENTENCE).collect();
    let closes = |at: usize| {
        is_apostrophe(chars[at].1)
            && at > 0
            && chars[at - 1].1.is_alphanumeric()
            && chars.get(at + 1).is_none_or(|(_, next)| !next.is_alphanumeric())
    };
    (0..chars.len()).rev().find(|at| closes(*at)).map(|at| chars[at].0)
}

/// Folds one character: lower case, accents off. Characters that are not seen,
/// such as marks of writing direction, give nothing.
fn fold(c: char, into: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => into.push(c),
        'A'..='Z' => into.push(c.to_ascii_lowercase()),
        'ß' => into.push_str("ss"),
        'ø' | 'Ø' => into.push('o'),
        'æ' | 'Æ' => into.push_str("ae"),
        'œ' | 'Œ' => into.push_str("oe"),
        'ł' | 'Ł' => into.push('l'),
        'đ' | 'Đ' => into.push('d'),
        _ => into
            .extend(c.nfkd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase)),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´')
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[derive(Default)]
struct Cutter {
    tokens: Vec<Token>,
    open: Option<Open>,
    quotes: u8,
    quoted: bool,
    single_quoted: bool,
    last_closing: Option<usize>,
    stop: bool,
    /// Where the last token ended, to see what is glued.
    end: usize,
    last: Option<char>,
}

struct Open {
    word: String,
    stem: Option<SmolStr>,
    start: usize,
    end: usize,
    number: bool,
    capital: bool,
}

impl Cutter {
    fn read(&mut self, at: usize, c: char, next: Option<char>) {
        if is_unseen(c) {
            return;
        }
        let last = self.last.replace(c);
        if c.is_alphanumeric() || is_combining_mark(c) {
            self.letter(at, c);
        } else if is_apostrophe(c) {
            self.apostrophe(at, last, next);
        } else if matches!(c, '.' | ',')
            && self.open.as_ref().is_some_and(|open| open.number)
            && next.is_some_and(|next| next.is_ascii_digit())
        {
            if let Some(open) = &mut self.open {
                open.word.push(c);
                open.end = at + c.len_utf8();
            }
        } else if c == '.' && self.in_initials() && next.is_some_and(char::is_alphabetic) {
            // "B.V." is one word.
        } else {
            self.sign(at, c, next);
        }
    }

    /// Whether only single letters with points between them were read.
    fn in_initials(&self) -> bool {
        self.open.as_ref().is_some_and(|open| {
            !open.number && open.word.len() <= 3 && open.end - open.start + 1 == 2 * open.word.len()
        })
    }

    fn letter(&mut self, at: usize, c: char) {
        let digit = c.is_ascii_digit();
        if self.open.as_ref().is_some_and(|open| open.number && !digit) {
            self.close();
        }
        let open = self.open.get_or_insert_with(|| Open {
            word: String::new(),
            stem: None,
            start: at,
            end: at,
            number: digit,
            capital: c.is_uppercase(),
        });
        fold(c, &mut open.word);
        open.end = at + c.len_utf8();
    }

    /// Within a word an apostrophe vanishes; at its edge it may be a quotation
    /// mark.
    fn apostrophe(&mut self, at: usize, last: Option<char>, next: Option<char>) {
        let within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if within(last) && within(next) {
            if let Some(open) = &mut self.open {
                open.stem = Some(open.word.as_str().into());
            }
        } else if self.single_quoted && within(last) {
            self.close();
            self.single_quoted = false;
            self.quoted = false;
        } else if !self.quoted
            && within(next)
            && !within(last)
            && self.last_closing.is_some_and(|closing| at < closing)
        {
            self.close();
            self.single_quoted = true;
            self.quoted = true;
            self.quotes = self.quotes.saturating_add(1);
        }
    }

    fn sign(&mut self, at: usize, c: char, next: Option<char>) {
        self.close();
        match c {
            '"' | '“' | '”' | '„' | '«' | '»' => {
                self.quoted = !self.quoted;
                self.single_quoted = false;
                if self.quoted {
                    self.quotes = self.quotes.saturating_add(1);
                }
            }
            ',' | ';' | ':' | '.' | '!' | '?' | '\n' | '(' | ')' => {
                self.stop |= c != '.' || next.is_none_or(char::is_whitespace);
            }
            '%' | '€' | '$' | '£' | '>' | '<' | '≥' | '≤' | '/' | '&' | '+' | '#' | '=' => {
                let end = at + c.len_utf8();
                let mut word = String::new();
                word.push(c);
                self.push(word, None, at..end, Kind::Sign, false);
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            let word = open.word.trim_end_matches(['.', ',']).to_owned();
            if !word.is_empty() {
                let kind = if open.number { Kind::Number } else { Kind::Word };
                self.push(word, open.stem, open.start..open.end, kind, open.capital);
            }
        }
    }

    fn push(
        &mut self,
        word: String,
        stem: Option<SmolStr>,
        bytes: Range<usize>,
        kind: Kind,
        capital: bool,
    ) {
        let glued = bytes.start == self.end && !self.tokens.is_empty();
        self.end = bytes.end;
        self.tokens.push(Token {
            word: word.into(),
            stem,
            bytes,
            kind,
            capital,
            glued,
            after_stop: std::mem::take(&mut self.stop),
            quote: if self.quoted { self.quotes } else { 0 },
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(sentence: &str) -> Vec<String> {
        tokens(sentence).into_iter().map(|token| token.word.to_string()).collect()
    }

    #[test]
    fn a_sentence_is_cut_and_folded() {
        for (sentence, expected) in [
            ("Waarom is Café't Hoekje zó?", "waarom is cafet hoekje zo"),
            ("€ 5.000,00 of 5k", "€ 5.000,00 of 5 k"),
            ("80/20, 300fte", "80 / 20 300 fte"),
            ("who isn't Save-a-lot", "who isnt save a lot"),
            ("Q3 2025.", "q3 2025"),
            ("Müller\u{202e} Straße", "muller strasse"),
        ] {
            assert_eq!(cut(sentence).join(" "), expected, "{sentence}");
        }
    }

    #[test]
    fn quotation_marks_and_stems_are_kept() {
        let found = tokens("is \"de grote klant\" of Jansen's 'ding' groot");
        let quotes: Vec<u8> = found.iter().map(|token| token.quote).collect();
        assert_eq!(quotes, [0, 1, 1, 1, 0, 0, 2, 0]);
        assert_eq!(found[5].stem.as_deref(), Some("jansen"));
    }

    #[test]
    fn initials_become_one_word() {
        assert_eq!(words("Jansen & Zonen B.V.", 8).join(" "), "jansen zonen bv");
        assert_eq!(words("A.B.N. Tuin 3B", 8).join(" "), "abn tuin 3b");
        assert_eq!(words("de jansen.klant s.v.p.", 8).join(" "), "de jansen klant svp");
    }

    #[test]
    fn a_sentence_is_read_up_to_its_limit() {
        assert_eq!(tokens(&"a ".repeat(5_000)).len(), LONGEST_SENTENCE / 2);
    }
}
