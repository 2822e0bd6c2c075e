//! Answers with what can be done next: pages, reasons, pictures, files.

use klantwijzer_answer::body::{Answer, Body, Card};
use klantwijzer_answer::query::{Query, Topic};
use klantwijzer_ask::understanding::Outcome;
use klantwijzer_core::access::Action;
use klantwijzer_core::types::CustomerType;
use klantwijzer_desk::Book;
use klantwijzer_frontend::export::Form;
use klantwijzer_frontend::{Program, audit, customer, import, settings};
use klantwijzer_text::render::{self, Names, Page};
use klantwijzer_text::{Failure, Texts, fail, say};
use serenity::all::{ButtonStyle, CreateButton};

use super::custom_id::{Stamp, restore};
use super::press::{Picture, Press, View};
use super::reply::{Reply, Screen, button, screens};

/// The most lines of the record of who did what.
const MOST_LINES: usize = 300;

/// What came of a question.
pub(super) struct Asked {
    pub(super) reply: Reply,
    /// What was understood, to go on from.
    pub(super) query: Option<Query>,
}

/// Answers a sentence in its own language. With a subject that was just spoken
/// of, "and in healthcare?" is about that.
pub(super) fn asked(
    program: &Program,
    server: Option<u64>,
    sentence: &str,
    subject: Option<&Query>,
) -> Result<Asked, Failure> {
    let book = program.book()?;
    let hint = Some(program.texts.language());
    let reply = program.wait(book.ask(sentence, subject, hint))?;
    let texts = Texts::in_discord(reply.understanding.language);
    let stamp = Stamp { language: texts.language(), server };
    let names = program.names(&book);
    match (&reply.understanding.outcome, &reply.answer) {
        (Outcome::Understood(query), Some(answer)) => {
            let (page, mut next) = worded(answer, query, stamp, texts, &names);
            next.offer_a_file(program, answer, stamp, texts);
            let answered = screen(&page, next, stamp, &View::Answer(query.clone()), 0, texts);
            let assumed = render::assumed(&reply.understanding.assumed, texts, &names);
            Ok(Asked { reply: answered.opening(assumed.as_deref()), query: Some(query.clone()) })
        }
        (outcome, _) => {
            let page = render::unclear(outcome, texts, &names);
            let buttons = suggestions(outcome).iter().map(|query| {
                let label = render::question(query, texts, &names);
                let press = Press::Show(View::Answer(query.clone()));
                button(stamp.id(&press), &label, ButtonStyle::Secondary)
            });
            Ok(Asked { reply: Reply::page(&page, texts).buttons(buttons), query: None })
        }
    }
}

fn suggestions(outcome: &Outcome) -> &[Query] {
    match outcome {
        Outcome::Understood(_) => &[],
        Outcome::Unclear { suggestions, .. } => suggestions,
    }
}

/// A screen of what can be shown.
pub(super) fn show(
    program: &Program,
    book: &Book<'_>,
    stamp: Stamp,
    view: &View,
    at: u16,
) -> Result<Reply, Failure> {
    let texts = program.texts;
    let (page, next) = match view {
        View::Answer(query) => answer(program, book, stamp, query)?,
        View::Card(no) => {
            let today = program.today();
            let kind = book.portfolio().row(*no).and_then(|row| row.customer_type(today));
            (customer::card(program, book, *no)?.page, Next::customer(*no, kind, texts, stamp))
        }
        View::Settings => (settings::settings(program, &[])?.page, Next::default()),
        View::Imports => (import::list(program)?.page, Next::default()),
        View::Audit => (audit::audit(program, None, None, MOST_LINES)?.page, Next::default()),
    };
    Ok(screen(&page, next, stamp, view, at, texts))
}

/// One screen of a page, with what can be done next.
fn screen(page: &Page, next: Next, stamp: Stamp, view: &View, at: u16, texts: &Texts) -> Reply {
    let screens = screens(page);
    let at = usize::from(at).min(screens.len().saturating_sub(1));
    let Some(shown) = screens.get(at) else {
        return Reply::new("");
    };
    let reply = Reply::new(shown.text.clone());
    let names_roles = matches!(view, View::Settings | View::Audit);
    let mut reply = if names_roles { reply.naming() } else { reply };
    if let Some(asks) = next.about {
        let lines = next.customers.get(shown.rows.clone()).unwrap_or_default();
        reply = reply.menu(stamp.id(&Press::Why), &asks, lines.iter().cloned());
    }
    reply = turns(reply, stamp, view, at, &screens, texts);
    reply.buttons(next.buttons)
}

/// Buttons to the screens before and after, where there are any.
fn turns(
    reply: Reply,
    stamp: Stamp,
    view: &View,
    at: usize,
    screens: &[Screen],
    texts: &Texts,
) -> Reply {
    if screens.len() < 2 {
        return reply;
    }
    let turn = |to: usize, label: &str| {
        let press = Press::Turn(view.clone(), u16::try_from(to).ok()?);
        button(stamp.id(&press), label, ButtonStyle::Primary)
    };
    let back = at.checked_sub(1).and_then(|to| turn(to, &say!(texts, "button-back")));
    let on = (at + 1 < screens.len()).then(|| turn(at + 1, &say!(texts, "button-next"))).flatten();
    let (this, all) = (texts.number((at + 1) as f64), texts.number(screens.len() as f64));
    reply.footer(say!(texts, "screen-of", this = this, all = all)).buttons([back, on])
}

/// What can be done after an answer.
#[derive(Default)]
struct Next {
    /// What the menu of customers asks; no menu without it.
    about: Option<String>,
    /// The customers of the answer, in the order of its rows: number, name and
    /// sector.
    customers: Vec<(String, String, Option<String>)>,
    buttons: Vec<Option<CreateButton>>,
}

impl Next {
    /// What can be asked of a customer of this type; nothing lies above strategic.
    fn customer(no: u32, kind: Option<CustomerType>, texts: &Texts, stamp: Stamp) -> Self {
        let mut buttons = Vec::new();
        if kind != Some(CustomerType::Strategic) {
            let up = Press::Show(View::Answer(Query::WhatIf { customer: no, customer_type: None }));
            buttons.push(secondary(stamp, &up, &say!(texts, "button-what-if")));
        }
        let history = Press::Picture(Picture::History(no));
        buttons.push(secondary(stamp, &history, &say!(texts, "button-history")));
        Self { buttons, ..Self::default() }
    }
}

impl Next {
    /// The book as a file, beside a list of customers, for who may have it.
    fn offer_a_file(&mut self, program: &Program, answer: &Answer, stamp: Stamp, texts: &Texts) {
        let is_list = matches!(answer.body, Body::Customers(_));
        if is_list && Action::Export.is_allowed(program.person.level) {
            let export = Press::Export(Form::Xlsx);
            self.buttons.push(secondary(stamp, &export, &say!(texts, "button-export")));
        }
    }
}

fn secondary(stamp: Stamp, press: &Press, label: &str) -> Option<CreateButton> {
    button(stamp.id(press), label, ButtonStyle::Secondary)
}

fn answer(
    program: &Program,
    book: &Book<'_>,
    stamp: Stamp,
    query: &Query,
) -> Result<(Page, Next), Failure> {
    let texts = program.texts;
    let query =
        restore(query.clone(), book.portfolio()).ok_or_else(|| fail!(texts, "button-outdated"))?;
    let answer = program.wait(book.answer(&query))?;
    let (page, mut next) = worded(&answer, &query, stamp, texts, &program.names(book));
    next.offer_a_file(program, &answer, stamp, texts);
    Ok((page, next))
}

/// An answer as a page, with what can be done next.
fn worded(
    answer: &Answer,
    query: &Query,
    stamp: Stamp,
    texts: &Texts,
    names: &dyn Names,
) -> (Page, Next) {
    (render::answer(answer, texts, names), next(answer, query, stamp, texts, names))
}

fn next(answer: &Answer, query: &Query, stamp: Stamp, texts: &Texts, names: &dyn Names) -> Next {
    let picture = |picture: Picture, label: &str| secondary(stamp, &Press::Picture(picture), label);
    let mut buttons = Vec::new();
    let customers = answer.body.customers();
    match &answer.body {
        // A picture of nobody says nothing.
        Body::Customers(_) | Body::Ranking(_) if customers.total == Some(0) => {}
        Body::Customers(_) | Body::Concentration(_) | Body::Ranking(_) => {
            buttons.push(picture(Picture::Matrix, &say!(texts, "button-matrix")));
        }
        Body::Count(_) | Body::Definitions(_) => {
            buttons.push(picture(Picture::Funnel, &say!(texts, "button-funnel")));
            let explain = Press::Show(View::Answer(Query::ExplainDefinition { definition: None }));
            buttons.push(secondary(stamp, &explain, &say!(texts, "button-what-is-customer")));
        }
        Body::Moved(_) => buttons.push(picture(Picture::Movement, &say!(texts, "button-movement"))),
        Body::SayNo(_) => {
            let explain = Press::Show(View::Answer(Query::ExplainModel { topic: Topic::SayNo }));
            buttons.push(secondary(stamp, &explain, &say!(texts, "button-why-no")));
        }
        Body::WhyType(_) | Body::WhyNotType(_) | Body::WhatIf(_) | Body::History(_) => {
            if let Some(customer) = query.customer() {
                let card = Press::Show(View::Card(customer));
                buttons.push(secondary(stamp, &card, &say!(texts, "button-card")));
                let kind = customers.shown.first().and_then(|card| card.customer_type);
                buttons.extend(Next::customer(customer, kind, texts, stamp).buttons);
            }
        }
        Body::Definition(_)
        | Body::Model(_)
        | Body::SayNoCheck(_)
        | Body::Comparison(_)
        | Body::AcquisitionCost(_)
        | Body::AcquisitionCostList(_)
        | Body::CostToServe(_)
        | Body::Overdue(_)
        | Body::Lapsed(_)
        | Body::Ideal(_)
        | Body::Gaps(_)
        | Body::Programme(_)
        | Body::Agenda(_)
        | Body::Help(_)
        | Body::EmptyBook => {}
    }
    let rows = if customers.are_rows { customers.shown } else { Vec::new() };
    let about = (!rows.is_empty()).then(|| say!(texts, "menu-why"));
    let line = |card: &Card| {
        let name = render::customer_name(card.no, texts, names);
        (card.no.to_string(), name, card.sector.as_ref().map(ToString::to_string))
    };
    let customers = rows.into_iter().map(line).collect();
    Next { about, customers, buttons }
}
