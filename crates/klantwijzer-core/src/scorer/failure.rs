//! Why a sector did not score.

use thiserror::Error;

/// Why a sector could not score a batch. Its customers stay unscored; the rest
/// goes on.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SectorFailure {
    /// The plugin's process ended while it worked.
    #[error("the plugin {plugin} crashed")]
    Crashed {
        /// The plugin's id.
        plugin: String,
    },
    /// The plugin did not answer in time.
    #[error("the plugin {plugin} did not answer within {seconds} seconds")]
    TimedOut {
        /// The plugin's id.
        plugin: String,
        /// The deadline.
        seconds: u64,
    },
    /// The plugin answered with an error.
    #[error("the plugin {plugin} refused: {message}")]
    Refused {
        /// The plugin's id.
        plugin: String,
        /// Its own words, cut to 500 characters.
        message: String,
    },
    /// The plugin panicked, and caught it.
    #[error("the plugin {plugin} failed: {message}")]
    Panicked {
        /// The plugin's id.
        plugin: String,
        /// The panic's text, cut to 500 characters.
        message: String,
    },
    /// The plugin is not used any more because it failed too often.
    #[error("the plugin {plugin} is switched off after {crashes} crashes")]
    Quarantined {
        /// The plugin's id.
        plugin: String,
        /// How often it crashed or hung, one time after the other.
        crashes: u32,
    },
    /// The plugin could not be given the work: the system gave no process or
    /// memory for it, or the batch is larger than a plugin is given.
    #[error("the plugin {plugin} could not be run: {message}")]
    Unavailable {
        /// The plugin's id.
        plugin: String,
        /// What the system said.
        message: String,
    },
}
