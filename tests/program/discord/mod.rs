//! The fake Discord, held to what a real client library expects of it.

// A small bot of its own.
mod client;

// A conversation with that bot, and what can go wrong with it.
mod fake;
