//! What an answer tells beside its numbers: what is lacking, and about whom.

use jiff::civil::date;
use klantwijzer_answer::answer;
use klantwijzer_answer::body::{
    Answer, Body, Breakdown, Expected, Lack, LedgerSign, Note, Ranking,
};
use klantwijzer_answer::evidence::Evidence;
use klantwijzer_answer::fixture::{Somebody, TODAY, buyer, cost, reviewed};
use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_answer::query::{Entity, Filter, Measure, Party, Prospect, Query};
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::facts::PeriodFigures;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::money::Money;
use klantwijzer_core::period::Period;
use klantwijzer_core::profile::{Criterion, Fit};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::types::CustomerType::{self, Strategic, Transactional};
use smol_str::SmolStr;

use crate::answers::ask;

fn baker() -> Somebody {
    let mut baker = buyer("Baker", Some(0.2), &[5000, 5000]);
    baker.profile.sector = Some(SmolStr::new_static("Food"));
    baker
}

fn breakdown(portfolio: &Portfolio, name: &str) -> Breakdown {
    let customer = portfolio.find_id(name).expect("a customer");
    match ask(portfolio, &Query::WhatIf { customer, customer_type: None }).body {
        Body::WhatIf(what_if) => what_if.breakdown,
        other => panic!("{other:?}"),
    }
}

/// What is lacking for a part of the potential: facts by id, or why not.
fn lacking(breakdown: &Breakdown, part: &str) -> (Vec<String>, Option<Lack>) {
    let part = breakdown.potential_factors.iter().find(|each| each.id == part).expect("a part");
    (part.unknown.iter().map(|fact| fact.id.to_string()).collect(), part.lack)
}

#[test]
fn without_a_wish_nobody_is_asked_for_the_sector() {
    let (portfolio, _) = reviewed(&[baker(), buyer("Plain", None, &[10])], &Settings::default());
    for name in ["Baker", "Plain"] {
        let wish = Lack::Wish { criterion: Criterion::Sector };
        assert_eq!(lacking(&breakdown(&portfolio, name), "sector"), (vec![], Some(wish)), "{name}");
    }
    let customer = portfolio.find_id("Plain").expect("a customer");
    let Body::WhatIf(what_if) =
        ask(&portfolio, &Query::WhatIf { customer, customer_type: None }).body
    else {
        panic!("what if");
    };
    assert!(what_if.room.iter().all(|room| room.label.en != "sector"), "{:?}", what_if.room);
    assert!(what_if.breakdown.fill_in.iter().all(|fact| fact.id != "sector"));
}

#[test]
fn with_a_wish_only_those_without_a_sector_are_asked_for_it() {
    let mut settings = Settings::default();
    settings.ideal.sectors = vec![SmolStr::new_static("food")];
    let (portfolio, _) = reviewed(&[baker(), buyer("Plain", None, &[10])], &settings);
    assert_eq!(lacking(&breakdown(&portfolio, "Baker"), "sector"), (vec![], None));
    assert_eq!(
        lacking(&breakdown(&portfolio, "Plain"), "sector"),
        (vec!["sector".to_owned()], None)
    );
    assert!(breakdown(&portfolio, "Plain").fill_in.iter().any(|fact| fact.id == "sector"));
}

#[test]
fn growth_without_a_year_before_says_so() {
    let mut grown = buyer("Grown", Some(0.2), &[5000]);
    grown.entries.push(Entry::new(EntryKind::Invoice, date(2025, 6, 1), Money::from_whole(900)));
    let (portfolio, _) = reviewed(&[baker(), grown], &Settings::default());
    assert_eq!(
        lacking(&breakdown(&portfolio, "Baker"), "growth"),
        (vec![], Some(Lack::EarlierYear))
    );
    assert_eq!(lacking(&breakdown(&portfolio, "Grown"), "growth"), (vec![], None));
}

#[test]
fn revenue_that_margin_replaces_is_marked() {
    let mut costed = baker();
    for entry in &mut costed.entries {
        entry.cost = Some(Money::from_whole(1));
    }
    let replaced = |party: Somebody| -> Vec<bool> {
        let (portfolio, _) = reviewed(&[party], &Settings::default());
        let factors = breakdown(&portfolio, "Baker").value_factors;
        factors.iter().map(|factor| factor.margin_instead).collect()
    };
    assert_eq!(replaced(costed), [true, false]);
    assert_eq!(replaced(baker()), [false, false]);
}

fn notes(portfolio: &Portfolio, query: &Query) -> Vec<Note> {
    ask(portfolio, query).notes
}

fn list(types: &[CustomerType]) -> Query {
    Query::ListByType { types: types.to_vec(), filter: Filter::default(), sort: Measure::Value }
}

#[test]
fn a_list_warns_of_dependence_on_somebody_in_it() {
    let book = [baker(), buyer("Dust", Some(0.9), &[100])];
    let (portfolio, _) = reviewed(&book, &Settings::default());
    let warned = |types: &[CustomerType]| {
        let notes = notes(&portfolio, &list(types));
        notes.iter().any(|note| matches!(note, Note::Dependence { name, .. } if name == "Baker"))
    };
    assert!(warned(&[]));
    assert!(warned(&[Strategic]));
    assert!(!warned(&[Transactional]));
}

/// Somebody with an invoice that was due in March, and what is still open of it.
fn debtor(name: &str, sector: &'static str, open: i64) -> Somebody {
    let mut debtor = buyer(name, None, &[]);
    debtor.profile.sector = Some(SmolStr::new_static(sector));
    debtor.entries = vec![Entry {
        number: SmolStr::new(format!("{name}-due")),
        due: Some(date(2026, 3, 1)),
        open: Some(Money::from_whole(open)),
        ..Entry::new(EntryKind::Invoice, date(2026, 2, 1), Money::from_whole(100))
    }];
    debtor
}

#[test]
fn a_narrowed_list_says_whom_it_is_about() {
    let book = [debtor("Late", "Food", 100), debtor("Prompt", "Care", 0)];
    let (portfolio, _) = reviewed(&book, &Settings::default());
    let overdue = |sector: Option<&str>| {
        let filter = Filter { sector: sector.map(SmolStr::new), ..Filter::default() };
        let query = Query::OverdueInvoices { customer: None, days: None, filter };
        let Answer { body: Body::Overdue(overdue), notes, .. } = ask(&portfolio, &query) else {
            panic!("{query:?}")
        };
        let about = |note: &Note| match note {
            Note::OnlyAbout { filter } => filter.sector.clone(),
            Note::NobodyFits => Some(SmolStr::new_static("nobody")),
            _ => None,
        };
        (overdue.total, notes.iter().find_map(about))
    };
    assert_eq!(overdue(None), (1, None));
    assert_eq!(overdue(Some("Food")), (1, Some("Food".into())));
    assert_eq!(overdue(Some("Care")), (0, Some("Care".into())));
    assert_eq!(overdue(Some("Fish")), (0, Some("nobody".into())));
}

#[test]
fn what_one_customer_owes_is_told_of_that_one() {
    let book = [debtor("Late", "Food", 60), debtor("Prompt", "Care", 0)];
    let (portfolio, _) = reviewed(&book, &Settings::default());
    let owed = |name: &str, days| {
        let customer = portfolio.find_id(name);
        let query = Query::OverdueInvoices { customer, days, filter: Filter::default() };
        let Body::Overdue(overdue) = ask(&portfolio, &query).body else { panic!("{query:?}") };
        assert_eq!(overdue.one.map(|card| card.name), Some(name.to_owned()));
        let open = if name == "Late" { (1, 60.0) } else { (0, 0.0) };
        assert_eq!(overdue.open, open);
        overdue.rows.first().and_then(|line| line.amount)
    };
    assert_eq!(owed("Late", None), Some(60.0));
    assert_eq!(owed("Late", Some(90)), Some(60.0));
    assert_eq!(owed("Late", Some(900)), None);
    assert_eq!(owed("Prompt", None), None);
}

#[test]
fn too_many_strategic_customers_are_told_where_they_are_listed() {
    let mut settings = Settings::default();
    settings.thresholds.strategic_most = 0;
    let (portfolio, _) = reviewed(&[baker(), buyer("Dust", Some(0.9), &[100])], &settings);
    let warned = |types: &[CustomerType]| {
        let notes = notes(&portfolio, &list(types));
        notes.iter().any(|note| matches!(note, Note::TooManyStrategic { .. }))
    };
    assert!(warned(&[]));
    assert!(warned(&[Strategic]));
    assert!(!warned(&[Transactional]));
}

#[test]
fn say_no_tells_which_signs_could_not_be_looked_for() {
    let no = Query::SayNoList { action: None, filter: Filter::default() };
    let unseen = |book: &[Somebody]| {
        let (portfolio, _) = reviewed(book, &Settings::default());
        notes(&portfolio, &no).into_iter().find_map(|note| match note {
            Note::NotLookedFor { signs } => Some(signs),
            _ => None,
        })
    };
    let all = [LedgerSign::AcquisitionCost, LedgerSign::SupportCost, LedgerSign::Payments];
    assert_eq!(unseen(&[baker()]), Some(all.to_vec()));
    let mut costly = baker();
    costly.entries.push(cost(EntryKind::SalesCost, 10));
    costly.entries.push(cost(EntryKind::Support, 10));
    assert_eq!(unseen(&[costly.clone()]), Some(vec![LedgerSign::Payments]));
    costly.entries.push(Entry::new(EntryKind::Payment, date(2026, 6, 1), Money::from_whole(10)));
    assert_eq!(unseen(&[costly]), None);
}

#[test]
fn who_is_left_out_of_a_say_no_list_is_told_as_such() {
    let mut unsure = buyer("Unsure", None, &[100]);
    unsure.entries.push(cost(EntryKind::SalesCost, 300));
    let (portfolio, _) = reviewed(&[baker(), unsure], &Settings::default());
    let answer = ask(&portfolio, &Query::SayNoList { action: None, filter: Filter::default() });
    let Body::SayNo(list) = &answer.body else { panic!("{answer:?}") };
    assert!(list.cases.is_empty());
    let about = |note: &Note| matches!(note, Note::TooEarlyForNo { customers: 1, .. });
    assert!(answer.notes.iter().any(about), "{:?}", answer.notes);
    let as_if_listed = |note: &Note| matches!(note, Note::Provisional { .. });
    assert!(!answer.notes.iter().any(as_if_listed), "{:?}", answer.notes);
}

#[test]
fn where_it_is_too_early_for_a_no_it_is_told_what_to_fill_in() {
    let (portfolio, _) = reviewed(&[baker(), buyer("Unsure", None, &[100])], &Settings::default());
    let customer = portfolio.find_id("Unsure").expect("a customer");
    let notes = notes(&portfolio, &Query::SayNoCheck { party: Party::Customer(customer) });
    let [Note::Provisional { customers: 1, fill_in }] = notes.as_slice() else {
        panic!("{notes:?}")
    };
    assert!(fill_in.iter().any(|fact| fact.id == "share_of_wallet"), "{fill_in:?}");
}

#[test]
fn all_that_is_said_of_a_prospect_is_told_with_how_it_fits() {
    let mut settings = Settings::default();
    settings.ideal.employees = Bounds::at_least(100.0);
    let (portfolio, _) = reviewed(&[baker()], &settings);
    let check = |prospect: Prospect| match ask(
        &portfolio,
        &Query::SayNoCheck { party: Party::Prospect(prospect) },
    )
    .body
    {
        Body::SayNoCheck(check) => check,
        other => panic!("{other:?}"),
    };
    let described = Prospect {
        sector: Some("food".into()),
        employees: Some(300.0),
        company_revenue: Some(40e6),
        ..Prospect::default()
    };
    let told = check(described);
    let lines: Vec<_> = told.criteria.iter().map(|line| (line.criterion, line.fit)).collect();
    assert_eq!(
        lines,
        [
            (Criterion::Employees, Fit::Ideal),
            (Criterion::CompanyRevenue, Fit::NoWish),
            (Criterion::PainFit, Fit::Unknown),
            (Criterion::Sector, Fit::NoWish),
        ]
    );
    // Nobody of that size is in the book; by sector alone there is one.
    assert_eq!(told.expected.map(|expected| expected.alike), Some(0));
    let by_sector = check(Prospect { sector: Some("FOOD".into()), ..Prospect::default() });
    let Some(Expected { alike, customer_type, .. }) = by_sector.expected else { panic!("like it") };
    assert_eq!((alike, customer_type), (1, Some(Strategic)));
    assert_eq!(check(Prospect::default()).expected, None);
}

fn ranked_in(portfolio: &Portfolio, year: i16, bought: &[&str], lowest: bool) -> Ranking {
    let period = Period::new(date(year, 1, 1), date(year, 12, 31));
    let figures = |name: &&str| {
        let figures = PeriodFigures {
            invoices: 1,
            revenue: Money::from_whole(70),
            ..PeriodFigures::default()
        };
        (portfolio.find_id(name).expect("a customer"), figures)
    };
    let evidence = Evidence {
        figures: vec![(period, bought.iter().map(figures).collect())],
        ..Evidence::default()
    };
    let query = Query::TopN {
        n: 5,
        measure: Measure::Revenue,
        lowest,
        entity: Entity::Customer,
        filter: Filter::default(),
        period: Some(period),
    };
    match answer(portfolio, &evidence, &query, TODAY).body {
        Body::Ranking(ranking) => ranking,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_ranking_over_a_period_without_invoices_says_so() {
    let (portfolio, _) =
        reviewed(&[baker(), buyer("Dust", Some(0.9), &[100])], &Settings::default());
    let nothing = ranked_in(&portfolio, 2019, &[], false);
    assert!(nothing.nothing && nothing.rows.is_empty());
    assert_eq!(nothing.newest, Some(date(2026, 10, 23)));
    let names = |ranking: Ranking| -> Vec<String> {
        ranking.rows.into_iter().map(|row| row.name).collect()
    };
    let long_ago = Somebody {
        entries: vec![Entry::new(EntryKind::Invoice, date(2019, 6, 1), Money::from_whole(9))],
        ..Somebody::default()
    };
    let (old, _) = reviewed(&[long_ago], &Settings::default());
    let query = Query::TopN {
        n: 5,
        measure: Measure::Revenue,
        lowest: false,
        entity: Entity::Customer,
        filter: Filter::default(),
        period: None,
    };
    let Body::Ranking(lately) = ask(&old, &query).body else { panic!("a ranking") };
    assert!(lately.nothing && lately.rows.is_empty(), "nothing in twelve months");
    assert_eq!(lately.newest, Some(date(2019, 6, 1)));
    let some = ranked_in(&portfolio, 2026, &["Dust"], false);
    assert_eq!((some.nothing, some.newest), (false, None));
    assert_eq!(names(some), ["Dust"], "not filled up with who bought nothing");
    assert_eq!(names(ranked_in(&portfolio, 2026, &["Dust"], true)), ["Baker", "Dust"]);
}
