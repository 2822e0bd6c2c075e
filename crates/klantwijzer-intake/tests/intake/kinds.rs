use klantwijzer_intake::{Field, FileKind, Note, Options, Problem, Source, read};

use crate::{TODAY, amounts, intake, money, options, problem, read_with};

/// A header and one row that fits it.
const KINDS: &[(FileKind, &str)] = &[
    (FileKind::Customers, "klantnummer;naam;branche;fte\nK1;Jansen;Metaal;120"),
    (FileKind::Customers, "customer_id,company,industry,country\nC1,Acme,Metal,NL"),
    (FileKind::Customers, "Debiteurnummer;Debiteur;Accountmanager\n1001;Jansen;Eva"),
    (FileKind::Customers, "klantnummer;naam;e-mail;telefoon\nK1;Jansen;a@b.nl;020"),
    (FileKind::Customers, "klantnummer;naam;branche;omzet;fte\nK1;Jansen;Metaal;9;120"),
    (FileKind::Customers, "id,name,created_at,city\n1,Acme,2020-01-01,Delft"),
    (FileKind::Customers, "lidnummer;naam;plaats\n7;Jansen;Delft"),
    (FileKind::Customers, "klantnummer;naam;branche;aangedragen door;datum\nK1;J;M;K2;1-2-2024"),
    (FileKind::People, "klantnummer;naam;functie;e-mail\nK1;Eva;Inkoper;e@b.nl"),
    (FileKind::People, "customer id,contact person,phone\nC1,Eva,020"),
    (FileKind::People, "klantnummer;voornaam;achternaam;e-mail\nK1;Eva;Bos;e@b.nl"),
    (FileKind::Leads, "naam;bedrijf;aangedragen door;datum\nEva;Acme;K1;1-2-2024"),
    (FileKind::Leads, "lead id,lead name,lead status\nL1,Acme,new"),
    (FileKind::Invoices, "Factuurnummer;Klantnummer;Factuurdatum;Bedrag\nF1;K1;31-12-2024;12,50"),
    (FileKind::Invoices, "invoice no,customer,date,net amount,vat\nF1,C1,2024-12-31,12.50,2.63"),
    (FileKind::Invoices, "klant;datum;bedrag\nK1;31-12-2024;12,50"),
    (
        FileKind::Invoices,
        "order id,customer id,order date,total,paid on\n1,C1,2024-12-31,12.5,2025-01-02",
    ),
    (
        FileKind::Invoices,
        "Factuurnr;Datum;Debiteur;Naam;Bedrag excl;Btw;Bedrag incl;Vervaldatum\n\
         F1;31-12-2024;K1;Jansen;1000,00;210,00;1210,00;30-1-2025",
    ),
    (FileKind::Invoices, "Factnr;Fact.datum;Klant;Excl.;Incl.;Vervalt\nF1;31-12-2024;K1;1,5;2;"),
    (
        FileKind::Invoices,
        "faktuurnr;faktuurdatum;klant;totaal incl;verv.datum\nF1;31-12-2024;K1;1,5;",
    ),
    (FileKind::Invoices, "inv nr,inv date,customer,total excl,due on\nF1,2024-12-31,C1,1.5,"),
    (
        FileKind::Invoices,
        "factuurnr;debiteur;datum;categorie;bedrag\nF1;K1;31-12-2024;Metaal;12,50",
    ),
    (
        FileKind::InvoiceLines,
        "factuurnr;debiteur;datum;artikel;bedrag\nF1;K1;31-12-2024;Bout;12,50",
    ),
    (
        FileKind::InvoiceLines,
        "invoice_no,customer_id,invoice_date,quantity,unit_price\nF1,C1,2024-12-31,2,1.5",
    ),
    (
        FileKind::InvoiceLines,
        "factuurnr;klant;datum;categorie;bedrag\nF1;K1;31-12-2024;A;1,5\nF1;K1;31-12-2024;B;2,5",
    ),
    (FileKind::Payments, "klantnummer;betaaldatum;factuurnummer;bedrag\nK1;31-12-2024;F1;12,50"),
    (FileKind::Payments, "customer,date,amount paid\nC1,2024-12-31,12.50"),
    (FileKind::Payments, "klantnummer;datum;soort;bedrag\nK1;31-12-2024;betaling;12,50"),
    (FileKind::Gifts, "donateurnummer;datum;bedrag\nD1;31-12-2024;12,50"),
    (FileKind::Gifts, "donor id,gift date,gift amount\nD1,2024-12-31,12.50"),
    (FileKind::MembershipFees, "lidnummer;datum;contributie\n7;31-12-2024;25,50"),
    (FileKind::AdSpend, "advertiser_id,date,spend\nA1,2024-12-31,12.50"),
    (FileKind::DataSales, "data buyer;date;data revenue\nB1;2024-12-31;12.50"),
    (FileKind::Services, "ontvanger;datum;pakket\nO1;31-12-2024;groente"),
    (FileKind::Support, "ticketnummer;klantnummer;datum;onderwerp\nT1;K1;31-12-2024;printer"),
    (FileKind::Costs, "klantnummer;datum;soort;bedrag\nK1;31-12-2024;marketing;12,50"),
    (FileKind::Costs, "klantnummer;datum;kostensoort;kosten\nK1;31-12-2024;verkoop;12,50"),
    (FileKind::Costs, "customer,date,support cost,sales cost\nC1,2024-12-31,12.50,3"),
    (FileKind::Contacts, "klantnummer;datum;kanaal\nK1;31-12-2024;telefoon"),
    (FileKind::Contacts, "customer,contact date,channel,contact person\nC1,2024-12-31,visit,Eva"),
    (FileKind::Documents, "offertenummer;klantnummer;offertedatum;bedrag\nO1;K1;31-12-2024;12,50"),
];

#[test]
fn kinds_are_recognised_by_their_headers() {
    for (kind, text) in KINDS {
        let intake = intake(text);
        assert_eq!(intake.files[0].kind, *kind, "{text}");
        assert_eq!(intake.rejected, [], "{text}");
        assert!(intake.files[0].good > 0);
        let entries = intake.records.entries.len();
        assert_eq!(entries > 0, !kind.of_customers() || text.contains("aangedragen"), "{text}");
        assert_eq!(!intake.records.customers.is_empty(), kind.of_customers(), "{text}");
    }
}

#[test]
fn stated_kinds_read_the_same() {
    for (kind, text) in KINDS {
        let stated = Options { kind: Some(*kind), ..options() };
        let found = intake(text);
        let read = read_with("test.csv", text.as_bytes(), &stated).unwrap();
        assert_eq!(read.records, found.records, "{text}");
    }
}

#[test]
fn a_bare_amount_is_an_invoice_and_says_so_unless_the_name_says_otherwise() {
    let text = "klant;datum;bedrag\nK1;31-12-2024;12,50";
    assert_eq!(intake(text).files[0].notes, [Note::AssumedInvoices]);
    for (name, kind) in [
        ("betalingen 2024.csv", FileKind::Payments),
        ("Donations.csv", FileKind::Gifts),
        ("adspend.csv", FileKind::AdSpend),
        ("marketingkosten.csv", FileKind::Costs),
    ] {
        let file = read_with(name, text.as_bytes(), &options()).unwrap().files.remove(0);
        assert_eq!((file.kind, file.notes.as_slice()), (kind, &[Note::KindFromName][..]));
    }
    // Headers go before names.
    let file = read_with(
        "betalingen.csv",
        b"factuurnummer;klant;factuurdatum;bedrag\nF1;K1;31-12-2024;12,50",
        &options(),
    );
    assert_eq!(file.unwrap().files[0].kind, FileKind::Invoices);
}

#[test]
fn what_the_headers_do_not_say_is_asked() {
    let Problem::UnknownKind { headers, nearest } = problem("kleur;vorm\nrood;rond") else {
        panic!("another problem");
    };
    assert_eq!(headers, ["kleur", "vorm"]);
    assert_eq!(nearest.len(), 3);
    assert!(matches!(
        problem("klant;giftbedrag;contributie;datum\nK1;1;2;1-1-2024"),
        Problem::AmbiguousKind { kinds } if kinds == [FileKind::Gifts, FileKind::MembershipFees]
    ));
    assert!(matches!(
        problem("factuurnummer;klantnummer;bedrag\nF1;K1;1"),
        Problem::NoDateColumn { kind: FileKind::Invoices, .. }
    ));
    assert!(matches!(
        problem("klant;datum;kosten\nK1;1-1-2024;1"),
        Problem::CostKindUnknown { header } if header == "kosten"
    ));
    assert!(matches!(
        problem("klant;naam;naam\nK1;a;b"),
        Problem::TwoColumnsForOneField { field: Field::Name, .. }
    ));
    // A wrong choice between amounts would cost money.
    assert!(matches!(
        problem("klant;datum;bedrag;omzet\nK1;1-1-2024;1;2"),
        Problem::TwoColumnsForOneField { field: Field::Amount, .. }
    ));
    let gifts = Options { kind: Some(FileKind::Gifts), ..options() };
    let error = read_with("a.csv", b"klant;datum\nK1;1-1-2024", &gifts).unwrap_err();
    assert!(
        matches!(&error.problem, Problem::MissingColumns { missing, .. } if *missing == [Field::Amount])
    );
    assert_eq!(error.to_string(), "a.csv cannot be read: missing_columns");
}

#[test]
fn invoices_without_a_known_amount_are_not_taken_for_customers() {
    for headers in [
        "Factuurnr;Datum;Debiteur;Naam;Bdr",
        "Factuurnr;Dtm;Debiteur;Naam;Bdr;Vervaldatum",
        "documentnr;datum;klant;naam;bdr;vervaldatum",
        "order id,customer id,order date,city,industry,owner,val",
        "factuurnr;datum;klant;naam;bdr;aangedragen door",
    ] {
        let found = problem(&format!("{headers}\nF1;1-1-2024;K1;Jansen;7"));
        let Problem::MissingColumns { kind: FileKind::Invoices, missing, .. } = found else {
            panic!("another problem with {headers}: {found:?}");
        };
        assert_eq!(missing, [Field::Amount], "{headers}");
    }
    // Who wants the customers of it says so, and so does who names the amount.
    let text = b"Factuurnr;Datum;Debiteur;Naam;Bdr\nF1;1-1-2024;K1;Jansen;7,5";
    let customers = Options { kind: Some(FileKind::Customers), ..options() };
    let read = read_with("a.csv", text, &customers).unwrap();
    assert_eq!(read.files[0].kind, FileKind::Customers);
    let columns = [("bdr".to_owned(), Field::Amount)];
    let read = read_with("a.csv", text, &Options { columns: &columns, ..options() }).unwrap();
    assert_eq!(amounts(&read), [money("7.5")]);
}

#[test]
fn columns_can_be_stated() {
    let columns = [
        ("wie".to_owned(), Field::Customer),
        ("Wat".to_owned(), Field::Amount),
        ("omzet".to_owned(), Field::Ignore),
    ];
    let stated = Options { columns: &columns, ..options() };
    let intake = read_with("a.csv", b"wie;datum;wat;omzet\nK1;1-1-2024;1,5;7", &stated).unwrap();
    assert_eq!(amounts(&intake), [money("1.5")]);
    assert_eq!(intake.files[0].columns[3].field, None);
    let error = read_with("a.csv", b"klant;datum;bedrag\nK1;1-1-2024;1", &stated).unwrap_err();
    assert!(matches!(error.problem, Problem::UnknownColumn { header, .. } if header == "wie"));
}

#[test]
fn fields_are_named_by_id() {
    for field in Field::PLAIN {
        assert_eq!(field.id().parse(), Ok(field.clone()));
    }
    assert_eq!("fact:capacity".parse(), Ok(Field::Fact("fact:capacity".into())));
    assert_eq!("employees".parse(), Ok(Field::Fact("employees".into())));
    assert!("kleur".parse::<Field>().is_err());
}

#[test]
fn several_files_are_recognised_each_by_itself() {
    let sources = [
        Source { name: "a.csv", bytes: b"klantnummer;naam\nK1;Acme\n;Bos" },
        Source { name: "b.csv", bytes: b"customer,date,amount\nK1,2024-01-01,1.5\nK1,x,2" },
    ];
    let read = read(&sources, &Options::new(TODAY, options().currency), &mut |_, _| {}).unwrap();
    let kinds: Vec<FileKind> = read.files.iter().map(|file| file.kind).collect();
    assert_eq!(kinds, [FileKind::Customers, FileKind::Invoices]);
    let origins: Vec<(u32, u32)> =
        read.rejected.iter().map(|r| (r.origin.file, r.origin.line)).collect();
    assert_eq!(origins, [(0, 3), (1, 3)]);
    assert_eq!(read.records.entries[0].origin.file, 1);
}
