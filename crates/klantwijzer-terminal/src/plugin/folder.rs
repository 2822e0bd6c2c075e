//! Puts plugins in the folder that they are loaded from, and takes them out.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use klantwijzer_frontend::{Output, Place, Program, plugins};
use klantwijzer_host::{Sectors, library_name, removal_mark};
use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, Texts, errors, fail, say};
use serde_json::json;
use tempfile::NamedTempFile;

use super::{check, checked};

/// Checks a plugin and copies it into the plugin folder, in place of an earlier
/// version of it.
pub(super) fn add(place: &Place, file: &Path, texts: &Texts) -> Result<Output, Failure> {
    let report = check(file, texts)?;
    if !report.passed() {
        let mut output = checked(file, &report, texts);
        output.page.note(say!(texts, "plugin-not-added"));
        return Ok(output);
    }
    let manifest = &report.manifest;
    let folder = place.plugins_folder();
    fs::create_dir_all(&folder).map_err(|error| errors::file(&folder, &error, texts))?;
    let known = loaded(&folder, texts)?.files.remove(&manifest.id).unwrap_or_default();
    let place = folder.join(library_name(&manifest.id));
    copy(file, &place).map_err(|error| errors::file(&place, &error, texts))?;
    let mark = folder.join(removal_mark(&manifest.id));
    let gone = known.iter().filter(|earlier| **earlier != place);
    for gone in gone.chain(Some(&mark).filter(|mark| mark.is_file())) {
        fs::remove_file(gone).map_err(|error| errors::file(gone, &error, texts))?;
    }
    let id = if known.is_empty() { "plugin-added" } else { "plugin-replaced" };
    let (name, version) = (manifest.id.to_string(), manifest.version.to_string());
    let shown = folder.display().to_string();
    let mut page = Page::new(say!(texts, id, name = name, version = version, folder = shown));
    page.note(say!(texts, "plugin-review-hint"));
    let json = json!({
        "plugin": manifest.id,
        "version": manifest.version,
        "file": place.display().to_string(),
        "replaced": !known.is_empty(),
    });
    Ok(Output::new(page, json))
}

/// Takes a plugin out of the plugin folder for good, by what it says of itself or by
/// the name of its file. One whose file is gone already is only missing until
/// this says that it was meant.
pub(super) fn remove(
    place: &Place,
    id: &str,
    open: &dyn Fn() -> Result<Program, Failure>,
    texts: &Texts,
) -> Result<Output, Failure> {
    let folder = place.plugins_folder();
    let files = loaded(&folder, texts)?.files.remove(id).unwrap_or_default();
    let mark = folder.join(removal_mark(id));
    let shown = folder.display().to_string();
    if files.is_empty() && (mark.exists() || !has_scored(&open()?, id)?) {
        return Err(fail!(texts, "no-such-plugin", name = id.to_owned(), folder = shown));
    }
    fs::write(&mark, "").map_err(|error| errors::file(&mark, &error, texts))?;
    for file in &files {
        fs::remove_file(file).map_err(|error| errors::file(file, &error, texts))?;
    }
    let mut page = Page::new(say!(texts, "plugin-removed", name = id.to_owned(), folder = shown));
    page.note(say!(texts, "plugin-removed-hint"));
    let file = files.first().map(|file| file.display().to_string());
    Ok(Output::new(page, json!({ "plugin": id, "file": file })))
}

/// Whether a plugin has a part in any review of any team.
fn has_scored(program: &Program, id: &str) -> Result<bool, Failure> {
    let store = program.desk.store();
    program.wait(async {
        for (workspace, _) in store.workspaces().await? {
            for review in store.reviews(workspace).await? {
                let header = store.review(workspace, review.id).await?;
                if header.is_some_and(|it| it.sectors.iter().any(|sector| sector.id == id)) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    })
}

fn loaded(folder: &Path, texts: &Texts) -> Result<Sectors, Failure> {
    plugins::load(folder, &std::collections::BTreeMap::new(), texts)
}

/// Copies whole or not at all. The file may be there already, and be the same.
fn copy(from: &Path, to: &PathBuf) -> io::Result<()> {
    let folder = to.parent().unwrap_or(Path::new("."));
    let mut copy = NamedTempFile::new_in(folder)?;
    io::copy(&mut fs::File::open(from)?, &mut copy)?;
    copy.as_file().set_permissions(Permissions::from_mode(0o644))?;
    copy.as_file().sync_data()?;
    copy.persist(to)?;
    Ok(())
}
