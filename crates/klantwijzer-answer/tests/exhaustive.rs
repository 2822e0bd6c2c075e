//! A new question or answer is decided about by a person, never by a wildcard:
//! whoever matches on what is asked or answered names every kind.

use std::fs;
use std::path::{Path, PathBuf};

/// What must be matched on in full.
const NAMED_IN_FULL: [&str; 3] = ["Query::", "Body::", "Intent::"];

#[test]
fn no_wildcard_decides_about_a_question_or_an_answer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    let mut matched = 0;
    for file in ["crates", "bot"].iter().flat_map(|folder| sources(&root.join(folder))) {
        let text = fs::read_to_string(&file).expect("a source file");
        matched += usize::from(text.lines().any(|line| is_named(line) && line.contains("=>")));
        found.extend(wildcards(&text).map(|line| format!("{}:{line}", file.display())));
    }
    assert!(found.is_empty(), "{found:#?}");
    assert!(matched >= 10, "{matched} files match on questions or answers");
}

#[test]
fn a_wildcard_is_seen() {
    let arms =
        |last: &str| format!("match q {{\n    Query::Help | {{\n    }}\n    {last} => 1,\n}}\n");
    for last in ["_", "_ if late", "other", "other @ _"] {
        assert_eq!(wildcards(&arms(last)).collect::<Vec<_>>(), [4], "{last}");
    }
    for last in ["Query::WhyType { .. }", "| Query::TopN { .. } if late"] {
        assert_eq!(wildcards(&arms(last)).count(), 0, "{last}");
    }
    let apart = "match q {\n    Query::Help => match other {\n        _ => 1,\n    }\n}\nmatch x {\n    _ => 2,\n}\n";
    assert_eq!(wildcards(apart).count(), 0);
}

/// The lines on which a wildcard stands beside arms that name a question or an
/// answer: in the same block, which formatted code indents alike.
fn wildcards(text: &str) -> impl Iterator<Item = usize> {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let beside = move |at: usize| {
        let depth = indent(lines[at]);
        let inside = |line: &&&str| line.trim().is_empty() || indent(line) >= depth;
        let before = lines[..at].iter().rev().take_while(inside);
        let after = lines[at + 1..].iter().take_while(inside);
        let here = is_wildcard(lines[at]);
        here && before.chain(after).any(|line| indent(line) == depth && is_named(line))
    };
    (0..text.lines().count()).filter(move |at| beside(*at)).map(|at| at + 1)
}

/// Whether an arm begins here that takes whatever was not named.
fn is_wildcard(line: &str) -> bool {
    let pattern = line.trim().split("=>").next().unwrap_or_default().trim_end();
    let binding = pattern.split([' ', '@']).next().unwrap_or_default();
    let lower = |c: char| c == '_' || c.is_ascii_lowercase();
    line.contains("=>") && !binding.is_empty() && binding.chars().all(lower)
}

/// Whether a line begins with the name of a question or an answer.
fn is_named(line: &str) -> bool {
    let start = line.trim().trim_start_matches(['|', '(', '&', ' ']);
    NAMED_IN_FULL.iter().any(|name| start.starts_with(name))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of sources");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| match path.extension() {
            // What a test does with a question that it does not expect is its own affair.
            None if path.ends_with("tests") || path.ends_with("target") => Vec::new(),
            None if path.is_dir() => sources(&path),
            Some(extension) if extension == "rs" => vec![path],
            _ => Vec::new(),
        })
        .collect()
}
