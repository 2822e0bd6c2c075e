//! The command line in the person's language: its help and its errors.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use klantwijzer_frontend::Fits;
use klantwijzer_text::{Failure, Texts, say};

use super::Cli;

/// The command line with its help in this language. The message of a command is
/// `cli` with the names on the way to it, that of an argument ends in `-arg-`
/// and its name.
pub fn command(texts: &Texts) -> Command {
    let help = Arg::new("help").short('h').long("help").global(true).action(ArgAction::Help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let mut plain = Cli::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .arg(version);
    plain = worded(plain, "cli", texts);
    // Only a command that was built knows its usage.
    let mut built = plain.clone();
    built.build();
    with_usage(plain, &mut built, texts)
}

fn worded(command: Command, id: &str, texts: &Texts) -> Command {
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let usage = say!(texts, "cli-usage");
    let command = command
        .about(say!(texts, id))
        .long_about(None)
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}"))
        .subcommand_help_heading(say!(texts, "cli-commands"))
        .subcommand_value_name(say!(texts, "cli-word-command"))
        .mut_args(|arg| worded_argument(arg, id, texts));
    names.into_iter().fold(command, |command, name| {
        let id = format!("{id}-{name}");
        command.mut_subcommand(name, |sub| worded(sub, &id, texts))
    })
}

fn argument_id(arg: &Arg, command: &str) -> String {
    format!("{command}-arg-{}", arg.get_id().as_str().replace('_', "-"))
}

fn worded_argument(arg: Arg, command: &str, texts: &Texts) -> Arg {
    let id = argument_id(&arg, command);
    let heading = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
    let value = format!("{id}.value");
    let arg = arg.help(say!(texts, &id)).long_help(None).help_heading(say!(texts, heading));
    if !texts.has(&value) {
        return arg;
    }
    // What these would add is English, and in the help already where it matters.
    arg.value_name(say!(texts, &value))
        .hide_default_value(true)
        .hide_env(true)
        .hide_possible_values(true)
}

fn with_usage(command: Command, built: &mut Command, texts: &Texts) -> Command {
    let usage = built.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let usage = usage.replace("OPTIONS", &say!(texts, "cli-word-options"));
    built.get_subcommands_mut().fold(command.override_usage(usage), |command, sub| {
        let name = sub.get_name().to_owned();
        command.mut_subcommand(name, |plain| with_usage(plain, sub, texts))
    })
}

/// Words on the command line that make no sense, as a failure like any other.
pub fn wrong_usage(error: &clap::Error, words: &[String], texts: &Texts) -> Failure {
    let all = |kind| match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(some)) => some.clone(),
        _ => Vec::new(),
    };
    let first = |kind| all(kind).into_iter().next().unwrap_or_default();
    let argument = bare(&first(ContextKind::InvalidArg));
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            say!(texts, "usage-no-command", word = first(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => say!(texts, "usage-no-argument", word = argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            match first(ContextKind::InvalidValue) {
                word if word.is_empty() => say!(texts, "usage-empty-value", argument = argument),
                word => say!(texts, "usage-wrong-value", word = word, argument = argument),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let missing: Vec<String> =
                all(ContextKind::InvalidArg).iter().map(|arg| bare(arg)).collect();
            say!(texts, "usage-missing", words = texts.and(&missing))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say!(texts, "usage-missing-command")
        }
        ErrorKind::ArgumentConflict => say!(texts, "usage-twice", argument = argument),
        _ => say!(texts, "usage-other"),
    };
    let suggestions: Vec<String> = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
        .into_iter()
        .flat_map(all)
        .map(|word| say!(texts, "quoted", text = word))
        .collect();
    let help = if suggestions.is_empty() {
        let valid = all(ContextKind::ValidValue);
        what_fits(error, &valid, texts)
            .unwrap_or_else(|| say!(texts, "usage-see-help", command = command_line(words, texts)))
    } else {
        say!(texts, "usage-did-you-mean", words = texts.or(&suggestions))
    };
    Failure::new("usage", &message, &help)
}

fn what_fits(error: &clap::Error, valid: &[String], texts: &Texts) -> Option<String> {
    if !valid.is_empty() {
        return Some(say!(texts, "usage-choose", words = texts.or(valid)));
    }
    error.source()?.downcast_ref().map(|fits: &Fits| fits.worded(texts))
}

/// An argument without the signs that its usage has: "--lang" of
/// "--lang <LANG>", "QUESTION" of "<QUESTION>...".
fn bare(argument: &str) -> String {
    let word = argument.split_whitespace().next().unwrap_or_default();
    word.trim_matches(|c| "<>[].".contains(c)).to_owned()
}

/// The command that the words begin with.
fn command_line(words: &[String], texts: &Texts) -> String {
    let whole = command(texts);
    let (mut line, mut at) = (whole.get_name().to_owned(), &whole);
    for word in words {
        if let Some(sub) = at.find_subcommand(word) {
            line = format!("{line} {word}");
            at = sub;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use klantwijzer_core::language::Language;
    use klantwijzer_text::texts::ids;

    use super::*;

    fn collect(command: &Command, id: &str, all: &mut BTreeSet<String>) {
        all.insert(id.to_owned());
        for argument in command.get_arguments() {
            all.insert(argument_id(argument, id));
        }
        for sub in command.get_subcommands() {
            collect(sub, &format!("{id}-{}", sub.get_name()), all);
        }
    }

    #[test]
    fn every_word_of_the_command_line_is_in_the_files_and_no_other() {
        let mut needed: BTreeSet<String> = ["help", "version"]
            .into_iter()
            .map(|name| format!("cli-arg-{name}"))
            .chain(
                ["commands", "usage", "word-command", "word-options", "arguments", "options"]
                    .map(|name| format!("cli-{name}")),
            )
            .collect();
        collect(&Cli::command(), "cli", &mut needed);
        let messages = ids(Language::En).into_iter().filter(|id| id.starts_with("cli"));
        let written: BTreeSet<String> = messages.filter(|id| !id.contains('.')).collect();
        assert_eq!(written, needed);
    }
}
