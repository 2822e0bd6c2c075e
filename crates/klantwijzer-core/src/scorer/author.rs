//! What the author of a sector plugin writes: how one customer is scored.
//!
//! The arithmetic that every sector shares is done here: value is the sum of
//! the value factors, potential the weighted mean of the potential factors that
//! are known, in points that add up to it.

use thiserror::Error;

use crate::manifest::{Axis, Manifest};
use crate::programme::ContactMoment;
use crate::scorer::{Failed, Fill, Scores, Sector, SectorFailure};
use crate::types::CustomerType;

/// A sector: how one customer is scored.
pub trait Scorer: Sized + Send + Sync + 'static {
    /// The plugin's description of itself, as JSON: see [`Manifest`].
    const MANIFEST: &'static str;

    /// Looks up the facts and factors of the manifest and reads the
    /// workspace's configuration: JSON, or empty where there is none.
    fn new(plan: &Plan<'_>, config: &str) -> Result<Self, PluginError>;

    /// Scores one customer. The outcome MUST depend on nothing but the facts of
    /// this customer. It is not called for a customer of whom a required fact
    /// is unknown.
    fn score(&self, customer: &Customer<'_>, score: &mut Score);

    /// The contact moments of a type, the weightiest first; `None` for what the
    /// manifest says.
    fn contacts(&self, customer_type: CustomerType) -> Option<Vec<ContactMoment>> {
        let _ = customer_type;
        None
    }
}

/// Why a plugin cannot score.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PluginError {
    /// The manifest cannot be read.
    #[error("the manifest cannot be used: {0}")]
    Manifest(String),
    /// The scorer asks for a fact that the manifest does not declare.
    #[error("the fact {0:?} is not in the manifest; declare it under \"facts\"")]
    NoSuchFact(String),
    /// The scorer asks for a factor that the manifest does not declare.
    #[error("there is no {1} factor {0:?} in the manifest; declare it under \"factors\"")]
    NoSuchFactor(String, &'static str),
    /// The configuration cannot be used.
    #[error("the configuration cannot be used: {0}")]
    Config(String),
    /// The columns are not those of the manifest.
    #[error("{found} {what} were given where the manifest has {expected}")]
    Columns {
        /// Of what there is another number.
        what: &'static str,
        /// As the manifest has it.
        expected: usize,
        /// As it was given.
        found: usize,
    },
}

/// The manifest, for looking up its facts and factors by name.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a>(&'a Manifest);

impl Plan<'_> {
    /// A fact of the manifest.
    pub fn fact(&self, id: &str) -> Result<FactHandle, PluginError> {
        let column = self.0.fact(id).map(FactHandle);
        column.ok_or_else(|| PluginError::NoSuchFact(id.to_owned()))
    }

    /// A value factor of the manifest.
    pub fn value(&self, id: &str) -> Result<ValueFactor, PluginError> {
        self.factor(id, Axis::Value, "value").map(ValueFactor)
    }

    /// A potential factor of the manifest.
    pub fn potential(&self, id: &str) -> Result<PotentialFactor, PluginError> {
        self.factor(id, Axis::Potential, "potential").map(PotentialFactor)
    }

    fn factor(self, id: &str, axis: Axis, called: &'static str) -> Result<usize, PluginError> {
        let column = self.0.factor(id).filter(|column| self.0.factors[*column].axis == axis);
        column.ok_or_else(|| PluginError::NoSuchFactor(id.to_owned(), called))
    }
}

/// A fact that a scorer reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactHandle(usize);

/// A factor that a scorer gives an amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueFactor(usize);

/// A factor that a scorer rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PotentialFactor(usize);

/// The facts of one customer.
#[derive(Debug, Clone, Copy)]
pub struct Customer<'a> {
    columns: &'a [&'a [f64]],
    row: usize,
}

impl Customer<'_> {
    /// A fact; NaN when it is unknown.
    pub fn get(&self, fact: FactHandle) -> f64 {
        let column = self.columns.get(fact.0).copied().unwrap_or_default();
        let value = column.get(self.row).copied().unwrap_or(f64::NAN);
        if value.is_finite() { value } else { f64::NAN }
    }
}

/// The score of one customer in the making. A number that is NaN or infinite
/// counts as unknown.
#[derive(Debug, Clone)]
pub struct Score {
    parts: [f64; Manifest::MAX_FACTORS],
}

impl Score {
    const UNKNOWN: Self = Self { parts: [f64::NAN; Manifest::MAX_FACTORS] };

    /// Adds money per year to the customer's value. What costs money is
    /// negative.
    pub fn add(&mut self, factor: ValueFactor, money: f64) {
        if money.is_finite() {
            let part = &mut self.parts[factor.0];
            *part = if part.is_nan() { money } else { *part + money };
        }
    }

    /// Rates a potential factor: 0 for no room to grow, 1 for all the room that
    /// there can be. What lies beyond is cut off.
    pub fn rate(&mut self, factor: PotentialFactor, share: f64) {
        if share.is_finite() {
            self.parts[factor.0] = share.clamp(0.0, 1.0);
        }
    }
}

/// A scorer with its manifest: scores columns of customers, in this process.
#[derive(Debug)]
pub struct Scoring<S> {
    manifest: Manifest,
    scorer: S,
    required: Vec<usize>,
    value: Vec<usize>,
    potential: Vec<(usize, f64)>,
    weight: f64,
}

/// Where scores are written, a column each.
#[derive(Debug)]
pub struct ScoreColumns<'a, 'b> {
    /// Money per year.
    pub value: &'a mut [f64],
    /// 0 to 100.
    pub potential: &'a mut [f64],
    /// 0 to 1.
    pub confidence: &'a mut [f64],
    /// In the order of the manifest.
    pub factors: &'a mut [&'b mut [f64]],
}

impl<S: Scorer> Scoring<S> {
    /// Checks the manifest and makes the scorer.
    pub fn new(mut manifest: Manifest, config: &str) -> Result<Self, PluginError> {
        let unusable = |problem: crate::manifest::ManifestError| problem.to_string();
        manifest.check().map_err(unusable).map_err(PluginError::Manifest)?;
        let scorer = S::new(&Plan(&manifest), config)?;
        for customer_type in CustomerType::ALL {
            if let Some(moments) = scorer.contacts(customer_type) {
                manifest.programme.insert(customer_type, moments);
            }
        }
        let required = |column: &usize| manifest.facts[*column].required;
        let required = (0..manifest.facts.len()).filter(required).collect();
        let (mut value, mut potential) = (Vec::new(), Vec::new());
        for (column, factor) in manifest.factors.iter().enumerate() {
            match factor.axis {
                Axis::Value => value.push(column),
                Axis::Potential => potential.push((column, factor.weight)),
            }
        }
        let weight = potential.iter().map(|(_, weight)| weight).sum();
        Ok(Self { manifest, scorer, required, value, potential, weight })
    }

    /// Scores the customers in `facts`, a column per fact of the manifest. A
    /// customer of whom a required fact or every value factor is unknown gets
    /// NaN everywhere and no confidence.
    pub fn run(
        &self,
        facts: &[&[f64]],
        scores: &mut ScoreColumns<'_, '_>,
    ) -> Result<(), PluginError> {
        self.check_columns(facts, scores)?;
        let mut score = Score::UNKNOWN;
        for row in 0..scores.value.len() {
            let customer = Customer { columns: facts, row };
            score.parts[..self.manifest.factors.len()].fill(f64::NAN);
            let known = |column: &usize| !customer.get(FactHandle(*column)).is_nan();
            if self.required.iter().all(known) {
                self.scorer.score(&customer, &mut score);
            }
            self.write(row, &score.parts, scores);
        }
        Ok(())
    }

    fn check_columns(
        &self,
        facts: &[&[f64]],
        scores: &ScoreColumns<'_, '_>,
    ) -> Result<(), PluginError> {
        let rows = scores.value.len();
        let same = |what, expected, found| {
            (expected == found).then_some(()).ok_or(PluginError::Columns { what, expected, found })
        };
        same("fact columns", self.manifest.facts.len(), facts.len())?;
        same("factor columns", self.manifest.factors.len(), scores.factors.len())?;
        let inputs = facts.iter().map(|column| column.len());
        let factors = scores.factors.iter().map(|column| column.len());
        let own = [scores.potential.len(), scores.confidence.len()];
        inputs.chain(factors).chain(own).try_for_each(|length| same("rows", rows, length))
    }

    fn write(
        &self,
        row: usize,
        parts: &[f64; Manifest::MAX_FACTORS],
        scores: &mut ScoreColumns<'_, '_>,
    ) {
        let amounts = self.value.iter().map(|column| parts[*column]);
        let known = amounts.filter(|amount| !amount.is_nan());
        let value = known.reduce(|sum, amount| sum + amount).unwrap_or(f64::NAN);
        if !value.is_finite() {
            return Self::write_unscored(row, scores);
        }
        scores.value[row] = value;
        for column in &self.value {
            scores.factors[*column][row] = parts[*column];
        }
        let rated = self.potential.iter().filter(|(column, _)| !parts[*column].is_nan());
        // Not `sum`, which makes minus nothing of nothing.
        let known = rated.fold(0.0, |known, (_, weight)| known + weight);
        let points_per_weight = 100.0 / known;
        let (mut points, mut any) = (0.0, false);
        for (column, weight) in &self.potential {
            let part = points_per_weight * weight * parts[*column];
            scores.factors[*column][row] = part;
            if !part.is_nan() {
                points += part;
                any = true;
            }
        }
        scores.potential[row] = if any { f64::min(points, 100.0) } else { f64::NAN };
        scores.confidence[row] = known / self.weight;
    }

    fn write_unscored(row: usize, scores: &mut ScoreColumns<'_, '_>) {
        scores.value[row] = f64::NAN;
        scores.potential[row] = f64::NAN;
        scores.confidence[row] = 0.0;
        for column in scores.factors.iter_mut() {
            column[row] = f64::NAN;
        }
    }
}

impl<S: Scorer> Sector for Scoring<S> {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn score(&self, rows: usize, fill: Fill<'_>) -> Result<Scores, SectorFailure> {
        let columns = |number: usize| vec![vec![f64::NAN; rows]; number];
        let mut facts = columns(self.manifest.facts.len());
        let mut writable: Vec<&mut [f64]> = facts.iter_mut().map(Vec::as_mut_slice).collect();
        fill(&mut writable);
        let readable: Vec<&[f64]> = facts.iter().map(Vec::as_slice).collect();
        let mut scores = columns(Scores::OWN_COLUMNS + self.manifest.factors.len());
        let mut targets: Vec<&mut [f64]> = scores.iter_mut().map(Vec::as_mut_slice).collect();
        if let [value, potential, confidence, factors @ ..] = targets.as_mut_slice() {
            let mut targets = ScoreColumns { value, potential, confidence, factors };
            self.run(&readable, &mut targets).map_err(|problem| SectorFailure {
                plugin: self.manifest.id.to_string(),
                how: Failed::Refused(problem.to_string()),
            })?;
        }
        Ok(Scores::new(scores, self.manifest.factors.len()))
    }
}

#[cfg(test)]
mod tests;
