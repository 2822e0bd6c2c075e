//! A whole book through a review and into answers, with a small sector that
//! scores in process.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails loudly")]

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use klantwijzer_core::answer::body::{Exemption, Verdict};
use klantwijzer_core::answer::{Answer, Body, Evidence, Note, answer};
use klantwijzer_core::customer::{Profile, Role, Roles};
use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::money::Money;
use klantwijzer_core::portfolio::{Dictionaries, IdentityChunk, Portfolio};
use klantwijzer_core::query::{
    Definition, Entity, Filter, Measure, NoAction, Party, Prospect, Query,
};
use klantwijzer_core::review::{
    Assignment, ChunkDraft, Ground, Override, Review, Standing, Subject, review,
};
use klantwijzer_core::scorer::{
    Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, Scorer, Scoring, Sector,
    ValueFactor,
};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::types::CustomerType;
use proptest::prelude::*;
use smol_str::SmolStr;

const TODAY: Date = date(2026, 11, 23);

struct Shop {
    revenue: FactHandle,
    wallet: FactHandle,
    judgement: FactHandle,
    income: ValueFactor,
    room: PotentialFactor,
    view: PotentialFactor,
}

impl Scorer for Shop {
    const MANIFEST: &'static str = r#"{
      "id": "general", "version": "1.0.0", "name": { "en": "Shop", "nl": "Winkel" }, "sectors": [],
      "customer": { "one": { "en": "customer", "nl": "klant" },
                    "many": { "en": "customers", "nl": "klanten" } },
      "facts": [
        { "id": "net_revenue_12m", "unit": "money", "label": { "en": "r", "nl": "o" }, "required": true },
        { "id": "share_of_wallet", "unit": "share", "label": { "en": "w", "nl": "a" } },
        { "id": "manager_judgement", "unit": "grade", "label": { "en": "j", "nl": "o" } } ],
      "factors": [
        { "id": "income", "axis": "value", "label": { "en": "income", "nl": "omzet" } },
        { "id": "room", "axis": "potential", "weight": 30, "label": { "en": "room", "nl": "ruimte" },
          "facts": ["share_of_wallet"] },
        { "id": "view", "axis": "potential", "weight": 10, "label": { "en": "view", "nl": "oordeel" },
          "facts": ["manager_judgement"] } ],
      "examples": { "high_value_from": 100, "cases": [
        { "name": "one", "facts": { "net_revenue_12m": 500 }, "type": "large" } ] }
    }"#;

    fn new(plan: &Plan<'_>, _config: &str) -> Result<Self, PluginError> {
        Ok(Self {
            revenue: plan.fact("net_revenue_12m")?,
            wallet: plan.fact("share_of_wallet")?,
            judgement: plan.fact("manager_judgement")?,
            income: plan.value("income")?,
            room: plan.potential("room")?,
            view: plan.potential("view")?,
        })
    }

    fn score(&self, customer: &Customer<'_>, score: &mut Score) {
        score.add(self.income, customer.get(self.revenue));
        score.rate(self.room, 1.0 - customer.get(self.wallet));
        score.rate(self.view, customer.get(self.judgement) / 10.0);
    }
}

#[derive(Debug, Clone, Default)]
struct Somebody {
    profile: Profile,
    entries: Vec<Entry>,
}

/// A party with invoices of these amounts, a month apart and the last a month
/// ago, that has been a customer for long.
fn buyer(name: &str, wallet: Option<f64>, amounts: &[i64]) -> Somebody {
    let invoice = |(back, amount): (usize, &i64)| Entry {
        number: SmolStr::new(format!("{name}-{back}")),
        ..Entry::new(
            EntryKind::Invoice,
            TODAY.saturating_sub((i64::try_from(back).unwrap_or_default() + 1).months()),
            Money::from_whole(*amount),
        )
    };
    let old = Entry {
        number: SmolStr::new(format!("{name}-old")),
        ..Entry::new(EntryKind::Invoice, date(2024, 1, 15), Money::from_whole(1))
    };
    let facts = wallet.map(|share| (SmolStr::new_static("share_of_wallet"), share));
    Somebody {
        profile: Profile {
            name: Some(name.to_owned()),
            facts: facts.into_iter().collect(),
            ..Profile::default()
        },
        entries: amounts.iter().enumerate().map(invoice).chain([old]).collect(),
    }
}

fn cost(kind: EntryKind, amount: i64) -> Entry {
    Entry::new(kind, date(2026, 6, 1), Money::from_whole(amount))
}

fn reviewed(parties: &[Somebody], settings: &Settings) -> (Portfolio, Review) {
    let manifest: Manifest = serde_json::from_str(Shop::MANIFEST).expect("a manifest");
    let shop = Scoring::<Shop>::new(manifest, "").expect("a scorer");
    let sectors: Vec<Arc<dyn Sector>> = vec![Arc::new(shop)];
    let catalog = FactCatalog::default();
    let assignment = Assignment::new(&sectors, "general");
    let ground = Ground { as_of: TODAY, settings, catalog: &catalog, assignment: &assignment };
    let subjects: Vec<Subject<'_>> = parties
        .iter()
        .enumerate()
        .map(|(row, party)| Subject { row, profile: &party.profile, entries: &party.entries })
        .collect();
    let draft = ChunkDraft::derive(&ground, &subjects);
    let done = review(&ground, &sectors, vec![draft], &|_| None);
    let mut dictionaries = Dictionaries::default();
    let ids: Vec<String> = parties
        .iter()
        .enumerate()
        .map(|(row, party)| party.profile.name.clone().unwrap_or(format!("{row}")))
        .collect();
    let rows = parties.iter().enumerate().map(|(row, p)| (row, ids[row].as_str(), &p.profile));
    let identities = IdentityChunk::build(rows, &mut dictionaries);
    let portfolio = Portfolio::new(vec![identities], dictionaries, Arc::new(settings.clone()));
    let chunks = done.chunks.iter().cloned().map(Arc::new).collect();
    (portfolio.with_review(Arc::new(done.header.clone()), chunks), done)
}

fn ask(portfolio: &Portfolio, query: &Query) -> Answer {
    answer(portfolio, &Evidence::default(), query, TODAY)
}

fn type_of(portfolio: &Portfolio, name: &str) -> Option<CustomerType> {
    let no = portfolio.find_id(name).expect("a customer");
    portfolio.row(no).and_then(|row| row.customer_type(TODAY))
}

fn small_book() -> Vec<Somebody> {
    vec![
        buyer("Star", Some(0.2), &[5000, 5000]),
        buyer("Rock", Some(0.9), &[4000, 4000]),
        buyer("Seed", Some(0.1), &[200]),
        buyer("Dust", Some(0.9), &[100]),
        Somebody {
            profile: Profile { name: Some("Hope".into()), ..Profile::default() },
            ..Somebody::default()
        },
    ]
}

#[test]
fn the_four_types_come_out() {
    let (portfolio, done) = reviewed(&small_book(), &Settings::default());
    assert_eq!(type_of(&portfolio, "Star"), Some(CustomerType::Strategic));
    assert_eq!(type_of(&portfolio, "Rock"), Some(CustomerType::Large));
    assert_eq!(type_of(&portfolio, "Seed"), Some(CustomerType::Development));
    assert_eq!(type_of(&portfolio, "Dust"), Some(CustomerType::Transactional));
    // Never invoiced in a book of invoices: no revenue, and potential unknown.
    assert_eq!(type_of(&portfolio, "Hope"), Some(CustomerType::Transactional));
    assert_eq!(done.header.counts, [1, 1, 1, 2]);
}

#[test]
fn the_list_names_what_is_provisional_and_warns_of_dependence() {
    let (portfolio, _) = reviewed(&small_book(), &Settings::default());
    let query = Query::ListByType {
        types: vec![CustomerType::Transactional],
        filter: Filter::default(),
        sort: Measure::Value,
    };
    let answer = ask(&portfolio, &query);
    let Body::Customers(list) = &answer.body else { panic!("{answer:?}") };
    let names: Vec<&str> = list.customers.iter().map(|card| card.name.as_str()).collect();
    assert_eq!(names, ["Dust", "Hope"]);
    let provisional = answer.notes.iter().find_map(|note| match note {
        Note::Provisional { customers, fill_in } => Some((*customers, fill_in[0].id.clone())),
        _ => None,
    });
    assert_eq!(provisional, Some((1, SmolStr::new_static("share_of_wallet"))));
    let dependence = answer
        .notes
        .iter()
        .any(|note| matches!(note, Note::Dependence { name, .. } if name == "Star"));
    assert!(dependence, "{:?}", answer.notes);
}

#[test]
fn one_sign_lowers_the_cost_and_two_say_no_but_never_to_an_exempt_one() {
    let mut book = small_book();
    let mut fine = buyer("Fine", Some(0.9), &[100]);
    fine.entries.push(cost(EntryKind::SalesCost, 10));
    let mut dear = buyer("Dear", Some(0.9), &[100]);
    dear.entries.push(cost(EntryKind::MarketingCost, 100));
    let mut worst = buyer("Worst", Some(0.9), &[100]);
    worst.entries.push(cost(EntryKind::SalesCost, 300));
    worst.entries.push(cost(EntryKind::Support, 150));
    let mut unsure = buyer("Unsure", None, &[100]);
    unsure.entries.push(cost(EntryKind::SalesCost, 300));
    unsure.entries.push(cost(EntryKind::Support, 150));
    let mut daughter = worst.clone();
    daughter.profile.name = Some("Daughter".into());
    daughter.profile.parent = Some("Star".into());
    let mut needy = worst.clone();
    needy.profile.name = Some("Needy".into());
    needy.profile.roles = Roles::from(Role::Recipient);
    needy.entries.retain(|entry| entry.kind != EntryKind::Invoice);
    book.extend([fine, dear, worst, unsure, daughter, needy]);
    let (portfolio, _) = reviewed(&book, &Settings::default());
    let verdict = |name: &str| {
        let no = portfolio.find_id(name).expect("a customer");
        match ask(&portfolio, &Query::SayNoCheck { party: Party::Customer(no) }).body {
            Body::SayNoCheck(check) => check.verdict,
            other => panic!("{other:?}"),
        }
    };
    let exempt = |because| Verdict::Exempt { because };
    for (name, expected) in [
        ("Star", Verdict::Keep),
        ("Fine", Verdict::Keep),
        ("Dear", Verdict::LowerCost),
        ("Worst", Verdict::SayNo),
        ("Unsure", exempt(Exemption::Provisional)),
        ("Daughter", exempt(Exemption::StrategicGroup)),
        ("Needy", exempt(Exemption::NoMoney)),
    ] {
        assert_eq!(verdict(name), expected, "{name}");
    }
    let list = ask(
        &portfolio,
        &Query::SayNoList { action: Some(NoAction::SayNo), filter: Filter::default() },
    );
    let Body::SayNo(list) = list.body else { panic!("a list") };
    let names: Vec<&str> = list.cases.iter().map(|case| case.card.name.as_str()).collect();
    assert_eq!((names.as_slice(), list.lower_cost, list.say_no), (&["Worst"][..], 1, 1));
}

#[test]
fn an_override_holds_until_its_last_day() {
    let (portfolio, _) = reviewed(&small_book(), &Settings::default());
    let customer = portfolio.find_id("Dust").expect("a customer");
    let decision = Override {
        customer,
        customer_type: CustomerType::Strategic,
        reason: "reference".into(),
        by: "boss".into(),
        given_on: TODAY,
        until: date(2026, 12, 31),
    };
    let portfolio = portfolio.with_overrides([decision]);
    let row = portfolio.row(customer).expect("a customer");
    let card = row.card(TODAY);
    assert_eq!(card.customer_type, Some(CustomerType::Strategic));
    assert_eq!(card.model_type, Some(CustomerType::Transactional));
    assert_eq!(row.customer_type(date(2027, 1, 1)), Some(CustomerType::Transactional));
    assert_eq!(row.customer_type(date(2026, 11, 22)), Some(CustomerType::Transactional));
}

#[test]
fn a_count_names_its_definition_and_leaves_out_what_cannot_be_computed() {
    let (portfolio, _) = reviewed(&small_book(), &Settings::default());
    let query =
        Query::CountByDefinition { definition: None, filter: Filter::default(), period: None };
    let Body::Count(count) = ask(&portfolio, &query).body else { panic!("a count") };
    assert_eq!(count.first.definition, Definition::Invoiced);
    assert_eq!(count.first.count, Some(4));
    let of = |id: &str| count.funnel.iter().find(|c| c.definition.id() == id).and_then(|c| c.count);
    assert_eq!(of("registered"), Some(5));
    assert_eq!(of("active"), Some(4));
    assert_eq!(of("earned_over"), Some(1));
    assert_eq!(of("paid"), None);
    assert_eq!(of("donor"), None);
}

#[test]
fn a_prospect_is_held_against_the_ideal_profile() {
    let mut settings = Settings::default();
    settings.ideal.sectors = vec![SmolStr::new_static("Maakindustrie")];
    let (portfolio, _) = reviewed(&small_book(), &settings);
    let verdict = |employees: Option<f64>, sector: Option<&str>| {
        let prospect =
            Prospect { employees, sector: sector.map(SmolStr::new), ..Prospect::default() };
        match ask(&portfolio, &Query::SayNoCheck { party: Party::Prospect(prospect) }).body {
            Body::SayNoCheck(check) => check.verdict,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(verdict(Some(300.0), Some("maakindustrie")), Verdict::Welcome);
    assert_eq!(verdict(Some(3.0), Some("horeca")), Verdict::SayNo);
    assert_eq!(verdict(Some(300.0), Some("horeca")), Verdict::LookCloser);
    assert_eq!(verdict(None, None), Verdict::TooLittleKnown);
}

fn any_party() -> impl Strategy<Value = Somebody> {
    let wallet = prop::option::of(0.0_f64..1.0);
    let roles = prop::sample::select(vec![Roles::NONE, Role::Buyer.into(), Role::Recipient.into()]);
    (wallet, prop::collection::vec(1_i64..5000, 0..5), roles).prop_map(
        |(wallet, amounts, roles)| {
            let mut party = buyer("x", wallet, &amounts);
            party.profile.name = None;
            party.profile.roles = roles;
            if amounts.is_empty() {
                party.entries.clear();
            }
            party
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn everybody_who_can_bring_money_has_exactly_one_type(book in prop::collection::vec(any_party(), 1..60)) {
        let (portfolio, done) = reviewed(&book, &Settings::default());
        let knows_revenue = book.iter().any(|party| !party.entries.is_empty());
        for row in portfolio.rows() {
            match row.standing() {
                Standing::Typed(_) => prop_assert!(row.roles().can_bring_money() && knows_revenue),
                Standing::NoMoney => prop_assert!(!row.roles().can_bring_money()),
                Standing::Unscored(_) => prop_assert!(!knows_revenue),
                Standing::Absent => prop_assert!(false, "everybody is there"),
            }
        }
        let typed = portfolio.rows().filter(|row| row.record().is_some()).count() as u32;
        prop_assert_eq!(done.header.counts.iter().sum::<u32>(), typed);
    }

    #[test]
    fn scaling_all_money_changes_no_type(
        book in prop::collection::vec(any_party(), 1..60),
        factor in 2_i64..50,
    ) {
        let mut scaled = book.clone();
        for entry in scaled.iter_mut().flat_map(|party| party.entries.iter_mut()) {
            entry.amount = Money::from_ten_thousandths(entry.amount.ten_thousandths() * factor);
        }
        let (one, _) = reviewed(&book, &Settings::default());
        let (other, _) = reviewed(&scaled, &Settings::default());
        for (a, b) in one.rows().zip(other.rows()) {
            prop_assert_eq!(a.standing(), b.standing());
        }
    }

    #[test]
    fn knowing_more_never_lowers_confidence(book in prop::collection::vec(any_party(), 1..30)) {
        let mut richer = book.clone();
        for party in &mut richer {
            party.profile.facts.push((SmolStr::new_static("manager_judgement"), 7.0));
        }
        let (one, _) = reviewed(&book, &Settings::default());
        let (other, _) = reviewed(&richer, &Settings::default());
        for (a, b) in one.rows().zip(other.rows()) {
            prop_assert!(b.confidence() >= a.confidence());
        }
    }

    #[test]
    fn the_order_of_customers_changes_nobodys_type(book in prop::collection::vec(any_party(), 1..60)) {
        let (one, _) = reviewed(&book, &Settings::default());
        let backwards: Vec<Somebody> = book.iter().rev().cloned().collect();
        let (other, _) = reviewed(&backwards, &Settings::default());
        let last = book.len() as u32 - 1;
        for row in one.rows() {
            let same = other.row(last - row.no()).expect("the same customer");
            prop_assert_eq!(row.standing(), same.standing());
        }
    }
}

#[test]
fn a_ranking_by_group_adds_up() {
    let mut book = small_book();
    for (party, owner) in book.iter_mut().zip(["Ann", "Bob", "Ann", "Bob", "Ann"]) {
        party.profile.owner = Some(SmolStr::new_static(owner));
    }
    let (portfolio, _) = reviewed(&book, &Settings::default());
    let query = Query::TopN {
        n: 5,
        measure: Measure::Revenue,
        lowest: false,
        entity: Entity::Owner,
        filter: Filter::default(),
        period: None,
    };
    let Body::Ranking(ranking) = ask(&portfolio, &query).body else { panic!("a ranking") };
    let rows: Vec<(&str, f64)> =
        ranking.rows.iter().map(|row| (row.name.as_str(), row.amount)).collect();
    assert_eq!(rows, [("Ann", 10_200.0), ("Bob", 8_100.0)]);
    assert_eq!(ranking.total, Some(18_300.0));
}
