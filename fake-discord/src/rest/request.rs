use std::collections::BTreeMap;

use http_body_util::{BodyExt as _, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use serde_json::Value;

use super::reply::Refused;

/// More than anybody may upload, so that the right refusal is given.
const LARGEST: usize = 64 << 20;

/// A request, read whole.
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) host: String,
    /// Without `/api/v10` when it is for the HTTP interface.
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) authorization: Option<String>,
    pub(crate) body: Value,
    /// The files of a multipart body, by the number in `files[0]`.
    pub(crate) files: BTreeMap<u64, Uploaded>,
    /// What makes the body unreadable.
    pub(crate) unreadable: Option<Refused>,
}

/// A file that the bot sends.
pub(crate) struct Uploaded {
    pub(crate) name: String,
    pub(crate) kind: Option<String>,
    pub(crate) bytes: Bytes,
}

impl Request {
    pub(crate) async fn read(request: hyper::Request<Incoming>) -> Option<Self> {
        let (head, body) = request.into_parts();
        let header = |name| head.headers.get(name).and_then(|value| value.to_str().ok());
        let text = |name| header(name).map(ToString::to_string);
        let whole = head.uri.path();
        let mut read = Self {
            method: head.method.to_string(),
            host: text(HOST).unwrap_or_default(),
            path: whole.strip_prefix("/api/v10").unwrap_or(whole).to_string(),
            query: head.uri.query().unwrap_or_default().to_string(),
            authorization: text(AUTHORIZATION),
            body: Value::Null,
            files: BTreeMap::new(),
            unreadable: None,
        };
        let kind = text(CONTENT_TYPE).unwrap_or_default();
        let bytes = Limited::new(body, LARGEST).collect().await.ok()?.to_bytes();
        if let Err(refused) = read.read_body(&kind, bytes).await {
            read.unreadable = Some(refused);
        }
        Some(read)
    }

    async fn read_body(&mut self, kind: &str, bytes: Bytes) -> Result<(), Refused> {
        if let Ok(boundary) = multer::parse_boundary(kind) {
            return self.read_parts(bytes, boundary).await;
        }
        if bytes.is_empty() {
            return Ok(());
        }
        if !kind.starts_with("application/json") {
            return Err(Refused::new(
                400,
                50_035,
                "Expected \"Content-Type\" header to be one of {'application/json'}.",
            ));
        }
        self.body = json(&bytes)?;
        Ok(())
    }

    async fn read_parts(&mut self, bytes: Bytes, boundary: String) -> Result<(), Refused> {
        let whole = futures_util::stream::once(async { Ok::<_, std::io::Error>(bytes) });
        let mut parts = multer::Multipart::new(whole, boundary);
        let broken = |error: multer::Error| Refused::new(400, 50_035, &error.to_string());
        while let Some(part) = parts.next_field().await.map_err(broken)? {
            let field = part.name().unwrap_or_default().to_string();
            let name = part.file_name().map(ToString::to_string);
            let kind = part.content_type().map(ToString::to_string);
            let bytes = part.bytes().await.map_err(broken)?;
            let number = field.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']'));
            match (field.as_str(), number.and_then(|number| number.parse().ok()), name) {
                ("payload_json", ..) => self.body = json(&bytes)?,
                (_, Some(number), Some(name)) => {
                    self.files.insert(number, Uploaded { name, kind, bytes });
                }
                _ => {
                    let why = format!("A part of the form has no meaning: {field:?}.");
                    return Err(Refused::new(400, 50_035, &why));
                }
            }
        }
        Ok(())
    }
}

fn json(bytes: &[u8]) -> Result<Value, Refused> {
    serde_json::from_slice(bytes)
        .map_err(|_| Refused::new(400, 50_109, "The request body contains invalid JSON."))
}
