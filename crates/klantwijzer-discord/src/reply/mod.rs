//! How answers look in Discord.

mod markdown;
mod message;
mod screens;

pub(crate) use markdown::{cut, escape};
pub(crate) use message::{Reply, Tone, button};
pub(crate) use screens::{Screen, screens};
