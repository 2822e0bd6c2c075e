use std::time::Duration;

use serde_json::json;

use super::Discord;
use crate::gateway::session::Frame;
use crate::rest::fault::{Mishap, Planned};
use crate::rest::limit::Limit;
use crate::world::absence::Absence;

/// What a test can make go wrong.
pub struct Faults<'a> {
    discord: &'a Discord,
}

/// A mishap for the next request of a kind, or for more of them.
pub struct Fault<'a> {
    discord: &'a Discord,
    pattern: String,
    times: Option<usize>,
}

impl<'a> Faults<'a> {
    pub(super) fn new(discord: &'a Discord) -> Self {
        Self { discord }
    }

    /// The next request that fits, such as `POST /channels/*/messages`; `*` stands for one part.
    pub fn on(&self, pattern: &str) -> Fault<'a> {
        assert!(pattern.contains(" /"), "a method and a path: {pattern}");
        Fault { discord: self.discord, pattern: pattern.into(), times: Some(1) }
    }

    /// From here on this field is left out, as far as Discord need not send it: of events such as
    /// `MESSAGE_CREATE`, or of what requests such as `GET /channels/*/messages/*` are answered
    /// with. `*` in the path of the field stands for each part of a list.
    pub fn leaves_out(&self, kind: &str, path: &str) {
        let absence = Absence { kind: kind.into(), path: path.into() };
        self.discord.shared().change(|world| world.sessions.absent.push(absence));
    }

    /// Everything is sent again.
    pub fn leaves_nothing_out(&self) {
        self.discord.shared().change(|world| world.sessions.absent.clear());
    }

    /// The gateway tells of ephemeral messages too from here on. Discord never does; so another
    /// client library can read all that a bot says.
    pub fn tells_of_private_messages(&self) {
        self.discord.shared().change(|world| world.sessions.tells_private = true);
    }

    /// No mishaps with requests from here on.
    pub fn clear(&self) {
        self.discord.shared().change(|world| world.faults.planned.clear());
    }

    /// Each path that fits takes this many requests in this time.
    pub fn limit(&self, pattern: &str, requests: usize, window: Duration) {
        let limit = Limit { pattern: pattern.into(), requests, window };
        self.discord.shared().change(|world| world.limits.set.push(limit));
    }

    /// All routes together take this many requests in a second; Discord's own number is 50.
    pub fn limit_globally(&self, requests: usize) {
        self.discord.shared().change(|world| world.limits.globally = requests);
    }

    /// How often a bot that connects from here on has to give a sign of life.
    pub fn heartbeat_every(&self, interval: Duration) {
        self.discord.shared().change(|world| world.sessions.heartbeat = interval);
    }

    /// Heartbeats are not acknowledged any more, or are again.
    pub fn withhold_heartbeat_acks(&self, withhold: bool) {
        self.discord.shared().change(|world| world.sessions.acknowledges = !withhold);
    }

    /// The next connections to the gateway are answered with 503.
    pub fn refuse_gateway(&self, times: usize) {
        self.discord.shared().change(|world| world.sessions.refusals = times);
    }

    /// Every connection to the gateway is cut.
    pub fn drop_gateway(&self) {
        self.command(|| Frame::Drop);
    }

    /// The gateway asks the bot to connect anew and resume (op 7).
    pub fn ask_to_reconnect(&self) {
        self.command(|| Frame::Send(json!({"op": 7, "d": null, "s": null, "t": null})));
    }

    /// The gateway says that the session is over (op 9), or has to be resumed.
    pub fn invalidate_session(&self, resumable: bool) {
        self.command(|| Frame::Invalidate { resumable });
    }

    /// The gateway closes with this code.
    pub fn close_gateway(&self, code: u16) {
        self.command(|| Frame::Close(code, "The fake closes here."));
    }

    /// Discord grants these privileged intents.
    pub fn grant_intents(&self, intents: u64) {
        self.discord.shared().change(|world| world.sessions.granted = intents);
    }

    fn command(&self, frame: impl Fn() -> Frame) {
        self.discord.shared().change(|world| world.sessions.command(frame));
    }
}

impl Fault<'_> {
    /// Not once, but this often.
    #[must_use]
    pub fn times(self, times: usize) -> Self {
        Self { times: Some(times), ..self }
    }

    /// Until the faults are cleared.
    #[must_use]
    pub fn always(self) -> Self {
        Self { times: None, ..self }
    }

    /// Answered with this status, without any effect.
    pub fn fails(self, status: u16) {
        self.plan(Mishap::Status(status));
    }

    /// Answered with 429: this route is to wait for this long.
    pub fn limited(self, retry_after: Duration) {
        self.plan(Mishap::Limited { retry_after, global: false });
    }

    /// Answered with 429: the bot is to wait for this long with everything.
    pub fn limited_globally(self, retry_after: Duration) {
        self.plan(Mishap::Limited { retry_after, global: true });
    }

    /// Answered rightly after this time; the request takes effect then, too.
    pub fn slow(self, time: Duration) {
        self.plan(Mishap::Slow(time));
    }

    /// The connection is cut before the request has any effect.
    pub fn cut(self) {
        self.plan(Mishap::Cut);
    }

    /// The request takes effect, but the connection is cut before the answer.
    pub fn cut_after(self) {
        self.plan(Mishap::CutAfter);
    }

    fn plan(self, mishap: Mishap) {
        let planned = Planned { pattern: self.pattern, mishap, left: self.times };
        self.discord.shared().change(|world| world.faults.planned.push(planned));
    }
}
