//! Names that are written loosely, wrongly, or that nobody has.

use std::time::{Duration, Instant};

use jiff::civil::date;
use klantwijzer_answer::query::Query;
use klantwijzer_ask::terms::BookWords;
use klantwijzer_ask::understanding::{Outcome, Unclear, Understanding, understand};
use klantwijzer_ask::vocabulary::Vocabulary;
use klantwijzer_core::language::Language;

const NAMES: [&str; 5] =
    ["Jansen BV", "Janssen Techniek", "Hoogland Staal NV", "Bakkerij de Vries", "Café Het Hoekje"];

fn read(text: &str) -> Understanding {
    let rows = NAMES.iter().zip(1..).map(|(name, no)| (no, "", *name));
    let vocabulary = Vocabulary::build(rows, &BookWords::default());
    understand(text, &vocabulary, date(2026, 5, 20), Some(Language::Nl))
}

/// The customers of the suggestions, each of which asks why.
fn offered(understanding: &Understanding) -> Vec<u32> {
    let Outcome::Unclear { suggestions, .. } = &understanding.outcome else {
        panic!("it is unclear: {understanding:?}");
    };
    suggestions
        .iter()
        .map(|query| match query {
            Query::WhyType { customer, .. } => *customer,
            other => panic!("it asks why: {other:?}"),
        })
        .collect()
}

#[test]
fn the_nearest_names_are_offered() {
    for (text, customers) in [
        ("waarom is Janssens strategisch?", &[1, 2][..]),
        ("why is Janssens strategic?", &[1, 2]),
        ("waarom is Jansons strategisch?", &[1, 2]),
        ("waarom is Janszoon strategisch?", &[1, 2]),
        ("waarom is Hoogeveen strategisch?", &[3]),
        ("waarom is Philips strategisch?", &[]),
    ] {
        assert_eq!(offered(&read(text)), customers, "{text}");
    }
    let nobody = read("waarom is Philips strategisch?").outcome;
    let Outcome::Unclear { reason: Unclear::UnknownCustomer { text, nearest }, .. } = nobody else {
        panic!("nobody has the name: {nobody:?}");
    };
    assert_eq!((text.as_str(), nearest.as_slice()), ("Philips", &[][..]));
}

#[test]
fn a_name_that_was_misspelled_is_told() {
    for (text, assumed) in [
        ("waarom is Hooglnad strategisch?", &[3][..]),
        ("waarom is hooglant staal strategisch?", &[3]),
        ("why is bakkerij de vreis strategic?", &[4]),
        ("waarom is Hoogland Staal BV strategisch?", &[]),
        ("waarom is HOOGLAND strategisch?", &[]),
        ("waarom is cafe het hoekje strategisch?", &[]),
        ("waarom is bakker de vries strategisch?", &[]),
        ("waarom is hooglandstaal strategisch?", &[]),
        ("waarom is Hoogland stratgisch?", &[]),
        ("welke klanten zijn stratgisch?", &[]),
    ] {
        let found = read(text);
        assert!(matches!(found.outcome, Outcome::Understood(_)), "{text}: {found:?}");
        assert_eq!(found.assumed, assumed, "{text}");
    }
}

#[test]
fn words_of_no_language_are_answered_in_the_language_of_who_asks() {
    for text in ["blablabla foo", "foo bar", "asdf qwer", "custmoers blablabla", "???", ""] {
        let rows = NAMES.iter().zip(1..).map(|(name, no)| (no, "", *name));
        let vocabulary = Vocabulary::build(rows, &BookWords::default());
        for language in Language::ALL {
            let found = understand(text, &vocabulary, date(2026, 5, 20), Some(language));
            assert_eq!(found.language, language, "{text}");
        }
    }
    assert_eq!(read("which customers frobnicate").language, Language::En);
}

/// A book of very many names, of which a tenth begin with a particle.
#[test]
fn names_are_completed_quickly() {
    let names: Vec<String> = (0..100_000)
        .map(|no| match no % 10 {
            0 => format!("Van Dijk {no} Transport"),
            3 => format!("Bakkerij de Vries {no}"),
            _ => format!("Vastgoed {no} Holding"),
        })
        .collect();
    let rows = names.iter().zip(1..).map(|(name, no)| (no, "", name.as_str()));
    let vocabulary = Vocabulary::build(rows, &BookWords::default());
    for (typed, first) in [
        ("Va", "Van Dijk 0 Transport"),
        ("Van Dijk", "Van Dijk 0 Transport"),
        ("van d", "Van Dijk"),
    ] {
        let started = Instant::now();
        let found = vocabulary.complete(typed, 25);
        let took = started.elapsed();
        assert_eq!(found.len(), 25, "{typed}");
        assert!(found.iter().all(|found| found.name.starts_with("Van Dijk")), "{typed}");
        assert!(found[0].name.starts_with(first), "{typed}: {:?}", found[0]);
        println!("{typed}: {took:?}");
        assert!(took < Duration::from_secs(1), "{typed} took {took:?}");
    }
}
