use serde_json::Value;

use crate::harness::{CUSTOMERS, Desk, INVOICES, names};

fn book() -> Desk {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let customers = desk.file("klanten.csv", CUSTOMERS);
    let invoices = desk.file("facturen.csv", INVOICES);
    desk.json(&["import".as_ref(), customers.as_os_str(), invoices.as_os_str()]);
    desk
}

/// What the program answers to the user of the system with this name.
fn asked_by(desk: &Desk, user: &str, question: &str) -> Value {
    let mut command = desk.command(&["ask", question, "--json"]);
    let output = command.env("USER", user).output().expect("the program can be started");
    serde_json::from_slice(&output.stdout).expect("one JSON object")
}

fn text(reply: &Value) -> &str {
    reply["text"].as_str().expect("a text")
}

#[test]
fn a_misspelled_name_is_told() {
    let desk = book();
    for (question, told) in [
        ("waarom is Janssn Metaal strategisch?", "Ik neem aan dat je Jansen Metaal B.V. bedoelt."),
        ("why is Janssn Metaal strategic?", "I take it you mean Jansen Metaal B.V. here."),
    ] {
        let reply = desk.ask(question);
        assert_eq!(reply["understood"], true, "{reply}");
        assert!(text(&reply).contains(told), "{reply}");
        assert_eq!(reply["answer"]["notes"][0], told, "{reply}");
    }
    for question in ["waarom is JANSEN metaal bv stratgisch?", "why is jansen strategic?"] {
        let reply = desk.ask(question);
        assert_eq!(reply["understood"], true, "{reply}");
        assert!(!text(&reply).contains("neem aan") && !text(&reply).contains("take it"), "{reply}");
    }
}

#[test]
fn a_name_that_nobody_has_gets_the_nearest_ones() {
    let reply = book().ask("waarom is Jansonius strategisch?");
    assert_eq!(reply["understood"], false, "{reply}");
    let suggestions = reply["suggestions"].as_array().expect("suggestions");
    assert_eq!(suggestions.len(), 1, "{reply}");
    assert_eq!(suggestions[0]["intent"], "why_type", "{reply}");
    assert!(text(&reply).contains("Jansen Metaal"), "{reply}");
}

#[test]
fn nonsense_is_answered_in_the_language_of_the_program() {
    let desk = book();
    for (language, told) in [("nl", "Dat begreep ik niet"), ("en", "I didn’t quite get that")] {
        for question in ["blablabla foo", "custmoers blablabla", "xyzzy"] {
            let reply = desk.json(&["--lang", language, "ask", question]);
            assert_eq!(reply["language"], language, "{reply}");
            assert!(text(&reply).contains(told), "{reply}");
        }
    }
}

#[test]
fn my_customers_are_those_of_the_user_where_the_book_knows_the_name() {
    let desk = book();
    for user in ["Tom Hermans", "tom hermans", "TOM HERMÀNS"] {
        for question in ["mijn klanten", "my customers", "welke klanten zijn van mij?"] {
            let reply = asked_by(&desk, user, question);
            assert_eq!(reply["slots"]["filter"]["owner"], "Tom Hermans", "{reply}");
            let mut found = names(&reply);
            found.sort_unstable();
            assert_eq!(found, ["=cmd()|calc", "Bakkerij de Vries"], "{reply}");
        }
    }
    let reply = asked_by(&desk, "root", "mijn klanten");
    assert_eq!(reply["understood"], false, "{reply}");
    assert!(text(&reply).contains("‘klanten van Jan’"), "{reply}");
    let named = asked_by(&desk, "root", "klanten van Tom");
    assert_eq!(named["slots"]["filter"]["owner"], "Tom Hermans", "{named}");
}

#[test]
fn my_customers_are_all_of_them_in_a_book_without_owners() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let customers = desk.file("klanten.csv", "Klantnummer;Bedrijfsnaam\n1;Jansen\n2;De Vries\n");
    desk.json(&["import".as_ref(), customers.as_os_str()]);
    let reply = asked_by(&desk, "root", "mijn klanten");
    assert_eq!(reply["understood"], true, "{reply}");
    assert_eq!(reply["slots"]["filter"]["owner"], Value::Null, "{reply}");
}

#[test]
fn help_of_a_command_is_understood_behind_options() {
    let desk = Desk::new();
    for (words, told) in [
        (&["--lang", "nl", "help", "plugin"][..], "Gebruik"),
        (&["--lang", "nl", "hulp", "plugin", "add"], "Gebruik"),
        (&["--lang", "en", "help", "plugin"], "Usage"),
        (&["--lang=en", "plugin", "help", "add"], "Usage"),
        (&["--lang", "en", "help"], "Usage"),
    ] {
        let said = desk.says(words);
        let line = said.lines().find(|line| line.contains(told));
        let line = line.unwrap_or_else(|| panic!("{words:?}: {said}"));
        for word in words.iter().filter(|word| ["plugin", "add"].contains(word)) {
            assert!(line.contains(word), "{words:?}: {said}");
        }
    }
}
