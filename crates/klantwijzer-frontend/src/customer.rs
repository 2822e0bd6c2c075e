//! One customer.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::{Fact, known};
use klantwijzer_desk::{Book, Card};
use klantwijzer_text::{Failure, clean, fail, render, say};
use serde_json::json;

use crate::output::Output;
use crate::program::Program;

/// Shows why a customer has its type, and how it got there.
pub fn card(program: &Program, book: &Book<'_>, customer: CustomerNo) -> Result<Output, Failure> {
    let card = program.wait(book.card(customer))?;
    let Card { why, history, .. } = &card;
    let names = program.names(book);
    let texts = &program.texts;
    let mut page = render::answer(why, texts, &names);
    page.before(about(program, book, &card, customer));
    let history_page = render::answer(history, texts, &names);
    page.paragraph(&history_page.lead);
    page.blocks.extend(history_page.blocks);
    let json = json!({
        "customer": klantwijzer_text::json::answer(why, texts, &names),
        "history": klantwijzer_text::json::answer(history, texts, &names),
        "text": page.plain(100),
    });
    Ok(Output::new(page, json))
}

/// What to know before a talk: who looks after it, how its income develops, what
/// is open, and when the team was and will be in touch.
fn about(program: &Program, book: &Book<'_>, card: &Card, customer: CustomerNo) -> Vec<String> {
    let texts = program.texts;
    let Some(row) = book.portfolio().row(customer) else { return Vec::new() };
    let fact = |fact: Fact| known(row.fact(fact));
    let money = |amount: f64| texts.money(amount, &card.why.currency);
    let owner = row.owner().map_or_else(
        || say!(texts, "card-no-owner"),
        |owner| say!(texts, "card-owner", owner = clean(owner).into_owned()),
    );
    let trend = match (fact(Fact::Income12m), fact(Fact::IncomePrev12m)) {
        (Some(now), Some(before)) if before > 0.0 => {
            let id = if now >= before { "card-trend-up" } else { "card-trend-down" };
            let change = texts.percent((now - before).abs() / before);
            Some(say!(texts, id, now = money(now), change = change))
        }
        (Some(now), _) => Some(say!(texts, "card-income", now = money(now))),
        _ => None,
    };
    let open = match (fact(Fact::OverdueAmount), fact(Fact::OldestOpenInvoiceDays)) {
        (Some(overdue), days) if overdue > 0.0 => {
            let days = texts.days(days.unwrap_or_default());
            Some(say!(texts, "card-overdue", amount = money(overdue), days = days))
        }
        (_, Some(days)) if days > 0.0 => Some(say!(texts, "card-open", days = texts.days(days))),
        (Some(_), _) => Some(say!(texts, "card-nothing-open")),
        _ => None,
    };
    let last = card.last_contact.map(|day| texts.date(day));
    let next = card.next_contact.map(|day| texts.date(day));
    let contact = match (last, next) {
        (Some(last), Some(next)) => say!(texts, "card-contact", last = last, next = next),
        (Some(last), None) => say!(texts, "card-last-contact", last = last),
        (None, _) => say!(texts, "card-no-contact"),
    };
    [Some(owner), trend, open, Some(contact)].into_iter().flatten().collect()
}

/// The one customer that is meant.
pub fn find(program: &Program, book: &Book<'_>, name: &str) -> Result<CustomerNo, Failure> {
    if let Some(exact) = book.portfolio().find_id(name.trim()) {
        return Ok(exact);
    }
    let found = book.snapshot().vocabulary.find_customer(name);
    match found.as_slice() {
        [one] => Ok(one.customer),
        [] => Err(fail!(program.texts, "unknown-customer", name = clean(name).into_owned())),
        several => {
            let names: Vec<String> =
                several.iter().take(5).map(|found| clean(&found.name).into_owned()).collect();
            let names = program.texts.or(&names);
            Err(fail!(
                program.texts,
                "several-customers",
                name = clean(name).into_owned(),
                names = names
            ))
        }
    }
}
