//! IDENTIFY and RESUME: who may begin a session, and what they hear first.

use std::collections::VecDeque;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::session::{Frame, Session};
use crate::world::World;
use crate::world::event::intent;

/// How a greeting ends.
pub(crate) enum Greeted {
    /// The session with this id is served by the connection.
    Session(String),
    /// The session cannot be resumed; the bot may identify on the same connection.
    Invalid,
    Refused(u16, &'static str),
}

impl World {
    pub(crate) fn identify(&mut self, data: &Value, link: &UnboundedSender<Frame>) -> Greeted {
        let Some(token) = data["token"].as_str() else {
            return Greeted::Refused(4002, "Error while decoding payload.");
        };
        if bare(token) != self.token {
            return Greeted::Refused(4004, "Authentication failed.");
        }
        let Some(intents) = data["intents"].as_u64().filter(|intents| *intents < 1 << 26) else {
            return Greeted::Refused(4013, "Invalid intent(s).");
        };
        if intents & intent::PRIVILEGED & !self.sessions.granted != 0 {
            return Greeted::Refused(4014, "Disallowed intent(s).");
        }
        let number = |at: usize| data["shard"][at].as_u64();
        let shard = match (number(0), number(1)) {
            (None, None) => (0, 1),
            (Some(shard), Some(shards)) if shard < shards => (shard, shards),
            _ => return Greeted::Refused(4010, "Invalid shard."),
        };
        // One token may have several connections; each is told everything.
        self.sessions.all.retain(|session| session.shard != shard || session.link.is_some());
        self.sessions.begun += 1;
        let id = format!("{:032x}", self.snowflakes.next());
        let mut session = Session {
            id: id.clone(),
            shard,
            intents,
            told: 0,
            log: VecDeque::new(),
            link: Some(link.clone()),
        };
        self.welcome(&mut session);
        self.sessions.all.push(session);
        Greeted::Session(id)
    }

    /// READY, and then each guild of the shard.
    fn welcome(&self, session: &mut Session) {
        let (shard, shards) = session.shard;
        let mine = |id: u64| (id >> 22) % shards == shard;
        let guilds = || self.guilds.values().filter(|guild| guild.invited && mine(guild.id));
        let listed = guilds().map(|guild| json!({"id": guild.id.to_string(), "unavailable": true}));
        let ready = json!({
            "v": 10,
            "user": self.person(self.bot).own_json(),
            "guilds": listed.collect::<Vec<_>>(),
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.gateway,
            "shard": [shard, shards],
            "application": {"id": self.bot.to_string(), "flags": 8_953_856},
            "private_channels": [],
            "relationships": [],
            "presences": [],
            "guild_join_requests": [],
            "geo_ordered_rtc_regions": [],
            "auth": {},
            "user_settings": {},
            "user_settings_proto": null,
            "_trace": ["[\"fake\",{\"micros\":1}]"],
        });
        session.tell("READY", &ready);
        if session.intents & intent::GUILDS == 0 {
            return;
        }
        for guild in guilds().filter(|guild| !guild.unavailable) {
            session.tell("GUILD_CREATE", &self.guild_create_json(guild));
        }
    }

    pub(crate) fn resume(&mut self, data: &Value, link: &UnboundedSender<Frame>) -> Greeted {
        if data["token"].as_str().map(bare) != Some(&self.token) {
            return Greeted::Refused(4004, "Authentication failed.");
        }
        let id = data["session_id"].as_str().unwrap_or_default();
        let found = self.sessions.all.iter_mut().find(|session| session.id == id);
        let Some(session) = found else { return Greeted::Invalid };
        let seen = data["seq"].as_u64().and_then(|seen| usize::try_from(seen).ok());
        let Some(missed) = seen.and_then(|seen| session.missed(seen)) else {
            return Greeted::Refused(4007, "Invalid `seq`.");
        };
        for frame in missed {
            let _ = link.send(Frame::Send(frame.clone()));
        }
        session.link = Some(link.clone());
        session.tell("RESUMED", &json!({"_trace": []}));
        self.sessions.resumed += 1;
        Greeted::Session(id.to_string())
    }
}

fn bare(token: &str) -> &str {
    token.strip_prefix("Bot ").unwrap_or(token)
}
