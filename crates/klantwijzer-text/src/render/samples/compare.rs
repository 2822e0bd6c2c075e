//! Rankings, concentration and comparisons.

use jiff::civil::date;
use klantwijzer_answer::body::{Body, Comparison, Concentration, RankRow, Ranking, Side};
use klantwijzer_answer::query::{Entity, Filter, Measure};
use klantwijzer_core::period::Period;
use klantwijzer_core::types::CustomerType::{Large, Strategic};

use super::{Sample, answer, card};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = rankings();
    samples.extend(comparisons());
    samples
}

fn rankings() -> Vec<Sample> {
    let customer = |name: &str, amount, share| RankRow {
        name: name.to_owned(),
        card: Some(card(name, Large, amount, 41.0)),
        customers: 1,
        amount,
        share,
    };
    let group = |name: &str, amount| RankRow {
        name: name.to_owned(),
        card: None,
        customers: 12,
        amount,
        share: Some(amount / 100_000.0),
    };
    let ranking = Ranking {
        measure: Measure::Revenue,
        lowest: false,
        entity: Entity::Customer,
        filter: Filter::default(),
        ranked: 89,
        period: None,
        nothing: false,
        newest: None,
        rows: vec![
            customer("QUICK-Stop", 110_277.3, Some(0.087)),
            customer("Ernst Handel", 104_874.98, Some(0.083)),
        ],
        total: Some(1_265_793.22),
    };
    let rank = |measure, lowest, entity, rows, total| {
        let ranking = Ranking { measure, lowest, entity, rows, total, ..ranking.clone() };
        answer(Body::Ranking(ranking), vec![])
    };
    let of_type = vec![group("strategic", 60_000.0), group("", 40_000.0)];
    let of_sector = vec![group("Grocery", 60_000.0), group("", 40_000.0)];
    let growth = vec![customer("QUICK-Stop", 0.254, None), customer("Ernst Handel", -0.12, None)];
    let few = vec![customer("QUICK-Stop", 5.0, None)];
    let nothing = |measure, newest, filter| {
        let year = Period::new(date(1995, 1, 1), date(1995, 12, 31));
        let ranking = Ranking {
            measure,
            filter,
            ranked: 0,
            period: Some(year),
            nothing: true,
            newest,
            rows: vec![],
            total: None,
            ..ranking.clone()
        };
        answer(Body::Ranking(ranking), vec![])
    };
    let newest = Some(date(1998, 5, 6));
    let mut lately = nothing(Measure::Revenue, newest, Filter::default());
    if let Body::Ranking(ranking) = &mut lately.body {
        ranking.period = None;
    }
    let in_germany = Filter { country: Some("Germany".into()), ..Filter::default() };
    let mut samples = vec![
        ("ranking_nothing", nothing(Measure::Revenue, newest, Filter::default())),
        ("ranking_nothing_there", nothing(Measure::Invoices, None, in_germany)),
        ("ranking_nothing_lately", lately),
        ("ranking_no_gifts", nothing(Measure::Gifts, newest, Filter::default())),
        ("ranking_no_ads", nothing(Measure::AdSpend, newest, Filter::default())),
        ("ranking_no_income", nothing(Measure::Value, newest, Filter::default())),
        ("ranking", answer(Body::Ranking(ranking.clone()), vec![])),
        ("ranking_growth", rank(Measure::Growth, true, Entity::Customer, growth, None)),
        ("ranking_types", rank(Measure::Value, false, Entity::Type, of_type, Some(100_000.0))),
        (
            "ranking_sectors",
            rank(Measure::Value, false, Entity::Sector, of_sector, Some(100_000.0)),
        ),
        (
            "ranking_customers",
            rank(Measure::Customers, false, Entity::Owner, vec![group("Nancy", 12.0)], Some(12.0)),
        ),
        ("ranking_none", rank(Measure::Leads, false, Entity::Customer, vec![], None)),
    ];
    for measure in [
        Measure::Potential,
        Measure::Margin,
        Measure::Invoices,
        Measure::Gifts,
        Measure::AdSpend,
        Measure::Leads,
        Measure::SupportCost,
        Measure::AcquisitionCost,
        Measure::Employees,
    ] {
        let answer = rank(measure, false, Entity::Customer, few.clone(), None);
        samples.push(("ranking_measure", answer));
    }
    for entity in [Entity::Owner, Entity::Country, Entity::Group] {
        let answer = rank(Measure::Value, false, entity, vec![group("", 40_000.0)], None);
        samples.push(("ranking_entity", answer));
    }
    samples
}

fn comparisons() -> Vec<Sample> {
    let concentration = Concentration {
        filter: Filter::default(),
        customers: 89,
        positive_value: 612_345.0,
        of_all: None,
        asked_share: None,
        asked_top: None,
        steps: vec![(1, 0.067), (5, 0.29), (10, 0.45)],
        eighty: 31,
        largest: vec![(card("Ernst Handel", Large, 48_096.0, 41.0), 0.0785)],
    };
    let half =
        Concentration { asked_share: Some((0.067, 1)), asked_top: None, ..concentration.clone() };
    let part = Concentration {
        filter: Filter { sector: Some("Zorg".into()), ..Filter::default() },
        of_all: Some(0.18),
        ..concentration.clone()
    };
    let part_top = Concentration { asked_top: Some((3, 0.41)), ..part.clone() };
    let nothing = Concentration { positive_value: 0.0, ..concentration.clone() };
    let side = |name, value, potential| Side {
        card: Some(card(name, Strategic, value, potential)),
        customer_type: None,
        filter: None,
        customers: 1,
        counts: [1, 0, 0, 0],
        value: Some(value),
        potential: Some(potential),
        revenue: Some(52_000.0),
        revenue_before: Some(41_000.0),
        acquisition_cost: Some(1_200.0),
        support_cost: None,
        invoices: Some(14.0),
        days_to_pay: Some(27.4),
    };
    let of_type = |customer_type, value, potential| Side {
        card: None,
        customer_type: Some(customer_type),
        customers: 11,
        ..side("", value, potential)
    };
    let segment = Side {
        card: None,
        filter: Some(Filter { country: Some("Germany".into()), ..Filter::default() }),
        customers: 11,
        counts: [2, 3, 6, 0],
        ..side("", 90_000.0, f64::NAN)
    };
    let compare = |sides| answer(Body::Comparison(Comparison { sides }), vec![]);
    let (one, other) =
        (side("Ernst Handel", 48_096.0, 41.0), side("Save-a-lot Markets", 41_210.0, 71.0));
    vec![
        ("concentration", answer(Body::Concentration(concentration), vec![])),
        ("concentration_part", answer(Body::Concentration(part), vec![])),
        ("concentration_part_top", answer(Body::Concentration(part_top), vec![])),
        ("concentration_share", answer(Body::Concentration(half), vec![])),
        ("concentration_none", answer(Body::Concentration(nothing), vec![])),
        ("compare", compare(vec![one.clone(), other])),
        ("compare_both", compare(vec![one.clone(), side("QUICK-Stop", 37_000.0, 33.0)])),
        (
            "compare_types",
            compare(vec![of_type(Strategic, 310_000.0, 68.0), of_type(Large, 340_000.0, 37.0)]),
        ),
        ("compare_segment", compare(vec![segment, one])),
    ]
}
