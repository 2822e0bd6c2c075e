//! Units of the calendar, and the periods they make.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use klantwijzer_core::period::Period;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

pub(crate) const UNITS: &[(&str, Unit)] = &[
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("dag", Unit::Day),
    ("dagen", Unit::Day),
    ("dgn", Unit::Day),
    ("week", Unit::Week),
    ("weeks", Unit::Week),
    ("weken", Unit::Week),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("mnd", Unit::Month),
    ("mth", Unit::Month),
    ("mths", Unit::Month),
    ("maand", Unit::Month),
    ("maanden", Unit::Month),
    ("quarter", Unit::Quarter),
    ("qtr", Unit::Quarter),
    ("wk", Unit::Week),
    ("wks", Unit::Week),
    ("wkn", Unit::Week),
    ("mnden", Unit::Month),
    ("yrs", Unit::Year),
    ("quarters", Unit::Quarter),
    ("kwartaal", Unit::Quarter),
    ("kwartalen", Unit::Quarter),
    ("halfjaar", Unit::Half),
    ("halfyear", Unit::Half),
    ("year", Unit::Year),
    ("years", Unit::Year),
    ("yr", Unit::Year),
    ("jaar", Unit::Year),
    ("jaren", Unit::Year),
    ("jr", Unit::Year),
    ("boekjaar", Unit::Year),
    ("kalenderjaar", Unit::Year),
];

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
