//! Why a plugin cannot be used, and what to do about it.

use klantwijzer_host::LoadError;

use crate::say;
use crate::texts::{Texts, clean};

/// What is wrong with a plugin or its folder, and the cure.
pub fn load_problem(problem: &LoadError, texts: &Texts) -> (String, String) {
    let (major, minor) = LoadError::INTERFACE;
    let told = |words: &str| clean(words).into_owned();
    let (id, what) = match problem {
        LoadError::NoFolder(why) => {
            ("load-no-folder", say!(texts, "load-no-folder", why = told(why)))
        }
        LoadError::EmptyFolder => ("load-empty-folder", say!(texts, "load-empty-folder")),
        LoadError::Unreadable(why) => {
            ("load-unreadable", say!(texts, "load-unreadable", why = told(why)))
        }
        LoadError::TooLarge => {
            let most = texts.number((LoadError::MAX_BYTES >> 20) as f64);
            ("load-too-large", say!(texts, "load-too-large", most = most))
        }
        LoadError::NotAPlugin => ("load-not-a-plugin", say!(texts, "load-not-a-plugin")),
        LoadError::NotLoadable(why) => {
            ("load-not-loadable", say!(texts, "load-not-loadable", why = told(why)))
        }
        LoadError::NoTable => ("load-no-table", say!(texts, "load-no-table")),
        LoadError::OtherAbi { major: their_major, minor: their_minor } => {
            let (theirs, ours) =
                (format!("{their_major}.{their_minor}"), format!("{major}.{minor}"));
            ("load-other-version", say!(texts, "load-other-version", theirs = theirs, ours = ours))
        }
        LoadError::Incomplete(why) => {
            ("load-no-table", say!(texts, "load-incomplete", why = told(why)))
        }
        LoadError::Manifest(why) => {
            ("load-manifest", say!(texts, "load-manifest", why = told(why)))
        }
        LoadError::Refused(why) => ("load-refused", say!(texts, "load-refused", why = told(why))),
        LoadError::Panicked(why) => ("load-crashed", say!(texts, "load-panicked", why = told(why))),
        LoadError::Crashed => ("load-crashed", say!(texts, "load-crashed")),
        LoadError::TimedOut { seconds } => {
            ("load-crashed", say!(texts, "load-timed-out", seconds = seconds.to_string()))
        }
        LoadError::NoWorker(why) => {
            ("load-no-worker", say!(texts, "load-no-worker", why = told(why)))
        }
        LoadError::SameId { id, other } => {
            ("load-same-id", say!(texts, "load-same-id", id = told(id), other = told(other)))
        }
    };
    let files =
        format!("{}klantwijzer_*{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let help = say!(texts, &format!("{id}.help"), files = files, major = major.to_string());
    (what, help)
}
