//! Runs sector plugins, each in a process of its own.
//!
//! A plugin is foreign code: it may crash, hang or lie. So the program that
//! holds the team's data and secrets never loads one, not even to read its
//! manifest. It reads the file, hands the bytes to a worker process, and talks
//! to that over a socket; the columns of facts and scores lie in memory that
//! both share. What the rest of the program sees is a [`Sector`].
//!
//! Needs Linux, for `memfd` and its seals.
//!
//! [`Sector`]: klantwijzer_core::scorer::Sector

mod check;
mod library;
mod load;
mod load_error;
mod memory;
mod process;
mod sector;
mod wire;
mod worker;

pub use check::{CheckReport, check_plugin};
pub use load::{LoadProblem, Sectors, library_name, removal_mark};
pub use load_error::LoadError;
pub use process::{Limits, WorkerProgram};
pub use wire::CheckStep;
pub use worker::worker_main;
