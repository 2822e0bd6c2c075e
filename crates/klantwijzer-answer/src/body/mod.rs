//! The shapes of answers: plain data, without a word of text.

mod agenda;
mod compare;
mod costs;
mod counts;
mod customers;
mod lists;
mod model;
mod no;
mod notes;
mod profiles;
mod ranking;
mod time;
mod why;

pub use agenda::{Agenda, AgendaLine};
pub use compare::{Comparison, Side};
pub use costs::{
    AcquisitionCost, AcquisitionCostList, CostLine, CostToServe, GroupCost, ServeLine,
};
pub use counts::{Count, DefinitionComparison, DefinitionCount, DefinitionExplanation, Difference};
pub use customers::Customers;
pub use lists::{Card, CustomerList, KeptScore, Lapsed, MOST_LISTED, Overdue, OverdueLine};
pub use model::{Help, ModelExplanation, Programme, SectorFactors, TypeProgramme};
pub use no::{Expected, NoCase, SayNoCheck, SayNoList};
pub use notes::{FactName, LedgerSign, MissingData, Note};
pub use profiles::{Gap, GapLine, Gaps, Ideal, LearnedBand};
pub use ranking::{Concentration, RankRow, Ranking};
pub use time::{History, HistoryPoint, Move, Moved};
pub use why::{
    Breakdown, FactLine, Lack, Obstacle, PotentialFactor, Room, ValueFactor, WhatIf, WhyNot,
};

use jiff::civil::Date;
use klantwijzer_core::money::Currency;
use serde::Serialize;

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
    /// To `Agenda`.
    Agenda(Agenda),
    /// To `Help`.
    Help(Help),
    /// The book has nobody in it.
    EmptyBook,
}
