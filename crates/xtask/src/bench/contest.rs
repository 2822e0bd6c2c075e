//! Programs against the clock: the one that was built, and another where one is given. Each does
//! the same work on data of its own, by turns, so that a busy machine is busy for both.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use super::book::TODAY;
use super::calendar::Day;
use crate::cargo::{cargo, program, target};

/// The unit that Linux tells a file's place on the disk in, in bytes.
const BLOCK: u64 = 512;

/// How many ticks of processor time Linux tells in a second.
const TICKS: f64 = 100.0;

/// A program with data of its own.
pub(crate) struct Contestant {
    program: PathBuf,
    data: PathBuf,
}

impl Contestant {
    /// The program with its data, about to do something on a day.
    pub(crate) fn on<W: AsRef<OsStr>>(&self, day: Day, words: &[W]) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--data").arg(&self.data).args(["--lang", "en", "--as-of", &day.to_string()]);
        command.args(words);
        command
    }

    /// The same on the day of the benches.
    pub(crate) fn does<W: AsRef<OsStr>>(&self, words: &[W]) -> Command {
        self.on(TODAY, words)
    }
}

/// What the files in a folder take on the disk, in bytes.
fn size(folder: &Path) -> io::Result<u64> {
    fs::read_dir(folder)?.try_fold(0, |sum, entry| {
        let entry = entry?;
        let kind = entry.file_type()?;
        Ok(sum
            + if kind.is_dir() { size(&entry.path())? } else { entry.metadata()?.blocks() * BLOCK })
    })
}

/// The programs that are compared: the own one first.
pub(crate) struct Contest {
    pub(crate) contestants: Vec<Contestant>,
    /// Where their data and the files that they read are; empty at first.
    pub(crate) folder: PathBuf,
}

impl Contest {
    /// Builds the own program, and takes another one beside it where one is given.
    pub(crate) fn new(name: &str, against: Option<&str>) -> Result<Self, String> {
        cargo(&["build", "--release"])?;
        let folder = target().join("bench").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(said)?;
        }
        fs::create_dir_all(&folder).map_err(said)?;
        let programs = [Some(program("release")), against.map(PathBuf::from)];
        let contestants = programs.into_iter().flatten().enumerate().map(|(at, program)| {
            let program = program.canonicalize();
            let program = program.map_err(|error| format!("the program to compare with: {error}"));
            Ok(Contestant { program: program?, data: folder.join(format!("data{at}")) })
        });
        Ok(Self { contestants: contestants.collect::<Result<_, String>>()?, folder })
    }

    /// The same programs with no data yet, in a folder inside.
    pub(crate) fn inside(&self, name: &str) -> Result<Self, String> {
        let folder = self.folder.join(name);
        fs::create_dir_all(&folder).map_err(said)?;
        let contestants = self.contestants.iter().enumerate().map(|(at, contestant)| Contestant {
            program: contestant.program.clone(),
            data: folder.join(format!("data{at}")),
        });
        Ok(Self { contestants: contestants.collect(), folder })
    }

    /// What the data of each takes on the disk, in MB.
    pub(crate) fn disk(&self) -> Result<Vec<Vec<f64>>, String> {
        let of =
            |contestant: &Contestant| Ok(vec![size(&contestant.data).map_err(said)? as f64 / 1e6]);
        self.contestants.iter().map(of).collect()
    }

    /// Lets each run something so many times, by turns, and prints how long it takes on the clock
    /// and in processor time.
    pub(crate) fn time(
        &self,
        what: &str,
        rounds: u32,
        mut command: impl FnMut(&Contestant, u32) -> Result<Command, String>,
    ) -> Result<(), String> {
        let (mut wall, mut cpu) = (self.none(), self.none());
        self.by_turns(rounds, |at, contestant, round| {
            let taken = time(&mut command(contestant, round)?)?;
            wall[at].push(taken.wall);
            cpu[at].push(taken.cpu);
            Ok(())
        })?;
        print(what, "s", &wall);
        // The kernel tells whole ticks, so only the mean over all rounds is exact.
        let mean = |figures: Vec<f64>| vec![figures.iter().sum::<f64>() / f64::from(rounds)];
        print("  processor time", "s", &cpu.into_iter().map(mean).collect::<Vec<_>>());
        Ok(())
    }

    /// Lets each do something so many times; who went first goes last the next time.
    pub(crate) fn by_turns(
        &self,
        rounds: u32,
        mut turn: impl FnMut(usize, &Contestant, u32) -> Result<(), String>,
    ) -> Result<(), String> {
        for round in 0..rounds {
            let mut order: Vec<_> = self.contestants.iter().enumerate().collect();
            let first = round as usize % order.len();
            order.rotate_left(first);
            for (at, contestant) in order {
                turn(at, contestant, round)?;
            }
        }
        Ok(())
    }

    /// No figures yet, for each.
    pub(crate) fn none(&self) -> Vec<Vec<f64>> {
        vec![Vec::new(); self.contestants.len()]
    }

    /// Prints what stands above the figures.
    pub(crate) fn head(&self, title: &str) {
        let columns = match self.contestants.len() {
            1 => "",
            _ => "          this         other         ratio",
        };
        println!("\n{title:<44}{columns}");
    }
}

/// Prints the median of each, and the median of the ratios where there are two.
pub(crate) fn print(what: &str, unit: &str, taken: &[Vec<f64>]) {
    let mut row = format!("{what:<44}");
    for figures in taken {
        let _ = write!(row, "{:>11.3} {unit:<2}", median(figures.clone()));
    }
    if let [own, other] = taken {
        let ratios = own.iter().zip(other).map(|(own, other)| own / other);
        let _ = write!(row, "{:>14.2}", median(ratios.collect()));
    }
    println!("{row}");
}

pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// How long a program took.
pub(crate) struct Taken {
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Seconds of processor time, its own processes included.
    pub(crate) cpu: f64,
}

/// Runs a program to its end, without what it says.
pub(crate) fn time(command: &mut Command) -> Result<Taken, String> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let (start, before) = (Instant::now(), children()?);
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let taken = Taken { wall: start.elapsed().as_secs_f64(), cpu: children()? - before };
    if output.status.success() {
        return Ok(taken);
    }
    Err(format!("{command:?}: {}{}", String::from_utf8_lossy(&output.stderr), output.status))
}

/// The processor time of every process that this one has waited for.
fn children() -> Result<f64, String> {
    let stat = fs::read_to_string("/proc/self/stat").map_err(said)?;
    // The name stands in brackets and can hold anything. Behind it, user and system time of
    // children are the 14th and 15th.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields).split_whitespace();
    Ok(fields.skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS)
}

/// What went wrong with a file or a process.
#[allow(clippy::needless_pass_by_value, reason = "`map_err` gives it by value")]
pub(crate) fn said(error: io::Error) -> String {
    error.to_string()
}
