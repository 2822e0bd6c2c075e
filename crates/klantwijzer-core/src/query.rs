//! What a person can ask, with the details filled in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::customer::CustomerNo;
use crate::money::Money;
use crate::period::Period;
use crate::types::CustomerType;

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
    /// What can I ask?
    Help,
}

/// Which customers are considered; every part narrows, all open means all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Only customers of one of these types; empty for any, parties without a
    /// type included. [`Query::ListByType`] has its own list beside this one.
    pub types: Vec<CustomerType>,
    /// Sector, as the book writes it.
    pub sector: Option<SmolStr>,
    /// Owner, as the book writes it.
    pub owner: Option<SmolStr>,
    /// Country, as the book writes it.
    pub country: Option<SmolStr>,
    /// Sector plugin by id.
    pub plugin: Option<SmolStr>,
    /// Employees in full-time equivalents.
    pub employees: Bounds,
    /// The customer's own yearly revenue.
    pub company_revenue: Bounds,
    /// Customer value per year.
    pub value: Bounds,
}

impl Filter {
    /// Whether everybody is considered.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

/// From and up to, where given; both are included unless it says otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bounds {
    /// At least, or more than.
    pub min: Option<f64>,
    /// At most, or less than.
    pub max: Option<f64>,
    /// Strictly above `min`: "more than 100".
    #[serde(skip_serializing_if = "is_false")]
    pub exclude_min: bool,
    /// Strictly below `max`: "fewer than 100".
    #[serde(skip_serializing_if = "is_false")]
    pub exclude_max: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Bounds {
    /// This number and those above it.
    pub const fn at_least(min: f64) -> Self {
        Self { min: Some(min), max: None, exclude_min: false, exclude_max: false }
    }

    /// The numbers above this one.
    pub const fn above(min: f64) -> Self {
        Self { exclude_min: true, ..Self::at_least(min) }
    }

    /// This number and those below it.
    pub const fn at_most(max: f64) -> Self {
        Self { min: None, max: Some(max), exclude_min: false, exclude_max: false }
    }

    /// The numbers below this one.
    pub const fn below(max: f64) -> Self {
        Self { exclude_max: true, ..Self::at_most(max) }
    }

    /// From one number up to the other, both included.
    pub const fn between(min: f64, max: f64) -> Self {
        Self { max: Some(max), ..Self::at_least(min) }
    }

    /// Whether the number lies within; an unknown number lies only within open
    /// bounds.
    pub fn contain(&self, number: f64) -> bool {
        let from = |min: f64| if self.exclude_min { number > min } else { number >= min };
        let up_to = |max: f64| if self.exclude_max { number < max } else { number <= max };
        (self.min.is_none() && self.max.is_none())
            || (self.min.is_none_or(from) && self.max.is_none_or(up_to) && !number.is_nan())
    }
}

/// By what customers are ranked or listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Customer value per year.
    #[default]
    Value,
    /// Potential.
    Potential,
    /// Net revenue.
    Revenue,
    /// Margin.
    Margin,
    /// Number of invoices.
    Invoices,
    /// Gifts.
    Gifts,
    /// Spend on the platform.
    AdSpend,
    /// Leads referred.
    Leads,
    /// Cost of service.
    SupportCost,
    /// Acquisition cost.
    AcquisitionCost,
    /// Growth of net revenue against the year before.
    Growth,
    /// Employees.
    Employees,
    /// Name, for lists.
    Name,
}

/// What a ranking lists, or how customers are grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    /// Customers one by one.
    #[default]
    Customer,
    /// By sector.
    Sector,
    /// By owner.
    Owner,
    /// By country.
    Country,
    /// By customer type.
    Type,
    /// By group of parent and subsidiaries.
    Group,
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

/// A step of the ladder that ends in NO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoAction {
    /// One sign: lower the cost or automate first.
    LowerCost,
    /// Two signs or more: say NO.
    SayNo,
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

/// Who counts as a customer [klantdefinitie]. The codes are those of the
/// project's list of definitions, D1 to D18.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "definition", rename_all = "snake_case")]
pub enum Definition {
    /// D1: anyone we ever did business with: any entry of income, or a service.
    AnyBusiness,
    /// D2: anyone who matches the ideal customer profile.
    ProfileMatch,
    /// D3: anyone we ever sent an invoice; the default.
    Invoiced,
    /// D4: anyone who ever paid.
    Paid,
    /// D5: anyone interested: a prospect, or anybody further in the funnel.
    Interested,
    /// D6: anyone we earned more than an amount from.
    EarnedOver {
        /// The amount; `None` for the workspace's setting.
        amount: Option<Money>,
        /// Margin in place of net revenue.
        margin: bool,
    },
    /// D7: anyone with whom we may do business within a set time.
    PotentialWithin {
        /// The time in months; `None` for the workspace's setting.
        months: Option<u32>,
    },
    /// D8: the team's own, or a plugin's, by name.
    Own {
        /// The name.
        name: SmolStr,
    },
    /// D9: a user who gives personal data for access.
    User,
    /// D10: the advertiser or data buyer behind those users.
    Advertiser,
    /// D11: a member or client of an association or foundation.
    Member,
    /// D12: a recipient of a free service.
    Recipient,
    /// D13: a sponsor or donor.
    Donor,
    /// D14: recipients and donors, each counted.
    RecipientsAndDonors,
    /// Anyone with any document at all.
    AnyDocument,
    /// Anyone in the book.
    Registered,
    /// Anyone who bought or gave in the last twelve months.
    Active,
}

impl Definition {
    /// The word for the definition in commands and JSON.
    pub fn id(&self) -> &str {
        match self {
            Self::AnyBusiness => "any_business",
            Self::ProfileMatch => "profile_match",
            Self::Invoiced => "invoiced",
            Self::Paid => "paid",
            Self::Interested => "interested",
            Self::EarnedOver { .. } => "earned_over",
            Self::PotentialWithin { .. } => "potential_within",
            Self::Own { name } => name,
            Self::User => "user",
            Self::Advertiser => "advertiser",
            Self::Member => "member",
            Self::Recipient => "recipient",
            Self::Donor => "donor",
            Self::RecipientsAndDonors => "recipients_and_donors",
            Self::AnyDocument => "any_document",
            Self::Registered => "registered",
            Self::Active => "active",
        }
    }

    /// Every definition that needs no name, in the order of the funnel.
    pub fn all() -> Vec<Self> {
        vec![
            Self::Registered,
            Self::Interested,
            Self::AnyDocument,
            Self::AnyBusiness,
            Self::Invoiced,
            Self::Paid,
            Self::Active,
            Self::EarnedOver { amount: None, margin: false },
            Self::ProfileMatch,
            Self::PotentialWithin { months: None },
            Self::Member,
            Self::Recipient,
            Self::Donor,
            Self::RecipientsAndDonors,
            Self::User,
            Self::Advertiser,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_include_their_ends_unless_told_otherwise() {
        for (bounds, below, on, above) in [
            (Bounds::at_least(100.0), false, true, true),
            (Bounds::above(100.0), false, false, true),
            (Bounds::at_most(100.0), true, true, false),
            (Bounds::below(100.0), true, false, false),
            (Bounds::between(100.0, 100.0), false, true, false),
            (Bounds::default(), true, true, true),
        ] {
            let found = [99.5, 100.0, 100.5].map(|number| bounds.contain(number));
            assert_eq!(found, [below, on, above], "{bounds:?}");
        }
        assert!(!Bounds::above(100.0).contain(f64::NAN));
        assert!(Bounds::default().contain(f64::NAN));
    }

    #[test]
    fn a_bound_written_without_more_is_included() {
        let read: Bounds = serde_json::from_str(r#"{"min":100}"#).unwrap_or_default();
        assert_eq!(read, Bounds::at_least(100.0));
        let written = serde_json::to_string(&Bounds::above(100.0)).unwrap_or_default();
        assert_eq!(written, r#"{"min":100.0,"max":null,"exclude_min":true}"#);
    }
}
