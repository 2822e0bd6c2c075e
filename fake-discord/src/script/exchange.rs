use std::time::{Duration, Instant};

use super::member::Member;
use super::modal::Modal;
use super::suggestion::Suggestions;
use super::{Discord, PATIENCE};
use crate::world::World;
use crate::world::interaction::{ACKNOWLEDGE_WITHIN, Interaction};
use crate::world::message::Message;

/// What a person did, and what the bot makes of it. It is under way already; each question
/// waits for what it asks.
#[derive(Clone)]
pub struct Exchange {
    discord: Discord,
    person: Member,
    origin: Origin,
}

#[derive(Clone, Copy)]
enum Origin {
    Interaction(u64),
    Message { id: u64, at: Instant },
}

impl Exchange {
    pub(super) fn of_interaction(discord: &Discord, person: &Member, id: u64) -> Self {
        let origin = Origin::Interaction(id);
        Self { discord: discord.clone(), person: person.clone(), origin }
    }

    pub(super) fn of_message(discord: &Discord, person: &Member, id: u64) -> Self {
        let origin = Origin::Message { id, at: Instant::now() };
        Self { discord: discord.clone(), person: person.clone(), origin }
    }

    /// How long the bot took to acknowledge; for words in a channel, to answer.
    #[track_caller]
    pub fn acknowledged_after(&self) -> Duration {
        match self.origin {
            Origin::Message { .. } => self.answered_after(),
            Origin::Interaction(_) => self.interaction("it is acknowledged", |interaction| {
                interaction.acknowledged.map(|done| done.at.duration_since(interaction.sent))
            }),
        }
    }

    /// Whether the acknowledgement was for this person only.
    #[track_caller]
    pub fn acknowledged_privately(&self) -> bool {
        self.interaction("it is acknowledged", |interaction| {
            interaction.acknowledged.map(|done| done.ephemeral)
        })
    }

    /// How long the bot took for the answer: a message, a form or suggestions.
    #[track_caller]
    pub fn answered_after(&self) -> Duration {
        match self.origin {
            Origin::Message { at, .. } => self.message().at.saturating_duration_since(at),
            Origin::Interaction(_) => self.interaction("it is answered", |interaction| {
                interaction.answered.map(|at| at.duration_since(interaction.sent))
            }),
        }
    }

    /// The message with the answer, as it is now.
    #[track_caller]
    pub fn message(&self) -> Message {
        self.wait_for("it is answered with a message", |_| true)
    }

    /// The message with the answer, once this holds of it.
    #[track_caller]
    pub fn wait_for(&self, what: &str, holds: impl FnMut(&Message) -> bool) -> Message {
        let found = self.find_within(PATIENCE, holds);
        found.unwrap_or_else(|| self.fail(what))
    }

    /// The message with the answer, if this holds of it in this time.
    pub fn find_within(
        &self,
        limit: Duration,
        mut holds: impl FnMut(&Message) -> bool,
    ) -> Option<Message> {
        let answer = |world: &World| match self.origin {
            Origin::Interaction(id) => {
                world.messages.get(&world.interactions[&id].answer?).cloned()
            }
            Origin::Message { id, .. } => answer_to(world, id).cloned(),
        };
        self.discord.shared().watch(limit, answer, |message| message.filter(|own| holds(own)))
    }

    /// Everything a person reads in the answer.
    #[track_caller]
    pub fn text(&self) -> String {
        self.message().text()
    }

    /// A message after the first answer, once there is one of which this holds.
    #[track_caller]
    pub fn wait_for_follow_up(
        &self,
        what: &str,
        mut holds: impl FnMut(&Message) -> bool,
    ) -> Message {
        let more = |_: &World| ();
        let found = self.discord.shared().watch(PATIENCE, more, |()| {
            self.follow_ups().into_iter().find(|message| holds(message))
        });
        found.unwrap_or_else(|| self.fail(what))
    }

    /// The messages that followed the first answer, so far.
    pub fn follow_ups(&self) -> Vec<Message> {
        let Origin::Interaction(id) = self.origin else { return Vec::new() };
        self.discord.shared().read(|world| {
            let ids = world.interactions[&id].follow_ups.iter();
            ids.filter_map(|id| world.messages.get(id).cloned()).collect()
        })
    }

    /// The form that the bot shows.
    #[track_caller]
    pub fn modal(&self) -> Modal {
        self.interaction("a form is shown", |interaction| {
            let data = interaction.modal.as_ref()?;
            Some(Modal::new(data, interaction.channel, interaction.source))
        })
    }

    #[track_caller]
    pub(super) fn suggestions(&self) -> Suggestions {
        self.interaction("suggestions are made", |interaction| {
            let choices = interaction.choices.clone()?;
            let after = interaction.answered?.duration_since(interaction.sent);
            Some(Suggestions { choices, after })
        })
    }

    /// The person presses a button of the answer, by its label or custom id.
    #[track_caller]
    pub fn press(&self, button: &str) -> Exchange {
        self.person.press(&self.message(), button)
    }

    /// The person chooses from a list of the answer.
    #[track_caller]
    pub fn choose(&self, select: &str, options: &[&str]) -> Exchange {
        self.person.choose(&self.message(), select, options)
    }

    /// The person fills in the form that the bot shows, and sends it.
    #[track_caller]
    pub fn fill(&self, values: &[(&str, &str)]) -> Exchange {
        self.person.fills(&self.modal(), values)
    }

    /// The interaction's id and token, by which it is answered.
    pub fn key(&self) -> (u64, String) {
        let Origin::Interaction(id) = self.origin else {
            panic!("words in a channel are no interaction")
        };
        (id, self.discord.shared().read(|world| world.interactions[&id].token.clone()))
    }

    /// Lets the fifteen minutes pass in which it can be answered.
    pub fn expires(&self) {
        let Origin::Interaction(id) = self.origin else { return };
        self.discord.shared().change(|world| {
            world.interactions.get_mut(&id).expect("an interaction that was made").expired = true;
        });
    }

    /// Waits for something about the interaction. After three seconds without acknowledgement
    /// there is nothing to wait for.
    #[track_caller]
    fn interaction<T>(&self, what: &str, mut look: impl FnMut(&Interaction) -> Option<T>) -> T {
        let Origin::Interaction(id) = self.origin else {
            panic!("{what}: words in a channel are no interaction")
        };
        let found = self.discord.shared().wait(PATIENCE, |world| {
            let interaction = &world.interactions[&id];
            match look(interaction) {
                Some(found) => Some(Some(found)),
                None if interaction.acknowledged.is_none() && interaction.is_late() => Some(None),
                None => None,
            }
        });
        found.flatten().unwrap_or_else(|| self.fail(what))
    }

    #[track_caller]
    fn fail<T>(&self, what: &str) -> T {
        let state = match self.origin {
            Origin::Message { .. } => "said in a channel".to_string(),
            Origin::Interaction(id) => self.discord.shared().read(|world| {
                let interaction = &world.interactions[&id];
                match interaction.acknowledged {
                    Some(done) => format!("acknowledged with callback {}", done.kind),
                    None => format!("not acknowledged within {ACKNOWLEDGE_WITHIN:?}"),
                }
            }),
        };
        panic!("{what} ({state})\n{}", self.discord.story())
    }
}

/// The bot's answer to words: a reply to them, or else the first message after them in the
/// same channel or in a thread of it.
fn answer_to(world: &World, question: u64) -> Option<&Message> {
    let channel = world.messages[&question].channel;
    let near = |message: &&Message| {
        let parent = world.channels[&message.channel].parent;
        message.channel == channel || parent == Some(channel)
    };
    let after = || {
        let later = world.messages.range(question + 1..).map(|(_, message)| message);
        later.filter(|message| message.author == world.bot && !message.deleted)
    };
    let replied = after().find(|message| message.answers == Some(question));
    replied.or_else(|| after().filter(near).find(|message| message.answers.is_none()))
}
