//! The embedded store passes the rules of the port.

use std::cell::RefCell;

use klantwijzer_store::Store;
use klantwijzer_store::conformance::{check, check_lasting};
use klantwijzer_store_sled::SledStore;

#[test]
fn the_embedded_store_passes() {
    let folders = RefCell::new(Vec::new());
    check(&|| {
        let folder = tempfile::tempdir().expect("a folder");
        let store: Box<dyn Store> = Box::new(SledStore::open(folder.path())?);
        folders.borrow_mut().push(folder);
        Ok(store)
    });
}

#[test]
fn the_embedded_store_lasts() {
    let folder = tempfile::tempdir().expect("a folder");
    check_lasting(&|| Ok(Box::new(SledStore::open(folder.path())?)));
}
