//! The team's own definitions of a customer.

use klantwijzer_answer::query::Query;

use super::{Context, Seen, answer, at_desk, suggest};
use crate::cli::DefinitionCommand;
use crate::commands::definition as definitions;
use crate::discord::reply::{Reply, Tone};
use crate::failure::Failure;

/// Definitions of a customer.
#[poise::command(slash_command, subcommands("list", "test", "add", "remove"))]
pub(super) async fn definition(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

/// Every definition with how many customers it counts.
#[poise::command(slash_command)]
async fn list(ctx: Context<'_>) -> Result<(), Failure> {
    answer(ctx, |_| Ok(Query::CompareDefinitions { definitions: Vec::new() })).await
}

/// Whom a definition would count.
#[poise::command(slash_command)]
async fn test(ctx: Context<'_>, #[max_length = 1000] rule: String) -> Result<(), Failure> {
    at_desk(ctx, Seen::AsTheChannel, move |office, _| {
        Ok(Reply::page(&definitions::test(office, &rule)?.page, office.texts))
    })
    .await
}

/// Adds a definition, or replaces it.
#[poise::command(slash_command)]
async fn add(
    ctx: Context<'_>,
    #[max_length = 60] name: String,
    #[max_length = 1000] rule: String,
) -> Result<(), Failure> {
    change(ctx, DefinitionCommand::Add { name, expression: rule }).await
}

/// Takes a definition away.
#[poise::command(slash_command)]
async fn remove(
    ctx: Context<'_>,
    #[autocomplete = "suggest::own_definitions"] name: String,
) -> Result<(), Failure> {
    change(ctx, DefinitionCommand::Remove { name }).await
}

async fn change(ctx: Context<'_>, command: DefinitionCommand) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, move |office, _| {
        Ok(Reply::page(&definitions::definition(office, &command)?.page, office.texts)
            .tone(Tone::Done))
    })
    .await
}
