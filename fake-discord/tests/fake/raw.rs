use klantwijzer_fake_discord::{Channel, Discord, Exchange, Guild, Member};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::client::reqwest_client;

/// Requests written by hand, with a guild, a channel and a person to have them about.
pub(super) struct Raw {
    pub(super) discord: Discord,
    pub(super) guild: Guild,
    pub(super) channel: Channel,
    pub(super) anna: Member,
    client: reqwest::Client,
    runtime: Runtime,
}

/// A status and the JSON with it.
pub(super) type Answer = (u16, Value);

impl Raw {
    pub(super) fn new() -> Self {
        let discord = Discord::start();
        discord.faults().limit_globally(10_000);
        let guild = discord.guild("Acme");
        let (channel, anna) = (guild.channel("sales"), guild.member("Anna"));
        let client = reqwest_client(&discord);
        let runtime = Runtime::new().expect("threads");
        Self { discord, guild, channel, anna, client, runtime }
    }

    pub(super) fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        let token = self.discord.token();
        self.send_as(Some(&token), method, path, body)
    }

    pub(super) fn send_as(
        &self,
        token: Option<&str>,
        method: &str,
        path: &str,
        body: &Value,
    ) -> Answer {
        let request = self.request(token, method, path);
        let request = match body {
            Value::Null => request,
            body => request.header("content-type", "application/json").body(body.to_string()),
        };
        self.answer(request)
    }

    /// A body with files, in the form that Discord takes.
    pub(super) fn upload(&self, path: &str, body: &Value, files: &[(&str, &[u8])]) -> Answer {
        let mut form = b"--edge\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\
            Content-Type: application/json\r\n\r\n"
            .to_vec();
        form.extend(body.to_string().bytes());
        for (number, (name, bytes)) in files.iter().enumerate() {
            let head = format!(
                "\r\n--edge\r\nContent-Disposition: form-data; name=\"files[{number}]\"; \
                 filename=\"{name}\"\r\n\r\n"
            );
            form.extend(head.bytes());
            form.extend(*bytes);
        }
        form.extend(b"\r\n--edge--\r\n");
        let token = self.discord.token();
        let request = self.request(Some(&token), "POST", path);
        self.answer(request.header("content-type", "multipart/form-data; boundary=edge").body(form))
    }

    pub(super) fn messages(&self) -> String {
        format!("/channels/{}/messages", self.channel.id())
    }

    pub(super) fn commands(&self) -> String {
        format!("/applications/{}/commands", self.discord.bot())
    }

    /// An interaction of this kind that waits for its callback, and the path of that.
    pub(super) fn waiting(&self, kind: u64) -> (Exchange, String) {
        let data = json!({"id": "1", "name": "ask", "type": 1, "custom_id": "x"});
        let keys = json!({"type": kind, "data": data});
        let exchange = self.discord.forge(&self.anna, &self.channel, &keys);
        let (id, token) = exchange.key();
        (exchange, format!("/interactions/{id}/{token}/callback"))
    }

    /// The path of the messages that follow an interaction's first answer.
    pub(super) fn webhook(&self, exchange: &Exchange) -> String {
        format!("/webhooks/{}/{}", self.discord.bot(), exchange.key().1)
    }

    fn request(&self, token: Option<&str>, method: &str, path: &str) -> reqwest::RequestBuilder {
        let method = method.parse().expect("a method");
        let request = self.client.request(method, format!("https://discord.com/api/v10{path}"));
        match token {
            Some(token) => request.header("authorization", format!("Bot {token}")),
            None => request,
        }
    }

    fn answer(&self, request: reqwest::RequestBuilder) -> Answer {
        self.runtime.block_on(async {
            let answer = request.send().await.expect("an answer");
            let status = answer.status().as_u16();
            let text = answer.text().await.expect("a body");
            (status, serde_json::from_str(&text).unwrap_or(Value::Null))
        })
    }
}
