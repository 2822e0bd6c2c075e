//! The rules for commands, and for who may ask what.

use serde_json::{Value, json};

use super::raw::Raw;
use super::refused::assert_refused;

fn command(keys: &Value) -> Value {
    let mut command = json!({"name": "ask", "description": "Ask"});
    for (key, value) in keys.as_object().into_iter().flatten() {
        command[key] = value.clone();
    }
    command
}

fn option(keys: &Value) -> Value {
    let mut option = json!({"type": 3, "name": "o", "description": "Option"});
    for (key, value) in keys.as_object().into_iter().flatten() {
        option[key] = value.clone();
    }
    command(&json!({"options": [option]}))
}

fn named(count: usize, make: impl Fn(&str) -> Value) -> Value {
    (0..count).map(|n| make(&format!("n{n}"))).collect()
}

#[test]
fn a_bad_command_is_refused() {
    let long = |length: usize| "é".repeat(length);
    let choice = |name: &str| json!({"name": name, "value": name});
    let table = [
        ("capitals", command(&json!({"name": "Ask"})), "0.name"),
        ("a blank in the name", command(&json!({"name": "ask me"})), "0.name"),
        ("name over 32", command(&json!({"name": long(33)})), "0.name"),
        (
            "capitals in Dutch",
            command(&json!({"name_localizations": {"nl": "Vraag"}})),
            "0.name_localizations.nl",
        ),
        (
            "a language that Discord does not have",
            command(&json!({"name_localizations": {"nl-NL": "vraag"}})),
            "0.name_localizations",
        ),
        ("no description", json!({"name": "ask"}), "0.description"),
        ("empty description", command(&json!({"description": ""})), "0.description"),
        ("description over 100", command(&json!({"description": long(101)})), "0.description"),
        (
            "Dutch description over 100",
            command(&json!({"description_localizations": {"nl": long(101)}})),
            "0.description_localizations.nl",
        ),
        (
            "26 options",
            command(&json!({"options": named(26, |name|
                json!({"type": 3, "name": name, "description": "d"}))})),
            "0.options",
        ),
        ("bad option name", option(&json!({"name": "My option"})), "0.options.0.name"),
        (
            "option without description",
            command(&json!({"options": [{"type": 3, "name": "o"}]})),
            "0.options.0.description",
        ),
        ("option of type 12", option(&json!({"type": 12})), "0.options.0.type"),
        (
            "a required option after an optional one",
            command(&json!({"options": [
                {"type": 3, "name": "a", "description": "d"},
                {"type": 3, "name": "b", "description": "d", "required": true}]})),
            "0.options",
        ),
        (
            "two options with one name",
            command(&json!({"options": [
                {"type": 3, "name": "a", "description": "d"},
                {"type": 3, "name": "a", "description": "d"}]})),
            "0.options",
        ),
        (
            "an option beside a subcommand",
            command(&json!({"options": [
                {"type": 1, "name": "a", "description": "d"},
                {"type": 3, "name": "b", "description": "d"}]})),
            "0.options",
        ),
        ("26 choices", option(&json!({"choices": named(26, choice)})), "0.options.0.choices"),
        (
            "two choices with one name",
            option(&json!({"choices": [choice("a"), choice("a")]})),
            "0.options.0.choices",
        ),
        (
            "choice name over 100",
            option(&json!({"choices": [choice(&long(101))]})),
            "0.options.0.choices.0.name",
        ),
        (
            "suggestions beside choices",
            option(&json!({"autocomplete": true, "choices": [choice("a")]})),
            "0.options.0",
        ),
        (
            "suggestions for yes or no",
            option(&json!({"type": 5, "autocomplete": true})),
            "0.options.0",
        ),
        (
            "over 8,000 characters",
            command(&json!({"options": named(25, |name| json!({
                "type": 3, "name": name, "description": long(100),
                "choices": named(25, |name| json!({"name": name, "value": long(20)}))}))})),
            "0",
        ),
    ];
    let raw = Raw::new();
    for (what, command, place) in table {
        let answer = raw.send("PUT", &raw.commands(), &json!([command]));
        assert_refused(what, &answer, place);
        let answer = raw.send("POST", &raw.commands(), &command);
        assert_eq!(answer.0, 400, "{what}: {answer:?}");
    }
}

#[test]
fn more_than_a_hundred_commands_are_refused() {
    let raw = Raw::new();
    let commands = |count| named(count, |name| command(&json!({"name": name})));
    let all = |commands: &Value| raw.send("PUT", &raw.commands(), commands);
    let (status, answer) = all(&commands(101));
    assert_eq!((status, &answer["code"]), (400, &json!(50_035)));
    assert_eq!(all(&commands(100)).0, 200);
    assert_eq!(raw.send("POST", &raw.commands(), &command(&json!({}))).1["code"], 30_032);
    let twice = json!([command(&json!({})), command(&json!({}))]);
    assert_eq!(all(&twice).1["code"], 50_035, "two of one name");
}

#[test]
fn a_good_command_is_kept_with_its_id() {
    let raw = Raw::new();
    let good = command(&json!({
        "name": "vraag-het_'s",
        "name_localizations": {"nl": "vraag"},
        "default_member_permissions": "32",
        "contexts": [0, 1],
        "options": [{"type": 2, "name": "group", "description": "d", "options": [
            {"type": 1, "name": "sub", "description": "d", "options": [
                {"type": 3, "name": "a", "description": "d", "required": true,
                    "choices": [{"name": "A", "value": "a"}]},
                {"type": 4, "name": "b", "description": "d", "autocomplete": true}]}]}],
    }));
    let (status, kept) = raw.send("PUT", &raw.commands(), &json!([good]));
    assert_eq!(status, 200, "{kept}");
    let (_, again) = raw.send("PUT", &raw.commands(), &json!([good]));
    assert_eq!(kept[0]["id"], again[0]["id"], "the same command keeps its id");
    let guild = format!("/applications/{}/guilds/{}/commands", raw.discord.bot(), raw.guild.id());
    assert_eq!(raw.send("PUT", &guild, &json!([good])).0, 200);
    raw.discord.assert_no_refusals();
}

#[test]
fn an_interaction_is_answered_once_and_in_time() {
    let raw = Raw::new();
    let (exchange, callback) = raw.waiting(2);
    let follow_up = raw.webhook(&exchange);
    let original = format!("{follow_up}/messages/@original");
    let words = json!({"content": "x"});
    assert_eq!(raw.send("POST", &follow_up, &words).1["code"], 10_015, "before the callback");
    assert_eq!(raw.send("POST", &callback, &json!({"type": 4, "data": words})).0, 204);
    assert_eq!(raw.send("POST", &callback, &json!({"type": 5})).1["code"], 40_060, "twice");
    assert_eq!(raw.send("GET", &original, &Value::Null).1["content"], "x");
    assert_eq!(raw.send("DELETE", &original, &Value::Null).0, 204);
    assert_eq!(raw.send("PATCH", &original, &words).1["code"], 10_008, "it is gone");
    exchange.expires();
    assert_eq!(raw.send("POST", &follow_up, &words).1["code"], 50_027, "after 15 minutes");

    let (_, late) = raw.waiting(2);
    std::thread::sleep(std::time::Duration::from_millis(3_050));
    assert_eq!(raw.send("POST", &late, &json!({"type": 5})).1["code"], 10_062, "after 3 seconds");
    for (kind, number) in [(2, 8), (2, 7), (4, 4), (3, 8), (5, 9), (2, 1)] {
        let (_, callback) = raw.waiting(kind);
        let answer = raw.send("POST", &callback, &json!({"type": number, "data": words}));
        assert_refused("a callback that does not fit", &answer, "type");
    }
    let nobody = "/interactions/1/token/callback";
    assert_eq!(raw.send("POST", nobody, &json!({"type": 5})).1["code"], 10_062);
}

#[test]
fn what_nobody_may_ask_is_refused_and_recorded() {
    let raw = Raw::new();
    let channel = format!("/channels/{}", raw.channel.id());
    for token in [None, Some("wrong")] {
        let (status, answer) = raw.send_as(token, "GET", &channel, &Value::Null);
        assert_eq!((status, &answer["code"]), (401, &json!(0)), "{token:?}");
    }
    let stranger = raw.discord.guild("Other");
    let elsewhere = stranger.channel("secret");
    elsewhere.shut_out_bot();
    let table = [
        ("GET", "/no/such/route".to_string(), 404, 0),
        ("GET", "/channels/1".into(), 404, 10_003),
        ("GET", "/guilds/1".into(), 404, 10_004),
        ("GET", format!("/guilds/{}/members/1", raw.guild.id()), 404, 10_007),
        ("GET", format!("{channel}/messages/1"), 404, 10_008),
        ("GET", format!("/channels/{}", elsewhere.id()), 403, 50_001),
        ("GET", "/channels/sales".into(), 400, 50_035),
        ("PUT", "/applications/1/commands".into(), 404, 10_002),
    ];
    for (method, path, status, code) in table {
        let answer = raw.send(method, &path, &Value::Null);
        assert_eq!((answer.0, &answer.1["code"]), (status, &json!(code)), "{method} {path}");
    }
    let refused = raw.discord.refusals();
    assert!(refused.iter().any(|refusal| refusal.path == "/no/such/route"));
    let open = json!({"recipient_id": raw.anna.id().to_string()});
    let (_, direct) = raw.send("POST", "/users/@me/channels", &open);
    raw.anna.closes_direct_messages();
    let path = format!("/channels/{}/messages", direct["id"].as_str().expect("an id"));
    assert_eq!(raw.send("POST", &path, &json!({"content": "x"})).1["code"], 50_007);
}

#[test]
fn files_are_kept_and_too_large_ones_refused() {
    let raw = Raw::new();
    let body = json!({"content": "x", "attachments": [{"id": "0"}, {"id": "1"}]});
    let files: [(&str, &[u8]); 2] = [("a.csv", b"a;b\r\n--"), ("b.png", &[0, 255, 13, 10])];
    let (status, message) = raw.upload(&raw.messages(), &body, &files);
    assert_eq!(status, 200, "{message}");
    assert_eq!(message["attachments"][1]["size"], 4);
    let kept = &raw.channel.messages()[0];
    assert_eq!(kept.file("a.csv").bytes.as_ref(), b"a;b\r\n--");
    assert_eq!(kept.file("b.png").bytes.as_ref(), [0, 255, 13, 10]);
    let large = vec![0; (10 << 20) + 1];
    let answer = raw.upload(&raw.messages(), &json!({}), &[("large", &large)]);
    assert_eq!((answer.0, &answer.1["code"]), (413, &json!(40_005)));
}
