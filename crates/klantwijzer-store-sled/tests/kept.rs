//! Data folders that earlier versions wrote are read as those versions read
//! them.
//!
//! `kept/README.md` says what is kept and how one is added.

#[path = "kept/told.rs"]
mod told;

use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use klantwijzer_core::facts::Fact;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::conformance::{headers, sample, wait};
use klantwijzer_store::{Backups, Imports, Reviews};
use klantwijzer_store_sled::SledStore;
use serde_json::Value;
use told::told;
use xxhash_rust::xxh3::xxh3_64;

type Outcome = Result<(), Box<dyn Error>>;

/// Every folder that was ever kept, with a digest of all that is in it.
const KEPT: [(&str, u64); 3] = [
    ("1-before-open-total", 851_445_218_157_530_839),
    ("2-with-open-total", 5_761_865_376_367_574_340),
    ("3-by-name", 2_607_033_927_017_702_832),
];

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept")
}

/// A copy of a folder that can be written in, as a store has it.
fn copy(name: &str) -> Result<tempfile::TempDir, Box<dyn Error>> {
    let copy = tempfile::tempdir()?;
    for file in files(&home().join(name).join("data"))? {
        let target = copy.path().join(file.strip_prefix(home().join(name).join("data"))?);
        fs::create_dir_all(target.parent().unwrap_or(copy.path()))?;
        fs::write(target, fs::read(&file)?)?;
    }
    Ok(copy)
}

/// The files below a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

fn expected(name: &str) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_reader(File::open(home().join(name).join("told.json"))?)?)
}

/// Compares by place, so that a difference is shown and not two whole books.
fn assert_same(at: &str, found: &Value, expected: &Value) {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let names =
                |all: &serde_json::Map<String, Value>| all.keys().cloned().collect::<Vec<_>>();
            assert_eq!(names(found), names(expected), "at {at}");
            for (name, expected) in expected {
                assert_same(&format!("{at}.{name}"), &found[name], expected);
            }
        }
        (Value::Array(found), Value::Array(expected)) => {
            assert_eq!(found.len(), expected.len(), "at {at}");
            for (place, (found, expected)) in found.iter().zip(expected).enumerate() {
                assert_same(&format!("{at}.{place}"), found, expected);
            }
        }
        _ => assert_eq!(found, expected, "at {at}"),
    }
}

#[test]
fn what_is_kept_is_only_added_to() -> Outcome {
    let mut found = Vec::new();
    for entry in fs::read_dir(home())? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let mut bytes = Vec::new();
            for file in files(&entry.path())? {
                bytes.extend(file.strip_prefix(home())?.to_string_lossy().bytes());
                bytes.extend(fs::read(&file)?);
            }
            found.push((entry.file_name().to_string_lossy().into_owned(), xxh3_64(&bytes)));
        }
    }
    found.sort();
    assert_eq!(found, KEPT.map(|(name, digest)| (name.to_owned(), digest)));
    Ok(())
}

#[test]
fn every_folder_says_what_it_said() -> Outcome {
    for (name, _) in KEPT {
        let folder = copy(name)?;
        let store = SledStore::open(folder.path())?;
        store.check()?;
        assert_same(name, &told(&store)?, &expected(name)?);
        // Life goes on, and what was there stays as it was.
        let workspace = WorkspaceId::named("local");
        let next = wait(store.next_customer(workspace))?;
        wait(store.import(workspace, sample::batch("new", vec![sample::row(next)], Vec::new())))?;
        drop(store);
        let store = SledStore::open(folder.path())?;
        let (found, expected) = (told(&store)?, expected(name)?);
        for part in ["ledger", "overrides", "audit", "reviews", "settings", "erased"] {
            let of = |told: &Value| told["workspaces"]["local"][part].clone();
            assert_same(part, &of(&found), &of(&expected));
        }
    }
    Ok(())
}

#[test]
fn every_backup_says_what_it_said() -> Outcome {
    for (name, _) in KEPT {
        let folder = tempfile::tempdir()?;
        let store = SledStore::open(folder.path())?;
        let mut backup = File::open(home().join(name).join("backup.klantwijzer"))?;
        wait(store.restore(&mut backup))?;
        store.check()?;
        assert_same(name, &told(&store)?, &expected(name)?);
    }
    Ok(())
}

#[test]
fn a_fact_is_read_by_its_id_and_a_later_one_is_unknown() -> Outcome {
    let folder = copy("1-before-open-total")?;
    let store = SledStore::open(folder.path())?;
    let workspace = WorkspaceId::named("local");
    let header = headers(&store, workspace)?.pop().ok_or("no review")?;
    let chunk = wait(store.review_chunk(workspace, header.id, 0))?.ok_or("no chunk")?;
    let known = |fact: Fact| chunk.facts.column(fact.column()).map(|values| values[0].to_string());
    assert_eq!(known(Fact::SupportCost12m).as_deref(), Some("500"));
    assert_eq!(known(Fact::SupportRequests12m).as_deref(), Some("1"));
    assert_eq!(known(Fact::OpenTotal), None);
    Ok(())
}
