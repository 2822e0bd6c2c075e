//! Commands that are questions about many customers.

use jiff::civil::Date;
use klantwijzer_answer::query::{Filter, Measure, Party, Query};
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType;
use klantwijzer_frontend::Program;
use klantwijzer_frontend::customer::find;
use klantwijzer_text::{Failure, fail};
use smol_str::SmolStr;

use super::{Context, answer, suggest};

/// A type to choose.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum TypeChoice {
    #[name = "strategic"]
    Strategic,
    #[name = "large"]
    Large,
    #[name = "development"]
    Development,
    #[name = "transactional"]
    Transactional,
}

impl From<TypeChoice> for CustomerType {
    fn from(choice: TypeChoice) -> Self {
        match choice {
            TypeChoice::Strategic => Self::Strategic,
            TypeChoice::Large => Self::Large,
            TypeChoice::Development => Self::Development,
            TypeChoice::Transactional => Self::Transactional,
        }
    }
}

/// An order to choose.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum OrderChoice {
    #[name = "value"]
    Value,
    #[name = "potential"]
    Potential,
    #[name = "name"]
    Name,
}

impl From<OrderChoice> for Measure {
    fn from(choice: OrderChoice) -> Self {
        match choice {
            OrderChoice::Value => Self::Value,
            OrderChoice::Potential => Self::Potential,
            OrderChoice::Name => Self::Name,
        }
    }
}

/// A step of the ladder to choose.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum StepChoice {
    #[name = "lower-cost"]
    LowerCost,
    #[name = "say-no"]
    SayNo,
}

impl From<StepChoice> for NoAction {
    fn from(choice: StepChoice) -> Self {
        match choice {
            StepChoice::LowerCost => Self::LowerCost,
            StepChoice::SayNo => Self::SayNo,
        }
    }
}

/// Customers of a type, in a sector, of an owner.
#[poise::command(slash_command)]
pub(super) async fn customers(
    ctx: Context<'_>,
    #[rename = "type"] customer_type: Option<TypeChoice>,
    #[autocomplete = "suggest::sectors"] sector: Option<String>,
    #[autocomplete = "suggest::owners"] owner: Option<String>,
    sort: Option<OrderChoice>,
) -> Result<(), Failure> {
    answer(ctx, move |program, book| {
        let words = book.portfolio().dictionaries();
        let known = |typed: Option<String>, words: &[SmolStr]| match typed {
            Some(typed) => suggest::meant(&typed, words)
                .map(Some)
                .ok_or_else(|| fail!(program.texts, "not-in-book", word = typed)),
            None => Ok(None),
        };
        let filter = Filter {
            sector: known(sector, words.sectors.words())?,
            owner: known(owner, words.owners.words())?,
            ..Filter::default()
        };
        Ok(Query::ListByType {
            types: customer_type.map(CustomerType::from).into_iter().collect(),
            filter,
            sort: sort.map(Measure::from).unwrap_or_default(),
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
        let definition = match definition {
            Some(typed) => Some(
                suggest::definition(program, book, &typed)
                    .ok_or_else(|| fail!(program.texts, "no-such-definition", name = typed))?,
            ),
            None => None,
        };
        Ok(Query::CountByDefinition { definition, filter: Filter::default(), period: None })
    })
    .await
}

/// To whom to say NO, or whether to this one.
#[poise::command(slash_command, rename = "say-no")]
pub(super) async fn say_no(
    ctx: Context<'_>,
    #[autocomplete = "suggest::customers"] customer: Option<String>,
    advice: Option<StepChoice>,
) -> Result<(), Failure> {
    answer(ctx, move |program, book| {
        Ok(if let Some(name) = customer {
            Query::SayNoCheck { party: Party::Customer(find(program, book, &name)?) }
        } else {
            let action = advice.map(NoAction::from);
            Query::SayNoList { action, filter: Filter::default() }
        })
    })
    .await
}

/// Who changed type.
#[poise::command(slash_command)]
pub(super) async fn moved(
    ctx: Context<'_>,
    since: Option<String>,
    from: Option<TypeChoice>,
    to: Option<TypeChoice>,
) -> Result<(), Failure> {
    answer(ctx, move |program, _| {
        let since = since.map(|typed| day(&typed, program)).transpose()?;
        let (from, to) = (from.map(Into::into), to.map(Into::into));
        Ok(Query::MovedType { since, from, to, filter: Filter::default() })
    })
    .await
}

/// How people type a day.
const DAY_FORMS: [&str; 3] = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"];

/// A day as people type it.
pub(super) fn day(typed: &str, program: &Program) -> Result<Date, Failure> {
    DAY_FORMS
        .iter()
        .find_map(|form| Date::strptime(form, typed.trim()).ok())
        .ok_or_else(|| fail!(program.texts, "bad-day", day = typed.to_owned()))
}
