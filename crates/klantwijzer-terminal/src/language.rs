//! The language of the person at the terminal.

use std::ffi::OsString;

use klantwijzer_core::language::Language;

/// The language of the person: as the words on the command line state it, or by
/// the system's settings.
pub fn language(words: &[OsString]) -> Language {
    let of_system = || {
        let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        let code = named.take(1).next().unwrap_or_default();
        Language::from_code(code.get(..2).unwrap_or_default()).unwrap_or_default()
    };
    stated(words).unwrap_or_else(of_system)
}

/// Known before the words are parsed, so that their errors are in it too.
fn stated(words: &[OsString]) -> Option<Language> {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let after = words.windows(2).find(|pair| matches!(pair, ["--lang", _]));
    let code = after.and_then(|pair| pair.last().copied());
    let code = code.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
    code.and_then(Language::from_code)
}
