//! What the examples teach: how likely each intent is, by the words of a sentence.
//!
//! A softmax over the words and concepts of a sentence. Its weights stand in
//! `data/learned.txt`; `cargo xtask teach` works them out anew from the
//! sentences in `data/`. The rules of the grammar come first: what they do not
//! recognise is left to this, and what they recognise against all likelihood
//! is asked back.

mod features;
mod model;
mod opinion;
#[cfg(feature = "teaching")]
mod training;
mod weights;

use std::sync::LazyLock;

pub(crate) use features::features;
pub(crate) use model::{Label, Model};
pub(crate) use opinion::Opinion;
#[cfg(feature = "teaching")]
pub use training::learn;

/// The model that is part of the program.
pub(crate) fn learned() -> &'static Model {
    // A test reads the same file; without one the rules would stand alone.
    static LEARNED: LazyLock<Model> =
        LazyLock::new(|| Model::read(include_str!("../../data/learned.txt")).unwrap_or_default());
    &LEARNED
}
