use klantwijzer_plugin::{Manifest, Trial, assert_examples, try_on};

use super::Nonprofit;

/// What happened at the next mailing of a real charity.
mod mailing;

#[test]
fn worked_examples_come_out() {
    assert_examples::<Nonprofit>();
}

fn nonprofit(facts: &[(&str, f64)]) -> Trial {
    try_on::<Nonprofit>("", facts).unwrap()
}

#[test]
fn a_regular_donor_is_worth_what_it_gives_a_year() {
    let monthly = [
        ("gifts_24m", 240.0),
        ("gift_count_24m", 24.0),
        ("last_gift", 10.0),
        ("days_since_last_gift", 12.0),
    ];
    assert!((nonprofit(&monthly).factors["regular"] - 120.0).abs() < 1e-9);
    let stopped = [monthly[0], monthly[1], monthly[2], ("days_since_last_gift", 300.0)];
    assert!(nonprofit(&stopped).value < 90.0);
}

#[test]
fn both_how_often_and_how_much_count() {
    let value = |response: f64, last: f64| {
        nonprofit(&[("fact:response_rate", response), ("last_gift", last)]).value
    };
    assert!(value(0.5, 20.0) > value(0.1, 20.0));
    assert!(value(0.1, 40.0) > value(0.1, 20.0));
    assert!(value(0.1, 40.0) > value(0.5, 10.0));
}

#[test]
fn the_less_is_known_the_more_the_usual_holds() {
    for (facts, value) in [
        (&[("last_gift", 30.0)][..], 30.0),
        (&[("fact:average_gift", 30.0)], 30.0),
        (&[("last_gift", 30.0), ("fact:average_gift", 10.0)], 20.0),
        (&[("last_gift", 30.0), ("gift_count_24m", 2.0)], 30.0),
        (&[("last_gift", 30.0), ("fact:response_rate", 2.0 / 3.0)], 60.0),
        (&[("last_gift", 30.0), ("days_since_last_gift", 1095.75)], 15.0),
        (&[("gifts_24m", 0.0), ("gift_count_24m", 0.0)], 0.0),
        (&[("gift_count_24m", 0.0), ("last_gift", 30.0)], 10.0),
    ] {
        let found = nonprofit(facts).value;
        assert!((found - value).abs() < 1e-9, "{facts:?}: {found}");
    }
    assert!(nonprofit(&[("gift_count_24m", 3.0)]).value.is_nan());
    assert!(nonprofit(&[("acquisition_cost_12m", 3.0)]).value.is_nan());
}

#[test]
fn appeals_per_year_must_make_sense() {
    let facts = [("fact:response_rate", 1.0 / 3.0), ("last_gift", 30.0)];
    let twelve = try_on::<Nonprofit>(r#"{"appeals_per_year": 12}"#, &facts).unwrap();
    assert!((twelve.value - 120.0).abs() < 1e-9);
    assert!(try_on::<Nonprofit>(r#"{"appeals_per_year": -1}"#, &facts).is_err());
}

#[test]
fn gifts_alone_give_low_confidence() {
    let trial = nonprofit(&[("gifts_24m", 40.0), ("gift_count_24m", 2.0), ("last_gift", 20.0)]);
    assert!((trial.confidence - 0.25).abs() < 1e-9);
}

#[test]
fn every_type_has_a_programme_and_nobody_is_told_no() {
    let manifest: Manifest = serde_json::from_str(include_str!("../manifest.json")).unwrap();
    assert_eq!(manifest.programme.len(), 4);
    assert!(manifest.never_say_no);
}
