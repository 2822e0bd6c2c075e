//! Everything about one customer at once.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use klantwijzer_answer::body::Answer;
use klantwijzer_answer::query::Query;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::ledger::EntryKind;

use crate::{Book, Desk, DeskError, Result, Snapshot, Who};

/// Everything about one customer.
pub struct Card {
    /// Why the customer has its type.
    pub why: Answer,
    /// What the reviews so far made of the customer.
    pub history: Answer,
    /// The last contact in the book; `None` when there is none.
    pub last_contact: Option<Date>,
    /// When the next contact is ideally: after the last one, by the moment of the
    /// type's programme that comes most often. `None` without a last contact.
    pub next_contact: Option<Date>,
}

impl Book<'_> {
    /// The card of a customer. That it was looked at goes on record.
    pub async fn card(&self, customer: CustomerNo) -> Result<Card> {
        self.who.may(Action::LookAtCard)?;
        let row = self.portfolio().row(customer).ok_or(DeskError::NoSuchCustomer)?;
        let audit = [self.who.did(Action::LookAtCard, &[row.id().into()], "")];
        self.desk.store.note(self.who.workspace, &audit).await?;
        let why = self.answer(&Query::WhyType { customer, claimed: None }).await?;
        let history = self.answer(&Query::ScoreHistory { customer }).await?;
        let day = self.day();
        let last_contact = self.last_contact(customer).await?;
        let every = row.programme(day).iter().filter_map(|moment| moment.ideal_days).min();
        let next_contact =
            last_contact.zip(every).map(|(last, days)| last.saturating_add(i64::from(days).days()));
        Ok(Card { why, history, last_contact, next_contact })
    }

    async fn last_contact(&self, customer: CustomerNo) -> Result<Option<Date>> {
        let only = customer..customer.saturating_add(1);
        let ledger = self.desk.store.ledger(self.who.workspace, only).await?;
        let contacts = ledger.iter().filter(|(_, keyed)| keyed.entry.kind == EntryKind::Contact);
        let days = contacts.map(|(_, keyed)| keyed.entry.date);
        Ok(days.filter(|day| *day <= self.day()).max())
    }
}

impl Desk {
    /// The portfolio, to be taken elsewhere. That it was goes on record.
    pub async fn export(&self, who: &Who) -> Result<Arc<Snapshot>> {
        who.may(Action::Export)?;
        let snapshot = self.current(who).await?;
        self.store.note(who.workspace, &[who.did(Action::Export, &[], "portfolio")]).await?;
        Ok(snapshot)
    }
}
