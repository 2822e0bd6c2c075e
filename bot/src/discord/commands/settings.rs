//! The settings of a server.

use super::{Context, Seen, at_desk, respond, suggest};
use crate::commands::settings as book_settings;
use crate::discord::answers;
use crate::discord::press::View;
use crate::discord::reply::{Reply, Tone};
use crate::failure::Failure;

/// The settings.
#[poise::command(slash_command, subcommands("show", "change"))]
pub(super) async fn settings(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

/// Shows the settings.
#[poise::command(slash_command)]
async fn show(ctx: Context<'_>) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, |office, stamp| answers::show(office, stamp, &View::Settings, 0))
        .await
}

/// Changes a setting.
#[poise::command(slash_command)]
async fn change(
    ctx: Context<'_>,
    #[autocomplete = "suggest::setting_names"] name: String,
    #[max_length = 1000] value: String,
) -> Result<(), Failure> {
    respond(ctx, Seen::Privately, |caller| async move {
        let page = caller.work(move |office| book_settings::change(office, &name, &value)).await?;
        caller.bot.forget_team(caller.office.workspace);
        Ok(Reply::page(&page, caller.texts()).tone(Tone::Done))
    })
    .await
}
