//! Messages of the bot's own accord: in channels, threads and direct conversations.

use serde_json::{Value, json};

use super::lookups::known_channel;
use super::posting::{Posting, check_attachments, check_uploads};
use super::reply::{Refused, Reply};
use super::request::Request;
use super::text;
use crate::rules;
use crate::world::World;
use crate::world::channel::Channel;
use crate::world::message::Message;

type Answer = Result<Reply, Refused>;

pub(crate) fn create(world: &mut World, channel: u64, request: &Request) -> Answer {
    let known = known_channel(world, channel)?;
    if let Some(person) = known.recipient
        && !world.person(person).direct
    {
        return Err(Refused::new(403, 50_007, "Cannot send messages to this user").fair());
    }
    let body = &request.body;
    rules::new_message(body, &request.files)?;
    check_uploads(request)?;
    check_attachments(body, &[], &request.files, &[])?;
    if let Some(repeated) = repeated(world, channel, body) {
        return Ok(Reply::Json(world.message_json(repeated)));
    }
    let (author, files) = (world.bot, &request.files);
    let posting = Posting { channel, author, body, files, interaction: None, ephemeral: false };
    let message = world.post(&posting);
    Ok(Reply::Json(world.message_json(&message)))
}

/// With `enforce_nonce` the same nonce within minutes is the same message.
fn repeated<'a>(world: &'a World, channel: u64, body: &Value) -> Option<&'a Message> {
    let nonce = body.get("nonce").filter(|nonce| !nonce.is_null())?;
    if body["enforce_nonce"] != true {
        return None;
    }
    world.messages.values().find(|message| {
        message.channel == channel && message.author == world.bot && message.nonce() == Some(nonce)
    })
}

pub(crate) fn list(world: &World, channel: u64, request: &Request) -> Answer {
    known_channel(world, channel)?;
    let limit = request.query.split('&').find_map(|pair| pair.strip_prefix("limit="));
    let limit = limit.and_then(|limit| limit.parse().ok()).unwrap_or(50);
    let shown = |message: &&Message| {
        message.channel == channel && !message.deleted && !message.is_ephemeral()
    };
    let newest = world.messages.values().rev().filter(shown).take(limit);
    Ok(Reply::Json(newest.map(|message| world.message_json(message)).collect::<Value>()))
}

pub(crate) fn get(world: &World, channel: u64, message: u64) -> Answer {
    Ok(Reply::Json(world.message_json(known_message(world, channel, message)?)))
}

pub(crate) fn edit(world: &mut World, channel: u64, message: u64, request: &Request) -> Answer {
    let old = own_message(world, channel, message)?;
    rules::changed_message(&request.body, &request.files, old)?;
    check_uploads(request)?;
    check_attachments(&request.body, &[], &request.files, &old.files)?;
    let message = world.amend(message, &request.body, &request.files);
    Ok(Reply::Json(world.message_json(&message)))
}

pub(crate) fn delete(world: &mut World, channel: u64, message: u64) -> Answer {
    own_message(world, channel, message)?;
    if let Some(message) = world.messages.get_mut(&message) {
        message.deleted = true;
    }
    Ok(Reply::Nothing)
}

pub(crate) fn typing(world: &World, channel: u64) -> Answer {
    known_channel(world, channel)?;
    Ok(Reply::Nothing)
}

pub(crate) fn open_direct(world: &mut World, request: &Request) -> Answer {
    rules::open_direct(&request.body)?;
    let person = text(&request.body, "recipient_id").and_then(|id| id.parse().ok());
    let known = person.filter(|id| *id != world.bot && world.people.contains_key(id));
    let person = known.ok_or_else(|| Refused::new(400, 50_033, "Invalid Recipient(s)"))?;
    let channel = world.direct_channel(person);
    Ok(Reply::Json(world.channel_json(&world.channels[&channel])))
}

pub(crate) fn start_thread(
    world: &mut World,
    channel: u64,
    message: Option<u64>,
    request: &Request,
) -> Answer {
    let parent = known_channel(world, channel)?;
    if parent.is_thread() || parent.guild.is_none() {
        return Err(Refused::new(400, 50_024, "Cannot execute action on this channel type"));
    }
    let guild = parent.guild;
    if let Some(message) = message {
        known_message(world, channel, message)?;
    }
    rules::new_thread(&request.body, message.is_some())?;
    let name = text(&request.body, "name").unwrap_or_default().to_string();
    // A thread on a message has that message's id.
    let id = message.unwrap_or_else(|| world.snowflakes.next());
    let parent = Some(channel);
    let thread = Channel { id, guild, name, parent, recipient: None, open: true };
    let json = world.channel_json(&thread);
    world.channels.insert(id, thread);
    if let Some(guild) = guild {
        let mut event = json.clone();
        event["newly_created"] = json!(true);
        world.tell_guild(guild, "THREAD_CREATE", &event);
    }
    Ok(Reply::Created(json))
}

fn known_message(world: &World, channel: u64, message: u64) -> Result<&Message, Refused> {
    known_channel(world, channel)?;
    let known = world.messages.get(&message);
    let shown =
        known.filter(|known| known.channel == channel && !known.deleted && !known.is_ephemeral());
    shown.ok_or_else(|| Refused::new(404, 10_008, "Unknown Message"))
}

fn own_message(world: &World, channel: u64, message: u64) -> Result<&Message, Refused> {
    let message = known_message(world, channel, message)?;
    if message.author != world.bot {
        let why = "Cannot edit a message authored by another user";
        return Err(Refused::new(403, 50_005, why));
    }
    Ok(message)
}
