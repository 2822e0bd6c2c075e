//! A review [beoordeling]: facts, scores and types of every customer at a day.

mod assign;
mod classify;
mod draft;
mod plugins;
mod record;
mod run;
mod stated;

pub use assign::Assignment;
pub use classify::{Footing, ValueCut, classify};
pub use draft::{ChunkDraft, Ground, Subject};
pub use plugins::Plugins;
pub use record::{
    CHUNK, Claims, Doubt, KeptType, Outage, Override, Pending, Provisional, ReviewChunk,
    ReviewHeader, ReviewId, ReviewSummary, SectorRecord, Standing, TypeRecord, Unscored,
};
pub use run::{Review, Scored, score};
