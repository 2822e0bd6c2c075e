//! The word "help" on the command line.

use std::ffi::OsString;

use clap::{Command, CommandFactory};

use super::Cli;

/// The word, in both languages.
const HELP: [&str; 2] = ["help", "hulp"];

/// "klantwijzer --lang nl help plugin" and "klantwijzer plugin help" as
/// "klantwijzer --lang nl plugin --help". The word counts only where a command
/// stands: "klantwijzer ask help" asks a question.
pub fn help_last(mut words: Vec<OsString>) -> Vec<OsString> {
    if let Some(place) = place_of_help(&words) {
        words.remove(place);
        words.push("--help".into());
    }
    words
}

fn place_of_help(words: &[OsString]) -> Option<usize> {
    let whole = Cli::command();
    let mut at = &whole;
    let mut value_follows = false;
    for (place, word) in words.iter().enumerate().skip(1) {
        if std::mem::take(&mut value_follows) {
            continue;
        }
        match word.to_str() {
            Some(option) if option.starts_with('-') => value_follows = takes_value(&whole, option),
            Some(word) if HELP.contains(&word) => return Some(place),
            _ => at = at.find_subcommand(word).filter(|sub| sub.has_subcommands())?,
        }
    }
    None
}

/// Whether the next word is the value of this option, which holds for every
/// command.
fn takes_value(whole: &Command, option: &str) -> bool {
    let named = option.strip_prefix("--").unwrap_or_default();
    let mut arguments = whole.get_arguments();
    arguments
        .any(|argument| argument.get_long() == Some(named) && argument.get_action().takes_values())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_is_asked_for_where_a_command_stands() {
        for (typed, meant) in [
            ("help", "--help"),
            ("hulp import", "import --help"),
            ("--lang nl help plugin", "--lang nl plugin --help"),
            ("--lang=nl --json hulp plugin add", "--lang=nl --json plugin add --help"),
            ("--data help --workspace hulp help", "--data help --workspace hulp --help"),
            ("plugin help", "plugin --help"),
            ("--lang nl plugin help add", "--lang nl plugin add --help"),
            ("help --lang nl plugin", "--lang nl plugin --help"),
            ("ask help", "ask help"),
            ("definition add help x", "definition add help x"),
            ("--lang nl", "--lang nl"),
            ("chat", "chat"),
        ] {
            let words = format!("klantwijzer {typed}");
            let words = help_last(words.split(' ').map(OsString::from).collect());
            let words: Vec<_> = words.iter().filter_map(|word| word.to_str()).collect();
            assert_eq!(words.join(" "), format!("klantwijzer {meant}"));
        }
    }
}
