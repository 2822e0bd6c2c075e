//! What can go wrong at the desk.

use jiff::civil::Date;
use klantwijzer_core::access::{Action, Level};
use klantwijzer_intake::IntakeError;
use klantwijzer_store::StoreError;
use thiserror::Error;

/// What the desk gives, or what went wrong.
pub(crate) type Result<T, E = DeskError> = std::result::Result<T, E>;

/// What went wrong. Nothing was changed, unless it says so.
#[derive(Debug, Error)]
pub enum DeskError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The person may not do this.
    #[error("{action:?} needs the level {needs:?}; ask an admin of the workspace for it")]
    NotAllowed {
        /// What was to be done.
        action: Action,
        /// The lowest level that may do it.
        needs: Level,
        /// The person's level, where there is one.
        has: Option<Level>,
    },
    /// Something was to be recorded for a day that has not come.
    #[error("{0} has not come yet, so nothing is recorded for it; look from today or before")]
    DayToCome(Date),
    /// A file cannot be read at all.
    #[error(transparent)]
    File(#[from] IntakeError),
    /// What was stated as the currency of the files is none.
    #[error("{0:?} is no currency; use a code of three letters, such as EUR")]
    NoSuchCurrency(String),
    /// What was stated of a column has no meaning in it.
    #[error("{0:?} does not say what a column means; write HEADER=field")]
    NoMeaning(String),
    /// A column was said to mean something that is not known.
    #[error("{0:?} is no field that a column can mean")]
    NoSuchField(String),
    /// The change was kept, and the review after it failed.
    #[error("the change is kept, but the review after it failed: {0}")]
    NotReviewed(Box<DeskError>),
    /// There is no customer with this number or name.
    #[error("there is no such customer; check the name or its number")]
    NoSuchCustomer,
    /// There is nothing to undo.
    #[error("there is no import that can be undone")]
    NothingToUndo,
    /// More customers than a workspace holds.
    #[error("a workspace holds at most {0} customers; split the book over workspaces")]
    TooManyCustomers(u32),
    /// An expression does not parse or does not run.
    #[error("the definition cannot be used: {0:?}")]
    Expression(ExpressionFlaw),
    /// An expression uses a name that is not known.
    #[error("the definition uses {0:?}, which is not a fact; see the list of facts")]
    UnknownName(String),
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
    /// Amounts are kept in another currency.
    #[error("there are amounts in the currency of before; take the imports out first")]
    CurrencyInUse,
    /// There is no time zone with this name.
    #[error("there is no time zone {0:?}; use a name such as Europe/Amsterdam")]
    TimeZone(String),
    /// There is no definition of the team's own with this name.
    #[error("there is no definition {0:?} of the team's own")]
    NoSuchDefinition(String),
    /// A deletion lies in the past.
    #[error("a workspace is deleted today or on a later day")]
    DayPassed,
    /// Nobody who was erased is called so.
    #[error("nobody who was erased is called so")]
    NotErased,
    /// The system gives no random numbers.
    #[error("the system gives no random numbers: {0}")]
    NoRandomness(String),
    /// An owner needs a name.
    #[error("name who looks after the customer")]
    NoOwner,
    /// A contact that took place is noted, on this day or before.
    #[error("{0} is still to come")]
    NotYet(Date),
    /// A judgement is a number from 0 to 10.
    #[error("a judgement is a number from 0 to 10")]
    BadJudgement,
    /// An override needs a reason and a last day that has not passed.
    #[error("an override needs a reason, and a last day that has not passed")]
    BadOverride,
}

/// Why an expression cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpressionFlaw {
    /// It is no CEL from here on; empty where its end is missing.
    Unreadable {
        /// What stands there.
        from: String,
    },
    /// It is too long.
    TooLong {
        /// The most bytes that it may have.
        most: usize,
    },
    /// It goes through a list.
    Loop,
    /// It compares or adds up things that do not go together.
    Mismatch,
}
