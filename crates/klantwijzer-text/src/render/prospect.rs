//! The advice about somebody who has not bought yet.

use klantwijzer_answer::body::{Expected, SayNoCheck};
use klantwijzer_answer::query::Prospect;
use klantwijzer_core::profile::{CriterionLine, Fit};
use klantwijzer_core::say_no::Verdict;

use super::format::Formatter;
use super::no::criteria;
use super::page::Page;
use crate::say;
use crate::texts::terms::criterion_id;

/// Whether to say NO to a prospect, and what to expect of it.
pub(super) fn check(fmt: &Formatter<'_>, check: &SayNoCheck, prospect: &Prospect) -> Page {
    let name = prospect.name.as_ref().map(|name| fmt.name(name));
    let name = name.unwrap_or_else(|| say!(fmt, "no-this-prospect"));
    let mut page = Page::new(lead(fmt, check, &name));
    let known = check.verdict != Verdict::TooLittleKnown;
    for (fit, id) in [(Fit::Unknown, "prospect-find-out"), (Fit::NoWish, "prospect-no-wish")] {
        let criteria = with_fit(fmt, &check.criteria, fit);
        if !criteria.is_empty() && (known || fit != Fit::Unknown) {
            page.paragraph(say!(fmt, id, criteria = fmt.texts.and(&criteria)));
        }
    }
    page.paragraph(expected(fmt, check.expected.as_ref(), prospect));
    page.titled_table(say!(fmt, "no-criteria-title"), criteria(fmt, &check.criteria));
    if check.verdict == Verdict::SayNo {
        page.note(say!(fmt, "no-advice"));
    }
    page
}

/// The advice, by how many criteria fit and how many are the opposite.
fn lead(fmt: &Formatter<'_>, check: &SayNoCheck, name: &str) -> String {
    let lines = check.criteria.as_slice();
    let all = lines.iter().filter(|line| line.fit.is_known()).count();
    let [fits, between, misfits, unknown] =
        [Fit::Ideal, Fit::Neutral, Fit::Least, Fit::Unknown].map(|fit| fit.count(lines));
    match check.verdict {
        Verdict::TooLittleKnown => say!(fmt, "verdict-too-little-known", name),
        Verdict::Welcome if unknown == 0 => say!(fmt, "prospect-welcome-all", name),
        Verdict::Welcome => say!(fmt, "prospect-welcome", name),
        Verdict::SayNo if misfits == all => say!(fmt, "prospect-no", name),
        Verdict::SayNo => say!(fmt, "prospect-no-mostly", name, n = misfits, all),
        _ if between == all => say!(fmt, "prospect-between", name),
        _ => {
            let parts: Vec<_> = [
                (fits, "prospect-fits"),
                (misfits, "prospect-misfits"),
                (between, "prospect-in-between"),
            ]
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, id)| say!(fmt, id, n))
            .collect();
            say!(fmt, "prospect-closer", name, all, parts = fmt.texts.and(&parts))
        }
    }
}

/// The names of the criteria that come out like this.
fn with_fit(fmt: &Formatter<'_>, lines: &[CriterionLine], fit: Fit) -> Vec<String> {
    let lines = lines.iter().filter(|line| line.fit == fit);
    lines.map(|line| say!(fmt, criterion_id(line.criterion))).collect()
}

/// The type to expect, which is provisional, with what it rests on.
fn expected(fmt: &Formatter<'_>, expected: Option<&Expected>, prospect: &Prospect) -> String {
    let Some(expected) = expected else {
        return say!(fmt, "prospect-unlikened");
    };
    let n = expected.alike;
    if n == 0 {
        let likeness: Vec<_> = [
            (prospect.sector.is_some(), "prospect-likeness-sector"),
            (prospect.employees.is_some(), "prospect-likeness-size"),
        ]
        .into_iter()
        .filter(|(described, _)| *described)
        .map(|(_, id)| say!(fmt, id))
        .collect();
        return say!(fmt, "prospect-nobody-alike", likeness = fmt.texts.and(&likeness));
    }
    let types = fmt.by_type(&expected.counts, n);
    let Some(customer_type) = expected.customer_type else {
        return say!(fmt, "prospect-divided", n, types);
    };
    let who = fmt.of_type(customer_type, &fmt.noun(None), 1);
    let outlook = say!(fmt, "prospect-expected", n, who, types);
    match expected.median_value {
        Some(value) => {
            let value = say!(fmt, "prospect-alike-value", n, value = fmt.money(value));
            format!("{outlook} {value}")
        }
        None => outlook,
    }
}
