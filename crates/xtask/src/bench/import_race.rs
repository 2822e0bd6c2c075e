//! Importing half a million invoice lines, whole process and durable, against
//! DuckDB in memory that reads the same file into a table and groups it per
//! customer.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::book::Chance;
use super::contest::{Contest, median, said, time};

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
    let contest = Contest::new("import", None)?;
    let file = contest.folder.join("invoice_lines.csv");
    fs::write(&file, lines()).map_err(said)?;
    let peer_is_there = time_peer(&file).is_ok();
    time_own(&file, &contest.inside("warm")?)?;
    let (mut own, mut peer) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        own.push(time_own(&file, &contest.inside(&round.to_string())?)?);
        if peer_is_there {
            peer.push(time_peer(&file)?);
        }
    }
    println!("{LINES} invoice lines of {CUSTOMERS} customers, {ROUNDS} runs, median wall time");
    println!("own: a durable import with its review; duckdb: an in-memory table, grouped");
    println!("klantwijzer import   {:>7.3} s", median(own.clone()));
    if peer_is_there {
        let ratios: Vec<f64> = own.iter().zip(&peer).map(|(own, peer)| own / peer).collect();
        println!("duckdb               {:>7.3} s", median(peer));
        println!("ratio                {:>7.2}   (limit 3)", median(ratios));
    } else {
        println!("duckdb is not there to compare with: pip install duckdb");
    }
    Ok(())
}

fn time_own(file: &Path, fresh: &Contest) -> Result<f64, String> {
    let [own] = &fresh.contestants[..] else { return Err("there is one program".into()) };
    Ok(time(own.does(&["import"]).arg(file))?.wall)
}

fn time_peer(file: &Path) -> Result<f64, String> {
    Ok(time(Command::new("python3").args(["-c", PEER]).arg(file))?.wall)
}

fn lines() -> String {
    let mut chance = Chance::new(SEED);
    let mut text = String::from(
        "invoice_no,customer_id,invoice_date,product,category,quantity,unit_price,discount,amount\n",
    );
    let mut invoice = 100_000;
    let mut line = 0;
    while line < LINES {
        invoice += 1;
        let customer = chance.below(CUSTOMERS);
        let (month, day) = (1 + chance.below(12), 1 + chance.below(28));
        for _ in 0..(1 + chance.below(6)).min(LINES - line) {
            line += 1;
            let product = chance.below(400);
            let (quantity, cents) = (1 + chance.below(59), 99 + chance.below(19_901));
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
