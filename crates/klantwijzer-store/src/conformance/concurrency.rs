//! Readers and writers at the same time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::workspace::WorkspaceId;

use super::sample::{batch, invoice, row};
use super::{Make, Rule, wait};
use crate::{Store, StoreError};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("a reader sees an import whole or not at all", whole_imports),
    ("of two imports that give the same numbers one is a conflict", one_winner),
];

const WORKSPACE: WorkspaceId = WorkspaceId::guild(79 << 22);
const DAY: Date = date(2026, 3, 4);

/// Customers over several blocks.
const CUSTOMERS: CustomerNo = 1500;

fn whole_imports(make: Make<'_>) -> Result<(), StoreError> {
    let store = &*make()?;
    let done = &AtomicBool::new(false);
    thread::scope(|scope| {
        let readers = [0, 1].map(|_| scope.spawn(move || read_until(store, done)));
        let written = write_layers(store);
        done.store(true, Ordering::Release);
        for reader in readers {
            let read = reader.join();
            assert!(read.is_ok(), "a reader saw part of an import");
            read.unwrap_or(Ok(()))?;
        }
        written
    })
}

/// Every import gives every customer one more entry; an undo takes one away.
fn write_layers(store: &dyn Store) -> Result<(), StoreError> {
    for number in 0..12 {
        let entries = (0..CUSTOMERS).map(|no| (no, invoice(&number.to_string(), DAY, 1)));
        let layer = batch("layer", (0..CUSTOMERS).map(row).collect(), entries.collect());
        let import = wait(store.import(WORKSPACE, layer))?;
        if number % 3 == 2 {
            wait(store.undo(WORKSPACE, import - 1, Timestamp::UNIX_EPOCH, &[]))?;
        }
    }
    Ok(())
}

fn read_until(store: &dyn Store, done: &AtomicBool) -> Result<(), StoreError> {
    while !done.load(Ordering::Acquire) {
        let mut counts = vec![0; CUSTOMERS as usize];
        for (no, _) in wait(store.ledger(WORKSPACE, 0..CUSTOMERS))? {
            counts[no as usize] += 1;
        }
        assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
        let known = wait(store.customers(WORKSPACE, 0..CUSTOMERS))?.len();
        assert!([0, CUSTOMERS as usize].contains(&known), "{known} customers");
    }
    Ok(())
}

fn one_winner(make: Make<'_>) -> Result<(), StoreError> {
    let store = &*make()?;
    for round in 0..10 {
        let import = || wait(store.import(WORKSPACE, batch("same", vec![row(round)], Vec::new())));
        let outcomes = thread::scope(|scope| {
            let other = scope.spawn(import);
            [Ok(import()), other.join()]
        });
        let won = outcomes.iter().filter(|outcome| matches!(outcome, Ok(Ok(_)))).count();
        let lost = |it: &&thread::Result<_>| matches!(it, Ok(Err(StoreError::Conflict)));
        // Who comes second with the same id of a known customer is no conflict.
        assert!(won >= 1 && won + outcomes.iter().filter(lost).count() == 2);
    }
    assert_eq!(wait(store.next_customer(WORKSPACE))?, 10);
    Ok(())
}
