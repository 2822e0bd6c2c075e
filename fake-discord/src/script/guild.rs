use serde_json::json;

use super::channel::Channel;
use super::member::Member;
use super::{Discord, channel};
use crate::world::guild::{Guild as Kept, Membership, Role};
use crate::world::permission::EVERYONE;
use crate::world::person::Person;

/// A guild, as those see it who run it.
#[derive(Clone)]
pub struct Guild {
    discord: Discord,
    id: u64,
}

impl Guild {
    pub(super) fn found(discord: &Discord, name: &str) -> Self {
        let id = discord.shared().change(|world| {
            let owner = world.snowflakes.next();
            world.people.insert(owner, Person::new(owner, &format!("Owner of {name}")));
            let id = world.snowflakes.next();
            let mut guild = Kept::new(id, name, owner, world.bot);
            guild.roles.push(Role {
                id: world.snowflakes.next(),
                name: "Klantwijzer".into(),
                permissions: 0,
                of_bot: Some(world.bot),
            });
            world.guilds.insert(id, guild);
            world.tell_guild_create(id);
            id
        });
        Self { discord: discord.clone(), id }
    }

    pub(super) fn known(discord: &Discord, id: u64) -> Self {
        Self { discord: discord.clone(), id }
    }

    /// The guild's id.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// A member by name, who joins when there is none.
    pub fn member(&self, name: &str) -> Member {
        let id = self.discord.shared().change(|world| {
            let members = &world.guilds[&self.id].members;
            let known = members.iter().find(|member| world.people[&member.user].name == name);
            if let Some(known) = known {
                return known.user;
            }
            let id = world.snowflakes.next();
            world.people.insert(id, Person::new(id, name));
            id
        });
        self.welcome(id)
    }

    /// The one who made the guild, and may do everything in it.
    pub fn owner(&self) -> Member {
        let owner = self.discord.shared().read(|world| world.guilds[&self.id].owner);
        Member::new(&self.discord, Some(self.id), owner)
    }

    /// A person of another guild joins this one too.
    pub fn invite(&self, person: &Member) -> Member {
        self.welcome(person.id())
    }

    fn welcome(&self, user: u64) -> Member {
        self.change(|guild| {
            if guild.member(user).is_none() {
                guild.members.push(Membership { user, roles: Vec::new() });
            }
        });
        Member::new(&self.discord, Some(self.id), user)
    }

    /// A text channel by name, made when there is none.
    pub fn channel(&self, name: &str) -> Channel {
        let id = self.discord.shared().change(|world| {
            let mut known = world.channels.values();
            let named =
                known.find(|channel| channel.guild == Some(self.id) && channel.name == name);
            if let Some(channel) = named {
                return channel.id;
            }
            let id = world.snowflakes.next();
            let made = channel::text(id, self.id, name);
            let event = world.channel_json(&made);
            world.channels.insert(id, made);
            world.tell_guild(self.id, "CHANNEL_CREATE", &event);
            id
        });
        Channel::new(&self.discord, id)
    }

    /// The id of a role by name, which is made when there is none.
    pub fn role(&self, name: &str) -> u64 {
        self.discord.shared().change(|world| {
            let roles = &world.guilds[&self.id].roles;
            if let Some(role) = roles.iter().find(|role| role.name == name) {
                return role.id;
            }
            let role = Role {
                id: world.snowflakes.next(),
                name: name.into(),
                permissions: EVERYONE,
                of_bot: None,
            };
            let id = role.id;
            if let Some(guild) = world.guilds.get_mut(&self.id) {
                guild.roles.push(role);
            }
            world.tell_role(self.id, id, "GUILD_ROLE_CREATE");
            id
        })
    }

    /// A role gets exactly these permissions.
    pub fn allow(&self, role: &str, permissions: u64) {
        let id = self.role(role);
        self.change(|guild| {
            let role = guild.roles.iter_mut().find(|role| role.id == id);
            role.expect("the role was made").permissions = permissions;
        });
        self.discord.shared().change(|world| world.tell_role(self.id, id, "GUILD_ROLE_UPDATE"));
    }

    /// The language that the guild prefers.
    #[must_use]
    pub fn in_language(self, locale: &str) -> Self {
        self.change(|guild| guild.locale = locale.into());
        self
    }

    /// Discord cannot reach the guild for a while; the bot is still in it.
    pub fn becomes_unavailable(&self) {
        self.change(|guild| guild.unavailable = true);
        self.discord.shared().change(|world| world.tell_guild_delete(self.id, true));
    }

    /// Discord reaches the guild again.
    pub fn comes_back(&self) {
        self.change(|guild| guild.unavailable = false);
        self.discord.shared().change(|world| world.tell_guild_create(self.id));
    }

    /// Somebody throws the bot out.
    pub fn removes_bot(&self) {
        self.change(|guild| guild.invited = false);
        self.discord.shared().change(|world| world.tell_guild_delete(self.id, false));
    }

    /// Somebody invites the bot again.
    pub fn invites_bot(&self) {
        self.change(|guild| guild.invited = true);
        self.discord.shared().change(|world| world.tell_guild_create(self.id));
    }

    fn change(&self, act: impl FnOnce(&mut Kept)) {
        self.discord.shared().change(|world| {
            act(world.guilds.get_mut(&self.id).expect("a guild that the world made"));
        });
    }
}

impl crate::world::World {
    fn tell_role(&mut self, guild: u64, role: u64, name: &str) {
        let kept = &self.guilds[&guild];
        let role = kept.roles.iter().find(|own| own.id == role).expect("the role was made");
        let event = json!({"guild_id": guild.to_string(), "role": kept.role_json(role)});
        self.tell_guild(guild, name, &event);
    }
}
