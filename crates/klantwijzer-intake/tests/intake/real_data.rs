use std::path::PathBuf;

use jiff::civil::date;
use klantwijzer_core::customer::Role;
use klantwijzer_core::ledger::EntryKind;
use klantwijzer_core::money::{Currency, Money};
use klantwijzer_core::settings::Rate;
use klantwijzer_intake::{Field, FileKind, Intake, Note, Options, Problem};

use crate::{TODAY, money, options, read_with};

/// A file of the data beside the project, or `None`, said aloud, where it is absent.
fn data(name: &str) -> Option<Vec<u8>> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "../../../shared/data", name].iter().collect();
    let bytes = std::fs::read(path).ok();
    if bytes.is_none() {
        println!("skipped: the shared data file {name} is not here");
    }
    bytes
}

fn read_data(name: &str, options: &Options<'_>) -> Option<Intake> {
    Some(read_with(name, &data(name)?, options).unwrap_or_else(|error| panic!("{error}")))
}

fn dollars() -> Options<'static> {
    Options::new(TODAY, Currency::new("USD").unwrap())
}

fn total(intake: &Intake) -> Money {
    intake.records.entries.iter().map(|row| row.entry.amount).sum()
}

#[test]
fn northwind_customers() {
    let Some(intake) = read_data("northwind_customers.csv", &options()) else {
        return;
    };
    assert_eq!(intake.files[0].kind, FileKind::Customers);
    assert_eq!((intake.records.customers.len(), intake.rejected.len()), (93, 0));
    let first = &intake.records.customers[0];
    assert_eq!(first.id, "ALFKI");
    assert_eq!(first.profile.name.as_deref(), Some("Alfreds Futterkiste"));
    assert_eq!(first.profile.country.as_deref(), Some("Germany"));
    assert_eq!(first.profile.people[0].name, "Maria Anders");
    assert_eq!(first.profile.people[0].role.as_deref(), Some("Sales Representative"));
    assert_eq!(first.profile.people[0].phone.as_deref(), Some("030-0074321"));
}

#[test]
fn northwind_invoices() {
    let Some(intake) = read_data("northwind_invoices.csv", &dollars()) else {
        return;
    };
    let file = &intake.files[0];
    assert_eq!((file.kind, file.rows, file.rejected), (FileKind::Invoices, 830, 0));
    assert_eq!(total(&intake), money("1265793.22"));
    assert_eq!(intake.records.mentioned.len(), 89);
    let entry = &intake.records.entries[0].entry;
    assert_eq!((entry.number.as_str(), entry.date), ("10248", date(1996, 7, 4)));
    assert!(!entry.is_line());
    let mentioned = |id: &str| intake.records.mentioned.iter().find(|row| row.id == id).unwrap();
    let profile = &mentioned("VINET").profile;
    assert_eq!(profile.name.as_deref(), Some("Vins et alcools Chevalier"));
    assert_eq!(profile.city.as_deref(), Some("Reims"));
    assert!(profile.owner.is_some());
}

#[test]
fn northwind_invoice_lines() {
    let Some(intake) = read_data("northwind_invoice_lines.csv", &dollars()) else {
        return;
    };
    let file = &intake.files[0];
    assert_eq!((file.kind, file.rows, file.rejected), (FileKind::InvoiceLines, 2_155, 0));
    // Seven cents more than the invoices: this file rounds to cents by line,
    // the other by invoice, and seven invoices differ by one cent.
    assert_eq!(total(&intake), money("1265793.29"));
    let first = &intake.records.entries[0].entry;
    assert_eq!(
        (first.line.as_str(), first.category.as_str()),
        ("Queso Cabrales", "Dairy Products")
    );
    assert!(intake.records.entries.iter().all(|row| row.entry.is_line()));
    let mut keys: Vec<_> =
        intake.records.entries.iter().map(|row| (&row.customer, row.entry.key(0))).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 2_155);
}

#[test]
fn northwind_lines_computed_from_price_and_discount() {
    let Some(bytes) = data("northwind_invoice_lines.csv") else {
        return;
    };
    let text = String::from_utf8(bytes).unwrap();
    let without_amount: String =
        text.lines().map(|line| format!("{}\n", line.rsplit_once(',').unwrap().0)).collect();
    let intake = read_with("lines.csv", without_amount.as_bytes(), &dollars()).unwrap();
    assert_eq!(intake.files[0].rejected, 0);
    assert!(intake.files[0].notes.contains(&Note::AmountComputed));
    // Exact, where the file's own amounts are rounded to cents.
    assert_eq!(total(&intake), money("1265793.0395"));
}

#[test]
fn cdnow_orders() {
    let Some(intake) = read_data("cdnow_master.csv", &dollars()) else {
        return;
    };
    let file = &intake.files[0];
    assert_eq!((file.kind, file.rows, file.rejected), (FileKind::Invoices, 69_659, 0));
    let alike = Note::RowsAlike { rows: 255, lines: vec![1383, 1667, 1669, 1671, 1678] };
    assert_eq!(file.notes, [Note::AssumedInvoices, alike]);
    assert!(intake.records.mentioned.is_empty());
    assert!(intake.records.entries.iter().all(|row| row.entry.number.is_empty()));
}

#[test]
fn cdnow_sample_prefers_the_customer_id() {
    let Some(intake) = read_data("cdnow_sample.csv", &dollars()) else {
        return;
    };
    let file = &intake.files[0];
    assert_eq!((file.rows, file.rejected), (6_919, 0));
    assert_eq!(intake.records.entries[0].customer, "1");
    assert!(file.notes.contains(&Note::ColumnChosen {
        field: Field::Customer,
        chosen: "customer_id".into(),
        ignored: vec!["master_id".into()],
    }));
}

#[test]
fn donors() {
    let Some(intake) = read_data("kdd98_donors.csv", &dollars()) else {
        return;
    };
    let file = &intake.files[0];
    assert_eq!((file.kind, file.rows, file.rejected), (FileKind::Customers, 19_372, 0));
    let first = &intake.records.customers[0];
    assert_eq!(first.id, "5");
    assert!(first.profile.roles.has(Role::Donor));
    let facts: Vec<(&str, f64)> =
        first.profile.facts.iter().map(|(id, value)| (id.as_str(), *value)).collect();
    assert_eq!(
        facts,
        [
            ("days_since_first_gift", 2_800.0),
            ("days_since_last_gift", 791.0),
            ("fact:average_gift", 15.0),
            ("fact:response_rate", 0.067),
            ("gift_count_total", 35.0),
            ("gifts_total", 297.0),
            ("last_gift", 15.0),
        ]
    );
}

#[test]
fn advertisers_need_a_date_and_a_currency() {
    const NAME: &str = "google_political_ads_advertisers_2018.csv";
    let Some(bytes) = data(NAME) else { return };
    let refused = read_with(NAME, &bytes, &dollars()).unwrap_err();
    assert!(matches!(refused.problem, Problem::NoDateColumn { kind: FileKind::AdSpend, .. }));

    let dated = Options { date: Some(date(2018, 11, 6)), ..dollars() };
    let intake = read_with(NAME, &bytes, &dated).unwrap();
    assert_eq!((intake.files[0].rows, intake.files[0].rejected), (457, 0));
    assert_eq!(intake.records.mentioned.len(), 457);
    assert!(intake.records.mentioned[0].profile.roles.has(Role::Advertiser));
    assert!(intake.records.entries.iter().all(|row| row.entry.kind == EntryKind::AdSpend));

    // In euros without a rate for dollars every row is rejected.
    let euros = Options { date: dated.date, ..options() };
    assert_eq!(read_with(NAME, &bytes, &euros).unwrap().files[0].rejected, 457);
    let rates = [Rate { currency: dated.currency.clone(), from: None, rate: 0.5 }];
    let converted = read_with(NAME, &bytes, &Options { rates: &rates, ..euros }).unwrap();
    assert_eq!(total(&converted) + total(&converted), total(&intake));
}

#[test]
fn an_aggregate_is_not_understood() {
    let Some(bytes) = data("donations_bgbb.csv") else {
        return;
    };
    let refused = read_with("donations_bgbb.csv", &bytes, &options()).unwrap_err();
    assert!(matches!(refused.problem, Problem::UnknownKind { .. }), "{refused}");
}
