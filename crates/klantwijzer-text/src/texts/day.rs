//! Days and spans of days the way a language writes them.

use jiff::civil::Date;
use klantwijzer_core::period::Period;

use super::load::Texts;
use crate::say;

impl Texts {
    /// A day: "6 May 1998".
    pub fn date(&self, day: Date) -> String {
        let month = self.month(day.month());
        let (number, year) = (day.day().to_string(), day.year().to_string());
        say!(self, "format-date", day = number, month, year)
    }

    /// A span as it follows a verb: "in 1997", "in May 1998", "from ... to ...".
    pub fn period(&self, period: Period) -> String {
        let Period { from, to } = period;
        let starts_month = from.day() == 1;
        let ends_month = to == to.last_of_month();
        if starts_month && ends_month && from.year() == to.year() {
            let year = from.year().to_string();
            match (from.month(), to.month()) {
                (1, 12) => return say!(self, "period-year", year),
                (first, last) if first == last => {
                    return say!(self, "period-month", month = self.month(first), year);
                }
                (first, last) if first % 3 == 1 && last == first + 2 => {
                    let quarter = (first + 2) / 3;
                    return say!(self, "period-quarter", quarter, year);
                }
                _ => {}
            }
        }
        if from <= klantwijzer_core::period::EARLIEST {
            return say!(self, "period-until", to = self.date(to));
        }
        say!(self, "period-days", from = self.date(from), to = self.date(to))
    }

    /// A number of days.
    pub fn days(&self, days: f64) -> String {
        if !days.is_finite() {
            return self.unknown();
        }
        say!(self, "format-days", n = days.round())
    }

    /// How long ago something was, or how old it is: in days, and from two years on in
    /// whole years.
    pub fn age(&self, days: f64) -> String {
        let years = (days / 365.25).floor();
        if years >= 2.0 { say!(self, "format-years", n = years) } else { self.days(days) }
    }

    fn month(&self, month: i8) -> String {
        say!(self, &format!("month-{month}"))
    }
}
