//! What the author of a sector plugin depends on.
//!
//! A sector plugin says how a kind of customer is scored. It is a small crate
//! of the type `cdylib` with a manifest beside it, here `manifest.json`:
//!
//! ```json
#![doc = include_str!("../tests/studio.json")]
//! ```
//!
//! and this is all its code:
//!
//! ```
//! use klantwijzer_plugin::{
//!     Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, Scorer, ValueFactor,
//! };
//!
//! struct Studio {
//!     revenue: FactHandle,
//!     support: FactHandle,
//!     headroom: FactHandle,
//!     judgement: FactHandle,
//!     income: ValueFactor,
//!     service: ValueFactor,
//!     room: PotentialFactor,
//!     opinion: PotentialFactor,
//! }
//!
//! impl Scorer for Studio {
//!     const MANIFEST: &'static str = include_str!(
//! # /*
//!         "../manifest.json"
//! # */ "../tests/studio.json"
//!     );
//!
//!     fn new(plan: &Plan<'_>, _config: &str) -> Result<Self, PluginError> {
//!         Ok(Self {
//!             revenue: plan.fact("net_revenue_12m")?,
//!             support: plan.fact("support_cost_12m")?,
//!             headroom: plan.fact("category_headroom")?,
//!             judgement: plan.fact("manager_judgement")?,
//!             income: plan.value("revenue")?,
//!             service: plan.value("support")?,
//!             room: plan.potential("room")?,
//!             opinion: plan.potential("opinion")?,
//!         })
//!     }
//!
//!     fn score(&self, customer: &Customer<'_>, score: &mut Score) {
//!         score.add(self.income, customer.get(self.revenue));
//!         score.add(self.service, -customer.get(self.support));
//!         score.rate(self.room, customer.get(self.headroom));
//!         score.rate(self.opinion, customer.get(self.judgement) / 10.0);
//!     }
//! }
//!
//! klantwijzer_plugin::export_plugin!(Studio);
//!
//! # fn main() {
//! // In a test: the worked examples of the manifest come out as it says.
//! klantwijzer_plugin::assert_examples::<Studio>();
//! # }
//! ```
//!
//! A fact that is unknown is NaN and makes everything computed from it unknown;
//! an unknown amount is left out of the value, and potential is the weighted
//! mean of what is known. A panic is caught and told to the team; never build a
//! plugin with `panic = "abort"`.
//!
//! A plugin in C uses `include/klantwijzer_plugin.h`, which is [`abi`] in C.

pub mod abi;
mod export;
mod trial;

pub use klantwijzer_core::manifest::Manifest;
pub use klantwijzer_core::programme::ContactMoment;
pub use klantwijzer_core::scorer::{
    Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, Scorer, Scoring, Sector,
    ValueFactor,
};
pub use klantwijzer_core::types::CustomerType;
pub use trial::{Trial, assert_examples, try_on};

use serde::de::DeserializeOwned;

/// Makes the shared library's one symbol, `KW_PLUGIN_V1`, from a [`Scorer`].
#[macro_export]
macro_rules! export_plugin {
    ($scorer:ty) => {
        #[cfg(panic = "abort")]
        ::core::compile_error!("a plugin must unwind: remove panic = \"abort\" from its profile");

        /// What the host reads of this plugin.
        #[unsafe(no_mangle)]
        pub static KW_PLUGIN_V1: $crate::abi::Table = $crate::abi::Table::of::<$scorer>();
    };
}

/// The scorer with its own manifest, to be run in this process: for tests.
pub fn scoring<S: Scorer>(config: &str) -> Result<Scoring<S>, PluginError> {
    let manifest = serde_json::from_str(S::MANIFEST)
        .map_err(|problem| PluginError::Manifest(problem.to_string()))?;
    Scoring::new(manifest, config)
}

/// Reads a workspace's configuration of a plugin. Where there is none, the
/// default holds.
pub fn config<T: DeserializeOwned + Default>(json: &str) -> Result<T, PluginError> {
    if json.trim().is_empty() {
        return Ok(T::default());
    }
    serde_json::from_str(json).map_err(|problem| PluginError::Config(problem.to_string()))
}
