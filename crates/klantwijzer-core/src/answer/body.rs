//! The shapes of answers: plain data, without a word of text.

use jiff::civil::Date;
use serde::Serialize;
use smol_str::SmolStr;

use crate::customer::CustomerNo;
use crate::facts::Unit;
use crate::manifest::Bilingual;
use crate::money::{Currency, Money};
use crate::period::Period;
use crate::programme::ContactMoment;
use crate::query::{Definition, Entity, Filter, Measure, NoAction, Prospect, Topic};
use crate::review::{Override, Pending, Provisional, Unscored};
use crate::settings::{IdealProfile, NoSigns, Thresholds};
use crate::types::CustomerType;

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The day that the answer is about.
    pub as_of: Date,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// The answer itself.
    pub body: Body,
    /// What the reader must know beside it, the weightiest first.
    pub notes: Vec<Note>,
}

/// The answer itself, one shape per intent.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// To [`crate::query::Query::ListByType`].
    Customers(CustomerList),
    /// To `WhyType`.
    WhyType(Breakdown),
    /// To `WhyNotType`.
    WhyNotType(WhyNot),
    /// To `WhatIf`.
    WhatIf(WhatIf),
    /// To `CountByDefinition`.
    Count(Count),
    /// To `CompareDefinitions`.
    Definitions(DefinitionComparison),
    /// To `ExplainDefinition`.
    Definition(DefinitionExplanation),
    /// To `ExplainModel`.
    Model(ModelExplanation),
    /// To `SayNoList`.
    SayNo(SayNoList),
    /// To `SayNoCheck`.
    SayNoCheck(SayNoCheck),
    /// To `TopN`.
    Ranking(Ranking),
    /// To `Concentration`.
    Concentration(Concentration),
    /// To `Compare`.
    Comparison(Comparison),
    /// To `AcquisitionCost`.
    AcquisitionCost(AcquisitionCost),
    /// To `AcquisitionCostList`.
    AcquisitionCostList(AcquisitionCostList),
    /// To `CostToServe`.
    CostToServe(CostToServe),
    /// To `OverdueInvoices`.
    Overdue(Overdue),
    /// To `LapsedList`.
    Lapsed(Lapsed),
    /// To `IdealProfile`.
    Ideal(Ideal),
    /// To `DataGaps`.
    Gaps(Gaps),
    /// To `MovedType`.
    Moved(Moved),
    /// To `ScoreHistory`.
    History(History),
    /// To `ContactProgramme`.
    Programme(Programme),
    /// To `Help`.
    Help,
    /// The book has nobody in it.
    EmptyBook,
}

/// What the reader must know beside the answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum Note {
    /// So many of the customers in the answer have a provisional type, and these
    /// facts would settle most of them, the most frequent first (at most 4).
    Provisional {
        /// How many.
        customers: u32,
        /// What to fill in.
        fill_in: Vec<FactName>,
    },
    /// So many in the answer are about to change type.
    Pending {
        /// How many.
        customers: u32,
    },
    /// So many in the answer have a type that a person gave.
    Overridden {
        /// How many.
        customers: u32,
    },
    /// So many in the book could not be scored by this plugin, and why.
    Unscored {
        /// How many.
        customers: u32,
        /// The plugin's id; empty where no plugin claims them.
        plugin: SmolStr,
        /// Why.
        why: Unscored,
        /// The plugin's failure in its own words, for `PluginFailed`.
        failure: Option<String>,
        /// The fact that is missing, for `FactUnknown`.
        fact: Option<FactName>,
    },
    /// More customers are strategic than the team can cherish.
    TooManyStrategic {
        /// How many are.
        customers: u32,
        /// How many fit.
        limit: u32,
        /// The number of account managers that the limit is based on.
        managers: u32,
    },
    /// One customer has a dangerous share of all value.
    Dependence {
        /// Who.
        name: String,
        /// The share of the positive value, 0 to 1.
        share: f64,
    },
    /// Only the first of them are shown.
    Shown {
        /// How many are in the answer.
        shown: u32,
        /// How many there are.
        total: u32,
    },
    /// The last review is older than a month.
    StaleReview {
        /// Its age.
        days: u32,
    },
    /// The youngest income in the book is over a year old.
    OldLedger {
        /// Its age.
        days: f64,
    },
    /// No review was recorded on the day asked about; the answer was worked out
    /// for it and is not recorded.
    WorkedOut,
    /// Amounts in this period.
    InPeriod {
        /// The period.
        period: Period,
    },
    /// The book has nothing of this kind, so that the question cannot be
    /// answered in full.
    NoData {
        /// What is missing.
        missing: MissingData,
    },
    /// Nobody in the book is called this; for filters that match nothing.
    NobodyFits,
    /// The customer's plugin runs in another version than at the review.
    Text {
        /// A plugin's own words.
        text: String,
    },
}

/// A kind of data that a book can lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingData {
    /// No sales or marketing cost.
    AcquisitionCost,
    /// No service cost.
    SupportCost,
    /// No payments, due days or open amounts.
    Payments,
    /// No cost of goods, so margin is unknown and revenue is used.
    Margin,
    /// No employees or company revenue.
    Size,
    /// No sectors.
    Sectors,
    /// No earlier review to compare with.
    EarlierReview,
    /// No owners.
    Owners,
    /// No gifts.
    Gifts,
    /// No referred leads.
    Leads,
}

/// A fact by its id, with what people call it where a plugin says so.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FactName {
    /// The fact's id.
    pub id: SmolStr,
    /// What people call it.
    pub label: Option<Bilingual>,
}

/// A customer as a line in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    /// The customer's number.
    pub no: CustomerNo,
    /// The outside id.
    pub id: SmolStr,
    /// The name; the outside id where there is none.
    pub name: String,
    /// Sector, as the book writes it.
    pub sector: Option<SmolStr>,
    /// Owner.
    pub owner: Option<SmolStr>,
    /// Country.
    pub country: Option<SmolStr>,
    /// The plugin that scored it.
    pub plugin: Option<SmolStr>,
    /// The type that holds: a person's override, or else the model's.
    pub customer_type: Option<CustomerType>,
    /// The model's own type, where an override replaces it.
    pub model_type: Option<CustomerType>,
    /// Why the type is provisional.
    pub provisional: Provisional,
    /// A change that waits for a second review.
    pub pending: Option<Pending>,
    /// Money per year.
    pub value: Option<f64>,
    /// 0 to 100.
    pub potential: Option<f64>,
    /// Share of the potential's weight that is known, 0 to 1.
    pub confidence: Option<f64>,
}

/// Customers of a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CustomerList {
    /// The types asked for; empty for all.
    pub types: Vec<CustomerType>,
    /// Who was considered.
    pub filter: Filter,
    /// The order.
    pub sort: Measure,
    /// How many there are.
    pub total: u32,
    /// How many of each type, among those who were considered.
    pub counts: [u32; 4],
    /// The first of them, at most [`MOST_LISTED`].
    pub customers: Vec<Card>,
}

/// The most customers that one answer lists.
pub const MOST_LISTED: usize = 1000;

/// Why a customer has its type: the recorded breakdown, read back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Breakdown {
    /// The customer.
    pub card: Card,
    /// The plugin's version.
    pub plugin_version: SmolStr,
    /// Why it has no score, where it has none.
    pub unscored: Option<Unscored>,
    /// Why its plugin failed, where it did.
    pub failure: Option<String>,
    /// Whether the party cannot bring money by nature.
    pub no_money: bool,
    /// What value is made of, in the plugin's order.
    pub value_factors: Vec<ValueFactor>,
    /// What potential is made of, in the plugin's order.
    pub potential_factors: Vec<PotentialFactor>,
    /// The known facts that the plugin reads.
    pub facts: Vec<FactLine>,
    /// Position by value among the customers of the plugin, from 1.
    pub rank: Option<u32>,
    /// How many customers of the plugin have a type.
    pub ranked: u32,
    /// Value is high from here on; `None` when nobody's is.
    pub high_value_from: Option<f64>,
    /// Potential is high from here on.
    pub high_potential_from: f64,
    /// The thresholds that were in force.
    pub thresholds: Thresholds,
    /// What to fill in to settle a provisional type.
    pub fill_in: Vec<FactName>,
    /// The override that is in force.
    pub decision: Option<Override>,
}

/// One part of a value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueFactor {
    /// The factor's id.
    pub id: SmolStr,
    /// What people call it.
    pub label: Bilingual,
    /// Money per year; `None` when unknown.
    pub amount: Option<f64>,
}

/// One part of a potential.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PotentialFactor {
    /// The factor's id.
    pub id: SmolStr,
    /// What people call it.
    pub label: Bilingual,
    /// Its weight as a share of all weights, 0 to 1.
    pub weight: f64,
    /// The points it gives; `None` when unknown.
    pub points: Option<f64>,
    /// The most points it could give, given what is known of the others.
    pub most: f64,
    /// The facts it is made from that are unknown.
    pub unknown: Vec<FactName>,
}

/// A fact with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactLine {
    /// The fact.
    pub fact: FactName,
    /// What it is measured in.
    pub unit: Unit,
    /// Its value.
    pub value: f64,
}

/// Why a customer is not of a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhyNot {
    /// The type asked about.
    pub asked: CustomerType,
    /// What stands in the way; empty when the customer has that type.
    pub obstacles: Vec<Obstacle>,
    /// The breakdown.
    pub breakdown: Breakdown,
}

/// What stands between a customer and a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "obstacle", rename_all = "snake_case")]
pub enum Obstacle {
    /// Value must rise.
    ValueTooLow {
        /// Money per year now.
        value: f64,
        /// Money per year from which it is high; `None` when it cannot be said.
        needed: Option<f64>,
    },
    /// Value is too high for it.
    ValueTooHigh {
        /// Money per year now.
        value: f64,
        /// Money per year below which it is not high any more.
        below: Option<f64>,
    },
    /// Potential must rise.
    PotentialTooLow {
        /// Now; `None` when unknown.
        potential: Option<f64>,
        /// From here on it is high.
        needed: f64,
    },
    /// Potential is too high for it.
    PotentialTooHigh {
        /// Now.
        potential: f64,
        /// Below here it is not high any more.
        below: f64,
    },
    /// A person gave it another type.
    Overridden,
    /// The numbers point to it already, but a second review must say so.
    Waiting {
        /// Since when.
        since: Date,
    },
    /// It has no score at all.
    Unscored,
}

/// What would make a customer another type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhatIf {
    /// The type to reach.
    pub target: CustomerType,
    /// What is in the way; empty when there already.
    pub obstacles: Vec<Obstacle>,
    /// The factors with most room to rise, the largest first.
    pub room: Vec<Room>,
    /// The breakdown.
    pub breakdown: Breakdown,
}

/// How much a factor could add to potential.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Room {
    /// What people call the factor.
    pub label: Bilingual,
    /// The points that it could add at most.
    pub points: f64,
    /// The facts that are unknown and might add them.
    pub unknown: Vec<FactName>,
}

/// How many customers there are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Count {
    /// The count under the definition asked for, or the default.
    pub first: DefinitionCount,
    /// Whether the person named the definition.
    pub named: bool,
    /// Who was considered.
    pub filter: Filter,
    /// The period asked about.
    pub period: Option<Period>,
    /// Every other definition that can be computed, as a funnel.
    pub funnel: Vec<DefinitionCount>,
    /// For [`Definition::RecipientsAndDonors`]: recipients, donors, both.
    pub sides: Option<[u32; 3]>,
    /// The same count with subsidiaries under their parent.
    pub groups: u32,
}

/// How many count under a definition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DefinitionCount {
    /// The definition, its numbers filled in.
    pub definition: Definition,
    /// A label for a plugin's or team's own definition.
    pub label: Option<Bilingual>,
    /// How many; `None` when it cannot be computed.
    pub count: Option<u32>,
}

/// Definitions side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DefinitionComparison {
    /// The definitions with their counts.
    pub counts: Vec<DefinitionCount>,
    /// For two definitions: who counts under one and not under the other.
    pub difference: Option<Difference>,
}

/// Who counts under one definition and not under the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Under both.
    pub both: u32,
    /// Under the first alone.
    pub only_first: u32,
    /// Under the second alone.
    pub only_second: u32,
    /// Examples under the first alone, at most 5 names, the most valuable first.
    pub first_examples: Vec<String>,
    /// Examples under the second alone.
    pub second_examples: Vec<String>,
}

/// What a definition means.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DefinitionExplanation {
    /// The definition asked about, with how many count; `None` for "what is a
    /// customer?".
    pub asked: Option<DefinitionCount>,
    /// For an own definition, its expression.
    pub expression: Option<String>,
    /// The workspace's default.
    pub default: DefinitionCount,
}

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

/// To whom to say NO.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SayNoList {
    /// The step asked for; `None` for both.
    pub action: Option<NoAction>,
    /// Who was considered.
    pub filter: Filter,
    /// How many to lower the cost of.
    pub lower_cost: u32,
    /// How many to say NO to.
    pub say_no: u32,
    /// The cases, those to say NO to first, then by how much they cost.
    pub cases: Vec<NoCase>,
}

/// The say-NO advice about a customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoCase {
    /// The customer.
    pub card: Card,
    /// The signs against it.
    pub signs: Vec<Sign>,
    /// The step of the ladder.
    pub action: NoAction,
    /// What would change the advice, one line a sign.
    pub changes: Vec<Change>,
}

/// A sign against a customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "sign", rename_all = "snake_case")]
pub enum Sign {
    /// Selling costs as much as it brings.
    AcquisitionCost {
        /// Cost in twelve months.
        cost: f64,
        /// Net revenue in twelve months.
        revenue: f64,
        /// Cost over revenue; `None` without revenue.
        ratio: Option<f64>,
    },
    /// Nothing is left after service.
    MarginAfterService {
        /// Margin (or revenue where cost is unknown) less support cost.
        left: f64,
        /// What service cost.
        support_cost: f64,
        /// Requests to the service desk.
        requests: Option<f64>,
        /// Whether it starts from margin and not from revenue.
        from_margin: bool,
    },
    /// The mirror of the ideal customer.
    LeastIdeal {
        /// The criteria that say so.
        criteria: Vec<CriterionLine>,
    },
    /// An invoice is open too long.
    OpenInvoice {
        /// Days since its date.
        days: f64,
        /// What is overdue.
        amount: Option<f64>,
    },
}

/// What would take a sign away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// Sales and marketing cost below this.
    CostBelow {
        /// Money per year.
        amount: f64,
    },
    /// Revenue above this, at the same cost.
    RevenueAbove {
        /// Money per year.
        amount: f64,
    },
    /// Support cost below this.
    SupportBelow {
        /// Money per year.
        amount: f64,
    },
    /// The oldest invoice is paid.
    InvoicePaid,
    /// It comes to fit the profile better.
    BetterFit,
}

/// One criterion of the ideal profile held against a party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CriterionLine {
    /// The criterion.
    pub criterion: Criterion,
    /// How it comes out.
    pub fit: Fit,
    /// What was found, where it is a number.
    pub found: Option<f64>,
    /// What was found, where it is a word.
    pub found_text: Option<SmolStr>,
}

/// A criterion of the ideal profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Employees.
    Employees,
    /// Own revenue.
    CompanyRevenue,
    /// Sector.
    Sector,
    /// Fit with the pain.
    PainFit,
    /// Outside regulation.
    RegulatoryPressure,
}

/// How a party does on a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// As the ideal customer.
    Ideal,
    /// In between.
    Neutral,
    /// As the least ideal customer.
    Least,
    /// Not known.
    Unknown,
}

/// Whether to say NO to one party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SayNoCheck {
    /// The customer; `None` for a prospect.
    pub card: Option<Card>,
    /// The prospect as described.
    pub prospect: Option<Prospect>,
    /// The advice.
    pub verdict: Verdict,
    /// The signs against it.
    pub signs: Vec<Sign>,
    /// What would change the advice.
    pub changes: Vec<Change>,
    /// The criteria of the ideal profile.
    pub criteria: Vec<CriterionLine>,
    /// For a prospect: the type that customers like it mostly have, with how
    /// many of those there are.
    pub expected: Option<Expected>,
}

/// What to expect of a prospect, by the customers that resemble it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Expected {
    /// How many customers resemble it in sector and size.
    pub alike: u32,
    /// How many of those have each type.
    pub counts: [u32; 4],
    /// The median value of those.
    pub median_value: Option<f64>,
}

/// The advice about one party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Two signs or more.
    SayNo,
    /// One sign.
    LowerCost,
    /// No sign, or not transactional.
    Keep,
    /// A prospect that fits.
    Welcome,
    /// A prospect that neither fits nor misfits.
    LookCloser,
    /// Advice to say NO is never given about it.
    Exempt {
        /// Why.
        because: Exemption,
    },
    /// Too little is known.
    TooLittleKnown,
}

/// Why advice to say NO is never given about a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Exemption {
    /// A recipient of a free service, or a user.
    NoMoney,
    /// The sector never does.
    Sector,
    /// The type is provisional.
    Provisional,
    /// A person gave the type.
    Overridden,
    /// It belongs to a strategic group.
    StrategicGroup,
}

/// The first by a measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranking {
    /// By what.
    pub measure: Measure,
    /// The lowest in place of the highest.
    pub lowest: bool,
    /// What is listed.
    pub entity: Entity,
    /// Who was considered.
    pub filter: Filter,
    /// How many could be ranked.
    pub ranked: u32,
    /// The lines, the first first.
    pub rows: Vec<RankRow>,
    /// The measure over all that could be ranked, where it adds up.
    pub total: Option<f64>,
}

/// A line of a ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankRow {
    /// Name of the customer or the group; empty for customers without one.
    pub name: String,
    /// The customer, where customers are ranked.
    pub card: Option<Card>,
    /// How many customers are in the group; 1 for a customer.
    pub customers: u32,
    /// The measure.
    pub amount: f64,
    /// Share of the total, where the measure adds up and is positive.
    pub share: Option<f64>,
}

/// How much hangs on few customers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Concentration {
    /// Who was considered.
    pub filter: Filter,
    /// Customers with a value.
    pub customers: u32,
    /// The sum of positive values.
    pub positive_value: f64,
    /// The share that was asked about, and how many customers make it.
    pub asked_share: Option<(f64, u32)>,
    /// The number of customers that was asked about, and the share they make.
    pub asked_top: Option<(u32, f64)>,
    /// Steps: this many customers make this share, rising.
    pub steps: Vec<(u32, f64)>,
    /// How many customers make 80 %.
    pub eighty: u32,
    /// The largest ones, at most 5.
    pub largest: Vec<(Card, f64)>,
}

/// Customers or groups side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The sides, in the order asked.
    pub sides: Vec<Side>,
}

/// One side of a comparison. Means are over those of whom it is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Side {
    /// The customer, when it is one.
    pub card: Option<Card>,
    /// The type, when it is all of a type.
    pub customer_type: Option<CustomerType>,
    /// The filter, when it is a group.
    pub filter: Option<Filter>,
    /// How many customers.
    pub customers: u32,
    /// How many of each type.
    pub counts: [u32; 4],
    /// The sum of values.
    pub value: Option<f64>,
    /// The mean potential.
    pub potential: Option<f64>,
    /// Net revenue in twelve months.
    pub revenue: Option<f64>,
    /// Net revenue in the twelve months before.
    pub revenue_before: Option<f64>,
    /// Sales and marketing cost in twelve months.
    pub acquisition_cost: Option<f64>,
    /// Support cost in twelve months.
    pub support_cost: Option<f64>,
    /// Invoices in twelve months.
    pub invoices: Option<f64>,
    /// Mean days to pay.
    pub days_to_pay: Option<f64>,
}

/// Colour of an acquisition-cost ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// Below 0.25.
    Green,
    /// From 0.25 to below 1.
    Amber,
    /// From 1 on, or cost without revenue.
    Red,
}

/// A step of the acquisition-cost ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LadderStep {
    /// Nothing to do.
    Fine,
    /// Keep an eye on it.
    Watch,
    /// High cost and low revenue: lower the cost, for instance by automating.
    LowerCost,
    /// The cost was lowered as far as it goes; only then NO.
    ThenNo,
}

/// What winning and keeping customers costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AcquisitionCost {
    /// The customer asked about.
    pub customer: Option<CostLine>,
    /// How customers are grouped.
    pub group_by: Entity,
    /// The groups, the worst ratio first.
    pub groups: Vec<GroupCost>,
    /// All considered customers together.
    pub all: GroupCost,
}

/// Cost against revenue of one customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CostLine {
    /// The customer.
    pub card: Card,
    /// Sales and marketing cost in twelve months.
    pub cost: f64,
    /// Net revenue in twelve months; gifts or spend where those are the income.
    pub revenue: f64,
    /// Cost over revenue; `None` without revenue.
    pub ratio: Option<f64>,
    /// Its colour.
    pub light: Light,
    /// What to do.
    pub step: LadderStep,
}

/// Cost against revenue of a group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupCost {
    /// The group's name; empty for customers without one.
    pub name: String,
    /// The type, when grouped by type.
    pub customer_type: Option<CustomerType>,
    /// How many customers.
    pub customers: u32,
    /// Sales and marketing cost in twelve months.
    pub cost: f64,
    /// Net revenue in twelve months.
    pub revenue: f64,
    /// Cost over revenue; `None` without revenue.
    pub ratio: Option<f64>,
    /// Its colour.
    pub light: Light,
}

/// Customers from a cost ratio on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AcquisitionCostList {
    /// The ratio.
    pub ratio: f64,
    /// How many there are.
    pub total: u32,
    /// The first of them, the worst first.
    pub rows: Vec<CostLine>,
}

/// What service costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CostToServe {
    /// Whether one customer was asked about.
    pub one: bool,
    /// How many customers had service.
    pub total: u32,
    /// Support cost of all of them.
    pub support_cost: f64,
    /// The first of them, the most expensive first.
    pub rows: Vec<ServeLine>,
}

/// Service cost of one customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ServeLine {
    /// The customer.
    pub card: Card,
    /// Support cost in twelve months.
    pub support_cost: f64,
    /// Requests in twelve months.
    pub requests: Option<f64>,
    /// Net revenue in twelve months.
    pub revenue: Option<f64>,
    /// Margin, or revenue where cost is unknown, less support cost.
    pub left: Option<f64>,
}

/// Open invoices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overdue {
    /// Open for more days than this after the invoice date; `None` for past due.
    pub days: Option<u32>,
    /// How many customers.
    pub total: u32,
    /// What is overdue with them together.
    pub amount: f64,
    /// The first of them, the oldest invoice first.
    pub rows: Vec<OverdueLine>,
}

/// Open invoices of one customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OverdueLine {
    /// The customer.
    pub card: Card,
    /// What is past due.
    pub amount: Option<f64>,
    /// Age of the oldest open invoice.
    pub oldest_days: f64,
}

/// Who bought or gave then and not now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lapsed {
    /// Bought or gave in this period.
    pub gave: Period,
    /// And not in this one.
    pub not: Period,
    /// How many.
    pub total: u32,
    /// What they brought in the first period together.
    pub amount: Money,
    /// The first of them, the largest amount first.
    pub rows: Vec<(Card, Money)>,
}

/// The ideal or least ideal customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ideal {
    /// Least ideal.
    pub least: bool,
    /// The configured criteria.
    pub profile: IdealProfile,
    /// How many match all known criteria, at least one of them known.
    pub matches: u32,
    /// The most valuable (for least: the least valuable) of those, at most 10.
    pub examples: Vec<Card>,
    /// What the data says: margin after service per sector and size band, the
    /// best first (for least: the worst first).
    pub learned: Vec<LearnedBand>,
}

/// A band of sector and size, with what its customers bring.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LearnedBand {
    /// The sector; empty where unknown.
    pub sector: SmolStr,
    /// Employees, from and up to; open bounds where unknown.
    pub employees: crate::query::Bounds,
    /// How many customers.
    pub customers: u32,
    /// Net revenue of them together.
    pub revenue: f64,
    /// Margin (or revenue) less support and acquisition cost, per customer.
    pub left_each: f64,
    /// Share of them with high value, 0 to 1.
    pub high_value: f64,
}

/// What is not known.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gaps {
    /// The field asked about.
    pub field: Option<FactName>,
    /// Customers considered.
    pub customers: u32,
    /// Fields with how many lack it, those that would settle most first.
    pub fields: Vec<Gap>,
    /// Customers who lack the field asked about, or most fields; the most
    /// valuable first.
    pub rows: Vec<GapLine>,
}

/// A field that is not known of everybody.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gap {
    /// The field.
    pub field: FactName,
    /// How many lack it.
    pub unknown: u32,
    /// Share of the potential's weight that hangs on it, 0 to 1, on average.
    pub weight: f64,
}

/// A customer with what is not known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GapLine {
    /// The customer.
    pub card: Card,
    /// What is not known.
    pub unknown: Vec<FactName>,
}

/// Who changed type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moved {
    /// The day of the earlier review.
    pub from_review: Option<Date>,
    /// The day of the later one.
    pub to_review: Date,
    /// Only those who left this type.
    pub from: Option<CustomerType>,
    /// Only those who came to this type.
    pub to: Option<CustomerType>,
    /// How many moved.
    pub total: u32,
    /// The moves, the most valuable first.
    pub rows: Vec<Move>,
}

/// A change of type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Move {
    /// The customer as it is now.
    pub card: Card,
    /// The type before; `None` when it had none.
    pub from: Option<CustomerType>,
    /// The type now; `None` when it has none.
    pub to: Option<CustomerType>,
    /// Value then.
    pub value_before: Option<f64>,
}

/// How a score developed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct History {
    /// The customer as it is now.
    pub card: Card,
    /// The reviews, the oldest first; one a day, the last of that day.
    pub points: Vec<HistoryPoint>,
}

/// What one review made of a customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HistoryPoint {
    /// The review's day.
    pub as_of: Date,
    /// The type.
    pub customer_type: Option<CustomerType>,
    /// Value.
    pub value: Option<f64>,
    /// Potential.
    pub potential: Option<f64>,
    /// The plugin and its version.
    pub plugin: Option<(SmolStr, SmolStr)>,
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
