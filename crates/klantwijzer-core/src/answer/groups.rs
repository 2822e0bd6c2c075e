//! Customers grouped by something they share.

use std::collections::BTreeMap;

use super::scope::Scope;
use crate::portfolio::Row;
use crate::query::Entity;
use crate::types::CustomerType;

/// What a group is called; ordered by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct GroupName {
    /// Empty for customers without one.
    pub(super) name: String,
    /// The type, when grouped by type.
    pub(super) customer_type: Option<CustomerType>,
}

impl<'a> Scope<'a> {
    /// The customers by group. A customer alone is a group when grouped by
    /// customer.
    pub(super) fn grouped(
        self,
        rows: impl Iterator<Item = Row<'a>>,
        entity: Entity,
    ) -> BTreeMap<GroupName, Vec<Row<'a>>> {
        let mut groups: BTreeMap<GroupName, Vec<Row<'a>>> = BTreeMap::new();
        for row in rows {
            groups.entry(self.group_name(&row, entity)).or_default().push(row);
        }
        groups
    }

    pub(super) fn group_name(self, row: &Row<'_>, entity: Entity) -> GroupName {
        let named = |name: Option<&smol_str::SmolStr>| name.map(ToString::to_string);
        let name = match entity {
            Entity::Customer => Some(row.name().to_owned()),
            Entity::Sector => named(row.sector()),
            Entity::Owner => named(row.owner()),
            Entity::Country => named(row.country()),
            Entity::Group => {
                let head = self.portfolio.group_head(row.no());
                self.portfolio.row(head).map(|head| head.name().to_owned())
            }
            Entity::Type => {
                let customer_type = self.type_of(row);
                let name = customer_type.map(|t| t.id().to_owned()).unwrap_or_default();
                return GroupName { name, customer_type };
            }
        };
        GroupName { name: name.unwrap_or_default(), customer_type: None }
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
