//! What a review is worked out from, as far as it must be told apart.

use std::collections::BTreeSet;

use klantwijzer_core::review::ReviewSummary;
use klantwijzer_core::settings::Settings;
use serde_json::{Map, Value};

use crate::Result;
use crate::reader::Reader;

/// What a review must have seen of what is kept now.
pub(crate) struct Basis {
    /// How many imports and undoings of imports there were.
    pub(crate) changes: u32,
    /// A digest of the settings and of how many were erased; never 0.
    pub(crate) digest: u64,
}

impl Basis {
    /// Whether a review has seen all of it. Of one that was recorded before the
    /// digest was kept, only the imports are known.
    pub(crate) fn is_in(&self, review: &ReviewSummary) -> bool {
        let by_the_same = review.basis == 0 || review.basis == self.digest;
        review.changes >= self.changes && by_the_same
    }
}

impl Reader<'_> {
    pub(crate) async fn basis(&self) -> Result<Basis> {
        let imports = self.store.imports(self.workspace).await?;
        let undone = imports.iter().filter(|import| import.undone_at.is_some()).count();
        let settings = self.settings().await?;
        let erased = self.store.erased(self.workspace).await?.len();
        Ok(Basis { changes: (imports.len() + undone) as u32, digest: digest(&settings, erased) })
    }
}

/// The settings that were changed, by their paths.
pub(crate) fn changed(before: &Settings, after: &Settings) -> String {
    let names: Vec<String> = differing(before, after).into_iter().map(|(path, _)| path).collect();
    names.join(", ")
}

/// Only what differs from the standard settings counts: a setting that a later
/// version brings does not make every review look old.
fn digest(settings: &Settings, erased: usize) -> u64 {
    let mut hash = blake3::Hasher::new();
    for (path, value) in differing(&Settings::default(), settings) {
        hash.update(format!("{path}={value};").as_bytes());
    }
    hash.update(&(erased as u64).to_le_bytes());
    let mut first = [0; 8];
    hash.finalize_xof().fill(&mut first);
    u64::from_le_bytes(first).max(1)
}

/// The paths of the settings that differ, such as `thresholds.confidence`, with
/// what they are after.
fn differing(before: &Settings, after: &Settings) -> Vec<(String, Value)> {
    fn find(path: &str, before: &Value, after: &Value, found: &mut Vec<(String, Value)>) {
        match (before, after) {
            (Value::Object(before), Value::Object(after)) => {
                let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
                for name in names {
                    let path =
                        if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    let part = |of: &Map<String, Value>| of.get(name).cloned().unwrap_or_default();
                    find(&path, &part(before), &part(after), found);
                }
            }
            _ if before == after => {}
            _ => found.push((path.to_owned(), after.clone())),
        }
    }
    let value = |settings| serde_json::to_value(settings).unwrap_or_default();
    let mut found = Vec::new();
    find("", &value(before), &value(after), &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_and_erasures_make_another_digest() {
        let standard = Settings::default();
        let mut other = standard.clone();
        other.thresholds.high_potential = 61.0;
        let mut defined = standard.clone();
        defined.definitions.insert("big".into(), "invoices_total > 0".to_owned());
        let all =
            [digest(&standard, 0), digest(&standard, 1), digest(&other, 0), digest(&defined, 0)];
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        assert_eq!(digest(&standard.clone(), 1), digest(&standard, 1));
    }
}
