//! Running cargo and what it built.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs cargo, the same one that runs this.
pub(crate) fn cargo(words: &[&str]) -> Result<(), String> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(Path::new(&program), words)
}

/// Runs a program to its end.
pub(crate) fn run<W: AsRef<OsStr>>(program: &Path, words: &[W]) -> Result<(), String> {
    let shown = program.display();
    let status = Command::new(program)
        .args(words)
        .status()
        .map_err(|error| format!("{shown} cannot be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown} ended with {status}")) }
}

/// The program of this project in a profile's folder.
pub(crate) fn program(profile: &str) -> PathBuf {
    target().join(profile).join("klantwijzer")
}

fn target() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}
