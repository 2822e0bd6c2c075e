//! Commands with which people decide.

use super::lists::{TypeChoice, day};
use super::{Context, Seen, at_desk, suggest};
use crate::cli::{OverrideArgs, OverrideType};
use crate::commands::{book, decide};
use crate::discord::reply::{Reply, Tone};
use crate::failure::Failure;

/// Scores every customer again.
#[poise::command(slash_command)]
pub(super) async fn review(ctx: Context<'_>) -> Result<(), Failure> {
    at_desk(ctx, Seen::AsTheChannel, |office, _| {
        Ok(Reply::page(&book::review(office)?.page, office.texts).tone(Tone::Done))
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
    at_desk(ctx, Seen::AsTheChannel, move |office, _| {
        let names = [customer];
        Ok(Reply::page(&decide::assign_owner(office, &owner, &names)?.page, office.texts)
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
    at_desk(ctx, Seen::AsTheChannel, move |office, _| {
        Ok(Reply::page(&decide::judge(office, &customer, grade)?.page, office.texts)
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

impl From<GivenType> for OverrideType {
    fn from(given: GivenType) -> Self {
        Self(match given {
            GivenType::Strategic => Some(TypeChoice::Strategic.into()),
            GivenType::Large => Some(TypeChoice::Large.into()),
            GivenType::Development => Some(TypeChoice::Development.into()),
            GivenType::Transactional => Some(TypeChoice::Transactional.into()),
            GivenType::ByTheModel => None,
        })
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
    at_desk(ctx, Seen::AsTheChannel, move |office, _| {
        let args = OverrideArgs {
            customer,
            customer_type: given.into(),
            reason: reason.unwrap_or_default(),
            until: until.map(|typed| day(&typed, office)).transpose()?,
        };
        Ok(Reply::page(&decide::give_type(office, &args)?.page, office.texts).tone(Tone::Done))
    })
    .await
}
