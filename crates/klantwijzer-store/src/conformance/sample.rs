//! Data for tests: the same seed makes the same data.

use jiff::Timestamp;
use jiff::civil::Date;
use klantwijzer_core::access::{Action, PersonId};
use klantwijzer_core::customer::{ContactPerson, CustomerNo, Profile, Role, Roles};
use klantwijzer_core::facts::{FactCatalog, FactColumns};
use klantwijzer_core::ledger::{Entry, EntryKind, KeyedEntry};
use klantwijzer_core::money::{Currency, Money};
use klantwijzer_core::review::{
    Doubt, KeptType, Override, Pending, Provisional, ReviewChunk, ReviewHeader, Standing,
    TypeRecord, Unscored,
};
use klantwijzer_core::settings::Thresholds;
use klantwijzer_core::types::CustomerType;
use smol_str::{SmolStr, format_smolstr};

use crate::{AuditLine, Batch, BatchCounts, BookRow, ImportInfo};

/// Numbers that look random and are not.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..4 {
            chance.next();
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number from 0 to below `end`; 0 when that is 0.
    pub fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 11).checked_rem(end).unwrap_or(0)
    }

    /// Whether one out of `times` comes up.
    pub fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len() as u64) as usize).copied()
    }

    fn word(&mut self, what: &str, kinds: u64) -> SmolStr {
        format_smolstr!("{what} {}", self.below(kinds))
    }

    fn date(&mut self) -> Date {
        Date::new(2015 + self.below(12) as i16, 1 + self.below(12) as i8, 1 + self.below(28) as i8)
            .unwrap_or(Date::ZERO)
    }
}

/// What holds for an import, before it is stored.
pub fn info(source: &str) -> ImportInfo {
    ImportInfo {
        id: 0,
        at: Timestamp::UNIX_EPOCH,
        by: "Nancy Davolio".to_owned(),
        sources: vec![source.to_owned()],
        counts: BatchCounts::default(),
        undone_at: None,
        by_hand: false,
    }
}

/// A line that says who did what to these customers.
pub fn line(action: Action, customers: &[&str]) -> AuditLine {
    AuditLine {
        number: 0,
        at: Timestamp::UNIX_EPOCH,
        person: PersonId::discord(123),
        name: "Nancy Davolio".to_owned(),
        action,
        customers: customers.iter().map(SmolStr::new).collect(),
        import: None,
        detail: "by hand".to_owned(),
    }
}

/// The outside id of a customer in all sample data.
pub fn id(no: CustomerNo) -> SmolStr {
    format_smolstr!("K{no:05}")
}

/// A row of the book without a profile.
pub fn row(no: CustomerNo) -> BookRow {
    BookRow { no, id: id(no), stated: Profile::default(), mentioned: Profile::default() }
}

/// An invoice with a number, of whole euros.
pub fn invoice(number: &str, date: Date, euros: i64) -> KeyedEntry {
    let mut entry = Entry::new(EntryKind::Invoice, date, Money::from_whole(euros));
    entry.number = SmolStr::new(number);
    KeyedEntry { key: entry.key(0), entry }
}

/// An import of these customers and entries, in whatever order.
pub fn batch(source: &str, book: Vec<BookRow>, entries: Vec<(CustomerNo, KeyedEntry)>) -> Batch {
    let (based_on, audit) = (None, Vec::new());
    let mut batch = Batch { info: info(source), book, entries, based_on, audit };
    batch.book.sort_by_key(|row| row.no);
    batch.entries.sort_by_key(|(no, keyed)| (*no, keyed.key));
    batch.entries.dedup_by_key(|(no, keyed)| (*no, keyed.key));
    batch
}

/// An import of at most `new` new customers from `next` on, some known ones,
/// and up to `entries` entries for each of them.
pub fn any_batch(chance: &mut Chance, next: CustomerNo, new: u64, entries: u64) -> Batch {
    let new = chance.below(new + 1) as CustomerNo;
    let mut touched: Vec<CustomerNo> =
        (0..chance.below(30)).map(|_| chance.below(next.into()) as CustomerNo).collect();
    touched.retain(|no| *no < next);
    touched.extend(next..next + new);
    touched.sort_unstable();
    touched.dedup();
    let mut book = Vec::new();
    let mut ledger = Vec::new();
    for no in touched {
        let mut row = row(no);
        if chance.one_in(2) {
            row.stated = any_profile(chance);
        }
        if chance.one_in(3) {
            row.mentioned = any_profile(chance);
        }
        book.push(row);
        for occurrence in 0..chance.below(entries + 1) as u32 {
            let entry = any_entry(chance);
            ledger.push((no, KeyedEntry { key: entry.key(occurrence), entry }));
        }
    }
    batch("sample.csv", book, ledger)
}

/// A profile, of which any field may be open.
pub fn any_profile(chance: &mut Chance) -> Profile {
    let mut profile = Profile::default();
    let some = |chance: &mut Chance, what| chance.one_in(2).then(|| chance.word(what, 5));
    profile.name = some(chance, "Bedrijf É").map(String::from);
    profile.sector = some(chance, "sector");
    profile.owner = some(chance, "owner");
    profile.parent = match chance.below(4) {
        0 => Some(chance.word("a parent with an id longer than most", 5)),
        1 => Some(id(chance.below(20) as CustomerNo)),
        _ => None,
    };
    profile.country = some(chance, "country");
    profile.city = some(chance, "city");
    profile.plugin = some(chance, "plugin");
    profile.given_value = some(chance, "gold").map(String::from);
    profile.roles = chance.pick(&Role::ALL).map_or(Roles::NONE, Roles::from);
    // In no order, and with repeats.
    profile.tags = (0..chance.below(4)).map(|_| chance.word("tag", 4)).collect();
    profile.facts =
        (0..chance.below(4)).map(|_| (chance.word("fact", 4), chance.below(100) as f64)).collect();
    profile.people = (0..chance.below(3)).map(|_| any_person(chance)).collect();
    profile.judged_on = chance.one_in(4).then(|| chance.date());
    profile
}

fn any_person(chance: &mut Chance) -> ContactPerson {
    ContactPerson {
        name: chance.word("Janssen", 3).into(),
        role: chance.one_in(2).then(|| "buyer".to_owned()),
        email: chance.one_in(2).then(|| "j@example.org".to_owned()),
        phone: chance.one_in(2).then(|| "010".to_owned()),
        opted_out: chance.one_in(5),
    }
}

/// An entry of any kind; one of few numbers, so that entries meet again.
pub fn any_entry(chance: &mut Chance) -> Entry {
    let kind = chance.pick(&EntryKind::ALL).unwrap_or(EntryKind::Invoice);
    let amount = Money::from_ten_thousandths(chance.below(1 << 40).cast_signed() - (1 << 39));
    let mut entry = Entry::new(kind, chance.date(), amount);
    let money = |chance: &mut Chance| {
        chance
            .one_in(2)
            .then(|| Money::from_ten_thousandths(chance.below(1 << 20).cast_signed() * 100))
    };
    if !chance.one_in(4) {
        entry.number = chance.word("2024-INV", 30);
        entry.line = chance.word("", 3);
    }
    entry.category = chance.word("category", 6);
    entry.cost = money(chance);
    entry.open = money(chance);
    // Not by chance, which would make other data of all that comes after it.
    entry.gross = (amount.ten_thousandths() % 2 == 0).then(|| amount + amount);
    entry.due = chance.one_in(2).then(|| chance.date());
    entry.paid_on = chance.one_in(2).then(|| chance.date());
    entry
}

/// A review's header before it is recorded.
pub fn header(as_of: Date) -> ReviewHeader {
    ReviewHeader {
        id: 0,
        as_of,
        currency: Currency::EUR,
        catalog: FactCatalog::new(["fact:own"]),
        sectors: Vec::new(),
        thresholds: Thresholds::default(),
        counts: [1, 2, 3, 4],
        positive_value: 12.5,
        changes: 7,
        basis: 9,
    }
}

/// A chunk of a review, of which `known` fact columns are known.
pub fn any_chunk(chance: &mut Chance, rows: usize, known: usize, factors: usize) -> ReviewChunk {
    let width = FactCatalog::new(["fact:own"]).ids().len();
    let mut chunk = ReviewChunk {
        roles: vec![Role::Buyer.into(); rows],
        facts: FactColumns::unknown(rows, width),
        factors: FactColumns::unknown(rows, factors),
        ..ReviewChunk::default()
    };
    for row in 0..rows {
        chunk.sector.push(chance.below(3) as u8);
        let value = if chance.one_in(20) { f64::NAN } else { chance.below(1 << 30) as f64 / 100.0 };
        chunk.value.push(value);
        chunk.potential.push(chance.below(1000) as f64 / 7.0);
        chunk.confidence.push(chance.below(1000) as f32 / 1000.0);
        chunk.standing.push(any_standing(chance));
        for column in 0..known {
            let number = match column % 3 {
                0 => chance.below(400) as f64,
                1 => chance.below(100_000_000) as f64 / 100.0,
                _ => chance.below(1000) as f64 / 999.0,
            };
            chunk.facts.set(column, row, if chance.one_in(10) { f64::NAN } else { number });
        }
        for column in 0..factors {
            chunk.factors.set(column, row, chance.below(1 << 40) as f64 / 3.0);
        }
    }
    chunk
}

fn any_standing(chance: &mut Chance) -> Standing {
    let customer_type = chance.pick(&CustomerType::ALL).unwrap_or(CustomerType::Large);
    match chance.below(20) {
        0 => Standing::Absent,
        1 => Standing::NoMoney,
        2 => Standing::Unscored(Unscored::FactUnknown(chance.below(9) as u8)),
        3 => Standing::Unscored(Unscored::NotFinite),
        4 => Standing::Unscored(Unscored::ValueUnknown),
        5 => Standing::Kept(KeptType {
            record: TypeRecord { customer_type, ..TypeRecord::UNDECIDED },
            scored_on: chance.date(),
        }),
        _ => Standing::Typed(TypeRecord {
            customer_type,
            pending: chance
                .one_in(9)
                .then(|| Pending { to: CustomerType::Strategic, since: chance.date() }),
            provisional: if chance.one_in(3) {
                Provisional::NO.with(Doubt::Young).with(Doubt::FewInvoices)
            } else {
                Provisional::NO
            },
        }),
    }
}

/// An override.
pub fn decision(customer: CustomerNo, reason: &str) -> Override {
    Override {
        customer,
        customer_type: CustomerType::Strategic,
        reason: reason.to_owned(),
        by: "Nancy Davolio".to_owned(),
        given_on: Date::constant(2026, 1, 2),
        until: Date::constant(2026, 12, 31),
    }
}
