//! Erasing customers.

use jiff::Timestamp;
use jiff::civil::date;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::{ContactPerson, CustomerNo, Profile};
use klantwijzer_core::review::{Override, Standing};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;
use smol_str::SmolStr;

use super::sample::{self, Chance};
use super::{Make, Rule, check_same, told, wait};
use crate::mentions::Mentions;
use crate::{AuditFilter, AuditLine, BookRow, Erased, Erasure, MemoryStore, Store, StoreError};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("nothing of an erased customer is found, and all of the others is", everywhere),
    ("what names an erased customer goes from all that is said of others", in_texts),
    ("what was on its way when somebody was erased brings nobody back", late),
    ("one that was never there cannot be erased", unknown),
];

/// Where [`fill`] puts its data.
pub const WORKSPACE: WorkspaceId = WorkspaceId::guild(5 << 22);

/// What erasing a customer of the samples means.
pub fn erasure(customer: CustomerNo, name: &str) -> Erasure {
    let erased = Erased {
        pseudonym: format!("erased-{customer}").into(),
        at: Timestamp::UNIX_EPOCH,
        salt: [7; 32],
        digests: vec![[9; 32]],
    };
    let id = sample::id(customer);
    let mentions = Mentions::new(erased.pseudonym.clone(), [id.as_str(), name], [], []);
    Erasure { customer, mentions, erased, based_on: None }
}

/// Fills a store with imports, reviews, overrides and an audit, in which customer 3
/// is called Save-a-lot.
pub fn fill(store: &dyn Store) -> Result<(), StoreError> {
    let mut chance = Chance::new(5);
    wait(store.save_settings(WORKSPACE, "team", &Settings::default(), None, &[]))?;
    for _ in 0..4 {
        let next = wait(store.next_customer(WORKSPACE))?;
        wait(store.import(WORKSPACE, sample::any_batch(&mut chance, next, 700, 4)))?;
    }
    let named = Profile { name: Some("Save-a-lot".to_owned()), ..Profile::default() };
    let mut batch = sample::batch(
        "Judgement of Save-a-lot",
        vec![BookRow { stated: named, ..sample::row(3) }],
        Vec::new(),
    );
    batch.audit = vec![sample::line(Action::Judge, &["K00003", "K00004"])];
    wait(store.import(WORKSPACE, batch))?;
    wait(store.undo(WORKSPACE, 2, Timestamp::UNIX_EPOCH, &[]))?;
    for _ in 0..2 {
        let chunk = sample::any_chunk(&mut chance, 600, 9, 3);
        let header = sample::header(date(2026, 1, 1));
        wait(store.record_review(WORKSPACE, header, vec![chunk.into()], None))?;
    }
    wait(store.set_override(WORKSPACE, &sample::decision(3, "why"), &[]))?;
    wait(store.set_override(WORKSPACE, &sample::decision(4, "why"), &[]))
}

fn everywhere(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    let settings = Settings { account_managers: 7, ..Settings::default() };
    for store in [&*store, &reference as &dyn Store] {
        fill(store)?;
        let audit = [sample::line(Action::Erase, &["erased-3"])];
        let erasure = erasure(3, "Save-a-lot");
        wait(store.erase(WORKSPACE, &erasure, Some(&settings), &audit))?;
        wait(store.erase(WORKSPACE, &self::erasure(600, "nobody"), None, &[]))?;
    }
    check_same(&*store, &reference, WORKSPACE)?;
    assert_eq!(wait(store.customers(WORKSPACE, 3..4))?, []);
    assert_eq!(wait(store.ledger(WORKSPACE, 3..4))?, []);
    assert_eq!(wait(store.customers(WORKSPACE, 4..5))?.len(), 1);
    assert_eq!(wait(store.customer_ids(WORKSPACE))?[3], "erased-3");
    let parents: Vec<_> = wait(store.customers(WORKSPACE, 0..CustomerNo::MAX))?
        .into_iter()
        .filter_map(|known| known.profile.parent)
        .collect();
    let named = |parent: &str| parents.iter().filter(|named| **named == parent).count();
    assert!(named("erased-3") > 0 && named("K00003") == 0 && named("K00004") > 0);
    assert_eq!(wait(store.settings(WORKSPACE))?, Some(settings));
    let overrides = wait(store.overrides(WORKSPACE))?;
    assert_eq!(overrides.iter().map(|it| it.customer).collect::<Vec<_>>(), [4]);
    assert_eq!(wait(store.imports(WORKSPACE))?[4].sources, ["Judgement of erased-3"]);
    for review in 1..=2 {
        let chunk = wait(store.review_chunk(WORKSPACE, review, 0))?.unwrap_or_default();
        assert!(chunk.standing[3] == Standing::Absent && chunk.value[3].is_nan());
    }
    let about = |id: &str| {
        let filter = AuditFilter { customer: Some(id.into()), ..AuditFilter::default() };
        wait(store.audit(WORKSPACE, &filter, 10))
    };
    assert_eq!(
        (about("K00003")?.len(), about("erased-3")?.len(), about("K00004")?.len()),
        (0, 2, 1)
    );
    // Life goes on, and the number is not given again.
    for store in [&*store, &reference as &dyn Store] {
        let next = wait(store.next_customer(WORKSPACE))?;
        wait(store.import(WORKSPACE, sample::any_batch(&mut Chance::new(8), next, 50, 4)))?;
        wait(store.undo(WORKSPACE, 1, Timestamp::UNIX_EPOCH, &[]))?;
    }
    check_same(&*store, &reference, WORKSPACE)
}

/// What names the customer that [`erasure_of_named`] erases, in small letters.
pub const NAMES: [&str; 3] = ["zonneveld", "oppewal", "k00003"];

/// Fills a store like [`fill`], and has everything that is said of customer 4 name
/// customer 3 as well: what holds now, what was corrected since, and what was
/// undone.
pub fn fill_naming(store: &dyn Store) -> Result<(), StoreError> {
    fill(store)?;
    for import in 0..3 {
        let mut row = BookRow { stated: naming_profile(import), ..sample::row(4) };
        row.mentioned = naming_profile(import + 3);
        let mut entry = sample::invoice(&format!("ZONNEVELD-{}", import % 2), date(2026, 1, 1), 5);
        entry.entry.line = "oppewal".into();
        entry.entry.category = "Maatwerk voor Zonnevelds".into();
        entry.key = entry.entry.key(0);
        let mut batch = sample::batch("Zonneveld klanten.csv", vec![row], vec![(4, entry)]);
        batch.info.sources.push("dirk-oppewal (2).xlsx".to_owned());
        let detail = "Zonneveld klanten.csv".to_owned();
        let customers = vec![sample::id(4)];
        batch.audit = vec![AuditLine { customers, detail, ..sample::line(Action::Import, &[]) }];
        let id = wait(store.import(WORKSPACE, batch))?;
        if import == 1 {
            wait(store.undo(WORKSPACE, id, Timestamp::UNIX_EPOCH, &[]))?;
        }
    }
    let reason = "their director is the brother of D. ZONNEVELD, see k00003";
    let lines = [
        AuditLine {
            detail: format!("strategic: {reason}"),
            name: "oppewal".to_owned(),
            ..sample::line(Action::Override, &["K00004"])
        },
        AuditLine {
            detail: "large: the owner is ill".to_owned(),
            ..sample::line(Action::Override, &["K00003"])
        },
    ];
    let decision = Override { by: "oppewal".to_owned(), ..sample::decision(4, reason) };
    wait(store.set_override(WORKSPACE, &decision, &lines))
}

fn naming_profile(number: u32) -> Profile {
    let text = |what: &str| Some(SmolStr::from(format!("{what} van Zonneveld {number}")));
    let person = |name: &str, email: &str| ContactPerson {
        name: name.to_owned(),
        role: Some("buddy of zonneveld".to_owned()),
        email: Some(email.to_owned()),
        phone: Some("zonneveld 010".to_owned()),
        opted_out: false,
    };
    Profile {
        name: (number == 0).then(|| "Once called Zonneveld".to_owned()),
        sector: text("sector"),
        owner: text("owner"),
        parent: Some(sample::id(3)),
        country: text("country"),
        city: text("city"),
        given_value: Some("friend of dirk Oppewal".to_owned()),
        tags: vec!["zonneveld".into(), "plain".into(), "aa Zonneveldclub".into()],
        people: vec![
            person("Dirk Oppewal", "dirk@x.nl"),
            person("Anna Smit", "anna@zonneveld.nl"),
            person("Bea Smit", "bea@x.nl"),
        ],
        ..Profile::default()
    }
}

/// What erasing the customer means that [`fill_naming`] names.
pub fn erasure_of_named() -> Erasure {
    let erasure = erasure(3, "Zonneveld");
    let instead = erasure.erased.pseudonym.clone();
    let calls = ["K00003", "Zonneveld", "Dirk Oppewal"];
    Erasure { mentions: Mentions::new(instead, calls, ["zonneveld", "oppewal"], []), ..erasure }
}

fn in_texts(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    for store in [&*store, &reference as &dyn Store] {
        fill_naming(store)?;
        let before = told(store, WORKSPACE)?;
        assert!(NAMES.iter().all(|name| before.contains(name)));
        wait(store.erase(WORKSPACE, &erasure_of_named(), None, &[]))?;
        let after = told(store, WORKSPACE)?;
        for name in NAMES.into_iter().chain(["the owner is ill"]) {
            assert_eq!(after.find(name), None, "{name} in {after}");
        }
        let stays =
            ["once called erased-3", "maatwerk voor", "bea@x.nl", "the brother of", "plain"];
        for text in stays {
            assert!(after.contains(text), "{text} in {after}");
        }
    }
    check_same(&*store, &reference, WORKSPACE)?;
    let customers = wait(store.customers(WORKSPACE, 4..5))?;
    let known = &customers[0];
    let people: Vec<_> = known.profile.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(people, ["Anna Smit", "Bea Smit"]);
    assert_eq!(known.profile.parent.as_deref(), Some("erased-3"));
    // It is the same invoice still.
    let mut entry = sample::invoice("ZONNEVELD-0", date(2026, 1, 1), 7);
    entry.entry.line = "oppewal".into();
    entry.key = entry.entry.key(0);
    let count = || Ok::<_, StoreError>(wait(store.ledger(WORKSPACE, 4..5))?.len());
    let before = count()?;
    let batch = sample::batch("again", vec![sample::row(4)], vec![(4, entry)]);
    wait(store.import(WORKSPACE, batch))?;
    assert_eq!(count()?, before);
    Ok(())
}

fn late(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    for store in [&*store, &reference as &dyn Store] {
        fill(store)?;
        wait(store.erase(WORKSPACE, &erasure(3, "Save-a-lot"), None, &[]))?;
        let decision = wait(store.set_override(WORKSPACE, &sample::decision(3, "why"), &[]));
        assert!(matches!(decision, Err(StoreError::Conflict)), "{decision:?}");
        for id in [sample::id(3), "erased-3".into()] {
            let row = BookRow { id, ..sample::row(3) };
            let import =
                wait(store.import(WORKSPACE, sample::batch("late", vec![row], Vec::new())));
            assert!(matches!(import, Err(StoreError::Conflict)), "{import:?}");
        }
        let chunk = sample::any_chunk(&mut Chance::new(7), 600, 9, 3);
        assert!(chunk.knows(3));
        let header = sample::header(date(2026, 1, 2));
        let review = wait(store.record_review(WORKSPACE, header, vec![chunk.into()], None))?;
        let kept = wait(store.review_chunk(WORKSPACE, review, 0))?.unwrap_or_default();
        assert!(!kept.knows(3) && kept.knows(4));
    }
    check_same(&*store, &reference, WORKSPACE)
}

fn unknown(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let never = wait(store.erase(WORKSPACE, &erasure(0, "x"), None, &[]));
    assert!(matches!(never, Err(StoreError::Refused(_))), "{never:?}");
    assert_eq!(wait(store.workspaces())?, []);
    Ok(())
}
