//! Whom the rows of an import are about: every outside id is looked up once, and
//! from then on a row knows its customer by number.

use std::collections::{BTreeSet, HashMap, HashSet};

use foldhash::fast::RandomState;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::records::Records;
use smol_str::SmolStr;

use crate::{DeskError, Result};

/// The most customers that a workspace holds.
const MOST_CUSTOMERS: u32 = 20_000_000;

/// The outside ids of a workspace.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    /// By number, of every number ever given.
    by_number: Vec<SmolStr>,
    numbers: HashMap<SmolStr, CustomerNo, RandomState>,
}

impl Ids {
    pub(crate) fn new(by_number: Vec<SmolStr>) -> Self {
        let numbers = by_number.iter().cloned().zip(0..).collect();
        Self { by_number, numbers }
    }

    /// The number of whoever has this id.
    pub(crate) fn number(&self, id: &SmolStr) -> Option<CustomerNo> {
        self.numbers.get(id).copied()
    }
}

/// The ids that rows call their customers by.
#[derive(Debug, Default)]
pub(crate) struct Called {
    /// Each different id once.
    ids: Vec<SmolStr>,
    /// For each row of each list its place among the ids.
    customers: Vec<u32>,
    mentioned: Vec<u32>,
    entries: Vec<u32>,
}

impl Called {
    pub(crate) fn by(records: &Records) -> Self {
        let mut ids = Vec::new();
        let mut places: HashMap<&SmolStr, u32, RandomState> = HashMap::default();
        let mut place = |id| {
            *places.entry(id).or_insert_with(|| {
                ids.push(SmolStr::clone(id));
                ids.len() as u32 - 1
            })
        };
        let customers = records.customers.iter().map(|row| place(&row.id)).collect();
        let mentioned = records.mentioned.iter().map(|row| place(&row.id)).collect();
        let entries = records.entries.iter().map(|row| place(&row.customer)).collect();
        Self { ids, customers, mentioned, entries }
    }

    /// What entries call their customers that is no known id, and no id of the
    /// customers in the same files.
    pub(crate) fn strangers(&self, known: &Ids) -> HashSet<SmolStr> {
        let mut is_strange = vec![false; self.ids.len()];
        let mut mark = |places: &[u32], strange| {
            for place in places {
                is_strange[*place as usize] = strange;
            }
        };
        mark(&self.entries, true);
        mark(&self.customers, false);
        let strange = self.ids.iter().zip(is_strange).filter(|(_, strange)| *strange);
        strange.map(|(id, _)| id).filter(|id| !known.numbers.contains_key(*id)).cloned().collect()
    }

    /// Gives strangers the ids of the customers that they turn out to be.
    pub(crate) fn rename(&mut self, holders: &HashMap<SmolStr, BTreeSet<SmolStr>>) {
        for called in &mut self.ids {
            if let Some(id) = holders.get(called).and_then(BTreeSet::first) {
                called.clone_from(id);
            }
        }
    }

    /// The numbers of those that the workspace knows.
    pub(crate) fn known_numbers(&self, known: &Ids) -> HashSet<CustomerNo> {
        self.ids.iter().filter_map(|id| known.numbers.get(id)).copied().collect()
    }

    /// Numbers everybody. New customers are numbered in the order of their ids,
    /// so that the order of rows does not matter.
    pub(crate) fn numbered(self, known: Ids) -> Result<Numbers> {
        let Ids { by_number: mut ids, numbers: mut by_id } = known;
        let is_new = |id: &&SmolStr| !by_id.contains_key(*id);
        let mut new: Vec<SmolStr> = self.ids.iter().filter(is_new).cloned().collect();
        new.sort_unstable();
        new.dedup();
        if ids.len() + new.len() > MOST_CUSTOMERS as usize {
            return Err(DeskError::TooManyCustomers(MOST_CUSTOMERS));
        }
        let first_new = ids.len() as CustomerNo;
        by_id.extend(new.iter().cloned().zip(first_new..));
        ids.append(&mut new);
        let number = |place: u32| {
            let id = self.ids.get(place as usize);
            id.and_then(|id| by_id.get(id)).copied().unwrap_or(CustomerNo::MAX)
        };
        let by_place: Vec<CustomerNo> = (0..self.ids.len() as u32).map(number).collect();
        let of_rows =
            |places: Vec<u32>| places.into_iter().map(|place| by_place[place as usize]).collect();
        Ok(Numbers {
            customers: of_rows(self.customers),
            mentioned: of_rows(self.mentioned),
            entries: of_rows(self.entries),
            first_new,
            ids,
        })
    }
}

/// The numbers of the customers that rows are about.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    /// By row of each list of the records.
    pub(crate) customers: Vec<CustomerNo>,
    pub(crate) mentioned: Vec<CustomerNo>,
    pub(crate) entries: Vec<CustomerNo>,
    /// The lowest number of those whom the workspace does not know.
    pub(crate) first_new: CustomerNo,
    ids: Vec<SmolStr>,
}

impl Numbers {
    /// The outside id of a customer.
    pub(crate) fn id(&self, no: CustomerNo) -> SmolStr {
        self.ids.get(no as usize).cloned().unwrap_or_default()
    }
}
