//! The fake Discord, held to what a real client library expects of it.
#![allow(clippy::expect_used, reason = "a test fails loudly")]

// A small bot of its own, and requests written by hand.
mod client;
mod raw;

// A conversation with that bot, and what can go wrong with it.
mod conversation;
mod trouble;

// The rules: what is refused, and what is just within the limits.
mod bodies;
mod gateway;
mod refused;
mod refused_commands;
