//! Running cargo and what it built.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs cargo, the same one that runs this.
pub(crate) fn cargo(words: &[&str]) -> Result<(), String> {
    finish(command().args(words).current_dir(root()))
}

/// The same cargo, to run with more than words.
pub(crate) fn command() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end.
pub(crate) fn run<W: AsRef<OsStr>>(program: &Path, words: &[W]) -> Result<(), String> {
    finish(Command::new(program).args(words))
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command) -> Result<(), String> {
    let shown = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{shown} cannot be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown} ended with {status}")) }
}

/// The program of this project in a profile's folder.
pub(crate) fn program(profile: &str) -> PathBuf {
    target().join(profile).join("klantwijzer")
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The top of the project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_install_has_no_debug_lines() {
        let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
        let (_, release) = manifest.split_once("[profile.release]\n").expect("the profile");
        let release: Vec<&str> = release.lines().take_while(|line| !line.is_empty()).collect();
        assert!(release.contains(&"strip = true"), "{release:?}");
        assert!(!release.iter().any(|line| line.starts_with("debug")), "{release:?}");
    }
}
