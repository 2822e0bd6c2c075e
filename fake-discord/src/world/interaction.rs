use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use super::World;
use super::permission::ALL;

/// How long Discord waits for the acknowledgement.
pub(crate) const ACKNOWLEDGE_WITHIN: Duration = Duration::from_secs(3);
/// How long an acknowledged interaction can be answered.
pub(crate) const TOKEN_LASTS: Duration = Duration::from_mins(15);

/// What the person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Command,
    Component,
    Autocomplete,
    Modal,
}

impl Kind {
    pub(crate) fn number(self) -> u8 {
        match self {
            Self::Command => 2,
            Self::Component => 3,
            Self::Autocomplete => 4,
            Self::Modal => 5,
        }
    }
}

/// Something a person did that the bot has to answer, and what came of it.
pub(crate) struct Interaction {
    pub(crate) id: u64,
    pub(crate) token: String,
    pub(crate) kind: Kind,
    /// The command's whole name, empty for a component.
    pub(crate) name: String,
    pub(crate) user: u64,
    pub(crate) guild: Option<u64>,
    pub(crate) channel: u64,
    /// The message with the button that was pressed.
    pub(crate) source: Option<u64>,
    pub(crate) sent: Instant,
    pub(crate) acknowledged: Option<Acknowledged>,
    /// What `@original` means: the answer, or the message with the button.
    pub(crate) original: Option<u64>,
    /// The message with the answer, once there is one.
    pub(crate) answer: Option<u64>,
    pub(crate) answered: Option<Instant>,
    pub(crate) follow_ups: Vec<u64>,
    pub(crate) choices: Option<Vec<Value>>,
    pub(crate) modal: Option<Value>,
    /// The test let the fifteen minutes pass.
    pub(crate) expired: bool,
}

/// The first reaction to an interaction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Acknowledged {
    pub(crate) at: Instant,
    /// Discord's number of the callback: 4 to 9.
    pub(crate) kind: u64,
    pub(crate) ephemeral: bool,
}

/// What a new interaction is made of.
pub(crate) struct Deed {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) user: u64,
    pub(crate) channel: u64,
    pub(crate) source: Option<u64>,
    pub(crate) data: Value,
}

impl Interaction {
    pub(crate) fn is_late(&self) -> bool {
        self.sent.elapsed() > ACKNOWLEDGE_WITHIN
    }

    pub(crate) fn is_expired(&self) -> bool {
        self.expired || self.sent.elapsed() > TOKEN_LASTS
    }

    pub(crate) fn answer_is(&mut self, message: u64) {
        self.answer.get_or_insert(message);
        self.answered.get_or_insert_with(Instant::now);
    }
}

impl World {
    /// A person does something: the interaction, and the event that tells the bot.
    pub(crate) fn interact(&mut self, deed: Deed) -> u64 {
        self.interact_with(deed, &Map::new())
    }

    /// The same, with keys of the event in place of its own.
    pub(crate) fn interact_with(&mut self, deed: Deed, keys: &Map<String, Value>) -> u64 {
        let id = self.snowflakes.next();
        let token = format!("aW50ZXJhY3Rpb24{id}x{:08x}", id.wrapping_mul(2_654_435_761) as u32);
        let interaction = Interaction {
            id,
            token,
            kind: deed.kind,
            name: deed.name,
            user: deed.user,
            guild: self.channels[&deed.channel].guild,
            channel: deed.channel,
            source: deed.source,
            sent: Instant::now(),
            acknowledged: None,
            original: None,
            answer: None,
            answered: None,
            follow_ups: Vec::new(),
            choices: None,
            modal: None,
            expired: false,
        };
        let mut event = self.interaction_json(&interaction, &deed.data);
        for (key, value) in keys {
            event[key] = value.clone();
        }
        self.tokens.insert(interaction.token.clone(), id);
        self.interactions.insert(id, interaction);
        self.tell_interaction(&event);
        id
    }

    pub(crate) fn interaction_json(&self, interaction: &Interaction, data: &Value) -> Value {
        let user = self.person(interaction.user);
        let channel = &self.channels[&interaction.channel];
        let guild = interaction.guild.and_then(|id| self.guilds.get(&id));
        let permissions = guild.map_or(0, |guild| guild.permissions(interaction.user));
        let mut json = json!({
            "id": interaction.id.to_string(),
            "application_id": self.bot.to_string(),
            "type": interaction.kind.number(),
            "data": data,
            "channel_id": interaction.channel.to_string(),
            "channel": self.partial_channel_json(channel, permissions),
            "token": interaction.token,
            "version": 1,
            "app_permissions": guild.map_or(ALL, |guild| guild.permissions(self.bot)).to_string(),
            "locale": user.locale,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": {},
            "context": u64::from(guild.is_none()),
            "attachment_size_limit": 10_485_760,
        });
        match guild {
            Some(guild) => {
                json["guild_id"] = guild.id.to_string().into();
                json["guild_locale"] = guild.locale.as_str().into();
                json["guild"] =
                    json!({"id": guild.id.to_string(), "locale": guild.locale, "features": []});
                json["authorizing_integration_owners"] = json!({"0": guild.id.to_string()});
                if let Some(member) = guild.member(interaction.user) {
                    let mut member = self.member_json(guild, member);
                    member["permissions"] = permissions.to_string().into();
                    json["member"] = member;
                }
            }
            None => json["user"] = user.json(),
        }
        let source = interaction.source.and_then(|id| self.messages.get(&id));
        if let Some(source) = source {
            // Of what the message answers Discord tells where it is, and no more.
            let mut message = self.message_json(source);
            message.as_object_mut().expect("an object").remove("referenced_message");
            json["message"] = message;
        }
        json
    }
}
