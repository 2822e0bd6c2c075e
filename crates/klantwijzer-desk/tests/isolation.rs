//! Two teams with the same customers see nothing of each other.

mod team;

use std::sync::Arc;

use klantwijzer_core::access::Level;
use klantwijzer_core::review::Override;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::{Desk, Who};
use klantwijzer_store::conformance::{check_same, wait};
use klantwijzer_store::{AuditFilter, MemoryStore};
use klantwijzer_store_sled::SledStore;

use team::{DAY, decision, records, who};

/// The same part of the store, one after the other.
const TEAMS: [WorkspaceId; 2] = [WorkspaceId::guild(8 << 22), WorkspaceId::guild((8 << 22) | 1)];

const OPERATIONS: u8 = 11;

/// Does one thing; whether it can be done does not matter.
fn operate(desk: &Desk, workspace: WorkspaceId, operation: u8, customer: u32) {
    let admin = Who { workspace, ..who(Some(Level::Admin)) };
    let id = format!("K{customer}");
    let _ = match operation {
        0 | 1 => wait(desk.import(&admin, records(&id), vec![format!("{id}.csv")])).map(drop),
        2 => wait(desk.undo(&admin, None)).map(drop),
        3 => wait(desk.judge(&admin, customer, 3, "by hand")).map(drop),
        4 => wait(desk.assign_owner(&admin, &[customer], "Bo", "by hand")).map(drop),
        5 => {
            let given = Override { customer, ..decision() };
            wait(desk.set_override(&admin, given))
        }
        6 => wait(desk.book(&admin, None)).and_then(|book| wait(book.card(customer))).map(drop),
        7 => {
            let settings = Settings { account_managers: customer, ..Settings::default() };
            wait(desk.settings(&admin))
                .and_then(|before| wait(desk.save_settings(&admin, "team", &before, &settings)))
        }
        8 => wait(desk.erase(&admin, customer)).map(drop),
        9 => wait(desk.schedule_deletion(&admin, DAY)),
        _ => wait(desk.export(&admin)).map(drop),
    };
}

#[test]
fn what_one_team_does_changes_nothing_for_the_other() {
    for seed in 0..12 {
        let mut chance = fastrand::Rng::with_seed(seed);
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SledStore::open(folder.path()).unwrap());
        let desk = Desk::new(store.clone(), Vec::new());
        let alone = Arc::new(MemoryStore::default());
        let desk_alone = Desk::new(alone.clone(), Vec::new());
        let [busy, quiet] = TEAMS;
        for _ in 0..25 {
            let (operation, customer) = (chance.u8(..OPERATIONS), chance.u32(..4));
            operate(&desk, busy, operation, customer);
            // Erasing takes salt, which differs between two stores.
            let operation = chance.u8(..8);
            let customer = chance.u32(..4);
            operate(&desk, quiet, operation, customer);
            operate(&desk_alone, quiet, operation, customer);
            if chance.u8(..8) == 0 {
                wait(desk.delete_due(DAY)).unwrap();
            }
        }
        check_same(&*store, &*alone, quiet).unwrap();
        let admin = Who { workspace: quiet, ..who(Some(Level::Admin)) };
        let [found, expected] = [&desk, &desk_alone].map(|desk| {
            let book = wait(desk.book(&admin, None)).unwrap();
            let rows = book.portfolio().rows();
            let rows: Vec<String> = rows.map(|row| format!("{:?}", row.card(DAY))).collect();
            (rows, wait(desk.audit(&admin, &AuditFilter::default(), 1000)).unwrap())
        });
        assert_eq!(found, expected, "seed {seed}");
        assert!(!found.1.is_empty(), "seed {seed} did nothing");
    }
}
