//! One customer.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_desk::Card;
use serde_json::json;

use crate::commands::Output;
use crate::failure::{Failure, fail};
use crate::office::Office;
use crate::render;
use crate::text::clean;

/// Shows why a customer has its type, and how it got there.
pub(crate) fn card(office: &Office, customer: CustomerNo) -> Result<Output, Failure> {
    let who = office.who();
    let looked = office.desk.card(office.workspace, &who, customer, office.as_of);
    let Card { why, history, snapshot } = office.wait(looked)?;
    let names = office.names(&snapshot);
    let texts = &office.texts;
    let mut page = render::answer(&why, texts, &names);
    let history_page = render::answer(&history, texts, &names);
    page.paragraph(&history_page.lead);
    page.blocks.extend(history_page.blocks);
    let json = json!({
        "customer": crate::json::answer(&why, texts, &names),
        "history": crate::json::answer(&history, texts, &names),
        "text": page.plain(100),
    });
    Ok(Output::new(page, json))
}

/// The one customer that is meant.
pub(crate) fn find(office: &Office, name: &str) -> Result<CustomerNo, Failure> {
    let snapshot = office.snapshot()?;
    if let Some(exact) = snapshot.portfolio.find_id(name.trim()) {
        return Ok(exact);
    }
    let found = snapshot.vocabulary.find_customer(name);
    match found.as_slice() {
        [one] => Ok(one.customer),
        [] => Err(fail!(office.texts, "unknown-customer", name = clean(name).into_owned())),
        several => {
            let names: Vec<String> =
                several.iter().take(5).map(|found| clean(&found.name).into_owned()).collect();
            let names = office.texts.or(&names);
            Err(fail!(
                office.texts,
                "several-customers",
                name = clean(name).into_owned(),
                names = names
            ))
        }
    }
}
