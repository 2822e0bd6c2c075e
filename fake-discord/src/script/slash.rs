//! What Discord's client makes of a command line.

use serde_json::{Map, Value, json};

use super::channel::Channel;
use super::upload::Upload;
use super::{Discord, PATIENCE};
use crate::world::World;
use crate::world::command::is_named;
use crate::world::permission::ADMINISTRATOR;

/// A command as it is sent.
pub(super) struct Typed {
    /// The command's whole name.
    pub(super) name: String,
    pub(super) data: Value,
}

type Failed = String;

/// Waits for the command, since the bot may be registering it.
#[track_caller]
pub(super) fn find(discord: &Discord, channel: &Channel, line: &str) -> Value {
    let name = line.strip_prefix('/').expect("a line that begins with /");
    let name = name.split_whitespace().next().unwrap_or_default();
    let found = discord.shared().wait(PATIENCE, |world| {
        let guild = world.channels[&channel.id()].guild;
        let connected = world.sessions.connected() > 0;
        world.commands.named(guild, name).filter(|_| connected).cloned()
    });
    found.unwrap_or_else(|| panic!("the bot has the command {name:?}\n{}", discord.story()))
}

/// Whether Discord shows the command to a person there.
pub(super) fn shows(world: &World, command: &Value, channel: u64, user: u64) -> bool {
    let direct = world.channels[&channel].guild.is_none();
    let context = u64::from(direct);
    let fits = match command["contexts"].as_array() {
        Some(contexts) => contexts.iter().any(|own| *own == context),
        None => !direct || command["dm_permission"] != false,
    };
    let needed = match &command["default_member_permissions"] {
        Value::String(bits) => bits.parse::<u64>().ok(),
        bits => bits.as_u64(),
    };
    let may = world.may(channel, user);
    // A command that needs no permission at all (0) is for administrators only.
    let allowed = needed.is_none_or(|needed| match needed {
        0 => may & ADMINISTRATOR != 0,
        needed => may & needed == needed,
    });
    fits && allowed
}

/// A whole line, which the client lets the person send.
pub(super) fn typed(
    world: &mut World,
    command: &Value,
    line: &str,
    channel: u64,
    uploads: &[Upload],
) -> Result<Typed, Failed> {
    let (path, leaf, rest) = branch(command, line)?;
    let written = split(&leaf, &rest)?;
    let mut resolved = Map::new();
    let mut options = Vec::new();
    for (option, text) in &written {
        let value = value(world, option, text, channel, uploads, &mut resolved)?;
        options.push(json!({"name": option["name"], "type": option["type"], "value": value}));
    }
    for option in leaf["options"].as_array().into_iter().flatten() {
        let there = written.iter().any(|(own, _)| own["name"] == option["name"]);
        if option["required"] == true && !there {
            return Err(format!("the option {} is required", option["name"]));
        }
    }
    Ok(pack(command, &path, options, resolved))
}

/// A line that is still being typed: its last option gets the suggestions.
pub(super) fn half_typed(command: &Value, line: &str) -> Result<Typed, Failed> {
    let (path, leaf, rest) = branch(command, line)?;
    let written = split(&leaf, &rest)?;
    let mut options: Vec<Value> = written
        .iter()
        .map(
            |(option, text)| json!({"name": option["name"], "type": option["type"], "value": text}),
        )
        .collect();
    let Some(((option, _), last)) = written.last().zip(options.last_mut()) else {
        return Err("nothing is being typed".into());
    };
    if option["autocomplete"] != true {
        return Err(format!("the option {} has no suggestions", option["name"]));
    }
    last["focused"] = true.into();
    Ok(pack(command, &path, options, Map::new()))
}

fn pack(
    command: &Value,
    path: &[Value],
    options: Vec<Value>,
    resolved: Map<String, Value>,
) -> Typed {
    let mut name = vec![command["name"].as_str().unwrap_or_default()];
    name.extend(path.iter().filter_map(|part| part["name"].as_str()));
    let name = name.join(" ");
    let wrap = |options: Vec<Value>, part: &Value| {
        vec![json!({"name": part["name"], "type": part["type"], "options": options})]
    };
    let options = path.iter().rev().fold(options, wrap);
    let mut data = json!({
        "id": command["id"],
        "name": command["name"],
        "type": 1,
        "options": options,
    });
    if !resolved.is_empty() {
        data["resolved"] = resolved.into();
    }
    if let Some(guild) = command.get("guild_id") {
        data["guild_id"] = guild.clone();
    }
    Typed { name, data }
}

/// Follows the subcommands: their path, the one with the options, and the rest of the line.
fn branch(command: &Value, line: &str) -> Result<(Vec<Value>, Value, String), Failed> {
    let line = line.trim_start_matches('/');
    let mut rest = line.split_once(' ').map_or("", |(_, rest)| rest).trim_start();
    let mut path = Vec::new();
    let mut at = command.clone();
    loop {
        let branches = at["options"].as_array().into_iter().flatten();
        let branches: Vec<&Value> =
            branches.filter(|option| matches!(option["type"].as_u64(), Some(1 | 2))).collect();
        if branches.is_empty() {
            return Ok((path, at, rest.to_string()));
        }
        let word = rest.split_whitespace().next().unwrap_or_default();
        let found = branches.iter().find(|branch| is_named(branch, word));
        let names: Vec<&Value> = branches.iter().map(|branch| &branch["name"]).collect();
        let next = (*found.ok_or_else(|| format!("one of {names:?} has to follow"))?).clone();
        rest = rest[word.len()..].trim_start();
        path.push(next.clone());
        at = next;
    }
}

/// The options in `type:strategic name:Jan de Vries`: a value goes on until the next option.
fn split(leaf: &Value, rest: &str) -> Result<Vec<(Value, String)>, Failed> {
    let mut written: Vec<(Value, String)> = Vec::new();
    for word in rest.split(' ') {
        let named = word.split_once(':').and_then(|(name, value)| {
            let mut options = leaf["options"].as_array().into_iter().flatten();
            options.find(|option| is_named(option, name)).map(|option| (option, value))
        });
        match (named, written.last_mut()) {
            (Some((option, value)), _) => written.push((option.clone(), value.to_string())),
            (None, Some((_, text))) => {
                text.push(' ');
                text.push_str(word);
            }
            (None, None) if word.is_empty() => {}
            (None, None) => return Err(format!("there is no option for {word:?}")),
        }
    }
    Ok(written)
}

fn value(
    world: &mut World,
    option: &Value,
    text: &str,
    channel: u64,
    uploads: &[Upload],
    resolved: &mut Map<String, Value>,
) -> Result<Value, Failed> {
    if let Some(choices) = option["choices"].as_array().filter(|choices| !choices.is_empty()) {
        let found = choices.iter().find(|choice| is_named(choice, text) || choice["value"] == text);
        let names = || choices.iter().map(|choice| choice["name"].clone()).collect::<Vec<_>>();
        let found = found.ok_or_else(|| format!("{text:?} is none of {:?}", names()))?;
        return Ok(found["value"].clone());
    }
    let wrong = |what: &str| format!("{text:?} is no {what} for {}", option["name"]);
    let guild = world.channels[&channel].guild;
    match option["type"].as_u64() {
        Some(3) => check_length(option, text).map(|()| text.into()),
        Some(4) => {
            let number = text.parse::<i64>().map_err(|_| wrong("whole number"))?;
            check_range(option, number as f64).map(|()| number.into())
        }
        Some(5) => match text.to_lowercase().as_str() {
            "true" | "yes" | "ja" => Ok(true.into()),
            "false" | "no" | "nee" => Ok(false.into()),
            _ => Err(wrong("yes or no")),
        },
        Some(6 | 9) if text.starts_with('@') || option["type"] == 6 => {
            let guild = guild.and_then(|id| world.guilds.get(&id));
            let name = text.trim_start_matches('@');
            let mut members = guild
                .into_iter()
                .flat_map(|guild| guild.members.iter().map(move |member| (guild, member)));
            let found = members.find(|(_, member)| world.person(member.user).name == name);
            let (guild, member) = found.ok_or_else(|| wrong("member"))?;
            let id = member.user.to_string();
            let mut short = world.member_json(guild, member);
            short.as_object_mut().expect("an object").remove("user");
            short["permissions"] = guild.permissions(member.user).to_string().into();
            put(resolved, "users", &id, world.person(member.user).json());
            put(resolved, "members", &id, short);
            Ok(id.into())
        }
        Some(7) => {
            let name = text.trim_start_matches('#');
            let mut all = world.channels.values();
            let found = all.find(|channel| channel.guild == guild && channel.name == name);
            let found = found.ok_or_else(|| wrong("channel"))?;
            let id = found.id.to_string();
            put(
                resolved,
                "channels",
                &id,
                world.partial_channel_json(found, world.may(channel, world.bot)),
            );
            Ok(id.into())
        }
        Some(8 | 9) => {
            let found = world.role_named(guild, text.trim_start_matches('@'));
            let found = found.ok_or_else(|| wrong("role"))?.clone();
            let json = world.guilds[&guild.unwrap_or_default()].role_json(&found);
            put(resolved, "roles", &found.id.to_string(), json);
            Ok(found.id.to_string().into())
        }
        Some(10) => {
            let number = text.parse::<f64>().map_err(|_| wrong("number"))?;
            check_range(option, number).map(|()| number.into())
        }
        Some(11) => {
            let found = uploads.iter().find(|upload| upload.name == text);
            let id = found.ok_or_else(|| wrong("file"))?.store(world, channel);
            // A file of a command lies beside the conversation, seen by nobody else.
            put(resolved, "attachments", &id.to_string(), world.files[&id].json(true));
            Ok(id.to_string().into())
        }
        _ => Err(wrong("value")),
    }
}

fn put(resolved: &mut Map<String, Value>, kind: &str, id: &str, value: Value) {
    let place = resolved.entry(kind).or_insert_with(|| json!({}));
    place[id] = value;
}

fn check_length(option: &Value, text: &str) -> Result<(), Failed> {
    let length = text.chars().count() as u64;
    let least = option["min_length"].as_u64().unwrap_or(0);
    let most = option["max_length"].as_u64().unwrap_or(6_000);
    if (least..=most).contains(&length) {
        return Ok(());
    }
    Err(format!("{} takes {least} to {most} characters", option["name"]))
}

fn check_range(option: &Value, number: f64) -> Result<(), Failed> {
    let least = option["min_value"].as_f64().unwrap_or(f64::MIN);
    let most = option["max_value"].as_f64().unwrap_or(f64::MAX);
    if (least..=most).contains(&number) {
        return Ok(());
    }
    Err(format!("{} takes {least} to {most}", option["name"]))
}
