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

/// The server of somebody's direct messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) server: GuildId,
    /// Whether there were others to choose from.
    pub(super) of_several: bool,
}

/// What was just spoken of, and with whom.
#[derive(Default)]
pub(crate) struct Conversations {
    subjects: Memory<Talk, Query>,
    servers: Memory<UserId, Chosen>,
    shared: Memory<UserId, Vec<GuildId>>,
}

impl Conversations {
    /// What was last asked in this talk.
    pub(super) fn subject(&self, talk: Talk) -> Option<Query> {
        self.subjects.recall(&talk, SUBJECT)
    }

    /// This was asked in this talk.
    pub(super) fn spoke_of(&self, talk: Talk, query: Query) {
        self.subjects.remember(talk, query, SUBJECT);
    }

    /// The server that this person speaks of in direct messages.
    pub(super) fn chosen(&self, person: UserId) -> Option<Chosen> {
        self.servers.recall(&person, SERVER)
    }

    /// This is the server of this person's direct messages from now on.
    pub(super) fn chose(&self, person: UserId, chosen: Chosen) {
        self.servers.remember(person, chosen, SERVER);
    }

    /// The servers that this person was just found to share with the bot.
    pub(super) fn shared(&self, person: UserId) -> Option<Vec<GuildId>> {
        let shared = self.shared.recall(&person, SHARED)?;
        if shared.is_empty() { self.shared.recall(&person, NOWHERE) } else { Some(shared) }
    }

    /// This person was found to share these servers with the bot.
    pub(super) fn shares(&self, person: UserId, servers: Vec<GuildId>) {
        self.shared.remember(person, servers, SHARED);
    }

    /// Who may ask where has changed.
    pub(super) fn forget_shared(&self) {
        self.shared.forget_all();
    }
}

/// Things with the moment at which they were remembered.
struct Memory<K, V>(Mutex<HashMap<K, (V, Instant)>>);

impl<K, V> Default for Memory<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + std::hash::Hash, V: Clone> Memory<K, V> {
    fn recall(&self, key: &K, lasts: Duration) -> Option<V> {
        let known = self.lock();
        let (value, since) = known.get(key)?;
        (since.elapsed() < lasts).then(|| value.clone())
    }

    fn remember(&self, key: K, value: V, lasts: Duration) {
        let mut known = self.lock();
        if known.len() >= MOST {
            known.retain(|_, (_, since)| since.elapsed() < lasts);
        }
        if known.len() < MOST {
            known.insert(key, (value, Instant::now()));
        }
    }

    fn forget_all(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<K, (V, Instant)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
