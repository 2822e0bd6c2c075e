//! What was just spoken of, so that "and in healthcare?" is understood. It is
//! remembered for some minutes; what must last is in the messages themselves.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use klantwijzer_answer::query::Query;
use serenity::all::{ChannelId, GuildId, UserId};

/// How long a subject is kept.
const SUBJECT: Duration = Duration::from_mins(10);

/// How long the server that was chosen in a direct message is kept.
const SERVER: Duration = Duration::from_hours(12);

/// How long it is kept which servers somebody shares with the bot.
const SHARED: Duration = Duration::from_mins(5);

/// How long it is kept that there are none: whoever is given a role tries again.
const NOWHERE: Duration = Duration::from_secs(20);

/// The most that is remembered of each.
const MOST: usize = 50_000;

/// Whose subject it is, about the data of which server, and where.
pub(super) type Talk = (GuildId, ChannelId, UserId);

/// What was filled in, each with the field that it is in.
pub(crate) type Filled = Vec<(&'static str, String)>;

/// What was just spoken of, and with whom.
pub(crate) struct Conversations {
    /// What was last asked in a talk.
    pub(super) subjects: Memory<Talk, Query>,
    /// The server that somebody chose of several for their direct messages.
    pub(super) chosen: Memory<UserId, GuildId>,
    /// What somebody filled in about a prospect, where something was wrong with it.
    pub(super) prospects: Memory<UserId, Filled>,
    /// The servers that somebody was found to share with the bot.
    shared: Memory<UserId, Vec<GuildId>>,
}

impl Default for Conversations {
    fn default() -> Self {
        let (subjects, chosen) = (Memory::lasting(SUBJECT), Memory::lasting(SERVER));
        let (prospects, shared) = (Memory::lasting(SUBJECT), Memory::lasting(SHARED));
        Self { subjects, chosen, prospects, shared }
    }
}

impl Conversations {
    /// The servers that this person was just found to share with the bot.
    pub(super) fn shared(&self, person: UserId) -> Option<Vec<GuildId>> {
        let (servers, since) = self.shared.recall_since(&person)?;
        (!servers.is_empty() || since.elapsed() < NOWHERE).then_some(servers)
    }

    /// This person was found to share these servers with the bot.
    pub(super) fn shares(&self, person: UserId, servers: Vec<GuildId>) {
        self.shared.remember(person, servers);
    }

    /// Who may ask where has changed.
    pub(super) fn forget_shared(&self) {
        self.shared.lock().clear();
    }
}

/// Things with the moment at which they were remembered, and how long they last.
pub(super) struct Memory<K, V> {
    known: Mutex<HashMap<K, (V, Instant)>>,
    lasts: Duration,
}

impl<K: Eq + std::hash::Hash, V: Clone> Memory<K, V> {
    fn lasting(lasts: Duration) -> Self {
        Self { known: Mutex::default(), lasts }
    }

    /// What is remembered of this, for as long as it lasts.
    pub(super) fn recall(&self, key: &K) -> Option<V> {
        self.recall_since(key).map(|(value, _)| value)
    }

    /// The same with the moment since when.
    fn recall_since(&self, key: &K) -> Option<(V, Instant)> {
        self.lock().get(key).filter(|(_, since)| since.elapsed() < self.lasts).cloned()
    }

    /// Remembers this from now on.
    pub(super) fn remember(&self, key: K, value: V) {
        let mut known = self.lock();
        if known.len() >= MOST {
            known.retain(|_, (_, since)| since.elapsed() < self.lasts);
        }
        if known.len() < MOST {
            known.insert(key, (value, Instant::now()));
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<K, (V, Instant)>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
