//! Erasing customers.

use jiff::Timestamp;
use jiff::civil::date;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::review::Standing;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;

use super::sample::{self, Chance};
use super::{Make, Rule, check_same, wait};
use crate::{AuditFilter, BookRow, Erased, Erasure, MemoryStore, Store, StoreError};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("nothing of an erased customer is found, and all of the others is", everywhere),
    ("what was on its way when somebody was erased brings nobody back", late),
    ("one that was never there cannot be erased", unknown),
];

/// Where [`fill`] puts its data.
pub const WORKSPACE: WorkspaceId = WorkspaceId::guild(5 << 22);

/// What erasing a customer of the samples means.
pub fn erasure(customer: CustomerNo, name: &str) -> Erasure {
    let erased = Erased {
        pseudonym: format!("erased-{customer}").into(),
        at: Timestamp::UNIX_EPOCH,
        salt: [7; 32],
        digests: vec![[9; 32]],
    };
    Erasure {
        customer,
        words: vec![sample::id(customer).to_string(), name.to_owned()],
        erased,
        based_on: None,
    }
}

/// Fills a store with imports, reviews, overrides and an audit, in which customer 3
/// is called Save-a-lot.
pub fn fill(store: &dyn Store) -> Result<(), StoreError> {
    let mut chance = Chance::new(5);
    wait(store.save_settings(WORKSPACE, "team", &Settings::default(), None, &[]))?;
    for _ in 0..4 {
        let next = wait(store.next_customer(WORKSPACE))?;
        wait(store.import(WORKSPACE, sample::any_batch(&mut chance, next, 700, 4)))?;
    }
    let named = Profile { name: Some("Save-a-lot".to_owned()), ..Profile::default() };
    let mut batch = sample::batch(
        "Judgement of Save-a-lot",
        vec![BookRow { stated: named, ..sample::row(3) }],
        Vec::new(),
    );
    batch.audit = vec![sample::line(Action::Judge, &["K00003", "K00004"])];
    wait(store.import(WORKSPACE, batch))?;
    wait(store.undo(WORKSPACE, 2, Timestamp::UNIX_EPOCH, &[]))?;
    for _ in 0..2 {
        let chunk = sample::any_chunk(&mut chance, 600, 9, 3);
        let header = sample::header(date(2026, 1, 1));
        wait(store.record_review(WORKSPACE, header, vec![chunk.into()], None))?;
    }
    wait(store.set_override(WORKSPACE, &sample::decision(3, "why"), &[]))?;
    wait(store.set_override(WORKSPACE, &sample::decision(4, "why"), &[]))
}

fn everywhere(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    let settings = Settings { account_managers: 7, ..Settings::default() };
    for store in [&*store, &reference as &dyn Store] {
        fill(store)?;
        let audit = [sample::line(Action::Erase, &["erased-3"])];
        let erasure = erasure(3, "Save-a-lot");
        wait(store.erase(WORKSPACE, &erasure, Some(&settings), &audit))?;
        wait(store.erase(WORKSPACE, &self::erasure(600, "nobody"), None, &[]))?;
    }
    check_same(&*store, &reference, WORKSPACE)?;
    assert_eq!(wait(store.customers(WORKSPACE, 3..4))?, []);
    assert_eq!(wait(store.ledger(WORKSPACE, 3..4))?, []);
    assert_eq!(wait(store.customers(WORKSPACE, 4..5))?.len(), 1);
    assert_eq!(wait(store.customer_ids(WORKSPACE))?[3], "erased-3");
    let parents: Vec<_> = wait(store.customers(WORKSPACE, 0..CustomerNo::MAX))?
        .into_iter()
        .filter_map(|known| known.profile.parent)
        .collect();
    let named = |parent: &str| parents.iter().filter(|named| **named == parent).count();
    assert!(named("erased-3") > 0 && named("K00003") == 0 && named("K00004") > 0);
    assert_eq!(wait(store.settings(WORKSPACE))?, Some(settings));
    let overrides = wait(store.overrides(WORKSPACE))?;
    assert_eq!(overrides.iter().map(|it| it.customer).collect::<Vec<_>>(), [4]);
    assert_eq!(wait(store.imports(WORKSPACE))?[4].sources, ["Judgement of erased-3"]);
    for review in 1..=2 {
        let chunk = wait(store.review_chunk(WORKSPACE, review, 0))?.unwrap_or_default();
        assert!(chunk.standing[3] == Standing::Absent && chunk.value[3].is_nan());
    }
    let about = |id: &str| {
        let filter = AuditFilter { customer: Some(id.into()), ..AuditFilter::default() };
        wait(store.audit(WORKSPACE, &filter, 10))
    };
    assert_eq!(
        (about("K00003")?.len(), about("erased-3")?.len(), about("K00004")?.len()),
        (0, 2, 1)
    );
    // Life goes on, and the number is not given again.
    for store in [&*store, &reference as &dyn Store] {
        let next = wait(store.next_customer(WORKSPACE))?;
        wait(store.import(WORKSPACE, sample::any_batch(&mut Chance::new(8), next, 50, 4)))?;
        wait(store.undo(WORKSPACE, 1, Timestamp::UNIX_EPOCH, &[]))?;
    }
    check_same(&*store, &reference, WORKSPACE)
}

fn late(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    for store in [&*store, &reference as &dyn Store] {
        fill(store)?;
        wait(store.erase(WORKSPACE, &erasure(3, "Save-a-lot"), None, &[]))?;
        let decision = wait(store.set_override(WORKSPACE, &sample::decision(3, "why"), &[]));
        assert!(matches!(decision, Err(StoreError::Conflict)), "{decision:?}");
        for id in [sample::id(3), "erased-3".into()] {
            let row = BookRow { id, ..sample::row(3) };
            let import =
                wait(store.import(WORKSPACE, sample::batch("late", vec![row], Vec::new())));
            assert!(matches!(import, Err(StoreError::Conflict)), "{import:?}");
        }
        let chunk = sample::any_chunk(&mut Chance::new(7), 600, 9, 3);
        assert!(chunk.knows(3));
        let header = sample::header(date(2026, 1, 2));
        let review = wait(store.record_review(WORKSPACE, header, vec![chunk.into()], None))?;
        let kept = wait(store.review_chunk(WORKSPACE, review, 0))?.unwrap_or_default();
        assert!(!kept.knows(3) && kept.knows(4));
    }
    check_same(&*store, &reference, WORKSPACE)
}

fn unknown(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let never = wait(store.erase(WORKSPACE, &erasure(0, "x"), None, &[]));
    assert!(matches!(never, Err(StoreError::Refused(_))), "{never:?}");
    assert_eq!(wait(store.workspaces())?, []);
    Ok(())
}
