//! What people and programs call their columns, in Dutch and English.
//!
//! Headers are compared without case, accents, blanks and punctuation, so
//! `Klant-nr.` and `klantnr` are one. Within one meaning the first name is the
//! strongest: where a file has two of them, the stronger one is read. A hint
//! says that a header also tells what the file holds.

mod entries;
mod parties;

use crate::field::Field;
use crate::kind::FileKind;

/// A meaning, what it says of the kind of file, and its names.
pub(crate) struct Synonyms {
    pub(crate) field: Field,
    pub(crate) hint: Option<FileKind>,
    /// Separated by commas.
    pub(crate) names: &'static str,
}

const fn any(field: Field, names: &'static str) -> Synonyms {
    Synonyms { field, hint: None, names }
}

const fn of(hint: FileKind, field: Field, names: &'static str) -> Synonyms {
    Synonyms { field, hint: Some(hint), names }
}

/// Every synonym but those of facts, the stronger ones of a meaning first.
pub(crate) fn synonyms() -> impl Iterator<Item = &'static Synonyms> {
    parties::PARTIES.iter().chain(entries::ENTRIES)
}
