//! Who did what, and what is held about somebody.

use klantwijzer_core::text::fold;

use super::export::LARGEST;
use super::{Context, Seen, at_desk, suggest};
use crate::cli::PrivacyCommand;
use crate::commands::{audit as records, privacy as rights};
use crate::discord::answers;
use crate::discord::press::View;
use crate::discord::reply::{Reply, Tone, escape};
use crate::failure::{Failure, fail};
use crate::text::say;

/// The most lines about one customer.
const MOST_LINES: usize = 50;

/// Who did what.
#[poise::command(slash_command)]
pub(super) async fn audit(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: Option<String>,
) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, |office, stamp| match customer {
        None => answers::show(office, stamp, &View::Audit, 0),
        Some(name) => Ok(Reply::page(
            &records::audit(office, Some(&name), None, MOST_LINES)?.page,
            office.texts,
        )),
    })
    .await
}

/// What is held about somebody.
#[poise::command(slash_command, subcommands("export", "erase", "lift"))]
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
        let texts = office.texts;
        let held = rights::privacy(office, &PrivacyCommand::Export { customer })?;
        let json = serde_json::to_vec_pretty(&held.json).unwrap_or_default();
        if json.len() > LARGEST {
            return Err(fail!(texts, "export-too-large"));
        }
        let file = format!("{}.json", say!(texts, "privacy-file"));
        let text = say!(texts, "privacy-held", name = held.page.lead);
        Ok(Reply::new(escape(&text)).tone(Tone::Done).file(file, json))
    })
    .await
}

/// Erases everything that is held about a customer.
#[poise::command(slash_command)]
async fn erase(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
    sure: String,
) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, move |office, _| {
        let (_, name) = rights::to_erase(office, &customer)?;
        if fold(&sure) != fold(&name) {
            return Err(fail!(office.texts, "erase-not-sure", name = name));
        }
        let erased = rights::privacy(office, &PrivacyCommand::Erase { customer, yes: true })?;
        Ok(Reply::page(&erased.page, office.texts).tone(Tone::Done))
    })
    .await
}

/// Lets an erased customer come back.
#[poise::command(slash_command)]
async fn lift(ctx: Context<'_>, customer: String) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, move |office, _| {
        let lifted = rights::privacy(office, &PrivacyCommand::Lift { customer })?;
        Ok(Reply::page(&lifted.page, office.texts).tone(Tone::Done))
    })
    .await
}
