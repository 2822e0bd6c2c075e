//! Who may do what in a workspace.

use std::fmt;

use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, format_smolstr};

/// How much a person may do in a workspace; each level may what those below it
/// may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Asks.
    Viewer,
    /// Looks after customers.
    Manager,
    /// Answers for the data.
    Admin,
}

impl Level {
    /// Every level, the lowest first.
    pub const ALL: [Self; 3] = [Self::Viewer, Self::Manager, Self::Admin];

    /// The name in settings and for scripts.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Manager => "manager",
            Self::Admin => "admin",
        }
    }
}

/// What a person can do in a workspace.
///
/// Stored by its place in this list: a new one comes last, and none goes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Ask questions.
    Ask,
    /// Look at everything about one customer at once.
    LookAtCard,
    /// See the settings.
    SeeSettings,
    /// Say who looks after a customer.
    AssignOwner,
    /// Plan or note down a contact.
    Contact,
    /// Judge a customer's potential.
    Judge,
    /// Score everybody again.
    Review,
    /// See which files were imported.
    SeeImports,
    /// Import files.
    Import,
    /// Take an import out again.
    UndoImport,
    /// Change the settings.
    ChangeSettings,
    /// Change the team's own definitions.
    ChangeDefinitions,
    /// Give a customer a type by hand.
    Override,
    /// Take the portfolio, or all that is held about a customer, elsewhere.
    Export,
    /// Erase a customer, or let an erased one come back.
    Erase,
    /// See who did what.
    SeeAudit,
    /// Delete the whole workspace, or stop that.
    DeleteWorkspace,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 17] = [
        Self::Ask,
        Self::LookAtCard,
        Self::SeeSettings,
        Self::AssignOwner,
        Self::Contact,
        Self::Judge,
        Self::Review,
        Self::SeeImports,
        Self::Import,
        Self::UndoImport,
        Self::ChangeSettings,
        Self::ChangeDefinitions,
        Self::Override,
        Self::Export,
        Self::Erase,
        Self::SeeAudit,
        Self::DeleteWorkspace,
    ];

    /// The lowest level that may do it.
    pub const fn needs(self) -> Level {
        match self {
            Self::Ask | Self::LookAtCard | Self::SeeSettings => Level::Viewer,
            Self::AssignOwner | Self::Contact | Self::Judge | Self::Review | Self::SeeImports => {
                Level::Manager
            }
            Self::Import
            | Self::UndoImport
            | Self::ChangeSettings
            | Self::ChangeDefinitions
            | Self::Override
            | Self::Export
            | Self::Erase
            | Self::SeeAudit
            | Self::DeleteWorkspace => Level::Admin,
        }
    }

    /// Whether it changes what is kept of customers, of the team or of the settings.
    pub const fn changes(self) -> bool {
        match self {
            Self::Ask
            | Self::LookAtCard
            | Self::SeeSettings
            | Self::SeeImports
            | Self::Export
            | Self::SeeAudit => false,
            Self::AssignOwner
            | Self::Contact
            | Self::Judge
            | Self::Review
            | Self::Import
            | Self::UndoImport
            | Self::ChangeSettings
            | Self::ChangeDefinitions
            | Self::Override
            | Self::Erase
            | Self::DeleteWorkspace => true,
        }
    }

    /// Whether somebody with this level, or with none, may do it.
    pub fn is_allowed(self, level: Option<Level>) -> bool {
        level >= Some(self.needs())
    }

    /// The name in the audit record and for scripts.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::LookAtCard => "look_at_card",
            Self::SeeSettings => "see_settings",
            Self::AssignOwner => "assign_owner",
            Self::Contact => "contact",
            Self::Judge => "judge",
            Self::Review => "review",
            Self::SeeImports => "see_imports",
            Self::Import => "import",
            Self::UndoImport => "undo_import",
            Self::ChangeSettings => "change_settings",
            Self::ChangeDefinitions => "change_definitions",
            Self::Override => "override",
            Self::Export => "export",
            Self::Erase => "erase",
            Self::SeeAudit => "see_audit",
            Self::DeleteWorkspace => "delete_workspace",
        }
    }

    /// The action with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.id() == id)
    }
}

/// Who somebody is, for good: names change, this does not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(SmolStr);

impl PersonId {
    /// A Discord user.
    pub fn discord(user: u64) -> Self {
        Self(format_smolstr!("discord:{user}"))
    }

    /// Somebody at the terminal, by the name that the system knows.
    pub fn terminal(user: &str) -> Self {
        Self(format_smolstr!("terminal:{user}"))
    }

    /// The program itself, for what it does because a day has come.
    pub const fn program() -> Self {
        Self(SmolStr::new_static("program"))
    }

    /// The id as text, such as `discord:123`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each level may do that the one below may not.
    const TABLE: [(Level, &[Action]); 3] = [
        (Level::Viewer, &[Action::Ask, Action::LookAtCard, Action::SeeSettings]),
        (
            Level::Manager,
            &[
                Action::AssignOwner,
                Action::Contact,
                Action::Judge,
                Action::Review,
                Action::SeeImports,
            ],
        ),
        (
            Level::Admin,
            &[
                Action::Import,
                Action::UndoImport,
                Action::ChangeSettings,
                Action::ChangeDefinitions,
                Action::Override,
                Action::Export,
                Action::Erase,
                Action::SeeAudit,
                Action::DeleteWorkspace,
            ],
        ),
    ];

    #[test]
    fn every_action_is_open_from_its_level_on_and_closed_below() {
        let listed: usize = TABLE.iter().map(|(_, actions)| actions.len()).sum();
        assert_eq!(listed, Action::ALL.len());
        for (needed, actions) in TABLE {
            for action in actions {
                assert!(!action.is_allowed(None), "{action:?} without a level");
                for level in Level::ALL {
                    let allowed = action.is_allowed(Some(level));
                    assert_eq!(allowed, level >= needed, "{action:?} as {level:?}");
                }
            }
        }
    }

    #[test]
    fn names_are_those_that_are_stored() -> Result<(), serde_json::Error> {
        for action in Action::ALL {
            assert_eq!(Action::from_id(action.id()), Some(action));
            assert_eq!(serde_json::to_value(action)?, action.id());
        }
        for level in Level::ALL {
            assert_eq!(serde_json::to_value(level)?, level.id());
        }
        assert_eq!(Action::from_id("anything"), None);
        Ok(())
    }

    #[test]
    fn people_of_different_places_are_different() {
        assert_eq!(PersonId::discord(123).as_str(), "discord:123");
        assert_ne!(PersonId::terminal("123"), PersonId::discord(123));
    }
}
