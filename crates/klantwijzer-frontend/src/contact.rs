//! Contact moments: who is due, and what took place.

use jiff::civil::Date;
use klantwijzer_answer::body::{Agenda, AgendaLine, Body};
use klantwijzer_answer::query::{Filter, Query};
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::programme::Channel;
use klantwijzer_desk::{Book, OwnerNamed};
use klantwijzer_text::render::{self, Page};
use klantwijzer_text::{Failure, Texts, fail, say};
use serde_json::{Value, json};
use smol_str::SmolStr;

use crate::customer;
use crate::output::Output;
use crate::program::Program;

/// How many moments a person sees at once; scripts get all of them.
const SHOWN: usize = 15;

/// What an agenda is asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The name or number of the one customer.
    pub customer: Option<String>,
    /// The account manager.
    pub owner: Option<String>,
    /// Due from this day on; `None` for all that is still to be done.
    pub from: Option<Date>,
    /// Due up to this day; `None` for a week from today.
    pub until: Option<Date>,
    /// Only what is past its latest day.
    pub late: bool,
}

impl Wanted {
    /// The question that it is.
    pub fn query(self, program: &Program, book: &Book<'_>) -> Result<Query, Failure> {
        let find = |name: String| customer::find(program, book, &name);
        let customer = self.customer.map(find).transpose()?;
        let owner = self.owner.map(|name| known_owner(program, book, name)).transpose()?;
        let filter = Filter { owner, ..Filter::default() };
        let (from, until, late) = (self.from, self.until, self.late);
        if let (Some(from), Some(until)) = (from, until)
            && from > until
        {
            let day = |day| program.texts.date(day);
            return Err(fail!(program.texts, "agenda-days", from = day(from), until = day(until)));
        }
        Ok(Query::ContactDue { customer, from, until, channel: None, late, filter })
    }
}

fn known_owner(program: &Program, book: &Book<'_>, name: String) -> Result<SmolStr, Failure> {
    match OwnerNamed::of(&name, book.portfolio()) {
        OwnerNamed::Known(owner) => Ok(owner.clone()),
        OwnerNamed::Resembling(owners) => match owners.as_slice() {
            [only] => Ok((*only).clone()),
            [] => {
                let all = book.portfolio().dictionaries().owners.words();
                let all: Vec<String> = all.iter().map(ToString::to_string).collect();
                Err(fail!(
                    program.texts,
                    "unknown-owner",
                    name = name,
                    names = program.texts.and(&all)
                ))
            }
            several => {
                let names: Vec<String> = several.iter().map(ToString::to_string).collect();
                let names = program.texts.or(&names);
                Err(fail!(program.texts, "part-of-owner", name = name, names))
            }
        },
    }
}

/// Whom to contact, and when.
pub fn agenda(program: &Program, wanted: Wanted) -> Result<Output, Failure> {
    let book = program.book()?;
    let query = wanted.query(program, &book)?;
    let answer = program.wait(book.answer(&query))?;
    let names = program.names(&book);
    let page = render::answer(&answer, program.texts, &names).shortened(SHOWN, program.texts);
    let json = if let Body::Agenda(agenda) = &answer.body {
        told(agenda, answer.as_of, program.texts)
    } else {
        json!({ "as_of": answer.as_of, "items": [], "more": 0 })
    };
    Ok(Output::new(page, json))
}

/// The agenda for scripts.
fn told(agenda: &Agenda, as_of: Date, texts: &Texts) -> Value {
    let total: u32 = agenda.counts.iter().sum();
    let items: Vec<Value> = agenda.rows.iter().map(|line| item(line, texts)).collect();
    json!({
        "as_of": as_of,
        "from": agenda.from,
        "until": (agenda.until < Date::MAX).then_some(agenda.until),
        "more": total as usize - items.len(),
        "at_once": agenda.at_once,
        "items": items,
    })
}

fn item(line: &AgendaLine, texts: &Texts) -> Value {
    let AgendaLine { card, moment, due, urgency } = line;
    json!({
        "id": format!("{}/{}", card.id, moment.id),
        "customer": card.id,
        "name": card.name,
        "type": card.customer_type,
        "moment": moment.id,
        "label": card.customer_type.map(|of| texts.moment(moment, of)),
        "channel": moment.channel,
        "minutes": moment.minutes,
        "owner": card.owner,
        "who": moment.who,
        "last_contact": due.last,
        "due": due.on,
        "latest": due.latest,
        "state": urgency,
    })
}

/// Notes a contact that took place, today unless a day is named.
pub fn log(
    program: &Program,
    called: &str,
    channel: Channel,
    day: Option<Date>,
) -> Result<Output, Failure> {
    let texts = program.texts;
    program.may(Action::Contact)?;
    let book = program.book()?;
    let customer = customer::find(program, &book, called)?;
    let day = day.unwrap_or_else(|| program.today());
    let name = render::customer_name(customer, texts, &program.names(&book));
    let by = texts.channel(channel);
    let what = say!(texts, "log-source", name = name.clone(), channel = by.clone());
    let who = program.who();
    let report = program.wait(program.desk.log_contact(&who, customer, channel, day, &what))?;
    let new = report.counts.entries_added > 0;
    let id = if new { "log-done" } else { "log-known" };
    let text = say!(texts, id, name = name.clone(), channel = by, day = texts.date(day));
    let mut page = Page::new(text);
    if let Some(next) = next(program, customer)? {
        page.paragraph(next);
    }
    let json = json!({ "customer": name, "channel": channel, "day": day, "new": new });
    Ok(Output::new(page, json))
}

/// When the customer is next due, after what was just noted.
fn next(program: &Program, customer: CustomerNo) -> Result<Option<String>, Failure> {
    let texts = program.texts;
    let book = program.book()?;
    let query = Query::ContactDue {
        customer: Some(customer),
        from: None,
        until: None,
        channel: None,
        late: false,
        filter: Filter::default(),
    };
    let answer = program.wait(book.answer(&query))?;
    let Body::Agenda(agenda) = answer.body else { return Ok(None) };
    let first = agenda.rows.iter().find(|line| !line.moment.is_of_many());
    Ok(first.and_then(|line| {
        let moment = texts.moment(&line.moment, line.card.customer_type?);
        Some(say!(texts, "log-next", moment, day = texts.date(line.due.on)))
    }))
}
