//! Answers of every shape for the tests of texts: those that the fixture's book
//! gives, and those few that are made of them because the book cannot give them.

/// The answer to a question of the fixture with its body changed.
macro_rules! changed {
    ($question:literal, $kind:ident, |$body:ident| $change:expr) => {{
        let mut answer = $crate::render::samples::ask($question);
        let klantwijzer_answer::body::Body::$kind($body) = &mut answer.body else {
            panic!("{}", $question)
        };
        $change;
        answer
    }};
}

mod advice;
mod changed;
pub(super) mod common;
mod further;
mod hostile;
pub(super) mod imports;
mod notes;
pub(super) mod unclear;

use std::sync::LazyLock;

use klantwijzer_answer::body::Answer;
use klantwijzer_answer::fixture;
use klantwijzer_answer::portfolio::Row;
use klantwijzer_answer::query::Query;
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::manifest::{Manifest, Words};

use super::format::Names;

pub(super) use hostile::hostile;

/// A named answer.
pub(super) type Sample = (&'static str, Answer);

/// The book that the answers are from.
static BOOK: LazyLock<fixture::Book> = LazyLock::new(fixture::Book::new);

/// What it answers to every question.
static ANSWERS: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    questions().into_iter().map(|(name, query)| (name, BOOK.ask(&query))).collect()
});

/// The families of samples, with how the names begin of what is in them.
const FAMILIES: [(&str, &[&str]); 7] = [
    ("lists", &["list", "help", "empty", "notes"]),
    ("times", &["lapsed", "moved", "history", "agenda", "programme", "ideal", "gaps"]),
    ("why", &["why", "what", "model"]),
    ("counts", &["count", "definition", "definitions"]),
    ("no", &["no", "prospect"]),
    ("costs", &["acquisition", "service", "overdue"]),
    ("compare", &["top", "concentration", "compare"]),
];

/// Every question that is asked of the book, by name.
pub(super) fn questions() -> Vec<(&'static str, Query)> {
    let mut questions = BOOK.questions();
    questions.extend(further::questions(&BOOK));
    questions
}

/// Every sample by family.
pub(super) fn families() -> Vec<(&'static str, Vec<Sample>)> {
    let all: Vec<Sample> = ANSWERS.iter().cloned().chain(changed::samples()).collect();
    let of_family = |begins: &[&str]| {
        let is_in = |name: &str| name.split('_').next().is_some_and(|word| begins.contains(&word));
        all.iter().filter(|(name, _)| is_in(name)).cloned().collect::<Vec<_>>()
    };
    let families: Vec<_> =
        FAMILIES.into_iter().map(|(family, begins)| (family, of_family(begins))).collect();
    let placed: usize = families.iter().map(|(_, samples)| samples.len()).sum();
    assert_eq!(placed, all.len(), "every sample is of one family");
    families
}

/// The answer to the question of this name.
fn ask(name: &str) -> Answer {
    let (_, answer) = ANSWERS.iter().find(|(known, _)| *known == name).unwrap();
    answer.clone()
}

/// What the fixture's book and plugins call things.
pub(super) struct Book {
    manifests: Vec<Manifest>,
}

impl Book {
    pub(super) fn new() -> Self {
        Self { manifests: BOOK.manifests() }
    }

    fn manifest(&self, plugin: &str) -> Option<&Manifest> {
        self.manifests.iter().find(|manifest| manifest.id == plugin)
    }
}

impl Names for Book {
    fn customer(&self, no: CustomerNo) -> Option<&str> {
        BOOK.portfolio().row(no).map(|row| row.name())
    }

    fn tells_apart(&self, no: CustomerNo) -> Option<&str> {
        BOOK.portfolio().row(no).filter(Row::has_namesake).map(|row| row.id())
    }

    fn words(&self, plugin: &str) -> Option<&Words> {
        self.manifest(plugin).map(|manifest| &manifest.customer)
    }

    fn sector(&self, plugin: &str) -> Option<&Bilingual> {
        self.manifest(plugin).map(|manifest| &manifest.name)
    }
}
