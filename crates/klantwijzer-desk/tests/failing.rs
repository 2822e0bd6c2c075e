//! Whatever fails at the store, and whenever: what is said of it is true, and the
//! next question is answered from all that is kept.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod team;

use std::sync::Arc;

use klantwijzer_core::access::Level;
use klantwijzer_core::customer::Profile;
use klantwijzer_core::settings::Settings;
use klantwijzer_desk::{Desk, DeskError, Who};
use klantwijzer_store::conformance::{check_same, headers, wait};
use klantwijzer_store::{
    AuditFilter, Batch, BookRow, Decisions, Erasures, ImportInfo, Imports, MemoryStore, Workspaces,
};

use team::failing::FailsOnce;
use team::{WORKSPACE, decision, desk, records, who};

/// More calls of the store than any operation here makes.
const CALLS: u32 = 100;

type Operation = fn(&Desk, &Who) -> Result<(), DeskError>;

/// Everything that changes what is kept.
const CHANGES: [(&str, Operation); 11] = [
    ("import", |desk, who| {
        let sources = vec!["b.csv".to_owned()];
        wait(desk.import(who, records("K2"), sources)).map(drop)
    }),
    ("undo", |desk, who| wait(desk.undo(who, None)).map(drop)),
    ("judge", |desk, who| wait(desk.judge(who, 0, 7, "by hand")).map(drop)),
    ("owner", |desk, who| wait(desk.assign_owner(who, &[0], "Bo", "by hand")).map(drop)),
    ("review", |desk, who| wait(desk.review(who)).map(drop)),
    ("settings", |desk, who| {
        let before = Settings::default();
        let mut settings = before.clone();
        settings.thresholds.few_invoices = 1;
        wait(desk.save_settings(who, "team", &before, &settings))
    }),
    ("definition", |desk, who| {
        let big = Some("invoices_total > 0.0");
        wait(desk.change_definition(who, "team", "big", big))
    }),
    ("team", |desk, who| {
        let before = Settings::default();
        let mut settings = before.clone();
        settings.team.levels.insert(55, Level::Manager);
        wait(desk.save_settings(who, "team", &before, &settings))
    }),
    ("override", |desk, who| wait(desk.set_override(who, decision()))),
    ("no override", |desk, who| wait(desk.clear_override(who, 0))),
    ("erase", |desk, who| wait(desk.erase(who, 0)).map(drop)),
];

/// What a desk answers from, as far as it can be compared.
fn answered_from(desk: &Desk, who: &Who) -> Result<String, DeskError> {
    let book = wait(desk.book(who, None))?;
    let portfolio = book.portfolio();
    let rows = portfolio.rows();
    let rows: Vec<String> = rows.map(|row| format!("{:?}", row.card(who.today))).collect();
    let definitions: Vec<String> =
        portfolio.definitions().iter().map(|own| own.name.to_string()).collect();
    let review = portfolio.review().map(|review| (review.as_of, review.counts, review.changes));
    Ok(format!("{rows:#?} {definitions:?} {review:?} {:?}", portfolio.settings()))
}

#[test]
fn what_is_said_of_a_failure_is_true_and_the_next_question_knows_all() {
    let admin = who(Some(Level::Admin));
    for (name, operation) in CHANGES {
        let (good, whole) = desk();
        operation(&good, &admin).unwrap();
        for calls in 0..CALLS {
            let (_, store) = desk();
            let (_, untouched) = desk();
            let failing = Arc::new(FailsOnce::over(store.clone()));
            let tried = Desk::new(failing.clone(), Vec::new());
            wait(tried.book(&admin, None)).unwrap();
            failing.fail_after(calls);
            let outcome = operation(&tried, &admin);
            let failed = failing.has_failed();
            match &outcome {
                Ok(()) if failed => {
                    panic!("{name}: call {calls} failed and nothing was said");
                }
                Ok(()) => {}
                Err(DeskError::NotReviewed(_)) => {
                    let kept = |store: &MemoryStore| {
                        (
                            wait(store.imports(WORKSPACE)).unwrap(),
                            wait(store.settings(WORKSPACE)).unwrap(),
                            wait(store.overrides(WORKSPACE)).unwrap(),
                            wait(store.erased(WORKSPACE)).unwrap().len(),
                        )
                    };
                    assert_eq!(kept(&store), kept(&whole), "{name}, call {calls}: not kept");
                }
                Err(_) => check_same(&*store, &*untouched, WORKSPACE).unwrap(),
            }
            let next = answered_from(&tried, &admin).unwrap();
            let anew = Desk::new(store.clone(), Vec::new());
            assert_eq!(next, answered_from(&anew, &admin).unwrap(), "{name}, call {calls}");
            let reviews = headers(&*store, WORKSPACE).unwrap();
            if matches!(outcome, Err(DeskError::NotReviewed(_))) {
                let expected = headers(&*whole, WORKSPACE).unwrap();
                let last = |of: &[klantwijzer_core::review::ReviewHeader]| {
                    of.last().map(|last| (last.changes, last.thresholds.clone(), last.counts))
                };
                assert_eq!(reviews.len(), expected.len(), "{name}, call {calls}: made up for");
                assert_eq!(last(&reviews), last(&expected), "{name}, call {calls}");
            }
            if outcome.is_ok() {
                break;
            }
            assert!(calls + 1 < CALLS, "{name} makes more calls than are tried");
        }
        let lines = wait(good.audit(&admin, &AuditFilter::default(), 9)).unwrap();
        assert!(!lines.is_empty());
    }
}

/// Stores an import as when the program stops before the review.
fn import_without_review(store: &MemoryStore, id: &str) {
    let no = wait(store.next_customer(WORKSPACE)).unwrap();
    let profile = records(id).customers.remove(0).profile;
    let book = vec![BookRow { no, id: id.into(), stated: profile, mentioned: Profile::default() }];
    let info: ImportInfo = wait(store.imports(WORKSPACE)).unwrap().remove(0);
    let batch = Batch { info, book, entries: Vec::new(), based_on: None, audit: Vec::new() };
    wait(store.import(WORKSPACE, batch)).unwrap();
}

#[test]
fn a_review_that_cannot_be_made_up_for_is_tried_again_with_the_next_question() {
    let admin = who(Some(Level::Admin));
    for calls in 0..CALLS {
        let (_, store) = desk();
        import_without_review(&store, "K2");
        let failing = Arc::new(FailsOnce::over(store.clone()));
        let tried = Desk::new(failing.clone(), Vec::new());
        failing.fail_after(calls);
        let first = answered_from(&tried, &admin);
        let failed = failing.has_failed();
        assert_eq!(first.is_err(), failed, "call {calls}");
        let book = wait(tried.book(&admin, None)).unwrap();
        let seen = book.portfolio().review().map(|review| review.changes);
        assert_eq!(seen, Some(2), "call {calls}: answered from a review that saw less");
        let anew = Desk::new(store, Vec::new());
        let next = answered_from(&tried, &admin).unwrap();
        assert_eq!(next, answered_from(&anew, &admin).unwrap(), "call {calls}");
        if !failed {
            assert!(calls > 5, "the store was asked");
            return;
        }
    }
    panic!("a question makes more calls than are tried");
}
