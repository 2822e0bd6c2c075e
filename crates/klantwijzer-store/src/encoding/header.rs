//! The header of a review as earlier versions wrote it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::manifest::{FactSpec, FactorSpec, Words};
use klantwijzer_core::money::Currency;
use klantwijzer_core::programme::ContactMoment;
use klantwijzer_core::review::{Outage, ReviewHeader, ReviewId, SectorRecord};
use klantwijzer_core::settings::Thresholds;
use klantwijzer_core::types::CustomerType;
use serde::Deserialize;
use smol_str::SmolStr;

/// Version 1: nothing is known of the settings that it was worked out by, nor of
/// whom its plugins claim.
#[derive(Deserialize)]
pub(super) struct HeaderOfVersion1 {
    id: ReviewId,
    as_of: Date,
    currency: Currency,
    catalog: FactCatalog,
    sectors: Vec<SectorOfVersion1>,
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
            sectors: header.sectors.into_iter().map(SectorRecord::from).collect(),
            thresholds: header.thresholds,
            counts: header.counts,
            positive_value: header.positive_value,
            changes: header.changes,
            basis: 0,
        }
    }
}

#[derive(Deserialize)]
struct SectorOfVersion1 {
    id: SmolStr,
    version: SmolStr,
    customer: Words,
    never_say_no: bool,
    facts: Vec<FactSpec>,
    factors: Vec<FactorSpec>,
    programme: BTreeMap<CustomerType, Vec<ContactMoment>>,
    customers: u32,
    high_value_from: f64,
    keep_value_from: f64,
    failure: Option<String>,
}

impl From<SectorOfVersion1> for SectorRecord {
    fn from(sector: SectorOfVersion1) -> Self {
        Self {
            id: sector.id,
            version: sector.version,
            customer: sector.customer,
            never_say_no: sector.never_say_no,
            facts: sector.facts,
            factors: sector.factors,
            programme: sector.programme,
            customers: sector.customers,
            unscored: 0,
            high_value_from: sector.high_value_from,
            keep_value_from: sector.keep_value_from,
            claims: None,
            outage: sector.failure.map(Outage::Failed),
        }
    }
}
