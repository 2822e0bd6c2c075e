//! The book as a whole: review, backup and restore.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use klantwijzer_answer::body::Body;
use klantwijzer_answer::query::{Filter, Measure, Query};
use klantwijzer_core::review::ReviewHeader;
use klantwijzer_core::types::CustomerType;
use klantwijzer_desk::Book;
use klantwijzer_store::StoreError;
use klantwijzer_text::render::{self, Align, Page, Table};
use klantwijzer_text::{Failure, Texts, errors, fail, say};
use serde_json::json;

use crate::output::Output;
use crate::program::{Program, block_on, gone};

/// Scores everybody again.
pub fn review(program: &Program) -> Result<Output, Failure> {
    let texts = &program.texts;
    let header = program.wait(program.desk.review(&program.who()))?;
    let book = program.book()?;
    let everybody =
        Query::ListByType { types: Vec::new(), filter: Filter::default(), sort: Measure::Value };
    let now = program.wait(book.answer(&everybody))?;
    // Decisions by hand included, which a review of a day that has passed knows nothing of.
    let counts = if let (Body::Customers(list), true) = (&now.body, is_in_force(&book, &header)) {
        list.counts
    } else {
        header.counts
    };
    let mut page = if matches!(now.body, Body::EmptyBook) {
        render::answer(&now, texts, &program.names(&book))
    } else {
        by_type(&header, counts, texts)
    };
    for note in of_past_day(program, &header).into_iter().chain(render::outages(&header, texts)) {
        page.note(note);
    }
    let counts = CustomerType::ALL.into_iter().zip(counts);
    let json = json!({
        "review": header.id,
        "as_of": header.as_of,
        "counts": counts.map(|(of, count)| (of.id(), count)).collect::<BTreeMap<_, _>>(),
        "outages": klantwijzer_text::json::outages(&header),
    });
    Ok(Output::new(page, json))
}

fn is_in_force(book: &Book<'_>, review: &ReviewHeader) -> bool {
    book.portfolio().review().is_some_and(|now| now.id == review.id)
}

/// How many customers have each type.
fn by_type(review: &ReviewHeader, counts: [u32; 4], texts: &Texts) -> Page {
    let mut page = Page::new(say!(texts, "review-lead", date = texts.date(review.as_of)));
    let mut table = Table::new([
        (say!(texts, "review-type"), Align::Left),
        (say!(texts, "review-customers"), Align::Right),
    ]);
    for (customer_type, count) in CustomerType::ALL.into_iter().zip(counts) {
        table.row([texts.customer_type(customer_type), texts.count(count)]);
    }
    page.table(table);
    page
}

/// What a review that was made of a day that has passed is good for.
pub(crate) fn of_past_day(program: &Program, review: &ReviewHeader) -> Option<String> {
    let is_past = review.as_of < program.who().calendar_day;
    is_past.then(|| say!(program.texts, "review-past", date = program.texts.date(review.as_of)))
}

/// Writes everything to one file; a file that is half written never gets the
/// name.
pub fn backup(program: &Program, path: &Path) -> Result<Output, Failure> {
    let texts = &program.texts;
    if path.exists() {
        return Err(fail!(texts, "file-exists", file = path.display().to_string()));
    }
    let unfinished = path.with_extension("unfinished");
    let written = |error: std::io::Error| errors::file(path, &error, texts);
    let mut out = BufWriter::new(create_private(&unfinished).map_err(written)?);
    let store = program.desk.store();
    let info = program.wait(async { Ok(store.backup(&mut out).await?) })?;
    out.flush().map_err(written)?;
    out.get_ref().sync_all().map_err(written)?;
    std::fs::rename(&unfinished, path).map_err(written)?;
    let file = path.display().to_string();
    let page = Page::new(say!(texts, "backup-done", file = file.clone()));
    Ok(Output::new(
        page,
        json!({ "file": file, "workspaces": info.workspaces, "bytes": info.bytes }),
    ))
}

/// A new file for its owner alone: all customers are in it. One that was left
/// unfinished goes, with whoever could read it.
fn create_private(path: &Path) -> std::io::Result<File> {
    gone(std::fs::remove_file(path))?;
    File::options().write(true).create_new(true).mode(0o600).open(path)
}

/// Fills an empty data folder from a backup.
pub fn restore(program: &Program, path: &Path) -> Result<Output, Failure> {
    let texts = &program.texts;
    let file = File::open(path).map_err(|error| errors::file(path, &error, texts))?;
    let mut input = BufReader::new(file);
    let restored = block_on(program.desk.store().restore(&mut input));
    let info = restored.map_err(|error| match error {
        StoreError::Refused(_) => {
            fail!(texts, "not-empty", folder = program.data.display().to_string())
        }
        error => errors::store(&error, texts),
    })?;
    let file = path.display().to_string();
    let page = Page::new(say!(texts, "restore-done", file = file.clone()));
    Ok(Output::new(
        page,
        json!({ "file": file, "workspaces": info.workspaces, "bytes": info.bytes }),
    ))
}
