//! What every question is, whatever its details say: declared here once, for
//! whoever handles questions without knowing each of them.
#![deny(clippy::wildcard_enum_match_arm)]

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::named;

use super::{Filter, Party, Query, Subject};

macro_rules! questions {
    ($($name:ident $id:literal $about:ident)*) => {
        named! {
            /// A question without its details, by the word for it in queries and examples.
            enum Intent {
                $(#[doc = concat!("[`Query::", stringify!($name), "`].")] $name $id;)*
            }
        }

        impl Intent {
            /// What it is about.
            pub const fn about(self) -> About {
                match self { $(Self::$name => About::$about),* }
            }
        }

        impl Query {
            /// What is asked, without the details.
            pub const fn intent(&self) -> Intent {
                match self { $(Self::$name { .. } => Intent::$name),* }
            }
        }
    };
}

questions! {
    ListByType "list_by_type" Book
    WhyType "why_type" Named
    WhyNotType "why_not_type" Named
    WhatIf "what_if" Named
    CountByDefinition "count_by_definition" Book
    CompareDefinitions "compare_definitions" Book
    ExplainDefinition "explain_definition" Model
    ExplainModel "explain_model" Model
    SayNoList "say_no_list" Book
    SayNoCheck "say_no_check" Party
    TopN "top_n" Book
    Concentration "concentration" Book
    Compare "compare" Named
    AcquisitionCost "acquisition_cost" Book
    AcquisitionCostList "acquisition_cost_list" Book
    CostToServe "cost_to_serve" Book
    OverdueInvoices "overdue_invoices" Book
    LapsedList "lapsed_list" Book
    IdealProfile "ideal_profile" Book
    DataGaps "data_gaps" Book
    MovedType "moved_type" Book
    ScoreHistory "score_history" Named
    ContactProgramme "contact_programme" Model
    ContactDue "contact_due" Book
    Help "help" Model
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// One customer, or a few, that it always names.
    Named,
    /// Somebody that it always names, in the book or not yet.
    Party,
    /// The customers of the book, or those that a filter leaves; some such
    /// questions can be narrowed to one customer.
    Book,
    /// How customers are judged and reached; a book without customers answers it
    /// too.
    Model,
}

/// The details that several questions have, to be read or replaced without
/// knowing which question it is.
#[derive(Debug, Default)]
pub struct Details<'a> {
    /// The one customer that it is about.
    pub customer: Option<&'a mut CustomerNo>,
    /// Who is considered; a question about one customer leaves it aside.
    pub filter: Option<&'a mut Filter>,
    /// The definitions that it names.
    pub definitions: Vec<&'a mut Definition>,
    /// What it compares.
    pub subjects: &'a mut [Subject],
}

impl Query {
    /// The details that other questions have too.
    pub fn details(&mut self) -> Details<'_> {
        let none = Details::default();
        match self {
            Self::WhyType { customer, .. }
            | Self::WhyNotType { customer, .. }
            | Self::WhatIf { customer, .. }
            | Self::SayNoCheck { party: Party::Customer(customer) }
            | Self::ScoreHistory { customer } => Details { customer: Some(customer), ..none },
            Self::AcquisitionCost { customer, filter, .. }
            | Self::CostToServe { customer, filter }
            | Self::OverdueInvoices { customer, filter, .. }
            | Self::ContactDue { customer, filter, .. } => {
                Details { customer: customer.as_mut(), filter: Some(filter), ..none }
            }
            Self::ListByType { filter, .. }
            | Self::SayNoList { filter, .. }
            | Self::TopN { filter, .. }
            | Self::Concentration { filter, .. }
            | Self::AcquisitionCostList { filter, .. }
            | Self::LapsedList { filter, .. }
            | Self::DataGaps { filter, .. }
            | Self::MovedType { filter, .. } => Details { filter: Some(filter), ..none },
            Self::CountByDefinition { definition, filter, .. } => Details {
                filter: Some(filter),
                definitions: definition.iter_mut().collect(),
                ..none
            },
            Self::CompareDefinitions { definitions } => {
                Details { definitions: definitions.iter_mut().collect(), ..none }
            }
            Self::ExplainDefinition { definition } => {
                Details { definitions: definition.iter_mut().collect(), ..none }
            }
            Self::Compare { subjects } => Details { subjects, ..none },
            Self::SayNoCheck { party: Party::Prospect(_) }
            | Self::ExplainModel { .. }
            | Self::IdealProfile { .. }
            | Self::ContactProgramme { .. }
            | Self::Help => none,
        }
    }

    /// Who is considered, in a question about many customers.
    pub fn filter_mut(&mut self) -> Option<&mut Filter> {
        let Details { customer, filter, .. } = self.details();
        filter.filter(|_| customer.is_none())
    }

    /// The one customer that the question is about.
    pub fn customer(&self) -> Option<CustomerNo> {
        self.clone().details().customer.copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Book;

    #[test]
    fn every_question_is_written_by_the_word_that_is_declared() {
        let mut met: Vec<Intent> = Vec::new();
        for (name, query) in Book::new().questions() {
            let json = serde_json::to_value(&query).unwrap();
            assert_eq!(json["intent"], query.intent().id(), "{name}");
            met.push(query.intent());
        }
        let missing: Vec<_> = Intent::ALL.iter().filter(|one| !met.contains(one)).collect();
        assert!(missing.is_empty(), "the fixture asks nothing of {missing:?}");
    }

    #[test]
    fn a_question_about_named_customers_names_them() {
        for (name, mut query) in Book::new().questions() {
            let about = query.intent().about();
            let prospect = matches!(query, Query::SayNoCheck { party: Party::Prospect(_) });
            let details = query.details();
            let named = details.customer.is_some() || !details.subjects.is_empty() || prospect;
            match about {
                About::Named | About::Party => {
                    assert!(named && details.filter.is_none(), "{name}");
                }
                About::Book => assert!(!prospect && details.subjects.is_empty(), "{name}"),
                About::Model => assert!(!named && details.filter.is_none(), "{name}"),
            }
        }
    }
}
