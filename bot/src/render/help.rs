//! What a person can ask, and what to do with an empty book.

use super::page::Page;
use crate::text::{Texts, say};

/// What a person can ask, by subject.
pub(super) fn help(texts: &Texts) -> Page {
    let mut page = Page::new(say!(texts, "help-lead"));
    for (title, examples) in SUBJECTS {
        page.paragraph(say!(texts, title));
        page.bullets(examples.iter().map(|example| say!(texts, example)));
    }
    page.note(say!(texts, "help-closing"));
    page
}

const SUBJECTS: [(&str, &[&str]); 5] = [
    ("help-attention", &["help-list", "help-why", "help-what-if"]),
    ("help-counting", &["help-count", "help-top"]),
    ("help-cost", &["help-say-no", "help-acquisition"]),
    ("help-better", &["help-ideal", "help-gaps"]),
    ("help-contact", &["help-programme"]),
];

/// What to do when the book has nobody in it.
pub(super) fn empty_book(texts: &Texts) -> Page {
    let mut page = Page::new(say!(texts, "empty-lead"));
    page.bullets([say!(texts, "empty-import"), say!(texts, "empty-review")]);
    page
}
