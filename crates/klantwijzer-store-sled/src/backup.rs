//! A backup: every visible key with its value, as they stand at one moment.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Write};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use async_trait::async_trait;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::archive::{ArchiveReader, ArchiveWriter, Contents};
use klantwijzer_store::encoding::{Counters, decode};
use klantwijzer_store::{BackupFlaw, BackupInfo, Backups, Result, StoreError};
use sled::{Batch, IVec};

use super::SledStore;
use super::commit::Shared;
use super::engine::{Engine, write};
use super::failure::engine_error;
use super::keys::{self, BlockKey, Kind, Record};
use super::pieces::PIECE;
use super::records::State;
use super::space;

/// About how many bytes one section has.
const SECTION: usize = 1 << 20;

/// The trees, as sections name them.
const RECORDS: u8 = 0;
const BLOCKS: u8 = 1;

/// Keys with their values.
type Pairs = Vec<(IVec, IVec)>;

/// Which blocks a backup holds: those that its records know.
struct Visible {
    counters: HashMap<WorkspaceId, Counters>,
    undone: HashSet<(WorkspaceId, u32)>,
}

#[async_trait]
impl Backups for SledStore {
    async fn backup(&self, out: &mut (dyn Write + Send)) -> Result<BackupInfo> {
        let commits = &self.commits;
        // What an erasure could not clear away at once must not be handed on.
        commits.clear().await?;
        // Between two commits, so that the records agree with each other. The blocks
        // that they know stay as they are, whatever is written meanwhile.
        let (records, copying) = commits.run(|shared| shared.with(Engine::begin_copy)?).await?;
        let saved = commits.read_once(|engine| engine.save(&records, out));
        drop(copying);
        commits.clear().await?;
        saved
    }

    async fn restore(&self, input: &mut (dyn Read + Send)) -> Result<BackupInfo> {
        let commits = &self.commits;
        let mut archive = ArchiveReader::new(input, Contents::Embedded)?;
        commits.run(|shared| shared.with(Engine::begin_restore)?).await?;
        let restored = async {
            while let Some(section) = archive.section()? {
                commits.run(move |shared| shared.with(|engine| engine.restore(&section))?).await?;
            }
            let bytes = archive.bytes();
            let workspaces = commits.run(|shared| shared.with(Engine::end_restore)?).await?;
            commits.clear().await?;
            Ok(BackupInfo { workspaces, bytes })
        }
        .await;
        if restored.is_err() {
            let give_up = |shared: &Shared| {
                shared.give_up_restore();
                Ok(())
            };
            commits.run(give_up).await?;
        }
        restored
    }
}

/// Writes pairs of one tree after the other: tree, lengths, key, value.
struct Sections<'a> {
    archive: ArchiveWriter<'a>,
    section: Vec<u8>,
}

impl Sections<'_> {
    fn add(&mut self, tree: u8, key: &[u8], value: &[u8]) -> Result<()> {
        self.section.push(tree);
        for bytes in [key, value] {
            self.section.extend((bytes.len() as u32).to_le_bytes());
            self.section.extend_from_slice(bytes);
        }
        if self.section.len() >= SECTION {
            self.archive.section(&self.section)?;
            self.section.clear();
        }
        Ok(())
    }
}

/// Takes the next pair off a section: tree, key and value.
fn next_pair<'a>(rest: &mut &'a [u8]) -> Option<(u8, &'a [u8], &'a [u8])> {
    fn bytes<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
        let (length, after) = rest.split_first_chunk()?;
        let (bytes, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        *rest = after;
        Some(bytes)
    }
    let (tree, after) = rest.split_first()?;
    *rest = after;
    let key = bytes(rest)?;
    let value = bytes(rest)?;
    (value.len() <= PIECE).then_some((*tree, key, value))
}

/// What a section has for the records and for the blocks.
fn batches(section: &[u8]) -> Result<(Batch, Batch)> {
    let bad = || StoreError::BadBackup(BackupFlaw::Changed);
    let (mut records, mut blocks) = (Batch::default(), Batch::default());
    let mut rest = section;
    while !rest.is_empty() {
        match next_pair(&mut rest).ok_or_else(bad)? {
            (RECORDS, key, value)
                if keys::workspace_of(key).is_some() || keys::undone_of(key).is_some() =>
            {
                records.insert(key, value);
            }
            (BLOCKS, key, value)
                if keys::workspace_of(key).is_some() && BlockKey::of(key).is_some() =>
            {
                blocks.insert(key, value);
            }
            _ => return Err(bad()),
        }
    }
    Ok((records, blocks))
}

/// Reads a backup through as restoring it does, and writes nothing.
pub(crate) fn check(input: &mut (dyn Read + Send)) -> Result<()> {
    let mut archive = ArchiveReader::new(input, Contents::Embedded)?;
    while let Some(section) = archive.section()? {
        batches(&section)?;
    }
    Ok(())
}

impl Visible {
    fn of(records: &[(IVec, IVec)]) -> Result<Self> {
        let mut visible = Self { counters: HashMap::new(), undone: HashSet::new() };
        for (key, value) in records {
            visible.undone.extend(keys::undone_of(key));
            let Some(workspace) = keys::workspace_of(key) else {
                continue;
            };
            let counters = visible.counters.entry(workspace).or_default();
            if key.starts_with(&Record::Counters.all(workspace)) {
                *counters = decode(value)?;
            }
        }
        Ok(visible)
    }

    fn holds(&self, key: &[u8]) -> Result<bool> {
        let known = keys::workspace_of(key).zip(BlockKey::of(key));
        let (workspace, BlockKey { kind, major, minor, .. }) =
            known.ok_or_else(|| StoreError::Damaged("a block has a wrong key".to_owned()))?;
        let counters = self.counters.get(&workspace).copied().unwrap_or_default();
        Ok(match kind {
            Kind::Review => major <= counters.reviews,
            Kind::Ids => minor <= counters.imports,
            Kind::Book | Kind::Ledger => {
                minor <= counters.imports && !self.undone.contains(&(workspace, minor))
            }
        })
    }
}

impl Engine {
    /// The records as they are, and the blocks kept for as long as it takes.
    fn begin_copy(&self) -> Result<(Pairs, Arc<()>)> {
        let copying = Arc::clone(&self.copying);
        let is_own =
            |found: &sled::Result<(IVec, IVec)>| found.as_ref().is_ok_and(|it| keys::is_own(&it.0));
        let records = self.records.iter().filter(|found| !is_own(found));
        Ok((records.collect::<Result<_, _>>().map_err(engine_error)?, copying))
    }

    /// Writes these records, and the blocks that they know.
    fn save(&self, records: &[(IVec, IVec)], out: &mut (dyn Write + Send)) -> Result<BackupInfo> {
        let visible = Visible::of(records)?;
        let archive = ArchiveWriter::new(out, Contents::Embedded)?;
        let mut sections = Sections { archive, section: Vec::new() };
        for (key, value) in records {
            sections.add(RECORDS, key, value)?;
        }
        for found in &self.blocks {
            let (key, value) = found.map_err(engine_error)?;
            if visible.holds(&key)? {
                sections.add(BLOCKS, &key, &value)?;
            }
        }
        let Sections { mut archive, section } = sections;
        archive.section(&section)?;
        let workspaces = visible.counters.len() as u64;
        Ok(BackupInfo { workspaces, bytes: archive.finish()? })
    }

    fn begin_restore(&self) -> Result<()> {
        // One that was given up without a word leaves its mark.
        self.clear_restoring()?;
        self.clear_deleted()?;
        if !self.workspace_ids()?.is_empty() {
            let why = "a backup is restored in an empty data folder, and this one is not empty";
            return Err(StoreError::Refused(why.to_owned()));
        }
        self.records.insert(keys::RESTORING, &[]).map_err(engine_error)?;
        self.restoring.store(true, Ordering::Release);
        self.sync()
    }

    /// Writes a section; nobody sees it yet.
    fn restore(&self, section: &[u8]) -> Result<()> {
        self.check_restoring()?;
        space::check(&self.folder, section.len() as u64)?;
        let (records, blocks) = batches(section)?;
        write(&self.blocks, blocks)?;
        write(&self.records, records)
    }

    /// What was restored before the engine was opened again is cleared away.
    fn check_restoring(&self) -> Result<()> {
        if self.restoring.load(Ordering::Acquire) {
            return Ok(());
        }
        Err(StoreError::Unavailable("the restoration was interrupted; begin again".to_owned()))
    }

    /// Makes everything visible; returns the number of workspaces.
    fn end_restore(&self) -> Result<u64> {
        self.check_restoring()?;
        self.sync()?;
        // Their blocks are in no backup.
        self.clear_undone()?;
        let workspaces = self.workspace_ids()?.len() as u64;
        let mut commits = self.state()?.commits + 1;
        for workspace in self.workspace_ids()? {
            // So that no version comes again.
            commits = commits.max(self.read_head(workspace)?.version);
        }
        let mut batch = Batch::default();
        batch.remove(&keys::RESTORING);
        batch.insert(&keys::STATE, State { commits, checksum: self.checksum()? }.bytes());
        write(&self.records, batch)?;
        self.sync()?;
        self.acknowledge(commits)?;
        self.heads.write().unwrap_or_else(PoisonError::into_inner).clear();
        self.restoring.store(false, Ordering::Release);
        Ok(workspaces)
    }

    /// Clears away a restoration that was not brought to its end.
    pub(super) fn clear_restoring(&self) -> Result<()> {
        if !self.records.contains_key(keys::RESTORING).map_err(engine_error)? {
            return Ok(());
        }
        self.blocks.clear().map_err(engine_error)?;
        let mut batch = Batch::default();
        for key in self.records.iter().keys() {
            let key = key.map_err(engine_error)?;
            if !keys::is_own(&key) {
                batch.remove(key);
            }
        }
        batch.remove(&keys::RESTORING);
        let commits = self.state()?.commits;
        batch.insert(&keys::STATE, State { commits, checksum: 0 }.bytes());
        write(&self.records, batch)?;
        self.heads.write().unwrap_or_else(PoisonError::into_inner).clear();
        self.restoring.store(false, Ordering::Release);
        Ok(())
    }
}

impl Shared {
    /// Leaves the store empty again; where that fails, opening it does.
    fn give_up_restore(&self) {
        let cleared = self.with(|engine| {
            engine.clear_restoring()?;
            engine.sync()
        });
        if let Err(error) = cleared.flatten() {
            self.recover(&error);
        }
    }
}
