//! What every command works with: the desk, the plugins and the person's
//! language.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use klantwijzer_core::access::{Level, PersonId};
use klantwijzer_core::language::Language;
use klantwijzer_core::manifest::{Bilingual, Manifest, Words};
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::{Desk, DeskError, Snapshot, Who};
use klantwijzer_host::{Limits, LoadProblem, Sectors, WorkerProgram};
use klantwijzer_store::{Store, StoreError};
use klantwijzer_store_sled::SledStore;

use crate::cli::Cli;
use crate::failure::{self, Failure, fail};
use crate::render::Names;
use crate::text::Texts;

/// The hidden word that makes this program a plugin's worker.
pub(crate) const WORKER: &str = "plugin-worker";

/// Everything that a command needs, opened. A copy shares what was opened.
#[derive(Clone)]
pub(crate) struct Office {
    /// The application.
    pub(crate) desk: Arc<Desk>,
    /// Whose data it is.
    pub(crate) workspace: WorkspaceId,
    /// The workspace's name.
    pub(crate) workspace_name: String,
    /// Plugins that could not be used.
    pub(crate) problems: Arc<[LoadProblem]>,
    /// Where the plugins are.
    pub(crate) plugins: PathBuf,
    /// Where the data is.
    pub(crate) data: PathBuf,
    /// The day to look from, where the person named one.
    pub(crate) as_of: Option<Date>,
    /// Who works here.
    pub(crate) person: Person,
    /// The time zone that days begin and end in.
    pub(crate) zone: TimeZone,
    /// The texts in the person's language.
    pub(crate) texts: &'static Texts,
}

/// Who works with an office.
#[derive(Clone)]
pub(crate) struct Person {
    /// Who it is, for good.
    pub(crate) id: PersonId,
    /// The person's name.
    pub(crate) name: String,
    /// What the person may do.
    pub(crate) level: Option<Level>,
}

impl Person {
    /// The person at the terminal: whoever can read the data folder may do
    /// everything with it.
    fn at_terminal() -> Self {
        let name = std::env::var("USER").unwrap_or_else(|_| "terminal".to_owned());
        Self { id: PersonId::terminal(&name), name, level: Some(Level::Admin) }
    }

    /// Somebody about whom nothing is known.
    fn nobody() -> Self {
        Self { id: PersonId::program(), name: String::new(), level: None }
    }
}

impl Office {
    /// Opens the store and loads the plugins, for the person at the terminal.
    pub(crate) fn open(cli: &Cli, data: PathBuf, texts: &'static Texts) -> Result<Self, Failure> {
        let opened = Self::house(cli, data, plugins_folder(cli), None, texts)?;
        Ok(Self { person: Person::at_terminal(), ..opened })
    }

    /// Opens the store and loads the plugins, for nobody yet: whoever serves
    /// several people makes an office of each of them from it. At most `in_memory`
    /// workspaces are held in memory, where that is said.
    pub(crate) fn house(
        cli: &Cli,
        data: PathBuf,
        plugins: PathBuf,
        in_memory: Option<NonZeroUsize>,
        texts: &'static Texts,
    ) -> Result<Self, Failure> {
        let store = SledStore::open(&data).map_err(|error| failure::store(&error, texts))?;
        let store: Arc<dyn Store> = Arc::new(store);
        let workspace = WorkspaceId::named(&cli.workspace);
        let settings = block_on(store.settings(workspace))
            .map_err(|error| failure::store(&error, texts))?
            .unwrap_or_default();
        let loaded = load_plugins(&plugins, &settings.plugin_config, texts)?;
        let desk = Desk::new(store, loaded.sectors);
        let desk = match in_memory {
            Some(most) => desk.keeping(most),
            None => desk,
        };
        Ok(Self {
            desk: Arc::new(desk),
            workspace,
            workspace_name: cli.workspace.clone(),
            problems: loaded.problems.into(),
            plugins,
            data,
            as_of: cli.as_of,
            person: Person::nobody(),
            zone: TimeZone::system(),
            texts,
        })
    }

    /// The day to look from.
    pub(crate) fn today(&self) -> Date {
        self.as_of.unwrap_or_else(|| Timestamp::now().to_zoned_datetime(self.zone.clone()).date())
    }

    /// The file with the questions that were typed at the terminal in this
    /// workspace.
    pub(crate) fn history(&self) -> PathBuf {
        history_of(&self.data, self.workspace)
    }

    /// The file that earlier versions kept the questions of all workspaces in.
    pub(crate) fn shared_history(&self) -> PathBuf {
        self.data.join("history.txt")
    }

    /// The person who works here, now.
    pub(crate) fn who(&self) -> Who {
        let Person { id, name, level } = self.person.clone();
        Who { person: id, name, level, at: Timestamp::now(), today: self.today() }
    }

    /// Waits for the desk, and words its failure.
    pub(crate) fn wait<T>(
        &self,
        work: impl Future<Output = Result<T, DeskError>>,
    ) -> Result<T, Failure> {
        block_on(work).map_err(|error| failure::desk(&error, self.texts))
    }

    /// The snapshot to answer from.
    pub(crate) fn snapshot(&self) -> Result<Arc<Snapshot>, Failure> {
        self.wait(self.desk.snapshot(self.workspace, &self.who()))
    }

    /// What the book and the plugins call things.
    pub(crate) fn names<'a>(&'a self, snapshot: &'a Snapshot) -> BookNames<'a> {
        let manifests = self.desk.manifests().map(|m| (m.id.as_str(), m)).collect();
        BookNames { snapshot, manifests }
    }
}

/// By the workspace's number: its name need not be fit for a file.
fn history_of(data: &Path, workspace: WorkspaceId) -> PathBuf {
    data.join(format!("history-{:016x}.txt", workspace.get()))
}

/// Puts the data in a folder aside; returns the folder that it then lies in.
pub(crate) fn set_aside(data: &Path) -> Result<PathBuf, StoreError> {
    SledStore::set_aside(data)
}

/// What a book and its plugins call things.
pub(crate) struct BookNames<'a> {
    snapshot: &'a Snapshot,
    manifests: BTreeMap<&'a str, &'a Manifest>,
}

impl Names for BookNames<'_> {
    fn customer(&self, no: u32) -> Option<&str> {
        self.snapshot.portfolio.row(no).map(|row| row.name())
    }

    fn tells_apart(&self, no: u32) -> Option<String> {
        let row = self.snapshot.portfolio.row(no)?;
        Some(match row.owner() {
            Some(owner) => format!("{}, {owner}", row.id()),
            None => row.id().to_owned(),
        })
    }

    fn words(&self, plugin: &str) -> Option<&Words> {
        self.manifests.get(plugin).map(|manifest| &manifest.customer)
    }

    fn sector(&self, plugin: &str) -> Option<&Bilingual> {
        self.manifests.get(plugin).map(|manifest| &manifest.name)
    }
}

/// Runs a future of the desk to its end on this thread.
pub(crate) fn block_on<T>(work: impl Future<Output = T>) -> T {
    futures_lite::future::block_on(work)
}

/// The language of the person: as the words on the command line state it, or by
/// the system's settings.
pub(crate) fn language(words: &[OsString]) -> Language {
    let of_system = || {
        let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        let code = named.take(1).next().unwrap_or_default();
        Language::from_code(code.get(..2).unwrap_or_default()).unwrap_or_default()
    };
    stated_language(words).unwrap_or_else(of_system)
}

/// Known before the words are parsed, so that their errors are in it too.
fn stated_language(words: &[OsString]) -> Option<Language> {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let after = words.windows(2).find(|pair| matches!(pair, ["--lang", _]));
    let code = after.and_then(|pair| pair.last().copied());
    let code = code.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
    code.and_then(Language::from_code)
}

/// The folder with the data: as stated, or the usual place of the system.
pub(crate) fn data_folder(cli: &Cli, texts: &Texts) -> Result<PathBuf, Failure> {
    if let Some(data) = &cli.data {
        return Ok(data.clone());
    }
    let home = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    home("XDG_DATA_HOME")
        .map(PathBuf::from)
        .or_else(|| home("HOME").map(|home| Path::new(&home).join(".local/share")))
        .map(|folder| folder.join("klantwijzer"))
        .ok_or_else(|| fail!(texts, "no-data-folder"))
}

/// The folder with the plugins: as stated, or beside this program.
pub(crate) fn plugins_folder(cli: &Cli) -> PathBuf {
    if let Some(folder) = &cli.plugins {
        return folder.clone();
    }
    let program = std::env::current_exe().unwrap_or_default();
    let beside = program.parent().unwrap_or(Path::new(".")).to_owned();
    let own = beside.join("plugins");
    if own.is_dir() { own } else { beside }
}

/// The plugins of a folder, each in a worker of its own.
pub(crate) fn load_plugins(
    folder: &Path,
    config: &BTreeMap<smol_str::SmolStr, String>,
    texts: &Texts,
) -> Result<Sectors, Failure> {
    Ok(Sectors::load(folder, &worker_program(texts)?, Limits::default(), config))
}

/// This program, as a plugin's worker.
pub(crate) fn worker_program(texts: &Texts) -> Result<WorkerProgram, Failure> {
    let program = std::env::current_exe()
        .map_err(|error| failure::file(Path::new("klantwijzer"), &error, texts))?;
    Ok(WorkerProgram { program, args: vec![OsString::from(WORKER)] })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_workspace_has_its_own_questions_within_the_data_folder() {
        let names = ["local", "other", "../other", "/etc/passwd", "a/b", "A/B"];
        let history = |name: &str| history_of(Path::new("data"), WorkspaceId::named(name));
        let files: BTreeSet<PathBuf> = names.iter().map(|name| history(name)).collect();
        assert_eq!(files.len(), names.len());
        assert!(files.iter().all(|file| file.parent() == Some(Path::new("data"))));
    }
}
