//! Who asks, about whose data, and who may see the answer.

use std::sync::Arc;

use jiff::tz::TimeZone;
use klantwijzer_answer::query::Query;
use klantwijzer_core::access::{Action, Level, PersonId};
use klantwijzer_core::language::Language;
use klantwijzer_core::team::Team;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_frontend::{Person, Program};
use klantwijzer_text::{Failure, Texts};
use serenity::all::{
    ChannelId, CommandInteraction, ComponentInteraction, GuildId, Member, ModalInteraction,
    PartialChannel, Permissions, RoleId, User, UserId,
};

use super::bot::Bot;
use super::custom_id::Stamp;

/// Where something is asked and by whom, as Discord tells it. Nothing of it
/// comes from a `custom_id` or from what a person typed.
#[derive(Clone)]
pub(crate) struct Place {
    /// The server; `None` in a direct message.
    pub(super) server: Option<GuildId>,
    pub(super) channel: ChannelId,
    /// The channel that a thread belongs to.
    pub(super) parent: Option<ChannelId>,
    pub(super) person: UserId,
    /// Who asked what this goes on from, where it answers a message.
    pub(super) answers: Option<UserId>,
    pub(super) name: String,
    /// The language of the person's Discord; messages do not tell it.
    pub(super) language: Option<Language>,
    pub(super) rights: Rights,
}

/// What Discord says that a person may do in a server.
#[derive(Clone, Default)]
pub(crate) struct Rights {
    pub(super) roles: Vec<RoleId>,
    /// Owns the server, or may manage it.
    pub(super) manages: bool,
}

impl Rights {
    /// The rights of a member whose permissions Discord sent along.
    pub(super) fn of(member: &Member) -> Self {
        let permissions = member.permissions.unwrap_or_default();
        Self { roles: member.roles.clone(), manages: manages(permissions) }
    }

    /// What the person may do in the team's workspace: everything for whoever
    /// manages the server, else what the team says.
    pub(super) fn level(&self, team: &Team) -> Option<Level> {
        if self.manages {
            return Some(Level::Admin);
        }
        team.level(self.roles.iter().map(|role| role.get()))
    }
}

/// Whether somebody with these permissions may do everything.
pub(super) fn manages(permissions: Permissions) -> bool {
    permissions.intersects(Permissions::ADMINISTRATOR | Permissions::MANAGE_GUILD)
}

macro_rules! place_of {
    ($interaction:ty) => {
        impl From<&$interaction> for Place {
            fn from(asked: &$interaction) -> Self {
                let member = asked.member.as_ref();
                Self {
                    server: asked.guild_id,
                    channel: asked.channel_id,
                    parent: asked.channel.as_ref().and_then(parent),
                    person: asked.user.id,
                    answers: None,
                    name: name(&asked.user, member.and_then(|member| member.nick.as_deref())),
                    language: language_of(&asked.locale),
                    rights: member.map(|member| Rights::of(member)).unwrap_or_default(),
                }
            }
        }
    };
}
place_of!(CommandInteraction);
place_of!(ComponentInteraction);
place_of!(ModalInteraction);

fn parent(channel: &PartialChannel) -> Option<ChannelId> {
    channel.thread_metadata.as_ref().and(channel.parent_id)
}

/// What a person is called in a server.
pub(super) fn name(user: &User, nick: Option<&str>) -> String {
    nick.or(user.global_name.as_deref()).unwrap_or(&user.name).to_owned()
}

/// The language of a locale such as "en-GB", where we speak it.
pub(super) fn language_of(locale: &str) -> Option<Language> {
    Language::from_code(locale.get(..2)?)
}

/// Somebody with a server's data before them.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(super) bot: Arc<Bot>,
    pub(super) place: Place,
    /// The server whose data it is.
    pub(super) server: GuildId,
    pub(super) team: Arc<Team>,
    /// The desk as this person sees it.
    pub(super) program: Program,
}

impl Caller {
    /// The person at this place, who asks about this server.
    pub(super) async fn new(
        bot: &Arc<Bot>,
        place: Place,
        server: GuildId,
    ) -> Result<Self, Failure> {
        let workspace = WorkspaceId::guild(server.get());
        let texts = place.texts();
        let team = bot.team(workspace, texts).await?;
        // The language of the team stands in where that of the person is not known.
        let texts = Texts::in_discord(place.language.unwrap_or(team.language));
        let person = Person {
            id: PersonId::discord(place.person.get()),
            name: place.name.clone(),
            level: place.rights.level(&team),
        };
        let program = Program {
            workspace,
            workspace_name: format!("discord:{server}"),
            person,
            // It was checked when it was set; UTC stands in for a zone that this
            // machine no longer knows.
            zone: TimeZone::get(&team.time_zone).unwrap_or(TimeZone::UTC),
            texts,
            ..bot.program(texts)?.clone()
        };
        Ok(Self { bot: Arc::clone(bot), place, server, team, program })
    }

    /// The texts in the language of this person.
    pub(super) fn texts(&self) -> &'static Texts {
        self.program.texts
    }

    /// Whether only this person may see what is answered here.
    pub(super) fn privately(&self) -> bool {
        let allowed = &self.team.allowed_channels;
        let here = [Some(self.place.channel), self.place.parent];
        self.place.server.is_some()
            && !here.into_iter().flatten().any(|channel| allowed.contains(&channel.get()))
    }

    /// Whether only this person sees what is answered here: what they may not hear is nobody
    /// else's business either.
    pub(super) fn is_told_alone(&self) -> bool {
        self.privately() || !self.may_ask()
    }

    /// Whether this person may ask at all.
    pub(super) fn may_ask(&self) -> bool {
        self.program.person.level.is_some()
    }

    /// Whether this person may do this; the desk says so again when it is done.
    pub(super) fn may(&self, action: Action) -> Result<(), Failure> {
        self.program.may(action)
    }

    /// What was just spoken of here: by whoever asked what this answers, else by
    /// this person, in a thread also before it was one.
    pub(super) fn subject(&self) -> Option<Query> {
        let Place { channel, parent, person, answers, .. } = self.place;
        let people = answers.into_iter().chain([person]);
        let mut talks = people.flat_map(|person| {
            let channels = [Some(channel), parent].into_iter().flatten();
            channels.map(move |channel| (self.server, channel, person))
        });
        talks.find_map(|talk| self.bot.conversations.subjects.recall(&talk))
    }

    /// This person spoke of this here.
    pub(super) fn spoke_of(&self, query: Query) {
        let talk = (self.server, self.place.channel, self.place.person);
        self.bot.conversations.subjects.remember(talk, query);
    }

    /// The server to keep in the ids of buttons: in a direct message nothing else
    /// tells it.
    pub(super) fn server_in_ids(&self) -> Option<u64> {
        self.place.server.is_none().then(|| self.server.get())
    }

    /// What the ids of buttons say beside what they do.
    pub(super) fn stamp(&self) -> Stamp {
        Stamp { language: self.texts().language(), server: self.server_in_ids() }
    }

    /// Does work at the desk as this person, away from the connection.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Program) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let program = self.program.clone();
        self.bot.work_of(program.workspace, self.texts(), move || work(&program)).await?
    }
}

impl Place {
    /// The texts in the language of the person, English where it is not known.
    pub(super) fn texts(&self) -> &'static Texts {
        Texts::in_discord(self.language.unwrap_or_default())
    }
}
