//! Imports: layers of blocks, made visible whole and undone whole.

use std::ops::Range;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::ledger::KeyedEntry;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::encoding::{
    Record as _, decode, encode, encode_book, encode_entries, encode_ids, in_two,
};
use klantwijzer_store::{
    AuditLine, Batch, BookRow, CustomerRecords, ImportId, ImportInfo, Imports, KnownCustomer,
    Ledger, Result, StoreError, rules,
};
use smol_str::SmolStr;

use super::draft::Draft;
use super::engine::Engine;
use super::failure::engine_error;
use super::head::Layer;
use super::keys::{self, BlockKey, Directory, Kind, LEDGER_SPAN, Record};
use super::layers::BOOK_SPAN;
use super::records::Changes;
use super::staging::directory;
use super::{SledStore, pieces};

/// The most rows of the book, entries or ids in one block.
const ROWS: usize = 4096;

/// A block is closed at about this many bytes of text.
const TEXT: usize = 1 << 20;

/// The blocks of a batch; the import's number is not known yet.
fn encoded(
    book: &[BookRow],
    entries: &[(CustomerNo, KeyedEntry)],
) -> Result<Vec<(BlockKey, Vec<u8>)>> {
    let rows = cut(Kind::Book, book, |row| row.no / BOOK_SPAN, book_text)?;
    let mut blocks = in_two(&rows, |(key, rows)| Ok((*key, encode_book(rows)?)))?;
    let mut entries: Vec<&(CustomerNo, KeyedEntry)> = entries.iter().collect();
    for same in entries.chunk_by_mut(|a, b| a.0 == b.0) {
        same.sort_unstable_by_key(|(_, keyed)| (keyed.entry.date, keyed.key));
    }
    let span = |(no, _): &&(CustomerNo, _)| no / LEDGER_SPAN;
    let rows = cut(Kind::Ledger, &entries, span, |(_, keyed)| entry_text(keyed))?;
    blocks.extend(in_two(&rows, |(key, rows)| Ok((*key, encode_entries(rows)?)))?);
    Ok(blocks)
}

/// Cuts rows into blocks, each within one span.
fn cut<T>(
    kind: Kind,
    rows: &[T],
    span: impl Fn(&T) -> u32,
    text: impl Fn(&T) -> usize,
) -> Result<Vec<(BlockKey, &[T])>> {
    let mut blocks = Vec::new();
    for mut rest in rows.chunk_by(|a, b| span(a) == span(b)) {
        for number in 0.. {
            let mut size = 0;
            let fits = rest.iter().take(ROWS).take_while(|row| {
                let begun = size < TEXT;
                size += text(row);
                begun
            });
            let (rows, later) = rest.split_at(fits.count());
            let Some(first) = rows.first() else { break };
            let number = u16::try_from(number)
                .map_err(|_| StoreError::Refused("the import is too large".to_owned()))?;
            let key = BlockKey { kind, major: span(first), minor: 0, block: number };
            blocks.push((key, rows));
            rest = later;
        }
    }
    Ok(blocks)
}

/// About how many bytes of text a row of the book has.
fn book_text(row: &BookRow) -> usize {
    let size = |profile: &Profile| {
        let texts = [&profile.name, &profile.given_value].into_iter().flatten();
        let people = profile.people.iter().map(|person| 64 + person.name.len());
        texts.map(String::len).chain(people).sum::<usize>()
            + 16 * (profile.facts.len() + profile.tags.len())
    };
    row.id.len() + size(&row.stated) + size(&row.mentioned)
}

fn entry_text(keyed: &KeyedEntry) -> usize {
    keyed.entry.number.len() + keyed.entry.line.len() + keyed.entry.category.len()
}

#[async_trait]
impl Imports for SledStore {
    async fn next_customer(&self, workspace: WorkspaceId) -> Result<CustomerNo> {
        Ok(self.head(workspace)?.next_customer)
    }

    async fn customer_ids(&self, workspace: WorkspaceId) -> Result<Vec<SmolStr>> {
        self.commits.read(|engine| engine.customer_ids(workspace))
    }

    async fn import(&self, workspace: WorkspaceId, batch: Batch) -> Result<ImportId> {
        rules::check_batch(&batch)?;
        let Batch { info, book, entries, based_on, audit } = batch;
        let blocks = encoded(&book, &entries)?;
        drop(entries);
        let import = move |draft: &mut Draft<'_>| {
            rules::check_version(draft.head.version, based_on)?;
            draft.import(info, &book, blocks)
        };
        self.commits.write(workspace, &audit, import).await
    }

    /// The blocks go when the store is opened next: until then somebody may be
    /// reading them.
    async fn undo(
        &self,
        workspace: WorkspaceId,
        import: ImportId,
        at: Timestamp,
        audit: &[AuditLine],
    ) -> Result<ImportInfo> {
        let undo = move |draft: &mut Draft<'_>| {
            let place = (import as usize).checked_sub(1);
            let layer = place.and_then(|place| draft.head.imports.get_mut(place));
            let live = layer.filter(|layer| layer.info.undone_at.is_none());
            let layer = Arc::make_mut(live.ok_or(StoreError::NoSuchImport(import))?);
            layer.info.undone_at = Some(at);
            let info = layer.info.clone();
            draft.put(Record::Import, import, &info.encode()?)?;
            draft.changes.insert(keys::undone_import(workspace, import), &[]);
            draft.import = Some(import);
            Ok(info)
        };
        self.commits.write(workspace, audit, undo).await
    }

    async fn imports(&self, workspace: WorkspaceId) -> Result<Vec<ImportInfo>> {
        Ok(self.head(workspace)?.imports.iter().map(|layer| layer.info.clone()).collect())
    }

    async fn customers(
        &self,
        workspace: WorkspaceId,
        range: Range<CustomerNo>,
    ) -> Result<Vec<KnownCustomer>> {
        self.commits.read(|engine| engine.customers(workspace, &range))
    }

    async fn ledger(&self, workspace: WorkspaceId, range: Range<CustomerNo>) -> Result<Ledger> {
        self.commits.read(|engine| engine.ledger(workspace, &range))
    }

    async fn records_of(
        &self,
        workspace: WorkspaceId,
        customer: CustomerNo,
    ) -> Result<Vec<CustomerRecords>> {
        self.commits.read(|engine| engine.records_of(workspace, customer))
    }
}

impl Draft<'_> {
    /// Adds an import with its blocks.
    fn import(
        &mut self,
        mut info: ImportInfo,
        book: &[BookRow],
        mut blocks: Vec<(BlockKey, Vec<u8>)>,
    ) -> Result<ImportId> {
        let head = &mut self.head;
        let (known, new) = book.split_at(book.partition_point(|row| row.no < head.next_customer));
        head.next_customer = rules::number_after(book, info.by_hand, head.next_customer)?;
        if book.iter().any(|row| head.erased.contains_key(&row.no)) {
            return Err(StoreError::Conflict);
        }
        self.engine.check_ids(self.workspace, known)?;
        let import = head.imports.len() as ImportId + 1;
        (info.id, info.undone_at) = (import, None);
        for new in new.chunks(ROWS) {
            let major = new.first().map_or(0, |row| row.no);
            let key = BlockKey { kind: Kind::Ids, major, minor: 0, block: 0 };
            blocks.push((key, encode_ids(new.iter().map(|row| row.id.as_str()))?));
        }
        for (key, _) in &mut blocks {
            key.minor = import;
        }
        blocks.sort_unstable_by_key(|(key, _)| *key);
        let directory = directory(&blocks)?;
        self.blocks = blocks;
        self.put(Record::Import, import, &info.encode()?)?;
        self.put(Record::Layer, import, &encode(&directory)?)?;
        self.head.imports.push(Arc::new(Layer { info, directory }));
        self.put(Record::Counters, 0, &encode(&self.head.counters())?)?;
        self.import = Some(import);
        Ok(import)
    }
}

impl Engine {
    /// Clears away the blocks of undone imports, but not the ids in them.
    pub(super) fn clear_undone(&self) -> Result<()> {
        let marks = self.records.scan_prefix(keys::UNDONE).keys();
        for mark in marks.collect::<Result<Vec<_>, _>>().map_err(engine_error)? {
            let wrong = || StoreError::Damaged("an undone import is marked wrongly".to_owned());
            let (workspace, import) = keys::undone_of(&mark).ok_or_else(wrong)?;
            let key = Record::Layer.key(workspace, import);
            let layer = pieces::get(&self.records, &key)?.ok_or_else(wrong)?;
            let mut directory: Directory = decode(&layer)?;
            let is_gone = |block: &(BlockKey, u16)| block.0.kind != Kind::Ids;
            let gone: Vec<_> = directory.extract_if(.., |block| is_gone(block)).collect();
            self.remove_blocks(workspace, &gone)?;
            let mut changes = Changes::default();
            changes.put(&self.records, &key, &encode(&directory)?)?;
            self.strike(&mark, changes)?;
        }
        Ok(())
    }
}
