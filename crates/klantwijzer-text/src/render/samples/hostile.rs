//! Answers of most shapes in which a number and a name are anything at all.

use klantwijzer_answer::body::{Breakdown, Card, FactName, Note, Obstacle};
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::say_no::{Change, Sign};

use super::Sample;

/// The answers with this number and this name in them.
pub(in crate::render) fn hostile(number: f64, name: &str) -> Vec<Sample> {
    let card = |card: &mut Card| {
        name.clone_into(&mut card.name);
        (card.value, card.potential) = (Some(number), Some(number));
    };
    let breakdown = |breakdown: &mut Breakdown| {
        card(&mut breakdown.card);
        breakdown.plugin_version = name.into();
        breakdown.high_value_from = Some(number);
        breakdown.value_factors[0].amount = Some(number);
        breakdown.value_factors[0].label = Bilingual { en: name.to_owned(), nl: name.to_owned() };
        breakdown.potential_factors[0].points = Some(number);
        breakdown.facts.iter_mut().for_each(|line| line.value = number);
    };
    let mut samples = vec![
        ("why", changed!("why", WhyType, |why| breakdown(why))),
        (
            "what_if",
            changed!("what_if", WhatIf, |what_if| {
                breakdown(&mut what_if.breakdown);
                what_if.obstacles = vec![
                    Obstacle::ValueTooLow { value: number, needed: Some(-number) },
                    Obstacle::ValueTooHigh { value: number, below: Some(0.0) },
                    Obstacle::PotentialTooLow { potential: Some(number), needed: 60.0 },
                    Obstacle::PotentialTooHigh { potential: number, below: number },
                ];
            }),
        ),
    ];
    samples.extend(lists(number, name, &card));
    samples.extend(costs(number, name, &card));
    samples.push((
        "check",
        changed!("no_misfit", SayNoCheck, |check| {
            check.card.iter_mut().for_each(card);
            check.signs = vec![
                Sign::AcquisitionCost { cost: number, revenue: number, ratio: Some(number) },
                Sign::MarginAfterService {
                    left: number,
                    support_cost: number,
                    requests: Some(number),
                    from_margin: true,
                },
                Sign::OpenInvoice { days: number, amount: Some(number) },
            ];
            check.changes = vec![Change::CostBelow { amount: number }];
            for line in &mut check.criteria {
                (line.found, line.found_text) = (Some(number), Some(name.into()));
            }
        }),
    ));
    samples
}

fn lists(number: f64, name: &str, card: &impl Fn(&mut Card)) -> Vec<Sample> {
    let mut list = changed!("list", Customers, |list| {
        list.customers.iter_mut().for_each(card);
        list.filter.owner = Some(name.into());
        list.filter.value = Bounds::between(number, number);
    });
    list.notes = vec![Note::Dependence { name: name.to_owned(), share: number }];
    let moved = changed!("moved_since", Moved, |moved| {
        for row in &mut moved.rows {
            card(&mut row.card);
            row.value_before = Some(number);
        }
    });
    let gaps = changed!("gaps", Gaps, |gaps| {
        let fact = FactName { id: name.into(), label: None };
        for gap in &mut gaps.fields {
            (gap.field, gap.weight) = (fact.clone(), number);
        }
        for row in &mut gaps.rows {
            card(&mut row.card);
            row.unknown = vec![fact.clone()];
        }
    });
    vec![("list", list), ("moved", moved), ("gaps", gaps)]
}

fn costs(number: f64, name: &str, card: &impl Fn(&mut Card)) -> Vec<Sample> {
    let groups = changed!("acquisition_sectors", AcquisitionCost, |cost| {
        for group in cost.groups.iter_mut().chain([&mut cost.all]) {
            name.clone_into(&mut group.name);
            (group.cost, group.revenue, group.ratio) = (number, number, Some(number));
        }
    });
    let one = changed!("acquisition_one", AcquisitionCost, |cost| {
        if let Some(line) = &mut cost.customer {
            card(&mut line.card);
            (line.cost, line.revenue, line.ratio) = (number, number, Some(number));
        }
    });
    let service = changed!("service_one", CostToServe, |cost| {
        for row in &mut cost.rows {
            card(&mut row.card);
            (row.support_cost, row.requests) = (number, Some(number));
            (row.revenue, row.left) = (Some(number), Some(number));
        }
    });
    vec![("cost", groups), ("cost_one", one), ("service", service)]
}
