//! Units of the calendar, and the periods they make.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use klantwijzer_core::named;
use klantwijzer_core::period::Period;

use crate::lists::meanings;

named! {
    /// A unit of time.
    enum Unit {
        /// A day.
        Day "day";
        /// A week.
        Week "week";
        /// A month.
        Month "month";
        /// A quarter.
        Quarter "quarter";
        /// Half a year.
        Half "half";
        /// A year.
        Year "year";
    }
}

/// The unit that a word stands for.
pub(crate) fn unit_of(word: &str) -> Option<Unit> {
    static UNITS: LazyLock<HashMap<&str, Unit>> =
        LazyLock::new(|| meanings(include_str!("../data/time_units.txt"), Unit::from_id));
    UNITS.get(word).copied()
}

pub(crate) const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januari"],
    &["february", "feb", "februari"],
    &["march", "mar", "maart", "mrt"],
    &["april", "apr"],
    &["may", "mei"],
    &["june", "jun", "juni"],
    &["july", "jul", "juli"],
    &["august", "aug", "augustus"],
    &["september", "sep", "sept"],
    &["october", "oct", "oktober", "okt"],
    &["november", "nov"],
    &["december", "dec"],
];

/// Feasts by the day on which they fall.
pub(crate) const FEASTS: &[(&str, i8, i8)] = &[
    ("christmas", 12, 25),
    ("xmas", 12, 25),
    ("kerst", 12, 25),
    ("kerstmis", 12, 25),
    ("nieuwjaar", 1, 1),
];

/// A day of the calendar; the years at either end of time stand for those
/// beyond them.
pub(crate) fn day_of(year: i16, month: i8, day: i8) -> Date {
    Date::new(year.clamp(-9_998, 9_998), month, day).unwrap_or(Date::ZERO)
}

pub(crate) fn days(unit: Unit, count: i32) -> u32 {
    let each = match unit {
        Unit::Day => 1,
        Unit::Week => 7,
        Unit::Month => 30,
        Unit::Quarter => 90,
        Unit::Half => 180,
        Unit::Year => 365,
    };
    count.clamp(1, 1_200).unsigned_abs() * each
}

pub(crate) fn whole(value: f64) -> Option<i32> {
    (value.fract() == 0.0 && (1.0..=1_200.0).contains(&value)).then_some(value as i32)
}

pub(crate) fn quarter_or_half(word: &str) -> Option<(i8, i8)> {
    let (kind, part) = word.split_at_checked(1)?;
    let count = match kind {
        "q" | "k" => 4,
        "h" => 2,
        _ => return None,
    };
    let part = part.parse::<i8>().ok()?;
    (part >= 1 && part <= count).then_some((part, count))
}

pub(crate) fn start_of(unit: Unit, day: Date) -> Date {
    let (year, month) = (day.year(), day.month());
    match unit {
        Unit::Day => day,
        Unit::Week => day.saturating_sub(i32::from(day.weekday().since(Weekday::Monday)).days()),
        Unit::Month => day.first_of_month(),
        Unit::Quarter => day_of(year, (month - 1) / 3 * 3 + 1, 1),
        Unit::Half => day_of(year, (month - 1) / 6 * 6 + 1, 1),
        Unit::Year => day_of(year, 1, 1),
    }
}

pub(crate) fn previous(unit: Unit, today: Date) -> Period {
    let to = start_of(unit, today).saturating_sub(1.day());
    Period::new(start_of(unit, to), to)
}

pub(crate) fn whole_year(year: i16) -> Period {
    Period::new(day_of(year, 1, 1), day_of(year, 12, 31))
}

pub(crate) fn whole_month(first: Date) -> Period {
    Period::new(first, first.last_of_month())
}

pub(crate) fn shifted_years(period: Period, years: i32) -> Period {
    Period::new(period.from.saturating_add(years.years()), period.to.saturating_add(years.years()))
}

/// The most recent one that has begun.
pub(crate) fn latest(in_year: impl Fn(i16) -> Period, today: Date) -> Period {
    let this = in_year(today.year());
    if this.from <= today { this } else { in_year(today.year() - 1) }
}
