//! Costs and open invoices.

use klantwijzer_answer::body::{
    AcquisitionCost, AcquisitionCostList, Body, CostLine, CostToServe, GroupCost, Overdue,
    OverdueLine, ServeLine,
};
use klantwijzer_answer::query::Entity;
use klantwijzer_core::acquisition::{LadderStep, Light};
use klantwijzer_core::types::CustomerType::{Large, Strategic, Transactional};

use super::{Sample, answer, card};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = acquisition();
    samples.extend(service());
    samples
}

fn line(cost: f64, revenue: f64, light: Light, step: LadderStep) -> CostLine {
    CostLine {
        card: card("Save-a-lot Markets", Strategic, 41_210.0, 71.0),
        cost,
        revenue,
        ratio: (revenue > 0.0).then(|| cost / revenue),
        light,
        step,
    }
}

fn acquisition() -> Vec<Sample> {
    let group = |name: &str, cost, revenue: f64, light| GroupCost {
        name: name.to_owned(),
        customer_type: None,
        customers: 12,
        cost,
        revenue,
        ratio: (revenue > 0.0).then(|| cost / revenue),
        light,
    };
    let all = group("", 34_500.0, 431_250.0, Light::Green);
    let cost = |customer, groups, all: &GroupCost| {
        let cost = AcquisitionCost { customer, group_by: Entity::Sector, groups, all: all.clone() };
        answer(Body::AcquisitionCost(cost), vec![])
    };
    let groups = vec![
        group("Retail", 4_000.0, 3_200.0, Light::Red),
        group("Grocery", 30_500.0, 100_000.0, Light::Amber),
        group("", 0.0, 328_050.0, Light::Green),
    ];
    let open = vec![group("Retail", 4_000.0, 0.0, Light::Red), groups[1].clone()];
    let nothing = group("", 4_000.0, 0.0, Light::Red);
    let list = |total, rows| {
        answer(Body::AcquisitionCostList(AcquisitionCostList { ratio: 0.25, total, rows }), vec![])
    };
    vec![
        ("cost_groups", cost(None, groups, &all)),
        ("cost_groups_open", cost(None, open, &nothing)),
        (
            "cost_fine",
            cost(Some(line(1_200.0, 9_000.0, Light::Green, LadderStep::Fine)), vec![], &all),
        ),
        (
            "cost_watch",
            cost(Some(line(3_000.0, 9_000.0, Light::Amber, LadderStep::Watch)), vec![], &all),
        ),
        (
            "cost_lower",
            cost(Some(line(12_000.0, 9_000.0, Light::Red, LadderStep::LowerCost)), vec![], &all),
        ),
        ("cost_no", cost(Some(line(350.0, 0.0, Light::Red, LadderStep::ThenNo)), vec![], &nothing)),
        ("cost_list", list(1, vec![line(350.0, 0.0, Light::Red, LadderStep::ThenNo)])),
        ("cost_list_none", list(0, vec![])),
    ]
}

fn service() -> Vec<Sample> {
    let serve = |support_cost, requests, left| ServeLine {
        card: card("Chop-suey Chinese", Transactional, 220.0, 18.0),
        support_cost,
        requests,
        revenue: Some(900.0),
        left,
    };
    let cost = |one, total, rows| {
        let cost = CostToServe { one, total, support_cost: 7_940.0, rows };
        answer(Body::CostToServe(cost), vec![])
    };
    let overdue = |days, total, rows| {
        answer(
            Body::Overdue(Overdue {
                one: None,
                days,
                total,
                amount: 1_943.75,
                open: (3, 2_500.0),
                rows,
            }),
            vec![],
        )
    };
    let open = OverdueLine {
        card: card("Ernst Handel", Large, 48_096.0, 41.0),
        amount: Some(1_943.75),
        oldest_days: 127.0,
    };
    let of_one = |days, amount: Option<Option<f64>>| {
        let rows: Vec<_> =
            amount.map(|amount| OverdueLine { amount, ..open.clone() }).into_iter().collect();
        let (one, total) = (Some(open.card.clone()), rows.len() as u32);
        answer(
            Body::Overdue(Overdue {
                one,
                days,
                total,
                amount: 1_943.75,
                open: (1, 1_943.75),
                rows,
            }),
            vec![],
        )
    };
    vec![
        ("overdue_of", of_one(None, Some(Some(1_943.75)))),
        ("overdue_of_open", of_one(Some(90), Some(None))),
        ("overdue_of_none", of_one(None, None)),
        ("overdue_of_none_days", of_one(Some(90), None)),
        (
            "service",
            cost(
                false,
                2,
                vec![serve(1_020.0, Some(31.0), Some(-120.0)), serve(85.5, None, Some(814.5))],
            ),
        ),
        ("service_none", cost(false, 0, vec![])),
        ("service_one", cost(true, 1, vec![serve(1_020.0, Some(31.0), Some(-120.0))])),
        ("service_one_cost", cost(true, 1, vec![serve(1_020.0, None, None)])),
        ("service_one_none", cost(true, 0, vec![serve(0.0, Some(0.0), Some(900.0))])),
        ("overdue", overdue(None, 1, vec![open.clone()])),
        (
            "overdue_days",
            overdue(Some(90), 2, vec![open.clone(), OverdueLine { amount: None, ..open }]),
        ),
        ("overdue_none", overdue(None, 0, vec![])),
        ("overdue_none_days", overdue(Some(90), 0, vec![])),
    ]
}

/// Costs with a number and a name that are anything at all.
pub(super) fn hostile(number: f64, name: &str) -> Vec<Sample> {
    let odd = card(name, Strategic, number, number);
    let line = CostLine {
        card: odd.clone(),
        ratio: Some(number),
        ..line(number, number, Light::Red, LadderStep::Watch)
    };
    let all = GroupCost {
        name: name.to_owned(),
        customer_type: None,
        customers: 1,
        cost: number,
        revenue: number,
        ratio: Some(number),
        light: Light::Red,
    };
    let groups = vec![all.clone(), all.clone()];
    let grouped =
        AcquisitionCost { customer: None, group_by: Entity::Owner, groups, all: all.clone() };
    let one =
        AcquisitionCost { customer: Some(line), group_by: Entity::Owner, groups: vec![], all };
    let serve = ServeLine {
        card: odd,
        support_cost: number,
        requests: Some(number),
        revenue: Some(number),
        left: Some(number),
    };
    let service = CostToServe { one: true, total: 1, support_cost: number, rows: vec![serve] };
    vec![
        ("cost", answer(Body::AcquisitionCost(grouped), vec![])),
        ("cost_one", answer(Body::AcquisitionCost(one), vec![])),
        ("service", answer(Body::CostToServe(service), vec![])),
    ]
}
