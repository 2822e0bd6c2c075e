use std::path::Path;
use std::time::Duration;

use klantwijzer_host::{CheckReport, Limits, LoadError, check_plugin};

use crate::built::{SHIPPED, c_plugin, faulty, shipped, worker};

fn check(file: &Path) -> Result<CheckReport, LoadError> {
    check_plugin(file, &worker(), Limits::default())
}

#[test]
fn the_shipped_plugins_keep_every_rule() {
    for id in SHIPPED {
        let report = check(&shipped(id)).unwrap();
        assert!(report.passed(), "{id}: {:?}", report.steps);
        assert_eq!(report.manifest.id, id);
        assert_eq!(report.steps.len(), 14);
    }
}

#[test]
fn each_fault_breaks_its_rule() {
    let folder = tempfile::tempdir().unwrap();
    if c_plugin(0, folder.path()).is_none() {
        return;
    }
    for (fault, rule) in [
        (5, "gives finite numbers in their range"),
        (6, "gives finite numbers in their range"),
        (8, "has factors that add up"),
        (9, "says the same in any batch"),
        (10, "scores 1 customers at once"),
        (11, "says the same twice"),
        (12, "leaves the facts as they are"),
        (13, "refuses other columns than its own"),
        (14, "says nothing without a required fact"),
        (15, "answers to the end"),
    ] {
        let file = c_plugin(fault, folder.path()).unwrap();
        let report = check(&file).unwrap();
        let broken: Vec<_> = report
            .steps
            .iter()
            .filter(|step| step.problem.is_some())
            .map(|step| step.rule.as_str())
            .collect();
        assert!(broken.contains(&rule), "fault {fault} broke {broken:?}");
        assert!(!report.passed());
    }
    let report = check(&c_plugin(0, folder.path()).unwrap()).unwrap();
    assert!(report.passed(), "{:?}", report.steps);
}

#[test]
fn a_hang_ends_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let Some(file) = c_plugin(16, folder.path()) else {
        return;
    };
    let limits = Limits { time: Duration::from_secs(1), time_per_row: Duration::ZERO, crashes: 1 };
    let report = check_plugin(&file, &worker(), limits).unwrap();
    let last = report.steps.last().unwrap();
    assert_eq!(
        last.problem.as_deref(),
        Some("it took longer than 1 seconds, after \"scores 1 customers at once\"")
    );
}

#[test]
fn a_file_that_is_no_plugin_is_an_error() {
    assert!(matches!(check(&faulty("foreign")), Err(LoadError::OtherAbi { .. })));
    let header = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    assert_eq!(check(&header).err(), Some(LoadError::NotAPlugin));
    let nothing = header.with_file_name("nothing.so");
    assert!(matches!(check(&nothing), Err(LoadError::Unreadable(_))));
}
