//! Advice to say NO that the book cannot give on one day.

use klantwijzer_core::profile::{Criterion, Fit};
use klantwijzer_core::say_no::{Change, Sign, Verdict};
use klantwijzer_core::types::CustomerType::Transactional;

use super::Sample;

/// Every one.
pub(super) fn samples() -> Vec<Sample> {
    let mut samples = advice();
    samples.extend(prospects());
    samples
}

fn advice() -> Vec<Sample> {
    let after_service = |left, support_cost, requests, from_margin| Sign::MarginAfterService {
        left,
        support_cost,
        requests,
        from_margin,
    };
    let signs = vec![
        Sign::AcquisitionCost { cost: 1_200.0, revenue: 900.0, ratio: Some(1.333) },
        Sign::AcquisitionCost { cost: 350.0, revenue: 0.0, ratio: None },
        after_service(-120.4, 640.0, Some(16.0), true),
        after_service(0.0, 64.5, None, false),
        after_service(-75.0, 0.0, None, true),
        Sign::LeastIdeal { criteria: vec![] },
        Sign::OpenInvoice { days: 127.0, amount: Some(430.0) },
        Sign::OpenInvoice { days: 127.0, amount: None },
    ];
    let changes = vec![
        Change::CostBelow { amount: 900.0 },
        Change::RevenueAbove { amount: 1_200.0 },
        Change::SupportBelow { amount: 519.6 },
        Change::InvoicePaid,
        Change::BetterFit,
    ];
    vec![
        (
            "no_every_sign",
            changed!("no_say_no", SayNoCheck, |check| {
                (check.signs, check.changes) = (signs, changes);
                let odd =
                    [(Criterion::CompanyRevenue, 750_000.0), (Criterion::RegulatoryPressure, 2.0)];
                for (line, (criterion, found)) in check.criteria.iter_mut().zip(odd) {
                    (line.criterion, line.found) = (criterion, Some(found));
                }
            }),
        ),
        (
            "no_little_known",
            changed!("no_keep", SayNoCheck, |check| check.verdict = Verdict::TooLittleKnown),
        ),
        ("no_list_lower_alone", changed!("no_list", SayNo, |list| list.say_no = 0)),
    ]
}

fn prospects() -> Vec<Sample> {
    let prospect = |verdict, fits: &[Fit]| {
        changed!("no_prospect_in_part", SayNoCheck, |check| {
            check.verdict = verdict;
            check.criteria.truncate(fits.len());
            for (line, fit) in check.criteria.iter_mut().zip(fits) {
                line.fit = *fit;
            }
        })
    };
    let nobody_alike = changed!("no_prospect_in_part", SayNoCheck, |check| {
        if let Some(expected) = &mut check.expected {
            expected.alike = 0;
        }
    });
    let divided = changed!("no_prospect_in_part", SayNoCheck, |check| {
        if let Some(expected) = &mut check.expected {
            expected.customer_type = None;
        }
    });
    let expected = changed!("no_prospect_in_part", SayNoCheck, |check| {
        if let Some(expected) = &mut check.expected {
            (expected.alike, expected.counts) = (9, [0, 0, 3, 6]);
            (expected.customer_type, expected.median_value) = (Some(Transactional), Some(3_400.0));
        }
    });
    vec![
        ("prospect_fits", prospect(Verdict::Welcome, &[Fit::Ideal; 2])),
        (
            "prospect_fits_as_far",
            prospect(Verdict::Welcome, &[Fit::Ideal, Fit::NoWish, Fit::Unknown]),
        ),
        ("prospect_no", prospect(Verdict::SayNo, &[Fit::Least, Fit::Unknown, Fit::Least])),
        ("prospect_no_mostly", prospect(Verdict::SayNo, &[Fit::Least, Fit::Ideal, Fit::Least])),
        ("prospect_closer", prospect(Verdict::LookCloser, &[Fit::Ideal, Fit::Least, Fit::Neutral])),
        ("prospect_between", prospect(Verdict::LookCloser, &[Fit::Neutral])),
        ("prospect_nobody_alike", nobody_alike),
        ("prospect_divided", divided),
        ("prospect_expected", expected),
        ("prospect_find_out", prospect(Verdict::LookCloser, &[Fit::Ideal, Fit::Unknown])),
    ]
}
