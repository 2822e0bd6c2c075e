//! What the process boundary costs: a million customers scored by the general
//! plugin through its worker, against a direct call of the same library on the
//! same kind of memory. The two take turns, so that what disturbs the machine
//! disturbs both.
//!
//! ```text
//! cargo build --release -p klantwijzer-general
//! cargo bench -p klantwijzer-host
//! ```

// A bench that cannot be set up must stop.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::ptr::null_mut;
use std::time::{Duration, Instant};

use klantwijzer_core::scorer::{Scores, Sector};
use klantwijzer_host::{Limits, Sectors, WorkerProgram};
use klantwijzer_plugin::abi;
use memmap2::{MmapOptions, MmapRaw};

const ROWS: usize = 1_000_000;
const TURNS: usize = 15;

fn main() {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_bare-worker"));
    let built = program.parent().unwrap_or(Path::new("."));
    let library = built.join("libklantwijzer_general.so");
    let Ok(folder) = tempfile::tempdir() else {
        return println!("skipped: there is no room for temporary files");
    };
    if std::fs::copy(&library, folder.path().join("libgeneral.so")).is_err() {
        return println!("skipped: build {} first", library.display());
    }
    let worker = WorkerProgram { program, args: Vec::new() };
    let started = Instant::now();
    let loaded = Sectors::load(folder.path(), &worker, Limits::default(), &BTreeMap::new());
    let start = started.elapsed();
    let Some(sector) = loaded.sectors.first() else {
        return println!("the plugin cannot be loaded: {:?}", loaded.problems);
    };
    println!("load of one plugin: {start:.2?}");
    let (facts, factors) = (sector.manifest().facts.len(), sector.manifest().factors.len());
    let source = Source::new(facts);
    let mut direct = Direct::open(&library, facts, factors);
    let (mut here, mut there) = (Times::default(), Times::default());
    for turn in 0..=TURNS {
        let direct = direct.turn(&source);
        let worker = through_worker(sector.as_ref(), &source);
        if turn > 0 {
            // The first turn touches the memory for the first time.
            here.note(&direct);
            there.note(&worker);
        } else {
            println!("first turn: direct {:.1?}, worker {:.1?}", direct.whole, worker.whole);
        }
    }
    println!("{ROWS} customers, {facts} facts, {factors} factors, {TURNS} turns");
    println!("                          direct min/median     worker min/median     ratio");
    compare("score and read", &mut here.scoring, &mut there.scoring);
    compare("fill, score and read", &mut here.whole, &mut there.whole);
    small_batches(sector.as_ref());
}

/// What the same customers cost in batches that stay in the cache, and what a
/// round trip costs.
fn small_batches(sector: &dyn Sector) {
    for (rows, rounds) in [(65_536, 16), (1024, 2000)] {
        let run = || {
            let started = Instant::now();
            for _ in 0..rounds {
                drop(black_box(sector.score(rows, &mut |columns| {
                    for column in columns {
                        column.fill(1.0);
                    }
                })));
            }
            started.elapsed()
        };
        let best = (0..5).map(|_| run()).min().unwrap_or_default();
        println!("{rounds} batches of {rows}: {best:.1?}, {:.1?} each", best / rounds);
    }
}

#[derive(Default)]
struct Times {
    scoring: Vec<Duration>,
    whole: Vec<Duration>,
}

struct Turn {
    filling: Duration,
    whole: Duration,
}

impl Times {
    fn note(&mut self, turn: &Turn) {
        self.scoring.push(turn.whole.saturating_sub(turn.filling));
        self.whole.push(turn.whole);
    }
}

fn compare(what: &str, here: &mut [Duration], there: &mut [Duration]) {
    here.sort();
    there.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let (a, b) = (ms(here[0]), ms(there[0]));
    let (c, d) = (ms(here[here.len() / 2]), ms(there[there.len() / 2]));
    println!("{what:24} {a:7.1} /{c:7.1} ms    {b:7.1} /{d:7.1} ms    {:.2} / {:.2}", b / a, d / c);
}

/// Plausible facts, a column each.
struct Source(Vec<Vec<f64>>);

impl Source {
    fn new(columns: usize) -> Self {
        let cell = |row: usize, column: usize| {
            let mixed = (row * 64 + column).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
            let share = mixed as f64 / f64::from(1 << 24);
            if mixed.is_multiple_of(7) {
                f64::NAN
            } else {
                share * [1.0, 10.0, 100.0, 1e4, 1e6][column % 5]
            }
        };
        let column = |column| (0..ROWS).map(|row| cell(row, column)).collect();
        Self((0..columns).map(column).collect())
    }

    fn fill(&self, columns: &mut [&mut [f64]]) -> Duration {
        let started = Instant::now();
        for (column, source) in columns.iter_mut().zip(&self.0) {
            column.copy_from_slice(source);
        }
        started.elapsed()
    }
}

fn read<'a>(columns: impl Iterator<Item = &'a [f64]>) -> f64 {
    let known = |column: &[f64]| column.iter().filter(|cell| **cell > 0.0).count() as f64;
    black_box(columns.map(known).sum())
}

fn through_worker(sector: &dyn Sector, source: &Source) -> Turn {
    let started = Instant::now();
    let mut filling = Duration::ZERO;
    let outcome = sector.score(ROWS, &mut |columns| filling = source.fill(columns));
    match outcome {
        Ok(scores) => {
            let own = [scores.value(), scores.potential(), scores.confidence()];
            read(own.into_iter().chain(scores.factors()));
        }
        Err(failure) => println!("{failure}"),
    }
    let whole = started.elapsed();
    Turn { filling, whole }
}

/// The same library in this process, on columns in a memfd with the same stride.
struct Direct {
    table: &'static abi::Table,
    scorer: *mut std::ffi::c_void,
    memory: MmapRaw,
    facts: usize,
    factors: usize,
}

impl Direct {
    fn open(library: &Path, facts: usize, factors: usize) -> Self {
        // SAFETY: the bench trusts the plugin that was built with it, and never
        // unloads it.
        let table: &'static abi::Table = unsafe {
            let library = Box::leak(Box::new(libloading::Library::new(library).unwrap()));
            let symbol = library.get::<*const abi::Table>(abi::SYMBOL).unwrap();
            &**symbol
        };
        let mut scorer = null_mut();
        // SAFETY: the table is sound, and the pointers outlive the call.
        unsafe { table.create.unwrap()(abi::Str::new(""), &raw mut scorer, null_mut()) };
        let file = rustix::fs::memfd_create("direct", rustix::fs::MemfdFlags::CLOEXEC).unwrap();
        let bytes = Self::STRIDE * (facts + Scores::OWN_COLUMNS + factors);
        rustix::fs::ftruncate(&file, bytes as u64).unwrap();
        let memory = MmapOptions::new().len(bytes).map_raw(&file).unwrap();
        Self { table, scorer, memory, facts, factors }
    }

    const STRIDE: usize = (ROWS * 8).next_multiple_of(4096) + 576;

    fn column(&self, column: usize) -> *mut f64 {
        self.memory.as_mut_ptr().wrapping_add(Self::STRIDE * column).cast()
    }

    fn turn(&mut self, source: &Source) -> Turn {
        let started = Instant::now();
        // SAFETY: the columns lie apart within the memory, which nobody else uses.
        let slice = |column| unsafe { std::slice::from_raw_parts_mut(self.column(column), ROWS) };
        let mut columns: Vec<&mut [f64]> = (0..self.facts).map(slice).collect();
        let filling = source.fill(&mut columns);
        let inputs: Vec<*const f64> =
            (0..self.facts).map(|c| self.column(c).cast_const()).collect();
        let outputs = self.facts..self.facts + Scores::OWN_COLUMNS + self.factors;
        let pointers: Vec<*mut f64> = outputs.clone().map(|c| self.column(c)).collect();
        let batch = abi::Batch {
            struct_size: size_of::<abi::Batch>() as u32,
            flags: 0,
            rows: ROWS,
            n_facts: self.facts,
            facts: inputs.as_ptr(),
            value: pointers[0],
            potential: pointers[1],
            confidence: pointers[2],
            n_factors: self.factors,
            factors: pointers[Scores::OWN_COLUMNS..].as_ptr(),
        };
        // SAFETY: the batch is as it says.
        unsafe { self.table.score.unwrap()(self.scorer, &raw const batch, null_mut()) };
        read(outputs.map(|column| &*slice(column)));
        let whole = started.elapsed();
        Turn { filling, whole }
    }
}
