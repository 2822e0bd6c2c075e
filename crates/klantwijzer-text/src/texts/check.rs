//! Checks of the Fluent files against each other.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use klantwijzer_core::language::Language;
use klantwijzer_core::programme::standard_programme;
use klantwijzer_core::types::CustomerType;

use super::load::{bundle, ids, patterns};

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
