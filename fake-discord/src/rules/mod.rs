//! What Discord refuses: its own description of each body, and the limits it does not describe.

mod command;
mod component;
mod embed;
mod findings;
mod message;
mod modal;
pub(crate) mod schema;

use std::collections::BTreeMap;

use serde_json::Value;

use super::rest::interactions::fitting;
use super::rest::reply::Refused;
use super::rest::request::Uploaded;
use super::world::interaction::Kind;
use super::world::message::Message;
use findings::Findings;
use message::Part;

/// How many chat commands a bot may have.
pub(crate) const MOST_COMMANDS: usize = 100;

type Files = BTreeMap<u64, Uploaded>;

/// The bot's whole list of commands.
pub(crate) fn command_list(body: &Value) -> Result<(), Refused> {
    let mut findings = Findings::default();
    let Some(commands) = body.as_array() else {
        findings.report("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        return findings.end();
    };
    for (at, body) in commands.iter().enumerate() {
        findings.within(at, |findings| {
            schema::check("ApplicationCommandUpdateRequest", &command::written(body), findings);
        });
    }
    command::check_list(commands, &mut findings);
    findings.end()
}

pub(crate) fn one_command(body: &Value) -> Result<(), Refused> {
    let mut findings = Findings::default();
    schema::check("ApplicationCommandCreateRequest", &command::written(body), &mut findings);
    command::check(body, &mut findings);
    findings.end()
}

/// The first answer to an interaction; tells Discord's number of the callback.
pub(crate) fn callback(body: &Value, kind: Kind, has_message: bool) -> Result<u64, Refused> {
    let mut findings = Findings::default();
    let number = body["type"].as_u64().unwrap_or(0);
    if !fitting(kind, has_message).contains(&number) {
        let why = format!("A callback of type {number} does not fit a {kind:?} interaction");
        findings.within("type", |findings| findings.report("BASE_TYPE_CHOICES", &why));
        return findings.end().map(|()| number);
    }
    let description = match number {
        4 | 5 => "CreateMessageInteractionCallbackRequest",
        6 | 7 => "UpdateMessageInteractionCallbackRequest",
        8 => "ApplicationCommandAutocompleteCallbackRequest",
        _ => "ModalInteractionCallbackRequest",
    };
    let mut written = body.clone();
    written["data"] = message::written(&body["data"]);
    schema::check(description, &written, &mut findings);
    findings.keys(body, &["type", "data"]);
    let data = &body["data"];
    findings.within("data", |findings| match number {
        8 => modal::check_choices(data, findings),
        9 => modal::check(data, findings),
        7 => message::check(data, Part::Update, findings),
        4 | 5 => message::check(data, Part::Response, findings),
        _ => {}
    });
    findings.end()?;
    if number == 4 && is_empty(data, None) && !attaches(data) {
        return Err(empty_message());
    }
    Ok(number)
}

pub(crate) fn follow_up(body: &Value, files: &Files) -> Result<(), Refused> {
    let mut findings = Findings::default();
    schema::check("IncomingWebhookRequestPartial", &message::written(body), &mut findings);
    message::check(body, Part::FollowUp, &mut findings);
    findings.end()?;
    not_empty(body, files, None)
}

pub(crate) fn follow_up_edit(body: &Value, files: &Files, old: &Message) -> Result<(), Refused> {
    let mut findings = Findings::default();
    schema::check("IncomingWebhookUpdateRequestPartial", &message::written(body), &mut findings);
    message::check(body, Part::Update, &mut findings);
    findings.end()?;
    not_empty(body, files, Some(old))
}

pub(crate) fn new_message(body: &Value, files: &Files) -> Result<(), Refused> {
    let mut findings = Findings::default();
    schema::check("MessageCreateRequest", &message::written(body), &mut findings);
    message::check(body, Part::Message, &mut findings);
    findings.end()?;
    not_empty(body, files, None)
}

pub(crate) fn changed_message(body: &Value, files: &Files, old: &Message) -> Result<(), Refused> {
    let mut findings = Findings::default();
    schema::check("MessageEditRequestPartial", &message::written(body), &mut findings);
    message::check(body, Part::Update, &mut findings);
    findings.end()?;
    not_empty(body, files, Some(old))
}

pub(crate) fn open_direct(body: &Value) -> Result<(), Refused> {
    let mut findings = Findings::default();
    schema::check("CreatePrivateChannelRequest", body, &mut findings);
    findings.keys(body, &["recipient_id"]);
    findings.required(body, "recipient_id");
    findings.end()
}

pub(crate) fn new_thread(body: &Value, on_message: bool) -> Result<(), Refused> {
    let mut findings = Findings::default();
    let description = if on_message {
        "CreateTextThreadWithMessageRequest"
    } else {
        "CreateTextThreadWithoutMessageRequest"
    };
    schema::check(description, body, &mut findings);
    let keys = ["name", "auto_archive_duration", "rate_limit_per_user", "type", "invitable"];
    findings.keys(body, &keys);
    findings.required(body, "name");
    findings.length(body, "name", 1, 100);
    findings.end()
}

fn not_empty(body: &Value, files: &Files, old: Option<&Message>) -> Result<(), Refused> {
    if files.is_empty() && is_empty(body, old) { Err(empty_message()) } else { Ok(()) }
}

/// A message needs words, an embed, a file or components; a change keeps what it does not name.
fn is_empty(body: &Value, old: Option<&Message>) -> bool {
    let bare = |key: &str| match body.get(key) {
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        Some(_) => true,
        None => old.is_none_or(|old| match key {
            "content" => old.content.trim().is_empty(),
            "embeds" => old.embeds.is_empty(),
            "components" => old.components.is_empty(),
            _ => old.files.is_empty(),
        }),
    };
    ["content", "embeds", "components", "attachments", "sticker_ids", "poll"].into_iter().all(bare)
}

fn attaches(data: &Value) -> bool {
    data["attachments"].as_array().is_some_and(|files| !files.is_empty())
}

fn empty_message() -> Refused {
    Refused::new(400, 50_006, "Cannot send an empty message")
}
