use serde_json::Value;

use super::findings::Findings;

/// A button that opens an address.
const LINK: u64 = 5;

/// The action rows of a message: buttons, or one list to choose from.
pub(super) fn check_rows(body: &Value, findings: &mut Findings) {
    findings.count(body, "components", 0, 5);
    findings.each(body, "components", |row, findings| {
        findings.keys(row, &["type", "id", "components"]);
        if row["type"] != 1 {
            findings.within("type", |findings| {
                findings.report("BASE_TYPE_CHOICES", "The components of a message are rows (1)");
            });
            return;
        }
        findings.required(row, "components");
        findings.count(row, "components", 1, 5);
        findings.each(row, "components", check_part);
        let parts: Vec<&Value> = row["components"].as_array().into_iter().flatten().collect();
        let has_select = parts.iter().any(|part| part["type"] != 2);
        if has_select && parts.len() > 1 {
            let why = "A row holds up to five buttons, or one list to choose from";
            findings.report("COMPONENT_LAYOUT_WIDTH_EXCEEDED", why);
        }
    });
    check_custom_ids(body, findings);
}

/// Two components with one `custom_id` cannot be told apart.
pub(super) fn check_custom_ids(body: &Value, findings: &mut Findings) {
    let rows = body["components"].as_array().into_iter().flatten();
    let parts = rows.filter_map(|row| row["components"].as_array()).flatten();
    let ids = parts.filter_map(|part| part["custom_id"].as_str());
    findings.within("components", |findings| {
        findings.unique(ids, "COMPONENT_CUSTOM_ID_DUPLICATED");
    });
}

fn check_part(part: &Value, findings: &mut Findings) {
    match part["type"].as_u64() {
        Some(2) => check_button(part, findings),
        Some(3) => check_string_select(part, findings),
        Some(5..=8) => {
            let keys = [
                "type",
                "id",
                "custom_id",
                "placeholder",
                "default_values",
                "channel_types",
                "min_values",
                "max_values",
                "disabled",
            ];
            findings.keys(part, &keys);
            check_select(part, findings);
        }
        _ => findings.within("type", |findings| {
            findings.report("BASE_TYPE_CHOICES", "A row of a message holds buttons or lists");
        }),
    }
}

fn check_button(button: &Value, findings: &mut Findings) {
    let keys = ["type", "id", "style", "label", "emoji", "custom_id", "sku_id", "url", "disabled"];
    findings.keys(button, &keys);
    findings.length(button, "label", 0, 80);
    findings.length(button, "custom_id", 1, 100);
    findings.length(button, "url", 1, 512);
    let has = |key: &str| button.get(key).is_some_and(|value| !value.is_null());
    match button["style"].as_u64() {
        Some(LINK) => {
            findings.required(button, "url");
            if has("custom_id") {
                let why = "A custom id and url cannot both be specified";
                findings.report("BUTTON_COMPONENT_CUSTOM_ID_AND_URL", why);
            }
        }
        Some(1..=4) => {
            findings.required(button, "custom_id");
            if has("url") {
                let why = "A custom id and url cannot both be specified";
                findings.report("BUTTON_COMPONENT_CUSTOM_ID_AND_URL", why);
            }
        }
        _ => findings.within("style", |findings| {
            findings.report("BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5}.");
        }),
    }
    let worded = button["label"].as_str().is_some_and(|label| !label.trim().is_empty());
    if !worded && !has("emoji") {
        let why = "A button must have a label or an emoji";
        findings.report("BUTTON_COMPONENT_LABEL_OR_EMOJI", why);
    }
}

fn check_string_select(select: &Value, findings: &mut Findings) {
    let keys = [
        "type",
        "id",
        "custom_id",
        "options",
        "placeholder",
        "min_values",
        "max_values",
        "disabled",
    ];
    findings.keys(select, &keys);
    check_select(select, findings);
    findings.required(select, "options");
    findings.count(select, "options", 1, 25);
    findings.each(select, "options", |option, findings| {
        findings.keys(option, &["label", "value", "description", "emoji", "default"]);
        for key in ["label", "value"] {
            findings.required(option, key);
            findings.length(option, key, 1, 100);
        }
        findings.length(option, "description", 0, 100);
    });
    let options = select["options"].as_array().map_or(&[][..], Vec::as_slice);
    let values = options.iter().filter_map(|option| option["value"].as_str());
    findings.within("options", |findings| {
        findings.unique(values, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED");
    });
    let least = select["min_values"].as_u64().unwrap_or(1);
    let most = select["max_values"].as_u64().unwrap_or(1);
    if least.max(most) > options.len() as u64 || least > most {
        let why = "More must be chosen than there are options";
        findings.report("SELECT_COMPONENT_VALUES_OUT_OF_RANGE", why);
    }
}

fn check_select(select: &Value, findings: &mut Findings) {
    findings.required(select, "custom_id");
    findings.length(select, "custom_id", 1, 100);
    findings.length(select, "placeholder", 0, 150);
    let chosen = select.get("default_values").and_then(Value::as_array);
    if chosen.into_iter().flatten().any(|choice| !choice["id"].is_string()) {
        findings.report("BASE_TYPE_BAD_TYPE", "What is chosen must be named by an id in text");
    }
}
