//! Who did what.

use jiff::SignedDuration;
use klantwijzer_core::access::Action;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::{AuditFilter, AuditLine};

use crate::{Desk, DeskError, Who};

impl Desk {
    /// At most so many of the lines that are wanted, the last one first. The next
    /// page begins before the last line's number. Lines older than the team keeps
    /// them are forgotten.
    pub async fn audit(
        &self,
        workspace: WorkspaceId,
        who: &Who,
        filter: &AuditFilter,
        most: usize,
    ) -> Result<Vec<AuditLine>, DeskError> {
        who.may(Action::SeeAudit)?;
        self.forget_old_lines(workspace, who).await?;
        Ok(self.store.audit(workspace, filter, most).await?)
    }

    pub(crate) async fn forget_old_lines(
        &self,
        workspace: WorkspaceId,
        who: &Who,
    ) -> Result<(), DeskError> {
        let days = self.reader(workspace).settings().await?.team.audit_days;
        let age = SignedDuration::from_hours(i64::from(days) * 24);
        if let Ok(before) = who.at.checked_sub(age) {
            self.store.forget_audit(workspace, before).await?;
        }
        Ok(())
    }
}
