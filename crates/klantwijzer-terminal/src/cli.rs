//! The words on the command line. What people read of it is in the locales, by
//! [`wording`].

mod help;
mod wording;

pub use help::help_last;
pub use wording::{command, wrong_usage};

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use klantwijzer_core::customer::Role;
use klantwijzer_core::language::Language;
use klantwijzer_core::programme::Channel;
use klantwijzer_core::types::CustomerType;
use klantwijzer_desk::ImportOptions;
use klantwijzer_frontend::import::options;
use klantwijzer_frontend::{Fits, Place, day};
use klantwijzer_intake::{DateOrder, DecimalSign, FileKind};

/// Which customers deserve your attention, why, and when.
#[derive(Debug, Clone, Parser)]
#[command(name = "klantwijzer", version, about, propagate_version = true)]
pub struct Cli {
    /// Folder that the data is kept in
    #[arg(long, global = true, env = "KLANTWIJZER_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Whose data it is, when one folder serves several teams
    #[arg(long, global = true, default_value = "local", value_name = "NAME", value_parser = workspace)]
    pub workspace: String,
    /// Folder with the sector plugins
    #[arg(long, global = true, env = "KLANTWIJZER_PLUGINS", value_name = "DIR")]
    pub plugins: Option<PathBuf>,
    /// Language of the program: en or nl (questions are answered in their own)
    #[arg(long, global = true, value_name = "LANG", value_parser = language)]
    pub lang: Option<Language>,
    /// The day to look from, in place of today
    #[arg(long, global = true, value_parser = day, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Date>,
    /// Print one JSON object in place of text
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

impl Cli {
    /// Where the data and the plugins are, as far as that is stated.
    pub fn place(&self) -> Place {
        Place {
            data: self.data.clone(),
            plugins: self.plugins.clone(),
            workspace: self.workspace.clone(),
            as_of: self.as_of,
        }
    }
}

/// What to do.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Make a sample workspace, show it, and chat about it
    ///
    /// The sample goes into the folder that --data names, where that is empty,
    /// else into a temporary one.
    Demo,
    /// Ask one question after another
    Chat,
    /// Ask one question
    Ask {
        /// The question, in Dutch or English
        #[arg(required = true)]
        question: Vec<String>,
    },
    /// Import customers, invoices and the like from CSV or XLSX files
    Import(ImportArgs),
    /// List the imports, or undo one
    Imports {
        /// Undo this import, or the last one when no number is given
        #[arg(long, value_name = "NUMBER", num_args = 0..=1, default_missing_value = "0")]
        undo: Option<u32>,
    },
    /// Score every customer again and record it
    Review,
    /// Show one customer
    Customer {
        /// Its name or number
        #[arg(required = true)]
        name: Vec<String>,
    },
    /// Give a customer a type by hand
    Override(OverrideArgs),
    /// Record your judgement of a customer's potential
    Judge {
        /// Its name or number
        customer: String,
        /// From 0 (none) to 10 (very large)
        #[arg(value_parser = grade)]
        grade: u8,
    },
    /// Show whom to contact, and when
    Agenda(AgendaArgs),
    /// Note a contact that took place
    Log {
        /// The customer's name or number
        customer: String,
        /// How it took place
        #[arg(long, value_parser = channel, value_name = "CHANNEL")]
        channel: Channel,
        /// The day on which it took place; today by default
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD")]
        date: Option<Date>,
    },
    /// Show or change the settings of the workspace
    Settings {
        /// Change these, as NAME=VALUE; see `settings` for the names
        #[arg(value_name = "NAME=VALUE")]
        changes: Vec<String>,
    },
    /// The team's own definitions of a customer
    #[command(subcommand)]
    Definition(DefinitionCommand),
    /// The sector plugins
    #[command(subcommand)]
    Plugin(PluginCommand),
    /// Serve Discord: answer where the team works
    Run(RunArgs),
    /// Check that everything is in order, and say what to do
    Doctor(RunArgs),
    /// Show who did what, the last first
    Audit {
        /// Only what was done to this customer
        #[arg(long, value_name = "CUSTOMER")]
        customer: Option<String>,
        /// Only what came before the line with this number
        #[arg(long, value_name = "NUMBER")]
        before: Option<u32>,
        /// How many lines at most
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..))]
        most: u16,
    },
    /// What is held about a customer, and erasing it
    #[command(subcommand)]
    Privacy(PrivacyCommand),
    /// Write everything to one file
    Backup {
        /// The file to write
        file: PathBuf,
    },
    /// Fill an empty data folder from a backup
    Restore {
        /// The file to read
        file: PathBuf,
        /// Put what is in the data folder aside first, damaged or not
        #[arg(long)]
        set_aside: bool,
    },
    /// Write the portfolio to an XLSX or CSV file
    Export {
        /// The file to write; its name ends in .xlsx or .csv
        file: PathBuf,
    },
}

/// How the Discord bot is run.
#[derive(Debug, Clone, Args)]
pub struct RunArgs {
    /// The configuration file; see klantwijzer.toml for what it can say
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// What to import, and what the files do not say themselves.
#[derive(Debug, Clone, Default, Args)]
pub struct ImportArgs {
    /// The files
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Only show what would happen
    #[arg(long)]
    pub dry_run: bool,
    /// What the files hold
    #[arg(long, value_parser = options::kind, value_name = "KIND")]
    pub kind: Option<FileKind>,
    /// What a column means, as "HEADER=field"; can be repeated
    #[arg(long = "map", value_name = "HEADER=FIELD")]
    pub columns: Vec<String>,
    /// The day of every row, for files without dates
    #[arg(long, value_parser = day, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// The order of day and month: dmy or mdy
    #[arg(long, value_parser = options::date_order, value_name = "ORDER")]
    pub dates: Option<DateOrder>,
    /// The decimal sign: comma or point
    #[arg(long, value_parser = options::decimal, value_name = "SIGN")]
    pub decimal: Option<DecimalSign>,
    /// The currency of amounts that do not say theirs
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
    /// The sector plugin of every customer in the files
    #[arg(long = "sector-plugin", alias = "plugin", value_name = "ID")]
    pub plugin: Option<String>,
    /// The role of every customer in the files
    #[arg(long, value_parser = options::role, value_name = "ROLE")]
    pub role: Option<Role>,
}

impl ImportArgs {
    /// What is stated about the files.
    pub fn stated(&self) -> ImportOptions {
        ImportOptions {
            kind: self.kind,
            columns: self.columns.clone(),
            date: self.date,
            dates: self.dates,
            decimal: self.decimal,
            currency: self.currency.clone(),
            plugin: self.plugin.clone(),
            role: self.role,
        }
    }
}

/// Whom an agenda is about, and which days.
#[derive(Debug, Clone, Args)]
pub struct AgendaArgs {
    /// Only this customer, by its name or number
    #[arg(long, value_name = "NAME")]
    pub customer: Option<String>,
    /// Only customers of this account manager
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// The first day; by default all that is still to be done
    #[arg(long, value_parser = day, value_name = "YYYY-MM-DD")]
    pub from: Option<Date>,
    /// The last day; a week from today by default
    #[arg(long, value_parser = day, value_name = "YYYY-MM-DD")]
    pub until: Option<Date>,
    /// Only what is too late already
    #[arg(long)]
    pub late: bool,
}

/// A type given by hand.
#[derive(Debug, Clone, Args)]
pub struct OverrideArgs {
    /// The customer's name or number
    pub customer: String,
    /// strategic, large, development or transactional; none takes it away
    #[arg(value_parser = type_or_none, value_name = "TYPE")]
    pub customer_type: OverrideType,
    /// Why
    #[arg(long, default_value = "")]
    pub reason: String,
    /// The last day on which it holds; a year from now by default
    #[arg(long, value_parser = day, value_name = "YYYY-MM-DD")]
    pub until: Option<Date>,
}

/// A type, or none.
#[derive(Debug, Clone, Copy)]
pub struct OverrideType(pub Option<CustomerType>);

/// What to do with definitions.
#[derive(Debug, Clone, Subcommand)]
pub enum DefinitionCommand {
    /// Every definition with how many customers it counts
    List,
    /// Add one, or replace it
    Add {
        /// What you call it
        name: String,
        /// What holds for who counts, such as "invoices_total > 0 && net_revenue_12m > 1000.0"
        expression: String,
    },
    /// Take one away
    Remove {
        /// Its name
        name: String,
    },
}

/// What to do about a customer's privacy.
#[derive(Debug, Clone, Subcommand)]
pub enum PrivacyCommand {
    /// Print all that is held about a customer, as JSON
    Export {
        /// Its name or number
        customer: String,
    },
    /// Erase a customer for good
    Erase {
        /// Its name or number
        customer: String,
        /// Really do it
        #[arg(long)]
        yes: bool,
    },
    /// Let an erased customer come back with the next file
    Lift {
        /// The number or name that it had
        customer: String,
    },
}

/// What to do with plugins.
#[derive(Debug, Clone, Subcommand)]
pub enum PluginCommand {
    /// Which are loaded
    List,
    #[command(flatten)]
    /// What needs no data.
    Folder(PluginFolderCommand),
}

/// What to do with plugins that needs no data.
#[derive(Debug, Clone, Subcommand)]
pub enum PluginFolderCommand {
    /// Check that one keeps the rules
    Check {
        /// The plugin's file
        file: PathBuf,
    },
    /// Write a plugin of your own to start from
    New {
        /// Its id: lower-case letters, digits and hyphens
        name: String,
        /// Folder of the crate klantwijzer-plugin, where it is not found
        #[arg(long, value_name = "DIR")]
        sdk: Option<PathBuf>,
    },
    /// Check one and put it in the plugin folder
    Add {
        /// The plugin's file
        file: PathBuf,
    },
    /// Take one out of the plugin folder
    Remove {
        /// The plugin's id
        id: String,
    },
}

fn language(code: &str) -> Result<Language, Fits> {
    Language::from_code(code).ok_or_else(|| Fits::words(Language::ALL.map(Language::code)))
}

fn workspace(name: &str) -> Result<String, Fits> {
    let is_name = !name.trim().is_empty() && !name.contains(char::is_control);
    is_name.then(|| name.to_owned()).ok_or(Fits::Name)
}

fn channel(id: &str) -> Result<Channel, Fits> {
    let dutch = || Channel::ALL.into_iter().zip(DUTCH_CHANNELS).find(|(_, word)| *word == id);
    let found = Channel::from_id(id).or_else(|| Some(dutch()?.0));
    found.ok_or_else(|| Fits::words(Channel::ALL.map(Channel::id)))
}

fn grade(text: &str) -> Result<u8, Fits> {
    text.parse().ok().filter(|grade| *grade <= 10).ok_or(Fits::Number(0, 10))
}

/// The channels by their Dutch words, in the order of [`Channel::ALL`].
const DUTCH_CHANNELS: [&str; 9] = [
    "bezoek",
    "gesprek",
    "workshop",
    "evenement",
    "voorstel",
    "persoonlijk",
    "telefoon",
    "mail",
    "intern",
];

/// The types by their Dutch words, in the order of [`CustomerType::ALL`].
const DUTCH_TYPES: [&str; 4] = ["strategisch", "groot", "ontwikkeling", "transactioneel"];

fn type_or_none(id: &str) -> Result<OverrideType, Fits> {
    if id == "none" || id == "geen" {
        return Ok(OverrideType(None));
    }
    let by_dutch = DUTCH_TYPES.iter().position(|word| *word == id);
    by_dutch
        .and_then(|place| CustomerType::ALL.get(place).copied())
        .or_else(|| CustomerType::from_id(id))
        .map(|found| OverrideType(Some(found)))
        .ok_or_else(|| {
            let english = CustomerType::ALL.map(CustomerType::id);
            Fits::words(english.into_iter().chain(["none"]).chain(DUTCH_TYPES).chain(["geen"]))
        })
}
