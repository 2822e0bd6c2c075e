//! The settings of the workspace.

use klantwijzer_core::settings::Settings;
use klantwijzer_core::text::fold;
use serde_json::{Value, json};

use crate::commands::Output;
use crate::failure::{Failure, fail};
use crate::office::Office;
use crate::render::{Align, Page, Table};
use crate::text::{Texts, say};

/// Where the levels of roles are.
const LEVELS: &str = "/team/levels/";

/// Shows the settings, after changing some where that is asked for. A name is
/// the path to a value: `currency`, `thresholds.high_value_share`.
pub(crate) fn settings(office: &Office, changes: &[String]) -> Result<Output, Failure> {
    let texts = &office.texts;
    let who = office.who();
    let mut settings = office.wait(office.desk.settings(office.workspace, &who))?;
    if !changes.is_empty() {
        settings = changed(&settings, changes, texts)?;
        let name = &office.workspace_name;
        office.wait(office.desk.save_settings(office.workspace, &who, name, &settings))?;
    }
    let value = serde_json::to_value(&settings).unwrap_or_default();
    let lead = if changes.is_empty() { "settings-lead" } else { "settings-saved" };
    let mut page = Page::new(say!(texts, lead));
    let mut table = Table::new([
        (say!(texts, "settings-name"), Align::Left),
        (say!(texts, "settings-value"), Align::Left),
    ]);
    for (name, shown) in leaves(&value, "") {
        table.row([name, shown]);
    }
    page.table(table);
    page.note(say!(texts, "settings-hint"));
    Ok(Output::new(page, json!({ "settings": value })))
}

/// Changes one setting, and says what it is now.
pub(crate) fn change(office: &Office, name: &str, value: &str) -> Result<Page, Failure> {
    let texts = office.texts;
    let known = names(office)?;
    let meant = |(id, label): &(String, String)| id == name || fold(label) == fold(name);
    let (id, label) = known
        .into_iter()
        .find(meant)
        .ok_or_else(|| fail!(texts, "unknown-setting", name = name.to_owned()))?;
    let saved = settings(office, &[format!("{id}={value}")])?;
    let now = saved.json.pointer(&format!("/settings/{}", id.replace('.', "/")));
    let shown = now.map(shown_value).unwrap_or_default();
    Ok(Page::new(say!(texts, "setting-changed", name = label, value = shown)))
}

/// Every setting: its name for scripts, and what it is called.
pub(crate) fn names(office: &Office) -> Result<Vec<(String, String)>, Failure> {
    let settings = office.wait(office.desk.settings(office.workspace, &office.who()))?;
    let value = serde_json::to_value(&settings).unwrap_or_default();
    Ok(leaves(&value, "").into_iter().map(|(name, _)| (name.clone(), name)).collect())
}

fn changed(settings: &Settings, changes: &[String], texts: &Texts) -> Result<Settings, Failure> {
    let mut value = serde_json::to_value(settings).unwrap_or_default();
    for change in changes {
        let (name, new) = change
            .split_once('=')
            .ok_or_else(|| fail!(texts, "bad-change", change = change.clone()))?;
        let pointer = format!("/{}", name.trim().replace('.', "/"));
        if let Some(role) = pointer.strip_prefix(LEVELS) {
            set_level(&mut value, role, parsed(new.trim()));
            continue;
        }
        let place = value
            .pointer_mut(&pointer)
            .ok_or_else(|| fail!(texts, "unknown-setting", name = name.to_owned()))?;
        *place = parsed(new.trim());
    }
    serde_json::from_value(value)
        .map_err(|error| fail!(texts, "bad-setting", problem = error.to_string()))
}

/// Gives a role a level, or takes it away; what is no role or no level is found
/// when the settings are read again.
fn set_level(settings: &mut Value, role: &str, level: Value) {
    let Some(levels) = settings.pointer_mut("/team/levels").and_then(Value::as_object_mut) else {
        return;
    };
    if level.is_null() || level == "none" {
        levels.remove(role);
    } else {
        levels.insert(role.to_owned(), level);
    }
}

/// A value as JSON where it is JSON, else as a word.
fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

/// The values of a setting with their paths.
fn leaves(value: &Value, path: &str) -> Vec<(String, String)> {
    match value {
        Value::Object(parts) if !parts.is_empty() => parts
            .iter()
            .flat_map(|(name, part)| {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                leaves(part, &path)
            })
            .collect(),
        value => vec![(path.to_owned(), shown_value(value))],
    }
}

fn shown_value(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
