//! What the bot says, until Discord has it, and what it asks of Discord. What fails for a moment is said again, where saying
//! it twice does no harm.
#![expect(clippy::result_large_err, reason = "the type is serenity's")]

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serenity::all::{
    Builder as _, ChannelId, CreateInteractionResponse, CreateInteractionResponseFollowup,
    CreateMessage, EditInteractionResponse, Http, InteractionId, Message, Nonce,
};
use serenity::http::{HttpError, LightMethod, Request, Route};
use tokio::time::{Instant, sleep};

/// How long an acknowledgement is tried: Discord waits for it for three seconds from the press.
const ACKNOWLEDGE: Duration = Duration::from_millis(2_500);

/// How long an answer is tried: Discord takes it for fifteen minutes from the press, and whoever
/// asked has given up by then.
const ANSWER: Duration = Duration::from_mins(5);

/// How long Discord is asked for what an answer needs: whoever asked is waiting for it.
const LOOKUP: Duration = Duration::from_secs(5);

/// The waits between attempts: the first, and the longest.
const FIRST_WAIT: Duration = Duration::from_millis(200);
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// Discord's number for an interaction that was acknowledged before.
const ALREADY_ACKNOWLEDGED: isize = 40_060;

/// What is said in channels, one thing after the other in each: Discord takes five in five
/// seconds, and whoever waits for a turn there hears of the next one.
#[derive(Default)]
pub(crate) struct Channels(Mutex<HashMap<ChannelId, Arc<tokio::sync::Mutex<()>>>>);

/// Acknowledges an interaction, or answers it at once.
pub(super) async fn respond(
    http: &Http,
    (id, token): (InteractionId, &str),
    response: &CreateInteractionResponse,
) -> serenity::Result<()> {
    let mut again = false;
    until_taken(ACKNOWLEDGE, || {
        let first = !std::mem::replace(&mut again, true);
        async move {
            let sent = response.clone().execute(http, (id, token)).await;
            // An attempt that seemed to fail can have arrived.
            sent.or_else(|error| match number(&error) {
                Some(ALREADY_ACKNOWLEDGED) if !first => Ok(()),
                _ => Err(error),
            })
        }
    })
    .await
}

/// Puts an answer in the place of what an interaction shows.
pub(super) async fn edit(
    http: &Http,
    token: &str,
    response: &EditInteractionResponse,
) -> serenity::Result<()> {
    let written_out = with_choices_as_text(response);
    until_taken(ANSWER, || async {
        read_or_not(match &written_out {
            Some(body) => http.edit_original_interaction_response(token, body, Vec::new()).await,
            None => response.clone().execute(http, token).await,
        })
    })
    .await
}

/// A response whose menus show roles or channels that are chosen, with their ids as text:
/// Discord describes them so, and serenity writes numbers. `None` where no menu shows any. Such a
/// response carries no file.
fn with_choices_as_text(response: &EditInteractionResponse) -> Option<Value> {
    let mut body = serde_json::to_value(response).ok()?;
    let rows = body.get_mut("components")?.as_array_mut()?;
    let menus = rows.iter_mut().filter_map(|row| row.get_mut("components")?.as_array_mut());
    let chosen = menus.flatten().filter_map(|menu| menu.get_mut("default_values")?.as_array_mut());
    let ids = chosen.flatten().filter_map(|choice| choice.get_mut("id"));
    let mut any = false;
    for id in ids {
        *id = Value::String(id.to_string());
        any = true;
    }
    any.then_some(body)
}

/// Says something more about an interaction. It is tried once: said twice, it would stand there
/// twice.
pub(super) async fn follow_up(
    http: &Http,
    token: &str,
    message: &CreateInteractionResponseFollowup,
) -> serenity::Result<()> {
    read_or_not(message.clone().execute(http, (None, token)).await)
}

impl Channels {
    /// Says something in a channel, once.
    pub(super) async fn say(
        &self,
        http: &Http,
        channel: ChannelId,
        message: CreateMessage,
    ) -> serenity::Result<()> {
        // With the same nonce the same message comes but once, however often it is sent.
        let nonce = Nonce::String(format!("{:016x}", fastrand::u64(..)));
        let message = message.nonce(nonce).enforce_nonce(true);
        let turns = self.turns(channel);
        let turn = turns.lock().await;
        let said = until_taken(ANSWER, || async {
            read_or_not(message.clone().execute(http, (channel, None)).await)
        })
        .await;
        drop(turn);
        self.forget(channel, turns);
        said
    }

    fn turns(&self, channel: ChannelId) -> Arc<tokio::sync::Mutex<()>> {
        Arc::clone(self.lock().entry(channel).or_default())
    }

    /// Forgets a channel in which nobody waits.
    fn forget(&self, channel: ChannelId, turns: Arc<tokio::sync::Mutex<()>>) {
        let mut channels = self.lock();
        drop(turns);
        if channels.get(&channel).is_some_and(|turns| Arc::strong_count(turns) == 1) {
            channels.remove(&channel);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<ChannelId, Arc<tokio::sync::Mutex<()>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says something until Discord takes it or refuses it, or until it is too late.
async fn until_taken<T, F: Future<Output = serenity::Result<T>>>(
    patience: Duration,
    mut attempt: impl FnMut() -> F,
) -> serenity::Result<T> {
    let end = Instant::now() + patience;
    let mut wait = FIRST_WAIT;
    loop {
        let error = match attempt().await {
            Ok(taken) => return Ok(taken),
            Err(error) => error,
        };
        // Not all at the same moment.
        let pause = wait.mul_f64(0.5 + fastrand::f64());
        if !passes(&error) || Instant::now() + pause >= end {
            return Err(error);
        }
        sleep(pause).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

/// Asks Discord for what is there.
pub(super) async fn fetch<T: DeserializeOwned>(
    http: &Http,
    route: Route<'_>,
) -> serenity::Result<T> {
    until_taken(LOOKUP, || http.fire(Request::new(route, LightMethod::Get))).await
}

/// Discord took what it tells back, also where that cannot be read.
fn read_or_not(taken: serenity::Result<Message>) -> serenity::Result<()> {
    match taken {
        Ok(_) | Err(serenity::Error::Json(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whether it can be otherwise in a moment: Discord could not be reached, or had trouble itself.
fn passes(error: &serenity::Error) -> bool {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            response.status_code.is_server_error()
        }
        serenity::Error::Http(HttpError::Request(_)) => true,
        _ => false,
    }
}

/// Discord's own number of what it refuses.
fn number(error: &serenity::Error) -> Option<isize> {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            Some(response.error.code)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use serenity::all::{
        CreateActionRow, CreateSelectMenu, CreateSelectMenuKind, EditInteractionResponse, RoleId,
    };

    use super::with_choices_as_text;

    /// Large enough to lose digits where numbers are read as floating point.
    const ROLE: u64 = 1_576_925_449_827_647_491;

    fn response(roles: Vec<RoleId>) -> EditInteractionResponse {
        let kind = CreateSelectMenuKind::Role { default_roles: Some(roles) };
        let menu = CreateSelectMenu::new("viewers", kind);
        EditInteractionResponse::new().components(vec![CreateActionRow::SelectMenu(menu)])
    }

    #[test]
    fn what_a_menu_shows_as_chosen_is_named_in_text() {
        let body = with_choices_as_text(&response(vec![RoleId::new(ROLE)])).expect("one is chosen");
        let chosen = body.pointer("/components/0/components/0/default_values");
        assert_eq!(chosen, Some(&json!([{ "id": ROLE.to_string(), "type": "role" }])));
        assert_eq!(with_choices_as_text(&response(Vec::new())), None);
    }
}
