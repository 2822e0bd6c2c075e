use std::time::Instant;

use hyper::body::Bytes;
use serde_json::{Value, json};

use super::World;
use super::interaction::{Interaction, Kind};
use super::snowflake::moment;

/// Only the person who asked sees it.
pub(crate) const EPHEMERAL: u64 = 1 << 6;
/// The answer is on its way ("is thinking ...").
pub(crate) const LOADING: u64 = 1 << 7;

/// A message as a person sees it at one moment.
#[derive(Clone, Debug)]
pub struct Message {
    /// The message's id.
    pub id: u64,
    /// The channel it is in.
    pub channel: u64,
    /// Who wrote it.
    pub author: u64,
    /// The text above the embeds.
    pub content: String,
    /// The embeds, as Discord's JSON.
    pub embeds: Vec<Value>,
    /// The action rows, as Discord's JSON.
    pub components: Vec<Value>,
    /// The files with it.
    pub files: Vec<Attached>,
    /// The message that it answers.
    pub answers: Option<u64>,
    pub(crate) flags: u64,
    pub(crate) interaction: Option<u64>,
    pub(crate) pings: Pings,
    pub(crate) nonce: Option<Value>,
    pub(crate) edits: usize,
    pub(crate) deleted: bool,
    pub(crate) at: Instant,
}

/// Whom the message would ping, by its `allowed_mentions`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pings {
    pub(crate) everyone: bool,
    pub(crate) people: Vec<u64>,
    pub(crate) roles: Vec<u64>,
}

/// A file in a message.
#[derive(Clone, Debug)]
pub struct Attached {
    /// The file's id.
    pub id: u64,
    /// The file's name.
    pub name: String,
    /// Its content.
    pub bytes: Bytes,
}

/// A button in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What it says; empty when it has only an emoji.
    pub label: String,
    /// What it tells the bot; a link has none.
    pub custom_id: Option<String>,
    /// It cannot be pressed.
    pub disabled: bool,
}

/// The kinds of lists.
const SELECTS: [u64; 5] = [3, 5, 6, 7, 8];

/// A list to choose from in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Select {
    /// What is chosen from, by Discord's numbers: 3 for its own choices, 5 people, 6 roles, 7 both,
    /// 8 channels.
    pub kind: u64,
    /// What it tells the bot.
    pub custom_id: String,
    /// What it says before anything is chosen.
    pub placeholder: String,
    /// The choices: what they say and what they tell the bot.
    pub options: Vec<(String, String)>,
    /// What is chosen as it is shown.
    pub now: Vec<String>,
}

impl Message {
    /// Everything a person reads in it: content, embeds and labels, one part a line.
    pub fn text(&self) -> String {
        let mut parts = vec![self.content.clone()];
        for embed in &self.embeds {
            let read = |value: &Value| value.as_str().map(ToString::to_string);
            parts.extend(read(&embed["author"]["name"]));
            parts.extend(read(&embed["title"]));
            parts.extend(read(&embed["description"]));
            for field in embed["fields"].as_array().into_iter().flatten() {
                parts.extend(read(&field["name"]));
                parts.extend(read(&field["value"]));
            }
            parts.extend(read(&embed["footer"]["text"]));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    /// Only the person who asked sees it.
    pub fn is_ephemeral(&self) -> bool {
        self.flags & EPHEMERAL != 0
    }

    /// It says that the bot is thinking.
    pub fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }

    /// How often it was changed after it was written.
    pub fn edits(&self) -> usize {
        self.edits
    }

    /// It makes somebody's phone sound: @everyone, a role or a person in it is a real mention.
    pub fn pings(&self) -> bool {
        self.pings != Pings::default()
    }

    /// What the bot sent along to recognise the message by.
    pub fn nonce(&self) -> Option<&Value> {
        self.nonce.as_ref()
    }

    /// The buttons, row by row.
    pub fn buttons(&self) -> Vec<Button> {
        let button = |part: &Value| Button {
            label: part["label"].as_str().unwrap_or_default().into(),
            custom_id: part["custom_id"].as_str().map(ToString::to_string),
            disabled: part["disabled"].as_bool().unwrap_or(false),
        };
        self.parts(2).map(button).collect()
    }

    /// The lists to choose from.
    pub fn selects(&self) -> Vec<Select> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        let select = |part: &Value| Select {
            kind: part["type"].as_u64().unwrap_or_default(),
            custom_id: text(&part["custom_id"]),
            placeholder: text(&part["placeholder"]),
            options: part["options"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|option| (text(&option["label"]), text(&option["value"])))
                .collect(),
            now: chosen_now(part),
        };
        SELECTS.iter().flat_map(|kind| self.parts(*kind)).map(select).collect()
    }

    /// The file with this name.
    pub fn file(&self, name: &str) -> &Attached {
        let found = self.files.iter().find(|file| file.name == name);
        found.unwrap_or_else(|| panic!("no file {name:?} in {:?}", self.files))
    }

    fn parts(&self, kind: u64) -> impl Iterator<Item = &Value> {
        let rows = self.components.iter().filter_map(|row| row["components"].as_array()).flatten();
        rows.filter(move |part| part["type"] == kind)
    }
}

/// What is chosen in a list as it is shown: Discord takes ids as text and as numbers.
fn chosen_now(part: &Value) -> Vec<String> {
    let values = part["default_values"].as_array().into_iter().flatten();
    let ids = values.map(|value| match &value["id"] {
        Value::String(id) => id.clone(),
        other => other.to_string(),
    });
    let options = part["options"].as_array().into_iter().flatten();
    let chosen = options.filter(|option| option["default"] == true);
    ids.chain(chosen.filter_map(|option| option["value"].as_str().map(str::to_owned))).collect()
}

impl World {
    pub(crate) fn message_json(&self, message: &Message) -> Value {
        let ephemeral = message.is_ephemeral();
        let file = |file: &Attached| self.files[&file.id].json(ephemeral);
        let people = message.pings.people.iter().map(|id| self.person(*id).json());
        let answered = message.answers.and_then(|id| self.messages.get(&id));
        let kind = match (message.interaction, answered) {
            (Some(_), _) => 20,
            (None, Some(_)) => 19,
            (None, None) => 0,
        };
        let mut json = json!({
            "id": message.id.to_string(),
            "channel_id": message.channel.to_string(),
            "type": kind,
            "author": self.person(message.author).json(),
            "content": message.content,
            "timestamp": moment(message.id),
            "edited_timestamp": if message.edits > 0 { json!(super::snowflake::now()) } else { Value::Null },
            "tts": false,
            "mention_everyone": message.pings.everyone,
            "mentions": people.collect::<Vec<_>>(),
            "mention_roles": message.pings.roles.iter().map(u64::to_string).collect::<Vec<_>>(),
            "attachments": message.files.iter().map(file).collect::<Vec<_>>(),
            "embeds": message.embeds.iter().map(received_embed).collect::<Vec<_>>(),
            "components": received_components(&message.components),
            "pinned": false,
            "flags": message.flags,
        });
        if let Some(nonce) = &message.nonce {
            json["nonce"] = nonce.clone();
        }
        if let Some(answered) = answered {
            json["message_reference"] = json!({
                "type": 0,
                "channel_id": answered.channel.to_string(),
                "message_id": answered.id.to_string(),
            });
            // One step back is all that Discord tells.
            let mut answered = answered.clone();
            answered.answers = None;
            json["referenced_message"] = self.message_json(&answered);
        }
        if let Some(interaction) = message.interaction.and_then(|id| self.interactions.get(&id)) {
            json["application_id"] = self.bot.to_string().into();
            json["webhook_id"] = self.bot.to_string().into();
            json["interaction_metadata"] = self.interaction_metadata(interaction);
        }
        json
    }

    /// Which interaction a message answers. For a press it tells the message that was pressed
    /// on, and for a form what opened it.
    fn interaction_metadata(&self, interaction: &Interaction) -> Value {
        let mut json = json!({
            "id": interaction.id.to_string(),
            "type": interaction.kind.number(),
            "user": self.person(interaction.user).json(),
            "authorizing_integration_owners": {},
            "name": interaction.name,
            "original_response_message_id": null,
        });
        match interaction.kind {
            Kind::Component => {
                json["interacted_message_id"] = interaction.source.map(|id| id.to_string()).into();
            }
            Kind::Modal => {
                let mut opened = json.clone();
                opened["type"] = Kind::Command.number().into();
                json["triggering_interaction_metadata"] = opened;
            }
            Kind::Command | Kind::Autocomplete => {}
        }
        json
    }

    /// The message as the gateway tells it: with the guild and, in a guild, the member.
    pub(crate) fn message_event_json(&self, message: &Message) -> Value {
        let mut json = self.message_json(message);
        let guild = self.channels[&message.channel].guild.and_then(|id| self.guilds.get(&id));
        if let Some(guild) = guild {
            json["guild_id"] = guild.id.to_string().into();
            if let Some(member) = guild.member(message.author) {
                let mut member = self.member_json(guild, member);
                member.as_object_mut().expect("an object").remove("user");
                json["member"] = member;
            }
        }
        json
    }
}

/// Discord gives an embed back with its kind, and an attached picture with its address.
fn received_embed(embed: &Value) -> Value {
    let mut embed = embed.clone();
    embed["type"] = "rich".into();
    embed
}

/// Discord numbers the components of a message.
fn received_components(rows: &[Value]) -> Vec<Value> {
    let mut number = 0;
    let mut numbered = |part: &Value| {
        number += 1;
        let mut part = part.clone();
        part["id"] = number.into();
        part
    };
    let mut received = Vec::new();
    for row in rows {
        let mut row_received = numbered(row);
        let parts = row["components"].as_array().into_iter().flatten();
        row_received["components"] = parts.map(&mut numbered).collect();
        received.push(row_received);
    }
    received
}
