//! What is held about a customer is handed over whole and erased whole.

mod team;

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;

use klantwijzer_core::access::{Action, Level};
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::customer::ContactPerson;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::programme::{ContactMoment, standard_programme};
use klantwijzer_core::records::{Records, Rejection};
use klantwijzer_core::review::Override;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::types::CustomerType;
use klantwijzer_desk::{Desk, DeskError, Held};
use klantwijzer_store::conformance::{told, wait};
use klantwijzer_store::{AuditFilter, StoreError};
use klantwijzer_store_sled::SledStore;

use team::{WORKSPACE, decision, records, who};

const NAME: &str = "Customer K-Zeldzaam";

fn both() -> Records {
    let (mut one, other) = (records("K-Zeldzaam"), records("K-Ander"));
    one.customers.extend(other.customers);
    one.entries.extend(other.entries);
    one
}

fn open(folder: &Path) -> Result<Desk, StoreError> {
    Ok(Desk::new(Arc::new(SledStore::open(folder)?), Vec::new()))
}

/// A book of two, in which the second was looked at, judged and given a type.
fn fill(desk: &Desk) -> Result<(), DeskError> {
    let admin = who(Some(Level::Admin));
    wait(desk.import(&admin, both(), vec!["a.csv".to_owned()]))?;
    let no = 1;
    assert_eq!(number(desk, "K-Zeldzaam")?, Some(no));
    wait(wait(desk.book(&admin, None))?.card(no))?;
    wait(desk.judge(&admin, no, 7, &format!("Judgement of {NAME}")))?;
    wait(desk.assign_owner(&admin, &[no], "Bo", "by hand"))?;
    let given = klantwijzer_core::review::Override { customer: no, ..decision() };
    wait(desk.set_override(&admin, given))?;
    let named = format!("owner == '{NAME}'");
    wait(desk.change_definition(&admin, "team", "theirs", Some(&named)))?;
    wait(desk.change_definition(&admin, "team", "big", Some("invoices_total > 1.0")))
}

fn number(desk: &Desk, id: &str) -> Result<Option<u32>, DeskError> {
    let admin = who(Some(Level::Admin));
    Ok(wait(desk.book(&admin, None))?.portfolio().find_id(id))
}

/// The same book, in which what is said of the first one names the second as people
/// do: in small letters, by a part of its name, in the name of a file.
fn fill_naming(desk: &Desk) -> Result<(), DeskError> {
    fill(desk)?;
    let admin = who(Some(Level::Admin));
    let mut records = both();
    let profile = &mut records.customers[1].profile;
    profile.people = [NAME, "Anna Smit"].map(person).into();
    profile.tags = vec!["friend of zeldzaam".into()];
    profile.given_value = Some("came by Zeldzaam's director".to_owned());
    profile.parent = Some("K-Zeldzaam".into());
    records.entries[1].entry.category = "zeldzame zaken van ZELDZAAM".into();
    let sources = vec!["klanten_zeldzaam.csv".to_owned()];
    wait(desk.import(&admin, records, sources))?;
    let reason = "as important as zeldzaam, says K-ZELDZAAM".to_owned();
    wait(desk.set_override(&admin, Override { reason, ..decision() }))?;
    let expression = Some("invoices_total > 1.0");
    wait(desk.change_definition(&admin, "team", "like zeldzaam", expression))?;
    let before = wait(desk.settings(&admin))?;
    let name = "like zeldzaam".into();
    let mut settings = Settings { default_definition: Definition::Own { name }, ..before.clone() };
    settings.programme = [(CustomerType::Large, programme_of("Meet Zeldzaam"))].into();
    wait(desk.save_settings(&admin, "team", &before, &settings))
}

fn person(name: &str) -> ContactPerson {
    ContactPerson { name: name.to_owned(), ..ContactPerson::default() }
}

fn programme_of(label: &str) -> Vec<ContactMoment> {
    let mut programme = standard_programme(CustomerType::Large);
    programme.truncate(1);
    for moment in &mut programme {
        moment.label = Some(Bilingual { en: label.to_owned(), nl: label.to_owned() });
    }
    programme
}

/// Whether a text lies somewhere in the files of a folder, whatever its capitals.
fn lies_in(folder: &Path, text: &str) -> io::Result<bool> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let found = if path.is_dir() {
            lies_in(&path, text)?
        } else {
            let bytes = std::fs::read(path)?;
            holds(&bytes, text)
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
}

#[test]
fn everything_that_is_held_is_handed_over() {
    let folder = tempfile::tempdir().unwrap();
    let desk = open(folder.path()).unwrap();
    fill(&desk).unwrap();
    let held = wait(desk.held(&who(Some(Level::Admin)), 1)).unwrap();
    assert_eq!((held.id.as_str(), held.name.as_str()), ("K-Zeldzaam", NAME));
    assert_eq!(held.profile.owner.as_deref(), Some("Bo"));
    assert_eq!(held.profile.fact("manager_judgement"), Some(7.0));
    let sources: Vec<_> =
        held.records.iter().map(|it| (it.import.sources[0].as_str(), it.entries.len())).collect();
    let judged = format!("Judgement of {NAME}");
    assert_eq!(sources, [("a.csv", 1), (judged.as_str(), 0), ("by hand", 0)]);
    assert_eq!(held.records[0].entries[0].number, "F-K-Zeldzaam");
    assert_eq!(held.facts.get("invoices_total"), Some(&1.0));
    assert_eq!(held.scores.len(), 1);
    assert_eq!(held.given_type.unwrap().reason, "we know them");
    let told: BTreeSet<Action> = held.audit.iter().map(|line| line.action).collect();
    let expected =
        [Action::LookAtCard, Action::Judge, Action::AssignOwner, Action::Override, Action::Export];
    assert_eq!(told, expected.into());
}

#[test]
fn an_erased_customer_is_gone_and_does_not_come_back_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let admin = who(Some(Level::Admin));
    {
        let desk = open(folder.path()).unwrap();
        fill(&desk).unwrap();
        let pseudonym = wait(desk.erase(&admin, 1)).unwrap();
        assert_eq!(number(&desk, "K-Zeldzaam").unwrap(), None);
        assert_eq!(number(&desk, "K-Ander").unwrap(), Some(0));
        let definitions = wait(desk.settings(&admin)).unwrap().definitions;
        assert_eq!(definitions.keys().collect::<Vec<_>>(), ["big"]);
        let gone = wait(desk.held(&admin, 1));
        assert!(matches!(gone, Err(DeskError::NoSuchCustomer)));
        let about = |id: &str| {
            let filter = AuditFilter { customer: Some(id.into()), ..AuditFilter::default() };
            wait(desk.audit(&admin, &filter, 100)).unwrap().len()
        };
        assert_eq!((about("K-Zeldzaam"), about(&pseudonym)), (0, 5));
    }
    let desk = open(folder.path()).unwrap();
    let again = |records: Records| {
        wait(desk.import(&admin, records, vec!["again.csv".to_owned()])).unwrap()
    };
    let report = again(both());
    let why: Vec<_> = report.rejected.iter().map(|row| &row.why).collect();
    assert_eq!(why, [&Rejection::Erased; 2], "its customer row and its invoice");
    assert_eq!(report.import, None);
    // Not by its name, and not in other letters.
    let mut by_name = records("x");
    by_name.customers.clear();
    by_name.entries[0].customer = NAME.to_uppercase().into();
    assert_eq!(again(by_name).rejected.len(), 1);
    assert_eq!(number(&desk, "K-Zeldzaam").unwrap(), None);
    let nobody = wait(desk.lift_erasure(&admin, "K-Ander"));
    assert!(matches!(nobody, Err(DeskError::NotErased)));
    wait(desk.lift_erasure(&admin, "K-Zeldzaam")).unwrap();
    assert_eq!(again(both()).rejected, []);
    let no = number(&desk, "K-Zeldzaam").unwrap().unwrap();
    assert_eq!(no, 2, "as somebody new");
    let held = wait(desk.held(&admin, no)).unwrap();
    assert_eq!((held.records.len(), held.given_type, held.scores.len()), (1, None, 1));
}

#[test]
fn nobody_names_an_erased_customer_as_its_parent() {
    let folder = tempfile::tempdir().unwrap();
    let desk = open(folder.path()).unwrap();
    let admin = who(Some(Level::Admin));
    let with_parent = |parent: &str| {
        let mut records = both();
        records.customers[1].profile.parent = Some(parent.into());
        let import = desk.import(&admin, records, vec!["a.csv".to_owned()]);
        let report = wait(import).unwrap();
        let held = wait(desk.held(&admin, 0)).unwrap();
        (held.profile.parent.unwrap(), report.rejected.len())
    };
    assert_eq!(with_parent("K-Zeldzaam"), ("K-Zeldzaam".into(), 0));
    let pseudonym = wait(desk.erase(&admin, 1)).unwrap();
    let held = wait(desk.held(&admin, 0)).unwrap();
    assert_eq!(held.profile.parent.as_ref(), Some(&pseudonym));
    for parent in ["K-Zeldzaam", "k-zeldzaam "] {
        assert_eq!(with_parent(parent), (pseudonym.clone(), 2), "{parent}");
    }
    assert_eq!(with_parent("K-Ander"), ("K-Ander".into(), 2));
}

/// The engine's log keeps what was overwritten until it writes over it, so that
/// the folder itself is not looked at after erasing: what is promised holds for
/// what the store hands on, and for a folder made from a backup.
#[test]
fn a_folder_made_from_a_backup_holds_nothing_of_an_erased_customer() {
    let folder = tempfile::tempdir().unwrap();
    let admin = who(Some(Level::Admin));
    let words = [NAME, "Zeldzaam"];
    {
        let desk = open(folder.path()).unwrap();
        fill_naming(&desk).unwrap();
        assert!(told(desk.store(), WORKSPACE).unwrap().contains("zeldzaam"));
    }
    for word in words {
        assert!(lies_in(folder.path(), word).unwrap(), "{word} is there before");
    }
    let mut file = Vec::new();
    {
        let desk = open(folder.path()).unwrap();
        wait(desk.erase(&admin, 1)).unwrap();
        wait(desk.store().backup(&mut file)).unwrap();
    }
    let restored = tempfile::tempdir().unwrap();
    {
        let desk = open(restored.path()).unwrap();
        wait(desk.store().restore(&mut file.as_slice())).unwrap();
        assert_eq!(wait(desk.store().customers(WORKSPACE, 0..9)).unwrap().len(), 1);
        let told = told(desk.store(), WORKSPACE).unwrap();
        assert!(!told.contains("zeldzaam"), "{told}");
        let held = format!("{:?}", wait(desk.held(&admin, 0)).unwrap());
        assert!(!holds(held.as_bytes(), "zeldzaam"), "{held}");
        let Held { profile, given_type, .. } = wait(desk.held(&admin, 0)).unwrap();
        assert_eq!(profile.people, [person("Anna Smit")]);
        assert!(given_type.unwrap().reason.starts_with("as important as erased-"));
        let settings = wait(desk.settings(&admin)).unwrap();
        let names: Vec<_> = settings.definitions.keys().cloned().collect();
        assert!(names.len() == 2 && names[1].starts_with("like erased-"), "{names:?}");
        assert_eq!(settings.default_definition, Definition::Own { name: names[1].clone() });
        // Nor does the same file bring it back as somebody's contact person.
        let mut records = both();
        records.customers[1].profile.people = vec![person(NAME)];
        wait(desk.import(&admin, records, vec!["again.csv".to_owned()])).unwrap();
        let held = wait(desk.held(&admin, 0)).unwrap();
        assert_eq!(held.profile.people, [person("Anna Smit")]);
    }
    for word in words {
        assert!(!lies_in(restored.path(), word).unwrap(), "{word}");
        assert!(!holds(&file, word), "{word}");
    }
    assert!(lies_in(restored.path(), "K-Ander").unwrap(), "the other one is");
}

#[test]
fn settings_without_names_stay_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let desk = open(folder.path()).unwrap();
    let admin = who(Some(Level::Admin));
    wait(desk.import(&admin, both(), vec!["a.csv".to_owned()])).unwrap();
    let settings = Settings { account_managers: 3, ..Settings::default() };
    let before = wait(desk.settings(&admin)).unwrap();
    wait(desk.save_settings(&admin, "team", &before, &settings)).unwrap();
    wait(desk.erase(&admin, 0)).unwrap();
    assert_eq!(wait(desk.settings(&admin)).unwrap(), settings);
}

#[test]
fn who_is_in_an_undone_import_alone_can_be_erased_and_stays_away_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let desk = open(folder.path()).unwrap();
    let admin = who(Some(Level::Admin));
    wait(desk.import(&admin, records("K7"), vec!["a.csv".to_owned()])).unwrap();
    wait(desk.undo(&admin, None)).unwrap();
    let no = wait(desk.number_of(&admin, "K7")).unwrap().unwrap();
    wait(desk.erase(&admin, no)).unwrap();
    let again = wait(desk.import(&admin, records("K7"), vec!["a.csv".to_owned()]));
    assert_eq!(again.unwrap().rejected.len(), 2);

    // Under another id it has the name still.
    wait(desk.import(&admin, records("K8"), vec!["b.csv".to_owned()])).unwrap();
    let no = wait(desk.number_of(&admin, "K8")).unwrap().unwrap();
    wait(desk.erase(&admin, no)).unwrap();
    let mut other = records("K9");
    other.customers[0].profile.name = Some("customer k8".to_owned());
    let back = wait(desk.import(&admin, other, vec!["c.csv".to_owned()])).unwrap();
    assert_eq!((back.rejected.len(), back.counts.customers_added), (2, 0));
}
