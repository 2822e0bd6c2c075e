use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use klantwijzer_core::scorer::{Failed, SectorFailure};

use crate::built::{c_plugin, faulty, folder, folder_of, load, moody, score};

const PANIC: f64 = -1.0;
const ABORT: f64 = -2.0;
const HANG: f64 = -3.0;

fn moodys(how: Failed) -> SectorFailure {
    SectorFailure { plugin: "moody".to_owned(), how }
}

#[test]
fn a_crash_is_told_and_the_next_batch_is_scored() {
    let sector = moody("").unwrap();
    let crashed = score(sector.as_ref(), &[10.0, ABORT]).err();
    assert_eq!(crashed, Some(moodys(Failed::Crashed)));
    let scores = score(sector.as_ref(), &[10.0, 20.0]).unwrap();
    assert_eq!(scores.value(), [10.0, 20.0]);
}

#[test]
fn a_panic_is_told_in_its_own_words_and_the_worker_stays() {
    let sector = moody("").unwrap();
    for _ in 0..5 {
        let panicked = score(sector.as_ref(), &[PANIC]).err();
        let message = "a customer that I cannot stand".to_owned();
        assert_eq!(panicked, Some(moodys(Failed::Panicked(message))));
    }
    assert!(score(sector.as_ref(), &[1.0]).is_ok());
}

#[test]
fn a_hang_ends_at_the_deadline() {
    let sector = moody("").unwrap();
    let hung = score(sector.as_ref(), &[HANG]).err();
    assert_eq!(hung, Some(moodys(Failed::TimedOut(3))));
    assert!(score(sector.as_ref(), &[1.0]).is_ok());
}

#[test]
fn three_crashes_running_switch_a_plugin_off() {
    let sector = moody("").unwrap();
    for _ in 0..2 {
        assert!(score(sector.as_ref(), &[ABORT]).is_err());
    }
    assert!(score(sector.as_ref(), &[1.0]).is_ok(), "one good batch forgives");
    for _ in 0..3 {
        assert!(score(sector.as_ref(), &[ABORT]).is_err());
    }
    let off = score(sector.as_ref(), &[1.0]).err();
    assert_eq!(off, Some(moodys(Failed::Quarantined(3))));
}

#[test]
fn batches_of_any_size_follow_each_other() {
    let sector = moody("").unwrap();
    let mut kept = Vec::new();
    for rows in [0, 1, 5000, 3, 1_000_000, 700] {
        let revenues: Vec<f64> = (0..rows).map(|row| f64::from(row % 1000)).collect();
        let scores = score(sector.as_ref(), &revenues).unwrap();
        assert_eq!(scores.value(), revenues);
        assert_eq!(scores.factors().count(), 2);
        kept.push((scores, revenues));
    }
    for (scores, revenues) in kept {
        assert_eq!(scores.value(), revenues, "scores that are kept stay as they are");
    }
}

#[test]
fn more_customers_than_a_batch_can_have_are_refused() {
    let sector = moody("").unwrap();
    let refused = sector.score(usize::MAX, &mut |_| {}).err();
    assert!(matches!(refused, Some(SectorFailure { how: Failed::Unavailable(_), .. })));
}

#[test]
fn several_threads_can_score_at_once() {
    let sector = moody("").unwrap();
    std::thread::scope(|scope| {
        for number in 1..8 {
            let sector = sector.as_ref();
            scope.spawn(move || {
                for _ in 0..20 {
                    let revenues = vec![f64::from(number); 100];
                    assert_eq!(score(sector, &revenues).unwrap().value(), revenues);
                }
            });
        }
    });
}

#[test]
fn a_plugin_cannot_write_the_facts_it_is_given() {
    let folder = tempfile::tempdir().unwrap();
    if c_plugin(12, folder.path()).is_none() {
        return;
    }
    let loaded = load(folder.path(), "");
    let sector = loaded.sectors[0].as_ref();
    let failed = sector.score(1, &mut |columns| {
        for column in columns {
            column.fill(1.0);
        }
    });
    assert!(matches!(failed.err(), Some(SectorFailure { how: Failed::Crashed, .. })));
}

/// Not a test by itself: the host that the next test kills, with a worker that
/// hangs.
#[test]
#[ignore = "run by a_worker_ends_with_its_host"]
fn host_with_a_hanging_worker() {
    let Ok(folder) = std::env::var("HANGING_PLUGINS") else {
        return;
    };
    let loaded = load(Path::new(&folder), "");
    drop(score(loaded.sectors[0].as_ref(), &[HANG]));
}

#[test]
fn a_worker_ends_with_its_host() {
    folder();
    let plugins = folder_of(&[("libmoody.so", &faulty("moody"))]);
    let mut host = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "faults::host_with_a_hanging_worker", "--ignored", "--nocapture"])
        .env("HANGING_PLUGINS", plugins.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let worker = until(|| child_of(host.id()).filter(|pid| is_alive(*pid))).unwrap();
    host.kill().unwrap();
    let output = host.wait_with_output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(!printed.contains("for you"), "{printed}");
    assert!(until(|| (!is_alive(worker)).then_some(())).is_some());
}

/// Tries for at most ten seconds.
fn until<T>(mut tried: impl FnMut() -> Option<T>) -> Option<T> {
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(10) {
        if let Some(found) = tried() {
            return Some(found);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    None
}

/// The process that any thread of a process started.
fn child_of(parent: u32) -> Option<u32> {
    let processes = std::fs::read_dir("/proc").ok()?;
    processes.flatten().find_map(|entry| {
        let pid = entry.file_name().to_str()?.parse().ok()?;
        (stat_of(pid)?.1 == parent).then_some(pid)
    })
}

fn is_alive(pid: u32) -> bool {
    stat_of(pid).is_some_and(|(state, _)| state != 'Z')
}

/// State and parent of a process.
fn stat_of(pid: u32) -> Option<(char, u32)> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let mut fields = stat.rsplit_once(") ")?.1.split(' ');
    Some((fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}
