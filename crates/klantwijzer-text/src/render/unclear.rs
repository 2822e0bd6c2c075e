//! What to show when a question was not understood, or not far enough: never a
//! guess, always what was unclear and the nearest questions.

use klantwijzer_ask::intents::Elsewhere;
use klantwijzer_ask::understanding::{Outcome, Slot, Unclear};
use klantwijzer_core::customer::CustomerNo;

use super::page::Page;
use super::pen::{Names, Pen};
use super::questions::question;
use crate::say;
use crate::texts::Texts;

/// The page for an unclear question; for one that was understood, the question
/// as it was read.
pub fn unclear(outcome: &Outcome, texts: &Texts, names: &dyn Names) -> Page {
    let pen = &Pen { texts, names, currency: None };
    let (reason, suggestions) = match outcome {
        Outcome::Understood(query) => return Page::new(question(query, texts, names)),
        Outcome::Unclear { reason, suggestions } => (reason, suggestions),
    };
    let mut page = Page::new(because(pen, reason));
    let candidates = candidates(pen, reason);
    if candidates.len() > suggestions.len() {
        page.bullets(candidates);
    }
    match suggestions.as_slice() {
        [] => {}
        [_] => page.paragraph(say!(texts, "unclear-one")),
        _ => page.paragraph(say!(texts, "unclear-some")),
    }
    page.bullets(suggestions.iter().map(|query| question(query, texts, names)));
    if matches!(reason, Unclear::NotUnderstood { .. }) {
        page.note(say!(texts, "unclear-hint"));
    }
    page
}

/// That names were taken for those of these customers although they were spelled
/// otherwise; `None` where there are none.
pub fn assumed(customers: &[CustomerNo], texts: &Texts, names: &dyn Names) -> Option<String> {
    let pen = &Pen { texts, names, currency: None };
    let called: Vec<_> = customers.iter().map(|customer| pen.customer(*customer)).collect();
    (!called.is_empty()).then(|| say!(texts, "assumed-customers", names = texts.and(&called)))
}

/// What is unclear.
fn because(pen: &Pen<'_>, reason: &Unclear) -> String {
    let texts = pen.texts;
    match reason {
        Unclear::NotUnderstood { words } => match words.as_slice() {
            [] => say!(texts, "unclear-all"),
            words => {
                let words: Vec<_> = words.iter().take(MOST_WORDS).map(|w| quoted(pen, w)).collect();
                say!(texts, "unclear-words", words = texts.and(&words))
            }
        },
        Unclear::UnknownCustomer { text, nearest } => {
            let id = if nearest.is_empty() { "unclear-customer" } else { "unclear-customer-near" };
            say!(texts, id, name = quoted(pen, text))
        }
        Unclear::AmbiguousCustomer { text, total, .. } => {
            say!(texts, "unclear-which-customer", name = quoted(pen, text), n = *total)
        }
        Unclear::AmbiguousWord { text, options } => {
            let options: Vec<_> = options.iter().map(|option| pen.name(option)).collect();
            let (word, options) = (quoted(pen, text), texts.or(&options));
            say!(texts, "unclear-word", word = word, options = options)
        }
        Unclear::NotInBook { text } => say!(texts, "unclear-not-in-book", word = quoted(pen, text)),
        Unclear::Missing { slot } => say!(
            texts,
            match slot {
                Slot::Customer => "missing-slot-customer",
                Slot::CustomerType => "missing-slot-type",
                Slot::Party => "missing-slot-party",
                Slot::Subjects => "missing-slot-subjects",
            }
        ),
        Unclear::NotAnOwner { name } => {
            say!(texts, "unclear-not-an-owner", name = quoted(pen, name))
        }
        Unclear::NotHere { which } => say!(texts, elsewhere_id(*which)),
    }
}

/// The most words that are repeated to the person.
const MOST_WORDS: usize = 5;

/// The customers that can be meant.
fn candidates(pen: &Pen<'_>, reason: &Unclear) -> Vec<String> {
    match reason {
        Unclear::UnknownCustomer { nearest: customers, .. }
        | Unclear::AmbiguousCustomer { candidates: customers, .. } => {
            customers.iter().map(|customer| told_apart(pen, *customer)).collect()
        }
        _ => Vec::new(),
    }
}

/// A customer with what tells it from others of the same name.
fn told_apart(pen: &Pen<'_>, customer: CustomerNo) -> String {
    let name = pen.customer(customer);
    match pen.names.tells_apart(customer) {
        Some(how) => format!("{name} ({})", pen.name(&how)),
        None => name,
    }
}

fn quoted(pen: &Pen<'_>, text: &str) -> String {
    say!(pen.texts, "quoted", text = pen.name(text))
}

const fn elsewhere_id(which: Elsewhere) -> &'static str {
    match which {
        Elsewhere::ContactDue => "elsewhere-contact-due",
        Elsewhere::ContactOverdue => "elsewhere-contact-overdue",
        Elsewhere::LastContact => "elsewhere-last-contact",
        Elsewhere::EventInvitees => "elsewhere-event-invitees",
        Elsewhere::ScheduleContact => "elsewhere-schedule-contact",
        Elsewhere::LogContact => "elsewhere-log-contact",
        Elsewhere::SnoozeReminder => "elsewhere-snooze",
        Elsewhere::OverrideType => "elsewhere-override",
        Elsewhere::ImportFile => "elsewhere-import",
    }
}
