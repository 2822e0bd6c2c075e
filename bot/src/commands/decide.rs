//! What people decide about one customer.

use jiff::ToSpan;
use klantwijzer_core::review::Override;
use serde_json::json;

use crate::cli::{OverrideArgs, OverrideType};
use crate::commands::{Output, customer};
use crate::failure::Failure;
use crate::office::Office;
use crate::render::{Names, Page};
use crate::text::{clean, say};

/// Gives a customer a type by hand, or takes that away.
pub(crate) fn give_type(office: &Office, args: &OverrideArgs) -> Result<Output, Failure> {
    let texts = &office.texts;
    let no = customer::find(office, &args.customer)?;
    let snapshot = office.snapshot()?;
    let name = office.names(&snapshot).customer(no).unwrap_or_default().to_owned();
    let who = office.who();
    let OverrideType(Some(customer_type)) = args.customer_type else {
        office.wait(office.desk.clear_override(office.workspace, &who, no))?;
        let page = Page::new(say!(texts, "override-cleared", name = name.clone()));
        return Ok(Output::new(page, json!({ "customer": name, "override": null })));
    };
    let today = office.today();
    let until = args.until.unwrap_or_else(|| today.saturating_add(1.year()));
    let decision = Override {
        customer: no,
        customer_type,
        reason: args.reason.clone(),
        by: who.name.clone(),
        given_on: today,
        until,
    };
    office.wait(office.desk.set_override(office.workspace, &who, decision.clone()))?;
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
pub(crate) fn judge(office: &Office, name: &str, grade: u8) -> Result<Output, Failure> {
    let no = customer::find(office, name)?;
    let snapshot = office.snapshot()?;
    let shown = office.names(&snapshot).customer(no).unwrap_or_default().to_owned();
    let what = say!(office.texts, "judge-source", name = shown.clone());
    office.wait(office.desk.judge(office.workspace, &office.who(), no, grade, &what))?;
    let grade_text = grade.to_string();
    let page =
        Page::new(say!(office.texts, "judge-done", name = shown.clone(), grade = grade_text));
    Ok(Output::new(page, json!({ "customer": shown, "judgement": grade })))
}

/// Says who looks after customers, by their names or numbers.
pub(crate) fn assign_owner(
    office: &Office,
    owner: &str,
    customers: &[String],
) -> Result<Output, Failure> {
    let found: Vec<_> =
        customers.iter().map(|name| customer::find(office, name)).collect::<Result<_, _>>()?;
    let snapshot = office.snapshot()?;
    let names = office.names(&snapshot);
    let shown: Vec<String> =
        found.iter().map(|no| names.customer(*no).unwrap_or_default().to_owned()).collect();
    let (all, owner) = (office.texts.and(&shown), clean(owner).into_owned());
    let what = say!(office.texts, "owner-source", owner = owner.clone());
    let who = office.who();
    office.wait(office.desk.assign_owner(office.workspace, &who, &found, &owner, &what))?;
    let page = Page::new(say!(office.texts, "owner-done", owner = owner.clone(), names = all));
    Ok(Output::new(page, json!({ "owner": owner, "customers": shown })))
}
