//! Finds the plugins in a folder and starts them.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use klantwijzer_core::scorer::Sector;
use klantwijzer_plugin::abi;
use memchr::memmem;
use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};
use smol_str::SmolStr;

use crate::load_error::LoadError;
use crate::process::{Limits, WorkerProgram};
use crate::sector::{Recipe, WorkerSector};

/// What a folder of plugins gave.
pub struct Sectors {
    /// The plugins that are ready, in order of their ids.
    pub sectors: Vec<Arc<dyn Sector>>,
    /// The file of each plugin that is ready, by the plugin's id.
    pub files: BTreeMap<SmolStr, PathBuf>,
    /// What could not be used, in order of the file names.
    pub problems: Vec<LoadProblem>,
}

/// A file or folder that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadProblem {
    /// The file, or the folder itself.
    pub file: PathBuf,
    /// What is wrong with it; [`LoadError::help`] says what to do next.
    pub what: LoadError,
}

impl Sectors {
    /// Starts a worker for every plugin in the folder, all at the same time.
    /// `config` has the configuration of a plugin by its id, as JSON.
    ///
    /// A plugin is a shared library that exports `KW_PLUGIN_V1`. Other libraries
    /// are passed over, as a build folder has some, unless they carry a plugin's
    /// file name.
    pub fn load(
        folder: &Path,
        program: &WorkerProgram,
        limits: Limits,
        config: &BTreeMap<SmolStr, String>,
    ) -> Self {
        let mut loaded = Self { sectors: Vec::new(), files: BTreeMap::new(), problems: Vec::new() };
        let files = match library_files(folder) {
            Ok(files) => files,
            Err(problem) => {
                loaded.note(folder.to_owned(), LoadError::NoFolder(problem.to_string()));
                return loaded;
            }
        };
        let outcomes = thread::scope(|scope| {
            let start = |file| move || load_one(file, program, limits, config);
            let started: Vec<_> = files.iter().map(|file| scope.spawn(start(file))).collect();
            let ended = |thread: thread::ScopedJoinHandle<'_, _>| thread.join();
            started.into_iter().map(ended).collect::<Vec<_>>()
        });
        for (file, outcome) in files.into_iter().zip(outcomes) {
            match outcome.unwrap_or(Err(LoadError::Crashed)) {
                Ok(None) => {}
                Ok(Some(sector)) => loaded.add(file, sector),
                Err(problem) => loaded.note(file, problem),
            }
        }
        if loaded.sectors.is_empty() && loaded.problems.is_empty() {
            loaded.note(folder.to_owned(), LoadError::EmptyFolder);
        }
        loaded.sectors.sort_by(|a, b| a.manifest().id.cmp(&b.manifest().id));
        loaded
    }

    /// Adds a plugin, unless one with its id came first.
    fn add(&mut self, file: PathBuf, sector: WorkerSector) {
        let id = sector.manifest().id.clone();
        if let Some(other) = self.files.get(&id) {
            let (id, other) = (id.to_string(), file_name(other));
            self.note(file, LoadError::SameId { id, other });
        } else {
            self.files.insert(id, file);
            self.sectors.push(Arc::new(sector));
        }
    }

    fn note(&mut self, file: PathBuf, what: LoadError) {
        self.problems.push(LoadProblem { file, what });
    }
}

/// The shared libraries in a folder, in order of their names.
fn library_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if extension == Some(std::env::consts::DLL_EXTENSION) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn file_name(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().into_owned()
}

/// Loads one file; `None` when it is some other library.
fn load_one(
    file: &Path,
    program: &WorkerProgram,
    limits: Limits,
    config: &BTreeMap<SmolStr, String>,
) -> Result<Option<WorkerSector>, LoadError> {
    let name = file_name(file);
    let library = match read_library(file) {
        Err(LoadError::NotAPlugin) if !is_plugin_name(&name) => return Ok(None),
        other => other?,
    };
    let recipe = Recipe { program: program.clone(), limits, name, library };
    let (mut process, mut manifest) = recipe.start()?;
    let config = config.get(&manifest.id).cloned().unwrap_or_default();
    recipe.create(&mut process, &mut manifest, &config)?;
    Ok(Some(WorkerSector::new(manifest, config, recipe, process)))
}

fn is_plugin_name(name: &str) -> bool {
    name.strip_prefix(std::env::consts::DLL_PREFIX)
        .is_some_and(|name| name.starts_with("klantwijzer_"))
}

/// Reads a library into memory of its own, which nothing can change any more:
/// writing over a file that is loaded would crash who runs it. Nothing of it is
/// run or understood here; only a library that has the symbol's name in it can
/// be a plugin.
pub(crate) fn read_library(file: &Path) -> Result<OwnedFd, LoadError> {
    let bytes = read_capped(file)?;
    if memmem::find(&bytes, abi::SYMBOL).is_none() {
        return Err(LoadError::NotAPlugin);
    }
    let name: String = file_name(file).chars().take(60).collect();
    copy_to_memory(&name, &bytes).map_err(|problem| LoadError::NoWorker(problem.to_string()))
}

fn read_capped(file: &Path) -> Result<Vec<u8>, LoadError> {
    let unreadable = |problem: io::Error| LoadError::Unreadable(problem.to_string());
    let opened = File::open(file).map_err(unreadable)?;
    let mut bytes = Vec::new();
    opened.take(LoadError::MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LoadError::MAX_BYTES {
        return Err(LoadError::TooLarge);
    }
    Ok(bytes)
}

fn copy_to_memory(name: &str, bytes: &[u8]) -> io::Result<OwnedFd> {
    let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
    let mut copy = File::from(memfd_create(name, flags)?);
    copy.write_all(bytes)?;
    copy.rewind()?;
    let seals = SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL;
    fcntl_add_seals(&copy, seals)?;
    Ok(copy.into())
}
