//! The commands as Discord shows them: names and descriptions in both languages.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use klantwijzer_core::language::Language;
use klantwijzer_text::{Texts, say};
use serenity::all::{Http, InteractionContext, Permissions};
use tracing::{info, warn};

use super::bot::Bot;
use super::commands::{self, Command};

/// The waits between attempts to register: the first, and the longest.
const FIRST_WAIT: Duration = Duration::from_secs(5);
const LONGEST_WAIT: Duration = Duration::from_mins(5);

/// What Discord calls Dutch.
const DUTCH: &str = "nl";

/// Works everywhere: it holds nobody's data.
const HELP: &str = "help";

/// Who manages the server begins with it. Whom else Discord shows it to, the server decides; all
/// other commands go by the levels that the team gives.
const SETUP: &str = "setup";

/// Every command, worded. English is what a language without its own words gets.
/// All but help are about a server's data, and are offered only there.
pub(super) fn commands() -> Vec<Command> {
    let mut commands = commands::all();
    for command in &mut commands {
        word(command, "slash");
        if command.name != HELP {
            command.interaction_context = Some(vec![InteractionContext::Guild]);
        }
        if command.name == SETUP {
            command.default_member_permissions = Permissions::MANAGE_GUILD;
        }
    }
    commands
}

/// Words a command by the messages that begin with its path, such as
/// `slash-definition-add` and for an option `slash-definition-add-name`.
fn word(command: &mut Command, above: &str) {
    let path = format!("{above}-{}", command.name);
    let (en, nl) = (Texts::in_discord(Language::En), Texts::in_discord(Language::Nl));
    command.name_localizations = dutch(say!(nl, &path));
    command.description = Some(say!(en, &what(&path)).into());
    command.description_localizations = dutch(say!(nl, &what(&path)));
    for parameter in &mut command.parameters {
        let path = format!("{path}-{}", parameter.name);
        parameter.name_localizations = dutch(say!(nl, &path));
        parameter.description = Some(say!(en, &what(&path)).into());
        parameter.description_localizations = dutch(say!(nl, &what(&path)));
        for choice in parameter.choices.to_mut() {
            let id = format!("choice-{}", choice.name);
            choice.localizations = dutch(say!(nl, &id));
            choice.name = say!(en, &id).into();
        }
    }
    for part in &mut command.subcommands {
        word(part, &path);
    }
}

fn what(path: &str) -> String {
    format!("{path}.what")
}

fn dutch(text: String) -> Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]> {
    Cow::Owned(vec![(Cow::Borrowed(DUTCH), text.into())])
}

/// Tells Discord which commands there are, again and again until it has heard.
pub(super) async fn register(http: Arc<Http>, bot: Arc<Bot>) {
    let commands = poise::builtins::create_application_commands(&commands());
    let mut wait = FIRST_WAIT;
    loop {
        match http.create_global_commands(&commands).await {
            Ok(known) => {
                info!(commands = known.len(), "commands are registered");
                return;
            }
            Err(error) => {
                warn!(%error, seconds = wait.as_secs(), "commands are not registered; trying again");
            }
        }
        if bot.stops_within(wait).await {
            return;
        }
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use klantwijzer_core::language::Language;
    use klantwijzer_text::texts::ids;

    use super::commands;
    use crate::commands::Command;

    fn messages(command: &Command, above: &str, needed: &mut BTreeSet<String>) {
        let path = format!("{above}-{}", command.name);
        for parameter in &command.parameters {
            needed.insert(format!("{path}-{}", parameter.name));
            needed.extend(parameter.choices.iter().map(|choice| format!("choice-{}", choice.name)));
        }
        command.subcommands.iter().for_each(|part| messages(part, &path, needed));
        needed.insert(path);
    }

    #[test]
    fn every_word_of_the_commands_is_in_the_files_and_no_other() {
        let mut needed = BTreeSet::new();
        for command in &commands::all() {
            messages(command, "slash", &mut needed);
        }
        let of_commands = |id: &String| id.starts_with("slash-") || id.starts_with("choice-");
        let written = ids(Language::En).into_iter().filter(of_commands);
        assert_eq!(written.filter(|id| !id.contains('.')).collect::<BTreeSet<_>>(), needed);
    }

    /// Discord's rules: `^[-_'\p{L}\p{N}]{1,32}$` in lower case, and 1 to 100
    /// characters to describe.
    #[test]
    fn every_name_and_description_is_one_that_discord_takes() {
        fn name(text: &str) {
            let letters = text.chars().all(|c| c.is_alphanumeric() || "-_'".contains(c));
            assert!(letters && text == text.to_lowercase(), "{text}");
            assert!((1..=32).contains(&text.chars().count()), "{text}");
        }
        fn description(text: &str) {
            assert!((1..=100).contains(&text.chars().count()), "{text}");
        }
        fn check(command: &super::Command) {
            name(&command.name);
            command.name_localizations.iter().for_each(|(_, text)| name(text));
            description(command.description.as_deref().unwrap_or_default());
            command.description_localizations.iter().for_each(|(_, text)| description(text));
            let mut optional = false;
            for parameter in &command.parameters {
                name(&parameter.name);
                parameter.name_localizations.iter().for_each(|(_, text)| name(text));
                description(parameter.description.as_deref().unwrap_or_default());
                parameter.description_localizations.iter().for_each(|(_, text)| description(text));
                assert!(!(optional && parameter.required), "{}", parameter.name);
                optional |= !parameter.required;
            }
            command.subcommands.iter().for_each(check);
        }
        let commands = commands();
        assert!(commands.len() >= 20);
        commands.iter().for_each(check);
    }
}
