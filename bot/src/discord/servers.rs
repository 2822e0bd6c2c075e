//! Which server a direct message is about.

use std::sync::Arc;

use klantwijzer_core::workspace::WorkspaceId;
use serenity::all::{Context, Guild, GuildId, Permissions, RoleId, UserId};

use super::bot::Bot;
use super::caller::{Place, Rights, manages};
use super::custom_id::Stamp;
use super::press::Press;
use super::reply::Reply;
use crate::failure::{Failure, fail};
use crate::text::say;

/// The most servers that are looked at for one person.
const MOST: usize = 100;

/// The server that somebody means.
pub(super) enum Meant {
    /// This one, in which they have these rights.
    One(GuildId, Rights),
    /// The question which one.
    Which(Reply),
}

/// The server that a person means in a direct message: the one they chose, or
/// the only one they share with the bot and may ask about.
pub(super) async fn meant(
    bot: &Arc<Bot>,
    context: &Context,
    place: &Place,
) -> Result<Meant, Failure> {
    if let Some(server) = bot.conversations.server(place.person)
        && let Some(rights) = rights_in(context, server, place.person).await
    {
        return Ok(Meant::One(server, rights));
    }
    let mut shared = shared(bot, context, place).await?;
    match shared.len() {
        0 => Err(fail!(place.texts(), "no-server")),
        1 => {
            let (server, _, rights) = shared.remove(0);
            Ok(Meant::One(server, rights))
        }
        _ => {
            let texts = place.texts();
            let stamp = Stamp { language: texts.language(), server: None };
            let lines = shared.into_iter().map(|(id, name, _)| (id.to_string(), name, None));
            Ok(Meant::Which(Reply::new(say!(texts, "discord-which-server")).menu(
                stamp.id(&Press::ChooseServer),
                &say!(texts, "menu-server"),
                lines,
            )))
        }
    }
}

/// The servers that a person shares with the bot and has a role in, by name.
async fn shared(
    bot: &Arc<Bot>,
    context: &Context,
    place: &Place,
) -> Result<Vec<(GuildId, String, Rights)>, Failure> {
    let mut shared = Vec::new();
    for server in context.cache.guilds().into_iter().take(MOST) {
        let Some(rights) = rights_in(context, server, place.person).await else { continue };
        let team = bot.team(WorkspaceId::guild(server.get()), place.texts()).await?;
        if rights.level(&team).is_none() {
            continue;
        }
        let name = context.cache.guild(server).map(|guild| guild.name.clone());
        shared.push((server, name.unwrap_or_else(|| server.to_string()), rights));
    }
    shared.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(shared)
}

/// What Discord says that somebody may do in a server; `None` for somebody who
/// is not in it, and for a server that the bot is not in.
pub(super) async fn rights_in(
    context: &Context,
    server: GuildId,
    person: UserId,
) -> Option<Rights> {
    context.cache.guild(server).map(|guild| guild.id)?;
    let member = server.member(context, person).await.ok()?;
    let guild = context.cache.guild(server)?;
    Some(rights(&guild, person, &member.roles))
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
