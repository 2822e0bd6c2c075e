//! Answers to questions.

mod agenda;
mod compare;
mod costs;
mod counts;
mod fill_in;
mod filter;
mod groups;
mod lists;
mod membership;
mod model;
mod no;
mod no_rules;
mod profiles;
mod ranking;
mod scope;
mod time;
mod why;

use jiff::civil::Date;

use crate::body::{Answer, Body};
use crate::evidence::Evidence;
use crate::portfolio::Portfolio;
use crate::query::{About, Query};
use ranking::Wanted;
use scope::Scope;

pub use scope::STALE_DAYS;

/// Answers a question from a portfolio and the evidence that
/// [`Needs::of`](crate::evidence::Needs::of) asks for. Overrides hold as on
/// `today`; everything else as at the review.
pub fn answer(portfolio: &Portfolio, evidence: &Evidence, query: &Query, today: Date) -> Answer {
    let scope = Scope { portfolio, evidence, today };
    let needs_the_book = match query.intent().about() {
        About::Book | About::Named => true,
        About::Party | About::Model => false,
    };
    if portfolio.customers() == 0 && needs_the_book {
        return scope.answer(Body::EmptyBook, Vec::new());
    }
    match query {
        Query::ListByType { types, filter, sort } => scope.list_by_type(types, filter, *sort),
        Query::WhyType { customer, claimed } => scope.why_type(*customer, *claimed),
        Query::WhyNotType { customer, customer_type } => {
            scope.why_not_type(*customer, *customer_type)
        }
        Query::WhatIf { customer, customer_type } => scope.what_if(*customer, *customer_type),
        Query::CountByDefinition { definition, filter, period } => {
            scope.count_by_definition(definition.as_ref(), filter, *period)
        }
        Query::CompareDefinitions { definitions } => scope.compare_definitions(definitions),
        Query::ExplainDefinition { definition } => scope.explain_definition(definition.as_ref()),
        Query::ExplainModel { topic } => scope.explain_model(*topic),
        Query::SayNoList { action, filter } => scope.say_no_list(*action, filter),
        Query::SayNoCheck { party } => scope.say_no_check(party),
        Query::TopN { n, measure, lowest, entity, filter, period } => scope.top_n(Wanted {
            n: *n,
            measure: *measure,
            lowest: *lowest,
            entity: *entity,
            filter,
            period: *period,
        }),
        Query::Concentration { share, top, filter } => scope.concentration(*share, *top, filter),
        Query::Compare { subjects } => scope.compare(subjects),
        Query::AcquisitionCost { customer, group_by, filter } => {
            scope.acquisition_cost(*customer, *group_by, filter)
        }
        Query::AcquisitionCostList { ratio, filter } => scope.acquisition_cost_list(*ratio, filter),
        Query::CostToServe { customer, filter } => scope.cost_to_serve(*customer, filter),
        Query::OverdueInvoices { customer, days, filter } => {
            scope.overdue_invoices(*customer, *days, filter)
        }
        Query::LapsedList { gave, not, filter } => scope.lapsed_list(*gave, *not, filter),
        Query::IdealProfile { least, .. } => scope.ideal_profile(*least),
        Query::DataGaps { field, filter } => scope.data_gaps(field.as_ref(), filter),
        Query::MovedType { from, to, filter, .. } => scope.moved_type(*from, *to, filter),
        Query::ScoreHistory { customer } => scope.score_history(*customer),
        Query::ContactProgramme { customer_type } => scope.contact_programme(*customer_type),
        Query::ContactDue { customer, from, until, channel, late, filter } => {
            let (customer, from, until) = (*customer, *from, *until);
            let (channel, late) = (*channel, *late);
            scope.agenda(agenda::Asked { customer, from, until, channel, late, filter })
        }
        Query::Help => scope.help(),
    }
}
