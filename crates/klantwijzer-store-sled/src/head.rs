//! What is known of a workspace at one moment: small, and never changed.
//!
//! A reader takes the head once and reads the blocks that it knows of. Blocks
//! are never changed and never taken away while the store is open, so a reader
//! sees every import and review whole or not at all.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::ReviewId;
use klantwijzer_store::encoding::{Counters, FactPlaces, StoredSettings};
use klantwijzer_store::{Erased, ImportId, ImportInfo, Result, Version};
use smol_str::SmolStr;

use super::gone::Gone;
use super::keys::{BlockKey, Directory, Kind};
use klantwijzer_store::mentions::Mentions;

/// What is known of a workspace.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    pub(super) version: Version,
    pub(super) settings: Option<Arc<StoredSettings>>,
    pub(super) next_customer: CustomerNo,
    /// The imports in order of number, from 1.
    pub(super) imports: Vec<Arc<Layer>>,
    /// The number of chunks of each review, from review 1 on.
    pub(super) reviews: Vec<u32>,
    /// Where facts stand in the reviews whose chunks were read.
    pub(super) places: Arc<Mutex<HashMap<ReviewId, Arc<FactPlaces>>>>,
    /// What is kept of erased customers: nobody sees more of them, wherever it
    /// still lies.
    pub(super) erased: BTreeMap<CustomerNo, Arc<Erased>>,
    /// The outside ids of erased customers of whom something still lies in
    /// blocks.
    pub(super) unclean: BTreeMap<CustomerNo, SmolStr>,
    /// What names them, for as long.
    pub(super) mentions: BTreeMap<CustomerNo, Arc<Mentions>>,
}

/// An import and where it lies.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub(super) info: ImportInfo,
    pub(super) directory: Directory,
}

impl Head {
    /// Whom nobody sees any more.
    pub(super) fn gone(&self) -> Gone<'_> {
        Gone { ids: &self.unclean, erased: &self.erased, mentions: &self.mentions }
    }

    /// Where facts stand in a review; `read` says it the first time.
    pub(super) fn places_in(
        &self,
        review: ReviewId,
        read: impl FnOnce() -> Result<FactPlaces>,
    ) -> Result<Arc<FactPlaces>> {
        let mut known = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(places) = known.get(&review) {
            return Ok(Arc::clone(places));
        }
        let places = Arc::new(read()?);
        known.insert(review, Arc::clone(&places));
        Ok(places)
    }

    /// The numbers to be kept with it.
    pub(super) fn counters(&self) -> Counters {
        Counters {
            next_customer: self.next_customer,
            imports: self.imports.len() as u32,
            reviews: self.reviews.len() as u32,
        }
    }

    /// The import with a number.
    pub(super) fn layer(&self, import: ImportId) -> Option<&Arc<Layer>> {
        self.imports.get((import as usize).checked_sub(1)?)
    }

    /// Whether an import is one by hand.
    pub(super) fn is_by_hand(&self, import: ImportId) -> bool {
        self.layer(import).is_some_and(|layer| layer.info.by_hand)
    }

    /// Whether an import is there and was not undone.
    pub(super) fn is_live(&self, import: ImportId) -> bool {
        self.layer(import).is_some_and(|layer| layer.info.undone_at.is_none())
    }

    /// How many blocks of a kind the live imports have with a major within
    /// these two, both included.
    pub(super) fn live_blocks(&self, kind: Kind, from: u32, to: u32) -> usize {
        let place = |(key, _): &(BlockKey, u16)| (key.kind, key.major);
        let within = |layer: &Arc<Layer>| {
            let start = layer.directory.partition_point(|block| place(block) < (kind, from));
            layer.directory.partition_point(|block| place(block) <= (kind, to)) - start
        };
        let live = self.imports.iter().filter(|layer| layer.info.undone_at.is_none());
        live.map(within).sum()
    }
}
