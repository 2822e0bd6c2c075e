//! What the bot asks about itself, guilds, members and channels.
#![expect(clippy::unnecessary_wraps, reason = "the routes give every answer in one shape")]

use serde_json::{Value, json};

use super::reply::{Refused, Reply};
use crate::world::World;
use crate::world::channel::Channel;
use crate::world::guild::Guild;

type Answer = Result<Reply, Refused>;

pub(crate) fn gateway(world: &World) -> Answer {
    Ok(Reply::Json(json!({"url": world.gateway})))
}

pub(crate) fn gateway_bot(world: &World) -> Answer {
    Ok(Reply::Json(json!({
        "url": world.gateway,
        "shards": world.sessions.shards,
        "session_start_limit": {
            "total": 1000,
            "remaining": 1000 - world.sessions.begun,
            "reset_after": 86_400_000,
            "max_concurrency": 1,
        },
    })))
}

pub(crate) fn own_user(world: &World) -> Answer {
    Ok(Reply::Json(world.person(world.bot).own_json()))
}

pub(crate) fn user(world: &World, id: u64) -> Answer {
    let person = world.people.get(&id).ok_or_else(|| Refused::new(404, 10_013, "Unknown User"))?;
    Ok(Reply::Json(person.json()))
}

pub(crate) fn application(world: &World) -> Answer {
    let bot = world.person(world.bot);
    Ok(Reply::Json(json!({
        "id": bot.id.to_string(),
        "name": bot.name,
        "icon": null,
        "description": "",
        "summary": "",
        "type": null,
        "rpc_origins": [],
        "bot_public": true,
        "bot_require_code_grant": false,
        "verify_key": "0".repeat(64),
        "flags": 8_953_856,
        "hook": true,
        "redirect_uris": [],
        "interactions_endpoint_url": null,
        "role_connections_verification_url": null,
        "bot": bot.json(),
        "owner": {
            "id": "1",
            "username": "the_owner",
            "discriminator": "0",
            "global_name": "The owner",
            "avatar": null,
            "public_flags": 0,
        },
        "team": null,
        "approximate_guild_count": world.guilds.len(),
    })))
}

pub(crate) fn own_guilds(world: &World) -> Answer {
    let own = world.guilds.values().filter(|guild| guild.invited);
    let short = |guild: &Guild| {
        json!({
            "id": guild.id.to_string(),
            "name": guild.name,
            "icon": null,
            "banner": null,
            "owner": false,
            "permissions": guild.permissions(world.bot).to_string(),
            "features": [],
        })
    };
    Ok(Reply::Json(own.map(short).collect::<Value>()))
}

pub(crate) fn guild(world: &World, id: u64) -> Answer {
    Ok(Reply::Json(known_guild(world, id)?.json()))
}

pub(crate) fn roles(world: &World, id: u64) -> Answer {
    Ok(Reply::Json(known_guild(world, id)?.roles_json().into()))
}

pub(crate) fn channels(world: &World, id: u64) -> Answer {
    let guild = known_guild(world, id)?.id;
    let own = |channel: &&Channel| channel.guild == Some(guild) && !channel.is_thread();
    let channels = world.channels.values().filter(own);
    Ok(Reply::Json(channels.map(|channel| world.channel_json(channel)).collect::<Value>()))
}

/// A person who is no member is no fault of the bot: people leave.
pub(crate) fn member(world: &World, guild: u64, user: u64) -> Answer {
    let guild = known_guild(world, guild)?;
    let unknown = || Refused::new(404, 10_007, "Unknown Member").fair();
    let member = guild.member(user).ok_or_else(unknown)?;
    Ok(Reply::Json(world.member_json(guild, member)))
}

pub(crate) fn channel(world: &World, id: u64) -> Answer {
    Ok(Reply::Json(world.channel_json(known_channel(world, id)?)))
}

pub(crate) fn leave(world: &mut World, id: u64) -> Answer {
    known_guild(world, id)?;
    if let Some(guild) = world.guilds.get_mut(&id) {
        guild.invited = false;
    }
    world.tell_guild_delete(id, false);
    Ok(Reply::Nothing)
}

/// A guild that the bot is in. Asking for one that it left is fair: it may not have heard.
fn known_guild(world: &World, id: u64) -> Result<&Guild, Refused> {
    let guild = world.guilds.get(&id).ok_or_else(|| Refused::new(404, 10_004, "Unknown Guild"))?;
    if !guild.invited {
        return Err(Refused::new(403, 50_001, "Missing Access").fair());
    }
    Ok(guild)
}

/// A channel that the bot can see. That it is closed to the bot is the team's doing.
pub(crate) fn known_channel(world: &World, id: u64) -> Result<&Channel, Refused> {
    let unknown = || Refused::new(404, 10_003, "Unknown Channel");
    let channel = world.channels.get(&id).ok_or_else(unknown)?;
    let invited = channel.guild.is_none_or(|id| world.guilds[&id].invited);
    if !channel.open || !invited {
        return Err(Refused::new(403, 50_001, "Missing Access").fair());
    }
    Ok(channel)
}
