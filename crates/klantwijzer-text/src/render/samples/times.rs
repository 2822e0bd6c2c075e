//! Moves, histories, contact programmes, the ideal customer and what is missing.

use jiff::civil::date;
use klantwijzer_answer::body::{
    Body, Gap, GapLine, Gaps, History, HistoryPoint, Ideal, Lapsed, LearnedBand, Move, Moved,
    Programme, TypeProgramme,
};
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::money::Money;
use klantwijzer_core::period::Period;
use klantwijzer_core::programme::{Actor, Channel, ContactMoment, standard_programme};
use klantwijzer_core::settings::IdealProfile;
use klantwijzer_core::types::CustomerType::{self, Development, Large, Strategic, Transactional};

use super::{Sample, answer, both, card, donor, fact};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = moves();
    samples.extend(profiles());
    samples.extend(contact());
    samples
}

fn moves() -> Vec<Sample> {
    let step = |name, from: Option<CustomerType>, to, before| Move {
        card: card(name, to, 41_210.0, 70.0),
        from,
        to: Some(to),
        value_before: before,
    };
    let moved = Moved {
        from_review: Some(date(1998, 2, 1)),
        to_review: date(1998, 5, 6),
        from: None,
        to: None,
        total: 4,
        rows: vec![
            step("Save-a-lot Markets", Some(Large), Strategic, Some(35_100.0)),
            step("Ernst Handel", Some(Development), Strategic, Some(9_000.0)),
            step("QUICK-Stop", Some(Strategic), Large, Some(50_000.0)),
            step("Simons bistro", None, Transactional, None),
        ],
    };
    let became =
        Moved { to: Some(Strategic), total: 1, rows: moved.rows[..1].to_vec(), ..moved.clone() };
    let none = Moved { total: 0, rows: vec![], ..moved.clone() };
    let first = Moved { from_review: None, total: 0, rows: vec![], ..moved.clone() };
    let lapsed = Lapsed {
        gave: Period::new(date(1996, 1, 1), date(1996, 12, 31)),
        not: Period::new(date(1997, 1, 1), date(1997, 12, 31)),
        then: 12,
        total: 2,
        amount: Money::from_whole(480),
        rows: vec![
            (donor("A. de Vries", Transactional, 350.0), Money::from_whole(400)),
            (donor("P. Jansen", Transactional, 80.0), Money::from_whole(80)),
        ],
    };
    let unknown = Lapsed { then: 0, total: 0, rows: vec![], ..lapsed.clone() };
    let nobody = Lapsed { total: 0, amount: Money::ZERO, rows: vec![], ..lapsed.clone() };
    let point = |day, customer_type, value| HistoryPoint {
        as_of: day,
        customer_type: Some(customer_type),
        value: Some(value),
        potential: Some(64.0),
        plugin: Some(("general".into(), "0.1.0".into())),
    };
    let history = History {
        card: card("Save-a-lot Markets", Strategic, 41_210.0, 71.0),
        points: vec![
            point(date(1998, 2, 1), Large, 35_100.0),
            point(date(1998, 5, 6), Strategic, 41_210.0),
        ],
    };
    let once = History { points: history.points[1..].to_vec(), ..history.clone() };
    let same = History {
        points: vec![point(date(1998, 2, 1), Strategic, 35_100.0), history.points[1].clone()],
        ..history.clone()
    };
    vec![
        ("moved", answer(Body::Moved(moved), vec![])),
        ("moved_to", answer(Body::Moved(became), vec![])),
        (
            "moved_none_such",
            answer(Body::Moved(Moved { to: Some(Strategic), ..none.clone() }), vec![]),
        ),
        ("moved_none", answer(Body::Moved(none), vec![])),
        ("moved_first", answer(Body::Moved(first), vec![])),
        ("lapsed_nobody", answer(Body::Lapsed(unknown), vec![])),
        ("lapsed", answer(Body::Lapsed(lapsed), vec![])),
        ("lapsed_none", answer(Body::Lapsed(nobody), vec![])),
        ("history_moved", answer(Body::History(history), vec![])),
        ("history_once", answer(Body::History(once), vec![])),
        ("history_same", answer(Body::History(same), vec![])),
    ]
}

fn profiles() -> Vec<Sample> {
    let band = |sector: &str, employees, left_each| LearnedBand {
        sector: sector.into(),
        employees,
        customers: 12,
        revenue: 240_000.0,
        left_each,
        high_value: 0.42,
    };
    let ideal = Ideal {
        least: false,
        profile: IdealProfile {
            sectors: vec!["Manufacturing".into(), "Food".into()],
            regulatory_pressure: Some(7.0),
            ..IdealProfile::default()
        },
        matches: 2,
        examples: vec![
            card("Save-a-lot Markets", Strategic, 41_210.0, 71.0),
            card("Ernst Handel", Large, 48_096.0, 41.0),
        ],
        learned: vec![
            band("Manufacturing", Bounds::between(100.0, 250.0), 15_200.0),
            band("", Bounds::default(), -320.4),
        ],
    };
    let least = Ideal {
        least: true,
        matches: 0,
        examples: vec![],
        profile: IdealProfile::default(),
        ..ideal.clone()
    };
    let gaps = Gaps {
        field: None,
        customers: 89,
        fields: vec![
            Gap { field: fact("employees"), unknown: 80, weight: 0.1 },
            Gap { field: fact("share_of_wallet"), unknown: 61, weight: 0.35 },
        ],
        rows: vec![GapLine {
            card: card("Save-a-lot Markets", Strategic, 41_210.0, 71.0),
            unknown: vec![fact("employees"), fact("share_of_wallet"), fact("pain_fit")],
        }],
    };
    let one =
        Gaps { field: Some(fact("employees")), fields: gaps.fields[..1].to_vec(), ..gaps.clone() };
    let full = Gaps { fields: vec![], rows: vec![], ..gaps.clone() };
    let known = Gaps { field: Some(fact("employees")), ..full.clone() };
    vec![
        ("ideal", answer(Body::Ideal(ideal), vec![])),
        ("ideal_least", answer(Body::Ideal(least), vec![])),
        ("gaps", answer(Body::Gaps(gaps), vec![])),
        ("gaps_field", answer(Body::Gaps(one), vec![])),
        ("gaps_none", answer(Body::Gaps(full), vec![])),
        ("gaps_field_none", answer(Body::Gaps(known), vec![])),
    ]
}

fn contact() -> Vec<Sample> {
    let moment = |en: &str, nl: &str, channel, days: Option<u16>, who: &[Actor]| ContactMoment {
        id: en.to_lowercase().into(),
        label: Some(both(en, nl)),
        channel,
        ideal_days: days,
        latest_days: days.map(|days| days + 15),
        who: who.to_vec(),
        lead_days: 7,
        minutes: 60,
    };
    let strategic = TypeProgramme {
        customer_type: Strategic,
        plugin: None,
        edited: true,
        customers: 7,
        moments: vec![
            moment(
                "account meeting",
                "accountgesprek",
                Channel::Meeting,
                Some(30),
                &[Actor::AccountManager],
            ),
            moment(
                "CEO visit",
                "directiebezoek",
                Channel::Visit,
                Some(365),
                &[Actor::Ceo, Actor::SalesManager],
            ),
            moment("fit check", "passendheidscheck", Channel::Internal, None, &[Actor::Sales]),
        ],
    };
    let large = TypeProgramme {
        customer_type: Large,
        plugin: Some("nonprofit".into()),
        edited: false,
        ..strategic.clone()
    };
    let mut free = strategic.clone();
    free.customer_type = Transactional;
    free.moments =
        vec![moment("newsletter", "nieuwsbrief", Channel::Email, Some(30), &[Actor::Marketing])];
    for moment in &mut free.moments {
        moment.minutes = 0;
        moment.lead_days = 0;
    }
    let empty = TypeProgramme { moments: vec![], customer_type: Development, ..large.clone() };
    let of_type = Programme {
        programmes: vec![
            strategic.clone(),
            TypeProgramme { plugin: Some("nonprofit".into()), ..strategic.clone() },
        ],
    };
    let standard =
        TypeProgramme { plugin: None, moments: standard_programme(Large), ..large.clone() };
    let standard = Programme { programmes: vec![standard] };
    let one = Programme { programmes: vec![strategic.clone()] };
    let all = Programme { programmes: vec![strategic, large, free, empty] };
    vec![
        ("programme", answer(Body::Programme(one), vec![])),
        ("programme_standard", answer(Body::Programme(standard), vec![])),
        ("programme_of_type", answer(Body::Programme(of_type), vec![])),
        ("programmes", answer(Body::Programme(all), vec![])),
        ("programme_none", answer(Body::Programme(Programme { programmes: vec![] }), vec![])),
    ]
}
