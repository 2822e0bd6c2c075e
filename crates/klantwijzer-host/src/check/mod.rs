//! Holds a plugin against the rules of the interface: `plugin check`.

mod data;
pub(crate) mod probe;

use std::path::Path;
use std::time::Instant;

use klantwijzer_core::manifest::Manifest;

use crate::load::read_library;
use crate::load_error::Result;
use crate::process::{Limits, NoReply, WorkerProgram};
use crate::sector::Recipe;
use crate::wire::{CheckStep, Reply, Request};

/// What became of a check.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckReport {
    /// What the plugin says of itself.
    pub manifest: Manifest,
    /// The rules in the order in which they were looked at.
    pub steps: Vec<CheckStep>,
    /// Customers scored per second, in batches of 100,000; `None` when the
    /// check did not get that far.
    pub rows_per_second: Option<f64>,
}

impl CheckReport {
    /// Whether every rule is kept.
    pub fn passed(&self) -> bool {
        self.rows_per_second.is_some() && self.steps.iter().all(|step| step.problem.is_none())
    }

    fn cut_short(mut self, problem: &str) -> Self {
        let rule = "answers to the end".to_owned();
        let problem = match self.steps.last() {
            Some(last) => format!("{problem}, after \"{}\"", last.rule),
            None => problem.to_owned(),
        };
        self.steps.push(CheckStep { rule, problem: Some(problem) });
        self
    }
}

/// The most rules that are taken from a worker.
const MAX_STEPS: usize = 100;

/// Checks the plugin in a file, in a worker process. A plugin that cannot be
/// loaded at all is an error; one that breaks a rule, or crashes or hangs on
/// the way, is told in the report.
pub fn check_plugin(file: &Path, program: &WorkerProgram, limits: Limits) -> Result<CheckReport> {
    let recipe = Recipe {
        program: program.clone(),
        limits,
        name: file.to_string_lossy().into_owned(),
        library: read_library(file)?,
        config: String::new(),
    };
    let (mut process, mut manifest) = recipe.start()?;
    recipe.create(&mut process, &mut manifest)?;
    let mut report = CheckReport { manifest, steps: Vec::new(), rows_per_second: None };
    let time = limits.time + limits.time_per_row * probe::ALL_ROWS;
    let deadline = Instant::now() + time;
    let mut reply = process.tell(&Request::Check, &[], time).and_then(|()| process.reply(deadline));
    loop {
        match reply {
            Ok(Reply::Step(step)) if report.steps.len() < MAX_STEPS => report.steps.push(step),
            Ok(Reply::Checked { rows_per_second }) => {
                report.rows_per_second = Some(rows_per_second);
                return Ok(report);
            }
            Ok(_) | Err(NoReply::Crashed) => return Ok(report.cut_short("it crashed")),
            Err(NoReply::TimedOut) => {
                let told = format!("it took longer than {} seconds", time.as_secs());
                return Ok(report.cut_short(&told));
            }
        }
        reply = process.reply(deadline);
    }
}
