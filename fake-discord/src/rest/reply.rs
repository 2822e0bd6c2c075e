use std::convert::Infallible;
use std::fmt::Write as _;

use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use serde_json::{Map, Value, json};

/// What a handler answers when all is well.
pub(crate) enum Reply {
    Json(Value),
    Created(Value),
    Nothing,
}

/// What a handler answers when Discord would refuse.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) status: u16,
    pub(crate) code: u64,
    pub(crate) message: String,
    pub(crate) violations: Vec<Violation>,
    /// A person's doing, not a fault of the bot: it is not recorded as a refusal.
    pub(crate) fair: bool,
}

/// A rule that a body breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// Where: keys and numbers from the top.
    pub(crate) path: Vec<String>,
    /// Discord's code, such as `BASE_TYPE_MAX_LENGTH`.
    pub(crate) code: &'static str,
    pub(crate) message: String,
}

impl Refused {
    pub(crate) fn new(status: u16, code: u64, message: &str) -> Self {
        Self { status, code, message: message.into(), violations: Vec::new(), fair: false }
    }

    /// A body that breaks rules.
    pub(crate) fn form(violations: Vec<Violation>) -> Self {
        Self { violations, ..Self::new(400, 50_035, "Invalid Form Body") }
    }

    /// What a bot may run into without having done anything wrong.
    pub(crate) fn fair(mut self) -> Self {
        self.fair = true;
        self
    }

    pub(crate) fn why(&self) -> String {
        let mut why = self.message.clone();
        for violation in &self.violations {
            let path = violation.path.join(".");
            let _ = write!(why, "\n{path}: {} ({})", violation.message, violation.code);
        }
        why
    }

    pub(crate) fn json(&self) -> Value {
        let mut json = json!({"message": self.message, "code": self.code});
        if !self.violations.is_empty() {
            let mut errors = Value::Object(Map::new());
            for violation in &self.violations {
                let mut place = &mut errors;
                for key in &violation.path {
                    place = &mut place[key.as_str()];
                }
                let error = json!({"code": violation.code, "message": violation.message});
                match place["_errors"].as_array_mut() {
                    Some(list) => list.push(error),
                    None => place["_errors"] = json!([error]),
                }
            }
            json["errors"] = errors;
        }
        json
    }
}

pub(crate) type Body = BoxBody<Bytes, Infallible>;
pub(crate) type Response = hyper::Response<Body>;

pub(crate) fn full(bytes: impl Into<Bytes>) -> Body {
    Full::new(bytes.into()).boxed()
}

/// A response with a JSON body, or none.
pub(crate) fn response(status: u16, body: Option<&Value>) -> Response {
    let bytes = body.map(ToString::to_string).unwrap_or_default();
    hyper::Response::builder()
        .status(status)
        .header("content-type", "application/json")
        .body(full(bytes))
        .expect("a status and a body")
}
