//! Who may do what: every operation of the desk against every level.

mod team;

use std::collections::BTreeSet;

use klantwijzer_answer::query::Query;
use klantwijzer_core::access::{Action, Level};
use klantwijzer_core::programme::Channel;
use klantwijzer_core::settings::Settings;
use klantwijzer_desk::{Desk, DeskError, Files, ImportOptions, SourceFile, Who};
use klantwijzer_store::AuditFilter;
use klantwijzer_store::conformance::{check_same, wait};

use team::{DAY, WORKSPACE, decision, desk, records, who};

/// Runs an operation for somebody with a level. The future of every one can be
/// sent to another thread.
type Operation = fn(&Desk, &Who) -> Result<(), DeskError>;

fn to_another_thread<F: Future + Send>(future: F) -> F {
    future
}

macro_rules! operations {
    ($(($name:ident, $action:ident, |$desk:ident, $who:ident| $call:expr)),* $(,)?) => {
        &[$((
            stringify!($name),
            Action::$action,
            |$desk: &Desk, $who: &Who| {
                wait(to_another_thread($call)).map(|_| ())
            },
        )),*]
    };
}

const OPERATIONS: &[(&str, Action, Operation)] = operations![
    (book, Ask, |desk, who| async {
        let book = desk.book(who, None).await?;
        book.ask("how many customers?", None, None).await?;
        book.card(0).await?;
        book.answer(&Query::WhyType { customer: 0, claimed: None }).await
    }),
    (portfolio, Ask, |desk, who| desk.portfolio(who)),
    (movement, Ask, |desk, who| desk.movement(who, 3)),
    (settings, SeeSettings, |desk, who| desk.settings(who)),
    (assign_owner, AssignOwner, |desk, who| desk.assign_owner(who, &[0], "Bo", "by hand")),
    (judge, Judge, |desk, who| desk.judge(who, 0, 7, "by hand")),
    (log_contact, Contact, |desk, who| {
        desk.log_contact(who, 0, Channel::Phone, DAY, "by hand")
    }),
    (review, Review, |desk, who| desk.review(who)),
    (imports, SeeImports, |desk, who| desk.imports(who)),
    (import, Import, |desk, who| desk.import(who, records("K2"), vec!["b.csv".to_owned()])),
    (import_files, Import, |desk, who| async {
        let bytes = b"customer_id,name\nK2,Jansen BV\n".to_vec();
        let files = [SourceFile { name: "b.csv".to_owned(), bytes }];
        let stated = ImportOptions::default();
        let files = Files { files: &files, stated: &stated, fact_words: &[], only_shown: false };
        desk.import_files(who, &files, &mut |_, _| {}).await
    }),
    (import_to_undo, UndoImport, |desk, who| desk.import_to_undo(who, None)),
    (undo, UndoImport, |desk, who| desk.undo(who, None)),
    (save_settings, ChangeSettings, |desk, who| async {
        let settings = Settings::default();
        desk.save_settings(who, "team", &settings, &settings).await
    }),
    (change_definition, ChangeDefinitions, |desk, who| {
        desk.change_definition(who, "team", "big", Some("invoices_total > 0"))
    }),
    (try_definition, Ask, |desk, who| desk.try_definition(who, "invoices_total > 0")),
    (set_override, Override, |desk, who| desk.set_override(who, decision())),
    (clear_override, Override, |desk, who| desk.clear_override(who, 0)),
    (audit, SeeAudit, |desk, who| async { desk.audit(who, &AuditFilter::default(), 10).await }),
    (schedule_deletion, DeleteWorkspace, |desk, who| desk.schedule_deletion(who, DAY)),
    (cancel_deletion, DeleteWorkspace, |desk, who| desk.cancel_deletion(who)),
    (deletion, SeeSettings, |desk, who| desk.deletion(who)),
    (held, Export, |desk, who| desk.held(who, 0)),
    (erase, Erase, |desk, who| desk.erase(who, 0)),
    (number_of, Erase, |desk, who| desk.number_of(who, "K1")),
    (lift_erasure, Erase, |desk, who| async {
        // Whoever may, is told that nobody was erased.
        match desk.lift_erasure(who, "K9").await {
            Err(DeskError::NotErased) => Ok(()),
            other => other.map(|_| ()),
        }
    }),
    (export, Export, |desk, who| desk.export(who)),
];

/// Operations that ask nobody: the level comes from the first, the second is the
/// program's own, and the others lead through the book, which asks.
const OPEN: [&str; 5] = ["team", "delete_due", "ask", "answer", "card"];

#[test]
fn every_operation_asks_for_its_level() {
    for (name, action, operation) in OPERATIONS {
        for level in [None].into_iter().chain(Level::ALL.map(Some)) {
            let (desk, store) = desk();
            let outcome = operation(&desk, &who(level));
            if action.is_allowed(level) {
                assert!(outcome.is_ok(), "{name} as {level:?}: {outcome:?}");
                continue;
            }
            let refused = matches!(
                outcome,
                Err(DeskError::NotAllowed { action: found, needs, has })
                    if found == *action && needs == action.needs() && has == level
            );
            assert!(refused, "{name} as {level:?}: {outcome:?}");
            let (_, untouched) = team::desk();
            check_same(&*store, &*untouched, WORKSPACE).unwrap();
        }
    }
}

#[test]
fn nothing_is_recorded_for_a_day_to_come() {
    let ahead = Who { today: DAY.tomorrow().unwrap(), ..who(Some(Level::Admin)) };
    for (name, action, operation) in OPERATIONS {
        let (desk, store) = desk();
        let outcome = operation(&desk, &ahead);
        if !action.changes() {
            assert!(outcome.is_ok(), "{name}: {outcome:?}");
            continue;
        }
        let refused = matches!(outcome, Err(DeskError::DayToCome(day)) if day == ahead.today);
        assert!(refused, "{name}: {outcome:?}");
        let (_, untouched) = team::desk();
        check_same(&*store, &*untouched, WORKSPACE).unwrap();
    }
}

/// The names of all operations that the desk's own source offers.
fn offered() -> std::io::Result<BTreeSet<String>> {
    let mut offered = BTreeSet::new();
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))? {
        let source = std::fs::read_to_string(file?.path())?;
        for rest in source.split("pub async fn ").skip(1) {
            offered.extend(rest.split('(').next().map(str::to_owned));
        }
    }
    Ok(offered)
}

#[test]
fn no_operation_is_left_out() {
    let listed = OPERATIONS.iter().map(|(name, ..)| *name).chain(OPEN);
    assert_eq!(listed.map(str::to_owned).collect::<BTreeSet<_>>(), offered().unwrap());
    // Whoever opens the book may look at cards.
    let used: BTreeSet<Action> = OPERATIONS.iter().map(|(_, action, _)| *action).collect();
    let unused: Vec<Action> =
        Action::ALL.into_iter().filter(|action| !used.contains(action)).collect();
    assert_eq!(unused, [Action::LookAtCard]);
}

#[test]
fn the_team_says_who_may_do_what_before_anybody_may() {
    let (desk, _) = desk();
    let mut settings = Settings::default();
    settings.team.levels.insert(55, Level::Manager);
    let admin = who(Some(Level::Admin));
    let before = wait(desk.settings(&admin)).unwrap();
    wait(desk.save_settings(&admin, "team", &before, &settings)).unwrap();
    let team = wait(desk.team(WORKSPACE)).unwrap();
    assert_eq!(team.level([55]), Some(Level::Manager));
    assert_eq!(team.level([56]), None);
}

#[test]
fn a_time_zone_must_exist() {
    let (desk, _) = desk();
    let admin = who(Some(Level::Admin));
    for (name, good) in
        [("Europe/Amsterdam", true), ("America/New_York", true), ("Mars/Base", false)]
    {
        let mut settings = Settings::default();
        settings.team.time_zone = name.into();
        let before = wait(desk.settings(&admin)).unwrap();
        let saved = wait(desk.save_settings(&admin, "team", &before, &settings));
        match saved {
            Ok(()) => assert!(good, "{name}"),
            Err(DeskError::TimeZone(named)) => assert!(!good && named == name),
            Err(other) => panic!("{name}: {other}"),
        }
    }
}
