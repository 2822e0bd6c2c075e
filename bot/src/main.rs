//! Klantwijzer: which customers deserve your attention, why, and when.

mod cli;
mod commands;
mod discord;
mod failure;
mod json;
mod office;
mod render;
mod sample;
mod terminal;
mod text;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use cli::{Cli, Command, PrivacyCommand};
use text::Texts;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    if words.get(1).is_some_and(|word| word == office::WORKER) {
        return klantwijzer_host::worker_main();
    }
    let texts = Texts::of(office::language(&words));
    let parsed = cli::command(texts).try_get_matches_from(cli::help_last(words));
    match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => done(&cli, texts),
        Err(error) => not_understood(&error, texts),
    }
}

fn done(cli: &Cli, texts: &'static Texts) -> ExitCode {
    // What is held about somebody is for another program to read.
    let json = cli.json || matches!(cli.command, Command::Privacy(PrivacyCommand::Export { .. }));
    match commands::run(cli, texts) {
        Ok(output) => terminal::print(&output, json),
        Err(failure) => terminal::print_failure(&failure, cli.json),
    }
}

/// The help or the version where that was asked for. Else the words make no
/// sense: status 2, worded as any other failure.
fn not_understood(error: &clap::Error, texts: &Texts) -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    let asked_for = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let json = words.iter().any(|word| word == "--json");
    let nothing_said = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if asked_for || (nothing_said && !json) {
        let shown = error.print();
        return if asked_for && shown.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(2) };
    }
    terminal::print_failure(&cli::wrong_usage(error, &words, texts), json);
    ExitCode::from(2)
}
