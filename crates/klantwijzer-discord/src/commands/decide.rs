//! Commands with which people decide.

use klantwijzer_core::types::CustomerType;
use klantwijzer_frontend::{book, decide};
use klantwijzer_text::Failure;

use super::lists::{TypeChoice, day};
use super::{Context, Seen, at_desk, suggest};
use crate::reply::{Reply, Tone};

/// Scores every customer again.
#[poise::command(slash_command)]
pub(super) async fn review(ctx: Context<'_>) -> Result<(), Failure> {
    at_desk(ctx, Seen::AsTheChannel, |program, _| {
        Ok(Reply::page(&book::review(program)?.page, program.texts).tone(Tone::Done))
    })
    .await
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
    at_desk(ctx, Seen::AsTheChannel, move |program, _| {
        let names = [customer];
        Ok(Reply::page(&decide::assign_owner(program, &owner, &names)?.page, program.texts)
            .tone(Tone::Done))
    })
    .await
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
    at_desk(ctx, Seen::AsTheChannel, move |program, _| {
        Ok(Reply::page(&decide::judge(program, &customer, grade)?.page, program.texts)
            .tone(Tone::Done))
    })
    .await
}

/// A type to give, or none to follow the model again.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum GivenType {
    #[name = "strategic"]
    Strategic,
    #[name = "large"]
    Large,
    #[name = "development"]
    Development,
    #[name = "transactional"]
    Transactional,
    #[name = "by-the-model"]
    ByTheModel,
}

impl From<GivenType> for Option<CustomerType> {
    fn from(given: GivenType) -> Self {
        match given {
            GivenType::Strategic => Some(TypeChoice::Strategic.into()),
            GivenType::Large => Some(TypeChoice::Large.into()),
            GivenType::Development => Some(TypeChoice::Development.into()),
            GivenType::Transactional => Some(TypeChoice::Transactional.into()),
            GivenType::ByTheModel => None,
        }
    }
}

/// Gives a customer a type by hand.
#[poise::command(slash_command, rename = "override")]
pub(super) async fn set_type(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
    #[rename = "type"] given: GivenType,
    #[max_length = 500] reason: Option<String>,
    until: Option<String>,
) -> Result<(), Failure> {
    at_desk(ctx, Seen::AsTheChannel, move |program, _| {
        let reason = reason.unwrap_or_default();
        let until = until.map(|typed| day(&typed, program)).transpose()?;
        let done = decide::give_type(program, &customer, given.into(), &reason, until)?;
        Ok(Reply::page(&done.page, program.texts).tone(Tone::Done))
    })
    .await
}
