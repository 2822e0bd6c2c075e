//! The bot's token: where it comes from. It is never shown or logged.

use std::path::{Path, PathBuf};

use klantwijzer_text::{Failure, Texts, errors, fail};

use super::config::Config;

/// The environment variable with the token.
pub(crate) const VARIABLE: &str = "KLANTWIJZER_DISCORD_TOKEN";

/// The name of the systemd credential with the token.
pub const CREDENTIAL: &str = "discord_token";

/// A token. It has no `Debug` and no `Display`, so that it cannot reach a log by
/// accident.
pub struct Token(String);

impl Token {
    /// The token from the environment, else the system's credentials, else the
    /// configured file.
    pub fn find(config: &Config, texts: &Texts) -> Result<Self, Failure> {
        if let Some(token) = std::env::var(VARIABLE).ok().filter(|token| !token.trim().is_empty()) {
            return Self::checked(&token, texts);
        }
        let file = credential().or_else(|| config.discord.token_file.clone());
        let file = file.ok_or_else(|| fail!(texts, "no-token", variable = VARIABLE.to_owned()))?;
        let token =
            std::fs::read_to_string(&file).map_err(|error| errors::file(&file, &error, texts))?;
        Self::checked(&token, texts)
    }

    fn checked(token: &str, texts: &Texts) -> Result<Self, Failure> {
        let token = token.trim();
        let bare = token.strip_prefix("Bot ").unwrap_or(token);
        if serenity::utils::token::validate(bare).is_err() {
            return Err(fail!(texts, "token-shape"));
        }
        Ok(Self(bare.to_owned()))
    }

    /// The token itself, for the connection only.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

fn credential() -> Option<PathBuf> {
    let folder = std::env::var_os("CREDENTIALS_DIRECTORY")?;
    let file = Path::new(&folder).join(CREDENTIAL);
    file.is_file().then_some(file)
}
