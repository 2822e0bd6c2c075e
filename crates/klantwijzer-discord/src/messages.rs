//! Plain questions: a mention of the bot, a reply to it, a direct message.

use std::sync::Arc;

use klantwijzer_ask::understanding::language_of;
use klantwijzer_core::access::Action;
use klantwijzer_frontend::export::wanted;
use klantwijzer_text::{Failure, Texts, fail, say};
use serde::Deserialize;
use serenity::all::{
    ButtonStyle, ChannelId, Context, GuildId, Http, Message, MessageInteractionMetadata, RoleId,
    UserId,
};
use serenity::http::Route;
use tracing::warn;

use super::attached::File;
use super::bot::Bot;
use super::caller::{Caller, Place, Rights, name};
use super::commands::{export, import};
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
    let role = message.guild_id.and_then(|server| own_role(context, server, me));
    let role = role.filter(|role| message.mention_roles.contains(role));
    let to_me = message.guild_id.is_none() || message.mentions.iter().any(|user| user.id == me);
    if !to_me && role.is_none() {
        return;
    }
    let written = role.map_or_else(
        || message.content.clone(),
        |role| message.content.replace(&format!("<@&{role}>"), " "),
    );
    let said = Said::new(&written, message.attachments.iter().map(File::from), me);
    let mut measured = bot.metrics.begin("message");
    let typing = tokio::spawn(show_typing(Arc::clone(&context.http), message.channel_id));
    let answered = if to_me || !said.text.is_empty() {
        answer(bot, context, message, &said).await
    } else {
        called_by_role(bot, context, message).await
    };
    typing.abort();
    measured.answered(answered.is_ok());
    let reply = answered.unwrap_or_else(|failure| Reply::failure(&failure));
    let sent = reply.message().reference_message(message);
    if let Err(error) = bot.channels.say(&context.http, message.channel_id, sent).await {
        measured.lost();
        warn!(%error, "an answer to a message could not be sent");
    }
}

/// The role that Discord made for the bot itself in a server, which is called as the bot is.
fn own_role(context: &Context, server: GuildId, me: UserId) -> Option<RoleId> {
    let guild = context.cache.guild(server)?;
    guild.roles.values().find(|role| role.tags.bot_id == Some(me)).map(|role| role.id)
}

/// What is said to a role Discord tells nobody who does not ask to read all messages.
async fn called_by_role(
    bot: &Arc<Bot>,
    context: &Context,
    message: &Message,
) -> Result<Reply, Failure> {
    let place = place(context, message);
    let server = place.server.ok_or_else(|| fail!(place.texts(), "only-in-server"))?;
    let caller = Caller::new(bot, place, server).await?;
    let me = format!("<@{}>", context.cache.current_user().id);
    Ok(Reply::new(say!(caller.texts(), "discord-mention-me", me = me)))
}

/// Shows that somebody is at work; without it the answer comes as well.
async fn show_typing(http: Arc<Http>, channel: ChannelId) {
    let _ = channel.broadcast_typing(&http).await;
}

/// What somebody said to the bot.
pub(super) struct Said {
    /// The words, without the mention; of a question the beginning.
    text: String,
    /// What is attached.
    files: Vec<File>,
}

/// How the names end of files that somebody attaches to a question to show something. Without
/// words beside it any file is one to bring in.
const SHOWN: [&str; 9] =
    [".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".mp4", ".mov", ".pdf"];

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self { text, files: Vec::new() }
    }
}

impl Said {
    fn new(content: &str, files: impl Iterator<Item = File>, me: UserId) -> Self {
        let mut text = content.to_owned();
        for mention in [format!("<@{me}>"), format!("<@!{me}>")] {
            text = text.replace(&mention, " ");
        }
        let text: String = text.trim().chars().take(LONGEST).collect();
        let shown = |file: &File| {
            let name = file.filename.to_lowercase();
            SHOWN.iter().any(|ending| name.ends_with(ending))
        };
        let files = files.filter(|file| text.is_empty() || !shown(file)).collect();
        Self { text, files }
    }

    /// Whether what comes of it is for who said it alone, wherever it is said: files that are
    /// brought in, or the whole book as a file.
    pub(super) fn is_private(&self) -> bool {
        !self.files.is_empty() || wanted(&self.text).is_some()
    }
}

/// What a message of the bot answers. A press tells where it stands and not what
/// it says, so it is fetched; `None` where it is gone or cannot be seen.
pub(super) async fn answered_by(context: &Context, message: &Message) -> Option<Said> {
    let reference = message.message_reference.as_ref()?;
    let (channel_id, message_id) = (reference.channel_id, reference.message_id?);
    let route = Route::ChannelMessage { channel_id, message_id };
    let asked = sending::fetch::<Asked>(&context.http, route).await;
    let asked = asked.inspect_err(|error| warn!(%error, "a question could not be read again"));
    let Asked { content, attachments } = asked.ok()?;
    Some(Said::new(&content, attachments.into_iter(), context.cache.current_user().id))
}

/// What is used of a question that is fetched.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    content: String,
    #[serde(default)]
    attachments: Vec<File>,
}

async fn answer(
    bot: &Arc<Bot>,
    context: &Context,
    message: &Message,
    said: &Said,
) -> Result<Reply, Failure> {
    let mut place = place(context, message);
    let Some(server) = message.guild_id else {
        return directly(bot, context, place, said).await;
    };
    place.language = language_of(&said.text);
    // Discord need not tell who somebody is in the server they write in.
    if message.member.is_none() {
        place.rights = servers::rights_in(context, server, &place).await?.unwrap_or_default();
    }
    let caller = Caller::new(bot, place, server).await?;
    if caller.privately() || said.is_private() {
        // No button is promised to whom it would answer nothing.
        caller.may(Action::Ask)?;
        // A message cannot be for one person only; the answer to a button can.
        let show = button(
            caller.stamp().id(&Press::JustForMe),
            &say!(caller.texts(), "button-just-for-me"),
            ButtonStyle::Primary,
        );
        let why = if said.is_private() { "discord-file-for-you" } else { "discord-just-for-you" };
        return Ok(Reply::new(say!(caller.texts(), why)).buttons([show]));
    }
    take(&caller, said).await
}

/// Answers a direct message: about the server that was chosen, or the only one.
async fn directly(
    bot: &Arc<Bot>,
    context: &Context,
    place: Place,
    said: &Said,
) -> Result<Reply, Failure> {
    // A message does not tell its language, and which team it is for is not known yet.
    let language = place.language.or_else(|| language_of(&said.text));
    let asking = Place { language, ..place.clone() };
    match servers::meant(bot, context, &asking).await? {
        servers::Meant::One(servers::Shared { server, rights }) => {
            let caller = Caller::new(bot, Place { rights, ..place }, server).await?;
            take(&caller, said).await
        }
        servers::Meant::Which(reply) => Ok(reply),
    }
}

/// Does what was said, where only who said it sees what comes of it, or where everybody may.
pub(super) async fn take(caller: &Caller, said: &Said) -> Result<Reply, Failure> {
    let mut caller = caller.clone();
    if let Some(language) = language_of(&said.text) {
        caller.program.texts = Texts::in_discord(language);
    }
    match wanted(&said.text) {
        _ if !said.files.is_empty() => import::offer(&caller, &said.files).await,
        Some(form) => export::send(&caller, form).await,
        None if said.text.is_empty() => ask(&caller, "help").await,
        None => ask(&caller, &said.text).await,
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
