//! What a person can ask, with the details filled in.

mod filter;
mod question;

pub use filter::{Entity, Filter, Measure};
pub use question::{About, Details, Intent};

use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::period::Period;
use klantwijzer_core::programme::Channel;
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// A question that was understood: the intent and its slots.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "intent", content = "slots", rename_all = "snake_case")]
pub enum Query {
    /// Which customers have this type; all four when no type is named.
    ListByType {
        /// The types asked for; empty for all.
        types: Vec<CustomerType>,
        /// Who is considered.
        filter: Filter,
        /// The order of the list.
        sort: Measure,
    },
    /// Why does this customer have its type?
    WhyType {
        /// The customer.
        customer: CustomerNo,
        /// The type that the question takes for granted: "why is Jansen
        /// strategic?"; `None` where it names none.
        #[serde(default)]
        claimed: Option<CustomerType>,
    },
    /// Why is this customer not of that type?
    WhyNotType {
        /// The customer.
        customer: CustomerNo,
        /// The type it does not have.
        customer_type: CustomerType,
    },
    /// What would make this customer that type?
    WhatIf {
        /// The customer.
        customer: CustomerNo,
        /// The type to reach; `None` for one step up.
        customer_type: Option<CustomerType>,
    },
    /// How many customers do we have?
    CountByDefinition {
        /// The definition; `None` for the workspace's default, with the funnel.
        definition: Option<Definition>,
        /// Who is considered.
        filter: Filter,
        /// Invoices, payments and earnings in this period only.
        period: Option<Period>,
    },
    /// How do the definitions differ?
    CompareDefinitions {
        /// The definitions; empty for all.
        definitions: Vec<Definition>,
    },
    /// What does this definition mean?
    ExplainDefinition {
        /// The definition; `None` for "what is a customer?".
        definition: Option<Definition>,
    },
    /// How does the model work?
    ExplainModel {
        /// The part asked about.
        topic: Topic,
    },
    /// To whom should we say NO?
    SayNoList {
        /// One step of the ladder only; `None` for all.
        action: Option<NoAction>,
        /// Who is considered.
        filter: Filter,
    },
    /// Should we say NO to this one?
    SayNoCheck {
        /// A customer or somebody who is not one yet.
        party: Party,
    },
    /// The first `n` by a measure.
    TopN {
        /// How many, 1 to 1,000.
        n: u32,
        /// By what.
        measure: Measure,
        /// The lowest in place of the highest.
        lowest: bool,
        /// What is listed.
        entity: Entity,
        /// Who is considered.
        filter: Filter,
        /// Money in this period only.
        period: Option<Period>,
    },
    /// How much hangs on few customers?
    Concentration {
        /// The share of value asked about, 0 to 1: "how many make 80 %?".
        share: Option<f64>,
        /// The number of customers asked about: "how much do the top 10 make?".
        top: Option<u32>,
        /// Who is considered.
        filter: Filter,
    },
    /// Two or more customers or groups side by side.
    Compare {
        /// What is compared; at least two.
        subjects: Vec<Subject>,
    },
    /// What does it cost to win and keep a customer?
    AcquisitionCost {
        /// One customer; `None` for groups.
        customer: Option<CustomerNo>,
        /// How customers are grouped.
        group_by: Entity,
        /// Who is considered.
        filter: Filter,
    },
    /// Who costs more than this share of revenue?
    AcquisitionCostList {
        /// Ratio from which a customer is listed.
        ratio: f64,
        /// Who is considered.
        filter: Filter,
    },
    /// What does service cost?
    CostToServe {
        /// One customer; `None` for the most expensive ones.
        customer: Option<CustomerNo>,
        /// Who is considered.
        filter: Filter,
    },
    /// Which invoices are open too long?
    OverdueInvoices {
        /// One customer; `None` for all.
        #[serde(default)]
        customer: Option<CustomerNo>,
        /// Open for more than this many days after the invoice date; `None` for
        /// past the due day.
        days: Option<u32>,
        /// Who is considered.
        filter: Filter,
    },
    /// Who gave or bought then and not now?
    LapsedList {
        /// Gave or bought in this period.
        gave: Period,
        /// And not in this one.
        not: Period,
        /// Who is considered.
        filter: Filter,
    },
    /// What does our ideal customer look like?
    IdealProfile {
        /// Ideal or least ideal.
        least: bool,
        /// Learned from the data in place of configured.
        learned: bool,
    },
    /// What do we not know?
    DataGaps {
        /// One fact id or field; `None` for all.
        field: Option<SmolStr>,
        /// Who is considered.
        filter: Filter,
    },
    /// Who changed type?
    MovedType {
        /// Since when; `None` for since the review before the last.
        since: Option<Date>,
        /// Only those who left this type.
        from: Option<CustomerType>,
        /// Only those who came to this type.
        to: Option<CustomerType>,
        /// Who is considered.
        #[serde(default)]
        filter: Filter,
    },
    /// How did this customer's score develop?
    ScoreHistory {
        /// The customer.
        customer: CustomerNo,
    },
    /// How do we keep contact with this type?
    ContactProgramme {
        /// The type; `None` for all four.
        customer_type: Option<CustomerType>,
    },
    /// Whom should we contact, and when?
    ContactDue {
        /// One customer; `None` for all.
        customer: Option<CustomerNo>,
        /// Due from this day on; `None` for all that is still to be done.
        from: Option<Date>,
        /// Due up to this day; `None` for a week from today, or of one customer its
        /// whole programme.
        until: Option<Date>,
        /// By this channel only.
        channel: Option<Channel>,
        /// Only what is past its latest day.
        late: bool,
        /// Who is considered.
        filter: Filter,
    },
    /// What can I ask?
    Help,
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "a comparison has a handful of them")]
pub enum Subject {
    /// One customer.
    Customer(CustomerNo),
    /// All customers of a type.
    Type(CustomerType),
    /// All customers that fit a filter.
    Segment(Filter),
}

/// Whom a say-NO check is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Somebody in the book.
    Customer(CustomerNo),
    /// Somebody described in the sentence.
    Prospect(Prospect),
}

/// Somebody who has not bought yet, as far as described.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prospect {
    /// What it is called.
    pub name: Option<String>,
    /// Sector, as the person wrote it or as the book writes it.
    pub sector: Option<SmolStr>,
    /// Employees in full-time equivalents.
    pub employees: Option<f64>,
    /// Own yearly revenue.
    pub company_revenue: Option<f64>,
    /// Fit with the pain that we solve, 0 to 10.
    pub pain_fit: Option<f64>,
    /// Outside regulation on safety and quality, 0 to 10.
    pub regulatory_pressure: Option<f64>,
}

/// A part of the model that can be explained.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The four types and their two axes.
    #[default]
    Types,
    /// Strategic customers.
    Strategic,
    /// Large customers.
    Large,
    /// Development customers.
    Development,
    /// Transactional customers.
    Transactional,
    /// How value is worked out.
    Value,
    /// How potential is worked out.
    Potential,
    /// When a type is provisional or pending.
    Provisional,
    /// When to say NO.
    SayNo,
    /// The acquisition-cost ratio and its ladder.
    AcquisitionCost,
    /// Ideal and least ideal customer.
    IdealProfile,
}
