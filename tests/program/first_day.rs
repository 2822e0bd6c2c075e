use std::ffi::OsString;

use jiff::civil::date;
use serde_json::Value;

use crate::harness::{CUSTOMERS, Desk, INVOICES, names};
use crate::sample;

pub(crate) fn book() -> Desk {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let customers = desk.file("klanten.csv", CUSTOMERS);
    let invoices = desk.file("facturen.csv", INVOICES);
    let words = ["import".into(), customers.into_os_string(), invoices.into_os_string()];
    let report = desk.json(&words);
    assert_eq!(report["customers"]["added"], 5, "{report}");
    assert_eq!(report["entries"]["added"], 10);
    assert_eq!(report["rejected"].as_array().map(Vec::len), Some(0));
    desk
}

#[test]
fn from_files_to_answers_in_both_languages() {
    let desk = book();
    for question in ["which customers are strategic?", "Welke klanten zijn strategisch?"] {
        let reply = desk.ask(question);
        assert_eq!(reply["understood"], true, "{reply}");
        assert_eq!(reply["intent"], "list_by_type");
        assert_eq!(names(&reply), ["Jansen Metaal B.V."], "{reply}");
    }
    assert_eq!(desk.ask("hoeveel klanten hebben we?")["language"], "nl");
    assert_eq!(desk.ask("how many customers do we have?")["language"], "en");
    let why = desk.says(&["ask", "waarom is jansen metaal strategisch?"]);
    assert!(why.contains("36.30") || why.contains("36.301"), "the value is told: {why}");
}

#[test]
fn the_same_file_twice_changes_nothing_and_a_corrected_row_replaces() {
    let desk = book();
    let invoices = desk.path("facturen.csv");
    let again = desk.json(&["import".as_ref(), invoices.as_os_str()]);
    assert_eq!(again["entries"]["unchanged"], 10, "{again}");
    assert_eq!(again["entries"]["added"], 0);
    assert_eq!(again["import"], Value::Null);
    let corrected = desk.file("later.csv", INVOICES.replace("14.000,00", "1.000,00"));
    let report = desk.json(&["import".as_ref(), corrected.as_os_str()]);
    assert_eq!(report["entries"]["changed"], 1, "{report}");
    let shuffled: Vec<&str> = INVOICES.lines().skip(1).collect();
    let header = INVOICES.lines().next().unwrap_or_default();
    let text = shuffled.iter().rev().fold(header.to_owned(), |all, line| all + "\n" + line);
    let undone = desk.json(&["imports", "--undo"]);
    assert_eq!(undone["undone"]["id"], 2, "{undone}");
    let backwards = desk.file("backwards.csv", text);
    let report = desk.json(&["import".as_ref(), backwards.as_os_str()]);
    assert_eq!(report["entries"]["unchanged"], 10, "{report}");
}

#[test]
fn the_chat_keeps_the_subject() {
    let desk = book();
    let questions = "which customers are strategic?\nand the transactional ones?\n\
                     and jansen metaal?\nhoeveel klanten hebben we?\n";
    let said = desk.says_to(&["chat", "--json"], questions);
    let said = said.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>();
    let said = said.expect("one JSON object a line");
    assert_eq!(said[1]["intent"], "list_by_type", "{said:?}");
    assert_eq!(said[1]["slots"]["types"][0], "transactional", "{said:?}");
    assert_eq!(said[2]["intent"], "why_type", "{said:?}");
    assert_eq!(said[2]["slots"]["claimed"], "transactional", "{said:?}");
    assert_eq!(said[3]["intent"], "count_by_definition", "{said:?}");
    let alone = desk.ask("and the transactional ones?");
    assert_eq!(alone["slots"]["types"][0], "transactional", "{alone}");
}

#[test]
fn the_demo_runs_to_its_end() {
    let desk = Desk::new();
    let reply = desk.json(&["demo"]);
    assert_eq!(reply["customers"], 300, "{reply}");
    let replies = reply["replies"].as_array().expect("replies");
    assert_eq!(replies.len(), 3);
    assert!(replies.iter().all(|reply| reply["understood"] == true), "{replies:?}");
    assert!(replies[0]["answer"]["total"].as_u64().is_some_and(|total| total > 0));
}

#[test]
fn what_is_not_understood_is_said_with_readings_to_choose_from() {
    let desk = book();
    let reply = desk.ask("what is the weather like tomorrow");
    assert_eq!(reply["understood"], false);
    assert_eq!(reply["answer"], Value::Null);
    assert!(reply["text"].as_str().is_some_and(|text| !text.is_empty()));
}

#[test]
fn the_demo_scores_as_importing_its_files_does() {
    let exported = |desk: &Desk| {
        let csv = desk.path("portfolio.csv");
        desk.json(&["export".as_ref(), csv.as_os_str()]);
        std::fs::read_to_string(csv).expect("an export")
    };
    let dated = || Desk::new().with(&["--as-of", "2026-11-23"]);
    let (demo, team) = (dated(), dated());
    demo.json(&["demo"]);
    let files = sample::files(date(2026, 11, 23));
    assert_eq!(files.len(), 7);
    let files = files.iter().map(|file| team.file(file.name, &file.text).into_os_string());
    let words: Vec<OsString> = ["import".into()].into_iter().chain(files).collect();
    team.json(&words);
    let types = exported(&team);
    assert_eq!(exported(&demo), types);
    for each in ["strategic", "large", "development", "transactional"] {
        assert!(types.contains(each), "somebody is {each}: {types}");
    }
}
