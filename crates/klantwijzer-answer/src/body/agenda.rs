//! Contact moments that are due.

use jiff::civil::Date;
use klantwijzer_core::programme::{Channel, ContactMoment, Due, Urgency};
use serde::Serialize;

use super::Card;
use crate::query::Filter;

/// Whom to contact, and when.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Agenda {
    /// The customer, when the question is about one.
    pub one: Option<Card>,
    /// Who was considered.
    pub filter: Filter,
    /// Moments that are ideally done from this day on; `None` for all that are still
    /// to be done.
    pub from: Option<Date>,
    /// The last day that was looked at.
    pub until: Date,
    /// Only moments of this channel.
    pub channel: Option<Channel>,
    /// Only what is past its latest day.
    pub late: bool,
    /// How many customers have a moment.
    pub customers: u32,
    /// How many moments, in the order of [`Urgency::ALL`].
    pub counts: [u32; 3],
    /// How many of them are the first contact with somebody that the book knows of.
    pub first: u32,
    /// How many moments more go to many customers at once: mailings, events and checks
    /// within the team.
    pub at_once: u32,
    /// How many contacts of those considered count for nothing, for the book says in a
    /// word that is not known how they took place.
    pub unclear: u32,
    /// The moments, by their ideal day; at most [`super::MOST_LISTED`].
    pub rows: Vec<AgendaLine>,
}

/// One moment of one customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgendaLine {
    /// The customer.
    pub card: Card,
    /// The moment.
    pub moment: ContactMoment,
    /// When it is due.
    pub due: Due,
    /// How urgent that is on the day of the answer.
    pub urgency: Urgency,
}
