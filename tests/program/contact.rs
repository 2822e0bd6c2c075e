//! Contact moments on the command line.

use crate::harness::{CUSTOMERS, Desk, INVOICES};

/// A book in which the bakery is strategic.
fn book() -> Desk {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let customers = desk.file("klanten.csv", CUSTOMERS);
    let invoices = desk.file("facturen.csv", INVOICES);
    desk.json(&["import".as_ref(), customers.as_os_str(), invoices.as_os_str()]);
    desk.json(&["override", "bakkerij de vries", "strategic", "--reason", "a test"]);
    desk
}

#[test]
fn a_contact_from_a_file_or_by_hand_moves_the_agenda() {
    let desk = book();
    let talk = || {
        let agenda = desk.json(&["agenda", "--customer", "bakkerij de vries"]);
        let items = agenda["items"].as_array().expect("items");
        let mut items = items.iter().filter(|item| item["moment"] == "account-meeting");
        let item = items.next().expect("its talks").clone();
        ["last_contact", "due", "latest", "state"].map(|key| item[key].clone())
    };
    assert_eq!(talk()[0], serde_json::Value::Null);
    let file = desk.file(
        "contacten.csv",
        "Klantnummer;Datum;Kanaal\n1002;2026-10-20;Bezoek\n1002;2026-11-20;Nieuwsbrief\n1002;2026-11-21;Rooksignaal\n",
    );
    desk.json(&["import".as_ref(), "--kind".as_ref(), "contacts".as_ref(), file.as_os_str()]);
    assert_eq!(talk(), ["2026-10-20", "2026-11-19", "2026-12-04", "yellow"]);
    let told = desk.says(&["agenda"]);
    assert!(told.contains("One contact in the book says in a word"), "{told}");
    let logged = desk.json(&["log", "bakkerij de vries", "--channel", "gesprek"]);
    assert_eq!(logged["new"], true, "{logged}");
    assert_eq!(talk(), ["2026-11-23", "2026-12-23", "2027-01-07", "green"]);
    let again = desk.json(&["log", "bakkerij de vries", "--channel", "meeting"]);
    assert_eq!(again["new"], false, "{again}");
}

#[test]
fn an_agenda_says_which_days_it_is_about_and_whose() {
    let desk = book();
    let agenda = desk.json(&["agenda"]);
    assert_eq!(agenda["as_of"], "2026-11-23");
    assert_eq!(agenda["until"], "2026-11-30");
    let year = desk.json(&["agenda", "--from", "2026-12-01", "--until", "2027-11-30"]);
    let items = year["items"].as_array().expect("items");
    assert!(!items.is_empty(), "{year}");
    for item in items {
        let due = item["due"].as_str().expect("a day");
        assert!(("2026-12-01"..="2027-11-30").contains(&due), "{item}");
    }
    let wrong = ["agenda", "--from", "2027-01-01", "--until", "2026-12-01"];
    assert_eq!(desk.error(&wrong)["code"], "agenda-days");
    assert_eq!(desk.error(&["agenda", "--owner", "Nobody At All"])["code"], "unknown-owner");
    let to_come = ["log", "bakkerij de vries", "--channel", "phone", "--date", "2026-11-24"];
    assert_eq!(desk.error(&to_come)["code"], "not-yet");
}
