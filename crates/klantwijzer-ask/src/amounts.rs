//! One number or day by itself, as people write it in a form.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::periods::{Reader, WhenKind, periods};
use crate::quantities::quantities;
use crate::text::tokens;

/// The number in a short text such as "300", "12,5 mln" or "€ 40.000"; `None`
/// for a text with none, with several, or with a bound ("more than 5"). It is
/// finite.
pub fn amount(text: &str) -> Option<f64> {
    let tokens = tokens(text);
    let free = vec![true; tokens.len()];
    match quantities(&tokens, &free).as_slice() {
        [one] if !one.compared && one.range.len() == tokens.len() => {
            Some(one.value()).filter(|value| value.is_finite())
        }
        _ => None,
    }
}

/// How people type a date in digits.
const DATES: [&str; 3] = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"];

/// A date in digits: "2026-10-31", "31-10-2026", "31/10/2026".
pub fn date(text: &str) -> Option<Date> {
    DATES.iter().find_map(|form| Date::strptime(form, text.trim()).ok())
}

/// The day in a short text such as "yesterday", "15 maart" or "31-12-2026"; the last one of that
/// name up to today. `None` for a text with no day, or with anything beside it.
pub fn day(text: &str, today: Date) -> Option<Date> {
    only_day(text, today).map(|(day, _)| day)
}

/// The same, and the next one of that name from today on where no year is said: "15 maart" of
/// next year once it has passed, "tomorrow".
pub fn day_ahead(text: &str, today: Date) -> Option<Date> {
    if ["tomorrow", "morgen"].contains(&text.trim().to_lowercase().as_str()) {
        return today.checked_add(1.day()).ok();
    }
    let (day, recurs) = only_day(text, today)?;
    if day < today && recurs { day.checked_add(1.year()).ok() } else { Some(day) }
}

/// The day that a text is nothing but, and whether each year has one of that name.
fn only_day(text: &str, today: Date) -> Option<(Date, bool)> {
    if let Some(day) = date(text) {
        return Some((day, false));
    }
    let tokens = tokens(text);
    let free = vec![true; tokens.len()];
    let found = periods(&tokens, &free, today);
    let [one] = found.as_slice() else { return None };
    let whole = one.range.len() == tokens.len();
    let ago = one.kind == WhenKind::Since;
    if !whole || !(ago || one.period.from == one.period.to) {
        return None;
    }
    let reader = Reader { tokens: &tokens, free: &free, today };
    let recurs = !ago && reader.relative(0).is_none() && !reader.has_year(0..tokens.len());
    Some((one.period.from, recurs))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{amount, day, day_ahead};

    #[test]
    fn days_as_people_write_them() {
        let today = date(2026, 11, 30);
        for (text, back, ahead) in [
            ("yesterday", date(2026, 11, 29), date(2026, 11, 29)),
            ("gisteren", date(2026, 11, 29), date(2026, 11, 29)),
            ("vandaag", today, today),
            ("15 maart", date(2026, 3, 15), date(2027, 3, 15)),
            ("March 15", date(2026, 3, 15), date(2027, 3, 15)),
            ("15 maart 2026", date(2026, 3, 15), date(2026, 3, 15)),
            ("2026-03-15", date(2026, 3, 15), date(2026, 3, 15)),
            ("15-03-2026", date(2026, 3, 15), date(2026, 3, 15)),
            ("31/12/2025", date(2025, 12, 31), date(2025, 12, 31)),
        ] {
            assert_eq!(day(text, today), Some(back), "{text}");
            assert_eq!(day_ahead(text, today), Some(ahead), "{text}");
        }
        assert_eq!(day_ahead("morgen", today), Some(date(2026, 12, 1)));
        for text in ["", "maart", "2026", "soon", "15 maart Jansen", "30 februari"] {
            assert_eq!(day(text, today), None, "{text}");
        }
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (text, number) in [
            ("300", Some(300.0)),
            ("300 fte", Some(300.0)),
            ("12,5 mln", Some(12_500_000.0)),
            ("€ 40.000", Some(40_000.0)),
            ("5k", Some(5_000.0)),
            ("0", Some(0.0)),
            ("", None),
            ("veel", None),
            ("meer dan 5", None),
            ("300 in Delft", None),
        ] {
            assert_eq!(amount(text), number, "{text}");
        }
    }
}
