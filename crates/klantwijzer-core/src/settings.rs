//! What a workspace can set. Every number of the model is here.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::bounds::Bounds;
use crate::definition::Definition;
use crate::money::{Currency, Money};
use crate::programme::ContactMoment;
use crate::team::Team;
use crate::types::CustomerType;

/// The settings of a workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The one currency that amounts are kept in.
    pub currency: Currency,
    /// What one unit of another currency is worth, for amounts in files.
    pub rates: Vec<Rate>,
    /// The definition behind "how many customers do we have?".
    pub default_definition: Definition,
    /// The amount behind "earned more than x".
    pub earned_over: Money,
    /// The months behind "may do business within".
    pub potential_within_months: u32,
    /// The team's own definitions by name: CEL expressions over facts.
    pub definitions: BTreeMap<SmolStr, String>,
    /// The plugin that scores customers whose sector no plugin claims.
    pub default_plugin: SmolStr,
    /// Configuration handed to each plugin, as JSON, by plugin id.
    pub plugin_config: BTreeMap<SmolStr, String>,
    /// When a type is left and entered.
    pub thresholds: Thresholds,
    /// The ideal customer; the least ideal is its mirror.
    pub ideal: IdealProfile,
    /// Signs of the say-NO advice.
    pub no_signs: NoSigns,
    /// How many account managers there are; 0 to count the owners in the book.
    pub account_managers: u32,
    /// Contact moments per type where the team edited them.
    pub programme: BTreeMap<CustomerType, Vec<ContactMoment>>,
    /// Where the team works, and who of it may do what.
    pub team: Team,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            currency: Currency::EUR,
            rates: Vec::new(),
            default_definition: Definition::Invoiced,
            earned_over: Money::from_whole(10_000),
            potential_within_months: 12,
            definitions: BTreeMap::new(),
            default_plugin: SmolStr::new_static("general"),
            plugin_config: BTreeMap::new(),
            thresholds: Thresholds::default(),
            ideal: IdealProfile::default(),
            no_signs: NoSigns::default(),
            account_managers: 0,
            programme: BTreeMap::new(),
            team: Team::default(),
        }
    }
}

/// What one unit of another currency is worth from a day on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// The other currency.
    pub currency: Currency,
    /// The first day on which the rate holds; `None` for always.
    pub from: Option<Date>,
    /// Units of the workspace's currency for one unit; above 0 and finite.
    pub rate: f64,
}

/// The thresholds of the four types; see `facts` of the model in ARCHITECTURE.md.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    /// Value is high in this top share of a sector plugin's customers.
    pub high_value_share: f64,
    /// High value is left outside this top share.
    pub leave_value_share: f64,
    /// With fewer customers than this, value is high in the smallest set that
    /// makes `small_book_share` of the positive value.
    pub small_book: u32,
    /// Share of the positive value for a small book.
    pub small_book_share: f64,
    /// In a small book, high value is left outside the set that makes this share.
    pub leave_small_book_share: f64,
    /// Potential is high from here, 0 to 100.
    pub high_potential: f64,
    /// High potential is left below here.
    pub leave_potential: f64,
    /// Below this confidence a type is provisional.
    pub confidence: f64,
    /// A type is provisional while the first invoice is younger, in months.
    pub young_months: u32,
    /// A type is provisional with fewer invoices (or gifts, or spends).
    pub few_invoices: u32,
    /// Warn above this many strategic customers per account manager.
    pub strategic_per_manager: u32,
    /// Warn above this many strategic customers in all.
    pub strategic_most: u32,
    /// Warn when one customer has more than this share of total value.
    pub dependence: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            high_value_share: 0.20,
            leave_value_share: 0.25,
            small_book: 25,
            small_book_share: 0.80,
            leave_small_book_share: 0.85,
            high_potential: 60.0,
            leave_potential: 55.0,
            confidence: 0.5,
            young_months: 6,
            few_invoices: 2,
            strategic_per_manager: 15,
            strategic_most: 35,
            dependence: 0.25,
        }
    }
}

/// The ideal customer profile [ideale klant]: criteria on size, sector and fit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IdealProfile {
    /// Employees in full-time equivalents.
    pub employees: Bounds,
    /// Own yearly revenue.
    pub company_revenue: Bounds,
    /// Sectors, compared without regard to case and accents; empty for any.
    pub sectors: Vec<SmolStr>,
    /// Fit with the pain from here on, 0 to 10.
    pub pain_fit: f64,
    /// Outside regulation from here on, 0 to 10; `None` where it does not count.
    pub regulatory_pressure: Option<f64>,
}

impl Default for IdealProfile {
    fn default() -> Self {
        Self {
            employees: Bounds::at_least(100.0),
            company_revenue: Bounds::default(),
            sectors: Vec::new(),
            pain_fit: 6.0,
            regulatory_pressure: None,
        }
    }
}

/// When something is a sign to say NO.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoSigns {
    /// Acquisition-cost ratio from here on.
    pub acquisition_ratio: f64,
    /// Margin after service up to here.
    pub margin_after_service: f64,
    /// An invoice open for more than this many days.
    pub open_invoice_days: u32,
}

impl Default for NoSigns {
    fn default() -> Self {
        Self { acquisition_ratio: 1.0, margin_after_service: 0.0, open_invoice_days: 90 }
    }
}
