//! Who is considered, by what measure and in what period.

use klantwijzer_answer::query::{Entity, Filter, Measure};
use klantwijzer_core::period::Period;
use smol_str::SmolStr;

use crate::concept::Concept;
use crate::quantities::{Quantity, Unit};
use crate::reading::{Reading, Value};
use crate::slots::{Fail, types};
use crate::terms::Term;
use crate::understanding::Unclear;

/// The own revenue of a customer rather than what we earn, where the sentence
/// does not say: from a million on.
pub(crate) const COMPANY_REVENUE_FROM: f64 = 1e6;

/// Who is considered.
pub(crate) fn filter(reading: &Reading<'_>) -> Result<Filter, Fail> {
    let mut filter = Filter { types: types(reading), ..Filter::default() };
    for item in &reading.items {
        if let Value::Term(term) = &item.value {
            narrow(&mut filter, term, reading.text(&item.range))?;
        }
    }
    for found in reading.quantities() {
        let value = found.value();
        match found.unit {
            Unit::Employees => filter.employees = found.bounds,
            Unit::Revenue if value >= COMPANY_REVENUE_FROM => filter.company_revenue = found.bounds,
            Unit::Revenue | Unit::Value => filter.value = found.bounds,
            Unit::Money if found.compared => filter.value = found.bounds,
            Unit::Money | Unit::None | Unit::Percent => {}
        }
    }
    Ok(filter)
}

/// Narrows a filter by a term; a second one of its kind does not fit.
pub(crate) fn narrow(filter: &mut Filter, term: &Term, text: &str) -> Result<(), Fail> {
    let (slot, options) = match term {
        Term::Sector(options) => (&mut filter.sector, options.as_slice()),
        Term::Owner(options) => (&mut filter.owner, options.as_slice()),
        Term::Country(options) => (&mut filter.country, options.as_slice()),
        Term::Plugin(id) => (&mut filter.plugin, std::slice::from_ref(id)),
        Term::OtherSector | Term::OtherCountry => {
            return Err(Unclear::NotInBook { text: text.to_owned() }.into());
        }
        Term::Definition(_) => return Ok(()),
    };
    match options {
        [only] if slot.as_ref().is_none_or(|known| known == only) => *slot = Some(only.clone()),
        [_] => return Err(Fail::NotThis),
        several => {
            let (text, options) = (text.to_owned(), several.to_vec());
            return Err(Unclear::AmbiguousWord { text, options }.into());
        }
    }
    Ok(())
}

pub(crate) fn quantity<'a>(reading: &'a Reading<'_>, unit: Unit) -> Option<&'a Quantity> {
    reading.quantities().find(|found| found.unit == unit)
}

/// A whole number without unit: "top 10", "the five largest"; at most as many as a
/// query lists.
pub(crate) fn plain_number(reading: &Reading<'_>) -> Option<u32> {
    let found = reading.quantities().find(|found| found.unit == Unit::None && !found.compared)?;
    let value = found.value();
    let counts = value.fract() == 0.0 && (1.0..=1_000.0).contains(&value);
    counts.then_some((value as i64).unsigned_abs() as u32)
}

pub(crate) fn period(reading: &Reading<'_>) -> Option<Period> {
    reading.whens().next().map(|when| when.period)
}

/// By what is ranked, the more telling words first.
pub(crate) fn measure(reading: &Reading<'_>) -> Option<Measure> {
    const BY: [(Concept, Measure); 21] = [
        (Concept::Potential, Measure::Potential),
        (Concept::Growth, Measure::Growth),
        (Concept::Lead, Measure::Leads),
        (Concept::Margin, Measure::Margin),
        (Concept::AdSpend, Measure::AdSpend),
        (Concept::Gift, Measure::Gifts),
        (Concept::Acquisition, Measure::AcquisitionCost),
        (Concept::Support, Measure::SupportCost),
        (Concept::Employee, Measure::Employees),
        (Concept::Invoice, Measure::Invoices),
        (Concept::Revenue, Measure::Revenue),
        (Concept::Value, Measure::Value),
        (Concept::Give, Measure::Gifts),
        (Concept::Donor, Measure::Gifts),
        (Concept::Advertiser, Measure::AdSpend),
        (Concept::Earn, Measure::Margin),
        (Concept::Spend, Measure::Revenue),
        (Concept::Buy, Measure::Revenue),
        (Concept::Pay, Measure::Revenue),
        (Concept::BringIn, Measure::Revenue),
        (Concept::Invoiced, Measure::Revenue),
    ];
    let found = BY.into_iter().find(|(concept, _)| reading.has(*concept));
    // "Wie geeft het meeste uit" is spending, in two parts.
    let spending = reading.forms.iter().any(|form| form == "uit");
    match found {
        Some((Concept::Give | Concept::Spend | Concept::Pay | Concept::Buy, _))
            if reading.has(Concept::Advertiser) =>
        {
            Some(Measure::AdSpend)
        }
        Some((Concept::Give, _)) if spending => Some(Measure::Revenue),
        found => found.map(|(_, measure)| measure),
    }
}

/// The order of a list: what stands with "sorted by".
pub(crate) fn sort(reading: &Reading<'_>) -> Measure {
    if reading.has(Concept::Name) && reading.has(Concept::Sort) {
        return Measure::Name;
    }
    let sorted = reading.has(Concept::Sort) || comes_first(reading);
    measure(reading).filter(|_| sorted).unwrap_or_default()
}

/// "Highest margin first", "grootste omzet bovenaan".
pub(crate) fn comes_first(reading: &Reading<'_>) -> bool {
    const FIRST: [&str; 4] = ["first", "eerst", "bovenaan", "top"];
    const MOST: [Concept; 3] = [Concept::Top, Concept::Most, Concept::Lowest];
    let first = |at: usize| FIRST.contains(&reading.forms.get(at).map_or("", SmolStr::as_str));
    reading.items.iter().any(|item| {
        MOST.iter().any(|concept| item.concepts.has(*concept))
            && !first(item.range.start)
            && (item.range.end + 1..item.range.end + 4).any(first)
    })
}

/// What is listed or grouped by: a kind that is named without one of its kind.
pub(crate) fn entity(reading: &Reading<'_>) -> Entity {
    let alone = |kind: Concept, value: Concept| reading.has(kind) && !reading.has(value);
    if alone(Concept::Sector, Concept::SectorValue) {
        Entity::Sector
    } else if alone(Concept::Owner, Concept::OwnerValue) {
        Entity::Owner
    } else if alone(Concept::Country, Concept::CountryValue) {
        Entity::Country
    } else if reading.has(Concept::Group) {
        Entity::Group
    } else if reading.has(Concept::Type) && types(reading).is_empty() {
        Entity::Type
    } else {
        Entity::Customer
    }
}
