//! A query with parts of it replaced by what a sentence names.

use jiff::civil::Date;
use klantwijzer_answer::query::{Entity, Filter, Measure, Party, Query, Subject};
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::types::CustomerType;

use crate::concept::{Concept, set};
use crate::definitions::definitions;
use crate::filters::{entity, filter, measure, plain_number, quantity};
use crate::periods::{When, WhenKind};
use crate::quantities::Unit;
use crate::reading::Reading;
use crate::slots::{Fail, one_of, topic_of, types_in_order};
use crate::spans::given_and_not;

/// The same question about what the sentence names; `None` when the question
/// has no place for some of it, or it names nothing.
pub(crate) fn changed(
    previous: &Query,
    reading: &Reading<'_>,
    today: Date,
) -> Result<Option<Query>, Fail> {
    let mut said = Said::of(reading)?;
    if said == Said::default() {
        return Ok(None);
    }
    let mut query = asked_of_one(previous, &mut said).unwrap_or_else(|| previous.clone());
    said.put_into(&mut query, reading, today);
    Ok((said == Said::default() && query != *previous).then_some(query))
}

/// What a sentence names; a part that is put into a query is taken away.
#[derive(Debug, Default, PartialEq)]
struct Said {
    customer: Option<CustomerNo>,
    types: Vec<CustomerType>,
    filter: Filter,
    when: Option<When>,
    number: Option<u32>,
    share: Option<f64>,
    measure: Option<Measure>,
    group: Option<Entity>,
    lowest: bool,
    top: bool,
    definition: Option<Definition>,
    every: bool,
}

impl Said {
    fn of(reading: &Reading<'_>) -> Result<Self, Fail> {
        let links: Vec<_> = reading.customers().collect();
        let customer = match links.as_slice() {
            [] => None,
            [link] => Some(one_of(reading, link)?),
            _ => return Err(Fail::NotThis),
        };
        let by_words = "potential growth lead margin ad_spend gift revenue value invoice employee";
        let measured = reading.meets(set(by_words));
        let mut types = types_in_order(reading);
        types.sort_unstable();
        types.dedup();
        let filter = Filter { types: Vec::new(), ..filter(reading)? };
        Ok(Self {
            customer,
            types,
            filter,
            when: reading.whens().next().cloned(),
            number: plain_number(reading),
            share: quantity(reading, Unit::Percent).map(|found| found.value() / 100.0),
            measure: measure(reading).filter(|_| measured),
            group: Some(entity(reading)).filter(|entity| *entity != Entity::Customer),
            lowest: reading.has(Concept::Lowest),
            top: reading.has(Concept::Top),
            definition: definitions(reading).into_iter().next(),
            every: reading.has(Concept::Every),
        })
    }

    fn put_into(&mut self, query: &mut Query, reading: &Reading<'_>, today: Date) {
        if !matches!(query, Query::CountByDefinition { .. } | Query::ExplainDefinition { .. }) {
            self.leave_definition();
        }
        self.put_what(query, reading, today);
        if let Some(filter) = query.filter_mut() {
            self.narrow(filter);
        }
    }

    /// A word such as "donors" names a definition to a count and a plugin to
    /// every other question.
    fn leave_definition(&mut self) {
        let named = self.filter.plugin.is_some();
        self.definition.take_if(|_| named);
    }

    fn put_what(&mut self, query: &mut Query, reading: &Reading<'_>, today: Date) {
        match query {
            Query::ListByType { types, filter, sort } => {
                if std::mem::take(&mut self.every) {
                    types.clear();
                }
                put_types(types, &mut self.types);
                if self.top || self.number.is_some() || self.when.is_some() {
                    let filter = Filter { types: std::mem::take(types), ..filter.clone() };
                    let measure = *sort;
                    *query = ranking(measure, filter);
                    self.rank(query);
                } else {
                    put(sort, self.measure.take());
                }
            }
            Query::TopN { .. } => self.rank(query),
            Query::WhyType { claimed: customer_type, .. }
            | Query::WhatIf { customer_type, .. }
            | Query::ContactProgramme { customer_type } => {
                put_some(customer_type, self.only_type());
            }
            Query::WhyNotType { customer_type, .. } => put(customer_type, self.only_type()),
            Query::ExplainModel { topic } => {
                put(topic, self.only_type().map(|only| topic_of(Some(only))));
            }
            Query::CountByDefinition { definition, period, .. } => {
                self.count(definition);
                put_some(period, self.when.take().map(|when| when.period));
            }
            Query::ExplainDefinition { definition } => self.count(definition),
            Query::Concentration { share, top, .. } => {
                if let Some(n) = self.number.take() {
                    (*share, *top, self.top) = (None, Some(n), false);
                }
                if let Some(part) = self.share.take() {
                    (*share, *top) = (Some(part), None);
                }
            }
            Query::Compare { subjects } => self.compare(subjects),
            Query::AcquisitionCost { customer: None, group_by, .. } => {
                put(group_by, self.group.take());
            }
            Query::AcquisitionCostList { ratio, .. } => put(ratio, self.share.take()),
            Query::OverdueInvoices { days, .. } => {
                let lasting = |when: &mut When| matches!(when.kind, WhenKind::Lasting(_));
                if let Some(When { kind: WhenKind::Lasting(length), .. }) =
                    self.when.take_if(lasting)
                {
                    *days = Some(length);
                }
            }
            Query::LapsedList { gave, not, .. } => {
                if self.when.take().is_some() {
                    (*gave, *not) = given_and_not(reading, today);
                }
            }
            Query::MovedType { since, to, .. } => {
                put_some(since, self.when.take().map(|when| when.period.from));
                put_some(to, self.only_type());
            }
            Query::IdealProfile { least, .. } => *least |= std::mem::take(&mut self.lowest),
            // Only the customer or the filter of these can change.
            Query::AcquisitionCost { customer: Some(_), .. }
            | Query::CompareDefinitions { .. }
            | Query::SayNoList { .. }
            | Query::SayNoCheck { .. }
            | Query::CostToServe { .. }
            | Query::DataGaps { .. }
            | Query::ContactDue { .. }
            | Query::ScoreHistory { .. }
            | Query::Help => {}
        }
    }

    /// The one type that is named; several are left.
    fn only_type(&mut self) -> Option<CustomerType> {
        if self.types.len() == 1 { self.types.pop() } else { None }
    }

    fn rank(&mut self, query: &mut Query) {
        let Query::TopN { n, measure, lowest, entity, period, .. } = query else {
            return;
        };
        put(n, self.number.take());
        put(measure, self.measure.take());
        put(entity, self.group.take());
        put_some(period, self.when.take().map(|when| when.period));
        if std::mem::take(&mut self.top) {
            *lowest = false;
        }
        if std::mem::take(&mut self.lowest) {
            *lowest = true;
        }
    }

    fn count(&mut self, definition: &mut Option<Definition>) {
        let party = matches!(
            self.definition,
            Some(Definition::Donor | Definition::Advertiser | Definition::Member)
        );
        self.filter.plugin.take_if(|_| party);
        if std::mem::take(&mut self.every) {
            *definition = None;
        }
        put_some(definition, self.definition.take());
    }

    /// One more side to compare.
    fn compare(&mut self, subjects: &mut Vec<Subject>) {
        let group = std::mem::take(&mut self.filter);
        let more = self.customer.take().map(Subject::Customer).into_iter();
        let more = more.chain(self.types.drain(..).map(Subject::Type));
        let more = more.chain((!group.is_open()).then_some(Subject::Segment(group)));
        for subject in more {
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
    }

    fn narrow(&mut self, filter: &mut Filter) {
        if std::mem::take(&mut self.every) {
            *filter = Filter::default();
        }
        put_types(&mut filter.types, &mut self.types);
        let said = std::mem::take(&mut self.filter);
        put_some(&mut filter.sector, said.sector);
        put_some(&mut filter.owner, said.owner);
        put_some(&mut filter.country, said.country);
        put_some(&mut filter.plugin, said.plugin);
        for (own, said) in [
            (&mut filter.employees, said.employees),
            (&mut filter.company_revenue, said.company_revenue),
            (&mut filter.value, said.value),
        ] {
            put(own, Some(said).filter(|bounds| *bounds != Bounds::default()));
        }
    }
}

/// The question about the one customer that is named, where `previous` was
/// about another or about many.
fn asked_of_one(previous: &Query, said: &mut Said) -> Option<Query> {
    let customer = said.customer?;
    let mut query = previous.clone();
    match &mut query {
        Query::WhyType { customer: other, .. }
        | Query::WhyNotType { customer: other, .. }
        | Query::WhatIf { customer: other, .. }
        | Query::ScoreHistory { customer: other } => *other = customer,
        Query::SayNoCheck { party } => *party = Party::Customer(customer),
        Query::AcquisitionCost { customer: other, .. }
        | Query::CostToServe { customer: other, .. }
        | Query::OverdueInvoices { customer: other, .. }
        | Query::ContactDue { customer: other, .. } => {
            *other = Some(customer);
        }
        Query::SayNoList { .. } => query = Query::SayNoCheck { party: Party::Customer(customer) },
        Query::MovedType { .. } => query = Query::ScoreHistory { customer },
        Query::AcquisitionCostList { .. } => {
            query = Query::AcquisitionCost {
                customer: Some(customer),
                group_by: Entity::Customer,
                filter: Filter::default(),
            };
        }
        Query::ListByType { types, .. } => {
            let claimed = Some(types.as_slice()).filter(|types| types.len() == 1);
            query = Query::WhyType { customer, claimed: claimed.map(|types| types[0]) };
        }
        Query::TopN { .. } => query = Query::WhyType { customer, claimed: None },
        // A comparison takes one more side; the others ask nothing of one customer.
        Query::Compare { .. }
        | Query::CountByDefinition { .. }
        | Query::CompareDefinitions { .. }
        | Query::ExplainDefinition { .. }
        | Query::ExplainModel { .. }
        | Query::Concentration { .. }
        | Query::LapsedList { .. }
        | Query::IdealProfile { .. }
        | Query::DataGaps { .. }
        | Query::ContactProgramme { .. }
        | Query::Help => return None,
    }
    said.customer = None;
    Some(query)
}

fn ranking(measure: Measure, filter: Filter) -> Query {
    Query::TopN { n: 10, measure, lowest: false, entity: Entity::Customer, filter, period: None }
}

fn put<T>(place: &mut T, found: Option<T>) {
    if let Some(found) = found {
        *place = found;
    }
}

fn put_some<T>(place: &mut Option<T>, found: Option<T>) {
    if found.is_some() {
        *place = found;
    }
}

fn put_types(place: &mut Vec<CustomerType>, found: &mut Vec<CustomerType>) {
    if !found.is_empty() {
        *place = std::mem::take(found);
    }
}
