//! What people ask most, with the words of a book.

use klantwijzer_answer::query::{Filter, Measure, Query, Topic};
use klantwijzer_ask::terms::BookWords;
use klantwijzer_ask::vocabulary::Vocabulary;
use klantwijzer_core::types::CustomerType::{Development, Large, Strategic, Transactional};

use super::BOOK;

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
    let book = BookWords {
        sectors: vec!["Bouw".into(), "Zorg".into()],
        countries: vec!["NL".into(), "BE".into()],
        owners: vec!["Nadia Peeters".into()],
        ..BookWords::default()
    };
    let rows = BOOK.portfolio().rows();
    Vocabulary::build(rows.map(|row| (row.no(), row.id(), row.name())), &book)
}
