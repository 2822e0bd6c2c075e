use std::time::Duration;

use hyper::body::Bytes;
use serde_json::{Value, json};

/// A file on Discord's servers.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) id: u64,
    pub(crate) channel: u64,
    pub(crate) name: String,
    pub(crate) kind: Option<String>,
    pub(crate) bytes: Bytes,
    pub(crate) fault: Option<FileFault>,
}

/// What goes wrong when the file is downloaded.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FileFault {
    Gone,
    /// Half of the file comes, and then nothing for this long.
    Stalls(Duration),
    /// The length that is announced is not the length that comes: the connection ends halfway.
    BreaksOff,
    /// The interaction tells another size than the file has.
    TellsSize(u64),
}

impl File {
    pub(crate) fn path(&self) -> String {
        format!("/attachments/{}/{}/{}", self.channel, self.id, self.name)
    }

    pub(crate) fn json(&self, ephemeral: bool) -> Value {
        let path = self.path();
        let size = match self.fault {
            Some(FileFault::TellsSize(size)) => size,
            _ => self.bytes.len() as u64,
        };
        let mut json = json!({
            "id": self.id.to_string(),
            "filename": self.name,
            "size": size,
            "url": format!("https://cdn.discordapp.com{path}?ex=1&is=1&hm=1&"),
            "proxy_url": format!("https://media.discordapp.net{path}?ex=1&is=1&hm=1&"),
        });
        if let Some(kind) = &self.kind {
            json["content_type"] = kind.as_str().into();
        }
        if ephemeral {
            json["ephemeral"] = true.into();
        }
        json
    }
}
