//! Whom to contact, and when.

use jiff::civil::Date;
use klantwijzer_answer::body::{Agenda, AgendaLine, Card};
use klantwijzer_core::programme::Urgency;

use super::format::Formatter;
use super::page::{Page, Table, capital};
use crate::say;
use crate::texts::terms::channel_id;

pub(super) fn agenda(fmt: &Formatter<'_>, agenda: &Agenda) -> Page {
    let mut page = match &agenda.one {
        Some(one) => agenda_of(fmt, agenda, one),
        None => agenda_of_many(fmt, agenda),
    };
    if agenda.unclear > 0 {
        page.note(say!(fmt, "agenda-unclear", n = agenda.unclear));
    }
    page
}

fn agenda_of_many(fmt: &Formatter<'_>, agenda: &Agenda) -> Page {
    let mut page = Page::new(lead(fmt, agenda));
    if agenda.rows.is_empty() {
        at_once(fmt, agenda, &mut page);
        return page;
    }
    if !agenda.late {
        let [green, yellow, red] = agenda.counts;
        page.paragraph(say!(fmt, "agenda-states", red, yellow, green));
    }
    page.table(
        Table::of(&agenda.rows)
            .left(fmt.noun(None).head(), |line| fmt.customer(line.card.no))
            .left(say!(fmt, "col-moment"), |line| moment(fmt, line))
            .left(say!(fmt, "col-channel"), |line| say!(fmt, channel_id(line.moment.channel)))
            .left(say!(fmt, "col-due"), |line| fmt.texts.date(line.due.on))
            .left(say!(fmt, "col-state"), |line| say!(fmt, urgency_id(line.urgency)))
            .left(say!(fmt, "col-owner"), |line| fmt.word(line.card.owner.as_deref()))
            .without_empty_columns(fmt.texts),
    );
    if agenda.first > 0 {
        page.note(say!(fmt, "agenda-first", n = agenda.first));
    }
    at_once(fmt, agenda, &mut page);
    page
}

fn lead(fmt: &Formatter<'_>, agenda: &Agenda) -> String {
    let n: u32 = agenda.counts.iter().sum();
    let customers = agenda.customers;
    let until = fmt.texts.date(agenda.until);
    match agenda.from {
        _ if agenda.late => say!(fmt, "agenda-lead-late", n, customers),
        Some(from) => {
            say!(fmt, "agenda-lead-from", n, customers, from = fmt.texts.date(from), until)
        }
        None => say!(fmt, "agenda-lead", n, customers, until),
    }
}

fn at_once(fmt: &Formatter<'_>, agenda: &Agenda, page: &mut Page) {
    if agenda.at_once > 0 {
        page.note(say!(fmt, "agenda-at-once", n = agenda.at_once));
    }
}

/// The whole programme of one customer.
fn agenda_of(fmt: &Formatter<'_>, agenda: &Agenda, one: &Card) -> Page {
    let name = fmt.customer(one.no);
    if agenda.rows.is_empty() {
        return Page::new(say!(fmt, "agenda-none-of", name));
    }
    let texts = fmt.texts;
    let day = |day: Option<Date>| day.map_or_else(|| texts.unknown(), |day| texts.date(day));
    let mut page = Page::new(say!(fmt, "agenda-lead-of", name));
    page.table(
        Table::of(&agenda.rows)
            .left(say!(fmt, "col-moment"), |line| moment(fmt, line))
            .left(say!(fmt, "col-channel"), |line| say!(fmt, channel_id(line.moment.channel)))
            .left(say!(fmt, "col-last-contact"), |line| day(line.due.last))
            .left(say!(fmt, "col-due"), |line| texts.date(line.due.on))
            .left(say!(fmt, "col-due-latest"), |line| day(line.due.latest))
            .left(say!(fmt, "col-state"), |line| say!(fmt, urgency_id(line.urgency)))
            .without_empty_columns(texts),
    );
    page
}

fn moment(fmt: &Formatter<'_>, line: &AgendaLine) -> String {
    let name = line.card.customer_type.map(|of| fmt.texts.moment(&line.moment, of));
    capital(&fmt.free(&name.unwrap_or_else(|| line.moment.id.to_string())))
}

const fn urgency_id(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Green => "agenda-green",
        Urgency::Yellow => "agenda-yellow",
        Urgency::Red => "agenda-red",
    }
}
