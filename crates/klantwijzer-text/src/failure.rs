//! The one door for errors: what happened and what to do, in the person's
//! language.

use std::fmt;

use klantwijzer_desk::DeskError;
use klantwijzer_store::StoreError;
use serde_json::{Value, json};

use crate::say;
use crate::texts::{Texts, clean};

/// Why a command could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// A short name for scripts.
    pub code: &'static str,
    /// What happened.
    pub message: String,
    /// What to do next.
    pub help: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.help)
    }
}

impl std::error::Error for Failure {}

impl Failure {
    /// A failure whose text is the message `error-CODE` with its attribute
    /// `help`.
    pub fn new(code: &'static str, message: &str, help: &str) -> Self {
        Self { code, message: clean(message).into_owned(), help: clean(help).into_owned() }
    }

    /// The JSON form of the contract.
    pub fn json(&self) -> Value {
        json!({ "error": { "code": self.code, "message": self.message, "help": self.help } })
    }
}

/// `fail!(texts, "code", name = value)`: the failure with this code, worded by
/// the message `error-code`.
#[macro_export]
macro_rules! fail {
    ($texts:expr, $code:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::failure::Failure::new(
            $code,
            &$crate::say!($texts, concat!("error-", $code) $(, $name = $value.clone())*),
            &$crate::say!($texts, concat!("error-", $code, ".help") $(, $name = $value)*),
        )
    };
}

/// A failure of the desk.
pub fn desk(error: &DeskError, texts: &Texts) -> Failure {
    match error {
        DeskError::Store(error) => store(error, texts),
        DeskError::NotAllowed { action, needs, has } => {
            let has = if let Some(level) = has {
                say!(texts, "level-has", level = texts.level(*level))
            } else {
                say!(texts, "level-has-none")
            };
            let (action, needs) = (texts.action(*action), texts.level(*needs));
            fail!(texts, "not-allowed", action = action, needs = needs, has = has)
        }
        DeskError::DayToCome { day } => fail!(texts, "day-to-come", day = texts.date(*day)),
        DeskError::NotReviewed(error) => {
            // What was to be stored is stored: the words for it may not say otherwise.
            let problem = match **error {
                DeskError::Store(StoreError::Full) => say!(texts, "cause-disk-full"),
                DeskError::Store(StoreError::Conflict) => say!(texts, "cause-conflict"),
                ref error => desk(error, texts).message,
            };
            fail!(texts, "not-reviewed", problem = problem)
        }
        DeskError::NoSuchCustomer => fail!(texts, "no-such-customer"),
        DeskError::NothingToUndo => fail!(texts, "nothing-to-undo"),
        DeskError::TooManyCustomers { most } => {
            fail!(texts, "too-many-customers", most = texts.count(*most))
        }
        DeskError::Expression { problem } => fail!(texts, "expression", problem = problem.clone()),
        DeskError::UnknownName { name } => fail!(texts, "unknown-name", name = name.clone()),
        DeskError::NotYesOrNo => fail!(texts, "not-yes-or-no"),
        DeskError::Setting { name, .. } => {
            let range = say!(texts, &format!("setting-range-{}", name.replace(['_', '.'], "-")));
            fail!(texts, "setting", name = (*name).to_owned(), range = range)
        }
        DeskError::CurrencyInUse => fail!(texts, "currency-in-use"),
        DeskError::TimeZone { name } => fail!(texts, "time-zone", name = name.clone()),
        DeskError::NoSuchDefinition { name } => {
            fail!(texts, "no-such-definition", name = name.clone())
        }
        DeskError::PastDeletion => fail!(texts, "past-deletion"),
        DeskError::NotErased => fail!(texts, "not-erased"),
        DeskError::NoRandomness(problem) => {
            fail!(texts, "no-randomness", problem = problem.clone())
        }
        DeskError::NoOwner => fail!(texts, "no-owner"),
        DeskError::BadJudgement => fail!(texts, "bad-judgement"),
        DeskError::BadOverride => fail!(texts, "bad-override"),
    }
}

/// A failure of the store.
pub fn store(error: &StoreError, texts: &Texts) -> Failure {
    let problem = error.to_string();
    match error {
        StoreError::InUse(folder) => fail!(texts, "in-use", folder = folder.clone()),
        StoreError::Unreachable { place, reason } => {
            fail!(texts, "folder", folder = place.clone(), reason = reason.clone())
        }
        StoreError::Full => fail!(texts, "disk-full"),
        StoreError::Newer { .. } => fail!(texts, "newer"),
        StoreError::Conflict => fail!(texts, "conflict"),
        StoreError::NoSuchImport(number) => {
            fail!(texts, "no-such-import", number = texts.count(*number))
        }
        StoreError::BadBackup(_) => fail!(texts, "bad-backup", problem = problem),
        StoreError::Damaged(_) => fail!(texts, "damaged", problem = problem),
        _ => fail!(texts, "store", problem = problem),
    }
}

/// A file that cannot be read or written.
pub fn file(path: &std::path::Path, error: &std::io::Error, texts: &Texts) -> Failure {
    let (file, reason) = (path.display().to_string(), error.to_string());
    if error.kind() == std::io::ErrorKind::NotFound {
        return fail!(texts, "no-such-file", file = file);
    }
    if error.kind() == std::io::ErrorKind::IsADirectory {
        return fail!(texts, "is-folder", file = file);
    }
    fail!(texts, "file", file = file, reason = reason)
}

#[cfg(test)]
mod tests {
    use klantwijzer_core::language::Language;

    use super::*;

    /// Every failure that says that nothing was stored.
    fn kept_nothing() -> Vec<StoreError> {
        let words = || "words".to_owned();
        vec![
            StoreError::Full,
            StoreError::Conflict,
            StoreError::Damaged(words()),
            StoreError::Refused(words()),
            StoreError::BadBackup(words()),
            StoreError::Unavailable(words()),
        ]
    }

    #[test]
    fn what_is_kept_is_never_said_not_to_be() {
        for language in Language::ALL {
            for texts in [Texts::of(language), Texts::in_discord(language)] {
                for error in kept_nothing() {
                    let error = DeskError::NotReviewed(Box::new(DeskError::Store(error)));
                    let told = desk(&error, texts).to_string();
                    for wrong in ["nothing was stored", "niets opgeslagen"] {
                        assert!(!told.contains(wrong), "{told}");
                    }
                }
            }
        }
    }
}
