use std::fmt;
use std::time::Instant;

use serde_json::Value;

/// A request that the bot made.
#[derive(Clone, Debug)]
pub struct Seen {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// The path after `/api/v10`, with its query, or the whole path on the file server.
    pub path: String,
    /// The body, or null.
    pub body: Value,
    /// What it was answered with; 0 when the connection was cut.
    pub status: u16,
    /// When it came.
    pub at: Instant,
}

/// A request that was refused because Discord's rules forbid it.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The request.
    pub method: String,
    /// The path after `/api/v10`.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// Discord's code: 50035 is a bad body.
    pub code: u64,
    /// What was wrong, one rule a line.
    pub why: String,
    /// The body that was refused.
    pub body: Value,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, path, status, code, why, body } = self;
        write!(f, "{method} {path} -> {status} ({code}): {why}\n{body}")
    }
}

/// What the bot asked, and what of it was refused.
#[derive(Default)]
pub(crate) struct Record {
    pub(crate) seen: Vec<Seen>,
    pub(crate) refused: Vec<Refusal>,
}
