//! Why, why not and what if; how the model works.

use jiff::civil::date;
use klantwijzer_answer::body::{
    Body, Breakdown, FactLine, Lack, ModelExplanation, Obstacle, PotentialFactor, Room,
    SectorFactors, ValueFactor, WhatIf, WhyNot,
};
use klantwijzer_answer::query::Topic;
use klantwijzer_core::facts::Unit;
use klantwijzer_core::profile::Criterion;
use klantwijzer_core::review::{Doubt, Outage, Override, Pending, Provisional, Unscored};
use klantwijzer_core::settings::{IdealProfile, NoSigns, Thresholds};
use klantwijzer_core::types::CustomerType::{Development, Large, Strategic, Transactional};

use super::lists::kept_score;
use super::{Sample, answer, both, card, fact};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = whys();
    samples.extend(towards());
    samples.extend(model());
    samples
}

fn breakdown() -> Breakdown {
    let part = |en, nl, amount| ValueFactor {
        id: "part".into(),
        label: both(en, nl),
        amount,
        margin_instead: false,
    };
    let points = |en, nl, points, unknown: &[&str]| PotentialFactor {
        id: "points".into(),
        label: both(en, nl),
        weight: 0.3,
        points,
        most: 46.7,
        unknown: unknown.iter().map(|id| fact(id)).collect(),
        lack: None,
    };
    Breakdown {
        card: card("Save-a-lot Markets", Strategic, 41_210.5, 71.3),
        plugin_version: "0.1.0".into(),
        unscored: None,
        failure: None,
        no_money: false,
        value_factors: vec![
            part("net revenue, 12 months", "netto-omzet, 12 maanden", Some(48_200.0)),
            part("service", "service", Some(-6_100.0)),
            part("acquisition", "werving", Some(-889.5)),
            part("referred leads", "aangedragen leads", None),
        ],
        potential_factors: vec![
            points("room for more", "ruimte voor meer", Some(38.2), &[]),
            points(
                "fit with the ideal profile",
                "past in het ideale profiel",
                None,
                &["employees", "pain_fit"],
            ),
            points("breadth and frequency", "breedte en frequentie", Some(33.1), &[]),
        ],
        facts: vec![
            FactLine { fact: fact("net_revenue_12m"), unit: Unit::Money, value: 48_200.0 },
            FactLine { fact: fact("days_since_last_invoice"), unit: Unit::Days, value: 12.0 },
            FactLine { fact: fact("invoices_12m"), unit: Unit::Count, value: 17.0 },
            FactLine { fact: fact("category_headroom"), unit: Unit::Share, value: 0.125 },
            FactLine { fact: fact("pain_fit"), unit: Unit::Grade, value: 7.0 },
            FactLine { fact: fact("is_reference"), unit: Unit::YesNo, value: 1.0 },
        ],
        rank: Some(3),
        ranked: 89,
        groups: 1,
        high_value_from: Some(17_889.55),
        high_potential_from: 60.0,
        thresholds: Thresholds::default(),
        fill_in: vec![],
        decision: None,
        wrongly_claimed: None,
    }
}

fn whys() -> Vec<Sample> {
    let why = |breakdown| answer(Body::WhyType(breakdown), vec![]);
    let mut provisional = breakdown();
    provisional.card.provisional = Doubt::ALL.into_iter().fold(Provisional::NO, Provisional::with);
    provisional.card.potential = None;
    provisional.ranked = 12;
    provisional.fill_in = vec![fact("employees"), fact("share_of_wallet")];
    let mut pending = breakdown();
    pending.card.pending = Some(Pending { to: Development, since: date(1998, 4, 6) });
    pending.high_value_from = None;
    let mut decided = breakdown();
    decided.card.model_type = Some(Strategic);
    decided.card.customer_type = Some(Large);
    decided.decision = Some(Override {
        customer: 1,
        customer_type: Large,
        reason: "they are merging".to_owned(),
        by: "Nancy Davolio".to_owned(),
        given_on: date(1998, 4, 1),
        until: date(1999, 3, 31),
    });
    let mut kept = breakdown();
    kept.card.kept = Some(kept_score(Outage::Missing));
    let unscored = |why, fill_in: &[&str], failure: Option<&str>| {
        let mut breakdown = breakdown();
        breakdown.card.customer_type = None;
        breakdown.card.value = None;
        breakdown.card.potential = None;
        breakdown.unscored = Some(why);
        breakdown.failure = failure.map(str::to_owned);
        breakdown.value_factors.clear();
        breakdown.potential_factors.clear();
        breakdown.fill_in = fill_in.iter().map(|id| fact(id)).collect();
        breakdown
    };
    let part = |en, nl, lack| PotentialFactor {
        label: both(en, nl),
        points: None,
        unknown: vec![],
        lack: Some(lack),
        ..breakdown().potential_factors.remove(0)
    };
    let mut lacking = breakdown();
    lacking.value_factors.insert(
        0,
        ValueFactor {
            id: "revenue".into(),
            label: both("net revenue, 12 months", "netto-omzet, 12 maanden"),
            amount: None,
            margin_instead: true,
        },
    );
    let sector = Lack::Wish { criterion: Criterion::Sector };
    lacking.potential_factors.extend([
        part("sector fits the ideal customer", "branche past bij de ideale klant", sector),
        part("size fits the ideal customer", "omvang past bij de ideale klant", Lack::Review),
        part("own growth", "eigen groei", Lack::EarlierYear),
        part("buys broadly", "koopt breed", Lack::Unsaid),
    ]);
    let mut of_two_groups = lacking.clone();
    of_two_groups.groups = 2;
    let mut only_donor = breakdown();
    only_donor.card.plugin = Some("nonprofit".into());
    (only_donor.rank, only_donor.ranked, only_donor.groups) = (Some(1), 1, 2);
    let mut no_money = unscored(Unscored::NoPlugin, &[], None);
    no_money.no_money = true;
    let mut no_plugin = unscored(Unscored::NoPlugin, &[], None);
    no_plugin.card.plugin = None;
    let mut unreviewed = unscored(Unscored::NoPlugin, &[], None);
    unreviewed.unscored = None;
    let claimed = |mut breakdown: Breakdown, claimed| {
        breakdown.wrongly_claimed = Some(claimed);
        why(breakdown)
    };
    vec![
        ("why", why(breakdown())),
        ("why_claimed", claimed(breakdown(), Development)),
        ("why_claimed_provisional", claimed(provisional.clone(), Large)),
        ("why_claimed_decided", claimed(decided.clone(), Strategic)),
        ("why_provisional", why(provisional)),
        ("why_lacking", why(lacking)),
        ("why_of_two_groups", why(of_two_groups)),
        ("why_only_donor", why(only_donor)),
        ("why_pending", why(pending)),
        ("why_decided", why(decided)),
        ("why_kept", why(kept)),
        ("why_no_plugin", why(no_plugin)),
        ("why_plugin_missing", why(unscored(Unscored::NoPlugin, &[], None))),
        ("why_failed", why(unscored(Unscored::PluginFailed, &[], Some("division by zero")))),
        ("why_fact", why(unscored(Unscored::FactUnknown(0), &["last_gift"], None))),
        ("why_facts", why(unscored(Unscored::FactUnknown(0), &[], None))),
        ("why_not_finite", why(unscored(Unscored::NotFinite, &[], None))),
        ("why_no_money", why(no_money)),
        ("why_unreviewed", why(unreviewed)),
    ]
}

/// The obstacles that no number takes away.
fn odd() -> Vec<Obstacle> {
    vec![
        Obstacle::ValueTooLow { value: 7_100.0, needed: None },
        Obstacle::ValueTooHigh { value: 41_210.0, below: None },
        Obstacle::PotentialTooLow { potential: None, needed: 60.0 },
        Obstacle::Overridden,
        Obstacle::Waiting { since: date(1998, 4, 6) },
        Obstacle::Unscored,
    ]
}

fn towards() -> Vec<Sample> {
    let mut low = breakdown();
    low.card.customer_type = Some(Transactional);
    low.card.value = Some(7_100.0);
    low.card.potential = Some(51.2);
    low.rank = Some(1);
    let not = |asked, obstacles| {
        let breakdown = low.clone();
        answer(Body::WhyNotType(WhyNot { asked, obstacles, breakdown }), vec![])
    };
    let what_if = |target, obstacles, room| {
        let breakdown = low.clone();
        answer(Body::WhatIf(WhatIf { target, obstacles, room, breakdown }), vec![])
    };
    let up = vec![
        Obstacle::ValueTooLow { value: 7_100.0, needed: Some(17_889.55) },
        Obstacle::PotentialTooLow { potential: Some(59.7), needed: 60.0 },
    ];
    let down = vec![
        Obstacle::ValueTooHigh { value: 41_210.0, below: Some(17_889.0) },
        Obstacle::PotentialTooHigh { potential: 71.3, below: 55.0 },
    ];
    let odd = odd();
    let room = vec![
        Room {
            label: both("fit with the ideal profile", "past in het ideale profiel"),
            points: 30.0,
            unknown: vec![fact("employees"), fact("pain_fit")],
        },
        Room { label: both("room for more", "ruimte voor meer"), points: 8.5, unknown: vec![] },
    ];
    let mut untyped = breakdown();
    untyped.card.customer_type = None;
    let untyped =
        WhyNot { asked: Strategic, obstacles: vec![Obstacle::Unscored], breakdown: untyped };
    vec![
        ("why_not", not(Strategic, up.clone())),
        ("why_not_down", not(Development, down.clone())),
        ("why_not_odd", not(Large, odd.clone())),
        ("why_not_it_is", not(Transactional, vec![])),
        ("why_not_untyped", answer(Body::WhyNotType(untyped), vec![])),
        ("what_if", what_if(Strategic, up, room.clone())),
        ("what_if_down", what_if(Transactional, down, vec![])),
        ("what_if_unknown", what_if(Development, odd[2..3].to_vec(), room)),
        ("what_if_waiting", what_if(Large, odd[4..5].to_vec(), vec![])),
        ("what_if_already", what_if(Transactional, vec![], vec![])),
    ]
}

fn model() -> Vec<Sample> {
    let explain = |topic, margin_after_service, high_value_from| {
        answer(
            Body::Model(ModelExplanation {
                topic,
                thresholds: Thresholds::default(),
                signs: NoSigns { margin_after_service, ..NoSigns::default() },
                ideal: IdealProfile::default(),
                counts: [7, 11, 20, 51],
                sectors: vec![SectorFactors {
                    plugin: "general".into(),
                    customers: 89,
                    high_value_from,
                    value: vec![both("net revenue", "netto-omzet"), both("service", "service")],
                    potential: vec![
                        (both("room for more", "ruimte voor meer"), 0.35),
                        (both("own growth", "eigen groei"), 0.05),
                    ],
                }],
            }),
            vec![],
        )
    };
    vec![
        ("model_types", explain(Topic::Types, 0.0, None)),
        ("model_strategic", explain(Topic::Strategic, 0.0, None)),
        ("model_large", explain(Topic::Large, 0.0, None)),
        ("model_development", explain(Topic::Development, 0.0, None)),
        ("model_transactional", explain(Topic::Transactional, 0.0, None)),
        ("model_value", explain(Topic::Value, 0.0, Some(17_889.55))),
        ("model_value_open", explain(Topic::Value, 0.0, None)),
        ("model_potential", explain(Topic::Potential, 0.0, None)),
        ("model_provisional", explain(Topic::Provisional, 0.0, None)),
        ("model_say_no", explain(Topic::SayNo, 0.0, None)),
        ("model_say_no_margin", explain(Topic::SayNo, 250.0, None)),
        ("model_cost", explain(Topic::AcquisitionCost, 0.0, None)),
        ("model_ideal", explain(Topic::IdealProfile, 0.0, None)),
    ]
}

/// Reasons with a number and a name that are anything at all.
pub(super) fn hostile(number: f64, name: &str) -> Vec<Sample> {
    let mut odd = breakdown();
    odd.card = card(name, Large, number, number);
    odd.plugin_version = name.into();
    odd.high_value_from = Some(number);
    odd.value_factors[0].amount = Some(number);
    odd.value_factors[0].label = both(name, name);
    odd.potential_factors[0].points = Some(number);
    for line in &mut odd.facts {
        line.value = number;
    }
    let obstacles = vec![
        Obstacle::ValueTooLow { value: number, needed: Some(-number) },
        Obstacle::ValueTooHigh { value: number, below: Some(0.0) },
        Obstacle::PotentialTooLow { potential: Some(number), needed: 60.0 },
        Obstacle::PotentialTooHigh { potential: number, below: number },
    ];
    let what_if = WhatIf { target: Strategic, obstacles, room: vec![], breakdown: odd.clone() };
    vec![
        ("why", answer(Body::WhyType(odd), vec![])),
        ("what_if", answer(Body::WhatIf(what_if), vec![])),
    ]
}
