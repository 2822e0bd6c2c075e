//! Servers that the bot left: their data goes after some days, unless somebody
//! who manages the server lets the bot in again. Only such a person can.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use jiff::tz::TimeZone;
use klantwijzer_core::access::Level;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::Who;
use klantwijzer_frontend::{Person, Program};
use klantwijzer_text::Failure;
use serenity::all::{Cache, GuildId};
use tracing::{info, warn};

use super::bot::Bot;

/// How often it is looked whether all servers have what they should.
const ROUND: Duration = Duration::from_hours(1);

/// The bot came into a server, or left it. Such news may be heard in any order,
/// so what counts is whether the bot is in the server now.
pub(super) async fn came_or_went(bot: &Arc<Bot>, cache: &Cache, server: GuildId) {
    let _deciding = bot.farewells.lock().await;
    let present = cache.guilds().contains(&server);
    let days = bot.config.limits.days_until_deletion;
    let workspace = WorkspaceId::guild(server.get());
    let decided = at_desk(bot, move |program| {
        let known = program.wait(async { Ok(program.desk.store().workspaces().await?) })?;
        if !known.iter().any(|(id, _)| *id == workspace) {
            return Ok(());
        }
        let who = Who { workspace, ..program.who() };
        let goes = program.wait(program.desk.deletion(&who))?.is_some();
        decide(program, workspace, (present, goes), days)
    });
    if let Err(failure) = decided.await {
        warn!(%server, code = failure.code, "it was not decided if data stays");
    }
}

/// Every hour until the bot stops: finds the servers that it came into or left
/// without a word, and deletes what is due.
pub(super) async fn keep_looking(bot: Arc<Bot>) {
    loop {
        let cache = tokio::select! {
            cache = bot.gateway.cache() => cache,
            () = bot.told_to_stop() => return,
        };
        if let Err(failure) = round(&bot, &cache).await {
            warn!(code = failure.code, "what is due was not deleted");
        }
        if bot.stops_within(ROUND).await {
            return;
        }
    }
}

/// Nothing is deleted before it is sure that all that should stay does.
async fn round(bot: &Arc<Bot>, cache: &Cache) -> Result<(), Failure> {
    let _deciding = bot.farewells.lock().await;
    let present: HashSet<WorkspaceId> =
        cache.guilds().into_iter().map(|server| WorkspaceId::guild(server.get())).collect();
    let days = bot.config.limits.days_until_deletion;
    let deleted = at_desk(bot, move |program| {
        let known = program.wait(async { Ok(program.desk.store().workspaces().await?) })?;
        let going = program.wait(async { Ok(program.desk.store().deletions().await?) })?;
        let going: HashSet<WorkspaceId> = going.into_iter().map(|(id, _)| id).collect();
        for (workspace, _) in known.into_iter().filter(|(id, _)| id.is_guild()) {
            let now = (present.contains(&workspace), going.contains(&workspace));
            decide(program, workspace, now, days)?;
        }
        program.wait(program.desk.delete_due(program.today()))
    });
    for workspace in deleted.await? {
        info!(server = workspace.get(), "the data of a server is deleted");
        bot.forget_team(workspace);
    }
    Ok(())
}

/// Sees that the data of a server that the bot is in stays, and that of another
/// has a day on which it goes. What is so now is whether the bot is in it, and
/// whether there is such a day.
fn decide(
    program: &Program,
    workspace: WorkspaceId,
    now: (bool, bool),
    days: u32,
) -> Result<(), Failure> {
    let (who, server) = (Who { workspace, ..program.who() }, workspace.get());
    match now {
        (true, true) => {
            program.wait(program.desk.cancel_deletion(&who))?;
            info!(server, "the bot is back; the data stays");
        }
        (false, false) => {
            let on = who.today.saturating_add(SignedDuration::from_hours(24 * i64::from(days)));
            program.wait(program.desk.schedule_deletion(&who, on))?;
            info!(server, "the bot left; the data will be deleted");
        }
        _ => {}
    }
    Ok(())
}

/// Does work as the program itself, which sees that what was decided is done. Days
/// are those of UTC: a server that is gone has no clock of its own.
async fn at_desk<T: Send + 'static>(
    bot: &Arc<Bot>,
    work: impl FnOnce(&Program) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let (name, level) = ("Klantwijzer".to_owned(), Some(Level::Admin));
    let person = Person { name, level, ..Person::nobody() };
    let opened = bot.told_open().await.clone();
    let program = Program { person, zone: TimeZone::UTC, as_of: None, ..opened };
    bot.work(program.texts, move || work(&program)).await?
}
