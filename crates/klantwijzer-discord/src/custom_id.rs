//! A [`Press`] as the `custom_id` of a component, and back.
//!
//! It is JSON, made small by what such JSON usually says ([`USUAL`]), and then
//! in letters. [`USUAL`] must stay as it is: ids in old messages are read by it.
//! Another one needs another [`FORM`].

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_answer::query::{Details, Filter, Query, Subject};
use klantwijzer_core::definition::Definition;
use klantwijzer_core::language::Language;
use lz4_flex::block::{compress_with_dict, decompress_into_with_dict};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use smol_str::{SmolStr, format_smolstr};
use xxhash_rust::xxh3::xxh3_64;

use super::press::{Press, View};

/// The longest that Discord allows.
const LONGEST: usize = 100;

/// What every id begins with.
const FORM: &str = "k1.";

/// What the JSON of a press usually says.
const USUAL: &[u8] = include_bytes!("custom_id.dictionary");

/// The largest JSON that an id is read into, in bytes.
const MOST_JSON: usize = 4_096;

/// What a shortened word begins with.
const SHORTENED: char = '~';

/// How long a shortened word is: its mark, and a number of 32 bits in hexadecimal.
const SHORTENED_LENGTH: usize = 9;

/// What an id says beside what is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    /// The language of the message that the id is in.
    pub(crate) language: Language,
    /// The server it is about, in a direct message: nothing else tells it there,
    /// and the rights of who presses are asked of Discord again.
    pub(crate) server: Option<u64>,
}

impl Stamp {
    /// The id for what is done. `None` where it does not fit, even with the words
    /// in it shortened.
    pub(crate) fn id(self, press: &Press) -> Option<String> {
        self.fitting(press).or_else(|| {
            let mut shorter = press.clone();
            if let Press::Show(View::Answer(query)) | Press::Turn(View::Answer(query), _) =
                &mut shorter
            {
                let long = words(query).into_iter().filter(|word| word.len() > SHORTENED_LENGTH);
                long.for_each(|word| *word = shortened(word));
            }
            self.fitting(&shorter)
        })
    }

    fn fitting(self, press: &Press) -> Option<String> {
        let said = serde_json::to_value((self.language, self.server, press)).ok()?;
        let json = serde_json::to_vec(&brief(said)).ok()?;
        let id =
            format!("{FORM}{}", BASE64_URL_SAFE_NO_PAD.encode(compress_with_dict(&json, USUAL)));
        (id.len() <= LONGEST).then_some(id)
    }
}

/// What an id says; `None` for one that is not ours, or no longer.
pub(crate) fn decode(id: &str) -> Option<(Stamp, Press)> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(id.strip_prefix(FORM)?).ok()?;
    let mut json = vec![0; MOST_JSON];
    let length = decompress_into_with_dict(&bytes, &mut json, USUAL).ok()?;
    let (language, server, press) = serde_json::from_slice(json.get(..length)?).ok()?;
    Some((Stamp { language, server }, press))
}

/// The value without what is read back all the same when it is not there: what
/// is open, and the open parts of a filter.
fn brief(value: Value) -> Value {
    match value {
        Value::Object(parts) => Value::Object(
            parts
                .into_iter()
                .filter(|(_, part)| !part.is_null())
                .map(|(name, part)| {
                    let part = brief(part);
                    let part = if name == "filter" { without_empty(part) } else { part };
                    (name, part)
                })
                .collect(),
        ),
        Value::Array(items) => Value::Array(items.into_iter().map(brief).collect()),
        other => other,
    }
}

fn without_empty(filter: Value) -> Value {
    let says = |part: &Value| match part {
        Value::Object(parts) => !parts.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    match filter {
        Value::Object(parts) => parts.into_iter().filter(|(_, part)| says(part)).collect(),
        other => other,
    }
}

/// Gives the shortened words of a question their full form again. `None` when
/// the book no longer has one of them.
pub(crate) fn restore(mut query: Query, portfolio: &Portfolio) -> Option<Query> {
    let dictionaries = portfolio.dictionaries();
    let own = portfolio.definitions().iter().map(|own| &own.name);
    let known: Vec<&SmolStr> =
        [&dictionaries.sectors, &dictionaries.owners, &dictionaries.countries]
            .into_iter()
            .flat_map(klantwijzer_answer::portfolio::Dictionary::words)
            .chain(own)
            .collect();
    for word in words(&mut query) {
        if word.starts_with(SHORTENED) {
            *word = (*known.iter().find(|full| shortened(full) == *word)?).clone();
        }
    }
    Some(query)
}

fn shortened(word: &SmolStr) -> SmolStr {
    format_smolstr!("{SHORTENED}{:08x}", xxh3_64(word.as_bytes()) as u32)
}

/// The words of the book in a question.
fn words(query: &mut Query) -> Vec<&mut SmolStr> {
    let Details { filter, definitions, subjects, customer: _ } = query.details();
    let segments = subjects.iter_mut().filter_map(|subject| match subject {
        Subject::Segment(filter) => Some(filter),
        Subject::Customer(_) | Subject::Type(_) => None,
    });
    let filters = filter.into_iter().chain(segments);
    let named = definitions.into_iter().filter_map(definition_word);
    filters.flat_map(filter_words).chain(named).collect()
}

fn filter_words(filter: &mut Filter) -> Vec<&mut SmolStr> {
    [&mut filter.sector, &mut filter.owner, &mut filter.country].into_iter().flatten().collect()
}

fn definition_word(definition: &mut Definition) -> Option<&mut SmolStr> {
    match definition {
        Definition::Own { name } => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use klantwijzer_answer::portfolio::Portfolio;
    use klantwijzer_answer::query::{Filter, Measure, Query};
    use klantwijzer_core::bounds::Bounds;
    use klantwijzer_core::language::Language;
    use klantwijzer_core::types::CustomerType;

    use super::{LONGEST, Stamp, decode, restore};
    use crate::press::{Picture, Press, View};

    fn list(filter: Filter) -> Query {
        let types = vec![CustomerType::Strategic];
        Query::ListByType { types, filter, sort: Measure::Value }
    }

    fn stamp(server: Option<u64>) -> Stamp {
        Stamp { language: Language::Nl, server }
    }

    /// Questions of the fixture that say too much for the id of a screen of them, in a direct
    /// message about a server with the longest number: they get no button there.
    const LONG: [&str; 10] = [
        "agenda_days",
        "compare_groups",
        "count_sides",
        "gaps_field",
        "list_big",
        "list_potential",
        "list_small",
        "no_prospect_fits",
        "no_prospect_in_part",
        "no_prospect_misfit",
    ];

    #[test]
    fn every_usual_question_fits_and_comes_back() {
        let stamp = stamp(Some(u64::MAX >> 1));
        let mut long = BTreeSet::new();
        for (name, query) in klantwijzer_answer::fixture::Book::new().questions() {
            let view = View::Answer(query);
            for press in [Press::Show(view.clone()), Press::Turn(view, 12)] {
                match stamp.id(&press) {
                    Some(id) => {
                        assert!(id.len() <= LONGEST, "{id}");
                        assert_eq!(decode(&id), Some((stamp, press)));
                    }
                    None => {
                        long.insert(name);
                    }
                }
            }
        }
        assert_eq!(long.into_iter().collect::<Vec<_>>(), LONG);
    }

    #[test]
    fn a_long_filter_is_shortened_and_restored_by_the_book() {
        let filter = Filter {
            sector: Some("Vervaardiging van overige machines en apparaten".into()),
            owner: Some("Marieke van den Berg-Kuipers".into()),
            employees: Bounds { min: Some(100.0), ..Bounds::default() },
            ..Filter::default()
        };
        let id = stamp(None).id(&Press::Turn(View::Answer(list(filter)), 3)).expect("it fits");
        let Some((_, Press::Turn(View::Answer(query), 3))) = decode(&id) else { panic!("{id}") };
        assert_eq!(restore(query, &Portfolio::default()), None, "the book has no such sector");
    }

    #[test]
    fn what_is_not_ours_is_nothing() {
        for id in ["", "k1.", "k0.AAAA", "k1.////", "k1.AAAAAAAAAAAAAAAAAAAAAAAA", "next"] {
            assert_eq!(decode(id), None, "{id}");
        }
    }

    /// Ids in messages of long ago must go on working.
    #[test]
    fn ids_stay_as_they_are() {
        let press = Press::Turn(View::Answer(list(Filter::default())), 2);
        insta::assert_snapshot!(stamp(None).id(&press).expect("it fits"));
        let press = Press::Picture(Picture::History(17));
        let server = Some(81_384_788_765_712_384);
        insta::assert_snapshot!(stamp(server).id(&press).expect("it fits"));
    }
}
