//! Damage beyond what a killed process leaves: the store opens with everything
//! that was acknowledged, or says that it is damaged. It never shows less
//! without a word, and never panics.

use std::error::Error;
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::date;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::conformance::sample::{self, Chance};
use klantwijzer_store::conformance::{check_same, wait};
use klantwijzer_store::{Backups, Decisions, MemoryStore, Store, StoreError, Workspaces};
use klantwijzer_store_sled::SledStore;

type Outcome = Result<(), Box<dyn Error>>;

const WORKSPACE: WorkspaceId = WorkspaceId::guild(5);

/// A store with some data, and the same in memory.
struct Sample {
    folder: tempfile::TempDir,
    reference: MemoryStore,
}

impl Sample {
    fn new() -> Result<Self, Box<dyn Error>> {
        let sample = Self { folder: tempfile::tempdir()?, reference: MemoryStore::default() };
        // Opened twice, so that there is a snapshot of the first half.
        for half in 0..2 {
            let store = SledStore::open(sample.folder.path())?;
            for store in [&store as &dyn Store, &sample.reference] {
                fill(store, half)?;
            }
        }
        Ok(sample)
    }

    fn copy(&self) -> Result<tempfile::TempDir, Box<dyn Error>> {
        let copy = tempfile::tempdir()?;
        copy_folder(self.folder.path(), copy.path())?;
        Ok(copy)
    }

    /// Damages a copy and looks at what is left: whether it was still whole.
    fn survives(
        &self,
        what: &str,
        damage: impl FnOnce(&Path) -> Outcome,
    ) -> Result<bool, Box<dyn Error>> {
        let copy = self.copy()?;
        damage(copy.path())?;
        let looked = SledStore::open(copy.path()).and_then(|store| {
            store.check()?;
            check_same(&store, &self.reference, WORKSPACE)
        });
        match looked {
            Ok(()) => Ok(true),
            Err(StoreError::Damaged(_) | StoreError::Newer { .. }) => Ok(false),
            Err(other) => Err(format!("{what}: {other:?}").into()),
        }
    }
}

fn fill(store: &dyn Store, half: u64) -> Result<(), StoreError> {
    let mut chance = Chance::new(half);
    wait(store.save_settings(WORKSPACE, "team", &Settings::default(), None, &[]))?;
    for _ in 0..8 {
        let next = wait(store.next_customer(WORKSPACE))?;
        wait(store.import(WORKSPACE, sample::any_batch(&mut chance, next, 600, 4)))?;
        let decision = sample::decision(chance.below(9) as u32, "why");
        wait(store.set_override(WORKSPACE, &decision, &[]))?;
    }
    wait(store.undo(WORKSPACE, half as u32 * 8 + 3, Timestamp::UNIX_EPOCH, &[]))?;
    let chunk = sample::any_chunk(&mut chance, 2000, 20, 8);
    wait(store.record_review(
        WORKSPACE,
        sample::header(date(2026, 1, 1)),
        vec![chunk.into()],
        None,
    ))?;
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn db(folder: &Path) -> PathBuf {
    folder.join("sled/db")
}

fn writable(path: &Path) -> std::io::Result<File> {
    File::options().read(true).write(true).open(path)
}

fn snapshots(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder.join("sled"))? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("snap.") {
            found.push(entry.path());
        }
    }
    Ok(found)
}

#[test]
fn without_damage_everything_is_there() -> Outcome {
    assert!(Sample::new()?.survives("a copy", |_| Ok(()))?);
    Ok(())
}

#[test]
fn a_file_that_is_cut_off_is_noticed() -> Outcome {
    let sample = Sample::new()?;
    let length = fs::metadata(db(sample.folder.path()))?.len();
    let mut chance = Chance::new(1);
    let cuts = (0..12).map(|_| chance.below(length)).chain([0, 1, length / 2, length - 1]);
    for cut in cuts {
        let what = format!("cut off at {cut} of {length}");
        sample.survives(&what, |folder| Ok(writable(&db(folder))?.set_len(cut)?))?;
    }
    assert!(
        !sample
            .survives("half of it", |folder| { Ok(writable(&db(folder))?.set_len(length / 2)?) })?
    );
    assert!(!sample.survives("all of it", |folder| Ok(fs::remove_dir_all(folder.join("sled"))?))?);
    Ok(())
}

#[test]
fn rubbish_at_the_end_does_no_harm() -> Outcome {
    let sample = Sample::new()?;
    for length in [1, 100, 5000, 600_000] {
        let whole = sample.survives(&format!("{length} bytes of rubbish"), |folder| {
            let mut file = writable(&db(folder))?;
            file.seek(SeekFrom::End(0))?;
            let mut chance = Chance::new(length);
            let rubbish: Vec<u8> = (0..length).map(|_| chance.below(256) as u8).collect();
            Ok(file.write_all(&rubbish)?)
        })?;
        assert!(whole, "{length} bytes of rubbish");
    }
    Ok(())
}

#[test]
fn changed_bytes_are_noticed() -> Outcome {
    let sample = Sample::new()?;
    let length = fs::metadata(db(sample.folder.path()))?.len();
    let mut chance = Chance::new(2);
    let mut noticed = 0;
    for round in 0..40 {
        let at = chance.below(length);
        let size = [1, 1, 16, 4096][round % 4];
        let what = format!("{size} bytes changed at {at}");
        let whole = sample.survives(&what, |folder| {
            let file = writable(&db(folder))?;
            let mut bytes = vec![0; size];
            let read = file.read_at(&mut bytes, at)?;
            bytes.truncate(read);
            for byte in &mut bytes {
                *byte ^= 0x55;
            }
            Ok(file.write_all_at(&bytes, at)?)
        })?;
        noticed += usize::from(!whole);
    }
    assert!(noticed > 0, "no change hit anything that counts");
    Ok(())
}

#[test]
fn snapshots_can_be_missing_or_rubbish() -> Outcome {
    let sample = Sample::new()?;
    assert!(!snapshots(sample.folder.path())?.is_empty());
    let whole = sample.survives("no snapshot", |folder| {
        Ok(snapshots(folder)?.iter().try_for_each(fs::remove_file)?)
    })?;
    assert!(whole, "the log holds everything");
    for rubbish in [&b""[..], b"rubbish", &[0xff; 5000]] {
        let whole = sample.survives("a snapshot of rubbish", |folder| {
            Ok(snapshots(folder)?.iter().try_for_each(|path| fs::write(path, rubbish))?)
        })?;
        assert!(whole, "the log holds everything");
    }
    Ok(())
}

#[test]
fn one_bit_in_a_snapshot_gives_up_nothing() -> Outcome {
    let sample = Sample::new()?;
    let mut chance = Chance::new(4);
    for _ in 0..12 {
        let whole = sample.survives("a flipped bit", |folder| {
            let path = snapshots(folder)?.pop().ok_or("no snapshot")?;
            let mut bytes = fs::read(&path)?;
            // Not in the length at the end, which the engine does not look at.
            let at = chance.below(bytes.len() as u64 - 12) as usize;
            bytes[at] ^= 1 << chance.below(8);
            Ok(fs::write(path, bytes)?)
        })?;
        assert!(whole, "the log holds everything");
    }
    Ok(())
}

#[test]
fn a_damaged_snapshot_is_kept_and_the_log_still_has_to_be_whole() -> Outcome {
    let sample = Sample::new()?;
    let copy = sample.copy()?;
    for path in snapshots(copy.path())? {
        fs::write(path, "rubbish")?;
    }
    SledStore::open(copy.path())?;
    let kept = fs::read_dir(copy.path().join("sled"))?.filter_map(Result::ok);
    let kept =
        kept.filter(|entry| entry.file_name().to_string_lossy().starts_with("damaged-snap."));
    let kept: Vec<_> = kept.collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(fs::read_to_string(kept[0].path())?, "rubbish");
    // With the log cut off as well it is damage.
    let length = fs::metadata(db(sample.folder.path()))?.len();
    let whole = sample.survives("rubbish, and half a log", |folder| {
        snapshots(folder)?.iter().try_for_each(|path| fs::write(path, "rubbish"))?;
        Ok(writable(&db(folder))?.set_len(length / 2)?)
    })?;
    assert!(!whole);
    Ok(())
}

#[test]
fn a_damaged_store_is_set_aside_and_a_backup_takes_its_place() -> Outcome {
    let sample = Sample::new()?;
    let mut backup = Vec::new();
    wait(SledStore::open(sample.folder.path())?.backup(&mut backup))?;
    let folder = sample.copy()?;
    fs::write(folder.path().join("history-1.txt"), "a question")?;
    let length = fs::metadata(db(folder.path()))?.len();
    writable(&db(folder.path()))?.set_len(length / 3)?;
    let damaged = fs::read(db(folder.path()))?;
    for round in 1..=2 {
        let aside = SledStore::set_aside(folder.path())?;
        assert_eq!(aside, folder.path().join(format!("set-aside-{round}")));
        let store = SledStore::open(folder.path())?;
        wait(store.restore(&mut backup.as_slice()))?;
        check_same(&store, &sample.reference, WORKSPACE)?;
        let in_use = SledStore::set_aside(folder.path());
        assert!(matches!(in_use, Err(StoreError::InUse(_))), "{in_use:?}");
    }
    let aside = folder.path().join("set-aside-1");
    assert_eq!(fs::read(db(&aside))?, damaged, "nothing of it is lost");
    assert!(aside.join("tip").exists() && folder.path().join("history-1.txt").exists());
    let opened = SledStore::open(&aside).map(|_| ());
    assert!(matches!(opened, Err(StoreError::Damaged(_))), "{opened:?}");
    Ok(())
}

#[test]
fn what_was_set_aside_can_be_put_back() -> Outcome {
    let sample = Sample::new()?;
    let folder = sample.copy()?;
    let files = || -> Result<Vec<Vec<u8>>, std::io::Error> {
        ["sled/db", "tip"].iter().map(|name| fs::read(folder.path().join(name))).collect()
    };
    let before = files()?;
    let aside = SledStore::set_aside(folder.path())?;
    assert_eq!(SledStore::aside_in(folder.path())?, std::slice::from_ref(&aside));
    drop(SledStore::open(folder.path())?);
    SledStore::put_back(folder.path(), &aside)?;
    assert_eq!(files()?, before);
    assert!(SledStore::aside_in(folder.path())?.is_empty());
    check_same(&SledStore::open(folder.path())?, &sample.reference, WORKSPACE)?;
    Ok(())
}

#[test]
fn a_backup_is_checked_without_a_store() -> Outcome {
    let sample = Sample::new()?;
    let mut backup = Vec::new();
    wait(SledStore::open(sample.folder.path())?.backup(&mut backup))?;
    SledStore::check_backup(&mut backup.as_slice())?;
    for length in [0, 7, backup.len() / 2, backup.len() - 1] {
        let checked = SledStore::check_backup(&mut &backup[..length]);
        assert!(matches!(checked, Err(StoreError::BadBackup(_))), "{length}: {checked:?}");
    }
    Ok(())
}

#[test]
fn no_link_is_followed_and_no_file_is_for_others() -> Outcome {
    for name in ["tip", "lock", "reserve"] {
        let (folder, other) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let elsewhere = other.path().join("somebody's file");
        fs::write(&elsewhere, "theirs")?;
        std::os::unix::fs::symlink(&elsewhere, folder.path().join(name))?;
        let opened = SledStore::open(folder.path()).map(|_| ());
        // Without a reserve the store opens all the same.
        let told =
            matches!(&opened, Err(StoreError::Unreachable { reason, .. }) if reason.contains(name));
        assert!(told || name == "reserve" && opened.is_ok(), "{name}: {opened:?}");
        assert_eq!(fs::read_to_string(&elsewhere)?, "theirs", "{name}");
    }
    let folder = tempfile::tempdir()?;
    SledStore::open(folder.path())?;
    for name in ["tip", "lock", "reserve"] {
        let mode = fs::metadata(folder.path().join(name))?.permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}");
    }
    Ok(())
}

#[test]
fn an_unfinished_snapshot_does_no_harm() -> Outcome {
    let sample = Sample::new()?;
    for rubbish in [&b""[..], b"half", &[0; 5000]] {
        let whole = sample.survives("an unfinished snapshot", |folder| {
            let unfinished = folder.join("sled/snap.FFFFFFFFFFFFFFFF.generating");
            Ok(fs::write(unfinished, rubbish)?)
        })?;
        assert!(whole);
    }
    Ok(())
}

#[test]
fn the_tip_tells_what_is_missing() -> Outcome {
    let sample = Sample::new()?;
    let whole = sample.survives("no tip", |folder| Ok(fs::remove_file(folder.join("tip"))?))?;
    assert!(whole, "the tip is only a witness");
    // Yesterday's engine beside today's tip: whole by itself, and yet too old.
    let older = sample.copy()?;
    wait(SledStore::open(sample.folder.path())?.clear_override(WORKSPACE, 3, &[]))?;
    let newer = sample.folder.path().join("tip");
    wait(SledStore::open(sample.folder.path())?.set_override(
        WORKSPACE,
        &sample::decision(3, "x"),
        &[],
    ))?;
    fs::copy(newer, older.path().join("tip"))?;
    let opened = SledStore::open(older.path()).map(|_| ());
    assert!(matches!(opened, Err(StoreError::Damaged(_))), "{opened:?}");
    Ok(())
}

#[test]
fn a_folder_has_one_user_at_a_time() -> Outcome {
    let folder = tempfile::tempdir()?;
    let store = SledStore::open(folder.path())?;
    let second = SledStore::open(folder.path()).map(|_| ());
    assert!(
        matches!(&second, Err(StoreError::InUse(used)) if *used == folder.path().display().to_string()),
        "{second:?}"
    );
    drop(store);
    SledStore::open(folder.path())?;
    Ok(())
}

#[test]
fn a_folder_that_cannot_be_made_says_so() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("file");
    fs::write(&file, "not a folder")?;
    for path in [file.clone(), file.join("below")] {
        let opened = SledStore::open(&path).map(|_| ());
        assert!(matches!(opened, Err(StoreError::Unreachable { .. })), "{opened:?}");
    }
    Ok(())
}

#[test]
fn large_values_stay_within_the_synced_file() -> Outcome {
    let sample = Sample::new()?;
    let store = SledStore::open(sample.folder.path())?;
    let settings = Settings {
        definitions: [("long".into(), "x".repeat(300_000))].into(),
        ..Settings::default()
    };
    wait(store.save_settings(WORKSPACE, "team", &settings, None, &[]))?;
    assert_eq!(fs::read_dir(sample.folder.path().join("sled/blobs"))?.count(), 0);
    Ok(())
}
