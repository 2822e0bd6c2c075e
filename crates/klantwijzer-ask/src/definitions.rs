//! Which definition of a customer a sentence means.

use klantwijzer_answer::query::Query;
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::money::Money;

use crate::concept::Concept;
use crate::filters::{COMPANY_REVENUE_FROM, filter, period};
use crate::quantities::Unit;
use crate::reading::{Item, Reading, Value};
use crate::slots::Fail;
use crate::spans::days;
use crate::terms::Term;

/// How many customers there are by the definition that is named.
pub(crate) fn count(reading: &Reading<'_>) -> Result<Query, Fail> {
    let mut filter = filter(reading)?;
    let earned = earned_over(reading);
    if earned.is_some() {
        filter.value = Bounds::default();
    }
    let definitions = match &earned {
        Some(earned) => vec![earned.clone()],
        None => definitions(reading),
    };
    let definition = match definitions.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        // "Advertisers that paid": who paid, among the advertisers.
        [Definition::Donor | Definition::Advertiser | Definition::Member, only]
        | [only, Definition::Donor | Definition::Advertiser | Definition::Member]
            if filter.plugin.is_some() =>
        {
            Some(only.clone())
        }
        _ => return Err(Fail::NotThis),
    };
    if matches!(
        definition,
        Some(
            Definition::Donor
                | Definition::Advertiser
                | Definition::Member
                | Definition::Recipient
                | Definition::User
                | Definition::RecipientsAndDonors
        )
    ) {
        filter.plugin = None;
    }
    let period = match definition {
        Some(Definition::PotentialWithin { .. }) => None,
        _ => period(reading),
    };
    Ok(Query::CountByDefinition { definition, filter, period })
}

/// "Earned more than 5k from": money that is compared, or earning itself.
fn earned_over(reading: &Reading<'_>) -> Option<Definition> {
    let amount = reading.quantities().find(|found| match found.unit {
        Unit::Money => true,
        Unit::Revenue => found.value() < COMPANY_REVENUE_FROM,
        Unit::None => found.compared,
        Unit::Employees | Unit::Value | Unit::Percent => false,
    });
    let documents = [Concept::Pay, Concept::Invoice, Concept::Invoiced];
    let earning =
        reading.has_any(&[Concept::Earn, Concept::BringIn]) && !reading.has_any(&documents);
    let margin = reading.has(Concept::Margin);
    match amount {
        Some(found) => {
            let amount = Some(Money::from_f64(found.bounds.min?)?);
            Some(Definition::EarnedOver { amount, margin })
        }
        None if earning => Some(Definition::EarnedOver { amount: None, margin }),
        None => None,
    }
}

/// The definitions that are named, in the order of the sentence.
pub(crate) fn definitions(reading: &Reading<'_>) -> Vec<Definition> {
    let mut found: Vec<Definition> = Vec::new();
    for item in &reading.items {
        if let Some(definition) = definition_of(item, reading)
            && !found.contains(&definition)
        {
            found.push(definition);
        }
    }
    let both = found.contains(&Definition::Recipient) && found.contains(&Definition::Donor);
    let compared = reading.has_any(&[Concept::Compare, Concept::Difference]);
    if both && !compared {
        found.retain(|one| *one != Definition::Recipient && *one != Definition::Donor);
        found.push(Definition::RecipientsAndDonors);
    }
    // "Paid an invoice" is paying.
    let on_invoice = !reading.has(Concept::Invoiced);
    if !compared && on_invoice && found.contains(&Definition::Paid) {
        found.retain(|one| *one != Definition::Invoiced);
    }
    // "Could be doing business with within six months" is about later.
    let later = |one: &Definition| matches!(one, Definition::PotentialWithin { .. });
    if !compared && found.iter().any(later) {
        found.retain(later);
    }
    let telling = |one: &Definition| *one != Definition::Registered;
    if !compared && found.iter().filter(|one| telling(one)).count() == 1 {
        found.retain(telling);
    }
    found
}

/// The definition that a concept stands for, the more telling first.
const BY: [(Concept, Definition); 16] = [
    (Concept::Recipient, Definition::Recipient),
    (Concept::Donor, Definition::Donor),
    (Concept::Member, Definition::Member),
    (Concept::User, Definition::User),
    (Concept::Advertiser, Definition::Advertiser),
    (Concept::Interested, Definition::Interested),
    (Concept::Prospect, Definition::Interested),
    (Concept::Lead, Definition::Interested),
    (Concept::Active, Definition::Active),
    (Concept::Registered, Definition::Registered),
    (Concept::Invoiced, Definition::Invoiced),
    (Concept::Pay, Definition::Paid),
    (Concept::Document, Definition::AnyDocument),
    (Concept::Business, Definition::AnyBusiness),
    (Concept::Invoice, Definition::Invoiced),
    (Concept::Give, Definition::Donor),
];

fn definition_of(item: &Item, reading: &Reading<'_>) -> Option<Definition> {
    if let Value::Term(Term::Definition(name)) = &item.value {
        return Some(Definition::Own { name: name.clone() });
    }
    let months = || {
        let days = days(reading)?;
        Some((days / 30).max(1))
    };
    let has = |concept| item.concepts.has(concept);
    if has(Concept::Within) {
        return Some(Definition::PotentialWithin { months: months() });
    }
    if has(Concept::Ideal) || has(Concept::Fit) {
        return Some(Definition::ProfileMatch);
    }
    let found = BY.into_iter().find(|(concept, _)| has(*concept)).map(|(_, definition)| definition);
    found.or_else(|| {
        let earned = has(Concept::Earn) && reading.has(Concept::Definition);
        if has(Concept::Buy) && !has(Concept::Customer) {
            Some(Definition::Invoiced)
        } else {
            earned.then_some(Definition::EarnedOver { amount: None, margin: false })
        }
    })
}
