//! A change is followed by a review, sooner or later.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod team;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use klantwijzer_core::access::Level;
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::customer::Profile;
use klantwijzer_core::manifest::{Examples, Manifest, Words};
use klantwijzer_core::scorer::{Failed, Scores, Sector, SectorFailure};
use klantwijzer_desk::{Desk, DeskError};
use klantwijzer_store::conformance::wait;
use klantwijzer_store::{
    Batch, BookRow, ImportInfo, Imports, MemoryStore, Reviews, StoreError, Workspaces,
};

use team::{WORKSPACE, desk, records, who};

/// Stores an import as when the program stops before the review.
fn import_without_review(store: &MemoryStore, id: &str) {
    let no = wait(store.next_customer(WORKSPACE)).unwrap();
    let profile = records(id).customers.remove(0).profile;
    let book = vec![BookRow { no, id: id.into(), stated: profile, mentioned: Profile::default() }];
    let mut info: ImportInfo = wait(store.imports(WORKSPACE)).unwrap().remove(0);
    info.by_hand = false;
    let batch = Batch { info, book, entries: Vec::new(), based_on: None, audit: Vec::new() };
    wait(store.import(WORKSPACE, batch)).unwrap();
}

#[test]
fn a_review_that_did_not_come_about_is_made_up_for() {
    let admin = who(Some(Level::Admin));
    let (first, store) = desk();
    drop(first);
    import_without_review(&store, "K2");
    let again = klantwijzer_desk::Desk::new(store.clone(), Vec::new());
    let book = wait(again.book(&admin, None)).unwrap();
    assert_eq!(book.portfolio().review().map(|review| review.changes), Some(2));
    assert_eq!(wait(store.reviews(WORKSPACE)).unwrap().len(), 2);
    // From then on there is nothing to make up for.
    let third = klantwijzer_desk::Desk::new(store.clone(), Vec::new());
    wait(third.book(&admin, None)).unwrap();
    assert_eq!(wait(store.reviews(WORKSPACE)).unwrap().len(), 2);
}

#[test]
fn an_import_without_news_makes_up_for_it_too() {
    let admin = who(Some(Level::Admin));
    let (desk, store) = desk();
    import_without_review(&store, "K2");
    let sources = vec!["a.csv".to_owned()];
    let report = wait(desk.import(&admin, records("K1"), sources)).unwrap();
    assert_eq!(report.import, None);
    assert!(report.review.is_some());
}

/// A sector during whose scoring somebody else imports, so many times.
struct Overtaken {
    manifest: Manifest,
    store: Arc<MemoryStore>,
    times: AtomicU32,
}

impl Sector for Overtaken {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn score(
        &self,
        _: usize,
        _: &mut dyn FnMut(&mut [&mut [f64]]),
    ) -> Result<Scores, SectorFailure> {
        let left = self.times.load(Ordering::Acquire);
        if left > 0 {
            self.times.store(left - 1, Ordering::Release);
            import_without_review(&self.store, &format!("L{left}"));
        }
        Err(SectorFailure { plugin: "general".to_owned(), how: Failed::Crashed })
    }
}

fn overtaken(times: u32) -> (Desk, Arc<MemoryStore>) {
    let (first, store) = desk();
    drop(first);
    let words = |one: &str| Bilingual { en: one.to_owned(), nl: one.to_owned() };
    let manifest = Manifest {
        id: "general".into(),
        version: "1.0.0".into(),
        name: words("general"),
        sectors: Vec::new(),
        roles: Vec::new(),
        customer: Words { one: words("customer"), many: words("customers") },
        never_say_no: false,
        facts: Vec::new(),
        factors: Vec::new(),
        definitions: Vec::new(),
        programme: std::collections::BTreeMap::new(),
        examples: Examples { high_value_from: 1.0, cases: Vec::new() },
    };
    let sector = Overtaken { manifest, store: store.clone(), times: times.into() };
    (Desk::new(store.clone(), vec![Arc::new(sector)]), store)
}

#[test]
fn a_review_that_was_overtaken_is_worked_out_anew() {
    let admin = who(Some(Level::Admin));
    let (desk, store) = overtaken(2);
    let review = wait(desk.review(&admin)).unwrap();
    assert_eq!(review.changes, 3, "it has seen what came in meanwhile");
    let reviews = wait(store.reviews(WORKSPACE)).unwrap();
    assert_eq!(reviews.iter().map(|review| review.changes).collect::<Vec<_>>(), [1, 3]);
    let book = wait(desk.book(&admin, None)).unwrap();
    assert_eq!(book.portfolio().customers(), 3);
}

#[test]
fn a_review_that_is_always_overtaken_says_so_and_records_nothing() {
    let (desk, store) = overtaken(u32::MAX);
    let review = wait(desk.review(&who(Some(Level::Admin))));
    assert!(matches!(review, Err(DeskError::Store(StoreError::Conflict))), "{review:?}");
    assert_eq!(wait(store.reviews(WORKSPACE)).unwrap().len(), 1);
    assert!(wait(store.version(WORKSPACE)).unwrap() > 0);
}
