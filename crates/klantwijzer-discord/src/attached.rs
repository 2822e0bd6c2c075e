//! Files that somebody attaches to a message or a command.

use serde::Deserialize;
use serenity::all::Attachment;

/// An attached file, as Discord tells of it: in an event, and in what is written down for a button.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct File {
    pub(super) filename: String,
    pub(super) size: u64,
    pub(super) url: String,
}

impl From<&Attachment> for File {
    fn from(attached: &Attachment) -> Self {
        Self {
            filename: attached.filename.clone(),
            size: attached.size.into(),
            url: attached.url.clone(),
        }
    }
}
