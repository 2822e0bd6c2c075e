//! The traits between the domain and its sector plugins.

mod author;
mod examples;
mod failure;

pub use author::{
    Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, ScoreColumns, Scorer, Scoring,
    ValueFactor,
};
pub use examples::{ExampleMiss, run_examples};
pub use failure::{Failed, SectorFailure};

use smol_str::SmolStr;

use crate::manifest::Manifest;
use crate::programme::ContactMoment;
use crate::types::CustomerType;

/// Scores and contact programmes of one sector: what the rest of the program
/// sees of a plugin, wherever its code runs.
///
/// An implementer MUST give the same scores for the same facts, whatever the
/// other rows are and in whatever batches the rows come. It MUST return an
/// error instead of panicking, and in bounded time.
pub trait Sector: Send + Sync {
    /// What the plugin says of itself; already checked. Its programme is the one
    /// that holds, also where the plugin's code makes it.
    fn manifest(&self) -> &Manifest;

    /// Scores `rows` customers. `fill` is called once, with one writable column
    /// per fact of the manifest, in its order, each `rows` long. It MUST write
    /// every cell, NaN where the fact is unknown: a cell holds anything before.
    fn score(&self, rows: usize, fill: Fill<'_>) -> Result<Scores, SectorFailure>;
}

/// Writes the facts of customers into columns.
pub type Fill<'a> = &'a mut dyn FnMut(&mut [&mut [f64]]);

/// A sector plugin that is there and cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub struct Broken {
    /// Its id.
    pub id: SmolStr,
    /// What it says of itself, where it could be asked.
    pub manifest: Option<Manifest>,
    /// Why it cannot be used, in its own words or in those of who ran it.
    pub why: String,
}

/// The contact strategy of a sector: which contact moments a customer type gets.
pub trait ContactStrategy: Send + Sync {
    /// The moments of the type, the weightiest first; `None` where the sector
    /// follows the standard programme.
    fn programme(&self, customer_type: CustomerType) -> Option<&[ContactMoment]>;
}

impl ContactStrategy for Manifest {
    fn programme(&self, customer_type: CustomerType) -> Option<&[ContactMoment]> {
        self.programme.get(&customer_type).map(Vec::as_slice)
    }
}

/// Columns of numbers, wherever they lie: in this process, or in memory that is
/// shared with a plugin's process and is given back when this is dropped.
pub trait Columns: Send + Sync {
    /// A column; empty when there is no such column.
    fn column(&self, column: usize) -> &[f64];
}

impl Columns for Vec<Vec<f64>> {
    fn column(&self, column: usize) -> &[f64] {
        self.get(column).map_or(&[], Vec::as_slice)
    }
}

/// The scores of a batch, a column each; exactly as a plugin gave them, so
/// hostile until [`crate::review`] has looked at them. Drop them before the
/// next batch, so that their memory serves again.
pub struct Scores {
    columns: Box<dyn Columns>,
    factors: usize,
}

impl Scores {
    /// Columns before those of the factors: value, potential, confidence.
    pub const OWN_COLUMNS: usize = 3;

    /// Scores that lie in `columns`: value, potential, confidence, then
    /// `factors` columns.
    pub fn new(columns: impl Columns + 'static, factors: usize) -> Self {
        Self { columns: Box::new(columns), factors }
    }

    /// Money per year; NaN when it cannot be said.
    pub fn value(&self) -> &[f64] {
        self.columns.column(0)
    }

    /// 0 to 100; NaN when unknown.
    pub fn potential(&self) -> &[f64] {
        self.columns.column(1)
    }

    /// Share of the potential's weight that is known, 0 to 1.
    pub fn confidence(&self) -> &[f64] {
        self.columns.column(2)
    }

    /// One column per factor of the manifest: money for a value factor, points
    /// for a potential one; NaN when unknown.
    pub fn factors(&self) -> impl Iterator<Item = &[f64]> {
        (0..self.factors).map(|factor| self.columns.column(Self::OWN_COLUMNS + factor))
    }
}
