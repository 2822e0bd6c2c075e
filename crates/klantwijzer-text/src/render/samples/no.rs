//! The advice to say NO.

use klantwijzer_answer::body::{Body, Expected, NoCase, SayNoCheck, SayNoList};
use klantwijzer_answer::query::{Filter, Prospect};
use klantwijzer_core::profile::{Criterion, CriterionLine, Fit};
use klantwijzer_core::say_no::{Change, Exemption, NoAction, Sign, Verdict};
use klantwijzer_core::types::CustomerType::Transactional;

use super::{Sample, answer, card};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = lists();
    samples.extend(checks());
    samples
}

fn criteria() -> Vec<CriterionLine> {
    let line = |criterion, fit, found, text: Option<&str>| CriterionLine {
        criterion,
        fit,
        found,
        found_text: text.map(Into::into),
    };
    vec![
        line(Criterion::Employees, Fit::Least, Some(8.0), None),
        line(Criterion::CompanyRevenue, Fit::Neutral, Some(750_000.0), None),
        line(Criterion::Sector, Fit::Ideal, None, Some("Grocery")),
        line(Criterion::PainFit, Fit::Unknown, None, None),
        line(Criterion::RegulatoryPressure, Fit::Least, Some(2.0), None),
    ]
}

fn signs() -> Vec<Sign> {
    vec![
        Sign::AcquisitionCost { cost: 1_200.0, revenue: 900.0, ratio: Some(1.333) },
        Sign::AcquisitionCost { cost: 350.0, revenue: 0.0, ratio: None },
        Sign::MarginAfterService {
            left: -120.4,
            support_cost: 640.0,
            requests: Some(16.0),
            from_margin: true,
        },
        Sign::MarginAfterService {
            left: 0.0,
            support_cost: 64.5,
            requests: None,
            from_margin: false,
        },
        Sign::MarginAfterService {
            left: -75.0,
            support_cost: 0.0,
            requests: None,
            from_margin: true,
        },
        Sign::LeastIdeal {
            criteria: criteria().into_iter().filter(|c| c.fit == Fit::Least).collect(),
        },
        Sign::LeastIdeal { criteria: vec![] },
        Sign::OpenInvoice { days: 127.0, amount: Some(430.0) },
        Sign::OpenInvoice { days: 127.0, amount: None },
    ]
}

fn changes() -> Vec<Change> {
    vec![
        Change::CostBelow { amount: 900.0 },
        Change::RevenueAbove { amount: 1_200.0 },
        Change::SupportBelow { amount: 519.6 },
        Change::InvoicePaid,
        Change::BetterFit,
    ]
}

fn lists() -> Vec<Sample> {
    let case = |name, signs: &[Sign], changes: &[Change], action| NoCase {
        card: card(name, Transactional, 220.0, 18.0),
        signs: signs.to_vec(),
        action,
        changes: changes.to_vec(),
    };
    let (signs, changes) = (signs(), changes());
    let list = SayNoList {
        action: None,
        filter: Filter::default(),
        lower_cost: 1,
        say_no: 1,
        cases: vec![
            case("Chop-suey Chinese", &signs[..1], &changes[..2], NoAction::SayNo),
            case("Lazy K Kountry Store", &signs[7..8], &changes[3..4], NoAction::LowerCost),
        ],
    };
    let no = SayNoList { lower_cost: 0, say_no: 3, ..list.clone() };
    let lower = SayNoList { lower_cost: 2, say_no: 0, ..list.clone() };
    let none = SayNoList { lower_cost: 0, say_no: 0, cases: vec![], ..list.clone() };
    let none_lower = SayNoList { action: Some(NoAction::LowerCost), ..none.clone() };
    vec![
        ("no_list", answer(Body::SayNo(list), vec![])),
        ("no_list_no", answer(Body::SayNo(no), vec![])),
        ("no_list_lower", answer(Body::SayNo(lower), vec![])),
        ("no_list_none", answer(Body::SayNo(none), vec![])),
        ("no_list_none_lower", answer(Body::SayNo(none_lower), vec![])),
    ]
}

/// The first criteria with these outcomes.
fn criteria_as(fits: &[Fit]) -> Vec<CriterionLine> {
    let lines = criteria().into_iter().zip(fits);
    lines
        .map(|(line, fit)| match fit {
            Fit::Unknown => {
                CriterionLine { fit: Fit::Unknown, found: None, found_text: None, ..line }
            }
            fit => CriterionLine { fit: *fit, ..line },
        })
        .collect()
}

/// What is expected by so many customers that are alike.
fn alike(alike: u32) -> Expected {
    Expected {
        alike,
        counts: [0, 0, alike / 3, alike - alike / 3],
        customer_type: (alike > 0).then_some(Transactional),
        median_value: (alike > 0).then_some(3_400.0),
    }
}

fn checks() -> Vec<Sample> {
    let check = |verdict, signs, changes, criteria| {
        answer(
            Body::SayNoCheck(SayNoCheck {
                card: Some(card("Chop-suey Chinese", Transactional, 220.0, 18.0)),
                prospect: None,
                verdict,
                signs,
                changes,
                criteria,
                expected: None,
            }),
            vec![],
        )
    };
    let prospect = |verdict, name: Option<&str>, criteria, expected| {
        let described = Prospect {
            name: name.map(str::to_owned),
            sector: Some("Grocery".into()),
            employees: Some(8.0),
            ..Prospect::default()
        };
        answer(
            Body::SayNoCheck(SayNoCheck {
                card: None,
                prospect: Some(described),
                verdict,
                signs: vec![],
                changes: vec![],
                criteria,
                expected,
            }),
            vec![],
        )
    };
    let bakker = Some("Bakker B.V.");
    let divided =
        Some(Expected { alike: 2, counts: [0, 1, 0, 1], customer_type: None, median_value: None });
    let exempt = |because| check(Verdict::Exempt { because }, vec![], vec![], vec![]);
    vec![
        ("no_check", check(Verdict::SayNo, signs(), changes(), criteria())),
        (
            "no_check_lower",
            check(Verdict::LowerCost, signs()[..1].to_vec(), changes()[..1].to_vec(), vec![]),
        ),
        ("no_check_keep", check(Verdict::Keep, vec![], vec![], vec![])),
        ("no_check_little", check(Verdict::TooLittleKnown, vec![], vec![], criteria())),
        (
            "prospect_welcome",
            prospect(Verdict::Welcome, bakker, criteria_as(&[Fit::Ideal; 2]), Some(alike(9))),
        ),
        (
            "prospect_fits_as_far_as_known",
            prospect(
                Verdict::Welcome,
                bakker,
                criteria_as(&[Fit::Ideal, Fit::NoWish, Fit::NoWish, Fit::Unknown]),
                Some(alike(0)),
            ),
        ),
        (
            "prospect_no",
            prospect(
                Verdict::SayNo,
                None,
                criteria_as(&[Fit::Least, Fit::Unknown, Fit::Least]),
                Some(alike(1)),
            ),
        ),
        ("prospect_no_mostly", prospect(Verdict::SayNo, None, criteria(), divided)),
        (
            "prospect_closer",
            prospect(
                Verdict::LookCloser,
                None,
                criteria_as(&[Fit::Ideal, Fit::Least, Fit::Neutral]),
                None,
            ),
        ),
        (
            "prospect_between",
            prospect(Verdict::LookCloser, bakker, criteria_as(&[Fit::Neutral]), Some(alike(9))),
        ),
        (
            "prospect_unknown",
            prospect(Verdict::TooLittleKnown, None, criteria_as(&[Fit::Unknown; 2]), None),
        ),
        ("no_exempt_money", exempt(Exemption::NoMoney)),
        ("no_exempt_sector", exempt(Exemption::Sector)),
        ("no_exempt_provisional", exempt(Exemption::Provisional)),
        ("no_exempt_overridden", exempt(Exemption::Overridden)),
        ("no_exempt_group", exempt(Exemption::StrategicGroup)),
    ]
}

/// Advice with a number and a name that are anything at all.
pub(super) fn hostile(number: f64, name: &str) -> Vec<Sample> {
    let check = SayNoCheck {
        card: Some(card(name, Transactional, number, number)),
        prospect: None,
        verdict: Verdict::SayNo,
        signs: vec![
            Sign::AcquisitionCost { cost: number, revenue: number, ratio: Some(number) },
            Sign::MarginAfterService {
                left: number,
                support_cost: number,
                requests: Some(number),
                from_margin: true,
            },
            Sign::OpenInvoice { days: number, amount: Some(number) },
        ],
        changes: vec![Change::CostBelow { amount: number }],
        criteria: vec![CriterionLine {
            criterion: Criterion::Sector,
            fit: Fit::Least,
            found: Some(number),
            found_text: Some(name.into()),
        }],
        expected: None,
    };
    vec![("check", answer(Body::SayNoCheck(check), vec![]))]
}
