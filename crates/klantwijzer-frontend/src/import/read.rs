//! From the bytes of files to what importing them changes.

use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::money::Currency;
use klantwijzer_core::records::{Records, Rejected};
use klantwijzer_desk::ImportReport;
use klantwijzer_intake::{Field, FileReport, Intake, Options, Source, read};
use klantwijzer_text::{Failure, Texts, clean, cut, fail, render};
use smol_str::SmolStr;

use super::{Bytes, ImportOptions, names};
use crate::program::Program;

/// Files that were imported, or would be.
pub struct Imported {
    /// What changed, or would change.
    pub report: ImportReport,
    /// How each file was read.
    pub files: Vec<FileReport>,
    /// The rows that were left out, by file and line.
    pub rejected: Vec<Rejected>,
    /// How many rows are of a day that is still to come.
    pub ahead: usize,
    /// The names of the files.
    pub names: Vec<String>,
    /// Whether it was only shown.
    pub shown: bool,
}

/// What importing the files would do.
pub fn show(
    program: &Program,
    stated: &ImportOptions,
    files: &[Bytes],
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Imported, Failure> {
    taken(program, stated, files, progress, true)
}

/// Imports the files whole.
pub fn bring_in(
    program: &Program,
    stated: &ImportOptions,
    files: &[Bytes],
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Imported, Failure> {
    taken(program, stated, files, progress, false)
}

fn taken(
    program: &Program,
    stated: &ImportOptions,
    files: &[Bytes],
    progress: &mut dyn FnMut(u64, u64),
    only_show: bool,
) -> Result<Imported, Failure> {
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let Intake { records, mut rejected, mut files } = read_rows(program, stated, files, progress)?;
    let ahead = records.entries.iter().filter(|row| row.entry.date > program.today()).count();
    let report = if only_show {
        program.wait(program.desk.preview(program.workspace, &program.who(), records))?
    } else {
        store(program, records, names.clone())?
    };
    for row in &report.rejected {
        // Good by itself, and not beside the others.
        let of_file = |file: &&mut FileReport| file.file == row.origin.file && file.good > 0;
        if let Some(file) = files.iter_mut().find(of_file) {
            file.good -= 1;
            file.rejected += 1;
        }
    }
    rejected.extend(report.rejected.iter().cloned());
    rejected.sort_by_key(|row| (row.origin.file, row.origin.line));
    Ok(Imported { report, files, rejected, ahead, names, shown: only_show })
}

fn store(program: &Program, records: Records, names: Vec<String>) -> Result<ImportReport, Failure> {
    program.wait(program.desk.import(program.workspace, &program.who(), records, names))
}

fn read_rows(
    program: &Program,
    stated: &ImportOptions,
    files: &[Bytes],
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Intake, Failure> {
    let texts = &program.texts;
    let settings = program.wait(program.desk.settings(program.workspace, &program.who()))?;
    let declared = program.desk.manifests().flat_map(|manifest| &manifest.facts);
    let catalog = FactCatalog::new(declared.map(|fact| fact.id.as_str()));
    let file_currency = match &stated.currency {
        Some(code) => Some(
            Currency::new(code).ok_or_else(|| fail!(texts, "bad-currency", code = code.clone()))?,
        ),
        None => None,
    };
    let names = names::of_facts(program.desk.manifests());
    let known = Options {
        rates: &settings.rates,
        fact_ids: catalog.ids(),
        fact_names: &names,
        plugin: stated.plugin.as_deref().map(SmolStr::new),
        role: stated.role,
        kind: stated.kind,
        date: stated.date,
        date_order: stated.dates,
        decimal: stated.decimal,
        file_currency,
        ..Options::new(program.today(), settings.currency.clone())
    };
    let columns = stated_columns(&stated.columns, &known, texts)?;
    let options = Options { columns: &columns, ..known };
    let sources: Vec<Source<'_>> =
        files.iter().map(|file| Source { name: &file.name, bytes: &file.bytes }).collect();
    read(&sources, &options, &mut |seen| progress(seen.done, seen.total))
        .map_err(|error| render::intake_failure(&error, texts))
}

/// What a person said that columns mean: by the field's id, or in the words of a header.
fn stated_columns(
    pairs: &[String],
    known: &Options<'_>,
    texts: &Texts,
) -> Result<Vec<(String, Field)>, Failure> {
    pairs
        .iter()
        .map(|pair| {
            let (header, words) = pair
                .rsplit_once('=')
                .ok_or_else(|| fail!(texts, "bad-map", pair = pair.clone()))?;
            let words = words.trim();
            let field = words.parse().ok().or_else(|| known.meaning(words));
            let field = field.ok_or_else(|| bad_field(words, texts))?;
            Ok((header.to_owned(), field))
        })
        .collect()
}

fn bad_field(words: &str, texts: &Texts) -> Failure {
    let fields = names::of_fields();
    let field = cut(&clean(words), 60).into_owned();
    fail!(texts, "bad-field", field = field, fields = texts.commas(&fields))
}
