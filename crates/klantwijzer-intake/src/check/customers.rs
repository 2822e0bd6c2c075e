//! Rows of one file that say different things of one customer.

use std::collections::BTreeMap;

use klantwijzer_core::customer::Profile;
use klantwijzer_core::records::{CustomerRow, Rejection};

use super::Faults;
use crate::field::Field;
use crate::mapping::Mapping;

/// What a profile says, point by point; a person's name makes the point about
/// a person.
type Statement<'p> = ((Field, &'p str), String);

pub(super) fn check(mapping: &Mapping, customers: &[CustomerRow], faults: &mut Faults) {
    let mut rows: Vec<&CustomerRow> = customers.iter().collect();
    rows.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    for same in rows.chunk_by(|a, b| a.id == b.id).filter(|same| same.len() > 1) {
        let mut points: BTreeMap<(Field, &str), Vec<(String, u32)>> = BTreeMap::new();
        for row in same {
            for (point, value) in statements(&row.profile) {
                points.entry(point).or_default().push((value, row.origin.line));
            }
        }
        for ((field, _), said) in &mut points {
            said.sort_by_key(|(_, line)| *line);
            let Some((first, first_line)) = said.first().cloned() else {
                continue;
            };
            let Some(second_line) =
                said.iter().find(|(value, _)| *value != first).map(|(_, line)| *line)
            else {
                continue;
            };
            for (value, row) in said {
                let line = if *value == first { second_line } else { first_line };
                faults.add(*row, mapping.column(field), Rejection::ContradictsRow { line });
            }
        }
    }
}

/// Roles, tags and opting out add up, so they never contradict each other.
fn statements(profile: &Profile) -> Vec<Statement<'_>> {
    let mut statements: Vec<Statement<'_>> = Vec::new();
    let texts = [
        (Field::Name, profile.name.as_deref()),
        (Field::Sector, profile.sector.as_deref()),
        (Field::Owner, profile.owner.as_deref()),
        (Field::Parent, profile.parent.as_deref()),
        (Field::Country, profile.country.as_deref()),
        (Field::City, profile.city.as_deref()),
        (Field::Plugin, profile.plugin.as_deref()),
        (Field::GivenValue, profile.given_value.as_deref()),
    ];
    for (field, text) in texts {
        statements.extend(text.map(|text| ((field, ""), text.to_owned())));
    }
    statements.extend(profile.judged_on.map(|day| ((Field::JudgedOn, ""), day.to_string())));
    for (id, value) in &profile.facts {
        statements.push(((Field::Fact(id.clone()), ""), value.to_string()));
    }
    for person in &profile.people {
        let texts = [
            (Field::PersonRole, &person.role),
            (Field::Email, &person.email),
            (Field::Phone, &person.phone),
        ];
        for (field, text) in texts {
            statements
                .extend(text.as_ref().map(|text| ((field, person.name.as_str()), text.clone())));
        }
    }
    statements
}
