//! The settings of a server.

use klantwijzer_frontend::settings as book_settings;
use klantwijzer_text::Failure;

use super::{Context, Seen, at_desk, respond, suggest};
use crate::answers;
use crate::press::View;
use crate::reply::{Reply, Tone};

/// The settings.
#[poise::command(slash_command, subcommands("show", "change"))]
pub(super) async fn settings(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

/// Shows the settings.
#[poise::command(slash_command)]
async fn show(ctx: Context<'_>) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, |program, stamp| {
        answers::show(program, &program.book()?, stamp, &View::Settings, 0)
    })
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
        let page =
            caller.work(move |program| book_settings::change(program, &name, &value)).await?;
        caller.bot.forget_team(caller.program.workspace);
        Ok(Reply::page(&page, caller.texts()).naming().tone(Tone::Done))
    })
    .await
}
