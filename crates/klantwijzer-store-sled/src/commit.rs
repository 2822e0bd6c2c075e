//! The commit thread: everything that writes runs on it, one after the other.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError, RwLock, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::{AuditLine, Result, StoreError, rules};
use tokio::sync::oneshot;

use super::draft::Draft;
use super::engine::Engine;
use super::folder;

/// How long apart the engine is tried again while the last threads of the one
/// before still hold its file: longer than a folder that another process has, as
/// nothing goes on before.
const PAUSE: Duration = folder::PAUSE.saturating_mul(2);

type Job = Box<dyn FnOnce(&Shared) + Send>;

/// The commit thread and the engine that it alone writes to.
pub(super) struct Committer {
    shared: Arc<Shared>,
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Committer {
    /// Starts the thread on an open engine.
    pub(super) fn start(folder: PathBuf, engine: Engine) -> Result<Self> {
        let shared = Arc::new(Shared { folder, engine: RwLock::new(Some(engine)) });
        let (jobs, queue) = mpsc::channel::<Job>();
        let work = {
            let shared = shared.clone();
            move || queue.into_iter().for_each(|job| job(&shared))
        };
        let thread = thread::Builder::new()
            .name("store commits".to_owned())
            .spawn(work)
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { shared, jobs: Some(jobs), thread: Some(thread) })
    }

    /// Reads, on the caller's own thread. An engine that gave up in the background is
    /// read as it is, for to open it again takes room that a full disk does not have.
    /// What fails for that is read again from one that is opened anew.
    pub(super) fn read<T>(&self, mut read: impl FnMut(&Engine) -> Result<T>) -> Result<T> {
        let first = self.shared.with_open(&mut read).flatten();
        if first.is_err() && self.shared.has_given_up() {
            return self.shared.with(&mut read)?;
        }
        first
    }

    /// Reads, on the caller's own thread, what cannot be begun again.
    pub(super) fn read_once<T>(&self, read: impl FnOnce(&Engine) -> Result<T>) -> Result<T> {
        self.shared.with(read)?
    }

    /// Prepares a change of a workspace and makes it visible with the lines that say
    /// who did it, on the commit thread. It is done whole even when the caller stops
    /// waiting for it.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        workspace: WorkspaceId,
        audit: &[AuditLine],
        prepare: impl FnOnce(&mut Draft<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        rules::check_audit(audit)?;
        let audit = audit.to_vec();
        self.run(move |shared| shared.change(workspace, &audit, prepare)).await
    }

    /// Clears away what lies there of erased customers and deleted workspaces. The
    /// change that decided so has happened, so a failure is no error of it: opening
    /// the store tries again.
    pub(super) async fn clear(&self) -> Result<()> {
        let clear = |shared: &Shared| {
            if let Err(error) = shared.with(Engine::clear_gone).flatten() {
                tracing::warn!(%error, "what was erased or deleted could not be cleared away yet");
                shared.recover(&error);
            }
            Ok(())
        };
        self.run(clear).await
    }

    /// Runs a job on the commit thread.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Shared) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let stopped = || StoreError::Unavailable("the commit thread has stopped".to_owned());
        let (answer, result) = oneshot::channel();
        let job: Job = Box::new(move |shared| {
            // Nobody listens when the caller stopped waiting.
            let _ = answer.send(job(shared));
        });
        self.jobs.as_ref().ok_or_else(stopped)?.send(job).map_err(|_| stopped())?;
        result.await.map_err(|_| stopped())?
    }
}

impl Drop for Committer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // Panics within jobs are caught there.
            let _ = thread.join();
        }
    }
}

/// The engine. It is closed and opened again after a failed write: it does not
/// go on by itself, and what it holds in memory is not what lies on the disk.
pub(super) struct Shared {
    folder: PathBuf,
    engine: RwLock<Option<Engine>>,
}

impl Shared {
    /// Works with the open engine; opens it where that failed before, and again
    /// where it gave up.
    pub(super) fn with<T>(&self, work: impl FnOnce(&Engine) -> T) -> Result<T> {
        if self.has_given_up() {
            self.reopen(|engine| engine.gave_up().is_some())?;
        }
        self.with_open(work)
    }

    /// Works with the engine as it is; an error where it is closed.
    fn with_open<T>(&self, work: impl FnOnce(&Engine) -> T) -> Result<T> {
        let engine = self.engine.read().unwrap_or_else(PoisonError::into_inner);
        let open = engine.as_ref().ok_or_else(closed)?;
        // The engine panics on some kinds of damage.
        catch_unwind(AssertUnwindSafe(|| work(open))).map_err(|_| {
            StoreError::Damaged("the engine stopped in the middle of its work".to_owned())
        })
    }

    fn has_given_up(&self) -> bool {
        let engine = self.engine.read().unwrap_or_else(PoisonError::into_inner);
        engine.as_ref().is_none_or(|engine| engine.gave_up().is_some())
    }

    /// Opens the engine where it is closed; where it is open and `ill`, closes
    /// it first.
    fn reopen(&self, ill: impl FnOnce(&Engine) -> bool) -> Result<()> {
        let mut engine = self.engine.write().unwrap_or_else(PoisonError::into_inner);
        if engine.as_ref().is_some_and(|engine| !ill(engine)) {
            return Ok(());
        }
        *engine = None;
        let opened = folder::patiently(|| thread::sleep(PAUSE), || Engine::open(&self.folder));
        *engine = Some(opened.map_err(|error| match error {
            StoreError::InUse(_) => closed(),
            other => other,
        })?);
        Ok(())
    }

    fn change<T>(
        &self,
        workspace: WorkspaceId,
        audit: &[AuditLine],
        prepare: impl FnOnce(&mut Draft<'_>) -> Result<T>,
    ) -> Result<T> {
        // The number of the change and what the caller gets when it happened. Once it
        // is there the change is being written, and before that nothing is.
        let mut decided = None;
        // In one go: between staging and the flip nobody may open the engine
        // again, which clears away what is staged.
        let done = self.with(|engine| {
            if engine.restoring.load(Ordering::Acquire) {
                let why = "a backup is being restored; try again when that is done";
                return Err(StoreError::Refused(why.to_owned()));
            }
            let mut draft = Draft::begin(engine, workspace)?;
            let value = prepare(&mut draft)?;
            let number = draft.complete(audit)?;
            decided = Some((number, value));
            number.map_or(Ok(()), |number| draft.write(number))
        });
        match (done, decided) {
            (Ok(Ok(())), Some((_, value))) => Ok(value),
            (Ok(Err(error)), None) => Err(error),
            (Ok(Err(error)) | Err(error), decided) => {
                let error = self.cause(error);
                let opened = self.recover(&error);
                match decided {
                    // The error does not tell whether the change lies on the
                    // disk; the disk does.
                    Some((Some(number), value)) if opened && self.happened(number) => Ok(value),
                    _ => Err(error),
                }
            }
            (Ok(Ok(())), None) => Err(closed()),
        }
    }

    /// What made the engine give up, where it did: what fails afterwards is only
    /// a consequence.
    fn cause(&self, error: StoreError) -> StoreError {
        let engine = self.engine.read().unwrap_or_else(PoisonError::into_inner);
        engine.as_ref().and_then(Engine::gave_up).unwrap_or(error)
    }

    /// Opens the engine again after a failure; returns whether that worked. If
    /// not, it is tried at the next use.
    pub(super) fn recover(&self, failure: &StoreError) -> bool {
        tracing::warn!(%failure, "a write failed; opening the store again");
        match self.reopen(|_| true) {
            Ok(()) => true,
            Err(error) => {
                tracing::error!(%error, "the store cannot be opened again");
                false
            }
        }
    }

    fn happened(&self, number: u64) -> bool {
        let confirmed = |engine: &Engine| {
            let there = engine.state()?.commits == number;
            if there {
                engine.acknowledge(number)?;
            }
            Ok(there)
        };
        matches!(self.with(confirmed), Ok(Ok::<bool, StoreError>(true)))
    }
}

fn closed() -> StoreError {
    StoreError::Unavailable("the data folder cannot be opened again".to_owned())
}
