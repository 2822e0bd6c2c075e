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

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use cli::{Cli, Command, PrivacyCommand};
use failure::Failure;
use text::Texts;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|word| word == office::WORKER) {
        return klantwijzer_host::worker_main();
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return wrong_usage(&error),
    };
    let language = office::language(&cli);
    // What is held about somebody is for another program to read.
    let json = cli.json || matches!(cli.command, Command::Privacy(PrivacyCommand::Export { .. }));
    match commands::run(&cli, Texts::of(language)) {
        Ok(output) => terminal::print(&output, json),
        Err(failure) => terminal::print_failure(&failure, cli.json),
    }
}

/// Words on the command line that make no sense: status 2, and for scripts the
/// same JSON form as any other error.
fn wrong_usage(error: &clap::Error) -> ExitCode {
    let asked_for = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if !asked_for && std::env::args().any(|word| word == "--json") {
        let message = error.render().to_string();
        let mut lines = message.lines().map(str::trim).filter(|line| !line.is_empty());
        let what = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        let help = lines.collect::<Vec<_>>().join(" ");
        terminal::print_failure(&Failure::new("usage", &what, &help), true);
        return ExitCode::from(2);
    }
    let shown = error.print();
    if asked_for && shown.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(2) }
}
