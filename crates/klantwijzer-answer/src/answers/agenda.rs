//! Whom to contact, and when.

use jiff::ToSpan;
use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::{Fact, known};
use klantwijzer_core::programme::{Channel, Urgency};

use super::scope::{Scope, shown_of};
use crate::body::{Agenda, AgendaLine, Answer, Body, MOST_LISTED};
use crate::evidence::Contacts;
use crate::portfolio::Row;
use crate::query::Filter;

/// How many days ahead an agenda looks where nobody says: what a week is planned by.
const AHEAD: i64 = 7;

/// What an agenda is asked for.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) customer: Option<CustomerNo>,
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
    pub(super) channel: Option<Channel>,
    pub(super) late: bool,
    pub(super) filter: &'a Filter,
}

impl<'a> Scope<'a> {
    pub(super) fn agenda(self, asked: Asked<'a>) -> Answer {
        let one = asked.customer.and_then(|customer| self.portfolio.row(customer));
        let rows: Vec<Row<'a>> = match asked.customer {
            Some(_) => one.into_iter().collect(),
            None => self.rows(asked.filter).collect(),
        };
        let until = asked.until.unwrap_or_else(|| match asked.customer {
            // Of one customer the whole programme is told.
            Some(_) => Date::MAX,
            None => self.today.saturating_add(AHEAD.days()),
        });
        let mut agenda = Agenda {
            one: one.map(|row| row.card(self.today)),
            filter: asked.filter.clone(),
            from: asked.from,
            until,
            channel: asked.channel,
            late: asked.late,
            customers: 0,
            counts: [0; 3],
            first: 0,
            at_once: 0,
            unclear: self.evidence.contacts.as_ref().map_or(0, |known| known.unclear),
            rows: Vec::new(),
        };
        for row in rows {
            self.add_moments(&row, asked, &mut agenda);
        }
        agenda.rows.sort_by(|a, b| {
            let value = |line: &AgendaLine| line.card.value.unwrap_or(f64::NEG_INFINITY);
            (a.due.on.cmp(&b.due.on))
                .then_with(|| value(b).total_cmp(&value(a)))
                .then_with(|| a.card.id.cmp(&b.card.id))
                .then_with(|| a.moment.id.cmp(&b.moment.id))
        });
        let total = agenda.counts.iter().sum();
        agenda.rows.truncate(MOST_LISTED);
        let mut notes = if one.is_some() { Vec::new() } else { self.narrowed_to(asked.filter) };
        notes.extend(shown_of(agenda.rows.len(), total));
        self.answer(Body::Agenda(agenda), notes)
    }

    /// Adds the moments of one customer that are asked for.
    fn add_moments(self, row: &Row<'a>, asked: Asked<'_>, agenda: &mut Agenda) {
        let none = Contacts::default();
        let all = self.evidence.contacts.as_ref().unwrap_or(&none);
        let contacts = all.by_customer.get(&row.no()).map_or(&[][..], Vec::as_slice);
        let since = self.known_since(row, all);
        let before = agenda.rows.len();
        for moment in row.programme(self.today) {
            let Some(due) = moment.due(row.id(), contacts, since, self.today) else { continue };
            let urgency = due.urgency(self.today);
            let wanted = due.on <= agenda.until
                && asked.from.is_none_or(|from| due.on >= from)
                && asked.channel.is_none_or(|channel| channel == moment.channel)
                && (!asked.late || urgency == Urgency::Red);
            if !wanted {
                continue;
            }
            if moment.is_of_many() && asked.channel.is_none() && asked.customer.is_none() {
                agenda.at_once += 1;
                continue;
            }
            agenda.counts[urgency as usize] += 1;
            agenda.first += u32::from(contacts.is_empty());
            agenda.rows.push(AgendaLine { card: row.card(self.today), moment, due, urgency });
        }
        agenda.customers += u32::from(agenda.rows.len() > before);
    }

    /// The day from which the book can tell of contacts with a customer: its first review,
    /// or the customer's first purchase where that is later.
    fn known_since(self, row: &Row<'_>, contacts: &Contacts) -> Date {
        let first_review = contacts.first_review.unwrap_or_else(|| self.as_of());
        let first = known(row.fact(Fact::DaysSinceFirstInvoice));
        let first = first.and_then(|days| self.day_before(days));
        first.map_or(first_review, |first| first_review.max(first))
    }
}
