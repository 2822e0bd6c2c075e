//! Imports: layers of blocks, made visible whole and undone whole.

use std::sync::Arc;

use jiff::Timestamp;
use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::ledger::KeyedEntry;
use klantwijzer_core::workspace::WorkspaceId;

use super::commit::{Change, Fault, Prepared};
use super::engine::{Engine, engine_error};
use super::head::{Head, Layer};
use super::keys::{self, BlockKey, Kind, Record};
use super::layers::{BOOK_SPAN, LEDGER_SPAN};
use super::records::Changes;
use super::staging::Directory;
use super::{pieces, space};
use klantwijzer_store::encoding::{
    Record as _, decode, encode, encode_book, encode_entries, encode_ids, in_two,
};
use klantwijzer_store::{
    AuditLine, Batch, BookRow, ImportId, ImportInfo, StoreError, Version, rules,
};

/// The most rows of the book, entries or ids in one block.
const ROWS: usize = 4096;

/// A block is closed at about this many bytes of text.
const TEXT: usize = 1 << 20;

/// An import, checked and encoded on the caller's thread.
pub(super) struct Encoded {
    info: ImportInfo,
    based_on: Option<Version>,
    /// The customers that it touches, in order of number.
    book: Vec<BookRow>,
    /// The blocks; the import's number is not known yet.
    blocks: Vec<(BlockKey, Vec<u8>)>,
    audit: Vec<AuditLine>,
}

impl Encoded {
    /// Checks and encodes an import.
    pub(super) fn new(batch: Batch) -> Result<Self, StoreError> {
        rules::check_batch(&batch)?;
        let Batch { mut info, book, entries, based_on, audit } = batch;
        let rows = cut(&book, |row| row.no / BOOK_SPAN, book_text)?;
        let mut blocks =
            in_two(&rows, |block| Ok((block.key(Kind::Book), encode_book(block.rows)?)))?;
        let mut entries: Vec<&(CustomerNo, KeyedEntry)> = entries.iter().collect();
        for same in entries.chunk_by_mut(|a, b| a.0 == b.0) {
            same.sort_unstable_by_key(|(_, keyed)| (keyed.entry.date, keyed.key));
        }
        let rows = cut(&entries, |(no, _)| no / LEDGER_SPAN, |(_, keyed)| entry_text(keyed))?;
        blocks.extend(in_two(&rows, |block| {
            Ok((block.key(Kind::Ledger), encode_entries(block.rows)?))
        })?);
        info.undone_at = None;
        Ok(Self { info, based_on, book, blocks, audit })
    }
}

/// Rows that go in one block.
struct Cut<'a, T> {
    span: u32,
    number: u16,
    rows: &'a [T],
}

impl<T> Cut<'_, T> {
    fn key(&self, kind: Kind) -> BlockKey {
        BlockKey { kind, major: self.span, minor: 0, block: self.number }
    }
}

/// Cuts rows into blocks, each within one span.
fn cut<T>(
    rows: &[T],
    span: impl Fn(&T) -> u32,
    text: impl Fn(&T) -> usize,
) -> Result<Vec<Cut<'_, T>>, StoreError> {
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
            blocks.push(Cut { span: span(first), number, rows });
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

impl Engine {
    /// Writes an import's blocks and prepares to make them visible.
    pub(super) fn import(
        &self,
        workspace: WorkspaceId,
        encoded: Encoded,
    ) -> Result<Prepared<ImportId>, Fault> {
        self.clear_for(workspace)?;
        let Encoded { mut info, based_on, book, mut blocks, audit } = encoded;
        let mut head: Head = (*self.head(workspace)?).clone();
        rules::check_version(head.version, based_on)?;
        let known = book.partition_point(|row| row.no < head.next_customer);
        let next_customer = rules::number_after(&book, info.by_hand, head.next_customer)?;
        if book.iter().any(|row| head.erased.contains_key(&row.no)) {
            return Err(StoreError::Conflict.into());
        }
        self.check_ids(workspace, &book[..known])?;
        head.next_customer = next_customer;
        info.id = head.imports.len() as ImportId + 1;
        for new in book[known..].chunks(ROWS) {
            let major = new.first().map_or(0, |row| row.no);
            let key = BlockKey { kind: Kind::Ids, major, minor: 0, block: 0 };
            blocks.push((key, encode_ids(new.iter().map(|row| row.id.as_str()))?));
        }
        for (key, _) in &mut blocks {
            key.minor = info.id;
        }
        blocks.sort_unstable_by_key(|(key, _)| *key);
        let layer = Layer { directory: Directory::of(&blocks)?, info };
        head.imports.push(Arc::new(layer.clone()));
        let Layer { info, directory } = layer;

        let mut changes = Changes::default();
        let mut size = blocks.iter().map(|(_, sealed)| sealed.len() as u64).sum();
        let mut put = |record: Record, number, sealed: Vec<u8>| {
            size += sealed.len() as u64;
            changes.put(&self.records, &record.key(workspace, number), &sealed)
        };
        put(Record::Import, info.id, info.encode()?)?;
        put(Record::Layer, info.id, encode(&directory)?)?;
        put(Record::Counters, 0, encode(&head.counters())?)?;
        self.put_audit(workspace, &audit, Some(info.id), &mut changes)?;
        space::check(&self.folder, size)?;
        self.stage(workspace, directory, &blocks, &mut changes).map_err(Fault::Broken)?;
        Ok(Prepared::Change(Box::new(Change {
            workspace,
            changes,
            head,
            is_seen: true,
            value: info.id,
        })))
    }

    /// Prepares to undo an import. Its blocks go when the store is opened next:
    /// until then somebody may be reading them.
    pub(super) fn undo(
        &self,
        workspace: WorkspaceId,
        import: ImportId,
        at: Timestamp,
        audit: &[AuditLine],
    ) -> Result<Prepared<ImportInfo>, Fault> {
        let mut head: Head = (*self.head(workspace)?).clone();
        let place = (import as usize).checked_sub(1);
        let layer = place.and_then(|place| head.imports.get_mut(place));
        let Some(layer) = layer.filter(|layer| layer.info.undone_at.is_none()) else {
            return Err(StoreError::NoSuchImport(import).into());
        };
        space::check(&self.folder, 0)?;
        let info = ImportInfo { undone_at: Some(at), ..layer.info.clone() };
        *layer = Arc::new(Layer { info: info.clone(), directory: layer.directory.clone() });
        let mut changes = Changes::default();
        changes.put(&self.records, &Record::Import.key(workspace, import), &info.encode()?)?;
        changes.insert(keys::undone_import(workspace, import), &[]);
        self.put_audit(workspace, audit, Some(import), &mut changes)?;
        Ok(Prepared::Change(Box::new(Change {
            workspace,
            changes,
            head,
            is_seen: true,
            value: info,
        })))
    }

    /// Clears away the blocks of undone imports, but not the ids in them.
    pub(super) fn clear_undone(&self) -> Result<(), StoreError> {
        let marks = self.records.scan_prefix(keys::undone()).keys();
        for mark in marks.collect::<Result<Vec<_>, _>>().map_err(engine_error)? {
            let wrong = || StoreError::Damaged("an undone import is marked wrongly".to_owned());
            let (workspace, import) = keys::undone_of(&mark).ok_or_else(wrong)?;
            let key = Record::Layer.key(workspace, import);
            let layer = pieces::get(&self.records, &key)?.ok_or_else(wrong)?;
            let mut directory: Directory = decode(&layer)?;
            let is_gone = |block: &(BlockKey, u16)| block.0.kind != Kind::Ids;
            let gone: Vec<_> = directory.blocks.extract_if(.., |block| is_gone(block)).collect();
            self.remove_blocks(workspace, &gone)?;
            let mut changes = Changes::default();
            changes.put(&self.records, &key, &encode(&directory)?)?;
            changes.remove(&self.records, &mark)?;
            self.change(changes, self.state()?.commits)?;
        }
        Ok(())
    }
}
