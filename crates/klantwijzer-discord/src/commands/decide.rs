//! Commands with which people decide.

use klantwijzer_core::types::CustomerType;
use klantwijzer_frontend::{Program, book, decide};
use klantwijzer_text::Failure;

use super::choice::Choice;
use super::lists::day_ahead;
use super::{Context, Seen, done, suggest};

/// Scores every customer again.
#[poise::command(slash_command)]
pub(super) async fn review(ctx: Context<'_>) -> Result<(), Failure> {
    done(ctx, Seen::AsTheChannel, book::review).await
}

/// Says who looks after a customer.
#[poise::command(slash_command)]
pub(super) async fn owner(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
    #[autocomplete = "suggest::owners"]
    #[max_length = 100]
    owner: String,
) -> Result<(), Failure> {
    let assigned = move |program: &Program| decide::assign_owner(program, &owner, &customer);
    done(ctx, Seen::AsTheChannel, assigned).await
}

/// Records the account manager's judgement.
#[poise::command(slash_command)]
pub(super) async fn judge(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
    #[min = 0]
    #[max = 10]
    grade: u8,
) -> Result<(), Failure> {
    let judged = move |program: &Program| decide::judge(program, &customer, grade);
    done(ctx, Seen::AsTheChannel, judged).await
}

/// Gives a customer a type by hand.
#[poise::command(slash_command, rename = "override")]
pub(super) async fn set_type(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
    #[rename = "type"] given: Choice<Option<CustomerType>>,
    #[max_length = 500] reason: Option<String>,
    until: Option<String>,
) -> Result<(), Failure> {
    done(ctx, Seen::AsTheChannel, move |program| {
        let reason = reason.unwrap_or_default();
        let until = until.map(|typed| day_ahead(&typed, program)).transpose()?;
        decide::give_type(program, &customer, given.0, &reason, until)
    })
    .await
}
