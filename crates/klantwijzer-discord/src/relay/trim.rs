//! What the bot uses of an event, and nothing else. What the client library cannot
//! do without, and Discord need not send, is stated in its plainest form.

use std::mem::discriminant;

use serde_json::{Map, Value, json};

/// What is kept of an event.
type Kept = fn(&Value) -> Value;

/// The kinds of events that the bot uses.
const USED: [(&str, Kept); 12] = [
    ("READY", ready),
    ("GUILD_CREATE", guild),
    ("GUILD_ROLE_CREATE", changed_role),
    ("GUILD_ROLE_UPDATE", changed_role),
    ("CHANNEL_CREATE", channel),
    ("CHANNEL_UPDATE", channel),
    ("CHANNEL_DELETE", channel),
    ("THREAD_CREATE", channel),
    ("THREAD_UPDATE", channel),
    ("THREAD_LIST_SYNC", threads),
    ("MESSAGE_CREATE", message),
    ("INTERACTION_CREATE", interaction),
];

/// Whether the bot uses events of this kind.
pub(super) fn is_used(kind: &str) -> bool {
    USED.iter().any(|(used, _)| *used == kind)
}

/// An event of this kind with only the fields that the bot uses; `None` for a kind that it does
/// not use.
pub(super) fn trimmed(kind: &str, event: &Value) -> Option<Value> {
    let (_, kept) = USED.iter().find(|(used, _)| *used == kind)?;
    Some(kept(event))
}

fn changed_role(event: &Value) -> Value {
    json!({"guild_id": event["guild_id"], "role": role(&event["role"])})
}

fn threads(event: &Value) -> Value {
    json!({
        "guild_id": event["guild_id"],
        "threads": each(&event["threads"], channel),
        "members": [],
    })
}

fn ready(event: &Value) -> Value {
    json!({
        "v": or(&event["v"], json!(10)),
        "user": user(&event["user"]),
        "guilds": each(&event["guilds"], |guild| json!({"id": guild["id"], "unavailable": true})),
        "session_id": event["session_id"],
        "resume_gateway_url": or(&event["resume_gateway_url"], json!("")),
        "shard": event["shard"],
        "application": {"id": event["application"]["id"], "flags": 0},
    })
}

fn guild(event: &Value) -> Value {
    if event["unavailable"] == true {
        return json!({"id": event["id"], "unavailable": true});
    }
    json!({
        "id": event["id"],
        "name": or(&event["name"], json!("")),
        "owner_id": event["owner_id"],
        "preferred_locale": or(&event["preferred_locale"], json!("en-US")),
        "roles": each(&event["roles"], role),
        "channels": each(&event["channels"], channel),
        "threads": each(&event["threads"], channel),
        "joined_at": or(&event["joined_at"], json!(EPOCH)),
        "member_count": or(&event["member_count"], json!(0)),
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "system_channel_flags": 0,
        "premium_tier": 0,
        "nsfw_level": 0,
        "premium_progress_bar_enabled": false,
        "large": false,
        "emojis": [],
        "features": [],
        "stickers": [],
        "voice_states": [],
        "members": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
    })
}

fn role(role: &Value) -> Value {
    json!({
        "id": role["id"],
        "name": or(&role["name"], json!("")),
        "permissions": or(&role["permissions"], json!("0")),
        "position": or(&role["position"], json!(0)),
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
        "hoist": false,
        "managed": or(&role["managed"], json!(false)),
        "tags": {"bot_id": role["tags"]["bot_id"]},
    })
}

fn channel(channel: &Value) -> Value {
    let mut kept = object(json!({
        "id": channel["id"],
        "type": channel["type"],
        "guild_id": channel["guild_id"],
        "parent_id": channel["parent_id"],
        "name": or(&channel["name"], json!("")),
        "permissions": channel["permissions"],
    }));
    if channel["thread_metadata"].is_object() {
        kept.insert("thread_metadata".to_owned(), thread(&channel["thread_metadata"]));
    }
    kept.into()
}

fn thread(metadata: &Value) -> Value {
    json!({
        "archived": or(&metadata["archived"], json!(false)),
        "locked": or(&metadata["locked"], json!(false)),
        "auto_archive_duration": or(&metadata["auto_archive_duration"], json!(1440)),
    })
}

fn message(message: &Value) -> Value {
    let mut kept = object(json!({
        "id": message["id"],
        "channel_id": message["channel_id"],
        "guild_id": message["guild_id"],
        "type": message["type"],
        "author": user(&message["author"]),
        "content": or(&message["content"], json!("")),
        "timestamp": or(&message["timestamp"], json!(EPOCH)),
        "tts": false,
        "mention_everyone": false,
        "pinned": false,
        "mentions": each(&message["mentions"], user),
        "mention_roles": or(&message["mention_roles"], json!([])),
        "attachments": each(&message["attachments"], attachment),
        "embeds": [],
        "flags": message["flags"],
        "webhook_id": message["webhook_id"],
    }));
    let parts: [(&str, Kept); 4] = [
        ("member", member),
        ("message_reference", reference),
        ("referenced_message", self::message),
        ("interaction_metadata", asked),
    ];
    for (name, part) in parts {
        if message[name].is_object() {
            kept.insert(name.to_owned(), part(&message[name]));
        }
    }
    kept.into()
}

fn reference(reference: &Value) -> Value {
    object(json!({
        "message_id": reference["message_id"],
        "channel_id": reference["channel_id"],
        "guild_id": reference["guild_id"],
    }))
    .into()
}

/// Who asked for an answer: the same is kept of each kind.
fn asked(interaction: &Value) -> Value {
    json!({
        "id": interaction["id"],
        "type": interaction["type"],
        "user": user(&interaction["user"]),
        "authorizing_integration_owners": {},
        "interacted_message_id": interaction["interacted_message_id"],
        "triggering_interaction_metadata": match &interaction["triggering_interaction_metadata"] {
            Value::Object(_) => asked(&interaction["triggering_interaction_metadata"]),
            _ => Value::Null,
        },
    })
}

fn interaction(event: &Value) -> Value {
    let mut kept = object(json!({
        "id": event["id"],
        "application_id": event["application_id"],
        "type": event["type"],
        "data": data(&event["data"]),
        "guild_id": event["guild_id"],
        "channel_id": event["channel_id"],
        "token": event["token"],
        "version": or(&event["version"], json!(1)),
        "app_permissions": or(&event["app_permissions"], json!("0")),
        "locale": or(&event["locale"], json!("en-US")),
        "guild_locale": event["guild_locale"],
        "entitlements": [],
        "attachment_size_limit": or(&event["attachment_size_limit"], json!(0)),
    }));
    let parts: [(&str, Kept); 4] =
        [("channel", channel), ("member", member), ("user", user), ("message", message)];
    for (name, part) in parts {
        if event[name].is_object() {
            kept.insert(name.to_owned(), part(&event[name]));
        }
    }
    kept.into()
}

/// What was chosen or filled in is kept as it is; the people and messages that come along are not
/// used.
fn data(data: &Value) -> Value {
    let mut kept = object(data.clone());
    if let Some(resolved) = kept.remove("resolved") {
        let files = resolved["attachments"].as_object().cloned().unwrap_or_default();
        let files = files.into_iter().map(|(id, file)| (id, attachment(&file)));
        let files: Map<String, Value> = files.collect();
        kept.insert("resolved".to_owned(), json!({ "attachments": files }));
    }
    kept.into()
}

fn member(member: &Value) -> Value {
    let mut kept = object(json!({
        "roles": or(&member["roles"], json!([])),
        "nick": member["nick"],
        "permissions": member["permissions"],
        "deaf": false,
        "mute": false,
        "flags": 0,
    }));
    if member["user"].is_object() {
        kept.insert("user".to_owned(), user(&member["user"]));
    }
    kept.into()
}

fn user(user: &Value) -> Value {
    object(json!({
        "id": user["id"],
        "username": or(&user["username"], json!("")),
        "global_name": user["global_name"],
        "bot": or(&user["bot"], json!(false)),
    }))
    .into()
}

fn attachment(file: &Value) -> Value {
    object(json!({
        "id": file["id"],
        "filename": or(&file["filename"], json!("")),
        "size": or(&file["size"], json!(0)),
        "url": or(&file["url"], json!("")),
        "proxy_url": or(&file["proxy_url"], json!("")),
        "content_type": file["content_type"],
    }))
    .into()
}

/// A moment for what has to have one and whose moment is not used.
const EPOCH: &str = "1970-01-01T00:00:00Z";

/// Each of a list; none of what is no list.
fn each(list: &Value, part: impl Fn(&Value) -> Value) -> Value {
    list.as_array().into_iter().flatten().map(part).collect()
}

/// What is there if it is of the usual sort, else what stands in for it.
fn or(value: &Value, usual: Value) -> Value {
    if discriminant(value) == discriminant(&usual) { value.clone() } else { usual }
}

/// The fields of an object that are there.
fn object(value: Value) -> Map<String, Value> {
    let fields = match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    fields.into_iter().filter(|(_, value)| !value.is_null()).collect()
}
