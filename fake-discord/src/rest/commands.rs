//! The commands of the bot: for every guild, or for one.

use serde_json::Value;

use super::reply::{Refused, Reply};
use super::request::Request;
use crate::rules;
use crate::world::World;

type Answer = Result<Reply, Refused>;

pub(crate) fn list(world: &mut World, app: u64, guild: Option<u64>) -> Answer {
    own(world, app, guild)?;
    Ok(Reply::Json(world.commands.of(guild).clone().into()))
}

pub(crate) fn replace(
    world: &mut World,
    app: u64,
    guild: Option<u64>,
    request: &Request,
) -> Answer {
    own(world, app, guild)?;
    rules::command_list(&request.body)?;
    let bodies = request.body.as_array().into_iter().flatten();
    let commands: Vec<Value> = bodies.map(|body| world.adopt_command(guild, body)).collect();
    world.commands.of(guild).clone_from(&commands);
    Ok(Reply::Json(commands.into()))
}

pub(crate) fn create(world: &mut World, app: u64, guild: Option<u64>, request: &Request) -> Answer {
    own(world, app, guild)?;
    rules::one_command(&request.body)?;
    let command = world.adopt_command(guild, &request.body);
    let commands = world.commands.of(guild);
    let known = commands.iter().position(|old| old["id"] == command["id"]);
    if let Some(known) = known {
        commands[known] = command.clone();
        return Ok(Reply::Json(command));
    }
    if commands.len() >= rules::MOST_COMMANDS {
        return Err(Refused::new(
            400,
            30_032,
            "Maximum number of application commands reached (100)",
        ));
    }
    commands.push(command.clone());
    Ok(Reply::Created(command))
}

pub(crate) fn delete(world: &mut World, app: u64, guild: Option<u64>, command: u64) -> Answer {
    own(world, app, guild)?;
    let (wanted, commands) = (command.to_string(), world.commands.of(guild));
    let known = commands.iter().position(|old| old["id"] == wanted);
    let known = known.ok_or_else(|| Refused::new(404, 10_063, "Unknown application command"))?;
    commands.remove(known);
    Ok(Reply::Nothing)
}

fn own(world: &World, app: u64, guild: Option<u64>) -> Result<(), Refused> {
    if app != world.bot {
        return Err(Refused::new(404, 10_002, "Unknown Application"));
    }
    let known = guild.is_none_or(|id| world.guilds.get(&id).is_some_and(|guild| guild.invited));
    if known { Ok(()) } else { Err(Refused::new(403, 50_001, "Missing Access")) }
}
