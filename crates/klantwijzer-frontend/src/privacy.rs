//! What is held about a customer, and erasing it.

use std::fs;

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_text::render::{Names, Page};
use klantwijzer_text::{Failure, errors, fail, say};
use serde_json::json;

use crate::customer;
use crate::output::Output;
use crate::program::{Program, gone};

/// All that is held about a customer.
pub fn hand_over(program: &Program, name: &str) -> Result<Output, Failure> {
    let no = customer::find(program, &program.book()?, name)?;
    let held = program.wait(program.desk.held(&program.who(), no))?;
    Ok(Output::new(Page::new(held.name.clone()), json!(held)))
}

/// Who is to be erased, with what shows that it is the right one: its name, or for
/// whoever is in undone imports alone its id.
pub fn to_erase(program: &Program, called: &str) -> Result<(CustomerNo, String), Failure> {
    let called = called.trim();
    let book = program.book()?;
    match customer::find(program, &book, called) {
        Ok(no) => Ok((no, program.names(&book).customer(no).unwrap_or(called).to_owned())),
        Err(failure) => {
            let who = program.who();
            let number = program.desk.number_of(&who, called);
            let no = program.wait(number)?.ok_or(failure)?;
            Ok((no, called.to_owned()))
        }
    }
}

/// Erases a customer for good, where the person is sure.
pub fn erase(program: &Program, name: &str, sure: bool) -> Result<Output, Failure> {
    let texts = program.texts;
    let (no, shown) = to_erase(program, name)?;
    if !sure {
        return Err(fail!(texts, "not-sure", name = shown));
    }
    let aside = (program.set_aside)(&program.data).map_err(|error| errors::store(&error, texts))?;
    let pseudonym = program.wait(program.desk.erase(&program.who(), no))?;
    let questions = forget_questions(program);
    forget_waiting(program)?;
    questions?;
    let pseudonym = pseudonym.to_string();
    let mut page = Page::new(say!(texts, "privacy-erased", pseudonym = pseudonym.clone()));
    page.note(say!(texts, "privacy-erased.backups"));
    let mut json = json!({ "erased": pseudonym });
    if !aside.is_empty() {
        let folders: Vec<String> = aside.iter().map(|path| path.display().to_string()).collect();
        page.note(say!(texts, "privacy-set-aside", folders = texts.and(&folders)));
        json["set_aside"] = json!(folders);
    }
    Ok(Output::new(page, json))
}

/// The questions of the terminal can name the customer. Nobody else has them
/// open: a chat keeps the data folder to itself.
fn forget_questions(program: &Program) -> Result<(), Failure> {
    for path in [program.history(), program.shared_history()] {
        let (file, gone) = (path.display().to_string(), gone(fs::remove_file(&path)));
        gone.map_err(|problem| {
            fail!(program.texts, "questions-kept", file = file, problem = problem.to_string())
        })?;
    }
    Ok(())
}

/// So can files that wait for a yes: they are asked for again.
fn forget_waiting(program: &Program) -> Result<(), Failure> {
    let path = program.waiting();
    let (file, gone) = (path.display().to_string(), gone(fs::remove_dir_all(&path)));
    gone.map_err(|problem| {
        fail!(program.texts, "waiting-kept", file = file, problem = problem.to_string())
    })
}

/// Lets an erased customer come back with the next file.
pub fn lift(program: &Program, called: &str) -> Result<Output, Failure> {
    let who = program.who();
    let lifted = program.desk.lift_erasure(&who, called);
    let pseudonym = program.wait(lifted)?;
    let page = Page::new(say!(program.texts, "privacy-lifted"));
    Ok(Output::new(page, json!({ "lifted": pseudonym })))
}
