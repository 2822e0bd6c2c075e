//! What people ask most, with the words of a book.

use klantwijzer_answer::query::{Filter, Measure, Query, Topic};
use klantwijzer_ask::terms::{BookWords, Labelled};
use klantwijzer_ask::vocabulary::Vocabulary;
use klantwijzer_core::types::CustomerType::{Development, Large, Strategic, Transactional};

use super::both;

/// What people ask most.
pub(in crate::render) fn common() -> Vec<Query> {
    let filter = Filter::default;
    let sort = Measure::Value;
    vec![
        Query::ListByType { types: vec![], filter: filter(), sort },
        Query::ListByType { types: vec![Strategic], filter: filter(), sort },
        Query::ListByType { types: vec![Large, Transactional], filter: filter(), sort },
        Query::WhyType { customer: 1, claimed: None },
        Query::WhyNotType { customer: 1, customer_type: Development },
        Query::WhatIf { customer: 2, customer_type: Some(Strategic) },
        Query::CountByDefinition { definition: None, filter: filter(), period: None },
        Query::CompareDefinitions { definitions: vec![] },
        Query::ExplainDefinition { definition: None },
        Query::ExplainModel { topic: Topic::Types },
        Query::ExplainModel { topic: Topic::Strategic },
        Query::Concentration { share: Some(0.8), top: None, filter: filter() },
        Query::OverdueInvoices { customer: None, days: Some(90), filter: filter() },
        Query::DataGaps { field: None, filter: filter() },
        Query::MovedType { since: None, from: None, to: None, filter: filter() },
        Query::IdealProfile { least: false, learned: false },
        Query::ScoreHistory { customer: 1 },
        Query::ContactProgramme { customer_type: None },
        Query::ContactProgramme { customer_type: Some(Large) },
        Query::Help,
    ]
}

/// The words of the book that the questions are about.
pub(in crate::render) fn vocabulary() -> Vocabulary {
    let own = both("vaste klanten", "vaste klanten");
    let book = BookWords {
        sectors: vec!["Zorg".into(), "Grocery".into()],
        countries: vec!["Germany".into(), "USA".into()],
        owners: vec!["Nancy Davolio".into()],
        definitions: vec![Labelled::new("vaste klanten", &own)],
        ..BookWords::default()
    };
    let customers = [(1, "SAVEA", "Save-a-lot Markets"), (2, "ERNSH", "Ernst Handel")];
    Vocabulary::build(customers.into_iter(), &book)
}
