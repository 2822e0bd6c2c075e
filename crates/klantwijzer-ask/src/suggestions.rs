//! The nearest readings of a sentence that is unclear.

use jiff::civil::Date;
use klantwijzer_answer::query::{Entity, Filter, Intent, Measure, Party, Query, Topic};
use klantwijzer_core::types::CustomerType;

use crate::concept::Concept;
use crate::intents::{Asked, Candidate, Elsewhere};
use crate::linking::Link;
use crate::reading::{Item, Reading, Value};
use crate::slots;
use crate::terms::Term;
use crate::understanding::Unclear;

/// The most readings that are suggested: as many as a person weighs at a glance.
const MOST_SUGGESTED: usize = 3;

/// A reading that explains less of a sentence than this share is no guess at it:
/// it was recognised by one word in five or fewer.
const WORTH_ASKING: f64 = 0.2;

/// The queries of the likeliest readings, filled up with what people ask most.
pub(crate) fn nearest_readings(
    reading: &Reading<'_>,
    found: &[Candidate],
    today: Date,
) -> Vec<Query> {
    let likely = found.iter().filter(|candidate| candidate.confidence > WORTH_ASKING);
    let likely = likely.filter_map(|found| match found.asked {
        Asked::Question(intent) => slots::query(intent, reading, today).ok(),
        Asked::Elsewhere(_) => None,
    });
    let named = slots::customer(reading).into_iter().flat_map(|customer| {
        let party = Party::Customer(customer);
        [
            Query::WhyType { customer, claimed: None },
            Query::SayNoCheck { party },
            Query::ScoreHistory { customer },
        ]
    });
    first_few(likely.chain(named).chain(usual_questions()))
}

/// What people ask most.
pub(crate) fn usual_questions() -> Vec<Query> {
    vec![Query::Help, by_type(Vec::new()), count()]
}

/// The first different ones, as many as can be suggested.
pub(crate) fn first_few(queries: impl IntoIterator<Item = Query>) -> Vec<Query> {
    let mut few: Vec<Query> = Vec::new();
    for query in queries {
        if few.len() < MOST_SUGGESTED && !few.contains(&query) {
            few.push(query);
        }
    }
    few
}

/// The same question with what was unclear filled in, in each likely way.
pub(crate) fn resolved(
    intent: Intent,
    reason: &Unclear,
    reading: &Reading<'_>,
    today: Date,
) -> Vec<Query> {
    let ways: Vec<Reading<'_>> = match reason {
        Unclear::AmbiguousCustomer { .. } => ambiguous_customer(reading),
        Unclear::UnknownCustomer { nearest, .. } => {
            let names = &reading.vocabulary.names;
            nearest
                .iter()
                .filter_map(|customer| names.record(*customer))
                .map(|record| with_customer_for_unknown(reading, record))
                .collect()
        }
        Unclear::AmbiguousWord { .. } => ambiguous_term(reading),
        _ => Vec::new(),
    };
    first_few(ways.iter().filter_map(|way| slots::query(intent, way, today).ok()))
}

fn ambiguous_customer<'a>(reading: &Reading<'a>) -> Vec<Reading<'a>> {
    let ambiguous = |(place, item): (usize, &Item)| match &item.value {
        Value::Customer(link) if link.total > 1 => Some((place, link.clone())),
        _ => None,
    };
    let Some((place, link)) = reading.items.iter().enumerate().find_map(ambiguous) else {
        return Vec::new();
    };
    let one = |record: &u32| {
        let mut way = reading.clone();
        let only = Link { records: vec![*record], total: 1, ..link.clone() };
        way.items[place].value = Value::Customer(only);
        way
    };
    link.records.iter().take(MOST_SUGGESTED).map(one).collect()
}

fn ambiguous_term<'a>(reading: &Reading<'a>) -> Vec<Reading<'a>> {
    let mut ways = Vec::new();
    for (place, item) in reading.items.iter().enumerate() {
        let Value::Term(term) = &item.value else {
            continue;
        };
        let (Term::Sector(options) | Term::Owner(options) | Term::Country(options)) = term else {
            continue;
        };
        for option in options.iter().filter(|_| options.len() > 1) {
            let mut way = reading.clone();
            way.items[place].value = Value::Term(match term {
                Term::Owner(_) => Term::Owner(vec![option.clone()]),
                Term::Country(_) => Term::Country(vec![option.clone()]),
                _ => Term::Sector(vec![option.clone()]),
            });
            ways.push(way);
        }
    }
    ways
}

fn with_customer_for_unknown<'a>(reading: &Reading<'a>, record: u32) -> Reading<'a> {
    let mut way = reading.clone();
    if let Some(item) = way.items.iter_mut().find(|item| matches!(item.value, Value::Unknown)) {
        item.concepts = Concept::CustomerName.into();
        item.value = Value::Customer(Link::to(record, item.range.clone()));
    }
    way
}

/// What can be asked in place of a question that lacks something.
pub(crate) fn related(intent: Intent, reading: &Reading<'_>) -> Vec<Query> {
    let types = slots::types(reading);
    let explain = Query::ExplainModel { topic: slots::topic_of(types.first().copied()) };
    let listed = by_type(types);
    match intent {
        Intent::WhyType | Intent::WhyNotType | Intent::WhatIf => vec![listed, explain],
        Intent::SayNoCheck => {
            vec![
                Query::SayNoList { action: None, filter: Filter::default() },
                Query::IdealProfile { least: true, learned: false },
            ]
        }
        Intent::Compare => vec![listed, by_type(Vec::new())],
        Intent::ScoreHistory => {
            let filter = Filter::default();
            let moved = Query::MovedType { since: None, from: None, to: None, filter };
            vec![moved, by_type(Vec::new())]
        }
        Intent::AcquisitionCost => {
            let (group_by, filter) = (Entity::Type, Filter::default());
            vec![Query::AcquisitionCost { customer: None, group_by, filter }]
        }
        Intent::ListByType
        | Intent::CountByDefinition
        | Intent::CompareDefinitions
        | Intent::ExplainDefinition
        | Intent::ExplainModel
        | Intent::SayNoList
        | Intent::TopN
        | Intent::Concentration
        | Intent::AcquisitionCostList
        | Intent::CostToServe
        | Intent::OverdueInvoices
        | Intent::LapsedList
        | Intent::IdealProfile
        | Intent::DataGaps
        | Intent::MovedType
        | Intent::ContactProgramme
        | Intent::ContactDue
        | Intent::Help => vec![by_type(Vec::new()), count(), Query::Help],
    }
}

/// What can be asked in place of what another part of the program does.
pub(crate) fn instead_of(which: Elsewhere, reading: &Reading<'_>) -> Vec<Query> {
    let customer = slots::customer(reading).ok();
    let types = slots::types(reading);
    let programme = Query::ContactProgramme { customer_type: types.first().copied() };
    let why = customer.map(|customer| Query::WhyType { customer, claimed: None });
    match which {
        Elsewhere::OverrideType => {
            let customer_type = types.first().copied();
            let what_if = customer.map(|customer| Query::WhatIf { customer, customer_type });
            why.into_iter()
                .chain(what_if)
                .chain([Query::ExplainModel { topic: Topic::Types }])
                .collect()
        }
        Elsewhere::ImportFile => {
            vec![Query::DataGaps { field: None, filter: Filter::default() }, Query::Help]
        }
        Elsewhere::EventInvitees | Elsewhere::ContactDue | Elsewhere::ContactOverdue => {
            vec![programme, by_type(types)]
        }
        Elsewhere::LastContact
        | Elsewhere::ScheduleContact
        | Elsewhere::LogContact
        | Elsewhere::SnoozeReminder => why.into_iter().chain([programme, Query::Help]).collect(),
    }
}

fn by_type(types: Vec<CustomerType>) -> Query {
    Query::ListByType { types, filter: Filter::default(), sort: Measure::default() }
}

fn count() -> Query {
    Query::CountByDefinition { definition: None, filter: Filter::default(), period: None }
}
