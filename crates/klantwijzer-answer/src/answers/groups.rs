//! Customers grouped by something they share.

use std::collections::BTreeMap;

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::text::fold;
use klantwijzer_core::types::CustomerType;
use smol_str::SmolStr;

use super::scope::Scope;
use crate::portfolio::Row;
use crate::query::Entity;

/// What tells groups apart, in order of name. Two customers, or heads of groups,
/// of one name are two; a sector in other capitals is the same.
type GroupKey = (String, Option<CustomerNo>);

/// A group and who is in it.
#[derive(Default)]
pub(super) struct Group<'a> {
    /// Empty for customers without one.
    pub(super) name: String,
    /// The type, when grouped by type.
    pub(super) customer_type: Option<CustomerType>,
    pub(super) members: Vec<Row<'a>>,
}

impl<'a> Scope<'a> {
    /// The customers by group, in order of name. A customer alone is a group when
    /// grouped by customer.
    pub(super) fn grouped(
        self,
        rows: impl Iterator<Item = Row<'a>>,
        entity: Entity,
    ) -> Vec<Group<'a>> {
        let mut groups: BTreeMap<GroupKey, Group<'a>> = BTreeMap::new();
        for row in rows {
            let (name, only) = self.group_of(&row, entity);
            let group = groups.entry((fold(&name), only)).or_insert_with(|| {
                let customer_type = self.type_of(&row).filter(|_| entity == Entity::Type);
                Group { name, customer_type, members: Vec::new() }
            });
            group.members.push(row);
        }
        groups.into_values().collect()
    }

    /// What the group of a customer is called, and the customer that it is named
    /// after.
    fn group_of(self, row: &Row<'_>, entity: Entity) -> (String, Option<CustomerNo>) {
        let word = |word: Option<&SmolStr>| word.map(ToString::to_string).unwrap_or_default();
        match entity {
            Entity::Customer => (row.name().to_owned(), Some(row.no())),
            Entity::Sector => (word(row.sector()), None),
            Entity::Owner => (word(row.owner()), None),
            Entity::Country => (word(row.country()), None),
            Entity::Group => {
                let head = self.portfolio.group_head(row.no());
                let name = self.portfolio.row(head).map(|head| head.name().to_owned());
                (name.unwrap_or_default(), Some(head))
            }
            Entity::Type => (self.type_of(row).map_or("", CustomerType::id).to_owned(), None),
        }
    }
}

/// The sum of the known numbers; `None` when none is known.
pub(super) fn sum(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    numbers
        .filter(|number| !number.is_nan())
        .fold(None, |all, number| Some(all.unwrap_or(0.0) + number))
}

/// The mean of the known numbers; `None` when none is known.
pub(super) fn mean(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let known: Vec<f64> = numbers.filter(|number| !number.is_nan()).collect();
    (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
}
