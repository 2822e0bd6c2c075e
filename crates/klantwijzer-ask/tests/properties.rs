//! What must hold for every sentence and every book.

use jiff::civil::date;
use klantwijzer_answer::query::{Entity, Filter, Measure, Party, Prospect, Query, Subject, Topic};
use klantwijzer_ask::evaluation::{Sentence, TODAY, sentences, taught, vocabulary};
use klantwijzer_ask::follow_up::follow_up;
use klantwijzer_ask::terms::BookWords;
use klantwijzer_ask::understanding::{CERTAIN, Outcome, Unclear, Understanding, understand};
use klantwijzer_ask::vocabulary::Vocabulary;
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::language::Language;
use klantwijzer_core::money::Money;
use klantwijzer_core::period::Period;
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType;
use proptest::prelude::*;

fn check(found: &Understanding) {
    assert!((0.0..=1.0).contains(&found.confidence));
    match &found.outcome {
        Outcome::Understood(query) => {
            assert!(found.confidence >= CERTAIN);
            assert_eq!(&there_and_back(query), query);
        }
        Outcome::Unclear { suggestions, .. } => assert!(suggestions.len() <= 3),
    }
}

fn there_and_back(query: &Query) -> Query {
    let read = serde_json::to_string(query).and_then(|json| serde_json::from_str(&json));
    read.unwrap_or_else(|problem| panic!("{query:?}: {problem}"))
}

#[test]
fn every_sentence_of_the_set_gives_a_sound_answer() {
    let (vocabulary, _) = vocabulary();
    for sentence in every_sentence() {
        check(&understand(&sentence.text, &vocabulary, TODAY, None));
    }
}

#[test]
fn odd_input_is_survived() {
    let (vocabulary, _) = vocabulary();
    for text in [
        String::new(),
        "?".repeat(10_000),
        "waarom ".repeat(2_000),
        "9".repeat(10_000),
        "\u{202e}\u{200b}@everyone `;--".to_owned(),
        "\"\"\"'''“”".to_owned(),
        "top 999999999999999999999999 klanten".to_owned(),
        "sinds 99-99-9999 en 31 februari 0000".to_owned(),
        "afgelopen 999999999 jaar".to_owned(),
        "𝓌𝒶𝒶𝓇ℴ𝓂 is ﷽ 大きい 🙂".to_owned(),
    ] {
        check(&understand(&text, &vocabulary, TODAY, None));
        vocabulary.complete(&text, 10);
        vocabulary.find_customer(&text);
    }
    for day in [jiff::civil::Date::MIN, jiff::civil::Date::MAX] {
        for sentence in every_sentence() {
            check(&understand(&sentence.text, &vocabulary, day, None));
        }
    }
}

#[test]
fn hostile_names_do_no_harm() {
    let long = "x".repeat(1_000);
    let names = [
        "@everyone",
        "\u{202e}ding\u{0}",
        "klanten",
        "Hoeveel klanten hebben we",
        &long,
        "",
        "9",
        "%",
        "BV",
    ];
    let rows = names.iter().enumerate().map(|(number, name)| (number as u32, "", *name));
    let book = BookWords {
        sectors: names.iter().copied().map(Into::into).collect(),
        owners: names.iter().copied().map(Into::into).collect(),
        countries: names.iter().copied().map(Into::into).collect(),
        ..BookWords::default()
    };
    let hostile = Vocabulary::build(rows, &book);
    for sentence in every_sentence() {
        check(&understand(&sentence.text, &hostile, TODAY, None));
    }
    assert!(hostile.complete("xx", 5).iter().all(|found| found.name.len() <= 200));
}

#[test]
fn words_of_a_question_are_not_taken_for_names() {
    let rows = [(1, "A", "De Grote Klant BV"), (2, "B", "Nieuw Strategisch"), (3, "C", "Top Tien")];
    let vocabulary = Vocabulary::build(rows.into_iter(), &BookWords::default());
    let meant = |text: &str| understand(text, &vocabulary, TODAY, None).outcome;
    let large = Query::ListByType {
        types: vec![CustomerType::Large],
        filter: Filter::default(),
        sort: Measure::Value,
    };
    assert_eq!(meant("wie zijn de grote klanten"), Outcome::Understood(large));
    for text in
        ["waarom is De Grote Klant BV strategisch", "waarom is \"de grote klant\" strategisch"]
    {
        assert_eq!(
            meant(text),
            Outcome::Understood(Query::WhyType {
                customer: 1,
                claimed: Some(CustomerType::Strategic)
            }),
            "{text}"
        );
    }
}

#[test]
fn every_customer_is_found_by_its_own_name() {
    let (vocabulary, ids) = vocabulary();
    for (number, id) in &ids {
        let found = vocabulary.find_customer(id);
        assert_eq!(found.len(), 1, "{id}");
        assert_eq!(found[0].customer, *number, "{id}");
        let text = format!("waarom is {} strategisch?", found[0].name);
        match understand(&text, &vocabulary, TODAY, None).outcome {
            Outcome::Understood(query) => {
                let claimed = Some(CustomerType::Strategic);
                assert_eq!(query, Query::WhyType { customer: *number, claimed });
            }
            Outcome::Unclear { reason: Unclear::AmbiguousCustomer { candidates, .. }, .. } => {
                assert!(candidates.contains(number), "{text}");
            }
            outcome @ Outcome::Unclear { .. } => panic!("{text}: {outcome:?}"),
        }
    }
}

#[test]
fn the_language_is_that_of_the_words_else_of_the_hint() {
    let (vocabulary, _) = vocabulary();
    let of = |text: &str, hint| understand(text, &vocabulary, TODAY, hint).language;
    assert_eq!(of("wie zijn onze key accounts", Some(Language::En)), Language::Nl);
    assert_eq!(of("who are our key accounts", Some(Language::Nl)), Language::En);
    assert_eq!(of("jansen bv", Some(Language::Nl)), Language::Nl);
    assert_eq!(of("jansen bv", None), Language::En);
    // Some sentences are all names and words of both languages, or mixed.
    let all = every_sentence();
    let wrong = all.iter().filter(|sentence| {
        let spoken = if sentence.writer.starts_with("nl") { Language::Nl } else { Language::En };
        of(&sentence.text, Some(spoken)) != spoken
    });
    let wrong: Vec<&str> = wrong.map(|sentence| sentence.text.as_str()).collect();
    assert!(wrong.len() * 100 <= all.len() * 2, "{wrong:?}");
}

#[test]
fn suggestions_resolve_what_was_unclear() {
    let (vocabulary, _) = vocabulary();
    let outcome = understand("waarom is dijkstra groot", &vocabulary, TODAY, None).outcome;
    let Outcome::Unclear { suggestions, .. } = outcome else { panic!("{outcome:?}") };
    assert_eq!(suggestions.len(), 2);
    assert!(suggestions.iter().all(|query| matches!(query, Query::WhyType { .. })));
    let outcome = understand("schrijf een gedicht", &vocabulary, TODAY, None).outcome;
    let Outcome::Unclear { suggestions, .. } = outcome else { panic!("{outcome:?}") };
    assert!(suggestions.len() >= 2);
}

#[test]
fn my_customers_are_pointed_out() {
    let (vocabulary, _) = vocabulary();
    assert!(understand("wie zijn mijn strategische klanten", &vocabulary, TODAY, None).mine);
    assert!(!understand("wie zijn onze strategische klanten", &vocabulary, TODAY, None).mine);
}

#[test]
fn whoever_a_question_was_about_is_asked_about_next() {
    let (vocabulary, _) = vocabulary();
    let period = Period::new(date(2026, 1, 1), date(2026, 3, 31));
    let about_one = queries(period).into_iter().filter(|query| query.customer().is_some());
    let mut asked = 0;
    for previous in about_one {
        let found = follow_up("waarom is hij strategisch?", &previous, &vocabulary, TODAY, None);
        let Some(Understanding { outcome: Outcome::Understood(query), .. }) = found else {
            panic!("after {previous:?}: {found:?}");
        };
        assert_eq!(query.customer(), previous.customer(), "after {previous:?}");
        asked += 1;
    }
    assert_eq!(asked, 7, "kinds of questions about one customer");
}

#[test]
fn every_query_can_be_written_and_read_back() {
    let period = Period::new(date(2026, 1, 1), date(2026, 3, 31));
    let mut queries = queries(period);
    let amount = Some(Money::from_whole(5_000));
    let own = Definition::Own { name: "vip".into() };
    let earned = Definition::EarnedOver { amount, margin: true };
    let definitions = Definition::all().into_iter().chain([own, earned]);
    queries.extend(definitions.map(|definition| Query::CountByDefinition {
        definition: Some(definition),
        filter: Filter::default(),
        period: Some(period),
    }));
    for query in queries {
        assert_eq!(there_and_back(&query), query);
    }
}

/// Queries of every kind but the counts.
fn queries(period: Period) -> Vec<Query> {
    let filter = Filter {
        types: vec![CustomerType::Large],
        sector: Some("Zorg".into()),
        employees: Bounds::above(1.5),
        ..Filter::default()
    };
    let about_customers = vec![
        Query::ListByType { types: vec![], filter: filter.clone(), sort: Measure::Name },
        Query::WhyType { customer: 7, claimed: Some(CustomerType::Large) },
        Query::WhyNotType { customer: 7, customer_type: CustomerType::Strategic },
        Query::WhatIf { customer: 7, customer_type: None },
        Query::CompareDefinitions { definitions: Definition::all() },
        Query::ExplainDefinition { definition: None },
        Query::ExplainModel { topic: Topic::AcquisitionCost },
        Query::SayNoList { action: Some(NoAction::LowerCost), filter: filter.clone() },
        Query::SayNoCheck { party: Party::Customer(7) },
        Query::SayNoCheck { party: Party::Prospect(Prospect::default()) },
        Query::TopN {
            n: 10,
            measure: Measure::AdSpend,
            lowest: true,
            entity: Entity::Group,
            filter: filter.clone(),
            period: Some(period),
        },
    ];
    about_customers.into_iter().chain(about_money(period, &filter)).collect()
}

fn about_money(period: Period, filter: &Filter) -> Vec<Query> {
    vec![
        Query::Concentration { share: Some(0.8), top: None, filter: filter.clone() },
        Query::Compare {
            subjects: vec![
                Subject::Customer(7),
                Subject::Type(CustomerType::Development),
                Subject::Segment(filter.clone()),
            ],
        },
        Query::AcquisitionCost { customer: None, group_by: Entity::Owner, filter: filter.clone() },
        Query::AcquisitionCostList { ratio: 0.25, filter: filter.clone() },
        Query::CostToServe { customer: Some(7), filter: filter.clone() },
        Query::OverdueInvoices { customer: Some(7), days: Some(90), filter: filter.clone() },
        Query::LapsedList { gave: period, not: period, filter: filter.clone() },
        Query::IdealProfile { least: true, learned: true },
        Query::DataGaps { field: Some("employees".into()), filter: filter.clone() },
        Query::MovedType {
            since: Some(date(2026, 1, 1)),
            from: Some(CustomerType::Strategic),
            to: None,
            filter: filter.clone(),
        },
        Query::ScoreHistory { customer: 7 },
        Query::ContactProgramme { customer_type: Some(CustomerType::Large) },
        Query::Help,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered_alike_each_time(text in "\\PC{0,80}") {
        let (vocabulary, _) = vocabulary();
        let found = understand(&text, &vocabulary, TODAY, None);
        check(&found);
        prop_assert_eq!(found, understand(&text, &vocabulary, TODAY, None));
    }

    #[test]
    fn any_words_of_questions_are_answered(
        words in proptest::collection::vec(proptest::sample::select(question_words()), 0..14),
    ) {
        let (vocabulary, _) = vocabulary();
        check(&understand(&words.join(" "), &vocabulary, TODAY, None));
    }

    #[test]
    fn the_order_of_customers_does_not_matter(
        mixed in Just(rows()).prop_shuffle(),
        at in 0..1_000_usize,
    ) {
        let shuffled = Vocabulary::build(mixed.iter().copied(), &BookWords::default());
        let ordered = Vocabulary::build(rows().into_iter(), &BookWords::default());
        let all = every_sentence();
        let text = &all[at % all.len()].text;
        prop_assert_eq!(
            understand(text, &shuffled, TODAY, None),
            understand(text, &ordered, TODAY, None)
        );
        prop_assert_eq!(shuffled.complete("de", 9), ordered.complete("de", 9));
    }
}

fn every_sentence() -> Vec<Sentence> {
    sentences().into_iter().chain(taught()).collect()
}

fn question_words() -> Vec<String> {
    every_sentence()
        .iter()
        .flat_map(|sentence| sentence.text.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn rows() -> Vec<(u32, &'static str, &'static str)> {
    let lines = include_str!("../data/customers.tsv").lines();
    let rows = lines.filter_map(|line| line.split_once('\t')).zip(1..);
    rows.map(|((id, name), at)| (at, id, name)).collect()
}
