//! From the bytes of files to what importing them changes.

use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::money::Currency;
use klantwijzer_core::records::{Records, Rejected};
use klantwijzer_desk::ImportReport;
use klantwijzer_intake::{Field, FileReport, Intake, Options, Source, read};
use smol_str::SmolStr;

use super::{Bytes, names};
use crate::cli::ImportArgs;
use crate::failure::{Failure, fail};
use crate::office::Office;
use crate::render;
use crate::text::{Texts, clean, cut};

/// Files that were imported, or would be.
pub(crate) struct Imported {
    /// What changed, or would change.
    pub(crate) report: ImportReport,
    /// How each file was read.
    pub(crate) files: Vec<FileReport>,
    /// The rows that were left out, by file and line.
    pub(crate) rejected: Vec<Rejected>,
    /// How many rows are of a day that is still to come.
    pub(crate) ahead: usize,
    /// The names of the files.
    pub(crate) names: Vec<String>,
    /// Whether it was only shown.
    pub(crate) shown: bool,
}

/// What importing the files would do.
pub(crate) fn show(
    office: &Office,
    args: &ImportArgs,
    files: &[Bytes],
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Imported, Failure> {
    taken(office, args, files, progress, true)
}

/// Imports the files whole.
pub(crate) fn bring_in(
    office: &Office,
    args: &ImportArgs,
    files: &[Bytes],
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Imported, Failure> {
    taken(office, args, files, progress, false)
}

fn taken(
    office: &Office,
    args: &ImportArgs,
    files: &[Bytes],
    progress: &mut dyn FnMut(u64, u64),
    only_show: bool,
) -> Result<Imported, Failure> {
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let Intake { records, mut rejected, mut files } = read_rows(office, args, files, progress)?;
    let ahead = records.entries.iter().filter(|row| row.entry.date > office.today()).count();
    let report = if only_show {
        office.wait(office.desk.preview(office.workspace, &office.who(), records))?
    } else {
        store(office, records, names.clone())?
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

fn store(office: &Office, records: Records, names: Vec<String>) -> Result<ImportReport, Failure> {
    office.wait(office.desk.import(office.workspace, &office.who(), records, names))
}

fn read_rows(
    office: &Office,
    args: &ImportArgs,
    files: &[Bytes],
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Intake, Failure> {
    let texts = &office.texts;
    let settings = office.wait(office.desk.settings(office.workspace, &office.who()))?;
    let declared = office.desk.manifests().flat_map(|manifest| &manifest.facts);
    let catalog = FactCatalog::new(declared.map(|fact| fact.id.as_str()));
    let file_currency = match &args.currency {
        Some(code) => Some(
            Currency::new(code).ok_or_else(|| fail!(texts, "bad-currency", code = code.clone()))?,
        ),
        None => None,
    };
    let names = names::of_facts(office.desk.manifests());
    let known = Options {
        rates: &settings.rates,
        fact_ids: catalog.ids(),
        fact_names: &names,
        plugin: args.plugin.as_deref().map(SmolStr::new),
        role: args.role.map(Into::into),
        kind: args.kind,
        date: args.date,
        date_order: args.dates,
        decimal: args.decimal,
        file_currency,
        ..Options::new(office.today(), settings.currency.clone())
    };
    let columns = stated_columns(&args.columns, &known, texts)?;
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
