//! Finds the plugins in a folder and starts them.

use std::collections::{BTreeMap, BTreeSet};
use std::env::consts::{DLL_EXTENSION, DLL_PREFIX, DLL_SUFFIX};
use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::scorer::{Broken, Sector};
use klantwijzer_plugin::abi;
use memchr::memmem;
use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};
use smol_str::SmolStr;

use crate::load_error::{LoadError, Result};
use crate::process::{Limits, WorkerProgram};
use crate::sector::{Recipe, WorkerSector};

/// What a folder of plugins gave.
#[derive(Default)]
pub struct Sectors {
    /// The plugins that are ready, in order of their ids.
    pub sectors: Vec<Arc<dyn Sector>>,
    /// The plugins that are there and cannot be used, in order of their ids.
    pub broken: Vec<Broken>,
    /// The plugins that were removed for good; see [`removal_mark`].
    pub removed: BTreeSet<SmolStr>,
    /// The files of each plugin, ready or not, by the plugin's id.
    pub files: BTreeMap<SmolStr, Vec<PathBuf>>,
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
    /// file name. Of libraries that say that they are the same plugin none is used:
    /// which of them is the right one cannot be told, least of all by their names.
    pub fn load(
        folder: &Path,
        program: &WorkerProgram,
        limits: Limits,
        config: &BTreeMap<SmolStr, String>,
    ) -> Self {
        let mut loaded = Self::default();
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
            started.into_iter().map(thread::ScopedJoinHandle::join).collect::<Vec<_>>()
        });
        let mut found: BTreeMap<SmolStr, Vec<Found>> = BTreeMap::new();
        for (file, outcome) in files.into_iter().zip(outcomes) {
            match outcome.unwrap_or(Err(LoadError::Crashed)) {
                Ok(None) => {}
                Ok(Some(plugin)) => {
                    let id = plugin.manifest.id.clone();
                    found.entry(id).or_default().push(plugin);
                }
                Err(problem) => loaded.note(file, problem),
            }
        }
        for (id, files) in found {
            loaded.add(&id, files);
        }
        loaded.add_unread();
        let known = |id: &SmolStr| loaded.files.contains_key(id);
        loaded.removed = marked(folder).into_iter().filter(|id| !known(id)).collect();
        if loaded.sectors.is_empty() && loaded.problems.is_empty() {
            loaded.note(folder.to_owned(), LoadError::EmptyFolder);
        }
        loaded.problems.sort_by(|a, b| a.file.cmp(&b.file));
        loaded
    }

    /// Adds the one plugin that was found under an id, or says why none is used.
    fn add(&mut self, id: &SmolStr, found: Vec<Found>) {
        let files: Vec<PathBuf> = found.iter().map(|found| found.file.clone()).collect();
        let mut manifest = None;
        let mut why = None;
        for Found { file, manifest: own, started } in found {
            let others = files.iter().filter(|other| **other != file);
            let others: Vec<String> = others.map(|other| file_name(other)).collect();
            let outcome = match started {
                started if others.is_empty() => started,
                _ => Err(LoadError::SameId { id: id.to_string(), other: others.join(", ") }),
            };
            match outcome {
                Ok(sector) => self.sectors.push(Arc::new(sector)),
                Err(problem) => {
                    why = why.or(Some(problem.to_string()));
                    manifest = manifest.or(Some(own));
                    self.note(file, problem);
                }
            }
        }
        if let Some(why) = why {
            self.broken.push(Broken { id: id.clone(), manifest, why });
        }
        self.files.insert(id.clone(), files);
    }

    /// Takes the word of a file's name for which plugin it is, where it could not be
    /// asked.
    fn add_unread(&mut self) {
        for LoadProblem { file, what } in &self.problems {
            let Some(id) = plugin_of(&file_name(file)) else { continue };
            if !self.files.contains_key(&id) {
                self.broken.push(Broken { id: id.clone(), manifest: None, why: what.to_string() });
                self.files.insert(id, vec![file.clone()]);
            }
        }
        self.broken.sort_by(|a, b| a.id.cmp(&b.id));
    }

    fn note(&mut self, file: PathBuf, what: LoadError) {
        self.problems.push(LoadProblem { file, what });
    }
}

/// The file name of a plugin's library, as its build names it.
pub fn library_name(id: &str) -> String {
    format!("{}{}{}", prefix(), id.replace('-', "_"), DLL_SUFFIX)
}

/// The name of the file that says in the plugin folder that a plugin was removed
/// for good. Without it, one that is gone is taken to be missing, and keeps its
/// customers.
pub fn removal_mark(id: &str) -> String {
    format!("{}{}{REMOVED}", prefix(), id.replace('-', "_"))
}

const REMOVED: &str = ".removed";

fn prefix() -> String {
    format!("{DLL_PREFIX}klantwijzer_")
}

/// The plugin whose library has this file name.
fn plugin_of(name: &str) -> Option<SmolStr> {
    id_in(name, DLL_SUFFIX).filter(|id| !id.is_empty())
}

/// The id that stands in a file's name before an ending.
fn id_in(name: &str, ending: &str) -> Option<SmolStr> {
    let id = name.strip_suffix(ending)?.strip_prefix(&prefix())?;
    Some(id.replace('_', "-").into())
}

/// The plugins that a folder says were removed.
fn marked(folder: &Path) -> Vec<SmolStr> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    names.filter_map(|entry| id_in(entry.file_name().to_str()?, REMOVED)).collect()
}

/// A library that says that it is a plugin.
struct Found {
    file: PathBuf,
    manifest: Manifest,
    started: Result<WorkerSector>,
}

/// The shared libraries in a folder, in order of their names.
fn library_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if extension == Some(DLL_EXTENSION) && path.is_file() {
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

/// Loads one file; `None` when it is some other library, an error when it does not
/// say what it is.
fn load_one(
    file: &Path,
    program: &WorkerProgram,
    limits: Limits,
    config: &BTreeMap<SmolStr, String>,
) -> Result<Option<Found>> {
    let name = file_name(file);
    let library = match read_library(file) {
        Err(LoadError::NotAPlugin) if plugin_of(&name).is_none() => return Ok(None),
        other => other?,
    };
    let (program, unset) = (program.clone(), String::new());
    let mut recipe = Recipe { program, limits, name, library, config: unset };
    let (mut process, manifest) = recipe.start()?;
    recipe.config = config.get(&manifest.id).cloned().unwrap_or_default();
    let mut created = manifest.clone();
    let started = recipe.create(&mut process, &mut created);
    let started = started.map(|()| WorkerSector::new(created, recipe, process));
    Ok(Some(Found { file: file.to_owned(), manifest, started }))
}

/// Reads a library into memory of its own, which nothing can change any more:
/// writing over a file that is loaded would crash who runs it. Nothing of it is
/// run or understood here; only a library that has the symbol's name in it can
/// be a plugin.
pub(crate) fn read_library(file: &Path) -> Result<OwnedFd> {
    let bytes = read_capped(file)?;
    if memmem::find(&bytes, abi::SYMBOL).is_none() {
        return Err(LoadError::NotAPlugin);
    }
    let name: String = file_name(file).chars().take(60).collect();
    copy_to_memory(&name, &bytes).map_err(|problem| LoadError::NoWorker(problem.to_string()))
}

fn read_capped(file: &Path) -> Result<Vec<u8>> {
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
