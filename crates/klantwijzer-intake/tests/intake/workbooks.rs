use jiff::civil::date;
use klantwijzer_core::records::Rejection;
use klantwijzer_intake::{Encoding, FileKind, Note, Problem};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::{amounts, entries_of, money, options, read_with};

fn invoices() -> Workbook {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("dd-mm-yyyy");
    let sheet = workbook.add_worksheet().set_name("Facturen").unwrap();
    sheet.write(0, 0, "Overzicht 2024").unwrap();
    for (column, header) in
        ["Factuurnummer", "Klantnummer", "Factuurdatum", "Bedrag"].iter().enumerate()
    {
        sheet.write(2, column as u16, *header).unwrap();
    }
    let first = ExcelDateTime::from_ymd(2024, 2, 29).unwrap();
    sheet.write(3, 0, 1001).unwrap().write(3, 1, "K1").unwrap();
    sheet.write_with_format(3, 2, &first, &day).unwrap().write(3, 3, 1234.5).unwrap();
    // A number that would be doubtful as text, and a date without its format.
    sheet.write(4, 0, 1002).unwrap().write(4, 1, 7).unwrap();
    sheet.write(4, 2, 45_351).unwrap().write(4, 3, 1.234).unwrap();
    // Text where numbers and dates are meant.
    sheet.write(6, 0, "1003").unwrap().write(6, 1, "K1").unwrap();
    sheet.write(6, 2, "29-2-2024").unwrap().write(6, 3, "€ 0,1").unwrap();
    sheet.write(7, 0, "1004").unwrap().write(7, 1, "K1").unwrap();
    sheet.write(7, 2, "29-2-2024").unwrap().write(7, 3, "#DIV/0!").unwrap();
    sheet.write(8, 0, "1005").unwrap().write(8, 1, "K1").unwrap();
    sheet.write_with_format(8, 2, &first, &day).unwrap().write(8, 3, 0.1 + 0.2).unwrap();
    workbook
}

#[test]
fn stored_numbers_and_dates() {
    let bytes = invoices().save_to_buffer().unwrap();
    let read = read_with("facturen.xlsx", &bytes, &options()).unwrap();
    let file = &read.files[0];
    assert_eq!((file.kind, file.header_line, file.rows), (FileKind::Invoices, 3, 5));
    assert_eq!((file.sheet.as_deref(), file.encoding), (Some("Facturen"), Encoding::Workbook));
    assert_eq!(amounts(&read), ["1234.5", "1.234", "0.1", "0.3"].map(money));
    assert!(entries_of(&read).iter().all(|entry| entry.date == date(2024, 2, 29)));
    assert_eq!(entries_of(&read)[0].number, "1001");
    assert_eq!(read.records.entries[1].customer, "7");
    assert_eq!(read.rejected[0].why, Rejection::NotANumber { value: "#DIV/0!".into() });
    assert_eq!((read.rejected[0].origin.line, read.rejected[0].column.as_str()), (8, "Bedrag"));
}

#[test]
fn every_sheet_that_is_recognised_is_read() {
    let mut workbook = invoices();
    let notes = workbook.add_worksheet().set_name("Toelichting").unwrap();
    notes.write(0, 0, "Gemaakt door Eva").unwrap();
    let sheet = workbook.add_worksheet().set_name("Klanten").unwrap();
    sheet
        .write(0, 0, "klantnummer")
        .unwrap()
        .write(0, 1, "naam")
        .unwrap()
        .write(0, 2, "fte")
        .unwrap();
    sheet.write(1, 0, "K1").unwrap().write(1, 1, "Acme").unwrap().write(1, 2, 120).unwrap();
    sheet.write(2, 0, "K2").unwrap().write(2, 1, "Bos").unwrap().write(2, 2, -1).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let read = read_with("alles.xlsx", &bytes, &options()).unwrap();
    let kinds: Vec<FileKind> = read.files.iter().map(|file| file.kind).collect();
    assert_eq!(kinds, [FileKind::Invoices, FileKind::Customers]);
    assert!(read.files[0].notes.contains(&Note::SheetSkipped { sheet: "Toelichting".into() }));
    assert_eq!(read.records.customers[0].profile.fact("employees"), Some(120.0));
    let columns: Vec<&str> = read.rejected.iter().map(|r| r.column.as_str()).collect();
    assert_eq!(columns, ["Klanten!fte", "Facturen!Bedrag"]);
}

#[test]
fn far_cells_cost_nothing() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in ["klant", "datum", "bedrag"].iter().enumerate() {
        sheet.write(0, column as u16, *header).unwrap();
    }
    sheet.write(1_048_575, 16_383, "ver weg").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let read = read_with("a.xlsx", &bytes, &options()).unwrap();
    assert_eq!((read.files[0].rows, read.files[0].rejected), (1, 1));
    assert_eq!(read.rejected[0].origin.line, 1_048_576);
}

#[test]
fn damaged_workbooks_are_refused_and_never_panic() {
    let bytes = invoices().save_to_buffer().unwrap();
    let mut refused = 0;
    let step = (bytes.len() / 150).max(1);
    for length in (4..bytes.len()).step_by(step) {
        let error = read_with("a.xlsx", &bytes[..length], &options()).unwrap_err();
        assert!(matches!(error.problem, Problem::BrokenWorkbook { .. }), "{length}: {error}");
        refused += 1;
    }
    assert!(refused > 100);
    for at in (0..bytes.len()).step_by(step) {
        for bit in [0, 3, 7] {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            // Whatever comes of it, it comes back.
            let _ = read_with("a.xlsx", &flipped, &options());
        }
    }
}

#[test]
fn a_workbook_that_unpacks_to_gigabytes_is_refused() {
    use std::io::{Cursor, Write};
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let zeros = vec![b' '; 1 << 20];
    archive.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..129 {
        archive.write_all(&zeros).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    let error = read_with("a.xlsx", &bytes, &options()).unwrap_err();
    assert!(matches!(error.problem, Problem::TooLarge { .. }), "{error}");
}
