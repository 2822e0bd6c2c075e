//! What a sentence is judged by: its concepts and its words.

use smol_str::{SmolStr, format_smolstr};

use crate::concept::{Concept, ConceptSet};
use crate::reading::{Item, Reading, Value};

/// Concepts that say nothing of what is asked.
const SILENT: ConceptSet = ConceptSet::of(&[Concept::Filler, Concept::Other, Concept::Unknown]);

/// The features of a sentence, sorted, each once: `[id]` for a concept,
/// `[id id]` for one that stands there twice, and the words of what names
/// nobody and nothing.
pub(crate) fn features(reading: &Reading<'_>) -> Vec<SmolStr> {
    let mut found = Vec::new();
    for concept in Concept::ALL.iter().copied().filter(|concept| !SILENT.has(*concept)) {
        let id = concept.id();
        match reading.with(concept).count() {
            0 => {}
            1 => found.push(format_smolstr!("[{id}]")),
            _ => found.extend([format_smolstr!("[{id}]"), format_smolstr!("[{id} {id}]")]),
        }
    }
    let worded = reading.items.iter().filter(|item| !names_something(item));
    found.extend(worded.flat_map(|item| reading.forms[item.range.clone()].iter().cloned()));
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether the words of an item are those of a book or a date, which differ
/// from one sentence to the next.
fn names_something(item: &Item) -> bool {
    !matches!(item.value, Value::None | Value::Unknown)
}
