//! The first answer to an interaction: within three seconds, and once.

use std::collections::BTreeMap;
use std::time::Instant;

use serde_json::json;

use super::posting::{Posting, check_attachments, check_uploads};
use super::reply::{Refused, Reply};
use super::request::Request;
use crate::rules;
use crate::world::World;
use crate::world::interaction::{Acknowledged, Kind};
use crate::world::message::{EPHEMERAL, LOADING};

/// Discord's numbers of the callbacks.
mod callback {
    pub(super) const MESSAGE: u64 = 4;
    pub(super) const DEFER: u64 = 5;
    pub(super) const DEFER_UPDATE: u64 = 6;
    pub(super) const UPDATE: u64 = 7;
    pub(super) const CHOICES: u64 = 8;
    pub(super) const MODAL: u64 = 9;
}

pub(crate) fn callback(
    world: &mut World,
    id: u64,
    token: &str,
    request: &Request,
) -> Result<Reply, Refused> {
    let unknown = || Refused::new(404, 10_062, "Unknown interaction");
    let interaction = world.interactions.get(&id).filter(|known| known.token == token);
    let interaction = interaction.ok_or_else(unknown)?;
    if interaction.acknowledged.is_some() {
        let message = "Interaction has already been acknowledged.";
        return Err(Refused::new(400, 40_060, message));
    }
    if interaction.is_late() {
        let message = "Unknown interaction (it was answered after more than 3 seconds)";
        return Err(Refused::new(404, 10_062, message));
    }
    let (kind, source) = (interaction.kind, interaction.source);
    let number = rules::callback(&request.body, kind, source.is_some())?;
    let data = &request.body["data"];
    check_uploads(request)?;
    check_attachments(data, &["data"], &request.files, &[])?;
    let message = world.perform(id, number, request);
    if let Some(interaction) = world.interactions.get_mut(&id) {
        let ephemeral = data["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
        interaction.acknowledged =
            Some(Acknowledged { at: Instant::now(), kind: number, ephemeral });
    }
    if !request.query.contains("with_response=true") {
        return Ok(Reply::Nothing);
    }
    let mut json = json!({
        "interaction": {"id": id.to_string(), "type": kind.number()},
        "resource": {"type": number},
    });
    if let Some(message) = message {
        json["resource"]["message"] = world.message_json(&world.messages[&message]);
    }
    Ok(Reply::Json(json))
}

impl World {
    /// Does what the callback says, and returns the message that came of it.
    fn perform(&mut self, id: u64, number: u64, request: &Request) -> Option<u64> {
        let data = &request.body["data"];
        let (user_channel, source) = {
            let interaction = &self.interactions[&id];
            (interaction.channel, interaction.source)
        };
        let message = match number {
            callback::MESSAGE | callback::DEFER => {
                let nothing = BTreeMap::new();
                let loading = json!({"flags": data["flags"].as_u64().unwrap_or(0) | LOADING});
                let deferred = number == callback::DEFER;
                let posting = Posting {
                    channel: user_channel,
                    author: self.bot,
                    body: if deferred { &loading } else { data },
                    files: if deferred { &nothing } else { &request.files },
                    interaction: Some(id),
                    ephemeral: false,
                };
                Some(self.post(&posting).id)
            }
            callback::UPDATE => {
                source.inspect(|source| drop(self.amend(*source, data, &request.files)))
            }
            callback::DEFER_UPDATE => source,
            _ => None,
        };
        let interaction = self.interactions.get_mut(&id)?;
        interaction.original = message;
        match number {
            callback::MESSAGE | callback::UPDATE => interaction.answer_is(message?),
            callback::CHOICES => {
                interaction.choices = Some(data["choices"].as_array().cloned().unwrap_or_default());
                interaction.answered = Some(Instant::now());
            }
            callback::MODAL => {
                interaction.modal = Some(data.clone());
                interaction.answered = Some(Instant::now());
            }
            _ => {}
        }
        message
    }
}

/// Which callbacks fit which deed.
pub(crate) fn fitting(kind: Kind, has_message: bool) -> &'static [u64] {
    match (kind, has_message) {
        (Kind::Command, _) => &[callback::MESSAGE, callback::DEFER, callback::MODAL],
        (Kind::Autocomplete, _) => &[callback::CHOICES],
        (Kind::Component, _) => &[
            callback::MESSAGE,
            callback::DEFER,
            callback::DEFER_UPDATE,
            callback::UPDATE,
            callback::MODAL,
        ],
        (Kind::Modal, true) => {
            &[callback::MESSAGE, callback::DEFER, callback::DEFER_UPDATE, callback::UPDATE]
        }
        (Kind::Modal, false) => &[callback::MESSAGE, callback::DEFER],
    }
}
