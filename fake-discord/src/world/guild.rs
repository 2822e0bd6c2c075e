use serde_json::{Value, json};

use super::World;
use super::permission::{ADMINISTRATOR, ALL, EVERYONE};
use super::snowflake::moment;

/// A Discord server.
pub(crate) struct Guild {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) owner: u64,
    pub(crate) locale: String,
    pub(crate) roles: Vec<Role>,
    pub(crate) members: Vec<Membership>,
    /// Who is in a voice channel.
    pub(crate) in_voice: Vec<u64>,
    /// Discord itself cannot reach the guild.
    pub(crate) unavailable: bool,
    /// The bot is in the guild.
    pub(crate) invited: bool,
}

/// A role in a guild; the one with the guild's id is @everyone.
#[derive(Clone)]
pub(crate) struct Role {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) permissions: u64,
    /// The bot that Discord made it for, when that joined.
    pub(crate) of_bot: Option<u64>,
}

/// A person in a guild.
#[derive(Clone)]
pub(crate) struct Membership {
    pub(crate) user: u64,
    pub(crate) roles: Vec<u64>,
}

impl Guild {
    pub(crate) fn new(id: u64, name: &str, owner: u64, bot: u64) -> Self {
        let everyone = Role { id, name: "@everyone".into(), permissions: EVERYONE, of_bot: None };
        let members =
            [owner, bot].map(|user| Membership { user, roles: Vec::new() }).into_iter().collect();
        Self {
            id,
            name: name.into(),
            owner,
            locale: "en-GB".into(),
            roles: vec![everyone],
            members,
            in_voice: Vec::new(),
            unavailable: false,
            invited: true,
        }
    }

    pub(crate) fn member(&self, user: u64) -> Option<&Membership> {
        self.members.iter().find(|member| member.user == user)
    }

    /// What a member may do in the guild: by their roles, as administrator or as owner.
    pub(crate) fn permissions(&self, user: u64) -> u64 {
        let Some(member) = self.member(user) else { return 0 };
        if user == self.owner {
            return ALL;
        }
        let held = |role: &&Role| role.id == self.id || member.roles.contains(&role.id);
        let bits = self.roles.iter().filter(held).fold(0, |bits, role| bits | role.permissions);
        if bits & ADMINISTRATOR != 0 { ALL } else { bits }
    }

    pub(crate) fn role_json(&self, role: &Role) -> Value {
        let place = self.roles.iter().position(|other| other.id == role.id).unwrap_or(0);
        let mut json = json!({
            "id": role.id.to_string(),
            "name": role.name,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
            "hoist": false,
            "icon": null,
            "unicode_emoji": null,
            "position": place,
            "permissions": role.permissions.to_string(),
            "managed": role.of_bot.is_some(),
            "mentionable": false,
            "flags": 0,
        });
        if let Some(bot) = role.of_bot {
            json["tags"] = json!({"bot_id": bot.to_string()});
        }
        json
    }

    pub(crate) fn roles_json(&self) -> Vec<Value> {
        self.roles.iter().map(|role| self.role_json(role)).collect()
    }

    /// What the HTTP interface tells about a guild.
    pub(crate) fn json(&self) -> Value {
        json!({
            "id": self.id.to_string(),
            "name": self.name,
            "icon": null,
            "icon_hash": null,
            "splash": null,
            "discovery_splash": null,
            "home_header": null,
            "owner_id": self.owner.to_string(),
            "afk_channel_id": null,
            "afk_timeout": 300,
            "widget_enabled": false,
            "widget_channel_id": null,
            "verification_level": 1,
            "default_message_notifications": 1,
            "explicit_content_filter": 0,
            "roles": self.roles_json(),
            "emojis": [],
            "features": [],
            "mfa_level": 0,
            "application_id": null,
            "system_channel_id": null,
            "system_channel_flags": 0,
            "rules_channel_id": null,
            "max_presences": null,
            "max_members": 500_000,
            "vanity_url_code": null,
            "description": null,
            "banner": null,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "preferred_locale": self.locale,
            "public_updates_channel_id": null,
            "max_video_channel_users": 25,
            "max_stage_video_channel_users": 50,
            "nsfw": false,
            "nsfw_level": 0,
            "stickers": [],
            "premium_progress_bar_enabled": false,
            "safety_alerts_channel_id": null,
            "incidents_data": null,
            "hub_type": null,
            "latest_onboarding_question_id": null,
            "region": "rotterdam",
        })
    }
}

impl World {
    pub(crate) fn member_json(&self, guild: &Guild, member: &Membership) -> Value {
        let roles: Vec<String> = member.roles.iter().map(u64::to_string).collect();
        json!({
            "user": self.person(member.user).json(),
            "nick": null,
            "avatar": null,
            "banner": null,
            "avatar_decoration_data": null,
            "collectibles": null,
            "roles": roles,
            "joined_at": moment(guild.id),
            "premium_since": null,
            "unusual_dm_activity_until": null,
            "deaf": false,
            "mute": false,
            "flags": 0,
            "pending": false,
            "communication_disabled_until": null,
        })
    }

    /// What GUILD_CREATE tells: without the privileged intents, as members only the bot itself
    /// and who is in a voice channel.
    pub(crate) fn guild_create_json(&self, guild: &Guild) -> Value {
        let mut json = guild.json();
        let told = std::iter::once(&self.bot).chain(&guild.in_voice);
        let told = told.filter_map(|user| guild.member(*user));
        let of_guild = |thread: bool| {
            let channels = self.channels.values().filter(move |channel| {
                channel.guild == Some(guild.id) && channel.is_thread() == thread
            });
            channels.map(|channel| self.channel_json(channel)).collect::<Vec<_>>()
        };
        json["joined_at"] = moment(guild.id).into();
        json["large"] = false.into();
        json["unavailable"] = false.into();
        json["member_count"] = guild.members.len().into();
        json["members"] = told.map(|member| self.member_json(guild, member)).collect();
        json["channels"] = of_guild(false).into();
        json["threads"] = of_guild(true).into();
        for empty in ["voice_states", "presences", "stage_instances", "guild_scheduled_events"] {
            json[empty] = json!([]);
        }
        json["soundboard_sounds"] = json!([]);
        json
    }
}
