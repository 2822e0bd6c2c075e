//! A review [beoordeling]: facts, scores and types of every customer at a day.

mod assign;
mod classify;
mod draft;
mod record;
mod run;
mod stated;

pub use assign::Assignment;
pub use classify::{Footing, ValueCut, classify};
pub use draft::{ChunkDraft, Ground, Subject};
pub use record::{
    CHUNK, Doubt, Override, Pending, Provisional, ReviewChunk, ReviewHeader, ReviewId,
    SectorRecord, Standing, TypeRecord, Unscored,
};
pub use run::{Review, review};
