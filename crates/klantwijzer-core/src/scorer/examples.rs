//! The worked examples of a manifest, run.

use thiserror::Error;

use crate::scorer::{Sector, SectorFailure};
use crate::settings::Thresholds;
use crate::types::CustomerType;

/// A worked example that comes out otherwise than its manifest says.
#[derive(Debug, Clone, PartialEq, Error)]
#[error(
    "{example:?} should be {} and came out {}: value {value:.2}, potential {potential:.1}",
    expected.id(),
    found.map_or("unscored", CustomerType::id)
)]
pub struct ExampleMiss {
    /// The example's name.
    pub example: String,
    /// The type that the manifest says.
    pub expected: CustomerType,
    /// The type that came out; `None` for unscored.
    pub found: Option<CustomerType>,
    /// Value that came out.
    pub value: f64,
    /// Potential that came out.
    pub potential: f64,
}

/// Has a sector score its own worked examples, in one batch. Value is high from
/// where the examples say, potential by the standard threshold.
pub fn run_examples(sector: &dyn Sector) -> Result<Vec<ExampleMiss>, SectorFailure> {
    let manifest = sector.manifest();
    let cases = &manifest.examples.cases;
    let scores = sector.score(cases.len(), &mut |columns| {
        for (column, spec) in columns.iter_mut().zip(&manifest.facts) {
            for (cell, case) in column.iter_mut().zip(cases) {
                *cell = case.facts.get(&spec.id).copied().unwrap_or(f64::NAN);
            }
        }
    })?;
    let thresholds = Thresholds::default();
    let outcomes = scores.value().iter().zip(scores.potential());
    let misses = cases.iter().zip(outcomes).filter_map(|(case, outcome)| {
        let (value, potential) = (*outcome.0, *outcome.1);
        let high_value = value > 0.0 && value >= manifest.examples.high_value_from;
        let found = value
            .is_finite()
            .then(|| CustomerType::of(high_value, potential >= thresholds.high_potential));
        (found != Some(case.customer_type)).then(|| ExampleMiss {
            example: case.name.clone(),
            expected: case.customer_type,
            found,
            value,
            potential,
        })
    });
    Ok(misses.collect())
}
