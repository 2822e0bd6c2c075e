//! The whole way of one or more files.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use klantwijzer_core::ledger::EntryKind;

use crate::check::{check, doubles};
use crate::error::{IntakeError, Problem};
use crate::field::Field;
use crate::headers::{Match, compact};
use crate::mapping::Mapping;
use crate::open::{Opened, open};
use crate::options::{Options, Source};
use crate::recognise::{Clues, decide};
use crate::report::{ColumnMapping, FileReport, Intake, Note};
use crate::rows::{Batch, Reading, read_rows, settle_gross};
use crate::settle::{Evidence, Notations};
use crate::values::currency::Rates;
use crate::values::text::{shown, trim};
use crate::values::words;

/// Reads files into records and rejected rows.
///
/// Each file is recognised by its own headers. Of every row either all is taken
/// over or nothing: [`FileReport::good`] and [`FileReport::rejected`] add up to
/// [`FileReport::rows`]. A file that cannot be read as a whole is an error, and
/// then nothing of the others is taken over either. `progress` is told of each file
/// how many of its rows are done, and how many there are as far as is known.
pub fn read(
    sources: &[Source<'_>],
    options: &Options<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Intake, IntakeError> {
    let texts: Vec<OnceLock<Cow<'_, str>>> = sources.iter().map(|_| OnceLock::new()).collect();
    let mut files = Vec::with_capacity(sources.len());
    for ((file, source), text) in (0u32..).zip(sources).zip(&texts) {
        let opened = open(source, text, options, progress)
            .map_err(|problem| error(source, None, problem))?;
        files.push((file, source, opened));
    }
    check_stated_columns(&files, options)?;
    let rates = Rates::new(&options.currency, options.rates);
    let mut intake = Intake::default();
    for (file, source, opened) in files {
        let mut reader = FileReader { source, file, options, rates: &rates, show: progress };
        reader.read(&opened, &mut intake)?;
    }
    intake.rejected.sort_by_key(|rejected| (rejected.origin.file, rejected.origin.line));
    Ok(intake)
}

fn error(source: &Source<'_>, sheet: Option<&str>, problem: Problem) -> IntakeError {
    IntakeError { file: source.name.to_owned(), sheet: sheet.map(str::to_owned), problem }
}

/// A header that a person named must stand in one of the files.
fn check_stated_columns(
    files: &[(u32, &Source<'_>, Vec<Opened<'_>>)],
    options: &Options<'_>,
) -> Result<(), IntakeError> {
    let headers: Vec<&String> = files
        .iter()
        .flat_map(|(_, _, opened)| opened)
        .flat_map(|opened| &opened.headers.texts)
        .filter(|text| !text.is_empty())
        .collect();
    let known: BTreeSet<String> = headers.iter().map(|text| compact(text)).collect();
    let missing = options
        .columns
        .iter()
        .find(|(header, _)| !known.contains(&compact(header)) && !headers.contains(&header));
    match (missing, files.first()) {
        (Some((header, _)), Some((_, source, _))) => {
            let headers = headers.into_iter().cloned().collect();
            let problem = Problem::UnknownColumn { header: header.clone(), headers };
            Err(error(source, None, problem))
        }
        _ => Ok(()),
    }
}

/// Reads one file.
struct FileReader<'a, 'b> {
    source: &'a Source<'a>,
    file: u32,
    options: &'a Options<'a>,
    rates: &'a Rates,
    show: &'b mut dyn FnMut(u64, u64),
}

impl FileReader<'_, '_> {
    fn read(&mut self, opened: &[Opened<'_>], intake: &mut Intake) -> Result<(), IntakeError> {
        let first_report = intake.files.len();
        let several = opened.len() > 1;
        let mut skipped = Vec::new();
        let mut refused = None;
        for part in opened {
            let sheet = part.sheet.as_deref().filter(|_| several);
            match self.map_columns(part) {
                Ok(mapping) => {
                    let problem = |problem| error(self.source, sheet, problem);
                    let report = self.read_table(part, mapping, sheet, intake).map_err(problem)?;
                    intake.files.push(report);
                }
                // Sheets of notes and charts stand beside those with rows.
                Err(problem @ Problem::UnknownKind { .. }) if several => {
                    skipped.extend(part.sheet.clone());
                    refused.get_or_insert(error(self.source, sheet, problem));
                }
                Err(problem) => return Err(error(self.source, sheet, problem)),
            }
        }
        match intake.files.get_mut(first_report) {
            Some(report) => {
                report.notes.extend(skipped.into_iter().map(|sheet| Note::SheetSkipped { sheet }));
                Ok(())
            }
            None => Err(refused.unwrap_or_else(|| error(self.source, None, Problem::Empty))),
        }
    }

    /// Recognises a table and maps its columns.
    fn map_columns(&self, part: &Opened<'_>) -> Result<Mapping, Problem> {
        let name = match &part.sheet {
            Some(sheet) => format!("{} {sheet}", self.source.name),
            None => self.source.name.to_owned(),
        };
        let words = kind_words(part);
        let (kind, note) = match self.options.kind {
            Some(kind) => (kind, None),
            None => decide(&Clues {
                headers: &part.headers,
                name: &name,
                words: &words,
                numbers_repeat: &|| numbers_repeat(part),
            })?,
        };
        let mut mapping = Mapping::new(kind, &part.headers, &words, &name, self.options)?;
        mapping.notes.extend(note);
        Ok(mapping)
    }

    fn read_table(
        &mut self,
        part: &Opened<'_>,
        mapping: Mapping,
        sheet: Option<&str>,
        intake: &mut Intake,
    ) -> Result<FileReport, Problem> {
        let rows = part.header_row + 1..part.table.rows();
        let mut reading = Reading::new(&part.table, &mapping, self.options, self.rates);
        reading.file = self.file;
        reading.sheet = sheet;
        let guess = sample(&reading, rows.clone()).notations(self.options);
        let mut batch = self.read_all(&reading, &guess, rows.clone());
        batch.evidence.check(self.options)?;
        if batch.evidence.surprises(&guess, self.options) {
            let found = batch.evidence.notations(self.options);
            drop(batch);
            batch = self.read_all(&reading, &found, rows.clone());
        }
        let doubtful = batch.credits.doubtful();
        if !doubtful.is_empty() && !self.source.name.to_lowercase().contains("credit") {
            return Err(Problem::CreditOrInvoice { examples: doubtful });
        }
        let vat_not_added = settle_gross(&mapping, &mut batch);
        let suspects = doubles::suspects(&mapping, &batch.entries);
        reading.left_out = check(&reading, &mut batch);
        if !reading.left_out.is_empty() && !batch.mentions.is_empty() {
            // What rejected rows mention is not taken over either.
            let found = batch.evidence.notations(self.options);
            batch.mentions = self.read_all(&reading, &found, rows.clone()).mentions;
        }
        let (decimal, date_order) = batch.evidence.shown(self.options);
        let mut notes = batch.evidence.notes(&mapping, self.options);
        let total = rows.len() as u64;
        if total == 0 {
            notes.push(Note::NoRows);
        }
        let rejected = batch.rejected.len() as u64;
        notes.extend(vat_not_added);
        notes.extend(doubles::note(&reading, &suspects, rows.clone()));
        let columns = columns(part, &mapping, rows);
        intake.records.mentioned.extend(batch.mentions.into_rows(&reading));
        append(&mut intake.records.customers, batch.customers);
        append(&mut intake.records.entries, batch.entries);
        intake.rejected.extend(batch.rejected);
        notes.extend(mapping.notes);
        notes.sort();
        Ok(FileReport {
            name: self.source.name.to_owned(),
            file: self.file,
            sheet: part.sheet.clone(),
            kind: mapping.kind,
            rows: total,
            good: total - rejected,
            rejected,
            header_line: part.table.line(part.header_row),
            encoding: part.encoding,
            delimiter: part.delimiter,
            decimal,
            date_order,
            columns,
            notes,
        })
    }

    /// Reads all rows, in as many threads as there are processors. The outcome
    /// does not depend on how the rows are divided.
    fn read_all(
        &mut self,
        reading: &Reading<'_>,
        notations: &Notations,
        rows: Range<usize>,
    ) -> Batch {
        const WORTH_A_THREAD: usize = 20_000;
        const MOST_THREADS: usize = 8;
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let parts = processors.min(MOST_THREADS).min(rows.len() / WORTH_A_THREAD).max(1);
        let total = rows.len() as u64;
        let done = AtomicU64::new(0);
        let cut = |part: usize| rows.start + rows.len() * part / parts;
        let mut tick = || (self.show)(done.load(Ordering::Relaxed), total);
        let batch = std::thread::scope(|scope| {
            let others: Vec<_> = (1..parts)
                .map(|part| {
                    let range = cut(part)..cut(part + 1);
                    let done = &done;
                    scope.spawn(move || {
                        let room = range.len();
                        read_rows(reading, notations, range, room, done, &mut || {})
                    })
                })
                .collect();
            let own = cut(0)..cut(1);
            let mut batch = read_rows(reading, notations, own, rows.len(), &done, &mut tick);
            for other in others {
                match other.join() {
                    Ok(other) => batch.join(other),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            batch
        });
        (self.show)(total, total);
        batch
    }
}

/// Moves rows behind others, without copying them where they are the first.
fn append<T>(all: &mut Vec<T>, mut more: Vec<T>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.append(&mut more);
    }
}

/// What a few rows from all over the table say of its notation. Only a guess to
/// begin with: the whole file decides.
fn sample(reading: &Reading<'_>, rows: Range<usize>) -> Evidence {
    const SAMPLE: usize = 256;
    let mut evidence = Evidence::new(reading.mapping);
    let (mut cells, mut numbers, mut dates) = (Vec::new(), Vec::new(), Vec::new());
    let step = (rows.len() / SAMPLE).max(1);
    for row in rows.step_by(step) {
        reading.table.cells(row, &mut cells);
        if cells.len() <= reading.mapping.headers.len() {
            reading.read_cells(&cells, &mut numbers, &mut dates, &mut evidence);
        }
    }
    evidence
}

/// The entry kinds that the words in the column of kinds stand for.
fn kind_words(part: &Opened<'_>) -> BTreeSet<EntryKind> {
    let mut kinds = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for_each_cell(part, &Field::Kind, |cell| {
        if seen.len() < 1_000 && !seen.contains(cell) {
            kinds.extend(words::entry_kind(cell));
            seen.insert(cell.to_owned());
        }
        true
    });
    kinds
}

fn numbers_repeat(part: &Opened<'_>) -> bool {
    let mut seen = HashSet::new();
    let mut repeats = false;
    for_each_cell(part, &Field::Number, |cell| {
        repeats = !cell.is_empty() && !seen.insert(cell.to_owned());
        !repeats
    });
    repeats
}

/// Calls `visit` for the trimmed cells of the first column with a meaning until it
/// says no more.
fn for_each_cell(part: &Opened<'_>, field: &Field, mut visit: impl FnMut(&str) -> bool) {
    let mut matches = part.headers.matches.iter();
    let has_meaning = |found: &Option<Match>| found.as_ref().is_some_and(|it| it.field == *field);
    let Some(column) = matches.position(has_meaning) else { return };
    let mut cells = Vec::new();
    for row in part.header_row + 1..part.table.rows() {
        part.table.cells(row, &mut cells);
        if cells.get(column).is_some_and(|cell| !visit(trim(&cell.text))) {
            return;
        }
    }
}

fn columns(part: &Opened<'_>, mapping: &Mapping, rows: Range<usize>) -> Vec<ColumnMapping> {
    const LOOKED_AT: usize = 100;
    let mut samples = vec![String::new(); mapping.headers.len()];
    let mut cells = Vec::new();
    for row in rows.take(LOOKED_AT) {
        part.table.cells(row, &mut cells);
        for (sample, cell) in samples.iter_mut().zip(&cells).filter(|(sample, _)| sample.is_empty())
        {
            *sample = shown(trim(&cell.text));
        }
    }
    mapping
        .headers
        .iter()
        .zip(&mapping.fields)
        .zip(samples)
        .map(|((header, field), sample)| ColumnMapping {
            header: header.clone(),
            field: field.clone(),
            sample,
        })
        .collect()
}
