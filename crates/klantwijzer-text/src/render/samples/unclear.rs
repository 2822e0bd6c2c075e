//! What can be unclear about a question.

use klantwijzer_answer::query::Query;
use klantwijzer_ask::intents::Elsewhere;
use klantwijzer_ask::understanding::{Outcome, Slot, Unclear};

/// What can be unclear, in every way.
pub(in crate::render) fn outcomes() -> Vec<Outcome> {
    let why = vec![
        Query::WhyType { customer: 1, claimed: None },
        Query::WhyType { customer: 2, claimed: None },
    ];
    let unclear = |reason, suggestions: &[Query]| Outcome::Unclear {
        reason,
        suggestions: suggestions.to_vec(),
    };
    let mut outcomes = vec![
        Outcome::Understood(Query::Help),
        unclear(Unclear::NotUnderstood { words: vec![] }, &[Query::Help]),
        unclear(
            Unclear::NotUnderstood { words: vec!["frobnicate".to_owned(), "\u{1b}[2J".to_owned()] },
            &why,
        ),
        unclear(
            Unclear::UnknownCustomer { text: "Zuivelhuys".to_owned(), nearest: vec![1] },
            &why[..1],
        ),
        unclear(Unclear::UnknownCustomer { text: "Philips".to_owned(), nearest: vec![] }, &[]),
        unclear(
            Unclear::AmbiguousCustomer {
                text: "Staal".to_owned(),
                candidates: vec![1, 2],
                total: 12,
            },
            &why,
        ),
        unclear(
            Unclear::AmbiguousWord {
                text: "food".to_owned(),
                options: vec!["Food".into(), "Food service".into()],
            },
            &[],
        ),
        unclear(Unclear::NotInBook { text: "zorg".to_owned() }, &[]),
        unclear(Unclear::NotAnOwner { name: "Jan".to_owned() }, &[]),
    ];
    for slot in [Slot::Customer, Slot::CustomerType, Slot::Party, Slot::Subjects] {
        outcomes.push(unclear(Unclear::Missing { slot }, &[]));
    }
    for which in [
        Elsewhere::ContactDue,
        Elsewhere::ContactOverdue,
        Elsewhere::LastContact,
        Elsewhere::EventInvitees,
        Elsewhere::ScheduleContact,
        Elsewhere::LogContact,
        Elsewhere::SnoozeReminder,
        Elsewhere::OverrideType,
        Elsewhere::ImportFile,
    ] {
        outcomes.push(unclear(Unclear::NotHere { which }, &[]));
    }
    outcomes
}
