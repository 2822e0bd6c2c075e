//! The file server, with what can go wrong on it.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use http_body_util::BodyExt as _;
use hyper::body::{Body as Stream, Bytes, Frame, SizeHint};
use tokio::time::Sleep;

use super::record::Seen;
use super::reply::{Body, Response, full, response};
use super::request::Request;
use crate::shared::Shared;
use crate::world::file::{File, FileFault};

pub(crate) fn serve(shared: &Shared, request: &Request, at: Instant) -> Response {
    let found = shared.read(|world| {
        let mut files = world.files.values();
        files.find(|file| file.path() == request.path).cloned()
    });
    let answer = found.and_then(|file| served(&file));
    let status = answer.as_ref().map_or(404, |answer| answer.status().as_u16());
    shared.change(|world| {
        let (method, path) = (request.method.clone(), request.path.clone());
        let body = serde_json::Value::Null;
        world.record.seen.push(Seen { method, path, body, status, at });
    });
    answer.unwrap_or_else(|| response(404, None))
}

fn served(file: &File) -> Option<Response> {
    let half = || file.bytes.slice(..file.bytes.len() / 2);
    let body = match file.fault {
        Some(FileFault::Gone) => return None,
        Some(FileFault::Stalls(time)) => partial(half(), file.bytes.len(), time),
        Some(FileFault::BreaksOff) => partial(half(), file.bytes.len(), Duration::ZERO),
        Some(FileFault::TellsSize(_)) | None => full(file.bytes.clone()),
    };
    let kind = file.kind.as_deref().unwrap_or("application/octet-stream");
    let answer = hyper::Response::builder().header("content-type", kind);
    Some(answer.body(body).expect("a status and a body"))
}

fn partial(bytes: Bytes, told: usize, wait: Duration) -> Body {
    let sleep = Box::pin(tokio::time::sleep(wait));
    Partial { bytes: Some(bytes), told: told as u64, sleep }
        // The connection is cut by hyper, because less comes than was announced.
        .map_err(|never: Infallible| match never {})
        .boxed()
}

/// A body that tells its whole length, gives a part, waits, and ends.
struct Partial {
    bytes: Option<Bytes>,
    told: u64,
    sleep: Pin<Box<Sleep>>,
}

impl Stream for Partial {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(bytes) = self.bytes.take() {
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        self.sleep.as_mut().poll(context).map(|()| None)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.told)
    }
}
