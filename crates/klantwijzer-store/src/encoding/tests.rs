//! What every later version must be able to do with what this one writes, and
//! this one with what earlier ones wrote. Whole folders of theirs are kept with
//! the embedded store.

use jiff::civil::date;
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::customer::Role;
use klantwijzer_core::facts::{Fact, FactCatalog, FactColumns};
use klantwijzer_core::manifest::{Axis, FactSpec, FactorSpec, Words};
use klantwijzer_core::programme::{Actor, Channel, ContactMoment};
use klantwijzer_core::review::{
    Claims, Doubt, Outage, Pending, Provisional, ReviewChunk, ReviewHeader, SectorRecord, Standing,
    TypeRecord, Unscored,
};
use klantwijzer_core::types::CustomerType;
use serde_json::{Value, json};
use smol_str::SmolStr;

use super::kept::{Exact, Kept, kept};
use super::records::{decode_named, encode_named};
use super::sealed::{NAMES, POSITIONS, seal, unseal};
use super::{FactPlaces, Record, encode_chunk, without_rows};
use crate::conformance::sample;
use crate::{AuditLine, Erased, StoreError};

fn header() -> ReviewHeader {
    let words = |one: &str| Bilingual { en: one.to_owned(), nl: format!("{one} nl") };
    let moment = ContactMoment {
        id: "visit".into(),
        label: Some(words("visit")),
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
            weight: 0.1 + 0.2,
            facts: vec!["employees".into()],
        }],
        programme: [(CustomerType::Strategic, vec![moment])].into(),
        customers: 12,
        high_value_from: f64::INFINITY,
        keep_value_from: -1e-300,
        unscored: 3,
        claims: Some(Claims { sectors: vec!["retail".to_owned()], roles: vec![Role::Buyer] }),
        outage: Some(Outage::Failed("crashed".to_owned())),
    };
    ReviewHeader { id: 4, sectors: vec![sector], ..sample::header(date(2026, 3, 4)) }
}

fn named(sealed: &[u8]) -> Value {
    let (version, payload) = unseal(sealed).expect("sealed");
    assert_eq!(version, NAMES);
    serde_json::from_slice(&payload).expect("JSON")
}

/// Adds a field that no program of now knows to every struct in a record.
fn grown(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, grown(value)));
            fields.chain([("one_more".to_owned(), json!({ "x": [1, null] }))]).collect()
        }
        Value::Array(values) => values.into_iter().map(grown).collect(),
        other => other,
    }
}

#[test]
fn a_field_more_in_any_struct_is_read_past() -> Result<(), StoreError> {
    let regrown = |sealed: &[u8]| seal(NAMES, grown(named(sealed)).to_string().as_bytes());
    let header = header();
    let sealed = header.encode()?;
    assert_eq!(ReviewHeader::decode(&sealed)?, header);
    assert_eq!(ReviewHeader::decode(&regrown(&sealed))?, header);
    let line = sample::line(klantwijzer_core::access::Action::Erase, &["K1"]);
    assert_eq!(AuditLine::decode(&regrown(&line.encode()?))?, line);
    let erased = Erased {
        pseudonym: "x".into(),
        at: jiff::Timestamp::UNIX_EPOCH,
        salt: [7; 32],
        digests: vec![[255; 32]],
    };
    assert_eq!(Erased::decode(&regrown(&erased.encode()?))?, erased);
    Ok(())
}

/// A struct of the domain, before and after it gained a field.
#[derive(Debug, PartialEq)]
struct Before {
    amount: f64,
    inner: Inner,
}

#[derive(Debug, PartialEq)]
struct After {
    amount: f64,
    inner: Inner,
    days: Option<u32>,
}

#[derive(Debug, PartialEq, Clone)]
struct Inner {
    name: String,
}

kept!(KeptBefore: Before { amount: Exact, inner: KeptInner, });
kept!(KeptAfter: After {
    amount: Exact,
    inner: KeptInner,
    @later { days: Option<u32>, }
});
kept!(KeptInner: Inner { name: String, });

#[test]
fn what_was_written_before_a_field_came_is_read_without_it() -> Result<(), StoreError> {
    let inner = Inner { name: "x".to_owned() };
    let before = Before { amount: 0.1 + 0.2, inner: inner.clone() };
    let after = After { amount: 0.1 + 0.2, inner, days: None };
    let by_name = encode_named(&KeptBefore::keep(&before))?;
    let first = postcard::to_stdvec(&(before.amount, "x")).expect("positions");
    for sealed in [by_name, seal(POSITIONS, &first)] {
        assert_eq!(decode_named::<KeptAfter>(&sealed)?.give()?, after);
        assert_eq!(decode_named::<KeptBefore>(&sealed)?.give()?, before);
    }
    // And the other way: an older program reads what a newer one wrote.
    let newer = encode_named(&KeptAfter::keep(&After { days: Some(3), ..after }))?;
    assert_eq!(decode_named::<KeptBefore>(&newer)?.give()?, before);
    Ok(())
}

#[test]
fn any_number_in_a_record_comes_back_bit_by_bit() -> Result<(), StoreError> {
    for number in [0.0, -0.0, 0.1 + 0.2, 1e300, f64::MIN_POSITIVE, f64::INFINITY, f64::NAN] {
        let sealed = encode_named(&<Exact as Kept<f64>>::keep(&number))?;
        let back: f64 = decode_named::<Exact>(&sealed)?.give()?;
        assert!(back.to_bits() == number.to_bits() || back.is_nan() && number.is_nan());
    }
    Ok(())
}

/// A chunk of two customers with these facts, in these columns.
fn chunk(columns: &[[f64; 2]]) -> ReviewChunk {
    let mut facts = FactColumns::unknown(2, columns.len());
    for (column, values) in columns.iter().enumerate() {
        facts.set(column, 0, values[0]);
        facts.set(column, 1, values[1]);
    }
    ReviewChunk {
        facts,
        sector: vec![0, 0],
        value: vec![1.0, 2.0],
        standing: vec![Standing::NoMoney; 2],
        ..ReviewChunk::default()
    }
}

#[test]
fn columns_are_read_by_the_ids_that_were_recorded() -> Result<(), StoreError> {
    // Recorded by a program with other facts in another order.
    let ids = ["support_cost_12m", "fact:b", "a_fact_that_went", "fact:a", "net_revenue_12m"];
    let sealed =
        encode_chunk(&chunk(&[[1.0, 10.0], [2.0, 20.0], [3.0, 30.0], [4.0, 40.0], [5.0, 50.0]]))?;
    let mut recorded = named(&header().encode()?);
    recorded["catalog"] = json!(ids);
    let recorded = seal(NAMES, recorded.to_string().as_bytes());
    let header = ReviewHeader::decode(&recorded)?;
    assert_eq!(header.catalog, FactCatalog::new(ids));
    assert_eq!(header.catalog.ids()[..Fact::COUNT], *FactCatalog::default().ids());

    let read = |sealed: &[u8]| FactPlaces::of(&recorded)?.chunk(sealed);
    let expected = [
        (Fact::SupportCost12m.id(), 1.0),
        ("fact:b", 2.0),
        ("a_fact_that_went", 3.0),
        ("fact:a", 4.0),
        (Fact::NetRevenue12m.id(), 5.0),
    ];
    let known = |chunk: &ReviewChunk, row: usize| -> Vec<(SmolStr, f64)> {
        let ids = header.catalog.ids().iter().enumerate();
        let value = |(column, id): (usize, &SmolStr)| {
            let value = chunk.facts.get(column, row);
            (!value.is_nan()).then(|| (id.clone(), value))
        };
        let mut known: Vec<_> = ids.filter_map(value).collect();
        known.sort_by(|a, b| a.1.total_cmp(&b.1));
        known
    };
    let found = read(&sealed)?;
    assert_eq!(found.facts.width(), header.catalog.ids().len());
    assert_eq!(found.facts.fact(Fact::SupportCost12m, 1).to_string(), "10");
    assert!(found.facts.fact(Fact::OpenTotal, 0).is_nan());
    assert_eq!(known(&found, 0), expected.map(|(id, value)| (SmolStr::new(id), value)));
    // Erasing somebody leaves the columns where they were recorded.
    let erased = without_rows(&sealed, [0].into_iter())?.expect("somebody is gone");
    let left = read(&erased)?;
    assert!(known(&left, 0).is_empty());
    assert_eq!(known(&left, 1), known(&found, 1));
    assert!(without_rows(&erased, [0].into_iter())?.is_none());
    Ok(())
}

/// The bytes are those that lie on disks: none may change.
#[test]
fn every_outcome_has_its_own_bytes() {
    let typed = |customer_type, pending, provisional| {
        Standing::Typed(TypeRecord { customer_type, pending, provisional })
    };
    let pending = Pending { to: CustomerType::Transactional, since: date(2026, 3, 4) };
    let doubts = Provisional::NO.with(Doubt::PotentialUnknown).with(Doubt::FewInvoices);
    let cases: [(Standing, &[u8]); 9] = [
        (Standing::Absent, b"\x00"),
        (Standing::NoMoney, b"\x01"),
        (Standing::Unscored(Unscored::NoPlugin), b"\x02\x00"),
        (Standing::Unscored(Unscored::PluginFailed), b"\x02\x01"),
        (Standing::Unscored(Unscored::FactUnknown(7)), b"\x02\x02\x07"),
        (Standing::Unscored(Unscored::NotFinite), b"\x02\x03"),
        (typed(CustomerType::Strategic, None, Provisional::NO), b"\x03\x00\x00\x00"),
        (typed(CustomerType::Large, None, Provisional::NO.with(Doubt::Young)), b"\x03\x01\x00\x04"),
        (
            typed(CustomerType::Development, Some(pending), doubts),
            b"\x03\x02\x01\x03\x0a2026-03-04\x09",
        ),
    ];
    for (standing, bytes) in cases {
        assert_eq!(super::review::bytes_of(standing), bytes, "{standing:?}");
    }
}
