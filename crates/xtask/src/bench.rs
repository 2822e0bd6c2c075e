//! What is measured, and by which program.

use crate::cargo::cargo;
use crate::import_race;

/// A measurement: its name, and the package and bench that take it.
const BENCHES: [(&str, &str, &str); 5] = [
    ("ask", "klantwijzer-ask", "understand"),
    ("scoring", "klantwijzer-host", "scoring"),
    ("portfolio", "klantwijzer-desk", "portfolio"),
    ("intake", "klantwijzer-intake", "intake"),
    ("store", "klantwijzer-store-sled", "store"),
];

/// Measures one thing, or everything.
pub(crate) fn bench(name: Option<&str>) -> Result<(), String> {
    let known = name.is_none_or(|name| name == "import" || BENCHES.iter().any(|b| b.0 == name));
    if !known {
        let names: Vec<&str> = BENCHES.iter().map(|bench| bench.0).chain(["import"]).collect();
        return Err(format!("there is no such bench; there are {}", names.join(", ")));
    }
    for (bench, package, target) in BENCHES {
        if name.is_none_or(|name| name == bench) {
            println!("\n== {bench}");
            if bench == "scoring" {
                // It scores through a plugin, which nothing else here builds.
                cargo(&["build", "--release", "--package", "klantwijzer-general"])?;
            }
            cargo(&["bench", "--package", package, "--bench", target])?;
        }
    }
    if name.is_none_or(|name| name == "import") {
        println!("\n== import");
        import_race::race()?;
    }
    Ok(())
}
