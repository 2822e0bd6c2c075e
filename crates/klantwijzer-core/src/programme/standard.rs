//! The standard contact programme, for sectors without one of their own.

use smol_str::SmolStr;

use crate::programme::Actor::{
    self, AccountManager, Ceo, Marketing, Product, SalesDirector, SalesManager, Service,
};
use crate::programme::Channel::{
    self, Email, Event, Internal, Meeting, Personal, Proposal, Visit, Workshop,
};
use crate::programme::ContactMoment;
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
    ("ceo-visit", Visit, (Some(365), Some(425)), &[Ceo], 42, 180),
    ("account-plan", Workshop, (Some(365), Some(395)), &[SalesDirector], 42, 240),
    ("round-table", Event, (Some(182), Some(240)), &[Ceo, Marketing], 56, 180),
    ("quarterly-review", Meeting, (Some(90), Some(120)), &[AccountManager, SalesManager], 21, 120),
    ("account-meeting", Meeting, (Some(30), Some(45)), &[AccountManager], 7, 60),
    ("reference-request", Personal, (Some(365), None), &[Marketing], 14, 30),
];

const LARGE: &[Line] = &[
    ("ceo-visit", Visit, (Some(730), Some(800)), &[Ceo], 42, 180),
    ("round-table", Event, (Some(365), Some(425)), &[Marketing], 56, 180),
    ("continuity-review", Meeting, (Some(365), Some(395)), &[AccountManager, Service], 60, 120),
    ("maintenance-talk", Meeting, (Some(90), Some(120)), &[AccountManager], 14, 60),
];

const DEVELOPMENT: &[Line] = &[
    ("growth-proposal", Proposal, (Some(182), Some(215)), &[AccountManager, Product], 21, 120),
    ("demo", Event, (Some(182), Some(240)), &[Product, Marketing], 28, 120),
    ("growth-talk", Meeting, (Some(45), Some(60)), &[AccountManager], 7, 60),
    ("relevant-email", Email, (Some(30), Some(45)), &[Marketing], 0, 5),
];

const TRANSACTIONAL: &[Line] = &[
    ("large-event", Email, (Some(182), Some(240)), &[Marketing], 42, 5),
    ("newsletter", Email, (Some(30), Some(60)), &[Marketing], 0, 0),
    ("yearly-check", Internal, (Some(365), Some(395)), &[SalesManager], 0, 15),
];
