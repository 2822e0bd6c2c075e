//! Numbers in a sentence with what they count: sizes, money, shares.

use std::ops::Range;

use klantwijzer_core::bounds::Bounds;

use crate::lists::List;
use crate::numbers::{Number, number};
use crate::text::{Kind, Token};

/// A number with its unit and comparison.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    pub range: Range<usize>,
    pub unit: Unit,
    /// Both ends alike when the sentence compares nothing.
    pub bounds: Bounds,
    /// Whether "more than", "under" or the like stands with it.
    pub compared: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Nothing but a number.
    None,
    /// Employees.
    Employees,
    /// Revenue: the customer's own, or what we earn.
    Revenue,
    /// Customer value.
    Value,
    /// Money without saying which.
    Money,
    /// A share in percent.
    Percent,
}

/// The numbers that a comparison with one leaves.
type Bound = fn(f64) -> Bounds;

/// The comparisons that stand before a number, and those that stand after it.
const BEFORE: [(List, Bound); 4] = [
    (List::Above, Bounds::above),
    (List::AtLeast, Bounds::at_least),
    (List::Below, Bounds::below),
    (List::AtMost, Bounds::at_most),
];
const AFTER: [(List, Bound); 2] =
    [(List::OrMore, Bounds::at_least), (List::OrLess, Bounds::at_most)];

/// Shares in words: the word, what must stand after it, how many words that makes, and
/// the percentage.
type Share = (&'static [&'static str], &'static [&'static str], usize, f64);
const SHARES: [Share; 7] = [
    (&["helft"], &[], 1, 50.0),
    (&["half"], &["of", "the", "our", "their", "its", "hun", "de", "onze", "van"], 1, 50.0),
    (&["quarter"], &["of"], 1, 25.0),
    (&["kwart"], &[], 1, 25.0),
    (&["driekwart"], &[], 1, 75.0),
    (&["three"], &["quarters"], 2, 75.0),
    (
        &["third", "derde"],
        &["of", "the", "our", "their", "its", "hun", "de", "het", "onze", "van"],
        1,
        100.0 / 3.0,
    ),
];

impl Quantity {
    /// The number, where it is compared the bound.
    pub(crate) fn value(&self) -> f64 {
        self.bounds.min.or(self.bounds.max).unwrap_or_default()
    }
}

/// The quantities among the tokens that are free, from left to right.
pub(crate) fn quantities(tokens: &[Token], free: &[bool]) -> Vec<Quantity> {
    let reader = Reader { tokens, free };
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let from = found.last().map_or(0, |quantity| quantity.range.end);
        match reader.quantity(at, from) {
            Some(quantity) => {
                at = quantity.range.end;
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'a> {
    tokens: &'a [Token],
    free: &'a [bool],
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        if self.free.get(at).copied().unwrap_or(false) { &self.tokens[at].word } else { "" }
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.contains(&word)
    }

    fn has(&self, at: usize, list: List) -> bool {
        list.has(self.word(at))
    }

    /// The quantity whose number begins at `at`; words before it back to `from`
    /// may belong to it.
    fn quantity(&self, at: usize, from: usize) -> Option<Quantity> {
        if self.word(at).is_empty() {
            return None;
        }
        if let Some(share) = self.share_in_words(at) {
            return Some(share);
        }
        let first = number(self.tokens, at)?;
        let mut range = at..at + first.length;
        let mut unit = Unit::None;
        let mut sized = first.sized;
        // "€ 5.000", "boven de € 5.000"
        if range.start > from && self.has(range.start - 1, List::Money) {
            range.start -= 1;
            unit = Unit::Money;
        }
        let mut bounds = Bounds::between(first.value, first.value);
        let mut compared = false;
        let between =
            range.start > from && self.is(range.start - 1, &["tussen", "between", "from"]);
        if let Some((second, length)) = self.second(range.end, between) {
            sized |= second.sized;
            // "10-20k": the size belongs to both.
            let low = if second.sized && !first.sized && first.value < 1_000.0 {
                first.value * size_of(second.value, first.value)
            } else {
                first.value
            };
            bounds = Bounds::between(low.min(second.value), low.max(second.value));
            range.end += length;
            range.start -= usize::from(between);
            compared = true;
        } else if let Some((length, comparison)) = self.comparison_before(range.start, from) {
            range.start -= length;
            compared = true;
            bounds = comparison(first.value);
        } else if let Some((length, comparison)) = self.comparison_after(range.end) {
            range.end += length;
            compared = true;
            bounds = comparison(first.value);
        }
        if self.has(range.end, List::Money) {
            range.end += 1;
            unit = Unit::Money;
        }
        self.unit_around(&mut range, &mut unit, from, sized);
        if unit == Unit::None && sized {
            unit = Unit::Money;
        }
        Some(Quantity { range, unit, bounds, compared })
    }

    /// "de helft", "80/20", "een kwart".
    fn share_in_words(&self, at: usize) -> Option<Quantity> {
        let share = |length: usize, percent: f64| {
            Some(Quantity {
                range: at..at + length,
                unit: Unit::Percent,
                bounds: Bounds::between(percent, percent),
                compared: false,
            })
        };
        if self.word(at) == "80"
            && self.tokens.get(at + 2).is_some_and(|next| next.word == "20")
            && self.is(at + 1, &["/"])
        {
            return share(3, 80.0);
        }
        if self.word(at) == "80" && self.word(at + 1) == "20" {
            return share(2, 80.0);
        }
        let found = SHARES.iter().find(|share| {
            let (words, after, ..) = share;
            self.is(at, words) && (after.is_empty() || self.is(at + 1, after))
        });
        found.and_then(|(.., length, percent)| share(*length, *percent))
    }

    /// The upper end: "tot 20", "and 20", or a number right after a hyphen.
    fn second(&self, at: usize, between: bool) -> Option<(Number, usize)> {
        let joint = usize::from(self.is(at, &["and", "en", "to", "tot", "a"]));
        if joint == 0 && !self.hyphened(at)
            || joint == 1 && !between && !self.is(at, &["to", "tot", "a"])
        {
            return None;
        }
        let start = at + joint + usize::from(self.has(at + joint, List::Money));
        if self.word(start).is_empty() {
            return None;
        }
        let second = number(self.tokens, start)?;
        Some((second, start + second.length - at))
    }

    fn hyphened(&self, at: usize) -> bool {
        at > 0
            && self.tokens.get(at).is_some_and(|token| {
                token.bytes.start == self.tokens[at - 1].bytes.end + 1 && !token.after_stop
            })
    }

    /// The longest comparison that ends at `start`, with its length; an article
    /// may stand between: "meer dan de 10".
    fn comparison_before(&self, start: usize, from: usize) -> Option<(usize, Bound)> {
        for article in 0..=1 {
            let end = start.checked_sub(article)?;
            if article == 1 && !self.is(end, &["de", "the", "een", "a"]) {
                return None;
            }
            let found = longest(&BEFORE, |phrase| {
                end >= from + phrase.len() && self.reads(end - phrase.len(), phrase)
            });
            if let Some((length, comparison)) = found {
                return Some((length + article, comparison));
            }
        }
        None
    }

    fn comparison_after(&self, end: usize) -> Option<(usize, Bound)> {
        longest(&AFTER, |phrase| self.reads(end, phrase))
    }

    fn reads(&self, at: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(place, word)| self.word(at + place) == *word)
    }

    /// The unit after the number ("300 fte", "5 mln omzet") or before it
    /// ("omzet boven 5 mln").
    fn unit_around(&self, range: &mut Range<usize>, unit: &mut Unit, from: usize, sized: bool) {
        let apart = self.is(range.end, &["per"]) && self.is(range.end + 1, &["cent"]);
        if apart || self.has(range.end, List::Percent) {
            *unit = Unit::Percent;
            range.end += if apart { 2 } else { 1 };
            return;
        }
        let mut after = range.end;
        while self.is(
            after,
            &[
                "of", "aan", "in", "van", "per", "jaar", "year", "a", "annual", "yearly", "own",
                "eigen",
            ],
        ) && after < range.end + 3
        {
            after += 1;
        }
        if self.has(after, List::Employees) && after == range.end && *unit != Unit::Money {
            *unit = Unit::Employees;
            range.end = after + 1;
            return;
        }
        let money = *unit == Unit::Money || sized;
        let money_unit = |at: usize| {
            if self.has(at, List::Revenue) {
                Some(Unit::Revenue)
            } else if self.has(at, List::Value) {
                Some(Unit::Value)
            } else {
                None
            }
        };
        let compared_or_money = money || self.tokens[range.start].kind == Kind::Sign;
        if let Some(found) = money_unit(after).filter(|_| compared_or_money) {
            *unit = found;
            range.end = after + 1;
            return;
        }
        let mut before = range.start;
        while before > from && self.has(before - 1, List::Between) && range.start - before < 3 {
            before -= 1;
        }
        if before > from && !self.tokens[before].after_stop {
            if let Some(found) = money_unit(before - 1).filter(|_| range.start - before <= 3) {
                *unit = found;
                range.start = before - 1;
            } else if *unit == Unit::None && self.has(before - 1, List::Employees) {
                *unit = Unit::Employees;
                range.start = before - 1;
            }
        }
    }
}

/// The longest phrase that fits: its length, and what it makes of the number.
fn longest(
    comparisons: &[(List, Bound)],
    fits: impl Fn(&[&str]) -> bool,
) -> Option<(usize, Bound)> {
    let fitting =
        comparisons.iter().filter_map(|(list, bound)| Some((list.longest(&fits)?, *bound)));
    fitting.max_by_key(|(length, _)| *length)
}

/// The size that makes `small` comparable with `large`.
fn size_of(large: f64, small: f64) -> f64 {
    [1e9, 1e6, 1e3].into_iter().find(|size| small * size <= large).unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn quantities_have_unit_and_bounds() {
        use Unit::{Employees, Money, None as Plain, Percent, Revenue, Value};
        for (sentence, unit, bounds) in [
            ("meer dan 100 fte", Employees, Bounds::above(100.0)),
            ("300 fte", Employees, Bounds::between(300.0, 300.0)),
            ("fewer than 50 employees", Employees, Bounds::below(50.0)),
            ("tussen 50 en 100 medewerkers", Employees, Bounds::between(50.0, 100.0)),
            ("50-100 people", Employees, Bounds::between(50.0, 100.0)),
            ("a 5 person company", Employees, Bounds::between(5.0, 5.0)),
            ("omzet boven 5 mln", Revenue, Bounds::above(5e6)),
            ("omzet van 40 mln", Revenue, Bounds::between(4e7, 4e7)),
            ("40 million revenue", Revenue, Bounds::between(4e7, 4e7)),
            ("waarde > 10k", Value, Bounds::above(1e4)),
            ("meer dan € 5.000", Money, Bounds::above(5e3)),
            ("between 10k and 20k", Money, Bounds::between(1e4, 2e4)),
            ("80%", Percent, Bounds::between(80.0, 80.0)),
            ("80/20", Percent, Bounds::between(80.0, 80.0)),
            ("de helft", Percent, Bounds::between(50.0, 50.0)),
            ("top tien", Plain, Bounds::between(10.0, 10.0)),
            ("100+ fte", Employees, Bounds::at_least(100.0)),
            ("fte > 100", Employees, Bounds::above(100.0)),
            ("at least 100 fte", Employees, Bounds::at_least(100.0)),
            ("no more than 100 fte", Employees, Bounds::at_most(100.0)),
            ("niet minder dan 100 fte", Employees, Bounds::at_least(100.0)),
            ("vanaf 100 fte", Employees, Bounds::at_least(100.0)),
            ("fte >= 100", Employees, Bounds::at_least(100.0)),
            ("50 or fewer employees", Employees, Bounds::at_most(50.0)),
            ("hoogstens 20k omzet", Revenue, Bounds::at_most(2e4)),
        ] {
            let tokens = tokens(sentence);
            let found = quantities(&tokens, &vec![true; tokens.len()]);
            assert_eq!(found.len(), 1, "{sentence}: {found:?}");
            assert_eq!((found[0].unit, found[0].bounds), (unit, bounds), "{sentence}");
        }
    }
}
