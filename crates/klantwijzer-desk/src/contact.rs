//! Contacts that took place.

use jiff::civil::Date;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::money::Money;
use klantwijzer_core::programme::Channel;
use klantwijzer_core::records::{EntryRow, Origin, Records};
use smol_str::SmolStr;

use crate::{Desk, DeskError, ImportReport, Result, Who};

impl Desk {
    /// Notes a contact with a customer that took place on a day, today at the latest.
    /// `what` is what the list of imports calls it. One that is in the book already, by
    /// the same channel on the same day, changes nothing.
    pub async fn log_contact(
        &self,
        who: &Who,
        customer: CustomerNo,
        channel: Channel,
        day: Date,
        what: &str,
    ) -> Result<ImportReport> {
        who.may(Action::Contact)?;
        if day > who.today {
            return Err(DeskError::NotYet(day));
        }
        let snapshot = self.current(who).await?;
        let row = snapshot.portfolio.row(customer).ok_or(DeskError::NoSuchCustomer)?;
        let id = SmolStr::new(row.id());
        let category = SmolStr::new_static(channel.id());
        let entry = Entry { category, ..Entry::new(EntryKind::Contact, day, Money::ZERO) };
        let audit = vec![who.did(Action::Contact, std::slice::from_ref(&id), channel.id())];
        let contact = EntryRow { customer: id, entry, origin: Origin::default() };
        let records = Records { entries: vec![contact], ..Records::default() };
        self.take_in(who, records, vec![what.to_owned()], true, audit).await
    }
}
