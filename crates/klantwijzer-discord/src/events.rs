//! What happens in Discord, other than commands.

use std::sync::Arc;

use klantwijzer_text::Failure;
use poise::FrameworkContext;
use serenity::all::{FullEvent, Interaction};
use tracing::info;

use super::bot::Bot;
use super::{farewell, messages, presses};

/// Hands an event to whoever deals with it.
pub(super) async fn event(
    framework: FrameworkContext<'_, Arc<Bot>, Failure>,
    event: &FullEvent,
) -> Result<(), Failure> {
    let bot = framework.user_data;
    let context = framework.serenity_context;
    match event {
        FullEvent::Message { new_message } => messages::message(bot, context, new_message).await,
        FullEvent::InteractionCreate { interaction: Interaction::Component(pressed) } => {
            presses::component(bot, context, pressed).await;
        }
        FullEvent::InteractionCreate { interaction: Interaction::Modal(filled) } => {
            presses::form(bot, context, filled).await;
        }
        FullEvent::GuildCreate { guild, is_new } => {
            let new = is_new.unwrap_or(false);
            info!(server = %guild.id, new, "in a server");
            if new {
                farewell::came_or_went(bot, &context.cache, guild.id).await;
            }
        }
        FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
            farewell::came_or_went(bot, &context.cache, incomplete.id).await;
        }
        FullEvent::ShardsReady { .. } => bot.gateway.all_told(&context.cache),
        _ => {}
    }
    Ok(())
}
