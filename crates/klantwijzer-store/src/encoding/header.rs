//! The header of a review as earlier versions wrote it.

use jiff::civil::Date;
use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::money::Currency;
use klantwijzer_core::review::{ReviewHeader, ReviewId, SectorRecord};
use klantwijzer_core::settings::Thresholds;
use serde::Deserialize;

/// Version 1: nothing is known of the settings that it was worked out by.
#[derive(Deserialize)]
pub(super) struct HeaderOfVersion1 {
    id: ReviewId,
    as_of: Date,
    currency: Currency,
    catalog: FactCatalog,
    sectors: Vec<SectorRecord>,
    thresholds: Thresholds,
    counts: [u32; 4],
    positive_value: f64,
    changes: u32,
}

impl From<HeaderOfVersion1> for ReviewHeader {
    fn from(header: HeaderOfVersion1) -> Self {
        Self {
            id: header.id,
            as_of: header.as_of,
            currency: header.currency,
            catalog: header.catalog,
            sectors: header.sectors,
            thresholds: header.thresholds,
            counts: header.counts,
            positive_value: header.positive_value,
            changes: header.changes,
            basis: 0,
        }
    }
}
