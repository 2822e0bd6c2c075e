//! Drives the real program, with its real plugins, as people and scripts do.
#![allow(clippy::expect_used, reason = "a test fails loudly")]

// Building the program, and running it.
mod harness;

// The way of a new user: from files to answers, in both languages.
mod first_day;

// The files of the demo, as the program itself makes them up.
#[path = "../../bot/src/sample/mod.rs"]
mod sample;

// A chat through a pipe: every answer at once.
mod chat;
mod contact;

// What a question says about names, about whose customers it is, and in which language.
mod asking;

// Real data that nobody here wrote; skipped where it is absent.
mod real_data;

// What is wrong gets a clear error, and nothing is lost.
mod bad_input;

// The contract for scripts: one JSON object, exit statuses.
mod contract;

// Undo, overrides, judgements, definitions, settings, backup and export.
mod decisions;

// A sector plugin of one's own, from the first file to the score.
mod plugins;

// Killed at any moment, an acknowledged import is whole and there is no half one.
mod kill;

// Who may do what, who did what, and privacy.
mod access;

// The walls between the crates: who may know whom.
mod walls;

// The bot on the fake Discord.
mod discord;
