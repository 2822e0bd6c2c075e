//! The slash commands, by subject.
#![allow(clippy::unused_async, reason = "poise wants commands that only hold others async")]

mod ask;
pub(super) mod chart;
mod choice;
mod contact;
mod customer;
mod decide;
mod definition;
pub(super) mod export;
pub(super) mod import;
mod lists;
mod privacy;
pub(super) mod prospect;
mod settings;
pub(super) mod setup;
mod suggest;

use std::sync::Arc;
use std::sync::atomic::Ordering;

use klantwijzer_answer::query::Query;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_desk::Book;
use klantwijzer_frontend::customer::{Meant, find_alike};
use klantwijzer_frontend::{Output, Program};
use klantwijzer_text::{Failure, fail};
use serenity::all::{CreateInteractionResponse, CreateInteractionResponseMessage};
use tracing::warn;

use super::bot::Bot;
use super::caller::{Caller, Place};
use super::custom_id::Stamp;
use super::press::View;
use super::reply::{Reply, Tone};
use super::{answers, sending};

/// What a command gets.
pub(super) type Context<'a> = poise::ApplicationContext<'a, Arc<Bot>, Failure>;

/// A command.
pub(super) type Command = poise::Command<Arc<Bot>, Failure>;

/// Every command.
pub(super) fn all() -> Vec<Command> {
    vec![
        ask::ask(),
        lists::customers(),
        customer::customer(),
        lists::count(),
        customer::why(),
        lists::say_no(),
        prospect::prospect(),
        lists::moved(),
        contact::agenda(),
        contact::log(),
        chart::chart(),
        import::import(),
        decide::review(),
        export::export(),
        decide::owner(),
        decide::judge(),
        decide::set_type(),
        definition::definition(),
        settings::settings(),
        setup::setup(),
        privacy::privacy(),
        privacy::audit(),
        ask::help(),
    ]
}

/// Who sees the answer to a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// Everybody, in a channel that the team allows; else who asked.
    AsTheChannel,
    /// Who asked.
    Privately,
}

/// Acknowledges a command, has its work done, and sends what came of it.
async fn respond<F>(
    ctx: Context<'_>,
    seen: Seen,
    work: impl FnOnce(Caller) -> F + Send,
) -> Result<(), Failure>
where
    F: Future<Output = Result<Reply, Failure>> + Send,
{
    let bot = ctx.data();
    let mut measured = bot.metrics.begin(&ctx.command().qualified_name);
    let place = Place::from(ctx.interaction);
    let texts = place.texts();
    let caller = match place.server {
        Some(server) => Caller::new(bot, place, server).await,
        None => Err(fail!(texts, "only-in-server")),
    };
    let privately = seen == Seen::Privately || caller.as_ref().map_or(true, Caller::is_told_alone);
    let http = &ctx.serenity_context().http;
    let (id, token) = (ctx.interaction.id, ctx.interaction.token.as_str());
    let message = CreateInteractionResponseMessage::new().ephemeral(privately);
    let acknowledgement = CreateInteractionResponse::Defer(message);
    if let Err(error) = sending::respond(http, (id, token), &acknowledgement).await {
        measured.lost();
        warn!(%error, "a command could not be acknowledged");
        return Ok(());
    }
    ctx.has_sent_initial_response.store(true, Ordering::SeqCst);
    measured.acknowledged();
    let done = match caller {
        Ok(caller) => work(caller).await,
        Err(failure) => Err(failure),
    };
    measured.answered(done.is_ok());
    let reply = done.unwrap_or_else(|failure| Reply::failure(&failure));
    if let Err(error) = sending::edit(http, token, &reply.response()).await {
        measured.lost();
        warn!(%error, "the answer to a command could not be sent");
    }
    Ok(())
}

/// The same for work that is done at the desk.
async fn at_desk(
    ctx: Context<'_>,
    seen: Seen,
    work: impl FnOnce(&Program, Stamp) -> Result<Reply, Failure> + Send + 'static,
) -> Result<(), Failure> {
    respond(ctx, seen, |caller| async move {
        let stamp = caller.stamp();
        caller.work(move |program| work(program, stamp)).await
    })
    .await
}

/// The same for work that is told on one page.
async fn done(
    ctx: Context<'_>,
    seen: Seen,
    work: impl FnOnce(&Program) -> Result<Output, Failure> + Send + 'static,
) -> Result<(), Failure> {
    at_desk(ctx, seen, |program, _| {
        Ok(Reply::page(&work(program)?.page, program.texts).tone(Tone::Done))
    })
    .await
}

/// The same for a command that is a question, which the next one can go on from.
async fn answer(
    ctx: Context<'_>,
    query: impl FnOnce(&Program, &Book<'_>) -> Result<Query, Failure> + Send + 'static,
) -> Result<(), Failure> {
    answer_assuming(ctx, |program, book| Ok((query(program, book)?, None))).await
}

/// The same for a question about the customer that a person names, perhaps loosely.
async fn answer_about(
    ctx: Context<'_>,
    called: String,
    query: impl FnOnce(CustomerNo) -> Query + Send + 'static,
) -> Result<(), Failure> {
    answer_assuming(ctx, move |program, book| {
        let Meant { customer, assumed } = find_alike(program, book, &called)?;
        Ok((query(customer), assumed))
    })
    .await
}

/// A question, and what was assumed of a name in it.
type Assuming = (Query, Option<String>);

async fn answer_assuming(
    ctx: Context<'_>,
    query: impl FnOnce(&Program, &Book<'_>) -> Result<Assuming, Failure> + Send + 'static,
) -> Result<(), Failure> {
    respond(ctx, Seen::AsTheChannel, |caller| async move {
        let stamp = caller.stamp();
        let (query, reply) = caller
            .work(move |program| {
                let book = program.book()?;
                let (query, assumed) = query(program, &book)?;
                let view = View::Answer(query.clone());
                let reply = answers::show(program, &book, stamp, &view, 0)?;
                Ok((query, reply.opening(assumed.as_deref())))
            })
            .await?;
        caller.spoke_of(query);
        Ok(reply)
    })
    .await
}
