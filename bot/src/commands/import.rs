//! Bringing files in, and taking them out again.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::money::Currency;
use klantwijzer_core::records::{Records, Rejected};
use klantwijzer_desk::ImportReport;
use klantwijzer_intake::{
    Field, FileReport, Intake, IntakeError, MOST_TEXT_MIB, Options, Problem, Source, read,
};
use klantwijzer_store::ImportInfo;
use serde_json::{Value, json};
use smol_str::SmolStr;

use crate::cli::ImportArgs;
use crate::commands::Output;
use crate::failure::{self, Failure, fail};
use crate::office::Office;
use crate::render::{self, Align, Page, Table};
use crate::terminal::Bar;
use crate::text::{Texts, say};

/// How many rejected rows a person sees; scripts get all of them.
const SHOWN_REJECTED: usize = 20;

/// Imports the files, or shows what importing them would do.
pub(crate) fn import(office: &Office, args: &ImportArgs) -> Result<Output, Failure> {
    let texts = &office.texts;
    let files = read_files(&args.files, texts)?;
    let intake = read_rows(office, args, &files)?;
    let Intake { records, mut rejected, files: reports } = intake;
    let report = if args.dry_run {
        office.wait(office.desk.preview(office.workspace, &office.who(), records))?
    } else {
        store(office, args, records)?
    };
    rejected.extend(report.rejected.iter().cloned());
    rejected.sort_by_key(|row| (row.origin.file, row.origin.line));
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let page = page(args, &report, &reports, &rejected, &names, texts);
    let json = import_json(args, &report, &reports, &rejected, &names, texts);
    Ok(Output::new(page, json))
}

/// A file's name and bytes.
struct Bytes {
    name: String,
    bytes: Vec<u8>,
}

/// Reads each different file once. A file that is too large is told by its size.
fn read_files(paths: &[PathBuf], texts: &Texts) -> Result<Vec<Bytes>, Failure> {
    let mut files: Vec<Bytes> = Vec::new();
    for path in paths {
        let name = file_name(path);
        let failed = |error| failure::file(path, &error, texts);
        let file = File::open(path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        if size > MOST_TEXT_MIB << 20 {
            let problem = Problem::TooLarge { limit: MOST_TEXT_MIB, unit: "MiB".to_owned() };
            let error = IntakeError { file: name, sheet: None, problem };
            return Err(render::intake_failure(&error, texts));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
        file.take((MOST_TEXT_MIB << 20) + 1).read_to_end(&mut bytes).map_err(failed)?;
        if !files.iter().any(|known| known.name == name && known.bytes == bytes) {
            files.push(Bytes { name, bytes });
        }
    }
    Ok(files)
}

fn read_rows(office: &Office, args: &ImportArgs, files: &[Bytes]) -> Result<Intake, Failure> {
    let texts = &office.texts;
    let settings = office.wait(office.desk.settings(office.workspace, &office.who()))?;
    let declared = office.desk.manifests().flat_map(|manifest| &manifest.facts);
    let catalog = FactCatalog::new(declared.map(|fact| fact.id.as_str()));
    let columns = stated_columns(&args.columns, texts)?;
    let file_currency = match &args.currency {
        Some(code) => Some(
            Currency::new(code).ok_or_else(|| fail!(texts, "bad-currency", code = code.clone()))?,
        ),
        None => None,
    };
    let options = Options {
        rates: &settings.rates,
        fact_ids: catalog.ids(),
        plugin: args.plugin.as_deref().map(SmolStr::new),
        role: args.role.map(Into::into),
        kind: args.kind,
        columns: &columns,
        date: args.date,
        date_order: args.dates,
        decimal: args.decimal,
        file_currency,
        ..Options::new(office.today(), settings.currency.clone())
    };
    let sources: Vec<Source<'_>> =
        files.iter().map(|file| Source { name: &file.name, bytes: &file.bytes }).collect();
    let size = files.iter().map(|file| file.bytes.len() as u64).sum();
    let bar = Bar::new(size, &say!(texts, "import-reading"));
    read(&sources, &options, &mut |progress| bar.show(progress.done, progress.total))
        .map_err(|error| render::intake_failure(&error, texts))
}

fn stated_columns(pairs: &[String], texts: &Texts) -> Result<Vec<(String, Field)>, Failure> {
    pairs
        .iter()
        .map(|pair| {
            let (header, field) = pair
                .rsplit_once('=')
                .ok_or_else(|| fail!(texts, "bad-map", pair = pair.clone()))?;
            let field: Field = field
                .trim()
                .parse()
                .map_err(|_| fail!(texts, "bad-field", field = field.to_owned()))?;
            Ok((header.to_owned(), field))
        })
        .collect()
}

fn store(office: &Office, args: &ImportArgs, records: Records) -> Result<ImportReport, Failure> {
    let sources: Vec<String> = args.files.iter().map(|path: &PathBuf| file_name(path)).collect();
    let who = office.who();
    office.wait(office.desk.import(office.workspace, &who, records, sources))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn page(
    args: &ImportArgs,
    report: &ImportReport,
    files: &[FileReport],
    rejected: &[Rejected],
    names: &[&str],
    texts: &Texts,
) -> Page {
    let counts = &report.counts;
    let nothing = counts.customers_added
        + counts.customers_changed
        + counts.entries_added
        + counts.entries_changed
        == 0;
    let mut page = Page::new(match (args.dry_run, nothing) {
        (true, _) => say!(texts, "import-would"),
        (false, true) => say!(texts, "import-nothing-new"),
        (false, false) => say!(texts, "import-done"),
    });
    page.table(changes_table(report, texts));
    if args.dry_run {
        for file in files {
            page.titled_table(file_line(file, texts), mapping_table(file, texts));
        }
    } else {
        page.bullets(files.iter().map(|file| file_line(file, texts)));
    }
    let notes: Vec<String> = files
        .iter()
        .flat_map(|file| file.notes.iter().map(|n| render::intake_note(n, texts)))
        .collect();
    for note in notes {
        page.note(note);
    }
    if !rejected.is_empty() {
        page.paragraph(say!(texts, "import-rejected", n = rejected.len()));
        let shown = rejected.iter().take(SHOWN_REJECTED);
        page.bullets(shown.map(|row| render::rejected(row, names, texts)));
        if rejected.len() > SHOWN_REJECTED {
            let n = rejected.len() - SHOWN_REJECTED;
            page.paragraph(say!(texts, "import-more-rejected", n = n));
        }
    }
    if let Some(import) = report.import {
        page.note(say!(texts, "import-undo-hint", number = import.to_string()));
    }
    page
}

fn changes_table(report: &ImportReport, texts: &Texts) -> Table {
    let count = |number: u64| texts.number(number as f64);
    let counts = &report.counts;
    let mut table = Table::new([
        (String::new(), Align::Left),
        (say!(texts, "import-added"), Align::Right),
        (say!(texts, "import-changed"), Align::Right),
        (say!(texts, "import-unchanged"), Align::Right),
    ]);
    table.row([
        say!(texts, "import-customers"),
        count(counts.customers_added),
        count(counts.customers_changed),
        count(report.customers_unchanged),
    ]);
    table.row([
        say!(texts, "import-entries"),
        count(counts.entries_added),
        count(counts.entries_changed),
        count(report.entries_unchanged),
    ]);
    table
}

fn file_line(file: &FileReport, texts: &Texts) -> String {
    let name = match &file.sheet {
        Some(sheet) => format!("{} · {sheet}", file.name),
        None => file.name.clone(),
    };
    let good = texts.number(file.good as f64);
    let rows = texts.number(file.rows as f64);
    let kind = render::file_kind(file.kind, texts);
    say!(texts, "import-file", name = name, kind = kind, good = good, rows = rows)
}

fn mapping_table(file: &FileReport, texts: &Texts) -> Table {
    let mut table = Table::new([
        (say!(texts, "import-column"), Align::Left),
        (say!(texts, "import-meaning"), Align::Left),
        (say!(texts, "import-example"), Align::Left),
    ]);
    for column in &file.columns {
        let meaning = column
            .field
            .as_ref()
            .map_or_else(|| say!(texts, "import-not-read"), |field| render::field(field, texts));
        table.row([column.header.clone(), meaning, column.sample.clone()]);
    }
    table
}

fn import_json(
    args: &ImportArgs,
    report: &ImportReport,
    files: &[FileReport],
    rejected: &[Rejected],
    names: &[&str],
    texts: &Texts,
) -> Value {
    let counts = &report.counts;
    let rejected: Vec<Value> = rejected
        .iter()
        .map(|row| {
            json!({
                "file": names.get(row.origin.file as usize),
                "line": row.origin.line,
                "column": row.column,
                "code": row.why,
                "why": render::rejection(&row.why, texts),
            })
        })
        .collect();
    json!({
        "dry_run": args.dry_run,
        "import": report.import,
        "customers": {
            "added": counts.customers_added,
            "changed": counts.customers_changed,
            "unchanged": report.customers_unchanged,
        },
        "entries": {
            "added": counts.entries_added,
            "changed": counts.entries_changed,
            "unchanged": report.entries_unchanged,
        },
        "rejected": rejected,
        "files": files,
    })
}

/// Every import, the last one first.
pub(crate) fn list(office: &Office) -> Result<Output, Failure> {
    let texts = &office.texts;
    let imports = office.wait(office.desk.imports(office.workspace, &office.who()))?;
    if imports.is_empty() {
        return Ok(Output::new(Page::new(say!(texts, "imports-none")), json!({ "imports": [] })));
    }
    let mut page = Page::new(say!(texts, "imports-lead", n = imports.len()));
    let mut table = Table::new([
        (say!(texts, "imports-number"), Align::Right),
        (say!(texts, "imports-when"), Align::Left),
        (say!(texts, "imports-what"), Align::Left),
        (say!(texts, "import-customers"), Align::Right),
        (say!(texts, "import-entries"), Align::Right),
        (say!(texts, "imports-state"), Align::Left),
    ]);
    for import in imports.iter().rev() {
        table.row(import_row(import, texts));
    }
    page.table(table);
    page.note(say!(texts, "imports-hint"));
    Ok(Output::new(page, json!({ "imports": imports })))
}

fn import_row(import: &ImportInfo, texts: &Texts) -> [String; 6] {
    let counts = &import.counts;
    let state = if import.undone_at.is_some() { "imports-undone" } else { "imports-live" };
    [
        import.id.to_string(),
        texts.date(import.at.to_zoned_datetime(jiff::tz::TimeZone::system()).date()),
        import.sources.join(", "),
        texts.number((counts.customers_added + counts.customers_changed) as f64),
        texts.number((counts.entries_added + counts.entries_changed) as f64),
        say!(texts, state),
    ]
}

/// Undoes an import; 0 stands for the last one.
pub(crate) fn undo(office: &Office, number: u32) -> Result<Output, Failure> {
    let import = Some(number).filter(|number| *number > 0);
    let who = office.who();
    let undone = office.desk.undo(office.workspace, &who, import);
    let (info, review) = office.wait(undone)?;
    let sources = info.sources.join(", ");
    let number = info.id.to_string();
    let page = Page::new(say!(office.texts, "import-undone", number = number, sources = sources));
    Ok(Output::new(page, json!({ "undone": info, "review": review.id })))
}
