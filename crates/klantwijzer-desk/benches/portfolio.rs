//! A portfolio of a million customers: load from the store, ask, and memory; and
//! the first question as a person asks it, with all that it has to build first.
//! Limits: load under 3 s, `list_by_type` and `top_n` under 10 ms, at most 600
//! bytes a customer.
#![allow(clippy::expect_used, reason = "a bench fails loudly")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use klantwijzer_answer::answer;
use klantwijzer_answer::evidence::Evidence;
use klantwijzer_answer::query::{Entity, Filter, Measure, Query};
use klantwijzer_core::access::{Level, PersonId};
use klantwijzer_core::customer::Profile;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::money::Money;
use klantwijzer_core::records::{CustomerRow, EntryRow, Origin, Records};
use klantwijzer_core::scorer::{Scores, Sector, SectorFailure};
use klantwijzer_core::types::CustomerType;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::{Desk, Who};
use klantwijzer_store_sled::SledStore;
use smol_str::SmolStr;

const CUSTOMERS: u32 = 1_000_000;
const ROUNDS: usize = 7;
const QUESTION: &str = "which customers are strategic?";

/// A stand-in for a plugin, so that this measures the portfolio alone.
struct Plain(Manifest);

impl Sector for Plain {
    fn manifest(&self) -> &Manifest {
        &self.0
    }

    fn score(
        &self,
        rows: usize,
        fill: &mut dyn FnMut(&mut [&mut [f64]]),
    ) -> Result<Scores, SectorFailure> {
        let mut facts = vec![vec![f64::NAN; rows]; self.0.facts.len()];
        let mut columns: Vec<&mut [f64]> = facts.iter_mut().map(Vec::as_mut_slice).collect();
        fill(&mut columns);
        let potential = facts[1].iter().map(|grade| grade * 10.0).collect();
        let factors = vec![facts[0].clone(); self.0.factors.len()];
        let own = vec![facts[0].clone(), potential, vec![0.6; rows]];
        Ok(Scores::new(own.into_iter().chain(factors).collect::<Vec<_>>(), self.0.factors.len()))
    }
}

fn main() {
    let manifest: Manifest = serde_json::from_str(MANIFEST).expect("a manifest");
    let folder = tempfile::tempdir().expect("a folder");
    let open = || {
        let store = Arc::new(SledStore::open(folder.path()).expect("a store"));
        Desk::new(store, vec![Arc::new(Plain(manifest.clone()))])
    };
    let who = Who {
        workspace: WorkspaceId::named("bench"),
        person: PersonId::program(),
        name: "bench".into(),
        level: Some(Level::Admin),
        at: Timestamp::UNIX_EPOCH,
        calendar_day: date(2026, 11, 23),
        today: date(2026, 11, 23),
    };

    let desk = open();
    let start = Instant::now();
    let imported =
        futures_lite::future::block_on(desk.import(&who, records(), vec!["made up".into()]));
    imported.expect("an import");
    println!("import and review      {:>9.2} s", start.elapsed().as_secs_f64());
    drop(desk);

    let desk = open();
    let start = Instant::now();
    let portfolio = futures_lite::future::block_on(desk.portfolio(&who)).expect("a portfolio");
    println!("load from the store    {:>9.2} s    (limit 3)", start.elapsed().as_secs_f64());
    let bytes = portfolio.heap_bytes() as f64 / f64::from(CUSTOMERS);
    println!("memory per customer    {bytes:>9.0} B    (limit 600)");

    drop(desk);
    let desk = open();
    for name in ["first question", "second question"] {
        let start = Instant::now();
        let book = desk.book(&who, None);
        let book = futures_lite::future::block_on(book).expect("the book");
        let asked = book.ask(QUESTION, None, None);
        let reply = futures_lite::future::block_on(asked).expect("a reply");
        assert!(reply.answer.is_some(), "it is understood");
        println!("{name:<22} {:>9.2} s", start.elapsed().as_secs_f64());
    }

    let list = Query::ListByType {
        types: vec![CustomerType::Strategic],
        filter: Filter::default(),
        sort: Measure::Value,
    };
    let top = Query::TopN {
        n: 10,
        measure: Measure::Revenue,
        lowest: false,
        entity: Entity::Customer,
        filter: Filter::default(),
        period: None,
    };
    for (name, query) in [("list_by_type", list), ("top_n", top)] {
        let evidence = Evidence::default();
        let mut times: Vec<Duration> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                let answer = answer(&portfolio, &evidence, &query, who.today);
                assert!(answer.notes.len() < 100);
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        println!("{name:<22} {:>9.2} ms   (limit 10)", times[ROUNDS / 2].as_secs_f64() * 1e3);
    }
}

fn records() -> Records {
    let mut chance = fastrand::Rng::with_seed(3);
    let mut records = Records::default();
    for number in 0..CUSTOMERS {
        let id = SmolStr::new(format!("C{number:07}"));
        let profile = Profile {
            name: Some(format!("Customer number {number} B.V.")),
            sector: Some(SmolStr::new_static(["zorg", "bouw", "handel"][number as usize % 3])),
            owner: Some(SmolStr::new(format!("Owner {}", number % 50))),
            facts: vec![
                (SmolStr::new_static("employees"), f64::from(chance.u32(1..500))),
                (SmolStr::new_static("pain_fit"), f64::from(chance.u32(0..=10))),
            ],
            ..Profile::default()
        };
        let origin = Origin::default();
        records.customers.push(CustomerRow { id: id.clone(), profile, origin });
        for invoice in 0..2 {
            let day = date(2026, 11, 20).saturating_sub(chance.i64(0..600).days());
            let amount = Money::from_whole(chance.i64(10..50_000));
            let number = SmolStr::new(format!("{number}-{invoice}"));
            let entry = Entry { number, ..Entry::new(EntryKind::Invoice, day, amount) };
            records.entries.push(EntryRow {
                customer: id.clone(),
                entry,
                origin: Origin::default(),
            });
        }
    }
    records
}

const MANIFEST: &str = r#"{
  "id": "general", "version": "1.0.0", "name": { "en": "General", "nl": "Algemeen" },
  "sectors": [], "customer": {
    "one": { "en": "customer", "nl": "klant" }, "many": { "en": "customers", "nl": "klanten" } },
  "facts": [
    { "id": "net_revenue_12m", "unit": "money", "label": { "en": "revenue", "nl": "omzet" } },
    { "id": "pain_fit", "unit": "grade", "label": { "en": "fit", "nl": "aansluiting" } } ],
  "factors": [
    { "id": "revenue", "axis": "value", "label": { "en": "revenue", "nl": "omzet" } },
    { "id": "a", "axis": "potential", "weight": 1, "label": { "en": "a", "nl": "a" } },
    { "id": "b", "axis": "potential", "weight": 1, "label": { "en": "b", "nl": "b" } },
    { "id": "c", "axis": "potential", "weight": 1, "label": { "en": "c", "nl": "c" } },
    { "id": "d", "axis": "potential", "weight": 1, "label": { "en": "d", "nl": "d" } } ],
  "examples": { "high_value_from": 1, "cases": [
    { "name": "one", "facts": { "net_revenue_12m": 5 }, "type": "large" } ] }
}"#;
