//! Counts and definitions.

use jiff::civil::date;
use klantwijzer_answer::body::{
    Body, Count, DefinitionComparison, DefinitionCount, DefinitionExplanation, Difference,
};
use klantwijzer_answer::query::Filter;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::money::Money;
use klantwijzer_core::period::Period;
use klantwijzer_core::types::CustomerType::Strategic;

use super::{Sample, answer, both};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = counts();
    samples.extend(definitions());
    samples
}

fn of(definition: Definition, count: Option<u32>) -> DefinitionCount {
    DefinitionCount { definition, label: None, count, period: None }
}

fn own() -> DefinitionCount {
    let definition = Definition::Own { name: "regular".into() };
    let label = Some(both("regulars", "vaste klanten"));
    DefinitionCount { label, ..of(definition, Some(31)) }
}

fn earned() -> Definition {
    Definition::EarnedOver { amount: Some(Money::from_whole(10_000)), margin: false }
}

fn funnel() -> Vec<DefinitionCount> {
    let counts = [93, 93, 91, 89, 89, 80, 84, 38, 5, 92, 0, 0, 0, 0, 0, 0];
    let mut funnel: Vec<_> =
        Definition::all().into_iter().zip(counts).map(|(d, n)| of(d, Some(n))).collect();
    for count in &mut funnel {
        if matches!(count.definition, Definition::EarnedOver { .. }) {
            count.definition = earned();
        }
        if matches!(count.definition, Definition::PotentialWithin { .. }) {
            count.definition = Definition::PotentialWithin { months: Some(12) };
        }
    }
    funnel.push(of(Definition::EarnedOver { amount: None, margin: true }, None));
    funnel.push(own());
    funnel
}

fn counts() -> Vec<Sample> {
    let count = Count {
        first: of(Definition::Invoiced, Some(89)),
        named: false,
        filter: Filter::default(),
        period: None,
        funnel: funnel(),
        sides: None,
        groups: 85,
    };
    let winter = Period::new(date(1997, 1, 1), date(1997, 3, 31));
    let then =
        |definition, count| DefinitionCount { period: Some(winter), ..of(definition, Some(count)) };
    let period = Count {
        first: then(earned(), 1),
        named: true,
        filter: Filter {
            types: vec![Strategic],
            country: Some("Germany".into()),
            ..Filter::default()
        },
        period: Some(winter),
        funnel: Definition::all()
            .into_iter()
            .filter(|definition| definition.has_days() && *definition != earned())
            .map(|definition| then(definition, 7))
            .collect(),
        groups: 1,
        ..count.clone()
    };
    let whens = Definition::all()
        .into_iter()
        .chain([Definition::EarnedOver { amount: Some(Money::from_whole(50)), margin: true }])
        .filter(Definition::has_days)
        .map(|definition| Count {
            first: then(definition, 7),
            groups: 7,
            funnel: vec![],
            ..period.clone()
        });
    let no_days =
        Count { first: of(Definition::Registered, Some(93)), groups: 93, ..period.clone() };
    let sides = Count {
        first: of(Definition::RecipientsAndDonors, Some(1_240)),
        sides: Some([1_030, 211, 1]),
        funnel: vec![],
        groups: 1_240,
        ..count.clone()
    };
    let own = Count { first: own(), named: true, funnel: vec![], groups: 31, ..count.clone() };
    let unknown = Count {
        first: of(Definition::ProfileMatch, None),
        funnel: funnel().split_off(15),
        ..count.clone()
    };
    let none = Count {
        first: of(Definition::Member, Some(0)),
        funnel: vec![],
        groups: 0,
        ..count.clone()
    };
    let mut samples = vec![
        ("count", answer(Body::Count(count), vec![])),
        ("count_no_days", answer(Body::Count(no_days), vec![])),
        ("count_sides", answer(Body::Count(sides), vec![])),
        ("count_own", answer(Body::Count(own), vec![])),
        ("count_unknown", answer(Body::Count(unknown), vec![])),
        ("count_none", answer(Body::Count(none), vec![])),
    ];
    samples.extend(whens.map(|count| ("count_period", answer(Body::Count(count), vec![]))));
    samples
}

fn definitions() -> Vec<Sample> {
    let compare = |counts, difference| {
        answer(Body::Definitions(DefinitionComparison { counts, difference }), vec![])
    };
    let two = vec![of(Definition::Invoiced, Some(89)), of(Definition::Paid, Some(84))];
    let difference = Difference {
        both: 84,
        only_first: 5,
        only_second: 0,
        first_examples: vec!["Ernst Handel".to_owned(), "QUICK-Stop".to_owned()],
        second_examples: vec![],
    };
    let explain = |asked, expression: Option<&str>, default| {
        let expression = expression.map(str::to_owned);
        answer(Body::Definition(DefinitionExplanation { asked, expression, default }), vec![])
    };
    let default = || of(Definition::Invoiced, Some(89));
    let mut samples = vec![
        ("definitions", compare(funnel(), None)),
        ("definitions_two", compare(two, Some(difference))),
        ("definitions_same", compare(vec![of(Definition::Paid, Some(3))], None)),
        ("definitions_unknown", compare(vec![of(Definition::Paid, None)], None)),
        ("definition_customer", explain(None, None, default())),
        ("definition_customer_own", explain(None, None, own())),
        ("definition_own", explain(Some(own()), Some("invoices_total > 3.0"), default())),
        ("definition_none", explain(Some(of(Definition::Donor, Some(0))), None, default())),
    ];
    samples.extend(
        funnel()
            .into_iter()
            .map(|asked| ("definition_each", explain(Some(asked), None, default()))),
    );
    samples
}
