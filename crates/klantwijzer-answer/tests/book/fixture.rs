//! The book with an answer to every question.

use std::collections::{BTreeMap, BTreeSet};

use klantwijzer_answer::body::{Answer, Body, Note};
use klantwijzer_answer::fixture::Book;
use klantwijzer_answer::query::Query;
use klantwijzer_core::say_no::{Sign, Verdict};

/// Where a kind of question stands among all of them.
const fn place(query: &Query) -> usize {
    match query {
        Query::ListByType { .. } => 0,
        Query::WhyType { .. } => 1,
        Query::WhyNotType { .. } => 2,
        Query::WhatIf { .. } => 3,
        Query::CountByDefinition { .. } => 4,
        Query::CompareDefinitions { .. } => 5,
        Query::ExplainDefinition { .. } => 6,
        Query::ExplainModel { .. } => 7,
        Query::SayNoList { .. } => 8,
        Query::SayNoCheck { .. } => 9,
        Query::TopN { .. } => 10,
        Query::Concentration { .. } => 11,
        Query::Compare { .. } => 12,
        Query::AcquisitionCost { .. } => 13,
        Query::AcquisitionCostList { .. } => 14,
        Query::CostToServe { .. } => 15,
        Query::OverdueInvoices { .. } => 16,
        Query::LapsedList { .. } => 17,
        Query::IdealProfile { .. } => 18,
        Query::DataGaps { .. } => 19,
        Query::MovedType { .. } => 20,
        Query::ScoreHistory { .. } => 21,
        Query::ContactProgramme { .. } => 22,
        Query::Help => 23,
        Query::ContactDue { .. } => 24,
    }
}

/// How many kinds of questions there are.
const KINDS: usize = 25;

/// Whether an answer has something to tell.
fn is_telling(answer: &Answer) -> bool {
    match &answer.body {
        Body::Customers(list) => !list.customers.is_empty(),
        Body::WhyType(why) => why.no_money || why.unscored.is_some() || !why.facts.is_empty(),
        Body::WhyNotType(not) => !not.breakdown.value_factors.is_empty(),
        Body::WhatIf(what_if) => !what_if.breakdown.potential_factors.is_empty(),
        Body::Count(count) => count.first.count > Some(0) && !count.funnel.is_empty(),
        Body::Definitions(both) => both.counts.len() > 1,
        Body::Definition(explained) => explained.default.count > Some(0),
        Body::Model(model) => model.sectors.len() == 2 && model.counts.iter().all(|n| *n > 0),
        Body::SayNo(list) => !list.cases.is_empty(),
        Body::SayNoCheck(check) => check.card.is_some() != check.prospect.is_some(),
        Body::Ranking(ranking) => !ranking.rows.is_empty() || ranking.nothing,
        Body::Concentration(concentration) => !concentration.largest.is_empty(),
        Body::Comparison(comparison) => comparison.sides.iter().all(|side| side.customers > 0),
        Body::AcquisitionCost(cost) => cost.all.cost > 0.0,
        Body::AcquisitionCostList(list) => !list.rows.is_empty(),
        Body::CostToServe(serve) => !serve.rows.is_empty(),
        Body::Overdue(overdue) => !overdue.rows.is_empty(),
        Body::Lapsed(lapsed) => !lapsed.rows.is_empty(),
        Body::Ideal(ideal) => ideal.matches > 0 && ideal.learned.len() > 1,
        Body::Gaps(gaps) => !gaps.rows.is_empty() && !gaps.fields.is_empty(),
        Body::Moved(moved) => !moved.rows.is_empty(),
        Body::History(history) => history.points.len() > 1,
        Body::Programme(programme) => !programme.programmes.is_empty(),
        Body::Agenda(agenda) => !agenda.rows.is_empty(),
        Body::Help(help) => help.best.is_some() && help.year.is_some(),
        Body::EmptyBook => false,
    }
}

#[test]
fn every_kind_of_question_has_a_telling_answer() {
    let book = Book::new();
    let questions = book.questions();
    let kinds: BTreeSet<usize> = questions.iter().map(|(_, query)| place(query)).collect();
    assert_eq!(kinds.len(), KINDS);
    let names: BTreeSet<&str> = questions.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), questions.len(), "each has a name of its own");
    for (name, query) in questions {
        let answer = book.ask(&query);
        assert!(is_telling(&answer) != (name == "list_nobody"), "{name}: {answer:#?}");
    }
}

#[test]
fn the_book_has_every_standing_and_the_advice_every_outcome() {
    let book = Book::new();
    let mut notes = BTreeMap::new();
    let mut verdicts = Vec::new();
    let mut signs = BTreeSet::new();
    for (name, query) in book.questions() {
        let answer = book.ask(&query);
        for note in &answer.notes {
            let kind = match note {
                Note::Provisional { .. } => "provisional",
                Note::TooEarlyForNo { .. } => "too early",
                Note::Pending { .. } => "pending",
                Note::Overridden { .. } => "overridden",
                Note::Unscored { .. } => "unscored",
                Note::Dependence { .. } => "dependence",
                Note::CountedOtherwise { .. } => "counted otherwise",
                Note::OnlyAbout { .. } => "only about",
                Note::NobodyFits => "nobody",
                _ => continue,
            };
            notes.entry(kind).or_insert(name);
        }
        if let Body::SayNoCheck(check) = answer.body {
            verdicts.push(check.verdict);
            signs.extend(check.signs.iter().map(|sign| match sign {
                Sign::AcquisitionCost { .. } => "acquisition cost",
                Sign::MarginAfterService { .. } => "margin after service",
                Sign::LeastIdeal { .. } => "least ideal",
                Sign::OpenInvoice { .. } => "open invoice",
            }));
        }
    }
    let expected = [
        "counted otherwise",
        "dependence",
        "nobody",
        "only about",
        "overridden",
        "pending",
        "provisional",
        "too early",
        "unscored",
    ];
    assert_eq!(notes.keys().copied().collect::<Vec<_>>(), expected, "{notes:?}");
    for verdict in [
        Verdict::SayNo,
        Verdict::LowerCost,
        Verdict::Keep,
        Verdict::Welcome,
        Verdict::LookCloser,
        Verdict::TooLittleKnown,
    ] {
        assert!(verdicts.contains(&verdict), "{verdict:?} in {verdicts:?}");
    }
    let exempt = verdicts.iter().filter(|verdict| matches!(verdict, Verdict::Exempt { .. }));
    assert_eq!(exempt.count(), 5, "{verdicts:?}");
    assert_eq!(signs.len(), 4, "every sign");
}

#[test]
fn nothing_is_told_as_nothing_and_never_as_minus_nothing() {
    let book = Book::new();
    for (name, mut query) in book.questions() {
        for nobody in [false, true] {
            if let Some(filter) = query.filter_mut().filter(|_| nobody) {
                filter.sector = Some("Visserij".into());
            }
            let told = serde_json::to_string(&book.ask(&query)).expect("JSON");
            assert!(!told.contains(":-0.0"), "{name}: {told}");
        }
    }
}
