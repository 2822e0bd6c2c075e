//! The configuration file of the bot; `dist/klantwijzer.toml` describes every
//! option.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use klantwijzer_frontend::Place;
use klantwijzer_text::{Failure, Texts, errors, fail};
use serde::Deserialize;
use tracing_subscriber::EnvFilter;

/// Where the configuration is looked for when the person names no file.
const USUAL_FILE: &str = "/etc/klantwijzer/klantwijzer.toml";

/// How the bot is run. Every part has a default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The connection with Discord.
    pub discord: Connection,
    /// Where the data and the plugins are.
    pub folders: Folders,
    /// What the bot tells about itself.
    pub service: Service,
    /// What it may use.
    pub limits: Limits,
}

/// The connection with Discord.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Connection {
    /// A file that holds the token and nothing else.
    pub token_file: Option<PathBuf>,
    /// Where Discord is reached in place of its own addresses.
    pub connect_to: Option<SocketAddr>,
    /// A certificate (PEM) to trust beside the usual ones.
    pub root_certificate: Option<PathBuf>,
}

/// Where things are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Folders {
    /// The data; `--data` goes first.
    pub data: Option<PathBuf>,
    /// The plugins; `--plugins` goes first.
    pub plugins: Option<PathBuf>,
}

/// Health, metrics and logs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Service {
    /// Where `/health` and `/metrics` are served; nowhere when empty.
    pub listen: String,
    /// What is logged, as a filter of `tracing`.
    pub log: String,
    /// How log lines are written.
    pub log_format: LogFormat,
}

impl Default for Service {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:9464".to_owned(),
            log: "info,serenity=warn,poise=warn".to_owned(),
            log_format: LogFormat::Text,
        }
    }
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// What the bot may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Servers whose customers are held in memory at the same time.
    pub servers_in_memory: usize,
    /// Pieces of work at the same time, never more than there are processors;
    /// more wait for their turn.
    pub at_once: usize,
    /// The largest file of an import, in MiB.
    pub attachment_mib: u64,
    /// Days between the bot leaving a server and the deletion of its data.
    pub days_until_deletion: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { servers_in_memory: 64, at_once: 16, attachment_mib: 25, days_until_deletion: 30 }
    }
}

impl Config {
    /// The file with the configuration: the one that the person names, else the
    /// usual one where that exists.
    pub fn file(named: Option<&Path>) -> Option<&Path> {
        let usual = Path::new(USUAL_FILE);
        named.or_else(|| usual.exists().then_some(usual))
    }

    /// The configuration in this file; without one the defaults.
    pub fn load(file: Option<&Path>, texts: &Texts) -> Result<Self, Failure> {
        let Some(file) = file else { return Ok(Self::default()) };
        let text =
            std::fs::read_to_string(file).map_err(|error| errors::file(file, &error, texts))?;
        Self::parse(&text).map_err(|problem| {
            fail!(texts, "config", file = file.display().to_string(), problem = problem)
        })
    }

    /// The error never shows the line that it is about: somebody may have put the
    /// token there.
    fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            format!("line {line}: {}", error.message().trim().replace('\n', " "))
        })
    }

    /// Where the data and the plugins are: as stated to the program, else as
    /// configured.
    pub fn place(&self, stated: &Place) -> Place {
        let Folders { data, plugins } = self.folders.clone();
        Place {
            data: stated.data.clone().or(data),
            plugins: stated.plugins.clone().or(plugins),
            ..stated.clone()
        }
    }

    /// What is logged.
    pub fn log_filter(&self, texts: &Texts) -> Result<EnvFilter, Failure> {
        EnvFilter::try_new(&self.service.log)
            .map_err(|error| fail!(texts, "log-filter", problem = error.to_string()))
    }

    /// Where health and metrics are served.
    pub fn listen(&self, texts: &Texts) -> Result<Option<SocketAddr>, Failure> {
        let listen = self.service.listen.trim();
        if listen.is_empty() {
            return Ok(None);
        }
        let address = listen.parse();
        address.map(Some).map_err(|_| fail!(texts, "listen", address = listen.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Config;

    #[test]
    fn the_described_file_states_the_defaults() {
        let described = include_str!("../../../dist/klantwijzer.toml");
        assert_eq!(Config::parse(described), Ok(Config::default()));
        let uncommented: Vec<&str> =
            described.lines().map(|line| line.strip_prefix("#= ").unwrap_or(line)).collect();
        let all = Config::parse(&uncommented.join("\n")).expect("every option is known");
        assert!(all.discord.connect_to.is_some() && all.folders.plugins.is_some());
    }

    #[test]
    fn a_word_that_is_no_option_is_told() {
        let problem = Config::parse("[discord]\ntokenfile = \"x\"").expect_err("no such option");
        assert!(problem.contains("tokenfile") && problem.contains("line 2"), "{problem}");
    }

    #[test]
    fn what_stands_in_the_file_is_never_shown() {
        for text in ["token = \"secret\"", "[discord]\ntoken = \"secret\"", "[discord\nsecret"] {
            let problem = Config::parse(text).expect_err("no such option");
            assert!(!problem.contains("secret"), "{problem}");
        }
    }
}
