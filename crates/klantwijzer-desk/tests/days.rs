//! The present is the last review of today or before, in whatever order reviews
//! were recorded; looking from another day changes nothing that is kept.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod team;

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use klantwijzer_answer::body::Body;
use klantwijzer_answer::query::{Filter, Query};
use klantwijzer_core::access::Level;
use klantwijzer_core::review::ReviewSummary;
use klantwijzer_desk::{Desk, Who};
use klantwijzer_store::conformance::{check_same, wait};
use klantwijzer_store::{Imports, MemoryStore, Reviews};
use proptest::prelude::*;

use team::sector::Plain;
use team::{DAY, WORKSPACE, desk, records, who};

fn seen_from(day: Date) -> Who {
    Who { today: day, calendar_day: day, ..who(Some(Level::Admin)) }
}

/// One who looks from a day, which is not that of the calendar.
fn looking_from(day: Date) -> Who {
    Who { today: day, ..who(Some(Level::Admin)) }
}

fn open(store: &Arc<MemoryStore>) -> Desk {
    Desk::new(store.clone(), vec![Arc::new(Plain::new("general", &[]))])
}

/// Day 0 is the first on which the book's one invoice is there.
fn day(number: u16) -> Date {
    date(2026, 5, 1).saturating_add(i64::from(number).days())
}

fn in_force(reviews: &[ReviewSummary], day: Date) -> Option<(Date, u32)> {
    let days = reviews.iter().map(|review| (review.as_of, review.id));
    days.filter(|(as_of, _)| *as_of <= day).max()
}

#[derive(Debug, Clone, Copy)]
enum Step {
    /// Reviews as of a day.
    Review(u16),
    /// Looks from a day.
    Look(u16),
    /// Imports as of a day.
    Import(u16),
}

fn any_step() -> impl Strategy<Value = Step> {
    let day = || 0_u16..400;
    prop_oneof![
        3 => day().prop_map(Step::Review),
        3 => day().prop_map(Step::Look),
        1 => day().prop_map(Step::Import),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn answers_come_from_the_last_review_of_the_day_or_before(
        steps in prop::collection::vec(any_step(), 1..12),
        asked in prop::collection::vec(0_u16..400, 1..4),
    ) {
        let store = Arc::new(MemoryStore::default());
        let desk = open(&store);
        let last = seen_from(day(400));
        let sources = || vec!["a.csv".to_owned()];
        wait(desk.import(&seen_from(day(0)), records("K1"), sources())).unwrap();
        let from = |number| Who { today: day(number), ..last.clone() };
        for (number, step) in steps.into_iter().enumerate() {
            let before = wait(store.reviews(WORKSPACE)).unwrap();
            match step {
                Step::Review(on) => drop(wait(desk.review(&from(on))).unwrap()),
                Step::Import(on) => {
                    let records = records(&format!("N{number}"));
                    drop(wait(desk.import(&from(on), records, sources())).unwrap());
                }
                Step::Look(on) => {
                    drop(wait(desk.book(&from(on), None)).unwrap());
                    prop_assert_eq!(wait(store.reviews(WORKSPACE)).unwrap(), before);
                }
            }
        }
        let changes = wait(store.imports(WORKSPACE)).unwrap().len() as u32;
        for number in asked {
            let on = day(number);
            let reviews = wait(store.reviews(WORKSPACE)).unwrap();
            let expected = in_force(&reviews, on);
            for desk in [&desk, &open(&store)] {
                let book = wait(desk.book(&from(number), None)).unwrap();
                let review = book.portfolio().review().unwrap();
                prop_assert!(review.as_of <= on);
                prop_assert_eq!(Some((review.as_of, review.id)), expected);
                let history = Query::ScoreHistory { customer: 0 };
                let history = wait(book.answer(&history)).unwrap();
                let Body::History(history) = history.body else { panic!("a history") };
                prop_assert!(history.points.is_sorted_by(|a, b| a.as_of < b.as_of));
                prop_assert!(history.points.iter().all(|point| point.as_of <= on));
            }
            prop_assert_eq!(wait(store.reviews(WORKSPACE)).unwrap(), reviews);
        }
        // The day of the calendar is looked from last: there the review is kept.
        wait(desk.book(&last, None)).unwrap();
        let reviews = wait(store.reviews(WORKSPACE)).unwrap();
        let again = open(&store);
        let book = wait(again.book(&last, None)).unwrap();
        let review = book.portfolio().review().unwrap();
        prop_assert_eq!(Some((review.as_of, review.id)), in_force(&reviews, last.today));
        prop_assert_eq!(review.changes, changes);
    }
}

/// What a person sees of a day: customers with their types and values.
fn answered(desk: &Desk, who: &Who) -> String {
    let query = Query::ListByType {
        types: Vec::new(),
        filter: Filter::default(),
        sort: klantwijzer_answer::query::Measure::Value,
    };
    let answer = wait(wait(desk.book(who, None)).unwrap().answer(&query)).unwrap();
    format!("{answer:?}")
}

#[test]
fn reviews_of_other_days_leave_todays_answers() {
    let (_, store) = desk();
    let desk = open(&store);
    let today = who(Some(Level::Admin));
    wait(desk.review(&today)).unwrap();
    let before = answered(&desk, &today);
    wait(desk.review(&looking_from(date(2026, 6, 1)))).unwrap();
    // As a version did that let people record days to come.
    wait(desk.review(&seen_from(date(2100, 1, 1)))).unwrap();
    assert_eq!(answered(&desk, &today), before);
    assert_eq!(answered(&open(&store), &today), before);
    let movement = wait(desk.movement(&today, 9)).unwrap();
    let days: Vec<Date> = movement.reviews.iter().map(|(day, _)| *day).collect();
    assert_eq!(days, [date(2026, 6, 1), DAY]);
}

#[test]
fn a_look_from_another_day_does_not_stand_in_for_today() {
    let (_, store) = desk();
    let desk = open(&store);
    let sources = vec!["b.csv".to_owned()];
    let (early, late) = (date(2026, 6, 1), date(2026, 7, 1));
    wait(desk.review(&looking_from(late))).unwrap();
    wait(desk.import(&looking_from(early), records("K2"), sources)).unwrap();
    // The review in force from `late` on has not seen the second import.
    wait(desk.book(&looking_from(late), None)).unwrap();
    let next = Who { calendar_day: late.tomorrow().unwrap(), ..looking_from(late) };
    let next = Who { today: next.calendar_day, ..next };
    let book = wait(desk.book(&next, None)).unwrap();
    let review = book.portfolio().review().unwrap();
    assert_eq!((review.as_of, review.changes), (next.today, 2));
}

#[test]
fn to_look_ahead_is_no_harm() {
    let ahead = looking_from(DAY.tomorrow().unwrap());
    let (desk, store) = desk();
    let (_, untouched) = team::desk();
    wait(desk.book(&ahead, None)).unwrap();
    let why = Query::WhyType { customer: 0, claimed: None };
    let answer = wait(wait(desk.book(&ahead, Some(ahead.today))).unwrap().answer(&why)).unwrap();
    assert_eq!(answer.as_of, ahead.today);
    check_same(&*store, &*untouched, WORKSPACE).unwrap();
}
