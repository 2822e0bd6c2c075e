//! Questions about a workspace, and their answers.
//!
//! A [`portfolio`] is one workspace at one moment, a [`query`] is a question with
//! its details filled in, and [`answer`] makes plain data of the two, without a
//! word of text. Pure: no IO, no async, no clock. Time is an argument.

mod answers;
pub mod body;
pub mod evidence;
#[cfg(feature = "fixture")]
pub mod fixture;
pub mod portfolio;
pub mod query;

pub use answers::{STALE_DAYS, answer};
