//! Bringing files in, and taking them out again.

pub mod options;
mod page;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use klantwijzer_desk::{Files, ImportOptions, ImportedFiles, SourceFile};
use klantwijzer_intake::{IntakeError, MOST_TEXT_MIB, Problem, SizeUnit};
use klantwijzer_store::ImportInfo;
use klantwijzer_text::fact_words;
use klantwijzer_text::render::{self, Align, Page, Table};
use klantwijzer_text::{Failure, Texts, errors, say};
use serde_json::json;

use crate::book;
use crate::output::Output;
use crate::program::Program;

pub use page::page;

/// Imports the files whole, or only shows what that would do.
pub fn bring_in(
    program: &Program,
    stated: &ImportOptions,
    files: &[SourceFile],
    only_show: bool,
    progress: &mut (dyn FnMut(u64, u64) + Send),
) -> Result<ImportedFiles, Failure> {
    let (who, fact_words) = (program.who(), fact_words());
    let files = Files { files, stated, fact_words: &fact_words, only_shown: only_show };
    program.wait(program.desk.import_files(&who, &files, progress))
}

/// What importing files did, or would do, with how to undo it.
pub fn told(program: &Program, imported: &ImportedFiles) -> Output {
    let texts = program.texts;
    let mut page = page(imported, texts);
    if let Some(n) = imported.rejected.len().checked_sub(page::SHOWN_REJECTED).filter(|n| *n > 0) {
        page.paragraph(say!(texts, "import-more-rejected", n = n));
    }
    if let Some(past) = of_past_day(program, imported) {
        page.note(past);
    }
    if let Some(import) = imported.report.import {
        page.note(say!(texts, "import-undo-hint", number = import.to_string()));
    }
    let json = page::json(imported, texts);
    Output::new(page, json)
}

/// What the review after an import is good for, where it is of a day that has passed.
pub fn of_past_day(program: &Program, imported: &ImportedFiles) -> Option<String> {
    book::of_past_day(program, imported.report.review.as_ref()?)
}

/// Reads each different file once. A file that is too large is told by its size.
pub fn read_files(paths: &[PathBuf], texts: &Texts) -> Result<Vec<SourceFile>, Failure> {
    let mut files: Vec<SourceFile> = Vec::new();
    for path in paths {
        let name = file_name(path);
        let failed = |error| errors::file(path, &error, texts);
        let file = File::open(path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        if size > MOST_TEXT_MIB << 20 {
            let problem = Problem::TooLarge { limit: MOST_TEXT_MIB, unit: SizeUnit::Mib };
            let error = IntakeError { file: name, sheet: None, problem };
            return Err(render::intake_failure(&error, texts));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
        file.take((MOST_TEXT_MIB << 20) + 1).read_to_end(&mut bytes).map_err(failed)?;
        if !files.iter().any(|known| known.name == name && known.bytes == bytes) {
            files.push(SourceFile { name, bytes });
        }
    }
    Ok(files)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Every import, the last one first.
pub fn list(program: &Program) -> Result<Output, Failure> {
    let texts = &program.texts;
    let imports = program.wait(program.desk.imports(&program.who()))?;
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
        table.row(import_row(import, &program.zone, texts));
    }
    page.table(table);
    page.note(say!(texts, "imports-hint"));
    Ok(Output::new(page, json!({ "imports": imports })))
}

fn import_row(import: &ImportInfo, zone: &TimeZone, texts: &Texts) -> [String; 6] {
    let counts = &import.counts;
    let state = if import.undone_at.is_some() { "imports-undone" } else { "imports-live" };
    [
        import.id.to_string(),
        texts.date(import.at.to_zoned_datetime(zone.clone()).date()),
        import.sources.join(", "),
        texts.number((counts.customers_added + counts.customers_changed) as f64),
        texts.number((counts.entries_added + counts.entries_changed) as f64),
        say!(texts, state),
    ]
}

/// Undoes an import; 0 stands for the last one.
pub fn undo(program: &Program, number: u32) -> Result<Output, Failure> {
    let import = Some(number).filter(|number| *number > 0);
    let who = program.who();
    let undone = program.desk.undo(&who, import);
    let (info, review) = program.wait(undone)?;
    let sources = info.sources.join(", ");
    let number = info.id.to_string();
    let texts = program.texts;
    let mut page = Page::new(say!(texts, "import-undone", number = number, sources = sources));
    let imports = program.wait(program.desk.imports(&who))?;
    let later = imports.iter().filter(|later| later.id > info.id && !later.by_hand);
    let later: Vec<String> = later
        .filter(|later| later.undone_at.is_none())
        .flat_map(|later| later.sources.iter().cloned())
        .collect();
    if !later.is_empty() {
        page.note(say!(texts, "import-undone-later", sources = render::quoted(&later, texts)));
    }
    Ok(Output::new(page, json!({ "undone": info, "review": review.id })))
}
