//! Puts plugins in the folder that they are loaded from, and takes them out.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use klantwijzer_frontend::{Output, Place, plugins};
use klantwijzer_host::Sectors;
use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, Texts, errors, fail, say};
use serde_json::json;
use tempfile::NamedTempFile;

use super::new::library_name;
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
    let known = loaded(&folder, texts)?.files.remove(&manifest.id);
    let place = folder.join(library_name(&manifest.id));
    copy(file, &place).map_err(|error| errors::file(&place, &error, texts))?;
    if let Some(earlier) = known.as_ref().filter(|earlier| **earlier != place) {
        fs::remove_file(earlier).map_err(|error| errors::file(earlier, &error, texts))?;
    }
    let id = if known.is_some() { "plugin-replaced" } else { "plugin-added" };
    let (name, version) = (manifest.id.to_string(), manifest.version.to_string());
    let shown = folder.display().to_string();
    let mut page = Page::new(say!(texts, id, name = name, version = version, folder = shown));
    page.note(say!(texts, "plugin-review-hint"));
    let json = json!({
        "plugin": manifest.id,
        "version": manifest.version,
        "file": place.display().to_string(),
        "replaced": known.is_some(),
    });
    Ok(Output::new(page, json))
}

/// Takes a plugin out of the plugin folder: by what it says of itself, or by its
/// file name where it says nothing that can be read.
pub(super) fn remove(place: &Place, id: &str, texts: &Texts) -> Result<Output, Failure> {
    let folder = place.plugins_folder();
    let named = folder.join(library_name(id));
    let known = loaded(&folder, texts)?.files.remove(id);
    let file = known.or_else(|| Some(named).filter(|named| named.is_file()));
    let shown = folder.display().to_string();
    let Some(file) = file else {
        return Err(fail!(texts, "no-such-plugin", name = id.to_owned(), folder = shown));
    };
    fs::remove_file(&file).map_err(|error| errors::file(&file, &error, texts))?;
    let mut page = Page::new(say!(texts, "plugin-removed", name = id.to_owned(), folder = shown));
    page.note(say!(texts, "plugin-removed-hint"));
    Ok(Output::new(page, json!({ "plugin": id, "file": file.display().to_string() })))
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
