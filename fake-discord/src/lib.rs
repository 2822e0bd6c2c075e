#![doc = include_str!("../README.md")]
#![recursion_limit = "256"]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "this code runs in tests only, and a test fails loudly"
)]
#![allow(
    clippy::return_self_not_must_use,
    reason = "what a person does counts, whether or not the test reads the answer"
)]

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
