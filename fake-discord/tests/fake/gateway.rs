//! The gateway, frame by frame: what it tells, and when it closes.

use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use klantwijzer_fake_discord::{Discord, permission};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;

const GUILDS: u64 = 1;
const MESSAGES: u64 = 1 << 9;
const CONTENT: u64 = 1 << 15;

/// One connection, written and read by hand.
struct Line {
    runtime: Runtime,
    socket: WebSocketStream<TcpStream>,
}

/// What came from the gateway.
#[derive(Debug, PartialEq)]
enum Heard {
    Frame(Value),
    Closed(u16),
    Silence,
}

impl Line {
    fn open(discord: &Discord) -> Self {
        let runtime = Runtime::new().expect("threads");
        let address = discord.gateway_address();
        let socket = runtime.block_on(async {
            let stream = TcpStream::connect(&address).await.expect("it listens");
            let url = format!("ws://{address}/?v=10&encoding=json");
            tokio_tungstenite::client_async(url, stream).await.expect("it greets").0
        });
        let mut line = Self { runtime, socket };
        let hello = line.frame();
        assert_eq!(hello["op"], 10);
        assert!(hello["d"]["heartbeat_interval"].as_u64() > Some(1_000));
        line
    }

    fn send(&mut self, text: &str) {
        let packet = Message::Text(text.into());
        self.runtime.block_on(self.socket.send(packet)).expect("it is open");
    }

    fn say(&mut self, op: u64, data: &Value) {
        self.send(&json!({"op": op, "d": data}).to_string());
    }

    fn hear(&mut self) -> Heard {
        let next =
            async { tokio::time::timeout(Duration::from_millis(500), self.socket.next()).await };
        match self.runtime.block_on(next) {
            Err(_) => Heard::Silence,
            Ok(Some(Ok(Message::Text(text)))) => {
                Heard::Frame(serde_json::from_str(&text).expect("JSON"))
            }
            Ok(Some(Ok(Message::Close(Some(frame))))) => Heard::Closed(frame.code.into()),
            Ok(other) => panic!("a frame: {other:?}"),
        }
    }

    fn frame(&mut self) -> Value {
        match self.hear() {
            Heard::Frame(frame) => frame,
            other => panic!("a frame: {other:?}"),
        }
    }

    fn closed(&mut self) -> u16 {
        match self.hear() {
            Heard::Closed(code) => code,
            other => panic!("it closes: {other:?}"),
        }
    }

    /// Begins a session; READY is the answer when all is well.
    fn identify(&mut self, discord: &Discord, intents: u64, shard: [u64; 2]) -> Heard {
        let properties = json!({"os": "linux", "browser": "test", "device": "test"});
        let token = discord.token();
        let data = json!({"token": token, "intents": intents, "shard": shard,
            "properties": properties});
        self.say(2, &data);
        self.hear()
    }

    fn ready(&mut self, discord: &Discord, intents: u64) -> Value {
        match self.identify(discord, intents, [0, 1]) {
            Heard::Frame(ready) if ready["t"] == "READY" => ready,
            other => panic!("READY: {other:?}"),
        }
    }
}

#[test]
fn a_session_begins_with_ready_and_the_guilds() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    guild.channel("sales").thread("a thread");
    let away = discord.guild("Away");
    away.becomes_unavailable();
    let mut line = Line::open(&discord);
    let ready = line.ready(&discord, GUILDS);
    assert_eq!(ready["s"], 1);
    let url = ready["d"]["resume_gateway_url"].as_str().expect("an address");
    assert!(url.starts_with("ws://127.0.0.1:"), "{url}");
    assert_eq!(ready["d"]["guilds"].as_array().map(Vec::len), Some(2));
    let told = line.frame();
    assert_eq!((&told["t"], &told["d"]["name"]), (&json!("GUILD_CREATE"), &json!("Acme")));
    assert_eq!(told["d"]["threads"][0]["name"], "a thread");
    let members = told["d"]["members"].as_array().expect("members");
    assert_eq!(members.len(), 1, "without the privileged intent there is only the bot");
    assert!(told["d"]["roles"][0]["colors"].is_object());
    assert_eq!(line.hear(), Heard::Silence, "nothing of a guild that is away");
    away.comes_back();
    assert_eq!(line.frame()["d"]["name"], "Away");
    guild.allow("Sales", permission::MANAGE_GUILD);
    assert_eq!(line.frame()["t"], "GUILD_ROLE_CREATE");
    assert_eq!(line.frame()["d"]["role"]["permissions"], "32");
    line.say(1, &json!(4));
    assert_eq!(line.frame()["op"], 11);
}

#[test]
fn a_bad_greeting_closes_with_its_code() {
    let discord = Discord::start();
    let start = || Line::open(&discord);
    let mut wrong = start();
    wrong.say(2, &json!({"token": "wrong", "intents": 1, "properties": {}}));
    assert_eq!(wrong.closed(), 4004);
    let codes = [
        (start().identify(&discord, GUILDS | CONTENT, [0, 1]), 4014),
        (start().identify(&discord, 1 << 40, [0, 1]), 4013),
        (start().identify(&discord, GUILDS, [2, 2]), 4010),
    ];
    for (heard, code) in codes {
        assert_eq!(heard, Heard::Closed(code));
    }
    let mut garbled = start();
    garbled.send("{");
    assert_eq!(garbled.closed(), 4002);
    for (op, code) in [(3, 4003), (99, 4001)] {
        let mut line = start();
        line.say(op, &json!({}));
        assert_eq!(line.closed(), code);
    }
    let mut twice = start();
    twice.ready(&discord, 0);
    assert_eq!(twice.identify(&discord, 0, [0, 1]), Heard::Closed(4005));
    let mut hasty = start();
    (0..120).for_each(|_| hasty.say(1, &Value::Null));
    (0..120).for_each(|_| drop(hasty.frame()));
    hasty.say(1, &Value::Null);
    assert_eq!(hasty.closed(), 4008);
}

#[test]
fn a_session_is_resumed_from_where_it_was() {
    let discord = Discord::start();
    let mut line = Line::open(&discord);
    let session = line.ready(&discord, GUILDS)["d"]["session_id"].clone();
    drop(line);
    discord.wait_until_gone();
    discord.guild("Meanwhile");
    let resume = |seen: u64, session: &Value| {
        let mut line = Line::open(&discord);
        let token = discord.token();
        line.say(6, &json!({"token": token, "session_id": session, "seq": seen}));
        line
    };
    let mut back = resume(1, &session);
    assert_eq!(back.frame()["d"]["name"], "Meanwhile");
    let resumed = back.frame();
    assert_eq!((&resumed["t"], &resumed["s"]), (&json!("RESUMED"), &json!(3)));
    drop(back);
    discord.wait_until_gone();
    assert_eq!(resume(99, &session).closed(), 4007, "events that never were");
    let mut unknown = resume(1, &json!("no such session"));
    let invalid = unknown.frame();
    assert_eq!((&invalid["op"], &invalid["d"]), (&json!(9), &json!(false)));
    unknown.ready(&discord, GUILDS);
}

#[test]
fn content_is_told_only_to_those_it_is_for() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna"), guild.channel("sales"));
    let heard = |intents: u64| {
        let mut line = Line::open(&discord);
        line.ready(&discord, intents);
        anna.says(&sales, "a secret");
        anna.says(&sales, "@bot a question");
        (line.frame()["d"]["content"].clone(), line.frame()["d"]["content"].clone())
    };
    let mention = json!(format!("<@{}> a question", discord.bot()));
    assert_eq!(heard(MESSAGES), (json!(""), mention.clone()));
    discord.faults().grant_intents(CONTENT);
    assert_eq!(heard(MESSAGES | CONTENT), (json!("a secret"), mention));
    let mut deaf = Line::open(&discord);
    deaf.ready(&discord, 0);
    anna.says(&sales, "@bot");
    assert_eq!(deaf.hear(), Heard::Silence, "without the intent nothing is told");
}

#[test]
fn each_shard_hears_of_its_own_guilds() {
    let discord = Discord::start();
    discord.recommend_shards(2);
    let (mut first, mut second) = (Line::open(&discord), Line::open(&discord));
    for (line, number) in [(&mut first, 0), (&mut second, 1)] {
        assert!(matches!(line.identify(&discord, GUILDS, [number, 2]), Heard::Frame(_)));
    }
    discord.wait_until_connected(2);
    for _ in 0..4 {
        // Ids made in one millisecond belong to one shard.
        std::thread::sleep(Duration::from_millis(2));
        let guild = discord.guild("Acme");
        let (own, other) = match (guild.id() >> 22) % 2 {
            0 => (&mut first, &mut second),
            _ => (&mut second, &mut first),
        };
        assert_eq!(own.frame()["d"]["id"], guild.id().to_string());
        assert_eq!(other.hear(), Heard::Silence);
    }
}
