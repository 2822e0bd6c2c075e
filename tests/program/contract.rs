use crate::harness::{CUSTOMERS, Desk, INVOICES};

#[test]
fn every_command_prints_one_json_object() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let customers = desk.file("klanten.csv", CUSTOMERS);
    let invoices = desk.file("facturen.csv", INVOICES);
    desk.json(&["import".as_ref(), customers.as_os_str(), invoices.as_os_str()]);
    let backup = desk.path("backup").display().to_string();
    let export = desk.path("portfolio.xlsx").display().to_string();
    for words in [
        &["ask", "help"][..],
        &["imports"],
        &["review"],
        &["customer", "jansen metaal"],
        &["settings"],
        &["definition", "list"],
        &["plugin", "list"],
        &["doctor"],
        &["backup", &backup],
        &["export", &export],
    ] {
        assert!(desk.json(words).is_object(), "{words:?}");
    }
}

#[test]
fn the_answer_has_the_keys_of_the_contract() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let customers = desk.file("klanten.csv", CUSTOMERS);
    let invoices = desk.file("facturen.csv", INVOICES);
    desk.json(&["import".as_ref(), customers.as_os_str(), invoices.as_os_str()]);
    let reply = desk.ask("welke klanten zijn strategisch");
    for key in [
        "question",
        "language",
        "understood",
        "intent",
        "slots",
        "confidence",
        "suggestions",
        "answer",
        "text",
    ] {
        assert!(reply.get(key).is_some(), "{key}: {reply}");
    }
    assert_eq!(reply["answer"]["as_of"], "2026-11-23");
    let customer = &reply["answer"]["customers"][0];
    for key in ["id", "name", "type", "provisional", "value", "currency", "potential", "owner"] {
        assert!(customer.get(key).is_some(), "{key}: {customer}");
    }
    assert_eq!(customer["id"], "1001");
    assert_eq!(customer["currency"], "EUR");
    assert_eq!(customer["owner"], "Marieke de Wit");
}

#[test]
fn wrong_usage_is_status_2() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["nonsense"]).status.code(), Some(2));
    assert_eq!(desk.run(&["ask"]).status.code(), Some(2));
    let (status, value) = desk.json_and_status(&["nonsense"]);
    assert_eq!(status, Some(2));
    assert_eq!(value["error"]["code"], "usage");
}
