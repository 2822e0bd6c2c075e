//! Who may do what in a workspace.

use std::fmt;

use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, format_smolstr};

use crate::named;

named! {
    /// How much a person may do in a workspace; each level may what those below it
    /// may.
    enum Level {
        /// Asks.
        Viewer "viewer";
        /// Looks after customers.
        Manager "manager";
        /// Answers for the data.
        Admin "admin";
    }
}

macro_rules! actions {
    ($($(#[$of:meta])* $action:ident $id:literal $level:ident $effect:ident;)*) => {
        named! {
            /// What a person can do in a workspace.
            enum Action { $($(#[$of])* $action $id;)* }
        }

        impl Action {
            /// The lowest level that may do it.
            pub const fn needs(self) -> Level {
                match self { $(Self::$action => Level::$level,)* }
            }

            /// Whether it changes what is kept of customers, of the team or of the settings.
            pub const fn changes(self) -> bool {
                match self { $(Self::$action => matches!(Effect::$effect, Effect::Changes),)* }
            }
        }
    };
}

/// What an action does to what is kept of customers, of the team or of the settings.
enum Effect {
    Looks,
    Changes,
}

actions! {
    /// Ask questions.
    Ask "ask" Viewer Looks;
    /// Look at everything about one customer at once.
    LookAtCard "look_at_card" Viewer Looks;
    /// See the settings.
    SeeSettings "see_settings" Viewer Looks;
    /// Say who looks after a customer.
    AssignOwner "assign_owner" Manager Changes;
    /// Plan or note down a contact.
    Contact "contact" Manager Changes;
    /// Judge a customer's potential.
    Judge "judge" Manager Changes;
    /// Score everybody again.
    Review "review" Manager Changes;
    /// See which files were imported.
    SeeImports "see_imports" Manager Looks;
    /// Import files.
    Import "import" Admin Changes;
    /// Take an import out again.
    UndoImport "undo_import" Admin Changes;
    /// Change the settings.
    ChangeSettings "change_settings" Admin Changes;
    /// Change the team's own definitions.
    ChangeDefinitions "change_definitions" Admin Changes;
    /// Give a customer a type by hand.
    Override "override" Admin Changes;
    /// Take the portfolio, or all that is held about a customer, elsewhere.
    Export "export" Admin Looks;
    /// Erase a customer, or let an erased one come back.
    Erase "erase" Admin Changes;
    /// See who did what.
    SeeAudit "see_audit" Admin Looks;
    /// Delete the whole workspace, or stop that.
    DeleteWorkspace "delete_workspace" Admin Changes;
}

impl Action {
    /// Whether somebody with this level, or with none, may do it.
    pub fn is_allowed(self, level: Option<Level>) -> bool {
        level >= Some(self.needs())
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
