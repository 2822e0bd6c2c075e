//! The Fluent files, loaded.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use klantwijzer_core::language::Language;
use unic_langid::LanguageIdentifier;

use super::number::Numbers;

/// The files of a language by subject.
macro_rules! files {
    ($folder:literal) => {
        files!($folder; "access", "chart", "commands", "compare", "costs", "counts", "discord", "facts", "format", "help",
            "import", "intake", "lists", "model", "no", "notes", "profile", "questions", "slash", "terms",
            "unclear", "why")
    };
    ($folder:literal; $($subject:literal),+) => {
        &[$(($subject, include_str!(concat!("../../locales/", $folder, "/", $subject, ".ftl")))),+]
    };
}

/// The files of each language: a line per language.
pub(super) const fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::En => files!("en"),
        Language::Nl => files!("nl"),
    }
}

/// The texts of one language, and how it writes numbers and dates.
pub(crate) struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    pub(super) numbers: Numbers,
}

impl Texts {
    /// The texts of this language, loaded once.
    pub(crate) fn of(language: Language) -> &'static Self {
        static EN: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::En));
        static NL: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::Nl));
        match language {
            Language::En => &EN,
            Language::Nl => &NL,
        }
    }

    fn load(language: Language) -> Self {
        let (bundle, _) = bundle(language);
        Self { language, numbers: Numbers::of(&bundle), bundle }
    }

    /// The language.
    pub(crate) const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message with this id.
    pub(crate) fn has(&self, id: &str) -> bool {
        let (message, attribute) = split(id);
        self.bundle
            .get_message(message)
            .is_some_and(|found| attribute.is_none_or(|name| found.get_attribute(name).is_some()))
    }

    /// The message `id`, or `message.attribute`, with these variables; see
    /// [`say!`](super::say). The tests make sure that every message exists in
    /// every language with the variables it is given; the id itself stands in
    /// for one that does not.
    pub(crate) fn message(&self, id: &str, variables: &FluentArgs<'_>) -> String {
        let (message, attribute) = split(id);
        let pattern = self.bundle.get_message(message).and_then(|found| match attribute {
            Some(name) => found.get_attribute(name).map(|attribute| attribute.value()),
            None => found.value(),
        });
        debug_assert!(pattern.is_some(), "there is no message {id}");
        let Some(pattern) = pattern else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(variables), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "message {id}: {errors:?}");
        text
    }
}

/// The messages of a language, and what is wrong with its files.
pub(super) fn bundle(language: Language) -> (FluentBundle<FluentResource>, Vec<String>) {
    let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    let mut faults = Vec::new();
    for (subject, file) in files(language) {
        let resource =
            FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(rest, wrong)| {
                faults.extend(wrong.iter().map(|error| format!("{subject}: {error}")));
                rest
            });
        let added = bundle.add_resource(resource);
        faults.extend(added.err().into_iter().flatten().map(|e| format!("{subject}: {e}")));
    }
    if let Err(error) = add_functions(&mut bundle) {
        faults.push(error.to_string());
    }
    (bundle, faults)
}

/// `COUNT($n)` writes a whole number as the language does; `NUMBER` chooses
/// between plural forms.
fn add_functions(bundle: &mut FluentBundle<FluentResource>) -> Result<(), FluentError> {
    let numbers = Numbers::of(bundle);
    bundle.add_builtins()?;
    bundle.add_function("COUNT", move |arguments, _| match arguments {
        [FluentValue::Number(number)] => numbers.fixed(number.value, 0).into(),
        _ => FluentValue::Error,
    })
}

fn split(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(message, attribute)| (message, Some(attribute)))
}
