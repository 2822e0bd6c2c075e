//! Loading the sector plugins, each in a worker that is this program again.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

use klantwijzer_host::{Limits, LoadProblem, Sectors, WorkerProgram};
use klantwijzer_text::render::load_problem;
use klantwijzer_text::{Failure, Texts, errors, say};
use smol_str::SmolStr;

/// The hidden word that makes this program a plugin's worker.
pub const WORKER: &str = "plugin-worker";

/// The plugins of a folder, each in a worker of its own.
pub fn load(
    folder: &Path,
    config: &BTreeMap<SmolStr, String>,
    texts: &Texts,
) -> Result<Sectors, Failure> {
    Ok(Sectors::load(folder, &worker_program(texts)?, Limits::default(), config))
}

/// This program, as a plugin's worker.
pub fn worker_program(texts: &Texts) -> Result<WorkerProgram, Failure> {
    let program = std::env::current_exe()
        .map_err(|error| errors::file(Path::new("klantwijzer"), &error, texts))?;
    Ok(WorkerProgram { program, args: vec![OsString::from(WORKER)] })
}

/// What is wrong with a plugin, and what to do.
pub fn worded(problem: &LoadProblem, texts: &Texts) -> String {
    let file = problem.file.display().to_string();
    let (what, help) = load_problem(&problem.what, texts);
    say!(texts, "plugin-problem", file = file, what = what, help = help)
}
