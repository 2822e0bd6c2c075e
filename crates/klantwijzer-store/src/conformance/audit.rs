//! Who did what.

use jiff::{Timestamp, ToSpan};
use klantwijzer_core::access::{Action, PersonId};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;

use super::sample::{self, line};
use super::{Make, Rule, wait};
use crate::{AuditFilter, AuditLine, Store, StoreError};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("every change takes its lines along", with_changes),
    ("what is refused leaves no line", refused),
    ("lines are found by what they say, the last one first, a page at a time", filters),
    ("lines are forgotten by age, and numbers are not given again", forgetting),
];

const WORKSPACE: WorkspaceId = WorkspaceId::guild(5 << 22);

fn lines(store: &dyn Store, workspace: WorkspaceId) -> Result<Vec<AuditLine>, StoreError> {
    wait(store.audit(workspace, &AuditFilter::default(), usize::MAX))
}

fn with_changes(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let mut batch = sample::batch("a", vec![sample::row(0)], Vec::new());
    batch.audit = vec![line(Action::Import, &[]), line(Action::AssignOwner, &["K00000"])];
    let import = wait(store.import(WORKSPACE, batch))?;
    let settings = Settings::default();
    let of = |action| [line(action, &["K00000"])];
    wait(store.save_settings(WORKSPACE, "team", &settings, None, &of(Action::ChangeSettings)))?;
    wait(store.set_override(WORKSPACE, &sample::decision(0, "why"), &of(Action::Override)))?;
    wait(store.clear_override(WORKSPACE, 0, &of(Action::Judge)))?;
    wait(store.undo(WORKSPACE, import, Timestamp::UNIX_EPOCH, &of(Action::UndoImport)))?;
    wait(store.note(WORKSPACE, &of(Action::LookAtCard)))?;
    let found = lines(&*store, WORKSPACE)?;
    let told: Vec<_> = found.iter().map(|line| (line.number, line.action, line.import)).collect();
    let expected = [
        (7, Action::LookAtCard, None),
        (6, Action::UndoImport, Some(import)),
        (5, Action::Judge, None),
        (4, Action::Override, None),
        (3, Action::ChangeSettings, None),
        (2, Action::AssignOwner, Some(import)),
        (1, Action::Import, Some(import)),
    ];
    assert_eq!(told, expected);
    let first = line(Action::AssignOwner, &["K00000"]);
    assert_eq!(found[5], AuditLine { number: 2, import: Some(import), ..first });
    assert_eq!(lines(&*store, WorkspaceId::guild(6 << 22))?, []);
    Ok(())
}

fn refused(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let audit = [line(Action::Import, &[])];
    let mut gap = sample::batch("a", vec![sample::row(3)], Vec::new());
    gap.audit = audit.to_vec();
    assert!(wait(store.import(WORKSPACE, gap)).is_err());
    assert!(wait(store.undo(WORKSPACE, 1, Timestamp::UNIX_EPOCH, &audit)).is_err());
    wait(store.clear_override(WORKSPACE, 1, &audit))?;
    wait(store.save_settings(WORKSPACE, "one", &Settings::default(), None, &[]))?;
    assert!(
        wait(store.save_settings(WORKSPACE, "two", &Settings::default(), None, &audit)).is_err()
    );
    let endless = AuditLine { detail: "x".repeat(1 << 20), ..line(Action::Export, &[]) };
    assert!(matches!(wait(store.note(WORKSPACE, &[endless])), Err(StoreError::Refused(_))));
    assert_eq!(lines(&*store, WORKSPACE)?, []);
    Ok(())
}

fn filters(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let start = Timestamp::UNIX_EPOCH;
    for number in 0..300_u32 {
        let id = format!("K{}", number % 3);
        let action = if number % 2 == 0 { Action::LookAtCard } else { Action::Export };
        let at = start + i64::from(number).hours();
        let person = PersonId::discord(u64::from(number % 5));
        wait(store.note(WORKSPACE, &[AuditLine { at, person, ..line(action, &[&id]) }]))?;
    }
    let all = lines(&*store, WORKSPACE)?;
    assert!(all.iter().map(|line| line.number).eq((1..=300).rev()));
    let any = AuditFilter::default;
    let cases = [
        AuditFilter { customer: Some("K1".into()), ..any() },
        AuditFilter { person: Some(PersonId::discord(3)), ..any() },
        AuditFilter { action: Some(Action::Export), customer: Some("K2".into()), ..any() },
        AuditFilter { since: Some(start + 250.hours()), ..any() },
        AuditFilter { before: Some(7), ..any() },
        AuditFilter { customer: Some("nobody".into()), ..any() },
    ];
    for filter in cases {
        let expected: Vec<_> = all.iter().filter(|line| filter.holds(line)).cloned().collect();
        let mut found = Vec::new();
        let mut page = filter.clone();
        loop {
            let next = wait(store.audit(WORKSPACE, &page, 7))?;
            assert!(next.len() <= 7);
            let Some(last) = next.last() else { break };
            page.before = Some(last.number);
            found.extend(next);
        }
        assert_eq!(found, expected, "{filter:?}");
    }
    Ok(())
}

fn forgetting(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let at = |hour: i64| Timestamp::UNIX_EPOCH + hour.hours();
    for hour in [1, 2, 3, 4] {
        wait(store.note(WORKSPACE, &[AuditLine { at: at(hour), ..line(Action::Export, &[]) }]))?;
    }
    assert_eq!(wait(store.forget_audit(WORKSPACE, at(3)))?, 2);
    assert_eq!(wait(store.forget_audit(WORKSPACE, at(3)))?, 0);
    wait(store.note(WORKSPACE, &[AuditLine { at: at(9), ..line(Action::Export, &[]) }]))?;
    let left: Vec<u32> = lines(&*store, WORKSPACE)?.iter().map(|line| line.number).collect();
    assert_eq!(left, [5, 4, 3]);
    Ok(())
}
