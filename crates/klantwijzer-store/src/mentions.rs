//! Finding and blotting out what names somebody in texts.

use std::ops::Range;

use klantwijzer_core::text::words;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// From so many letters on, a word is found within another one as well
/// ("zonneveldfacturen"). A shorter one stands in too many others by chance.
const WITHIN: usize = 6;

/// From so many letters on, a word is found with the s of a genitive.
const GENITIVE: usize = 4;

/// A call of fewer characters is not looked for, with a letter and without one: it
/// stands in too many texts by chance, as "12" does in "12% margin".
const SHORTEST: (usize, usize) = (2, 4);

/// What names somebody, as folded words, and what stands in its place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentions {
    instead: SmolStr,
    /// The longest first: a name that another one begins with must not leave the
    /// rest of that one behind.
    calls: Vec<Vec<String>>,
    words: Vec<String>,
    others: Vec<Vec<String>>,
}

/// What kind of text one is, which decides what in it is a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Sentences, and what people call files: whatever names somebody.
    Free,
    /// A value that others share, such as a sector or a tag: calls of several
    /// words, one of them with a letter, and words. A customer that is called
    /// "1200" must not take away every 1200.
    Value,
    /// What somebody else is called: words alone. Those are nobody else's.
    Name,
}

impl Mentions {
    /// `instead` stands in the place of mentions. `calls` are what somebody is
    /// called as a whole, `words` what nobody else has in a name, and `others`
    /// longer names of others with a call in them: these stay.
    pub fn new<'a>(
        instead: SmolStr,
        calls: impl IntoIterator<Item = &'a str>,
        words: impl IntoIterator<Item = &'a str>,
        others: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let long = |call: &&str| {
            let shortest = if has_letter(call) { SHORTEST.0 } else { SHORTEST.1 };
            call.trim().chars().count() >= shortest
        };
        Self {
            instead,
            calls: sequences(calls.into_iter().filter(long)),
            words: words.into_iter().map(ToOwned::to_owned).collect(),
            others: sequences(others),
        }
    }

    /// The text without mentions; `None` where there is none in it.
    pub fn without(&self, text: &str, kind: TextKind) -> Option<String> {
        if self.calls.is_empty() && self.words.is_empty() {
            return None;
        }
        let found = words(text);
        let mut gone: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some((range, word)) = found.get(at) {
            let rest = &found[at..];
            let is_named = kind != TextKind::Name;
            let call = self.calls.iter().find(|call| is_sought(call, kind) && begins(rest, call));
            let step = match self.others.iter().find(|name| is_named && begins(rest, name)) {
                Some(name) => name.len(),
                None if call.is_none() && !self.words.iter().any(|own| holds(word, own)) => 1,
                None => {
                    let step = call.map_or(1, Vec::len);
                    let end = rest.get(step - 1).map_or(range.end, |(last, _)| last.end);
                    match gone.last_mut() {
                        Some(last) if text[last.end..range.start].trim().is_empty() => {
                            last.end = end;
                        }
                        _ => gone.push(range.start..end),
                    }
                    step
                }
            };
            at += step;
        }
        (!gone.is_empty()).then(|| self.blotted(text, &gone))
    }

    /// Takes mentions out of a text; returns whether there were any.
    pub fn blot<T: AsRef<str> + From<String>>(&self, text: &mut T, kind: TextKind) -> bool {
        let without = self.without(text.as_ref(), kind);
        without.map(|without| *text = without.into()).is_some()
    }

    fn blotted(&self, text: &str, gone: &[Range<usize>]) -> String {
        let mut blotted = String::with_capacity(text.len());
        let mut from = 0;
        for range in gone {
            blotted.push_str(&text[from..range.start]);
            blotted.push_str(&self.instead);
            from = range.end;
        }
        blotted.push_str(&text[from..]);
        blotted
    }
}

/// Whether a folded word of a text is this one, or holds it. What has a digit, as
/// an id does, is only itself: "K1000" is no part of "K10001".
pub fn holds(word: &str, own: &str) -> bool {
    let is_within = || own.chars().count() >= WITHIN && own.chars().all(char::is_alphabetic);
    is_or_of(word, own) || word.contains(own) && is_within()
}

/// Whether a folded word is this one, or its genitive.
fn is_or_of(word: &str, own: &str) -> bool {
    word == own
        || word.strip_suffix('s') == Some(own)
            && own.chars().count() >= GENITIVE
            && own.chars().all(char::is_alphabetic)
}

fn sequences<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Vec<String>> {
    let folded = |text| words(text).into_iter().map(|(_, word)| word).collect::<Vec<_>>();
    let mut sequences: Vec<Vec<String>> = texts.into_iter().map(folded).collect();
    sequences.retain(|words| !words.is_empty());
    sequences.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    sequences.dedup();
    sequences
}

fn is_sought(call: &[String], kind: TextKind) -> bool {
    match kind {
        TextKind::Free => true,
        TextKind::Value => call.len() > 1 && call.iter().any(|word| has_letter(word)),
        TextKind::Name => false,
    }
}

fn has_letter(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

/// Whether the words begin with these; the last one may be a genitive.
fn begins(found: &[(Range<usize>, String)], with: &[String]) -> bool {
    let Some((last, before)) = with.split_last() else {
        return false;
    };
    found.len() >= with.len()
        && before.iter().zip(found).all(|(own, (_, word))| own == word)
        && found.get(before.len()).is_some_and(|(_, word)| is_or_of(word, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentions() -> Mentions {
        let calls = ["Jan BV", "K1", "Dirk Zonneveld", "1200", "12", "x", "d.zonneveld@x.nl"];
        Mentions::new("X".into(), calls, ["zonneveld", "vries"], ["Jan BV Holding"])
    }

    #[test]
    fn mentions_are_found_however_they_are_written_and_all_else_stays() {
        let free = [
            ("Judgement of Jan BV", "Judgement of X"),
            ("jan b.v., JAN BV's", "X., X's"),
            ("Jan BVs and K12, Jan, x", "Jan BVs and K12, Jan, x"),
            ("K1.csv of 1200 and 12", "X.csv of X and 12"),
            ("zonneveld_2026.csv: Zonnevelds, ZONNEVELDFACTUREN", "X_2026.csv: X, X"),
            ("Dirk Zonneveld, dirk", "X, dirk"),
            ("mail d.zonneveld@x.nl", "mail X"),
            ("de Vries, De Vriés, Vriesland, de vries'", "de X, De X, Vriesland, de X'"),
            ("Jan BV Holding", "Jan BV Holding"),
            ("Jan BV and Jan BV Holding", "X and Jan BV Holding"),
            ("zonneveld zonneveld", "X"),
            ("", ""),
        ];
        let values = [
            ("1200", "1200"),
            ("K1", "K1"),
            ("Jan BV", "X"),
            ("van zonneveld", "van X"),
            ("Jan BV Holding", "Jan BV Holding"),
        ];
        let names = [("Jan BV", "Jan BV"), ("Zonneveld", "X"), ("Dirk", "Dirk")];
        for (kind, cases) in
            [(TextKind::Free, &free[..]), (TextKind::Value, &values), (TextKind::Name, &names)]
        {
            for (text, expected) in cases {
                let found = mentions().without(text, kind);
                assert_eq!(found.as_deref().unwrap_or(text), *expected, "{kind:?}");
                assert_eq!(found.is_some(), text != expected);
            }
        }
    }

    #[test]
    fn nobody_is_mentioned_where_nothing_names_one() {
        assert_eq!(Mentions::default().without("Dirk Zonneveld", TextKind::Free), None);
    }
}
