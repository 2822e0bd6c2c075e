//! Buttons, menus and forms.

use std::sync::Arc;

use klantwijzer_answer::query::Query;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_text::{Failure, Texts, fail, say};
use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind, Context, CreateInteractionResponse,
    CreateInteractionResponseFollowup, CreateInteractionResponseMessage, GuildId, MessageFlags,
    ModalInteraction,
};
use tracing::warn;

use super::bot::Bot;
use super::caller::{Caller, Place};
use super::commands::{chart, export, import, prospect, setup};
use super::custom_id::{Stamp, decode};
use super::press::{Press, View};
use super::reply::{Reply, escape};
use super::{answers, messages, sending, servers};

/// Somebody pressed a button or chose from a menu.
pub(super) async fn component(bot: &Arc<Bot>, context: &Context, pressed: &ComponentInteraction) {
    let mut measured = bot.metrics.begin("press");
    let decoded = decode(&pressed.data.custom_id);
    if matches!(decoded, Some((_, Press::ProspectAgain))) {
        measured.acknowledged();
        prospect::again(bot, &context.http, pressed).await;
        measured.answered(true);
        return;
    }
    let stays = decoded.as_ref().is_some_and(|(_, press)| stays(press));
    // In a server Discord sends along what somebody may do. For a direct message it
    // has to be asked, which waits until the press is acknowledged.
    let known = match (&decoded, pressed.guild_id) {
        // It is about the data of that server, whatever the id says.
        (Some((stamp, _)), Some(server)) => {
            let caller = Caller::new(bot, Place::from(pressed), server).await;
            Some(caller.map(|caller| in_language(caller, *stamp)))
        }
        _ => None,
    };
    let (in_place, privately) = match &known {
        Some(Ok(caller)) => (stays && may_stay(caller, pressed), caller.is_told_alone()),
        Some(Err(_)) => (false, true),
        None => (stays, pressed.guild_id.is_some()),
    };
    let for_one = matches!(&decoded, Some((_, press)) if is_for_one(press));
    let privately = privately || for_one;
    let acknowledgement = if in_place {
        CreateInteractionResponse::Acknowledge
    } else {
        let message = CreateInteractionResponseMessage::new().ephemeral(privately);
        CreateInteractionResponse::Defer(message)
    };
    let (http, token) = (&context.http, pressed.token.as_str());
    if let Err(error) = sending::respond(http, (pressed.id, token), &acknowledgement).await {
        measured.lost();
        warn!(%error, "a press could not be acknowledged");
        return;
    }
    measured.acknowledged();
    let done = match decoded {
        Some((stamp, press)) => {
            let caller = match known {
                Some(caller) => caller,
                None => directly(bot, context, pressed, stamp).await,
            };
            match caller {
                Ok(caller) => act(&caller, context, pressed, stamp, press).await,
                Err(failure) => Err(failure),
            }
        }
        None => Err(fail!(Place::from(pressed).texts(), "button-outdated")),
    };
    measured.answered(done.is_ok());
    let sent = match &done {
        // What cannot be done must not take the place of what was shown.
        Err(failure) if in_place => {
            let message = CreateInteractionResponseFollowup::new()
                .ephemeral(true)
                .embed(Reply::failure(failure).embed());
            sending::follow_up(http, token, &message).await
        }
        Err(failure) => sending::edit(http, token, &Reply::failure(failure).response()).await,
        Ok(reply) => sending::edit(http, token, &reply.response()).await,
    };
    if let Err(error) = sent {
        measured.lost();
        warn!(%error, "the answer to a press could not be sent");
    }
}

/// Who pressed in a direct message: it is about the server in the id, if whoever
/// presses is in it, with the rights they have there now.
async fn directly(
    bot: &Arc<Bot>,
    context: &Context,
    pressed: &ComponentInteraction,
    stamp: Stamp,
) -> Result<Caller, Failure> {
    let mut place = Place::from(pressed);
    let texts = place.texts();
    let chosen = chosen(pressed).first().and_then(|value| value.parse().ok());
    let server = stamp.server.or(chosen).filter(|server| *server > 0).map(GuildId::new);
    let server = server.ok_or_else(|| fail!(texts, "button-outdated"))?;
    let rights = servers::rights_in(context, server, &place).await?;
    place.rights = rights.ok_or_else(|| fail!(texts, "no-server"))?;
    Ok(in_language(Caller::new(bot, place, server).await?, stamp))
}

/// What follows on a message stays in its language.
fn in_language(mut caller: Caller, stamp: Stamp) -> Caller {
    caller.program.texts = Texts::in_discord(stamp.language);
    caller
}

/// Whether a press changes the message that it is on.
const fn stays(press: &Press) -> bool {
    matches!(
        press,
        Press::Turn(..)
            | Press::Setup(_)
            | Press::SetupPart(_)
            | Press::Import(_)
            | Press::ForgetImport(_)
            | Press::ChooseServer
            | Press::OtherServer
    )
}

/// Whether only the person who presses may see what comes of it, as with the
/// command that does the same.
const fn is_for_one(press: &Press) -> bool {
    matches!(press, Press::Export(_) | Press::UndoImport(_) | Press::JustForMe)
}

/// A message that others see may only go on showing customers where that is
/// allowed now.
fn may_stay(caller: &Caller, pressed: &ComponentInteraction) -> bool {
    let for_one = pressed.message.flags.is_some_and(|f| f.contains(MessageFlags::EPHEMERAL));
    caller.may_ask() && (for_one || !caller.privately())
}

async fn act(
    caller: &Caller,
    context: &Context,
    pressed: &ComponentInteraction,
    stamp: Stamp,
    press: Press,
) -> Result<Reply, Failure> {
    let texts = caller.texts();
    match press {
        Press::Show(view) => {
            if let View::Answer(query) = &view {
                caller.spoke_of(query.clone());
            }
            show(caller, stamp, view, 0).await
        }
        Press::Turn(view, screen) => show(caller, stamp, view, screen).await,
        Press::Why => {
            let customer: Option<CustomerNo> =
                chosen(pressed).first().and_then(|value| value.parse().ok());
            let customer = customer.ok_or_else(|| fail!(texts, "button-outdated"))?;
            let query = Query::WhyType { customer, claimed: None };
            caller.spoke_of(query.clone());
            show(caller, stamp, View::Answer(query), 0).await
        }
        Press::JustForMe => {
            let said = messages::answered_by(context, &pressed.message).await;
            let said = said.ok_or_else(|| fail!(texts, "question-gone"))?;
            messages::take(caller, &said).await
        }
        Press::ChooseServer => choose_server(caller, context, pressed).await,
        Press::OtherServer => servers::choice(caller, context).await,
        Press::Picture(picture) => chart::draw(caller, picture).await,
        Press::Export(form) => export::send(caller, form).await,
        Press::Import(id) => import::confirm(caller, stamp, id).await,
        Press::ForgetImport(id) => import::forget(caller, id).await,
        Press::UndoImport(number) => import::undo(caller, number).await,
        Press::Setup(step) => setup::choose(caller, stamp, step, chosen(pressed)).await,
        Press::SetupPart(part) => setup::part(caller, stamp, part).await,
        Press::Prospect | Press::ProspectAgain => Err(fail!(texts, "button-outdated")),
    }
}

async fn show(caller: &Caller, stamp: Stamp, view: View, screen: u16) -> Result<Reply, Failure> {
    let reply = caller
        .work(move |program| answers::show(program, &program.book()?, stamp, &view, screen))
        .await?;
    Ok(reply.buttons([servers::other(caller)]))
}

/// Takes the server that was chosen, and answers the question that led to it.
async fn choose_server(
    caller: &Caller,
    context: &Context,
    pressed: &ComponentInteraction,
) -> Result<Reply, Failure> {
    caller.bot.conversations.chosen.remember(caller.place.person, caller.server);
    let Some(said) = messages::answered_by(context, &pressed.message).await else {
        let name = escape(&servers::name(context, caller.server));
        return Ok(Reply::new(say!(caller.texts(), "discord-server-chosen", server = name)));
    };
    messages::take(caller, &said).await
}

/// What was chosen from a menu; nothing for a button.
fn chosen(pressed: &ComponentInteraction) -> Vec<String> {
    match &pressed.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.clone(),
        ComponentInteractionDataKind::RoleSelect { values } => {
            values.iter().map(ToString::to_string).collect()
        }
        ComponentInteractionDataKind::ChannelSelect { values } => {
            values.iter().map(ToString::to_string).collect()
        }
        _ => Vec::new(),
    }
}

/// Somebody filled in a form.
pub(super) async fn form(bot: &Arc<Bot>, context: &Context, filled: &ModalInteraction) {
    let mut measured = bot.metrics.begin("form");
    let place = Place::from(filled);
    let texts = place.texts();
    let caller = match (decode(&filled.data.custom_id), place.server) {
        (Some((_, Press::Prospect)), Some(server)) => Caller::new(bot, place, server).await,
        _ => Err(fail!(texts, "button-outdated")),
    };
    let privately = caller.as_ref().map_or(true, Caller::is_told_alone);
    let message = CreateInteractionResponseMessage::new().ephemeral(privately);
    let acknowledgement = CreateInteractionResponse::Defer(message);
    let (http, token) = (&context.http, filled.token.as_str());
    if let Err(error) = sending::respond(http, (filled.id, token), &acknowledgement).await {
        measured.lost();
        warn!(%error, "a form could not be acknowledged");
        return;
    }
    measured.acknowledged();
    let rows = &filled.data.components;
    let (done, reply) = match caller {
        Ok(caller) => match prospect::advice(&caller, rows).await {
            Ok(reply) => (true, reply),
            Err(failure) => (false, prospect::keep(&caller, rows, &failure)),
        },
        Err(failure) => (false, Reply::failure(&failure)),
    };
    measured.answered(done);
    if let Err(error) = sending::edit(http, token, &reply.response()).await {
        measured.lost();
        warn!(%error, "the answer to a form could not be sent");
    }
}
