//! A fake Discord on loopback: the HTTP interface with TLS, the gateway, and the people.
//!
//! A test makes guilds, channels and members, lets the people speak, and reads what the bot
//! answers. The fake refuses what Discord refuses: see [`Discord::refusals`].
//!
//! ```text
//! let discord = Discord::start();
//! let guild = discord.guild("Acme");
//! let (anna, sales) = (guild.member("Anna").with_role("Sales"), guild.channel("sales"));
//! // ... start the bot ...
//! let answer = anna.slash(&sales, "/customers type:strategic");
//! assert!(answer.acknowledged_after() < Duration::from_secs(1));
//! assert!(answer.press("Why?").text().contains("because"));
//! discord.assert_no_refusals();
//! ```
//!
//! - `world` is what exists: guilds, members, channels, messages, interactions;
//! - `rest` answers the bot's requests, and `rules` says which bodies it refuses;
//! - `gateway` tells the bot what happens;
//! - `script` is the side of the test: people who type and press, and what they see.

mod gateway;
mod rest;
mod rules;
mod script;
mod server;
mod shared;
mod world;

pub use rest::record::{Refusal, Seen};
pub use rules::schema::{SKIPPED as SCHEMA_SKIPPED, available as schema_available};
pub use script::Discord;
pub use script::channel::Channel;
pub use script::exchange::Exchange;
pub use script::faults::{Fault, Faults};
pub use script::guild::Guild;
pub use script::member::Member;
pub use script::modal::Modal;
pub use script::suggestion::Suggestions;
pub use script::upload::Upload;
pub use world::message::{Attached, Button, Message, Select};
pub use world::permission;
