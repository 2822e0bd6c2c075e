//! What fits where a person states something in words.

use std::error::Error;
use std::fmt;

use jiff::civil::Date;
use klantwijzer_text::{Texts, say};

/// What would have fitted, as the error of a parser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fits {
    /// One of these words.
    Words(Vec<String>),
    /// A day.
    Day,
    /// A name.
    Name,
    /// A whole number, from and up to.
    Number(u8, u8),
}

impl Fits {
    /// One of these words.
    pub fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Words(words.into_iter().map(str::to_owned).collect())
    }

    /// What fits, as advice to a person.
    pub fn worded(&self, texts: &Texts) -> String {
        match self {
            Self::Words(words) => say!(texts, "usage-choose", words = texts.or(words)),
            Self::Day => say!(texts, "usage-day"),
            Self::Name => say!(texts, "usage-name"),
            Self::Number(from, to) => {
                say!(texts, "usage-number", from = from.to_string(), to = to.to_string())
            }
        }
    }
}

impl fmt::Display for Fits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What people read is `worded`.
        fmt::Debug::fmt(self, f)
    }
}

impl Error for Fits {}

/// A day, as 2026-10-31 or 31-10-2026.
pub fn day(text: &str) -> Result<Date, Fits> {
    klantwijzer_ask::date(text).ok_or(Fits::Day)
}
