//! Holds the Fluent files to the source of every crate that speaks to people.

use std::collections::BTreeSet;
use std::path::Path;

use klantwijzer_core::access::{Action, Level};
use klantwijzer_core::definition::Definition;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::language::Language;
use klantwijzer_core::types::CustomerType;
use klantwijzer_intake::{Field, FileKind, OtherFile, SizeUnit};
use klantwijzer_text::texts::{IN_DISCORD, ids};

/// Where text for people is said.
const SPEAKING: [&str; 5] = [
    "bot",
    "crates/klantwijzer-text",
    "crates/klantwijzer-frontend",
    "crates/klantwijzer-terminal",
    "crates/klantwijzer-discord",
];

/// Messages that the crate which puts their ids together holds to its own list.
const HELD_ELSEWHERE: [&str; 5] = ["cli", "slash-", "choice-", "moment-", "setting-"];

/// The source of the speaking crates, their tests' own modules left out.
fn source() -> String {
    fn visit(folder: &Path, source: &mut String) {
        for entry in std::fs::read_dir(folder).expect("a folder of source") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if path.is_dir() && name != "samples" && name != "snapshots" {
                visit(&path, source);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && !["check.rs", "tests.rs", "samples.rs", "texts.rs"].contains(&&*name)
            {
                source.push_str(&std::fs::read_to_string(&path).expect("source"));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut source = String::new();
    for speaking in SPEAKING {
        visit(&root.join(speaking).join("src"), &mut source);
    }
    source
}

/// Ids that are put together from an enum.
fn families() -> BTreeSet<String> {
    let types = CustomerType::ALL
        .iter()
        .flat_map(|one| [format!("type-{}", one.id()), format!("model-{}", one.id())]);
    let definitions = Definition::all().into_iter();
    let definitions = definitions.map(|one| format!("definition-{}", one.id().replace('_', "-")));
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
    let months = (1..=12).map(|month| format!("month-{month}"));
    let short_months = (1..=12).map(|month| format!("chart-month-{month}"));
    let levels = Level::ALL.iter().map(|one| format!("level-{}", one.id()));
    let actions = Action::ALL.iter().map(|one| format!("action-{}", one.id()));
    types
        .chain(definitions)
        .chain(levels)
        .chain(actions)
        .chain(facts)
        .chain(kinds)
        .chain(fields)
        .chain(sizes)
        .chain(others)
        .chain(months)
        .chain(short_months)
        .collect()
}

#[test]
fn every_family_is_complete() {
    let known = ids(Language::En);
    let missing: Vec<_> = families().into_iter().filter(|id| !known.contains(id)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_message_is_used() {
    let source = source();
    let literals: BTreeSet<&str> = source.split('"').collect();
    let families = families();
    let used = |id: &String| {
        let id = id.strip_suffix(IN_DISCORD).unwrap_or(id);
        let (message, attribute) = id.split_once('.').unwrap_or((id, ""));
        let message_used = literals.contains(id)
            || literals.contains(message)
            || families.contains(message)
            || HELD_ELSEWHERE.iter().any(|held| message.starts_with(held))
            || message.strip_prefix("error-").is_some_and(|code| literals.contains(code))
            || message.starts_with("currency-");
        let ending = format!(".{attribute}");
        let attribute_used =
            attribute.is_empty() || literals.iter().any(|text| text.ends_with(&ending));
        message_used && attribute_used
    };
    let unused: Vec<_> = ids(Language::En).into_iter().filter(|id| !used(id)).collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn every_message_that_is_said_exists() {
    let source = source();
    let known = ids(Language::En);
    let first_words = |call: &'static str| {
        source.split(call).skip(1).filter_map(|call| {
            let (_, rest) = call.split_once(',')?;
            rest.trim_start().strip_prefix('"')?.split_once('"').map(|(id, _)| id)
        })
    };
    let said = first_words("say!(").map(str::to_owned);
    let failed = first_words("fail!(").map(|code| format!("error-{code}"));
    let missing: BTreeSet<_> = said
        .chain(failed)
        .filter(|id| id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)))
        .filter(|id| !known.contains(id))
        .filter(|id| id != "code" && id != "error-code" && id != "error-")
        .collect();
    assert_eq!(missing, BTreeSet::new());
}
