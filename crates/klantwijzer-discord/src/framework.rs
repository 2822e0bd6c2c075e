//! How commands and events reach us.

use std::sync::Arc;

use klantwijzer_text::{Failure, fail};
use poise::{BoxFuture, FrameworkError, FrameworkOptions, PrefixFrameworkOptions};
use serenity::all::{CommandInteraction, Http};
use tracing::{error, info, warn};

use super::bot::Bot;
use super::caller::Place;
use super::commands::Context;
use super::reply::Reply;
use super::{events, register, sending};

/// Commands and events, with the bot.
pub(super) fn framework(bot: Arc<Bot>) -> poise::Framework<Arc<Bot>, Failure> {
    let options = FrameworkOptions {
        commands: register::commands(),
        on_error: |problem| Box::pin(told(problem)),
        // A question that mentions us is no command, and what people ask is not
        // for the log.
        prefix_options: PrefixFrameworkOptions {
            mention_as_prefix: false,
            ..PrefixFrameworkOptions::default()
        },
        event_handler: |framework, event| Box::pin(events::event(framework, event)),
        ..FrameworkOptions::default()
    };
    poise::Framework::builder()
        .initialize_owners(false)
        .options(options)
        .setup(move |context, ready, _| {
            // A setup that fails would leave a bot that hears nothing.
            info!(name = %ready.user.name, servers = ready.guilds.len(), "connected with Discord");
            tokio::spawn(register::register(Arc::clone(&context.http), Arc::clone(&bot)));
            Box::pin(async move { Ok(bot) }) as BoxFuture<'_, _>
        })
        .build()
}

/// What went wrong outside the commands' own handling.
async fn told(problem: FrameworkError<'_, Arc<Bot>, Failure>) {
    match problem {
        FrameworkError::CommandPanic { ctx: poise::Context::Application(ctx), .. } => {
            error!(command = %ctx.command().qualified_name, "a command ended by itself");
            let failure = fail!(Place::from(ctx.interaction).texts(), "went-wrong");
            say(ctx, &failure).await;
        }
        FrameworkError::ArgumentParse { ctx: poise::Context::Application(ctx), error, .. } => {
            let failure = fail!(
                Place::from(ctx.interaction).texts(),
                "bad-argument",
                problem = error.to_string()
            );
            say(ctx, &failure).await;
        }
        FrameworkError::CommandStructureMismatch { ctx, description, .. } => {
            warn!(description, "a command is not as it was registered");
            say(ctx, &fail!(Place::from(ctx.interaction).texts(), "outdated-command")).await;
        }
        FrameworkError::UnknownInteraction { framework, interaction, .. } => {
            let name = interaction.data.name.as_str();
            warn!(name, "a command is not known");
            // While somebody still types, there is nothing to answer.
            if interaction.data.autocomplete().is_none() {
                outdated(&framework.serenity_context.http, interaction).await;
            }
        }
        FrameworkError::Command { error, .. } => warn!(code = error.code, "a command failed"),
        FrameworkError::EventHandler { error, event, .. } => {
            warn!(code = error.code, event = %event.snake_case_name(), "an event was not handled");
        }
        _ => warn!("a command was not handled"),
    }
}

/// Tells that a command is not one of ours, or no longer.
async fn outdated(http: &Http, asked: &CommandInteraction) {
    let reply = Reply::failure(&fail!(Place::from(asked).texts(), "outdated-command"));
    let to = (asked.id, asked.token.as_str());
    if let Err(error) = sending::respond(http, to, &reply.at_once()).await {
        warn!(%error, "a failure could not be told");
    }
}

/// Tells the person, where nothing was told yet.
async fn say(ctx: Context<'_>, failure: &Failure) {
    let reply = Reply::failure(failure);
    let begun = ctx.has_sent_initial_response.load(std::sync::atomic::Ordering::SeqCst);
    let http = &ctx.serenity_context().http;
    let (id, token) = (ctx.interaction.id, ctx.interaction.token.as_str());
    let sent = if begun {
        sending::edit(http, token, &reply.response()).await
    } else {
        sending::respond(http, (id, token), &reply.at_once()).await
    };
    if let Err(error) = sent {
        warn!(%error, "a failure could not be told");
    }
}
