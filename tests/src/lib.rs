//! What the whole-program tests stand on: a Discord of their own, with no network.
#![recursion_limit = "256"]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "this code runs in tests only, and a test fails loudly"
)]

pub mod discord;
