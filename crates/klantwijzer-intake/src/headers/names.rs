//! What people and programs call their columns: the list in `data/headers.txt`,
//! which says itself how it is written.

use std::collections::HashMap;
use std::sync::LazyLock;

use klantwijzer_core::facts::Fact;

use super::{Match, compact};
use crate::field::Field;
use crate::kind::FileKind;

/// How the number in a column becomes the fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Scale {
    /// It is the fact.
    Same,
    /// It is in months and the fact in days.
    MonthsToDays,
}

/// What every known name means, by its compact form.
pub(super) static KNOWN: LazyLock<HashMap<String, Match>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for host in Fact::ALL {
        let name = compact(host.id());
        let meaning = Match::fact(host.id(), 0, Scale::Same);
        known.insert(format!("fact{name}"), meaning.clone());
        known.insert(name, meaning);
    }
    let mut ranks: HashMap<(Field, Scale), u32> = HashMap::new();
    for (meaning, names) in list().filter_map(line) {
        // The strongest name of a fact is its own id.
        let first = u32::from(matches!(meaning.field, Field::Fact(_)));
        let rank = ranks.entry((meaning.field.clone(), meaning.scale)).or_insert(first);
        for name in names {
            known.entry(compact(name)).or_insert(Match { rank: *rank, ..meaning.clone() });
            *rank += 1;
        }
    }
    known
});

/// The lines of the list.
fn list() -> impl Iterator<Item = &'static str> {
    lines(include_str!("../../data/headers.txt"))
}

/// The lines of a data file that say something.
pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A line: what it means, and its names.
fn line(line: &'static str) -> Option<(Match, impl Iterator<Item = &'static str>)> {
    let (meaning, names) = line.split_once(": ")?;
    let (field, more) = meaning.split_once(' ').unwrap_or((meaning, ""));
    let (hint, scale) = match more.split_once(' ') {
        None => (None, Scale::Same),
        Some(("of", kind)) => (Some(FileKind::from_id(kind)?), Scale::Same),
        Some(("in", "months")) => (None, Scale::MonthsToDays),
        Some(_) => return None,
    };
    let meaning = Match { field: field.parse().ok()?, hint, rank: 0, scale, stated: false };
    Some((meaning, names.split(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_no_header_has_two_meanings() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        let mut twice: Vec<(&str, &str)> = Vec::new();
        let mut add = |name| twice.extend(seen.insert(compact(name), name).map(|it| (it, name)));
        for text in list() {
            let (_, names) = line(text).unwrap_or_else(|| panic!("{text}"));
            names.for_each(&mut add);
        }
        Fact::ALL.iter().map(|fact| fact.id()).for_each(&mut add);
        assert_eq!(twice, []);
    }
}
