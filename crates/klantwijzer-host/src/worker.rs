//! The worker process: loads one plugin and does what the host asks.

use std::fs::File;
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;

use klantwijzer_core::scorer::Scores;
use klantwijzer_core::types::CustomerType;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::{Errno, fcntl_dupfd_cloexec};

use crate::check::probe;
use crate::library::{Fault, Library, Plugin, read_manifest};
use crate::load_error::{LoadError, Result};
use crate::memory::{Layout, Shared};
use crate::wire::{Reply, Request, receive, send};

/// What the program that a [`WorkerProgram`] names must run, first and alone:
/// serves the host on standard input, which is a socket, until that is closed.
///
/// [`WorkerProgram`]: crate::WorkerProgram
pub fn worker_main() -> ExitCode {
    let served = take_control().and_then(|control| {
        end_with(control.try_clone()?)?;
        Worker::default().serve(control)
    });
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("the plugin worker, which the program starts itself, ended: {problem}");
            ExitCode::from(2)
        }
    }
}

/// Takes the socket from standard input, and leaves nothing there for a plugin
/// to read.
fn take_control() -> io::Result<UnixStream> {
    let stdin = rustix::stdio::stdin();
    let control = UnixStream::from(fcntl_dupfd_cloexec(stdin, 3)?);
    control.peer_addr()?;
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    Ok(control)
}

/// Ends this process when the host is gone, whatever the plugin is doing.
///
/// The kernel's own signal for this follows the host's thread, not its process,
/// and so would end the worker with a thread that merely started it.
fn end_with(host: UnixStream) -> io::Result<()> {
    let watch = move || {
        loop {
            let mut watched = [PollFd::new(&host, PollFlags::RDHUP)];
            if poll(&mut watched, None) != Err(Errno::INTR) {
                // SAFETY: ends the process at once; nothing in it needs an end.
                unsafe { libc::_exit(0) };
            }
        }
    };
    thread::Builder::new().name("host-watch".to_owned()).spawn(watch)?;
    Ok(())
}

/// What a worker has by now.
#[derive(Default)]
struct Worker {
    library: Option<Library>,
    plugin: Option<Plugin>,
    memory: Option<(Shared, Shared)>,
}

impl Worker {
    fn serve(&mut self, mut control: UnixStream) -> io::Result<()> {
        while let Some((request, files)) = receive(&mut control)? {
            let reply = match request {
                Request::Load => {
                    let loaded = self.load(files);
                    loaded.map_or_else(Reply::Unusable, |manifest| Reply::Loaded { manifest })
                }
                Request::Create { config } => {
                    let created = self.create(&config);
                    created.map_or_else(Reply::Unusable, |programme| Reply::Created { programme })
                }
                Request::Memory { facts, scores } => {
                    self.use_memory(files, facts, scores)?;
                    continue;
                }
                Request::Score { rows } => self.score(rows as usize)?,
                Request::Check => self.check(&mut control)?,
            };
            send(&mut control, &reply, &[])?;
        }
        Ok(())
    }

    /// Loads the library; gives its manifest.
    fn load(&mut self, files: Vec<OwnedFd>) -> Result<String> {
        let file = files.into_iter().next();
        let file = file.ok_or_else(|| LoadError::Unreadable("no file came".to_owned()))?;
        let path = PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()));
        let library = self.library.insert(Library::open(&path)?);
        Ok(library.manifest_json.clone())
    }

    /// Makes the scorer; gives the programmes that it makes.
    fn create(&mut self, config: &str) -> Result<Vec<(CustomerType, String)>> {
        let library = self.library.as_ref().ok_or(LoadError::NotAPlugin)?;
        let manifest = read_manifest(&library.manifest_json)?;
        let refused = |fault| match fault {
            Fault::Error(told) => LoadError::Refused(told),
            Fault::Panic(told) => LoadError::Panicked(told),
        };
        let instance = library.create(config).map_err(refused)?;
        let mut programme = Vec::new();
        for customer_type in CustomerType::ALL {
            let moments = instance.contacts(customer_type).map_err(refused)?;
            programme.extend(moments.map(|json| (customer_type, json)));
        }
        self.plugin = Some(Plugin { instance, manifest });
        Ok(programme)
    }

    fn use_memory(&mut self, files: Vec<OwnedFd>, facts: u64, scores: u64) -> io::Result<()> {
        let [fact_file, score_file] = <[OwnedFd; 2]>::try_from(files)
            .map_err(|_| io::Error::other("memory came without its files"))?;
        self.memory = None;
        let facts = Shared::open(fact_file, facts as usize, false)?;
        let scores = Shared::open(score_file, scores as usize, true)?;
        self.memory = Some((facts, scores));
        Ok(())
    }

    fn score(&self, rows: usize) -> io::Result<Reply> {
        let (Some(plugin), Some((facts, scores))) = (&self.plugin, &self.memory) else {
            return Err(io::Error::other("there is nothing to score with"));
        };
        let too_small = || io::Error::other("the batch does not fit the memory");
        let Plugin { instance, manifest } = plugin;
        let facts = starts(facts, rows, manifest.facts.len()).ok_or_else(too_small)?;
        let outputs = starts(scores, rows, Scores::OWN_COLUMNS + manifest.factors.len());
        let outputs = outputs.ok_or_else(too_small)?;
        let facts: Vec<*const f64> = facts.into_iter().map(<*mut f64>::cast_const).collect();
        // SAFETY: the columns lie apart in mapped memory, as `starts` saw.
        let outcome = unsafe { instance.score(rows, &facts, &outputs) };
        Ok(outcome.map_or_else(Reply::Fault, |()| Reply::Scored))
    }

    fn check(&self, control: &mut UnixStream) -> io::Result<Reply> {
        let plugin = self.plugin.as_ref();
        let plugin = plugin.ok_or_else(|| io::Error::other("there is nothing to check"))?;
        let rows_per_second =
            probe::run(plugin, &mut |step| send(control, &Reply::Step(step), &[]))?;
        Ok(Reply::Checked { rows_per_second })
    }
}

fn starts(memory: &Shared, rows: usize, columns: usize) -> Option<Vec<*mut f64>> {
    let layout = Layout::new(rows, columns);
    (0..columns).map(|column| memory.start(layout, column)).collect()
}
