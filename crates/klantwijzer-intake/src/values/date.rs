//! Dates in the notations that people and programs write them in.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::months;
use crate::options::DateOrder;

/// A date as it stands in a cell, before the file's order is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WrittenDate {
    /// It can be read in one way only.
    Clear(Date),
    /// Two numbers and a year; which number is the day depends on the file.
    Ordered {
        /// The first number.
        first: i8,
        /// The second number.
        second: i8,
        /// The year.
        year: i16,
    },
}

/// What one written date says of the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OrderHint {
    /// Nothing.
    Silent,
    /// It is a date in this order only.
    Only(DateOrder),
    /// It is another date in the other order.
    Either,
}

impl WrittenDate {
    /// Reads a cell from which the blanks around it are gone; `None` where it
    /// is no date in any order.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if let [a, b, c, d, b'-', e, f, b'-', g, h, rest @ ..] = bytes
            && let Some([year, month, day]) =
                numbers([&[*a, *b, *c, *d][..], &[*e, *f][..], &[*g, *h][..]])
        {
            return (rest.is_empty() || time_follows(&text[10..]))
                .then(|| calendar(year, month, day))
                .flatten()
                .map(Self::Clear);
        }
        read_loose(text)
    }

    /// The date of a serial number in a workbook: days since the end of 1899,
    /// or since 1904 in workbooks that say so. Numbers that look like
    /// `yyyymmdd` are read as such.
    pub(crate) fn from_serial(serial: f64, since_1904: bool) -> Option<Self> {
        if (19_000_101.0..=99_991_231.0).contains(&serial) && serial.fract() == 0.0 {
            let number = serial as i32;
            return calendar(number / 10_000, number / 100 % 100, number % 100).map(Self::Clear);
        }
        serial_date(serial, since_1904).map(Self::Clear)
    }

    /// What it says of the order.
    pub(crate) fn hint(self) -> OrderHint {
        match self {
            Self::Clear(_) => OrderHint::Silent,
            Self::Ordered { first, second, .. } if first == second => OrderHint::Silent,
            Self::Ordered { first, second, .. } => match (first > 12, second > 12) {
                (true, _) => OrderHint::Only(DateOrder::DayFirst),
                (_, true) => OrderHint::Only(DateOrder::MonthFirst),
                _ => OrderHint::Either,
            },
        }
    }

    /// The date by the file's order.
    pub(crate) fn settle(self, order: DateOrder) -> Option<Date> {
        match (self, order) {
            (Self::Clear(date), _) => Some(date),
            (Self::Ordered { first, second, year }, DateOrder::DayFirst) => {
                Date::new(year, second, first).ok()
            }
            (Self::Ordered { first, second, year }, DateOrder::MonthFirst) => {
                Date::new(year, first, second).ok()
            }
        }
    }
}

/// The day of a serial number, without its time.
pub(crate) fn serial_date(serial: f64, since_1904: bool) -> Option<Date> {
    let days = serial.floor();
    // 10,000 is 1927: smaller numbers in a column of dates are hardly dates.
    if !(10_000.0..3_000_000.0).contains(&days) {
        return None;
    }
    let start = if since_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
    start.checked_add((days as i64).days()).ok()
}

fn numbers<const N: usize>(parts: [&[u8]; N]) -> Option<[i32; N]> {
    let mut out = [0; N];
    for (slot, part) in out.iter_mut().zip(parts) {
        for byte in part {
            if !byte.is_ascii_digit() {
                return None;
            }
            *slot = *slot * 10 + i32::from(byte - b'0');
        }
    }
    Some(out)
}

fn calendar(year: i32, month: i32, day: i32) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// Anything but the common `yyyy-mm-dd`.
fn read_loose(text: &str) -> Option<WrittenDate> {
    let mut parts = Vec::with_capacity(4);
    let mut rest = text;
    while parts.len() < 4 {
        let Some((part, after)) = next_part(rest) else {
            break;
        };
        // A part that starts a time ends the date.
        if parts.len() >= 3 || after.starts_with(':') {
            break;
        }
        parts.push(part);
        rest = after;
        if matches!(parts.as_slice(), [Part::Number(_, 8)]) {
            break;
        }
        // A weekday may stand in front.
        if let [Part::Weekday] = parts.as_slice() {
            parts.clear();
        }
    }
    if !(rest.trim().is_empty() || time_follows(rest)) {
        return None;
    }
    from_parts(&parts)
}

fn from_parts(parts: &[Part]) -> Option<WrittenDate> {
    use Part::{Month, Number};
    match *parts {
        [Number(all, 8)] => {
            calendar(all / 10_000, all / 100 % 100, all % 100).map(WrittenDate::Clear)
        }
        [Number(year, 4), Number(month, ..=2), Number(day, ..=2)] => {
            calendar(year, month, day).map(WrittenDate::Clear)
        }
        [Number(first, ..=2), Number(second, ..=2), Number(year, length @ (2 | 4))] => {
            let (first, second) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
            let year = full_year(year, length)?;
            let possible =
                Date::new(year, second, first).is_ok() || Date::new(year, first, second).is_ok();
            possible.then_some(WrittenDate::Ordered { first, second, year })
        }
        [Number(day, ..=2), Month(month), Number(year, length @ (2 | 4))]
        | [Month(month), Number(day, ..=2), Number(year, length @ (2 | 4))]
        | [Number(year, length @ 4), Month(month), Number(day, ..=2)] => {
            calendar(full_year(year, length)?.into(), month, day).map(WrittenDate::Clear)
        }
        _ => None,
    }
}

/// Two digits mean 1970 to 2069.
fn full_year(year: i32, length: usize) -> Option<i16> {
    let year = match (length, year) {
        (2, 0..70) => 2000 + year,
        (2, _) => 1900 + year,
        _ => year,
    };
    i16::try_from(year).ok()
}

#[derive(Clone, Copy)]
enum Part {
    /// A number and how many digits it has.
    Number(i32, usize),
    /// A month by name.
    Month(i32),
    /// A day of the week by name.
    Weekday,
}

/// The next number or name, and what follows it and its separator.
fn next_part(text: &str) -> Option<(Part, &str)> {
    let first = text.chars().next()?;
    let (part, after) = if first.is_ascii_digit() {
        let length = text.bytes().take_while(u8::is_ascii_digit).count();
        let [number] = (length <= 8).then(|| numbers([&text.as_bytes()[..length]]))??;
        let after = &text[length..];
        // English ordinals: 4th, 1st.
        let after = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|tail| after.strip_prefix(tail))
            .filter(|rest| !rest.starts_with(char::is_alphabetic))
            .unwrap_or(after);
        (Part::Number(number, length), after)
    } else {
        let length = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
        let name = &text[..length];
        let part = match (months::number(name), months::is_weekday(name)) {
            (Some(month), _) => Part::Month(month),
            (None, true) => Part::Weekday,
            (None, false) => return None,
        };
        (part, &text[length..])
    };
    // One mark and blanks around it; a time separator stays for the caller.
    let blank = after.trim_start();
    let after = match blank.strip_prefix(['-', '/', '.', ',']) {
        Some(rest) => rest.trim_start(),
        None => blank,
    };
    Some((part, after))
}

/// Whether `rest`, behind a date, is a time of day and nothing more.
fn time_follows(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', ',', '\u{a0}']);
    let mut rest = rest.strip_prefix(['T', 't']).unwrap_or(rest).trim_end();
    for half in ["AM", "PM", "am", "pm", "a.m.", "p.m.", "uur", "UTC", "GMT", "Z", "z"] {
        if let Some(shorter) = rest.strip_suffix(half) {
            rest = shorter.trim_end();
        }
    }
    // An offset such as +02:00 or -0500.
    if let Some(at) = rest.rfind(['+', '-']) {
        let offset = &rest[at + 1..];
        let fits = matches!(offset.len(), 2 | 4 | 5)
            && offset.bytes().all(|b| b.is_ascii_digit() || b == b':');
        if !fits {
            return false;
        }
        rest = rest[..at].trim_end();
    }
    let (clock, fraction) = rest.split_once(['.', ',']).unwrap_or((rest, "0"));
    let mut count = 0;
    let parts_fit = clock.split(':').zip([23, 59, 60, 0]).all(|(part, most)| {
        count += 1;
        count <= 3
            && (1..=2).contains(&part.len())
            && numbers([part.as_bytes()]).is_some_and(|[number]| number <= most)
    });
    parts_fit
        && (2..=3).contains(&clock.split(':').count())
        && (1..=9).contains(&fraction.len())
        && fraction.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_count_from_1900_or_from_1904() {
        let day = date(2024, 2, 29);
        assert_eq!(serial_date(45_351.0, false), Some(day));
        assert_eq!(serial_date(45_351.999, false), Some(day));
        assert_eq!(serial_date(43_889.0, true), Some(day));
        for serial in [0.0, 1_997.0, -1.0, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(serial_date(serial, false), None, "{serial}");
        }
        let written = WrittenDate::from_serial(20_240_229.0, false);
        assert_eq!(written, Some(WrittenDate::Clear(day)));
    }
}
