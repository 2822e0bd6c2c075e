//! Imports, as layers.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::workspace::WorkspaceId;
use smol_str::SmolStr;

use super::sample::{self, Chance, batch, invoice, row};
use super::{Make, Rule, check_same, wait};
use crate::{Batch, Imports, MemoryStore, Store, StoreError};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("numbers are given without a gap and never again", numbering),
    ("a gap, a used number or another id is a conflict", conflicts),
    ("what breaks the form of an import is refused", refusals),
    ("a later entry replaces an earlier one of the same key", replacement),
    ("undoing an import brings back what lay under it", undo),
    ("only a live import can be undone", undo_once),
    ("what is said by hand keeps nobody in the book", by_hand),
    ("statements are laid over mentions, each in order of import", profiles),
    ("ranges hold their first number and not their last", ranges),
    ("a large import comes back whole", large),
    ("five hundred small imports come back as one ledger", many_small),
    ("any course of imports gives what the reference gives", any_course),
];

const WORKSPACE: WorkspaceId = WorkspaceId::guild(77 << 22);
const DAY: Date = date(2026, 3, 4);
const EVERYBODY: std::ops::Range<CustomerNo> = 0..CustomerNo::MAX;

fn numbering(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    assert_eq!(wait(store.next_customer(WORKSPACE))?, 0);
    let first = wait(store.import(WORKSPACE, batch("a", vec![row(0), row(1)], vec![])))?;
    let second = wait(store.import(WORKSPACE, batch("b", vec![row(1), row(2)], vec![])))?;
    assert_eq!((first, second), (1, 2));
    wait(store.undo(WORKSPACE, second, Timestamp::UNIX_EPOCH, &[]))?;
    assert_eq!(wait(store.next_customer(WORKSPACE))?, 3, "a number is never given again");
    assert_eq!(wait(store.customer_ids(WORKSPACE))?, [0, 1, 2].map(sample::id));
    let third = wait(store.import(WORKSPACE, batch("c", vec![row(2), row(3)], vec![])))?;
    assert_eq!(third, 3);
    let infos = wait(store.imports(WORKSPACE))?;
    assert_eq!(infos.iter().map(|info| info.id).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(infos[1].undone_at, Some(Timestamp::UNIX_EPOCH));
    assert_eq!(infos[2].sources, ["c"]);
    Ok(())
}

fn conflicts(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    for store in [&*store, &reference as &dyn Store] {
        wait(store.import(WORKSPACE, batch("a", vec![row(0), row(1)], vec![])))?;
    }
    let renamed = |no| crate::BookRow { id: SmolStr::new("other"), ..row(no) };
    let attempts = [
        ("a gap", vec![row(3)]),
        ("a gap within", vec![row(2), row(4)]),
        ("another id", vec![renamed(1)]),
        ("another id beside a new one", vec![renamed(0), row(2)]),
        ("a number far away", vec![row(CustomerNo::MAX)]),
    ];
    for (what, book) in attempts {
        let entries = book.iter().map(|row| (row.no, invoice("1", DAY, 1))).collect();
        let outcome = wait(store.import(WORKSPACE, batch(what, book, entries)));
        assert!(matches!(outcome, Err(StoreError::Conflict)), "{what}: {outcome:?}");
        check_same(&*store, &reference, WORKSPACE)?;
    }
    Ok(())
}

fn refusals(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let twice = (0, invoice("1", DAY, 1));
    let mut unknown = row(0);
    unknown.stated.facts.push((SmolStr::new("employees"), f64::NAN));
    let mut endless = row(0);
    endless.mentioned.name = Some("x".repeat(1 << 20));
    let raw = |book, entries| Batch {
        info: sample::info("raw"),
        book,
        entries,
        based_on: None,
        audit: Vec::new(),
    };
    let attempts = [
        ("customers in no order", raw(vec![row(1), row(0)], vec![])),
        ("a customer twice", raw(vec![row(0), row(0)], vec![])),
        ("an entry twice", raw(vec![row(0)], vec![twice.clone(), twice.clone()])),
        ("an entry of nobody", raw(vec![], vec![twice])),
        ("a fact that is no number", raw(vec![unknown], vec![])),
        ("a name without end", raw(vec![endless], vec![])),
    ];
    for (what, batch) in attempts {
        let outcome = wait(store.import(WORKSPACE, batch));
        assert!(matches!(outcome, Err(StoreError::Refused(_))), "{what}: {outcome:?}");
    }
    check_same(&*store, &MemoryStore::default(), WORKSPACE)
}

fn replacement(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let first =
        vec![(0, invoice("1", DAY, 10)), (0, invoice("2", DAY, 20)), (1, invoice("1", DAY, 5))];
    wait(store.import(WORKSPACE, batch("a", vec![row(0), row(1)], first)))?;
    // The corrected entry has another date, and so another place.
    let corrected = vec![(0, invoice("1", date(2025, 1, 1), 11))];
    wait(store.import(WORKSPACE, batch("b", vec![row(0)], corrected)))?;
    let found = wait(store.ledger(WORKSPACE, EVERYBODY))?;
    let amounts = found.iter().map(|(no, keyed)| (*no, keyed.entry.amount.to_f64()));
    assert_eq!(amounts.collect::<Vec<_>>(), [(0, 11.0), (0, 20.0), (1, 5.0)]);
    Ok(())
}

fn undo(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let layer = |name, euros| batch(name, vec![row(0)], vec![(0, invoice("1", DAY, euros))]);
    for (name, euros) in [("a", 1), ("b", 2), ("c", 3)] {
        wait(store.import(WORKSPACE, layer(name, euros)))?;
    }
    let amount = || -> Result<Option<f64>, StoreError> {
        let found = wait(store.ledger(WORKSPACE, EVERYBODY))?;
        assert!(found.len() <= 1);
        Ok(found.first().map(|(_, keyed)| keyed.entry.amount.to_f64()))
    };
    for (import, left) in [(2, Some(3.0)), (3, Some(1.0)), (1, None)] {
        let info = wait(store.undo(WORKSPACE, import, Timestamp::UNIX_EPOCH, &[]))?;
        assert_eq!((info.id, info.undone_at), (import, Some(Timestamp::UNIX_EPOCH)));
        assert_eq!(amount()?, left, "after undoing {import}");
    }
    assert_eq!(wait(store.customers(WORKSPACE, EVERYBODY))?, [], "nobody knows the customer");
    wait(store.import(WORKSPACE, layer("d", 4)))?;
    assert_eq!(amount()?, Some(4.0));
    Ok(())
}

fn undo_once(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    wait(store.import(WORKSPACE, batch("a", vec![row(0)], vec![])))?;
    let undo = |import| wait(store.undo(WORKSPACE, import, Timestamp::UNIX_EPOCH, &[]));
    for import in [0, 2, u32::MAX] {
        assert!(matches!(undo(import), Err(StoreError::NoSuchImport(found)) if found == import));
    }
    undo(1)?;
    assert!(matches!(undo(1), Err(StoreError::NoSuchImport(1))), "undone before");
    Ok(())
}

fn by_hand(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let named = |no, name: &str| {
        let stated = Profile { name: Some(name.to_owned()), ..Profile::default() };
        crate::BookRow { stated, ..row(no) }
    };
    let hand = |book| {
        let mut edit = batch("hand", book, vec![]);
        edit.info.by_hand = true;
        edit
    };
    let everybody = || -> Result<Vec<(CustomerNo, Option<String>)>, StoreError> {
        let known = wait(store.customers(WORKSPACE, EVERYBODY))?;
        Ok(known.into_iter().map(|customer| (customer.no, customer.profile.name)).collect())
    };
    let some = |no, name: &str| (no, Some(name.to_owned()));
    let first = wait(store.import(WORKSPACE, batch("a", vec![row(0), row(1)], vec![])))?;
    wait(store.import(WORKSPACE, batch("b", vec![named(1, "One")], vec![])))?;
    let refused = wait(store.import(WORKSPACE, hand(vec![row(2)])));
    assert!(matches!(refused, Err(StoreError::Refused(_))), "{refused:?}");
    wait(store.import(WORKSPACE, hand(vec![named(0, "Nil"), named(1, "Uno")])))?;
    assert_eq!(everybody()?, [some(0, "Nil"), some(1, "Uno")]);
    wait(store.undo(WORKSPACE, first, Timestamp::UNIX_EPOCH, &[]))?;
    assert_eq!(everybody()?, [some(1, "Uno")], "only the hand knows 0");
    wait(store.undo(WORKSPACE, 2, Timestamp::UNIX_EPOCH, &[]))?;
    assert_eq!(everybody()?, [], "only the hand knows anybody");
    wait(store.import(WORKSPACE, batch("again", vec![row(0)], vec![])))?;
    assert_eq!(everybody()?, [some(0, "Nil")], "what was said by hand counts again");
    Ok(())
}

fn profiles(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let named = |name: &str| Profile { name: Some(name.to_owned()), ..Profile::default() };
    let stated = |name| crate::BookRow { stated: named(name), ..row(0) };
    let mentioned = |name| crate::BookRow { mentioned: named(name), ..row(0) };
    let name = || -> Result<Option<String>, StoreError> {
        let mut known = wait(store.customers(WORKSPACE, EVERYBODY))?;
        Ok(known.pop().and_then(|customer| customer.profile.name))
    };
    let steps = [
        (mentioned("m1"), "m1"),
        (mentioned("m2"), "m2"),
        (stated("s1"), "s1"),
        (mentioned("m3"), "s1"),
        (stated("s2"), "s2"),
        (row(0), "s2"),
    ];
    for (row, expected) in steps {
        wait(store.import(WORKSPACE, batch("a", vec![row], vec![])))?;
        assert_eq!(name()?.as_deref(), Some(expected));
    }
    for (import, expected) in [(5, Some("s1")), (3, Some("m3")), (4, Some("m2"))] {
        wait(store.undo(WORKSPACE, import, Timestamp::UNIX_EPOCH, &[]))?;
        assert_eq!(name()?.as_deref(), expected);
    }
    Ok(())
}

fn ranges(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    let book: Vec<_> = (0..2500).map(row).collect();
    // Every third customer has an entry, and a second layer has every seventh.
    let entries =
        |step| (0..2500).step_by(step).map(|no| (no, invoice("1", DAY, no.into()))).collect();
    for store in [&*store, &reference as &dyn Store] {
        wait(store.import(WORKSPACE, batch("a", book.clone(), entries(3))))?;
        let sevenths = (0..2500).step_by(7).map(row).collect();
        wait(store.import(WORKSPACE, batch("b", sevenths, entries(7))))?;
    }
    #[allow(clippy::reversed_empty_ranges)]
    let ranges = [
        0..0,
        0..1,
        255..257,
        1023..1025,
        1024..2048,
        700..701,
        2499..2500,
        2400..9999,
        2500..9999,
        9..3,
        CustomerNo::MAX..CustomerNo::MAX,
    ];
    for range in ranges {
        let customers = |store: &dyn Store| wait(store.customers(WORKSPACE, range.clone()));
        assert_eq!(customers(&*store)?, customers(&reference)?, "{range:?}");
        let ledger = |store: &dyn Store| wait(store.ledger(WORKSPACE, range.clone()));
        assert_eq!(ledger(&*store)?, ledger(&reference)?, "{range:?}");
    }
    Ok(())
}

fn large(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    let mut chance = Chance::new(5);
    // One customer has more than fits in a block, others have long texts.
    let mut entries: Vec<_> =
        (0..10_000).map(|number| (3, invoice(&number.to_string(), DAY, number))).collect();
    for no in 0..5000 {
        for occurrence in 0..4 {
            let entry = sample::any_entry(&mut chance);
            entries.push((no, crate::conformance::imports::keyed(entry, occurrence)));
        }
    }
    let mut book: Vec<_> = (0..5000).map(row).collect();
    for row in &mut book {
        row.stated = sample::any_profile(&mut chance);
        if row.no % 100 == 0 {
            row.stated.given_value = Some("long ".repeat(10_000));
        }
    }
    let batch = batch("large.csv", book, entries);
    for store in [&*store, &reference as &dyn Store] {
        wait(store.import(WORKSPACE, batch.clone()))?;
    }
    check_same(&*store, &reference, WORKSPACE)
}

fn keyed(
    entry: klantwijzer_core::ledger::Entry,
    occurrence: u32,
) -> klantwijzer_core::ledger::KeyedEntry {
    klantwijzer_core::ledger::KeyedEntry { key: entry.key(occurrence), entry }
}

fn many_small(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    let mut chance = Chance::new(6);
    for _ in 0..500 {
        let next = wait(reference.next_customer(WORKSPACE))?;
        let batch = sample::any_batch(&mut chance, next, 3, 2);
        wait(reference.import(WORKSPACE, batch.clone()))?;
        wait(store.import(WORKSPACE, batch))?;
    }
    check_same(&*store, &reference, WORKSPACE)
}

fn any_course(make: Make<'_>) -> Result<(), StoreError> {
    for seed in 0..6 {
        let store = make()?;
        let reference = MemoryStore::default();
        let mut chance = Chance::new(seed);
        for _ in 0..30 {
            let next = wait(reference.next_customer(WORKSPACE))?;
            if chance.one_in(4) {
                let import = chance.below(12) as u32;
                let undo = |store: &dyn Store| {
                    wait(store.undo(WORKSPACE, import, Timestamp::UNIX_EPOCH, &[])).ok()
                };
                assert_eq!(undo(&*store), undo(&reference));
            } else {
                let batch = sample::any_batch(&mut chance, next, 300, 3);
                let expected = wait(reference.import(WORKSPACE, batch.clone()))?;
                assert_eq!(wait(store.import(WORKSPACE, batch))?, expected);
            }
        }
        check_same(&*store, &reference, WORKSPACE)?;
    }
    Ok(())
}
