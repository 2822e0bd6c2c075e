//! Does what the command line says with the opened program.

use klantwijzer_frontend::contact::Wanted;
use klantwijzer_frontend::{
    Output, Program, ask, audit, book, contact, customer, decide, definition, export, import,
    plugins, privacy, settings,
};
use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, say};
use serde_json::{Value, json};

use crate::chat::chat;
use crate::cli::{
    AgendaArgs, Cli, Command, DefinitionCommand, ImportArgs, OverrideArgs, PrivacyCommand,
};
use crate::plugin;
use crate::progress;

/// Does what the command line says, and warns of plugins that are not in use.
pub fn serve(cli: &Cli, program: &Program) -> Result<Output, Failure> {
    let mut output = done(cli, program)?;
    for problem in program.problems.iter() {
        output.warnings.push(plugins::worded(problem, program.texts));
    }
    if let (Value::Object(object), false) = (&mut output.json, output.warnings.is_empty()) {
        object.insert("warnings".to_owned(), json!(output.warnings));
    }
    Ok(output)
}

fn done(cli: &Cli, program: &Program) -> Result<Output, Failure> {
    match &cli.command {
        Command::Chat => chat(program, cli.json),
        Command::Ask { question } => ask::ask(program, &question.join(" ")),
        Command::Import(args) => bring_in(program, args),
        Command::Imports { undo: None } => import::list(program),
        Command::Imports { undo: Some(number) } => import::undo(program, *number),
        Command::Review => book::review(program),
        Command::Customer { name } => customer::look_up(program, &name.join(" ")),
        Command::Override(OverrideArgs { customer, customer_type, reason, until }) => {
            decide::give_type(program, customer, customer_type.0, reason, *until)
        }
        Command::Judge { customer, grade } => decide::judge(program, customer, *grade),
        Command::Agenda(args) => contact::agenda(program, wanted(args)),
        Command::Log { customer, channel, date } => {
            contact::log(program, customer, *channel, *date)
        }
        Command::Settings { changes } => settings::settings(program, changes),
        Command::Definition(command) => match command {
            DefinitionCommand::List => definition::list(program),
            DefinitionCommand::Add { name, expression } => {
                definition::add(program, name, expression)
            }
            DefinitionCommand::Remove { name } => definition::remove(program, name),
        },
        Command::Plugin(_) => Ok(plugin::list(program)),
        Command::Audit { customer, before, most } => {
            audit::audit(program, customer.as_deref(), *before, usize::from(*most))
        }
        Command::Privacy(command) => match command {
            PrivacyCommand::Export { customer } => privacy::hand_over(program, customer),
            PrivacyCommand::Erase { customer, yes } => privacy::erase(program, customer, *yes),
            PrivacyCommand::Lift { customer } => privacy::lift(program, customer),
        },
        Command::Backup { file } => book::backup(program, file),
        Command::Restore { file, .. } => book::restore(program, file),
        Command::Export { file } => export::export(program, file),
        Command::Demo | Command::Doctor(_) | Command::Run(_) => {
            Ok(Output::page(Page::new(say!(program.texts, "chat-bye"))))
        }
    }
}

fn wanted(args: &AgendaArgs) -> Wanted {
    let AgendaArgs { customer, owner, from, until, late } = args.clone();
    Wanted { customer, owner, from, until, late }
}

/// Imports the files, or shows what importing them would do.
fn bring_in(program: &Program, args: &ImportArgs) -> Result<Output, Failure> {
    let texts = program.texts;
    let files = import::read_files(&args.files, texts)?;
    let size = files.iter().map(|file| file.bytes.len() as u64).sum();
    let bar = progress::bar(size, say!(texts, "import-reading"));
    let mut progress = |done: u64, total: u64| bar.set_position(done * 100 / total.max(1));
    let imported = import::bring_in(program, &args.stated(), &files, args.dry_run, &mut progress)?;
    drop(bar);
    Ok(import::told(program, &imported))
}
