use std::time::Duration;

use serde_json::Value;

/// What was suggested for an option while somebody typed.
#[derive(Clone, Debug)]
pub struct Suggestions {
    /// The suggestions, as Discord's JSON.
    pub choices: Vec<Value>,
    /// How long they took.
    pub after: Duration,
}

impl Suggestions {
    /// What the person reads.
    pub fn names(&self) -> Vec<&str> {
        self.choices.iter().filter_map(|choice| choice["name"].as_str()).collect()
    }

    /// What the bot gets when the person takes the suggestion with this name.
    pub fn value(&self, name: &str) -> &Value {
        let found = self.choices.iter().find(|choice| choice["name"] == name);
        &found.unwrap_or_else(|| panic!("{name:?} is suggested: {:?}", self.names()))["value"]
    }
}
