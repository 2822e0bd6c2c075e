//! Why a plugin is not used, and what to do about it.

use klantwijzer_plugin::abi;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What loading gives, or why it does not.
pub(crate) type Result<T, E = LoadError> = std::result::Result<T, E>;

/// Why a plugin, or a folder of plugins, cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum LoadError {
    /// There is no such folder, or it cannot be listed.
    #[error("the plugin folder cannot be read: {0}")]
    NoFolder(String),
    /// The folder has no plugins.
    #[error("the plugin folder has no plugins")]
    EmptyFolder,
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    /// The file is larger than a plugin can be.
    #[error("the file is larger than {} MB", Self::MAX_BYTES >> 20)]
    TooLarge,
    /// The file does not export the symbol of a plugin.
    #[error("the file is not a sector plugin: it does not export KW_PLUGIN_V1")]
    NotAPlugin,
    /// The system cannot load the library.
    #[error("the library cannot be loaded: {0}")]
    NotLoadable(String),
    /// What the symbol points at is no plugin table.
    #[error("the file exports KW_PLUGIN_V1, but what stands there is not a plugin's table")]
    NoTable,
    /// The plugin was built for another major version of the interface.
    #[error(
        "the plugin speaks version {major}.{minor} of the plugin interface, this program {}.{}",
        abi::MAJOR,
        abi::MINOR
    )]
    OtherAbi {
        /// The plugin's major version.
        major: u32,
        /// The plugin's minor version.
        minor: u32,
    },
    /// The table is shorter than its version says, or a function is missing.
    #[error("the plugin's table is incomplete: {0}")]
    Incomplete(String),
    /// The manifest is not as it should be.
    #[error("the plugin's manifest cannot be used: {0}")]
    Manifest(String),
    /// The plugin refused to start.
    #[error("the plugin refused to start: {0}")]
    Refused(String),
    /// The plugin panicked while it started.
    #[error("the plugin failed while it started: {0}")]
    Panicked(String),
    /// The plugin's process ended while it was loaded.
    #[error("the plugin crashed while it was loaded")]
    Crashed,
    /// The plugin took too long.
    #[error("the plugin did not start within {seconds} seconds")]
    TimedOut {
        /// The deadline.
        seconds: u64,
    },
    /// The system gave no process or memory.
    #[error("the plugin's process cannot be started: {0}")]
    NoWorker(String),
    /// Another library says that it is the same plugin.
    #[error("{other} says too that it is the plugin {id:?}, so neither is used")]
    SameId {
        /// The id.
        id: String,
        /// The names of the other files.
        other: String,
    },
}

impl LoadError {
    /// The largest file that is taken for a plugin.
    pub const MAX_BYTES: u64 = 256 << 20;

    /// The major and minor version of the interface that this program speaks.
    pub const INTERFACE: (u32, u32) = (abi::MAJOR, abi::MINOR);

    /// What to do next.
    pub fn help(&self) -> String {
        let plainly = match self {
            Self::EmptyFolder => {
                let (before, after) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
                return format!(
                    "put plugins in it ({before}klantwijzer_*{after}), or name another folder"
                );
            }
            Self::NoTable | Self::OtherAbi { .. } | Self::Incomplete(_) => {
                return format!("rebuild the plugin against klantwijzer-plugin {}.x", abi::MAJOR);
            }
            Self::NoFolder(_) => "make the folder and put plugins in it, or name another folder",
            Self::Unreadable(_) => "check that the file may be read",
            Self::TooLarge => "build it in release mode, or take it out of the folder",
            Self::NotAPlugin => {
                "take it out of the folder, or end its code with export_plugin!(YourScorer)"
            }
            Self::NotLoadable(_) => "build it for this machine, with the libraries that it needs",
            Self::Manifest(_) => "correct manifest.json and build the plugin again",
            Self::Refused(_) => "correct the plugin's configuration",
            Self::Panicked(_) | Self::Crashed | Self::TimedOut { .. } => {
                "take it out of the folder and tell its maker"
            }
            Self::NoWorker(_) => "check how many processes and how much memory are free",
            Self::SameId { .. } => "keep one of them in the folder",
        };
        plainly.to_owned()
    }
}
