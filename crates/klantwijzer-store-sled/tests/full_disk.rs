//! A full disk: the operation is refused, nothing acknowledged is lost, and with
//! room again the store goes on.
//!
//! The test starts itself as a child in a namespace of its own, in which it may
//! mount a small disk; where the system does not allow that, it is skipped.

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::conformance::sample::{self, Chance};
use klantwijzer_store::conformance::{check_same, wait};
use klantwijzer_store::{Batch, Decisions, Imports, MemoryStore, Store, StoreError};
use klantwijzer_store_sled::SledStore;
use rustix::fs::FallocateFlags;

const DISK: &str = "KLANTWIJZER_TEST_DISK";
const WORKSPACE: WorkspaceId = WorkspaceId::guild(5);

#[test]
fn a_full_disk_refuses_and_loses_nothing() -> Result<(), Box<dyn Error>> {
    let mut trial = Command::new("unshare");
    trial.args(["-Urm", "mount", "-t", "tmpfs", "none", "/mnt"]);
    if !trial.output().is_ok_and(|output| output.status.success()) {
        println!("skipped: this system lets nobody mount a small disk of their own");
        return Ok(());
    }
    for child in ["a_disk_that_was_full_before", "a_disk_that_fills_up_meanwhile"] {
        let folder = tempfile::tempdir()?;
        let output = Command::new("unshare")
            .arg("-Urm")
            .arg(env::current_exe()?)
            .args(["--exact", child, "--ignored", "--nocapture"])
            .env(DISK, folder.path())
            .output()?;
        let text =
            String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && text.contains("1 passed"), "{text}");
    }
    Ok(())
}

/// The disk that the parent made a folder for; `None` without a parent.
fn mount(megabytes: u32) -> Option<PathBuf> {
    let disk = env::var_os(DISK)?;
    let size = format!("size={megabytes}m");
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", &size, "none"]).arg(&disk);
    mount.status().ok()?.success().then(|| disk.into())
}

fn grow(disk: &Path, megabytes: u32) -> Result<(), Box<dyn Error>> {
    let size = format!("remount,size={megabytes}m");
    let grown = Command::new("mount").args(["-o", &size]).arg(disk).status()?.success();
    if grown { Ok(()) } else { Err("the disk cannot grow".into()) }
}

/// Imports in both stores until one is refused.
fn import_until_refused(
    store: &SledStore,
    reference: &MemoryStore,
    chance: &mut Chance,
) -> Result<StoreError, StoreError> {
    loop {
        let next = wait(store.next_customer(WORKSPACE))?;
        let batch = sample::any_batch(chance, next, 4000, 4);
        match wait(store.import(WORKSPACE, batch.clone())) {
            Ok(_) => wait(reference.import(WORKSPACE, batch))?,
            Err(error) => return Ok(error),
        };
    }
}

#[test]
#[ignore = "started by the other test, with a disk"]
fn a_disk_that_was_full_before() -> Result<(), Box<dyn Error>> {
    let Some(disk) = mount(24) else { return Ok(()) };
    let folder = disk.join("data");
    let reference = MemoryStore::default();
    let mut chance = Chance::new(1);
    let store = SledStore::open(&folder)?;
    let error = import_until_refused(&store, &reference, &mut chance)?;
    assert!(matches!(error, StoreError::Full), "{error}");
    check_same(&store, &reference, WORKSPACE)?;
    drop(store);
    let store = SledStore::open(&folder)?;
    check_same(&store, &reference, WORKSPACE)?;
    // With room the same store goes on.
    grow(&disk, 32)?;
    let imports = wait(store.imports(WORKSPACE))?.len();
    let error = import_until_refused(&store, &reference, &mut chance)?;
    assert!(matches!(error, StoreError::Full), "{error}");
    assert!(wait(store.imports(WORKSPACE))?.len() > imports, "room was not used");
    check_same(&store, &reference, WORKSPACE)?;
    Ok(())
}

#[test]
#[ignore = "started by the other test, with a disk"]
fn a_disk_that_fills_up_meanwhile() -> Result<(), Box<dyn Error>> {
    let Some(disk) = mount(48) else { return Ok(()) };
    let mut hit = 0;
    for round in 0..8 {
        let folder = disk.join("data");
        let (filler, rest) = (disk.join("filler"), disk.join("rest"));
        let reference = MemoryStore::default();
        let store = SledStore::open(&folder)?;
        import_both(&store, &reference, 100, round)?;
        let large = any_large(&store, 3000, round)?;
        // The disk fills up while the engine writes, each time a little later.
        let (db, written) = (folder.join("sled/db"), 40_000 + round * 200_000);
        let before = fs::metadata(&db)?.len();
        let imported = AtomicBool::new(false);
        let outcome = thread::scope(|scope| {
            scope.spawn(|| {
                let grown = || fs::metadata(&db).is_ok_and(|now| now.len() > before + written);
                while !grown() && !imported.load(Ordering::Acquire) {
                    thread::yield_now();
                }
                fill(&filler);
            });
            let outcome = wait(store.import(WORKSPACE, large.clone()));
            imported.store(true, Ordering::Release);
            outcome
        });
        match outcome {
            Err(StoreError::Full) => hit += 1,
            Ok(_) => drop(wait(reference.import(WORKSPACE, large))?),
            Err(other) => return Err(format!("round {round}: {other}").into()),
        }
        // Opening the engine again may have given some room back.
        fill(&rest);
        // What is there can be read without any room, and nothing can be added.
        check_same(&store, &reference, WORKSPACE)?;
        let decision = sample::decision(1, "why");
        let set = wait(store.set_override(WORKSPACE, &decision, &[]));
        assert!(matches!(set, Err(StoreError::Full)), "{set:?}");
        fs::remove_file(&filler)?;
        fs::remove_file(&rest)?;
        import_both(&store, &reference, 100, 50 + round)?;
        drop(store);
        check_same(&SledStore::open(&folder)?, &reference, WORKSPACE)?;
        fs::remove_dir_all(&folder)?;
    }
    assert!(hit > 0, "no import was hit in the middle");
    Ok(())
}

/// An import of new customers with texts that cannot be packed.
fn any_large(store: &dyn Store, customers: u32, seed: u64) -> Result<Batch, StoreError> {
    let next = wait(store.next_customer(WORKSPACE))?;
    let mut chance = Chance::new(seed);
    let mut book: Vec<_> = (next..next + customers).map(sample::row).collect();
    for row in &mut book {
        let mut noise = || char::from(b' ' + chance.below(90) as u8);
        row.stated.given_value = Some((0..1500).map(|_| noise()).collect());
    }
    Ok(sample::batch("noise.csv", book, Vec::new()))
}

fn import_both(
    store: &SledStore,
    reference: &MemoryStore,
    customers: u32,
    seed: u64,
) -> Result<(), StoreError> {
    let batch = any_large(store, customers, seed)?;
    wait(reference.import(WORKSPACE, batch.clone()))?;
    wait(store.import(WORKSPACE, batch))?;
    Ok(())
}

/// Takes all room that is left, at once.
fn fill(path: &Path) {
    let Ok(mut file) = File::create(path) else {
        return;
    };
    if let Ok(disk) = rustix::fs::fstatvfs(&file) {
        let free = disk.f_bavail * disk.f_frsize;
        // Somebody may be quicker; what is left then is taken below.
        let _ = rustix::fs::fallocate(&file, FallocateFlags::empty(), 0, free);
        let _ = file.seek(SeekFrom::End(0));
    }
    while file.write_all(&[0; 4096]).is_ok() {}
}
