//! A question in words, and what can be asked.

use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, say};
use tracing::warn;

use super::{Context, Seen, respond};
use crate::caller::Place;
use crate::messages::{self, Said};
use crate::reply::Reply;
use crate::sending;

/// A question in words.
#[poise::command(slash_command)]
pub(super) async fn ask(
    ctx: Context<'_>,
    #[max_length = 2000] question: String,
) -> Result<(), Failure> {
    let said = Said::from(question);
    let seen = if said.is_private() { Seen::Privately } else { Seen::AsTheChannel };
    respond(ctx, seen, |caller| async move { messages::take(&caller, &said).await }).await
}

/// What can be asked. It holds nobody's data, so it works everywhere.
#[poise::command(slash_command)]
pub(super) async fn help(ctx: Context<'_>) -> Result<(), Failure> {
    let texts = Place::from(ctx.interaction).texts();
    let mut page = Page::new(say!(texts, "discord-help"));
    page.bullets(HELP.map(|id| say!(texts, id)));
    page.note(say!(texts, "discord-help-more"));
    let response = Reply::page(&page, texts).at_once();
    let http = &ctx.serenity_context().http;
    let to = (ctx.interaction.id, ctx.interaction.token.as_str());
    if let Err(error) = sending::respond(http, to, &response).await {
        warn!(%error, "help could not be sent");
    }
    Ok(())
}

/// What help says, a line each.
const HELP: [&str; 9] = [
    "discord-help-ask",
    "discord-help-customers",
    "discord-help-customer",
    "discord-help-no",
    "discord-help-prospect",
    "discord-help-import",
    "discord-help-agenda",
    "discord-help-decide",
    "discord-help-setup",
];
