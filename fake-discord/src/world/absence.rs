//! What Discord need not send, left out.

use serde_json::Value;

/// A field that is left out of every payload of a kind.
pub(crate) struct Absence {
    /// An event such as `MESSAGE_CREATE`, or a request such as `GET /channels/*/messages/*`.
    pub(crate) kind: String,
    /// Where the field is, such as `/member/nick`; `*` stands for each part of a list.
    pub(crate) path: String,
}

impl Absence {
    /// Takes the field out of a payload.
    pub(crate) fn apply(&self, payload: &mut Value) {
        let parts: Vec<&str> = self.path.trim_start_matches('/').split('/').collect();
        take_out(payload, &parts);
    }
}

fn take_out(value: &mut Value, path: &[&str]) {
    match (path, value) {
        ([field], Value::Object(fields)) => {
            fields.remove(*field);
        }
        (["*", rest @ ..], Value::Array(all)) => {
            for one in all {
                take_out(one, rest);
            }
        }
        (["*", rest @ ..], Value::Object(all)) => {
            for (_, one) in all {
                take_out(one, rest);
            }
        }
        ([field, rest @ ..], Value::Object(fields)) => {
            if let Some(inside) = fields.get_mut(*field) {
                take_out(inside, rest);
            }
        }
        _ => {}
    }
}
