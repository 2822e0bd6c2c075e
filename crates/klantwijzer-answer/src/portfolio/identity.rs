//! Who the customers are, a column a field.

use std::mem::size_of;

use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::review::CHUNK;
use smol_str::SmolStr;

use crate::portfolio::dictionary::{Dictionaries, Term};

/// Texts one after another in one piece of memory.
#[derive(Debug, Clone, Default)]
pub(super) struct TextColumn {
    bytes: String,
    ends: Vec<u32>,
}

impl TextColumn {
    fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
    }

    pub(super) fn get(&self, row: usize) -> &str {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(row).copied().unwrap_or_default();
        self.bytes.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }

    fn heap_bytes(&self) -> usize {
        self.bytes.capacity() + self.ends.capacity() * size_of::<u32>()
    }
}

/// A customer without a parent, or with one that is not in the book.
pub(super) const NO_PARENT: CustomerNo = CustomerNo::MAX;

/// The identities of one chunk of customers.
#[derive(Debug, Clone, Default)]
pub struct IdentityChunk {
    pub(super) present: Vec<bool>,
    pub(super) ids: TextColumn,
    pub(super) names: TextColumn,
    /// Sector, owner and country.
    pub(super) terms: Vec<[Term; 3]>,
    pub(super) parents: Vec<CustomerNo>,
    /// Parents by row and outside id, until the whole book is known.
    pub(super) named_parents: Vec<(usize, SmolStr)>,
}

impl IdentityChunk {
    /// The identities of customers by rising row, with their outside ids and
    /// profiles. Rows that are left out are absent.
    pub fn build<'a>(
        customers: impl Iterator<Item = (usize, &'a str, &'a Profile)>,
        dictionaries: &mut Dictionaries,
    ) -> Self {
        let mut chunk = Self::default();
        for (row, id, profile) in customers.filter(|(row, ..)| *row < CHUNK) {
            while chunk.present.len() < row {
                chunk.push(false, "", "", [Term::UNKNOWN; 3]);
            }
            let Dictionaries { sectors, owners, countries } = &mut *dictionaries;
            let terms = [
                sectors.term(profile.sector.as_ref()),
                owners.term(profile.owner.as_ref()),
                countries.term(profile.country.as_ref()),
            ];
            chunk.push(true, id, profile.name.as_deref().unwrap_or_default(), terms);
            if let Some(parent) = &profile.parent {
                chunk.named_parents.push((row, parent.clone()));
            }
        }
        chunk
    }

    fn push(&mut self, present: bool, id: &str, name: &str, terms: [Term; 3]) {
        self.present.push(present);
        self.ids.push(id);
        self.names.push(name);
        self.terms.push(terms);
        self.parents.push(NO_PARENT);
    }

    /// The rows of customers that are in the book.
    pub(super) fn rows(&self) -> impl Iterator<Item = usize> {
        self.present.iter().enumerate().filter(|(_, present)| **present).map(|(row, _)| row)
    }

    pub(super) fn has_parents(&self) -> bool {
        self.parents.iter().any(|parent| *parent != NO_PARENT)
    }

    pub(super) fn heap_bytes(&self) -> usize {
        self.present.capacity()
            + self.ids.heap_bytes()
            + self.names.heap_bytes()
            + self.terms.capacity() * size_of::<[Term; 3]>()
            + self.parents.capacity() * size_of::<CustomerNo>()
            + self.named_parents.capacity() * size_of::<(usize, SmolStr)>()
    }
}
