//! Workspaces and their settings.

use klantwijzer_core::definition::Definition;
use klantwijzer_core::money::Currency;
use klantwijzer_core::settings::{Rate, Settings};
use klantwijzer_core::workspace::WorkspaceId;

use super::sample::{self, Chance};
use super::{Make, Rule, check_same, wait};
use crate::{MemoryStore, Store, StoreError};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("a workspace that was never written to is empty", empty),
    ("settings come back", settings),
    ("another name for the same workspace is a conflict", names),
    ("settings that cannot be kept exactly are refused", inexact_settings),
    ("workspaces do not see each other", isolation),
];

fn empty(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    assert_eq!(wait(store.workspaces())?, []);
    check_same(&*store, &MemoryStore::default(), WorkspaceId::guild(7))?;
    assert_eq!(wait(store.workspaces())?, [], "reading makes no workspace");
    Ok(())
}

fn settings(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let workspace = WorkspaceId::named("local");
    let mut settings = Settings::default();
    wait(store.save_settings(workspace, "local", &settings, None, &[]))?;
    assert_eq!(wait(store.settings(workspace))?, Some(settings.clone()));
    settings.default_definition = Definition::EarnedOver { amount: None, margin: true };
    let long = |number| (sample::id(number), "invoices_total > 0 ".repeat(100));
    settings.definitions = (0..40).map(long).collect();
    settings.rates = Currency::new("USD")
        .map(|currency| Rate { currency, from: None, rate: 0.9 })
        .into_iter()
        .collect();
    wait(store.save_settings(workspace, "local", &settings, None, &[]))?;
    assert_eq!(wait(store.settings(workspace))?, Some(settings));
    // Shorter ones leave nothing of longer ones.
    wait(store.save_settings(workspace, "local", &Settings::default(), None, &[]))?;
    assert_eq!(wait(store.settings(workspace))?, Some(Settings::default()));
    assert_eq!(wait(store.workspaces())?, [(workspace, "local".to_owned())]);
    Ok(())
}

fn names(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let workspace = WorkspaceId::guild(1);
    let mut settings = Settings::default();
    wait(store.save_settings(workspace, "one", &settings, None, &[]))?;
    settings.account_managers = 4;
    let other = wait(store.save_settings(workspace, "two", &settings, None, &[]));
    assert!(matches!(other, Err(StoreError::Conflict)), "{other:?}");
    assert_eq!(wait(store.settings(workspace))?, Some(Settings::default()));
    assert_eq!(wait(store.workspaces())?, [(workspace, "one".to_owned())]);
    Ok(())
}

fn inexact_settings(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let workspace = WorkspaceId::guild(1);
    let mut settings = Settings::default();
    settings.thresholds.dependence = f64::INFINITY;
    let saved = wait(store.save_settings(workspace, "one", &settings, None, &[]));
    assert!(matches!(saved, Err(StoreError::Refused(_))), "{saved:?}");
    assert_eq!(wait(store.settings(workspace))?, None);
    Ok(())
}

fn isolation(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    // The first two lie in one part, the third in another, the last has a name.
    let workspaces = [
        WorkspaceId::guild(5),
        WorkspaceId::guild(6),
        WorkspaceId::guild(1 << 22),
        WorkspaceId::named("local"),
    ];
    assert_eq!(workspaces[0].part(), workspaces[1].part());
    assert_ne!(workspaces[0].part(), workspaces[2].part());
    let references: Vec<MemoryStore> = workspaces.iter().map(|_| MemoryStore::default()).collect();
    let day = jiff::civil::date(2026, 5, 4);
    for round in 0..3 {
        for (seed, (workspace, reference)) in (0..).zip(workspaces.iter().zip(&references)) {
            for store in [&*store, reference as &dyn Store] {
                let mut chance = Chance::new(100 * round + seed);
                let next = wait(store.next_customer(*workspace))?;
                let batch = sample::any_batch(&mut chance, next, 20, 3);
                wait(store.import(*workspace, batch))?;
                wait(store.set_override(*workspace, &sample::decision(seed as u32, "why"), &[]))?;
                let chunk = sample::any_chunk(&mut chance, 5, 3, 2);
                wait(store.record_review(
                    *workspace,
                    sample::header(day),
                    vec![chunk.into()],
                    None,
                ))?;
            }
        }
    }
    for (workspace, reference) in workspaces.iter().zip(&references) {
        check_same(&*store, reference, *workspace)?;
    }
    let mut sorted = workspaces.map(|workspace| (workspace, String::new()));
    sorted.sort();
    assert_eq!(wait(store.workspaces())?, sorted);
    Ok(())
}
