use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;

use crate::harness::Desk;

const ROUNDS: usize = 20;
const SEED: u64 = 11;

/// Imports of two rows each are killed at any moment. Every one that was
/// acknowledged must be there, and each must be whole or absent.
#[test]
fn no_acknowledged_import_is_lost_and_none_is_half_there() {
    let desk = Desk::new().with(&["--as-of", "2026-11-23"]);
    let mut chance = fastrand::Rng::with_seed(SEED);
    let mut acknowledged = Vec::new();
    for round in 0..ROUNDS {
        let text = format!(
            "invoice no,customer,invoice date,amount\n{round}a,C{round},2026-05-01,10.25\n\
             {round}b,C{round},2026-06-01,20.50\n"
        );
        let file = desk.file(&format!("{round}.csv"), text);
        let mut child = desk
            .command(&["--json".as_ref(), "import".as_ref(), file.as_os_str()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_millis(chance.u64(1..250)));
        let _ = child.kill();
        let output = child.wait_with_output().expect("it ends");
        if output.status.success() {
            acknowledged.push(round);
        }
    }
    desk.json(&["review"]);
    let reply = desk.ask("top 1000 customers by number of invoices");
    let rows = reply["answer"]["detail"]["rows"].as_array().cloned().unwrap_or_default();
    let invoices = |name: &str| {
        let row = rows.iter().find(|row| row["name"] == name);
        row.map(|row| row["amount"].clone()).unwrap_or_default()
    };
    for round in 0..ROUNDS {
        let found = invoices(&format!("C{round}"));
        if acknowledged.contains(&round) {
            assert_eq!(found, 2.0, "import {round} was acknowledged: {reply}");
        } else {
            assert!(found == Value::Null || found == 2.0, "import {round} is half there: {found}");
        }
    }
}
