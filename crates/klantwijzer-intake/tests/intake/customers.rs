use jiff::civil::date;
use klantwijzer_core::customer::Role;
use klantwijzer_core::ledger::EntryKind;
use klantwijzer_intake::{FileKind, Note, Options, Problem};

use crate::{intake, money, options, problem, read_with};

#[test]
fn customers_in_full() {
    let fact_ids = ["fact:capacity".into(), "fact:score".into()];
    let stated = Options { fact_ids: &fact_ids, plugin: Some("general".into()), ..options() };
    let text = "Relatienummer;Klantnaam;Branche;Accountmanager;Moederbedrijf;Land;Plaats;Aantal werknemers;\
        Jaaromzet;Pijn;Regeldruk;Share of wallet;Oordeel;Beoordeeld op;Referentieklant;Rol;Tags;Toegekende waarde;\
        Contactpersoon;Functie;E-mail;Telefoon;Opt-out;capacity;fact:Extra\n\
        K1;Müller & Zn;Metaal;Eva Bos;K9;NA;Delft;1.250;€ 1.500.000,50;7,5;8;45%;6;1-2-2025;ja;klant, donateur;vip|nieuw;\
        Partner;Jan;Inkoper;j@m.nl;020-1;nee;3,5;4\n";
    let read = read_with("klanten.csv", text.as_bytes(), &stated).unwrap();
    assert_eq!(read.rejected, []);
    let profile = &read.records.customers[0].profile;
    assert_eq!(profile.name.as_deref(), Some("Müller & Zn"));
    assert_eq!(profile.country.as_deref(), Some("NA"));
    assert_eq!(profile.parent.as_deref(), Some("K9"));
    assert_eq!(profile.plugin.as_deref(), Some("general"));
    assert!(profile.roles.has(Role::Buyer) && profile.roles.has(Role::Donor));
    assert_eq!(profile.tags, ["nieuw", "vip"]);
    assert_eq!(profile.given_value.as_deref(), Some("Partner"));
    assert_eq!(profile.judged_on, Some(date(2025, 2, 1)));
    assert_eq!(profile.people[0].role.as_deref(), Some("Inkoper"));
    assert!(!profile.people[0].opted_out);
    let facts: Vec<(&str, f64)> = profile.facts.iter().map(|(id, v)| (id.as_str(), *v)).collect();
    assert_eq!(
        facts,
        [
            ("company_revenue", 1_500_000.5),
            ("employees", 1_250.0),
            ("fact:capacity", 3.5),
            ("fact:extra", 4.0),
            ("is_reference", 1.0),
            ("manager_judgement", 6.0),
            ("pain_fit", 7.5),
            ("regulatory_pressure", 8.0),
            ("share_of_wallet", 0.45),
        ]
    );
    assert_eq!(read.files[0].notes, [Note::FactNotDeclared { id: "fact:extra".into() }]);
}

#[test]
fn shares_are_percentages_by_the_whole_column() {
    let read = intake("klantnummer;naam;share of wallet\nK1;a;45\nK2;b;1\nK3;c;0,5%\n");
    let shares: Vec<f64> =
        read.records.customers.iter().map(|row| row.profile.facts[0].1).collect();
    // The last one has its own percent sign, so it is no percentage of a percentage.
    assert_eq!(shares, [0.45, 0.01, 0.005]);
    assert!(
        read.files[0]
            .notes
            .contains(&Note::SharesArePercentages { header: "share of wallet".into() })
    );
    let read = intake("klantnummer;naam;share of wallet\nK1;a;0,45\nK2;b;1\n");
    assert_eq!(read.records.customers[1].profile.facts[0].1, 1.0);
    let read = intake("klantnummer;naam;share of wallet (%)\nK1;a;0,5\nK2;b;1\n");
    assert_eq!(read.records.customers[1].profile.facts[0].1, 0.01);
    let read = intake("klantnummer;naam;pijn;share of wallet\nK1;a;11;\nK2;b;;101\n");
    assert_eq!(read.rejected.len(), 2);
}

#[test]
fn customers_without_an_id_go_by_their_name() {
    let read = intake("bedrijf;branche\n  Acme   Metaal ;x\n=cmd();y\n@everyone;z\n");
    let ids: Vec<&str> = read.records.customers.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["Acme Metaal", "=cmd()", "@everyone"]);
    assert_eq!(read.files[0].notes, [Note::NameIsId { header: "bedrijf".into() }]);
}

#[test]
fn persons_add_up() {
    let read = intake(
        "klantnummer;naam;functie;e-mail;opt-out\nK1;Eva;Inkoper;e@a.nl;\nK1;Jan;CEO;j@a.nl;ja\n",
    );
    assert_eq!(read.records.customers.len(), 2);
    assert_eq!(read.records.customers[0].profile.name, None);
    assert_eq!(read.records.customers[0].profile.people[0].name, "Eva");
    assert!(read.records.customers[1].profile.people[0].opted_out);
    let read =
        intake("klantnummer;naam;functie;e-mail\nK1;Eva;Inkoper;e@a.nl\nK1;Eva;Inkoper;x@a.nl\n");
    assert_eq!(read.rejected.len(), 2);
}

#[test]
fn a_lead_is_a_prospect_and_an_entry_of_who_referred_it() {
    let read = intake(
        "lead id;lead naam;aangedragen door;datum;lead marge\nL1;Acme;K7;1-2-2024;250,5\nL2;Bos;;;\n",
    );
    assert_eq!((read.files[0].rows, read.files[0].good), (2, 2));
    assert!(read.records.customers[0].profile.roles.has(Role::Prospect));
    let [entry] = read.records.entries.as_slice() else { panic!("one referral") };
    assert_eq!((entry.customer.as_str(), entry.entry.kind), ("K7", EntryKind::ReferredLead));
    assert_eq!((entry.entry.amount, entry.entry.number.as_str()), (money("250.5"), "L1"));
    assert!(matches!(
        problem("lead naam;aangedragen door\nAcme;K7"),
        Problem::NoDateColumn { kind: FileKind::Leads, .. }
    ));
}
