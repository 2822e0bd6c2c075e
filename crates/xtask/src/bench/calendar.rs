//! Days, as far as a bench counts them.

use std::fmt;

/// A day, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(u32);

impl Day {
    /// A day of the Gregorian calendar from 1970 on, counted in years that begin in March, so
    /// that a leap day ends one.
    pub(crate) const fn of(year: u32, month: u32, day: u32) -> Self {
        let year = if month < 3 { year - 1 } else { year };
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        // 719,468 days lie between 0000-03-01 and 1970-01-01.
        Self(365 * year + year / 4 - year / 100 + year / 400 + of_year - 719_468)
    }

    pub(crate) const fn before(self, days: u32) -> Self {
        Self(self.0 - days)
    }

    pub(crate) const fn after(self, days: u32) -> Self {
        Self(self.0 + days)
    }

    /// Whether people work on it: from Monday to Friday. Day 0 was a Thursday.
    pub(crate) const fn is_workday(self) -> bool {
        self.0.wrapping_add(3) % 7 < 5
    }
}

impl fmt::Display for Day {
    /// As ISO 8601 writes it.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.0 + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let of_year = day - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let (day, month) = (of_year - (153 * march + 2) / 5 + 1, (march + 2) % 12 + 1);
        let year = era * 400 + year + u32::from(month < 3);
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_dates() {
        assert_eq!(Day::of(1970, 1, 1), Day(0));
        for (date, days) in [
            ((2000, 2, 29), "2000-02-29"),
            ((2026, 11, 30), "2026-11-30"),
            ((2024, 12, 31), "2024-12-31"),
            ((2025, 3, 1), "2025-03-01"),
        ] {
            assert_eq!(Day::of(date.0, date.1, date.2).to_string(), days);
        }
        assert_eq!(Day::of(2024, 2, 28).after(2).to_string(), "2024-03-01");
        assert_eq!(Day::of(2025, 1, 1).before(1).to_string(), "2024-12-31");
    }

    #[test]
    fn a_week_has_five_days_of_work() {
        let monday = Day::of(2026, 11, 30);
        let work: Vec<bool> = (0..7).map(|day| monday.after(day).is_workday()).collect();
        assert_eq!(work, [true, true, true, true, true, false, false]);
    }
}
