//! A workspace is deleted on its day, and not before.

mod team;

use std::num::NonZeroUsize;
use std::sync::Arc;

use jiff::civil::date;
use klantwijzer_core::access::Level;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::{Desk, DeskError};
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
    {
        let desk = open();
        for workspace in [WORKSPACE, other] {
            wait(desk.import(workspace, &admin, records("K1"), vec!["a.csv".to_owned()])).unwrap();
        }
        wait(desk.schedule_deletion(WORKSPACE, &admin, date(2026, 12, 23))).unwrap();
    }
    let desk = open();
    let customers =
        |workspace| wait(desk.book(workspace, &admin, None)).unwrap().portfolio().customers();
    assert_eq!(wait(desk.deletion(WORKSPACE, &admin)).unwrap(), Some(date(2026, 12, 23)));
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
    let past = wait(desk.schedule_deletion(WORKSPACE, &admin, yesterday));
    assert!(matches!(past, Err(DeskError::PastDeletion)), "{past:?}");
    wait(desk.schedule_deletion(WORKSPACE, &admin, DAY)).unwrap();
    wait(desk.cancel_deletion(WORKSPACE, &admin)).unwrap();
    assert_eq!(wait(desk.delete_due(DAY)).unwrap(), []);
    assert_eq!(wait(desk.book(WORKSPACE, &admin, None)).unwrap().portfolio().customers(), 1);
}

#[test]
fn what_is_no_longer_in_memory_is_read_again() {
    let store = Arc::new(MemoryStore::default());
    let desk = Desk::new(store, Vec::new()).keeping(NonZeroUsize::MIN);
    let admin = who(Some(Level::Admin));
    let workspaces = [1, 2, 3].map(|guild| WorkspaceId::guild(guild << 22));
    for workspace in workspaces {
        wait(desk.import(workspace, &admin, records("K1"), vec!["a.csv".to_owned()])).unwrap();
    }
    let first = wait(desk.book(workspaces[0], &admin, None)).unwrap();
    let kept = Arc::downgrade(first.snapshot());
    drop(first);
    assert_eq!(kept.strong_count(), 1, "the last one stays");
    wait(desk.book(workspaces[1], &admin, None)).unwrap();
    assert_eq!(kept.strong_count(), 0, "the one before goes");
    assert_eq!(wait(desk.book(workspaces[0], &admin, None)).unwrap().portfolio().customers(), 1);
}
