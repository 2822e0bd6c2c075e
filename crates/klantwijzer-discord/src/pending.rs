//! Imports that were shown and wait for a yes: their files, kept on disk, so that
//! a restart in between loses nothing. After a day they are gone.

use std::path::{Path, PathBuf};
use std::{fs, io};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use klantwijzer_desk::SourceFile;
use klantwijzer_frontend::{WAITING, gone};
use serde::{Deserialize, Serialize};
use tracing::warn;

/// How long an import waits.
const WAITS: SignedDuration = SignedDuration::from_hours(24);

/// The file that says what was said beside the files.
const STATED: &str = "stated.json";

/// What a person stated beside the files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Stated {
    /// The names of the files, in order.
    pub(crate) files: Vec<String>,
    /// The currency of amounts that do not say theirs.
    pub(crate) currency: Option<String>,
    /// The sector plugin of every customer in the files.
    pub(crate) plugin: Option<String>,
    /// What the files hold, by its id.
    pub(crate) kind: Option<String>,
    /// The decimal sign, by its id.
    pub(crate) decimals: Option<String>,
    /// The order of day and month, by its id.
    pub(crate) dates: Option<String>,
    /// The day of every row.
    pub(crate) day: Option<Date>,
    /// The role of every customer, by its id.
    pub(crate) role: Option<String>,
    /// What columns mean, each as `HEADER=meaning`.
    pub(crate) columns: Vec<String>,
}

/// Keeps files in the folder of a workspace until somebody says yes; gives the
/// number to ask for them.
pub(crate) fn keep(folder: &Path, stated: &Stated, files: &[SourceFile]) -> io::Result<u64> {
    let id = fastrand::u64(..);
    let folder = place(folder, id);
    fs::create_dir_all(&folder)?;
    for (number, file) in files.iter().enumerate() {
        fs::write(folder.join(number.to_string()), &file.bytes)?;
    }
    // Written last: without it, the others are half an import.
    fs::write(folder.join(STATED), serde_json::to_vec(stated).map_err(io::Error::other)?)?;
    Ok(id)
}

/// The files that were kept; `None` when they are not, or no longer, or what was stated about
/// them cannot be understood, so that nothing is imported without it.
pub(crate) fn get(folder: &Path, id: u64) -> io::Result<Option<(Stated, Vec<SourceFile>)>> {
    let folder = place(folder, id);
    let stated = match fs::read(folder.join(STATED)) {
        Ok(bytes) => match serde_json::from_slice::<Stated>(&bytes) {
            Ok(stated) => stated,
            Err(error) => {
                warn!(%error, "an import that waited cannot be understood");
                return Ok(None);
            }
        },
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
pub(crate) fn forget(folder: &Path, id: u64) {
    if let Err(error) = gone(fs::remove_dir_all(place(folder, id))) {
        warn!(%error, "files of an import that is no longer needed could not be removed");
    }
}

/// Takes away what waited too long in a data folder, as of now.
pub(crate) fn sweep(data: &Path, now: Timestamp) {
    let entries = |folder: &Path| -> Vec<PathBuf> {
        let found = fs::read_dir(folder).into_iter().flatten().flatten();
        found.map(|entry| entry.path()).collect()
    };
    for workspace in entries(&data.join(WAITING)) {
        for import in entries(&workspace) {
            if is_old(&import, now) {
                // What cannot be removed now is tried again at the next sweep.
                let _ = fs::remove_dir_all(&import);
            }
        }
        // Only an empty folder goes.
        let _ = fs::remove_dir(&workspace);
    }
}

fn place(folder: &Path, id: u64) -> PathBuf {
    folder.join(format!("{id:016x}"))
}

fn is_old(import: &Path, now: Timestamp) -> bool {
    let kept = fs::metadata(import).and_then(|about| about.modified());
    let kept = kept.ok().and_then(|kept| Timestamp::try_from(kept).ok());
    kept.is_some_and(|kept| now.duration_since(kept) > WAITS)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jiff::{SignedDuration, Timestamp};
    use klantwijzer_core::workspace::WorkspaceId;
    use klantwijzer_frontend::waiting_files;

    use super::{Stated, WAITS, forget, get, keep, sweep};
    use klantwijzer_desk::SourceFile;

    #[test]
    fn files_wait_for_their_own_workspace_only() {
        let data = tempfile::tempdir().unwrap();
        let folder = |guild| waiting_files(data.path(), WorkspaceId::guild(guild));
        let (ours, theirs) = (folder(1 << 30), folder(2 << 30));
        let stated = Stated { files: vec!["klanten.csv".to_owned()], ..Stated::default() };
        let files =
            [SourceFile { name: "klanten.csv".to_owned(), bytes: b"naam\nJansen".to_vec() }];
        let id = keep(&ours, &stated, &files).unwrap();

        let (found, bytes) = get(&ours, id).unwrap().expect("it is kept");
        assert_eq!((found, bytes[0].bytes.as_slice()), (stated, b"naam\nJansen".as_slice()));
        assert!(get(&theirs, id).unwrap().is_none());
        forget(&theirs, id);
        assert!(get(&ours, id).unwrap().is_some());
        forget(&ours, id);
        assert!(get(&ours, id).unwrap().is_none());
    }

    #[test]
    fn files_that_waited_too_long_are_taken_away() {
        let data = tempfile::tempdir().unwrap();
        let folder = waiting_files(data.path(), WorkspaceId::guild(1 << 30));
        let id = keep(&folder, &Stated::default(), &[]).unwrap();
        let kept = fs::metadata(super::place(&folder, id)).unwrap().modified().unwrap();
        let kept = Timestamp::try_from(kept).unwrap();
        sweep(data.path(), kept + WAITS);
        assert!(get(&folder, id).unwrap().is_some());
        sweep(data.path(), kept + WAITS + SignedDuration::from_secs(1));
        assert!(get(&folder, id).unwrap().is_none());
        assert!(!folder.exists(), "nor is a folder left behind");
    }
}
