//! Who did what, and what is held about somebody.

use klantwijzer_core::text::fold;
use klantwijzer_frontend::{audit as records, privacy as rights};
use klantwijzer_text::{Failure, fail, say};

use super::export::LARGEST;
use super::{Context, Seen, at_desk, done, suggest};
use crate::answers;
use crate::press::View;
use crate::reply::{Reply, Tone, escape};

/// The most lines about one customer.
const MOST_LINES: usize = 50;

/// Who did what.
#[poise::command(slash_command)]
pub(super) async fn audit(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: Option<String>,
) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, |program, stamp| match customer {
        None => answers::show(program, &program.book()?, stamp, &View::Audit, 0),
        Some(name) => Ok(Reply::page(
            &records::audit(program, Some(&name), None, MOST_LINES)?.page,
            program.texts,
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
    at_desk(ctx, Seen::Privately, move |program, _| {
        let texts = program.texts;
        let held = rights::hand_over(program, &customer)?;
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
    done(ctx, Seen::Privately, move |program| {
        let (_, name) = rights::to_erase(program, &customer)?;
        if fold(&sure) != fold(&name) {
            return Err(fail!(program.texts, "erase-not-sure", name = name));
        }
        rights::erase(program, &customer, true)
    })
    .await
}

/// Lets an erased customer come back.
#[poise::command(slash_command)]
async fn lift(ctx: Context<'_>, customer: String) -> Result<(), Failure> {
    done(ctx, Seen::Privately, move |program| rights::lift(program, &customer)).await
}
