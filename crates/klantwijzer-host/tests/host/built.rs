use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use klantwijzer_core::scorer::{Scores, Sector, SectorFailure};
use klantwijzer_host::{Limits, LoadError, Sectors, WorkerProgram};
use smol_str::SmolStr;

/// The ids of the plugins that are shipped.
pub(crate) const SHIPPED: [&str; 4] = ["general", "manufacturing", "nonprofit", "social"];

pub(crate) fn worker() -> WorkerProgram {
    WorkerProgram { program: env!("CARGO_BIN_EXE_bare-worker").into(), args: Vec::new() }
}

/// Where the built libraries are.
pub(crate) fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(build)
}

/// Builds the plugins into the folder of this test's own build. The worker's
/// path tells which that is.
fn build() -> PathBuf {
    let profile = worker().program.parent().unwrap().to_owned();
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--quiet", "--offline", "--target-dir"])
        .arg(profile.parent().unwrap())
        .args(["--lib", "--example", "moody", "--example", "foreign"])
        .args(["-p", "klantwijzer-host"]);
    for id in SHIPPED {
        cargo.arg("-p").arg(format!("klantwijzer-{id}"));
    }
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    assert!(cargo.status().unwrap().success(), "the plugins must build");
    profile
}

/// The library of a shipped plugin.
pub(crate) fn shipped(id: &str) -> PathBuf {
    folder().join(format!("libklantwijzer_{id}.so"))
}

/// The library of a plugin with faults.
pub(crate) fn faulty(name: &str) -> PathBuf {
    folder().join("examples").join(format!("lib{name}.so"))
}

/// A folder with copies of these libraries under these names.
pub(crate) fn folder_of(libraries: &[(&str, &Path)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, library) in libraries {
        std::fs::copy(library, folder.path().join(name)).unwrap();
    }
    folder
}

/// Short, so that a test of a hang ends soon.
pub(crate) const LIMITS: Limits =
    Limits { time: Duration::from_secs(3), time_per_row: Duration::from_micros(20), crashes: 3 };

/// Loads a folder; `config` is for the plugin `moody`.
pub(crate) fn load(folder: &Path, config: &str) -> Sectors {
    let config = BTreeMap::from([(SmolStr::new("moody"), config.to_owned())]);
    Sectors::load(folder, &worker(), LIMITS, &config)
}

/// Loads `moody` and nothing else.
pub(crate) fn moody(config: &str) -> Result<Arc<dyn Sector>, LoadError> {
    let folder = folder_of(&[("libmoody.so", &faulty("moody"))]);
    let mut loaded = load(folder.path(), config);
    match loaded.problems.pop() {
        Some(problem) => Err(problem.what),
        None => Ok(loaded.sectors.remove(0)),
    }
}

/// Has a sector with one fact score customers.
pub(crate) fn score(sector: &dyn Sector, revenues: &[f64]) -> Result<Scores, SectorFailure> {
    sector.score(revenues.len(), &mut |columns| {
        columns[0].copy_from_slice(revenues);
    })
}

/// Compiles a C plugin with a fault by its number; `None` without a compiler.
pub(crate) fn c_plugin(fault: u32, folder: &Path) -> Option<PathBuf> {
    let library = folder.join(format!("libklantwijzer_c{fault}.so"));
    let tests = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plugins");
    let include = concat!(env!("CARGO_MANIFEST_DIR"), "/../klantwijzer-plugin/include");
    let output = Command::new("cc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC"])
        .args(["-I", include, "-o"])
        .arg(&library)
        .arg(format!("-DFAULT={fault}"))
        .arg(format!("{tests}/plain.c"))
        .arg("-lm")
        .output();
    let Ok(output) = output else {
        println!("skipped: there is no C compiler named cc");
        return None;
    };
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    Some(library)
}
