//! Days, months, quarters and years as they are written.

use jiff::ToSpan;
use jiff::civil::Date;
use klantwijzer_core::period::Period;

use crate::calendar::{FEASTS, MONTHS, day_of, latest, quarter_or_half, whole_month};
use crate::periods::{PREVIOUS, Reader, SINCE, UP_TO, is_time_word};
use crate::text::Kind;

/// Words that can stand as a month's name only where a day is expected.
const ALSO_OTHER: &[&str] = &["may", "mar", "jan", "dec"];

impl Reader<'_> {
    /// "Christmas": the last one.
    pub(crate) fn feast(&self, at: usize) -> Option<(usize, Period)> {
        let (_, month, day) = FEASTS.iter().find(|(name, ..)| *name == self.word(at))?;
        let on = |year| Period::new(day_of(year, *month, *day), day_of(year, *month, *day));
        Some((1, latest(on, self.today)))
    }

    /// "Q3 2025", "H1", "derde kwartaal van 2025", "first half of 2024".
    pub(crate) fn part_of_year(&self, at: usize) -> Option<(usize, Period)> {
        let ordinal = |at: usize| {
            let firsts: [&[&str]; 4] = [
                &["first", "eerste", "1e", "1st"],
                &["second", "tweede", "2e", "2nd"],
                &["third", "derde", "3e", "3rd"],
                &["fourth", "vierde", "4e", "4th"],
            ];
            firsts.iter().position(|words| self.is(at, words)).map(|place| place as i8 + 1)
        };
        let ((part, count), length) = if let Some(found) = quarter_or_half(self.word(at)) {
            (found, 1)
        } else if self.is(at, &["kwartaal", "quarter"]) {
            let part = self.tokens.get(at + 1).and_then(|token| token.word.parse::<i8>().ok())?;
            ((part, 4), 2)
        } else {
            let part = ordinal(at)?;
            if self.is(at + 1, &["quarter", "kwartaal"]) {
                ((part, 4), 2)
            } else if self.is(at + 1, &["half", "helft", "halfjaar"]) {
                ((part, 2), 2 + usize::from(self.is(at + 2, &["year", "jaar"])))
            } else {
                return None;
            }
        };
        if !(1..=count).contains(&part) {
            return None;
        }
        let months = 12 / count;
        let in_year = |year: i16| {
            let from = day_of(year, (part - 1) * months + 1, 1);
            Period::new(
                from,
                from.saturating_add(i32::from(months).months()).saturating_sub(1.day()),
            )
        };
        let (more, year) = self.year_after(at + length);
        let period = year.map_or_else(|| latest(in_year, self.today), in_year);
        Some((length + more, period))
    }

    /// "maart", "March 2025".
    pub(crate) fn calendar_month(&self, at: usize) -> Option<(usize, Period)> {
        let month = self.month(at)?;
        let (more, year) = self.year_after(at + 1);
        if ALSO_OTHER.contains(&self.word(at)) && more == 0 && !self.dated_before(at) {
            return None;
        }
        let in_year = |year: i16| whole_month(day_of(year, month, 1));
        let period = year.map_or_else(|| latest(in_year, self.today), in_year);
        Some((1 + more, period))
    }

    /// Whether the word before leads one to expect a date.
    fn dated_before(&self, at: usize) -> bool {
        let joined = at > 1 && self.is(at - 1, UP_TO) && is_time_word(&self.tokens[at - 2].word);
        joined
            || at > 0
                && (self.is(at - 1, SINCE)
                    || self.is(
                        at - 1,
                        &[
                            "in", "until", "till", "tussen", "between", "during", "last", "begin",
                            "eind", "end", "met", "from", "m",
                        ],
                    ))
    }

    /// "1 maart 2026", "March 1st", "2026-03-01", "1-3-2026".
    pub(crate) fn day(&self, at: usize) -> Option<(usize, Period)> {
        let one_day = |length: usize, day: Date| Some((length, Period::new(day, day)));
        if let Some(parts) = self.joined_numbers(at) {
            let [a, b, c] = parts;
            let (year, month, day) = if a > 31 { (a, b, c) } else { (c, b, a) };
            let year = if year < 100 { year + 2_000 } else { year };
            return one_day(3, Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?);
        }
        let day_number = |at: usize| {
            let token = self.tokens.get(at).filter(|_| !self.word(at).is_empty())?;
            let day: i8 = token.word.parse().ok()?;
            let ordinal = self.tokens.get(at + 1).is_some_and(|next| {
                next.glued && ["st", "nd", "rd", "th", "e"].contains(&next.word.as_str())
            });
            (token.kind == Kind::Number).then_some((day, 1 + usize::from(ordinal)))
        };
        let (month, day, length) = if let Some((day, length)) = day_number(at) {
            let of = usize::from(self.is(at + length, &["of"]));
            (self.month(at + length + of)?, day, length + of + 1)
        } else {
            let month = self.month(at)?;
            let (day, length) = day_number(at + 1)?;
            (month, day, length + 1)
        };
        let (more, year) = self.year_after(at + length);
        let in_year = |year: i16| Date::new(year, month, day).ok();
        let found = match year {
            Some(year) => in_year(year)?,
            None => in_year(self.today.year())
                .filter(|day| *day <= self.today)
                .or_else(|| in_year(self.today.year() - 1))?,
        };
        one_day(length + more, found)
    }

    /// Three numbers with only a hyphen or slash between them.
    fn joined_numbers(&self, at: usize) -> Option<[i16; 3]> {
        let three = self.tokens.get(at..at + 3)?;
        let close = three.windows(2).all(|pair| pair[1].bytes.start == pair[0].bytes.end + 1);
        let free = (at..at + 3).all(|at| !self.word(at).is_empty());
        if !close || !free || three.iter().any(|token| token.kind != Kind::Number) {
            return None;
        }
        let part = |at: usize| three[at].word.parse::<i16>().ok();
        Some([part(0)?, part(1)?, part(2)?])
    }

    pub(crate) fn month(&self, at: usize) -> Option<i8> {
        let word = self.word(at);
        MONTHS.iter().position(|names| names.contains(&word)).map(|at| at as i8 + 1)
    }

    pub(crate) fn year(&self, at: usize) -> Option<i16> {
        let word = self.word(at);
        let year = word
            .parse::<i16>()
            .ok()
            .filter(|year| word.len() == 4 && (1980..=2100).contains(year))?;
        let unit_follows = self.tokens.get(at + 1).is_some_and(|next| {
            next.glued
                || ["fte", "euro", "medewerkers", "employees", "klanten", "customers", "%"]
                    .contains(&next.word.as_str())
        });
        let amount_before =
            at > 0 && ["€", "$", "£", "top"].contains(&self.tokens[at - 1].word.as_str());
        let compared = at > 0
            && self.is(at - 1, &["dan", "than", "boven", "above", "over", ">", "<"])
            && !(self.is(at - 1, &["over"]) && year <= self.today.year());
        (!unit_follows && !amount_before && !compared).then_some(year)
    }

    /// A year that follows, with "of" or "in" before it or not.
    fn year_after(&self, at: usize) -> (usize, Option<i16>) {
        let joint = usize::from(self.is(at, &["of", "van", "in"]));
        if let Some(year) = self.year(at + joint) {
            return (joint + 1, Some(year));
        }
        let this = joint + 1;
        if self.is(at + joint, &["this", "dit"]) && self.is(at + this, &["year", "jaar"]) {
            return (joint + 2, Some(self.today.year()));
        }
        if self.is(at + joint, PREVIOUS) && self.is(at + this, &["year", "jaar"]) {
            return (joint + 2, Some(self.today.year() - 1));
        }
        (0, None)
    }
}
