//! The store in memory passes the rules of the port.

use klantwijzer_store::MemoryStore;
use klantwijzer_store::conformance::check;

#[test]
fn the_store_in_memory_passes() {
    check(&|| Ok(Box::new(MemoryStore::default())));
}
