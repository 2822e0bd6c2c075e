//! Discord as bare as it may be: each field that it need not send is left out once, of all that
//! the bot is told and answered while people ask and press.

use std::collections::BTreeSet;

use klantwijzer_fake_discord::{Channel, Discord, Guild, Member};
use serde_json::Value;

use super::first_day::import;
use super::harness::{Home, Service};
use crate::harness::CUSTOMERS;

const QUESTION: &str = "how many customers do we have?";

/// What Discord always sends, by its documentation; the last parts of a path count.
const USER: [&str; 4] = ["id", "username", "discriminator", "avatar"];
const MEMBER: [&str; 7] = [
    "user",
    "roles",
    "joined_at",
    "deaf",
    "mute",
    "flags",
    // Not always, but with every interaction.
    "permissions",
];
const MESSAGE: [&str; 16] = [
    "id",
    "channel_id",
    "author",
    "content",
    "timestamp",
    "edited_timestamp",
    "tts",
    "mention_everyone",
    "mentions",
    "mention_roles",
    "attachments",
    "embeds",
    "pinned",
    "type",
    // Not always, but with every message in a server and every reply.
    "guild_id",
    "message_reference",
];
const INTERACTION: [&str; 14] = [
    "id",
    "application_id",
    "type",
    "data",
    "guild_id",
    "channel_id",
    "member",
    "user",
    "token",
    "version",
    "message",
    "app_permissions",
    "locale",
    "entitlements",
];
const CHANNEL: [&str; 2] = ["id", "type"];
const ROLE: [&str; 8] =
    ["id", "name", "color", "hoist", "position", "permissions", "managed", "mentionable"];
const GUILD: [&str; 25] = [
    "id",
    "name",
    "icon",
    "splash",
    "discovery_splash",
    "owner_id",
    "afk_channel_id",
    "afk_timeout",
    "verification_level",
    "default_message_notifications",
    "explicit_content_filter",
    "roles",
    "emojis",
    "features",
    "mfa_level",
    "application_id",
    "system_channel_id",
    "system_channel_flags",
    "rules_channel_id",
    "vanity_url_code",
    "description",
    "banner",
    "premium_tier",
    "preferred_locale",
    "channels",
];

/// What is always there within an object, by where it stands.
fn always(place: &str) -> &'static [&'static str] {
    let inside = place.rsplit('/').find(|part| *part != "*").unwrap_or_default();
    match inside {
        "author" | "user" | "mentions" => &USER,
        "member" => &MEMBER,
        "message" | "MESSAGE_CREATE" | "referenced_message" => &MESSAGE,
        "message_reference" => &["message_id", "channel_id"],
        "INTERACTION_CREATE" => &INTERACTION,
        "data" => &["id", "name", "type", "options", "custom_id", "component_type", "values"],
        "channel" | "channels" => &CHANNEL,
        "roles" => &ROLE,
        "GUILD_CREATE" => &GUILD,
        _ => &[],
    }
}

/// The paths of all fields of a payload that may be absent.
fn optional(value: &Value, path: &str, kind: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let below = format!("{path}/{field}");
                if !always(&format!("{kind}{path}")).contains(&field.as_str()) {
                    found.insert(below.clone());
                }
                optional(value, &below, kind, found);
            }
        }
        Value::Array(all) => {
            for one in all {
                optional(one, &format!("{path}/*"), kind, found);
            }
        }
        _ => {}
    }
}

struct Stage {
    discord: Discord,
    guild: Guild,
    anna: Member,
    open: Channel,
    closed: Channel,
    _bot: Service,
    _home: Home,
}

fn stage() -> Stage {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, open) = (guild.member("Anna").admin(), guild.channel("open"));
    let closed = guild.channel("closed");
    let home = Home::new();
    let bot = home.open(&discord);
    import(&anna, &closed, CUSTOMERS);
    let allowed = format!("/settings change name:team.allowed_channels value:{}", open.id());
    anna.slash(&closed, &allowed).message();
    Stage { discord, guild, anna, open, closed, _bot: bot, _home: home }
}

impl Stage {
    /// Leaves out each optional field of what was told last in turn, and has people do this.
    fn walk(&self, kind: &str, what: impl Fn(&Self, &str)) {
        what(self, "as usual");
        let mut fields = BTreeSet::new();
        optional(&self.discord.told(kind), "", kind, &mut fields);
        assert!(fields.len() >= 10, "{kind}: {fields:?}");
        for field in &fields {
            self.discord.faults().leaves_out(kind, field);
            what(self, &format!("{kind} without {field}"));
            self.discord.faults().leaves_nothing_out();
        }
        self.discord.assert_no_refusals();
    }

    fn counts(text: &str, how: &str) {
        assert!(text.contains('5'), "{how}: {text}");
    }
}

#[test]
fn a_question_needs_only_what_discord_always_tells_of_it() {
    let stage = stage();
    stage.walk("MESSAGE_CREATE", |stage, how| {
        let mention = stage.anna.says(&stage.open, &format!("@bot {QUESTION}"));
        Stage::counts(&mention.text(), how);
        Stage::counts(&stage.anna.direct(QUESTION).text(), how);
        let reply = stage.anna.replies(&mention.message(), &format!("@bot {QUESTION}"));
        Stage::counts(&reply.text(), how);
    });
}

#[test]
fn a_command_and_a_press_need_only_what_discord_always_tells_of_them() {
    let stage = stage();
    let closed = stage.anna.says(&stage.closed, &format!("@bot {QUESTION}"));
    stage.walk("INTERACTION_CREATE", |stage, how| {
        Stage::counts(
            &stage.anna.slash(&stage.open, &format!("/ask question:{QUESTION}")).text(),
            how,
        );
        Stage::counts(&closed.press("Show me").text(), how);
    });
}

#[test]
fn a_server_needs_only_what_discord_always_tells_of_it() {
    let stage = stage();
    stage.walk("GUILD_CREATE", |stage, how| {
        stage.guild.becomes_unavailable();
        stage.guild.comes_back();
        let asked = stage.anna.says(&stage.open, &format!("@bot {QUESTION}"));
        Stage::counts(&asked.text(), how);
        Stage::counts(&stage.anna.direct(QUESTION).text(), how);
    });
}
