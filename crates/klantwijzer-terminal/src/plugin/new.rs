//! Writes a plugin to start from: a crate that builds and passes its tests.

use std::fs;
use std::path::{Path, PathBuf};

use klantwijzer_frontend::Output;
use klantwijzer_host::library_name;
use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, Texts, errors, fail, say};
use serde_json::json;

/// The longest id that a plugin may have.
const MOST_ID: usize = 32;

/// The files of the crate, with `{id}` and the like to fill in.
const FILES: [(&str, &str); 4] = [
    ("Cargo.toml", include_str!("../../templates/plugin/Cargo.toml.txt")),
    ("manifest.json", include_str!("../../templates/plugin/manifest.json.txt")),
    ("README.md", include_str!("../../templates/plugin/README.md.txt")),
    ("src/lib.rs", include_str!("../../templates/plugin/lib.rs.txt")),
];

/// Writes the crate into a folder with the plugin's id in the current one.
pub(super) fn new(id: &str, sdk: Option<&Path>, texts: &Texts) -> Result<Output, Failure> {
    if !is_id(id) {
        return Err(fail!(texts, "plugin-id", name = id.to_owned()));
    }
    let sdk = find_sdk(sdk).ok_or_else(|| fail!(texts, "no-sdk"))?;
    let folder = Path::new(id);
    let failed = |error: &std::io::Error| errors::file(folder, error, texts);
    if folder.exists() {
        return Err(fail!(texts, "file-exists", file = id.to_owned()));
    }
    fs::create_dir_all(folder.join("src")).map_err(|error| failed(&error))?;
    for (name, template) in FILES {
        let mut text = filled_in(template, id, &sdk);
        if name == "Cargo.toml" && !is_member(&sdk) {
            // A workspace further up must not claim the crate.
            text.push_str("\n[workspace]\n");
        }
        fs::write(folder.join(name), text).map_err(|error| failed(&error))?;
    }
    let library = library_name(id);
    let mut page =
        Page::new(say!(texts, "plugin-new", name = id.to_owned(), folder = id.to_owned()));
    page.bullets([
        say!(texts, "plugin-new-edit", folder = id.to_owned()),
        say!(texts, "plugin-new-build", folder = id.to_owned()),
        say!(texts, "plugin-new-add", folder = id.to_owned(), file = library.clone()),
    ]);
    let files: Vec<_> = FILES.iter().map(|(name, _)| *name).collect();
    Ok(Output::new(page, json!({ "plugin": id, "folder": id, "files": files })))
}

fn is_id(id: &str) -> bool {
    let fits = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    let words = || id.split('-');
    // Every part becomes a part of a name in the code.
    id.len() <= MOST_ID
        && id.bytes().all(fits)
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && words().all(|word| !word.is_empty())
}

fn filled_in(template: &str, id: &str, sdk: &Path) -> String {
    let capital = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    };
    let words = id.replace('-', " ");
    let name: String = id.split('-').map(capital).collect();
    // What JSON writes of a text, TOML reads as the same text.
    let sdk = serde_json::Value::from(sdk.to_string_lossy()).to_string();
    template
        .replace("{id}", id)
        .replace("{lib}", &id.replace('-', "_"))
        .replace("{Name}", &name)
        .replace("{title}", &capital(&words))
        .replace("{words}", &words)
        .replace("{sdk}", &sdk)
}

/// The crate that plugins depend on: as stated, or in a source tree around the
/// current folder or this program.
fn find_sdk(stated: Option<&Path>) -> Option<PathBuf> {
    let is_sdk = |folder: &PathBuf| folder.join("include/klantwijzer_plugin.h").is_file();
    let found = if let Some(folder) = stated {
        Some(folder.to_owned()).filter(is_sdk)
    } else {
        let places = [std::env::current_dir(), std::env::current_exe()];
        let places: Vec<PathBuf> = places.into_iter().flatten().collect();
        let around = places.iter().flat_map(|place| place.ancestors());
        around.map(|folder| folder.join("crates/klantwijzer-plugin")).find(is_sdk)
    };
    found.and_then(|folder| folder.canonicalize().ok())
}

/// Whether the current folder is the one with the source tree's own plugins.
fn is_member(sdk: &Path) -> bool {
    let plugins = sdk.ancestors().nth(2).map(|root| root.join("plugins"));
    let here = std::env::current_dir().and_then(|folder| folder.canonicalize()).ok();
    here.is_some() && here == plugins
}
