//! Importing half a million invoice lines, whole process and durable, against
//! DuckDB in memory that reads the same file into a table and groups it per
//! customer.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::cargo::{cargo, program};

const LINES: u32 = 500_000;
const CUSTOMERS: u32 = 20_000;
const ROUNDS: usize = 5;
const SEED: u64 = 7;

/// What the peer does, in Python with DuckDB from PyPI. It keeps the table in
/// memory: nothing of it is on disk when it ends.
const PEER: &str = "\
import duckdb, sys
con = duckdb.connect()
con.execute('create table lines as select * from read_csv(?)', [sys.argv[1]])
con.execute('select customer_id, sum(amount), count(*) from lines group by customer_id').fetchall()
con.close()
";

/// Runs both in turn and prints the figures and the ratio.
pub(crate) fn race() -> Result<(), String> {
    cargo(&["build", "--release"])?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let file = folder.path().join("invoice_lines.csv");
    fs::write(&file, lines()).map_err(|error| error.to_string())?;
    let peer_is_there = time_peer(&file).is_ok();
    time_own(&file, &folder.path().join("warm"))?;
    let (mut own, mut peer) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        own.push(time_own(&file, &folder.path().join(format!("own{round}")))?);
        if peer_is_there {
            peer.push(time_peer(&file)?);
        }
    }
    println!("{LINES} invoice lines of {CUSTOMERS} customers, {ROUNDS} runs, median wall time");
    println!("own: a durable import with its review; duckdb: an in-memory table, grouped");
    println!("klantwijzer import   {:>7.3} s", median(&mut own.clone()));
    if peer_is_there {
        let mut ratios: Vec<f64> = own.iter().zip(&peer).map(|(own, peer)| own / peer).collect();
        println!("duckdb               {:>7.3} s", median(&mut peer));
        println!("ratio                {:>7.2}   (limit 3)", median(&mut ratios));
    } else {
        println!("duckdb is not there to compare with: pip install duckdb");
    }
    Ok(())
}

fn time_own(file: &Path, data: &Path) -> Result<f64, String> {
    let mut command = Command::new(program("release"));
    command.arg("--data").arg(data).args(["--json", "import"]).arg(file);
    time(&mut command)
}

fn time_peer(file: &Path) -> Result<f64, String> {
    time(Command::new("python3").args(["-c", PEER]).arg(file))
}

fn time(command: &mut Command) -> Result<f64, String> {
    let start = Instant::now();
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| error.to_string())?;
    let taken: Duration = start.elapsed();
    if status.success() { Ok(taken.as_secs_f64()) } else { Err(format!("{command:?}: {status}")) }
}

fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

fn lines() -> String {
    let mut chance = fastrand::Rng::with_seed(SEED);
    let mut text = String::from(
        "invoice_no,customer_id,invoice_date,product,category,quantity,unit_price,discount,amount\n",
    );
    let mut invoice = 100_000;
    let mut line = 0;
    while line < LINES {
        invoice += 1;
        let customer = chance.u32(..CUSTOMERS);
        let (month, day) = (chance.u8(1..=12), chance.u8(1..=28));
        for _ in 0..chance.u32(1..=6).min(LINES - line) {
            line += 1;
            let product = chance.u32(..400);
            let (quantity, cents) = (chance.u32(1..60), chance.u32(99..20_000));
            let amount = quantity * cents;
            let _ = writeln!(
                text,
                "{invoice},C{customer:05},2025-{month:02}-{day:02},Product number {product},\
                 Category {},{quantity},{}.{:02},0.0,{}.{:02}",
                product % 12,
                cents / 100,
                cents % 100,
                amount / 100,
                amount % 100,
            );
        }
    }
    text
}
