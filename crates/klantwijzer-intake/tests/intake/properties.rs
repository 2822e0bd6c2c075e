use jiff::civil::{Date, date};
use klantwijzer_core::ledger::Entry;
use klantwijzer_core::money::Money;
use klantwijzer_core::records::Records;
use klantwijzer_intake::{FileKind, Intake, Note, Options};
use proptest::prelude::*;
use proptest::sample::select;

use crate::{amounts, entries_of, intake, options, read_with};

/// An amount as a person might write it, with this decimal sign.
fn written(units: i64, decimals: usize, sign: char, thousands: &str, dress: usize) -> String {
    let scale = 10u64.pow(decimals as u32);
    let size = units.unsigned_abs();
    let whole = (size / scale).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push_str(thousands);
        }
        grouped.push(digit);
    }
    let digits =
        if decimals == 0 { grouped } else { format!("{grouped}{sign}{:0decimals$}", size % scale) };
    match (units < 0, dress) {
        (true, 0) => format!("({digits})"),
        (true, 1) => format!("{digits}-"),
        (true, 2) => format!("€ -{digits}"),
        (true, _) => format!("-{digits}"),
        (false, 2) => format!("€ {digits}"),
        (false, 1) => format!("{digits} EUR"),
        (false, _) => digits,
    }
}

fn date_written(day: Date, form: usize) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let months =
        ["jan", "feb", "maart", "april", "mei", "juni", "july", "aug", "sept", "okt", "nov", "dec"];
    let name = months[usize::try_from(m - 1).unwrap()];
    match form {
        0 => format!("{y}-{m:02}-{d:02}"),
        1 => format!("{d}-{m}-{y}"),
        2 => format!("{d:02}/{m:02}/{y}"),
        3 => format!("{d} {name} {y}"),
        4 => format!("{y}{m:02}{d:02}"),
        5 => format!("{y}-{m:02}-{d:02}T23:59:59.999Z"),
        _ => format!("{d}.{m}.{y} 14:05"),
    }
}

fn days() -> impl Strategy<Value = Date> {
    (1900i16..2035, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| date(y, m, d))
}

/// A cell of any sort, good and bad.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(vec!["K1", "K2", "K3", "F1", "F2", "CN-1", "10", "12,5", "-3,25", "1.234,5", "0",
            "1-2-2024", "31-12-2023", "2024-05-06", "Bout", "Moer", "ja", "", "n/a", "USD 5"])
            .prop_map(str::to_owned),
        1 => "[ -~]{0,12}",
        1 => any::<String>(),
    ]
}

/// A file of a header and rows of random cells.
fn file() -> impl Strategy<Value = (&'static str, Vec<Vec<String>>)> {
    let headers = select(vec![
        "klant;datum;bedrag",
        "factuurnr;klant;datum;artikel;bedrag",
        "factuurnr;klant;datum;bedrag;accountmanager;soort",
        "klantnummer;naam;branche;fte;share of wallet",
        "klant;datum;supportkosten;marketingkosten",
        "lead naam;aangedragen door;datum",
        "klant;datum;kanaal",
        "donateur;datum;giftbedrag",
    ]);
    (headers, prop::collection::vec(prop::collection::vec(cell(), 1..7), 0..30))
}

fn text_of(header: &str, rows: &[Vec<String>]) -> String {
    let mut text = format!("{header}\n");
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"").replace(['\n', '\r'], " ")))
            .collect();
        text.push_str(&cells.join(";"));
        text.push('\n');
    }
    text
}

/// Records without where they stood, in an order of their own.
fn content(records: &Records) -> Vec<String> {
    let customers = records.customers.iter().map(|row| format!("c {} {:?}", row.id, row.profile));
    let mentioned = records.mentioned.iter().map(|row| format!("m {} {:?}", row.id, row.profile));
    let entries = records.entries.iter().map(|row| format!("e {} {:?}", row.customer, row.entry));
    let mut all: Vec<String> = customers.chain(mentioned).chain(entries).collect();
    all.sort_unstable();
    all
}

/// The notes without the numbers of lines, which the order of rows decides.
fn notes(intake: &Intake) -> Vec<Note> {
    let mut notes = intake.files[0].notes.clone();
    for note in &mut notes {
        if let Note::RowsAlike { lines, .. } = note {
            lines.clear();
        }
    }
    notes
}

proptest! {
    #[test]
    fn amounts_come_back_from_every_notation(
        units in -999_999_999_999i64..999_999_999_999,
        decimals in 0usize..=4,
        (sign, thousands) in select(vec![
            (',', ""), (',', "."), (',', " "), (',', "\u{a0}"), ('.', ""), ('.', ","), ('.', "'"),
        ]),
        dress in 0usize..4,
    ) {
        let amount = written(units, decimals, sign, thousands, dress);
        // A second row settles what the first may leave open.
        let text = format!("klant|datum|bedrag\nK1|2024-01-01|{amount}\nK1|2024-01-01|0{sign}5\n");
        let expected = Money::from_ten_thousandths(units * 10i64.pow(4 - decimals as u32));
        prop_assert_eq!(amounts(&intake(&text))[0], expected, "{}", amount);
    }

    #[test]
    fn dates_come_back_from_every_notation(day in days(), form in 0usize..7) {
        let text = format!("klant;datum;bedrag\nK1;{};1\n", date_written(day, form));
        prop_assert_eq!(entries_of(&intake(&text))[0].date, day);
    }

    #[test]
    fn no_row_is_lost((header, rows) in file()) {
        let text = text_of(header, &rows);
        let Ok(read) = read_with("a.csv", text.as_bytes(), &options()) else { return Ok(()) };
        // A line of nothing but separators and quotes is no row.
        let nothing = |c: char| matches!(c, ' ' | '"' | ';' | '\n' | '\r');
        let is_filled = |row: &&Vec<String>| !row.iter().all(|cell| cell.chars().all(nothing));
        let filled = rows.iter().filter(is_filled).count() as u64;
        let report = &read.files[0];
        prop_assert_eq!(report.rows, filled);
        let mut lines: Vec<u32> = read.records.customers.iter().map(|r| r.origin.line)
            .chain(read.records.entries.iter().map(|r| r.origin.line)).collect();
        lines.sort_unstable();
        lines.dedup();
        prop_assert_eq!(lines.len() as u64, report.good);
        prop_assert!(read.rejected.iter().all(|r| !lines.contains(&r.origin.line)));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        ((header, rows), shuffled) in file().prop_flat_map(|(header, rows)| {
            let shuffled = Just(rows.clone()).prop_shuffle();
            (Just((header, rows)), shuffled)
        }),
    ) {
        let first = read_with("a.csv", text_of(header, &rows).as_bytes(), &options());
        let second = read_with("a.csv", text_of(header, &shuffled).as_bytes(), &options());
        match (first, second) {
            (Ok(first), Ok(second)) => {
                prop_assert_eq!(content(&first.records), content(&second.records));
                prop_assert_eq!(first.files[0].rejected, second.files[0].rejected);
                prop_assert_eq!(notes(&first), notes(&second));
            }
            (first, second) => prop_assert_eq!(first.err(), second.err()),
        }
    }

    #[test]
    fn no_bytes_make_it_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        start in select(vec![&b""[..], b"PK\x03\x04", b"klant;datum;bedrag\n", b"\xFF\xFE", b"naam,\"fte\"\n"]),
        kind in select(FileKind::ALL.to_vec()),
    ) {
        let all = [start, &bytes].concat();
        let _ = read_with("a", &all, &options());
        let stated = Options { kind: Some(kind), date: Some(date(2024, 1, 1)), ..options() };
        let _ = read_with("a", &all, &stated);
    }

    #[test]
    fn entries_of_one_file_have_keys_of_their_own(
        rows in prop::collection::vec(
            (select(vec!["F1", "F2"]), select(vec!["Bout", "Moer", "", "Bout #2"]), 1u32..4), 1..12),
    ) {
        let lines = rows.iter().map(|(number, product, amount)| {
            format!("{number};K1;1-1-2024;{product};{amount}\n")
        });
        let text: String =
            std::iter::once("factuurnr;klant;datum;artikel;bedrag\n".to_owned()).chain(lines).collect();
        let read = intake(&text);
        let keys: std::collections::HashSet<_> =
            entries_of(&read).iter().map(|entry: &&Entry| entry.key(0)).collect();
        prop_assert_eq!(keys.len(), rows.len());
    }
}
