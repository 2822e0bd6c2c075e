//! The rules by which intents are recognised.
//!
//! One rule a line: its strength, then what it needs. `a|b` is met by either,
//! `!a` forbids, `^a` must come first, `@name` is a group of concepts.

mod customers;
mod elsewhere;
mod model;
mod one_customer;

use crate::intents::Asked;

/// What is asked, with the concepts that it can make use of and its rules: see
/// [`crate::intents`].
pub(crate) type Grammar<T> = &'static [(T, &'static str, &'static str)];

/// Everything that can be asked, with its rules.
pub(crate) fn grammar() -> impl Iterator<Item = (Asked, &'static str, &'static str)> {
    let questions =
        [one_customer::GRAMMAR, customers::GRAMMAR, model::GRAMMAR].into_iter().flatten();
    let questions =
        questions.map(|(intent, uses, rules)| (Asked::Question(*intent), *uses, *rules));
    let elsewhere = elsewhere::GRAMMAR.iter();
    questions.chain(elsewhere.map(|(which, uses, rules)| (Asked::Elsewhere(*which), *uses, *rules)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concept::{Concept, GROUPS};

    /// Words in the grammar that are concepts or groups; others would be
    /// ignored in silence.
    #[test]
    fn every_word_of_the_grammar_is_known() {
        let known = |id: &str| match id.strip_prefix('@') {
            Some(group) => GROUPS.iter().any(|(name, _)| *name == group),
            None => Concept::from_id(id).is_some(),
        };
        for (_, ids) in GROUPS {
            assert!(ids.split_whitespace().all(known), "{ids}");
        }
        for (intent, uses, rules) in grammar() {
            for id in uses.split_whitespace() {
                assert!(known(id), "{intent:?}: {id}");
            }
            for line in rules.lines() {
                let (strength, needs) = line.trim().split_once(' ').unwrap();
                assert!(strength.parse::<f64>().is_ok_and(|strength| strength <= 1.0), "{line}");
                let ids = needs.split([' ', '|']).map(|id| id.trim_start_matches(['!', '^']));
                for id in ids {
                    assert!(known(id), "{intent:?}: {id}");
                }
            }
        }
    }
}
