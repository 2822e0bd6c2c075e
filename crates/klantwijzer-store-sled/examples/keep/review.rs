//! A review with something of everything in it.

use jiff::civil::date;
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::customer::Role;
use klantwijzer_core::facts::{Fact, FactCatalog, FactColumns, Unit};
use klantwijzer_core::manifest::{Axis, FactSpec, FactorSpec, Words};
use klantwijzer_core::money::Currency;
use klantwijzer_core::programme::{Actor, Channel, ContactMoment};
use klantwijzer_core::review::{
    Claims, Doubt, KeptType, Outage, Pending, Provisional, ReviewChunk, ReviewHeader, SectorRecord,
    Standing, TypeRecord, Unscored,
};
use klantwijzer_core::settings::Thresholds;
use klantwijzer_core::types::CustomerType;

pub(crate) fn review(number: u32) -> (ReviewHeader, ReviewChunk) {
    let catalog = FactCatalog::new(["fact:own", "fact:another"]);
    let rows = 10;
    let mut chunk = ReviewChunk {
        facts: FactColumns::unknown(rows, catalog.ids().len()),
        factors: FactColumns::unknown(rows, 2),
        ..ReviewChunk::default()
    };
    let typed = |customer_type, pending, provisional| {
        Standing::Typed(TypeRecord { customer_type, pending, provisional })
    };
    let doubts = Doubt::ALL.into_iter().fold(Provisional::NO, Provisional::with);
    chunk.standing = vec![
        typed(CustomerType::Strategic, None, Provisional::NO),
        typed(
            CustomerType::Large,
            Some(Pending { to: CustomerType::Transactional, since: date(2026, 2, 3) }),
            Provisional::NO.with(Doubt::Young),
        ),
        typed(
            CustomerType::Development,
            Some(Pending { to: CustomerType::Strategic, since: date(2025, 2, 3) }),
            doubts,
        ),
        typed(CustomerType::Transactional, None, Provisional::NO.with(Doubt::FewInvoices)),
        Standing::Unscored(Unscored::FactUnknown(1)),
        Standing::Unscored(Unscored::NotFinite),
        Standing::Unscored(Unscored::NoPlugin),
        Standing::Unscored(Unscored::PluginFailed),
        Standing::NoMoney,
        Standing::Kept(KeptType {
            record: TypeRecord { customer_type: CustomerType::Large, ..TypeRecord::UNDECIDED },
            scored_on: date(2025, 6, 30),
        }),
    ];
    chunk.sector = vec![0, 0, 0, 1, 0, 0, 255, 1, 255, 1];
    for row in 0..rows {
        let scored = row < 4;
        chunk.roles.push(Role::ALL[row % 8].into());
        chunk.value.push(if scored { 1000.25 - 300.0 * row as f64 } else { f64::NAN });
        chunk.potential.push(if scored && row != 3 { 10.0 * row as f64 } else { f64::NAN });
        chunk.confidence.push(0.25 * (row % 4) as f32);
        for column in 0..2 {
            chunk.factors.set(
                column,
                row,
                if scored { (10 * column + row) as f64 / 4.0 } else { f64::NAN },
            );
        }
        for (column, id) in catalog.ids().iter().enumerate() {
            // Its own number for each fact, whatever its column.
            let number = id.bytes().fold(0_u64, |all, byte| (all * 31 + u64::from(byte)) % 9973);
            let unknown = (number + row as u64).is_multiple_of(7);
            chunk.facts.set(
                column,
                row,
                if unknown { f64::NAN } else { number as f64 + row as f64 / 4.0 },
            );
        }
        // What the service desk spent, in euros.
        if row == 0 {
            chunk.facts.set(Fact::SupportCost12m.column(), row, 500.0);
            chunk.facts.set(Fact::SupportRequests12m.column(), row, 1.0);
        }
    }
    let header = ReviewHeader {
        id: 0,
        as_of: date(2026, number as i8, 5),
        currency: Currency::EUR,
        catalog,
        sectors: vec![sector("general"), sector("nonprofit")],
        thresholds: Thresholds { high_potential: 62.5, ..Thresholds::default() },
        counts: [1, 2, 3, 4],
        positive_value: 1950.75,
        changes: number,
        basis: 0x0123_4567_89ab_cdef,
    };
    (header, chunk)
}

pub(crate) fn moment() -> ContactMoment {
    ContactMoment {
        id: "visit".into(),
        label: Some(words("visit")),
        channel: Channel::Visit,
        ideal_days: Some(90),
        latest_days: None,
        who: vec![Actor::Ceo, Actor::AccountManager],
        lead_days: 14,
        minutes: 120,
    }
}

fn sector(id: &str) -> SectorRecord {
    let fact =
        |id: &str, unit, required| FactSpec { id: id.into(), unit, label: words(id), required };
    let channels = [
        Channel::Visit,
        Channel::Meeting,
        Channel::Workshop,
        Channel::Event,
        Channel::Proposal,
        Channel::Personal,
        Channel::Phone,
        Channel::Email,
        Channel::Internal,
    ];
    let actors = [
        Actor::AccountManager,
        Actor::SalesManager,
        Actor::SalesDirector,
        Actor::Ceo,
        Actor::Marketing,
        Actor::Product,
        Actor::Service,
        Actor::Sales,
        Actor::Fundraising,
    ];
    let moments = channels
        .into_iter()
        .zip(actors)
        .enumerate()
        .map(|(place, (channel, actor))| ContactMoment {
            id: format!("moment-{place}").into(),
            channel,
            who: vec![actor],
            latest_days: Some(100 + place as u16),
            ..moment()
        })
        .collect::<Vec<_>>();
    SectorRecord {
        id: id.into(),
        version: "1.2.3".into(),
        customer: Words { one: words("customer"), many: words("customers") },
        never_say_no: id != "general",
        facts: vec![
            fact("support_cost_12m", Unit::Money, false),
            fact("employees", Unit::Count, true),
            fact("days_since_last_invoice", Unit::Days, false),
            fact("share_of_wallet", Unit::Share, false),
            fact("pain_fit", Unit::Grade, false),
            fact("is_reference", Unit::YesNo, false),
            fact("fact:own", Unit::Money, false),
        ],
        factors: vec![
            FactorSpec {
                id: "revenue".into(),
                label: words("revenue"),
                axis: Axis::Value,
                weight: 0.0,
                facts: vec![],
            },
            FactorSpec {
                id: "size".into(),
                label: words("size"),
                axis: Axis::Potential,
                weight: 2.5,
                facts: vec!["employees".into()],
            },
        ],
        programme: [
            (CustomerType::Strategic, moments),
            (CustomerType::Transactional, vec![moment()]),
        ]
        .into(),
        customers: 5,
        high_value_from: if id == "general" { 1000.5 } else { f64::INFINITY },
        keep_value_from: 10.0,
        unscored: 3,
        claims: Some(Claims { sectors: vec!["retail".to_owned()], roles: vec![Role::Buyer] }),
        outage: match id {
            "general" => None,
            "nonprofit" => Some(Outage::Failed("crashed".to_owned())),
            _ => Some(Outage::Missing),
        },
    }
}

fn words(one: &str) -> Bilingual {
    Bilingual { en: one.to_owned(), nl: format!("{one} nl") }
}
