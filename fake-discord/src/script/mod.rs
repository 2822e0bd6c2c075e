//! What a test does and sees.

pub(crate) mod channel;
pub(crate) mod exchange;
pub(crate) mod faults;
pub(crate) mod guild;
pub(crate) mod member;
pub(crate) mod modal;
mod pressing;
mod slash;
pub(crate) mod suggestion;
pub(crate) mod upload;

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::rest::record::{Refusal, Seen};
use super::server::Server;
use super::shared::Shared;
use super::world::World;
use super::world::interaction::{Deed, Kind};
use channel::Channel;
use exchange::Exchange;
use faults::Faults;
use guild::Guild;
use member::Member;

/// How long a test waits for something that should come at once.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A running Discord. Clones are the same one, which ends with the last of them.
#[derive(Clone)]
pub struct Discord {
    server: Arc<Server>,
}

impl Discord {
    /// Starts one, with no guilds and the bot not yet connected.
    pub fn start() -> Self {
        Self { server: Arc::new(Server::start()) }
    }

    /// `127.0.0.1:PORT`, to which discord.com and cdn.discordapp.com have to resolve.
    pub fn address(&self) -> String {
        self.server.address.to_string()
    }

    /// `127.0.0.1:PORT` of the gateway.
    pub fn gateway_address(&self) -> String {
        self.server.gateway.to_string()
    }

    /// The gateway is at `wss://gateway.discord.gg` from here on, as Discord's own is: at the
    /// same address and with the same certificate as the HTTP interface.
    pub fn with_safe_gateway(self) -> Self {
        self.shared().change(|world| world.gateway = "wss://gateway.discord.gg".into());
        self
    }

    /// The certificate that the bot has to trust, as PEM.
    pub fn root_certificate(&self) -> &str {
        &self.server.root
    }

    /// The token that the bot has to know.
    pub fn token(&self) -> String {
        self.shared().read(|world| world.token.clone())
    }

    /// The bot's user id, which is its application's id too.
    pub fn bot(&self) -> u64 {
        self.shared().read(|world| world.bot)
    }

    /// A new guild with the bot in it; the bot hears of it when it is connected.
    pub fn guild(&self, name: &str) -> Guild {
        Guild::found(self, name)
    }

    /// What can go wrong.
    pub fn faults(&self) -> Faults<'_> {
        Faults::new(self)
    }

    /// What the bot was told last in an event of this kind.
    #[track_caller]
    pub fn told(&self, kind: &str) -> Value {
        let told = self.shared().read(|world| {
            let logs = world.sessions.all.iter().flat_map(|session| session.log.iter().rev());
            logs.into_iter().find(|frame| frame["t"] == kind).map(|frame| frame["d"].clone())
        });
        told.unwrap_or_else(|| panic!("the bot was told no {kind}"))
    }

    /// Every request so far, in order of their answers.
    pub fn requests(&self) -> Vec<Seen> {
        self.shared().read(|world| world.record.seen.clone())
    }

    /// Forgets the requests so far, so that a long test does not grow.
    pub fn forget_requests(&self) {
        self.shared().change(|world| world.record.seen.clear());
    }

    /// Every request that Discord's rules forbid, with why. A test of a well-behaved bot ends
    /// with `assert_no_refusals`.
    pub fn refusals(&self) -> Vec<Refusal> {
        self.shared().read(|world| world.record.refused.clone())
    }

    /// Fails with every rule that the bot broke.
    #[track_caller]
    pub fn assert_no_refusals(&self) {
        let refusals = self.refusals();
        let told: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "the bot keeps Discord's rules:\n{}", told.join("\n\n"));
    }

    /// The commands that hold for every guild, as Discord keeps them.
    pub fn commands(&self) -> Vec<Value> {
        self.shared().read(|world| world.commands.global.clone())
    }

    /// Waits until the bot is connected with this many shards.
    #[track_caller]
    pub fn wait_until_connected(&self, shards: usize) {
        let there = |world: &World| (world.sessions.connected() == shards).then_some(());
        let came = self.shared().wait(PATIENCE, there);
        assert!(came.is_some(), "the bot connects to the gateway\n{}", self.story());
    }

    /// Waits until no shard of the bot is connected.
    #[track_caller]
    pub fn wait_until_gone(&self) {
        let gone = |world: &World| (world.sessions.connected() == 0).then_some(());
        assert!(self.shared().wait(PATIENCE, gone).is_some(), "the bot leaves the gateway");
    }

    /// How many sessions began, those that were lost included; a resumed one counts once.
    pub fn sessions_begun(&self) -> usize {
        self.shared().read(|world| world.sessions.begun)
    }

    /// How often a session was resumed.
    pub fn resumes(&self) -> usize {
        self.shared().read(|world| world.sessions.resumed)
    }

    /// Waits until the bot has come this often: sessions that it began or resumed.
    #[track_caller]
    pub fn wait_for_arrivals(&self, times: usize) {
        let came = self.shared().wait(PATIENCE, |world| {
            (world.sessions.begun + world.sessions.resumed >= times).then_some(())
        });
        assert!(came.is_some(), "the bot comes to the gateway {times} times\n{}", self.story());
    }

    /// How many heartbeats came.
    pub fn heartbeats(&self) -> usize {
        self.shared().read(|world| world.sessions.heartbeats)
    }

    /// The intents that the bot asked for, shard by shard.
    pub fn intents(&self) -> Vec<u64> {
        self.shared()
            .read(|world| world.sessions.all.iter().map(|session| session.intents).collect())
    }

    /// How many shards `GET /gateway/bot` recommends.
    pub fn recommend_shards(&self, shards: u64) {
        self.shared().change(|world| world.sessions.shards = shards);
    }

    /// Waits until something holds of the requests.
    #[track_caller]
    pub fn wait_for_requests(&self, what: &str, mut holds: impl FnMut(&[Seen]) -> bool) {
        let copy = |world: &World| world.record.seen.clone();
        let came = self.shared().watch(PATIENCE, copy, |seen| holds(&seen).then_some(()));
        assert!(came.is_some(), "{what}\n{}", self.story());
    }

    /// Sends an interaction that no honest client would send: one of this member in this
    /// channel, with these keys in place of its own. `data` has to be among them.
    pub fn forge(&self, member: &Member, channel: &Channel, keys: &Value) -> Exchange {
        let id = self.shared().change(|world| {
            let kind = match keys["type"].as_u64() {
                Some(2) => Kind::Command,
                Some(4) => Kind::Autocomplete,
                Some(5) => Kind::Modal,
                _ => Kind::Component,
            };
            let source = (kind == Kind::Component).then(|| world.forged_message(channel.id()));
            let deed = Deed {
                kind,
                name: String::new(),
                user: member.id(),
                channel: channel.id(),
                source,
                data: keys["data"].clone(),
            };
            world.interact_with(deed, keys.as_object().expect("an object with keys"))
        });
        Exchange::of_interaction(self, member, id)
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.server.shared
    }

    /// The last requests, for the message of a failed test.
    pub(crate) fn story(&self) -> String {
        let (seen, refused) = (self.requests(), self.refusals());
        let last = seen.iter().rev().take(12).rev();
        let mut lines: Vec<String> = last
            .map(|seen| format!("  {} {} {} -> {}", seen.method, seen.path, seen.body, seen.status))
            .collect();
        lines.insert(0, format!("{} requests, the last of them:", seen.len()));
        lines.extend(refused.iter().map(|refusal| format!("refused: {refusal}")));
        lines.join("\n")
    }
}
