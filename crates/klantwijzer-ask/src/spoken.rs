//! The language of a sentence.

use klantwijzer_core::language::Language;
use smol_str::SmolStr;

use crate::concept::Concept;
use crate::lexicon::{Entry, lexicon};
use crate::reading::{Reading, Value};

impl Reading<'_> {
    /// Lets every word that belongs to one language vote for it. Words that were
    /// taken for misspelled ones tell no language beside words that nobody knows.
    pub(crate) fn detect_language(&mut self) {
        let (mut english, mut dutch, mut certain) = (0.0, 0.0, !self.has(Concept::Unknown));
        let mut vote = |language: Option<Language>, weight: f64| match language {
            Some(Language::En) => english += weight,
            Some(Language::Nl) => dutch += weight,
            None => {}
        };
        for item in &self.items {
            if matches!(item.value, Value::Customer(_) | Value::Unknown) {
                continue;
            }
            for at in item.range.clone() {
                let spelled =
                    self.forms[at] == self.tokens[at].word || self.tokens[at].stem.is_some();
                let language = self.entry(at).and_then(Entry::language);
                certain |= spelled && language.is_some();
                vote(language, if spelled { 1.0 } else { 0.5 });
            }
            if item.range.len() > 1 {
                let words: Vec<&str> =
                    self.forms[item.range.clone()].iter().map(SmolStr::as_str).collect();
                vote(lexicon().phrase(&words).and_then(|(_, entry)| entry.language()), 1.0);
            }
        }
        self.language = if !certain {
            None
        } else if english > dutch {
            Some(Language::En)
        } else if dutch > english {
            Some(Language::Nl)
        } else {
            None
        };
    }
}
