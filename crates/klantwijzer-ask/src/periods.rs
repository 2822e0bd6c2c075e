//! Periods in words, resolved against a day.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;
use klantwijzer_core::period::Period;

use crate::calendar::{
    MONTHS, Unit, days, previous, quarter_or_half, shifted_years, start_of, unit_of, whole,
    whole_year,
};
use crate::lists::List;
use crate::numbers::number;
use crate::text::Token;

/// A stretch of a sentence that says when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct When {
    pub range: Range<usize>,
    pub period: Period,
    pub kind: WhenKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WhenKind {
    /// A period with both ends said: "last year", "in 2024".
    Span,
    /// From a day up to now: "since March".
    Since,
    /// So long up to now: "six months"; with its length in days.
    Lasting(u32),
}

pub(crate) const THIS: &[&str] =
    &["this", "dit", "deze", "lopende", "current", "huidige", "huidig"];
pub(crate) const PREVIOUS: &[&str] =
    &["last", "previous", "prior", "vorig", "vorige", "verleden", "laatste"];
const PAST: &[&str] = &["past", "afgelopen", "trailing", "voorbije"];
pub(crate) const SINCE: &[&str] = &["since", "sinds", "vanaf", "sedert"];
const FROM: &[&str] = &["from", "van", "between", "tussen"];
pub(crate) const UP_TO: &[&str] = &["to", "tot", "until", "till", "through", "and", "en", "tm"];
const BEGINNING: &[&str] = &["beginning", "start", "begin"];
/// Words after which "a year" is a length of time.
const LASTING: &[&str] = &[
    "al", "for", "in", "dan", "than", "over", "within", "binnen", "ruim", "last", "least",
    "minstens", "about", "nearly", "bijna",
];

/// Everything in the sentence that says when, from left to right.
pub(crate) fn periods(tokens: &[Token], free: &[bool], today: Date) -> Vec<When> {
    let reader = Reader { tokens, free, today };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.when(at) {
            Some(when) => {
                at = when.range.end;
                found.push(when);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether the word belongs to the language of time.
pub(crate) fn is_time_word(word: &str) -> bool {
    unit_of(word).is_some()
        || MONTHS.iter().any(|names| names.contains(&word))
        || quarter_or_half(word).is_some()
        || List::Time.has(word)
}

/// A sentence that is read for periods.
pub(crate) struct Reader<'a> {
    pub(crate) tokens: &'a [Token],
    pub(crate) free: &'a [bool],
    pub(crate) today: Date,
}

impl Reader<'_> {
    pub(crate) fn word(&self, at: usize) -> &str {
        if self.free.get(at).copied().unwrap_or(false) { &self.tokens[at].word } else { "" }
    }

    pub(crate) fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.contains(&word)
    }

    fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        let word = self.word(at);
        if word == "half" && self.is(at + 1, &["jaar", "year"]) {
            return Some((Unit::Half, 2));
        }
        if self.is(at, &["calendar", "financial", "fiscal", "book"]) {
            return self.unit(at + 1).map(|(unit, length)| (unit, length + 1));
        }
        unit_of(word).map(|unit| (unit, 1))
    }

    fn when(&self, at: usize) -> Option<When> {
        if self.word(at).is_empty() {
            return None;
        }
        let found = |length: usize, period: Period, kind: WhenKind| {
            Some(When { range: at..at + length, period, kind })
        };
        if let Some((length, day)) = self.since(at) {
            return found(length, self.up_to_today(day), WhenKind::Since);
        }
        if let Some((length, period)) = self.between(at).or_else(|| self.span(at)) {
            if self.is(at + length, &["on", "onward", "onwards"]) {
                return found(length + 1, self.up_to_today(period.from), WhenKind::Since);
            }
            return found(length, period, WhenKind::Span);
        }
        let (length, count, unit) = self.lasting(at)?;
        let period = self.rolling(unit, count);
        if self.is(at + length, &["ago", "geleden"]) {
            return found(length + 1, self.up_to_today(period.from), WhenKind::Since);
        }
        found(length, period, WhenKind::Lasting(days(unit, count)))
    }

    fn up_to_today(&self, from: Date) -> Period {
        Period::new(from, self.today.max(from))
    }

    /// "since March", "sinds 1 januari", "since last quarter", "sinds vorig jaar".
    fn since(&self, at: usize) -> Option<(usize, Date)> {
        let after = self.is(at, &["na", "after"]);
        let lead = if after || self.is(at, SINCE) {
            1
        } else if self.is(at, &["as", "starting"]) && self.is(at + 1, &["of", "from", "in"])
            || self.is(at, &["ever"]) && self.is(at + 1, SINCE)
        {
            2
        } else {
            return None;
        };
        let mut start = at + lead;
        while self
            .is(start, &["the", "de", "het", "begin", "start", "beginning", "of", "van", "in"])
        {
            start += 1;
        }
        if let Some((length, period)) = self.span(start) {
            // "After March" is from April on.
            if after {
                return Some((start + length - at, period.to.saturating_add(1.day())));
            }
            let later = usize::from(self.is(start + length, &["on", "af", "onwards"]));
            return Some((start + length - at + later, period.from));
        }
        // "After 60 days" counts from something else than today.
        if after {
            return None;
        }
        let (length, count, unit) = self.lasting_freely(start)?;
        let ago = usize::from(self.is(start + length, &["ago", "geleden"]));
        Some((start + length + ago - at, self.rolling(unit, count).from))
    }

    /// "from March to May", "tussen maart en mei", "maart t/m mei".
    fn between(&self, at: usize) -> Option<(usize, Period)> {
        let lead = usize::from(self.is(at, FROM));
        let (first_length, first) = self.span(at + lead)?;
        let mut middle = at + lead + first_length;
        let joint = middle;
        while self.is(middle, UP_TO)
            || self.is(middle, &["met", "t", "m"]) && middle < joint + 4
            || self.tokens.get(middle).is_some_and(|token| token.word == "/" && middle < joint + 2)
        {
            middle += 1;
        }
        // "maart - mei" leaves no token between; two months side by side do.
        if middle == joint && (lead == 0 || !self.month_at(joint)) {
            return None;
        }
        if lead == 0 && self.is(joint, &["and", "en"]) && middle == joint + 1 {
            return None;
        }
        let (second_length, mut second) = self.span(middle)?;
        let mut first = first;
        if first.from > second.from && self.month_at(at + lead) {
            first = shifted_years(first, -1);
        }
        if first.from.year() < second.from.year()
            && !self.has_year(at..middle)
            && self.has_year(middle..middle + second_length)
        {
            first = shifted_years(first, i32::from(second.from.year() - first.from.year()));
            if first.from > second.from {
                first = shifted_years(first, -1);
            }
        }
        if second.to < first.from {
            std::mem::swap(&mut first, &mut second);
        }
        Some((middle + second_length - at, Period::new(first.from, second.to)))
    }

    pub(crate) fn has_year(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|at| self.year(at).is_some())
    }

    fn month_at(&self, at: usize) -> bool {
        self.month(at).is_some()
            || number(self.tokens, at).is_some() && self.month(at + 1).is_some()
    }

    /// A period that is said by itself.
    fn span(&self, at: usize) -> Option<(usize, Period)> {
        let lead = usize::from(self.is(at, &["the", "de", "het", "in", "heel", "all"]));
        let (length, period) = self.named_span(at + lead)?;
        Some((length + lead, period))
    }

    fn named_span(&self, at: usize) -> Option<(usize, Period)> {
        self.relative(at)
            .or_else(|| self.day(at))
            .or_else(|| self.feast(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.calendar_month(at))
            .or_else(|| {
                let lead = usize::from(self.is(at, &["year", "jaar", "boekjaar"]));
                let year = self.year(at + lead)?;
                Some((1 + lead, whole_year(year)))
            })
    }

    /// "dit jaar", "last quarter", "afgelopen 12 maanden", "year to date".
    pub(crate) fn relative(&self, at: usize) -> Option<(usize, Period)> {
        let today = self.today;
        if self.is(at, &["today", "vandaag"]) {
            return Some((1, Period::new(today, today)));
        }
        if self.is(at, &["yesterday", "gisteren"]) {
            let day = today.saturating_sub(1.day());
            return Some((1, Period::new(day, day)));
        }
        if self.is(at, &["ytd"]) {
            return Some((1, self.up_to_today(start_of(Unit::Year, today))));
        }
        if self.is(at, &["year"]) && self.is(at + 1, &["to"]) && self.is(at + 2, &["date"]) {
            return Some((3, self.up_to_today(start_of(Unit::Year, today))));
        }
        let rolling = self.is(at, PAST);
        if rolling || self.is(at, PREVIOUS) {
            let counted = number(self.tokens, at + 1).filter(|_| !self.word(at + 1).is_empty());
            if let Some(count) = counted
                && let Some((unit, length)) = self.unit(at + 1 + count.length)
            {
                return Some((1 + count.length + length, self.rolling(unit, whole(count.value)?)));
            }
            if let Some((unit, length)) = self.unit(at + 1) {
                // "Het afgelopen kwartaal" is the one that ended.
                let rolls = rolling && unit != Unit::Quarter;
                let period = if rolls { self.rolling(unit, 1) } else { previous(unit, today) };
                return Some((1 + length, period));
            }
        }
        // "The beginning of the year"
        if self.is(at, BEGINNING) && self.is(at + 1, &["of", "van"]) {
            let this = self.is(at + 2, THIS) || self.is(at + 2, &["the", "het", "de"]);
            let (unit, length) = self.unit(at + 2 + usize::from(this))?;
            let length = 2 + usize::from(this) + length;
            return Some((length, self.up_to_today(start_of(unit, today))));
        }
        if self.is(at, THIS)
            && let Some((unit, length)) = self.unit(at + 1)
        {
            let mut length = 1 + length;
            if self.is(at + length, &["tot", "so"])
                && self.is(at + length + 1, &["nu", "far", "dusver"])
            {
                length += 2 + usize::from(self.is(at + length + 2, &["toe"]));
            }
            return Some((length, self.up_to_today(start_of(unit, today))));
        }
        None
    }

    /// "six months", "90 dagen"; "a year" only after a word such as "for".
    fn lasting(&self, at: usize) -> Option<(usize, i32, Unit)> {
        let half = matches!(self.unit(at + 1), Some((Unit::Half, _)));
        if self.is(at, &["a", "an", "een", "one", "half"])
            && !half
            && !(at > 0 && self.is(at - 1, LASTING))
        {
            return None;
        }
        self.lasting_freely(at)
    }

    fn lasting_freely(&self, at: usize) -> Option<(usize, i32, Unit)> {
        if self.word(at).is_empty() {
            return None;
        }
        // "A quarter of our value" and "three quarters of it" are shares.
        let share_of = |unit: Unit, after: usize| unit == Unit::Quarter && self.is(after, &["of"]);
        if self.is(at, &["a", "an", "een", "one"]) {
            let (unit, length) = self.unit(at + 1)?;
            if share_of(unit, at + 1 + length) {
                return None;
            }
            return Some((1 + length, 1, unit));
        }
        if let Some((Unit::Half, length)) = self.unit(at) {
            return Some((length, 1, Unit::Half));
        }
        let count = number(self.tokens, at)?;
        // "90+ days"
        let more = usize::from(self.is(at + count.length, &["+"]));
        let (unit, length) = self.unit(at + count.length + more)?;
        let after = at + count.length + more + length;
        if share_of(unit, after) {
            return None;
        }
        Some((count.length + more + length, whole(count.value)?, unit))
    }

    /// So many units up to and with today.
    fn rolling(&self, unit: Unit, count: i32) -> Period {
        let count = count.clamp(1, 1_200);
        match unit {
            Unit::Day => self.last_days(count),
            Unit::Week => self.last_days(count * 7),
            Unit::Month => Period::months_up_to(self.today, count),
            Unit::Quarter => Period::months_up_to(self.today, count * 3),
            Unit::Half => Period::months_up_to(self.today, count * 6),
            Unit::Year => Period::months_up_to(self.today, count * 12),
        }
    }

    fn last_days(&self, count: i32) -> Period {
        Period::new(self.today.saturating_sub((count - 1).days()), self.today)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::text::tokens;

    const TODAY: Date = date(2026, 5, 20);

    fn read(sentence: &str) -> Vec<String> {
        let tokens = tokens(sentence);
        let free = vec![true; tokens.len()];
        let found = periods(&tokens, &free, TODAY);
        found.iter().map(|when| format!("{}..{}", when.period.from, when.period.to)).collect()
    }

    #[test]
    fn periods_are_resolved_against_the_day() {
        for (sentence, expected) in [
            ("dit jaar", "2026-01-01..2026-05-20"),
            ("this quarter", "2026-04-01..2026-05-20"),
            ("deze maand", "2026-05-01..2026-05-20"),
            ("vorig jaar", "2025-01-01..2025-12-31"),
            ("last quarter", "2026-01-01..2026-03-31"),
            ("vorige week", "2026-05-11..2026-05-17"),
            ("afgelopen 12 maanden", "2025-05-21..2026-05-20"),
            ("the last 3 months", "2026-02-21..2026-05-20"),
            ("afgelopen jaar", "2025-05-21..2026-05-20"),
            ("Q1", "2026-01-01..2026-03-31"),
            ("Q3", "2025-07-01..2025-09-30"),
            ("Q3 2024", "2024-07-01..2024-09-30"),
            ("H1 2025", "2025-01-01..2025-06-30"),
            ("eerste kwartaal van 2025", "2025-01-01..2025-03-31"),
            ("first half of 2024", "2024-01-01..2024-06-30"),
            ("since March", "2026-03-01..2026-05-20"),
            ("sinds november", "2025-11-01..2026-05-20"),
            ("sinds 1 februari", "2026-02-01..2026-05-20"),
            ("since last month", "2026-04-01..2026-05-20"),
            ("sinds begin dit jaar", "2026-01-01..2026-05-20"),
            ("since the beginning of the year", "2026-01-01..2026-05-20"),
            ("sinds het begin van het kwartaal", "2026-04-01..2026-05-20"),
            ("in 2024", "2024-01-01..2024-12-31"),
            ("tussen maart en mei", "2026-03-01..2026-05-31"),
            ("from 1 Jan to 31 March", "2026-01-01..2026-03-31"),
            ("van oktober tot februari", "2025-10-01..2026-02-28"),
            ("maart t/m mei 2025", "2025-03-01..2025-05-31"),
            ("yesterday", "2026-05-19..2026-05-19"),
            ("year to date", "2026-01-01..2026-05-20"),
            ("al een jaar", "2025-05-21..2026-05-20"),
            ("for six months", "2025-11-21..2026-05-20"),
            ("2026-03-01", "2026-03-01..2026-03-01"),
            ("1-3-2026", "2026-03-01..2026-03-01"),
            ("6 maanden geleden", "2025-11-21..2026-05-20"),
            ("vorig boekjaar", "2025-01-01..2025-12-31"),
            ("last year but not this year", "2025-01-01..2025-12-31 2026-01-01..2026-05-20"),
            ("in 2024 but not in 2025", "2024-01-01..2024-12-31 2025-01-01..2025-12-31"),
            ("2024 en 2025", "2024-01-01..2024-12-31 2025-01-01..2025-12-31"),
            ("may we see a year", ""),
            ("more than 2000 fte", ""),
        ] {
            assert_eq!(read(sentence).join(" "), expected, "{sentence}");
        }
    }
}
