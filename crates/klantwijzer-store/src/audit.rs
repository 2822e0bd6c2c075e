//! Who did what, and when.

use jiff::Timestamp;
use klantwijzer_core::access::{Action, PersonId};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::ImportId;

/// One line of the record of who did what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLine {
    /// The line's number within its workspace, in the order of recording; 0
    /// before it is stored.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub person: PersonId,
    /// The person's name at the time.
    pub name: String,
    /// What was done.
    pub action: Action,
    /// The outside ids of the customers that it was done to, where it was done
    /// to some and not to all.
    pub customers: Vec<SmolStr>,
    /// The import that came of it or was undone.
    pub import: Option<ImportId>,
    /// What else tells it from others: names of files, settings that changed.
    pub detail: String,
}

/// Which lines are wanted; `None` for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// About the customer with this outside id.
    pub customer: Option<SmolStr>,
    /// By this person.
    pub person: Option<PersonId>,
    /// Of this action.
    pub action: Option<Action>,
    /// From this moment on.
    pub since: Option<Timestamp>,
    /// Before the line with this number: the way to the next page.
    pub before: Option<u32>,
}

impl AuditFilter {
    /// Whether a line is wanted.
    pub fn holds(&self, line: &AuditLine) -> bool {
        self.customer.as_ref().is_none_or(|customer| line.customers.contains(customer))
            && self.person.as_ref().is_none_or(|person| line.person == *person)
            && self.action.is_none_or(|action| line.action == action)
            && self.since.is_none_or(|since| line.at >= since)
            && self.before.is_none_or(|before| line.number < before)
    }
}
