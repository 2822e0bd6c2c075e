//! The book as a whole: review, backup and restore.

use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use klantwijzer_core::types::CustomerType;
use klantwijzer_store::StoreError;
use serde_json::json;

use crate::commands::Output;
use crate::failure::{self, Failure, fail};
use crate::office::{self, Office, block_on};
use crate::render::{Align, Page, Table};
use crate::text::{Texts, say};

/// Scores everybody again.
pub(crate) fn review(office: &Office) -> Result<Output, Failure> {
    let texts = &office.texts;
    let header = office.wait(office.desk.review(office.workspace, &office.who()))?;
    let date = texts.date(header.as_of);
    let mut page = Page::new(say!(texts, "review-lead", date = date));
    let mut table = Table::new([
        (say!(texts, "review-type"), Align::Left),
        (say!(texts, "review-customers"), Align::Right),
    ]);
    let mut counts = serde_json::Map::new();
    for (customer_type, count) in CustomerType::ALL.into_iter().zip(header.counts) {
        table.row([texts.customer_type(customer_type), texts.count(count)]);
        counts.insert(customer_type.id().to_owned(), json!(count));
    }
    page.table(table);
    let failures: Vec<_> = header
        .sectors
        .iter()
        .filter_map(|sector| sector.failure.as_ref().map(|why| (&sector.id, why)))
        .collect();
    for (plugin, why) in &failures {
        page.note(say!(texts, "review-failure", plugin = plugin.to_string(), why = (*why).clone()));
    }
    let json = json!({
        "review": header.id,
        "as_of": header.as_of,
        "counts": counts,
        "failures": failures,
    });
    Ok(Output::new(page, json))
}

/// Writes everything to one file; a file that is half written never gets the
/// name.
pub(crate) fn backup(office: &Office, path: &Path) -> Result<Output, Failure> {
    let texts = &office.texts;
    if path.exists() {
        return Err(fail!(texts, "file-exists", file = path.display().to_string()));
    }
    let unfinished = path.with_extension("unfinished");
    let written = |error: std::io::Error| failure::file(path, &error, texts);
    let mut out = BufWriter::new(create_private(&unfinished).map_err(written)?);
    let store = office.desk.store();
    let info = office.wait(async { Ok(store.backup(&mut out).await?) })?;
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
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    File::options().write(true).create_new(true).mode(0o600).open(path)
}

/// Puts the data in a folder aside, to restore this backup there. Returns the
/// folder that it then lies in.
pub(crate) fn set_aside(backup: &Path, data: &Path, texts: &Texts) -> Result<String, Failure> {
    File::open(backup).map_err(|error| failure::file(backup, &error, texts))?;
    let aside = office::set_aside(data).map_err(|error| failure::store(&error, texts))?;
    Ok(aside.display().to_string())
}

/// Fills an empty data folder from a backup.
pub(crate) fn restore(office: &Office, path: &Path) -> Result<Output, Failure> {
    let texts = &office.texts;
    let file = File::open(path).map_err(|error| failure::file(path, &error, texts))?;
    let mut input = BufReader::new(file);
    let restored = block_on(office.desk.store().restore(&mut input));
    let info = restored.map_err(|error| match error {
        StoreError::Refused(_) => {
            fail!(texts, "not-empty", folder = office.data.display().to_string())
        }
        error => failure::store(&error, texts),
    })?;
    let file = path.display().to_string();
    let page = Page::new(say!(texts, "restore-done", file = file.clone()));
    Ok(Output::new(
        page,
        json!({ "file": file, "workspaces": info.workspaces, "bytes": info.bytes }),
    ))
}
