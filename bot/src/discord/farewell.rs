//! Servers that the bot left: their data goes after some days, unless somebody
//! who manages the server lets the bot in again. Only such a person can.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use klantwijzer_core::access::{Level, PersonId};
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::Who;
use serenity::all::{Cache, GuildId};
use tracing::{info, warn};

use super::bot::Bot;
use crate::failure::Failure;
use crate::office::Office;
use crate::text::Texts;

/// How often what is due is looked for.
const ROUND: Duration = Duration::from_hours(1);

/// The bot is in a server: nothing of it is to be deleted.
pub(super) async fn arrived(bot: &Arc<Bot>, server: GuildId) {
    let workspace = WorkspaceId::guild(server.get());
    let kept = at_desk(bot, move |office| {
        let who = the_program();
        if office.wait(office.desk.deletion(workspace, &who))?.is_none() {
            return Ok(false);
        }
        office.wait(office.desk.cancel_deletion(workspace, &who))?;
        Ok(true)
    })
    .await;
    match kept {
        Ok(true) => info!(%server, "the bot is back; the data stays"),
        Ok(false) => {}
        Err(failure) => warn!(%server, code = failure.code, "the deletion was not stopped"),
    }
}

/// The bot left a server: its data goes after the days that are configured.
pub(super) async fn left(bot: &Arc<Bot>, server: GuildId) {
    let days = bot.config.limits.days_until_deletion;
    match at_desk(bot, move |office| plan(office, server, days)).await {
        Ok(true) => info!(%server, days, "the bot left; the data will be deleted"),
        Ok(false) => info!(%server, "the bot left; there is nothing to delete"),
        Err(failure) => warn!(%server, code = failure.code, "the deletion was not planned"),
    }
}

/// Sets the day of deletion, where there is data and no day yet.
fn plan(office: &Office, server: GuildId, days: u32) -> Result<bool, Failure> {
    let (workspace, who) = (WorkspaceId::guild(server.get()), the_program());
    let known = office.wait(async { Ok(office.desk.store().workspaces().await?) })?;
    let has_data = known.iter().any(|(id, _)| *id == workspace);
    if !has_data || office.wait(office.desk.deletion(workspace, &who))?.is_some() {
        return Ok(false);
    }
    let on = who.today.saturating_add(i64::from(days).days());
    office.wait(office.desk.schedule_deletion(workspace, &who, on))?;
    Ok(true)
}

/// All shards are there: servers that were left while the bot was away are found,
/// as nobody told of those.
pub(super) async fn reconcile(bot: &Arc<Bot>, cache: &Cache) {
    let present: HashSet<WorkspaceId> =
        cache.guilds().into_iter().map(|server| WorkspaceId::guild(server.get())).collect();
    let missing = at_desk(bot, move |office| {
        let known = office.wait(async { Ok(office.desk.store().workspaces().await?) })?;
        Ok(known
            .into_iter()
            .filter(|(id, _)| id.is_guild() && !present.contains(id))
            .map(|(id, _)| GuildId::new(id.get().max(1)))
            .collect::<Vec<_>>())
    })
    .await;
    for server in missing.unwrap_or_default() {
        left(bot, server).await;
    }
}

/// Deletes what is due, every hour until the bot stops.
pub(super) async fn keep_deleting(bot: Arc<Bot>) {
    loop {
        let deleted =
            at_desk(&bot, |office| office.wait(office.desk.delete_due(the_program().today)));
        match deleted.await {
            Ok(deleted) => {
                for workspace in deleted {
                    info!(workspace = workspace.get(), "the data of a server is deleted");
                    bot.forget_team(workspace);
                }
            }
            Err(failure) => warn!(code = failure.code, "what is due was not deleted"),
        }
        tokio::select! {
            () = tokio::time::sleep(ROUND) => {}
            () = bot.told_to_stop() => return,
        }
    }
}

async fn at_desk<T: Send + 'static>(
    bot: &Arc<Bot>,
    work: impl FnOnce(&Office) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let texts = Texts::in_discord(klantwijzer_core::language::Language::default());
    bot.told_open().await;
    let office = bot.office(texts)?.clone();
    bot.work(texts, move || work(&office)).await?
}

/// The program itself, which sees that what was decided is done. Days are those
/// of UTC: a server that is gone has no clock of its own.
fn the_program() -> Who {
    let at = Timestamp::now();
    Who {
        person: PersonId::program(),
        name: "Klantwijzer".to_owned(),
        level: Some(Level::Admin),
        at,
        today: at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date(),
    }
}
