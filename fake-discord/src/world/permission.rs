//! The permission bits that the fake knows by name.

/// Everything.
pub const ADMINISTRATOR: u64 = 1 << 3;
/// Change the server.
pub const MANAGE_GUILD: u64 = 1 << 5;
/// See a channel.
pub const VIEW_CHANNEL: u64 = 1 << 10;
/// Write in a channel.
pub const SEND_MESSAGES: u64 = 1 << 11;
/// Show embeds.
pub const EMBED_LINKS: u64 = 1 << 14;
/// Send files.
pub const ATTACH_FILES: u64 = 1 << 15;
/// Read what was written before.
pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
/// Use commands.
pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
/// Write in a thread.
pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;

/// All 53 bits that exist in 2025.
pub const ALL: u64 = (1 << 53) - 1;

/// What everybody in a new guild may do, as far as a bot can notice.
pub const EVERYONE: u64 = VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | USE_APPLICATION_COMMANDS
    | SEND_MESSAGES_IN_THREADS;
