//! Writes a data folder to be kept with the tests: `tests/kept/README.md` says
//! when. There is something of everything in it.

#[path = "../tests/kept/told.rs"]
mod told;

use std::error::Error;
use std::fs::File;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::date;
use klantwijzer_core::access::{Action, PersonId};
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::customer::{ContactPerson, Profile, Role, Roles};
use klantwijzer_core::facts::{Fact, FactCatalog, FactColumns, Unit};
use klantwijzer_core::ledger::{Entry, EntryKind, KeyedEntry};
use klantwijzer_core::manifest::{Axis, FactSpec, FactorSpec, Words};
use klantwijzer_core::money::{Currency, Money};
use klantwijzer_core::programme::{Actor, Channel, ContactMoment};
use klantwijzer_core::review::{
    Claims, Doubt, Outage, Override, Pending, Provisional, ReviewChunk, ReviewHeader, SectorRecord,
    Standing, TypeRecord, Unscored,
};
use klantwijzer_core::settings::{Rate, Settings, Thresholds};
use klantwijzer_core::types::CustomerType;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::conformance::sample;
use klantwijzer_store::conformance::wait;
use klantwijzer_store::mentions::Mentions;
use klantwijzer_store::{
    AuditLine, Backups, BatchCounts, BookRow, Erased, Erasure, Store, StoreError, Workspaces,
};
use klantwijzer_store_sled::SledStore;

/// 2026-03-04T05:06:07.089Z.
const NOW: Timestamp = Timestamp::constant(1_772_600_767, 89_000_000);

fn words(one: &str) -> Bilingual {
    Bilingual { en: one.to_owned(), nl: format!("{one} nl") }
}

fn line(action: Action, customers: &[&str]) -> AuditLine {
    AuditLine {
        number: 0,
        at: NOW,
        person: PersonId::discord(123),
        name: "Nancy Davolio".into(),
        action,
        customers: customers.iter().map(|it| (*it).into()).collect(),
        import: None,
        detail: "by hand".into(),
    }
}

fn profile() -> Profile {
    Profile {
        name: Some("Save-a-lot Markets".into()),
        sector: Some("retail".into()),
        owner: Some("Nancy".into()),
        parent: Some("K00002".into()),
        country: Some("USA".into()),
        city: Some("Boise".into()),
        roles: Roles::from(Role::Buyer).with(Role::Prospect),
        plugin: Some("general".into()),
        given_value: Some("gold".into()),
        tags: vec!["a".into(), "b".into()],
        people: vec![
            ContactPerson {
                name: "Jose".into(),
                role: Some("buyer".into()),
                email: Some("jose@example.org".into()),
                phone: None,
                opted_out: true,
            },
            ContactPerson {
                name: "Karin".into(),
                role: None,
                email: None,
                phone: Some("010".into()),
                opted_out: false,
            },
        ],
        facts: vec![("employees".into(), 120.0), ("fact:own".into(), -0.5)],
        judged_on: Some(date(2026, 2, 1)),
    }
}

fn entries() -> Vec<(u32, KeyedEntry)> {
    let mut all = Vec::new();
    for (place, kind) in (0_u16..).zip(EntryKind::ALL) {
        let euros = if kind == EntryKind::CreditNote { -7 } else { 100 + i64::from(place) };
        let mut entry = Entry::new(
            kind,
            date(2025, 1 + (place % 12) as i8, 3),
            Money::from_ten_thousandths(euros * 10_000 + 25),
        );
        if place % 2 == 0 {
            entry.number = format!("2025-{place:03}").into();
            entry.line = "1".into();
            entry.category = "wine".into();
        }
        if place % 3 == 0 {
            entry.gross = Some(Money::from_whole(euros * 2));
            entry.due = Some(date(2025, 12, 1));
            entry.open = Some(Money::ZERO);
        }
        if place % 4 == 0 {
            entry.cost = Some(Money::from_whole(3));
            entry.paid_on = Some(date(2025, 11, 30));
        }
        all.push((u32::from(place % 4), KeyedEntry { key: entry.key(0), entry }));
    }
    all
}

fn settings() -> Settings {
    let moment = moment();
    let mut settings = Settings {
        rates: Currency::new("USD")
            .map(|currency| Rate { currency, from: Some(date(2026, 1, 1)), rate: 0.9 })
            .into_iter()
            .collect(),
        definitions: [("loyal".into(), "invoices_total > 3.0".to_owned())].into(),
        plugin_config: [("general".into(), "{\"a\": 1}".to_owned())].into(),
        account_managers: 4,
        programme: [(CustomerType::Strategic, vec![moment])].into(),
        ..Settings::default()
    };
    settings.thresholds.high_potential = 62.5;
    settings.ideal.sectors = vec!["retail".into()];
    settings.ideal.regulatory_pressure = Some(5.0);
    settings.no_signs.open_invoice_days = 80;
    settings.team.allowed_channels = [7, 8].into();
    settings.team.everyone = Some(klantwijzer_core::access::Level::Viewer);
    settings.team.levels = [(5, klantwijzer_core::access::Level::Admin)].into();
    settings
}

fn moment() -> ContactMoment {
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
        unscored: 0,
        claims: Some(Claims { sectors: vec!["retail".to_owned()], roles: vec![Role::Buyer] }),
        outage: (id != "general").then(|| Outage::Failed("crashed".to_owned())),
    }
}

fn review(number: u32) -> (ReviewHeader, ReviewChunk) {
    let catalog = FactCatalog::new(["fact:own", "fact:another"]);
    let rows = 9;
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
    ];
    chunk.sector = vec![0, 0, 0, 1, 0, 0, 255, 1, 255];
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
        basis: 0,
    };
    (header, chunk)
}

/// Imports of files and by hand, and one that is undone.
fn fill_book(store: &dyn Store, workspace: WorkspaceId) -> Result<(), StoreError> {
    let import =
        |source: &str, book: Vec<BookRow>, ledger: Vec<(u32, KeyedEntry)>, by_hand: bool, audit| {
            let mut batch = sample::batch(source, book, ledger);
            batch.info.at = NOW;
            batch.info.by_hand = by_hand;
            batch.info.counts = BatchCounts {
                customers_added: 1,
                customers_changed: 2,
                entries_added: 300,
                entries_changed: 4,
            };
            batch.audit = audit;
            wait(store.import(workspace, batch))
        };
    let row = sample::row;
    import(
        "first.csv",
        vec![
            BookRow { stated: profile(), ..row(0) },
            BookRow {
                mentioned: Profile { name: Some("SAVEA".into()), ..Profile::default() },
                ..row(1)
            },
            row(2),
            row(3),
        ],
        entries(),
        false,
        vec![line(Action::Import, &[])],
    )?;
    let mut roles = Vec::new();
    for (no, role) in (4..).zip(Role::ALL) {
        roles.push(BookRow {
            stated: Profile {
                roles: role.into(),
                name: Some(format!("Klant {no}")),
                ..Profile::default()
            },
            ..row(no)
        });
    }
    import(
        "second.xlsx",
        roles,
        vec![
            (4, sample::invoice("9", date(2026, 1, 2), 9)),
            (5, sample::invoice("10", date(2026, 1, 3), 12)),
        ],
        false,
        vec![line(Action::Import, &[])],
    )?;
    let undone = import(
        "wrong.csv",
        vec![row(1), row(12)],
        vec![(1, sample::invoice("11", date(2026, 1, 2), 1_000_000))],
        false,
        vec![line(Action::Import, &[])],
    )?;
    import(
        "Owner of Klant 6",
        vec![BookRow {
            stated: Profile { owner: Some("Karin".into()), ..Profile::default() },
            ..row(6)
        }],
        vec![],
        true,
        vec![line(Action::AssignOwner, &["K00006"])],
    )?;
    wait(store.undo(workspace, undone, NOW, &[line(Action::UndoImport, &[])])).map(|_| ())
}

fn fill(store: &dyn Store, workspace: WorkspaceId, name: &str) -> Result<(), StoreError> {
    wait(store.save_settings(
        workspace,
        name,
        &settings(),
        None,
        &[line(Action::ChangeSettings, &[])],
    ))?;
    fill_book(store, workspace)?;
    for number in [1, 2] {
        let (header, chunk) = review(number);
        wait(store.record_review(workspace, header, vec![chunk.into()], None))?;
    }
    for (customer, customer_type) in (0..).zip(CustomerType::ALL) {
        let decision = Override {
            customer,
            customer_type,
            reason: "they grow".into(),
            by: "Nancy".into(),
            given_on: date(2026, 3, 4),
            until: date(2026, 12, 31),
        };
        wait(store.set_override(workspace, &decision, &[line(Action::Override, &["K00000"])]))?;
    }
    wait(store.clear_override(workspace, 1, &[]))?;
    for action in Action::ALL {
        wait(store.note(workspace, &[line(action, &["K00001", "K00007"])]))?;
    }
    let erased = Erased {
        pseudonym: "erased-7".into(),
        at: NOW,
        salt: [7; 32],
        digests: vec![[9; 32], [8; 32]],
    };
    let mentions = Mentions::new(erased.pseudonym.clone(), ["K00007", "Klant 7"], [], []);
    let erasure = Erasure { customer: 7, mentions, erased, based_on: None };
    wait(store.erase(workspace, &erasure, None, &[line(Action::Erase, &["erased-7"])]))
}

fn main() -> Result<(), Box<dyn Error>> {
    let to = PathBuf::from(std::env::args_os().nth(1).ok_or("say which folder to write")?);
    let folder = to.join("data");
    // Opened twice, so that there is a snapshot of the engine's own.
    for (workspace, name) in
        [(WorkspaceId::named("local"), "local"), (WorkspaceId::guild(777 << 22), "server")]
    {
        let store = SledStore::open(&folder)?;
        fill(&store, workspace, name)?;
        if name == "server" {
            let audit = [line(Action::DeleteWorkspace, &[])];
            wait(store.schedule_deletion(workspace, Some(date(2027, 1, 2)), &audit))?;
        }
    }
    let store = SledStore::open(&folder)?;
    let mut file = Vec::new();
    wait(store.backup(&mut file))?;
    std::fs::write(to.join("backup.klantwijzer"), file)?;
    serde_json::to_writer_pretty(File::create(to.join("told.json"))?, &told::told(&store)?)?;
    drop(store);
    for name in ["lock", "reserve"] {
        std::fs::remove_file(folder.join(name))?;
    }
    Ok(())
}
