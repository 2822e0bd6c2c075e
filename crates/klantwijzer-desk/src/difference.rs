//! What an import would change: the difference with what is known.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use foldhash::fast::RandomState;
use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::ledger::{Entry, EntryKey, EntryKind, KeyedEntry};
use klantwijzer_core::records::{CustomerRow, EntryRow, Origin, Records, Rejected, Rejection};
use klantwijzer_core::review::ReviewHeader;
use klantwijzer_store::{BatchCounts, BookRow, ImportId};
use smol_str::SmolStr;

use crate::called::Numbers;

/// How many characters of a document number a report shows.
const SHOWN: usize = 80;

/// What the workspace knows already.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// What the live imports state of customers that the new rows name.
    pub(crate) profiles: HashMap<CustomerNo, Profile>,
    /// The live entries by customer and key.
    pub(crate) entries: HashMap<(CustomerNo, EntryKey), Entry, RandomState>,
}

/// What an import changed, or would change.
#[derive(Debug, Clone, Default)]
pub struct ImportReport {
    /// The import's number; `None` when nothing changed or nothing was stored.
    pub import: Option<ImportId>,
    /// What changed.
    pub counts: BatchCounts,
    /// Customers in the files about whom nothing was new.
    pub customers_unchanged: u64,
    /// Entries in the files that were known already.
    pub entries_unchanged: u64,
    /// Rows that were good by themselves and contradict others or the book.
    pub rejected: Vec<Rejected>,
    /// Documents that were known by other lines and got more: they may be
    /// corrections, and then the earlier lines count too much.
    pub grown: BTreeSet<SmolStr>,
    /// The review that followed; `None` when nothing changed since the last one.
    pub review: Option<ReviewHeader>,
}

/// What an import would change: the change itself, and how it is told.
#[derive(Debug, Default)]
pub(crate) struct Difference {
    pub(crate) book: Vec<BookRow>,
    pub(crate) entries: Vec<(CustomerNo, KeyedEntry)>,
    pub(crate) report: ImportReport,
}

/// Where an entry stands among those of its customer, and which of the rows it
/// is. In order of customer, key, file and line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    no: CustomerNo,
    key: EntryKey,
    file: u32,
    line: u32,
    row: u32,
}

impl Difference {
    pub(crate) fn of(records: Records, numbers: &Numbers, known: &Known) -> Self {
        let mut difference = Self::default();
        let strangers = documents_of_several(&records.entries, known, numbers);
        let owners = |entry: &Entry| {
            let looked_at = !strangers.is_empty() && is_document(entry);
            looked_at.then(|| strangers.get(&entry.number)).flatten()
        };
        let mut places: Vec<Place> = Vec::with_capacity(records.entries.len());
        let mut seen = Seen::default();
        for ((row, no), of) in (0..).zip(&numbers.entries).zip(&records.entries) {
            if let Some(owners) = owners(&of.entry) {
                difference.report.rejected.push(rejected(of, owners));
                continue;
            }
            let key = key(&mut seen, *no, of);
            let Origin { file, line } = of.origin;
            places.push(Place { no: *no, key, file, line, row });
        }
        places.sort_unstable();
        difference.compare_entries(&places, records.entries, known);
        difference.report.grown = difference.grown_documents(known);
        difference.compare_book(&records.customers, &records.mentioned, numbers, known);
        difference.move_up(numbers.first_new);
        difference
    }

    /// Compares the entries with the known ones. Equal rows count once each as
    /// good; rows that say different things of one document are both rejected.
    fn compare_entries(&mut self, places: &[Place], rows: Vec<EntryRow>, known: &Known) {
        let mut entries: Vec<Option<Entry>> = rows.into_iter().map(|row| Some(row.entry)).collect();
        self.entries.reserve(places.len());
        for same in places.chunk_by(|a, b| (a.no, a.key) == (b.no, b.key)) {
            let Some((first, others)) = same.split_first() else { continue };
            let entry = |place: &Place| entries.get(place.row as usize).and_then(Option::as_ref);
            if let Some(other) = others.iter().find(|place| entry(place) != entry(first)) {
                self.reject_contradiction(same, other.line);
                continue;
            }
            let Some(entry) = entries.get_mut(first.row as usize).and_then(Option::take) else {
                continue;
            };
            self.report.entries_unchanged += others.len() as u64;
            match known.entries.get(&(first.no, first.key)) {
                Some(before) if *before == entry => {
                    self.report.entries_unchanged += 1;
                    continue;
                }
                Some(_) => self.report.counts.entries_changed += 1,
                None => self.report.counts.entries_added += 1,
            }
            self.entries.push((first.no, KeyedEntry { key: first.key, entry }));
        }
    }

    /// Documents of which lines are known that are not among the new ones, and new
    /// lines are. Either they are more lines, or corrections under another name.
    fn grown_documents(&self, known: &Known) -> BTreeSet<SmolStr> {
        let new_lines = self.entries.iter().filter(|(no, keyed)| {
            is_line_of_document(&keyed.entry) && !known.entries.contains_key(&(*no, keyed.key))
        });
        let new: HashSet<(CustomerNo, &SmolStr)> =
            new_lines.map(|(no, keyed)| (*no, &keyed.entry.number)).collect();
        if new.is_empty() {
            return BTreeSet::new();
        }
        let before = known.entries.iter().filter(|(_, entry)| is_line_of_document(entry));
        before
            .filter(|((no, _), entry)| new.contains(&(*no, &entry.number)))
            .map(|(_, entry)| entry.number.clone())
            .collect()
    }

    /// Newcomers of whom every row was rejected have no number: those after them
    /// move up.
    fn move_up(&mut self, first_new: CustomerNo) {
        let new = self.book.partition_point(|row| row.no < first_new);
        let of_new = self.entries.partition_point(|(no, _)| *no < first_new);
        let mut entries = self.entries.iter_mut().skip(of_new).peekable();
        for (row, no) in self.book.iter_mut().skip(new).zip(first_new..) {
            while let Some(entry) = entries.next_if(|entry| entry.0 == row.no) {
                entry.0 = no;
            }
            row.no = no;
        }
    }

    fn reject_contradiction(&mut self, places: &[Place], other_line: u32) {
        let first_line = places.first().map_or(0, |place| place.line);
        for Place { file, line, .. } in places.iter().copied() {
            let origin = Origin { file, line };
            let line = if line == first_line { other_line } else { first_line };
            self.report.rejected.push(Rejected::row(origin, Rejection::ContradictsRow { line }));
        }
    }

    /// Compares what is said of customers with what is known: what is stated
    /// replaces, what is mentioned in passing only fills in. A customer that only
    /// its entries touch gets a row too.
    fn compare_book(
        &mut self,
        stated: &[CustomerRow],
        mentioned: &[CustomerRow],
        numbers: &Numbers,
        known: &Known,
    ) {
        let mut book: BTreeMap<CustomerNo, BookRow> = BTreeMap::new();
        let blank = |no: CustomerNo| {
            let (stated, mentioned) = (Profile::default(), Profile::default());
            BookRow { no, id: numbers.id(no), stated, mentioned }
        };
        for (no, row) in numbers.customers.iter().zip(stated) {
            book.entry(*no).or_insert_with(|| blank(*no)).stated.update(&row.profile);
        }
        // The entries are in order of customer.
        let of_customers = self.entries.chunk_by(|a, b| a.0 == b.0);
        let touched: HashSet<CustomerNo> =
            of_customers.filter_map(|same| same.first()).map(|(no, _)| *no).collect();
        for (no, row) in numbers.mentioned.iter().zip(mentioned) {
            // A newcomer of whom every row was rejected is not in the book.
            if *no < numbers.first_new || touched.contains(no) || book.contains_key(no) {
                book.entry(*no).or_insert_with(|| blank(*no)).mentioned.update(&row.profile);
            }
        }
        for no in &touched {
            book.entry(*no).or_insert_with(|| blank(*no));
        }
        for (no, mut row) in book {
            if let Some(before) = known.profiles.get(&no) {
                row.mentioned = row.mentioned.beyond(before);
            }
            match known.profiles.get(&no) {
                None => self.report.counts.customers_added += 1,
                Some(before) if says_something_new(before, &row) => {
                    self.report.counts.customers_changed += 1;
                }
                Some(_) if touched.contains(&no) => self.report.customers_unchanged += 1,
                Some(_) => {
                    self.report.customers_unchanged += 1;
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

/// How many equal entries of a customer a file had so far, by file.
type Seen = HashMap<(u32, CustomerNo, EntryKey), u32, RandomState>;

/// The key of a row; it tells rows apart that are known by their whole content.
fn key(seen: &mut Seen, no: CustomerNo, row: &EntryRow) -> EntryKey {
    let key = row.entry.key(0);
    if row.entry.is_known_by_number() {
        return key;
    }
    let occurrence = seen.entry((row.origin.file, no, key)).or_default();
    *occurrence += 1;
    match *occurrence - 1 {
        0 => key,
        later => row.entry.key(later),
    }
}

/// Whether the entry is, or is part of, a numbered sales document.
fn is_document(entry: &Entry) -> bool {
    matches!(entry.kind, EntryKind::Invoice | EntryKind::CreditNote) && !entry.number.is_empty()
}

fn is_line_of_document(entry: &Entry) -> bool {
    entry.is_line() && is_document(entry)
}

/// Document numbers that stand with more than one customer, in the new rows or
/// together with the known ones, with the ids of those customers.
fn documents_of_several(
    rows: &[EntryRow],
    known: &Known,
    numbers: &Numbers,
) -> HashMap<SmolStr, Vec<String>> {
    let mut holder: HashMap<&SmolStr, CustomerNo, RandomState> = HashMap::default();
    for ((no, _), entry) in &known.entries {
        if is_document(entry) {
            holder.insert(&entry.number, *no);
        }
    }
    let mut several: HashMap<SmolStr, HashSet<CustomerNo>> = HashMap::new();
    let documents = numbers.entries.iter().zip(rows).filter(|(_, row)| is_document(&row.entry));
    let mut last = None;
    for (no, number) in documents.map(|(no, row)| (*no, &row.entry.number)) {
        // The lines of one document mostly stand together.
        if last.replace((no, number)) == Some((no, number)) {
            continue;
        }
        let first = *holder.entry(number).or_insert(no);
        if first != no {
            several.entry(number.clone()).or_default().extend([first, no]);
        }
    }
    several
        .into_iter()
        .map(|(number, customers)| {
            let mut ids: Vec<String> =
                customers.into_iter().map(|no| numbers.id(no).to_string()).collect();
            ids.sort_unstable();
            (number, ids)
        })
        .collect()
}

fn rejected(row: &EntryRow, customers: &[String]) -> Rejected {
    let number = row.entry.number.chars().take(SHOWN).collect();
    let customers = customers.to_vec();
    Rejected::row(row.origin, Rejection::NumberOfAnotherCustomer { number, customers })
}
