//! The rules by which intents are recognised.
//!
//! One rule a line: its strength, then what it needs. `a|b` is met by either,
//! `!a` forbids, `^a` must come first, `@name` is a group of concepts.

mod customers;
mod elsewhere;
mod model;
mod one_customer;

use crate::concept::{Concept, ConceptSet};
use crate::intents::Asked;

/// What is asked, with the concepts that it can make use of and its rules: see
/// [`crate::intents`].
pub(crate) type Grammar<T> = &'static [(T, &'static str, &'static str)];

/// Concepts that rules name together.
pub(crate) const GROUPS: &[(&str, &str)] = &[
    ("glue", "which what list customer one every mine and from to filler own want know ever still"),
    ("type", "strategic large development transactional"),
    (
        "filter",
        "sector_value owner_value country_value plugin_value bound_value sector owner country employee donor member advertiser",
    ),
    ("narrow", "sector_value owner_value country_value plugin_value bound_value"),
    (
        "party",
        "customer donor member recipient user advertiser prospect interested plugin_value own_definition",
    ),
    (
        "definition",
        "registered interested invoiced pay active business document member recipient donor user advertiser prospect own_definition",
    ),
    (
        "measure",
        "value potential revenue margin invoice gift spend ad_spend lead support acquisition growth employee",
    ),
    ("entity", "sector owner country group"),
    ("change", "become make up need if"),
    // What can be left out, and what most questions have.
    ("silent", "filler thanks person and from to mine own one want list"),
    (
        "common",
        "how which what should ever still every work per customer type need make if nothing money data",
    ),
    // What narrows a question down or is what it is about.
    (
        "naming",
        "except customer_name sector_value owner_value country_value own_definition amount_value
         percent_value period_value bound_value",
    ),
    // What fills a slot, or ties words together.
    (
        "part",
        "@type type customer customer_name sector_value owner_value country_value plugin_value
         own_definition number_value amount_value percent_value period_value duration_value
         bound_value value potential revenue margin invoice gift ad_spend lead growth employee
         top lowest sort @entity per registered interested invoiced pay active member recipient
         donor user advertiser prospect every which what ever still instead over under",
    ),
];

/// The concepts with these ids, apart by blanks or bars; `@name` is a group.
pub(crate) fn set(ids: &str) -> ConceptSet {
    let ids = ids.split('|').flat_map(str::split_whitespace);
    ids.fold(ConceptSet::EMPTY, |known, id| {
        let group = id.strip_prefix('@');
        let group = group.and_then(|id| GROUPS.iter().find(|(name, _)| *name == id));
        let more = match group {
            Some((_, ids)) => Some(set(ids)),
            None => Concept::from_id(id).map(ConceptSet::from),
        };
        debug_assert!(more.is_some(), "{id} is neither a concept nor a group");
        known.union(more.unwrap_or(ConceptSet::EMPTY))
    })
}

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
