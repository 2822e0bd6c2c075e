//! The settings of the workspace.

use klantwijzer_core::money::Money;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::text::fold;
use serde_json::{Value, json};

use crate::commands::Output;
use crate::failure::{Failure, fail};
use crate::office::Office;
use crate::render::{Align, Page, Table, capital};
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
        (say!(texts, "settings-what"), Align::Left),
        (say!(texts, "settings-value"), Align::Left),
        (say!(texts, "settings-name"), Align::Left),
    ]);
    for (name, shown) in leaves(&as_typed(value.clone()), "") {
        table.row([capital(&label(&name, texts)), shown, name]);
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
    let now = as_typed(saved.json.get("settings").cloned().unwrap_or_default());
    let now = now.pointer(&format!("/{}", id.replace('.', "/")));
    let shown = now.map(shown_value).unwrap_or_default();
    Ok(Page::new(say!(texts, "setting-changed", name = label, value = shown)))
}

/// Every setting: its name for scripts, and what it is called.
pub(crate) fn names(office: &Office) -> Result<Vec<(String, String)>, Failure> {
    let settings = office.wait(office.desk.settings(office.workspace, &office.who()))?;
    let value = serde_json::to_value(&settings).unwrap_or_default();
    let named = |(name, _): (String, String)| {
        let label = capital(&label(&name, office.texts));
        (name, label)
    };
    Ok(leaves(&value, "").into_iter().map(named).collect())
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
        if name.trim() == EARNED_OVER {
            *place = as_stored(place, texts)?;
        }
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

/// The one setting that is an amount: kept in ten thousandths, typed as money.
const EARNED_OVER: &str = "earned_over";

fn as_typed(mut settings: Value) -> Value {
    if let Some(amount) = settings.get_mut(EARNED_OVER) {
        let units = amount.as_i64().unwrap_or_default();
        let money = Money::from_ten_thousandths(units).to_f64();
        // Whole amounts, which most are, without a fraction.
        *amount = if units % 10_000 == 0 { json!(units / 10_000) } else { json!(money) };
    }
    settings
}

fn as_stored(typed: &Value, texts: &Texts) -> Result<Value, Failure> {
    let amount = typed.as_f64().and_then(Money::from_f64);
    let amount = amount.ok_or_else(|| fail!(texts, "bad-setting", problem = typed.to_string()))?;
    Ok(json!(amount.ten_thousandths()))
}

/// What people call a setting by its path. Below some there are names of the
/// team's own, such as those of its definitions; they follow.
fn label(path: &str, texts: &Texts) -> String {
    let id = |path: &str| format!("setting-{}", path.replace(['_', '.'], "-"));
    let mut known = path;
    while !texts.has(&id(known)) {
        let Some((shorter, _)) = known.rsplit_once('.') else {
            return path.to_owned();
        };
        known = shorter;
    }
    let label = say!(texts, &id(known));
    match path.strip_prefix(known).and_then(|rest| rest.strip_prefix('.')) {
        Some(own) if known != "default_definition" => format!("{label}: {own}"),
        _ => label,
    }
}

/// The messages with the names of the settings.
#[cfg(test)]
pub(crate) fn messages() -> Vec<String> {
    let settings = serde_json::to_value(Settings::default()).unwrap_or_default();
    let paths = leaves(&settings, "").into_iter().map(|(path, _)| path);
    let paths = paths.map(|path| path.trim_end_matches(".definition").to_owned());
    let ranges = [
        "high_value_share",
        "leave_value_share",
        "small_book_share",
        "leave_small_book_share",
        "high_potential",
        "leave_potential",
        "confidence",
        "dependence",
        "rates",
        "team_audit_days",
    ];
    let ranges = ranges.iter().map(|name| format!("range-{name}"));
    paths.chain(ranges).map(|name| format!("setting-{}", name.replace(['_', '.'], "-"))).collect()
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
        // What is not set has nothing to show.
        Value::Null => String::new(),
        Value::Array(items) if items.is_empty() => String::new(),
        Value::Object(parts) if parts.is_empty() => String::new(),
        other => other.to_string(),
    }
}
