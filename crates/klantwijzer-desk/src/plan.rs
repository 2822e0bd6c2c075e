//! What an import would change: the difference with what is known.

use std::collections::{BTreeMap, HashMap, HashSet};

use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::ledger::{Entry, EntryKey, EntryKind, KeyedEntry};
use klantwijzer_core::records::{EntryRow, Origin, Records, Rejected, Rejection};
use klantwijzer_store::{BatchCounts, BookRow};
use smol_str::SmolStr;

use crate::DeskError;

/// The most customers that a workspace holds.
const MOST_CUSTOMERS: u32 = 20_000_000;

/// How many characters of a document number a report shows.
const SHOWN: usize = 80;

/// What the workspace knows already.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Outside ids by number, of every number ever given.
    pub(crate) ids: Vec<SmolStr>,
    /// What the live imports state of customers that the new rows name.
    pub(crate) profiles: HashMap<CustomerNo, Profile>,
    /// The live entries by customer and key.
    pub(crate) entries: HashMap<(CustomerNo, EntryKey), Entry>,
}

/// What an import would change.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) book: Vec<BookRow>,
    pub(crate) entries: Vec<(CustomerNo, KeyedEntry)>,
    pub(crate) counts: BatchCounts,
    pub(crate) customers_unchanged: u64,
    pub(crate) entries_unchanged: u64,
    /// Rows that were good by themselves and contradict others.
    pub(crate) rejected: Vec<Rejected>,
}

impl Plan {
    /// Whether nothing would change.
    pub(crate) fn is_empty(&self) -> bool {
        self.book.is_empty() && self.entries.is_empty()
    }

    pub(crate) fn make(records: Records, known: &Known) -> Result<Self, DeskError> {
        let mut plan = Self::default();
        let numbers = Numbers::give(&records, &known.ids)?;
        let strangers = documents_of_several(&records.entries, known, &numbers);
        let mut rows: Vec<(CustomerNo, EntryRow)> = Vec::with_capacity(records.entries.len());
        for row in records.entries {
            match strangers.get(document(&row.entry)) {
                Some(owners) if is_document(&row.entry) => {
                    plan.rejected.push(rejected(&row, owners));
                }
                _ => rows.push((numbers.of(&row.customer), row)),
            }
        }
        plan.plan_entries(rows, known);
        plan.plan_book(&records.customers, &records.mentioned, &numbers, known);
        plan.rejected.sort_by_key(|row| (row.origin.file, row.origin.line));
        Ok(plan)
    }

    /// Compares the entries with the known ones. Equal rows count once each as
    /// good; rows that say different things of one document are both rejected.
    fn plan_entries(&mut self, rows: Vec<(CustomerNo, EntryRow)>, known: &Known) {
        let mut seen: HashMap<(u32, CustomerNo, EntryKey), u32> = HashMap::new();
        let mut keyed: Vec<(CustomerNo, EntryKey, EntryRow)> = Vec::with_capacity(rows.len());
        for (no, row) in rows {
            let mut key = row.entry.key(0);
            if !row.entry.is_known_by_number() {
                let occurrence = seen.entry((row.origin.file, no, key)).or_default();
                key = row.entry.key(*occurrence);
                *occurrence += 1;
            }
            keyed.push((no, key, row));
        }
        keyed.sort_unstable_by(|a, b| {
            (a.0, a.1, a.2.origin.file, a.2.origin.line).cmp(&(
                b.0,
                b.1,
                b.2.origin.file,
                b.2.origin.line,
            ))
        });
        for same in keyed.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let Some((no, key, first)) = same.first() else {
                continue;
            };
            if let Some((.., other)) = same.iter().find(|(.., row)| row.entry != first.entry) {
                self.reject_contradiction(same, other.origin.line);
                continue;
            }
            self.entries_unchanged += same.len() as u64 - 1;
            match known.entries.get(&(*no, *key)) {
                Some(entry) if *entry == first.entry => {
                    self.entries_unchanged += 1;
                    continue;
                }
                Some(_) => self.counts.entries_changed += 1,
                None => self.counts.entries_added += 1,
            }
            self.entries.push((*no, KeyedEntry { key: *key, entry: first.entry.clone() }));
        }
    }

    fn reject_contradiction(&mut self, rows: &[(CustomerNo, EntryKey, EntryRow)], other_line: u32) {
        let first_line = rows.first().map_or(0, |(.., row)| row.origin.line);
        for (.., row) in rows {
            let line = if row.origin.line == first_line { other_line } else { first_line };
            self.rejected.push(Rejected {
                origin: row.origin.clone(),
                column: String::new(),
                why: Rejection::ContradictsRow { line },
            });
        }
    }

    /// Compares what is said of customers with what is known: what is stated
    /// replaces, what is mentioned in passing only fills in. A customer that only
    /// its entries touch gets a row too.
    fn plan_book(
        &mut self,
        stated: &[klantwijzer_core::records::CustomerRow],
        mentioned: &[klantwijzer_core::records::CustomerRow],
        numbers: &Numbers,
        known: &Known,
    ) {
        let mut book: BTreeMap<CustomerNo, BookRow> = BTreeMap::new();
        for row in stated {
            numbers.row(&mut book, &row.id).stated.update(&row.profile);
        }
        for row in mentioned {
            numbers.row(&mut book, &row.id).mentioned.update(&row.profile);
        }
        let touched: HashSet<CustomerNo> = self.entries.iter().map(|(no, _)| *no).collect();
        for no in &touched {
            book.entry(*no).or_insert_with(|| numbers.blank(*no));
        }
        for (no, mut row) in book {
            if let Some(before) = known.profiles.get(&no) {
                row.mentioned = row.mentioned.beyond(before);
            }
            match known.profiles.get(&no) {
                None => self.counts.customers_added += 1,
                Some(before) if says_something_new(before, &row) => {
                    self.counts.customers_changed += 1;
                }
                Some(_) if touched.contains(&no) => self.customers_unchanged += 1,
                Some(_) => {
                    self.customers_unchanged += 1;
                    continue;
                }
            }
            self.book.push(row);
        }
    }
}

/// Whether a row changes a known profile.
fn says_something_new(before: &Profile, row: &BookRow) -> bool {
    let mut after = before.clone();
    after.update(&row.mentioned);
    after.update(&row.stated);
    after != *before
}

/// The numbers of the customers that an import names.
struct Numbers {
    by_id: HashMap<SmolStr, CustomerNo>,
    new_ids: Vec<SmolStr>,
    given: CustomerNo,
    ids: Vec<SmolStr>,
}

impl Numbers {
    /// New customers are numbered in the order of their ids, so that the order
    /// of rows does not matter.
    fn give(records: &Records, known: &[SmolStr]) -> Result<Self, DeskError> {
        let mut by_id: HashMap<SmolStr, CustomerNo> = HashMap::with_capacity(known.len());
        for (no, id) in (0..).zip(known) {
            by_id.insert(id.clone(), no);
        }
        let rows = records.customers.iter().chain(&records.mentioned).map(|row| &row.id);
        let named = rows.chain(records.entries.iter().map(|row| &row.customer));
        let new: HashSet<&SmolStr> = named.filter(|id| !by_id.contains_key(*id)).collect();
        let mut new_ids: Vec<SmolStr> = new.into_iter().cloned().collect();
        new_ids.sort_unstable();
        if known.len() + new_ids.len() > MOST_CUSTOMERS as usize {
            return Err(DeskError::TooManyCustomers { most: MOST_CUSTOMERS });
        }
        let given = known.len() as CustomerNo;
        for (no, id) in (given..).zip(&new_ids) {
            by_id.insert(id.clone(), no);
        }
        Ok(Self { by_id, new_ids, given, ids: known.to_vec() })
    }

    fn of(&self, id: &SmolStr) -> CustomerNo {
        self.by_id.get(id).copied().unwrap_or(CustomerNo::MAX)
    }

    fn blank(&self, no: CustomerNo) -> BookRow {
        let id = match no.checked_sub(self.given) {
            Some(new) => self.new_ids.get(new as usize),
            None => self.ids.get(no as usize),
        };
        BookRow {
            no,
            id: id.cloned().unwrap_or_default(),
            stated: Profile::default(),
            mentioned: Profile::default(),
        }
    }

    fn row<'b>(
        &self,
        book: &'b mut BTreeMap<CustomerNo, BookRow>,
        id: &SmolStr,
    ) -> &'b mut BookRow {
        let no = self.of(id);
        book.entry(no).or_insert_with(|| self.blank(no))
    }
}

/// Whether the entry is, or is part of, a numbered sales document.
fn is_document(entry: &Entry) -> bool {
    matches!(entry.kind, EntryKind::Invoice | EntryKind::CreditNote) && !entry.number.is_empty()
}

fn document(entry: &Entry) -> &SmolStr {
    &entry.number
}

/// Document numbers that stand with more than one customer, in the new rows or
/// together with the known ones, with the ids of those customers.
fn documents_of_several(
    rows: &[EntryRow],
    known: &Known,
    numbers: &Numbers,
) -> HashMap<SmolStr, Vec<String>> {
    let mut holder: HashMap<&SmolStr, CustomerNo> = HashMap::new();
    for ((no, _), entry) in &known.entries {
        if is_document(entry) {
            holder.insert(&entry.number, *no);
        }
    }
    let mut several: HashMap<SmolStr, HashSet<CustomerNo>> = HashMap::new();
    for row in rows.iter().filter(|row| is_document(&row.entry)) {
        let no = numbers.of(&row.customer);
        let first = *holder.entry(&row.entry.number).or_insert(no);
        if first != no {
            several.entry(row.entry.number.clone()).or_default().extend([first, no]);
        }
    }
    several
        .into_iter()
        .map(|(number, customers)| {
            let mut ids: Vec<String> =
                customers.into_iter().map(|no| numbers.blank(no).id.to_string()).collect();
            ids.sort_unstable();
            (number, ids)
        })
        .collect()
}

fn rejected(row: &EntryRow, customers: &[String]) -> Rejected {
    let number = row.entry.number.chars().take(SHOWN).collect();
    Rejected {
        origin: Origin { file: row.origin.file, line: row.origin.line },
        column: String::new(),
        why: Rejection::NumberOfAnotherCustomer { number, customers: customers.to_vec() },
    }
}
