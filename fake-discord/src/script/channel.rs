use std::time::Duration;

use super::{Discord, PATIENCE};
use crate::world::World;
use crate::world::channel::Channel as Kept;
use crate::world::message::Message;

/// A channel, a thread or a direct conversation, as those see it who are in it.
#[derive(Clone)]
pub struct Channel {
    discord: Discord,
    id: u64,
}

/// A text channel of a guild.
pub(super) fn text(id: u64, guild: u64, name: &str) -> Kept {
    Kept { id, guild: Some(guild), name: name.into(), parent: None, recipient: None, open: true }
}

impl Channel {
    pub(super) fn new(discord: &Discord, id: u64) -> Self {
        Self { discord: discord.clone(), id }
    }

    /// The channel's id.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// Somebody starts a thread in it.
    pub fn thread(&self, name: &str) -> Channel {
        let id = self.discord.shared().change(|world| {
            let guild = world.channels[&self.id].guild.expect("threads are in guilds");
            let id = world.snowflakes.next();
            let thread = Kept { parent: Some(self.id), ..text(id, guild, name) };
            let event = world.channel_json(&thread);
            world.channels.insert(id, thread);
            world.tell_guild(guild, "THREAD_CREATE", &event);
            id
        });
        Channel::new(&self.discord, id)
    }

    /// The bot may not see it any more.
    pub fn shut_out_bot(&self) {
        self.discord.shared().change(|world| {
            world.channels.get_mut(&self.id).expect("a channel that the world made").open = false;
        });
    }

    /// What everybody in it sees, oldest first.
    pub fn messages(&self) -> Vec<Message> {
        self.discord.shared().read(|world| shown(world, self.id).cloned().collect())
    }

    /// Waits for a message of the bot that everybody sees and of which this holds.
    #[track_caller]
    pub fn wait_for(&self, what: &str, holds: impl FnMut(&Message) -> bool) -> Message {
        let found = self.find_within(PATIENCE, holds);
        found.unwrap_or_else(|| panic!("a message comes: {what}\n{}", self.discord.story()))
    }

    /// A message of the bot of which this holds, if it comes in this time.
    pub fn find_within(
        &self,
        limit: Duration,
        mut holds: impl FnMut(&Message) -> bool,
    ) -> Option<Message> {
        let written = |world: &World| -> Vec<Message> {
            shown(world, self.id).filter(|message| message.author == world.bot).cloned().collect()
        };
        let shared = self.discord.shared();
        shared.watch(limit, written, |messages| messages.into_iter().find(|message| holds(message)))
    }
}

fn shown(world: &World, channel: u64) -> impl Iterator<Item = &Message> {
    let shown = move |message: &&Message| {
        message.channel == channel && !message.deleted && !message.is_ephemeral()
    };
    world.messages.values().filter(shown)
}
