//! Bodies of messages: just over a limit, and just within it.

use serde_json::{Value, json};

pub(super) fn long(length: usize) -> String {
    "é".repeat(length)
}

fn buttons(count: usize) -> Value {
    (0..count)
        .map(|n| json!({"type": 2, "style": 1, "label": "b", "custom_id": format!("{n}")}))
        .collect()
}

fn row(parts: &Value) -> Value {
    json!({"content": "x", "components": [{"type": 1, "components": parts}]})
}

fn rows(count: usize) -> Value {
    let row = |n: usize| {
        json!({"type": 1, "components":
            [{"type": 2, "style": 1, "label": "b", "custom_id": format!("{n}")}]})
    };
    json!({"content": "x", "components": (0..count).map(row).collect::<Vec<_>>()})
}

fn embed(embed: &Value) -> Value {
    json!({"embeds": [embed]})
}

fn fields(count: usize, name: &str, value: &str) -> Value {
    embed(&json!({"fields": vec![json!({"name": name, "value": value}); count]}))
}

fn select(options: usize, more: &Value) -> Value {
    let option = |n: usize| json!({"label": format!("{n}"), "value": format!("{n}")});
    let mut select = json!({"type": 3, "custom_id": "s",
        "options": (0..options).map(option).collect::<Vec<_>>()});
    for (key, value) in more.as_object().into_iter().flatten() {
        select[key] = value.clone();
    }
    row(&json!([select]))
}

fn button(keys: &Value) -> Value {
    row(&json!([keys]))
}

/// What is wrong, the body, and where it is refused.
type Bad = (&'static str, Value, &'static str);

pub(super) fn bad_messages() -> Vec<Bad> {
    [bad_embeds(), bad_buttons(), bad_lists(), bad_wholes()].concat()
}

fn bad_embeds() -> Vec<Bad> {
    vec![
        ("content over 2,000", json!({"content": long(2_001)}), "content"),
        ("11 embeds", json!({"embeds": vec![json!({"title": "t"}); 11]}), "embeds"),
        (
            "embeds over 6,000 together",
            json!({"embeds": vec![json!({"description": long(3_001)}); 2]}),
            "embeds",
        ),
        ("title over 256", embed(&json!({"title": long(257)})), "embeds.0.title"),
        (
            "description over 4,096",
            embed(&json!({"description": long(4_097)})),
            "embeds.0.description",
        ),
        ("26 fields", fields(26, "n", "v"), "embeds.0.fields"),
        ("field name over 256", fields(1, &long(257), "v"), "embeds.0.fields.0.name"),
        ("field value over 1,024", fields(1, "n", &long(1_025)), "embeds.0.fields.0.value"),
        ("empty field name", fields(1, "", "v"), "embeds.0.fields.0.name"),
        ("blank field value", fields(1, "n", " \n"), "embeds.0.fields.0.value"),
        (
            "footer over 2,048",
            embed(&json!({"title": "t", "footer": {"text": long(2_049)}})),
            "embeds.0.footer.text",
        ),
        ("author over 256", embed(&json!({"author": {"name": long(257)}})), "embeds.0.author.name"),
        ("empty embed", json!({"content": "x", "embeds": [{}]}), "embeds.0.description"),
        (
            "picture from a file path",
            embed(&json!({"image": {"url": "file:///x.png"}})),
            "embeds.0.image.url",
        ),
        (
            "colour over 24 bits",
            embed(&json!({"title": "t", "color": 0x100_0000})),
            "embeds.0.color",
        ),
        (
            "time in words",
            embed(&json!({"title": "t", "timestamp": "today"})),
            "embeds.0.timestamp",
        ),
    ]
}

fn bad_buttons() -> Vec<Bad> {
    vec![
        ("6 rows", rows(6), "components"),
        ("6 buttons in a row", row(&buttons(6)), "components.0.components"),
        ("empty row", row(&json!([])), "components.0.components"),
        (
            "duplicate custom_id",
            row(&json!([
            {"type": 2, "style": 1, "label": "a", "custom_id": "x"},
            {"type": 2, "style": 1, "label": "b", "custom_id": "x"}])),
            "components",
        ),
        (
            "button without custom_id",
            button(&json!({"type": 2, "style": 1, "label": "b"})),
            "components.0.components.0.custom_id",
        ),
        (
            "link without address",
            button(&json!({"type": 2, "style": 5, "label": "b"})),
            "components.0.components.0.url",
        ),
        (
            "link with custom_id",
            button(&json!({"type": 2, "style": 5, "label": "b", "url": "https://x.nl",
                "custom_id": "x"})),
            "components.0.components.0",
        ),
        (
            "button without words",
            button(&json!({"type": 2, "style": 1, "custom_id": "x"})),
            "components.0.components.0",
        ),
        (
            "label over 80",
            button(&json!({"type": 2, "style": 1, "custom_id": "x", "label": long(81)})),
            "components.0.components.0.label",
        ),
        (
            "custom_id over 100",
            button(&json!({"type": 2, "style": 1, "custom_id": long(101), "label": "b"})),
            "components.0.components.0.custom_id",
        ),
        (
            "empty custom_id",
            button(&json!({"type": 2, "style": 1, "custom_id": "", "label": "b"})),
            "components.0.components.0.custom_id",
        ),
        (
            "style 9",
            button(&json!({"type": 2, "style": 9, "custom_id": "x", "label": "b"})),
            "components.0.components.0.style",
        ),
    ]
}

fn bad_lists() -> Vec<Bad> {
    vec![
        ("26 options", select(26, &json!({})), "components.0.components.0.options"),
        ("no options", select(0, &json!({})), "components.0.components.0.options"),
        (
            "two options with one value",
            select(
                1,
                &json!({"options": [
                {"label": "a", "value": "v"}, {"label": "b", "value": "v"}]}),
            ),
            "components.0.components.0.options",
        ),
        (
            "option label over 100",
            select(1, &json!({"options": [{"label": long(101), "value": "v"}]})),
            "components.0.components.0.options.0.label",
        ),
        (
            "option description over 100",
            select(
                1,
                &json!({"options":
                [{"label": "a", "value": "v", "description": long(101)}]}),
            ),
            "components.0.components.0.options.0.description",
        ),
        (
            "placeholder over 150",
            select(1, &json!({"placeholder": long(151)})),
            "components.0.components.0.placeholder",
        ),
        (
            "an id that is chosen as a number",
            row(&json!([{"type": 6, "custom_id": "s",
                "default_values": [{"id": 5, "type": "role"}]}])),
            "components.0.components.0",
        ),
        (
            "more choices than options",
            select(2, &json!({"max_values": 3})),
            "components.0.components.0",
        ),
    ]
}

fn bad_wholes() -> Vec<Bad> {
    vec![
        (
            "a list beside a button",
            row(&json!([
            {"type": 2, "style": 1, "label": "a", "custom_id": "x"},
            {"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "v"}]}])),
            "components.0",
        ),
        (
            "a button outside a row",
            json!({"content": "x", "components": buttons(1)}),
            "components.0.type",
        ),
        ("unknown key", json!({"content": "x", "colour": 1}), "colour"),
        ("unknown key of an embed", embed(&json!({"title": "t", "text": "x"})), "embeds.0.text"),
        (
            "unknown key of a button",
            button(&json!({"type": 2, "style": 1, "custom_id": "x", "label": "b", "text": "b"})),
            "components.0.components.0.text",
        ),
        (
            "people both parsed and named",
            json!({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}),
            "allowed_mentions",
        ),
        (
            "11 attachments",
            json!({"content": "x", "attachments": vec![json!({"id": "0"}); 11]}),
            "attachments",
        ),
        (
            "attachment that does not come",
            json!({"content": "x", "attachments": [{"id": "0"}]}),
            "attachments.0.id",
        ),
    ]
}

/// Just within each limit.
pub(super) fn good_messages() -> Vec<(&'static str, Value)> {
    vec![
        ("content of 2,000", json!({"content": long(2_000)})),
        ("10 embeds", json!({"embeds": vec![json!({"title": "t"}); 10]})),
        (
            "embeds of 6,000 together",
            json!({"embeds": vec![json!({"description": long(3_000)}); 2]}),
        ),
        ("title of 256", embed(&json!({"title": long(256)}))),
        ("description of 4,096", embed(&json!({"description": long(4_096)}))),
        ("25 fields", fields(25, "n", "v")),
        ("field of 256 and 1,024", fields(1, &long(256), &long(1_024))),
        ("footer of 2,048", embed(&json!({"title": "t", "footer": {"text": long(2_048)}}))),
        ("picture only", embed(&json!({"image": {"url": "attachment://x.png"}}))),
        (
            "time and colour",
            embed(&json!({"title": "t", "color": 0xFF_FFFF, "timestamp": "2026-01-01T00:00:00Z"})),
        ),
        ("5 rows", rows(5)),
        ("5 buttons", row(&buttons(5))),
        (
            "label of 80, custom_id of 100",
            button(&json!({"type": 2, "style": 1, "custom_id": long(100), "label": long(80)})),
        ),
        ("link", button(&json!({"type": 2, "style": 5, "label": "b", "url": "https://x.nl"}))),
        (
            "emoji only",
            button(&json!({"type": 2, "style": 1, "custom_id": "x", "emoji": {"name": "🔥"}})),
        ),
        ("25 options", select(25, &json!({"min_values": 1, "max_values": 25}))),
        ("nobody is pinged", json!({"content": "@everyone", "allowed_mentions": {"parse": []}})),
    ]
}
