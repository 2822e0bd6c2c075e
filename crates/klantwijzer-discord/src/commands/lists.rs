//! Commands that are questions about many customers.

use jiff::civil::Date;
use klantwijzer_answer::query::{Filter, Measure, Party, Query};
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType;
use klantwijzer_frontend::Program;
use klantwijzer_text::{Failure, fail};
use smol_str::SmolStr;

use super::choice::Choice;
use super::{Context, answer, answer_about, suggest};

/// Customers of a type, in a sector, of an owner.
#[poise::command(slash_command)]
pub(super) async fn customers(
    ctx: Context<'_>,
    #[rename = "type"] customer_type: Option<Choice<CustomerType>>,
    #[autocomplete = "suggest::sectors"] sector: Option<String>,
    #[autocomplete = "suggest::owners"] owner: Option<String>,
    sort: Option<Choice<Measure>>,
) -> Result<(), Failure> {
    answer(ctx, move |program, book| {
        let words = book.portfolio().dictionaries();
        let known = |typed: String, words: &[SmolStr]| {
            suggest::meant(&typed, words)
                .ok_or_else(|| fail!(program.texts, "not-in-book", word = typed))
        };
        let filter = Filter {
            sector: sector.map(|typed| known(typed, words.sectors.words())).transpose()?,
            owner: owner.map(|typed| known(typed, words.owners.words())).transpose()?,
            ..Filter::default()
        };
        Ok(Query::ListByType {
            types: customer_type.map(|chosen| chosen.0).into_iter().collect(),
            filter,
            sort: sort.map(|chosen| chosen.0).unwrap_or_default(),
        })
    })
    .await
}

/// How many customers there are.
#[poise::command(slash_command)]
pub(super) async fn count(
    ctx: Context<'_>,
    #[autocomplete = "suggest::definitions"] definition: Option<String>,
) -> Result<(), Failure> {
    answer(ctx, move |program, book| {
        let known = |typed: String| {
            suggest::definition(program, book, &typed)
                .ok_or_else(|| fail!(program.texts, "no-such-definition", name = typed))
        };
        let definition = definition.map(known).transpose()?;
        Ok(Query::CountByDefinition { definition, filter: Filter::default(), period: None })
    })
    .await
}

/// To whom to say NO, or whether to this one.
#[poise::command(slash_command, rename = "say-no")]
pub(super) async fn say_no(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: Option<String>,
    advice: Option<Choice<NoAction>>,
) -> Result<(), Failure> {
    if let Some(name) = customer {
        let check = |customer| Query::SayNoCheck { party: Party::Customer(customer) };
        return answer_about(ctx, name, check).await;
    }
    answer(ctx, move |_, _| {
        let action = advice.map(|chosen| chosen.0);
        Ok(Query::SayNoList { action, filter: Filter::default() })
    })
    .await
}

/// Who changed type.
#[poise::command(slash_command)]
pub(super) async fn moved(
    ctx: Context<'_>,
    since: Option<String>,
    from: Option<Choice<CustomerType>>,
    to: Option<Choice<CustomerType>>,
) -> Result<(), Failure> {
    answer(ctx, move |program, _| {
        let since = since.map(|typed| day(&typed, program)).transpose()?;
        let (from, to) = (from.map(|chosen| chosen.0), to.map(|chosen| chosen.0));
        Ok(Query::MovedType { since, from, to, filter: Filter::default() })
    })
    .await
}

/// A day as people type it: the last one of that name.
pub(super) fn day(typed: &str, program: &Program) -> Result<Date, Failure> {
    klantwijzer_ask::day(typed, program.today())
        .ok_or_else(|| fail!(program.texts, "bad-day", day = typed.to_owned()))
}

/// A day to come as people type it: the next one of that name.
pub(super) fn day_ahead(typed: &str, program: &Program) -> Result<Date, Failure> {
    klantwijzer_ask::day_ahead(typed, program.today())
        .ok_or_else(|| fail!(program.texts, "bad-day", day = typed.to_owned()))
}
