//! What was just spoken of, so that "and in healthcare?" is understood. It is
//! remembered for some minutes; what must last is in the messages themselves.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use klantwijzer_core::query::Query;
use serenity::all::{ChannelId, GuildId, UserId};

/// How long a subject is kept.
const SUBJECT: Duration = Duration::from_mins(10);

/// How long the server that was chosen in a direct message is kept.
const SERVER: Duration = Duration::from_hours(12);

/// The most that is remembered of each.
const MOST: usize = 50_000;

/// What was just spoken of, per person and channel.
#[derive(Default)]
pub(crate) struct Conversations {
    subjects: Memory<(ChannelId, UserId), Query>,
    servers: Memory<UserId, GuildId>,
}

impl Conversations {
    /// What this person last asked here.
    pub(super) fn subject(&self, channel: ChannelId, person: UserId) -> Option<Query> {
        self.subjects.recall(&(channel, person), SUBJECT)
    }

    /// This person asked this here.
    pub(super) fn spoke_of(&self, channel: ChannelId, person: UserId, query: Query) {
        self.subjects.remember((channel, person), query, SUBJECT);
    }

    /// The server that this person speaks of in direct messages.
    pub(super) fn server(&self, person: UserId) -> Option<GuildId> {
        self.servers.recall(&person, SERVER)
    }

    /// This person chose a server for direct messages.
    pub(super) fn chose(&self, person: UserId, server: GuildId) {
        self.servers.remember(person, server, SERVER);
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

    fn lock(&self) -> MutexGuard<'_, HashMap<K, (V, Instant)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
