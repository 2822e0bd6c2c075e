//! Every rule that the fake holds bodies to: what breaks it is refused where it is broken, and
//! what is just within it is taken.

use serde_json::{Value, json};

use super::bodies::{bad_messages, good_messages, long};
use super::raw::{Answer, Raw};

#[test]
fn a_bad_message_is_refused_at_each_door() {
    let raw = Raw::new();
    let mut rules = Vec::new();
    for (what, body, place) in bad_messages() {
        let (created, to_change) = (raw.messages(), change(&raw));
        assert_refused(what, &raw.send("POST", &created, &body), place);
        if !what.starts_with("people") {
            assert_refused(what, &raw.send("PATCH", &to_change, &body), place);
        }
        let (_, callback) = raw.waiting(2);
        let response = json!({"type": 4, "data": body});
        assert_refused(what, &raw.send("POST", &callback, &response), &format!("data.{place}"));
        let (exchange, callback) = raw.waiting(2);
        assert_eq!(raw.send("POST", &callback, &json!({"type": 5})).0, 204, "{what}");
        let follow_up = raw.webhook(&exchange);
        assert_refused(what, &raw.send("POST", &follow_up, &body), place);
        let original = format!("{follow_up}/messages/@original");
        assert_refused(what, &raw.send("PATCH", &original, &body), place);
        rules.push(what);
    }
    let refusals = raw.discord.refusals();
    assert!(refusals.len() >= rules.len() * 4, "each is recorded");
    assert!(refusals.iter().all(|refusal| refusal.code == 50_035 && !refusal.why.is_empty()));
}

#[test]
fn a_message_within_the_limits_is_taken_at_each_door() {
    let raw = Raw::new();
    for (what, body) in good_messages() {
        let taken = |answer: Answer| assert!(answer.0 < 300, "{what}: {answer:?}");
        taken(raw.send("POST", &raw.messages(), &body));
        taken(raw.send("PATCH", &change(&raw), &body));
        let (_, callback) = raw.waiting(2);
        taken(raw.send("POST", &callback, &json!({"type": 4, "data": body})));
        let (exchange, callback) = raw.waiting(2);
        taken(raw.send("POST", &callback, &json!({"type": 5})));
        let follow_up = raw.webhook(&exchange);
        taken(raw.send("PATCH", &format!("{follow_up}/messages/@original"), &body));
        taken(raw.send("POST", &follow_up, &body));
    }
    raw.discord.assert_no_refusals();
}

#[test]
fn an_empty_message_is_refused_as_such() {
    let raw = Raw::new();
    let (_, callback) = raw.waiting(2);
    let empty = [json!({}), json!({"content": " \n"}), json!({"content": "", "embeds": []})];
    for body in empty {
        let answers = [
            raw.send("POST", &raw.messages(), &body),
            raw.send("POST", &callback, &json!({"type": 4, "data": body})),
        ];
        for (status, answer) in answers {
            assert_eq!((status, &answer["code"]), (400, &json!(50_006)), "{body}");
        }
    }
    let emptied = raw.send("PATCH", &change(&raw), &json!({"content": ""}));
    assert_eq!((emptied.0, &emptied.1["code"]), (400, &json!(50_006)));
}

#[test]
fn a_bad_form_is_refused() {
    let input = |keys: Value| {
        let mut input = json!({"type": 4, "custom_id": "i", "style": 1, "label": "l"});
        for (key, value) in keys.as_object().into_iter().flatten() {
            input[key] = value.clone();
        }
        json!({"type": 1, "components": [input]})
    };
    let form = |rows: Value| json!({"custom_id": "f", "title": "t", "components": rows});
    let place = "components.0.components.0";
    let table = [
        (
            "title over 45",
            json!({"custom_id": "f", "title": long(46), "components": [input(json!({}))]}),
            "title".to_string(),
        ),
        ("no title", json!({"custom_id": "f", "components": [input(json!({}))]}), "title".into()),
        (
            "custom_id over 100",
            json!({"custom_id": long(101), "title": "t", "components": [input(json!({}))]}),
            "custom_id".into(),
        ),
        (
            "6 fields",
            form((0..6).map(|n| input(json!({"custom_id": format!("{n}")}))).collect()),
            "components".into(),
        ),
        ("no field", form(json!([])), "components".into()),
        (
            "label over 45",
            form(json!([input(json!({"label": long(46)}))])),
            format!("{place}.label"),
        ),
        (
            "value over 4,000",
            form(json!([input(json!({"value": long(4_001)}))])),
            format!("{place}.value"),
        ),
        (
            "placeholder over 100",
            form(json!([input(json!({"placeholder": long(101)}))])),
            format!("{place}.placeholder"),
        ),
        (
            "takes over 4,000",
            form(json!([input(json!({"max_length": 4_001}))])),
            format!("{place}.max_length"),
        ),
        ("a button", form(json!([input(json!({"type": 2}))])), format!("{place}.type")),
        (
            "two fields with one custom_id",
            form(json!([input(json!({})), input(json!({}))])),
            "components".into(),
        ),
        ("unknown key", form(json!([input(json!({"hint": "x"}))])), format!("{place}.hint")),
    ];
    let raw = Raw::new();
    for (what, data, place) in table {
        let (_, callback) = raw.waiting(2);
        let answer = raw.send("POST", &callback, &json!({"type": 9, "data": data}));
        assert_refused(what, &answer, &format!("data.{place}"));
    }
    let (_, callback) = raw.waiting(2);
    let largest = input(json!({"label": long(45), "value": long(4_000), "max_length": 4_000}));
    let data = json!({"custom_id": long(100), "title": long(45), "components": [largest]});
    assert_eq!(raw.send("POST", &callback, &json!({"type": 9, "data": data})).0, 204);
}

#[test]
fn bad_suggestions_are_refused() {
    let choices = |count: usize, name: &str, value: &str| json!({"choices": vec![json!({"name": name, "value": value}); count]});
    let table = [
        ("26 suggestions", choices(26, "n", "v"), "choices"),
        ("name over 100", choices(1, &long(101), "v"), "choices.0.name"),
        ("empty name", choices(1, "", "v"), "choices.0.name"),
        ("value over 100", choices(1, "n", &long(101)), "choices.0.value"),
        ("no suggestions", json!({}), "choices"),
    ];
    let raw = Raw::new();
    for (what, data, place) in table {
        let (_, callback) = raw.waiting(4);
        let answer = raw.send("POST", &callback, &json!({"type": 8, "data": data}));
        assert_refused(what, &answer, &format!("data.{place}"));
    }
    let (_, callback) = raw.waiting(4);
    let most = json!({"type": 8, "data": choices(25, &long(100), &long(100))});
    assert_eq!(raw.send("POST", &callback, &most).0, 204);
}

#[test]
fn discord_s_own_description_is_kept() {
    // What no rule of the fake looks at.
    let table = [
        (json!({"content": "x", "tts": "no"}), "tts"),
        (json!({"content": 7}), "content"),
        (json!({"content": "x", "embeds": [{"title": ["t"]}]}), "embeds.0.title"),
    ];
    let raw = Raw::new();
    for (body, place) in table {
        let answer = raw.send("POST", &raw.messages(), &body);
        if klantwijzer_fake_discord::schema_available() {
            assert_refused("Discord's own description", &answer, place);
        } else {
            eprintln!("{}", klantwijzer_fake_discord::SCHEMA_SKIPPED);
        }
    }
}

/// A message of the bot that can be changed.
fn change(raw: &Raw) -> String {
    let (status, message) = raw.send("POST", &raw.messages(), &json!({"content": "before"}));
    assert_eq!(status, 200, "{message}");
    format!("{}/{}", raw.messages(), message["id"].as_str().expect("an id"))
}

/// Refused as Discord does it, with the reason at the place where the rule is broken.
pub(super) fn assert_refused(what: &str, (status, answer): &Answer, place: &str) {
    assert_eq!((*status, &answer["code"]), (400, &json!(50_035)), "{what}: {answer}");
    let pointer = format!("/errors/{}/_errors/0/code", place.replace('.', "/"));
    let code = answer.pointer(&pointer).and_then(Value::as_str);
    assert!(code.is_some_and(|code| !code.is_empty()), "{what}: no {pointer} in {answer}");
}
