//! Who did what goes on record with what was done.

mod team;

use jiff::ToSpan;
use klantwijzer_core::access::{Action, Level};
use klantwijzer_core::settings::Settings;
use klantwijzer_desk::{Files, ImportOptions, SourceFile, Who};
use klantwijzer_store::AuditFilter;
use klantwijzer_store::conformance::wait;

use team::{DAY, decision, desk, records, who};

fn everything() -> AuditFilter {
    AuditFilter::default()
}

#[test]
fn every_change_and_every_look_is_told_with_its_subject() {
    let (desk, _) = desk();
    let admin = who(Some(Level::Admin));
    let manager = who(Some(Level::Manager));
    wait(wait(desk.book(&manager, None)).unwrap().card(0)).unwrap();
    wait(desk.assign_owner(&manager, &[0], "Bo", "by hand")).unwrap();
    wait(desk.judge(&manager, 0, 7, "by hand")).unwrap();
    wait(desk.set_override(&admin, decision())).unwrap();
    wait(desk.clear_override(&admin, 0)).unwrap();
    let mut settings = Settings::default();
    settings.team.audit_days = 365;
    settings.thresholds.confidence = 0.4;
    let before = wait(desk.settings(&admin)).unwrap();
    wait(desk.save_settings(&admin, "team", &before, &settings)).unwrap();
    wait(desk.change_definition(&admin, "team", "big", Some("invoices_total > 0"))).unwrap();
    wait(desk.export(&admin)).unwrap();
    wait(desk.undo(&admin, Some(2))).unwrap();
    let found = wait(desk.audit(&admin, &everything(), 100)).unwrap();
    let told: Vec<_> = found
        .iter()
        .rev()
        .map(|line| (line.action, line.customers.as_slice(), line.import, line.detail.as_str()))
        .collect();
    let one = ["K1".into()];
    assert_eq!(
        told,
        [
            (Action::Import, &[][..], Some(1), "a.csv"),
            (Action::LookAtCard, &one, None, ""),
            (Action::AssignOwner, &one, Some(2), "Bo"),
            (Action::Judge, &one, Some(3), ""),
            (Action::Override, &one, None, "large: we know them"),
            (Action::Override, &one, None, "none"),
            (Action::ChangeSettings, &[], None, "team.audit_days, thresholds.confidence"),
            (Action::ChangeDefinitions, &[], None, "big: invoices_total > 0"),
            (Action::Export, &[], None, "portfolio"),
            (Action::UndoImport, &[], Some(2), ""),
        ]
    );
    assert!(found.iter().all(|line| line.person == admin.person && line.at == admin.at));
}

#[test]
fn what_changes_nothing_leaves_no_line() {
    let (desk, _) = desk();
    let admin = who(Some(Level::Admin));
    wait(desk.import(&admin, records("K1"), vec!["again.csv".to_owned()])).unwrap();
    let shown = [SourceFile { name: "b.csv".to_owned(), bytes: b"id,name\nK2,Bo\n".to_vec() }];
    let stated = ImportOptions::default();
    let files = Files { files: &shown, stated: &stated, fact_words: &[], only_shown: true };
    let shown = wait(desk.import_files(&admin, &files, &mut |_, _| {})).unwrap();
    assert_eq!((shown.report.import, shown.report.counts.customers_added), (None, 1));
    let found = wait(desk.audit(&admin, &everything(), 100)).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn lines_are_kept_for_as_long_as_the_team_says() {
    let (desk, _) = desk();
    let admin = who(Some(Level::Admin));
    let days_later = |days: i64| Who { at: admin.at + (days * 24).hours(), ..admin.clone() };
    let lines = |who: &Who| wait(desk.audit(who, &everything(), 100)).unwrap().len();
    assert_eq!(lines(&days_later(729)), 1);
    assert_eq!(lines(&days_later(731)), 0);
    assert_eq!(admin.today, DAY);
}
