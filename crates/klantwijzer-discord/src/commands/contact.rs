//! Commands about contact moments.

use klantwijzer_core::programme::Channel;
use klantwijzer_frontend::contact::{self, Wanted};
use klantwijzer_text::Failure;

use super::choice::Choice;
use super::lists::{day, day_ahead};
use super::{Context, Seen, answer, done, suggest};

/// Whom to contact, and when.
#[poise::command(slash_command)]
pub(super) async fn agenda(
    ctx: Context<'_>,
    #[autocomplete = "suggest::owners"] owner: Option<String>,
    #[autocomplete = "suggest::customers"] customer: Option<String>,
    until: Option<String>,
    late: Option<bool>,
) -> Result<(), Failure> {
    answer(ctx, move |program, book| {
        let until = until.map(|typed| day_ahead(&typed, program)).transpose()?;
        let late = late.unwrap_or_default();
        Wanted { customer, owner, from: None, until, late }.query(program, book)
    })
    .await
}

/// Notes a contact that took place.
#[poise::command(slash_command)]
pub(super) async fn log(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
    channel: Choice<Channel>,
    day: Option<String>,
) -> Result<(), Failure> {
    done(ctx, Seen::AsTheChannel, move |program| {
        let day = day.map(|typed| self::day(&typed, program)).transpose()?;
        contact::log(program, &customer, channel.0, day)
    })
    .await
}
