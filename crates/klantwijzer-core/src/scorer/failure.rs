//! Why a sector did not score.

use thiserror::Error;

/// Why a sector could not score a batch. Its customers stay unscored; the rest
/// goes on.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the plugin {plugin} {how}")]
pub struct SectorFailure {
    /// The plugin's id.
    pub plugin: String,
    /// How it failed.
    pub how: Failed,
}

/// How a plugin failed. What it says itself is cut to 500 characters.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failed {
    /// Its process ended while it worked.
    #[error("crashed")]
    Crashed,
    /// It did not answer within so many seconds.
    #[error("did not answer within {0} seconds")]
    TimedOut(u64),
    /// It answered with an error, in its own words.
    #[error("refused: {0}")]
    Refused(String),
    /// It panicked, and caught it: the panic's text.
    #[error("failed: {0}")]
    Panicked(String),
    /// It is not used any more because it crashed or hung so often, one time after
    /// the other.
    #[error("is switched off after {0} crashes")]
    Quarantined(u32),
    /// It could not be given the work: the system gave no process or memory for it,
    /// as it says here, or the batch is larger than a plugin is given.
    #[error("could not be run: {0}")]
    Unavailable(String),
}
