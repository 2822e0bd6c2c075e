//! What follows the first answer: changes and more messages, for fifteen minutes.

use std::time::Instant;

use super::posting::{Posting, check_attachments, check_uploads};
use super::reply::{Refused, Reply};
use super::request::Request;
use crate::rules;
use crate::world::World;
use crate::world::message::{EPHEMERAL, Message};

type Answer = Result<Reply, Refused>;

pub(crate) fn create(world: &mut World, app: u64, token: &str, request: &Request) -> Answer {
    let id = acknowledged(world, app, token)?;
    rules::follow_up(&request.body, &request.files)?;
    check_uploads(request)?;
    check_attachments(&request.body, &[], &request.files, &[])?;
    let interaction = &world.interactions[&id];
    let original = interaction.original.and_then(|id| world.messages.get(&id));
    // The first follow-up takes the place of "is thinking ...", and stays as hidden as that.
    let message = match original {
        Some(original) if original.is_loading() => {
            let original = original.id;
            world.amend(original, &request.body, &request.files)
        }
        _ => {
            let (channel, author) = (interaction.channel, world.bot);
            let (body, files) = (&request.body, &request.files);
            let posting =
                Posting { channel, author, body, files, interaction: Some(id), ephemeral: false };
            world.post(&posting)
        }
    };
    if let Some(interaction) = world.interactions.get_mut(&id) {
        if interaction.original != Some(message.id) {
            interaction.follow_ups.push(message.id);
        }
        interaction.answer_is(message.id);
    }
    Ok(Reply::Json(world.message_json(&message)))
}

pub(crate) fn get(world: &World, app: u64, token: &str, message: &str) -> Answer {
    let id = acknowledged(world, app, token)?;
    Ok(Reply::Json(world.message_json(own_message(world, id, message)?)))
}

pub(crate) fn edit(
    world: &mut World,
    app: u64,
    token: &str,
    message: &str,
    request: &Request,
) -> Answer {
    let id = acknowledged(world, app, token)?;
    let old = own_message(world, id, message)?;
    rules::follow_up_edit(&request.body, &request.files, old)?;
    check_uploads(request)?;
    check_attachments(&request.body, &[], &request.files, &old.files)?;
    let old = old.id;
    let message = world.amend(old, &request.body, &request.files);
    if let Some(interaction) = world.interactions.get_mut(&id) {
        interaction.answer_is(message.id);
    }
    Ok(Reply::Json(world.message_json(&message)))
}

pub(crate) fn delete(world: &mut World, app: u64, token: &str, message: &str) -> Answer {
    let id = acknowledged(world, app, token)?;
    let message = own_message(world, id, message)?.id;
    if let Some(message) = world.messages.get_mut(&message) {
        message.deleted = true;
    }
    if let Some(interaction) = world.interactions.get_mut(&id) {
        interaction.answered.get_or_insert_with(Instant::now);
    }
    Ok(Reply::Nothing)
}

/// The interaction of a token, when it was acknowledged and its time has not passed.
fn acknowledged(world: &World, app: u64, token: &str) -> Result<u64, Refused> {
    if app != world.bot {
        return Err(Refused::new(404, 10_015, "Unknown Webhook"));
    }
    let known = world.tokens.get(token).and_then(|id| world.interactions.get(id));
    let interaction = known.ok_or_else(|| Refused::new(404, 10_015, "Unknown Webhook"))?;
    if interaction.acknowledged.is_none() {
        return Err(Refused::new(404, 10_015, "Unknown Webhook"));
    }
    if interaction.is_expired() {
        return Err(Refused::new(401, 50_027, "Invalid Webhook Token"));
    }
    Ok(interaction.id)
}

/// A message that the interaction may touch: its answer, a follow-up, or its own message.
fn own_message<'a>(world: &'a World, id: u64, message: &str) -> Result<&'a Message, Refused> {
    let interaction = &world.interactions[&id];
    let wanted = match message {
        "@original" => interaction.original,
        other => other.parse().ok().filter(|wanted| {
            interaction.original == Some(*wanted) || interaction.follow_ups.contains(wanted)
        }),
    };
    let found = wanted.and_then(|wanted| world.messages.get(&wanted));
    let found = found.filter(|message| !message.deleted);
    // A person may have dismissed what only they saw, so this says nothing against the bot.
    found.ok_or_else(|| {
        let refused = Refused::new(404, 10_008, "Unknown Message");
        let dismissed = wanted.and_then(|wanted| world.messages.get(&wanted));
        if dismissed.is_some_and(|message| message.flags & EPHEMERAL != 0) {
            return refused.fair();
        }
        refused
    })
}
