//! Imports that were shown and wait for a yes: their files, kept on disk, so that
//! a restart in between loses nothing. After a day they are gone.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fs, io};

use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::SourceFile;
use klantwijzer_frontend::{WAITING, waiting_files};
use serde::{Deserialize, Serialize};
use tracing::warn;

/// How long an import waits.
const WAITS: Duration = Duration::from_hours(24);

/// The file that says what was said beside the files.
const STATED: &str = "stated.json";

/// Where imports wait.
pub(crate) struct Pending {
    data: PathBuf,
}

/// What a person stated beside the files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stated {
    /// The names of the files, in order.
    pub(crate) files: Vec<String>,
    /// The currency of amounts that do not say theirs.
    pub(crate) currency: Option<String>,
    /// The sector plugin of every customer in the files.
    pub(crate) plugin: Option<String>,
    /// Anything else, as at the terminal.
    pub(crate) options: String,
}

impl Pending {
    /// The imports that wait in this data folder. Those that waited too long are
    /// taken away.
    pub(crate) fn in_folder(data: &Path) -> Self {
        let pending = Self { data: data.to_owned() };
        pending.sweep();
        pending
    }

    /// Keeps files until somebody says yes; gives the number to ask for them.
    pub(crate) fn keep(
        &self,
        workspace: WorkspaceId,
        stated: &Stated,
        files: &[SourceFile],
    ) -> io::Result<u64> {
        let id = fastrand::u64(..);
        let folder = self.place(workspace, id);
        fs::create_dir_all(&folder)?;
        for (number, file) in files.iter().enumerate() {
            fs::write(folder.join(number.to_string()), &file.bytes)?;
        }
        // Written last: without it, the others are half an import.
        fs::write(folder.join(STATED), serde_json::to_vec(stated).map_err(io::Error::other)?)?;
        Ok(id)
    }

    /// The files that were kept; `None` when they are not, or no longer.
    pub(crate) fn get(
        &self,
        workspace: WorkspaceId,
        id: u64,
    ) -> io::Result<Option<(Stated, Vec<SourceFile>)>> {
        let folder = self.place(workspace, id);
        let stated = match fs::read(folder.join(STATED)) {
            Ok(bytes) => serde_json::from_slice::<Stated>(&bytes).map_err(io::Error::other)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut files = Vec::with_capacity(stated.files.len());
        for (number, name) in stated.files.iter().enumerate() {
            let bytes = fs::read(folder.join(number.to_string()))?;
            files.push(SourceFile { name: name.clone(), bytes });
        }
        Ok(Some((stated, files)))
    }

    /// Takes files away.
    pub(crate) fn forget(&self, workspace: WorkspaceId, id: u64) {
        let folder = self.place(workspace, id);
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                warn!(%error, "files of an import that is no longer needed could not be removed");
            }
            _ => {}
        }
    }

    /// Takes away what waited too long.
    pub(crate) fn sweep(&self) {
        let entries = |folder: &Path| -> Vec<PathBuf> {
            let found = fs::read_dir(folder).into_iter().flatten().flatten();
            found.map(|entry| entry.path()).collect()
        };
        for workspace in entries(&self.data.join(WAITING)) {
            for import in entries(&workspace) {
                if is_old(&import) {
                    // What cannot be removed now is tried again at the next sweep.
                    let _ = fs::remove_dir_all(&import);
                }
            }
            // Only an empty folder goes.
            let _ = fs::remove_dir(&workspace);
        }
    }

    fn place(&self, workspace: WorkspaceId, id: u64) -> PathBuf {
        waiting_files(&self.data, workspace).join(format!("{id:016x}"))
    }
}

fn is_old(folder: &Path) -> bool {
    let kept = fs::metadata(folder).and_then(|about| about.modified());
    let age = kept.ok().and_then(|kept| SystemTime::now().duration_since(kept).ok());
    age.is_some_and(|age| age > WAITS)
}

#[cfg(test)]
mod tests {
    use klantwijzer_core::workspace::WorkspaceId;

    use super::{Pending, Stated};
    use klantwijzer_desk::SourceFile;

    #[test]
    fn files_wait_for_their_own_workspace_only() {
        let folder = tempfile::tempdir().unwrap();
        let (ours, theirs) = (WorkspaceId::guild(1 << 30), WorkspaceId::guild(2 << 30));
        let stated = Stated { files: vec!["klanten.csv".to_owned()], ..Stated::default() };
        let files =
            [SourceFile { name: "klanten.csv".to_owned(), bytes: b"naam\nJansen".to_vec() }];
        let id = Pending::in_folder(folder.path()).keep(ours, &stated, &files).unwrap();

        let pending = Pending::in_folder(folder.path());
        let (found, bytes) = pending.get(ours, id).unwrap().expect("it is kept over a restart");
        assert_eq!((found, bytes[0].bytes.as_slice()), (stated, b"naam\nJansen".as_slice()));
        assert!(pending.get(theirs, id).unwrap().is_none());
        pending.forget(theirs, id);
        assert!(pending.get(ours, id).unwrap().is_some());
        pending.forget(ours, id);
        assert!(pending.get(ours, id).unwrap().is_none());
    }
}
