//! Plugins that were out at a review.

use klantwijzer_core::review::{Outage, ReviewHeader};

use crate::say;
use crate::texts::{Texts, clean};

/// A few sentences on each plugin that was out and has customers: why, whom it
/// concerns and what to do.
pub fn outages(review: &ReviewHeader, texts: &Texts) -> Vec<String> {
    let mut told = Vec::new();
    for sector in &review.sectors {
        let Some(outage) = &sector.outage else { continue };
        let (kept, unscored) = (sector.customers, sector.unscored);
        if kept + unscored == 0 {
            continue;
        }
        let plugin = clean(&sector.id).into_owned();
        let (why, help) = match outage {
            Outage::Missing => (
                say!(texts, "outage-missing", plugin = plugin.clone()),
                say!(texts, "outage-missing.help", plugin),
            ),
            Outage::Failed(words) => (
                say!(texts, "outage-failed", plugin, words = clean(words).into_owned()),
                say!(texts, "outage-failed.help"),
            ),
        };
        let kept = (kept > 0).then(|| say!(texts, "outage-kept", n = kept));
        let unscored = (unscored > 0).then(|| say!(texts, "outage-unscored", n = unscored));
        let sentences = [Some(why), kept, unscored, Some(help)];
        told.push(sentences.into_iter().flatten().collect::<Vec<_>>().join(" "));
    }
    told
}
