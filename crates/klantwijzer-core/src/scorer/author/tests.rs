use proptest::prelude::*;

use super::{Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, Scorer, Scoring};
use super::{ScoreColumns, ValueFactor};
use crate::manifest::{Manifest, ManifestError};
use crate::programme::standard_programme;
use crate::scorer::{Scores, Sector, run_examples};
use crate::types::CustomerType;

const MANIFEST: &str = r#"{
  "id": "tiny", "version": "1.0.0",
  "name": {"en": "Tiny", "nl": "Klein"}, "sectors": [],
  "customer": {"one": {"en": "customer", "nl": "klant"}, "many": {"en": "customers", "nl": "klanten"}},
  "facts": [
    {"id": "net_revenue_12m", "unit": "money", "label": {"en": "r", "nl": "o"}, "required": true},
    {"id": "support_cost_12m", "unit": "money", "label": {"en": "s", "nl": "s"}},
    {"id": "category_headroom", "unit": "share", "label": {"en": "h", "nl": "r"}},
    {"id": "pain_fit", "unit": "grade", "label": {"en": "p", "nl": "p"}}
  ],
  "factors": [
    {"id": "revenue", "label": {"en": "r", "nl": "o"}, "axis": "value"},
    {"id": "room", "label": {"en": "h", "nl": "r"}, "axis": "potential", "weight": 30},
    {"id": "support", "label": {"en": "s", "nl": "s"}, "axis": "value"},
    {"id": "fit", "label": {"en": "f", "nl": "p"}, "axis": "potential", "weight": 10}
  ],
  "examples": {"high_value_from": 1000, "cases": [
    {"name": "A", "facts": {"net_revenue_12m": 5000, "pain_fit": 9}, "type": "strategic"},
    {"name": "B", "facts": {"net_revenue_12m": 5000, "pain_fit": 9}, "type": "large"},
    {"name": "C", "facts": {"pain_fit": 9}, "type": "development"}
  ]}
}"#;

struct Tiny {
    revenue: FactHandle,
    support: FactHandle,
    headroom: FactHandle,
    pain: FactHandle,
    income: ValueFactor,
    cost: ValueFactor,
    room: PotentialFactor,
    fit: PotentialFactor,
}

impl Scorer for Tiny {
    const MANIFEST: &'static str = MANIFEST;

    fn new(plan: &Plan<'_>, _config: &str) -> Result<Self, PluginError> {
        Ok(Self {
            revenue: plan.fact("net_revenue_12m")?,
            support: plan.fact("support_cost_12m")?,
            headroom: plan.fact("category_headroom")?,
            pain: plan.fact("pain_fit")?,
            income: plan.value("revenue")?,
            cost: plan.value("support")?,
            room: plan.potential("room")?,
            fit: plan.potential("fit")?,
        })
    }

    fn score(&self, customer: &Customer<'_>, score: &mut Score) {
        score.add(self.income, customer.get(self.revenue));
        score.add(self.cost, -customer.get(self.support));
        score.rate(self.room, customer.get(self.headroom));
        score.rate(self.fit, customer.get(self.pain) / 10.0);
    }
}

fn tiny() -> Scoring<Tiny> {
    let manifest: Manifest = serde_json::from_str(Tiny::MANIFEST).unwrap();
    Scoring::new(manifest, "").unwrap()
}

fn score(rows: &[[f64; 4]]) -> Scores {
    tiny()
        .score(rows.len(), &mut |columns| {
            for (fact, column) in columns.iter_mut().enumerate() {
                for (cell, row) in column.iter_mut().zip(rows) {
                    *cell = row[fact];
                }
            }
        })
        .unwrap()
}

const UNKNOWN: f64 = f64::NAN;

#[test]
fn potential_is_rescaled_over_what_is_known() {
    for (facts, value, potential, confidence) in [
        ([900.0, 100.0, 0.5, 10.0], 800.0, 62.5, 1.0),
        ([900.0, UNKNOWN, UNKNOWN, 10.0], 900.0, 100.0, 0.25),
        ([900.0, UNKNOWN, 7.0, -3.0], 900.0, 75.0, 1.0),
        ([-50.0, 0.0, 0.2, UNKNOWN], -50.0, 20.0, 0.75),
    ] {
        let scores = score(&[facts]);
        assert!((scores.value()[0] - value).abs() < 1e-9, "{facts:?}");
        assert!((scores.potential()[0] - potential).abs() < 1e-9, "{facts:?}");
        assert!((scores.confidence()[0] - confidence).abs() < 1e-9, "{facts:?}");
    }
}

#[test]
fn without_a_required_fact_nothing_is_said() {
    for revenue in [UNKNOWN, f64::INFINITY] {
        let scores = score(&[[revenue, 100.0, 0.5, 10.0]]);
        assert!(scores.value()[0].is_nan());
        assert!(scores.potential()[0].is_nan());
        assert!(scores.confidence()[0].abs() < f64::EPSILON);
        assert!(scores.factors().all(|column| column[0].is_nan()));
    }
}

#[test]
fn without_potential_facts_there_is_no_potential() {
    let scores = score(&[[900.0, 100.0, UNKNOWN, UNKNOWN]]);
    assert!(scores.potential()[0].is_nan());
    assert!(scores.confidence()[0].abs() < f64::EPSILON);
}

#[test]
fn an_example_that_comes_out_otherwise_is_told() {
    let misses = run_examples(&tiny()).unwrap();
    let names: Vec<_> = misses.iter().map(|miss| miss.example.as_str()).collect();
    assert_eq!(names, ["B", "C"]);
    assert!(misses[1].to_string().contains("unscored"), "{}", misses[1]);
}

#[test]
fn a_contact_moment_of_a_plugin_needs_words() {
    let mut manifest: Manifest = serde_json::from_str(MANIFEST).unwrap();
    assert_eq!(manifest.check(), Ok(()));
    manifest.programme.insert(CustomerType::Large, standard_programme(CustomerType::Large));
    assert!(matches!(manifest.check(), Err(ManifestError::Programme(..))));
}

#[test]
fn a_factor_is_looked_up_on_its_own_axis() {
    let manifest: Manifest = serde_json::from_str(MANIFEST).unwrap();
    let plan = Plan(&manifest);
    assert!(plan.value("revenue").is_ok());
    assert!(plan.value("room").is_err());
    assert!(plan.potential("revenue").is_err());
    assert!(plan.fact("employees").is_err());
}

#[test]
fn other_columns_than_the_manifest_has_are_refused() {
    let mut factors: Vec<Vec<f64>> = vec![vec![0.0; 2]; 4];
    let mut factors: Vec<&mut [f64]> = factors.iter_mut().map(Vec::as_mut_slice).collect();
    for facts in [&[&[0.0; 2][..]; 3][..], &[&[0.0; 1][..]; 4][..]] {
        let mut scores = ScoreColumns {
            value: &mut [0.0; 2],
            potential: &mut [0.0; 2],
            confidence: &mut [0.0; 2],
            factors: &mut factors,
        };
        let refused = tiny().run(facts, &mut scores);
        assert!(matches!(refused, Err(PluginError::Columns { .. })));
    }
}

fn any_fact() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -1e6..1e6_f64,
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(0.0),
        1 => Just(1e308),
    ]
}

proptest! {
    #[test]
    #[allow(clippy::needless_range_loop, reason = "a row runs through all columns")]
    fn factors_add_up_and_stay_in_range(rows in prop::collection::vec([any_fact(), any_fact(), any_fact(), any_fact()], 0..20)) {
        let scores = score(&rows);
        let factors: Vec<&[f64]> = scores.factors().collect();
        for row in 0..rows.len() {
            let sum = |columns: [usize; 2]| -> f64 {
                columns.iter().map(|c| factors[*c][row]).filter(|part| !part.is_nan()).sum()
            };
            let (value, potential) = (scores.value()[row], scores.potential()[row]);
            prop_assert!(!value.is_infinite());
            if !value.is_nan() {
                prop_assert!((sum([0, 2]) - value).abs() <= 1e-9 * value.abs());
            }
            if !potential.is_nan() {
                prop_assert!((0.0..=100.0).contains(&potential));
                prop_assert!((sum([1, 3]) - potential).abs() < 1e-9);
            }
            prop_assert!((0.0..=1.0).contains(&scores.confidence()[row]));
        }
    }

    #[test]
    fn a_customer_scores_the_same_alone(rows in prop::collection::vec([any_fact(), any_fact(), any_fact(), any_fact()], 1..20)) {
        let together = score(&rows);
        for (row, facts) in rows.iter().enumerate() {
            let alone = score(&[*facts]);
            prop_assert_eq!(alone.value()[0].to_bits(), together.value()[row].to_bits());
            prop_assert_eq!(alone.potential()[0].to_bits(), together.potential()[row].to_bits());
        }
    }
}
