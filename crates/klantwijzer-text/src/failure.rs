//! What went wrong, as a person is told: what happened and what to do.

use std::fmt;

use serde_json::{Value, json};

use crate::texts::clean;

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
    ($texts:expr, $code:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        let variables = $crate::variables!($($name $(= $value)?),*);
        $crate::Failure::new(
            $code,
            &$texts.message(concat!("error-", $code), &variables),
            &$texts.message(concat!("error-", $code, ".help"), &variables),
        )
    }};
}
