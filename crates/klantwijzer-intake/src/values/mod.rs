//! What cells mean: numbers, dates, money, words and text.
//!
//! Numbers and dates are read in two steps. The first reads a cell on its own
//! and says in which notation it is written; the second applies the one
//! notation that the whole file turned out to have. So no row is ever read
//! differently from another, and the order of the rows does not matter.

pub(crate) mod currency;
pub(crate) mod date;
pub(crate) mod digits;
pub(crate) mod exact;
pub(crate) mod months;
pub(crate) mod number;
pub(crate) mod text;
pub(crate) mod words;

pub(crate) use date::WrittenDate;
pub(crate) use number::WrittenNumber;
