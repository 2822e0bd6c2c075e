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

use super::format::{Formatter, Names};
use super::noun::Noun;
use super::page::capital;
use crate::say;
use crate::texts::terms::{entity_id, measure_id, topic_question_id};
use crate::texts::{Texts, clean};

/// The question that a person could type for this query.
pub fn question(query: &Query, texts: &Texts, names: &dyn Names) -> String {
    let fmt = &Formatter { texts, names, currency: None };
    let noun = &fmt.noun(None);
    let text = match query {
        Query::ListByType { types, filter, .. } => list(fmt, types, filter),
        Query::WhyType { customer, claimed: None } => about(fmt, "question-why", *customer),
        Query::WhyType { customer, claimed: Some(claimed) } => {
            let (name, is) = (fmt.customer(*customer), fmt.is_type(*claimed, noun));
            say!(texts, "question-why-claimed", name, type = is)
        }
        Query::WhyNotType { customer, customer_type } => {
            let (name, not) = (fmt.customer(*customer), fmt.is_not_type(*customer_type, noun));
            say!(texts, "question-why-not", name, not)
        }
        Query::WhatIf { customer, customer_type: None } => {
            about(fmt, "question-what-if-up", *customer)
        }
        Query::WhatIf { customer, customer_type: Some(customer_type) } => {
            let (name, is) = (fmt.customer(*customer), fmt.is_type(*customer_type, noun));
            say!(texts, "question-what-if", name, type = is)
        }
        Query::CountByDefinition { definition, filter, period } => {
            let text = count(fmt, definition.as_ref(), filter, *period);
            in_period(fmt, text, *period)
        }
        Query::CompareDefinitions { definitions } => match definitions.as_slice() {
            [] => say!(texts, "question-definitions"),
            some => {
                let names: Vec<_> =
                    some.iter().map(|one| quoted_definition(fmt, one, None)).collect();
                say!(texts, "question-definitions-of", names = texts.and(&names))
            }
        },
        Query::ExplainDefinition { definition: None } => say!(texts, "question-customer"),
        Query::ExplainDefinition { definition: Some(definition) } => {
            say!(texts, "question-definition", name = quoted_definition(fmt, definition, None))
        }
        Query::ExplainModel { topic } => say!(texts, topic_question_id(*topic)),
        Query::SayNoList { action, filter } => say_no(fmt, *action, filter),
        Query::SayNoCheck { party } => check(fmt, party),
        Query::TopN { n, measure, lowest, entity, filter, period } => {
            let text = top(fmt, *n, *measure, *lowest, *entity, filter);
            in_period(fmt, text, *period)
        }
        Query::Concentration { share, top, filter } => concentration(fmt, *share, *top, filter),
        Query::Compare { subjects } => {
            let subjects: Vec<_> = subjects.iter().map(|one| subject(fmt, one)).collect();
            say!(texts, "question-compare", subjects = texts.and(&subjects))
        }
        Query::AcquisitionCost { customer: Some(customer), .. } => {
            about(fmt, "question-cost-of", *customer)
        }
        Query::AcquisitionCost { customer: None, group_by, filter } => {
            let by = say!(texts, &format!("{}.by", entity_id(*group_by)));
            say!(texts, "question-cost", by, who = fmt.who(filter))
        }
        Query::AcquisitionCostList { ratio, filter } => {
            say!(texts, "question-cost-list", who = fmt.who(filter), share = texts.percent(*ratio))
        }
        Query::CostToServe { customer: Some(customer), .. } => {
            about(fmt, "question-service-of", *customer)
        }
        Query::CostToServe { customer: None, filter } => {
            about_whom(fmt, "question-service", filter)
        }
        Query::OverdueInvoices { customer, days, filter } => overdue(fmt, *customer, *days, filter),
        Query::LapsedList { gave, not, filter } => {
            let (gave, not) = (texts.period(*gave), texts.period(*not));
            say!(texts, "question-lapsed", who = fmt.who(filter), gave, not)
        }
        Query::IdealProfile { least, learned } => say!(texts, ideal_id(*least, *learned)),
        Query::DataGaps { field: None, filter } => about_whom(fmt, "question-gaps", filter),
        Query::DataGaps { field: Some(field), filter } => {
            let fact = FactName { id: field.clone(), label: None };
            say!(texts, "question-gaps-in", fact = fmt.fact(&fact), who = fmt.who(filter))
        }
        Query::MovedType { since, from, to, filter } => moved(fmt, *since, *from, *to, filter),
        Query::ScoreHistory { customer } => about(fmt, "question-history", *customer),
        Query::ContactProgramme { customer_type: None } => say!(texts, "question-programmes"),
        Query::ContactProgramme { customer_type: Some(customer_type) } => {
            say!(texts, "question-programme", who = fmt.of_type(*customer_type, noun, 0))
        }
        Query::ContactDue { customer: Some(customer), .. } => {
            about(fmt, "question-due-of", *customer)
        }
        Query::ContactDue { customer: None, late: true, filter, .. } => {
            say!(texts, "question-late", who = fmt.who(filter))
        }
        Query::ContactDue { customer: None, late: false, filter, until, .. } => match until {
            Some(until) => {
                say!(texts, "question-due-until", who = fmt.who(filter), day = texts.date(*until))
            }
            None => say!(texts, "question-due", who = fmt.who(filter)),
        },
        Query::Help => say!(texts, "question-help"),
    };
    clean(&capital(&text)).into_owned()
}

fn concentration(
    fmt: &Formatter<'_>,
    share: Option<f64>,
    top: Option<u32>,
    filter: &Filter,
) -> String {
    let who = fmt.who(filter);
    match (share, top) {
        (_, Some(n)) => say!(fmt, "question-top-share", n, who),
        (Some(share), None) => {
            say!(fmt, "question-share", share = fmt.texts.percent(share), who)
        }
        (None, None) => say!(fmt, "question-concentration", who),
    }
}

fn overdue(
    fmt: &Formatter<'_>,
    customer: Option<CustomerNo>,
    days: Option<u32>,
    filter: &Filter,
) -> String {
    let who = fmt.who(filter);
    match (customer, days) {
        (Some(customer), _) => about(fmt, "question-overdue-of", customer),
        (None, Some(days)) => {
            say!(fmt, "question-open", who, days = fmt.texts.days(f64::from(days)))
        }
        (None, None) => say!(fmt, "question-overdue", who),
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

fn about(fmt: &Formatter<'_>, id: &str, customer: CustomerNo) -> String {
    say!(fmt, id, name = fmt.customer(customer))
}

fn about_whom(fmt: &Formatter<'_>, id: &str, filter: &Filter) -> String {
    say!(fmt, id, who = fmt.who(filter))
}

fn list(fmt: &Formatter<'_>, types: &[CustomerType], filter: &Filter) -> String {
    match types {
        [] => about_whom(fmt, "question-list-all", filter),
        types => {
            let noun = fmt.noun_of(Some(filter), []);
            let types: Vec<_> = types
                .iter()
                .map(|one| match one {
                    // "Are a development customer" does not go with many.
                    CustomerType::Development => fmt.of_type(*one, &noun, 0),
                    _ => fmt.texts.customer_type(*one),
                })
                .collect();
            say!(fmt, "question-list", who = fmt.who(filter), types = fmt.texts.or(&types))
        }
    }
}

fn count(
    fmt: &Formatter<'_>,
    definition: Option<&Definition>,
    filter: &Filter,
    period: Option<Period>,
) -> String {
    let who = fmt.who(filter);
    match definition {
        None => say!(fmt, "question-count", who),
        Some(definition) => {
            let name = quoted_definition(fmt, definition, period);
            say!(fmt, "question-count-by", who, name)
        }
    }
}

fn quoted_definition(
    fmt: &Formatter<'_>,
    definition: &Definition,
    period: Option<Period>,
) -> String {
    say!(fmt, "question-quoted", text = fmt.definition_name(definition, period))
}

fn say_no(fmt: &Formatter<'_>, action: Option<NoAction>, filter: &Filter) -> String {
    let id = match action {
        Some(NoAction::LowerCost) => "question-lower-cost",
        Some(NoAction::SayNo) | None => "question-say-no",
    };
    about_whom(fmt, id, filter)
}

fn check(fmt: &Formatter<'_>, party: &Party) -> String {
    match party {
        Party::Customer(customer) => about(fmt, "question-say-no-to", *customer),
        Party::Prospect(Prospect { name: Some(name), .. }) => {
            say!(fmt, "question-prospect-called", name = fmt.name(name))
        }
        Party::Prospect(prospect) => {
            let filter = Filter {
                sector: prospect.sector.clone(),
                employees: exactly(prospect.employees),
                company_revenue: exactly(prospect.company_revenue),
                ..Filter::default()
            };
            let noun = fmt.noun(None);
            let one = Noun { one: say!(fmt, "a-prospect"), many: noun.many };
            say!(fmt, "question-prospect", who = fmt.narrowed(&one, 1, &[], &filter))
        }
    }
}

fn exactly(number: Option<f64>) -> Bounds {
    number.map_or_else(Bounds::default, |number| Bounds::between(number, number))
}

fn top(
    fmt: &Formatter<'_>,
    n: u32,
    measure: Measure,
    lowest: bool,
    entity: Entity,
    filter: &Filter,
) -> String {
    let who = match entity {
        Entity::Customer => fmt.who(filter),
        entity => say!(fmt, &format!("{}.many", entity_id(entity))),
    };
    let measure = say!(
        fmt,
        measure_id(match measure {
            Measure::Name => Measure::Value,
            measure => measure,
        })
    );
    let id = if lowest { "question-lowest" } else { "question-top" };
    say!(fmt, id, n, who, measure)
}

/// The question, its mark moved behind the period.
fn in_period(fmt: &Formatter<'_>, question: String, period: Option<Period>) -> String {
    let Some(period) = period else {
        return question;
    };
    let question = question.trim_end_matches('?');
    say!(fmt, "question-in-period", question, period = fmt.texts.period(period))
}

fn subject(fmt: &Formatter<'_>, subject: &Subject) -> String {
    match subject {
        Subject::Customer(customer) => fmt.customer(*customer),
        Subject::Type(customer_type) => fmt.of_type(*customer_type, &fmt.noun(None), 0),
        Subject::Segment(filter) => fmt.who(filter),
    }
}

fn moved(
    fmt: &Formatter<'_>,
    since: Option<Date>,
    from: Option<CustomerType>,
    to: Option<CustomerType>,
    filter: &Filter,
) -> String {
    let id = match (from, to) {
        (None, None) => "question-moved",
        (Some(_), None) => "question-moved-from",
        (None, Some(_)) => "question-moved-to",
        (Some(_), Some(_)) => "question-moved-both",
    };
    let [from, to] =
        [from, to].map(|one| one.map(|one| fmt.texts.customer_type(one)).unwrap_or_default());
    let text = say!(fmt, id, who = fmt.who(filter), from, to);
    match since {
        Some(day) => {
            let question = text.trim_end_matches('?');
            say!(fmt, "question-since", question, day = fmt.texts.date(day))
        }
        None => text,
    }
}
