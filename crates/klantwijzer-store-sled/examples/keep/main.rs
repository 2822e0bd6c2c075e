//! Writes a data folder to be kept with the tests: `tests/kept/README.md` says
//! when. There is something of everything in it.

mod review;
#[path = "../../tests/kept/told.rs"]
mod told;

use std::error::Error;
use std::fs::File;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::date;
use klantwijzer_core::access::{Action, Level, PersonId};
use klantwijzer_core::customer::{ContactPerson, Profile, Role, Roles};
use klantwijzer_core::ledger::{Entry, EntryKind, KeyedEntry};
use klantwijzer_core::money::{Currency, Money};
use klantwijzer_core::review::Override;
use klantwijzer_core::settings::{Rate, Settings};
use klantwijzer_core::types::CustomerType;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::conformance::{sample, wait};
use klantwijzer_store::mentions::Mentions;
use klantwijzer_store::{
    AuditLine, Backups, BatchCounts, BookRow, Erased, Erasure, Store, StoreError, Workspaces,
};
use klantwijzer_store_sled::SledStore;

use crate::review::{moment, review};

/// 2026-03-04T05:06:07.089Z.
const NOW: Timestamp = Timestamp::constant(1_772_600_767, 89_000_000);

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
    settings.team.everyone = Some(Level::Viewer);
    settings.team.levels = [(5, Level::Admin)].into();
    settings
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
    let mentions = Mentions::new("erased-7".into(), ["K00007", "Klant 7"], [], []);
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
