//! Commands about one customer.

use klantwijzer_answer::query::Query;
use klantwijzer_frontend::customer::{Meant, find_alike};
use klantwijzer_text::Failure;

use super::{Context, Seen, answer_about, at_desk, suggest};
use crate::answers;
use crate::press::View;

/// All there is to know about a customer.
#[poise::command(slash_command)]
pub(super) async fn customer(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] name: String,
) -> Result<(), Failure> {
    at_desk(ctx, Seen::AsTheChannel, move |program, stamp| {
        let book = program.book()?;
        let Meant { customer, assumed } = find_alike(program, &book, &name)?;
        let card = answers::show(program, &book, stamp, &View::Card(customer), 0)?;
        Ok(card.opening(assumed.as_deref()))
    })
    .await
}

/// Why a customer has its type.
#[poise::command(slash_command)]
pub(super) async fn why(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: String,
) -> Result<(), Failure> {
    answer_about(ctx, customer, |customer| Query::WhyType { customer, claimed: None }).await
}
