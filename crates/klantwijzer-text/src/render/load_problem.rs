//! Why a plugin cannot be used, and what to do about it.

use klantwijzer_host::LoadError;

use crate::texts::{Texts, clean};
use crate::{say, variables};

/// What is wrong with a plugin or its folder, and the cure.
pub fn load_problem(problem: &LoadError, texts: &Texts) -> (String, String) {
    let (major, minor) = LoadError::INTERFACE;
    let told = |words: &str| clean(words).into_owned();
    let none = variables!();
    // Several problems have one cure.
    let (what, cure, variables) = match problem {
        LoadError::NoFolder(why) => ("load-no-folder", None, variables!(why = told(why))),
        LoadError::EmptyFolder => ("load-empty-folder", None, none),
        LoadError::Unreadable(why) => ("load-unreadable", None, variables!(why = told(why))),
        LoadError::TooLarge => {
            let most = texts.number((LoadError::MAX_BYTES >> 20) as f64);
            ("load-too-large", None, variables!(most))
        }
        LoadError::NotAPlugin => ("load-not-a-plugin", None, none),
        LoadError::NotLoadable(why) => ("load-not-loadable", None, variables!(why = told(why))),
        LoadError::NoTable => ("load-no-table", None, none),
        LoadError::OtherAbi { major: their_major, minor: their_minor } => {
            let theirs = format!("{their_major}.{their_minor}");
            let ours = format!("{major}.{minor}");
            ("load-other-version", None, variables!(theirs, ours))
        }
        LoadError::Incomplete(why) => {
            ("load-incomplete", Some("load-no-table"), variables!(why = told(why)))
        }
        LoadError::Manifest(why) => ("load-manifest", None, variables!(why = told(why))),
        LoadError::Refused(why) => ("load-refused", None, variables!(why = told(why))),
        LoadError::Panicked(why) => {
            ("load-panicked", Some("load-crashed"), variables!(why = told(why)))
        }
        LoadError::Crashed => ("load-crashed", None, none),
        LoadError::TimedOut { seconds } => {
            let seconds = *seconds;
            ("load-timed-out", Some("load-crashed"), variables!(seconds))
        }
        LoadError::NoWorker(why) => ("load-no-worker", None, variables!(why = told(why))),
        LoadError::SameId { id, other } => {
            ("load-same-id", None, variables!(id = told(id), other = told(other)))
        }
    };
    let files =
        format!("{}klantwijzer_*{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let help = format!("{}.help", cure.unwrap_or(what));
    (texts.message(what, &variables), say!(texts, &help, files, major = major.to_string()))
}
