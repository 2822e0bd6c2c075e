//! How far a long file is.

use indicatif::{ProgressBar, ProgressStyle};

/// Files shorter than this, in bytes, need no bar.
const LONG: u64 = 2 << 20;

/// A bar up to 100 for so many bytes, for long files at a terminal. It stands on
/// standard error, and is gone when it is dropped.
pub(crate) fn bar(bytes: u64, what: String) -> ProgressBar {
    if bytes < LONG {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(100);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent} %") {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar
}
