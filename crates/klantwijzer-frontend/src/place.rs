//! Where the data and the plugins are.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use klantwijzer_text::{Failure, Texts, fail};

/// Where things are, whose they are and from which day to look, as far as that
/// was stated to the program.
#[derive(Debug, Clone)]
pub struct Place {
    /// The folder with the data.
    pub data: Option<PathBuf>,
    /// The folder with the plugins.
    pub plugins: Option<PathBuf>,
    /// The workspace's name.
    pub workspace: String,
    /// The day to look from, in place of today.
    pub as_of: Option<Date>,
}

impl Place {
    /// The folder with the data: as stated, or the usual place of the system.
    pub fn data_folder(&self, texts: &Texts) -> Result<PathBuf, Failure> {
        if let Some(data) = &self.data {
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
    pub fn plugins_folder(&self) -> PathBuf {
        if let Some(folder) = &self.plugins {
            return folder.clone();
        }
        let program = std::env::current_exe().unwrap_or_default();
        let beside = program.parent().unwrap_or(Path::new(".")).to_owned();
        let own = beside.join("plugins");
        if own.is_dir() { own } else { beside }
    }
}
