use serde_json::{Value, json};

use super::World;
use super::snowflake::moment;

/// A text channel, a thread in one, or a direct conversation.
pub(crate) struct Channel {
    pub(crate) id: u64,
    pub(crate) guild: Option<u64>,
    pub(crate) name: String,
    /// The channel that a thread is in.
    pub(crate) parent: Option<u64>,
    /// Who a direct conversation is with.
    pub(crate) recipient: Option<u64>,
    /// The bot can see it and write in it.
    pub(crate) open: bool,
}

impl Channel {
    pub(crate) fn is_thread(&self) -> bool {
        self.parent.is_some()
    }
}

impl World {
    pub(crate) fn channel_json(&self, channel: &Channel) -> Value {
        if let Some(recipient) = channel.recipient {
            return json!({
                "id": channel.id.to_string(),
                "type": 1,
                "last_message_id": null,
                "flags": 0,
                "recipients": [self.person(recipient).json()],
            });
        }
        let mut json = json!({
            "id": channel.id.to_string(),
            "guild_id": channel.guild.map(|id| id.to_string()),
            "type": if channel.is_thread() { 11 } else { 0 },
            "name": channel.name,
            "parent_id": channel.parent.map(|id| id.to_string()),
            "last_message_id": null,
            "rate_limit_per_user": 0,
            "flags": 0,
        });
        if channel.is_thread() {
            json["owner_id"] = self.bot.to_string().into();
            json["message_count"] = 0.into();
            json["member_count"] = 2.into();
            json["total_message_sent"] = 0.into();
            json["thread_metadata"] = json!({
                "archived": false,
                "archive_timestamp": moment(channel.id),
                "auto_archive_duration": 4320,
                "locked": false,
                "create_timestamp": moment(channel.id),
            });
        } else {
            json["topic"] = Value::Null;
            json["position"] = 0.into();
            json["nsfw"] = false.into();
            json["permission_overwrites"] = json!([]);
        }
        json
    }

    /// The shortened channel that comes with an interaction.
    pub(crate) fn partial_channel_json(&self, channel: &Channel, permissions: u64) -> Value {
        let mut json = self.channel_json(channel);
        if channel.guild.is_some() {
            json["permissions"] = permissions.to_string().into();
        }
        json
    }

    /// The direct conversation of the bot with a person, made when it is first needed.
    pub(crate) fn direct_channel(&mut self, person: u64) -> u64 {
        let known = self.channels.values().find(|channel| channel.recipient == Some(person));
        if let Some(channel) = known {
            return channel.id;
        }
        let id = self.snowflakes.next();
        let channel = Channel {
            id,
            guild: None,
            name: String::new(),
            parent: None,
            recipient: Some(person),
            open: true,
        };
        self.channels.insert(id, channel);
        id
    }
}
