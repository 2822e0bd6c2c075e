//! Advice about somebody who is not a customer yet.

use klantwijzer_answer::query::{Party, Prospect, Query};
use klantwijzer_text::{Failure, Texts, fail, say};
use serenity::all::{
    ActionRow, ActionRowComponent, CreateActionRow, CreateInputText, CreateInteractionResponse,
    CreateModal, InputTextStyle,
};
use tracing::warn;

use super::Context;
use crate::answers;
use crate::caller::{Caller, Place};
use crate::custom_id::Stamp;
use crate::press::{Press, View};
use crate::reply::Reply;
use crate::sending;

/// The fields of the form; each is called by the message that labels it.
const NAME: &str = "prospect-name";
const SECTOR: &str = "prospect-sector";
const EMPLOYEES: &str = "prospect-employees";
const REVENUE: &str = "prospect-revenue";
const PAIN: &str = "prospect-pain";

/// Opens the form.
#[poise::command(slash_command)]
pub(super) async fn prospect(ctx: Context<'_>) -> Result<(), Failure> {
    let texts = Place::from(ctx.interaction).texts();
    let stamp = Stamp { language: texts.language(), server: None };
    let Some(id) = stamp.id(&Press::Prospect) else { return Ok(()) };
    let modal = CreateModal::new(id, say!(texts, "prospect-title")).components(fields(texts));
    let response = CreateInteractionResponse::Modal(modal);
    let http = &ctx.serenity_context().http;
    let to = (ctx.interaction.id, ctx.interaction.token.as_str());
    if let Err(error) = sending::respond(http, to, &response).await {
        warn!(%error, "the form about a prospect could not be shown");
    }
    Ok(())
}

fn fields(texts: &Texts) -> Vec<CreateActionRow> {
    let field = |id: &str, most: u16, required: bool| {
        let example = [id, ".example"].concat();
        CreateActionRow::InputText(
            CreateInputText::new(InputTextStyle::Short, say!(texts, id), id)
                .placeholder(say!(texts, &example))
                .max_length(most)
                .required(required),
        )
    };
    vec![
        field(NAME, 100, true),
        field(SECTOR, 100, false),
        field(EMPLOYEES, 20, false),
        field(REVENUE, 30, false),
        field(PAIN, 5, false),
    ]
}

/// The expected type and the advice, from the filled-in form.
pub(crate) async fn advice(caller: &Caller, rows: &[ActionRow]) -> Result<Reply, Failure> {
    let texts = caller.texts();
    let prospect = Prospect {
        name: field(rows, NAME),
        sector: field(rows, SECTOR).map(Into::into),
        employees: amount(rows, EMPLOYEES, texts)?,
        company_revenue: amount(rows, REVENUE, texts)?,
        pain_fit: grade(rows, texts)?,
        regulatory_pressure: None,
    };
    let query = Query::SayNoCheck { party: Party::Prospect(prospect) };
    let stamp = caller.stamp();
    caller
        .work(move |program| {
            answers::show(program, &program.book()?, stamp, &View::Answer(query), 0)
        })
        .await
}

/// What was typed in a field; nothing where it was left empty.
fn field(rows: &[ActionRow], id: &str) -> Option<String> {
    let inputs = rows.iter().flat_map(|row| &row.components);
    let typed = inputs.filter_map(|component| match component {
        ActionRowComponent::InputText(input) if input.custom_id == id => input.value.as_deref(),
        _ => None,
    });
    typed.map(str::trim).find(|typed| !typed.is_empty()).map(str::to_owned)
}

/// A number as people write it: "300", "12,5 mln", "€ 40.000".
fn amount(rows: &[ActionRow], id: &str, texts: &Texts) -> Result<Option<f64>, Failure> {
    let Some(typed) = field(rows, id) else { return Ok(None) };
    klantwijzer_ask::amount(&typed)
        .filter(|amount| *amount >= 0.0)
        .map(Some)
        .ok_or_else(|| fail!(texts, "bad-amount", amount = typed))
}

fn grade(rows: &[ActionRow], texts: &Texts) -> Result<Option<f64>, Failure> {
    match amount(rows, PAIN, texts)? {
        Some(grade) if grade > 10.0 => Err(fail!(texts, "bad-grade")),
        grade => Ok(grade),
    }
}
