//! What happens, told to the bot through the gateway.

use serde_json::{Value, json};

use super::World;
use super::message::Message;

/// The gateway intents, by Discord's bits.
pub(crate) mod intent {
    pub(crate) const GUILDS: u64 = 1;
    pub(crate) const GUILD_MEMBERS: u64 = 1 << 1;
    pub(crate) const GUILD_PRESENCES: u64 = 1 << 8;
    pub(crate) const GUILD_MESSAGES: u64 = 1 << 9;
    pub(crate) const DIRECT_MESSAGES: u64 = 1 << 12;
    pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;
    /// Those that Discord must have granted.
    pub(crate) const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
}

impl World {
    /// Interactions need no intent.
    pub(crate) fn tell_interaction(&mut self, event: &Value) {
        let guild = event["guild_id"].as_str().and_then(|id| id.parse().ok());
        self.sessions.tell(guild, 0, "INTERACTION_CREATE", |_| event.clone());
    }

    pub(crate) fn tell_guild(&mut self, guild: u64, name: &str, event: &Value) {
        self.sessions.tell(Some(guild), intent::GUILDS, name, |_| event.clone());
    }

    /// The bot is in a guild that it did not know, or that came back.
    pub(crate) fn tell_guild_create(&mut self, guild: u64) {
        let event = self.guild_create_json(&self.guilds[&guild]);
        self.tell_guild(guild, "GUILD_CREATE", &event);
    }

    pub(crate) fn tell_guild_delete(&mut self, guild: u64, unavailable: bool) {
        let mut event = json!({"id": guild.to_string()});
        if unavailable {
            event["unavailable"] = true.into();
        }
        self.tell_guild(guild, "GUILD_DELETE", &event);
    }

    /// A message is new (`MESSAGE_CREATE`) or changed (`MESSAGE_UPDATE`). Nobody but the person
    /// who asked hears of an ephemeral one.
    pub(crate) fn tell_message(&mut self, name: &str, message: &Message) {
        if message.is_ephemeral() && !self.sessions.tells_private {
            return;
        }
        let guild = self.channels[&message.channel].guild;
        let needed = match guild {
            Some(_) => intent::GUILD_MESSAGES,
            None => intent::DIRECT_MESSAGES,
        };
        let whole = self.message_event_json(message);
        let bot = self.bot;
        let readable =
            guild.is_none() || message.author == bot || message.pings.people.contains(&bot);
        self.sessions.tell(guild, needed, name, |intents| {
            let mut event = whole.clone();
            if !readable && intents & intent::MESSAGE_CONTENT == 0 {
                event["content"] = "".into();
                for list in ["embeds", "attachments", "components"] {
                    event[list] = json!([]);
                }
            }
            event
        });
    }
}
