//! Erasing customers, and what is kept so that they do not come back unseen.

use jiff::Timestamp;
use klantwijzer_core::customer::CustomerNo;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::Version;

/// What erasing a customer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Whom.
    pub customer: CustomerNo,
    /// The customer's outside id and names. They are blotted out wherever they
    /// stand in a text that people wrote about an import or an action.
    pub words: Vec<String>,
    /// What stays.
    pub erased: Erased,
    /// The version of the workspace that it was worked out from; `None` where it
    /// holds whatever was written meanwhile.
    pub based_on: Option<Version>,
}

/// What is kept of an erased customer: nothing that tells who it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Stands in the place of the outside id.
    pub pseudonym: SmolStr,
    /// When it was erased.
    pub at: Timestamp,
    /// The salt of the digests.
    pub salt: [u8; 32],
    /// Salted digests of what rows can call the customer; empty once it may come
    /// back.
    pub digests: Vec<[u8; 32]>,
}

impl Erasure {
    /// A text with the customer's id and names blotted out, where they stand as
    /// whole words.
    pub fn blot(&self, text: &str) -> String {
        let mut blotted = text.to_owned();
        for word in self.words.iter().filter(|word| !word.is_empty()) {
            blotted = without(&blotted, word, &self.erased.pseudonym);
        }
        blotted
    }
}

fn without(text: &str, word: &str, instead: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(word) {
        out.push_str(before);
        let begins = !out.ends_with(char::is_alphanumeric);
        let ends = !after.starts_with(char::is_alphanumeric);
        out.push_str(if begins && ends { instead } else { word });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_blotted_out_and_parts_of_others_stay() {
        let cases = [
            ("Judgement of Jan BV", "Judgement of X"),
            ("Jan BV, Jan BV", "X, X"),
            ("Jan BVs and K12", "Jan BVs and K12"),
            ("K1.csv", "X.csv"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(without(&without(text, "Jan BV", "X"), "K1", "X"), expected);
        }
    }
}
