//! A question is answered from the snapshot, and reads of the store no more than it
//! needs beside it.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod team;

use std::sync::Arc;

use klantwijzer_ask::understanding::Outcome;
use klantwijzer_core::access::Level;
use klantwijzer_desk::Desk;
use klantwijzer_store::conformance::wait;

use team::failing::FailsOnce;
use team::who;

/// Questions, with how often each reads the ledger of a book of one chunk.
const QUESTIONS: [(&str, Option<u32>); 5] = [
    ("Who are our strategic customers?", None),
    ("How many customers do we have?", None),
    ("Top 5 customers by revenue", None),
    ("Top 5 customers by revenue in 2026", Some(1)),
    ("How many customers did we invoice in 2026?", Some(1)),
];

#[test]
fn one_question_reads_the_ledger_once_at_most() {
    let admin = who(Some(Level::Admin));
    let (_, kept) = team::desk();
    let store = Arc::new(FailsOnce::over(kept));
    for (question, of_ledger) in QUESTIONS {
        for opened in ["for the first time", "again"] {
            let desk = Desk::new(store.clone(), Vec::new());
            if opened == "again" {
                wait(desk.book(&admin, None)).unwrap();
            }
            store.called();
            let book = wait(desk.book(&admin, None)).unwrap();
            let asked = wait(book.ask(question, None, None)).unwrap();
            let outcome = &asked.understanding.outcome;
            assert!(matches!(outcome, Outcome::Understood(_)), "{question}: {outcome:?}");
            let called = store.called();
            assert_eq!(called.get("ledger").copied(), of_ledger, "{question}, opened {opened}");
            let reviews = called.get("reviews").copied().unwrap_or_default();
            assert!(reviews <= 1, "{question}, opened {opened}: {called:?}");
        }
    }
}
