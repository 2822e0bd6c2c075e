use klantwijzer_plugin::{Trial, assert_examples, try_on};

use super::Social;

#[test]
fn worked_examples_come_out() {
    assert_examples::<Social>();
}

fn social(facts: &[(&str, f64)]) -> Trial {
    try_on::<Social>("", facts).unwrap()
}

#[test]
fn spend_and_data_sales_add_up_less_costs() {
    let trial = social(&[
        ("ad_spend_12m", 500.0),
        ("data_sales_12m", 200.0),
        ("support_cost_12m", 50.0),
        ("net_revenue_12m", 700.0),
    ]);
    assert!((trial.value - 650.0).abs() < 1e-9, "invoices count no second time");
    assert!((social(&[("net_revenue_12m", 700.0)]).value - 700.0).abs() < 1e-9);
}

#[test]
fn who_pays_nothing_that_is_known_has_no_value() {
    assert!(social(&[("support_cost_12m", 50.0)]).value.is_nan());
}

#[test]
fn spend_alone_gives_less_than_half_the_confidence() {
    let trial =
        social(&[("ad_spend_12m", 500.0), ("ad_spend_prev_12m", 500.0), ("relative_size", 0.5)]);
    assert!((trial.confidence - 0.4).abs() < 1e-9);
    assert!((trial.potential - 50.0).abs() < 1e-9);
}
