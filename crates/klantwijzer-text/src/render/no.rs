//! The advice to say NO, and what would change it.

use klantwijzer_answer::body::{NoCase, SayNoCheck, SayNoList};
use klantwijzer_core::profile::{Criterion, CriterionLine, Fit};
use klantwijzer_core::say_no::{Change, Exemption, NoAction, Sign, Verdict};

use super::format::Formatter;
use super::page::{Page, Table, capital};
use crate::say;
use crate::texts::terms::criterion_id;

/// To whom to say NO.
pub(super) fn list(fmt: &Formatter<'_>, list: &SayNoList) -> Page {
    let noun = fmt.noun_of(Some(&list.filter), list.cases.iter().map(|case| &case.card));
    let (no, lower) = (list.say_no, list.lower_cost);
    let say_no = say!(fmt, "no-count", n = no, who = fmt.narrowed(&noun, no, &[], &list.filter));
    let lower_cost =
        say!(fmt, "lower-count", n = lower, who = fmt.narrowed(&noun, lower, &[], &list.filter));
    let mut page = Page::new(match (no, lower) {
        (0, 0) => {
            let who = fmt.narrowed(&noun, 0, &[], &list.filter);
            let id = match list.action {
                Some(NoAction::LowerCost) => "no-list-none-lower",
                Some(NoAction::SayNo) | None => "no-list-none",
            };
            let mut page = Page::new(say!(fmt, id, who));
            page.paragraph(say!(fmt, "no-list-none-hint"));
            return page;
        }
        (_, 0) => say!(fmt, "no-list-no", no = say_no),
        (0, _) => say!(fmt, "no-list-lower", lower = lower_cost),
        _ => {
            let others = say!(fmt, "lower-count-others", n = lower);
            say!(fmt, "no-list-both", no = say_no, lower = others)
        }
    });
    page.bullets(list.cases.iter().map(|case| case_line(fmt, case)));
    page.note(say!(fmt, "no-advice"));
    page
}

/// A case in a few sentences: the advice, the signs, what would change it.
fn case_line(fmt: &Formatter<'_>, case: &NoCase) -> String {
    let id = match case.action {
        NoAction::SayNo => "no-case-no",
        NoAction::LowerCost => "no-case-lower",
    };
    let mut sentences = vec![say!(fmt, id, name = fmt.customer(case.card.no))];
    sentences.extend(case.signs.iter().map(|sign| sign_line(fmt, sign)));
    sentences.extend(changes(fmt, &case.changes));
    sentences.join(" ")
}

/// Whether to say NO to a customer.
pub(super) fn check(fmt: &Formatter<'_>, check: &SayNoCheck) -> Page {
    let name = fmt.word(check.card.as_ref().map(|card| card.name.as_str()));
    let mut page = Page::new(verdict(fmt, check.verdict, &name));
    page.bullets(check.signs.iter().map(|sign| sign_line(fmt, sign)));
    if let Some(changes) = changes(fmt, &check.changes) {
        page.paragraph(changes);
    }
    page.titled_table(say!(fmt, "no-criteria-title"), criteria(fmt, &check.criteria));
    if matches!(check.verdict, Verdict::SayNo | Verdict::LowerCost) {
        page.note(say!(fmt, "no-advice"));
    }
    page
}

fn verdict(fmt: &Formatter<'_>, verdict: Verdict, name: &str) -> String {
    let id = match verdict {
        Verdict::SayNo => "verdict-no",
        Verdict::LowerCost => "verdict-lower-cost",
        Verdict::Keep => "verdict-keep",
        // Only prospects are welcome or looked at closer.
        Verdict::Welcome | Verdict::LookCloser | Verdict::TooLittleKnown => {
            "verdict-too-little-known"
        }
        Verdict::Exempt { because } => match because {
            Exemption::NoMoney => "exempt-no-money",
            Exemption::Sector => "exempt-sector",
            Exemption::Provisional => "exempt-provisional",
            Exemption::Overridden => "exempt-overridden",
            Exemption::StrategicGroup => "exempt-strategic-group",
        },
    };
    say!(fmt, id, name)
}

/// A sign with its numbers.
fn sign_line(fmt: &Formatter<'_>, sign: &Sign) -> String {
    match sign {
        Sign::AcquisitionCost { cost, revenue, ratio: Some(ratio) } => say!(
            fmt,
            "sign-acquisition",
            cost = fmt.money(*cost),
            revenue = fmt.money(*revenue),
            share = fmt.texts.percent(*ratio)
        ),
        Sign::AcquisitionCost { cost, ratio: None, .. } => {
            say!(fmt, "sign-acquisition-no-revenue", cost = fmt.money(*cost))
        }
        Sign::MarginAfterService { left, support_cost, requests, from_margin } => {
            let id = if *from_margin { "sign-margin" } else { "sign-revenue" };
            if *left < 0.0 && *support_cost <= 0.0 {
                return say!(fmt, &format!("{id}.loss"), short = fmt.money(-left));
            }
            let cost = fmt.money(*support_cost);
            let cost = match requests {
                Some(n) if *n >= 1.0 => say!(fmt, "sign-requests", n = n.round(), cost),
                _ => cost,
            };
            after_service(fmt, id, cost, *left)
        }
        Sign::LeastIdeal { criteria } => {
            let lines: Vec<_> =
                criteria.iter().map(|line| say!(fmt, criterion_id(line.criterion))).collect();
            if lines.is_empty() {
                say!(fmt, "sign-least-ideal")
            } else {
                say!(fmt, "sign-least-ideal-on", criteria = fmt.texts.and(&lines))
            }
        }
        Sign::OpenInvoice { days, amount } => {
            let days = fmt.texts.age(*days);
            if let Some(amount) = amount.filter(|amount| *amount > 0.0) {
                say!(fmt, "sign-open-amount", days, amount = fmt.money(amount))
            } else {
                say!(fmt, "sign-open", days)
            }
        }
    }
}

/// What is left after service, by the message with this id.
fn after_service(fmt: &Formatter<'_>, id: &str, cost: String, left: f64) -> String {
    if left.abs() < 0.005 {
        say!(fmt, &format!("{id}.nothing"), cost)
    } else if left < 0.0 {
        say!(fmt, &format!("{id}.short"), cost, short = fmt.money(-left))
    } else {
        say!(fmt, id, cost, left = fmt.money(left))
    }
}

/// What would change the advice, in a sentence.
fn changes(fmt: &Formatter<'_>, changes: &[Change]) -> Option<String> {
    let parts: Vec<_> = changes
        .iter()
        .map(|change| match *change {
            Change::CostBelow { amount } => {
                say!(fmt, "no-change-cost", amount = fmt.money(amount))
            }
            Change::RevenueAbove { amount } => {
                say!(fmt, "no-change-revenue", amount = fmt.money(amount))
            }
            Change::SupportBelow { amount } => {
                say!(fmt, "no-change-support", amount = fmt.money(amount))
            }
            Change::InvoicePaid => say!(fmt, "no-change-paid"),
            Change::BetterFit => say!(fmt, "no-change-fit"),
        })
        .collect();
    (!parts.is_empty()).then(|| say!(fmt, "no-changes", changes = fmt.texts.or(&parts)))
}

/// The criteria of the profile with what was found.
pub(super) fn criteria(fmt: &Formatter<'_>, lines: &[CriterionLine]) -> Table {
    Table::of(lines)
        .left(say!(fmt, "col-criterion"), |line| capital(&say!(fmt, criterion_id(line.criterion))))
        .right(say!(fmt, "col-found"), |line| found(fmt, line))
        .left(say!(fmt, "col-fit"), |line| say!(fmt, fit_id(line.fit)))
        .table()
}

const fn fit_id(fit: Fit) -> &'static str {
    match fit {
        Fit::Ideal => "fit-ideal",
        Fit::Neutral => "fit-neutral",
        Fit::Least => "fit-least",
        Fit::Unknown => "fit-unknown",
        Fit::NoWish => "fit-no-wish",
    }
}

fn found(fmt: &Formatter<'_>, line: &CriterionLine) -> String {
    match (line.criterion, line.found) {
        (Criterion::Sector, _) => fmt.word(line.found_text.as_deref()),
        (_, None) => fmt.texts.unknown(),
        (Criterion::Employees, Some(number)) => fmt.texts.number(number),
        (Criterion::CompanyRevenue, Some(amount)) => fmt.money(amount),
        (Criterion::PainFit | Criterion::RegulatoryPressure, Some(grade)) => {
            say!(fmt, "format-grade", grade = fmt.texts.number(grade))
        }
    }
}
