//! A contact that took place moves the agenda, and only once.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

mod team;

use jiff::ToSpan;
use jiff::civil::Date;
use klantwijzer_answer::body::{Agenda, Body};
use klantwijzer_answer::query::{Filter, Query};
use klantwijzer_core::access::Level;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::programme::{Channel, Urgency};
use klantwijzer_core::records::Records;
use klantwijzer_core::review::Override;
use klantwijzer_core::types::CustomerType;
use klantwijzer_desk::{Desk, DeskError, Who};
use klantwijzer_store::conformance::wait;

use team::{DAY, decision, desk, records, who};

/// A strategic customer, looked at from a day.
fn strategic() -> (Desk, Who) {
    let (desk, _) = desk();
    let admin = who(Some(Level::Admin));
    let strategic = Override { customer_type: CustomerType::Strategic, ..decision() };
    wait(desk.set_override(&admin, strategic)).unwrap();
    (desk, admin)
}

fn agenda(desk: &Desk, who: &Who) -> Agenda {
    agenda_of(desk, who, 0)
}

fn agenda_of(desk: &Desk, who: &Who, customer: CustomerNo) -> Agenda {
    let query = Query::ContactDue {
        customer: Some(customer),
        from: None,
        until: None,
        channel: None,
        late: false,
        filter: Filter::default(),
    };
    let answer = wait(wait(desk.book(who, None)).unwrap().answer(&query)).unwrap();
    let Body::Agenda(agenda) = answer.body else { panic!("an agenda: {answer:?}") };
    agenda
}

/// The last contact that counts for the talks of an account manager, the day on which
/// the next one is due, and how urgent that is.
fn talk(agenda: &Agenda) -> (Option<Date>, Date, Urgency) {
    let mut lines = agenda.rows.iter();
    let line = lines.find(|line| line.moment.id == "account-meeting").expect("the moment");
    (line.due.last, line.due.on, line.urgency)
}

#[test]
fn a_meeting_moves_the_next_talk_and_a_call_does_not() {
    let (desk, admin) = strategic();
    let (last, first, _) = talk(&agenda(&desk, &admin));
    assert_eq!(last, None);
    assert!(DAY < first && first <= DAY.saturating_add(30.days()), "spread: {first}");
    let log = |channel, day| wait(desk.log_contact(&admin, 0, channel, day, "by hand"));
    log(Channel::Phone, DAY).unwrap();
    assert_eq!(talk(&agenda(&desk, &admin)).0, None, "a call is lighter than a talk");
    let met = DAY.saturating_sub(40.days());
    log(Channel::Meeting, met).unwrap();
    let (last, due, urgency) = talk(&agenda(&desk, &admin));
    assert_eq!((last, due), (Some(met), met.saturating_add(30.days())));
    assert_eq!(urgency, Urgency::Yellow);
    let (_, _, urgency) = {
        let later = DAY.saturating_add(6.days());
        talk(&agenda(&desk, &Who { today: later, calendar_day: later, ..admin.clone() }))
    };
    assert_eq!(urgency, Urgency::Red, "45 days after the last one it is late");
}

#[test]
fn the_same_contact_is_noted_once_and_can_be_undone() {
    let (desk, admin) = strategic();
    let before = agenda(&desk, &admin);
    let log = || wait(desk.log_contact(&admin, 0, Channel::Visit, DAY, "by hand")).unwrap();
    let first = log();
    assert_eq!(first.counts.entries_added, 1);
    assert_eq!(log().import, None, "it is there already");
    assert_eq!(talk(&agenda(&desk, &admin)).0, Some(DAY));
    wait(desk.undo(&admin, first.import)).unwrap();
    assert_eq!(agenda(&desk, &admin), before);
}

#[test]
fn what_is_still_to_come_is_no_contact() {
    let (desk, admin) = strategic();
    let before = agenda(&desk, &admin);
    let tomorrow = DAY.saturating_add(1.day());
    let refused = wait(desk.log_contact(&admin, 0, Channel::Visit, tomorrow, "by hand"));
    assert!(matches!(refused, Err(DeskError::NotYet(day)) if day == tomorrow), "{refused:?}");
    let nobody = wait(desk.log_contact(&admin, 7, Channel::Visit, DAY, "by hand"));
    assert!(matches!(nobody, Err(DeskError::NoSuchCustomer)), "{nobody:?}");
    assert_eq!(agenda(&desk, &admin), before);
}

#[test]
fn a_first_moment_stays_on_its_day_whatever_is_known_of_the_customer() {
    let (desk, admin) = strategic();
    let nobody_bought = Records { entries: Vec::new(), ..records("K2") };
    wait(desk.import(&admin, nobody_bought, vec!["b.csv".to_owned()])).unwrap();
    let decided = Override { customer: 1, customer_type: CustomerType::Strategic, ..decision() };
    wait(desk.set_override(&admin, decided)).unwrap();
    let days = |who: &Who| [0, 1].map(|customer| talk(&agenda_of(&desk, who, customer)).1);
    let today = days(&admin);
    let later = DAY.saturating_add(20.days());
    let later = Who { today: later, calendar_day: later, ..admin.clone() };
    wait(desk.review(&later)).unwrap();
    assert_eq!(days(&later), today);
}
