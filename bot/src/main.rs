//! Klantwijzer: which customers deserve your attention, why, and when.
//!
//! Opens the parts and hands them to each other; every part is a crate of its own.

mod demo;
mod doctor;
#[cfg(all(test, feature = "discord"))]
mod installed;
mod sample;
#[cfg(test)]
mod texts;
mod wiring;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;
use klantwijzer_frontend::{Output, plugins};
use klantwijzer_terminal::{Cli, Command, PluginCommand, PrivacyCommand, RunArgs};
use klantwijzer_text::{Failure, Texts, say};
use serde_json::json;

/// A bot runs for months. The allocator of the system keeps what books and files took for a
/// moment: under all that people do with 100,000 customers it held 1 GiB after five minutes and
/// went on growing.
#[cfg(feature = "discord")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    if words.get(1).is_some_and(|word| word == plugins::WORKER) {
        return klantwijzer_host::worker_main();
    }
    let texts = Texts::of(klantwijzer_terminal::language(&words));
    let words = klantwijzer_terminal::help_last(words);
    let parsed = klantwijzer_terminal::command(texts).try_get_matches_from(words);
    match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => done(&cli, texts),
        Err(error) => not_understood(&error, texts),
    }
}

fn done(cli: &Cli, texts: &'static Texts) -> ExitCode {
    // What is held about somebody is for another program to read.
    let json = cli.json || matches!(cli.command, Command::Privacy(PrivacyCommand::Export { .. }));
    match run(cli, texts) {
        Ok(output) => klantwijzer_terminal::print(&output, json, texts),
        Err(failure) => klantwijzer_terminal::print_failure(&failure, cli.json),
    }
}

/// Does what the command line says.
fn run(cli: &Cli, texts: &'static Texts) -> Result<Output, Failure> {
    match &cli.command {
        Command::Demo => demo::demo(cli, texts),
        Command::Run(args) => serve_discord(cli, args, texts),
        Command::Doctor(args) => doctor::doctor(&cli.place(), args, texts),
        Command::Plugin(PluginCommand::Folder(command)) => {
            let place = cli.place();
            let open = || wiring::at_terminal(&place, texts);
            klantwijzer_terminal::without_data(&place, command, &open, texts)
        }
        Command::Restore { file, set_aside: true } => restore_anew(cli, file, texts),
        _ => klantwijzer_terminal::serve(cli, &wiring::at_terminal(&cli.place(), texts)?),
    }
}

/// Restores a backup where there is data already, which is put aside first.
fn restore_anew(cli: &Cli, backup: &Path, texts: &'static Texts) -> Result<Output, Failure> {
    let place = cli.place();
    wiring::check_backup(backup, texts)?;
    let aside = wiring::set_aside(&place, texts)?;
    let restored = wiring::at_terminal(&place, texts)
        .and_then(|program| klantwijzer_terminal::serve(cli, &program));
    let folder = aside.display().to_string();
    let mut output = restored.map_err(|failure| {
        let now = if wiring::put_back(&place, &aside, texts) {
            say!(texts, "restore-put-back")
        } else {
            say!(texts, "restore-not-put-back", folder = folder.clone())
        };
        Failure { help: format!("{} {now}", failure.help), ..failure }
    })?;
    output.page.note(say!(texts, "restore-set-aside", folder = folder.clone()));
    output.json["set_aside"] = json!(folder);
    Ok(output)
}

#[cfg(feature = "discord")]
fn serve_discord(cli: &Cli, args: &RunArgs, texts: &'static Texts) -> Result<Output, Failure> {
    use klantwijzer_discord::Config;
    let config = Config::load(Config::file(args.config.as_deref()), texts)?;
    let place = config.place(&cli.place());
    let open = Box::new(move |most| wiring::open(&place, Some(most), texts));
    klantwijzer_discord::run(config, open, texts)
}

#[cfg(not(feature = "discord"))]
fn serve_discord(_: &Cli, _: &RunArgs, texts: &'static Texts) -> Result<Output, Failure> {
    Err(klantwijzer_text::fail!(texts, "discord-left-out"))
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
    let failure = klantwijzer_terminal::wrong_usage(error, &words, texts);
    klantwijzer_terminal::print_failure(&failure, json);
    ExitCode::from(2)
}
