//! What all conversations share.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use klantwijzer_core::team::Team;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_frontend::Program;
use klantwijzer_text::{Failure, Texts, fail};
use tokio::sync::{Semaphore, SemaphorePermit, SetOnce, watch};
use tracing::error;

use super::config::Config;
use super::conversation::Conversations;
use super::gateway::Gateway;
use super::metrics::Metrics;
use super::sending::Channels;
use super::teams::Teams;

/// What all conversations share.
pub(crate) struct Bot {
    pub(super) config: Config,
    pub(super) metrics: Metrics,
    pub(super) gateway: Gateway,
    /// What was just spoken of.
    pub(super) conversations: Conversations,
    /// For files that people attach, and for Discord itself.
    pub(super) downloads: reqwest::Client,
    /// The opened data; empty while it is being opened.
    opened: SetOnce<Program>,
    /// The imports that are being confirmed.
    confirming: Mutex<HashSet<u64>>,
    /// What is said in channels.
    pub(super) channels: Channels,
    /// Turns for work that takes the processor.
    turns: Semaphore,
    /// Turns for fetching files and looking through them: they lie in memory.
    fetches: Semaphore,
    /// The turns that each workspace may have at once, so that those of another
    /// one are left when much is waiting in it.
    own_turns: Mutex<HashMap<WorkspaceId, Arc<Semaphore>>>,
    teams: Teams,
    /// Held while it is decided what becomes of a server's data.
    pub(super) farewells: tokio::sync::Mutex<()>,
    /// Held while it is looked up which servers somebody shares with the bot, so
    /// that many who ask do not become a flood of requests.
    pub(super) looking: tokio::sync::Mutex<()>,
    /// Whether the bot must stop.
    stopping: watch::Sender<bool>,
}

/// An import that is being confirmed, for as long as this lives.
pub(crate) struct Confirming<'a> {
    bot: &'a Bot,
    id: u64,
}

impl Drop for Confirming<'_> {
    fn drop(&mut self) {
        let mut confirming = self.bot.confirming.lock().unwrap_or_else(PoisonError::into_inner);
        confirming.remove(&self.id);
    }
}

impl Bot {
    /// The turn to confirm an import; `None` while somebody else has it.
    pub(super) fn confirms(&self, id: u64) -> Option<Confirming<'_>> {
        let mut confirming = self.confirming.lock().unwrap_or_else(PoisonError::into_inner);
        confirming.insert(id).then(|| Confirming { bot: self, id })
    }

    pub(super) fn new(config: Config, downloads: reqwest::Client) -> Self {
        Self {
            // One more than a workspace may have by itself.
            turns: Semaphore::new(at_once(config.limits.at_once) + 1),
            fetches: Semaphore::new(FETCHES),
            own_turns: Mutex::default(),
            metrics: Metrics::default(),
            gateway: Gateway::default(),
            confirming: Mutex::default(),
            channels: Channels::default(),
            conversations: Conversations::default(),
            downloads,
            opened: SetOnce::new(),
            teams: Teams::default(),
            farewells: tokio::sync::Mutex::default(),
            looking: tokio::sync::Mutex::default(),
            stopping: watch::Sender::new(false),
            config,
        }
    }

    /// Lets conversations begin: the data is open.
    pub(super) fn begin(&self, program: Program) {
        // It is opened once; a second time there is nothing to change.
        let _ = self.opened.set(program);
    }

    /// The desk, once the data is open.
    pub(super) async fn told_open(&self) -> &Program {
        self.opened.wait().await
    }

    /// The desk with what every command needs, as somebody without rights.
    pub(super) fn program(&self, texts: &Texts) -> Result<&Program, Failure> {
        self.opened().ok_or_else(|| fail!(texts, "starting"))
    }

    /// The desk, where the data is open.
    pub(super) fn opened(&self) -> Option<&Program> {
        self.opened.get()
    }

    /// Tells everything to stop.
    pub(super) fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Waits until it is time to stop.
    pub(super) async fn told_to_stop(&self) {
        // The sender lives as long as the bot, so this ends only then.
        let _ = self.stopping.subscribe().wait_for(|stopping| *stopping).await;
    }

    /// Lets so much time go by, and tells whether it was time to stop before that.
    pub(super) async fn stops_within(&self, time: Duration) -> bool {
        tokio::time::timeout(time, self.told_to_stop()).await.is_ok()
    }

    /// The team of a workspace, without waiting for a turn.
    pub(super) async fn team(
        self: &Arc<Self>,
        workspace: WorkspaceId,
        texts: &'static Texts,
    ) -> Result<Arc<Team>, Failure> {
        if let Some(known) = self.teams.get(workspace) {
            return Ok(known);
        }
        let changes = self.teams.changes();
        let program = self.program(texts)?.clone();
        let read = move || program.wait(program.desk.team(workspace));
        let team = Arc::new(unblocked(texts, read).await??);
        self.teams.keep(workspace, &team, changes);
        Ok(team)
    }

    fn turns_of(&self, workspace: WorkspaceId) -> Arc<Semaphore> {
        let mut all = self.own_turns.lock().unwrap_or_else(PoisonError::into_inner);
        let own = || Arc::new(Semaphore::new(at_once(self.config.limits.at_once)));
        Arc::clone(all.entry(workspace).or_insert_with(own))
    }

    /// The team was changed: it is read again when it is needed.
    pub(super) fn forget_team(&self, workspace: WorkspaceId) {
        self.teams.forget(workspace);
        self.conversations.forget_shared();
    }

    /// Waits for a turn to fetch files.
    pub(super) async fn fetching(
        &self,
        texts: &'static Texts,
    ) -> Result<SemaphorePermit<'_>, Failure> {
        self.fetches.acquire().await.map_err(|_| fail!(texts, "went-wrong"))
    }

    /// Does work of a workspace, which never takes the turns of all others.
    pub(super) async fn work_of<T: Send + 'static>(
        &self,
        workspace: WorkspaceId,
        texts: &'static Texts,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let own = self.turns_of(workspace);
        let _own = own.acquire().await.map_err(|_| fail!(texts, "went-wrong"))?;
        self.work(texts, work).await
    }

    /// Does work that takes the processor, when its turn has come, away from the
    /// threads that keep the connection alive.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        texts: &'static Texts,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let _turn = self.turns.acquire().await.map_err(|_| fail!(texts, "went-wrong"))?;
        unblocked(texts, work).await
    }
}

/// How many people fetch files at once.
const FETCHES: usize = 2;

/// More work at once than there are processors would only keep the connection,
/// and with it every acknowledgement, waiting.
fn at_once(most: usize) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    most.clamp(1, processors)
}

/// Runs work on a thread that may block. A panic in it is an error, not an end.
async fn unblocked<T: Send + 'static>(
    texts: &'static Texts,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.map_err(|problem| {
        error!(%problem, "work ended by itself");
        fail!(texts, "went-wrong")
    })
}
