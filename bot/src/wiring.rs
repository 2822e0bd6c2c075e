//! Opens the parts, and hands them to each other.

use std::fs::File;
use std::io::BufReader;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use klantwijzer_core::access::{Level, PersonId};
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::Desk;
use klantwijzer_frontend::{Person, Place, Program, block_on, plugins};
use klantwijzer_store::Store;
use klantwijzer_store_sled::SledStore;
use klantwijzer_text::{Failure, Texts, errors};

/// Opens the store and loads the plugins, for nobody yet: whoever serves several
/// people makes a copy for each. At most so many workspaces are held in memory,
/// where that is said.
pub(crate) fn open(
    place: &Place,
    in_memory: Option<NonZeroUsize>,
    texts: &'static Texts,
) -> Result<Program, Failure> {
    let (data, folder) = (place.data_folder(texts)?, place.plugins_folder());
    let store = SledStore::open(&data).map_err(|error| errors::store(&error, texts))?;
    let store: Arc<dyn Store> = Arc::new(store);
    let workspace = WorkspaceId::named(&place.workspace);
    let settings = block_on(store.settings(workspace))
        .map_err(|error| errors::store(&error, texts))?
        .unwrap_or_default();
    let loaded = plugins::load(&folder, &settings.plugin_config, texts)?;
    let desk = Desk::new(store, loaded.sectors).without(loaded.broken, loaded.removed);
    let desk = match in_memory {
        Some(most) => desk.keeping(most),
        None => desk,
    };
    Ok(Program {
        desk: Arc::new(desk),
        workspace,
        workspace_name: place.workspace.clone(),
        problems: loaded.problems.into(),
        plugins: folder,
        data,
        as_of: place.as_of,
        person: Person::nobody(),
        zone: TimeZone::system(),
        clock: Timestamp::now,
        set_aside: SledStore::aside_in,
        texts,
    })
}

/// Opens the store and loads the plugins for the person at the terminal: whoever
/// can read the data folder may do everything with it.
pub(crate) fn at_terminal(place: &Place, texts: &'static Texts) -> Result<Program, Failure> {
    let name = std::env::var("USER").unwrap_or_else(|_| "terminal".to_owned());
    let person = Person { id: PersonId::terminal(&name), name, level: Some(Level::Admin) };
    Ok(Program { person, ..open(place, None, texts)? })
}

/// Reads a backup through, so that nothing is done for one that cannot be restored.
pub(crate) fn check_backup(backup: &Path, texts: &Texts) -> Result<(), Failure> {
    let file = File::open(backup).map_err(|error| errors::file(backup, &error, texts))?;
    let checked = SledStore::check_backup(&mut BufReader::new(file));
    checked.map_err(|error| errors::store(&error, texts))
}

/// Puts data that was set aside back; gives whether it is there again.
pub(crate) fn put_back(place: &Place, aside: &Path, texts: &Texts) -> bool {
    let data = place.data_folder(texts);
    data.is_ok_and(|data| SledStore::put_back(&data, aside).is_ok())
}

/// Puts the data of a place aside; gives the folder that it then lies in.
pub(crate) fn set_aside(place: &Place, texts: &Texts) -> Result<PathBuf, Failure> {
    SledStore::set_aside(&place.data_folder(texts)?).map_err(|error| errors::store(&error, texts))
}
