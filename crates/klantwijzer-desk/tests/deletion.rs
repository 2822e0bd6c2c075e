//! A workspace is deleted on its day, and not before.

mod team;

use std::num::NonZeroUsize;
use std::sync::Arc;

use jiff::civil::date;
use klantwijzer_core::access::Level;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::{Desk, DeskError, Who};
use klantwijzer_store::conformance::wait;
use klantwijzer_store::{MemoryStore, Workspaces};
use klantwijzer_store_sled::SledStore;

use team::{DAY, WORKSPACE, desk, records, who};

#[test]
fn the_day_survives_a_restart_and_deletes_all_of_that_workspace_only() {
    let folder = tempfile::tempdir().unwrap();
    let open = || Desk::new(Arc::new(SledStore::open(folder.path()).unwrap()), Vec::new());
    let other = WorkspaceId::guild(8 << 22);
    let admin = who(Some(Level::Admin));
    let in_workspace = |workspace| Who { workspace, ..admin.clone() };
    {
        let desk = open();
        for workspace in [WORKSPACE, other] {
            let admin = in_workspace(workspace);
            wait(desk.import(&admin, records("K1"), vec!["a.csv".to_owned()])).unwrap();
        }
        wait(desk.schedule_deletion(&admin, date(2026, 12, 23))).unwrap();
    }
    let desk = open();
    let customers = |workspace| {
        wait(desk.book(&in_workspace(workspace), None)).unwrap().portfolio().customers()
    };
    assert_eq!(wait(desk.deletion(&admin)).unwrap(), Some(date(2026, 12, 23)));
    assert_eq!(customers(WORKSPACE), 1);
    assert_eq!(wait(desk.delete_due(date(2026, 12, 22))).unwrap(), []);
    assert_eq!(wait(desk.delete_due(date(2026, 12, 23))).unwrap(), [WORKSPACE]);
    assert_eq!(wait(desk.delete_due(date(2026, 12, 24))).unwrap(), []);
    assert_eq!((customers(WORKSPACE), customers(other)), (0, 1));
    drop(desk);
    let store = SledStore::open(folder.path()).unwrap();
    assert_eq!(wait(store.workspaces()).unwrap(), [(other, String::new())]);
}

#[test]
fn a_deletion_can_be_stopped_and_lies_not_in_the_past() {
    let (desk, _) = desk();
    let admin = who(Some(Level::Admin));
    let yesterday = DAY.yesterday().unwrap();
    let past = wait(desk.schedule_deletion(&admin, yesterday));
    assert!(matches!(past, Err(DeskError::DayPassed)), "{past:?}");
    wait(desk.schedule_deletion(&admin, DAY)).unwrap();
    wait(desk.cancel_deletion(&admin)).unwrap();
    assert_eq!(wait(desk.delete_due(DAY)).unwrap(), []);
    assert_eq!(wait(desk.book(&admin, None)).unwrap().portfolio().customers(), 1);
}

#[test]
fn what_is_no_longer_in_memory_is_read_again() {
    let store = Arc::new(MemoryStore::default());
    let desk = Desk::new(store, Vec::new()).keeping(NonZeroUsize::MIN);
    let admins = [1, 2, 3]
        .map(|guild| Who { workspace: WorkspaceId::guild(guild << 22), ..who(Some(Level::Admin)) });
    for admin in &admins {
        wait(desk.import(admin, records("K1"), vec!["a.csv".to_owned()])).unwrap();
    }
    let first = wait(desk.book(&admins[0], None)).unwrap();
    let kept = Arc::downgrade(first.snapshot());
    drop(first);
    assert_eq!(kept.strong_count(), 1, "the last one stays");
    wait(desk.book(&admins[1], None)).unwrap();
    assert_eq!(kept.strong_count(), 0, "the one before goes");
    assert_eq!(wait(desk.book(&admins[0], None)).unwrap().portfolio().customers(), 1);
}
