//! Checks of the Fluent files against each other.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use klantwijzer_core::language::Language;
use klantwijzer_core::programme::standard_programme;
use klantwijzer_core::types::CustomerType;

use super::load::{IN_DISCORD, bundle, ids, patterns};

/// The variables of a message, and how it uses them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Variables {
    /// Those that stand in the text as they are.
    shown: BTreeSet<String>,
    /// Those that choose between forms or are written by a function.
    counted: BTreeSet<String>,
}

impl Variables {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut variables = Self::default();
        variables.read(pattern);
        variables
    }

    fn all(&self) -> BTreeSet<&String> {
        self.shown.union(&self.counted).collect()
    }

    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.count(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.shown.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            other => self.count(other),
        }
    }

    fn count(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.counted.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.count(argument);
                }
            }
            _ => {}
        }
    }
}

fn variables(language: Language) -> BTreeMap<String, Variables> {
    patterns(language, |id, pattern| (id.to_owned(), Variables::of(pattern))).into_iter().collect()
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
    let [en, nl] = Language::ALL.map(ids);
    assert!(en.len() > 1000, "the files are read");
    assert_eq!(en.difference(&nl).collect::<Vec<_>>(), Vec::<&String>::new(), "only in English");
    assert_eq!(nl.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "only in Dutch");
    let [en, nl] = Language::ALL.map(variables);
    for (id, used) in &en {
        // Dutch inflects "van hen" where English has a plural, and the other way
        // round: what differs may only be the choice between forms.
        assert_eq!(used.all(), nl[id].all(), "{id}");
    }
}

#[test]
fn numbers_that_choose_a_form_are_written_by_count() {
    for language in Language::ALL {
        for (id, Variables { shown, counted }) in variables(language) {
            let both: Vec<_> = shown.intersection(&counted).collect();
            assert!(both.is_empty(), "{}: {id} shows {both:?} as it is", language.code());
        }
    }
}

#[test]
fn the_standard_moments_and_no_others_have_words() {
    let moments = CustomerType::ALL.into_iter().flat_map(standard_programme);
    let known: BTreeSet<String> = moments.map(|moment| format!("moment-{}", moment.id)).collect();
    for language in Language::ALL {
        let worded: BTreeSet<String> =
            ids(language).into_iter().filter(|id| id.starts_with("moment-")).collect();
        assert_eq!(worded, known, "{}", language.code());
    }
}

/// Messages that only the terminal shows, by how their ids begin.
const AT_THE_TERMINAL: [&str; 17] = [
    "cli-",
    "demo-",
    "doctor-",
    "error-demo-not-empty",
    "error-discord-left-out",
    "error-export-by-command",
    "error-no-data-folder",
    "error-no-sdk",
    "error-no-such-plugin",
    "error-not-empty",
    "error-not-sure",
    "import-more-rejected",
    "import-undo-hint",
    "load-",
    "plugin-",
    "usage-",
    "run-",
];

/// Whether a text tells of options or commands of the command line.
fn is_for_the_terminal(text: &str) -> bool {
    let option = |(at, _): (usize, &str)| {
        text[at + 2..].starts_with(|c: char| c.is_ascii_lowercase() || c == '"')
    };
    let command = |(at, name): (usize, &str)| {
        text[at + name.len()..].starts_with(|c: char| c.is_ascii_lowercase())
    };
    text.match_indices("--").any(option) || text.match_indices("klantwijzer ").any(command)
}

#[test]
fn in_discord_nobody_is_told_what_to_type_at_a_terminal() {
    for language in Language::ALL {
        let told: BTreeMap<String, bool> = patterns(language, |id, pattern| {
            let text = |element: &PatternElement<&str>| match element {
                PatternElement::TextElement { value } => is_for_the_terminal(value),
                // Forms of number are read as they stand in the file.
                PatternElement::Placeable { expression } => {
                    is_for_the_terminal(&format!("{expression:?}").replace('\\', ""))
                }
            };
            (id.to_owned(), pattern.elements.iter().any(text))
        })
        .into_iter()
        .collect();
        let mut seen = 0;
        for (id, _) in told.iter().filter(|(_, told)| **told) {
            seen += 1;
            assert!(!id.ends_with(IN_DISCORD), "{}: {id}", language.code());
            let elsewhere = AT_THE_TERMINAL.iter().any(|begin| id.starts_with(begin));
            let twin = told.contains_key(&format!("{id}{IN_DISCORD}"));
            assert!(elsewhere || twin, "{}: {id} has no twin", language.code());
        }
        assert!(seen > 30, "the texts are read");
    }
}
