//! What is held about a customer, and erasing it.

use std::io::ErrorKind;

use klantwijzer_core::customer::CustomerNo;
use serde_json::json;

use crate::cli::PrivacyCommand;
use crate::commands::{Output, customer};
use crate::failure::{Failure, fail};
use crate::office::Office;
use crate::render::{Names, Page};
use crate::text::say;

/// Hands over, erases, or lets come back.
pub(crate) fn privacy(office: &Office, command: &PrivacyCommand) -> Result<Output, Failure> {
    match command {
        PrivacyCommand::Export { customer } => hand_over(office, customer),
        PrivacyCommand::Erase { customer, yes } => erase(office, customer, *yes),
        PrivacyCommand::Lift { customer } => lift(office, customer),
    }
}

fn hand_over(office: &Office, name: &str) -> Result<Output, Failure> {
    let no = customer::find(office, name)?;
    let held = office.wait(office.desk.held(office.workspace, &office.who(), no))?;
    Ok(Output::new(Page::new(held.name.clone()), json!(held)))
}

/// Who is to be erased, with what shows that it is the right one: its name, or for
/// whoever is in undone imports alone its id.
pub(crate) fn to_erase(office: &Office, called: &str) -> Result<(CustomerNo, String), Failure> {
    let called = called.trim();
    match customer::find(office, called) {
        Ok(no) => {
            let snapshot = office.snapshot()?;
            Ok((no, office.names(&snapshot).customer(no).unwrap_or(called).to_owned()))
        }
        Err(failure) if failure.code == "unknown-customer" => {
            let who = office.who();
            let number = office.desk.number_of(office.workspace, &who, called);
            let no = office.wait(number)?.ok_or(failure)?;
            Ok((no, called.to_owned()))
        }
        Err(failure) => Err(failure),
    }
}

fn erase(office: &Office, name: &str, sure: bool) -> Result<Output, Failure> {
    let texts = office.texts;
    let (no, shown) = to_erase(office, name)?;
    if !sure {
        return Err(fail!(texts, "not-sure", name = shown));
    }
    let pseudonym = office.wait(office.desk.erase(office.workspace, &office.who(), no))?;
    forget_questions(office)?;
    let pseudonym = pseudonym.to_string();
    let mut page = Page::new(say!(texts, "privacy-erased", pseudonym = pseudonym.clone()));
    page.note(say!(texts, "privacy-erased.backups"));
    Ok(Output::new(page, json!({ "erased": pseudonym })))
}

/// The questions of the terminal can name the customer. Nobody else has them
/// open: a chat keeps the data folder to itself.
fn forget_questions(office: &Office) -> Result<(), Failure> {
    for file in [office.history(), office.shared_history()] {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                let (file, problem) = (file.display().to_string(), error.to_string());
                return Err(fail!(office.texts, "questions-kept", file = file, problem = problem));
            }
            _ => {}
        }
    }
    Ok(())
}

fn lift(office: &Office, called: &str) -> Result<Output, Failure> {
    let who = office.who();
    let lifted = office.desk.lift_erasure(office.workspace, &who, called);
    let pseudonym = office.wait(lifted)?;
    let page = Page::new(say!(office.texts, "privacy-lifted"));
    Ok(Output::new(page, json!({ "lifted": pseudonym })))
}
