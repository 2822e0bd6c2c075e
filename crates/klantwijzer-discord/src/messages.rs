//! Plain questions: a mention of the bot, a reply to it, a direct message.

use std::sync::Arc;

use klantwijzer_ask::understanding::language_of;
use klantwijzer_text::{Failure, say};
use serde::Deserialize;
use serenity::all::{
    ButtonStyle, ChannelId, Context, GuildId, Http, Message, MessageInteractionMetadata, UserId,
};
use serenity::http::Route;
use tracing::warn;

use super::bot::Bot;
use super::caller::{Caller, Place, Rights, name};
use super::press::Press;
use super::reply::{Reply, button};
use super::{answers, sending, servers};

/// The longest question that is read, in characters.
const LONGEST: usize = 2_000;

/// Answers a message that speaks to the bot.
pub(super) async fn message(bot: &Arc<Bot>, context: &Context, message: &Message) {
    let me = context.cache.current_user().id;
    if message.author.bot || message.webhook_id.is_some() {
        return;
    }
    let to_me = message.guild_id.is_none() || message.mentions.iter().any(|user| user.id == me);
    if !to_me {
        return;
    }
    let question = question(&message.content, me);
    let mut measured = bot.metrics.begin("message");
    let typing = tokio::spawn(show_typing(Arc::clone(&context.http), message.channel_id));
    let answered = answer(bot, context, message, &question).await;
    typing.abort();
    measured.answered(answered.is_ok());
    let reply = answered.unwrap_or_else(|failure| Reply::failure(&failure));
    let sent = reply.message().reference_message(message);
    if let Err(error) = bot.channels.say(&context.http, message.channel_id, sent).await {
        measured.lost();
        warn!(%error, "an answer to a message could not be sent");
    }
}

/// Shows that somebody is at work; without it the answer comes as well.
async fn show_typing(http: Arc<Http>, channel: ChannelId) {
    let _ = channel.broadcast_typing(&http).await;
}

/// The question that a message of the bot answers. A press tells where it stands and not what
/// it says, so it is fetched; `None` where it is gone or cannot be seen.
pub(super) async fn answered_by(context: &Context, message: &Message) -> Option<String> {
    let reference = message.message_reference.as_ref()?;
    let (channel_id, message_id) = (reference.channel_id, reference.message_id?);
    let route = Route::ChannelMessage { channel_id, message_id };
    let asked = sending::fetch::<Asked>(&context.http, route).await;
    let asked = asked.inspect_err(|error| warn!(%error, "a question could not be read again"));
    Some(question(&asked.ok()?.content, context.cache.current_user().id))
}

/// What is used of a question that is fetched.
#[derive(Deserialize)]
struct Asked {
    content: String,
}

/// What is asked: the message without the mention.
fn question(content: &str, me: UserId) -> String {
    let mut text = content.to_owned();
    for mention in [format!("<@{me}>"), format!("<@!{me}>")] {
        text = text.replace(&mention, " ");
    }
    let text = text.trim();
    let text: String = text.chars().take(LONGEST).collect();
    if text.is_empty() { "help".to_owned() } else { text }
}

async fn answer(
    bot: &Arc<Bot>,
    context: &Context,
    message: &Message,
    question: &str,
) -> Result<Reply, Failure> {
    let place = place(context, message);
    let Some(server) = message.guild_id else {
        return directly(bot, context, place, question).await;
    };
    let caller = Caller::new(bot, place, server).await?;
    if caller.privately() {
        // A message cannot be for one person only; the answer to a button can.
        let show = button(
            caller.stamp().id(&Press::JustForMe),
            &say!(caller.texts(), "button-just-for-me"),
            ButtonStyle::Primary,
        );
        return Ok(Reply::new(say!(caller.texts(), "discord-just-for-you")).buttons([show]));
    }
    ask(&caller, question).await
}

/// Answers a direct message: about the server that was chosen, or the only one.
async fn directly(
    bot: &Arc<Bot>,
    context: &Context,
    place: Place,
    question: &str,
) -> Result<Reply, Failure> {
    // A message does not tell its language, and which team it is for is not known yet.
    let language = place.language.or_else(|| language_of(question));
    let asking = Place { language, ..place.clone() };
    match servers::meant(bot, context, &asking).await? {
        servers::Meant::One(servers::Shared { server, rights }) => {
            let caller = Caller::new(bot, Place { rights, ..place }, server).await?;
            ask(&caller, question).await
        }
        servers::Meant::Which(reply) => Ok(reply),
    }
}

/// Answers a question and remembers what it was about.
pub(super) async fn ask(caller: &Caller, question: &str) -> Result<Reply, Failure> {
    let subject = caller.subject();
    let (server, question) = (caller.server_in_ids(), question.to_owned());
    let asked = caller
        .work(move |program| answers::asked(program, server, &question, subject.as_ref()))
        .await?;
    if let Some(query) = asked.query {
        caller.spoke_of(query);
    }
    Ok(asked.reply.buttons([servers::other(caller)]))
}

fn place(context: &Context, message: &Message) -> Place {
    let member = message.member.as_deref();
    Place {
        server: message.guild_id,
        channel: message.channel_id,
        parent: message.guild_id.and_then(|server| parent(context, server, message.channel_id)),
        person: message.author.id,
        answers: message.referenced_message.as_deref().map(asker),
        name: name(&message.author, member.and_then(|member| member.nick.as_deref())),
        language: None,
        rights: message.guild_id.map(|server| rights(context, server, message)).unwrap_or_default(),
    }
}

/// Who asked what a message is about: its author, or for one of the bot's answers
/// to a command or a press, who gave that.
fn asker(message: &Message) -> UserId {
    match message.interaction_metadata.as_deref() {
        Some(MessageInteractionMetadata::Command(asked)) => asked.user.id,
        Some(MessageInteractionMetadata::Component(asked)) => asked.user.id,
        Some(MessageInteractionMetadata::ModalSubmit(asked)) => asked.user.id,
        _ => message.author.id,
    }
}

/// The channel that a thread belongs to.
fn parent(context: &Context, server: GuildId, channel: ChannelId) -> Option<ChannelId> {
    let guild = context.cache.guild(server)?;
    guild.threads.iter().find(|thread| thread.id == channel)?.parent_id
}

/// A message tells the author's roles and not what those may do.
fn rights(context: &Context, server: GuildId, message: &Message) -> Rights {
    let Some(member) = message.member.as_deref() else { return Rights::default() };
    let Some(guild) = context.cache.guild(server) else {
        return Rights { roles: member.roles.clone(), manages: false };
    };
    servers::rights(&guild, message.author.id, &member.roles)
}
