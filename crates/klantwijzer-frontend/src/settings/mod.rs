//! The settings of the workspace.

mod value;

use klantwijzer_core::access::Action;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::text::fold;
use klantwijzer_text::render::{Align, Page, Table, capital};
use klantwijzer_text::{Failure, Texts, clean, fail, say};
use serde_json::{Value, json};

use crate::output::Output;
use crate::program::Program;

/// Where the levels of roles are.
const LEVELS: &str = "team.levels.";
/// Where the configuration of plugins is.
const PLUGIN_CONFIG: &str = "plugin_config";

/// Shows the settings, after changing some where that is asked for. A name is
/// the path to a value: `currency`, `thresholds.high_value_share`.
pub fn settings(program: &Program, changes: &[String]) -> Result<Output, Failure> {
    let texts = &program.texts;
    let who = program.who();
    if !changes.is_empty() {
        program.may(Action::ChangeSettings)?;
    }
    let before = program.wait(program.desk.settings(&who))?;
    let mut settings = before.clone();
    if !changes.is_empty() {
        settings = changed(&before, changes, texts)?;
        save(program, &before, &settings)?;
    }
    let value = serde_json::to_value(&settings).unwrap_or_default();
    let was = serde_json::to_value(&before).unwrap_or_default();
    // After a change, what changed is what somebody looks for.
    let wanted = |path: &str, now: &Value| {
        changes.is_empty() || was == value || was.pointer(&pointer(path)) != Some(now)
    };
    let lead = if changes.is_empty() { "settings-lead" } else { "settings-saved" };
    let mut page = Page::new(say!(texts, lead));
    let mut table = Table::new([
        (say!(texts, "settings-what"), Align::Left),
        (say!(texts, "settings-value"), Align::Left),
        (say!(texts, "settings-name"), Align::Left),
    ]);
    for (path, value) in own(program, leaves(&value, "")).filter(|(path, now)| wanted(path, now)) {
        let shown = value::shown(&path, value, &settings, texts);
        table.row([capital(&label(&path, texts)), shown, path]);
    }
    page.table(table);
    page.note(say!(texts, "settings-hint"));
    Ok(Output::new(page, json!({ "settings": value })))
}

/// Changes one setting, and says what it is now.
pub fn change(program: &Program, name: &str, value: &str) -> Result<Page, Failure> {
    let texts = program.texts;
    program.may(Action::ChangeSettings)?;
    let settings = program.wait(program.desk.settings(&program.who()))?;
    let meant = |(path, label): &(String, String)| path == name || fold(label) == fold(name);
    let (path, label) = named(program, &settings)
        .into_iter()
        .find(meant)
        .or_else(|| level_of_role(name, texts))
        .ok_or_else(|| fail!(texts, "unknown-setting", name = name.to_owned()))?;
    let before = settings;
    let settings = changed(&before, &[format!("{path}={value}")], texts)?;
    save(program, &before, &settings)?;
    let now = serde_json::to_value(&settings).unwrap_or_default();
    let now = now.pointer(&pointer(&path)).unwrap_or(&Value::Null);
    let shown = value::shown(&path, now, &settings, texts);
    Ok(Page::new(say!(texts, "setting-changed", name = label, value = shown)))
}

/// The setting of the level of a role, which need not have one yet.
fn level_of_role(name: &str, texts: &Texts) -> Option<(String, String)> {
    let role = value::id(name.strip_prefix(LEVELS)?)?;
    let path = format!("{LEVELS}{role}");
    let label = capital(&label(&path, texts));
    Some((path, label))
}

fn save(program: &Program, before: &Settings, settings: &Settings) -> Result<(), Failure> {
    if before == settings {
        return Ok(());
    }
    let (who, name) = (program.who(), &program.workspace_name);
    program.wait(program.desk.save_settings(&who, name, before, settings))
}

/// Every setting: its name for scripts, and what it is called.
pub fn names(program: &Program) -> Result<Vec<(String, String)>, Failure> {
    let settings = program.wait(program.desk.settings(&program.who()))?;
    Ok(named(program, &settings))
}

fn named(program: &Program, settings: &Settings) -> Vec<(String, String)> {
    let value = serde_json::to_value(settings).unwrap_or_default();
    let named = |(path, _): (String, &Value)| {
        let label = capital(&label(&path, program.texts));
        (path, label)
    };
    own(program, leaves(&value, "")).map(named).collect()
}

/// The settings that are the workspace's own: where one bot serves many, whoever
/// runs it configures the plugins for all of them.
fn own<'a>(
    program: &Program,
    leaves: Vec<(String, &'a Value)>,
) -> impl Iterator<Item = (String, &'a Value)> {
    let shared = program.workspace.is_guild();
    leaves.into_iter().filter(move |(path, _)| !(shared && path.starts_with(PLUGIN_CONFIG)))
}

fn pointer(path: &str) -> String {
    format!("/{}", path.replace('.', "/"))
}

fn changed(settings: &Settings, changes: &[String], texts: &Texts) -> Result<Settings, Failure> {
    let mut value = serde_json::to_value(settings).unwrap_or_default();
    for change in changes {
        let (path, text) = change
            .split_once('=')
            .ok_or_else(|| fail!(texts, "bad-change", change = change.clone()))?;
        let path = &by_name(path.trim(), settings, texts);
        let role = path.strip_prefix(LEVELS).map(|role| {
            value::id(role).map_or_else(|| role.to_owned(), |number| number.to_string())
        });
        let known = role.is_some() || value.pointer(&pointer(path)).is_some();
        if !known {
            return Err(fail!(texts, "unknown-setting", name = path.to_owned()));
        }
        let new = value::typed(path, &capital(&label(path, texts)), text, settings, texts)?;
        if let Some(role) = role {
            set_level(&mut value, &role, new);
        } else if let Some(place) = value.pointer_mut(&pointer(path)) {
            *place = new;
        }
    }
    serde_json::from_value(value).map_err(|_| {
        let changes = clean(&changes.join(", ")).into_owned();
        fail!(texts, "bad-setting-value", changes = changes)
    })
}

/// The path of a setting that is called by what people call it; anything else
/// stays as it is.
fn by_name(called: &str, settings: &Settings, texts: &Texts) -> String {
    let value = serde_json::to_value(settings).unwrap_or_default();
    let same = |path: &String| fold(&label(path, texts)) == fold(called);
    let found = leaves(&value, "").into_iter().map(|(path, _)| path).find(same);
    found.unwrap_or_else(|| called.to_owned())
}

/// Gives a role a level, or takes it away; what is no role is found when the
/// settings are read again.
fn set_level(settings: &mut Value, role: &str, level: Value) {
    let Some(levels) = settings.pointer_mut("/team/levels").and_then(Value::as_object_mut) else {
        return;
    };
    if level.is_null() {
        levels.remove(role);
    } else {
        levels.insert(role.to_owned(), level);
    }
}

/// What people call a setting by its path. Below some there are names of the
/// team's own, such as those of its definitions; they follow.
pub(crate) fn label(path: &str, texts: &Texts) -> String {
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
        Some(role) if path.starts_with(LEVELS) => format!("{label}: <@&{role}>"),
        Some(own) => format!("{label}: {own}"),
        _ => label,
    }
}

/// The settings with their paths.
fn leaves<'a>(value: &'a Value, path: &str) -> Vec<(String, &'a Value)> {
    match value {
        Value::Object(parts) if !parts.is_empty() && path != value::DEFAULT_DEFINITION => parts
            .iter()
            .flat_map(|(name, part)| {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                leaves(part, &path)
            })
            .collect(),
        value => vec![(path.to_owned(), value)],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use klantwijzer_text::texts::ids;

    use super::*;

    /// Settings whose range is told where a value is outside of it.
    const RANGES: [&str; 12] = [
        "thresholds_high_value_share",
        "thresholds_leave_value_share",
        "thresholds_small_book_share",
        "thresholds_leave_small_book_share",
        "thresholds_high_potential",
        "thresholds_leave_potential",
        "thresholds_confidence",
        "thresholds_dependence",
        "rates",
        "team_audit_days",
        "team_allowed_channels",
        "team_levels",
    ];

    /// What else is said of settings.
    const WORDS: [&str; 6] =
        ["changed", "nothing", "needs-number", "needs-currency", "needs-rates", "needs-parts"];

    #[test]
    fn every_setting_has_a_name_in_the_files_and_no_other_has() {
        let settings = serde_json::to_value(Settings::default()).expect("settings as JSON");
        let names = leaves(&settings, "").into_iter().map(|(path, _)| path);
        let ranges = RANGES.iter().map(|name| format!("range-{name}"));
        let needed: BTreeSet<String> = names
            .chain(ranges)
            .chain(WORDS.map(str::to_owned))
            .map(|name| format!("setting-{}", name.replace(['_', '.'], "-")))
            .collect();
        let of_settings = |id: &String| id.starts_with("setting-") && !id.contains('.');
        let written: BTreeSet<String> =
            ids(klantwijzer_core::language::Language::En).into_iter().filter(of_settings).collect();
        assert_eq!(written, needed);
    }
}
