//! Which server a direct message is about.

use std::sync::Arc;

use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_text::{Failure, Texts, fail, say};
use serde::Deserialize;
use serenity::all::{
    ButtonStyle, Context, CreateButton, Guild, GuildId, Permissions, RoleId, UserId,
};
use serenity::http::{HttpError, Route};
use tracing::warn;

use super::bot::Bot;
use super::caller::{Caller, Place, Rights, manages};
use super::custom_id::Stamp;
use super::press::Press;
use super::reply::{Reply, button};
use super::sending;

/// The server that somebody means.
pub(super) enum Meant {
    /// This one.
    One(Shared),
    /// The question which one.
    Which(Reply),
}

/// A server that somebody shares with the bot and may ask about.
pub(super) struct Shared {
    pub(super) server: GuildId,
    /// What they may do there.
    pub(super) rights: Rights,
}

/// The server that a person means in a direct message: the one they chose, or
/// the only one they share with the bot and may ask about.
pub(super) async fn meant(
    bot: &Arc<Bot>,
    context: &Context,
    place: &Place,
) -> Result<Meant, Failure> {
    if let Some(chosen) = bot.conversations.chosen.recall(&place.person)
        && let Some(shared) = may_ask_about(bot, context, place, chosen).await?
    {
        return Ok(Meant::One(shared));
    }
    let mut shared = shared(bot, context, place).await?;
    let Some(first) = shared.pop() else { return Err(fail!(place.texts(), "no-server")) };
    if shared.is_empty() {
        // It is not remembered as chosen: with a role in a second server they choose.
        return Ok(Meant::One(first));
    }
    shared.push(first);
    Ok(Meant::Which(which(context, place.texts(), &shared)))
}

/// The question which of the servers is meant that somebody may ask about.
pub(super) async fn choice(caller: &Caller, context: &Context) -> Result<Reply, Failure> {
    let shared = shared(&caller.bot, context, &caller.place).await?;
    Ok(which(context, caller.texts(), &shared))
}

fn which(context: &Context, texts: &Texts, shared: &[Shared]) -> Reply {
    let stamp = Stamp { language: texts.language(), server: None };
    let mut lines: Vec<(String, GuildId)> =
        shared.iter().map(|shared| (name(context, shared.server), shared.server)).collect();
    lines.sort();
    let lines = lines.into_iter().map(|(name, id)| (id.to_string(), name, None));
    let id = stamp.id(&Press::ChooseServer);
    Reply::new(say!(texts, "discord-which-server")).menu(id, &say!(texts, "menu-server"), lines)
}

/// The name of a server, or its number where that is not known.
pub(super) fn name(context: &Context, server: GuildId) -> String {
    let name = context.cache.guild(server).map(|guild| guild.name.clone());
    name.unwrap_or_else(|| server.to_string())
}

/// The button to another server, for somebody who chose one of several for their
/// direct messages.
pub(super) fn other(caller: &Caller) -> Option<CreateButton> {
    caller.place.server.is_none().then_some(())?;
    caller.bot.conversations.chosen.recall(&caller.place.person)?;
    let texts = caller.texts();
    button(
        caller.stamp().id(&Press::OtherServer),
        &say!(texts, "button-other-server"),
        ButtonStyle::Secondary,
    )
}

/// The servers that a person shares with the bot and may ask about. Discord is
/// asked about each server that has data, so it is remembered which they were.
async fn shared(bot: &Arc<Bot>, context: &Context, place: &Place) -> Result<Vec<Shared>, Failure> {
    if let Some(known) = bot.conversations.shared(place.person) {
        return those_of(bot, context, place, &known).await;
    }
    let _looking = bot.looking.lock().await;
    let candidates = match bot.conversations.shared(place.person) {
        Some(known) => known,
        None => with_data(bot, context, place.texts()).await?,
    };
    let shared = those_of(bot, context, place, &candidates).await?;
    let servers = shared.iter().map(|shared| shared.server).collect();
    bot.conversations.shares(place.person, servers);
    Ok(shared)
}

/// The servers that the bot is in and keeps data of.
async fn with_data(
    bot: &Arc<Bot>,
    context: &Context,
    texts: &'static Texts,
) -> Result<Vec<GuildId>, Failure> {
    let program = bot.program(texts)?.clone();
    let read = move || program.wait(async { Ok(program.desk.store().workspaces().await?) });
    let known = bot.work(texts, read).await??;
    let servers = known.into_iter().filter(|(id, _)| id.is_guild() && id.get() > 0);
    let servers = servers.map(|(id, _)| GuildId::new(id.get()));
    Ok(servers.filter(|server| context.cache.guild(*server).is_some()).collect())
}

async fn those_of(
    bot: &Arc<Bot>,
    context: &Context,
    place: &Place,
    servers: &[GuildId],
) -> Result<Vec<Shared>, Failure> {
    let mut shared = Vec::new();
    for server in servers {
        shared.extend(may_ask_about(bot, context, place, *server).await?);
    }
    Ok(shared)
}

/// The server with the person's rights in it, where those let them ask.
async fn may_ask_about(
    bot: &Arc<Bot>,
    context: &Context,
    place: &Place,
    server: GuildId,
) -> Result<Option<Shared>, Failure> {
    let Some(rights) = rights_in(context, server, place).await? else { return Ok(None) };
    let team = bot.team(WorkspaceId::guild(server.get()), place.texts()).await?;
    Ok(rights.level(&team).map(|_| Shared { server, rights }))
}

/// What Discord says that somebody may do in a server; `None` for somebody who
/// is not in it, and for a server that the bot is not in.
pub(super) async fn rights_in(
    context: &Context,
    server: GuildId,
    place: &Place,
) -> Result<Option<Rights>, Failure> {
    if context.cache.guild(server).is_none() {
        return Ok(None);
    }
    // The cache hears of members once and never again, so it is not asked.
    let route = Route::GuildMember { guild_id: server, user_id: place.person };
    let member = match sending::fetch::<Roles>(&context.http, route).await {
        Ok(member) => member,
        Err(error) if says_unknown(&error) => return Ok(None),
        // Taken for somebody who is not in it, they could hear of another server's customers.
        Err(error) => {
            warn!(%error, server = server.get(), "a member could not be looked up");
            return Err(fail!(place.texts(), "discord-away"));
        }
    };
    let guild = context.cache.guild(server);
    Ok(guild.map(|guild| rights(&guild, place.person, &member.roles)))
}

/// Whether Discord says that there is no such member or server, or that the bot may not see it.
fn says_unknown(error: &serenity::Error) -> bool {
    let serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) = error else {
        return false;
    };
    matches!(response.status_code.as_u16(), 403 | 404)
}

/// What is used of a member that is fetched.
#[derive(Deserialize)]
struct Roles {
    roles: Vec<RoleId>,
}

/// What somebody with these roles may do in a server.
pub(super) fn rights(guild: &Guild, person: UserId, roles: &[RoleId]) -> Rights {
    let everyone = RoleId::new(guild.id.get());
    let permissions: Permissions = roles
        .iter()
        .chain([&everyone])
        .filter_map(|role| guild.roles.get(role))
        .fold(Permissions::empty(), |all, role| all | role.permissions);
    Rights { roles: roles.to_vec(), manages: guild.owner_id == person || manages(permissions) }
}
