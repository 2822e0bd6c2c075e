//! What people call the facts that a file can state.

use klantwijzer_answer::body::FactName;
use klantwijzer_core::language::Language;
use klantwijzer_desk::stated_facts;
use smol_str::SmolStr;

use crate::texts::Texts;

/// What people call the facts that a file can state, in every language, each with
/// the fact's id.
pub fn fact_words() -> Vec<(String, SmolStr)> {
    let in_language = |language| {
        let texts = Texts::of(language);
        stated_facts().map(move |fact| {
            let id = SmolStr::new_static(fact.id());
            (texts.fact(&FactName { id: id.clone(), label: None }), id)
        })
    };
    Language::ALL.into_iter().flat_map(in_language).collect()
}
