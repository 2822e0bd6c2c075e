//! The advice to say NO, and what would change it.

use klantwijzer_answer::body::{NoCase, SayNoCheck, SayNoList};
use klantwijzer_core::profile::{Criterion, CriterionLine, Fit};
use klantwijzer_core::say_no::{Change, Exemption, NoAction, Sign, Verdict};

use super::page::{Align, Page, Table, capital};
use super::pen::Pen;
use crate::say;
use crate::texts::terms::criterion_id;

/// To whom to say NO.
pub(super) fn list(pen: &Pen<'_>, list: &SayNoList) -> Page {
    let texts = pen.texts;
    let noun = pen.noun_of(Some(&list.filter), list.cases.iter().map(|case| &case.card));
    let (no, lower) = (list.say_no, list.lower_cost);
    let say_no = say!(texts, "no-count", n = no, who = pen.narrowed(&noun, no, &[], &list.filter));
    let lower_cost =
        say!(texts, "lower-count", n = lower, who = pen.narrowed(&noun, lower, &[], &list.filter));
    let mut page = Page::new(match (no, lower) {
        (0, 0) => {
            let who = pen.narrowed(&noun, 0, &[], &list.filter);
            let id = match list.action {
                Some(NoAction::LowerCost) => "no-list-none-lower",
                Some(NoAction::SayNo) | None => "no-list-none",
            };
            let mut page = Page::new(say!(texts, id, who = who));
            page.paragraph(say!(texts, "no-list-none-hint"));
            return page;
        }
        (_, 0) => say!(texts, "no-list-no", no = say_no),
        (0, _) => say!(texts, "no-list-lower", lower = lower_cost),
        _ => {
            let others = say!(texts, "lower-count-others", n = lower);
            say!(texts, "no-list-both", no = say_no, lower = others)
        }
    });
    page.bullets(list.cases.iter().map(|case| case_line(pen, case)));
    page.note(say!(texts, "no-advice"));
    page
}

/// A case in a few sentences: the advice, the signs, what would change it.
fn case_line(pen: &Pen<'_>, case: &NoCase) -> String {
    let texts = pen.texts;
    let id = match case.action {
        NoAction::SayNo => "no-case-no",
        NoAction::LowerCost => "no-case-lower",
    };
    let mut sentences = vec![say!(texts, id, name = pen.name(&case.card.name))];
    sentences.extend(case.signs.iter().map(|sign| sign_line(pen, sign)));
    sentences.extend(changes(pen, &case.changes));
    sentences.join(" ")
}

/// Whether to say NO to a customer.
pub(super) fn check(pen: &Pen<'_>, check: &SayNoCheck) -> Page {
    let texts = pen.texts;
    let name = pen.word(check.card.as_ref().map(|card| card.name.as_str()));
    let mut page = Page::new(verdict(pen, check.verdict, &name));
    page.bullets(check.signs.iter().map(|sign| sign_line(pen, sign)));
    if let Some(changes) = changes(pen, &check.changes) {
        page.paragraph(changes);
    }
    page.titled_table(say!(texts, "no-criteria-title"), criteria(pen, &check.criteria));
    if matches!(check.verdict, Verdict::SayNo | Verdict::LowerCost) {
        page.note(say!(texts, "no-advice"));
    }
    page
}

fn verdict(pen: &Pen<'_>, verdict: Verdict, name: &str) -> String {
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
    say!(pen.texts, id, name = name)
}

/// A sign with its numbers.
fn sign_line(pen: &Pen<'_>, sign: &Sign) -> String {
    let texts = pen.texts;
    match sign {
        Sign::AcquisitionCost { cost, revenue, ratio: Some(ratio) } => say!(
            texts,
            "sign-acquisition",
            cost = pen.money(*cost),
            revenue = pen.money(*revenue),
            share = texts.percent(*ratio)
        ),
        Sign::AcquisitionCost { cost, ratio: None, .. } => {
            say!(texts, "sign-acquisition-no-revenue", cost = pen.money(*cost))
        }
        Sign::MarginAfterService { left, support_cost, requests, from_margin } => {
            let id = if *from_margin { "sign-margin" } else { "sign-revenue" };
            if *left < 0.0 && *support_cost <= 0.0 {
                return say!(texts, &format!("{id}.loss"), short = pen.money(-left));
            }
            let cost = pen.money(*support_cost);
            let cost = match requests {
                Some(n) if *n >= 1.0 => say!(texts, "sign-requests", n = n.round(), cost = cost),
                _ => cost,
            };
            after_service(pen, id, cost, *left)
        }
        Sign::LeastIdeal { criteria } => {
            let lines: Vec<_> =
                criteria.iter().map(|line| say!(texts, criterion_id(line.criterion))).collect();
            if lines.is_empty() {
                say!(texts, "sign-least-ideal")
            } else {
                say!(texts, "sign-least-ideal-on", criteria = texts.and(&lines))
            }
        }
        Sign::OpenInvoice { days, amount } => {
            let days = texts.days(*days);
            if let Some(amount) = amount.filter(|amount| *amount > 0.0) {
                say!(texts, "sign-open-amount", days = days, amount = pen.money(amount))
            } else {
                say!(texts, "sign-open", days = days)
            }
        }
    }
}

/// What is left after service, by the message with this id.
fn after_service(pen: &Pen<'_>, id: &str, cost: String, left: f64) -> String {
    if left.abs() < 0.005 {
        say!(pen.texts, &format!("{id}.nothing"), cost = cost)
    } else if left < 0.0 {
        say!(pen.texts, &format!("{id}.short"), cost = cost, short = pen.money(-left))
    } else {
        say!(pen.texts, id, cost = cost, left = pen.money(left))
    }
}

/// What would change the advice, in a sentence.
fn changes(pen: &Pen<'_>, changes: &[Change]) -> Option<String> {
    let texts = pen.texts;
    let parts: Vec<_> = changes
        .iter()
        .map(|change| match *change {
            Change::CostBelow { amount } => {
                say!(texts, "no-change-cost", amount = pen.money(amount))
            }
            Change::RevenueAbove { amount } => {
                say!(texts, "no-change-revenue", amount = pen.money(amount))
            }
            Change::SupportBelow { amount } => {
                say!(texts, "no-change-support", amount = pen.money(amount))
            }
            Change::InvoicePaid => say!(texts, "no-change-paid"),
            Change::BetterFit => say!(texts, "no-change-fit"),
        })
        .collect();
    (!parts.is_empty()).then(|| say!(texts, "no-changes", changes = texts.or(&parts)))
}

/// The criteria of the profile with what was found.
pub(super) fn criteria(pen: &Pen<'_>, lines: &[CriterionLine]) -> Table {
    let texts = pen.texts;
    let mut table = Table::new([
        (say!(texts, "col-criterion"), Align::Left),
        (say!(texts, "col-found"), Align::Right),
        (say!(texts, "col-fit"), Align::Left),
    ]);
    for line in lines {
        let fit = match line.fit {
            Fit::Ideal => "fit-ideal",
            Fit::Neutral => "fit-neutral",
            Fit::Least => "fit-least",
            Fit::Unknown => "fit-unknown",
            Fit::NoWish => "fit-no-wish",
        };
        let criterion = capital(&say!(texts, criterion_id(line.criterion)));
        table.row([criterion, found(pen, line), say!(texts, fit)]);
    }
    table
}

fn found(pen: &Pen<'_>, line: &CriterionLine) -> String {
    let texts = pen.texts;
    match (line.criterion, line.found) {
        (Criterion::Sector, _) => pen.word(line.found_text.as_deref()),
        (_, None) => texts.unknown(),
        (Criterion::Employees, Some(number)) => texts.number(number),
        (Criterion::CompanyRevenue, Some(amount)) => pen.money(amount),
        (Criterion::PainFit | Criterion::RegulatoryPressure, Some(grade)) => {
            say!(texts, "format-grade", grade = texts.number(grade))
        }
    }
}
