//! What happens in Discord, other than commands.

use std::sync::Arc;

use poise::FrameworkContext;
use serenity::all::{FullEvent, Interaction};
use tracing::{debug, info};

use super::bot::Bot;
use super::{messages, presses};
use crate::failure::Failure;

/// Hands an event to whoever deals with it.
pub(super) async fn event(
    framework: FrameworkContext<'_, Arc<Bot>, Failure>,
    event: &FullEvent,
) -> Result<(), Failure> {
    let bot = framework.user_data;
    let context = framework.serenity_context;
    match event {
        FullEvent::Ready { .. } | FullEvent::Resume { .. } => {
            bot.metrics.connected.set(1);
        }
        FullEvent::ShardStageUpdate { event } => {
            debug!(shard = %event.shard_id, from = %event.old, to = %event.new, "a shard moved on");
            let connected = event.new == serenity::gateway::ConnectionStage::Connected;
            bot.metrics.connected.set(i64::from(connected));
        }
        FullEvent::Message { new_message } => messages::message(bot, context, new_message).await,
        FullEvent::InteractionCreate { interaction: Interaction::Component(pressed) } => {
            presses::component(bot, context, pressed).await;
        }
        FullEvent::InteractionCreate { interaction: Interaction::Modal(filled) } => {
            presses::form(bot, context, filled).await;
        }
        FullEvent::GuildCreate { guild, is_new } => {
            info!(server = %guild.id, new = is_new.unwrap_or(false), "in a server");
        }
        _ => {}
    }
    Ok(())
}
