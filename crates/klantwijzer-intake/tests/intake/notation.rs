use jiff::civil::{Date, date};
use klantwijzer_core::money::Currency;
use klantwijzer_core::records::Rejection;
use klantwijzer_core::settings::Rate;
use klantwijzer_intake::{DateOrder, DecimalSign, Encoding, Note, Options, Problem};

use crate::{amounts, entries_of, intake, money, options, problem, read_with};

/// Invoices with these amounts.
fn with_amounts(amounts: &[&str]) -> String {
    let rows = amounts.iter().map(|amount| format!("K1;1-1-2024;{amount}\n"));
    std::iter::once("klant;datum;bedrag\n".to_owned()).chain(rows).collect()
}

/// Invoices with these dates.
fn with_dates(dates: &[&str]) -> String {
    let rows = dates.iter().map(|date| format!("K1;{date};1\n"));
    std::iter::once("klant;datum;bedrag\n".to_owned()).chain(rows).collect()
}

#[test]
fn amounts_in_many_notations() {
    for (written, expected) in [
        ("12", "12"),
        ("12,5", "12.5"),
        ("-12,50", "-12.50"),
        ("12,50-", "-12.50"),
        ("(12,50)", "-12.50"),
        ("\u{2212}12,50", "-12.50"),
        ("1.234,50", "1234.50"),
        ("1.234.567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("1 234,50", "1234.50"),
        ("1\u{a0}234,50", "1234.50"),
        ("1\u{202f}234,50", "1234.50"),
        ("€ 1.234,50", "1234.50"),
        ("€1.234,50", "1234.50"),
        ("-€ 1.234,50", "-1234.50"),
        ("€ -1.234,50", "-1234.50"),
        ("EUR 12,5", "12.5"),
        ("12,5 EUR", "12.5"),
        ("12,5 €", "12.5"),
        ("12,-", "12"),
        ("€ 1.234,-", "1234"),
        ("€ -", "0"),
        ("+7,5", "7.5"),
        ("0,067", "0.067"),
        (",5", "0.5"),
        ("1234,567", "1234.567"),
        ("1,5E+03", "1500"),
        ("0,00005", "0.0000"),
        ("0,00015", "0.0002"),
        ("0,000150000000000000000000000000001", "0.0002"),
        ("0,00025", "0.0002"),
        ("0,000250000000000000000000000000001", "0.0003"),
        ("999999999999,9999", "999999999999.9999"),
    ] {
        let read = intake(&with_amounts(&[written]));
        assert_eq!(amounts(&read), [money(expected)], "{written}");
        // The same with the signs exchanged.
        let swapped: String = written
            .chars()
            .map(|c| match c {
                '.' => ',',
                ',' => '.',
                other => other,
            })
            .collect();
        let read = intake(&with_amounts(&[&swapped]));
        assert_eq!(amounts(&read), [money(expected)], "{swapped}");
    }
    let read = intake(&with_amounts(&["1'234.50", "1\u{2019}234.50"]));
    assert_eq!(amounts(&read), [money("1234.50"), money("1234.50")]);
}

#[test]
fn what_is_no_amount_is_rejected() {
    for text in
        ["twaalf", "1.2.3", "1,2,3", "12.34.567", "1-2", "12%", "--1", "(-1)", "1e", "$", "0x10"]
    {
        let read = intake(&with_amounts(&[text, "1,5"]));
        let expected = Rejection::NotANumber { value: text.into() };
        assert_eq!(read.rejected[0].why, expected, "{text}");
        assert_eq!((read.rejected[0].origin.line, read.rejected[0].column.as_str()), (2, "bedrag"));
    }
    for text in
        ["NaN", "inf", "-Infinity", "1e308", "1000000000000,01", "99999999999999999999999999"]
    {
        let read = intake(&with_amounts(&[text, "1,5"]));
        assert_eq!(
            read.rejected[0].why,
            Rejection::NumberOutOfRange { value: text.into() },
            "{text}"
        );
    }
    for text in ["", "-", "NULL", "n/a"] {
        let read = intake(&with_amounts(&[text, "1,5"]));
        assert_eq!(read.rejected[0].why, Rejection::Missing, "{text}");
    }
}

#[test]
fn one_value_settles_the_decimal_sign_for_the_whole_file() {
    let settled = intake(&with_amounts(&["1.234", "1.234,56"]));
    assert_eq!(amounts(&settled), [money("1234"), money("1234.56")]);
    assert_eq!(settled.files[0].decimal, Some(DecimalSign::Comma));
    let settled = intake(&with_amounts(&["1.234", "12.5"]));
    assert_eq!(amounts(&settled), [money("1.234"), money("12.5")]);
    // Far behind the rows that are looked at first.
    let mut many = vec!["1.234"; 30_000];
    many[29_998] = "12,5";
    let settled = intake(&with_amounts(&many));
    assert_eq!(amounts(&settled)[0], money("1234"));
    assert_eq!(settled.files[0].rejected, 0);
}

#[test]
fn what_nothing_settles_is_asked() {
    let text = with_amounts(&["1.234", "5", "7.500"]);
    assert_eq!(
        problem(&text),
        Problem::AmbiguousDecimals { examples: vec!["1.234".into(), "7.500".into()] }
    );
    for (sign, first) in [(DecimalSign::Comma, "1234"), (DecimalSign::Point, "1.234")] {
        let stated = Options { decimal: Some(sign), ..options() };
        let read = read_with("a.csv", text.as_bytes(), &stated).unwrap();
        assert_eq!(amounts(&read)[0], money(first));
    }
    // A stated sign also says what does not fit.
    let stated = Options { decimal: Some(DecimalSign::Comma), ..options() };
    let read = read_with("a.csv", with_amounts(&["12.5"]).as_bytes(), &stated).unwrap();
    assert_eq!(read.rejected[0].why, Rejection::NotANumber { value: "12.5".into() });
    // A file with both signs says nothing of what can be read in two ways.
    let read = intake(&with_amounts(&["12.5", "12,5", "1.234"]));
    assert_eq!(amounts(&read), [money("12.5"), money("12.5")]);
    assert_eq!(read.rejected[0].why, Rejection::AmbiguousNumber { value: "1.234".into() });
    assert!(read.files[0].notes.contains(&Note::DecimalsMixed));
}

#[test]
fn dates_in_many_notations() {
    let day = date(1996, 7, 4);
    for text in [
        "1996-07-04",
        "1996-7-4",
        "1996/07/04",
        "19960704",
        "04-07-1996",
        "4-7-1996",
        "04/07/1996",
        "4.7.1996",
        "4-7-96",
        "4 7 1996",
        "1996-07-04 00:00:00.000",
        "1996-07-04T12:30:00Z",
        "1996-07-04T12:30:00.123+02:00",
        "04-07-1996 12:30",
        "4/7/1996 1:30:00 PM",
        "4 juli 1996",
        "donderdag 4 juli 1996",
        "4-jul-96",
        "04 JUL 1996",
        "Jul 4, 1996",
        "July 4th, 1996",
        "Thu, 4 Jul 1996",
        "1996-jul-04",
    ] {
        let read = intake(&with_dates(&[text]));
        assert_eq!(read.rejected, [], "{text}");
        assert_eq!(entries_of(&read)[0].date, day, "{text}");
    }
    let years: Vec<i16> =
        entries_of(&intake(&with_dates(&["1-1-70", "1-1-99", "1-1-00", "1-1-24"])))
            .iter()
            .map(|entry| entry.date.year())
            .collect();
    assert_eq!(years, [1970, 1999, 2000, 2024]);
}

#[test]
fn what_is_no_date_is_rejected() {
    for text in [
        "31-02-2024",
        "2024-13-01",
        "32-1-2024",
        "gisteren",
        "2024",
        "1-2024",
        "4 juli",
        "2024-01-01 25:00",
        "2024-01-01x",
        "12:30",
    ] {
        let read = intake(&with_dates(&[text]));
        assert_eq!(read.rejected[0].why, Rejection::NotADate { value: text.into() }, "{text}");
    }
    for text in ["9999-12-31", "31-12-1899", "1-7-2035"] {
        let read = intake(&with_dates(&[text]));
        assert_eq!(
            read.rejected[0].why,
            Rejection::DateOutOfRange { value: text.into() },
            "{text}"
        );
    }
    let read = intake(&with_dates(&["", "0000-00-00", "1-1-1900", "30-6-2035"]));
    assert_eq!(read.rejected.iter().map(|r| &r.why).collect::<Vec<_>>(), [&Rejection::Missing; 2]);
}

#[test]
fn the_whole_file_has_one_order_of_dates() {
    let days = |texts: &[&str]| -> Vec<Date> {
        entries_of(&intake(&with_dates(texts))).iter().map(|entry| entry.date).collect()
    };
    assert_eq!(days(&["01/02/2024"]), [date(2024, 2, 1)]);
    assert_eq!(days(&["01/02/2024", "12/31/2024"]), [date(2024, 1, 2), date(2024, 12, 31)]);
    assert_eq!(days(&["01/02/2024", "31/12/2024"]), [date(2024, 2, 1), date(2024, 12, 31)]);
    let mut many = vec!["01/02/2024"; 30_000];
    many[29_998] = "12/31/2024";
    assert_eq!(days(&many)[0], date(2024, 1, 2));

    // A stray date of the other order is rejected; a file torn in two is asked.
    let read = intake(&with_dates(&["31/12/2024", "30/12/2024", "12/31/2024", "01/02/2024"]));
    assert_eq!(read.rejected[0].why, Rejection::NotADate { value: "12/31/2024".into() });
    assert_eq!(read.files[0].date_order, Some(DateOrder::DayFirst));
    assert!(
        read.files[0].notes.contains(&Note::DatesMixed { examples: vec!["12/31/2024".into()] })
    );
    let torn = with_dates(&["31/12/2024", "12/31/2024", "01/02/2024"]);
    assert!(matches!(problem(&torn), Problem::AmbiguousDates { .. }));
    let stated = Options { date_order: Some(DateOrder::MonthFirst), ..options() };
    let read = read_with("a.csv", torn.as_bytes(), &stated).unwrap();
    assert_eq!(entries_of(&read)[1].date, date(2024, 1, 2));
    assert_eq!(read.files[0].rejected, 1);
}

#[test]
fn delimiters_quotes_and_titles() {
    let rows = [
        ["klant", "datum", "bedrag", "categorie"],
        ["K1", "1-1-2024", "12,5", "a;b,c\td|e"],
        ["K\"2", "1-1-2024", "1", "x\ny"],
    ];
    for delimiter in [";", ",", "\t", "|"] {
        let text: String = rows
            .iter()
            .map(|row| {
                let cells: Vec<String> =
                    row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
                format!("{}\r\n", cells.join(delimiter))
            })
            .collect();
        for text in
            [text.clone(), format!("Overzicht facturen\r\n\r\n{text}\r\n"), text.trim().to_owned()]
        {
            let read = intake(&text);
            assert_eq!(read.rejected, [], "{text}");
            assert_eq!(read.files[0].delimiter, delimiter.chars().next());
            let categories: Vec<&str> =
                entries_of(&read).iter().map(|e| e.category.as_str()).collect();
            assert_eq!(categories, ["a;b,c d|e", "x y"], "{text}");
            assert_eq!(read.records.entries[1].customer, "K\"2");
        }
    }
    let read = intake("sep=;\nklant;datum;bedrag\nK1;1-1-2024;1\n;;\n\nK2;x;1");
    assert_eq!((read.files[0].header_line, read.files[0].rows), (2, 2));
    assert_eq!(read.rejected[0].origin.line, 6);
    // Old Macintosh line ends.
    assert_eq!(intake("klant;datum;bedrag\rK1;1-1-2024;1\rK2;1-1-2024;1").files[0].good, 2);
}

#[test]
fn one_stray_quote_swallows_nothing() {
    for text in [
        "klant;datum;bedrag\n\"K1;1-1-2024;1\nK2;1-1-2024;2\nK3;1-1-2024;3\n",
        "klant;datum;bedrag\n\"K1;1-1-2024;1\nK2;1-1-2024;2\n\"K3;1-1-2024;3\n",
        "klant;datum;bedrag\nK1;1-1-2024;1\nK2;1-1-2024;\"2\nK3;1-1-2024;3\n",
        "klant;datum;bedrag\nK1;1-1-2024;\"1\nK2;1-1-2024;\"2\nK3;1-1-2024;3\n",
        "klant;datum;bedrag\nK1;1-1-2024;\"1\nK2;1-1-2024;2\nK3;1-1-2024;3\"\n",
    ] {
        let read = intake(text);
        assert_eq!(read.files[0].rows, 3, "{text}");
        let last = read.records.entries.last().map(|row| row.origin.line);
        let last = last.max(read.rejected.last().map(|row| row.origin.line));
        assert_eq!(last, Some(4), "{text}");
    }
    let read =
        intake("klant;datum;bedrag;categorie\nK1;1-1-2024;1;5\" pijp\nK2;1-1-2024;2;\"A\" lijst\n");
    let categories: Vec<&str> = entries_of(&read).iter().map(|e| e.category.as_str()).collect();
    assert_eq!(categories, ["5\" pijp", "Alijst"]);
}

#[test]
fn encodings() {
    let text = "klantnummer;naam;plaats\nK1;Café Zoë €;Zürich\n";
    let name = |bytes: &[u8]| {
        let read = read_with("a.csv", bytes, &options()).unwrap();
        let name = read.records.customers[0].profile.name.clone().unwrap();
        (name, read.files[0].encoding)
    };
    let expected = "Café Zoë €".to_owned();
    assert_eq!(name(text.as_bytes()), (expected.clone(), Encoding::Utf8));
    let bom = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    assert_eq!(name(&bom), (expected.clone(), Encoding::Utf8Bom));
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '€' => 0x80,
            other => u8::try_from(u32::from(other)).unwrap(),
        })
        .collect();
    assert_eq!(name(&windows), (expected.clone(), Encoding::Windows1252));
    let little: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(name(&little), (expected.clone(), Encoding::Utf16));
    // One broken row in a file that is UTF-8 otherwise.
    let broken = [text.as_bytes(), b"K2;Bo\xE9;x\n"].concat();
    let read = read_with("a.csv", &broken, &options()).unwrap();
    assert_eq!(read.records.customers[0].profile.name, Some(expected));
    assert_eq!(read.rejected[0].why, Rejection::BadEncoding);
}

#[test]
fn other_currencies_go_by_the_rate_of_the_day() {
    let dollar = Currency::new("USD").unwrap();
    let rate = |from, rate| Rate { currency: dollar.clone(), from, rate };
    let rates =
        [rate(Some(date(2024, 2, 1)), 0.92), rate(None, 0.9), rate(Some(date(2024, 3, 1)), 0.95)];
    let stated = Options { rates: &rates, ..options() };
    let text = "klant;datum;bedrag;valuta\nK1;31-1-2024;10;USD\nK1;1-2-2024;10;usd\nK1;1-3-2024;10;$\n\
        K1;1-3-2024;10;EUR\nK1;1-3-2024;10;\nK1;1-3-2024;€ 10;USD\nK1;1-3-2024;10;GBP\nK1;1-3-2024;10;geld\nK1;1-3-2024;USD 0,0001;\n";
    let read = read_with("a.csv", text.as_bytes(), &stated).unwrap();
    let expected = ["9", "9.2", "9.5", "10", "10", "10", "0.0001"].map(money);
    assert_eq!(amounts(&read), expected);
    let why: Vec<_> = read.rejected.iter().map(|r| (r.column.as_str(), &r.why)).collect();
    assert_eq!(
        why,
        [
            ("valuta", &Rejection::NoRate { currency: "GBP".into() }),
            ("valuta", &Rejection::UnknownWord { value: "geld".into() }),
        ]
    );
    let in_header =
        read_with("a.csv", b"klant,datum,Amount (USD)\nK1,2024-01-01,10", &stated).unwrap();
    assert_eq!(amounts(&in_header), [money("9")]);
    let of_file = Options { file_currency: Some(dollar.clone()), ..stated };
    let read = read_with("a.csv", b"klant,datum,amount\nK1,2024-01-01,10", &of_file).unwrap();
    assert_eq!(amounts(&read), [money("9")]);
    let read = intake("klant;datum;bedrag\nK1;1-1-2024;$ 10");
    assert_eq!(read.rejected[0].why, Rejection::NoRate { currency: "USD".into() });
}
