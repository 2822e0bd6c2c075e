//! A plugin that is out leaves its customers as they were last scored, and moves
//! nobody else's.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod team;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::{Date, date};
use klantwijzer_answer::body::{Body, Note};
use klantwijzer_answer::query::{Filter, Measure, Query};
use klantwijzer_core::access::Level;
use klantwijzer_core::customer::Profile;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::money::Money;
use klantwijzer_core::records::{CustomerRow, EntryRow, Origin, Records};
use klantwijzer_core::review::Outage;
use klantwijzer_core::scorer::{Broken, Sector};
use klantwijzer_core::types::CustomerType;
use klantwijzer_desk::{Desk, Who};
use klantwijzer_store::conformance::{headers, wait};
use klantwijzer_store::{MemoryStore, Reviews};

use team::sector::Plain;
use team::{DAY, WORKSPACE, who};

const LATER: Date = date(2026, 11, 30);

/// Makes a list of plugins.
type Listed = fn() -> Vec<Arc<dyn Sector>>;

/// Customers of a sector, each with one invoice.
fn book(sector: &str, amounts: &[i64]) -> Records {
    let mut records = Records::default();
    for (at, amount) in amounts.iter().enumerate() {
        let id = format!("{sector}-{at}");
        let profile = Profile {
            name: Some(format!("Customer {id}")),
            sector: Some(sector.into()),
            ..Profile::default()
        };
        let invoice = Entry {
            number: id.as_str().into(),
            ..Entry::new(EntryKind::Invoice, date(2026, 5, 1), Money::from_whole(*amount))
        };
        records.customers.push(CustomerRow {
            id: id.as_str().into(),
            profile,
            origin: Origin::default(),
        });
        records.entries.push(EntryRow {
            customer: id.into(),
            entry: invoice,
            origin: Origin::default(),
        });
    }
    records
}

fn import(desk: &Desk, who: &Who, records: Records) {
    wait(desk.import(who, records, vec!["a.csv".to_owned()])).unwrap();
}

fn shops() -> Arc<dyn Sector> {
    Arc::new(Plain::new("general", &[]))
}

fn makers() -> Arc<dyn Sector> {
    Arc::new(Plain::new("makers", &["making"]))
}

/// Two large shops, and makers who are larger than both.
fn filled() -> Arc<MemoryStore> {
    let store = Arc::new(MemoryStore::default());
    let desk = Desk::new(store.clone(), vec![shops(), makers()]);
    let admin = who(Some(Level::Admin));
    import(&desk, &admin, book("selling", &[9_000, 8_000, 500, 400, 300]));
    import(&desk, &admin, book("making", &[90_000, 80_000, 70_000, 60_000, 2_000]));
    store
}

/// The type and the value of every customer, by id.
fn types(desk: &Desk, who: &Who) -> Vec<(String, Option<CustomerType>, f64)> {
    let book = wait(desk.book(who, None)).unwrap();
    let rows = book.portfolio().rows();
    let mut all: Vec<_> =
        rows.map(|row| (row.id().to_owned(), row.customer_type(who.today), row.value())).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

#[test]
fn without_a_plugin_nobody_moves() {
    let admin = who(Some(Level::Admin));
    let later = Who { today: LATER, calendar_day: LATER, ..admin.clone() };
    let lists: [Listed; 3] = [|| vec![shops()], || vec![makers()], Vec::new];
    for left in lists {
        let store = filled();
        let before = types(&Desk::new(store.clone(), vec![shops(), makers()]), &admin);
        assert!(before.iter().all(|(_, found, _)| found.is_some()));
        let short = Desk::new(store.clone(), left());
        for _ in 0..3 {
            wait(short.review(&later)).unwrap();
        }
        assert_eq!(types(&short, &later), before, "with {} plugins", left().len());
        // With the plugins back it is as if nothing had been.
        let again = Desk::new(store, vec![shops(), makers()]);
        wait(again.review(&later)).unwrap();
        assert_eq!(types(&again, &later), before);
    }
}

#[test]
fn a_plugin_that_fails_while_it_scores_moves_nobody() {
    let admin = who(Some(Level::Admin));
    let later = Who { today: LATER, calendar_day: LATER, ..admin.clone() };
    let store = filled();
    let before = types(&Desk::new(store.clone(), vec![shops(), makers()]), &admin);
    let broken: Arc<dyn Sector> = Arc::new(Plain::failing("makers", &["making"]));
    let desk = Desk::new(store, vec![shops(), broken]);
    wait(desk.review(&later)).unwrap();
    assert_eq!(types(&desk, &later), before);
}

#[test]
fn newcomers_of_a_plugin_that_is_out_stand_in_nobodys_bar() {
    let admin = who(Some(Level::Admin));
    let store = filled();
    let before = types(&Desk::new(store.clone(), vec![shops(), makers()]), &admin);
    let short = Desk::new(store, vec![shops()]);
    let mut more = book("making", &[1; 12]);
    for (row, entry) in more.customers.iter_mut().zip(&mut more.entries) {
        row.id = format!("new-{}", row.id).into();
        entry.customer = row.id.clone();
        entry.entry.number = row.id.clone();
        entry.entry.amount = Money::from_whole(500_000);
    }
    import(&short, &admin, more);
    let after = types(&short, &admin);
    let (new, known): (Vec<_>, Vec<_>) =
        after.into_iter().partition(|(id, ..)| id.starts_with("new-"));
    assert_eq!(known, before);
    assert_eq!(new.len(), 12);
    assert!(new.iter().all(|(_, found, value)| found.is_none() && value.is_nan()), "{new:?}");
}

#[test]
fn who_scores_whom_is_decided_by_people_all_the_same() {
    let admin = who(Some(Level::Admin));
    let store = filled();
    // A new plugin takes over what it claims.
    let sellers: Arc<dyn Sector> = Arc::new(Plain::new("sellers", &["selling"]));
    let desk = Desk::new(store, vec![shops(), sellers, makers()]);
    wait(desk.review(&admin)).unwrap();
    let book = wait(desk.book(&admin, None)).unwrap();
    let row = book.portfolio().find_id("selling-0").unwrap();
    let plugin = |no| book.portfolio().row(no).unwrap().card(DAY).plugin;
    assert_eq!(plugin(row).as_deref(), Some("sellers"));
}

#[test]
fn what_is_kept_is_marked_with_its_day_and_the_reason() {
    let admin = who(Some(Level::Admin));
    let later = Who { today: LATER, calendar_day: LATER, ..admin.clone() };
    let store = filled();
    let bar = |desk: &Desk, who: &Who| {
        let book = wait(desk.book(who, None)).unwrap();
        let sectors = book.portfolio().review().unwrap().sectors.clone();
        sectors.into_iter().find(|sector| sector.id == "makers").unwrap()
    };
    let before = bar(&Desk::new(store.clone(), vec![shops(), makers()]), &admin);
    let short = Desk::new(store, vec![shops()]);
    // An outage that lasts does not make the score any younger.
    for _ in 0..2 {
        wait(short.review(&later)).unwrap();
        let sector = bar(&short, &later);
        assert_eq!(sector.outage, Some(Outage::Missing));
        assert_eq!((sector.customers, sector.unscored), (5, 0));
        assert_eq!(sector.high_value_from.to_bits(), before.high_value_from.to_bits());
        let book = wait(short.book(&later, None)).unwrap();
        for row in book.portfolio().rows() {
            let kept = row.kept().map(|kept| (kept.scored_on, kept.plugin, kept.outage));
            let expected = row.id().starts_with("making");
            assert_eq!(kept, expected.then(|| (DAY, "makers".into(), Outage::Missing)));
        }
        let customer = book.portfolio().find_id("making-0").unwrap();
        let ask = |query| wait(book.answer(&query)).unwrap();
        let why = ask(Query::WhyType { customer, claimed: None });
        let Body::WhyType(why) = why.body else { panic!("a reason") };
        assert!(why.card.kept.is_some());
        assert_eq!(why.value_factors[0].amount, Some(90_000.0), "the breakdown is kept too");
        let all = Query::ListByType {
            types: Vec::new(),
            filter: Filter::default(),
            sort: Measure::Value,
        };
        let told = ask(all).notes.into_iter().find_map(|note| match note {
            Note::Kept { customers, kept } => Some((customers, kept.scored_on)),
            _ => None,
        });
        assert_eq!(told, Some((5, DAY)));
        let Body::History(history) = ask(Query::ScoreHistory { customer }).body else {
            panic!("a history")
        };
        let days: Vec<Date> = history.points.iter().map(|point| point.as_of).collect();
        assert_eq!(days, [DAY], "what is kept is no new score");
    }
}

#[test]
fn a_review_that_does_not_say_what_a_plugin_claims_leaves_it_its_customers() {
    let admin = who(Some(Level::Admin));
    let store = filled();
    let before = types(&Desk::new(store.clone(), vec![shops(), makers()]), &admin);
    let mut header = headers(&*store, WORKSPACE).unwrap().pop().unwrap();
    let chunk = wait(store.review_chunk(WORKSPACE, header.id, 0)).unwrap().unwrap();
    for sector in &mut header.sectors {
        sector.claims = None;
    }
    wait(store.record_review(WORKSPACE, header, vec![Arc::new(chunk)], None)).unwrap();
    let short = Desk::new(store, vec![shops()]);
    wait(short.review(&admin)).unwrap();
    assert_eq!(types(&short, &admin), before);
}

#[test]
fn a_plugin_that_never_started_has_its_customers_all_the_same() {
    let admin = who(Some(Level::Admin));
    let manifest = Some(makers().manifest().clone());
    let broken = Broken { id: "makers".into(), manifest, why: "out of memory".to_owned() };
    let store = Arc::new(MemoryStore::default());
    let desk = Desk::new(store, vec![shops()]).without(vec![broken], BTreeSet::new());
    import(&desk, &admin, book("selling", &[9_000, 8_000, 500, 400, 300]));
    let alone = types(&desk, &admin);
    import(&desk, &admin, book("making", &[90_000, 80_000]));
    let (makers, shops): (Vec<_>, Vec<_>) =
        types(&desk, &admin).into_iter().partition(|(id, ..)| id.starts_with("making"));
    assert_eq!(shops, alone);
    assert!(makers.iter().all(|(_, found, _)| found.is_none()));
    let book = wait(desk.book(&admin, None)).unwrap();
    let sector = &book.portfolio().review().unwrap().sectors[1];
    assert_eq!(sector.outage, Some(Outage::Failed("out of memory".to_owned())));
    assert_eq!((sector.customers, sector.unscored), (0, 2));
}

#[test]
fn the_customers_of_a_plugin_that_was_removed_go_to_another() {
    let admin = who(Some(Level::Admin));
    let removed = BTreeSet::from(["makers".into()]);
    let desk = Desk::new(filled(), vec![shops()]).without(Vec::new(), removed);
    wait(desk.review(&admin)).unwrap();
    let book = wait(desk.book(&admin, None)).unwrap();
    let plugins = book.portfolio().rows().map(|row| row.card(DAY).plugin);
    assert!(plugins.into_iter().all(|plugin| plugin.as_deref() == Some("general")));
}
