use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{CUSTOMERS, Desk, INVOICES, program};

/// Compiles a plugin's code against the libraries of this test's own build.
fn compile(krate: &Path, to: &Path, more: &[&str]) {
    let built = program().parent().expect("the program lies in a folder");
    let plugin =
        format!("klantwijzer_plugin={}", built.join("libklantwijzer_plugin.rlib").display());
    let output = Command::new("rustc")
        .args(["--edition", "2024", "-D", "warnings", "--extern", &plugin, "-L"])
        .arg(format!("dependency={}", built.join("deps").display()))
        .args(more)
        .arg(krate.join("src/lib.rs"))
        .arg("-o")
        .arg(to)
        .output()
        .expect("rustc can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A folder with the general plugin alone.
fn plugins(desk: &Desk) -> PathBuf {
    let folder = desk.path("plugins");
    std::fs::create_dir(&folder).expect("a folder");
    let general = program().with_file_name("libklantwijzer_general.so");
    std::fs::copy(general, folder.join("libklantwijzer_general.so")).expect("a plugin");
    folder
}

#[test]
fn a_plugin_of_ones_own_is_written_checked_added_used_and_removed() {
    let desk = Desk::new();
    let folder = plugins(&desk).display().to_string();
    let desk = desk.with(&["--as-of", "2026-11-23", "--plugins", &folder]);
    let here = desk.folder.path();
    let made = desk.command(&["plugin", "new", "machine-parts"]).current_dir(here).output();
    assert!(made.expect("the program can be started").status.success());

    let krate = desk.path("machine-parts");
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--no-deps", "--format-version", "1"])
        .current_dir(&krate)
        .output()
        .expect("cargo can be started");
    let metadata = String::from_utf8_lossy(&metadata.stdout).into_owned();
    assert!(metadata.contains("crates/klantwijzer-plugin"), "{metadata}");
    let tests = desk.path("worked-examples");
    compile(&krate, &tests, &["--test"]);
    assert!(Command::new(&tests).status().expect("the tests run").success());
    let library = desk.path("libklantwijzer_machine_parts.so");
    compile(&krate, &library, &["--crate-type", "cdylib"]);

    let checked = desk.json(&["plugin".as_ref(), "check".as_ref(), library.as_os_str()]);
    assert_eq!(checked["passed"], true, "{checked}");
    let added = desk.json(&["plugin".as_ref(), "add".as_ref(), library.as_os_str()]);
    assert_eq!((&added["plugin"], &added["replaced"]), (&"machine-parts".into(), &false.into()));
    let again = desk.json(&["plugin".as_ref(), "add".as_ref(), library.as_os_str()]);
    assert_eq!(again["replaced"], true);

    let customers = CUSTOMERS.replace("maakindustrie", "machine parts");
    let (customers, invoices) =
        (desk.file("klanten.csv", customers), desk.file("facturen.csv", INVOICES));
    desk.json(&["import".as_ref(), customers.as_os_str(), invoices.as_os_str()]);
    let plugin = |name: &str| {
        let reply = desk.ask(&format!("why does {name} have its type?"));
        reply["answer"]["detail"]["card"]["plugin"].clone()
    };
    assert_eq!(plugin("jansen metaal"), "machine-parts");
    assert_eq!(plugin("bakkerij de vries"), "general");

    desk.json(&["plugin", "remove", "machine-parts"]);
    desk.json(&["review"]);
    assert_eq!(plugin("jansen metaal"), "general");
    let gone = desk.error(&["plugin", "remove", "machine-parts"]);
    assert_eq!(gone["code"], "no-such-plugin");
}

#[test]
fn what_cannot_be_a_plugin_is_refused_with_the_cure() {
    let desk = Desk::new();
    let folder = plugins(&desk).display().to_string();
    let desk = desk.with(&["--plugins", &folder]);
    for name in ["Machine", "9lives", "two words", "a--b", "a-", "", &"x".repeat(33)] {
        let (status, value) = desk.json_and_status(&["plugin", "new", name]);
        assert_eq!((status, &value["error"]["code"]), (Some(1), &"plugin-id".into()), "{name}");
    }
    let nowhere = desk.path("nowhere").display().to_string();
    assert_eq!(desk.error(&["plugin", "new", "x", "--sdk", &nowhere])["code"], "no-sdk");
    let text = desk.file("libother.so", "no library").display().to_string();
    assert_eq!(desk.error(&["plugin", "add", &text])["code"], "plugin");
    assert_eq!(desk.error(&["plugin", "add", &folder])["code"], "plugin-is-folder");
    assert_eq!(desk.error(&["plugin", "add", &nowhere])["code"], "plugin");
    let files = std::fs::read_dir(&folder).expect("a folder").count();
    assert_eq!(files, 1, "nothing was added");
}

#[test]
fn a_plugin_that_is_out_keeps_its_customers_and_is_told_everywhere() {
    let desk = Desk::new();
    let folder = plugins(&desk);
    let library = |name: &str| program().with_file_name(name);
    let makers = folder.join("libklantwijzer_manufacturing.so");
    std::fs::copy(library("libklantwijzer_manufacturing.so"), &makers).expect("a plugin");
    let shown = folder.display().to_string();
    let desk = desk.with(&["--as-of", "2026-11-23", "--plugins", &shown]);
    let (customers, invoices) =
        (desk.file("klanten.csv", CUSTOMERS), desk.file("facturen.csv", INVOICES));
    desk.json(&["import".as_ref(), customers.as_os_str(), invoices.as_os_str()]);
    let everybody = || {
        let all = desk.ask("show all customers")["answer"]["customers"].clone();
        let all = all.as_array().expect("customers").clone();
        all.into_iter().map(|one| (one["id"].clone(), one["type"].clone())).collect::<Vec<_>>()
    };
    let why = || desk.ask("why is jansen metaal strategic?");
    let plugin = || why()["answer"]["detail"]["card"]["plugin"].clone();
    let before = everybody();
    assert_eq!(plugin(), "manufacturing");

    std::fs::remove_file(&makers).expect("the plugin goes");
    let review = desk.json(&["review"]);
    assert_eq!(review["outages"][0]["plugin"], "manufacturing", "{review}");
    assert_eq!(review["outages"][0]["outage"], "missing");
    let missing = |told: &str| told.replace('\n', " ").contains("“manufacturing” is missing");
    assert!(missing(&desk.says(&["review"])));
    assert_eq!(everybody(), before);
    let told = why();
    let kept = &told["answer"]["customers"][0]["kept"];
    assert_eq!((&kept["scored_on"], &kept["outage"]), (&"2026-11-23".into(), &"missing".into()));
    let text = told["text"].as_str().expect("text").replace('\n', " ");
    assert!(text.contains("score of 23 November 2026"), "{text}");
    let more = desk.file("meer.csv", "Klantnummer;Bedrijfsnaam\n2001;Visser Logistiek\n");
    let imported = desk.says(&["import".as_ref(), more.as_os_str()]);
    assert!(missing(&imported), "{imported}");
    let (_, doctor) = desk.json_and_status(&["doctor"]);
    let found = doctor["findings"].to_string();
    assert!(missing(&found), "{found}");

    // Two libraries that say that they are the same plugin are both refused.
    for name in ["libaaa.so", "libzzz.so"] {
        std::fs::copy(library("libklantwijzer_general.so"), folder.join(name)).expect("a plugin");
        let review = desk.json(&["review"]);
        assert_eq!(review["outages"][0]["plugin"], "general", "{review}");
        assert_eq!(review["outages"][0]["outage"], "failed");
        assert!(review["warnings"].to_string().contains("neither"), "{review}");
        std::fs::remove_file(folder.join(name)).expect("the second one goes");
        let review = desk.json(&["review"]);
        assert_eq!(review["outages"][0]["plugin"], "manufacturing", "{review}");
    }

    // Gone for good is a decision, also where the file went before.
    desk.json(&["plugin", "remove", "manufacturing"]);
    let review = desk.json(&["review"]);
    assert_eq!(review["outages"], serde_json::json!([]), "{review}");
    assert_eq!(plugin(), "general");
}
