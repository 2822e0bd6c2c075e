//! A process that writes is killed again and again: what it acknowledged is
//! there, and nothing is half there.
//!
//! The test starts itself as the child that writes. `KLANTWIJZER_SOAK_ROUNDS`
//! sets how often it is killed.

use std::env;
use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use klantwijzer_core::access::Action;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::conformance::sample::{self, Chance};
use klantwijzer_store::conformance::{check_same, wait};
use klantwijzer_store::mentions::Mentions;
use klantwijzer_store::{AuditFilter, Erased, Erasure, MemoryStore, Store, StoreError};
use klantwijzer_store_sled::SledStore;
use smol_str::SmolStr;

const FOLDER: &str = "KLANTWIJZER_TEST_FOLDER";
const FROM: &str = "KLANTWIJZER_TEST_FROM";
const ROUNDS: &str = "KLANTWIJZER_SOAK_ROUNDS";

/// How often the child is killed unless told otherwise.
const USUAL_ROUNDS: u64 = 50;

/// After so many rounds a new folder is begun, so that checking stays quick.
const ROUNDS_PER_FOLDER: u64 = 10;

const WORKSPACES: [WorkspaceId; 2] = [WorkspaceId::guild(5), WorkspaceId::guild(9 << 22)];

#[test]
fn nothing_acknowledged_is_lost() -> Result<(), Box<dyn Error>> {
    let rounds = env::var(ROUNDS).ok().and_then(|rounds| rounds.parse().ok());
    let rounds = rounds.unwrap_or(USUAL_ROUNDS);
    let mut chance = Chance::new(rounds);
    let mut acknowledged = 0;
    for first in (0..rounds).step_by(ROUNDS_PER_FOLDER as usize) {
        let folder = tempfile::tempdir()?;
        let reference = MemoryStore::default();
        let mut done = 0;
        for _ in first..rounds.min(first + ROUNDS_PER_FOLDER) {
            let last = write_until_killed(folder.path(), done, &mut chance)?;
            acknowledged += last - done;
            done = catch_up(folder.path(), &reference, done, last)?;
        }
    }
    println!("{rounds} kills, {acknowledged} acknowledged operations, none lost");
    assert!(acknowledged > rounds, "the child was hardly given time to write");
    Ok(())
}

/// Starts the child, kills it, and returns the last operation that it
/// acknowledged. Often the kill waits for the first acknowledgement; else it may
/// hit the opening of the store.
fn write_until_killed(
    folder: &Path,
    done: u64,
    chance: &mut Chance,
) -> Result<u64, Box<dyn Error>> {
    let mut child = Command::new(env::current_exe()?)
        .args(["--exact", "the_child", "--ignored", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(FROM, done.to_string())
        .stdout(Stdio::piped())
        .spawn()?;
    let output = child.stdout.take().ok_or("no output")?;
    let (began, first) = mpsc::channel();
    let reader = thread::spawn(move || {
        let lines = BufReader::new(output).lines().map_while(Result::ok);
        let numbers = lines.filter_map(|line| line.strip_prefix("done ")?.parse::<u64>().ok());
        // Nobody listens any more after the first.
        numbers.inspect(|number| began.send(*number).unwrap_or_default()).last()
    });
    if !chance.one_in(5) {
        first.recv_timeout(Duration::from_mins(1))?;
    }
    thread::sleep(Duration::from_micros(chance.below(200_000)));
    child.kill()?;
    child.wait()?;
    let last = reader.join().map_err(|_| "the output could not be read")?;
    Ok(last.unwrap_or(done))
}

/// Does the acknowledged operations with the reference and compares. The
/// operation after them may have happened too, whole. Returns how many did.
fn catch_up(
    folder: &Path,
    reference: &MemoryStore,
    done: u64,
    last: u64,
) -> Result<u64, Box<dyn Error>> {
    let store = SledStore::open(folder)?;
    for operation in done..last {
        operate(reference, operation)?;
    }
    let size = |store: &dyn Store| -> Result<_, StoreError> {
        let mut size = Vec::new();
        for workspace in WORKSPACES {
            let infos = wait(store.imports(workspace))?;
            let undone = infos.iter().filter(|info| info.undone_at.is_some()).count();
            let reviews = wait(store.reviews(workspace))?.len();
            let overrides = wait(store.overrides(workspace))?;
            let erased = wait(store.erased(workspace))?;
            let lines = wait(store.audit(workspace, &AuditFilter::default(), usize::MAX))?.len();
            let settings = wait(store.settings(workspace))?;
            size.push((infos.len(), undone, reviews, overrides, erased, lines, settings));
        }
        Ok(size)
    };
    let mut happened = last;
    if size(&store)? != size(reference)? {
        operate(reference, last)?;
        happened += 1;
    }
    for workspace in WORKSPACES {
        check_same(&store, reference, workspace)?;
    }
    // The next operation works.
    operate(&store, happened)?;
    operate(reference, happened)?;
    for workspace in WORKSPACES {
        check_same(&store, reference, workspace)?;
    }
    store.check()?;
    Ok(happened + 1)
}

/// The child: writes, and says so, until it is killed.
#[test]
#[ignore = "the child that the other test kills"]
fn the_child() -> Result<(), Box<dyn Error>> {
    let Ok(folder) = env::var(FOLDER) else {
        return Ok(());
    };
    let store = SledStore::open(Path::new(&folder))?;
    let mut output = std::io::stdout();
    for operation in env::var(FROM)?.parse()?.. {
        operate(&store, operation)?;
        writeln!(output, "\ndone {}", operation + 1)?;
        output.flush()?;
    }
    Ok(())
}

/// One operation. It follows from its number and from what was done before, so
/// that the reference can do the same.
fn operate(store: &dyn Store, operation: u64) -> Result<(), StoreError> {
    let mut chance = Chance::new(operation);
    let workspace = WORKSPACES[chance.below(2) as usize];
    let audit = [sample::line(Action::Export, &[&sample::id(chance.below(20) as u32)])];
    match chance.below(12) {
        10 => {
            let next = wait(store.next_customer(workspace))?;
            if next == 0 {
                return Ok(());
            }
            // Often one that others name as their parent.
            let among = if chance.one_in(2) { next.min(20) } else { next };
            let customer = chance.below(among.into()) as u32;
            let at = Timestamp::UNIX_EPOCH + operation.cast_signed().seconds();
            let pseudonym = SmolStr::from(format!("erased-{customer}"));
            // What others have as a contact person and as a category of entries.
            let also = ["Janssen", "category"].map(|what| format!("{what} {}", customer % 3));
            let id = sample::id(customer);
            let calls = also.iter().map(String::as_str).chain([id.as_str()]);
            let mentions = Mentions::new(pseudonym.clone(), calls, [], []);
            let erased = Erased { pseudonym, at, salt: [1; 32], digests: vec![[2; 32]] };
            let erasure = Erasure { customer, mentions, erased, based_on: None };
            wait(store.erase(workspace, &erasure, None, &audit))
        }
        11 if chance.one_in(4) => wait(store.delete_workspace(workspace)),
        11 => wait(store.note(workspace, &audit)),
        0 => {
            let account_managers = operation as u32;
            let settings = Settings { account_managers, ..Settings::default() };
            wait(store.save_settings(workspace, "team", &settings, None, &[]))
        }
        1 => {
            let customer = chance.below(20) as u32;
            let decision = sample::decision(customer, &operation.to_string());
            match wait(store.set_override(workspace, &decision, &[])) {
                // Who was erased gets none.
                Err(StoreError::Conflict) => Ok(()),
                set => set,
            }
        }
        2 => wait(store.clear_override(workspace, chance.below(20) as u32, &[])),
        3 => {
            let live = wait(store.imports(workspace))?.into_iter().rev();
            let live = live.filter(|info| info.undone_at.is_none()).map(|info| info.id);
            match live.clone().nth(chance.below(3) as usize).or(live.clone().next_back()) {
                Some(import) => {
                    wait(store.undo(workspace, import, Timestamp::UNIX_EPOCH, &[])).map(|_| ())
                }
                None => Ok(()),
            }
        }
        4 | 5 => {
            let rows = [chance.below(300) as usize, 40];
            let chunks = rows.map(|rows| sample::any_chunk(&mut chance, rows, 12, 4).into());
            let header = sample::header(date(2026, 1, 1));
            wait(store.record_review(workspace, header, chunks.into(), None)).map(|_| ())
        }
        _ => {
            let next = wait(store.next_customer(workspace))?;
            let mut batch = sample::any_batch(&mut chance, next, 300, 4);
            // No file names somebody who was erased.
            for (gone, _) in wait(store.erased(workspace))? {
                batch.book.retain(|row| row.no != gone);
                batch.entries.retain(|(no, _)| *no != gone);
            }
            wait(store.import(workspace, batch)).map(|_| ())
        }
    }
}
