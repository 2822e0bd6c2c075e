use super::reply::{Refused, Reply};
use super::request::Request;
use super::{commands, id, interactions, lookups, messages, webhooks};
use crate::world::World;

/// Finds who answers, after the token was looked at.
pub(crate) fn route(world: &mut World, request: &Request) -> Result<Reply, Refused> {
    let parts: Vec<&str> = request.path.trim_start_matches('/').split('/').collect();
    // An interaction's token stands in the path, and is the permission.
    let open = matches!(parts.first(), Some(&("interactions" | "webhooks")))
        || parts.as_slice() == ["gateway"];
    if !open && request.authorization.as_deref() != Some(&format!("Bot {}", world.token)) {
        return Err(Refused::new(401, 0, "401: Unauthorized"));
    }
    if let Some(refused) = &request.unreadable {
        return Err(Refused::new(refused.status, refused.code, &refused.message));
    }
    match (request.method.as_str(), parts.as_slice()) {
        ("GET", ["gateway"]) => lookups::gateway(world),
        ("GET", ["gateway", "bot"]) => lookups::gateway_bot(world),
        ("GET", ["users", "@me"]) => lookups::own_user(world),
        ("GET", ["users", "@me", "guilds"]) => lookups::own_guilds(world),
        ("GET", ["users", user]) => lookups::user(world, id(user)?),
        ("GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]) => {
            lookups::application(world)
        }
        ("GET", ["guilds", guild]) => lookups::guild(world, id(guild)?),
        ("GET", ["guilds", guild, "roles"]) => lookups::roles(world, id(guild)?),
        ("GET", ["guilds", guild, "channels"]) => lookups::channels(world, id(guild)?),
        ("GET", ["guilds", guild, "members", "@me"]) => {
            let bot = world.bot;
            lookups::member(world, id(guild)?, bot)
        }
        ("GET", ["guilds", guild, "members", user]) => {
            lookups::member(world, id(guild)?, id(user)?)
        }
        ("DELETE", ["users", "@me", "guilds", guild]) => lookups::leave(world, id(guild)?),
        ("GET", ["channels", channel]) => lookups::channel(world, id(channel)?),

        ("GET", ["applications", app, "commands"]) => commands::list(world, id(app)?, None),
        ("PUT", ["applications", app, "commands"]) => {
            commands::replace(world, id(app)?, None, request)
        }
        ("POST", ["applications", app, "commands"]) => {
            commands::create(world, id(app)?, None, request)
        }
        ("DELETE", ["applications", app, "commands", command]) => {
            commands::delete(world, id(app)?, None, id(command)?)
        }
        ("GET", ["applications", app, "guilds", guild, "commands"]) => {
            commands::list(world, id(app)?, Some(id(guild)?))
        }
        ("PUT", ["applications", app, "guilds", guild, "commands"]) => {
            commands::replace(world, id(app)?, Some(id(guild)?), request)
        }
        ("POST", ["applications", app, "guilds", guild, "commands"]) => {
            commands::create(world, id(app)?, Some(id(guild)?), request)
        }
        ("DELETE", ["applications", app, "guilds", guild, "commands", command]) => {
            commands::delete(world, id(app)?, Some(id(guild)?), id(command)?)
        }

        ("POST", ["interactions", interaction, token, "callback"]) => {
            interactions::callback(world, id(interaction)?, token, request)
        }
        ("POST", ["webhooks", app, token]) => webhooks::create(world, id(app)?, token, request),
        ("GET", ["webhooks", app, token, "messages", message]) => {
            webhooks::get(world, id(app)?, token, message)
        }
        ("PATCH", ["webhooks", app, token, "messages", message]) => {
            webhooks::edit(world, id(app)?, token, message, request)
        }
        ("DELETE", ["webhooks", app, token, "messages", message]) => {
            webhooks::delete(world, id(app)?, token, message)
        }

        ("POST", ["users", "@me", "channels"]) => messages::open_direct(world, request),
        ("POST", ["channels", channel, "typing"]) => messages::typing(world, id(channel)?),
        ("POST", ["channels", channel, "threads"]) => {
            messages::start_thread(world, id(channel)?, None, request)
        }
        ("POST", ["channels", channel, "messages", message, "threads"]) => {
            messages::start_thread(world, id(channel)?, Some(id(message)?), request)
        }
        ("GET", ["channels", channel, "messages"]) => messages::list(world, id(channel)?, request),
        ("POST", ["channels", channel, "messages"]) => {
            messages::create(world, id(channel)?, request)
        }
        ("GET", ["channels", channel, "messages", message]) => {
            messages::get(world, id(channel)?, id(message)?)
        }
        ("PATCH", ["channels", channel, "messages", message]) => {
            messages::edit(world, id(channel)?, id(message)?, request)
        }
        ("DELETE", ["channels", channel, "messages", message]) => {
            messages::delete(world, id(channel)?, id(message)?)
        }
        _ => Err(Refused::new(404, 0, "404: Not Found")),
    }
}
