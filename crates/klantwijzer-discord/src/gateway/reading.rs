//! Events are read tolerantly: a field that the client library cannot read, and that the bot does
//! not use, loses nothing.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use serde::de::Error as _;
use serde_json::Value;
use serenity::all::{Event, GatewayEvent};
use tokio_tungstenite::tungstenite::Message as Frame;
use tracing::warn;

use super::trim::{is_used, trimmed};
use crate::metrics::Metrics;

/// The most kinds of unreadable events that are told in the log. Discord has some 80 kinds.
const MOST_TOLD: usize = 100;

/// What Discord said, as the client library can read it.
pub(super) struct Read {
    pub(super) frame: Frame,
    pub(super) turn: Option<Turn>,
}

/// What a frame means for the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Events come from here on.
    Begins,
    /// No more events come.
    Ends,
}

/// Looks whether the client library can read what Discord says.
#[derive(Default)]
pub(super) struct Reading {
    /// The kinds that were told in the log.
    told: Mutex<HashSet<String>>,
}

impl Reading {
    /// What the client library is to read: the frame as it came, else with only the fields that
    /// the bot uses, else nothing.
    pub(super) fn read(&self, frame: String, metrics: &Metrics) -> Option<Read> {
        let problem = match parsed(&frame) {
            Ok(turn) => return Some(Read { frame: Frame::Text(frame), turn }),
            Err(problem) => problem,
        };
        let (kind, trimmed) = without_what_is_not_used(&frame);
        let kind = kind.as_deref().unwrap_or("no event");
        let read = trimmed.and_then(|frame| {
            let turn = parsed(&frame).ok()?;
            Some(Read { frame: Frame::Text(frame), turn })
        });
        metrics.unreadable(kind, read.is_some());
        if self.is_new(kind) {
            let answered = read.is_some();
            warn!(kind, answered, %problem, "an event could not be read whole");
        }
        read
    }

    fn is_new(&self, kind: &str) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.len() < MOST_TOLD && told.insert(kind.to_owned())
    }
}

/// Reads a frame as the client library does, which passes over events that it cannot read as it
/// does over those that it does not know.
fn parsed(frame: &str) -> Result<Option<Turn>, serde_json::Error> {
    Ok(match serde_json::from_str(frame)? {
        GatewayEvent::Dispatch(_, Event::Unknown(event)) if is_used(&event.kind) => {
            return Err(serde_json::Error::custom("a field of it cannot be read"));
        }
        GatewayEvent::Dispatch(_, Event::Ready(_) | Event::Resumed(_)) => Some(Turn::Begins),
        GatewayEvent::InvalidateSession(_) => Some(Turn::Ends),
        _ => None,
    })
}

/// The kind of an event, and the frame with only the fields that the bot uses.
fn without_what_is_not_used(frame: &str) -> (Option<String>, Option<String>) {
    let Ok(mut frame) = serde_json::from_str::<Value>(frame) else { return (None, None) };
    let kind = frame["t"].as_str().map(ToOwned::to_owned);
    let event = kind.as_deref().and_then(|kind| trimmed(kind, &frame["d"]));
    let trimmed = event.map(|event| {
        frame["d"] = event;
        frame.to_string()
    });
    (kind, trimmed)
}
