use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::harness::{CUSTOMERS, Desk, INVOICES, names};

fn book() -> Desk {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let customers = desk.file("klanten.csv", CUSTOMERS);
    let invoices = desk.file("facturen.csv", INVOICES);
    desk.json(&["import".as_ref(), customers.as_os_str(), invoices.as_os_str()]);
    desk
}

#[test]
fn an_override_stands_beside_the_models_own_answer() {
    let desk = book();
    let error = desk.error(&["override", "bakkerij de vries", "strategic"]);
    assert_eq!(error["code"], "bad-override");
    desk.json(&["override", "bakkerij de vries", "strategic", "--reason", "they open ten shops"]);
    let list = desk.ask("which customers are strategic?");
    assert!(names(&list).contains(&"Bakkerij de Vries"), "{list}");
    let why = desk.ask("why is bakkerij de vries strategic?");
    let text = why["text"].as_str().expect("text");
    assert!(text.contains("they open ten shops"), "{text}");
    desk.json(&["override", "bakkerij de vries", "none"]);
    assert!(!names(&desk.ask("which customers are strategic?")).contains(&"Bakkerij de Vries"));
}

#[test]
fn nobody_is_acted_on_for_a_name_that_only_resembles_theirs() {
    let desk = book();
    let before = desk.json(&["audit"])["lines"].as_array().map(Vec::len);
    for called in ["Jansen Banderas", "jansen", "jansen metal bv", "Jansen Metaal N.V."] {
        for words in [
            &["privacy", "erase", called, "--yes"][..],
            &["privacy", "export", called],
            &["judge", called, "8"],
            &["override", called, "large", "--reason", "a test"],
            &["override", called, "none"],
        ] {
            let error = desk.error(words);
            assert_eq!(error["code"], "resembling-customer", "{words:?}");
            let told = error["message"].as_str().unwrap_or_default();
            assert!(told.contains("Jansen Metaal B.V. (1001)"), "{words:?}: {told}");
        }
    }
    assert_eq!(desk.json(&["audit"])["lines"].as_array().map(Vec::len), before, "nothing was done");
    for called in ["1001", "jansen metaal", "JÁNSEN  metaal bv"] {
        assert_eq!(desk.json(&["judge", called, "8"])["customer"], "Jansen Metaal B.V.");
    }
    let twin = desk.file("meer.csv", "Klantnummer;Bedrijfsnaam\n2001;Jansen Metaal NV\n");
    desk.json(&["import".as_ref(), twin.as_os_str()]);
    let error = desk.error(&["judge", "jansen metaal", "8"]);
    assert_eq!(error["code"], "several-customers", "{error}");
    let told = error["message"].as_str().unwrap_or_default();
    assert!(told.contains("(1001)") && told.contains("(2001)"), "{told}");
    assert_eq!(desk.json(&["judge", "jansen metaal bv", "8"])["customer"], "Jansen Metaal B.V.");
}

#[test]
fn a_card_says_who_a_loose_name_was_taken_for() {
    let desk = book();
    let assumed = "I take it you mean Jansen Metaal B.V.";
    for called in ["Jansen Banderas", "jansen"] {
        let card = desk.says(&["customer", called]);
        assert!(card.contains(assumed), "{called}: {card}");
        let card = desk.json(&["customer", called]);
        assert!(card["assumed"].as_str().is_some_and(|told| told.starts_with(assumed)), "{card}");
        let about = desk.json(&["audit", "--customer", called]);
        assert!(about["assumed"].is_string(), "{about}");
    }
    for called in ["1001", "jansen metaal"] {
        assert!(desk.json(&["customer", called])["assumed"].is_null(), "{called}");
    }
}

#[test]
fn what_was_done_by_hand_goes_and_comes_with_its_customer() {
    let desk = book();
    let more = desk.file("meer.csv", "Klantnummer;Bedrijfsnaam\n2001;Visser Logistiek\n");
    desk.json(&["import".as_ref(), more.as_os_str()]);
    let count = || desk.ask("how many customers are in the book?")["answer"]["total"].clone();
    assert_eq!(count(), 6);
    desk.json(&["judge", "visser logistiek", "9"]);
    desk.json(&["override", "visser logistiek", "development", "--reason", "they will grow"]);
    desk.json(&["imports", "--undo", "2"]);
    assert_eq!(count(), 5, "what was said by hand keeps nobody in the book");
    assert_eq!(desk.error(&["customer", "visser logistiek"])["code"], "unknown-customer");
    desk.json(&["import".as_ref(), more.as_os_str()]);
    // Lines break where the window ends.
    let card = desk.says(&["customer", "visser logistiek"]).replace('\n', " ");
    assert!(card.contains("they will grow"), "{card}");
    assert!(card.contains("9 of 10"), "{card}");
}

#[test]
fn a_wrong_premise_is_contradicted_in_both_languages() {
    let desk = book();
    for (question, opening) in [
        ("why is bakkerij de vries strategic?", "Bakkerij de Vries is not strategic but "),
        ("waarom is bakkerij de vries strategisch?", "Bakkerij de Vries is niet strategisch maar "),
    ] {
        let text = desk.ask(question)["text"].as_str().expect("text").to_owned();
        assert!(text.starts_with(opening), "{text}");
    }
}

#[test]
fn a_count_over_a_period_says_the_period_and_not_ever() {
    let desk = book();
    for (question, period, never) in [
        ("how many customers did we invoice in march 2026?", "in March 2026", "ever "),
        ("hoeveel klanten hebben we gefactureerd in maart 2026?", "in maart 2026", "ooit"),
    ] {
        let reply = desk.ask(question);
        let text = reply["text"].as_str().expect("text");
        assert!(text.contains(period) && !text.contains(never), "{text}");
        assert_eq!(reply["answer"]["total"], 1, "{reply}");
    }
}

#[test]
fn a_definition_of_ones_own_is_counted() {
    let desk = book();
    let added = "invoices_total > 0 && net_revenue_12m > 1000.0";
    desk.json(&["definition", "add", "serieuze klant", added]);
    let reply = desk.json(&["definition", "list"]);
    assert_eq!(reply["definitions"]["counts"]["serieuze klant"], 2, "{reply}");
    // Of two customers the share is unknown: they do not count, and the others do.
    desk.json(&["definition", "add", "room to grow", "share_of_wallet < 0.5"]);
    let reply = desk.json(&["definition", "list"]);
    assert_eq!(reply["definitions"]["counts"]["room to grow"], 2, "{reply}");
    let error = desk.error(&["definition", "add", "wrong", "[1, 2].all(a, a > 0)"]);
    assert_eq!(error["code"], "expression");
    let error = desk.error(&["definition", "add", "wrong", "invoices_totaal > 0"]);
    assert_eq!(error["code"], "unknown-name");
    let error = desk.error(&["definition", "add", "wrong", "invoices_total > "]);
    assert_eq!(error["code"], "expression");
}

#[test]
fn settings_are_checked_and_kept() {
    let desk = book();
    desk.json(&[
        "settings",
        "account_managers=3",
        "thresholds.high_potential=50",
        "thresholds.leave_potential=45",
    ]);
    let reply = desk.json(&["settings"]);
    assert_eq!(reply["settings"]["account_managers"], 3);
    assert_eq!(desk.error(&["settings", "currency=USD"])["code"], "currency-in-use");
    assert_eq!(reply["settings"]["thresholds"]["high_potential"], 50.0);
    assert_eq!(desk.error(&["settings", "thresholds.high_potential=500"])["code"], "setting");
    assert_eq!(desk.error(&["settings", "curency=USD"])["code"], "unknown-setting");
    assert_eq!(desk.error(&["settings", "currency=euros"])["code"], "bad-setting");
    let dutch = |change: &str| desk.error(&["--lang", "nl", "settings", change]);
    let refused = dutch("default_definition=vrienden");
    assert_eq!(refused["code"], "bad-setting");
    assert!(refused["message"].as_str().is_some_and(|words| words.contains("ooit betaald (paid)")));
    let set = desk.json(&["--lang", "nl", "settings", "default_definition=ooit betaald"]);
    assert_eq!(set["settings"]["default_definition"]["definition"], "paid");
    assert!(desk.says(&["--lang", "nl", "settings"]).contains("ooit betaald (paid)"));
}

#[test]
fn a_backup_comes_back_whole() {
    let desk = book();
    let file = desk.path("backup.kw");
    desk.json(&["backup".as_ref(), file.as_os_str()]);
    assert_eq!(desk.error(&["backup".as_ref(), file.as_os_str()])["code"], "file-exists");
    let mode = std::fs::metadata(&file).expect("the backup").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "all customers are in it");
    let other = Desk::new().with(&["--as-of", "2026-11-23"]);
    other.json(&["restore".as_ref(), file.as_os_str()]);
    let question = "which customers are strategic?";
    assert_eq!(other.ask(question), desk.ask(question));
}

#[test]
fn a_backup_takes_the_place_of_damaged_data() {
    let desk = book();
    let question = "which customers are strategic?";
    let before = desk.ask(question);
    let file = desk.path("backup.kw").display().to_string();
    desk.json(&["backup", &file]);
    assert_eq!(desk.error(&["restore", &file])["code"], "not-empty");
    let log = std::fs::File::options().write(true).open(desk.path("data/sled/db"));
    log.and_then(|log| log.set_len(5000)).expect("the data can be damaged");
    for words in [["ask", question], ["restore", &file]] {
        let damaged = desk.error(&words);
        assert_eq!(damaged["code"], "damaged");
        let help = damaged["help"].as_str().unwrap_or_default();
        assert!(help.contains("restore FILE --set-aside"), "it says the way that works: {help}");
    }
    let missing = desk.path("no backup").display().to_string();
    assert_eq!(desk.error(&["restore", &missing, "--set-aside"])["code"], "no-such-file");
    let reply = desk.json(&["restore", &file, "--set-aside"]);
    let aside = Path::new(reply["set_aside"].as_str().expect("where it is"));
    assert!(aside.join("sled/db").is_file() && aside.join("tip").is_file(), "it is kept");
    assert_eq!(desk.ask(question), before);
}

#[test]
fn a_backup_that_cannot_be_used_leaves_the_data_where_it_is() {
    let desk = book();
    let backup = desk.path("backup.kw");
    desk.json(&["backup".as_ref(), backup.as_os_str()]);
    let whole = std::fs::read(&backup).expect("the backup");
    let question = "which customers are strategic?";
    let before = desk.ask(question);
    let folder = || {
        let entries = std::fs::read_dir(desk.path("data")).expect("the data folder");
        let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    let entries = folder();
    for (name, bytes) in [
        ("cut.kw", &whole[..whole.len() - 9]),
        ("head.kw", &whole[..9]),
        ("other.csv", CUSTOMERS.as_bytes()),
        ("empty.kw", b""),
    ] {
        let file = desk.file(name, bytes).display().to_string();
        let error = desk.error(&["restore", &file, "--set-aside"]);
        assert_eq!(error["code"], "bad-backup", "{name}: {error}");
        let help = error["help"].as_str().unwrap_or_default();
        assert!(help.contains("the data here is as it was"), "{name}: {help}");
        assert_eq!(folder(), entries, "{name}");
        let dutch = desk.error(&["--lang", "nl", "restore", &file, "--set-aside"]);
        let told = dutch["message"].as_str().unwrap_or_default();
        assert!(!told.contains("backup"), "{name}: {told}");
    }
    assert_eq!(desk.ask(question), before);
    for (language, told) in [("en", "within the data folder"), ("nl", "binnen de datamap")] {
        let help = desk.says(&["--lang", language, "restore", "--help"]).replace('\n', " ");
        let help: Vec<&str> = help.split_whitespace().collect();
        assert!(help.join(" ").contains(told), "{help:?}");
    }
}

#[test]
fn an_erasure_says_that_data_set_aside_still_holds_the_customer() {
    let desk = book();
    let file = desk.path("backup.kw").display().to_string();
    desk.json(&["backup", &file]);
    let erased = desk.json(&["privacy", "erase", "1005", "--yes"]);
    assert!(erased["set_aside"].is_null(), "{erased}");
    desk.json(&["restore", &file, "--set-aside"]);
    let aside = desk.path("data/set-aside-1").display().to_string();
    let erased = desk.json(&["privacy", "erase", "1003", "--yes"]);
    assert_eq!(erased["set_aside"], serde_json::json!([aside]), "{erased}");
    for (language, id, told) in [("en", "1001", "Delete that too"), ("nl", "1002", "Verwijder die")]
    {
        let words = ["--lang", language, "privacy", "erase", id, "--yes"];
        let said = desk.says(&words);
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("set-aside-1") && said.contains(told), "{said}");
    }
}

#[test]
fn a_workspace_has_a_name() {
    let desk = book();
    for name in ["", " ", "a\nb"] {
        for word in [vec!["--workspace", name], vec!["--workspace", name, "--lang", "nl"]] {
            let words = [word.as_slice(), &["ask", "how many customers do we have?"]].concat();
            let (status, reply) = desk.json_and_status(&words);
            assert_eq!((status, &reply["error"]["code"]), (Some(2), &"usage".into()), "{name:?}");
        }
    }
}

#[test]
fn an_export_cannot_become_a_formula() {
    let desk = book();
    let csv = desk.path("portfolio.csv");
    desk.json(&["export".as_ref(), csv.as_os_str()]);
    let text = std::fs::read_to_string(csv).expect("the export");
    assert!(text.contains("'=cmd()|calc"), "{text}");
    assert_eq!(text.lines().count(), 6);
}

#[test]
fn two_workspaces_do_not_see_each_other() {
    let desk = book();
    let reply = desk.json(&["--workspace", "other", "ask", "how many customers do we have?"]);
    assert_eq!(reply["answer"]["detail"]["kind"], "empty_book", "{reply}");
}

#[test]
fn a_day_to_come_is_looked_at_and_never_recorded() {
    let desk = Desk::new();
    let customers = desk.file("klanten.csv", CUSTOMERS);
    let invoices = desk.file("facturen.csv", INVOICES);
    desk.json(&["import".as_ref(), customers.as_os_str(), invoices.as_os_str()]);
    let question = "which customers are strategic?";
    let before = desk.ask(question);
    for words in [&["review"][..], &["judge", "jansen metaal", "9"], &["imports", "--undo"]] {
        let error = desk.error(&[&["--as-of", "2100-01-01"][..], words].concat());
        assert_eq!(error["code"], "day-to-come", "{words:?}");
    }
    let ahead = desk.json(&["--as-of", "2100-01-01", "ask", question]);
    assert_eq!(ahead["answer"]["as_of"], "2100-01-01", "{ahead}");
    // A day that has passed can be reviewed, and stays the past.
    let past = desk.says(&["--as-of", "2026-03-01", "review"]);
    assert!(past.contains("This review is kept for 1 March 2026"), "{past}");
    assert_eq!(desk.ask(question), before);
}

#[test]
fn a_review_counts_what_was_decided_by_hand() {
    let desk = book();
    let before = desk.json(&["review"])["counts"].clone();
    let was =
        desk.ask("which type is bakkerij de vries?")["answer"]["customers"][0]["type"].clone();
    assert_ne!(was, "strategic");
    desk.json(&["override", "1002", "strategic", "--reason", "they open ten shops"]);
    let now = desk.json(&["review"])["counts"].clone();
    let count = |counts: &serde_json::Value| counts["strategic"].as_u64();
    assert_eq!(count(&now), count(&before).map(|strategic| strategic + 1), "{before} {now}");
    let listed = desk.ask("which customers are strategic?");
    assert_eq!(listed["answer"]["total"], now["strategic"], "{listed}");
}

#[test]
fn customers_of_one_name_are_told_apart_wherever_they_stand() {
    let desk = book();
    let twins = desk.file(
        "tweeling.csv",
        "Klantnummer;Bedrijfsnaam;Branche\n2001;Bakkerij De Vries;groothandel\n",
    );
    let invoice = desk.file(
        "erbij.csv",
        "Factuurnummer;Debiteur;Factuurdatum;Bedrag excl. btw\n90;2001;01-02-2026;300,00\n",
    );
    desk.json(&["import".as_ref(), twins.as_os_str(), invoice.as_os_str()]);
    let list = desk.says(&["ask", "welke klanten hebben we?"]);
    let told = ["(1001)", "(1002)", "(1003)", "(2001)"].map(|id| list.contains(id));
    assert_eq!(told, [false, true, false, true], "{list}");
    let which = desk.ask("waarom is bakkerij de vries transactioneel?");
    assert_eq!(which["understood"], false, "{which}");
    let text = which["text"].as_str().unwrap_or_default();
    assert!(text.contains("(1002)") && text.contains("(2001)"), "{text}");
    let audit = desk.says(&["judge", "2001", "7"]) + &desk.says(&["audit"]);
    assert!(audit.contains("Bakkerij De Vries (2001)"), "{audit}");
}

#[test]
fn a_book_without_income_says_what_is_missing() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23", "--lang", "nl"]);
    let donors = "Relatienummer;Naam;Rol\n1;Anke Bos;donateur\n2;Joris Veen;donateur\n";
    let donors = desk.file("donateurs.csv", donors);
    let import: [&std::ffi::OsStr; 4] =
        ["import".as_ref(), "--plugin".as_ref(), "nonprofit".as_ref(), donors.as_os_str()];
    desk.json(&import);
    for question in ["welke klanten hebben we?", "tegen welke klanten moeten we nee zeggen?"] {
        let text = desk.says(&["ask", question]).replace('\n', " ");
        assert!(!text.contains("geen getal"), "{question}: {text}");
        let says = text.contains("nog geen type") || text.contains("Nog niemand");
        assert!(says, "{question}: {text}");
    }
}

#[test]
fn a_definition_that_cannot_be_read_shows_where() {
    let desk = book();
    for (expression, told) in [
        ("invoices_total > 0 en sector == 'zorg'", "bij ‘en sector == 'zorg'’"),
        ("invoices_total > ", "aan het eind ontbreekt iets"),
        ("sector > 3", "een woord met een getal"),
    ] {
        let error = desk.error(&["--lang", "nl", "definition", "add", "wrong", expression]);
        assert!(error["message"].as_str().is_some_and(|text| text.contains(told)), "{error}");
    }
}

#[test]
fn a_type_by_hand_says_what_is_missing_and_goes_along_in_the_file() {
    let desk = book();
    let past = ["override", "1002", "large", "--reason", "a test", "--until", "2020-01-01"];
    assert_eq!(desk.error(&past)["code"], "day-passed");
    assert_eq!(desk.error(&["override", "1002", "large"])["code"], "bad-override");
    desk.json(&["override", "1002", "large", "--reason", "a test", "--until", "2027-01-31"]);
    let file = desk.path("alles.csv");
    desk.json(&["export".as_ref(), file.as_os_str()]);
    let written = std::fs::read_to_string(&file).expect("the file");
    let line = written.lines().find(|line| line.contains("Bakkerij")).expect("the customer");
    assert!(line.ends_with("2027-01-31"), "{line}");
    assert_eq!(written.matches("2027-01-31").count(), 1, "{written}");
}

#[test]
fn a_book_of_nobody_gives_no_file_and_says_what_to_do() {
    let desk = Desk::new();
    let file = desk.path("alles.csv");
    assert_eq!(desk.error(&["export".as_ref(), file.as_os_str()])["code"], "empty-book");
    assert!(!file.exists());
    assert!(desk.says(&["--lang", "en", "review"]).contains("no customers here yet"));
    assert_eq!(desk.error(&["imports", "--undo", "99"])["code"], "no-such-import");
}
