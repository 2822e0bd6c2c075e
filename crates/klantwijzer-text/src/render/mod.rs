//! Answers, questions and rejections as text that a person reads.

mod compare;
mod costs;
mod counts;
#[cfg(any(test, feature = "samples"))]
mod every_question;
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
mod pen;
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
use klantwijzer_core::definition::Definition;
use klantwijzer_core::money::Currency;

#[cfg(any(test, feature = "samples"))]
pub use every_question::every_question;
pub use import::{rejected, rejection};
pub use intake::{field, file_kind, intake_failure, intake_note, quoted};
pub use load_problem::load_problem;
pub use outage::outages;
pub use page::{Align, Block, Page, Table, capital};
pub use pen::Names;
pub use questions::question;
pub use unclear::{assumed, unclear};

use crate::texts::Texts;
use pen::Pen;

/// An answer as a page: short first, then the reasons, then what else the reader
/// must know.
pub fn answer(answer: &Answer, texts: &Texts, names: &dyn Names) -> Page {
    let pen = &Pen { texts, names, currency: Some(&answer.currency) };
    let mut page = match &answer.body {
        Body::Customers(list) => lists::customers(pen, list, &answer.notes),
        Body::WhyType(breakdown) => why::why(pen, breakdown),
        Body::WhyNotType(why_not) => towards::why_not(pen, why_not),
        Body::WhatIf(what_if) => towards::what_if(pen, what_if),
        Body::Count(count) => counts::count(pen, count),
        Body::Definitions(comparison) => counts::definitions(pen, comparison),
        Body::Definition(explanation) => counts::definition(pen, explanation),
        Body::Model(model) => model::explanation(pen, model),
        Body::SayNo(list) => no::list(pen, list),
        Body::SayNoCheck(check) => match &check.prospect {
            Some(prospect) => prospect::check(pen, check, prospect),
            None => no::check(pen, check),
        },
        Body::Ranking(ranking) => compare::ranking(pen, ranking),
        Body::Concentration(concentration) => compare::concentration(pen, concentration),
        Body::Comparison(comparison) => compare::comparison(pen, comparison),
        Body::AcquisitionCost(cost) => costs::acquisition(pen, cost, &answer.notes),
        Body::AcquisitionCostList(list) => costs::acquisition_list(pen, list, &answer.notes),
        Body::CostToServe(cost) => costs::service(pen, cost),
        Body::Overdue(overdue) => costs::overdue(pen, overdue, &answer.notes),
        Body::Lapsed(lapsed) => lists::lapsed(pen, lapsed),
        Body::Ideal(ideal) => profile::ideal(pen, ideal),
        Body::Gaps(gaps) => profile::gaps(pen, gaps),
        Body::Moved(moved) => lists::moved(pen, moved),
        Body::History(history) => history::history(pen, history),
        Body::Programme(programme) => history::programme(pen, programme),
        Body::Help(examples) => help::help(pen, examples),
        Body::EmptyBook => help::empty_book(texts),
    };
    for note in &answer.notes {
        let text = notes::note(pen, note);
        if matches!(note, Note::OnlyAbout { .. }) { page.note_first(text) } else { page.note(text) }
    }
    page
}

/// What a definition of a customer is called.
pub fn definition_name(definition: &Definition, texts: &Texts, names: &dyn Names) -> String {
    Pen { texts, names, currency: None }.definition_name(definition, None)
}

/// What a definition that was counted is called.
pub fn counted_definition(
    count: &DefinitionCount,
    currency: &Currency,
    texts: &Texts,
    names: &dyn Names,
) -> String {
    Pen { texts, names, currency: Some(currency) }.definition(count)
}

/// The notes of an answer, the weightiest first.
pub fn notes(answer: &Answer, texts: &Texts, names: &dyn Names) -> Vec<String> {
    let pen = &Pen { texts, names, currency: Some(&answer.currency) };
    answer.notes.iter().map(|note| notes::note(pen, note)).collect()
}
