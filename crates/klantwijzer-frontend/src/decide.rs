//! What people decide about one customer.

use jiff::ToSpan;
use jiff::civil::Date;
use klantwijzer_core::access::Action;
use klantwijzer_core::review::Override;
use klantwijzer_core::types::CustomerType;
use klantwijzer_desk::{Book, OwnerNamed};
use klantwijzer_text::render::{self, Names, Page};
use klantwijzer_text::{Failure, clean, fail, say};
use serde_json::json;

use crate::customer;
use crate::output::Output;
use crate::program::Program;

/// Gives a customer a type by hand until a day, a year from now unless one is
/// named; without a type it takes that away.
pub fn give_type(
    program: &Program,
    customer: &str,
    customer_type: Option<CustomerType>,
    reason: &str,
    until: Option<Date>,
) -> Result<Output, Failure> {
    let texts = &program.texts;
    program.may(Action::Override)?;
    let book = program.book()?;
    let no = customer::find(program, &book, customer)?;
    let name = render::customer_name(no, texts, &program.names(&book));
    let who = program.who();
    let Some(customer_type) = customer_type else {
        program.wait(program.desk.clear_override(&who, no))?;
        let page = Page::new(say!(texts, "override-cleared", name = name.clone()));
        return Ok(Output::new(page, json!({ "customer": name, "override": null })));
    };
    let today = program.today();
    let until = until.unwrap_or_else(|| today.saturating_add(1.year()));
    let decision = Override {
        customer: no,
        customer_type,
        reason: reason.to_owned(),
        by: who.name.clone(),
        given_on: today,
        until,
    };
    program.wait(program.desk.set_override(&who, decision.clone()))?;
    let page = Page::new(say!(
        texts,
        "override-done",
        name = name.clone(),
        type = texts.customer_type(customer_type),
        until = texts.date(until)
    ));
    Ok(Output::new(page, json!({ "customer": name, "override": decision })))
}

/// Records the account manager's judgement of today.
pub fn judge(program: &Program, name: &str, grade: u8) -> Result<Output, Failure> {
    program.may(Action::Judge)?;
    let book = program.book()?;
    let no = customer::find(program, &book, name)?;
    let shown = program.names(&book).customer(no).unwrap_or_default().to_owned();
    let told = render::customer_name(no, program.texts, &program.names(&book));
    let what = say!(program.texts, "judge-source", name = shown.clone());
    program.wait(program.desk.judge(&program.who(), no, grade, &what))?;
    let grade_text = grade.to_string();
    let page = Page::new(say!(program.texts, "judge-done", name = told, grade = grade_text));
    Ok(Output::new(page, json!({ "customer": shown, "judgement": grade })))
}

/// Says who looks after a customer, by its name or number.
pub fn assign_owner(program: &Program, owner: &str, customer: &str) -> Result<Output, Failure> {
    program.may(Action::AssignOwner)?;
    let book = program.book()?;
    let no = customer::find(program, &book, customer)?;
    let name = render::customer_name(no, program.texts, &program.names(&book));
    let owner = clean(owner).trim().to_owned();
    let owner = as_known(program, &book, owner)?;
    let what = say!(program.texts, "owner-source", owner = owner.clone());
    let who = program.who();
    program.wait(program.desk.assign_owner(&who, &[no], &owner, &what))?;
    Ok(Output::page(Page::new(say!(program.texts, "owner-done", owner = owner, names = name))))
}

/// The account manager as the book writes the name. A part of a name that somebody in
/// the book has is refused: it would make a second account manager of one person.
fn as_known(program: &Program, book: &Book<'_>, typed: String) -> Result<String, Failure> {
    match OwnerNamed::of(&typed, book.portfolio()) {
        OwnerNamed::Known(owner) => Ok(owner.to_string()),
        OwnerNamed::Resembling(owners) if owners.is_empty() => Ok(typed),
        OwnerNamed::Resembling(owners) => {
            let owners: Vec<String> = owners.into_iter().map(|it| clean(it).into_owned()).collect();
            let names = program.texts.or(&owners);
            Err(fail!(program.texts, "part-of-owner", name = typed, names))
        }
    }
}
