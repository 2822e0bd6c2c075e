//! The way to Discord: the HTTP client, and the gateway kept open.

use std::sync::Arc;
use std::time::Duration;

use klantwijzer_text::{Failure, Texts, errors, fail};
use serenity::all::{ClientBuilder, GatewayIntents, Http, HttpBuilder};
use serenity::gateway::GatewayError;
use serenity::http::HttpError;
use tracing::{info, warn};

use super::bot::Bot;
use super::config::Config;
use super::relay::{Relay, Upstream};
use super::token::Token;
use super::{framework, rate_limits};

/// Hosts of Discord that the bot speaks with.
const HOSTS: [&str; 3] = ["discord.com", "cdn.discordapp.com", "media.discordapp.net"];

/// How long a request may take in all, and how long until it is connected.
const REQUEST: Duration = Duration::from_secs(30);
const CONNECT: Duration = Duration::from_secs(5);

/// The waits between attempts to connect: the first, and the longest.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// What the bot hears of: what happens in servers, and messages that speak to
/// it. None of these is privileged.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// The client for requests to Discord.
pub(crate) fn client(config: &Config, texts: &Texts) -> Result<reqwest::Client, Failure> {
    let mut builder = reqwest::Client::builder()
        .https_only(true)
        .connect_timeout(CONNECT)
        .timeout(REQUEST)
        .user_agent(concat!("Klantwijzer/", env!("CARGO_PKG_VERSION")));
    if let Some(address) = config.discord.connect_to {
        for host in HOSTS {
            builder = builder.resolve(host, address);
        }
    }
    if let Some(file) = &config.discord.root_certificate {
        let pem = std::fs::read(file).map_err(|error| errors::file(file, &error, texts))?;
        let certificate = reqwest::Certificate::from_pem(&pem)
            .map_err(|_| fail!(texts, "certificate", file = file.display().to_string()))?;
        builder = builder.add_root_certificate(certificate);
    }
    builder.build().map_err(|error| fail!(texts, "http-client", problem = error.to_string()))
}

/// Discord's HTTP interface, with serenity's rate limiter.
pub(crate) fn http(token: &Token, client: &reqwest::Client) -> Http {
    HttpBuilder::new(token.reveal()).client(client.clone()).build()
}

/// Keeps the bot connected until it is told to stop. A Discord that is down is
/// tried again and again; a token that it refuses is an error.
pub(super) async fn keep(
    bot: &Arc<Bot>,
    token: &Token,
    texts: &'static Texts,
) -> Result<(), Failure> {
    let upstream = Arc::new(Upstream::new(&bot.config.discord, texts)?);
    let mut wait = FIRST_WAIT;
    loop {
        let ended = tokio::select! {
            ended = once(bot, token, &upstream) => ended,
            () = bot.told_to_stop() => return Ok(()),
        };
        let Err(error) = ended else { return Ok(()) };
        if refuses_token(&error) {
            return Err(fail!(texts, "token-refused"));
        }
        let problem = reason(&error);
        warn!(%problem, seconds = wait.as_secs(), "Discord cannot be reached; trying again");
        if bot.stops_within(wait).await {
            return Ok(());
        }
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

/// One connection, from its beginning to its end.
async fn once(
    bot: &Arc<Bot>,
    token: &Token,
    upstream: &Arc<Upstream>,
) -> Result<(), serenity::Error> {
    let http = http(token, &bot.downloads);
    let gateway = http.get_gateway().await?.url;
    let relay = Relay::open(Arc::clone(bot), Arc::clone(upstream), gateway).await?;
    let mut client = ClientBuilder::new_with_http(http, INTENTS)
        .framework(framework::framework(Arc::clone(bot)))
        .await?;
    client.ws_url.lock().await.clone_from(&relay.address);
    let shards = Arc::clone(&client.shard_manager);
    let told = Arc::clone(bot);
    let stopping = tokio::spawn(async move {
        told.told_to_stop().await;
        info!("closing the connection with Discord");
        shards.shutdown_all().await;
    });
    let http = Arc::clone(&client.http);
    let forgetting = tokio::spawn(rate_limits::keep_forgetting(http, Arc::clone(bot)));
    let shards = Arc::clone(&client.shard_manager);
    let ended = tokio::select! {
        ended = client.start_autosharded() => ended,
        () = relay.turned_away() => {
            shards.shutdown_all().await;
            Err(serenity::Error::Other("the gateway turned the bot away"))
        }
    };
    bot.gateway.ended();
    stopping.abort();
    forgetting.abort();
    ended
}

/// What lies behind an error: the last of its causes says it best.
pub(super) fn reason(error: &serenity::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}

/// Whether Discord does not know the token.
pub(super) fn refuses_token(error: &serenity::Error) -> bool {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => true,
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            response.status_code.as_u16() == 401
        }
        _ => false,
    }
}
