//! The opened program, as one person works with it.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_core::access::{Action, Level, PersonId};
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::manifest::{Manifest, Words};
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::{Book, Desk, DeskError, Who};
use klantwijzer_host::LoadProblem;
use klantwijzer_store::StoreError;
use klantwijzer_text::render::Names;
use klantwijzer_text::{Failure, Texts, errors};

/// Tells what time it is.
pub type Clock = fn() -> Timestamp;

/// Finds the folders within a data folder in which data was set aside.
pub type SetAside = fn(&Path) -> Result<Vec<PathBuf>, StoreError>;

/// What every use case needs: the desk, and who works there, on what, in which
/// language. A copy shares what was opened.
#[derive(Clone)]
pub struct Program {
    /// The application.
    pub desk: Arc<Desk>,
    /// Whose data it is.
    pub workspace: WorkspaceId,
    /// The workspace's name.
    pub workspace_name: String,
    /// Plugins that could not be used.
    pub problems: Arc<[LoadProblem]>,
    /// Where the plugins are.
    pub plugins: PathBuf,
    /// Where the data is.
    pub data: PathBuf,
    /// The day to look from, where the person named one.
    pub as_of: Option<Date>,
    /// Who works here.
    pub person: Person,
    /// The time zone that days begin and end in.
    pub zone: TimeZone,
    /// What time it is.
    pub clock: Clock,
    /// The texts in the person's language.
    pub texts: &'static Texts,
    /// Which data was set aside.
    pub set_aside: SetAside,
}

/// Who works with the program.
#[derive(Clone)]
pub struct Person {
    /// Who it is, for good.
    pub id: PersonId,
    /// The person's name.
    pub name: String,
    /// What the person may do.
    pub level: Option<Level>,
}

impl Person {
    /// Somebody about whom nothing is known.
    pub fn nobody() -> Self {
        Self { id: PersonId::program(), name: String::new(), level: None }
    }
}

impl Program {
    /// The day to look from.
    pub fn today(&self) -> Date {
        self.as_of.unwrap_or_else(|| self.day_of((self.clock)()))
    }

    fn day_of(&self, moment: Timestamp) -> Date {
        moment.to_zoned_datetime(self.zone.clone()).date()
    }

    /// The file with the questions that were typed at the terminal in this
    /// workspace.
    pub fn history(&self) -> PathBuf {
        history_of(&self.data, self.workspace)
    }

    /// The file that earlier versions kept the questions of all workspaces in.
    pub(crate) fn shared_history(&self) -> PathBuf {
        self.data.join("history.txt")
    }

    /// Where files of this workspace wait until somebody says yes to them.
    pub fn waiting(&self) -> PathBuf {
        waiting_files(&self.data, self.workspace)
    }

    /// The person who works here, now.
    pub fn who(&self) -> Who {
        let Person { id: person, name, level } = self.person.clone();
        let at = (self.clock)();
        let calendar_day = self.day_of(at);
        let today = self.as_of.unwrap_or(calendar_day);
        Who { workspace: self.workspace, person, name, level, at, calendar_day, today }
    }

    /// Waits for the desk, and words its failure.
    pub fn wait<T>(&self, work: impl Future<Output = Result<T, DeskError>>) -> Result<T, Failure> {
        block_on(work).map_err(|error| errors::desk(&error, self.texts))
    }

    /// Whether the person may do this; the desk says so again when it is done. Asked first,
    /// a refusal names what they wanted to do, and not what has to be read for it.
    pub fn may(&self, action: Action) -> Result<(), Failure> {
        self.who().may(action).map_err(|error| errors::desk(&error, self.texts))
    }

    /// Opens the book: once for each thing that a person asks or does.
    pub fn book(&self) -> Result<Book<'_>, Failure> {
        self.wait(self.desk.book(&self.who(), self.as_of))
    }

    /// What the book and the plugins call things.
    pub fn names<'a>(&'a self, book: &'a Book<'_>) -> BookNames<'a> {
        let manifests = self.desk.manifests().map(|m| (m.id.as_str(), m)).collect();
        BookNames { portfolio: book.portfolio(), manifests }
    }
}

/// The folder in the data folder of files that wait for a yes.
pub const WAITING: &str = "pending";

/// Where files of a workspace wait for a yes.
pub fn waiting_files(data: &Path, workspace: WorkspaceId) -> PathBuf {
    data.join(WAITING).join(workspace.get().to_string())
}

/// By the workspace's number: its name need not be fit for a file.
fn history_of(data: &Path, workspace: WorkspaceId) -> PathBuf {
    data.join(format!("history-{:016x}.txt", workspace.get()))
}

/// Whether a file or folder that was to be removed is gone: it may have been before.
pub fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// What a book and its plugins call things.
pub struct BookNames<'a> {
    portfolio: &'a Portfolio,
    manifests: BTreeMap<&'a str, &'a Manifest>,
}

impl Names for BookNames<'_> {
    fn customer(&self, no: u32) -> Option<&str> {
        self.portfolio.row(no).map(|row| row.name())
    }

    fn tells_apart(&self, no: u32) -> Option<&str> {
        let row = self.portfolio.row(no)?;
        row.has_namesake().then(|| row.id())
    }

    fn words(&self, plugin: &str) -> Option<&Words> {
        self.manifests.get(plugin).map(|manifest| &manifest.customer)
    }

    fn sector(&self, plugin: &str) -> Option<&Bilingual> {
        self.manifests.get(plugin).map(|manifest| &manifest.name)
    }
}

/// Runs a future of the desk to its end on this thread.
pub fn block_on<T>(work: impl Future<Output = T>) -> T {
    futures_lite::future::block_on(work)
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
