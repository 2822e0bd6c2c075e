use std::fmt::Display;

use serde_json::Value;

use crate::rest::reply::{Refused, Violation};

/// The broken rules of one body, with where they were found.
#[derive(Default)]
pub(crate) struct Findings {
    path: Vec<String>,
    found: Vec<Violation>,
}

impl Findings {
    /// Looks inside a key or a place in a list.
    pub(super) fn within(&mut self, key: impl Display, look: impl FnOnce(&mut Self)) {
        self.path.push(key.to_string());
        look(self);
        self.path.pop();
    }

    pub(super) fn report(&mut self, code: &'static str, message: &str) {
        self.report_at(&[], code, message);
    }

    pub(super) fn report_at(&mut self, below: &[&str], code: &'static str, message: &str) {
        let below = below.iter().map(ToString::to_string);
        let path = self.path.iter().cloned().chain(below).collect();
        let violation = Violation { path, code, message: message.into() };
        if !self.found.contains(&violation) {
            self.found.push(violation);
        }
    }

    /// Looks at each part of a list.
    pub(super) fn each(
        &mut self,
        body: &Value,
        key: &str,
        mut look: impl FnMut(&Value, &mut Self),
    ) {
        self.within(key, |findings| {
            for (at, part) in body[key].as_array().into_iter().flatten().enumerate() {
                findings.within(at, |findings| look(part, findings));
            }
        });
    }

    /// A text is as long as Discord takes; absent and null are for `required`.
    pub(super) fn length(&mut self, body: &Value, key: &str, least: usize, most: usize) {
        let Some(text) = body[key].as_str() else { return };
        let length = text.chars().count();
        if length < least || length > most {
            self.within(key, |findings| findings.out_of_range(least, most, "in length"));
        }
    }

    /// A list has as many parts as Discord takes.
    pub(super) fn count(&mut self, body: &Value, key: &str, least: usize, most: usize) {
        let Some(count) = body[key].as_array().map(Vec::len) else { return };
        if count < least || count > most {
            self.within(key, |findings| findings.out_of_range(least, most, "parts in number"));
        }
    }

    fn out_of_range(&mut self, least: usize, most: usize, what: &str) {
        let message = match least {
            0 => format!("Must be {most} or fewer {what}."),
            _ => format!("Must be between {least} and {most} {what}."),
        };
        self.report("BASE_TYPE_BAD_LENGTH", &message);
    }

    pub(super) fn required(&mut self, body: &Value, key: &str) {
        if body.get(key).is_none_or(Value::is_null) {
            self.within(key, |findings| {
                findings.report("BASE_TYPE_REQUIRED", "This field is required");
            });
        }
    }

    /// Discord passes over what it does not know; here it is a mistake that nobody would notice.
    pub(super) fn keys(&mut self, body: &Value, known: &[&str]) {
        for key in body.as_object().into_iter().flat_map(serde_json::Map::keys) {
            if !known.contains(&key.as_str()) {
                let message = format!("The key {key:?} means nothing to Discord here");
                self.within(key, |findings| findings.report("UNKNOWN_KEY", &message));
            }
        }
    }

    /// The same value twice, where each may stand once.
    pub(super) fn unique<'a>(&mut self, values: impl Iterator<Item = &'a str>, code: &'static str) {
        let mut seen: Vec<&str> = Vec::new();
        for value in values {
            if seen.contains(&value) {
                self.report(code, &format!("{value:?} is there more than once"));
            }
            seen.push(value);
        }
    }

    pub(super) fn end(self) -> Result<(), Refused> {
        if self.found.is_empty() { Ok(()) } else { Err(Refused::form(self.found)) }
    }
}
