//! Spans of days.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// The first day that anything in a book can have.
pub const EARLIEST: Date = date(1900, 1, 1);

/// A span of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// The days from `from` to `to`; the ends are swapped when they are the
    /// wrong way round.
    pub fn new(from: Date, to: Date) -> Self {
        if from <= to { Self { from, to } } else { Self { from: to, to: from } }
    }

    /// The `months` months that end on `day`, that day included.
    pub fn months_up_to(day: Date, months: i32) -> Self {
        let from = day.saturating_sub(months.months()).saturating_add(1.day());
        Self { from: from.min(day), to: day }
    }

    /// All time up to a day.
    pub const fn ever_until(day: Date) -> Self {
        Self { from: Date::MIN, to: day }
    }

    /// Whether the day lies in the period.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// Days in a month on average.
pub const MONTH_DAYS: f64 = 365.25 / 12.0;

/// Whole days from `from` to `to`; negative when `to` comes first.
pub fn days_between(from: Date, to: Date) -> i64 {
    (to - from).get_days().into()
}
