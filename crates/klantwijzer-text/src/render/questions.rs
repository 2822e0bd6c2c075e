//! A question back into words, for suggestions.

use jiff::civil::Date;
use klantwijzer_answer::body::FactName;
use klantwijzer_answer::query::{Entity, Filter, Measure, Party, Prospect, Query, Subject};
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::period::Period;
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType;

use super::noun::Noun;
use super::page::capital;
use super::pen::{Names, Pen};
use crate::say;
use crate::texts::terms::{entity_id, measure_id, topic_question_id};
use crate::texts::{Texts, clean};

/// The question that a person could type for this query.
pub fn question(query: &Query, texts: &Texts, names: &dyn Names) -> String {
    let pen = &Pen { texts, names, currency: None };
    let text = match query {
        Query::ListByType { types, filter, .. } => list(pen, types, filter),
        Query::WhyType { customer, claimed } => why(pen, *customer, *claimed),
        Query::WhyNotType { customer, customer_type } => {
            let (name, not) = (pen.customer(*customer), &pen.noun(None));
            say!(texts, "question-why-not", name = name, not = pen.is_not_type(*customer_type, not))
        }
        Query::WhatIf { customer, customer_type } => what_if(pen, *customer, *customer_type),
        Query::CountByDefinition { definition, filter, period } => {
            let text = count(pen, definition.as_ref(), filter, *period);
            in_period(pen, text, *period)
        }
        Query::CompareDefinitions { definitions } => match definitions.as_slice() {
            [] => say!(texts, "question-definitions"),
            some => {
                let names: Vec<_> =
                    some.iter().map(|one| quoted_definition(pen, one, None)).collect();
                say!(texts, "question-definitions-of", names = texts.and(&names))
            }
        },
        Query::ExplainDefinition { definition: None } => say!(texts, "question-customer"),
        Query::ExplainDefinition { definition: Some(definition) } => {
            say!(texts, "question-definition", name = quoted_definition(pen, definition, None))
        }
        Query::ExplainModel { topic } => say!(texts, topic_question_id(*topic)),
        Query::SayNoList { action, filter } => say_no(pen, *action, filter),
        Query::SayNoCheck { party } => check(pen, party),
        Query::TopN { n, measure, lowest, entity, filter, period } => {
            let text = top(pen, *n, *measure, *lowest, *entity, filter);
            in_period(pen, text, *period)
        }
        Query::Concentration { share, top, filter } => concentration(pen, *share, *top, filter),
        Query::Compare { subjects } => {
            let subjects: Vec<_> = subjects.iter().map(|one| subject(pen, one)).collect();
            say!(texts, "question-compare", subjects = texts.and(&subjects))
        }
        Query::AcquisitionCost { customer: Some(customer), .. } => {
            about(pen, "question-cost-of", *customer)
        }
        Query::AcquisitionCost { customer: None, group_by, filter } => {
            let by = say!(texts, &format!("{}.by", entity_id(*group_by)));
            say!(texts, "question-cost", by = by, who = who(pen, filter))
        }
        Query::AcquisitionCostList { ratio, filter } => {
            say!(texts, "question-cost-list", who = who(pen, filter), share = texts.percent(*ratio))
        }
        Query::CostToServe { customer: Some(customer), .. } => {
            about(pen, "question-service-of", *customer)
        }
        Query::CostToServe { customer: None, filter } => {
            say!(texts, "question-service", who = who(pen, filter))
        }
        Query::OverdueInvoices { customer, days, filter } => overdue(pen, *customer, *days, filter),
        Query::LapsedList { gave, not, filter } => {
            let (gave, not) = (texts.period(*gave), texts.period(*not));
            say!(texts, "question-lapsed", who = who(pen, filter), gave = gave, not = not)
        }
        Query::IdealProfile { least, learned } => say!(texts, ideal_id(*least, *learned)),
        Query::DataGaps { field: None, filter } => {
            say!(texts, "question-gaps", who = who(pen, filter))
        }
        Query::DataGaps { field: Some(field), filter } => {
            let fact = FactName { id: field.clone(), label: None };
            say!(texts, "question-gaps-in", fact = pen.fact(&fact), who = who(pen, filter))
        }
        Query::MovedType { since, from, to, filter } => moved(pen, *since, *from, *to, filter),
        Query::ScoreHistory { customer } => about(pen, "question-history", *customer),
        Query::ContactProgramme { customer_type: None } => say!(texts, "question-programmes"),
        Query::ContactProgramme { customer_type: Some(customer_type) } => {
            let who = pen.of_type(*customer_type, &pen.noun(None), 0);
            say!(texts, "question-programme", who = who)
        }
        Query::Help => say!(texts, "question-help"),
    };
    clean(&capital(&text)).into_owned()
}

fn why(pen: &Pen<'_>, customer: CustomerNo, claimed: Option<CustomerType>) -> String {
    let Some(claimed) = claimed else {
        return about(pen, "question-why", customer);
    };
    let (name, is) = (pen.customer(customer), pen.is_type(claimed, &pen.noun(None)));
    say!(pen.texts, "question-why-claimed", name = name, type = is)
}

fn what_if(pen: &Pen<'_>, customer: CustomerNo, customer_type: Option<CustomerType>) -> String {
    let Some(customer_type) = customer_type else {
        return about(pen, "question-what-if-up", customer);
    };
    let (name, is) = (pen.customer(customer), pen.is_type(customer_type, &pen.noun(None)));
    say!(pen.texts, "question-what-if", name = name, type = is)
}

fn concentration(pen: &Pen<'_>, share: Option<f64>, top: Option<u32>, filter: &Filter) -> String {
    let (texts, who) = (pen.texts, who(pen, filter));
    match (share, top) {
        (_, Some(n)) => say!(texts, "question-top-share", n = n, who = who),
        (Some(share), None) => {
            say!(texts, "question-share", share = texts.percent(share), who = who)
        }
        (None, None) => say!(texts, "question-concentration", who = who),
    }
}

fn overdue(
    pen: &Pen<'_>,
    customer: Option<CustomerNo>,
    days: Option<u32>,
    filter: &Filter,
) -> String {
    let (texts, who) = (pen.texts, who(pen, filter));
    match (customer, days) {
        (Some(customer), _) => about(pen, "question-overdue-of", customer),
        (None, Some(days)) => {
            say!(texts, "question-open", who = who, days = texts.days(f64::from(days)))
        }
        (None, None) => say!(texts, "question-overdue", who = who),
    }
}

const fn ideal_id(least: bool, learned: bool) -> &'static str {
    match (least, learned) {
        (false, false) => "question-ideal",
        (true, false) => "question-least-ideal",
        (false, true) => "question-ideal-learned",
        (true, true) => "question-least-ideal-learned",
    }
}

fn about(pen: &Pen<'_>, id: &str, customer: CustomerNo) -> String {
    say!(pen.texts, id, name = pen.customer(customer))
}

/// The customers that a filter leaves.
fn who(pen: &Pen<'_>, filter: &Filter) -> String {
    let noun = pen.noun_of(Some(filter), []);
    pen.narrowed(&noun, 0, &[], filter)
}

fn list(pen: &Pen<'_>, types: &[CustomerType], filter: &Filter) -> String {
    let texts = pen.texts;
    match types {
        [] => say!(texts, "question-list-all", who = who(pen, filter)),
        types => {
            let noun = pen.noun_of(Some(filter), []);
            let types: Vec<_> = types
                .iter()
                .map(|one| match one {
                    // "Are a development customer" does not go with many.
                    CustomerType::Development => pen.of_type(*one, &noun, 0),
                    _ => texts.customer_type(*one),
                })
                .collect();
            say!(texts, "question-list", who = who(pen, filter), types = texts.or(&types))
        }
    }
}

fn count(
    pen: &Pen<'_>,
    definition: Option<&Definition>,
    filter: &Filter,
    period: Option<Period>,
) -> String {
    let texts = pen.texts;
    let who = who(pen, filter);
    match definition {
        None => say!(texts, "question-count", who = who),
        Some(definition) => {
            let name = quoted_definition(pen, definition, period);
            say!(texts, "question-count-by", who = who, name = name)
        }
    }
}

fn quoted_definition(pen: &Pen<'_>, definition: &Definition, period: Option<Period>) -> String {
    say!(pen.texts, "quoted", text = pen.definition_name(definition, period))
}

fn say_no(pen: &Pen<'_>, action: Option<NoAction>, filter: &Filter) -> String {
    let id = match action {
        Some(NoAction::LowerCost) => "question-lower-cost",
        Some(NoAction::SayNo) | None => "question-say-no",
    };
    say!(pen.texts, id, who = who(pen, filter))
}

fn check(pen: &Pen<'_>, party: &Party) -> String {
    let texts = pen.texts;
    match party {
        Party::Customer(customer) => about(pen, "question-say-no-to", *customer),
        Party::Prospect(Prospect { name: Some(name), .. }) => {
            say!(texts, "question-prospect-called", name = pen.name(name))
        }
        Party::Prospect(prospect) => {
            let filter = Filter {
                sector: prospect.sector.clone(),
                employees: exactly(prospect.employees),
                company_revenue: exactly(prospect.company_revenue),
                ..Filter::default()
            };
            let noun = pen.noun(None);
            let one = Noun { one: say!(texts, "a-prospect"), many: noun.many };
            say!(texts, "question-prospect", who = pen.narrowed(&one, 1, &[], &filter))
        }
    }
}

fn exactly(number: Option<f64>) -> Bounds {
    number.map_or_else(Bounds::default, |number| Bounds::between(number, number))
}

fn top(
    pen: &Pen<'_>,
    n: u32,
    measure: Measure,
    lowest: bool,
    entity: Entity,
    filter: &Filter,
) -> String {
    let texts = pen.texts;
    let who = match entity {
        Entity::Customer => who(pen, filter),
        entity => say!(texts, &format!("{}.many", entity_id(entity))),
    };
    let measure = say!(
        texts,
        measure_id(match measure {
            Measure::Name => Measure::Value,
            measure => measure,
        })
    );
    let id = if lowest { "question-lowest" } else { "question-top" };
    say!(texts, id, n = n, who = who, measure = measure)
}

/// The question, its mark moved behind the period.
fn in_period(pen: &Pen<'_>, question: String, period: Option<Period>) -> String {
    let Some(period) = period else {
        return question;
    };
    let (texts, question) = (pen.texts, question.trim_end_matches('?'));
    say!(texts, "question-in-period", question = question, period = texts.period(period))
}

fn subject(pen: &Pen<'_>, subject: &Subject) -> String {
    match subject {
        Subject::Customer(customer) => pen.customer(*customer),
        Subject::Type(customer_type) => pen.of_type(*customer_type, &pen.noun(None), 0),
        Subject::Segment(filter) => who(pen, filter),
    }
}

fn moved(
    pen: &Pen<'_>,
    since: Option<Date>,
    from: Option<CustomerType>,
    to: Option<CustomerType>,
    filter: &Filter,
) -> String {
    let texts = pen.texts;
    let type_name = |customer_type| texts.customer_type(customer_type);
    let who = who(pen, filter);
    let text = match (from, to) {
        (None, None) => say!(texts, "question-moved", who = who),
        (Some(from), None) => {
            say!(texts, "question-moved-from", who = who, from = type_name(from))
        }
        (None, Some(to)) => say!(texts, "question-moved-to", who = who, to = type_name(to)),
        (Some(from), Some(to)) => {
            say!(
                texts,
                "question-moved-both",
                who = who,
                from = type_name(from),
                to = type_name(to)
            )
        }
    };
    match since {
        Some(day) => {
            let question = text.trim_end_matches('?');
            say!(texts, "question-since", question = question, day = pen.date(day))
        }
        None => text,
    }
}
