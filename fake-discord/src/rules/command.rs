use serde_json::Value;

use super::MOST_COMMANDS;
use super::findings::Findings;

/// Discord's languages, as they stand in `name_localizations`.
const LOCALES: [&str; 34] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
    "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th",
    "zh-CN", "ja", "zh-TW", "ko", "he", "ar",
];

/// How many characters a command may have with all that belongs to it.
const ALTOGETHER: usize = 8_000;

const SUBCOMMAND: u64 = 1;
const GROUP: u64 = 2;

/// The description has the permissions as a number; they travel as text.
pub(super) fn written(command: &Value) -> Value {
    let mut command = command.clone();
    let bits = command["default_member_permissions"].as_str();
    let bits = bits.and_then(|bits| bits.parse::<u64>().ok());
    if let Some(bits) = bits {
        command["default_member_permissions"] = bits.into();
    }
    command
}

pub(super) fn check_list(commands: &[Value], findings: &mut Findings) {
    let of_kind = |kind: u64| {
        let own = move |command: &&Value| command["type"].as_u64().unwrap_or(1) == kind;
        commands.iter().filter(own)
    };
    for kind in 1..=3 {
        let most = if kind == 1 { MOST_COMMANDS } else { 15 };
        if of_kind(kind).count() > most {
            let why = format!("Must be {most} or fewer in length.");
            findings.report("BASE_TYPE_MAX_LENGTH", &why);
        }
        let names = of_kind(kind).filter_map(|command| command["name"].as_str());
        findings.unique(names, "APPLICATION_COMMANDS_DUPLICATE_NAME");
    }
    for (at, command) in commands.iter().enumerate() {
        findings.within(at, |findings| check(command, findings));
    }
}

pub(super) fn check(command: &Value, findings: &mut Findings) {
    findings.required(command, "name");
    if command["type"].as_u64().unwrap_or(1) != 1 {
        // The commands of a message's or a person's menu: a name of any shape, and no more.
        findings.length(command, "name", 1, 32);
        return;
    }
    check_name(command, findings);
    check_description(command, findings);
    check_options(command, 0, findings);
    if characters(command) > ALTOGETHER {
        let why = "Command exceeds maximum size (8000)";
        findings.report("APPLICATION_COMMAND_TOO_LARGE", why);
    }
}

fn check_options(parent: &Value, depth: usize, findings: &mut Findings) {
    findings.count(parent, "options", 0, 25);
    findings.each(parent, "options", |option, findings| check_option(option, depth, findings));
    let options = parent["options"].as_array().map_or(&[][..], Vec::as_slice);
    let is_branch = |option: &Value| matches!(option["type"].as_u64(), Some(SUBCOMMAND | GROUP));
    findings.within("options", |findings| {
        let names = options.iter().filter_map(|option| option["name"].as_str());
        findings.unique(names, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID");
        if options.iter().any(is_branch) && !options.iter().all(is_branch) {
            let why = "Sub-command and sub-command group option types are mutually exclusive \
                       to all other types";
            findings.report("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", why);
        }
        let mut optional = options.iter().skip_while(|option| option["required"] == true);
        if optional.any(|option| option["required"] == true) {
            let why = "Required options must be placed before non-required options";
            findings.report("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", why);
        }
    });
}

fn check_option(option: &Value, depth: usize, findings: &mut Findings) {
    findings.required(option, "name");
    check_name(option, findings);
    check_description(option, findings);
    let Some(kind @ 1..=11) = option["type"].as_u64() else {
        findings.within("type", |findings| {
            findings.report("BASE_TYPE_CHOICES", "Value must be one of {1, ..., 11}.");
        });
        return;
    };
    if kind == SUBCOMMAND || kind == GROUP {
        if (kind == GROUP && depth > 0) || depth > 1 {
            let why = "A group holds subcommands, and a subcommand holds options";
            findings.report("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", why);
        }
        check_options(option, depth + 1, findings);
        return;
    }
    findings.count(option, "choices", 0, 25);
    findings.each(option, "choices", |choice, findings| {
        for key in ["name", "value"] {
            findings.required(choice, key);
            findings.length(choice, key, 1, 100);
        }
        check_localized(choice, "name_localizations", 100, findings);
    });
    let choices = option["choices"].as_array().map_or(&[][..], Vec::as_slice);
    let names = choices.iter().filter_map(|choice| choice["name"].as_str());
    findings.within("choices", |findings| {
        findings.unique(names, "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS");
    });
    if option["autocomplete"] == true && !choices.is_empty() {
        let why = "Autocomplete and choices are mutually exclusive";
        findings.report("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", why);
    }
    if option["autocomplete"] == true && !matches!(kind, 3 | 4 | 10) {
        let why = "Only text and numbers can have suggestions";
        findings.report("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_TYPE", why);
    }
}

fn check_name(part: &Value, findings: &mut Findings) {
    let names = part["name_localizations"].as_object();
    if part["name"].as_str().is_some_and(|name| !is_name(name)) {
        findings.within("name", Findings::report_name);
    }
    check_localized(part, "name_localizations", 32, findings);
    for (locale, name) in names.into_iter().flatten() {
        if name.as_str().is_some_and(|name| !is_name(name)) {
            findings.within("name_localizations", |findings| {
                findings.within(locale, Findings::report_name);
            });
        }
    }
}

impl Findings {
    fn report_name(&mut self) {
        let why = "Command name is invalid: 1 to 32 lowercase letters, digits, - and _";
        self.report("APPLICATION_COMMAND_INVALID_NAME", why);
    }
}

fn check_description(part: &Value, findings: &mut Findings) {
    findings.required(part, "description");
    findings.length(part, "description", 1, 100);
    check_localized(part, "description_localizations", 100, findings);
}

fn check_localized(part: &Value, key: &str, most: usize, findings: &mut Findings) {
    let texts = &part[key];
    findings.within(key, |findings| {
        for locale in texts.as_object().into_iter().flat_map(serde_json::Map::keys) {
            findings.length(texts, locale, 1, most);
            if !LOCALES.contains(&locale.as_str()) {
                let why = format!("{locale:?} is no locale of Discord");
                findings.report("LOCALE_INVALID", &why);
            }
        }
    });
}

/// Letters and digits of any script, without capitals: `^[-_'\p{L}\p{N}]{1,32}$`.
fn is_name(name: &str) -> bool {
    let length = name.chars().count();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
    (1..=32).contains(&length) && name.chars().all(fits) && name.to_lowercase() == name
}

/// What counts for the size: for each text its longest language.
fn characters(part: &Value) -> usize {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let longest = |key: &str| {
        let localized = part[format!("{key}_localizations")].as_object();
        let others = localized.into_iter().flatten().map(|(_, text)| length(text));
        others.chain([length(&part[key])]).max().unwrap_or(0)
    };
    let below = ["options", "choices"].into_iter().filter_map(|key| part[key].as_array()).flatten();
    longest("name")
        + longest("description")
        + length(&part["value"])
        + below.map(characters).sum::<usize>()
}
