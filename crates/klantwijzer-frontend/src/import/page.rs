//! What an import did, or would do, as text and for scripts.

use klantwijzer_desk::{ImportReport, ImportedFiles};
use klantwijzer_intake::FileReport;
use klantwijzer_text::render::{self, Align, Page, Table};
use klantwijzer_text::{Texts, say};
use serde_json::{Value, json};

/// How many rejected rows a person sees; scripts get all of them.
pub(super) const SHOWN_REJECTED: usize = 20;

/// What was done, or would be, with the first of the rows that were left out.
pub fn page(imported: &ImportedFiles, texts: &Texts) -> Page {
    let ImportedFiles { report, files, rejected, ahead, names, shown } = imported;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let counts = &report.counts;
    let nothing = counts.customers_added
        + counts.customers_changed
        + counts.entries_added
        + counts.entries_changed
        == 0;
    let nothing_good = report.customers_unchanged + report.entries_unchanged == 0;
    let mut page = Page::new(match (*shown, nothing) {
        (true, _) => say!(texts, "import-would"),
        (false, true) if nothing_good && !rejected.is_empty() => {
            say!(texts, "import-nothing-good")
        }
        (false, true) => say!(texts, "import-nothing-new"),
        (false, false) => say!(texts, "import-done"),
    });
    page.table(changes_table(report, texts));
    if *shown {
        for file in files {
            page.titled_table(file_line(file, texts), mapping_table(file, texts));
        }
    } else {
        page.bullets(files.iter().map(|file| file_line(file, texts)));
        for unread in files.iter().filter_map(|file| not_read(file, texts)) {
            page.paragraph(unread);
        }
    }
    for note in files.iter().flat_map(|file| &file.notes) {
        page.note(render::intake_note(note, texts));
    }
    if *ahead > 0 {
        page.note(say!(texts, "import-ahead", n = *ahead));
    }
    if let Some(first) = report.grown.first() {
        let (n, number) = (report.grown.len(), first.as_str());
        page.note(say!(texts, "import-grown", n = n, number = number));
    }
    for outage in report.review.iter().flat_map(|review| render::outages(review, texts)) {
        page.note(outage);
    }
    if !rejected.is_empty() {
        page.paragraph(say!(texts, "import-rejected", n = rejected.len()));
        let first = rejected.iter().take(SHOWN_REJECTED);
        page.bullets(first.map(|row| render::rejected(row, &names, texts)));
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

fn file_name(file: &FileReport) -> String {
    match &file.sheet {
        Some(sheet) => format!("{} · {sheet}", file.name),
        None => file.name.clone(),
    }
}

fn file_line(file: &FileReport, texts: &Texts) -> String {
    let name = file_name(file);
    let kind = render::file_kind(file.kind, texts);
    say!(texts, "import-file", name = name, kind = kind, good = file.good, rows = file.rows)
}

/// The columns that say nothing that is known, and what to do about it.
fn not_read(file: &FileReport, texts: &Texts) -> Option<String> {
    let unread = file.columns.iter().filter(|column| column.field.is_none());
    let headers: Vec<String> =
        unread.map(|column| column.header.clone()).filter(|header| !header.is_empty()).collect();
    (!headers.is_empty()).then(|| {
        let (name, columns) = (file_name(file), render::quoted(&headers, texts));
        say!(texts, "import-columns-not-read", name = name, columns = columns, n = headers.len())
    })
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

/// The same for scripts, with every row that was left out.
pub(super) fn json(imported: &ImportedFiles, texts: &Texts) -> Value {
    let ImportedFiles { report, files, rejected, ahead, names, shown } = imported;
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
        "dry_run": shown,
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
        "outages": report.review.as_ref().map(klantwijzer_text::json::outages),
        "rejected": rejected,
        "grown": report.grown,
        "ahead": ahead,
        "files": files,
    })
}
