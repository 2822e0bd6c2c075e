use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{CUSTOMERS, Desk, INVOICES};

const ROUNDS: usize = 12;
const SEED: u64 = 5;

fn book() -> Desk {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let files = [desk.file("klanten.csv", CUSTOMERS), desk.file("facturen.csv", INVOICES)];
    desk.json(&["import".as_ref(), files[0].as_os_str(), files[1].as_os_str()]);
    desk
}

fn lines<'a>(audit: &'a Value, key: &str) -> Vec<&'a Value> {
    audit["lines"].as_array().expect("lines").iter().map(|line| &line[key]).collect()
}

#[test]
fn who_did_what_is_on_record() {
    let desk = book();
    desk.json(&["customer", "1001"]);
    desk.json(&["judge", "1001", "8"]);
    let audit = desk.json(&["audit"]);
    assert_eq!(lines(&audit, "action"), ["judge", "look_at_card", "import"]);
    assert!(lines(&audit, "person").iter().all(|person| **person == "terminal:tester"));
    let about = desk.json(&["audit", "--customer", "Jansen Metaal"]);
    assert_eq!(lines(&about, "action"), ["judge", "look_at_card"]);
    let page = desk.json(&["audit", "--most", "1", "--before", "3"]);
    assert_eq!(lines(&page, "action"), ["look_at_card"]);
    assert!(desk.says(&["--lang", "nl", "audit"]).contains("een klantkaart bekijken"));
}

#[test]
fn roles_are_settings() {
    let desk = book();
    let role = "team.levels.123456789012345678";
    let set = desk.json(&["settings", &format!("{role}=manager"), "team.everyone=viewer"]);
    let levels = &set["settings"]["team"]["levels"];
    assert_eq!(levels["123456789012345678"], "manager");
    let none = desk.json(&["settings", &format!("{role}=none"), "team.time_zone=Europe/Brussels"]);
    assert_eq!(none["settings"]["team"]["levels"].as_object().map(serde_json::Map::len), Some(0));
    for (change, code) in [
        ("team.time_zone=Mars/Base", "time-zone"),
        ("team.levels.abc=manager", "bad-setting-value"),
        ("team.levels.1=boss", "bad-setting"),
        ("team.audit_days=1", "setting"),
    ] {
        assert_eq!(desk.error(&["settings", change])["code"], code, "{change}");
    }
}

/// What the lines of the audit say, without the moments: any number can stand in
/// the digits of those.
fn told_in(audit: &Value) -> String {
    let lines = audit["lines"].as_array().expect("lines").iter();
    let told = lines.map(|line| json!([line["customers"], line["detail"], line["name"]]));
    told.collect::<Value>().to_string()
}

#[test]
fn a_customer_is_handed_over_and_erased() {
    let desk = book();
    let printed = desk.says(&["privacy", "export", "1003"]);
    let held: Value = serde_json::from_str(&printed).expect("JSON without asking for it");
    assert_eq!(held["name"], "Van Dijk Machinebouw");
    assert_eq!(held["records"][0]["entries"].as_array().map(Vec::len), Some(2));
    let questions = desk.file("data/history.txt", "why is Van Dijk Machinebouw large?");
    assert_eq!(desk.error(&["privacy", "erase", "1003"])["code"], "not-sure");
    assert!(questions.exists(), "nothing was erased");
    let erased = desk.json(&["privacy", "erase", "1003", "--yes"]);
    assert!(!questions.exists(), "the questions may name the customer");
    let pseudonym = erased["erased"].as_str().expect("a pseudonym").to_owned();
    assert_eq!(desk.error(&["customer", "1003"])["code"], "unknown-customer");
    let again = desk.file("klanten.csv", CUSTOMERS);
    let report = desk.json(&["import".as_ref(), again.as_os_str()]);
    assert_eq!(report["rejected"][0]["code"]["code"], "erased");
    let audit = told_in(&desk.json(&["audit"]));
    assert!(audit.contains(&pseudonym) && !audit.contains("1003"), "{audit}");
    desk.json(&["privacy", "lift", "1003"]);
    let report = desk.json(&["import".as_ref(), again.as_os_str()]);
    assert_eq!(report["customers"]["added"], 1);
}

/// People name a customer by a part of its name, in small letters, in the name of a
/// file and where they speak of another customer.
#[test]
fn nothing_names_an_erased_customer() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let book = CUSTOMERS.replace("Van Dijk Machinebouw", "Zonneveld Machinebouw B.V.");
    let files = [desk.file("Klanten_zonneveld.csv", &book), desk.file("f.csv", INVOICES)];
    desk.json(&["import".as_ref(), files[0].as_os_str(), files[1].as_os_str()]);
    let people = "Klantnummer;Contactpersoon;E-mail\n1001;Piet Bol;piet@zonneveld.nl\n";
    let people = desk.file("contacten van zonneveld.csv", people);
    desk.json(&["import".as_ref(), people.as_os_str()]);
    desk.json(&["override", "1001", "large", "--reason", "buys together with zonneveld"]);
    desk.json(&["override", "1003", "large", "--reason", "a friend of our director"]);
    desk.json(&["judge", "1003", "7"]);
    desk.json(&["definition", "add", "not ZONNEVELD", "invoices_total > 1.0"]);
    let listings: [&[&str]; 8] = [
        &["audit"],
        &["imports"],
        &["customer", "1001"],
        &["privacy", "export", "1001"],
        &["ask", "why is Jansen Metaal large?"],
        &["ask", "which customers do we have?"],
        &["definition", "list"],
        &["settings"],
    ];
    let told = || {
        let listed = listings.iter().map(|words| desk.json(words).to_string() + &desk.says(words));
        listed.collect::<String>().to_lowercase()
    };
    assert!(told().contains("zonneveld"));
    let erased = desk.json(&["privacy", "erase", "1003", "--yes"]);
    let pseudonym = erased["erased"].as_str().expect("a pseudonym");
    let told = told();
    for name in ["zonneveld", "friend of our director"] {
        assert_eq!(told.find(name), None, "{name}: {told}");
    }
    for stays in [&format!("buys together with {pseudonym}"), "piet bol"] {
        assert!(told.contains(stays), "{stays}: {told}");
    }
    let (backup, export) = (desk.path("backup"), desk.path("export.csv"));
    desk.json(&["backup".as_ref(), backup.as_os_str()]);
    desk.json(&["export".as_ref(), export.as_os_str()]);
    let other = Desk::new();
    other.json(&["restore".as_ref(), backup.as_os_str()]);
    let mut looked_at = 0;
    let mut folders = vec![other.path("data")];
    let mut files = vec![backup, export];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    for file in files {
        let bytes = std::fs::read(&file).expect("a file").to_ascii_lowercase();
        let found = bytes.windows(9).any(|part| part == b"zonneveld");
        assert!(!found, "{}", file.display());
        looked_at += usize::from(!bytes.is_empty());
    }
    assert!(looked_at > 3);
}

/// Erasing is killed at any moment: afterwards the customer is there whole, or
/// gone whole; and gone for sure once that was said.
#[test]
fn erasing_happens_whole_or_not_at_all() {
    let mut chance = fastrand::Rng::with_seed(SEED);
    let (mut gone, mut said) = (0, 0);
    for _ in 0..ROUNDS {
        let desk = book();
        let mut child = desk
            .command(&["--json", "privacy", "erase", "1001", "--yes"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_millis(chance.u64(20..300)));
        let _ = child.kill();
        let acknowledged = child.wait_with_output().expect("it ends").status.success();
        let held = desk.json_and_status(&["privacy", "export", "1001"]);
        if held.0 == Some(0) {
            assert!(!acknowledged, "what was said to be erased is there");
            assert_eq!(held.1["records"][0]["entries"].as_array().map(Vec::len), Some(3));
        } else {
            assert_eq!(held.1["error"]["code"], "unknown-customer");
            assert_eq!(desk.json(&["doctor"])["healthy"], true);
            gone += 1;
        }
        said += usize::from(acknowledged);
    }
    assert!(gone >= said);
}
