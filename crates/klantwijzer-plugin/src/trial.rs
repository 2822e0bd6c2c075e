//! Trying a scorer in the tests of its crate, in the same process.

use std::collections::BTreeMap;

use klantwijzer_core::scorer::{PluginError, Scorer, Sector, run_examples};

use crate::scoring;

/// What a scorer makes of one customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// Money per year; NaN when unscored.
    pub value: f64,
    /// 0 to 100; NaN when unknown.
    pub potential: f64,
    /// Share of the potential's weight that is known, 0 to 1.
    pub confidence: f64,
    /// The factors that are known, by id.
    pub factors: BTreeMap<String, f64>,
}

/// Scores one customer of whom these facts are known. A fact that is not in the
/// manifest is an error.
pub fn try_on<S: Scorer>(config: &str, facts: &[(&str, f64)]) -> Result<Trial, PluginError> {
    let scoring = scoring::<S>(config)?;
    let manifest = scoring.manifest();
    let stranger = facts.iter().find(|(id, _)| manifest.fact(id).is_none());
    if let Some((id, _)) = stranger {
        return Err(PluginError::NoSuchFact((*id).to_owned()));
    }
    let known = |id: &str| facts.iter().find(|(fact, _)| *fact == id);
    let scores = scoring
        .score(1, &mut |columns| {
            for (column, spec) in columns.iter_mut().zip(&manifest.facts) {
                column.fill(known(&spec.id).map_or(f64::NAN, |(_, value)| *value));
            }
        })
        .map_err(|failure| PluginError::Config(failure.to_string()))?;
    let first = |column: &[f64]| column.first().copied().unwrap_or(f64::NAN);
    let ids = manifest.factors.iter().map(|spec| spec.id.to_string());
    let factors = ids.zip(scores.factors().map(first));
    Ok(Trial {
        value: first(scores.value()),
        potential: first(scores.potential()),
        confidence: first(scores.confidence()),
        factors: factors.filter(|(_, part)| !part.is_nan()).collect(),
    })
}

/// Runs the worked examples of a scorer's manifest.
///
/// # Panics
/// When the manifest cannot be used or an example comes out otherwise.
pub fn assert_examples<S: Scorer>() {
    let misses = scoring::<S>("").map(|scoring| run_examples(&scoring));
    let told = match misses {
        Ok(Ok(misses)) => {
            let told: Vec<String> = misses.iter().map(ToString::to_string).collect();
            told.join("\n")
        }
        Ok(Err(failure)) => failure.to_string(),
        Err(problem) => problem.to_string(),
    };
    assert!(told.is_empty(), "{told}");
}
