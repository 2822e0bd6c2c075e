use klantwijzer_plugin::{Trial, assert_examples, try_on};

use super::General;

#[test]
fn worked_examples_come_out() {
    assert_examples::<General>();
}

fn general(config: &str, facts: &[(&str, f64)]) -> Trial {
    try_on::<General>(config, facts).unwrap()
}

#[test]
fn the_base_can_be_pinned() {
    let facts = [("net_revenue_12m", 1000.0), ("margin_12m", 300.0), ("support_cost_12m", 50.0)];
    for (config, value) in [
        ("", 250.0),
        ("{}", 250.0),
        (r#"{"base": "revenue"}"#, 950.0),
        (r#"{"base": "margin"}"#, 250.0),
    ] {
        let found = general(config, &facts).value;
        assert!((found - value).abs() < 1e-9, "{config}: {found}");
    }
    let unknown_margin = general(r#"{"base": "margin"}"#, &[facts[0], facts[2]]);
    assert!(unknown_margin.value.is_nan());
    assert!(try_on::<General>(r#"{"bass": "revenue"}"#, &facts).is_err());
}

#[test]
fn invoices_alone_give_less_than_half_the_confidence() {
    let invoices = general(
        "",
        &[
            ("net_revenue_12m", 1000.0),
            ("net_revenue_prev_12m", 900.0),
            ("invoices_12m", 12.0),
            ("category_headroom", 0.9),
        ],
    );
    assert!((invoices.confidence - 0.40).abs() < 1e-9);
}

#[test]
fn share_of_wallet_and_categories_count_each_for_itself() {
    let facts = [("net_revenue_12m", 1000.0), ("category_headroom", 0.2), ("share_of_wallet", 0.4)];
    let (categories, breadth, wallet) = (15.0 * 0.2, 12.0 * 0.8, 20.0 * 0.6);
    let without_wallet = general("", &facts[..2]).potential;
    assert!((without_wallet - (categories + breadth) / 27.0 * 100.0).abs() < 1e-9);
    let with_wallet = general("", &facts).potential;
    assert!((with_wallet - (categories + breadth + wallet) / 47.0 * 100.0).abs() < 1e-9);
}

#[test]
fn growth_needs_a_year_to_compare_with() {
    for (now, before, known) in [(10.0, 0.0, false), (10.0, -5.0, false), (10.0, 5.0, true)] {
        let trial = general("", &[("net_revenue_12m", now), ("net_revenue_prev_12m", before)]);
        assert_eq!(trial.factors.contains_key("growth"), known);
    }
}
