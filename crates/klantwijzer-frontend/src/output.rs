//! What a use case has to say.

use klantwijzer_text::render::Page;
use serde_json::{Value, json};

/// What a use case has to say.
pub struct Output {
    /// To a person.
    pub page: Page,
    /// To a script: one object; null where a chat has told its answers one by one.
    pub json: Value,
    /// What a person must know beside it, on standard error.
    pub warnings: Vec<String>,
    /// Whether what was checked is not in order.
    pub failed: bool,
}

impl Output {
    /// A page without anything for scripts.
    pub fn page(page: Page) -> Self {
        Self { page, json: json!({}), warnings: Vec::new(), failed: false }
    }

    /// A page with the same in JSON.
    pub fn new(page: Page, json: Value) -> Self {
        Self { json, ..Self::page(page) }
    }
}
