//! Buttons and lists under a message.

use std::time::Instant;

use serde_json::{Value, json};

use super::exchange::Exchange;
use super::member::Member;
use crate::world::World;
use crate::world::interaction::{Deed, Kind};
use crate::world::message::{Message, Pings};

impl Member {
    #[track_caller]
    pub(super) fn pressed(&self, message: u64, wanted: &str) -> Exchange {
        let made = self.discord().shared().change(|world| {
            let message = world.visible(message, self.id())?;
            let buttons = message.buttons();
            let own =
                |id: &str| buttons.iter().any(|button| button.custom_id.as_deref() == Some(id));
            let found = buttons.iter().find(|button| {
                button.label == wanted || button.custom_id.as_deref() == Some(wanted)
            });
            let button = found.ok_or_else(|| format!("no button {wanted:?} among {buttons:?}"))?;
            if button.disabled {
                return Err(format!("the button {wanted:?} is greyed out"));
            }
            let custom_id = button.custom_id.clone();
            let custom_id = custom_id.filter(|id| own(id)).ok_or("a link opens a browser")?;
            let data = json!({"component_type": 2, "custom_id": custom_id, "id": 2});
            Ok(world.component(self.id(), message.id, message.channel, data))
        });
        self.pressing(made)
    }

    #[track_caller]
    pub(super) fn chosen(&self, message: u64, wanted: &str, options: &[&str]) -> Exchange {
        let made = self.discord().shared().change(|world| {
            let message = world.visible(message, self.id())?;
            let selects = message.selects();
            let found = selects
                .iter()
                .find(|select| select.placeholder == wanted || select.custom_id == wanted);
            let select = found.ok_or_else(|| format!("no list {wanted:?} among {selects:?}"))?;
            let value = |option: &&str| {
                if select.kind != 3 {
                    // People, roles and channels are chosen by their ids.
                    return Ok((*option).to_string());
                }
                let mut all = select.options.iter();
                let found = all.find(|(label, value)| label == option || value == option);
                found
                    .map(|(_, value)| value.clone())
                    .ok_or_else(|| format!("no choice {option:?} among {:?}", select.options))
            };
            let values = options.iter().map(value).collect::<Result<Vec<_>, _>>()?;
            let custom_id = &select.custom_id;
            let data =
                json!({"component_type": select.kind, "custom_id": custom_id, "id": 2, "values": values});
            Ok(world.component(self.id(), message.id, message.channel, data))
        });
        self.pressing(made)
    }

    #[track_caller]
    fn pressing(&self, made: Result<u64, String>) -> Exchange {
        let id = made.unwrap_or_else(|why| panic!("{why}"));
        Exchange::of_interaction(self.discord(), self, id)
    }
}

impl World {
    fn component(&mut self, user: u64, message: u64, channel: u64, data: Value) -> u64 {
        let kind = Kind::Component;
        self.interact(Deed {
            kind,
            name: String::new(),
            user,
            channel,
            source: Some(message),
            data,
        })
    }

    /// A message that the person sees now.
    fn visible(&self, message: u64, user: u64) -> Result<Message, String> {
        let message = self.messages.get(&message).ok_or("the message is not there")?;
        if message.deleted {
            return Err("the message was taken away".into());
        }
        let asked = message.interaction.and_then(|id| self.interactions.get(&id));
        if message.is_ephemeral() && asked.is_some_and(|asked| asked.user != user) {
            return Err("only the person who asked sees this message".into());
        }
        Ok(message.clone())
    }

    /// A message of the bot that nobody sent, for interactions that are forged.
    pub(super) fn forged_message(&mut self, channel: u64) -> u64 {
        let id = self.snowflakes.next();
        let message = Message {
            id,
            channel,
            author: self.bot,
            content: "forged".into(),
            embeds: Vec::new(),
            components: Vec::new(),
            files: Vec::new(),
            answers: None,
            flags: 0,
            interaction: None,
            pings: Pings::default(),
            nonce: None,
            edits: 0,
            deleted: false,
            at: Instant::now(),
        };
        self.messages.insert(id, message);
        id
    }
}
