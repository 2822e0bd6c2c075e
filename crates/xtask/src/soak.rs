//! The bot under load, as people run it.

use crate::cargo::{self, cargo};

/// Builds the program for use and has the tests that put it under load run on it, the long one
/// for this many minutes.
pub(crate) fn soak(minutes: Option<&str>) -> Result<(), String> {
    cargo(&["build", "--release"])?;
    let program = cargo::program("release").canonicalize().map_err(|error| error.to_string())?;
    let mut tests = cargo::command();
    tests.args(["test", "--package", "klantwijzer-tests", "--test", "program", "discord::load::"]);
    tests.args(["--", "--ignored", "--nocapture", "--test-threads=1"]);
    tests.env("KLANTWIJZER_PROGRAM", program);
    if let Some(minutes) = minutes {
        tests.env("KLANTWIJZER_SOAK_MINUTES", minutes);
    }
    cargo::finish(&mut tests)
}
