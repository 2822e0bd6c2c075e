//! Words that many customers share.

use std::collections::HashMap;

use smol_str::SmolStr;

/// A word in a [`Dictionary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Term(u32);

impl Term {
    pub(super) const UNKNOWN: Self = Self(0);
}

/// The different words of one field.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    words: Vec<SmolStr>,
    terms: HashMap<SmolStr, Term>,
}

impl Dictionary {
    pub(super) fn term(&mut self, word: Option<&SmolStr>) -> Term {
        let Some(word) = word.filter(|word| !word.is_empty()) else {
            return Term::UNKNOWN;
        };
        if let Some(term) = self.terms.get(word) {
            return *term;
        }
        self.words.push(word.clone());
        let term = Term(self.words.len() as u32);
        self.terms.insert(word.clone(), term);
        term
    }

    /// The word; `None` for the unknown one.
    pub fn word(&self, term: Term) -> Option<&SmolStr> {
        self.words.get((term.0 as usize).checked_sub(1)?)
    }

    /// Every term with its word, in order of first sight.
    pub(crate) fn terms(&self) -> impl Iterator<Item = (Term, &SmolStr)> {
        (1..).map(Term).zip(&self.words)
    }

    /// Every word, in order of first sight.
    pub fn words(&self) -> &[SmolStr] {
        &self.words
    }
}

/// The dictionaries of a portfolio.
#[derive(Debug, Clone, Default)]
pub struct Dictionaries {
    /// Sectors as the book writes them.
    pub sectors: Dictionary,
    /// Owners.
    pub owners: Dictionary,
    /// Countries.
    pub countries: Dictionary,
}
