//! Who did what.

use jiff::SignedDuration;
use klantwijzer_core::access::Action;
use klantwijzer_store::{AuditFilter, AuditLine};

use crate::{Desk, Result, Who};

impl Desk {
    /// At most so many of the lines that are wanted, the last one first. The next
    /// page begins before the last line's number. Lines older than the team keeps
    /// them are forgotten.
    pub async fn audit(
        &self,
        who: &Who,
        filter: &AuditFilter,
        most: usize,
    ) -> Result<Vec<AuditLine>> {
        who.may(Action::SeeAudit)?;
        let days = self.reader(who.workspace).settings().await?.team.audit_days;
        let age = SignedDuration::from_hours(i64::from(days) * 24);
        if let Ok(before) = who.at.checked_sub(age) {
            self.store.forget_audit(who.workspace, before).await?;
        }
        Ok(self.store.audit(who.workspace, filter, most).await?)
    }
}
