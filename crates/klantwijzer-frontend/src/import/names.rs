//! What columns can mean, in the words of people and of `--map`.

use klantwijzer_answer::body::FactName;
use klantwijzer_core::facts::{Fact, Source};
use klantwijzer_core::language::Language;
use klantwijzer_core::manifest::Manifest;
use klantwijzer_intake::Field;
use klantwijzer_text::Texts;
use smol_str::SmolStr;

/// What people call the facts that a file can state, in every language and with the words of
/// each plugin: whoever is asked for "our share of wallet" can write that above a column.
pub(super) fn of_facts<'a>(
    manifests: impl Iterator<Item = &'a Manifest>,
) -> Vec<(String, SmolStr)> {
    let own = Language::ALL.into_iter().flat_map(|language| {
        let texts = Texts::of(language);
        stated().map(move |fact| {
            let id = SmolStr::new_static(fact.id());
            (texts.fact(&FactName { id: id.clone(), label: None }), id)
        })
    });
    let declared = manifests.flat_map(|manifest| &manifest.facts);
    let declared = declared.filter(|fact| can_be_stated(&fact.id)).flat_map(|fact| {
        [&fact.label.en, &fact.label.nl].map(|label| (label.clone(), fact.id.clone()))
    });
    own.chain(declared).collect()
}

fn stated() -> impl Iterator<Item = Fact> {
    Fact::ALL.iter().copied().filter(|fact| fact.source() == Source::Profile)
}

fn can_be_stated(id: &str) -> bool {
    Fact::from_id(id).is_none_or(|fact| fact.source() == Source::Profile)
}

/// The words that `--map` knows.
pub(super) fn of_fields() -> Vec<String> {
    let facts = stated().map(|fact| fact.id().to_owned());
    Field::PLAIN.iter().map(|field| field.id().to_owned()).chain(facts).collect()
}
