use std::path::Path;
use std::sync::Arc;

use klantwijzer_core::scorer::{Sector, run_examples};
use klantwijzer_core::types::CustomerType;
use klantwijzer_host::LoadError;

use crate::built::{SHIPPED, c_plugin, faulty, folder, folder_of, load, moody, score, shipped};

fn ids(sectors: &[Arc<dyn Sector>]) -> Vec<&str> {
    sectors.iter().map(|sector| sector.manifest().id.as_str()).collect()
}

/// The one problem that a library of this name in a folder gives.
fn problem(name: &str, library: &Path) -> LoadError {
    let folder = folder_of(&[(name, library)]);
    let mut loaded = load(folder.path(), "");
    assert!(loaded.sectors.is_empty());
    assert_eq!(loaded.problems.len(), 1, "{:?}", loaded.problems);
    assert_eq!(loaded.problems[0].file, folder.path().join(name));
    loaded.problems.remove(0).what
}

#[test]
fn a_build_folder_gives_the_shipped_plugins_and_no_problem() {
    let loaded = load(folder(), "");
    assert_eq!(loaded.problems, []);
    assert_eq!(ids(&loaded.sectors), SHIPPED);
    for sector in &loaded.sectors {
        let misses = run_examples(sector.as_ref()).unwrap();
        assert_eq!(misses, [], "{}", sector.manifest().id);
    }
}

#[test]
fn a_missing_folder_is_told_with_the_cure() {
    let nowhere = folder().join("no such folder");
    let loaded = load(&nowhere, "");
    assert!(loaded.sectors.is_empty());
    assert_eq!(loaded.problems[0].file, nowhere);
    assert!(matches!(loaded.problems[0].what, LoadError::NoFolder(_)));
    assert!(loaded.problems[0].what.help().contains("make the folder"));
}

#[test]
fn a_library_that_is_no_plugin_is_only_told_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("libother.so"), "some library").unwrap();
    std::fs::write(folder.path().join("klantwijzer_general.d"), "no library").unwrap();
    let loaded = load(folder.path(), "");
    assert_eq!(loaded.problems.len(), 1);
    assert_eq!(loaded.problems[0].what, LoadError::EmptyFolder);

    std::fs::write(folder.path().join("libklantwijzer_old.so"), "some library").unwrap();
    let loaded = load(folder.path(), "");
    assert_eq!(loaded.problems.len(), 1);
    assert_eq!(loaded.problems[0].what, LoadError::NotAPlugin);
}

#[test]
fn a_plugin_of_another_version_is_refused_with_both_versions_and_the_cure() {
    let refused = problem("libforeign.so", &faulty("foreign"));
    let told = refused.to_string();
    assert!(told.contains("9.4") && told.contains("1.0"), "{told}");
    assert!(refused.help().contains("rebuild the plugin against klantwijzer-plugin 1.x"));
}

#[test]
fn a_broken_plugin_leaves_the_others_alone() {
    let folder = folder_of(&[
        ("liba.so", &faulty("foreign")),
        ("libb.so", &faulty("moody")),
        ("libc.so", &faulty("moody")),
        ("libd.so", &shipped("general")),
    ]);
    let loaded = load(folder.path(), "");
    assert_eq!(ids(&loaded.sectors), ["general"]);
    let problems: Vec<_> = loaded.problems.iter().map(|p| &p.what).collect();
    assert!(matches!(problems[0], LoadError::OtherAbi { .. }));
    let same = |other: &str| LoadError::SameId { id: "moody".to_owned(), other: other.to_owned() };
    assert_eq!(problems[1..], [&same("libc.so"), &same("libb.so")]);
    assert_eq!(loaded.files["moody"].len(), 2);
}

#[test]
fn whichever_library_sorts_first_none_of_two_is_used() {
    for other in ["libaaa.so", "libzzz.so"] {
        let folder = folder_of(&[
            ("libklantwijzer_moody.so", &faulty("moody")),
            (other, &faulty("moody")),
            ("libklantwijzer_general.so", &shipped("general")),
        ]);
        let loaded = load(folder.path(), "");
        assert_eq!(ids(&loaded.sectors), ["general"], "{other}");
        let [broken] = loaded.broken.as_slice() else { panic!("{other}: one plugin is out") };
        assert_eq!(broken.id, "moody");
        assert!(broken.manifest.is_some() && broken.why.contains("neither"), "{broken:?}");
    }
}

#[test]
fn what_a_plugin_that_will_not_start_says_of_itself_is_known() {
    let folder = folder_of(&[("libmoody.so", &faulty("moody"))]);
    let loaded = load(folder.path(), "\"panic\"");
    let [broken] = loaded.broken.as_slice() else { panic!("one plugin is out") };
    assert_eq!(broken.manifest.as_ref().map(|manifest| manifest.id.as_str()), Some("moody"));
    // One that cannot even be asked is known by the name of its file.
    let folder = folder_of(&[("libklantwijzer_odd_one.so", &faulty("foreign"))]);
    let loaded = load(folder.path(), "");
    let [broken] = loaded.broken.as_slice() else { panic!("one plugin is out") };
    assert_eq!((broken.id.as_str(), broken.manifest.is_none()), ("odd-one", true));
}

#[test]
fn a_plugin_that_was_removed_for_good_is_no_missing_one() {
    let folder = folder_of(&[("libklantwijzer_general.so", &shipped("general"))]);
    for id in ["odd-one", "general"] {
        std::fs::write(folder.path().join(klantwijzer_host::removal_mark(id)), "").unwrap();
    }
    let loaded = load(folder.path(), "");
    assert_eq!(loaded.removed.iter().collect::<Vec<_>>(), ["odd-one"], "general is back");
}

#[test]
fn a_plugin_that_fails_at_its_start_is_told() {
    assert_eq!(moody("\"panic\"").err(), Some(LoadError::Panicked("not in the mood".to_owned())));
    assert_eq!(moody("\"abort\"").err(), Some(LoadError::Crashed));
    assert_eq!(moody("\"hang\"").err(), Some(LoadError::TimedOut { seconds: 3 }));
    let refused = moody("[]").err();
    assert!(matches!(refused, Some(LoadError::Refused(_))), "{refused:?}");
}

#[test]
fn a_programme_made_by_code_replaces_the_manifests() {
    let large = |sector: &dyn Sector| sector.manifest().programme[&CustomerType::Large].len();
    assert_eq!(large(moody("\"quiet\"").unwrap().as_ref()), 1);
    assert_eq!(large(moody("\"contacts\"").unwrap().as_ref()), 0);
}

#[test]
fn a_worker_that_cannot_be_started_is_told() {
    let program = klantwijzer_host::WorkerProgram {
        program: folder().join("no such program"),
        args: Vec::new(),
    };
    let plugin = folder_of(&[("libmoody.so", &faulty("moody"))]);
    let config = std::collections::BTreeMap::new();
    let limits = klantwijzer_host::Limits::default();
    let loaded = klantwijzer_host::Sectors::load(plugin.path(), &program, limits, &config);
    assert!(matches!(loaded.problems[0].what, LoadError::NoWorker(_)));
}

#[test]
fn writing_over_a_loaded_file_changes_nothing() {
    let folder = folder_of(&[("libmoody.so", &faulty("moody"))]);
    let loaded = load(folder.path(), "");
    std::fs::write(folder.path().join("libmoody.so"), "").unwrap();
    let sector = loaded.sectors[0].as_ref();
    assert!(score(sector, &[-2.0]).is_err());
    assert!(score(sector, &[500.0]).is_ok(), "it starts again as it was");
}

#[test]
fn a_plugin_in_c_scores_and_faulty_tables_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    if c_plugin(0, folder.path()).is_none() {
        return;
    }
    let loaded = load(folder.path(), "");
    assert_eq!(loaded.problems, []);
    assert_eq!(run_examples(loaded.sectors[0].as_ref()).unwrap(), []);

    for (fault, expected) in [
        (1, "is not a plugin's table"),
        (2, "32 bytes"),
        (3, "a function is missing"),
        (4, "missing field"),
        (17, "contacts: missing field"),
        (18, "a_function_that_is_nowhere"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        c_plugin(fault, folder.path());
        let loaded = load(folder.path(), "");
        let told = loaded.problems[0].what.to_string();
        assert!(told.contains(expected), "{told}");
    }
}
