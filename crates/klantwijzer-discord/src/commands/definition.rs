//! The team's own definitions of a customer.

use klantwijzer_answer::query::Query;
use klantwijzer_frontend::definition as definitions;
use klantwijzer_text::Failure;

use super::{Context, Seen, answer, at_desk, done, suggest};
use crate::reply::Reply;

/// Definitions of a customer.
#[poise::command(slash_command, subcommands("list", "test", "add", "remove"))]
pub(super) async fn definition(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

/// Every definition with how many customers it counts.
#[poise::command(slash_command)]
async fn list(ctx: Context<'_>) -> Result<(), Failure> {
    answer(ctx, |_, _| Ok(Query::CompareDefinitions { definitions: Vec::new() })).await
}

/// Whom a definition would count.
#[poise::command(slash_command)]
async fn test(ctx: Context<'_>, #[max_length = 1000] rule: String) -> Result<(), Failure> {
    at_desk(ctx, Seen::AsTheChannel, move |program, _| {
        Ok(Reply::page(&definitions::test(program, &rule)?.page, program.texts))
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
    done(ctx, Seen::Privately, move |program| definitions::add(program, &name, &rule)).await
}

/// Takes a definition away.
#[poise::command(slash_command)]
async fn remove(
    ctx: Context<'_>,
    #[autocomplete = "suggest::own_definitions"] name: String,
) -> Result<(), Failure> {
    done(ctx, Seen::Privately, move |program| definitions::remove(program, &name)).await
}
