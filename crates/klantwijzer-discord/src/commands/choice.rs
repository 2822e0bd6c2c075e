//! Options with a few words to choose from, each a value that a use case takes.

use std::borrow::Cow;

use klantwijzer_answer::query::Measure;
use klantwijzer_core::customer::Role;
use klantwijzer_core::programme::Channel;
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType;
use klantwijzer_desk::{DateOrder, DecimalSign, FileKind};
use klantwijzer_frontend::export::Form;
use poise::{ChoiceParameter, CommandParameterChoice};

/// A value that is chosen by a word.
pub(super) trait ByWord: Copy + PartialEq {
    /// The words with what each stands for, in the order in which Discord has them. It
    /// tells what was chosen by the place in this list.
    fn all() -> Vec<(&'static str, Self)>;
}

/// Values that are chosen by their own names.
macro_rules! by_name {
    ($($value:ty),*) => {
        $(impl ByWord for $value {
            fn all() -> Vec<(&'static str, Self)> {
                <$value>::ALL.iter().map(|value| (value.id(), *value)).collect()
            }
        })*
    };
}
by_name!(CustomerType, Channel, FileKind, DecimalSign, DateOrder, Role);

/// A type to give, or none to follow the model again.
impl ByWord for Option<CustomerType> {
    fn all() -> Vec<(&'static str, Self)> {
        let types = CustomerType::ALL.map(|each| (each.id(), Some(each)));
        types.into_iter().chain([("by-the-model", None)]).collect()
    }
}

impl ByWord for Measure {
    fn all() -> Vec<(&'static str, Self)> {
        vec![("value", Self::Value), ("potential", Self::Potential), ("name", Self::Name)]
    }
}

impl ByWord for NoAction {
    fn all() -> Vec<(&'static str, Self)> {
        vec![("lower-cost", Self::LowerCost), ("say-no", Self::SayNo)]
    }
}

impl ByWord for Form {
    fn all() -> Vec<(&'static str, Self)> {
        vec![("xlsx", Self::Xlsx), ("csv", Self::Csv)]
    }
}

/// An option of a command with a value that is chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice<T>(pub(super) T);

impl<T: ByWord> ChoiceParameter for Choice<T> {
    fn list() -> Cow<'static, [CommandParameterChoice]> {
        let choice = |(word, _): (&'static str, T)| CommandParameterChoice {
            name: word.into(),
            localizations: Cow::default(),
            __non_exhaustive: (),
        };
        T::all().into_iter().map(choice).collect()
    }

    fn from_index(index: usize) -> Option<Self> {
        T::all().get(index).map(|(_, value)| Self(*value))
    }

    fn from_name(name: &str) -> Option<Self> {
        T::all().into_iter().find(|(word, _)| *word == name).map(|(_, value)| Self(value))
    }

    fn name(&self) -> &'static str {
        T::all().into_iter().find(|(_, value)| *value == self.0).map_or("", |(word, _)| word)
    }

    fn localized_name(&self, _: &str) -> Option<&'static str> {
        None
    }
}
