//! Who did what, and what is held about somebody.

use super::{Context, Seen, at_desk, suggest};
use crate::commands::privacy as records;
use crate::discord::answers;
use crate::discord::press::View;
use crate::discord::reply::{Reply, Tone, escape};
use crate::failure::{Failure, fail};
use crate::text::say;

/// Who did what.
#[poise::command(slash_command)]
pub(super) async fn audit(ctx: Context<'_>) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, |office, stamp| answers::show(office, stamp, &View::Audit, 0))
        .await
}

/// What is held about somebody.
#[poise::command(slash_command, subcommands("export", "erase"))]
pub(super) async fn privacy(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

/// Sends everything that is held about a customer.
#[poise::command(slash_command)]
async fn export(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, move |office, _| {
        let output = records::export(office, &customer)?;
        let json = serde_json::to_vec_pretty(&output.json).unwrap_or_default();
        let name = format!("{}.json", say!(office.texts, "privacy-file"));
        Ok(Reply::page(&output.page).tone(Tone::Done).file(name, json))
    })
    .await
}

/// Erases everything that is held about a customer.
#[poise::command(slash_command)]
async fn erase(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
    #[rename = "sure"] repeated: String,
) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, move |office, _| {
        let no = crate::commands::customer::find(office, &customer)?;
        let snapshot = office.snapshot()?;
        let name = snapshot.portfolio.row(no).map(|row| row.name().to_owned()).unwrap_or_default();
        if klantwijzer_core::text::fold(&repeated) != klantwijzer_core::text::fold(&name) {
            return Err(fail!(office.texts, "erase-not-sure", name = escape(&name)));
        }
        Ok(Reply::page(&records::erase(office, &customer)?.page).tone(Tone::Done))
    })
    .await
}
