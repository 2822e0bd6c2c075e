//! What a reviewed book answers.

use jiff::civil::date;
use klantwijzer_answer::answer;
use klantwijzer_answer::body::{Answer, Body, Note};
use klantwijzer_answer::evidence::Evidence;
use klantwijzer_answer::fixture::{Somebody, TODAY, buyer, cost, reviewed};
use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_answer::query::{Entity, Filter, Measure, Party, Prospect, Query};
use klantwijzer_core::customer::{Profile, Role, Roles};
use klantwijzer_core::definition::Definition;
use klantwijzer_core::facts::PeriodFigures;
use klantwijzer_core::ledger::EntryKind;
use klantwijzer_core::period::Period;
use klantwijzer_core::review::Override;
use klantwijzer_core::say_no::{Exemption, NoAction, Verdict};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::types::CustomerType;
use smol_str::SmolStr;

pub(crate) fn ask(portfolio: &Portfolio, query: &Query) -> Answer {
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
fn a_type_that_is_wrongly_taken_for_granted_is_contradicted() {
    let (portfolio, _) = reviewed(&small_book(), &Settings::default());
    let claim = |name: &str, claimed| {
        let customer = portfolio.find_id(name).expect("a customer");
        match ask(&portfolio, &Query::WhyType { customer, claimed }).body {
            Body::WhyType(breakdown) => breakdown.wrongly_claimed,
            other => panic!("{other:?}"),
        }
    };
    let strategic = Some(CustomerType::Strategic);
    assert_eq!(claim("Rock", strategic), strategic);
    assert_eq!(claim("Star", strategic), None);
    assert_eq!(claim("Rock", None), None);
}

#[test]
fn help_is_about_customers_of_the_book() {
    let (portfolio, _) = reviewed(&small_book(), &Settings::default());
    let Body::Help(help) = ask(&portfolio, &Query::Help).body else { panic!("help") };
    let named = |name: &str| portfolio.find_id(name);
    assert_eq!(help.best, named("Star").map(|star| (star, CustomerType::Strategic)));
    assert_eq!(help.next, named("Rock"));
    assert_eq!(help.sector, None);
    assert_eq!(help.year, Some(2026));
}

#[test]
fn a_list_of_everybody_says_why_the_count_is_another_number() {
    let (portfolio, _) = reviewed(&small_book(), &Settings::default());
    let list = |types| {
        let query = Query::ListByType { types, filter: Filter::default(), sort: Measure::Value };
        ask(&portfolio, &query).notes.into_iter().find_map(|note| match note {
            Note::CountedOtherwise { count, .. } => Some((count.definition, count.count)),
            _ => None,
        })
    };
    assert_eq!(list(vec![]), Some((Definition::Invoiced, Some(4))));
    assert_eq!(list(vec![CustomerType::Strategic]), None);
}

#[test]
fn within_a_period_only_definitions_with_days_are_compared() {
    let (portfolio, _) = reviewed(&small_book(), &Settings::default());
    let period = Period::new(date(2024, 1, 1), date(2024, 12, 31));
    let figures = |name: &str| {
        let no = portfolio.find_id(name).expect("a customer");
        (no, PeriodFigures { invoices: 1, incomes: 1, ..PeriodFigures::default() })
    };
    let evidence = Evidence {
        figures: vec![(period, [figures("Star"), figures("Dust")].into_iter().collect())],
        ..Evidence::default()
    };
    let count = |definition| {
        let query = Query::CountByDefinition {
            definition,
            filter: Filter::default(),
            period: Some(period),
        };
        match answer(&portfolio, &evidence, &query, TODAY).body {
            Body::Count(count) => count,
            other => panic!("{other:?}"),
        }
    };
    let invoiced = count(None);
    assert_eq!((invoiced.first.count, invoiced.first.period), (Some(2), Some(period)));
    let funnel: Vec<&str> = invoiced.funnel.iter().map(|count| count.definition.id()).collect();
    assert_eq!(funnel, ["any_business", "earned_over"]);
    let registered = count(Some(Definition::Registered));
    assert_eq!((registered.first.count, registered.first.period), (Some(5), None));
}

#[test]
fn the_list_names_what_is_provisional() {
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
    assert_eq!(verdict(Some(3.0), None), Verdict::SayNo, "all that is known");
    assert_eq!(verdict(Some(300.0), Some("horeca")), Verdict::LookCloser);
    assert_eq!(verdict(None, None), Verdict::TooLittleKnown);
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
