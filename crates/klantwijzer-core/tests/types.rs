//! The four types: thresholds, hysteresis and doubts, as tables and properties.
#![allow(clippy::float_cmp, reason = "the expected numbers are exact")]

use jiff::civil::{Date, date};
use klantwijzer_core::review::{
    Doubt, Footing, Pending, Provisional, TypeRecord, ValueCut, classify,
};
use klantwijzer_core::settings::Thresholds;
use klantwijzer_core::types::CustomerType::{self, Development, Large, Strategic, Transactional};
use proptest::prelude::*;

const MONDAY: Date = date(2026, 11, 23);
const LATER: Date = date(2026, 12, 7);

fn record(customer_type: CustomerType, pending: Option<CustomerType>) -> TypeRecord {
    TypeRecord {
        customer_type,
        pending: pending.map(|to| Pending { to, since: MONDAY }),
        provisional: Provisional::NO,
    }
}

#[test]
fn high_value_is_the_top_fifth_and_never_more() {
    let thresholds = Thresholds::default();
    let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
    let cut = ValueCut::of(hundred, &thresholds);
    assert_eq!((cut.high_from, cut.keep_from), (81.0, 76.0));
    // 30 of 100 have the same highest value: all in would be more than a fifth.
    let tied: Vec<f64> = (0..100).map(|n| if n < 30 { 9.0 } else { 1.0 }).collect();
    assert!(ValueCut::of(tied, &thresholds).high_from.is_infinite());
    // 10 of 100 share the highest value, and the next value is shared by 50.
    let steps = (0..100).map(|n| {
        if n < 10 {
            9.0
        } else if n < 60 {
            4.0
        } else {
            1.0
        }
    });
    assert_eq!(ValueCut::of(steps.collect(), &thresholds).high_from, 9.0);
}

#[test]
fn a_small_book_takes_the_smallest_set_that_makes_80_percent() {
    let thresholds = Thresholds::default();
    let cases: [(&[f64], f64); 5] = [
        (&[60.0, 25.0, 10.0, 5.0], 25.0),
        (&[100.0, -500.0, 0.0], 100.0),
        (&[1.0], 1.0),
        (&[0.0, -1.0], f64::INFINITY),
        (&[], f64::INFINITY),
    ];
    for (values, high_from) in cases {
        assert_eq!(ValueCut::of(values.to_vec(), &thresholds).high_from, high_from, "{values:?}");
    }
}

#[test]
fn a_high_axis_is_left_only_at_two_reviews_running() {
    let thresholds = Thresholds::default();
    let cut = ValueCut { high_from: 100.0, keep_from: 80.0 };
    // value, potential, earlier type, earlier pending -> type, pending
    let cases = [
        (120.0, 70.0, None, None, Strategic, None),
        (90.0, 70.0, None, None, Development, None),
        (90.0, 70.0, Some(Strategic), None, Strategic, None),
        (90.0, 57.0, Some(Strategic), None, Strategic, None),
        (70.0, 70.0, Some(Strategic), None, Strategic, Some(Development)),
        (70.0, 70.0, Some(Strategic), Some(Development), Development, None),
        (90.0, 70.0, Some(Strategic), Some(Development), Strategic, None),
        (120.0, 50.0, Some(Strategic), Some(Development), Strategic, Some(Large)),
        (70.0, 50.0, Some(Strategic), Some(Development), Development, Some(Transactional)),
        (120.0, 70.0, Some(Transactional), None, Strategic, None),
        (70.0, 70.0, Some(Large), None, Strategic, Some(Development)),
        (120.0, f64::NAN, None, None, Large, None),
        (-5.0, 70.0, Some(Strategic), Some(Development), Development, None),
    ];
    for (value, potential, was, waited, expected, pending) in cases {
        let earlier = was.map(|was| record(was, waited));
        let found = classify(value, potential, cut, &thresholds, earlier.as_ref(), LATER);
        let expected_pending = pending.map(|to| Pending { to, since: LATER });
        assert_eq!(found, (expected, expected_pending), "{value} {potential} {was:?} {waited:?}");
    }
}

#[test]
fn every_reason_for_doubt_is_told() {
    let thresholds = Thresholds::default();
    let sure = Footing { potential: 70.0, confidence: 0.8, days_since_first: 400.0, incomes: 5.0 };
    let cases = [
        (sure, vec![]),
        (Footing { potential: f64::NAN, ..sure }, vec![Doubt::PotentialUnknown]),
        (Footing { confidence: 0.49, ..sure }, vec![Doubt::LowConfidence]),
        (Footing { confidence: 0.5, ..sure }, vec![]),
        (Footing { days_since_first: 100.0, ..sure }, vec![Doubt::Young]),
        (Footing { incomes: 1.0, ..sure }, vec![Doubt::FewInvoices]),
        (
            Footing { days_since_first: f64::NAN, incomes: f64::NAN, ..sure },
            vec![Doubt::Young, Doubt::FewInvoices],
        ),
    ];
    for (footing, doubts) in cases {
        assert_eq!(footing.doubts(&thresholds).doubts().collect::<Vec<_>>(), doubts, "{footing:?}");
    }
}

proptest! {
    #[test]
    fn scaling_all_money_changes_no_type(
        values in prop::collection::vec(-1e6_f64..1e6, 0..120),
        factor in 1e-3_f64..1e3,
    ) {
        let thresholds = Thresholds::default();
        let cut = ValueCut::of(values.clone(), &thresholds);
        let scaled = ValueCut::of(values.iter().map(|v| v * factor).collect(), &thresholds);
        for value in values {
            prop_assert_eq!(value >= cut.high_from, value * factor >= scaled.high_from);
            prop_assert_eq!(value >= cut.keep_from, value * factor >= scaled.keep_from);
        }
    }

    #[test]
    fn the_order_of_values_does_not_matter(mut values in prop::collection::vec(-1e3_f64..1e3, 0..80)) {
        let thresholds = Thresholds::default();
        let forward = ValueCut::of(values.clone(), &thresholds);
        values.reverse();
        prop_assert_eq!(forward, ValueCut::of(values, &thresholds));
    }

    #[test]
    fn never_more_than_a_fifth_is_high(values in prop::collection::vec(0.0_f64..50.0, 25..200)) {
        let thresholds = Thresholds::default();
        let coarse: Vec<f64> = values.iter().map(|value| value.round()).collect();
        let cut = ValueCut::of(coarse.clone(), &thresholds);
        let high = coarse.iter().filter(|value| **value >= cut.high_from).count();
        prop_assert!(high * 5 <= coarse.len());
        prop_assert!(cut.keep_from <= cut.high_from);
    }
}
