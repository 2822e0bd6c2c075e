use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What each crate may stand on; whatever is not named here it does not know.
/// Crates that are still to come have their place already.
const STANDS_ON: [(&str, &[&str]); 23] = [
    ("models", &[]),
    ("core", &["models"]),
    ("answer", &["core", "models"]),
    ("ask", &["answer", "core"]),
    ("intake", &["core"]),
    ("plugin", &["core"]),
    ("host", &["core", "plugin"]),
    ("store", &["core"]),
    ("store-sled", &["store", "core"]),
    ("store-postgres", &["store", "core"]),
    ("chart", &["core"]),
    ("desk", &["answer", "ask", "core", "intake", "models", "store"]),
    ("text", &["answer", "ask", "core", "desk", "host", "intake", "store"]),
    ("frontend", &["answer", "ask", "core", "desk", "host", "intake", "store", "text"]),
    ("terminal", &["answer", "ask", "core", "desk", "frontend", "host", "intake", "store", "text"]),
    ("discord", &["answer", "ask", "chart", "core", "desk", "frontend", "store", "text"]),
    (
        "bot",
        &[
            "answer",
            "core",
            "desk",
            "discord",
            "frontend",
            "host",
            "intake",
            "store",
            "store-postgres",
            "store-sled",
            "terminal",
            "text",
        ],
    ),
    ("general", &["plugin"]),
    ("manufacturing", &["plugin"]),
    ("nonprofit", &["plugin"]),
    ("social", &["plugin"]),
    ("fake-discord", &[]),
    ("tests", &["fake-discord"]),
];

/// What tests and benches of a crate may use beside that.
const TESTED_WITH: [(&str, &[&str]); 1] = [("desk", &["store-sled"])];

/// The packages of this workspace with what each depends on of the others, in
/// programs and in tests, by their names without "klantwijzer-".
fn packages() -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo tells of the workspace");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let short = |name: &str| name.strip_prefix("klantwijzer-").map(str::to_owned);
    let mut packages = BTreeMap::new();
    for package in metadata["packages"].as_array().expect("packages") {
        let Some(name) = package["name"].as_str().and_then(short) else { continue };
        let (mut used, mut tested) = (BTreeSet::new(), BTreeSet::new());
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let Some(on) = dependency["name"].as_str().and_then(short) else { continue };
            let in_tests = dependency["kind"] == "dev";
            if in_tests {
                tested.insert(on)
            } else {
                used.insert(on)
            };
        }
        packages.insert(name, (used, tested));
    }
    packages
}

fn allowed(table: &[(&str, &[&str])], name: &str) -> Option<BTreeSet<String>> {
    let (_, on) = table.iter().find(|(known, _)| *known == name)?;
    Some(on.iter().map(|name| (*name).to_owned()).collect())
}

#[test]
fn arrows_point_inwards_only() {
    let packages = packages();
    assert!(packages.len() >= 20, "the workspace is read: {packages:?}");
    for (name, (used, tested)) in packages {
        let stands_on = allowed(&STANDS_ON, &name)
            .unwrap_or_else(|| panic!("{name} has no place in this test, nor in ARCHITECTURE.md"));
        let wrong: Vec<_> = used.difference(&stands_on).collect();
        assert!(wrong.is_empty(), "{name} must not know {wrong:?}");
        let mut in_tests = allowed(&TESTED_WITH, &name).unwrap_or_default();
        in_tests.extend(stands_on);
        in_tests.insert(name.clone());
        let wrong: Vec<_> = tested.difference(&in_tests).collect();
        assert!(wrong.is_empty(), "the tests of {name} must not know {wrong:?}");
    }
}

#[test]
fn nothing_stands_on_itself() {
    let mut order: Vec<&str> = Vec::new();
    for (name, on) in STANDS_ON {
        for below in on {
            assert!(order.contains(below), "{below} stands below {name}, so it is named first");
        }
        order.push(name);
    }
}

/// The engine and the network have one door each.
#[test]
fn what_is_outside_has_one_door() {
    let manifest = |package: &str| {
        let path = format!("{}/../{package}/Cargo.toml", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).expect("a manifest")
    };
    for (library, door) in [
        ("sled", "crates/klantwijzer-store-sled"),
        ("serenity", "crates/klantwijzer-discord"),
        ("libloading", "crates/klantwijzer-host"),
        ("rustyline", "crates/klantwijzer-terminal"),
        ("fluent-bundle", "crates/klantwijzer-text"),
    ] {
        let uses = |package: &str| {
            let text = manifest(package);
            let dependencies = text.split("[dev-dependencies]").next().unwrap_or_default();
            dependencies.lines().any(|line| {
                line.starts_with(&format!("{library}.")) || line.starts_with(&format!("{library} "))
            })
        };
        assert!(uses(door), "{door} uses {library}");
        let crates = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../crates"));
        for entry in crates.expect("the crates") {
            let name = entry.expect("a folder").file_name().to_string_lossy().into_owned();
            let package = format!("crates/{name}");
            assert!(package == door || !uses(&package), "{package} uses {library}; {door} does");
        }
    }
}

/// Every source in a folder, with its path.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let found = entries.flat_map(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return sources(&path);
        }
        let is_source = path.extension().is_some_and(|ending| ending == "rs");
        let text = is_source.then(|| std::fs::read_to_string(&path).expect("source"));
        text.into_iter().map(|text| (path.display().to_string(), text)).collect()
    });
    found.collect()
}

/// Below the program time is an argument, or its clock is asked. What has no part in
/// that: the project's own tasks, and time that only measures how long something takes.
#[test]
fn only_the_program_reads_the_clock() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut read = 0;
    for kind in ["crates", "plugins"] {
        let packages = std::fs::read_dir(root.join(kind)).expect("packages").flatten();
        for package in packages.filter(|package| package.file_name() != "xtask") {
            for (path, text) in sources(&package.path().join("src")) {
                read += 1;
                for call in ["Timestamp::now", "Zoned::now", "SystemTime::now"] {
                    assert!(!text.contains(call), "{path} reads the clock");
                }
            }
        }
    }
    assert!(read > 300, "the sources are read: {read}");
}
