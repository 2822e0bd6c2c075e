//! The commands, one file each.

pub(crate) mod ask;
pub(crate) mod audit;
pub(crate) mod book;
pub(crate) mod customer;
pub(crate) mod decide;
pub(crate) mod definition;
mod demo;
mod doctor;
pub(crate) mod export;
pub(crate) mod import;
mod plugin;
pub(crate) mod privacy;
pub(crate) mod settings;

#[cfg(test)]
pub(crate) use settings::messages as settings_messages;

use serde_json::{Value, json};

use crate::cli::{Cli, Command, PluginCommand};
use crate::discord;
use crate::failure::Failure;
use crate::office::{Office, data_folder};
use crate::render::Page;
use crate::terminal;
use crate::text::{Texts, say};

/// What a command has to say.
pub(crate) struct Output {
    /// To a person.
    pub(crate) page: Page,
    /// To a script: one object.
    pub(crate) json: Value,
    /// What a person must know beside it, on standard error.
    pub(crate) warnings: Vec<String>,
    /// Whether what was checked is not in order.
    pub(crate) failed: bool,
}

impl Output {
    /// A page without anything for scripts yet.
    pub(crate) fn page(page: Page) -> Self {
        Self { page, json: json!({}), warnings: Vec::new(), failed: false }
    }

    /// A page with the same in JSON.
    pub(crate) fn new(page: Page, json: Value) -> Self {
        Self { json, ..Self::page(page) }
    }
}

/// Does what the command line says.
pub(crate) fn run(cli: &Cli, texts: &'static Texts) -> Result<Output, Failure> {
    let mut aside = None;
    let office = match &cli.command {
        Command::Demo => return demo::demo(cli, texts),
        Command::Run(args) => return discord::run(cli, args.config.as_deref(), texts),
        Command::Doctor(args) => return doctor::doctor(cli, args, texts),
        Command::Plugin(PluginCommand::Folder(command)) => {
            return plugin::without_office(cli, command, texts);
        }
        _ => {
            let data = data_folder(cli, texts)?;
            if let Command::Restore { file, set_aside: true } = &cli.command {
                aside = Some(book::set_aside(file, &data, texts)?);
            }
            Office::open(cli, data, texts)?
        }
    };
    let mut output = serve(cli, &office)?;
    if let Some(folder) = aside {
        output.page.note(say!(texts, "restore-set-aside", folder = folder.clone()));
        output.json["set_aside"] = json!(folder);
    }
    for problem in office.problems.iter() {
        output.warnings.push(plugin::worded(problem, office.texts));
    }
    if let (Value::Object(object), false) = (&mut output.json, output.warnings.is_empty()) {
        object.insert("warnings".to_owned(), json!(output.warnings));
    }
    Ok(output)
}

fn serve(cli: &Cli, office: &Office) -> Result<Output, Failure> {
    match &cli.command {
        Command::Chat => terminal::chat(office, cli.json),
        Command::Ask { question } => ask::ask(office, &question.join(" ")),
        Command::Import(args) => import::import(office, args),
        Command::Imports { undo: None } => import::list(office),
        Command::Imports { undo: Some(number) } => import::undo(office, *number),
        Command::Review => book::review(office),
        Command::Customer { name } => {
            customer::card(office, customer::find(office, &name.join(" "))?)
        }
        Command::Override(args) => decide::give_type(office, args),
        Command::Judge { customer, grade } => decide::judge(office, customer, *grade),
        Command::Settings { changes } => settings::settings(office, changes),
        Command::Definition(command) => definition::definition(office, command),
        Command::Plugin(_) => Ok(plugin::list(office)),
        Command::Audit { customer, before, most } => {
            audit::audit(office, customer.as_deref(), *before, usize::from(*most))
        }
        Command::Privacy(command) => privacy::privacy(office, command),
        Command::Backup { file } => book::backup(office, file),
        Command::Restore { file, .. } => book::restore(office, file),
        Command::Export { file } => export::export(office, file),
        Command::Demo | Command::Doctor(_) | Command::Run(_) => {
            Ok(Output::page(Page::new(say!(office.texts, "chat-bye"))))
        }
    }
}
