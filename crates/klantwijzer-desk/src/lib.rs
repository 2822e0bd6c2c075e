//! The application: import, review and ask, for any frontend.
//!
//! A question goes from the frontend to [`Book::ask`], a file to
//! [`Desk::import_files`]. Whatever is told of a book comes from the [`Book`] that an
//! operation opened, once. The desk knows the core, the ports and the understanding
//! of sentences; it knows no frontend and reads no clock.

mod access;
mod audit;
mod basis;
mod book;
mod called;
mod card;
mod contact;
mod customer;
mod decide;
mod definitions;
mod deletion;
mod difference;
mod error;
mod evidence;
mod files;
mod import;
mod in_use;
mod mentions;
mod movement;
mod owners;
mod privacy;
mod reader;
mod repeated;
mod reviewing;
mod workspace;

pub use access::Who;
pub use book::{Asked, Book};
pub use card::Card;
pub use difference::ImportReport;
pub use error::{DeskError, ExpressionFlaw};
pub use files::{Files, ImportOptions, ImportedFiles, SourceFile, stated_facts};
pub use movement::Movement;
pub use owners::OwnerNamed;
pub use privacy::{Held, HeldRecords};
pub use workspace::Snapshot;
// What a person can state about files is part of `ImportOptions`.
pub use klantwijzer_intake::{DateOrder, DecimalSign, FileKind};

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_ask::terms::{BookWords, Labelled, PluginWords};
use klantwijzer_ask::vocabulary::Vocabulary;
use klantwijzer_core::access::Action;
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::scorer::{Broken, Sector};
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::Store;
use smol_str::SmolStr;
use tokio::sync::Mutex;

use crate::error::Result;
use crate::in_use::InUse;
use crate::reader::{Loaded, Reader};
use crate::workspace::Workspace;

/// Serves every workspace in a store with the same plugins.
pub struct Desk {
    store: Arc<dyn Store>,
    plugins: Loaded,
    workspaces: Mutex<InUse>,
}

impl Desk {
    /// A desk over a store with these sector plugins.
    pub fn new(store: Arc<dyn Store>, sectors: Vec<Arc<dyn Sector>>) -> Self {
        let plugins = Loaded { ready: sectors, ..Loaded::default() };
        Self { store, plugins, workspaces: Mutex::default() }
    }

    /// Knows of plugins that are there and cannot be used, and of those that were
    /// removed for good: any other one that scored before is taken to be missing.
    #[must_use]
    pub fn without(mut self, broken: Vec<Broken>, removed: BTreeSet<SmolStr>) -> Self {
        self.plugins = Loaded { broken, removed, ..self.plugins };
        self
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
        self.plugins.ready.iter().map(|sector| sector.manifest())
    }

    /// The book with the review in force on the person's day, read from the store.
    pub async fn portfolio(&self, who: &Who) -> Result<Portfolio> {
        who.may(Action::Ask)?;
        let reviews = self.store.reviews(who.workspace).await?;
        Ok(self.reader(who.workspace).load(who.today, &reviews).await?.0)
    }

    /// The snapshot to answer from. Where something was kept that was not reviewed,
    /// it is reviewed first, and nothing is published before: until then every
    /// question tries again. Whoever looks from another day than that of the
    /// calendar changes nothing that is kept: there the review is worked out and
    /// not recorded.
    async fn current(&self, who: &Who) -> Result<Arc<Snapshot>> {
        let used = self.workspace(who.workspace).await;
        if let Some(snapshot) = used.seen_from(who.today) {
            return Ok(snapshot);
        }
        let _writing = used.writing.lock().await;
        if let Some(snapshot) = used.seen_from(who.today) {
            return Ok(snapshot);
        }
        let reader = self.reader(who.workspace);
        let day = who.today;
        // The port gives all that were recorded; once is enough for both.
        let reviews = self.store.reviews(who.workspace).await?;
        if !reader.is_behind(who, &reviews).await? {
            let (portfolio, days) = reader.load(day, &reviews).await?;
            // From the other days of that review more may have to be in it.
            let days = if day == who.calendar_day { days } else { day..=day };
            return Ok(self.publish(&used, portfolio, days));
        }
        if day == who.calendar_day {
            return Ok(self.review_and_publish(&used, who).await?.1);
        }
        Ok(self.publish(&used, reader.worked_out(day).await?, day..=day))
    }

    fn publish(
        &self,
        used: &Workspace,
        portfolio: Portfolio,
        days: RangeInclusive<Date>,
    ) -> Arc<Snapshot> {
        let vocabulary = Arc::new(self.vocabulary(&portfolio));
        let snapshot = Arc::new(Snapshot { portfolio: Arc::new(portfolio), vocabulary });
        used.keep(Arc::clone(&snapshot), days);
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
        Reader { store: self.store.as_ref(), plugins: &self.plugins, workspace }
    }

    async fn workspace(&self, workspace: WorkspaceId) -> Arc<Workspace> {
        self.workspaces.lock().await.get(workspace)
    }
}
