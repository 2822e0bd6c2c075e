//! Deleting workspaces.

use jiff::civil::date;
use klantwijzer_core::access::Action;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;

use super::sample::{self, Chance};
use super::{Make, Rule, check_same, wait};
use crate::{AuditFilter, MemoryStore, Store, StoreError, Workspaces};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("the day of a deletion is kept, changed and taken away", days),
    ("a deleted workspace is as if it had never been, and the others stay", deleting),
];

/// The second has the same part as the first.
const WORKSPACES: [WorkspaceId; 3] =
    [WorkspaceId::guild(8 << 22), WorkspaceId::guild((8 << 22) | 1), WorkspaceId::guild(9 << 22)];

fn fill(store: &dyn Store, workspace: WorkspaceId, seed: u64) -> Result<(), StoreError> {
    let mut chance = Chance::new(seed);
    wait(store.save_settings(workspace, "team", &Settings::default(), None, &[]))?;
    for _ in 0..3 {
        let next = wait(store.next_customer(workspace))?;
        wait(store.import(workspace, sample::any_batch(&mut chance, next, 300, 4)))?;
    }
    wait(store.undo(workspace, 2, jiff::Timestamp::UNIX_EPOCH, &[]))?;
    let chunk = sample::any_chunk(&mut chance, 100, 9, 3);
    wait(store.record_review(
        workspace,
        sample::header(date(2026, 1, 1)),
        vec![chunk.into()],
        None,
    ))?;
    wait(store.set_override(workspace, &sample::decision(0, "why"), &[]))?;
    wait(store.note(workspace, &[sample::line(Action::Export, &["K1"])]))
}

fn days(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let [one, two, never] = WORKSPACES;
    let audit = [sample::line(Action::DeleteWorkspace, &[])];
    wait(store.schedule_deletion(never, Some(date(2027, 1, 1)), &audit))?;
    assert_eq!((wait(store.deletions())?, wait(store.workspaces())?), (vec![], vec![]));
    for workspace in [one, two] {
        fill(&*store, workspace, 3)?;
        wait(store.schedule_deletion(workspace, Some(date(2027, 1, 1)), &audit))?;
    }
    wait(store.schedule_deletion(two, Some(date(2027, 2, 1)), &audit))?;
    wait(store.schedule_deletion(two, Some(date(2027, 2, 1)), &audit))?;
    let both = [(one, date(2027, 1, 1)), (two, date(2027, 2, 1))];
    assert_eq!(wait(store.deletions())?, both);
    wait(store.schedule_deletion(one, None, &audit))?;
    assert_eq!(wait(store.deletions())?, both[1..]);
    let filter = AuditFilter { action: Some(Action::DeleteWorkspace), ..AuditFilter::default() };
    for workspace in [one, two] {
        assert_eq!(wait(store.audit(workspace, &filter, 10))?.len(), 2);
    }
    Ok(())
}

fn deleting(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    for (seed, workspace) in (1..).zip(WORKSPACES) {
        fill(&*store, workspace, seed)?;
        if workspace != WORKSPACES[1] {
            fill(&reference, workspace, seed)?;
        }
    }
    wait(store.delete_workspace(WORKSPACES[1]))?;
    wait(store.delete_workspace(WORKSPACES[1]))?;
    for workspace in WORKSPACES {
        check_same(&*store, &reference, workspace)?;
    }
    assert_eq!(wait(store.workspaces())?, wait(reference.workspaces())?);
    // Another team can begin there, under another name.
    for store in [&*store, &reference as &dyn Store] {
        wait(store.save_settings(WORKSPACES[1], "another", &Settings::default(), None, &[]))?;
        wait(store.import(WORKSPACES[1], sample::any_batch(&mut Chance::new(9), 0, 50, 3)))?;
    }
    check_same(&*store, &reference, WORKSPACES[1])
}
