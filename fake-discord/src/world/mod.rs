//! What exists on the fake Discord.

pub(crate) mod absence;
pub(crate) mod channel;
pub(crate) mod command;
pub(crate) mod event;
pub(crate) mod file;
pub(crate) mod guild;
pub(crate) mod interaction;
pub(crate) mod message;
pub mod permission;
pub(crate) mod person;
pub(crate) mod snowflake;

use std::collections::{BTreeMap, HashMap};

use base64::Engine as _;

use super::gateway::session::Sessions;
use super::rest::fault::FaultPlan;
use super::rest::limit::Limits;
use super::rest::record::Record;
use channel::Channel;
use command::Commands;
use file::File;
use guild::Guild;
use interaction::Interaction;
use message::Message;
use person::Person;
use snowflake::Snowflakes;

/// Everything that exists, by id.
pub(crate) struct World {
    pub(crate) snowflakes: Snowflakes,
    /// The bot's user; Discord gives an application and its bot user the same id today.
    pub(crate) bot: u64,
    pub(crate) token: String,
    pub(crate) people: BTreeMap<u64, Person>,
    pub(crate) guilds: BTreeMap<u64, Guild>,
    pub(crate) channels: BTreeMap<u64, Channel>,
    pub(crate) messages: BTreeMap<u64, Message>,
    pub(crate) interactions: BTreeMap<u64, Interaction>,
    /// The interactions by their token.
    pub(crate) tokens: HashMap<String, u64>,
    pub(crate) files: BTreeMap<u64, File>,
    pub(crate) commands: Commands,
    pub(crate) sessions: Sessions,
    pub(crate) record: Record,
    pub(crate) faults: FaultPlan,
    pub(crate) limits: Limits,
    /// The address of the gateway, as the bot is told.
    pub(crate) gateway: String,
}

impl World {
    pub(crate) fn new(gateway: String) -> Self {
        let mut snowflakes = Snowflakes::default();
        let bot = snowflakes.next();
        let name = base64::engine::general_purpose::STANDARD_NO_PAD.encode(bot.to_string());
        let mut people = BTreeMap::new();
        people.insert(bot, Person::bot(bot));
        Self {
            snowflakes,
            bot,
            token: format!("{name}.Gfake0.a-token-of-the-fake-discord-x0123456789"),
            people,
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            messages: BTreeMap::new(),
            interactions: BTreeMap::new(),
            tokens: HashMap::new(),
            files: BTreeMap::new(),
            commands: Commands::default(),
            sessions: Sessions::default(),
            record: Record::default(),
            faults: FaultPlan::default(),
            limits: Limits::default(),
            gateway,
        }
    }

    pub(crate) fn person(&self, id: u64) -> &Person {
        self.people.get(&id).expect("a person that the world made")
    }
}
