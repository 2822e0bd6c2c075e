use jiff::civil::date;
use klantwijzer_core::customer::Role;
use klantwijzer_core::ledger::EntryKind;
use klantwijzer_core::records::Rejection;
use klantwijzer_intake::{Field, Note, Options, Problem};

use crate::{amounts, entries_of, intake, money, options, problem, read_with};

#[test]
fn credit_notes_are_negative_however_they_are_written() {
    let text = "factuurnummer;klant;datum;soort;bedrag;openstaand\n\
        F1;K1;1-1-2024;factuur;10,5;0\n\
        F2;K1;1-1-2024;factuur;-3,5;0\n\
        F3;K1;1-1-2024;creditnota;4,5;1\n\
        F4;K1;1-1-2024;CN;-5,5;-1\n\
        CN-0042;K1;1-1-2024;;6,5;2\n\
        CNC12;K1;1-1-2024;;7,5;3\n";
    let read = intake(text);
    let found: Vec<_> =
        entries_of(&read).iter().map(|e| (e.kind, e.amount, e.open.unwrap())).collect();
    assert_eq!(
        found,
        [
            (EntryKind::Invoice, money("10.5"), money("0")),
            (EntryKind::CreditNote, money("-3.5"), money("0")),
            (EntryKind::CreditNote, money("-4.5"), money("-1")),
            (EntryKind::CreditNote, money("-5.5"), money("-1")),
            (EntryKind::CreditNote, money("-6.5"), money("-2")),
            (EntryKind::Invoice, money("7.5"), money("3")),
        ]
    );
}

#[test]
fn numbers_tell_credit_notes_only_among_other_numbers() {
    let text = "factuurnr;klant;datum;bedrag\nCR-2;K1;1-1-2024;5\nCR-1;K1;1-1-2024;6\n";
    let examples = vec!["CR-1".to_owned(), "CR-2".to_owned()];
    assert_eq!(problem(text), Problem::CreditOrInvoice { examples });
    let read = read_with("creditnota's.csv", text.as_bytes(), &options()).unwrap();
    assert_eq!(amounts(&read), [money("-5"), money("-6")]);
    let read = intake(&format!("{text}F1;K1;1-1-2024;7\n"));
    assert_eq!(amounts(&read), [money("-5"), money("-6"), money("7")]);
    // What a word says goes before what a number seems to say.
    let read = intake("factuurnr;klant;datum;soort;bedrag\nCR-1;K1;1-1-2024;factuur;5\n");
    assert_eq!(amounts(&read), [money("5")]);
}

#[test]
fn a_word_that_is_no_kind_is_rejected_where_others_are() {
    let read = intake(
        "factuurnr;klant;datum;soort;bedrag\nF1;K1;1-1-2024;factuur;1\nF2;K1;1-1-2024;blauw;2",
    );
    assert_eq!(read.rejected[0].why, Rejection::UnknownWord { value: "blauw".into() });
    assert_eq!((read.rejected[0].origin.line, read.rejected[0].column.as_str()), (3, "soort"));
    // A column in which no word is a kind says nothing about kinds.
    let read = intake("factuurnr;klant;datum;soort;bedrag\nF1;K1;1-1-2024;rood;1");
    assert_eq!(read.files[0].notes, [Note::KindColumnIgnored { header: "soort".into() }]);
    assert_eq!(read.files[0].good, 1);
}

#[test]
fn vat_and_margin() {
    let net = intake(
        "factuurnr;klant;datum;bedrag incl btw;bedrag excl btw;btw\nF1;K1;1-1-2024;121;100;21",
    );
    assert_eq!((amounts(&net), net.files[0].notes.len()), (vec![money("100")], 0));
    let gross = intake("factuurnr;klant;datum;bedrag incl btw\nF1;K1;1-1-2024;121");
    assert_eq!(gross.files[0].notes, [Note::GrossAmountTaken { header: "bedrag incl btw".into() }]);
    let less = intake("factuurnr;klant;datum;bedrag incl btw;btw bedrag\nF1;K1;1-1-2024;121;21");
    assert_eq!(
        (amounts(&less), less.files[0].notes.as_slice()),
        (vec![money("100")], &[Note::GrossLessVat][..])
    );
    // A bare "btw" can be a percentage.
    let rate = intake("factuurnr;klant;datum;bedrag incl btw;btw\nF1;K1;1-1-2024;121;21");
    assert_eq!(amounts(&rate), [money("121")]);
    let unclear = intake("factuurnr;klant;datum;bedrag;btw\nF1;K1;1-1-2024;121;21");
    assert_eq!(unclear.files[0].notes, [Note::VatUnclear { header: "bedrag".into() }]);
    let total = intake("factuurnr;klant;datum;bedrag;btw;totaal\nF1;K1;1-1-2024;100;21;121");
    assert_eq!((amounts(&total), total.files[0].notes.len()), (vec![money("100")], 0));
    let margin = intake("factuurnr;klant;datum;bedrag;marge\nF1;K1;1-1-2024;100;30");
    assert_eq!(entries_of(&margin)[0].cost, Some(money("70")));
    let cost = intake(
        "factuurnr;klant;datum;bedrag;inkoopwaarde;vervaldatum\nF1;K1;1-1-2024;100;65;31-1-2024",
    );
    assert_eq!(entries_of(&cost)[0].cost, Some(money("65")));
    assert_eq!(entries_of(&cost)[0].due, Some(date(2024, 1, 31)));
    let unit = intake(
        "factuurnr;klant;datum;artikel;aantal;bedrag;inkoopprijs\nF1;K1;1-1-2024;x;3;100;20,5",
    );
    assert_eq!(entries_of(&unit)[0].cost, Some(money("61.5")));
}

#[test]
fn the_amount_with_vat_is_kept_beside_the_net_amount() {
    let gross = |text: &str| {
        let read = intake(text);
        assert_eq!(read.rejected, []);
        let entries = entries_of(&read);
        let found: Vec<_> = entries.iter().map(|entry| entry.gross).collect();
        (amounts(&read), found)
    };
    let net = || vec![money("1000"), money("-50")];
    let both =
        |gross: &[&str]| (net(), gross.iter().map(|text| Some(money(text))).collect::<Vec<_>>());
    for text in [
        "Factuurnr;Datum;Debiteur;Naam;Bedrag excl;Btw;Bedrag incl\n\
         F1;1-1-2024;K1;A;1000,00;210,00;1210,00\nF2;1-1-2024;K1;A;-50,00;-10,50;-60,50",
        "factuurnr;datum;klant;soort;bedrag;bedrag incl\n\
         F1;1-1-2024;K1;factuur;1000;1210\nF2;1-1-2024;K1;creditnota;50;60,50",
        "factuurnr;datum;klant;netto;btw\nF1;1-1-2024;K1;1000;210,00\nF2;1-1-2024;K1;-50;10,50",
        "factuurnr;datum;klant;btw bedrag;totaal incl btw\n\
         F1;1-1-2024;K1;210,00;1210\nF2;1-1-2024;K1;-10,50;-60,50",
        "factuurnr;datum;klant;bedrag;btw;totaal\n\
         F1;1-1-2024;K1;1000;210,00;1210\nF2;1-1-2024;K1;-50;-10,5;-60,50",
    ] {
        assert_eq!(gross(text), both(&["1210", "-60.5"]), "{text}");
    }
    // What says nothing of VAT, or nothing that can be read, has no gross amount.
    let found = gross(
        "factuurnr;datum;klant;netto;btw bedrag\n\
         F1;1-1-2024;K1;1000;verlegd\nF2;1-1-2024;K1;-50;-3,00",
    );
    assert_eq!(found, (net(), vec![None, Some(money("-53"))]));
    for text in [
        "factuurnr;datum;klant;bedrag\nF1;1-1-2024;K1;1000\nF2;1-1-2024;K1;-50",
        "factuurnr;datum;klant;bedrag incl\nF1;1-1-2024;K1;1000\nF2;1-1-2024;K1;-50",
        "factuurnr;datum;klant;netto;btw %\nF1;1-1-2024;K1;1000;21\nF2;1-1-2024;K1;-50;21",
        "factuurnr;datum;klant;netto;btw\nF1;1-1-2024;K1;1000;21%\nF2;1-1-2024;K1;-50;H",
    ] {
        assert_eq!(gross(text), (net(), vec![None, None]), "{text}");
    }
}

#[test]
fn rates_of_vat_are_not_added_unless_somebody_says_that_they_are_amounts() {
    let text = "factuurnr;datum;klant;netto;btw\nF1;1-1-2024;K1;1000;21\nF2;1-1-2024;K1;50;9";
    for text in
        [text, "factuurnr;datum;klant;netto;btw\nF1;1-1-2024;K1;99,95;1\nF2;1-1-2024;K1;7;2"]
    {
        let read = intake(text);
        assert_eq!(read.files[0].notes, [Note::VatNotAdded { header: "btw".into() }]);
        assert!(entries_of(&read).iter().all(|entry| entry.gross.is_none()));
    }
    // An invoice can have more than one rate.
    let read = intake("factuurnr;datum;klant;netto;btw\nF1;1-1-2024;K1;1000;147,90");
    assert_eq!((entries_of(&read)[0].gross, read.files[0].notes.len()), (Some(money("1147.9")), 0));
    let columns = [("btw".to_owned(), Field::Vat)];
    let stated = Options { columns: &columns, ..options() };
    let read = read_with("a.csv", text.as_bytes(), &stated).unwrap();
    let gross: Vec<_> = entries_of(&read).iter().map(|entry| entry.gross).collect();
    assert_eq!(gross, [Some(money("1021")), Some(money("59"))]);
}

#[test]
fn a_price_with_every_decimal_of_a_division_is_computed_with() {
    let third = "0,33333333333333333333";
    let read = intake(&format!(
        "factuurnr;klant;datum;artikel;aantal;stukprijs\nF1;K1;1-1-2024;a;{third};{third}"
    ));
    assert_eq!(amounts(&read), [money("0.1111")]);
}

#[test]
fn amounts_are_computed_exactly() {
    let read = intake(
        "factuurnr;klant;datum;artikel;aantal;stukprijs;korting %\n\
         F1;K1;1-1-2024;a;3;0,3333;10\nF1;K1;1-1-2024;b;1;2,5;\nF1;K1;1-1-2024;c;1;2,5;12,5%\n",
    );
    assert_eq!(amounts(&read), [money("0.8999"), money("2.5"), money("2.1875")]);
    // A bare "korting" over 1 can be money as well as a percentage.
    let read = intake(
        "factuurnr;klant;datum;artikel;aantal;stukprijs;korting\nF1;K1;1-1-2024;a;3;5;10\nF1;K1;1-1-2024;b;1;2;0,5",
    );
    assert_eq!(read.rejected[0].why, Rejection::NumberOutOfRange { value: "10".into() });
    assert_eq!(amounts(&read), [money("1")]);
}

#[test]
fn lines_are_told_apart_whatever_their_order() {
    let header = "factuurnr;klant;datum;artikel;bedrag\n";
    let rows = [
        "F1;K1;1-1-2024;Bout;3\n",
        "F1;K1;1-1-2024;Bout;1\n",
        "F1;K1;1-1-2024;Moer;9\n",
        "F1;K1;1-1-2024;Bout #2;7\n",
        "F1;K1;1-1-2024;;5\n",
        "F2;K1;1-1-2024;;6\n",
    ];
    let lines = |order: &[usize]| {
        let text: String =
            std::iter::once(header).chain(order.iter().map(|row| rows[*row])).collect();
        let read = intake(&text);
        let mut lines: Vec<(String, String)> = entries_of(&read)
            .iter()
            .map(|e| (e.line.to_string(), e.amount.ten_thousandths().to_string()))
            .collect();
        lines.sort();
        lines
    };
    let found = lines(&[0, 1, 2, 3, 4, 5]);
    assert_eq!(found, lines(&[5, 4, 3, 2, 1, 0]));
    let names: Vec<&str> = found.iter().map(|(line, _)| line.as_str()).collect();
    assert_eq!(names, ["#1", "#1", "Bout", "Bout #2", "Bout #3", "Moer"]);
    let amount = |name: &str| &found.iter().find(|(line, _)| line == name).unwrap().1;
    assert_eq!((amount("Bout"), amount("Bout #3")), (&"10000".to_owned(), &"30000".to_owned()));
}

#[test]
fn rows_that_are_exactly_alike_count_and_are_told() {
    let header = "factuurnr;klant;datum;artikel;maat;bedrag\n";
    let bolt = "F1;K1;1-1-2024;Bout;M;3\n";
    let read =
        intake(&format!("{header}{bolt}F1;K1;1-1-2024;Bout;L;3\n{bolt}F1;K1;1-1-2024;Moer;M;3"));
    assert_eq!(amounts(&read).len(), 4);
    assert_eq!(read.files[0].notes, [Note::RowsAlike { rows: 1, lines: vec![4] }]);
    let read = intake(&format!("{header}{}", bolt.repeat(9)));
    assert_eq!(read.files[0].notes, [Note::RowsAlike { rows: 8, lines: vec![3, 4, 5, 6, 7] }]);
    assert_eq!((amounts(&read).len(), read.files[0].good), (9, 9));
    let read = intake("klant;datum;bedrag;\nK1;1-1-2024;3\nK1;1-1-2024;3;\nK2;1-1-2024;3");
    let alike = Note::RowsAlike { rows: 1, lines: vec![3] };
    assert_eq!(read.files[0].notes, [Note::AssumedInvoices, alike]);
    // One whole invoice counts once, however often it is there, and what is left out
    // does not count; other files have no such note.
    for text in [
        "factuurnr;klant;datum;bedrag\nF1;K1;1-1-2024;3\nF1;K1;1-1-2024;3",
        "factuurnr;klant;datum;regel;bedrag\nF1;K1;1-1-2024;1;3\nF1;K1;1-1-2024;1;3",
        "factuurnr;klant;datum;artikel;bedrag\nF1;K1;1-1-2024;a;3\nF1;K1;1-1-2024;a;3\n\
         F1;K2;1-1-2024;a;3",
        "klant;betaaldatum;bedrag\nK1;1-1-2024;3\nK1;1-1-2024;3",
    ] {
        assert_eq!(intake(text).files[0].notes, [], "{text}");
    }
}

#[test]
fn rows_that_contradict_each_other_are_all_rejected() {
    let read = intake(
        "factuurnr;klant;datum;bedrag\nF1;K1;1-1-2024;3\nF1;K1;1-1-2024;4\nF2;K1;1-1-2024;5\nF2;K1;1-1-2024;5",
    );
    let why: Vec<_> = read.rejected.iter().map(|r| (r.origin.line, &r.why)).collect();
    assert_eq!(
        why,
        [(2, &Rejection::ContradictsRow { line: 3 }), (3, &Rejection::ContradictsRow { line: 2 }),]
    );
    assert_eq!(amounts(&read), [money("5"), money("5")]);

    let read = intake("factuurnr;klant;datum;bedrag\nF1;K1;1-1-2024;3\nF1;K2;1-1-2024;3");
    let customers = vec!["K1".to_owned(), "K2".to_owned()];
    let why = Rejection::NumberOfAnotherCustomer { number: "F1".into(), customers };
    assert_eq!(read.rejected.iter().map(|r| &r.why).collect::<Vec<_>>(), [&why, &why]);

    let read = intake(
        "klantnummer;naam;branche\nK1;Acme;Metaal\nK1;Acme;Hout\nK2;Bos;\nK2;Bos;Zorg\nK3;Cel;x",
    );
    let lines: Vec<_> = read.rejected.iter().map(|r| (r.origin.line, r.column.as_str())).collect();
    assert_eq!(lines, [(2, "branche"), (3, "branche")]);
    assert_eq!(read.records.customers.len(), 3);
}

#[test]
fn what_rejected_rows_mention_is_not_taken_over() {
    let read = intake(
        "factuurnr;klant;datum;bedrag;accountmanager\nF1;K1;1-3-2024;3;Bob\nF1;K1;1-3-2024;4;Bob\n\
         F2;K1;1-1-2024;5;Eva\nF3;K1;1-2-2024;5;Ans\nF4;K1;1-2-2024;5;Zoë\n",
    );
    assert_eq!(read.records.mentioned.len(), 1);
    // The latest good date, and of one date the first by name.
    assert_eq!(read.records.mentioned[0].profile.owner.as_deref(), Some("Ans"));
}

#[test]
fn costs_by_word_by_column_and_by_name() {
    let read = intake(
        "klant;datum;soort;bedrag\nK1;1-1-2024;Servicedesk;1\nK1;1-1-2024;acquisitie;2\nK1;1-1-2024;marketing;3\nK1;1-1-2024;;4",
    );
    let kinds: Vec<EntryKind> = entries_of(&read).iter().map(|e| e.kind).collect();
    assert_eq!(kinds, [EntryKind::Support, EntryKind::SalesCost, EntryKind::MarketingCost]);
    assert_eq!(read.rejected[0].why, Rejection::Missing);
    let read = intake(
        "klant;datum;supportkosten;marketingkosten\nK1;1-1-2024;1;2\nK2;1-1-2024;;3\nK3;1-1-2024;;\n",
    );
    assert_eq!((read.files[0].rows, read.files[0].good), (3, 2));
    assert_eq!(amounts(&read), [money("1"), money("2"), money("3")]);
}

#[test]
fn contacts_have_the_channel_of_the_programmes() {
    let read = intake(
        "klant;datum;kanaal\nK1;1-1-2024;Telefonisch\nK1;2-1-2024;Directiebezoek\nK1;3-1-2024;LinkedIn\n",
    );
    let channels: Vec<&str> = entries_of(&read).iter().map(|e| e.category.as_str()).collect();
    assert_eq!(channels, ["phone", "visit", "LinkedIn"]);
}

#[test]
fn parties_in_entry_files_have_the_role_of_the_file() {
    let read = intake("donateurnummer;datum;bedrag\nD1;1-1-2024;1\nD1;2-1-2024;2\nD2;2-1-2024;2\n");
    assert_eq!(read.records.mentioned.len(), 2);
    assert!(read.records.mentioned[0].profile.roles.has(Role::Donor));
    let stated = Options { role: Some(Role::Member), ..options() };
    let read = read_with("a.csv", b"klant;datum;bedrag\nK1;1-1-2024;1", &stated).unwrap();
    assert!(read.records.mentioned[0].profile.roles.has(Role::Member));
}
