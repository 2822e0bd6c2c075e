//! Which contact counts for which moment, and when the next one is due.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

use crate::ledger::Entry;
use crate::named;
use crate::programme::{Actor, Channel, ContactMoment};

/// A contact with a customer that took place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contact {
    /// When.
    pub day: Date,
    /// How; `None` where the book does not say.
    pub channel: Option<Channel>,
}

impl Contact {
    /// The contact that an entry of that kind tells of; `None` where it says in a word
    /// that is not known how the contact took place: it may have been a mailing.
    pub fn of(entry: &Entry) -> Option<Self> {
        let channel = Channel::from_id(&entry.category);
        (channel.is_some() || entry.category.is_empty())
            .then_some(Self { day: entry.date, channel })
    }
}

/// When a moment is due for one customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The last contact that counts for the moment; `None` where there was none.
    pub last: Option<Date>,
    /// The ideal day.
    pub on: Date,
    /// The last day that is not late; `None` where it is never late.
    pub latest: Option<Date>,
}

named! {
    /// How urgent a moment is.
    enum Urgency {
        /// Its ideal day is still to come.
        Green "green";
        /// The ideal day has come.
        Yellow "yellow";
        /// The latest day has passed.
        Red "red";
    }
}

impl Due {
    /// How urgent it is on a day.
    pub fn urgency(&self, today: Date) -> Urgency {
        match self.latest {
            Some(latest) if today > latest => Urgency::Red,
            _ if today >= self.on => Urgency::Yellow,
            _ => Urgency::Green,
        }
    }
}

/// What a moment is for. A contact stands in for lighter ones of the same purpose only: a
/// visit makes up for a talk, and neither for a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Talk,
    Event,
    Proposal,
    Request,
    Mail,
    Internal,
}

const fn purpose(channel: Channel) -> Purpose {
    match channel {
        Channel::Visit | Channel::Meeting | Channel::Workshop | Channel::Phone => Purpose::Talk,
        Channel::Event => Purpose::Event,
        Channel::Proposal => Purpose::Proposal,
        Channel::Personal => Purpose::Request,
        Channel::Email => Purpose::Mail,
        Channel::Internal => Purpose::Internal,
    }
}

/// How heavy a contact through a channel is, 0 to 6.
const fn weight(channel: Channel) -> u8 {
    match channel {
        Channel::Workshop => 6,
        Channel::Visit | Channel::Meeting => 5,
        Channel::Event => 4,
        Channel::Phone => 3,
        Channel::Personal | Channel::Proposal => 2,
        Channel::Email | Channel::Internal => 0,
    }
}

impl ContactMoment {
    /// How heavy the moment is, 0 to 7: a visit of the chief executive weighs most, then a
    /// working session or a talk that more than one person of the team comes to.
    pub fn weight(&self) -> u8 {
        match self.channel {
            Channel::Visit if self.who.contains(&Actor::Ceo) => 7,
            Channel::Meeting if self.who.len() > 1 => 6,
            channel => weight(channel),
        }
    }

    /// Whether it goes to many customers at once: a mailing, an event or a check within
    /// the team. It takes no appointment with any of them.
    pub fn is_of_many(&self) -> bool {
        matches!(purpose(self.channel), Purpose::Mail | Purpose::Event | Purpose::Internal)
    }

    /// Whether a contact counts for this moment: one for the same purpose that is as heavy.
    /// A contact that does not say how it took place counts as a talk.
    pub fn is_met_by(&self, contact: &Contact) -> bool {
        let channel = contact.channel.unwrap_or(Channel::Meeting);
        purpose(channel) == purpose(self.channel) && weight(channel) >= self.weight()
    }

    /// When the moment is due for a customer with these contacts; `None` for a moment that
    /// comes but once.
    ///
    /// It is due so many days after the last contact that counts. Where there was none, it is
    /// due somewhere in the first interval after `since`, the day from which the book can
    /// tell: on a day of the customer's own, so that not all of them are due at once.
    pub fn due<'a>(
        &self,
        customer: &str,
        contacts: impl IntoIterator<Item = &'a Contact>,
        since: Date,
        today: Date,
    ) -> Option<Due> {
        let ideal = self.ideal_days?;
        let counts = |contact: &&Contact| contact.day <= today && self.is_met_by(contact);
        let last = contacts.into_iter().filter(counts).map(|contact| contact.day).max();
        let from = last.unwrap_or(since);
        let wait = if last.is_some() { ideal } else { self.first_wait(customer, ideal) };
        let on = from.saturating_add(i64::from(wait).days());
        let slack = self.latest_days.map(|latest| latest.saturating_sub(ideal));
        let latest = slack.map(|slack| on.saturating_add(i64::from(slack).days()));
        Some(Due { last, on, latest })
    }

    /// The days from 1 up to the interval that a customer without a contact waits.
    fn first_wait(&self, customer: &str, ideal: u16) -> u16 {
        let own = xxh3_64(format!("{}\n{customer}", self.id).as_bytes());
        (own % u64::from(ideal.max(1))) as u16 + 1
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::programme::standard_programme;
    use crate::types::CustomerType;

    const SINCE: Date = date(2026, 1, 1);

    fn moment(id: &str) -> ContactMoment {
        let all = CustomerType::ALL.into_iter().flat_map(standard_programme);
        all.into_iter().find(|moment| moment.id == id).expect("a standard moment")
    }

    fn contact(day: Date, channel: Channel) -> Contact {
        Contact { day, channel: Some(channel) }
    }

    #[test]
    fn a_contact_counts_for_what_is_as_light_and_has_the_same_purpose() {
        use Channel::{
            Email, Event, Internal, Meeting, Personal, Phone, Proposal, Visit, Workshop,
        };
        for (id, met_by) in [
            ("ceo-visit", &[][..]),
            ("account-plan", &[Workshop]),
            ("quarterly-review", &[Workshop]),
            ("account-meeting", &[Visit, Meeting, Workshop]),
            ("maintenance-talk", &[Visit, Meeting, Workshop]),
            ("growth-talk", &[Visit, Meeting, Workshop]),
            ("round-table", &[Event]),
            ("demo", &[Event]),
            ("growth-proposal", &[Proposal]),
            ("reference-request", &[Personal]),
            ("relevant-email", &[Email]),
            ("newsletter", &[Email]),
            ("yearly-check", &[Internal]),
        ] {
            let moment = moment(id);
            let all = [Visit, Meeting, Workshop, Event, Proposal, Personal, Phone, Email, Internal];
            let counts = |channel: &Channel| moment.is_met_by(&contact(SINCE, *channel));
            let found: Vec<Channel> = all.into_iter().filter(counts).collect();
            assert_eq!(found, met_by, "{id}");
        }
    }

    #[test]
    fn the_next_one_is_due_after_the_last_that_counts() {
        let moment = moment("account-meeting");
        let contacts = [
            contact(date(2026, 7, 13), Channel::Meeting),
            contact(date(2026, 7, 20), Channel::Email),
            contact(date(2026, 7, 21), Channel::Phone),
            // What is still to come has not taken place.
            contact(date(2026, 12, 1), Channel::Visit),
        ];
        let due = moment.due("10001", &contacts, SINCE, date(2026, 8, 1)).expect("again and again");
        assert_eq!(due.last, Some(date(2026, 7, 13)));
        assert_eq!((due.on, due.latest), (date(2026, 8, 12), Some(date(2026, 8, 27))));
        for (today, urgency) in [
            (date(2026, 8, 11), Urgency::Green),
            (date(2026, 8, 12), Urgency::Yellow),
            (date(2026, 8, 27), Urgency::Yellow),
            (date(2026, 8, 28), Urgency::Red),
        ] {
            assert_eq!(due.urgency(today), urgency, "{today}");
        }
    }

    #[test]
    fn a_moment_that_is_never_late_turns_yellow_and_no_more() {
        let due = moment("reference-request").due("1", &[], SINCE, date(2026, 1, 2));
        let due = due.expect("once a year");
        assert_eq!(due.latest, None);
        assert_eq!(due.urgency(date(2030, 1, 1)), Urgency::Yellow);
    }

    #[test]
    fn the_first_ones_of_a_new_book_are_spread_over_the_interval() {
        let moment = moment("account-meeting");
        let mut days: Vec<i32> = (0..300)
            .map(|no| moment.due(&no.to_string(), &[], SINCE, SINCE).expect("due").on)
            .map(|day| (day - SINCE).get_days())
            .collect();
        days.sort_unstable();
        assert!(days[0] >= 1 && days[299] <= 30, "{days:?}");
        let most = (1..=30).map(|day| days.iter().filter(|found| **found == day).count()).max();
        // Ten a day on average; thirty on one day would be a heap.
        assert!(most < Some(30), "{most:?}");
    }

    proptest! {
        #[test]
        fn the_order_of_contacts_changes_nothing(
            days in proptest::collection::vec((0_i64..700, 0_usize..9), 0..20),
        ) {
            use Channel::{Email, Event, Internal, Meeting, Personal, Phone, Proposal, Visit, Workshop};
            let all = [Visit, Meeting, Workshop, Event, Proposal, Personal, Phone, Email, Internal];
            let contacts: Vec<Contact> = days
                .iter()
                .map(|(day, channel)| contact(SINCE.saturating_add(day.days()), all[*channel]))
                .collect();
            let turned: Vec<Contact> = contacts.iter().rev().cloned().collect();
            for customer_type in CustomerType::ALL {
                for moment in standard_programme(customer_type) {
                    let today = date(2027, 6, 1);
                    let due = moment.due("1", &contacts, SINCE, today);
                    prop_assert_eq!(due, moment.due("1", &turned, SINCE, today));
                    if let Some(due) = due {
                        prop_assert!(due.latest.is_none_or(|latest| latest >= due.on));
                        prop_assert!(due.last.is_none_or(|last| last <= today && last < due.on));
                    }
                }
            }
        }
    }
}
