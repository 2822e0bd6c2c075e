//! A message comes to be, or changes.

use std::collections::BTreeMap;
use std::time::Instant;

use serde_json::Value;

use super::reply::{Refused, Violation};
use super::request::{Request, Uploaded};
use crate::world::World;
use crate::world::file::File;
use crate::world::message::{Attached, EPHEMERAL, LOADING, Message, Pings};

/// What one request may carry for a guild that pays nothing.
const LARGEST_UPLOAD: usize = 10 << 20;

/// Where a new message goes and whose it is.
pub(crate) struct Posting<'a> {
    pub(crate) channel: u64,
    pub(crate) author: u64,
    /// The message as Discord's JSON: content, embeds, components and so on.
    pub(crate) body: &'a Value,
    pub(crate) files: &'a BTreeMap<u64, Uploaded>,
    pub(crate) interaction: Option<u64>,
    pub(crate) ephemeral: bool,
}

pub(crate) fn check_uploads(request: &Request) -> Result<(), Refused> {
    let size: usize = request.files.values().map(|file| file.bytes.len()).sum();
    if size > LARGEST_UPLOAD {
        return Err(Refused::new(413, 40_005, "Request entity too large"));
    }
    Ok(())
}

impl World {
    /// Writes the message; the caller has checked the body.
    pub(crate) fn post(&mut self, posting: &Posting<'_>) -> Message {
        let body = posting.body;
        let id = self.snowflakes.next();
        let answers = body["message_reference"]["message_id"].as_str();
        let answers = answers.and_then(|id| id.parse().ok());
        let mut flags = body["flags"].as_u64().unwrap_or(0);
        if posting.ephemeral {
            flags |= EPHEMERAL;
        }
        let mut message = Message {
            id,
            channel: posting.channel,
            author: posting.author,
            content: body["content"].as_str().unwrap_or_default().into(),
            embeds: list(&body["embeds"]),
            components: list(&body["components"]),
            files: Vec::new(),
            answers,
            flags,
            interaction: posting.interaction,
            pings: Pings::default(),
            nonce: body.get("nonce").filter(|nonce| !nonce.is_null()).cloned(),
            edits: 0,
            deleted: false,
            at: Instant::now(),
        };
        message.files = self.store(posting.channel, posting.files);
        message.pings = self.pings(&message, &body["allowed_mentions"]);
        self.messages.insert(id, message.clone());
        self.tell_message("MESSAGE_CREATE", &message);
        message
    }

    /// Changes a message: what the body does not name stays.
    pub(crate) fn amend(
        &mut self,
        id: u64,
        body: &Value,
        files: &BTreeMap<u64, Uploaded>,
    ) -> Message {
        let mut message = self.messages[&id].clone();
        if let Some(content) = body.get("content") {
            message.content = content.as_str().unwrap_or_default().into();
        }
        for (key, place) in
            [("embeds", &mut message.embeds), ("components", &mut message.components)]
        {
            if let Some(parts) = body.get(key) {
                *place = list(parts);
            }
        }
        if let Some(kept) = body.get("attachments") {
            let kept: Vec<String> = ids(kept).collect();
            message.files.retain(|file| kept.contains(&file.id.to_string()));
        }
        let new = self.store(message.channel, files);
        message.files.extend(new);
        message.flags &= !LOADING;
        message.edits += 1;
        message.pings = self.pings(&message, &body["allowed_mentions"]);
        self.messages.insert(id, message.clone());
        self.tell_message("MESSAGE_UPDATE", &message);
        message
    }

    fn store(&mut self, channel: u64, files: &BTreeMap<u64, Uploaded>) -> Vec<Attached> {
        let mut stored = Vec::new();
        for upload in files.values() {
            let id = self.snowflakes.next();
            let file = File {
                id,
                channel,
                name: upload.name.clone(),
                kind: upload.kind.clone(),
                bytes: upload.bytes.clone(),
                fault: None,
            };
            self.files.insert(id, file);
            stored.push(Attached { id, name: upload.name.clone(), bytes: upload.bytes.clone() });
        }
        stored
    }

    /// Whom the content pings, as far as `allowed_mentions` lets it. Embeds never ping.
    fn pings(&self, message: &Message, allowed: &Value) -> Pings {
        let all = allowed.is_null();
        let parsed = |kind: &str| {
            all || allowed["parse"].as_array().is_some_and(|kinds| kinds.iter().any(|k| k == kind))
        };
        let named = |list: &str, id: u64| ids_of(&allowed[list]).any(|own| own == id.to_string());
        let content = &message.content;
        let everyone = content.contains("@everyone") || content.contains("@here");
        let mut people: Vec<u64> = mentioned(content, "<@")
            .filter(|id| self.people.contains_key(id))
            .filter(|id| parsed("users") || named("users", *id))
            .collect();
        let roles =
            mentioned(content, "<@&").filter(|id| parsed("roles") || named("roles", *id)).collect();
        let answered = message.answers.and_then(|id| self.messages.get(&id));
        if let Some(answered) = answered
            && (all || allowed["replied_user"] == true)
        {
            people.push(answered.author);
        }
        people.sort_unstable();
        people.dedup();
        Pings { everyone: everyone && parsed("everyone"), people, roles }
    }
}

/// Refuses an `attachments` list that names a file which neither is there nor comes along.
pub(crate) fn check_attachments(
    body: &Value,
    above: &[&str],
    files: &BTreeMap<u64, Uploaded>,
    there: &[Attached],
) -> Result<(), Refused> {
    let known = |id: &str| {
        files.keys().any(|own| own.to_string() == id)
            || there.iter().any(|file| file.id.to_string() == id)
    };
    let unknown = ids(&body["attachments"]).enumerate().find(|(_, id)| !known(id));
    match unknown {
        None => Ok(()),
        Some((at, id)) => Err(Refused::form(vec![Violation {
            path: above
                .iter()
                .map(ToString::to_string)
                .chain(["attachments".into(), at.to_string(), "id".into()])
                .collect(),
            code: "ATTACHMENT_NOT_FOUND",
            message: format!("Attachment data for file with id {id} not found"),
        }])),
    }
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// An id travels as a text; for a file that comes along Discord takes a number too.
fn ids(attachments: &Value) -> impl Iterator<Item = String> {
    let ids = attachments.as_array().into_iter().flatten().map(|part| &part["id"]);
    ids.filter_map(|id| id.as_u64().map(|id| id.to_string()).or_else(|| Some(id.as_str()?.into())))
}

fn ids_of(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// The ids in mentions that begin with this, such as `<@123>`.
fn mentioned<'a>(content: &'a str, begin: &'a str) -> impl Iterator<Item = u64> + 'a {
    content.split(begin).skip(1).filter_map(|rest| {
        let id = rest.strip_prefix('!').unwrap_or(rest).split('>').next()?;
        id.parse().ok()
    })
}
