//! Answers, questions and rejections as text that a person reads.

mod agenda;
mod compare;
mod costs;
mod counts;
mod format;
mod help;
mod history;
mod import;
mod intake;
mod lists;
mod load_problem;
mod model;
mod no;
mod notes;
mod noun;
mod outage;
mod page;
mod profile;
mod prospect;
mod questions;
mod show;
mod towards;
mod unclear;
mod why;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use klantwijzer_answer::body::{Answer, Body, DefinitionCount, Note};
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::money::Currency;

pub use format::Names;
pub use import::{rejected, rejection};
pub use intake::{field, file_kind, intake_failure, intake_note, quoted};
pub use load_problem::load_problem;
pub use outage::outages;
pub use page::{Align, Block, Columns, Page, Table, capital};
pub use questions::question;
pub use unclear::{assumed, unclear};

use crate::texts::Texts;
use format::Formatter;

/// An answer as a page: short first, then the reasons, then what else the reader
/// must know.
pub fn answer(answer: &Answer, texts: &Texts, names: &dyn Names) -> Page {
    let fmt = &Formatter { texts, names, currency: Some(&answer.currency) };
    let mut page = match &answer.body {
        Body::Customers(list) => lists::customers(fmt, list, &answer.notes),
        Body::WhyType(breakdown) => why::why(fmt, breakdown),
        Body::WhyNotType(why_not) => towards::why_not(fmt, why_not),
        Body::WhatIf(what_if) => towards::what_if(fmt, what_if),
        Body::Count(count) => counts::count(fmt, count),
        Body::Definitions(comparison) => counts::definitions(fmt, comparison),
        Body::Definition(explanation) => counts::definition(fmt, explanation),
        Body::Model(model) => model::explanation(fmt, model),
        Body::SayNo(list) => no::list(fmt, list),
        Body::SayNoCheck(check) => match &check.prospect {
            Some(prospect) => prospect::check(fmt, check, prospect),
            None => no::check(fmt, check),
        },
        Body::Ranking(ranking) => compare::ranking(fmt, ranking),
        Body::Concentration(concentration) => compare::concentration(fmt, concentration),
        Body::Comparison(comparison) => compare::comparison(fmt, comparison),
        Body::AcquisitionCost(cost) => costs::acquisition(fmt, cost, &answer.notes),
        Body::AcquisitionCostList(list) => costs::acquisition_list(fmt, list, &answer.notes),
        Body::CostToServe(cost) => costs::service(fmt, cost),
        Body::Overdue(overdue) => costs::overdue(fmt, overdue, &answer.notes),
        Body::Lapsed(lapsed) => lists::lapsed(fmt, lapsed),
        Body::Ideal(ideal) => profile::ideal(fmt, ideal),
        Body::Gaps(gaps) => profile::gaps(fmt, gaps),
        Body::Moved(moved) => lists::moved(fmt, moved),
        Body::History(history) => history::history(fmt, history),
        Body::Agenda(agenda) => agenda::agenda(fmt, agenda),
        Body::Programme(programme) => history::programme(fmt, programme),
        Body::Help(examples) => help::help(fmt, examples),
        Body::EmptyBook => help::empty_book(texts),
    };
    for note in &answer.notes {
        let text = notes::note(fmt, note);
        if matches!(note, Note::OnlyAbout { .. }) { page.note_first(text) } else { page.note(text) }
    }
    page
}

/// The name of a customer, with its id where others have the same name.
pub fn customer_name(customer: CustomerNo, texts: &Texts, names: &dyn Names) -> String {
    Formatter { texts, names, currency: None }.customer(customer)
}

/// What a definition of a customer is called.
pub fn definition_name(definition: &Definition, texts: &Texts, names: &dyn Names) -> String {
    Formatter { texts, names, currency: None }.definition_name(definition, None)
}

/// What a definition that was counted is called.
pub fn counted_definition(
    count: &DefinitionCount,
    currency: &Currency,
    texts: &Texts,
    names: &dyn Names,
) -> String {
    Formatter { texts, names, currency: Some(currency) }.definition(count)
}

/// The notes of an answer, the weightiest first.
pub fn notes(answer: &Answer, texts: &Texts, names: &dyn Names) -> Vec<String> {
    let fmt = &Formatter { texts, names, currency: Some(&answer.currency) };
    answer.notes.iter().map(|note| notes::note(fmt, note)).collect()
}
