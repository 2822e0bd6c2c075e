use serde_json::{Value, json};

/// A form that the bot shows to the person who asked.
#[derive(Clone, Debug)]
pub struct Modal {
    /// Its title.
    pub title: String,
    /// What it tells the bot.
    pub custom_id: String,
    pub(crate) channel: u64,
    /// The message with the button that opened it.
    pub(crate) source: Option<u64>,
    rows: Vec<Value>,
}

impl Modal {
    pub(super) fn new(data: &Value, channel: u64, source: Option<u64>) -> Self {
        let text = |key: &str| data[key].as_str().unwrap_or_default().to_string();
        Self {
            title: text("title"),
            custom_id: text("custom_id"),
            channel,
            source,
            rows: data["components"].as_array().cloned().unwrap_or_default(),
        }
    }

    /// The form as the bot sent it.
    pub fn json(&self) -> Value {
        json!({"title": self.title, "custom_id": self.custom_id, "components": self.rows})
    }

    /// The labels of its fields.
    pub fn labels(&self) -> Vec<&str> {
        self.inputs().filter_map(|input| input["label"].as_str()).collect()
    }

    /// The field with this label or custom id, as Discord's JSON.
    pub fn input(&self, name: &str) -> &Value {
        let found =
            self.inputs().find(|input| input["label"] == name || input["custom_id"] == name);
        found.unwrap_or_else(|| panic!("{name:?} is a field: {:?}", self.labels()))
    }

    /// What the bot gets when these fields are filled in, and the others left as they are.
    pub(super) fn filled(&self, values: &[(&str, &str)]) -> Value {
        for (name, _) in values {
            self.input(name);
        }
        let row = |row: &Value| {
            let inputs = row["components"].as_array().into_iter().flatten();
            let filled: Vec<Value> = inputs.map(|input| filled(input, values)).collect();
            json!({"type": 1, "id": 1, "components": filled})
        };
        let rows: Vec<Value> = self.rows.iter().map(row).collect();
        json!({"custom_id": self.custom_id, "components": rows, "resolved": {}})
    }

    fn inputs(&self) -> impl Iterator<Item = &Value> {
        self.rows.iter().filter_map(|row| row["components"].as_array()).flatten()
    }
}

fn filled(input: &Value, values: &[(&str, &str)]) -> Value {
    let own =
        values.iter().find(|(name, _)| input["label"] == *name || input["custom_id"] == *name);
    let before = input["value"].as_str().unwrap_or_default();
    let value = own.map_or(before, |(_, value)| value);
    let length = value.chars().count() as u64;
    let least = input["min_length"].as_u64().unwrap_or(0);
    let most = input["max_length"].as_u64().unwrap_or(4_000);
    let label = &input["label"];
    if input["required"].as_bool().unwrap_or(true) {
        assert!(!value.is_empty(), "the form cannot be sent without {label}");
    }
    if !value.is_empty() {
        assert!((least..=most).contains(&length), "{label} takes {least} to {most} characters");
    }
    json!({"type": 4, "id": 2, "custom_id": input["custom_id"], "value": value})
}
