//! The application: import, review and ask, for any frontend.
//!
//! A question goes from the frontend to [`Desk::ask`], a file to
//! [`Desk::import`]. The desk knows the core, the ports and the understanding
//! of sentences; it knows no frontend and reads no clock.

mod access;
mod ask;
mod audit;
mod called;
mod card;
mod customer;
mod decide;
mod definitions;
mod deletion;
mod error;
mod import;
mod in_use;
mod mentions;
mod movement;
mod plan;
mod privacy;
mod repeated;
mod reviewing;
mod workspace;

pub use access::Who;
pub use ask::Reply;
pub use card::Card;
pub use error::DeskError;
pub use import::ImportReport;
pub use movement::Movement;
pub use privacy::{Held, HeldRecords};
pub use workspace::Snapshot;

use std::num::NonZeroUsize;
use std::sync::Arc;

use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_ask::terms::{BookWords, Labelled, PluginWords};
use klantwijzer_ask::vocabulary::Vocabulary;
use klantwijzer_core::access::Action;
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::scorer::Sector;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::Store;
use tokio::sync::Mutex;

use crate::in_use::InUse;
use crate::workspace::{Reader, Workspace};

/// Serves every workspace in a store with the same plugins.
pub struct Desk {
    store: Arc<dyn Store>,
    sectors: Vec<Arc<dyn Sector>>,
    workspaces: Mutex<InUse>,
}

impl Desk {
    /// A desk over a store with these sector plugins.
    pub fn new(store: Arc<dyn Store>, sectors: Vec<Arc<dyn Sector>>) -> Self {
        Self { store, sectors, workspaces: Mutex::default() }
    }

    /// Keeps at most so many workspaces in memory, those that were used last; the
    /// others are read from the store when they are used again.
    #[must_use]
    pub fn keeping(mut self, most: NonZeroUsize) -> Self {
        self.workspaces = Mutex::new(InUse::at_most(most));
        self
    }

    /// The store, for operations that are not about one workspace.
    pub fn store(&self) -> &dyn Store {
        self.store.as_ref()
    }

    /// What the loaded plugins say of themselves.
    pub fn manifests(&self) -> impl Iterator<Item = &Manifest> {
        self.sectors.iter().map(|sector| sector.manifest())
    }

    /// The book with its last recorded review, read from the store.
    pub async fn portfolio(
        &self,
        workspace: WorkspaceId,
        who: &Who,
    ) -> Result<Portfolio, DeskError> {
        who.may(Action::Ask)?;
        self.reader(workspace).load().await
    }

    /// The snapshot to answer from: the book with its last recorded review.
    pub async fn snapshot(
        &self,
        workspace: WorkspaceId,
        who: &Who,
    ) -> Result<Arc<Snapshot>, DeskError> {
        who.may(Action::Ask)?;
        self.current(workspace, who).await
    }

    /// The snapshot to answer from. Where the book changed and the review of it
    /// did not come about, it is reviewed first, as of the person's day.
    async fn current(&self, workspace: WorkspaceId, who: &Who) -> Result<Arc<Snapshot>, DeskError> {
        let used = self.workspace(workspace).await;
        if let Some(snapshot) = used.snapshot.load_full() {
            return Ok(snapshot);
        }
        let _writing = used.writing.lock().await;
        if let Some(snapshot) = used.snapshot.load_full() {
            return Ok(snapshot);
        }
        let portfolio = self.reader(workspace).load().await?;
        let snapshot = self.publish(&used, portfolio);
        self.catch_up(workspace, &used, who.today).await?;
        Ok(used.snapshot.load_full().unwrap_or(snapshot))
    }

    fn publish(&self, used: &Workspace, portfolio: Portfolio) -> Arc<Snapshot> {
        let vocabulary = Arc::new(self.vocabulary(&portfolio));
        let snapshot = Arc::new(Snapshot { portfolio: Arc::new(portfolio), vocabulary });
        used.snapshot.store(Some(Arc::clone(&snapshot)));
        snapshot
    }

    fn vocabulary(&self, portfolio: &Portfolio) -> Vocabulary {
        let dictionaries = portfolio.dictionaries();
        let own = portfolio.definitions().iter().map(|own| match &own.label {
            Some(label) => Labelled::new(&own.name, label),
            None => Labelled { name: own.name.clone(), labels: vec![own.name.to_string()] },
        });
        let facts = self.manifests().flat_map(|manifest| &manifest.facts);
        let words = BookWords {
            sectors: dictionaries.sectors.words().to_vec(),
            owners: dictionaries.owners.words().to_vec(),
            countries: dictionaries.countries.words().to_vec(),
            plugins: self.manifests().map(PluginWords::from).collect(),
            definitions: own.collect(),
            fields: facts.map(|fact| Labelled::new(&fact.id, &fact.label)).collect(),
        };
        Vocabulary::build(portfolio.rows().map(|row| (row.no(), row.id(), row.name())), &words)
    }

    fn reader(&self, workspace: WorkspaceId) -> Reader<'_> {
        Reader { store: self.store.as_ref(), sectors: &self.sectors, workspace }
    }

    async fn workspace(&self, workspace: WorkspaceId) -> Arc<Workspace> {
        self.workspaces.lock().await.get(workspace)
    }
}
