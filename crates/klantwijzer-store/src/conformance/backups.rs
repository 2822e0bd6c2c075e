//! Backups.

use jiff::Timestamp;
use jiff::civil::date;
use klantwijzer_core::access::Action;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;

use super::sample::{self, Chance};
use super::{Make, Rule, check_same, wait};
use crate::{Store, StoreError};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("a backup brings everything back", round_trip),
    ("a backup is restored in an empty store only", empty_only),
    ("a backup that is cut off, changed or foreign restores nothing", damaged),
    ("a backup that cannot be written says so", unwritable),
];

fn filled(make: Make<'_>) -> Result<(Box<dyn Store>, [WorkspaceId; 2]), StoreError> {
    let store = make()?;
    let workspaces = [WorkspaceId::named("local"), WorkspaceId::guild(4 << 22)];
    for workspace in workspaces {
        let mut chance = Chance::new(workspace.get());
        wait(store.save_settings(workspace, "team", &Settings::default(), None, &[]))?;
        for _ in 0..3 {
            let next = wait(store.next_customer(workspace))?;
            wait(store.import(workspace, sample::any_batch(&mut chance, next, 500, 4)))?;
        }
        wait(store.undo(workspace, 2, Timestamp::UNIX_EPOCH, &[]))?;
        let chunk = sample::any_chunk(&mut chance, 100, 9, 3);
        wait(store.record_review(
            workspace,
            sample::header(date(2026, 1, 1)),
            vec![chunk.into()],
            None,
        ))?;
        let audit = [sample::line(Action::Override, &["K00003"])];
        wait(store.set_override(workspace, &sample::decision(3, "why"), &audit))?;
    }
    Ok((store, workspaces))
}

fn round_trip(make: Make<'_>) -> Result<(), StoreError> {
    let (store, workspaces) = filled(make)?;
    let mut file = Vec::new();
    let written = wait(store.backup(&mut file))?;
    assert_eq!((written.workspaces, written.bytes), (2, file.len() as u64));
    let other = make()?;
    let read = wait(other.restore(&mut file.as_slice()))?;
    assert_eq!(read, written);
    assert_eq!(wait(other.workspaces())?, wait(store.workspaces())?);
    for workspace in workspaces {
        check_same(&*other, &*store, workspace)?;
        // Life goes on: the next numbers are the same.
        for store in [&*store, &*other] {
            let next = wait(store.next_customer(workspace))?;
            let batch = sample::any_batch(&mut Chance::new(4), next, 50, 4);
            assert_eq!(wait(store.import(workspace, batch))?, 4);
        }
        check_same(&*other, &*store, workspace)?;
    }
    let mut again = Vec::new();
    let empty = make()?;
    wait(empty.backup(&mut again))?;
    assert_eq!(wait(make()?.restore(&mut again.as_slice()))?.workspaces, 0);
    Ok(())
}

fn empty_only(make: Make<'_>) -> Result<(), StoreError> {
    let (store, workspaces) = filled(make)?;
    let mut file = Vec::new();
    wait(store.backup(&mut file))?;
    let other = make()?;
    let workspace = workspaces[0];
    wait(other.import(workspace, sample::batch("a", vec![sample::row(0)], Vec::new())))?;
    let outcome = wait(other.restore(&mut file.as_slice()));
    assert!(matches!(outcome, Err(StoreError::Refused(_))), "{outcome:?}");
    assert_eq!(wait(other.next_customer(workspace))?, 1);
    assert_eq!(wait(other.workspaces())?.len(), 1);
    Ok(())
}

fn damaged(make: Make<'_>) -> Result<(), StoreError> {
    let (store, workspaces) = filled(make)?;
    let mut file = Vec::new();
    wait(store.backup(&mut file))?;
    let other = make()?;
    let refused = |bytes: &[u8], what: &str| -> Result<(), StoreError> {
        let outcome = wait(other.restore(&mut { bytes }));
        let fits = matches!(outcome, Err(StoreError::BadBackup(_) | StoreError::Newer { .. }));
        assert!(fits, "{what}: {outcome:?}");
        assert_eq!(wait(other.workspaces())?, [], "{what}");
        Ok(())
    };
    let mut chance = Chance::new(3);
    for _ in 0..20 {
        let length = chance.below(file.len() as u64) as usize;
        refused(&file[..length], &format!("cut off at {length}"))?;
        let mut changed = file.clone();
        let (at, bit) = (chance.below(file.len() as u64) as usize, chance.below(8));
        changed[at] ^= 1 << bit;
        refused(&changed, &format!("bit {bit} of {at} flipped"))?;
    }
    refused(&file[..file.len() - 1], "the last byte is missing")?;
    refused(&[file.as_slice(), b"more"].concat(), "something was added")?;
    refused(b"", "empty")?;
    refused(&b"name;country\n".repeat(1000), "another file")?;
    // After all that the good one is welcome.
    wait(other.restore(&mut file.as_slice()))?;
    check_same(&*other, &*store, workspaces[0])?;
    // And a store that refused one takes anything else.
    let other = make()?;
    let outcome = wait(other.restore(&mut &file[..file.len() - 1]));
    assert!(matches!(outcome, Err(StoreError::BadBackup(_))), "{outcome:?}");
    let batch = sample::batch("a", vec![sample::row(0)], Vec::new());
    assert_eq!(wait(other.import(workspaces[0], batch))?, 1);
    Ok(())
}

fn unwritable(make: Make<'_>) -> Result<(), StoreError> {
    let (store, workspaces) = filled(make)?;
    let mut small = [0; 1000];
    let outcome = wait(store.backup(&mut &mut small[..]));
    assert!(matches!(outcome, Err(StoreError::BackupFailed(_))), "{outcome:?}");
    wait(store.clear_override(workspaces[0], 3, &[]))
}
