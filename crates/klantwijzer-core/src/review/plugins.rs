//! The sector plugins that a review knows of: those that can score, and those
//! that are out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use smol_str::SmolStr;

use crate::manifest::Manifest;
use crate::review::record::{Claims, NO_SECTOR, Outage, SectorRecord};
use crate::scorer::{Broken, Sector};

/// The plugins of a review, in order of their ids. One that scored at the last
/// review and is not there any more stays among them: it keeps its customers.
pub struct Plugins {
    all: Vec<Plugin>,
}

/// A plugin as a review finds it.
pub(super) struct Plugin {
    /// It, where it is ready to score.
    pub(super) sector: Option<Arc<dyn Sector>>,
    /// As the review records it.
    pub(super) record: SectorRecord,
    /// As the last review recorded it.
    pub(super) last: Option<SectorRecord>,
}

impl Plugins {
    /// Those that are `ready`, those that are there and `broken`, and those of the
    /// `last` review, unless they were `removed` for good.
    pub fn new(
        ready: &[Arc<dyn Sector>],
        broken: &[Broken],
        removed: &BTreeSet<SmolStr>,
        last: &[SectorRecord],
    ) -> Self {
        let mut all: BTreeMap<SmolStr, Plugin> = BTreeMap::new();
        let before = |id: &SmolStr| last.iter().find(|record| record.id == *id).cloned();
        for sector in ready {
            let id = sector.manifest().id.clone();
            all.entry(id.clone()).or_insert_with(|| Plugin {
                sector: Some(Arc::clone(sector)),
                record: record(sector.manifest()),
                last: before(&id),
            });
        }
        let outage = |id: &SmolStr| {
            let known = broken.iter().find(|broken| broken.id == *id);
            known.map_or(Outage::Missing, |broken| Outage::Failed(broken.why.clone()))
        };
        let recorded = last.iter().filter(|record| !removed.contains(&record.id)).cloned();
        let declared = broken.iter().filter_map(|broken| broken.manifest.as_ref()).map(record);
        for record in recorded.chain(declared) {
            all.entry(record.id.clone()).or_insert_with(|| Plugin {
                sector: None,
                last: before(&record.id),
                record: SectorRecord { outage: Some(outage(&record.id)), ..record },
            });
        }
        Self { all: all.into_values().collect() }
    }

    /// What they were or are recorded as, in their order.
    pub fn records(&self) -> impl Iterator<Item = &SectorRecord> {
        self.all.iter().map(|plugin| &plugin.record)
    }

    /// For each sector of a review its plugin here, where that is out and nobody
    /// knows what it claims: it keeps whom it had. `None` where there is none such.
    pub fn holding(&self, review: &[SectorRecord]) -> Option<Vec<Option<u8>>> {
        let holds =
            |(_, plugin): &(u8, &Plugin)| plugin.sector.is_none() && plugin.record.claims.is_none();
        let place = |id: &SmolStr| {
            let mut holding = (0..NO_SECTOR).zip(&self.all).filter(holds);
            holding.find(|(_, plugin)| plugin.record.id == *id).map(|(place, _)| place)
        };
        let places: Vec<Option<u8>> = review.iter().map(|record| place(&record.id)).collect();
        places.iter().any(Option::is_some).then_some(places)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Plugin> {
        self.all.iter()
    }
}

fn record(manifest: &Manifest) -> SectorRecord {
    SectorRecord {
        id: manifest.id.clone(),
        version: manifest.version.clone(),
        customer: manifest.customer.clone(),
        never_say_no: manifest.never_say_no,
        facts: manifest.facts.clone(),
        factors: manifest.factors.clone(),
        programme: manifest.programme.clone(),
        customers: 0,
        unscored: 0,
        high_value_from: f64::INFINITY,
        keep_value_from: f64::INFINITY,
        claims: Some(Claims { sectors: manifest.sectors.clone(), roles: manifest.roles.clone() }),
        outage: None,
    }
}
