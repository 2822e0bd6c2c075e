//! What an import takes over does not depend on the order of its rows.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod team;

use std::sync::Arc;

use jiff::civil::date;
use klantwijzer_core::access::Level;
use klantwijzer_core::customer::Profile;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::money::{Currency, Money};
use klantwijzer_core::records::{CustomerRow, EntryRow, Origin, Records, Rejection};
use klantwijzer_core::settings::Settings;
use klantwijzer_desk::{Desk, DeskError, ImportReport, Who};
use klantwijzer_store::conformance::wait;
use klantwijzer_store::{Imports, MemoryStore, StoreError};
use smol_str::SmolStr;

use team::{WORKSPACE, who};

fn row(line: u32, customer: &str, number: &str, amount: i64) -> EntryRow {
    let entry = Entry {
        number: number.into(),
        ..Entry::new(EntryKind::Invoice, date(2026, 5, 1), Money::from_whole(amount))
    };
    EntryRow { customer: customer.into(), entry, origin: Origin { file: 0, line } }
}

fn customer(line: u32, id: &str, name: &str) -> CustomerRow {
    let profile = Profile { name: Some(name.to_owned()), ..Profile::default() };
    CustomerRow { id: id.into(), profile, origin: Origin { file: 0, line } }
}

fn desk() -> (Desk, Arc<MemoryStore>) {
    let store = Arc::new(MemoryStore::default());
    (Desk::new(store.clone(), Vec::new()), store)
}

fn import(desk: &Desk, records: Records) -> ImportReport {
    let sources = vec!["a.csv".to_owned()];
    wait(desk.import(&who(Some(Level::Admin)), records, sources)).unwrap()
}

fn entries(rows: Vec<EntryRow>) -> Records {
    Records { entries: rows, ..Records::default() }
}

fn ids(store: &MemoryStore) -> Vec<SmolStr> {
    wait(store.customer_ids(WORKSPACE)).unwrap()
}

#[test]
fn newcomers_whose_rows_are_all_rejected_are_not_numbered() {
    let (desk, store) = desk();
    let rows = vec![row(2, "A", "1", 10), row(3, "B", "2", 10), row(4, "C", "1", 10)];
    let report = import(&desk, entries(rows));
    let lines: Vec<u32> = report.rejected.iter().map(|row| row.origin.line).collect();
    assert_eq!((lines, report.counts.customers_added), (vec![2, 4], 1));
    assert_eq!(ids(&store), ["B"]);
    let customers = ["A".to_owned(), "C".to_owned()].to_vec();
    let why = Rejection::NumberOfAnotherCustomer { number: "1".to_owned(), customers };
    assert_eq!(report.rejected[0].why, why);
}

#[test]
fn an_entry_that_names_its_customer_is_that_customers() {
    let (desk, store) = desk();
    let mut records = entries(vec![row(2, "jansen  BV", "1", 10), row(3, "K2", "2", 10)]);
    records.customers = vec![customer(2, "K1", "Jansen bv"), customer(3, "K2", "Pieters")];
    import(&desk, records);
    assert_eq!(ids(&store), ["K1", "K2"]);
    let report = import(&desk, entries(vec![row(2, "PIETERS", "3", 10), row(3, "K1", "1", 10)]));
    assert_eq!((report.counts.entries_added, report.entries_unchanged), (1, 1));
    assert_eq!(ids(&store), ["K1", "K2"]);
    let ledger = wait(store.ledger(WORKSPACE, 0..9)).unwrap();
    let mut of: Vec<(u32, &str)> =
        ledger.iter().map(|(no, keyed)| (*no, keyed.entry.number.as_str())).collect();
    of.sort_unstable();
    assert_eq!(of, [(0, "1"), (1, "2"), (1, "3")]);
}

#[test]
fn a_name_in_any_spelling_is_that_of_one_customer_or_is_asked_about() {
    let (desk, store) = desk();
    let book = vec![
        customer(2, "12", "Jansen BV"),
        customer(3, "13", "De Vries"),
        customer(4, "14", "de vries"),
    ];
    import(&desk, Records { customers: book, ..Records::default() });
    let rows = ["JANSEN BV", "Jansen bv", "jansen BV", "De Vries"];
    let rows = (2..).zip(rows).map(|(line, name)| row(line, name, &line.to_string(), 10));
    let report = import(&desk, entries(rows.collect()));
    assert_eq!((report.counts.entries_added, report.counts.customers_added), (3, 0));
    let customers = vec!["13".to_owned(), "14".to_owned()];
    let why = Rejection::NameOfSeveral { name: "De Vries".to_owned(), customers };
    assert_eq!(report.rejected.iter().map(|row| &row.why).collect::<Vec<_>>(), [&why]);
    assert_eq!(ids(&store), ["12", "13", "14"]);
}

#[test]
fn a_document_that_gets_other_lines_is_told() {
    let (desk, _) = desk();
    let line = |at, number: &str, product: &str, amount| {
        let mut row = row(at, "K1", number, amount);
        row.entry.line = product.into();
        row
    };
    import(&desk, entries(vec![line(2, "1", "nut", 300), line(3, "1", "bolt", 200)]));
    let same = import(&desk, entries(vec![line(2, "1", "nut", 310), line(3, "1", "bolt", 200)]));
    assert!(same.grown.is_empty(), "a corrected amount is no new line");
    let more = import(&desk, entries(vec![line(2, "1", "nut M8", 310), line(3, "2", "nut", 5)]));
    assert_eq!(more.grown.into_iter().collect::<Vec<_>>(), ["1"]);
}

#[test]
fn a_file_that_is_read_again_leaves_what_was_said_by_hand() {
    let (desk, store) = desk();
    let admin = who(Some(Level::Admin));
    let book = |owner: &str, grade| {
        let mut row = customer(2, "K1", "Jansen");
        row.profile.owner = Some(owner.into());
        row.profile.facts = vec![(Fact::ManagerJudgement.id().into(), grade)];
        Records { customers: vec![row], ..Records::default() }
    };
    let said = || {
        let known = wait(store.customers(WORKSPACE, 0..1)).unwrap().remove(0).profile;
        (
            known.owner.as_deref().unwrap().to_owned(),
            known.fact(Fact::ManagerJudgement.id()).unwrap(),
        )
    };
    import(&desk, book("Tom", 7.0));
    wait(desk.judge(&admin, 0, 3, "by hand")).unwrap();
    wait(desk.assign_owner(&admin, &[0], "Mo", "by hand")).unwrap();
    assert_eq!(import(&desk, book("Tom", 7.0)).import, None);
    assert_eq!(said(), ("Mo".to_owned(), 3.0));
    // News in the file is news, also a day later.
    import(&desk, book("Lea", 7.0));
    assert_eq!(said(), ("Lea".to_owned(), 3.0));
    let later = Who {
        calendar_day: date(2026, 12, 24),
        today: date(2026, 12, 24),
        ..who(Some(Level::Admin))
    };
    let again = wait(desk.import(&later, book("Lea", 7.0), vec!["a.csv".to_owned()]));
    assert_eq!(again.unwrap().import, None);
    import(&desk, book("Lea", 9.0));
    assert_eq!(said(), ("Lea".to_owned(), 9.0));
    // By hand it can always be set back.
    wait(desk.assign_owner(&admin, &[0], "Tom", "by hand")).unwrap();
    assert_eq!(said(), ("Tom".to_owned(), 9.0));
}

#[test]
fn the_currency_stays_once_there_are_amounts() {
    let (desk, _) = desk();
    let admin = who(Some(Level::Admin));
    let before = wait(desk.settings(&admin)).unwrap();
    let dollars = Settings { currency: Currency::new("USD").unwrap(), ..before.clone() };
    wait(desk.save_settings(&admin, "team", &before, &dollars)).unwrap();
    import(&desk, entries(vec![row(2, "K1", "1", 10)]));
    let back = wait(desk.save_settings(&admin, "team", &dollars, &before));
    assert!(matches!(back, Err(DeskError::CurrencyInUse)), "{back:?}");
    let stale = wait(desk.save_settings(&admin, "team", &before, &dollars));
    assert!(matches!(stale, Err(DeskError::Store(StoreError::Conflict))), "{stale:?}");
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let mut chance = fastrand::Rng::with_seed(5);
    let whose = |number: u32| format!("K{}", number % 7);
    let mut rows: Vec<EntryRow> =
        (0..60).map(|line| row(line + 2, &whose(line / 3), &(line / 3).to_string(), 10)).collect();
    // Without a number, twice the same, and one number with two customers.
    rows.extend([row(70, "K1", "", 5), row(71, "K1", "", 5), row(72, "K9", "4", 10)]);
    // One number twice, with different amounts.
    rows.push(row(73, "K8", "99", 1));
    rows.push(row(74, "K8", "99", 2));
    let outcome = |rows: &[EntryRow]| {
        let (desk, store) = desk();
        let report = import(&desk, entries(rows.to_vec()));
        let ledger = wait(store.ledger(WORKSPACE, 0..99)).unwrap();
        let again = import(&desk, entries(rows.to_vec()));
        assert_eq!((again.import, again.entries_unchanged), (None, 57 + 2));
        (report.counts, report.entries_unchanged, report.rejected, ids(&store), ledger)
    };
    let first = outcome(&rows);
    assert_eq!((first.0.entries_added, first.1, first.2.len()), (19 + 2, 38, 6));
    for _ in 0..10 {
        chance.shuffle(&mut rows);
        assert_eq!(outcome(&rows), first);
    }
}
