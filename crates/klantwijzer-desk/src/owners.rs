//! Account managers, by the names that people give them.

use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_core::text::fold;
use smol_str::SmolStr;

/// Whom a name stands for among the account managers of a book.
#[derive(Debug, PartialEq, Eq)]
pub enum OwnerNamed<'a> {
    /// The one of that name, whatever its capitals and accents, as the book writes it.
    Known(&'a SmolStr),
    /// Nobody has that name; these have all its words in theirs, if anybody has.
    Resembling(Vec<&'a SmolStr>),
}

impl<'a> OwnerNamed<'a> {
    /// Looks a name up.
    pub fn of(name: &str, portfolio: &'a Portfolio) -> Self {
        let owners = portfolio.dictionaries().owners.words();
        let name = fold(name);
        if let Some(known) = owners.iter().find(|owner| fold(owner) == name) {
            return Self::Known(known);
        }
        let has_words = |owner: &&SmolStr| {
            let owner = fold(owner);
            let words: Vec<&str> = owner.split(' ').collect();
            !name.is_empty() && name.split(' ').all(|word| words.contains(&word))
        };
        Self::Resembling(owners.iter().filter(has_words).collect())
    }
}
