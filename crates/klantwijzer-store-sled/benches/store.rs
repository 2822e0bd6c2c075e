//! How long the large operations take: `cargo bench -p klantwijzer-store-sled`.
//!
//! Each step runs in a process of its own, so that its memory is its own and
//! what it opens is not in that process's memory yet. `-- NAME` runs one alone.

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

use jiff::civil::date;
use klantwijzer_core::customer::{CustomerNo, Profile, Role};
use klantwijzer_core::ledger::{Entry, EntryKind, KeyedEntry};
use klantwijzer_core::money::Money;
use klantwijzer_core::review::CHUNK;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::conformance::sample::{self, Chance};
use klantwijzer_store::conformance::wait;
use klantwijzer_store::{Batch, BookRow, Imports, Reviews, StoreError};
use klantwijzer_store_sled::SledStore;
use smol_str::{SmolStr, format_smolstr};

type Outcome = Result<(), Box<dyn Error>>;
type Step = fn(&Path) -> Outcome;

/// The steps, in order; those with the same folder build on each other.
const STEPS: [(&str, &str, Step); 7] = [
    ("import-500k-over-5k", "a", |folder| import(folder, 5_000)),
    ("import-500k-over-20k", "b", |folder| import(folder, 20_000)),
    ("ledger-500k", "b", ledger),
    ("500-small-imports", "b", small_imports),
    ("ledger-after-500-small", "b", ledger),
    ("fill-1m", "c", fill),
    ("load-1m", "c", load),
];

const WORKSPACE: WorkspaceId = WorkspaceId::guild(1 << 30);
const MILLION: CustomerNo = 1_000_000;

fn main() -> Outcome {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [step, folder] = arguments.as_slice()
        && let Some((_, _, run)) = STEPS.iter().find(|(name, ..)| name == step)
    {
        return run(Path::new(folder));
    }
    // `cargo test --benches` comes here too, and has no use for figures.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let home = tempfile::tempdir()?;
    let only = arguments.iter().find(|argument| !argument.starts_with("--"));
    for (step, folder, _) in STEPS {
        if only.is_none_or(|only| step.contains(only.as_str())) {
            println!("{step}");
            let folder = home.path().join(folder);
            let status = Command::new(env::current_exe()?).arg(step).arg(folder).status()?;
            if !status.success() {
                return Err(format!("{step} failed").into());
            }
        }
    }
    Ok(())
}

/// Imports 500,000 invoice lines, durable.
fn import(folder: &Path, customers: CustomerNo) -> Outcome {
    let store = SledStore::open(folder)?;
    let batch = invoice_lines(customers, 500_000);
    let start = Start::now();
    wait(store.import(WORKSPACE, batch))?;
    report("import, durable", start, folder)
}

fn ledger(folder: &Path) -> Outcome {
    let start = Start::now();
    let store = SledStore::open(folder)?;
    report("open", start, folder)?;
    let next = wait(store.next_customer(WORKSPACE))?;
    let start = Start::now();
    let count: usize = in_two(next, |from, to| Ok(wait(store.ledger(WORKSPACE, from..to))?.len()))?;
    report(&format!("read {count} entries on two threads"), start, folder)?;
    let start = Start::now();
    for no in 0..1000 {
        wait(store.ledger(WORKSPACE, no * 7..no * 7 + 1))?;
    }
    report("read the ledgers of 1,000 customers one by one", start, folder)?;
    let start = Start::now();
    let count = wait(store.customers(WORKSPACE, 0..next))?.len();
    report(&format!("read {count} customers"), start, folder)
}

/// Five hundred imports of 20 entries each.
fn small_imports(folder: &Path) -> Outcome {
    let store = SledStore::open(folder)?;
    let mut chance = Chance::new(9);
    let start = Start::now();
    for import in 0..500_u32 {
        let touched: Vec<CustomerNo> = (0..20).map(|_| chance.below(20_000) as u32).collect();
        let line = |no: &CustomerNo| (*no, line(import, *no, 1));
        let mut book: Vec<BookRow> = touched.iter().map(|no| sample::row(*no)).collect();
        book.sort_by_key(|row| row.no);
        book.dedup_by_key(|row| row.no);
        let batch = sample::batch("small.csv", book, touched.iter().map(line).collect());
        wait(store.import(WORKSPACE, batch))?;
    }
    report("500 imports of 20 entries, each durable", start, folder)
}

/// A book of a million customers and a review of them.
fn fill(folder: &Path) -> Outcome {
    let store = SledStore::open(folder)?;
    let mut chance = Chance::new(2);
    let book = (0..MILLION).map(|no| book_row(no, &mut chance)).collect();
    let batch = Batch {
        info: sample::info("book.csv"),
        book,
        entries: Vec::new(),
        based_on: None,
        audit: Vec::new(),
    };
    let start = Start::now();
    wait(store.import(WORKSPACE, batch))?;
    report("import of 1,000,000 customers, durable", start, folder)?;
    let mut chunks = Vec::new();
    let mut left = MILLION as usize;
    while left > 0 {
        let rows = left.min(CHUNK);
        chunks.push(Arc::new(sample::any_chunk(&mut chance, rows, 25, 12)));
        left -= rows;
    }
    let start = Start::now();
    wait(store.record_review(WORKSPACE, sample::header(date(2026, 1, 1)), chunks, None))?;
    report("review of 1,000,000 customers, durable", start, folder)
}

/// Opens the store and reads what a portfolio is built from.
fn load(folder: &Path) -> Outcome {
    let start = Start::now();
    let store = SledStore::open(folder)?;
    report("open", start, folder)?;
    let next = wait(store.next_customer(WORKSPACE))?;
    let review = wait(store.reviews(WORKSPACE))?.last().ok_or("no review")?.id;
    let chunk = CHUNK as CustomerNo;
    let found: usize = in_two(next.div_ceil(chunk), |from, to| {
        let mut found = 0;
        for number in from..to {
            let range = number * chunk..(number + 1) * chunk;
            let customers = wait(store.customers(WORKSPACE, range))?;
            let scored = wait(store.review_chunk(WORKSPACE, review, number))?;
            found += scored.map_or(0, |scored| scored.value.len()).min(customers.len());
        }
        Ok(found)
    })?;
    report(&format!("open and read {found} customers with their review"), start, folder)
}

/// Halves a range and works on both halves at once.
fn in_two(
    end: u32,
    work: impl Fn(u32, u32) -> Result<usize, StoreError> + Sync,
) -> Result<usize, Box<dyn Error>> {
    let (first, second) = thread::scope(|scope| {
        let first = scope.spawn(|| work(0, end / 2));
        let second = work(end / 2, end);
        (first.join(), second)
    });
    let first = first.map_err(|_| io::Error::other("a reader stopped"))??;
    Ok(first + second?)
}

fn invoice_lines(customers: CustomerNo, lines: u32) -> Batch {
    let mut chance = Chance::new(1);
    let book = (0..customers).map(|no| book_row(no, &mut chance)).collect();
    let mut entries = Vec::with_capacity(lines as usize);
    for number in 0..lines {
        // A document has five lines, all of one customer.
        let no = (number / 5) % customers;
        entries.push((no, line(number / 5, no, number % 5)));
    }
    entries.sort_by_key(|(no, keyed)| (*no, keyed.key));
    Batch { info: sample::info("lines.csv"), book, entries, based_on: None, audit: Vec::new() }
}

fn line(document: u32, no: CustomerNo, line: u32) -> KeyedEntry {
    let mut chance = Chance::new(u64::from(document) * 5 + u64::from(line));
    let day = date(2020 + (document % 6) as i16, 1 + (no % 12) as i8, 1 + (document % 28) as i8);
    let amount = Money::from_ten_thousandths(chance.below(500_000).cast_signed() * 100);
    let mut entry = Entry::new(EntryKind::Invoice, day, amount);
    entry.number = format_smolstr!("{}-{document:06}", day.year());
    entry.line = format_smolstr!("{line}");
    entry.category = format_smolstr!("category {}", chance.below(20));
    entry.cost = Some(Money::from_ten_thousandths(chance.below(300_000).cast_signed() * 100));
    entry.due = day.checked_add(jiff::ToSpan::days(30)).ok();
    KeyedEntry { key: entry.key(0), entry }
}

fn book_row(no: CustomerNo, chance: &mut Chance) -> BookRow {
    let word = |chance: &mut Chance, what: &str, kinds| {
        Some(format_smolstr!("{what} {}", chance.below(kinds)))
    };
    let stated = Profile {
        name: Some(format!("Bedrijf {} {no} B.V.", chance.below(5000))),
        sector: word(chance, "sector", 30),
        owner: word(chance, "Account Manager", 40),
        country: word(chance, "country", 20),
        city: word(chance, "city", 2000),
        roles: Role::Buyer.into(),
        facts: vec![
            (SmolStr::new_static("company_revenue"), chance.below(50_000_000) as f64),
            (SmolStr::new_static("employees"), chance.below(2000) as f64),
        ],
        ..Profile::default()
    };
    BookRow { no, id: sample::id(no), stated, mentioned: Profile::default() }
}

/// When a step began, by the clock and by the process's own time.
#[derive(Clone, Copy)]
struct Start {
    at: Instant,
    cpu: Duration,
}

impl Start {
    fn now() -> Self {
        Self { at: Instant::now(), cpu: cpu_time() }
    }
}

/// What all threads of the process have used so far, in hundredths of a second.
fn cpu_time() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ').skip(11).take(2);
    Duration::from_millis(fields.filter_map(|field| field.parse::<u64>().ok()).sum::<u64>() * 10)
}

fn report(what: &str, start: Start, folder: &Path) -> Outcome {
    let seconds = start.at.elapsed().as_secs_f64();
    let cpu = cpu_time().saturating_sub(start.cpu).as_secs_f64();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or(" ?").trim();
    let disk = bytes_in(folder)? / 1_000_000;
    println!("  {what}: {seconds:.3} s ({cpu:.2} s of CPU), {disk} MB on disk, peak memory {peak}");
    Ok(())
}

fn bytes_in(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let metadata = entry.metadata()?;
        bytes += if metadata.is_dir() { bytes_in(&entry.path())? } else { metadata.len() };
    }
    Ok(bytes)
}
