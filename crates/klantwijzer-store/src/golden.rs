//! Values as version 1 wrote them, kept in `golden/v1.txt`: they must be read as
//! long as there is data of that version.
//!
//! When a test here fails, a stored shape has changed: give the values a new
//! version and keep the old shape beside it. Only before a first release may the
//! file be written anew, with `KLANTWIJZER_BLESS=1`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Mutex;
use std::{env, fs};

use jiff::civil::{Date, date};
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::{ContactPerson, Profile, Role, Roles};
use klantwijzer_core::facts::FactColumns;
use klantwijzer_core::ledger::{Entry, EntryKey, EntryKind, KeyedEntry};
use klantwijzer_core::manifest::{Axis, Bilingual, FactSpec, FactorSpec, Words};
use klantwijzer_core::money::Money;
use klantwijzer_core::programme::{Actor, Channel, ContactMoment};
use klantwijzer_core::review::{
    Doubt, Outage, Override, Pending, Provisional, ReviewChunk, ReviewHeader, SectorRecord,
    Standing, TypeRecord, Unscored,
};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::types::CustomerType;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::conformance::sample;
use crate::encoding::{
    Counters, StoredSettings, Texts, decode, decode_book, decode_chunk, decode_entries,
    decode_header, encode, encode_book, encode_chunk, encode_entries, unseal,
};
use crate::{AuditLine, BatchCounts, BookRow, ImportInfo, StoreError};

const DAY: Date = date(2026, 3, 4);

/// The sealed bytes that were kept under a name. With `KLANTWIJZER_BLESS` they
/// are first set to `now`.
fn kept(name: &str, now: &[u8]) -> Vec<u8> {
    static WRITING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = WRITING.lock().expect("no test stopped here");
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden/v1.txt");
    let text = fs::read_to_string(&path).unwrap_or_default();
    let mut all: BTreeMap<&str, &str> =
        text.lines().filter_map(|line| line.split_once(": ")).collect();
    let hex = now.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a string grows");
        hex
    });
    if env::var_os("KLANTWIJZER_BLESS").is_some() {
        all.insert(name, &hex);
        let lines = all.iter().map(|(name, hex)| format!("{name}: {hex}\n"));
        fs::write(path, lines.collect::<String>()).expect("the golden file can be written");
    }
    let hex = all.get(name).unwrap_or_else(|| panic!("nothing is kept under {name}")).as_bytes();
    let digit = |digit: u8| char::from(digit).to_digit(16).expect("a digit") as u8;
    hex.chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

/// Checks that what was kept is read as `value`, and that `value` is still
/// written in the same way, however it is packed.
pub(crate) fn check<T: PartialEq + std::fmt::Debug>(
    name: &str,
    value: &T,
    write: impl Fn(&T) -> Result<Vec<u8>, StoreError>,
    read: impl Fn(&[u8]) -> Result<T, StoreError>,
) {
    let now = write(value).expect("a good value");
    let kept = kept(name, &now);
    assert_eq!(&read(&kept).expect("readable for ever"), value, "{name}");
    let payload = |sealed: &[u8]| unseal(sealed).expect("sealed").1.into_owned();
    assert_eq!(payload(&kept), payload(&now), "{name} is written in another way");
}

fn check_record<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(
    name: &str,
    value: &T,
) {
    check(name, value, encode, decode);
}

#[test]
fn small_records() {
    check_record("counters", &Counters { next_customer: 70_000, imports: 3, reviews: 2 });
    check_record(
        "import",
        &ImportInfo {
            id: 3,
            at: "2026-03-04T05:06:07.089Z".parse().expect("a time"),
            by: "Nancy".to_owned(),
            sources: vec!["a.csv".to_owned(), "b.xlsx".to_owned()],
            counts: BatchCounts {
                customers_added: 1,
                customers_changed: 2,
                entries_added: 300,
                entries_changed: 4,
            },
            undone_at: Some(jiff::Timestamp::UNIX_EPOCH),
            by_hand: true,
        },
    );
    let decision = Override {
        customer: 5,
        customer_type: CustomerType::Development,
        reason: "they grow".to_owned(),
        by: "Nancy".to_owned(),
        given_on: DAY,
        until: date(2026, 12, 31),
    };
    check_record("override", &decision);
    for action in Action::ALL {
        let line = AuditLine { number: 9, import: Some(4), ..sample::line(action, &["K1", "K2"]) };
        check_record(&format!("audit {}", action.id()), &line);
    }
    let settings = StoredSettings::new("team", &Settings::default()).expect("good settings");
    let kept = kept("settings", &encode(&settings).expect("good settings"));
    let read: StoredSettings = decode(&kept).expect("readable for ever");
    assert_eq!(read.settings().expect("readable for ever"), Settings::default());
    check_record("ids", &Texts::of(["K1", "K12", "é", "", "K12"]));
}

#[test]
fn a_block_of_the_book() {
    let stated = Profile {
        name: Some("Save-a-lot Markets".to_owned()),
        sector: Some("retail".into()),
        owner: Some("Nancy".into()),
        parent: Some("HQ".into()),
        country: Some("USA".into()),
        city: Some("Boise".into()),
        roles: Roles::from(Role::Buyer).with(Role::Prospect),
        plugin: Some("general".into()),
        given_value: Some("gold".to_owned()),
        tags: vec!["a".into(), "b".into()],
        people: vec![ContactPerson {
            name: "Jose".to_owned(),
            role: Some("buyer".to_owned()),
            email: Some("jose@example.org".to_owned()),
            phone: None,
            opted_out: true,
        }],
        facts: vec![("employees".into(), 120.0), ("fact:own".into(), -0.5)],
        judged_on: Some(DAY),
    };
    let mentioned = Profile { name: Some("SAVEA".to_owned()), ..Profile::default() };
    let rows = vec![
        BookRow { stated, ..sample::row(7) },
        BookRow { mentioned, ..sample::row(300) },
        sample::row(301),
    ];
    check("book", &rows, |rows| encode_book(rows), decode_book);
}

#[test]
fn a_block_of_entries() {
    let full = Entry {
        gross: Some(Money::from_ten_thousandths(149_382)),
        cost: Some(Money::from_whole(7)),
        number: "2026-0001".into(),
        line: "1".into(),
        category: "wine".into(),
        due: Some(date(2026, 4, 3)),
        paid_on: Some(date(2026, 3, 1)),
        open: Some(Money::ZERO),
        ..Entry::new(EntryKind::Invoice, DAY, Money::from_ten_thousandths(123_456))
    };
    let second = Entry { line: "2".into(), cost: None, ..full.clone() };
    let credit = Entry::new(EntryKind::CreditNote, date(1999, 12, 31), Money::from_whole(-5));
    let document = Entry::new(EntryKind::Document, DAY, Money::ZERO);
    let keyed = |key, entry: &Entry| KeyedEntry { key: EntryKey(key), entry: entry.clone() };
    let entries = vec![
        (5, keyed(1, &full)),
        (5, keyed(u128::MAX, &second)),
        (6, keyed(3, &credit)),
        (900, keyed(4, &document)),
    ];
    let write = |entries: &Vec<_>| encode_entries(&entries.iter().collect::<Vec<_>>());
    let read = |sealed: &[u8]| {
        let mut entries = Vec::new();
        decode_entries(sealed, |no, keyed| entries.push((no, keyed)))?;
        Ok(entries)
    };
    check("entries", &entries, write, read);
}

#[test]
fn a_review() {
    let words = |one: &str| Bilingual { en: one.to_owned(), nl: one.to_owned() };
    let moment = ContactMoment {
        id: "visit".into(),
        label: words("visit"),
        channel: Channel::Visit,
        ideal_days: Some(90),
        latest_days: None,
        who: vec![Actor::Ceo, Actor::AccountManager],
        lead_days: 14,
        minutes: 120,
    };
    let sector = SectorRecord {
        id: "general".into(),
        version: "1.0.0".into(),
        customer: Words { one: words("customer"), many: words("customers") },
        never_say_no: false,
        facts: vec![FactSpec {
            id: "employees".into(),
            unit: klantwijzer_core::facts::Unit::Count,
            label: words("employees"),
            required: true,
        }],
        factors: vec![FactorSpec {
            id: "size".into(),
            label: words("size"),
            axis: Axis::Potential,
            weight: 2.5,
            facts: vec!["employees".into()],
        }],
        programme: [(CustomerType::Strategic, vec![moment])].into(),
        customers: 12,
        high_value_from: f64::INFINITY,
        keep_value_from: 10.0,
        unscored: 0,
        claims: None,
        outage: Some(Outage::Failed("crashed".to_owned())),
    };
    let header = ReviewHeader { id: 4, sectors: vec![sector], basis: 0, ..sample::header(DAY) };
    let kept = kept("review", &[]);
    assert_eq!(decode_header(&kept).expect("readable for ever"), header);
}

#[test]
fn a_chunk_of_a_review() {
    let mut facts = FactColumns::unknown(5, 5);
    let columns = [
        [1.0, 250.0, 3.0, 0.0, 9.0],
        [1.25, -99_999.99, 3.5, 0.01, 9.0],
        [0.1 + 0.2, 1e300, -0.0, 0.0, 1.0],
        [0.0001, 10.0, 20.0, 30.0, 12.3456],
    ];
    for (column, values) in columns.iter().enumerate() {
        for (row, value) in values.iter().enumerate() {
            facts.set(column, row, *value);
        }
    }
    let typed = |pending| {
        Standing::Typed(TypeRecord {
            customer_type: CustomerType::Large,
            pending,
            provisional: Provisional::NO.with(Doubt::Young),
        })
    };
    let chunk = ReviewChunk {
        roles: vec![Role::Buyer.into(); 5],
        factors: facts.clone(),
        facts,
        sector: vec![0, 1, 255, 0, 0],
        value: vec![1.0, 2.0, 3.5, 4.0, 5.0],
        potential: vec![10.0, 99.9, 0.0, 50.0, 33.3],
        confidence: vec![0.5, 0.25, 1.0, 0.0, 0.1],
        standing: vec![
            Standing::Absent,
            Standing::NoMoney,
            Standing::Unscored(Unscored::FactUnknown(7)),
            typed(None),
            typed(Some(Pending { to: CustomerType::Strategic, since: DAY })),
        ],
    };
    check("chunk", &chunk, encode_chunk, decode_chunk);
    // An unknown number is equal to none, so it is looked at by itself.
    let mut unknown = chunk;
    unknown.value[2] = f64::NAN;
    let kept = kept("chunk with an unknown value", &encode_chunk(&unknown).expect("good"));
    let back = decode_chunk(&kept).expect("readable for ever");
    assert!(back.value[2].is_nan());
    assert_eq!(back.value[3..], unknown.value[3..]);
}
