//! A short visit to Discord, to see how the bot is received there.

use std::time::Duration;

use klantwijzer_text::{Failure, Texts, fail};
use serenity::all::{ApplicationFlags, GuildPagination, Http};

use super::config::Config;
use super::token::Token;
use super::{connection, permissions};

/// How long the visit may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Servers that Discord tells of at once, and the most that are looked at.
const PAGE: usize = 200;
const MOST: usize = 10_000;

/// Intents that Discord gives only to who asks for them. The bot needs none.
const PRIVILEGED: ApplicationFlags = ApplicationFlags::GATEWAY_PRESENCE
    .union(ApplicationFlags::GATEWAY_PRESENCE_LIMITED)
    .union(ApplicationFlags::GATEWAY_GUILD_MEMBERS)
    .union(ApplicationFlags::GATEWAY_GUILD_MEMBERS_LIMITED)
    .union(ApplicationFlags::GATEWAY_MESSAGE_CONTENT)
    .union(ApplicationFlags::GATEWAY_MESSAGE_CONTENT_LIMITED);

/// How the bot is received.
pub struct Received {
    /// The bot's name.
    pub name: String,
    /// Where to let it in.
    pub invitation: String,
    /// Whether it was given more to hear than it needs.
    pub hears_too_much: bool,
    /// The servers that it is in.
    pub servers: Vec<Server>,
}

/// A server that the bot is in.
pub struct Server {
    /// Its name.
    pub name: String,
    /// The messages that name what the bot needs and may not do there.
    pub missing: Vec<&'static str>,
}

/// Visits Discord with this token.
pub fn visit(config: &Config, token: &Token, texts: &Texts) -> Result<Received, Failure> {
    let client = connection::client(config, texts)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| fail!(texts, "no-runtime", problem = error.to_string()))?;
    let http = connection::http(token, &client);
    let visited = runtime.block_on(async { tokio::time::timeout(PATIENCE, received(&http)).await });
    match visited {
        Ok(Ok(received)) => Ok(received),
        Ok(Err(error)) if connection::refuses_token(&error) => Err(fail!(texts, "token-refused")),
        Ok(Err(error)) => Err(fail!(texts, "unreachable", problem = connection::reason(&error))),
        Err(_) => Err(fail!(texts, "silent", seconds = PATIENCE.as_secs())),
    }
}

async fn received(http: &Http) -> Result<Received, serenity::Error> {
    let user = http.get_current_user().await?;
    let application = http.get_current_application_info().await?;
    let servers = servers(http).await?;
    Ok(Received {
        name: user.name.clone(),
        invitation: permissions::invitation(application.id),
        hears_too_much: application.flags.is_some_and(|flags| flags.intersects(PRIVILEGED)),
        servers,
    })
}

async fn servers(http: &Http) -> Result<Vec<Server>, serenity::Error> {
    let mut servers = Vec::new();
    let mut after = None;
    loop {
        let page = http.get_guilds(after, Some(PAGE as u64)).await?;
        after = page.last().map(|last| GuildPagination::After(last.id));
        let full = page.len() >= PAGE;
        servers.extend(page.into_iter().map(|server| Server {
            name: server.name,
            missing: permissions::missing(server.permissions),
        }));
        if !full || servers.len() >= MOST {
            return Ok(servers);
        }
    }
}
