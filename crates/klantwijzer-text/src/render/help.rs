//! What a person can ask, and what to do with an empty book.

use jiff::civil::date;
use klantwijzer_answer::body::Help;
use klantwijzer_answer::query::{Entity, Filter, Measure, Query};
use klantwijzer_core::period::Period;
use klantwijzer_core::types::CustomerType;

use super::format::Formatter;
use super::page::Page;
use super::questions::question;
use crate::say;
use crate::texts::Texts;

/// What a person can ask, by subject, about customers of this very book.
pub(super) fn help(fmt: &Formatter<'_>, examples: &Help) -> Page {
    let ask = |query: Query| question(&query, fmt.texts, fmt.names);
    let of_type = |types, sector: Option<_>| Query::ListByType {
        types,
        filter: Filter { sector, ..Filter::default() },
        sort: Measure::Value,
    };
    let mut page = Page::new(say!(fmt, "help-lead"));
    page.paragraph(say!(fmt, "help-attention"));
    let sector = examples.sector.clone().map(|sector| of_type(vec![], Some(sector)));
    let why = examples
        .best
        .map(|(customer, claimed)| Query::WhyType { customer, claimed: Some(claimed) });
    let what_if = examples
        .next
        .map(|customer| Query::WhatIf { customer, customer_type: Some(CustomerType::Strategic) });
    page.bullets(
        [say!(fmt, "help-list")]
            .into_iter()
            .chain([why, what_if, sector].into_iter().flatten().map(ask)),
    );
    page.paragraph(say!(fmt, "help-counting"));
    page.bullets([say!(fmt, "help-count"), ask(top_customers(examples.year))]);
    for (title, questions) in SUBJECTS {
        page.paragraph(say!(fmt, title));
        page.bullets(questions.iter().map(|question| say!(fmt, question)));
    }
    page
}

const SUBJECTS: [(&str, &[&str]); 3] = [
    ("help-cost", &["help-say-no", "help-acquisition"]),
    ("help-better", &["help-ideal", "help-gaps"]),
    ("help-contact", &["help-programme"]),
];

/// The largest customers: by revenue in the last year that has an invoice, else
/// by value.
fn top_customers(year: Option<i16>) -> Query {
    let period = year.map(|year| Period::new(date(year, 1, 1), date(year, 12, 31)));
    Query::TopN {
        n: 10,
        measure: if period.is_some() { Measure::Revenue } else { Measure::Value },
        lowest: false,
        entity: Entity::Customer,
        filter: Filter::default(),
        period,
    }
}

/// What to do when the book has nobody in it.
pub(super) fn empty_book(texts: &Texts) -> Page {
    let mut page = Page::new(say!(texts, "empty-lead"));
    page.bullets([say!(texts, "empty-import"), say!(texts, "empty-review")]);
    page
}
