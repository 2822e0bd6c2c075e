//! A change is followed by a review, sooner or later.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod team;

use klantwijzer_core::access::Level;
use klantwijzer_core::customer::Profile;
use klantwijzer_store::conformance::wait;
use klantwijzer_store::{Batch, BookRow, ImportInfo, Imports, MemoryStore, Reviews};

use team::{WORKSPACE, desk, records, who};

/// Stores an import as when the program stops before the review.
fn import_without_review(store: &MemoryStore, id: &str) {
    let no = wait(store.next_customer(WORKSPACE)).unwrap();
    let profile = records(id).customers.remove(0).profile;
    let book = vec![BookRow { no, id: id.into(), stated: profile, mentioned: Profile::default() }];
    let mut info: ImportInfo = wait(store.imports(WORKSPACE)).unwrap().remove(0);
    info.by_hand = false;
    let batch = Batch { info, book, entries: Vec::new(), audit: Vec::new() };
    wait(store.import(WORKSPACE, batch)).unwrap();
}

#[test]
fn a_review_that_did_not_come_about_is_made_up_for() {
    let admin = who(Some(Level::Admin));
    let (first, store) = desk();
    drop(first);
    import_without_review(&store, "K2");
    let again = klantwijzer_desk::Desk::new(store.clone(), Vec::new());
    let snapshot = wait(again.snapshot(WORKSPACE, &admin)).unwrap();
    assert_eq!(snapshot.portfolio.review().map(|review| review.changes), Some(2));
    assert_eq!(wait(store.reviews(WORKSPACE)).unwrap().len(), 2);
    // From then on there is nothing to make up for.
    let third = klantwijzer_desk::Desk::new(store.clone(), Vec::new());
    wait(third.snapshot(WORKSPACE, &admin)).unwrap();
    assert_eq!(wait(store.reviews(WORKSPACE)).unwrap().len(), 2);
}

#[test]
fn an_import_without_news_makes_up_for_it_too() {
    let admin = who(Some(Level::Admin));
    let (desk, store) = desk();
    import_without_review(&store, "K2");
    let sources = vec!["a.csv".to_owned()];
    let report = wait(desk.import(WORKSPACE, &admin, records("K1"), sources)).unwrap();
    assert_eq!(report.import, None);
    assert!(report.review.is_some());
}
