//! Whose data it is.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// A workspace [werkruimte]: one team's data, apart from every other's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WorkspaceId(u64);

impl WorkspaceId {
    /// The workspace of a Discord server. Such ids are below 2^63.
    pub const fn guild(guild_id: u64) -> Self {
        Self(guild_id & !Self::NAMED)
    }

    /// The workspace with this name, for use without Discord. The name is kept
    /// with the data, so that two names with one id are noticed.
    pub fn named(name: &str) -> Self {
        Self(xxh3_64(name.as_bytes()) | Self::NAMED)
    }

    /// Whether it is that of a Discord server.
    pub const fn is_guild(self) -> bool {
        self.0 & Self::NAMED == 0
    }

    /// The workspace with the number that [`WorkspaceId::get`] gave.
    pub const fn from_number(number: u64) -> Self {
        Self(number)
    }

    const NAMED: u64 = 1 << 63;

    /// The id as a number.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The part of the data, 0 to 1023, that the workspace lies in: leads every
    /// key, and is the distribution column of a clustered store.
    pub const fn part(self) -> u16 {
        ((self.0 >> 22) % 1024) as u16
    }
}
