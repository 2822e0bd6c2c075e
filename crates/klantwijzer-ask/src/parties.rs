//! Whom a question is about: a customer, a prospect, two sides of a comparison.

use std::ops::Range;

use klantwijzer_answer::query::{Filter, Party, Prospect, Subject};
use klantwijzer_core::types::CustomerType;
use smol_str::SmolStr;

use crate::concept::Concept;
use crate::filters::narrow;
use crate::quantities::Unit;
use crate::reading::{Item, Reading, Value};
use crate::slots::{Fail, customer, one_of, types_in_order, unknown_customer};
use crate::terms::Term;
use crate::understanding::{Slot, Unclear};

/// A customer of the book, else somebody who is described.
pub(crate) fn party(reading: &Reading<'_>) -> Result<Party, Fail> {
    if reading.customers().any(|link| link.whole || !is_sized(reading)) {
        return customer(reading).map(Party::Customer);
    }
    let mut prospect = Prospect::default();
    let mut described = 0;
    for found in reading.quantities() {
        match found.unit {
            Unit::Employees => prospect.employees = Some(found.value()),
            Unit::Revenue | Unit::Money | Unit::Value => {
                prospect.company_revenue = Some(found.value());
            }
            Unit::None | Unit::Percent => continue,
        }
        described += 1;
    }
    for item in &reading.items {
        match &item.value {
            Value::Term(Term::Sector(options)) => {
                prospect.sector = prospect.sector.or_else(|| options.first().cloned());
                described += 1;
            }
            Value::Term(Term::OtherSector | Term::Plugin(_)) => {
                prospect.sector = Some(SmolStr::new(reading.text(&item.range)));
                described += 1;
            }
            Value::Term(_) => return Err(Fail::NotThis),
            // "A bakery with 60 staff" is not the customer Old Mill Bakery.
            Value::Customer(_) if prospect.sector.is_none() => {
                prospect.sector = Some(SmolStr::new(reading.text(&item.range)));
            }
            _ => {}
        }
    }
    described += grades(reading, &mut prospect);
    let unknown: Vec<&Item> = reading.with(Concept::Unknown).collect();
    if described > 0
        && let Some(name) = called(reading, &unknown)
    {
        prospect.sector = sector_beside(reading, &name).or(prospect.sector);
        prospect.name = Some(reading.text(&name).to_owned());
        return Ok(Party::Prospect(prospect));
    }
    match (described, unknown.as_slice()) {
        (0, [item]) => return Err(unknown_customer(reading, item).into()),
        (0, _) => return Err(Unclear::Missing { slot: Slot::Party }.into()),
        (_, []) => {}
        (_, [first, ..]) if prospect.sector.is_none() => {
            let within = unknown.iter().find(|item| follows_in(reading, item)).unwrap_or(first);
            prospect.sector = Some(SmolStr::new(reading.text(&within.range)));
        }
        // More words about somebody whose sector is known change nothing.
        (_, more)
            if is_sized(reading)
                && more.iter().all(|item| !reading.tokens[item.range.start].capital) => {}
        _ => return Err(Fail::NotThis),
    }
    Ok(Party::Prospect(prospect))
}

/// The words that are a name by their capitals: "Fenwick Haulage".
fn called(reading: &Reading<'_>, unknown: &[&Item]) -> Option<Range<usize>> {
    let capital = |at: usize| reading.tokens.get(at).is_some_and(|token| token.capital);
    let start = unknown.iter().find_map(|item| item.range.clone().find(|at| capital(*at)))?;
    let goes_on = |at: &usize| capital(*at) && !reading.tokens[*at].after_stop;
    let end = (start + 1..reading.tokens.len()).find(|at| !goes_on(at));
    Some(start..end.unwrap_or(reading.tokens.len()))
}

/// The first sector that is named beside the name.
fn sector_beside(reading: &Reading<'_>, name: &Range<usize>) -> Option<SmolStr> {
    let beside = |item: &&Item| !name.contains(&item.range.start);
    reading.items.iter().filter(beside).find_map(|item| match &item.value {
        Value::Term(Term::Sector(options)) => options.first().cloned(),
        _ => None,
    })
}

/// Whether "in" or the like stands before: "a family firm in fish processing".
fn follows_in(reading: &Reading<'_>, item: &Item) -> bool {
    let before = item.range.start.checked_sub(1).and_then(|at| reading.forms.get(at));
    before.is_some_and(|word| ["in", "of", "uit"].contains(&word.as_str()))
}

/// Whether a size stands in the sentence, as of somebody nobody knows yet.
fn is_sized(reading: &Reading<'_>) -> bool {
    let sizes = [Unit::Employees, Unit::Revenue];
    reading.quantities().any(|found| sizes.contains(&found.unit) && !found.compared)
}

/// "Pain 7", "regeldruk 9": a field with a grade after it.
fn grades(reading: &Reading<'_>, prospect: &mut Prospect) -> usize {
    let mut found = 0;
    // "A pain score of 9"
    let mut telling = reading.telling();
    telling.retain(|item| !item.concepts.has(Concept::Score));
    for pair in telling.windows(2) {
        let Value::Quantity(quantity) = &pair[1].value else {
            continue;
        };
        let grade = quantity.value();
        let word = reading.forms.get(pair[0].range.start).map_or("", SmolStr::as_str);
        let field = reading.vocabulary.terms.field(&[word]).map(|(name, _)| name);
        let slot = match field.as_deref() {
            Some("pain_fit") => &mut prospect.pain_fit,
            Some("regulatory_pressure") => &mut prospect.regulatory_pressure,
            _ => continue,
        };
        if quantity.unit == Unit::None && (0.0..=10.0).contains(&grade) {
            *slot = Some(grade);
            found += 1;
        }
    }
    found
}

/// What is compared, in the order of the sentence.
pub(crate) fn subjects(reading: &Reading<'_>) -> Result<Vec<Subject>, Fail> {
    let mut customers = Vec::new();
    let mut segments: Vec<Filter> = Vec::new();
    for item in &reading.items {
        match &item.value {
            Value::Customer(link) => customers.push(Subject::Customer(one_of(reading, link)?)),
            Value::Unknown => return Err(unknown_customer(reading, item).into()),
            Value::Term(term) => {
                let mut segment = Filter::default();
                narrow(&mut segment, term, reading.text(&item.range))?;
                if !segment.is_open() {
                    segments.push(segment);
                }
            }
            _ => {}
        }
    }
    let mut types = types_in_order(reading);
    types.dedup();
    let of_type = |one: &CustomerType, segment: &Filter| {
        Subject::Segment(Filter { types: vec![*one], ..segment.clone() })
    };
    let groups: Vec<Subject> = match (types.as_slice(), segments.as_slice()) {
        (types, []) => types.iter().map(|one| Subject::Type(*one)).collect(),
        ([], segments) => segments.iter().cloned().map(Subject::Segment).collect(),
        (types, [segment]) => types.iter().map(|one| of_type(one, segment)).collect(),
        ([one], segments) => segments.iter().map(|segment| of_type(one, segment)).collect(),
        _ => return Err(Fail::NotThis),
    };
    let mut subjects = customers;
    for group in groups {
        if !subjects.contains(&group) {
            subjects.push(group);
        }
    }
    if subjects.len() < 2 {
        return Err(Unclear::Missing { slot: Slot::Subjects }.into());
    }
    Ok(subjects)
}
