use std::fs::File;
use std::os::unix::fs::FileExt;

use rust_xlsxwriter::Workbook;

use crate::harness::{CUSTOMERS, Desk, INVOICES, names};

fn import(desk: &Desk, name: &str, bytes: impl AsRef<[u8]>) -> serde_json::Value {
    let file = desk.file(name, bytes);
    let (_, value) = desk.json_and_status(&["import".as_ref(), file.as_os_str()]);
    value
}

#[test]
fn files_that_cannot_be_read_are_told_apart() {
    let desk = Desk::new();
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "Klantnummer").expect("a cell");
    let whole = workbook.save_to_buffer().expect("a workbook");
    let broken = whole.get(..whole.len() / 2).unwrap_or_default();
    let cases: [(&str, &[u8], &str); 5] = [
        ("empty.csv", b"", "empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_a_table"),
        ("broken.xlsx", broken, "broken_workbook"),
        ("other.csv", b"alpha;beta\n1;2\n", "unknown_kind"),
        ("blank.csv", b"\n\n\n", "empty"),
    ];
    for (name, bytes, code) in cases {
        let value = import(&desk, name, bytes);
        let found = value["error"]["code"].as_str().unwrap_or_default().replace('-', "_");
        assert!(found.ends_with(code), "{name}: {value}");
    }
    assert_eq!(desk.error(&["import", "absent.csv"])["code"], "no-such-file");
}

#[test]
fn a_file_of_a_gigabyte_is_refused_by_its_size() {
    let desk = Desk::new();
    let path = desk.file("huge.csv", "Klantnummer;Bedrijfsnaam\n");
    let file = File::options().write(true).open(&path).expect("the file");
    file.write_all_at(b"x", 1 << 30).expect("a sparse file");
    let error = desk.error(&["import".as_ref(), path.as_os_str()]);
    assert!(error["code"].as_str().is_some_and(|code| code.contains("large")), "{error}");
}

#[test]
fn bad_rows_are_reported_and_the_good_ones_kept() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let text = "\
invoice no,customer,invoice date,amount
1,A,2026-01-01,10.50
2,A,2026-01-02,NaN
3,A,2026-01-03,1e308
4,A,9999-01-01,5.00
5,,2026-01-05,5.00
6,A,2026-01-06,5.00,too,many
7,A,yesterday-ish,5.00
8,B,2026-01-08,7.25
";
    let value = import(&desk, "invoices.csv", text);
    let rejected = value["rejected"].as_array().expect("rejected rows");
    assert_eq!(value["entries"]["added"], 2, "{value}");
    let lines: Vec<u64> = rejected.iter().filter_map(|row| row["line"].as_u64()).collect();
    assert_eq!(lines, [3, 4, 5, 6, 7, 8], "{value}");
    for row in rejected {
        assert_eq!(row["file"], "invoices.csv");
        assert!(row["why"].as_str().is_some_and(|why| !why.is_empty()), "{row}");
    }
}

#[test]
fn a_column_that_says_nothing_is_named_and_can_be_told() {
    let desk = Desk::new().with(&["--lang", "nl"]);
    let text = "Klantnummer;Bedrijfsnaam;Ons deel van de koek\n1;Jansen;40%\n2;De Vries;90%\n";
    let file = desk.file("klanten.csv", text);
    let file = file.to_str().expect("a path in UTF-8");
    let told = desk.says(&["import", file]);
    assert!(told.contains("de kolom ‘Ons deel van de koek’"), "{told}");
    assert!(told.contains("--map"), "{told}");
    let wrong = desk.error(&["import", file, "--map", "Ons deel van de koek=taart"]);
    assert_eq!(wrong["code"], "bad-field");
    let cure = wrong["help"].as_str().expect("a cure");
    assert!(cure.contains("share_of_wallet") && cure.contains("customer"), "{cure}");
    let map = "Ons deel van de koek=ons aandeel in de bestedingen";
    let read = desk.json(&["import", file, "--map", map]);
    assert_eq!(read["files"][0]["columns"][2]["field"], "share_of_wallet");
}

#[test]
fn a_day_that_is_still_to_come_is_told() {
    let desk = Desk::new().with(&["--lang", "nl", "--as-of", "2026-11-23"]);
    let file =
        desk.file("facturen.csv", "klant;datum;bedrag\n1;12-10-2027;5,00\n1;12-10-2026;6,00\n");
    let told = desk.says(&["import".as_ref(), file.as_os_str()]);
    assert!(told.contains("Eén regel heeft een datum in de toekomst"), "{told}");
}

#[test]
fn one_number_with_two_customers_is_rejected_with_the_cure() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let value = import(
        &desk,
        "a.csv",
        "factuurnummer;klant;datum;bedrag\n1;A;01-02-2026;5,50\n1;B;01-02-2026;5,50\n2;A;01-02-2026;1,25\n",
    );
    assert_eq!(value["entries"]["added"], 1, "{value}");
    assert_eq!(value["rejected"].as_array().map(Vec::len), Some(2));
    let value = import(&desk, "b.csv", "factuurnummer;klant;datum;bedrag\n2;B;01-02-2026;1,25\n");
    assert_eq!(value["rejected"][0]["code"]["code"], "number_of_another_customer", "{value}");
}

#[test]
fn hostile_names_are_shown_as_they_are() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    import(&desk, "klanten.csv", CUSTOMERS);
    import(&desk, "facturen.csv", INVOICES);
    let list = desk.ask("show all customers");
    let shown = names(&list).join("|");
    assert!(shown.contains("=cmd()|calc") && shown.contains("@everyone Handel"), "{list}");
    // Control characters are rejected, and the report does not repeat them raw.
    let value = import(&desk, "odd.csv", "id;naam\nX;\u{1b}[31mRood\nY;Rood\u{202e}om\n");
    assert_eq!(value["rejected"].as_array().map(Vec::len), Some(1), "{value}");
    assert!(!value["rejected"][0]["why"].to_string().contains('\u{1b}'));
    let text = desk.says(&["customer", "Y"]);
    assert!(!text.contains('\u{202e}'), "{text}");
}

#[test]
fn a_folder_in_use_says_so() {
    let desk = Desk::new();
    let mut chat = desk
        .command(&["chat"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = chat.stdin.take().expect("an input");
    std::io::Write::write_all(&mut input, b"help\n").expect("it reads");
    let mut first = [0; 1];
    std::io::Read::read_exact(chat.stdout.as_mut().expect("output"), &mut first)
        .expect("it answers");
    assert_eq!(desk.error(&["doctor"])["code"], "in-use");
    drop(input);
    let _ = chat.wait_with_output();
}

#[test]
fn without_plugins_everything_goes_on_and_says_so() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23", "--plugins", "/nowhere/at/all"]);
    let value = import(&desk, "klanten.csv", CUSTOMERS);
    assert_eq!(value["customers"]["added"], 5, "{value}");
    assert!(
        value["warnings"][0].as_str().is_some_and(|w| w.contains("/nowhere/at/all")),
        "{value}"
    );
    let why = desk.ask("why is jansen metaal strategic?");
    assert!(why["text"].as_str().is_some_and(|text| text.contains("plugin")), "{}", why["text"]);
    let (status, doctor) = desk.json_and_status(&["doctor"]);
    assert_eq!((status, &doctor["healthy"]), (Some(1), &serde_json::Value::Bool(false)));
}

#[test]
fn a_plugin_that_is_none_is_refused_with_the_cure() {
    let desk = Desk::new();
    let file = desk.file("libklantwijzer_fake.so", b"\x7fELF but no more than that");
    let error = desk.error(&["plugin".as_ref(), "check".as_ref(), file.as_os_str()]);
    assert_eq!(error["code"], "plugin");
}

/// A disk that is full is no success: what was asked for is not whole.
#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_no_success() {
    let desk = Desk::new();
    let customers = desk.file("klanten.csv", CUSTOMERS);
    desk.json(&["import".as_ref(), customers.as_os_str()]);
    let full = File::options().write(true).open("/dev/full").expect("a full device");
    let done = desk.command(&["privacy", "export", "1001"]).stdout(full).output().expect("it runs");
    assert!(!done.status.success());
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(told.contains("not whole"), "{told}");
}
