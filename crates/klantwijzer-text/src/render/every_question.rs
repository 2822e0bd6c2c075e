//! Questions of every kind.

use jiff::civil::date;
use klantwijzer_answer::query::{Entity, Filter, Measure, Party, Prospect, Query, Subject, Topic};
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::money::Money;
use klantwijzer_core::period::Period;
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType::{self, Development, Large, Strategic, Transactional};

fn year(year: i16) -> Period {
    Period::new(date(year, 1, 1), date(year, 12, 31))
}

fn germans() -> Filter {
    Filter { country: Some("Germany".into()), value: Bounds::above(10_000.0), ..Filter::default() }
}

fn small_ones() -> Filter {
    Filter {
        employees: Bounds::below(50.0),
        company_revenue: Bounds::at_most(2e6),
        value: Bounds { exclude_max: true, ..Bounds::between(1_000.0, 5_000.0) },
        ..Filter::default()
    }
}

/// Questions of every intent.
pub fn every_question() -> Vec<Query> {
    let filter = Filter::default;
    let mut all = vec![];
    for types in [vec![], vec![Strategic], vec![Development], vec![Large, Transactional]] {
        all.push(Query::ListByType { types, filter: filter(), sort: Measure::Value });
    }
    for filter in [germans(), small_ones()] {
        all.push(Query::ListByType { types: vec![Strategic], filter, sort: Measure::Value });
    }
    all.push(Query::WhyType { customer: 1, claimed: None });
    all.push(Query::WhyType { customer: 99, claimed: None });
    all.push(Query::WhyType { customer: 1, claimed: Some(CustomerType::Strategic) });
    all.push(Query::WhyNotType { customer: 1, customer_type: Development });
    all.push(Query::WhatIf { customer: 1, customer_type: Some(Strategic) });
    all.push(Query::WhatIf { customer: 1, customer_type: None });
    all.extend(counts());
    all.extend(topics().map(|topic| Query::ExplainModel { topic }));
    for action in [None, Some(NoAction::SayNo), Some(NoAction::LowerCost)] {
        all.push(Query::SayNoList { action, filter: filter() });
    }
    all.extend(parties().map(|party| Query::SayNoCheck { party }));
    all.extend(rankings());
    all.push(Query::Concentration { share: Some(0.8), top: None, filter: filter() });
    all.push(Query::Concentration { share: None, top: Some(10), filter: germans() });
    all.push(Query::Concentration { share: None, top: None, filter: filter() });
    let subjects = [Subject::Customer(1), Subject::Type(Large), Subject::Segment(germans())];
    all.push(Query::Compare { subjects: subjects.to_vec() });
    all.extend(costs());
    all.extend(times());
    all
}

fn counts() -> Vec<Query> {
    let count =
        |definition, filter, period| Query::CountByDefinition { definition, filter, period };
    let earned = Definition::EarnedOver { amount: Some(Money::from_whole(10_000)), margin: false };
    vec![
        count(None, Filter::default(), None),
        count(Some(Definition::Paid), germans(), None),
        count(Some(earned.clone()), Filter::default(), Some(year(1997))),
        Query::CompareDefinitions { definitions: vec![] },
        Query::CompareDefinitions { definitions: vec![Definition::Invoiced, Definition::Paid] },
        Query::ExplainDefinition { definition: None },
        Query::ExplainDefinition { definition: Some(earned) },
        Query::ExplainDefinition {
            definition: Some(Definition::PotentialWithin { months: Some(3) }),
        },
        Query::ExplainDefinition {
            definition: Some(Definition::Own { name: "vaste klanten".into() }),
        },
    ]
}

fn topics() -> impl Iterator<Item = Topic> {
    [
        Topic::Types,
        Topic::Strategic,
        Topic::Large,
        Topic::Development,
        Topic::Transactional,
        Topic::Value,
        Topic::Potential,
        Topic::Provisional,
        Topic::SayNo,
        Topic::AcquisitionCost,
        Topic::IdealProfile,
    ]
    .into_iter()
}

fn parties() -> impl Iterator<Item = Party> {
    let named = Prospect { name: Some("Bakker B.V.".to_owned()), ..Prospect::default() };
    let described =
        Prospect { sector: Some("Zorg".into()), employees: Some(40.0), ..Prospect::default() };
    [Party::Customer(1), Party::Prospect(named), Party::Prospect(described)].into_iter()
}

fn rankings() -> Vec<Query> {
    let top = |measure, lowest, entity, period| {
        let filter = Filter::default();
        Query::TopN { n: 10, measure, lowest, entity, filter, period }
    };
    vec![
        top(Measure::Value, false, Entity::Customer, None),
        top(Measure::Revenue, true, Entity::Customer, Some(year(1997))),
        top(Measure::Margin, false, Entity::Sector, None),
    ]
}

fn costs() -> Vec<Query> {
    let filter = Filter::default;
    vec![
        Query::AcquisitionCost { customer: Some(1), group_by: Entity::Customer, filter: filter() },
        Query::AcquisitionCost { customer: None, group_by: Entity::Sector, filter: filter() },
        Query::AcquisitionCostList { ratio: 0.25, filter: filter() },
        Query::CostToServe { customer: Some(1), filter: filter() },
        Query::CostToServe { customer: None, filter: filter() },
        Query::OverdueInvoices { customer: None, days: Some(90), filter: filter() },
        Query::OverdueInvoices { customer: None, days: None, filter: germans() },
        Query::OverdueInvoices { customer: Some(1), days: None, filter: filter() },
    ]
}

fn times() -> Vec<Query> {
    let moved = |since, from, to| Query::MovedType { since, from, to, filter: Filter::default() };
    let mut times = vec![
        Query::LapsedList { gave: year(1996), not: year(1997), filter: Filter::default() },
        Query::DataGaps { field: None, filter: Filter::default() },
        Query::DataGaps { field: Some("employees".into()), filter: Filter::default() },
        moved(None, None, None),
        moved(Some(date(1998, 1, 1)), Some(Large), None),
        moved(None, None, Some(Strategic)),
        moved(None, Some(Large), Some(Strategic)),
        Query::MovedType { since: None, from: None, to: Some(Large), filter: germans() },
        Query::ScoreHistory { customer: 1 },
        Query::ContactProgramme { customer_type: None },
        Query::Help,
    ];
    times.extend(CustomerType::ALL.map(|one| Query::ContactProgramme { customer_type: Some(one) }));
    for (least, learned) in [(false, false), (true, false), (false, true), (true, true)] {
        times.push(Query::IdealProfile { least, learned });
    }
    times
}
