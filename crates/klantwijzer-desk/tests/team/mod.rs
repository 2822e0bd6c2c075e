//! A team with a book of one customer.

#![allow(dead_code, reason = "each test uses what it needs")]

pub(crate) mod failing;
pub(crate) mod sector;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use klantwijzer_core::access::{Level, PersonId};
use klantwijzer_core::customer::Profile;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::money::Money;
use klantwijzer_core::records::{CustomerRow, EntryRow, Origin, Records};
use klantwijzer_core::review::Override;
use klantwijzer_core::types::CustomerType;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::{Desk, Who};
use klantwijzer_store::MemoryStore;
use klantwijzer_store::conformance::wait;

pub(crate) const DAY: Date = date(2026, 11, 23);
pub(crate) const WORKSPACE: WorkspaceId = WorkspaceId::guild(7 << 22);

pub(crate) fn who(level: Option<Level>) -> Who {
    Who {
        workspace: WORKSPACE,
        person: PersonId::discord(123),
        name: "Anna".to_owned(),
        level,
        at: Timestamp::UNIX_EPOCH,
        calendar_day: DAY,
        today: DAY,
    }
}

pub(crate) fn records(id: &str) -> Records {
    let profile = Profile { name: Some(format!("Customer {id}")), ..Profile::default() };
    let invoice = Entry {
        number: format!("F-{id}").into(),
        ..Entry::new(EntryKind::Invoice, date(2026, 5, 1), Money::from_whole(1000))
    };
    Records {
        customers: vec![CustomerRow { id: id.into(), profile, origin: Origin::default() }],
        entries: vec![EntryRow { customer: id.into(), entry: invoice, origin: Origin::default() }],
        ..Records::default()
    }
}

pub(crate) fn desk() -> (Desk, Arc<MemoryStore>) {
    let store = Arc::new(MemoryStore::default());
    let desk = Desk::new(store.clone(), Vec::new());
    let sources = vec!["a.csv".to_owned()];
    let imported = wait(desk.import(&who(Some(Level::Admin)), records("K1"), sources));
    assert!(imported.is_ok(), "{:?}", imported.err());
    (desk, store)
}

pub(crate) fn decision() -> Override {
    Override {
        customer: 0,
        customer_type: CustomerType::Large,
        reason: "we know them".to_owned(),
        by: "Anna".to_owned(),
        given_on: DAY,
        until: date(2027, 1, 1),
    }
}
