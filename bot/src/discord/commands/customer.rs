//! Commands about one customer.

use klantwijzer_answer::query::Query;

use super::{Context, Seen, answer, at_desk, suggest};
use crate::commands::customer::find;
use crate::discord::answers;
use crate::discord::press::View;
use crate::failure::Failure;

/// All there is to know about a customer.
#[poise::command(slash_command)]
pub(super) async fn customer(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] name: String,
) -> Result<(), Failure> {
    at_desk(ctx, Seen::AsTheChannel, move |office, stamp| {
        let customer = find(office, &name)?;
        answers::show(office, stamp, &View::Card(customer), 0)
    })
    .await
}

/// Why a customer has its type.
#[poise::command(slash_command)]
pub(super) async fn why(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
) -> Result<(), Failure> {
    answer(ctx, move |office| {
        Ok(Query::WhyType { customer: find(office, &customer)?, claimed: None })
    })
    .await
}
