//! A sector whose plugin runs in a worker process.

use std::os::fd::{AsFd, OwnedFd};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::programme::ContactMoment;
use klantwijzer_core::scorer::{Columns, Failed, Fill, Scores, Sector, SectorFailure};
use klantwijzer_core::types::CustomerType;

use crate::library::{Fault, read_manifest};
use crate::load_error::{LoadError, Result};
use crate::memory::{Layout, Shared, Writer};
use crate::process::{Limits, NoReply, Process, WorkerProgram};
use crate::wire::{Reply, Request};

/// The most customers of one batch.
const MAX_ROWS: usize = 1 << 24;

/// How a plugin's process is started, now and after a crash. The library is
/// kept as it was read, so that what is written over the file later changes
/// nothing until the plugins are loaded anew.
#[derive(Debug)]
pub(crate) struct Recipe {
    pub(crate) program: WorkerProgram,
    pub(crate) limits: Limits,
    /// File name, for the log.
    pub(crate) name: String,
    pub(crate) library: OwnedFd,
    /// The workspace's configuration of it, as JSON.
    pub(crate) config: String,
}

impl Recipe {
    /// Starts a process and has it load the library.
    pub(crate) fn start(&self) -> Result<(Process, Manifest)> {
        let no_worker = |problem: std::io::Error| LoadError::NoWorker(problem.to_string());
        let mut process = Process::start(&self.program, &self.name).map_err(no_worker)?;
        match self.ask(&mut process, &Request::Load, true)? {
            Reply::Loaded { manifest } => Ok((process, read_manifest(&manifest)?)),
            other => Err(unexpected(other)),
        }
    }

    /// Has a process make its scorer. The programmes that the plugin makes
    /// replace those of the manifest.
    pub(crate) fn create(&self, process: &mut Process, manifest: &mut Manifest) -> Result<()> {
        let config = self.config.clone();
        match self.ask(process, &Request::Create { config }, false)? {
            Reply::Created { programme } => add_programmes(manifest, &programme),
            other => Err(unexpected(other)),
        }
    }

    fn ask(&self, process: &mut Process, request: &Request, with_library: bool) -> Result<Reply> {
        let library = [self.library.as_fd()];
        let files = if with_library { &library[..] } else { &[] };
        let reply = process.ask(request, files, self.limits.time);
        reply.map_err(|problem| match problem {
            NoReply::Crashed => LoadError::Crashed,
            NoReply::TimedOut => LoadError::TimedOut { seconds: self.limits.time.as_secs() },
        })
    }
}

fn unexpected(reply: Reply) -> LoadError {
    match reply {
        Reply::Unusable(problem) => problem,
        _ => LoadError::Crashed,
    }
}

fn add_programmes(manifest: &mut Manifest, programme: &[(CustomerType, String)]) -> Result<()> {
    for (customer_type, json) in programme {
        let moments: Vec<ContactMoment> = serde_json::from_str(json)
            .map_err(|problem| LoadError::Manifest(format!("contacts: {problem}")))?;
        manifest.programme.insert(*customer_type, moments);
    }
    manifest.check().map_err(|problem| LoadError::Manifest(problem.to_string()))
}

/// A plugin in a process of its own.
#[derive(Debug)]
pub(crate) struct WorkerSector {
    manifest: Manifest,
    recipe: Recipe,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    running: Option<Running>,
    /// Crashes and time-outs since it last answered.
    crashes: u32,
}

/// A process that has made its scorer, and the blocks that it knows.
#[derive(Debug)]
struct Running {
    process: Process,
    memory: Option<Memory>,
}

#[derive(Debug)]
struct Memory {
    facts: Shared,
    scores: Arc<Shared>,
}

impl Memory {
    /// The same, where it is large enough and nobody still reads the scores of an
    /// earlier batch.
    fn if_free_for(mut self, facts: Layout, scores: Layout) -> Option<Self> {
        let is_free = self.facts.bytes() >= facts.bytes()
            && self.scores.bytes() >= scores.bytes()
            && Arc::get_mut(&mut self.scores).is_some();
        is_free.then_some(self)
    }
}

impl WorkerSector {
    /// Around a process that has made its scorer.
    pub(crate) fn new(manifest: Manifest, recipe: Recipe, process: Process) -> Self {
        let running = Some(Running { process, memory: None });
        Self { manifest, recipe, state: Mutex::new(State { running, crashes: 0 }) }
    }

    fn start(&self) -> Result<Running> {
        let (mut process, mut manifest) = self.recipe.start()?;
        self.recipe.create(&mut process, &mut manifest)?;
        Ok(Running { process, memory: None })
    }

    fn try_to_score(&self, rows: usize, fill: Fill<'_>) -> Result<Scores, Failed> {
        if rows > MAX_ROWS {
            return Err(unavailable(&format!("a batch has at most {MAX_ROWS} customers")));
        }
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.crashes >= self.recipe.limits.crashes {
            return Err(Failed::Quarantined(state.crashes));
        }
        let started = state.running.take().map_or_else(|| self.start(), Ok);
        if started.as_ref().is_err_and(|problem| !matches!(problem, LoadError::NoWorker(_))) {
            state.crashes += 1;
        }
        let mut running = started.map_err(|problem| unavailable(&problem))?;
        let scored = self.run(&mut running, rows, fill);
        if let Err(Failed::Crashed | Failed::TimedOut(_)) = scored {
            // The process is of no more use, and ended here.
            state.crashes += 1;
            return scored;
        }
        state.running = Some(running);
        if scored.is_ok() {
            state.crashes = 0;
        }
        scored
    }

    fn run(&self, running: &mut Running, rows: usize, fill: Fill<'_>) -> Result<Scores, Failed> {
        let Limits { time, time_per_row, .. } = self.recipe.limits;
        let time = time + time_per_row * rows as u32;
        let factors = self.manifest.factors.len();
        let facts = Layout::new(rows, self.manifest.facts.len());
        let scores = Layout::new(rows, Scores::OWN_COLUMNS + factors);
        let free = running.memory.take().and_then(|known| known.if_free_for(facts, scores));
        let memory = running.memory.insert(match free {
            Some(memory) => memory,
            None => self.share_memory(&mut running.process, facts, scores)?,
        });
        fill(&mut memory.facts.columns_mut(facts));
        match running.process.ask(&Request::Score { rows: rows as u64 }, &[], time) {
            Ok(Reply::Scored) => {
                let lent = Lent { memory: Arc::clone(&memory.scores), layout: scores };
                Ok(Scores::new(lent, factors))
            }
            Ok(Reply::Fault(Fault::Error(message))) => Err(Failed::Refused(cut(&message))),
            Ok(Reply::Fault(Fault::Panic(message))) => Err(Failed::Panicked(cut(&message))),
            Ok(_) => Err(Failed::Crashed),
            Err(problem) => Err(lost(problem, time)),
        }
    }

    /// Makes memory that both sides share.
    fn share_memory(
        &self,
        process: &mut Process,
        facts: Layout,
        scores: Layout,
    ) -> Result<Memory, Failed> {
        let block = |layout: Layout, writer| {
            Shared::create(layout.bytes(), writer).map_err(|problem| unavailable(&problem))
        };
        let (facts, scores) = (block(facts, Writer::Host)?, block(scores, Writer::Worker)?);
        let request =
            Request::Memory { facts: facts.bytes() as u64, scores: scores.bytes() as u64 };
        let time = self.recipe.limits.time;
        let told = process.tell(&request, &[facts.file(), scores.file()], time);
        told.map_err(|problem| lost(problem, time))?;
        Ok(Memory { facts, scores: Arc::new(scores) })
    }
}

impl Sector for WorkerSector {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn score(&self, rows: usize, fill: Fill<'_>) -> Result<Scores, SectorFailure> {
        let scored = self.try_to_score(rows, fill);
        scored.map_err(|how| SectorFailure { plugin: self.manifest.id.to_string(), how })
    }
}

fn unavailable(message: &impl ToString) -> Failed {
    Failed::Unavailable(message.to_string())
}

fn lost(problem: NoReply, time: Duration) -> Failed {
    match problem {
        NoReply::Crashed => Failed::Crashed,
        NoReply::TimedOut => Failed::TimedOut(time.as_secs()),
    }
}

/// Scores that still lie where the worker wrote them. The next batch uses the
/// memory again once this is dropped.
struct Lent {
    memory: Arc<Shared>,
    layout: Layout,
}

impl Columns for Lent {
    fn column(&self, column: usize) -> &[f64] {
        self.memory.column(self.layout, column)
    }
}

/// The longest text of a plugin that is passed on, in characters.
const MAX_MESSAGE: usize = 500;

fn cut(message: &str) -> String {
    message.chars().take(MAX_MESSAGE).collect()
}
