//! What to show when a question was not understood, or not far enough: never a
//! guess, always what was unclear and the nearest questions.

use klantwijzer_ask::intents::Elsewhere;
use klantwijzer_ask::understanding::{Outcome, Slot, Unclear};
use klantwijzer_core::customer::CustomerNo;

use super::format::{Formatter, Names};
use super::page::Page;
use super::questions::question;
use crate::say;
use crate::texts::Texts;

/// The page for an unclear question; for one that was understood, the question
/// as it was read.
pub fn unclear(outcome: &Outcome, texts: &Texts, names: &dyn Names) -> Page {
    let fmt = &Formatter { texts, names, currency: None };
    let (reason, suggestions) = match outcome {
        Outcome::Understood(query) => return Page::new(question(query, texts, names)),
        Outcome::Unclear { reason, suggestions } => (reason, suggestions),
    };
    let mut page = Page::new(because(fmt, reason));
    let candidates = candidates(fmt, reason);
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
    let fmt = &Formatter { texts, names, currency: None };
    let called: Vec<_> = customers.iter().map(|customer| fmt.customer(*customer)).collect();
    (!called.is_empty()).then(|| say!(texts, "assumed-customers", names = texts.and(&called)))
}

/// What is unclear.
fn because(fmt: &Formatter<'_>, reason: &Unclear) -> String {
    match reason {
        Unclear::NotUnderstood { words } => match words.as_slice() {
            [] => say!(fmt, "unclear-all"),
            words => {
                let words: Vec<_> = words.iter().take(MOST_WORDS).map(|w| quoted(fmt, w)).collect();
                say!(fmt, "unclear-words", words = fmt.texts.and(&words))
            }
        },
        Unclear::UnknownCustomer { text, nearest } => {
            let id = if nearest.is_empty() { "unclear-customer" } else { "unclear-customer-near" };
            say!(fmt, id, name = quoted(fmt, text))
        }
        Unclear::AmbiguousCustomer { text, total, .. } => {
            say!(fmt, "unclear-which-customer", name = quoted(fmt, text), n = *total)
        }
        Unclear::AmbiguousWord { text, options } => {
            let options: Vec<_> = options.iter().map(|option| fmt.name(option)).collect();
            let (word, options) = (quoted(fmt, text), fmt.texts.or(&options));
            say!(fmt, "unclear-word", word, options)
        }
        Unclear::NotInBook { text } => say!(fmt, "unclear-not-in-book", word = quoted(fmt, text)),
        Unclear::Missing { slot } => say!(
            fmt,
            match slot {
                Slot::Customer => "missing-slot-customer",
                Slot::CustomerType => "missing-slot-type",
                Slot::Party => "missing-slot-party",
                Slot::Subjects => "missing-slot-subjects",
            }
        ),
        Unclear::NotAnOwner { name } => {
            say!(fmt, "unclear-not-an-owner", name = quoted(fmt, name))
        }
        Unclear::NotHere { which } => say!(fmt, elsewhere_id(*which)),
    }
}

/// The most words that are repeated to the person.
const MOST_WORDS: usize = 5;

/// The customers that can be meant.
fn candidates(fmt: &Formatter<'_>, reason: &Unclear) -> Vec<String> {
    match reason {
        Unclear::UnknownCustomer { nearest: customers, .. }
        | Unclear::AmbiguousCustomer { candidates: customers, .. } => {
            customers.iter().map(|customer| fmt.customer(*customer)).collect()
        }
        _ => Vec::new(),
    }
}

fn quoted(fmt: &Formatter<'_>, text: &str) -> String {
    say!(fmt, "quoted", text = fmt.name(text))
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
