//! Plugins in their own processes: the shipped ones, and ones with every fault.

// A test that cannot be set up must stop.
#![allow(clippy::unwrap_used)]

/// Builds the plugins that the tests load.
mod built;
/// `plugin check`.
mod check;
/// Crashes, hangs and panics while scoring.
mod faults;
/// What a folder gives, and what is said of the files in it.
mod folder;
