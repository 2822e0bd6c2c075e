//! Deleting a whole workspace, on a day that is known beforehand.

use jiff::civil::Date;
use klantwijzer_core::access::Action;
use klantwijzer_core::workspace::WorkspaceId;

use crate::{Desk, DeskError, Result, Who};

impl Desk {
    /// Sets the day on which the workspace is deleted; a later one replaces it.
    pub async fn schedule_deletion(&self, who: &Who, on: Date) -> Result<()> {
        who.may(Action::DeleteWorkspace)?;
        if on < who.calendar_day {
            return Err(DeskError::DayPassed);
        }
        let audit = [who.did(Action::DeleteWorkspace, &[], &on.to_string())];
        Ok(self.store.schedule_deletion(who.workspace, Some(on), &audit).await?)
    }

    /// Stops a deletion whose day has not come.
    pub async fn cancel_deletion(&self, who: &Who) -> Result<()> {
        who.may(Action::DeleteWorkspace)?;
        let audit = [who.did(Action::DeleteWorkspace, &[], "stopped")];
        Ok(self.store.schedule_deletion(who.workspace, None, &audit).await?)
    }

    /// The day on which the workspace is deleted, where there is one.
    pub async fn deletion(&self, who: &Who) -> Result<Option<Date>> {
        who.may(Action::SeeSettings)?;
        let all = self.store.deletions().await?;
        Ok(all.into_iter().find(|(id, _)| *id == who.workspace).map(|(_, on)| on))
    }

    /// Deletes every workspace whose day has come, and says which. It is for the
    /// program's own clock, and asks nobody.
    pub async fn delete_due(&self, today: Date) -> Result<Vec<WorkspaceId>> {
        let mut deleted = Vec::new();
        for (workspace, _) in self.store.deletions().await? {
            let used = self.workspace(workspace).await;
            let _writing = used.writing.lock().await;
            // Somebody may have stopped it while others were deleted.
            let due = |(id, on): &(WorkspaceId, Date)| *id == workspace && *on <= today;
            if !self.store.deletions().await?.iter().any(due) {
                continue;
            }
            self.store.delete_workspace(workspace).await?;
            used.forget();
            deleted.push(workspace);
        }
        Ok(deleted)
    }
}
