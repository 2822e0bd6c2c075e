//! Who does something, and whether they may.

use jiff::Timestamp;
use jiff::civil::Date;
use klantwijzer_core::access::{Action, Level, PersonId};
use klantwijzer_core::team::Team;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::AuditLine;
use smol_str::SmolStr;

use crate::{Desk, DeskError, Result};

/// Who does something, where and when. A frontend makes it from what it knows for
/// sure, never from what the person sent.
#[derive(Debug, Clone)]
pub struct Who {
    /// The workspace in which it is done.
    pub workspace: WorkspaceId,
    /// Who it is, for good.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// What the person may do in the workspace; `None` for nothing at all.
    pub level: Option<Level>,
    /// The moment.
    pub at: Timestamp,
    /// The day that it is then where the team works.
    pub calendar_day: Date,
    /// The day to look from: reviews are of this day. Mostly that of the calendar.
    pub today: Date,
}

impl Who {
    /// Fails unless this person may do it, and on the day looked from. Of a day to
    /// come nothing can be known, so nothing is recorded for it.
    pub fn may(&self, action: Action) -> Result<()> {
        if !action.is_allowed(self.level) {
            return Err(DeskError::NotAllowed { action, needs: action.needs(), has: self.level });
        }
        if action.changes() && self.today > self.calendar_day {
            return Err(DeskError::DayToCome(self.today));
        }
        Ok(())
    }

    /// The line that says this person did something to these customers.
    pub(crate) fn did(&self, action: Action, customers: &[SmolStr], detail: &str) -> AuditLine {
        AuditLine {
            number: 0,
            at: self.at,
            person: self.person.clone(),
            name: shortened(&self.name),
            action,
            customers: customers.to_vec(),
            import: None,
            detail: shortened(detail),
        }
    }
}

/// The most characters of a text in a line of the audit.
const LONGEST: usize = 500;

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

impl Desk {
    /// Where the team of a workspace works, and who of it may do what. Open to a
    /// frontend before anybody's level is known: the level comes from it.
    pub async fn team(&self, workspace: WorkspaceId) -> Result<Team> {
        Ok(self.reader(workspace).settings().await?.team)
    }
}
