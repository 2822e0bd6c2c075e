//! The Fluent files, loaded.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser;
use klantwijzer_core::language::Language;
use unic_langid::LanguageIdentifier;

use super::number::NumberFormat;

/// The files of a language by subject.
macro_rules! files {
    ($folder:literal) => {
        files!($folder; "access", "agenda", "chart", "cli", "commands", "compare", "costs", "counts", "discord", "facts", "format", "help",
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
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// How the messages end that go before their twins.
    twins: Option<&'static str>,
    pub(super) numbers: NumberFormat,
}

impl Texts {
    /// The texts of this language at the terminal, loaded once.
    pub fn of(language: Language) -> &'static Self {
        static TEXTS: [LazyLock<Texts>; 2] = [
            LazyLock::new(|| Texts::load(Language::En, None)),
            LazyLock::new(|| Texts::load(Language::Nl, None)),
        ];
        &TEXTS[language as usize]
    }

    /// The texts of this language in Discord: where what to do next differs, the
    /// message has a twin that ends in [`IN_DISCORD`].
    pub fn in_discord(language: Language) -> &'static Self {
        static TEXTS: [LazyLock<Texts>; 2] = [
            LazyLock::new(|| Texts::load(Language::En, Some(IN_DISCORD))),
            LazyLock::new(|| Texts::load(Language::Nl, Some(IN_DISCORD))),
        ];
        &TEXTS[language as usize]
    }

    fn load(language: Language, twins: Option<&'static str>) -> Self {
        let (bundle, _) = bundle(language);
        Self { language, numbers: NumberFormat::of(&bundle), bundle, twins }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message with this id.
    pub fn has(&self, id: &str) -> bool {
        let (message, attribute) = split(id);
        self.bundle
            .get_message(message)
            .is_some_and(|found| attribute.is_none_or(|name| found.get_attribute(name).is_some()))
    }

    fn pattern(&self, id: &str) -> Option<&Pattern<&str>> {
        let (message, attribute) = split(id);
        let found = self.bundle.get_message(message)?;
        match attribute {
            Some(name) => found.get_attribute(name).map(|attribute| attribute.value()),
            None => found.value(),
        }
    }

    /// The message `id`, or `message.attribute`, with these variables; see
    /// [`say!`](crate::say). The tests make sure that every message exists in
    /// every language with the variables it is given; the id itself stands in
    /// for one that does not.
    pub fn message(&self, id: &str, variables: &FluentArgs<'_>) -> String {
        let twin = self.twins.and_then(|ending| self.pattern(&format!("{id}{ending}")));
        let pattern = twin.or_else(|| self.pattern(id));
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

/// The id of every message, and of every attribute as `message.attribute`.
pub fn ids(language: Language) -> BTreeSet<String> {
    patterns(language, |id, _| id.to_owned()).into_iter().collect()
}

/// What is made of each pattern in the files of a language, with the pattern's id.
pub(super) fn patterns<T>(language: Language, of: impl Fn(&str, &Pattern<&str>) -> T) -> Vec<T> {
    let mut made = Vec::new();
    for (_, file) in files(language) {
        // What cannot be read is left out; a test reads every file whole.
        let resource = parser::parse(*file).unwrap_or_else(|(rest, _)| rest);
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            made.extend(message.value.iter().map(|pattern| of(id, pattern)));
            for attribute in &message.attributes {
                made.push(of(&format!("{id}.{}", attribute.id.name), &attribute.value));
            }
        }
    }
    made
}

/// How a message ends that goes before its twin in Discord.
pub const IN_DISCORD: &str = "-discord";

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
    let numbers = NumberFormat::of(bundle);
    bundle.add_builtins()?;
    bundle.add_function("COUNT", move |arguments, _| match arguments {
        [FluentValue::Number(number)] => numbers.fixed(number.value, 0).into(),
        _ => FluentValue::Error,
    })
}

fn split(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(message, attribute)| (message, Some(attribute)))
}
