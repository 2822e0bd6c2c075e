//! The team's own definitions of a customer.

use klantwijzer_answer::query::Query;
use klantwijzer_text::render::{self, Page};
use klantwijzer_text::{Failure, say};
use serde_json::json;

use crate::output::Output;
use crate::program::Program;

/// Every definition with how many customers it counts.
pub fn list(program: &Program) -> Result<Output, Failure> {
    let book = program.book()?;
    let names = program.names(&book);
    let query = Query::CompareDefinitions { definitions: Vec::new() };
    let answer = program.wait(book.answer(&query))?;
    let page = render::answer(&answer, program.texts, &names);
    let own = &book.portfolio().settings().definitions;
    let json = json!({
        "definitions": klantwijzer_text::json::answer(&answer, program.texts, &names),
        "own": own,
    });
    Ok(Output::new(page, json))
}

/// Whom a definition would count, without keeping it.
pub fn test(program: &Program, expression: &str) -> Result<Output, Failure> {
    let texts = program.texts;
    let who = program.who();
    let tried = program.desk.try_definition(&who, expression);
    let members = program.wait(tried)?;
    let book = program.book()?;
    let all = texts.count(book.portfolio().customers());
    let mut page = Page::new(say!(texts, "definition-test", n = members.len(), all = all));
    let names = program.names(&book);
    let first = members.iter().take(SHOWN_MEMBERS);
    page.bullets(first.map(|no| render::customer_name(*no, texts, &names)));
    if members.len() > SHOWN_MEMBERS {
        page.paragraph(say!(texts, "left-out", n = members.len() - SHOWN_MEMBERS));
    }
    Ok(Output::page(page))
}

/// How many of those who would count are named.
const SHOWN_MEMBERS: usize = 10;

/// Adds a definition, or replaces it.
pub fn add(program: &Program, name: &str, expression: &str) -> Result<Output, Failure> {
    change(program, name, Some(expression))?;
    let page = Page::new(say!(program.texts, "definition-added", name = name.to_owned()));
    Ok(Output::new(page, json!({ "added": name, "expression": expression })))
}

/// Takes a definition away.
pub fn remove(program: &Program, name: &str) -> Result<Output, Failure> {
    change(program, name, None)?;
    let page = Page::new(say!(program.texts, "definition-removed", name = name.to_owned()));
    Ok(Output::new(page, json!({ "removed": name })))
}

fn change(program: &Program, name: &str, expression: Option<&str>) -> Result<(), Failure> {
    let (who, workspace) = (program.who(), &program.workspace_name);
    program.wait(program.desk.change_definition(&who, workspace, name, expression))
}
