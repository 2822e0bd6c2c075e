//! Versions of a workspace, and what is worked out from one.

use std::thread;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use klantwijzer_core::access::Action;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;

use super::erasure::erasure;
use super::sample::{self, batch, row};
use super::{Make, Rule, check_same, wait};
use crate::{Batch, Erasure, MemoryStore, Store, StoreError, Version};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("a version grows with what is written and with nothing else", growth),
    ("what was worked out from an earlier version is a conflict", conflicts),
    ("of writers that worked from one version one wins", one_winner),
    ("a version never comes back", never_again),
    ("workspaces have versions of their own", apart),
];

const WORKSPACE: WorkspaceId = WorkspaceId::guild(80 << 22);
const DAY: Date = date(2026, 3, 4);

type Write = fn(&dyn Store, Option<Version>) -> Result<(), StoreError>;

/// What is worked out from what was read.
const WORKED_OUT: [(&str, Write); 4] = [
    ("an import", |store, based_on| {
        let next = wait(store.next_customer(WORKSPACE))?;
        let batch = Batch { based_on, ..batch("a", vec![row(next)], Vec::new()) };
        wait(store.import(WORKSPACE, batch)).map(|_| ())
    }),
    ("settings", |store, based_on| {
        let settings = Settings { account_managers: 9, ..Settings::default() };
        wait(store.save_settings(WORKSPACE, "team", &settings, based_on, &[]))
    }),
    ("a review", |store, based_on| {
        wait(store.record_review(WORKSPACE, sample::header(DAY), Vec::new(), based_on)).map(|_| ())
    }),
    ("an erasure", |store, based_on| {
        let erasure = Erasure { based_on, ..erasure(0, "nobody") };
        wait(store.erase(WORKSPACE, &erasure, None, &[]))
    }),
];

fn version(store: &dyn Store) -> Result<Version, StoreError> {
    wait(store.version(WORKSPACE))
}

fn growth(make: Make<'_>) -> Result<(), StoreError> {
    let store = &*make()?;
    assert_eq!(version(store)?, 0);
    let line = [sample::line(Action::LookAtCard, &[])];
    let mut last = 0;
    let mut grows = |what: &str, grows: bool| -> Result<(), StoreError> {
        let now = version(store)?;
        assert!(if grows { now > last } else { now == last }, "{what}: from {last} to {now}");
        last = now;
        Ok(())
    };
    for (what, write) in WORKED_OUT {
        write(store, None)?;
        grows(what, true)?;
    }
    write_second(store)?;
    grows("an import", true)?;
    wait(store.undo(WORKSPACE, 1, Timestamp::UNIX_EPOCH, &[]))?;
    grows("undoing one", true)?;
    wait(store.set_override(WORKSPACE, &sample::decision(1, "why"), &[]))?;
    grows("an override", true)?;
    wait(store.clear_override(WORKSPACE, 1, &[]))?;
    grows("taking it away", true)?;
    wait(store.schedule_deletion(WORKSPACE, Some(DAY), &[]))?;
    grows("the day of a deletion", true)?;

    wait(store.schedule_deletion(WORKSPACE, Some(DAY), &line))?;
    wait(store.clear_override(WORKSPACE, 1, &line))?;
    grows("what is so already", false)?;
    wait(store.note(WORKSPACE, &line))?;
    wait(store.forget_audit(WORKSPACE, Timestamp::MAX))?;
    grows("the audit", false)?;
    assert!(wait(store.undo(WORKSPACE, 1, Timestamp::UNIX_EPOCH, &[])).is_err());
    assert!(wait(store.import(WORKSPACE, batch("gap", vec![row(77)], Vec::new()))).is_err());
    grows("what was refused", false)?;
    wait(store.customers(WORKSPACE, 0..9))?;
    wait(store.backup(&mut Vec::new()))?;
    grows("reading", false)
}

fn write_second(store: &dyn Store) -> Result<(), StoreError> {
    let next = wait(store.next_customer(WORKSPACE))?;
    wait(store.import(WORKSPACE, batch("b", vec![row(next)], Vec::new()))).map(|_| ())
}

fn conflicts(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    for (what, write) in WORKED_OUT {
        let stale = version(&*store)?;
        for store in [&*store, &reference as &dyn Store] {
            write_second(store)?;
        }
        let outcome = write(&*store, Some(stale));
        assert!(matches!(outcome, Err(StoreError::Conflict)), "{what}: {outcome:?}");
        check_same(&*store, &reference, WORKSPACE)?;
        for store in [&*store, &reference as &dyn Store] {
            write(store, Some(version(store)?))?;
        }
    }
    check_same(&*store, &reference, WORKSPACE)
}

fn one_winner(make: Make<'_>) -> Result<(), StoreError> {
    let store = &*make()?;
    for round in 0..10 {
        let based_on = Some(version(store)?);
        let settings = Settings { account_managers: round, ..Settings::default() };
        let save = || wait(store.save_settings(WORKSPACE, "team", &settings, based_on, &[]));
        let outcomes = thread::scope(|scope| {
            let other = scope.spawn(save);
            [Ok(save()), other.join()]
        });
        let won = outcomes.iter().filter(|outcome| matches!(outcome, Ok(Ok(())))).count();
        let lost = |it: &&thread::Result<_>| matches!(it, Ok(Err(StoreError::Conflict)));
        assert_eq!((won, outcomes.iter().filter(lost).count()), (1, 1), "round {round}");
    }
    Ok(())
}

fn never_again(make: Make<'_>) -> Result<(), StoreError> {
    let store = &*make()?;
    for _ in 0..5 {
        write_second(store)?;
    }
    let before = version(store)?;
    let mut file = Vec::new();
    wait(store.backup(&mut file))?;
    wait(store.delete_workspace(WORKSPACE))?;
    assert_eq!(version(store)?, 0, "as if it had never been written to");
    write_second(store)?;
    assert!(version(store)? > before);
    let restored = &*make()?;
    wait(restored.restore(&mut file.as_slice()))?;
    let there = version(restored)?;
    assert!(there >= before);
    write_second(restored)?;
    assert!(version(restored)? > there);
    wait(restored.delete_workspace(WORKSPACE))?;
    write_second(restored)?;
    assert!(version(restored)? > there + 1);
    Ok(())
}

fn apart(make: Make<'_>) -> Result<(), StoreError> {
    let store = &*make()?;
    write_second(store)?;
    let before = version(store)?;
    let other = WorkspaceId::guild(81 << 22);
    wait(store.import(other, batch("other", vec![row(0)], Vec::new())))?;
    assert_eq!(version(store)?, before);
    assert!(wait(store.version(other))? > 0);
    Ok(())
}
