//! The domain of Klantwijzer and its rules.
//!
//! Pure: no IO, no async, no clock, no randomness. Time is an argument. The
//! crate answers with plain data and knows neither a store nor a frontend.

pub mod access;
pub mod acquisition;
pub mod bilingual;
pub mod bounds;
pub mod customer;
pub mod definition;
pub mod facts;
pub mod language;
pub mod ledger;
pub mod manifest;
pub mod membership;
pub mod money;
mod named;
pub mod period;
pub mod profile;
pub mod programme;
pub mod records;
pub mod review;
pub mod say_no;
pub mod scorer;
pub mod settings;
pub mod team;
pub mod text;
pub mod types;
pub mod workspace;
