//! One customer.

use klantwijzer_ask::ordinary::is_legal_form;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::{Fact, known};
use klantwijzer_core::text;
use klantwijzer_desk::{Book, Card};
use klantwijzer_text::{Failure, clean, fail, render, say};
use serde_json::json;

use crate::output::Output;
use crate::program::Program;

/// Columns of the text in the JSON answer.
const TEXT_WIDTH: usize = 100;

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
        "text": page.plain(TEXT_WIDTH),
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
            let days = texts.age(days.unwrap_or_default());
            Some(say!(texts, "card-overdue", amount = money(overdue), days = days))
        }
        (_, Some(days)) if days > 0.0 => Some(say!(texts, "card-open", days = texts.age(days))),
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

/// The card of the customer that a person names, perhaps loosely.
pub fn look_up(program: &Program, called: &str) -> Result<Output, Failure> {
    let book = program.book()?;
    let Meant { customer, assumed } = find_alike(program, &book, called)?;
    let mut output = card(program, &book, customer)?;
    if let Some(assumed) = assumed {
        output.page.note_first(&assumed);
        output.json["text"] = json!(output.page.plain(TEXT_WIDTH));
        output.json["assumed"] = json!(assumed);
    }
    Ok(output)
}

/// The customer with this id or this whole name, for whatever changes, deletes or
/// hands over: nobody is acted on for a name that only resembles theirs.
pub fn find(program: &Program, book: &Book<'_>, called: &str) -> Result<CustomerNo, Failure> {
    match whole(book, called).as_slice() {
        [one] => Ok(*one),
        [] => {
            let complete = |called: &str| book.snapshot().vocabulary.complete(called, OFFERED);
            let mut alike = alike(book, called);
            if alike.is_empty() {
                alike = complete(called).iter().map(|found| found.customer).collect();
            }
            if alike.is_empty() {
                return Err(unknown(program, called));
            }
            let (name, names) = (clean(called).into_owned(), told(book, &alike));
            let names = program.texts.commas(&names);
            Err(fail!(program.texts, "resembling-customer", name, names))
        }
        several => Err(ambiguous(program, book, called, several)),
    }
}

/// A customer that is to be shown.
pub struct Meant {
    /// The customer.
    pub customer: CustomerNo,
    /// Says who it was taken for, where the name only resembles.
    pub assumed: Option<String>,
}

/// The customer that is meant by a name that may be written loosely, for whatever
/// only shows.
pub fn find_alike(program: &Program, book: &Book<'_>, called: &str) -> Result<Meant, Failure> {
    let exact = whole(book, called);
    let resembles = exact.is_empty();
    let found = if resembles { alike(book, called) } else { exact };
    match found.as_slice() {
        [one] => {
            let assumed = || render::assumed(&[*one], program.texts, &program.names(book));
            Ok(Meant { customer: *one, assumed: resembles.then(assumed).flatten() })
        }
        [] => Err(unknown(program, called)),
        several => Err(ambiguous(program, book, called, several)),
    }
}

/// The most names that are offered in place of one.
const OFFERED: usize = 5;

/// Who has this id, else who has this name, written as nearly so as anybody has it.
fn whole(book: &Book<'_>, called: &str) -> Vec<CustomerNo> {
    if let Some(exact) = book.portfolio().find_id(called.trim()) {
        return vec![exact];
    }
    let called = WholeName::of(called);
    let rows = book.portfolio().rows();
    let mut same: Vec<(Likeness, CustomerNo)> = rows
        .filter_map(|row| Some((called.likeness(&WholeName::of(row.name()))?, row.no())))
        .collect();
    same.sort_unstable();
    let best = same.first().map(|(likeness, _)| *likeness);
    let best = same.into_iter().take_while(|(likeness, _)| Some(*likeness) == best);
    best.map(|(_, customer)| customer).collect()
}

/// Who fits a name best that is written loosely.
fn alike(book: &Book<'_>, called: &str) -> Vec<CustomerNo> {
    let found = book.snapshot().vocabulary.find_customer(called);
    found.iter().map(|found| found.customer).collect()
}

/// The names of customers with their ids, by which each can be told from another.
fn told(book: &Book<'_>, customers: &[CustomerNo]) -> Vec<String> {
    let rows = customers.iter().take(OFFERED).filter_map(|no| book.portfolio().row(*no));
    rows.map(|row| format!("{} ({})", clean(row.name()), clean(row.id()))).collect()
}

fn unknown(program: &Program, called: &str) -> Failure {
    fail!(program.texts, "unknown-customer", name = clean(called).into_owned())
}

fn ambiguous(program: &Program, book: &Book<'_>, called: &str, several: &[CustomerNo]) -> Failure {
    let (name, names) = (clean(called).into_owned(), told(book, several));
    fail!(program.texts, "several-customers", name, names = program.texts.or(&names))
}

/// A name as it is compared whole.
struct WholeName {
    folded: String,
    words: Vec<String>,
    /// How many of the words stand before the legal form.
    bare: usize,
}

/// How two names that are the same are written, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// But for case, accents and spaces.
    Letters,
    /// But for signs too.
    Words,
    /// One of the two leaves out its legal form.
    LegalForm,
}

impl WholeName {
    fn of(name: &str) -> Self {
        let words: Vec<String> = text::words(name).into_iter().map(|(_, word)| word).collect();
        let form = words.iter().rev().take_while(|word| is_legal_form(word)).count();
        // A legal form alone is a name like any other.
        let bare = if form == words.len() { form } else { words.len() - form };
        Self { folded: text::fold(name), words, bare }
    }

    /// How the two are the same; `None` where they are not.
    fn likeness(&self, other: &Self) -> Option<Likeness> {
        let without_form = |name: &Self| name.bare == name.words.len();
        if self.folded == other.folded {
            return (!self.folded.is_empty()).then_some(Likeness::Letters);
        }
        if self.words.is_empty() || self.words[..self.bare] != other.words[..other.bare] {
            return None;
        }
        if self.words == other.words {
            return Some(Likeness::Words);
        }
        (without_form(self) || without_form(other)).then_some(Likeness::LegalForm)
    }
}

#[cfg(test)]
mod tests {
    use super::{Likeness, WholeName};

    #[test]
    fn only_whole_names_are_the_same() {
        for (called, name, expected) in [
            ("  café  OLÉ ", "Cafe Olé", Some(Likeness::Letters)),
            ("jansen metaal bv", "Jansen Metaal B.V.", Some(Likeness::Words)),
            ("save a lot markets", "Save-a-lot Markets", Some(Likeness::Words)),
            ("jansen metaal", "Jansen Metaal B.V.", Some(Likeness::LegalForm)),
            ("Jansen Metaal BV", "Jansen Metaal", Some(Likeness::LegalForm)),
            ("jansen metaal nv", "Jansen Metaal B.V.", None),
            ("jansen", "Jansen Metaal B.V.", None),
            ("Antonio Banderas", "Antonio Moreno Taquería", None),
            ("antonio moreno taqueria mexico", "Antonio Moreno Taquería", None),
            ("Jansen Metaa", "Jansen Metaal", None),
            ("holding bv", "Holding", None),
            ("***", "***", Some(Likeness::Letters)),
            ("***", "+++", None),
            ("", "", None),
        ] {
            let found = WholeName::of(called).likeness(&WholeName::of(name));
            assert_eq!(found, expected, "{called} and {name}");
        }
    }
}
