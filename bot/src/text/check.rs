//! Checks of the Fluent files against each other and against the source.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use klantwijzer_core::access::{Action, Level};
use klantwijzer_core::facts::Fact;
use klantwijzer_core::language::Language;
use klantwijzer_core::types::CustomerType;
use klantwijzer_intake::{Field, FileKind, OtherFile, SizeUnit};

use super::load::{IN_DISCORD, bundle, files};

/// The patterns of a language by id (`message` or `message.attribute`).
fn patterns(language: Language) -> BTreeMap<String, String> {
    let mut patterns: BTreeMap<String, String> = BTreeMap::new();
    for (_, file) in files(language) {
        let (mut message, mut current) = (String::new(), String::new());
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let starts_message = line.starts_with(|c: char| c.is_ascii_lowercase());
            let (key, text) = line.split_once('=').unwrap_or(("", line));
            if starts_message {
                key.trim().clone_into(&mut message);
                current.clone_from(&message);
            } else if let Some(attribute) = key.trim_start().strip_prefix('.') {
                current = format!("{message}.{}", attribute.trim());
            }
            let text =
                if starts_message || key.trim_start().starts_with('.') { text } else { line };
            let pattern = patterns.entry(current.clone()).or_default();
            pattern.push_str(text);
            pattern.push('\n');
        }
    }
    patterns.remove("");
    patterns
}

/// The variables that a pattern uses.
fn variables(pattern: &str) -> BTreeSet<&str> {
    let names = pattern.split('$').skip(1);
    names
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap())
        .collect()
}

#[test]
fn files_are_well_formed_and_every_id_stands_once() {
    for language in Language::ALL {
        let (_, faults) = bundle(language);
        assert_eq!(faults, Vec::<String>::new(), "{}", language.code());
    }
}

#[test]
fn languages_have_the_same_messages_with_the_same_variables() {
    let [en, nl] = Language::ALL.map(patterns);
    let ids =
        |patterns: &BTreeMap<String, String>| patterns.keys().cloned().collect::<BTreeSet<_>>();
    let (en_ids, nl_ids) = (ids(&en), ids(&nl));
    let only =
        |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(only(&en_ids, &nl_ids), Vec::<String>::new(), "only in English");
    assert_eq!(only(&nl_ids, &en_ids), Vec::<String>::new(), "only in Dutch");
    for (id, pattern) in &en {
        // Dutch inflects "van hen" where English has a plural, and the other way
        // round: what differs may only be the choice between forms.
        assert_eq!(variables(pattern), variables(&nl[id]), "{id}");
    }
}

#[test]
fn numbers_that_choose_a_form_are_written_by_count() {
    for language in Language::ALL {
        for (id, pattern) in patterns(language) {
            for name in variables(&pattern) {
                let is_number = pattern.contains(&format!("${name} ->"))
                    || pattern.contains(&format!("COUNT(${name})"));
                let bare = pattern.contains(&format!("{{ ${name} }}"));
                assert!(!(is_number && bare), "{}: {id} shows ${name} as it is", language.code());
            }
        }
    }
}

/// Every string literal in the source outside the tests' own modules.
fn literals() -> (BTreeSet<String>, String) {
    fn visit(folder: &Path, source: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && name != "samples" && name != "snapshots" {
                visit(&path, source);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && !["check.rs", "tests.rs", "samples.rs"].contains(&&*name)
            {
                source.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut source = String::new();
    visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let literals = source.split('"').map(str::to_owned).collect();
    (literals, source)
}

/// Ids that are put together from an enum.
fn families() -> BTreeSet<String> {
    let types = CustomerType::ALL.iter().map(|one| format!("type-{}", one.id()));
    // Sector and owner are no facts, but they too can be unknown.
    let facts = Fact::ALL
        .iter()
        .map(|one| one.id())
        .chain(["sector", "owner"])
        .map(|id| format!("fact-{id}"));
    let kinds = FileKind::ALL.iter().map(|one| format!("file-kind-{}", one.id()));
    let sizes = SizeUnit::ALL.iter().map(|one| format!("size-{}", one.id()));
    let others = OtherFile::ALL.iter().map(|one| format!("looks-{}", one.id()));
    let fields = Field::PLAIN.iter().map(|one| format!("field-{}", one.id()));
    let command_line =
        crate::cli::messages().into_iter().chain(crate::commands::settings_messages());
    let months = (1..=12).map(|month| format!("month-{month}"));
    let short_months = (1..=12).map(|month| format!("chart-month-{month}"));
    let levels = Level::ALL.iter().map(|one| format!("level-{}", one.id()));
    let actions = Action::ALL.iter().map(|one| format!("action-{}", one.id()));
    types
        .chain(levels)
        .chain(actions)
        .chain(facts)
        .chain(kinds)
        .chain(fields)
        .chain(sizes)
        .chain(others)
        .chain(months)
        .chain(short_months)
        .chain(command_line)
        .chain(crate::discord::command_messages())
        .collect()
}

#[test]
fn every_family_is_complete() {
    let known = patterns(Language::En);
    let missing: Vec<_> = families().into_iter().filter(|id| !known.contains_key(id)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_message_is_used_and_every_used_one_exists() {
    let known = patterns(Language::En);
    let (literals, source) = literals();
    let families = families();
    let used = |id: &String| {
        let id = &id.strip_suffix(IN_DISCORD).unwrap_or(id).to_owned();
        let (message, attribute) = id.split_once('.').unwrap_or((id, ""));
        let message_used = literals.contains(id)
            || literals.contains(message)
            || families.contains(message)
            || message.strip_prefix("error-").is_some_and(|code| literals.contains(code))
            || message.starts_with("currency-");
        let ending = format!(".{attribute}");
        let attribute_used =
            attribute.is_empty() || literals.iter().any(|text| text.ends_with(&ending));
        message_used && attribute_used
    };
    let unused: Vec<_> = known.keys().filter(|id| !used(id)).collect();
    assert_eq!(unused, Vec::<&String>::new(), "unused");

    let said = source.split("say!(").skip(1).filter_map(|call| {
        let (_, rest) = call.split_once(',')?;
        rest.trim_start().strip_prefix('"')?.split_once('"').map(|(id, _)| id.to_owned())
    });
    let failed = source.split("fail!(").skip(1).filter_map(|call| {
        let (_, rest) = call.split_once(',')?;
        rest.trim_start()
            .strip_prefix('"')?
            .split_once('"')
            .map(|(code, _)| format!("error-{code}"))
    });
    let missing: BTreeSet<_> = said
        .chain(failed)
        .filter(|id| id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)))
        .filter(|id| !known.contains_key(id))
        .filter(|id| id != "code" && id != "error-code" && id != "error-")
        .collect();
    assert_eq!(missing, BTreeSet::new(), "missing");
}
