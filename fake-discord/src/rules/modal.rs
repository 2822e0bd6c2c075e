use serde_json::Value;

use super::component::check_custom_ids;
use super::findings::Findings;

/// A form: a title, and rows of one text field each.
pub(super) fn check(modal: &Value, findings: &mut Findings) {
    findings.keys(modal, &["custom_id", "title", "components"]);
    for (key, most) in [("custom_id", 100), ("title", 45)] {
        findings.required(modal, key);
        findings.length(modal, key, 1, most);
    }
    findings.required(modal, "components");
    findings.count(modal, "components", 1, 5);
    findings.each(modal, "components", |row, findings| {
        findings.keys(row, &["type", "id", "components"]);
        findings.count(row, "components", 1, 1);
        findings.each(row, "components", check_input);
    });
    check_custom_ids(modal, findings);
}

fn check_input(input: &Value, findings: &mut Findings) {
    let keys = [
        "type",
        "id",
        "custom_id",
        "style",
        "label",
        "min_length",
        "max_length",
        "required",
        "value",
        "placeholder",
    ];
    findings.keys(input, &keys);
    if input["type"] != 4 {
        findings.within("type", |findings| {
            findings.report("BASE_TYPE_CHOICES", "A row of a form holds a text field (4)");
        });
    }
    for (key, most) in [("custom_id", 100), ("label", 45)] {
        findings.required(input, key);
        findings.length(input, key, 1, most);
    }
    findings.length(input, "value", 0, 4_000);
    findings.length(input, "placeholder", 0, 100);
    let (least, most) = (input["min_length"].as_u64(), input["max_length"].as_u64());
    let fits = least.unwrap_or(0) <= most.unwrap_or(4_000)
        && least.is_none_or(|least| least <= 4_000)
        && most.is_none_or(|most| (1..=4_000).contains(&most));
    if !fits {
        findings.within("max_length", |findings| {
            findings.report("NUMBER_TYPE_MAX", "int value should be between 1 and 4000.");
        });
    }
}

/// The suggestions for an option that is being typed.
pub(super) fn check_choices(data: &Value, findings: &mut Findings) {
    findings.keys(data, &["choices"]);
    findings.required(data, "choices");
    findings.count(data, "choices", 0, 25);
    findings.each(data, "choices", |choice, findings| {
        findings.keys(choice, &["name", "name_localizations", "value"]);
        for key in ["name", "value"] {
            findings.required(choice, key);
        }
        findings.length(choice, "name", 1, 100);
        findings.length(choice, "value", 0, 100);
    });
}
