//! The details of a query, taken from the sentence.

use jiff::civil::Date;
use klantwijzer_answer::query::{Entity, Filter, Intent, Measure, Query, Topic};
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType;
use smol_str::SmolStr;

use crate::beyond::asks_more;
use crate::concept::Concept;
use crate::definitions::{count, definitions};
use crate::filters::{comes_first, entity, filter, measure, period, plain_number, quantity, sort};
use crate::linking::Link;
use crate::parties::{party, subjects};
use crate::quantities::{Quantity, Unit};
use crate::reading::{Item, Reading, Value};
use crate::spans::{days, ever, given_and_not, moved, since};
use crate::understanding::{Slot, Unclear};

/// Why an intent gives no query.
#[derive(Debug)]
pub(crate) enum Fail {
    /// The sentence must mean something else.
    NotThis,
    /// The sentence means this, but something is unclear.
    Unclear(Unclear),
}

impl From<Unclear> for Fail {
    fn from(unclear: Unclear) -> Self {
        Self::Unclear(unclear)
    }
}

/// The customers of a ranking when none were asked for.
const USUAL_TOP: u32 = 10;

/// The query that the sentence asks when `intent` is what it means.
pub(crate) fn query(intent: Intent, reading: &Reading<'_>, today: Date) -> Result<Query, Fail> {
    let has = |concept| reading.has(concept);
    let customer = || named_or_odd(reading);
    if asks_more(intent, reading) {
        return Err(Fail::NotThis);
    }
    Ok(match intent {
        Intent::ListByType => {
            let filter = Filter { types: Vec::new(), ..filter(reading)? };
            Query::ListByType { types: types(reading), filter, sort: sort(reading) }
        }
        Intent::WhyType => Query::WhyType { customer: customer()?, claimed: claimed_type(reading) },
        Intent::WhyNotType => {
            let customer = customer()?;
            let missing = Unclear::Missing { slot: Slot::CustomerType };
            Query::WhyNotType { customer, customer_type: type_not_had(reading).ok_or(missing)? }
        }
        Intent::WhatIf => {
            let customer_type = types_in_order(reading).last().copied();
            Query::WhatIf { customer: customer()?, customer_type }
        }
        Intent::CountByDefinition => count(reading)?,
        Intent::CompareDefinitions => compare_definitions(reading)?,
        Intent::ExplainDefinition => explain_definition(reading)?,
        Intent::ExplainModel => Query::ExplainModel { topic: topic(reading) },
        Intent::SayNoList => {
            let action = has(Concept::LowerCost).then_some(NoAction::LowerCost);
            Query::SayNoList { action, filter: filter(reading)? }
        }
        Intent::SayNoCheck => Query::SayNoCheck { party: party(reading)? },
        Intent::TopN => top_n(reading, today)?,
        Intent::Concentration => concentration(reading)?,
        Intent::Compare => Query::Compare { subjects: subjects(reading)? },
        Intent::AcquisitionCost => {
            let customer = optional_customer(reading)?;
            let group_by = match (entity(reading), customer) {
                (Entity::Customer, None) if !has(Concept::Per) => Entity::Type,
                (entity, _) => entity,
            };
            Query::AcquisitionCost { customer, group_by, filter: filter(reading)? }
        }
        Intent::AcquisitionCostList => {
            let percent = quantity(reading, Unit::Percent).map(|found| found.value() / 100.0);
            let number = quantity(reading, Unit::None).map(Quantity::value);
            let ratio = percent.or(number).unwrap_or(1.0);
            Query::AcquisitionCostList { ratio, filter: filter(reading)? }
        }
        Intent::CostToServe => {
            Query::CostToServe { customer: optional_customer(reading)?, filter: filter(reading)? }
        }
        Intent::OverdueInvoices => {
            let customer = optional_customer(reading)?;
            Query::OverdueInvoices { customer, days: days(reading), filter: filter(reading)? }
        }
        Intent::LapsedList => {
            let (gave, not) = given_and_not(reading, today);
            Query::LapsedList { gave, not, filter: filter(reading)? }
        }
        Intent::IdealProfile => Query::IdealProfile {
            least: reading.has_any(&[Concept::Lowest, Concept::Avoid, Concept::Not]),
            learned: reading.has_any(&[Concept::Data, Concept::Learned]),
        },
        Intent::DataGaps => Query::DataGaps { field: field(reading), filter: filter(reading)? },
        Intent::MovedType => {
            let (from, to) = moved(reading);
            let filter = Filter { types: Vec::new(), ..filter(reading)? };
            Query::MovedType { since: since(reading), from, to, filter }
        }
        Intent::ScoreHistory => Query::ScoreHistory { customer: customer()? },
        Intent::ContactProgramme => {
            Query::ContactProgramme { customer_type: claimed_type(reading) }
        }
        // Its sentences speak of days to come, which periods do not; they are Elsewhere's.
        Intent::ContactDue => return Err(Fail::NotThis),
        Intent::Help => Query::Help,
    })
}

fn compare_definitions(reading: &Reading<'_>) -> Result<Query, Fail> {
    let mut definitions = definitions(reading);
    if definitions.len() == 1 {
        let compared = reading.has_any(&[Concept::Compare, Concept::Difference]);
        if !reading.has(Concept::Customer) || !compared {
            return Err(Fail::NotThis);
        }
        // "Between a prospect and a customer": what a customer is, is the question.
        definitions.clear();
    }
    Ok(Query::CompareDefinitions { definitions })
}

fn explain_definition(reading: &Reading<'_>) -> Result<Query, Fail> {
    let mut definitions = definitions(reading);
    if several_definitions(reading) || definitions.len() > 1 {
        return Err(Fail::NotThis);
    }
    Ok(Query::ExplainDefinition { definition: definitions.pop() })
}

fn concentration(reading: &Reading<'_>) -> Result<Query, Fail> {
    let mut filter = filter(reading)?;
    // "Large" and "few small" customers are the largest there and a few.
    filter.types.retain(|one| matches!(one, CustomerType::Strategic | CustomerType::Development));
    Ok(Query::Concentration {
        share: quantity(reading, Unit::Percent).map(|found| found.value() / 100.0),
        top: plain_number(reading),
        filter,
    })
}

/// The one customer that the sentence is about.
pub(crate) fn customer(reading: &Reading<'_>) -> Result<CustomerNo, Fail> {
    optional_customer(reading)?.ok_or_else(|| Unclear::Missing { slot: Slot::Customer }.into())
}

/// The one customer, where an odd word elsewhere in the sentence does not
/// matter. A capital or a place beside the name makes it part of a name.
fn named_or_odd(reading: &Reading<'_>) -> Result<CustomerNo, Fail> {
    let links: Vec<&Link> = reading.customers().collect();
    let [link] = links.as_slice() else {
        return customer(reading);
    };
    let odd = |item: &Item| {
        let apart = item.range.start > link.range.end || item.range.end < link.range.start;
        apart && item.range.len() == 1 && !reading.tokens[item.range.start].capital
    };
    if reading.with(Concept::Unknown).all(odd) { one_of(reading, link) } else { customer(reading) }
}

fn optional_customer(reading: &Reading<'_>) -> Result<Option<CustomerNo>, Fail> {
    let links: Vec<&Link> = reading.customers().collect();
    let unknown = reading.with(Concept::Unknown).next();
    match (links.as_slice(), unknown) {
        ([], None) => Ok(None),
        ([], Some(item)) => Err(unknown_customer(reading, item).into()),
        ([link], None) => one_of(reading, link).map(Some),
        _ => Err(Fail::NotThis),
    }
}

pub(crate) fn one_of(reading: &Reading<'_>, link: &Link) -> Result<CustomerNo, Fail> {
    let names = &reading.vocabulary.names;
    match link.records.as_slice() {
        [record] => Ok(names.customer(*record)),
        several => Err(Unclear::AmbiguousCustomer {
            text: reading.text(&link.range).to_owned(),
            candidates: several.iter().map(|record| names.customer(*record)).collect(),
            total: link.total,
        }
        .into()),
    }
}

pub(crate) fn unknown_customer(reading: &Reading<'_>, item: &Item) -> Unclear {
    let text = reading.text(&item.range).to_owned();
    let records = reading.vocabulary.nearest(&text, 3);
    let names = &reading.vocabulary.names;
    let nearest = records.into_iter().map(|record| names.customer(record)).collect();
    Unclear::UnknownCustomer { text, nearest }
}

/// The concept that stands for each type.
const TYPES: [(Concept, CustomerType); 4] = [
    (Concept::Strategic, CustomerType::Strategic),
    (Concept::Large, CustomerType::Large),
    (Concept::Development, CustomerType::Development),
    (Concept::Transactional, CustomerType::Transactional),
];

pub(crate) fn item_type(item: &Item) -> Option<CustomerType> {
    TYPES.iter().find(|(concept, _)| item.concepts.has(*concept)).map(|(_, found)| *found)
}

/// The types that are named, in the order of the sentence.
pub(crate) fn types_in_order(reading: &Reading<'_>) -> Vec<CustomerType> {
    reading.items.iter().filter_map(item_type).collect()
}

/// The types that are named, from the one that deserves most attention on.
pub(crate) fn types(reading: &Reading<'_>) -> Vec<CustomerType> {
    let mut found = types_in_order(reading);
    found.sort_unstable();
    found.dedup();
    found
}

/// The type after "not" or "rather than", else the last that is named.
fn type_not_had(reading: &Reading<'_>) -> Option<CustomerType> {
    let denial = reading
        .items
        .iter()
        .rposition(|item| item.concepts.has(Concept::Not) || item.concepts.has(Concept::Instead));
    let after = reading.items.iter().skip(denial.unwrap_or(0)).find_map(item_type);
    after.or_else(|| types_in_order(reading).last().copied())
}

/// The type that the sentence says the customer has, where it names one.
fn claimed_type(reading: &Reading<'_>) -> Option<CustomerType> {
    match types(reading).as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// "The definitions of a customer" are all of them.
fn several_definitions(reading: &Reading<'_>) -> bool {
    const SEVERAL: [&str; 3] = ["definitions", "definities", "klantdefinities"];
    definitions(reading).is_empty()
        && reading.forms.iter().any(|form| SEVERAL.contains(&form.as_str()))
}

fn top_n(reading: &Reading<'_>, today: Date) -> Result<Query, Fail> {
    let listed = !types(reading).is_empty()
        && plain_number(reading).is_none()
        && (reading.has(Concept::Sort) || comes_first(reading));
    if listed {
        return Err(Fail::NotThis);
    }
    let entity = entity(reading);
    let one = reading.has(Concept::One) && !reading.has(Concept::Per);
    let usual = if one { 1 } else { USUAL_TOP };
    Ok(Query::TopN {
        n: plain_number(reading).unwrap_or(usual),
        measure: measure(reading).unwrap_or_else(|| measure_of_groups(reading, entity)),
        lowest: reading.has(Concept::Lowest),
        entity,
        filter: filter(reading)?,
        period: period(reading).or_else(|| reading.has(Concept::Ever).then(|| ever(today))),
    })
}

/// By what groups are ranked when no measure is named: "which sector has most
/// customers".
fn measure_of_groups(reading: &Reading<'_>, entity: Entity) -> Measure {
    const COUNTED: [Concept; 3] = [Concept::HowMany, Concept::Most, Concept::Lowest];
    let customers = reading.has(Concept::Customer) || !types(reading).is_empty();
    let counted = entity != Entity::Customer && customers && reading.has_any(&COUNTED);
    if counted { Measure::Customers } else { Measure::Value }
}

fn topic(reading: &Reading<'_>) -> Topic {
    let has = |concept| reading.has(concept);
    let types = types(reading);
    if let [only] = types.as_slice() {
        return topic_of(Some(*only));
    }
    if has(Concept::Provisional) {
        Topic::Provisional
    } else if has(Concept::SayNo) {
        Topic::SayNo
    } else if has(Concept::Acquisition) || has(Concept::Ratio) {
        Topic::AcquisitionCost
    } else if has(Concept::Ideal) {
        Topic::IdealProfile
    } else if has(Concept::Potential) && !has(Concept::Value) {
        Topic::Potential
    } else if has(Concept::Value) && !has(Concept::Potential) {
        Topic::Value
    } else {
        Topic::Types
    }
}

/// The topic that explains a type.
pub(crate) fn topic_of(customer_type: Option<CustomerType>) -> Topic {
    match customer_type {
        None => Topic::Types,
        Some(CustomerType::Strategic) => Topic::Strategic,
        Some(CustomerType::Large) => Topic::Large,
        Some(CustomerType::Development) => Topic::Development,
        Some(CustomerType::Transactional) => Topic::Transactional,
    }
}

/// The field that is asked for: the longest label that stands in the sentence,
/// other than as part of what narrows it.
fn field(reading: &Reading<'_>) -> Option<SmolStr> {
    let narrowing = |at: usize| {
        reading
            .items
            .iter()
            .any(|item| item.range.contains(&at) && !matches!(item.value, Value::None))
    };
    let words: Vec<&str> = (0..reading.forms.len())
        .filter(|at| !narrowing(*at))
        .map(|at| reading.forms[at].as_str())
        .collect();
    let (name, _) = reading.vocabulary.terms.field(&words)?;
    let narrowed = match name.as_str() {
        "sector" => reading.has(Concept::SectorValue),
        "owner" => reading.has(Concept::OwnerValue),
        "country" => reading.has(Concept::CountryValue),
        _ => false,
    };
    (!narrowed).then_some(name)
}
