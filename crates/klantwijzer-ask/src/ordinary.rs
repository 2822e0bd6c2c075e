//! Words that name nobody.

use std::collections::HashSet;
use std::sync::LazyLock;

use smol_str::SmolStr;

use crate::lexicon::lexicon;
use crate::lists::List;
use crate::names::is_weak;
use crate::terms::groups;

/// Whether a folded word is an ordinary one of either language: one of questions,
/// a form or trade of companies, a country or a town. It names nobody by itself,
/// also where it is part of a name.
pub fn is_ordinary(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<SmolStr>> = LazyLock::new(|| {
        let files = [
            include_str!("../data/ordinary.txt"),
            include_str!("../data/sectors.txt"),
            include_str!("../data/countries.txt"),
        ];
        files.into_iter().flat_map(groups).flatten().flatten().collect()
    });
    is_weak(word) || lexicon().knows(word) || WORDS.contains(word)
}

/// Whether a folded word is the legal form that a name ends with.
pub fn is_legal_form(word: &str) -> bool {
    List::Legal.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names_are_told_from_ordinary_ones() {
        for word in ["holding", "bakkerij", "utrecht", "belgie", "zorg", "facturen", "gmail", "bv"]
        {
            assert!(is_ordinary(word), "{word}");
        }
        for word in ["jansen", "bakker", "vries", "peeters", "zonneveld", "mulder", "anna"] {
            assert!(!is_ordinary(word), "{word}");
        }
    }
}
