//! What can go wrong at the desk.

use klantwijzer_store::StoreError;
use thiserror::Error;

/// What went wrong. Nothing was changed.
#[derive(Debug, Error)]
pub enum DeskError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no customer with this number or name.
    #[error("there is no such customer; check the name or its number")]
    NoSuchCustomer,
    /// There is nothing to undo.
    #[error("there is no import that can be undone")]
    NothingToUndo,
    /// More customers than a workspace holds.
    #[error("a workspace holds at most {most} customers; split the book over workspaces")]
    TooManyCustomers {
        /// The limit.
        most: u32,
    },
    /// An expression does not parse or does not run.
    #[error("the definition cannot be read: {problem}")]
    Expression {
        /// What the expression language says.
        problem: String,
    },
    /// An expression uses a name that is not known.
    #[error("the definition uses {name:?}, which is not a fact; see the list of facts")]
    UnknownName {
        /// The name.
        name: String,
    },
    /// An expression is not true or false.
    #[error("the definition must come out as yes or no, for instance invoices_total > 0")]
    NotYesOrNo,
    /// A number in the settings is out of its range.
    #[error("the setting {name} must be {range}")]
    Setting {
        /// Which.
        name: &'static str,
        /// What it may be.
        range: &'static str,
    },
    /// An override needs a reason and an expiry after today.
    #[error("an override needs a reason, and a last day that is still to come")]
    BadOverride,
}
