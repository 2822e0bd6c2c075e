//! How the model works, and how contact is kept with a type.

use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::programme::ContactMoment;
use klantwijzer_core::settings::{IdealProfile, NoSigns, Thresholds};
use klantwijzer_core::types::CustomerType;
use serde::Serialize;
use smol_str::SmolStr;

use crate::query::Topic;

/// How the model works.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ModelExplanation {
    /// The part asked about.
    pub topic: Topic,
    /// The thresholds in force.
    pub thresholds: Thresholds,
    /// The signs in force.
    pub signs: NoSigns,
    /// The ideal profile in force.
    pub ideal: IdealProfile,
    /// How many customers have each type.
    pub counts: [u32; 4],
    /// What value and potential are made of, per plugin in use.
    pub sectors: Vec<SectorFactors>,
}

/// What a plugin makes its scores of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SectorFactors {
    /// The plugin's id.
    pub plugin: SmolStr,
    /// Its customers.
    pub customers: u32,
    /// Value is high from here on.
    pub high_value_from: Option<f64>,
    /// Value factors.
    pub value: Vec<Bilingual>,
    /// Potential factors with their share of the weight, 0 to 1.
    pub potential: Vec<(Bilingual, f64)>,
}

/// How contact is kept with a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Programme {
    /// One programme per type asked about and sector in use.
    pub programmes: Vec<TypeProgramme>,
}

/// The contact programme of a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TypeProgramme {
    /// The type.
    pub customer_type: CustomerType,
    /// The plugin whose programme it is; `None` for the standard one.
    pub plugin: Option<SmolStr>,
    /// Whether the team edited it.
    pub edited: bool,
    /// How many customers get it.
    pub customers: u32,
    /// The moments, the weightiest first.
    pub moments: Vec<ContactMoment>,
}

/// Whom the examples of what a person can ask are about: customers of this book.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Help {
    /// The most valuable customer, with its type.
    pub best: Option<(CustomerNo, CustomerType)>,
    /// The most valuable one that is not strategic.
    pub next: Option<CustomerNo>,
    /// The sector of the most valuable customer that has one.
    pub sector: Option<SmolStr>,
    /// The year of the newest invoice.
    pub year: Option<i16>,
}
