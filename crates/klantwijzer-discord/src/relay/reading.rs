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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Reading;
    use crate::metrics::Metrics;

    fn person() -> Value {
        json!({
            "id": "11",
            "username": "anna",
            "discriminator": "0",
            "global_name": "Anna",
            "avatar": "fb211703bcc04ee612c88d494df0272f",
            "banner": null,
            "avatar_decoration_data": {"asset": "a_fb211703bcc04ee612c88d494df0272f", "sku_id": "1"},
            "primary_guild": {"badge": "fb211703bcc04ee612c88d494df0272f", "tag": "ACME"},
            "public_flags": 0,
        })
    }

    fn member() -> Value {
        json!({
            "roles": ["21"],
            "nick": "An",
            "avatar": "fb211703bcc04ee612c88d494df0272f",
            "joined_at": "2026-01-01T00:00:00Z",
            "premium_since": null,
            "deaf": false,
            "mute": false,
            "flags": 0,
            "pending": false,
            "permissions": "8",
        })
    }

    fn message() -> Value {
        json!({
            "id": "31",
            "channel_id": "41",
            "guild_id": "51",
            "type": 0,
            "author": person(),
            "member": member(),
            "content": "<@1> who are strategic?",
            "timestamp": "2026-11-30T10:00:00Z",
            "edited_timestamp": null,
            "tts": false,
            "mention_everyone": false,
            "mentions": [person()],
            "mention_roles": ["21"],
            "attachments": [{
                "id": "61", "filename": "a.csv", "size": 3, "url": "https://x", "proxy_url": "https://x",
                "content_type": "text/csv", "title": "a", "flags": 0
            }],
            "embeds": [{"type": "rich", "color": 1}],
            "components": [{"type": 1, "id": 1, "components": []}],
            "pinned": false,
            "flags": 0,
            "poll": null,
            "sticker_items": [],
            "message_reference": {"type": 0, "channel_id": "41", "message_id": "30"},
        })
    }

    fn press() -> Value {
        let mut member = member();
        member["user"] = person();
        json!({
            "id": "71",
            "application_id": "1",
            "type": 3,
            "token": "secret",
            "version": 1,
            "data": {"custom_id": "k1.x", "component_type": 2, "id": 3},
            "guild_id": "51",
            "channel_id": "41",
            "channel": {"id": "41", "type": 0, "name": "sales", "permissions": "8", "last_message_id": "9"},
            "member": member,
            "message": message(),
            "locale": "nl",
            "guild_locale": "nl",
            "app_permissions": "8",
            "entitlements": [],
            "authorizing_integration_owners": {},
            "context": 0,
            "attachment_size_limit": 1,
        })
    }

    fn guild() -> Value {
        let mut member = member();
        member["user"] = person();
        json!({
            "id": "51",
            "name": "Acme",
            "icon": "fb211703bcc04ee612c88d494df0272f",
            "owner_id": "11",
            "preferred_locale": "nl",
            "roles": [{"id": "51", "name": "@everyone", "permissions": "0", "position": 0, "color": 0,
                "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
                "hoist": false, "managed": false, "mentionable": false, "icon": null}],
            "channels": [{"id": "41", "type": 0, "name": "sales", "position": 0, "topic": null}],
            "threads": [{"id": "42", "type": 11, "name": "talk", "parent_id": "41",
                "thread_metadata": {"archived": false, "locked": false, "auto_archive_duration": 60,
                    "archive_timestamp": "2026-01-01T00:00:00Z"}}],
            "members": [member],
            "emojis": [],
            "features": [],
            "joined_at": "2026-01-01T00:00:00Z",
            "member_count": 3,
        })
    }

    /// Every place in a value, as a JSON pointer.
    fn places(value: &Value, above: &str, found: &mut Vec<String>) {
        let inside: Vec<(String, &Value)> = match value {
            Value::Object(parts) => parts.iter().map(|(key, part)| (key.clone(), part)).collect(),
            Value::Array(items) => {
                items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect()
            }
            _ => Vec::new(),
        };
        for (key, part) in inside {
            let place = format!("{above}/{key}");
            found.push(place.clone());
            places(part, &place, found);
        }
    }

    /// The places at which nonsense, or nothing, makes an event unreadable.
    fn needed(kind: &str, event: &Value, change: fn(&mut Value, &str)) -> Vec<String> {
        let metrics = Metrics::default();
        let reading = Reading::default();
        let readable = |event: &Value| {
            let frame = json!({"op": 0, "s": 1, "t": kind, "d": event}).to_string();
            reading.read(frame, &metrics).is_some()
        };
        assert!(readable(event), "{kind}");
        let mut all = Vec::new();
        places(event, "", &mut all);
        all.retain(|place| {
            let mut changed = event.clone();
            change(&mut changed, place);
            !readable(&changed)
        });
        all
    }

    fn nonsense(event: &mut Value, place: &str) {
        if let Some(part) = event.pointer_mut(place) {
            *part = json!({"odd": [true]});
        }
    }

    fn nothing(event: &mut Value, place: &str) {
        let Some((above, key)) = place.rsplit_once('/') else { return };
        match event.pointer_mut(above) {
            Some(Value::Object(parts)) => {
                parts.remove(key);
            }
            Some(Value::Array(items)) => {
                let at: usize = key.parse().unwrap_or_default();
                items.remove(at);
            }
            _ => {}
        }
    }

    #[test]
    fn only_what_is_used_has_to_be_readable() {
        let events = [
            ("MESSAGE_CREATE", message()),
            ("INTERACTION_CREATE", press()),
            ("GUILD_CREATE", guild()),
        ];
        let told = events.map(|(kind, event)| {
            let nonsense = needed(kind, &event, nonsense).join(" ");
            let nothing = needed(kind, &event, nothing).join(" ");
            format!("{kind}\n  nonsense: {nonsense}\n  nothing: {nothing}\n")
        });
        insta::assert_snapshot!(told.concat());
    }
}
