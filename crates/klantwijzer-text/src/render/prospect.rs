//! The advice about somebody who has not bought yet.

use klantwijzer_answer::body::{Expected, SayNoCheck};
use klantwijzer_answer::query::Prospect;
use klantwijzer_core::profile::{CriterionLine, Fit};
use klantwijzer_core::say_no::Verdict;

use super::no::criteria;
use super::page::Page;
use super::pen::Pen;
use crate::say;
use crate::texts::terms::criterion_id;

/// Whether to say NO to a prospect, and what to expect of it.
pub(super) fn check(pen: &Pen<'_>, check: &SayNoCheck, prospect: &Prospect) -> Page {
    let texts = pen.texts;
    let name = prospect.name.as_ref().map(|name| pen.name(name));
    let name = name.unwrap_or_else(|| say!(texts, "no-this-prospect"));
    let mut page = Page::new(lead(pen, check, &name));
    let known = check.verdict != Verdict::TooLittleKnown;
    for (fit, id) in [(Fit::Unknown, "prospect-find-out"), (Fit::NoWish, "prospect-no-wish")] {
        let criteria = with_fit(pen, &check.criteria, fit);
        if !criteria.is_empty() && (known || fit != Fit::Unknown) {
            page.paragraph(say!(texts, id, criteria = texts.and(&criteria)));
        }
    }
    page.paragraph(expected(pen, check.expected.as_ref(), prospect));
    page.titled_table(say!(texts, "no-criteria-title"), criteria(pen, &check.criteria));
    if check.verdict == Verdict::SayNo {
        page.note(say!(texts, "no-advice"));
    }
    page
}

/// The advice, by how many criteria fit and how many are the opposite.
fn lead(pen: &Pen<'_>, check: &SayNoCheck, name: &str) -> String {
    let (texts, lines) = (pen.texts, check.criteria.as_slice());
    let all = lines.iter().filter(|line| line.fit.is_known()).count();
    let [fits, between, misfits, unknown] =
        [Fit::Ideal, Fit::Neutral, Fit::Least, Fit::Unknown].map(|fit| fit.count(lines));
    match check.verdict {
        Verdict::TooLittleKnown => say!(texts, "verdict-too-little-known", name = name),
        Verdict::Welcome if unknown == 0 => say!(texts, "prospect-welcome-all", name = name),
        Verdict::Welcome => say!(texts, "prospect-welcome", name = name),
        Verdict::SayNo if misfits == all => say!(texts, "prospect-no", name = name),
        Verdict::SayNo => say!(texts, "prospect-no-mostly", name = name, n = misfits, all = all),
        _ if between == all => say!(texts, "prospect-between", name = name),
        _ => {
            let parts: Vec<_> = [
                (fits, "prospect-fits"),
                (misfits, "prospect-misfits"),
                (between, "prospect-in-between"),
            ]
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, id)| say!(texts, id, n = n))
            .collect();
            say!(texts, "prospect-closer", name = name, all = all, parts = texts.and(&parts))
        }
    }
}

/// The names of the criteria that come out like this.
fn with_fit(pen: &Pen<'_>, lines: &[CriterionLine], fit: Fit) -> Vec<String> {
    let lines = lines.iter().filter(|line| line.fit == fit);
    lines.map(|line| say!(pen.texts, criterion_id(line.criterion))).collect()
}

/// The type to expect, which is provisional, with what it rests on.
fn expected(pen: &Pen<'_>, expected: Option<&Expected>, prospect: &Prospect) -> String {
    let texts = pen.texts;
    let Some(expected) = expected else {
        return say!(texts, "prospect-unlikened");
    };
    let n = expected.alike;
    if n == 0 {
        let likeness: Vec<_> = [
            (prospect.sector.is_some(), "prospect-likeness-sector"),
            (prospect.employees.is_some(), "prospect-likeness-size"),
        ]
        .into_iter()
        .filter(|(described, _)| *described)
        .map(|(_, id)| say!(texts, id))
        .collect();
        return say!(texts, "prospect-nobody-alike", likeness = texts.and(&likeness));
    }
    let types = pen.by_type(&expected.counts, n);
    let Some(customer_type) = expected.customer_type else {
        return say!(texts, "prospect-divided", n = n, types = types);
    };
    let who = pen.of_type(customer_type, &pen.noun(None), 1);
    let outlook = say!(texts, "prospect-expected", n = n, who = who, types = types);
    match expected.median_value {
        Some(value) => {
            let value = say!(texts, "prospect-alike-value", n = n, value = pen.money(value));
            format!("{outlook} {value}")
        }
        None => outlook,
    }
}
