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
    pub(super) sectors: Vec<Term>,
    pub(super) owners: Vec<Term>,
    pub(super) countries: Vec<Term>,
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
                chunk.push_absent();
            }
            chunk.present.push(true);
            chunk.ids.push(id);
            chunk.names.push(profile.name.as_deref().unwrap_or_default());
            chunk.sectors.push(dictionaries.sectors.term(profile.sector.as_ref()));
            chunk.owners.push(dictionaries.owners.term(profile.owner.as_ref()));
            chunk.countries.push(dictionaries.countries.term(profile.country.as_ref()));
            chunk.parents.push(NO_PARENT);
            if let Some(parent) = &profile.parent {
                chunk.named_parents.push((row, parent.clone()));
            }
        }
        chunk
    }

    fn push_absent(&mut self) {
        self.present.push(false);
        self.ids.push("");
        self.names.push("");
        self.sectors.push(Term::UNKNOWN);
        self.owners.push(Term::UNKNOWN);
        self.countries.push(Term::UNKNOWN);
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
        let terms = self.sectors.capacity() + self.owners.capacity() + self.countries.capacity();
        self.present.capacity()
            + self.ids.heap_bytes()
            + self.names.heap_bytes()
            + terms * size_of::<Term>()
            + self.parents.capacity() * size_of::<CustomerNo>()
            + self.named_parents.capacity() * size_of::<(usize, SmolStr)>()
    }
}
