use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::World;

/// The commands that the bot registered.
#[derive(Default)]
pub(crate) struct Commands {
    pub(crate) global: Vec<Value>,
    pub(crate) of_guild: BTreeMap<u64, Vec<Value>>,
}

impl Commands {
    pub(crate) fn of(&mut self, guild: Option<u64>) -> &mut Vec<Value> {
        match guild {
            None => &mut self.global,
            Some(guild) => self.of_guild.entry(guild).or_default(),
        }
    }

    /// The chat command by its name, in any language; the guild's own go first.
    pub(crate) fn named(&self, guild: Option<u64>, name: &str) -> Option<&Value> {
        let own = guild.and_then(|guild| self.of_guild.get(&guild)).into_iter().flatten();
        let mut chat = own.chain(&self.global).filter(|command| command["type"] == 1);
        chat.find(|command| is_named(command, name))
    }
}

/// Whether this is the name of a command, an option or a choice, in any language.
pub(crate) fn is_named(part: &Value, name: &str) -> bool {
    let localized = part["name_localizations"].as_object();
    part["name"] == name
        || localized.is_some_and(|names| names.values().any(|localized| localized == name))
}

impl World {
    /// The command as Discord keeps it: with the id of its namesake, or a new one.
    pub(crate) fn adopt_command(&mut self, guild: Option<u64>, body: &Value) -> Value {
        let kind = body["type"].as_u64().unwrap_or(1);
        let same = |old: &&Value| old["name"] == body["name"] && old["type"] == kind;
        let known = self.commands.of(guild).iter().find(same).map(|old| old["id"].clone());
        let id = known.unwrap_or_else(|| self.snowflakes.next().to_string().into());
        let mut command = body.clone();
        command["id"] = id;
        command["type"] = kind.into();
        command["application_id"] = self.bot.to_string().into();
        command["version"] = self.snowflakes.next().to_string().into();
        if let Some(guild) = guild {
            command["guild_id"] = guild.to_string().into();
        }
        let standard = [
            ("description", json!("")),
            ("options", json!([])),
            ("nsfw", json!(false)),
            ("dm_permission", json!(true)),
            ("default_member_permissions", Value::Null),
            ("integration_types", json!([0])),
            ("contexts", Value::Null),
        ];
        for (key, value) in standard {
            if command.get(key).is_none_or(Value::is_null) {
                command[key] = value;
            }
        }
        command
    }
}
