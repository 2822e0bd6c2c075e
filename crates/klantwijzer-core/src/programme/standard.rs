//! The standard contact programme, for sectors without one of their own.

use smol_str::SmolStr;

use crate::programme::{Actor, Channel, ContactMoment};
use crate::types::CustomerType;

/// One line of the table: id, channel, ideal and latest interval, who, lead time,
/// minutes.
type Line = (&'static str, Channel, (Option<u16>, Option<u16>), &'static [Actor], u16, u16);

/// The moments of a type, the weightiest first: more and more personal contact
/// the more a customer brings now or later.
pub fn standard_programme(customer_type: CustomerType) -> Vec<ContactMoment> {
    let lines = match customer_type {
        CustomerType::Strategic => STRATEGIC,
        CustomerType::Large => LARGE,
        CustomerType::Development => DEVELOPMENT,
        CustomerType::Transactional => TRANSACTIONAL,
    };
    lines.iter().map(moment).collect()
}

fn moment(line: &Line) -> ContactMoment {
    let (id, channel, (ideal_days, latest_days), who, lead_days, minutes) = *line;
    ContactMoment {
        id: SmolStr::new_static(id),
        label: None,
        channel,
        ideal_days,
        latest_days,
        who: who.to_vec(),
        lead_days,
        minutes,
    }
}

const STRATEGIC: &[Line] = &[
    ("ceo-visit", Channel::Visit, (Some(365), Some(425)), &[Actor::Ceo], 42, 180),
    ("account-plan", Channel::Workshop, (Some(365), Some(395)), &[Actor::SalesDirector], 42, 240),
    (
        "round-table",
        Channel::Event,
        (Some(182), Some(240)),
        &[Actor::Ceo, Actor::Marketing],
        56,
        180,
    ),
    (
        "quarterly-review",
        Channel::Meeting,
        (Some(90), Some(120)),
        &[Actor::AccountManager, Actor::SalesManager],
        21,
        120,
    ),
    ("account-meeting", Channel::Meeting, (Some(30), Some(45)), &[Actor::AccountManager], 7, 60),
    ("reference-request", Channel::Personal, (Some(365), None), &[Actor::Marketing], 14, 30),
];

const LARGE: &[Line] = &[
    ("ceo-visit", Channel::Visit, (Some(730), Some(800)), &[Actor::Ceo], 42, 180),
    ("round-table", Channel::Event, (Some(365), Some(425)), &[Actor::Marketing], 56, 180),
    (
        "continuity-review",
        Channel::Meeting,
        (Some(365), Some(395)),
        &[Actor::AccountManager, Actor::Service],
        60,
        120,
    ),
    ("maintenance-talk", Channel::Meeting, (Some(90), Some(120)), &[Actor::AccountManager], 14, 60),
];

const DEVELOPMENT: &[Line] = &[
    (
        "growth-proposal",
        Channel::Proposal,
        (Some(182), Some(215)),
        &[Actor::AccountManager, Actor::Product],
        21,
        120,
    ),
    ("demo", Channel::Event, (Some(182), Some(240)), &[Actor::Product, Actor::Marketing], 28, 120),
    ("growth-talk", Channel::Meeting, (Some(45), Some(60)), &[Actor::AccountManager], 7, 60),
    ("relevant-email", Channel::Email, (Some(30), Some(45)), &[Actor::Marketing], 0, 5),
];

const TRANSACTIONAL: &[Line] = &[
    ("large-event", Channel::Email, (Some(182), Some(240)), &[Actor::Marketing], 42, 5),
    ("newsletter", Channel::Email, (Some(30), Some(60)), &[Actor::Marketing], 0, 0),
    ("yearly-check", Channel::Internal, (Some(365), Some(395)), &[Actor::SalesManager], 0, 15),
];
