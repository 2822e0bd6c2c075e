use klantwijzer_plugin::{Trial, assert_examples, try_on};

use super::{Manufacturing, lightness};

#[test]
fn worked_examples_come_out() {
    assert_examples::<Manufacturing>();
}

fn manufacturing(facts: &[(&str, f64)]) -> Trial {
    try_on::<Manufacturing>("", facts).unwrap()
}

#[test]
fn slow_cycles_are_judged_over_two_years() {
    for (gap, value) in [(Some(181.0), 60.0), (Some(180.0), 10.0), (None, 10.0)] {
        let mut facts = vec![("net_revenue_12m", 10.0), ("net_revenue_24m", 120.0)];
        facts.extend(gap.map(|gap| ("median_days_between_invoices", gap)));
        let found = manufacturing(&facts).value;
        assert!((found - value).abs() < 1e-9, "{gap:?}: {found}");
    }
    let without_two_years = [("net_revenue_12m", 10.0), ("median_days_between_invoices", 400.0)];
    assert!((manufacturing(&without_two_years).value - 10.0).abs() < 1e-9);
}

#[test]
fn margin_follows_the_years_that_count() {
    let facts = [
        ("net_revenue_12m", 100.0),
        ("net_revenue_24m", 400.0),
        ("margin_12m", 25.0),
        ("median_days_between_invoices", 300.0),
    ];
    let trial = manufacturing(&facts);
    assert!((trial.factors["margin"] - 50.0).abs() < 1e-9);
    assert!(!trial.factors.contains_key("revenue"));
}

#[test]
fn support_takes_room_up_to_a_fifth_of_revenue() {
    for (support, revenue, rated) in
        [(0.0, 100.0, 1.0), (10.0, 100.0, 0.5), (50.0, 0.0, 0.0), (50.0, -10.0, 0.0)]
    {
        assert!((lightness(support, revenue) - rated).abs() < 1e-9);
    }
    assert!(lightness(50.0, 100.0) < 0.0, "cut off at 0 by the score");
    assert!(lightness(0.0, 0.0).is_nan());
    assert!(lightness(f64::NAN, 100.0).is_nan());
}
