//! One worker process, seen from the host.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read};
use std::os::fd::{BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::wire::{Reply, Request, receive_by, send};

/// The program that runs a plugin: it must call [`worker_main`] and do nothing
/// else. It is started with an empty environment, so that no secret reaches a
/// plugin that way.
///
/// [`worker_main`]: crate::worker_main
#[derive(Debug, Clone)]
pub struct WorkerProgram {
    /// Full path of the program.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<OsString>,
}

/// How long a plugin may take and how often it may fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For anything that a plugin is asked, however small.
    pub time: Duration,
    /// On top of that, for each customer of a batch.
    pub time_per_row: Duration,
    /// Crashes and time-outs running after which a plugin is switched off.
    pub crashes: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(10), time_per_row: Duration::from_micros(20), crashes: 3 }
    }
}

/// Why there is no reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoReply {
    /// The process ended, or spoke nonsense and was ended.
    Crashed,
    /// The deadline passed, and it was ended.
    TimedOut,
}

/// A running worker. It is killed when this is dropped.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    control: UnixStream,
}

impl Process {
    /// Starts a worker; `name` stands in the log before what it writes to its
    /// standard error.
    pub(crate) fn start(program: &WorkerProgram, name: &str) -> io::Result<Self> {
        let (control, theirs) = UnixStream::pair()?;
        let mut child = Command::new(&program.program)
            .args(&program.args)
            .env_clear()
            .stdin(Stdio::from(OwnedFd::from(theirs)))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            // Ctrl-C in a terminal is for the host, which ends its workers itself.
            .process_group(0)
            .spawn()?;
        if let Some(stderr) = child.stderr.take() {
            let name = name.to_owned();
            thread::Builder::new()
                .name("plugin-log".to_owned())
                .spawn(move || log_lines(stderr, &name))?;
        }
        Ok(Self { child, control })
    }

    /// Asks, and waits for one reply.
    pub(crate) fn ask(
        &mut self,
        request: &Request,
        files: &[BorrowedFd<'_>],
        time: Duration,
    ) -> Result<Reply, NoReply> {
        let deadline = Instant::now() + time;
        self.tell(request, files, time)?;
        self.reply(deadline)
    }

    /// Tells, without waiting for a reply.
    pub(crate) fn tell(
        &mut self,
        request: &Request,
        files: &[BorrowedFd<'_>],
        time: Duration,
    ) -> Result<(), NoReply> {
        let written = self
            .control
            .set_write_timeout(Some(time))
            .and_then(|()| send(&mut self.control, request, files));
        written.map_err(|problem| no_reply(&problem))
    }

    /// Waits for a reply. After a failure the process is of no more use.
    pub(crate) fn reply(&mut self, deadline: Instant) -> Result<Reply, NoReply> {
        receive_by(&mut self.control, deadline).map_err(|problem| no_reply(&problem))
    }
}

fn no_reply(problem: &io::Error) -> NoReply {
    match problem.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => NoReply::TimedOut,
        _ => NoReply::Crashed,
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may be gone already; then there is nothing left to end.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The longest line of a plugin that is logged whole.
const MAX_LINE: u64 = 1000;

fn log_lines(stderr: impl Read, name: &str) {
    let mut stderr = BufReader::new(stderr);
    loop {
        let mut line = Vec::new();
        match (&mut stderr).take(MAX_LINE).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return,
            Ok(_) => {
                let text = String::from_utf8_lossy(&line);
                tracing::warn!(plugin = name, "{}", text.trim_end().escape_debug());
            }
        }
    }
}
