//! The team's own definitions of a customer.

use klantwijzer_answer::query::Query;
use serde_json::json;

use crate::cli::DefinitionCommand;
use crate::commands::Output;
use crate::failure::Failure;
use crate::office::Office;
use crate::render::{self, Names, Page};
use crate::text::say;

/// Lists, adds or removes definitions.
pub(crate) fn definition(office: &Office, command: &DefinitionCommand) -> Result<Output, Failure> {
    match command {
        DefinitionCommand::List => list(office),
        DefinitionCommand::Add { name, expression } => add(office, name, expression),
        DefinitionCommand::Remove { name } => remove(office, name),
    }
}

fn list(office: &Office) -> Result<Output, Failure> {
    let snapshot = office.snapshot()?;
    let names = office.names(&snapshot);
    let query = Query::CompareDefinitions { definitions: Vec::new() };
    let who = office.who();
    let asked = office.desk.answer(office.workspace, &who, &query, office.as_of);
    let answer = office.wait(asked)?;
    let page = render::answer(&answer, office.texts, &names);
    let own = &snapshot.portfolio.settings().definitions;
    let json = json!({
        "definitions": crate::json::answer(&answer, office.texts, &names),
        "own": own,
    });
    Ok(Output::new(page, json))
}

/// Whom a definition would count, without keeping it.
pub(crate) fn test(office: &Office, expression: &str) -> Result<Output, Failure> {
    let texts = office.texts;
    let who = office.who();
    let tried = office.desk.try_definition(office.workspace, &who, expression);
    let members = office.wait(tried)?;
    let snapshot = office.snapshot()?;
    let all = texts.count(snapshot.portfolio.customers());
    let mut page = Page::new(say!(texts, "definition-test", n = members.len(), all = all));
    let names = office.names(&snapshot);
    let first = members.iter().take(SHOWN_MEMBERS).filter_map(|no| names.customer(*no));
    page.bullets(first.map(str::to_owned));
    if members.len() > SHOWN_MEMBERS {
        page.paragraph(say!(texts, "left-out", n = members.len() - SHOWN_MEMBERS));
    }
    Ok(Output::new(page, json!({ "expression": expression, "counted": members.len() })))
}

/// How many of those who would count are named.
const SHOWN_MEMBERS: usize = 10;

fn add(office: &Office, name: &str, expression: &str) -> Result<Output, Failure> {
    change(office, name, Some(expression))?;
    let page = Page::new(say!(office.texts, "definition-added", name = name.to_owned()));
    Ok(Output::new(page, json!({ "added": name, "expression": expression })))
}

fn remove(office: &Office, name: &str) -> Result<Output, Failure> {
    change(office, name, None)?;
    let page = Page::new(say!(office.texts, "definition-removed", name = name.to_owned()));
    Ok(Output::new(page, json!({ "removed": name })))
}

fn change(office: &Office, name: &str, expression: Option<&str>) -> Result<(), Failure> {
    let (who, workspace) = (office.who(), &office.workspace_name);
    office.wait(office.desk.change_definition(office.workspace, &who, workspace, name, expression))
}
