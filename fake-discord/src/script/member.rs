use serde_json::json;

use super::channel::Channel;
use super::exchange::Exchange;
use super::modal::Modal;
use super::suggestion::Suggestions;
use super::upload::Upload;
use super::{Discord, slash};
use crate::rest::posting::Posting;
use crate::world::World;
use crate::world::guild::Role;
use crate::world::interaction::{Deed, Kind};
use crate::world::message::Message;
use crate::world::permission::ADMINISTRATOR;

/// A person in a guild, or the same person in a direct conversation.
#[derive(Clone)]
pub struct Member {
    discord: Discord,
    guild: Option<u64>,
    id: u64,
}

impl Member {
    pub(super) fn new(discord: &Discord, guild: Option<u64>, id: u64) -> Self {
        Self { discord: discord.clone(), guild, id }
    }

    /// The person's user id.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// Gets a role by name, which is made when there is none.
    #[must_use]
    pub fn with_role(self, name: &str) -> Self {
        let guild = self.guild();
        let role = guild.role(name);
        self.change_roles(|roles| roles.push(role));
        self
    }

    /// Loses a role.
    #[must_use]
    pub fn without_role(self, name: &str) -> Self {
        let role = self.guild().role(name);
        self.change_roles(|roles| roles.retain(|own| *own != role));
        self
    }

    /// May do everything in the guild.
    #[must_use]
    pub fn admin(self) -> Self {
        let name = "Administrators";
        self.guild().allow(name, ADMINISTRATOR);
        self.with_role(name)
    }

    /// Uses Discord in this language: `nl`, `en-GB`, `de` and so on.
    #[must_use]
    pub fn in_language(self, locale: &str) -> Self {
        self.discord.shared().change(|world| {
            world.people.get_mut(&self.id).expect("a person that the world made").locale =
                locale.into();
        });
        self
    }

    /// Has a picture with a decoration of this name, such as `v2_a_4c5b`.
    #[must_use]
    pub fn decorated(self, asset: &str) -> Self {
        self.discord.shared().change(|world| {
            world.people.get_mut(&self.id).expect("a person that the world made").decoration =
                Some(asset.into());
        });
        self
    }

    /// Sits in a voice channel, so that a bot that connects hears of this member.
    #[must_use]
    pub fn in_voice(self) -> Self {
        self.discord.shared().change(|world| {
            let guild = self.guild.and_then(|id| world.guilds.get_mut(&id));
            guild.expect("a member of a guild").in_voice.push(self.id);
        });
        self
    }

    /// Takes no direct messages any more.
    pub fn closes_direct_messages(&self) {
        self.discord.shared().change(|world| {
            world.people.get_mut(&self.id).expect("a person that the world made").direct = false;
        });
    }

    /// The direct conversation with the bot.
    pub fn direct_channel(&self) -> Channel {
        let id = self.discord.shared().change(|world| world.direct_channel(self.id));
        Channel::new(&self.discord, id)
    }

    /// Types a command, such as `/customers type:strategic`, and sends it. Names are those of
    /// any language, people are `@Name`, channels `#name`.
    #[track_caller]
    pub fn slash(&self, channel: &Channel, line: &str) -> Exchange {
        self.slash_with(channel, line, &[])
    }

    /// The same with files: `/import file:customers.csv` takes the upload of that name.
    #[track_caller]
    pub fn slash_with(&self, channel: &Channel, line: &str, uploads: &[Upload]) -> Exchange {
        let command = slash::find(&self.discord, channel, line);
        assert!(
            self.sees(channel, &command),
            "Discord does not show {} to this person here",
            command["name"]
        );
        self.send(channel, &command, line, uploads)
    }

    /// The same for a command that Discord would not show to the person, as a client could
    /// that was tampered with.
    #[track_caller]
    pub fn slash_regardless(&self, channel: &Channel, line: &str) -> Exchange {
        let command = slash::find(&self.discord, channel, line);
        self.send(channel, &command, line, &[])
    }

    /// Whether Discord shows a command to this person in this channel.
    #[track_caller]
    pub fn is_shown(&self, channel: &Channel, line: &str) -> bool {
        let command = slash::find(&self.discord, channel, line);
        self.sees(channel, &command)
    }

    fn sees(&self, channel: &Channel, command: &serde_json::Value) -> bool {
        self.discord.shared().read(|world| slash::shows(world, command, channel.id(), self.id))
    }

    #[track_caller]
    fn send(
        &self,
        channel: &Channel,
        command: &serde_json::Value,
        line: &str,
        uploads: &[Upload],
    ) -> Exchange {
        let made = self.discord.shared().change(|world| {
            let typed = slash::typed(world, command, line, channel.id(), uploads);
            typed.map(|typed| self.interact(world, channel, Kind::Command, typed))
        });
        let id = made.unwrap_or_else(|why| panic!("{line}: {why}"));
        Exchange::of_interaction(&self.discord, self, id)
    }

    /// Types a command without sending it, and gets the suggestions for its last option.
    #[track_caller]
    pub fn types(&self, channel: &Channel, line: &str) -> Suggestions {
        let command = slash::find(&self.discord, channel, line);
        let made = self.discord.shared().change(|world| {
            let typed = slash::half_typed(&command, line);
            typed.map(|typed| self.interact(world, channel, Kind::Autocomplete, typed))
        });
        let id = made.unwrap_or_else(|why| panic!("{line}: {why}"));
        Exchange::of_interaction(&self.discord, self, id).suggestions()
    }

    fn interact(&self, world: &mut World, at: &Channel, kind: Kind, typed: slash::Typed) -> u64 {
        let slash::Typed { name, data } = typed;
        world.interact(Deed { kind, name, user: self.id, channel: at.id(), source: None, data })
    }

    /// Fills in fields of a form, by label or custom id, and sends it.
    #[track_caller]
    pub fn fills(&self, modal: &Modal, values: &[(&str, &str)]) -> Exchange {
        let deed = Deed {
            kind: Kind::Modal,
            name: String::new(),
            user: self.id,
            channel: modal.channel,
            source: modal.source,
            data: modal.filled(values),
        };
        let id = self.discord.shared().change(|world| world.interact(deed));
        Exchange::of_interaction(&self.discord, self, id)
    }

    /// Presses a button, by its label or custom id, on a message that the person sees.
    #[track_caller]
    pub fn press(&self, message: &Message, button: &str) -> Exchange {
        self.pressed(message.id, button)
    }

    /// Chooses from a list, by its placeholder or custom id, on a message the person sees.
    #[track_caller]
    pub fn choose(&self, message: &Message, select: &str, options: &[&str]) -> Exchange {
        self.chosen(message.id, select, options)
    }

    /// Writes in a channel or a thread; `@bot` mentions the bot, and `@role of bot` the role that
    /// Discord made for it.
    pub fn says(&self, channel: &Channel, text: &str) -> Exchange {
        self.writes(channel.id(), text, None, &[])
    }

    /// The same with files.
    pub fn says_with(&self, channel: &Channel, text: &str, uploads: &[Upload]) -> Exchange {
        self.writes(channel.id(), text, None, uploads)
    }

    /// Answers a message with words.
    pub fn replies(&self, message: &Message, text: &str) -> Exchange {
        self.writes(message.channel, text, Some(message.id), &[])
    }

    /// Writes to the bot directly.
    pub fn direct(&self, text: &str) -> Exchange {
        self.direct_with(text, &[])
    }

    /// The same with files.
    pub fn direct_with(&self, text: &str, uploads: &[Upload]) -> Exchange {
        self.writes(self.direct_channel().id(), text, None, uploads)
    }

    fn writes(
        &self,
        channel: u64,
        text: &str,
        answers: Option<u64>,
        uploads: &[Upload],
    ) -> Exchange {
        let id = self.discord.shared().change(|world| {
            let role = world.role_of_bot(channel).unwrap_or_default();
            let text = text.replace("@role of bot", &format!("<@&{role}>"));
            let mut body = json!({"content": text.replace("@bot", &format!("<@{}>", world.bot))});
            if let Some(answers) = answers {
                body["message_reference"] = json!({"message_id": answers.to_string()});
            }
            let files = (0..).zip(uploads).map(|(number, upload)| (number, upload.sent()));
            let posting = Posting {
                channel,
                author: self.id,
                body: &body,
                files: &files.collect(),
                interaction: None,
                ephemeral: false,
            };
            world.post(&posting).id
        });
        Exchange::of_message(&self.discord, self, id)
    }

    pub(super) fn discord(&self) -> &Discord {
        &self.discord
    }

    fn guild(&self) -> super::guild::Guild {
        super::guild::Guild::known(&self.discord, self.guild.expect("a member of a guild"))
    }

    fn change_roles(&self, act: impl FnOnce(&mut Vec<u64>)) {
        self.discord.shared().change(|world| {
            let guild = self.guild.and_then(|id| world.guilds.get_mut(&id));
            let mut members = guild.into_iter().flat_map(|guild| &mut guild.members);
            let member = members.find(|member| member.user == self.id).expect("a member");
            act(&mut member.roles);
            member.roles.sort_unstable();
            member.roles.dedup();
        });
    }
}

impl World {
    /// The role that Discord made for the bot in the guild of a channel.
    fn role_of_bot(&self, channel: u64) -> Option<u64> {
        let guild = self.guilds.get(&self.channels[&channel].guild?)?;
        guild.roles.iter().find(|role| role.of_bot.is_some()).map(|role| role.id)
    }

    /// The permissions of a person by the roles of a guild; all of them in a conversation.
    pub(super) fn may(&self, channel: u64, user: u64) -> u64 {
        let guild = self.channels[&channel].guild.and_then(|id| self.guilds.get(&id));
        guild.map_or(u64::MAX, |guild| guild.permissions(user))
    }

    /// The roles of a guild that can be named in an option.
    pub(super) fn role_named(&self, guild: Option<u64>, name: &str) -> Option<&Role> {
        let guild = self.guilds.get(&guild?)?;
        guild.roles.iter().find(|role| role.name == name)
    }
}
