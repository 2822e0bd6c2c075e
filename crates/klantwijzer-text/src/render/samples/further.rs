//! Questions to which the book has little to answer, and every definition.

use jiff::civil::date;
use klantwijzer_answer::fixture::Book;
use klantwijzer_answer::query::{Entity, Filter, Measure, Query, Subject};
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::period::Period;
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType::{Large, Strategic};

type Named = (&'static str, Query);

fn year(year: i16) -> Period {
    Period::new(date(year, 1, 1), date(year, 12, 31))
}

/// The filter that leaves nobody.
fn nobody() -> Filter {
    Filter { sector: Some("Visserij".into()), ..Filter::default() }
}

/// What to ask of the book beside what it tells most about.
pub(super) fn questions(book: &Book) -> Vec<Named> {
    let mut questions = about_nobody();
    questions.extend(rankings());
    questions.extend(definitions());
    questions.extend(others(book));
    questions
}

fn about_nobody() -> Vec<Named> {
    let list = |action| Query::SayNoList { action, filter: nobody() };
    let overdue = |days| Query::OverdueInvoices { customer: None, days, filter: nobody() };
    vec![
        ("no_list_nobody", list(None)),
        ("no_list_nobody_lower", list(Some(NoAction::LowerCost))),
        ("concentration_nobody", Query::Concentration { share: None, top: None, filter: nobody() }),
        ("acquisition_list_nobody", Query::AcquisitionCostList { ratio: 0.25, filter: nobody() }),
        ("service_nobody", Query::CostToServe { customer: None, filter: nobody() }),
        ("overdue_nobody", overdue(None)),
        ("overdue_nobody_days", overdue(Some(90))),
        (
            "count_nobody",
            Query::CountByDefinition { definition: None, filter: nobody(), period: None },
        ),
    ]
}

fn rankings() -> Vec<Named> {
    let top = |measure, lowest, entity, filter, year_of: Option<i16>| Query::TopN {
        n: 3,
        measure,
        lowest,
        entity,
        filter,
        period: year_of.map(year),
    };
    let everybody = Filter::default;
    let belgians = Filter { country: Some("BE".into()), ..Filter::default() };
    let mut rankings = vec![
        ("top_nobody", top(Measure::Leads, false, Entity::Customer, nobody(), None)),
        (
            "top_nothing_there",
            top(Measure::Invoices, false, Entity::Customer, belgians, Some(2019)),
        ),
        (
            "top_lowest_revenue",
            top(Measure::Revenue, true, Entity::Customer, everybody(), Some(2025)),
        ),
    ];
    for measure in [Measure::Gifts, Measure::AdSpend, Measure::Leads, Measure::SupportCost] {
        let nothing = top(measure, false, Entity::Customer, everybody(), Some(2019));
        rankings.push(("top_nothing_such", nothing));
    }
    rankings
}

fn definitions() -> Vec<Named> {
    let mut all = Definition::all();
    all.push(Definition::EarnedOver { amount: None, margin: true });
    let each = all.iter().cloned().map(|definition| {
        ("definition_each", Query::ExplainDefinition { definition: Some(definition) })
    });
    let in_year = all.iter().cloned().map(|definition| {
        let (definition, filter) = (Some(definition), Filter::default());
        ("count_in_year", Query::CountByDefinition { definition, filter, period: Some(year(2025)) })
    });
    let one = Query::CompareDefinitions { definitions: vec![Definition::Paid] };
    each.chain(in_year).chain([("definitions_one", one)]).collect()
}

fn others(book: &Book) -> Vec<Named> {
    let named = |name| book.customer(name);
    let overdue = |name, days| Query::OverdueInvoices {
        customer: Some(named(name)),
        days,
        filter: Filter::default(),
    };
    let moved = |from, to, filter| Query::MovedType { since: None, from, to, filter };
    let (one, other) = (named("Van Dijk Bouw"), named("Kroon & Zoon"));
    let narrow = Filter {
        employees: Bounds::below(50.0),
        company_revenue: Bounds::at_most(2e6),
        value: Bounds { exclude_max: true, ..Bounds::between(1_000.0, 5_000.0) },
        owner: Some("Nadia Peeters".into()),
        ..Filter::default()
    };
    let trade = Filter { plugin: Some("general".into()), ..Filter::default() };
    let sort = Measure::Value;
    vec![
        ("list_trade", Query::ListByType { types: vec![Strategic], filter: trade, sort }),
        ("list_narrow", Query::ListByType { types: vec![Strategic], filter: narrow, sort }),
        (
            "compare_unequal",
            Query::Compare { subjects: vec![Subject::Customer(one), Subject::Customer(other)] },
        ),
        (
            "acquisition_one_without",
            Query::AcquisitionCost {
                customer: Some(named("Bakkerij Claes")),
                group_by: Entity::Customer,
                filter: Filter::default(),
            },
        ),
        (
            "service_one_without",
            Query::CostToServe {
                customer: Some(named("Bakkerij Claes")),
                filter: Filter::default(),
            },
        ),
        ("overdue_one_days", overdue("Drukkerij Oost", Some(90))),
        ("overdue_one_without", overdue("Bakkerij Claes", None)),
        ("overdue_one_without_days", overdue("Bakkerij Claes", Some(90))),
        (
            "lapsed_nobody",
            Query::LapsedList { gave: year(2015), not: year(2026), filter: Filter::default() },
        ),
        ("moved_from", moved(Some(Large), None, Filter::default())),
        ("moved_both", moved(Some(Large), Some(Strategic), nobody())),
        ("history_donor", Query::ScoreHistory { customer: named("Mevrouw Jansen") }),
    ]
}
