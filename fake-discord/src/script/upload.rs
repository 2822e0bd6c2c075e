use std::time::Duration;

use hyper::body::Bytes;

use crate::rest::request::Uploaded;
use crate::world::World;
use crate::world::file::{File, FileFault};

/// A file that a person sends with a command.
#[derive(Clone)]
pub struct Upload {
    pub(super) name: String,
    bytes: Bytes,
    kind: Option<String>,
    fault: Option<FileFault>,
}

impl Upload {
    /// A file with this name and content.
    pub fn new(name: &str, bytes: impl Into<Bytes>) -> Self {
        Self { name: name.into(), bytes: bytes.into(), kind: None, fault: None }
    }

    /// The content type that the person's client tells.
    #[must_use]
    pub fn of_type(self, kind: &str) -> Self {
        Self { kind: Some(kind.into()), ..self }
    }

    /// The download is answered with 404.
    #[must_use]
    pub fn gone(self) -> Self {
        Self { fault: Some(FileFault::Gone), ..self }
    }

    /// Half of it comes, and then nothing for this long.
    #[must_use]
    pub fn stalling(self, time: Duration) -> Self {
        Self { fault: Some(FileFault::Stalls(time)), ..self }
    }

    /// Half of it comes, and then the connection ends.
    #[must_use]
    pub fn breaking_off(self) -> Self {
        Self { fault: Some(FileFault::BreaksOff), ..self }
    }

    /// The interaction tells this size, whatever really comes.
    #[must_use]
    pub fn telling_size(self, size: u64) -> Self {
        Self { fault: Some(FileFault::TellsSize(size)), ..self }
    }

    /// As it is sent with a message.
    pub(super) fn sent(&self) -> Uploaded {
        Uploaded { name: self.name.clone(), kind: self.kind.clone(), bytes: self.bytes.clone() }
    }

    pub(super) fn store(&self, world: &mut World, channel: u64) -> u64 {
        let id = world.snowflakes.next();
        let file = File {
            id,
            channel,
            name: self.name.clone(),
            kind: self.kind.clone(),
            bytes: self.bytes.clone(),
            fault: self.fault,
        };
        world.files.insert(id, file);
        id
    }
}
