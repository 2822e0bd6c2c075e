use std::collections::VecDeque;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use crate::world::absence::Absence;

/// How many events a session keeps for a connection that comes back.
const KEPT: usize = 10_000;

/// What the gateway does on a connection.
#[derive(Debug)]
pub(crate) enum Frame {
    Send(Value),
    Close(u16, &'static str),
    /// Op 9: the session is over, or has to be resumed.
    Invalidate {
        resumable: bool,
    },
    /// The TCP connection ends without a word.
    Drop,
}

/// A session of one shard: it outlives its connection, so that it can be resumed.
pub(crate) struct Session {
    pub(crate) id: String,
    /// This shard, and how many there are.
    pub(crate) shard: (u64, u64),
    pub(crate) intents: u64,
    /// How many events were told so far.
    pub(crate) told: usize,
    /// The last of them.
    pub(crate) log: VecDeque<Value>,
    pub(crate) link: Option<UnboundedSender<Frame>>,
}

/// The sessions, and what the test wants of the gateway.
pub(crate) struct Sessions {
    pub(crate) all: Vec<Session>,
    pub(crate) begun: usize,
    pub(crate) resumed: usize,
    pub(crate) heartbeat: Duration,
    pub(crate) heartbeats: usize,
    pub(crate) acknowledges: bool,
    /// How many connections still get the answer 503.
    pub(crate) refusals: usize,
    pub(crate) granted: u64,
    pub(crate) shards: u64,
    /// What is left out of events and answers.
    pub(crate) absent: Vec<Absence>,
    /// Whether the gateway tells of ephemeral messages too, as Discord never does.
    pub(crate) tells_private: bool,
}

impl Default for Sessions {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            begun: 0,
            resumed: 0,
            heartbeat: Duration::from_millis(41_250),
            heartbeats: 0,
            acknowledges: true,
            refusals: 0,
            granted: 0,
            shards: 1,
            absent: Vec::new(),
            tells_private: false,
        }
    }
}

impl Session {
    /// Gives an event its number, keeps it, and sends it when somebody listens.
    pub(crate) fn tell(&mut self, name: &str, data: &Value) {
        self.told += 1;
        let number = self.told;
        let frame = json!({"op": 0, "s": number, "t": name, "d": data});
        self.log.push_back(frame.clone());
        if self.log.len() > KEPT {
            self.log.pop_front();
        }
        if let Some(link) = &self.link {
            // A connection that is gone gets the event when it resumes.
            let _ = link.send(Frame::Send(frame));
        }
    }

    /// The events after the one with this number, if they are still kept.
    pub(crate) fn missed(&self, seen: usize) -> Option<impl Iterator<Item = &Value>> {
        let missed = self.told.checked_sub(seen)?;
        let kept = self.log.len().checked_sub(missed)?;
        Some(self.log.iter().skip(kept))
    }

    fn serves(&self, guild: Option<u64>) -> bool {
        let (shard, shards) = self.shard;
        guild.map_or(0, |guild| (guild >> 22) % shards.max(1)) == shard
    }
}

impl Sessions {
    /// Tells the shard of the guild, when it asked for such events. A direct conversation
    /// belongs to shard 0.
    pub(crate) fn tell(
        &mut self,
        guild: Option<u64>,
        needed: u64,
        name: &str,
        event: impl Fn(u64) -> Value,
    ) {
        let served = self.all.iter_mut().filter(|session| session.serves(guild));
        for session in served.filter(|session| session.intents & needed == needed) {
            let mut event = event(session.intents);
            let absent = self.absent.iter().filter(|absence| absence.kind == name);
            absent.for_each(|absence| absence.apply(&mut event));
            session.tell(name, &event);
        }
    }

    /// Does something on every open connection.
    pub(crate) fn command(&self, frame: impl Fn() -> Frame) {
        for link in self.all.iter().filter_map(|session| session.link.as_ref()) {
            let _ = link.send(frame());
        }
    }

    pub(crate) fn connected(&self) -> usize {
        self.all.iter().filter(|session| session.link.is_some()).count()
    }
}
