//! Rows of customers, of contact persons and of leads.

use klantwijzer_core::customer::{ContactPerson, Profile, Roles};
use klantwijzer_core::facts::Unit;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::money::Money;
use klantwijzer_core::period::MONTH_DAYS;
use klantwijzer_core::records::{CustomerRow, EntryRow};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::{Batch, Outcome, Row, unknown_word};
use crate::field::Field;
use crate::headers::Scale;
use crate::kind::FileKind;
use crate::mapping::FactColumn;
use crate::values::digits::NumberFault;
use crate::values::text::{LONGEST, LONGEST_WORD};
use crate::values::{exact, words};

/// Reads a row into `batch`, as a whole or not at all.
pub(super) fn read(row: &Row<'_, '_>, batch: &mut Batch) -> Outcome<()> {
    let id = SmolStr::new(row.customer()?);
    let mut profile = profile(row)?;
    profile.people = person(row, profile.name.as_deref())?.into_iter().collect();
    profile.facts = facts(row)?;
    if profile.fact("manager_judgement").is_some() {
        let judged_on = row.date_of(row.reading.mapping.date(&Field::JudgedOn))?;
        let reading_day = row.reading.options.date.unwrap_or(row.reading.options.today);
        profile.judged_on = Some(judged_on.unwrap_or(reading_day));
    }
    let referred = referral(row, &id)?;
    let origin = row.reading.origin(row.line);
    batch.entries.extend(referred);
    batch.customers.push(CustomerRow { id, profile, origin });
    Ok(())
}

fn profile(row: &Row<'_, '_>) -> Outcome<Profile> {
    let mapping = row.reading.mapping;
    let column = |field: Field| mapping.column(&field);
    let word = |field: Field| -> Outcome<Option<SmolStr>> {
        Ok(row.text(column(field), LONGEST_WORD)?.map(SmolStr::new))
    };
    let of_person = mapping.kind == FileKind::People;
    let name = match row.owned(&Field::Name)? {
        None if !of_person => full_name(row)?.filter(|_| column(Field::Person).is_none()),
        name => name,
    };
    let country = match row.text(column(Field::Country), LONGEST_WORD)? {
        // Namibia's code reads as "not available".
        None => column(Field::Country).map(|column| row.cell(column)).filter(|cell| *cell == "NA"),
        Some(_) => None,
    };
    Ok(Profile {
        name,
        sector: word(Field::Sector)?,
        owner: word(Field::Owner)?,
        parent: word(Field::Parent)?,
        country: match country {
            Some(code) => Some(SmolStr::new(code)),
            None => word(Field::Country)?,
        },
        city: word(Field::City)?,
        roles: roles(row)?,
        plugin: word(Field::Plugin)?.or_else(|| row.reading.options.plugin.clone()),
        given_value: row.owned(&Field::GivenValue)?,
        tags: tags(row)?,
        people: Vec::new(),
        facts: Vec::new(),
        judged_on: None,
    })
}

/// The roles that the row states, else that of the file. A cell can hold more
/// than one.
fn roles(row: &Row<'_, '_>) -> Outcome<Roles> {
    let mapping = row.reading.mapping;
    let of_file = mapping.role.map_or(Roles::NONE, Roles::from);
    let Some((column, cell)) = row.filled(mapping.column(&Field::Role)) else {
        return Ok(of_file);
    };
    let mut roles = Roles::NONE;
    for part in parts(cell) {
        roles = roles.with(words::role(part).ok_or_else(|| unknown_word(column, part))?);
    }
    Ok(row.reading.options.role.map_or(roles, |role| roles.with(role)))
}

fn tags(row: &Row<'_, '_>) -> Outcome<Vec<SmolStr>> {
    let column = row.reading.mapping.column(&Field::Tags);
    let Some(text) = row.text(column, LONGEST)? else {
        return Ok(Vec::new());
    };
    let mut tags: Vec<SmolStr> = parts(&text).map(SmolStr::new).collect();
    tags.sort_unstable();
    tags.dedup();
    Ok(tags)
}

/// The parts of a cell that holds more than one word.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([',', ';', '|', '/', '+']).map(str::trim).filter(|part| !part.is_empty())
}

/// First name, infix and last name in one.
fn full_name(row: &Row<'_, '_>) -> Outcome<Option<String>> {
    let mut name = String::new();
    for field in [Field::FirstName, Field::Infix, Field::LastName] {
        if let Some(part) = row.text(row.reading.mapping.column(&field), LONGEST)? {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(&part);
        }
    }
    Ok((!name.is_empty()).then_some(name))
}

/// The contact person of the row. Someone who can be reached but has no name of
/// their own goes by the customer's name, as a private donor does.
fn person(row: &Row<'_, '_>, customer_name: Option<&str>) -> Outcome<Option<ContactPerson>> {
    let mapping = row.reading.mapping;
    let own_name = match row.owned(&Field::Person)? {
        Some(name) => Some(name),
        None => full_name(row)?,
    };
    let (role, email, phone) =
        (row.owned(&Field::PersonRole)?, row.owned(&Field::Email)?, row.owned(&Field::Phone)?);
    let opted_out = opted_out(row)?;
    let nothing = role.is_none() && email.is_none() && phone.is_none() && !opted_out;
    if own_name.is_none() && nothing {
        let names = [Field::Person, Field::LastName, Field::FirstName];
        let needed = names.iter().find_map(|field| mapping.column(field));
        return match needed.filter(|_| mapping.kind == FileKind::People) {
            Some(column) => Err(row.missing(column)),
            None => Ok(None),
        };
    }
    let name = own_name
        .or_else(|| customer_name.map(str::to_owned))
        .or_else(|| email.clone())
        .or_else(|| phone.clone());
    Ok(name.map(|name| ContactPerson { name, role, email, phone, opted_out }))
}

fn opted_out(row: &Row<'_, '_>) -> Outcome<bool> {
    match row.filled(row.reading.mapping.column(&Field::OptOut)) {
        Some((column, cell)) => words::yes_no(cell).ok_or_else(|| unknown_word(column, cell)),
        None => Ok(false),
    }
}

fn facts(row: &Row<'_, '_>) -> Outcome<Vec<(SmolStr, f64)>> {
    let mut facts = Vec::with_capacity(row.reading.mapping.facts.len());
    for fact in &row.reading.mapping.facts {
        if let Some(value) = fact_value(row, fact)? {
            facts.push((fact.id.clone(), value));
        }
    }
    facts.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(facts)
}

fn fact_value(row: &Row<'_, '_>, fact: &FactColumn) -> Outcome<Option<f64>> {
    let Some(exact) = row.number(fact.slot)? else {
        return Ok(None);
    };
    let out_of_range = || row.number_fault(fact.slot, NumberFault::OutOfRange);
    let value = if fact.unit == Some(Unit::Money) {
        row.money_of(exact, fact.slot, row.reading.options.today)?.to_f64()
    } else {
        exact::to_f64(exact)
    };
    let value = match fact.scale {
        Scale::Same => value,
        Scale::MonthsToDays => (value * MONTH_DAYS).round(),
    };
    let fits = match fact.unit {
        Some(Unit::Share) => (0.0..=1.0).contains(&value),
        Some(Unit::Grade) => (0.0..=10.0).contains(&value),
        Some(Unit::YesNo) => exact.is_zero() || exact == Decimal::ONE,
        Some(Unit::Count | Unit::Days) => (0.0..=1e12).contains(&value),
        Some(Unit::Money) | None => value.abs() <= 1e15,
    };
    if fits { Ok(Some(value)) } else { Err(out_of_range()) }
}

/// The entry of the customer who referred this one. Its number is the referred
/// customer's id, so that reading the row again changes nothing.
fn referral(row: &Row<'_, '_>, id: &SmolStr) -> Outcome<Option<EntryRow>> {
    let mapping = row.reading.mapping;
    let referrer = row.text(mapping.column(&Field::ReferredBy), LONGEST_WORD)?;
    let Some(referrer) = referrer else {
        return Ok(None);
    };
    let day = row.row_date()?;
    let margin =
        mapping.number(&Field::LeadMargin).map_or(Ok(None), |slot| row.money(slot, day))?;
    let mut entry = Entry::new(EntryKind::ReferredLead, day, margin.unwrap_or(Money::ZERO));
    entry.number = id.clone();
    let origin = row.reading.origin(row.line);
    Ok(Some(EntryRow { customer: SmolStr::new(referrer), entry, origin }))
}
