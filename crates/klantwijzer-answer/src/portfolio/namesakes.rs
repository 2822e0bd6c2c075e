//! Names that more than one customer has.

use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::sync::OnceLock;

use klantwijzer_core::text::fold;

/// The names that stand in a book more than once, looked for when somebody first
/// wants to know. They are kept as hashes: two names with one hash would be told
/// apart without need, and nothing more.
#[derive(Debug, Default)]
pub(super) struct Namesakes(OnceLock<HashSet<u64>>);

impl Namesakes {
    /// Whether more than one of all these names reads like this one.
    pub(super) fn has<'a>(&self, name: &str, all: impl Iterator<Item = &'a str>) -> bool {
        self.0.get_or_init(|| repeated(all)).contains(&hash(name))
    }
}

fn repeated<'a>(names: impl Iterator<Item = &'a str>) -> HashSet<u64> {
    let mut seen = HashSet::new();
    names.map(hash).filter(|name| !seen.insert(*name)).collect()
}

fn hash(name: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(fold(name))
}
