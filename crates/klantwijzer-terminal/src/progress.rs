//! How far a long file is.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

/// Files shorter than this, in bytes, need no bar.
const LONG: u64 = 2 << 20;

/// A bar on standard error, for long files at a terminal.
pub(crate) struct Bar(Option<ProgressBar>);

impl Bar {
    /// A bar for so many bytes.
    pub(crate) fn new(bytes: u64, what: &str) -> Self {
        if bytes < LONG || !io::stderr().is_terminal() {
            return Self(None);
        }
        let bar = ProgressBar::new(100);
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent} %") {
            bar.set_style(style);
        }
        bar.set_message(what.to_owned());
        Self(Some(bar))
    }

    /// So much of it is done.
    pub(crate) fn show(&self, done: u64, total: u64) {
        if let Some(bar) = &self.0 {
            bar.set_position(done.saturating_mul(100) / total.max(1));
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
