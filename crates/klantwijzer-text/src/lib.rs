//! Every word for people: the Fluent texts, failures with their cure, and answers
//! as a [`Page`](render::Page) and as JSON.
//!
//! [`Texts`] are the messages of a language, and [`say!`] fills one in. What the
//! layers below give as plain data is worded here and nowhere else.

pub mod errors;
mod fact_words;
mod failure;
pub mod json;
pub mod render;
pub mod texts;

pub use fact_words::fact_words;
pub use failure::Failure;
pub use texts::{Texts, clean, cut};

/// What [`say!`] and [`fail!`] pass variables in.
#[doc(hidden)]
pub use fluent_bundle::FluentArgs;
