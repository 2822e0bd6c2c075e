use klantwijzer_core::records::Rejection;
use klantwijzer_intake::{MOST_TEXT_MIB, Note, Problem, SizeUnit};

use crate::{intake, options, problem, read_with};

#[test]
fn files_that_are_no_tables() {
    for text in ["", "\n\n", "   \r\n", "\u{feff}"] {
        assert_eq!(problem(text), Problem::Empty, "{text:?}");
    }
    let refused = |bytes: &[u8]| read_with("a", bytes, &options()).unwrap_err();
    for bytes in [
        &b"%PDF-1.7 ..."[..],
        b"\x89PNG\r\n",
        b"\xD0\xCF\x11\xE0\xA1\xB1",
        b"<html><table>",
        b"{\"a\": 1}",
        b"klant;datum\0\x01\x02",
    ] {
        let error = refused(bytes);
        assert!(matches!(error.problem, Problem::NotATable { .. }), "{error}");
        assert_eq!(error.to_string(), "a cannot be read: not_a_table");
    }
    assert!(matches!(refused(b"PK\x03\x04 no more").problem, Problem::BrokenWorkbook { .. }));
    assert!(matches!(refused(b"zomaar wat tekst").problem, Problem::UnknownKind { .. }));
    assert_eq!(intake("klant;datum;bedrag\n").files[0].notes.last(), Some(&Note::NoRows));
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    // Never written to, so that it takes no room.
    let mut bytes = vec![0; (MOST_TEXT_MIB << 20) as usize + 1];
    bytes[..20].copy_from_slice(b"klant;datum;bedrag\n\n");
    bytes[20..9_000].fill(b' ');
    let error = read_with("a.csv", &bytes, &options()).unwrap_err();
    assert_eq!(error.problem, Problem::TooLarge { limit: MOST_TEXT_MIB, unit: SizeUnit::Mib });
}

#[test]
fn rows_of_the_wrong_length() {
    let read = intake(
        "klant;datum;bedrag;categorie\nK1;1-1-2024;1;x;;\nK1;1-1-2024;1;x;y\nK1;1-1-2024\nK1;1-1-2024;2\n",
    );
    assert_eq!(read.files[0].good, 2);
    let why: Vec<&Rejection> = read.rejected.iter().map(|r| &r.why).collect();
    assert_eq!(
        why,
        [
            &Rejection::TooManyColumns { expected: 4, found: 5 },
            &Rejection::TooFewColumns { expected: 4, found: 2 },
        ]
    );
    assert_eq!(
        (read.rejected[0].column.as_str(), read.rejected[1].column.as_str()),
        ("", "bedrag")
    );
}

#[test]
fn texts_are_kept_as_they_are_and_bounded() {
    let long = "x".repeat(2_000);
    let text = format!(
        "klantnummer;naam;branche\n1;=cmd();a\n2;@everyone;b\n3;{long};c\n4;a\u{7}b;d\n;geen nummer;e\n5;\"<b>&amp;</b>\";f\n"
    );
    let read = intake(&text);
    let names: Vec<_> =
        read.records.customers.iter().map(|row| row.profile.name.clone().unwrap()).collect();
    assert_eq!(names, ["=cmd()", "@everyone", "<b>&amp;</b>"]);
    let why: Vec<&Rejection> = read.rejected.iter().map(|r| &r.why).collect();
    assert_eq!(
        why,
        [
            &Rejection::BadText { value: "x".repeat(80) },
            &Rejection::BadText { value: "a b".into() },
            &Rejection::NoCustomer,
        ]
    );
    // Excel's way of keeping zeros.
    let read = intake("klantnummer;naam\n=\"00123\";Acme\n");
    assert_eq!(read.records.customers[0].id, "00123");
}

#[test]
fn a_row_of_nothing_but_delimiters_takes_no_room() {
    let many = ";".repeat(40_000_000);
    let read = intake(&format!("klant;datum;bedrag\nK1;1-1-2024;1{many}x\n"));
    let expected = Rejection::TooManyColumns { expected: 3, found: 1_001 };
    assert_eq!(read.rejected[0].why, expected);
    let header = format!("klant;datum;bedrag{};x\nK1;1-1-2024;1\n", ";".repeat(2_000));
    let refused = problem(&header);
    assert_eq!(refused, Problem::TooLarge { limit: 1_000, unit: SizeUnit::Columns });
}

#[test]
fn totals_under_a_file_are_no_customers() {
    let read = intake("factuurnr;klant;datum;bedrag\nF1;K1;1-1-2024;1\nTotaal;;;1\n;;;1\n");
    assert_eq!((read.files[0].good, read.files[0].rejected), (1, 2));
}
