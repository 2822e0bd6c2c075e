//! Advice about somebody who is not a customer yet.

use std::sync::Arc;

use klantwijzer_answer::query::{Party, Prospect, Query};
use klantwijzer_core::access::Action;
use klantwijzer_frontend::customer::find;
use klantwijzer_text::{Failure, Texts, fail, render, say};
use serenity::all::{
    ActionRow, ActionRowComponent, ButtonStyle, ComponentInteraction, CreateActionRow,
    CreateInputText, CreateInteractionResponse, CreateModal, Http, InputTextStyle, InteractionId,
};
use tracing::warn;

use super::Context;
use crate::answers;
use crate::bot::Bot;
use crate::caller::{Caller, Place};
use crate::conversation::Filled;
use crate::custom_id::Stamp;
use crate::press::{Press, View};
use crate::reply::{Reply, button};
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
    let place = Place::from(ctx.interaction);
    let to = (ctx.interaction.id, ctx.interaction.token.as_str());
    let http = &ctx.serenity_context().http;
    match may_ask(ctx.data(), &place).await {
        Ok(()) => open(http, to, &place, &[]).await,
        // Nobody fills in a form to hear that it is not for them.
        Err(failure) => {
            if let Err(error) =
                sending::respond(http, to, &Reply::failure(&failure).at_once()).await
            {
                warn!(%error, "a refusal could not be sent");
            }
        }
    }
    Ok(())
}

async fn may_ask(bot: &Arc<Bot>, place: &Place) -> Result<(), Failure> {
    let Some(server) = place.server else { return Err(fail!(place.texts(), "only-in-server")) };
    Caller::new(bot, place.clone(), server).await?.may(Action::Ask)
}

/// Opens the form once more with what somebody filled in last.
pub(crate) async fn again(bot: &Bot, http: &Http, pressed: &ComponentInteraction) {
    let place = Place::from(pressed);
    let filled = bot.conversations.prospects.recall(&place.person).unwrap_or_default();
    open(http, (pressed.id, pressed.token.as_str()), &place, &filled).await;
}

/// The button that opens the form again, beside what was wrong with it.
pub(crate) fn keep(caller: &Caller, rows: &[ActionRow], wrong: &Failure) -> Reply {
    caller.bot.conversations.prospects.remember(caller.place.person, filled(rows));
    let label = say!(caller.texts(), "button-prospect-again");
    let again = button(caller.stamp().id(&Press::ProspectAgain), &label, ButtonStyle::Primary);
    Reply::failure(wrong).buttons([again])
}

fn filled(rows: &[ActionRow]) -> Filled {
    let fields = [NAME, SECTOR, EMPLOYEES, REVENUE, PAIN];
    fields.into_iter().filter_map(|id| Some((id, field(rows, id)?))).collect()
}

async fn open(http: &Http, to: (InteractionId, &str), place: &Place, filled: &[(&str, String)]) {
    let texts = place.texts();
    let stamp = Stamp { language: texts.language(), server: None };
    let Some(id) = stamp.id(&Press::Prospect) else { return };
    let fields = fields(texts, filled);
    let modal = CreateModal::new(id, say!(texts, "prospect-title")).components(fields);
    let response = CreateInteractionResponse::Modal(modal);
    if let Err(error) = sending::respond(http, to, &response).await {
        warn!(%error, "the form about a prospect could not be shown");
    }
}

fn fields(texts: &Texts, filled: &[(&str, String)]) -> Vec<CreateActionRow> {
    let field = |id: &str, most: u16, required: bool| {
        let example = [id, ".example"].concat();
        let input = CreateInputText::new(InputTextStyle::Short, say!(texts, id), id)
            .placeholder(say!(texts, &example))
            .max_length(most)
            .required(required);
        let before = filled.iter().find(|(field, _)| *field == id);
        CreateActionRow::InputText(match before {
            Some((_, value)) => input.value(value),
            None => input,
        })
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
    let name = prospect.name.clone().unwrap_or_default();
    let query = Query::SayNoCheck { party: Party::Prospect(prospect) };
    let stamp = caller.stamp();
    caller
        .work(move |program| {
            let book = program.book()?;
            let reply = answers::show(program, &book, stamp, &View::Answer(query), 0)?;
            let Ok(known) = find(program, &book, &name) else { return Ok(reply) };
            let texts = program.texts;
            let customer = render::customer_name(known, texts, &program.names(&book));
            let card = stamp.id(&Press::Show(View::Card(known)));
            let card = button(card, &say!(texts, "button-card"), ButtonStyle::Secondary);
            Ok(reply.opening(Some(&say!(texts, "prospect-known", name = customer))).buttons([card]))
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
