//! The HTTP side: from a request to its answer.

pub(crate) mod cdn;
mod commands;
pub(crate) mod fault;
pub(crate) mod interactions;
pub(crate) mod limit;
mod lookups;
mod messages;
pub(crate) mod posting;
pub(crate) mod record;
pub(crate) mod reply;
pub(crate) mod request;
mod routes;
mod webhooks;

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hyper::body::Incoming;
use hyper::header::HeaderValue;
use serde_json::{Value, json};

use super::shared::Shared;
use super::world::World;
use fault::Mishap;
use limit::Standing;
use record::{Refusal, Seen};
use reply::{Refused, Reply, Response, response};
use request::Request;

/// Answers one request; an error cuts the connection.
pub(crate) async fn serve(
    shared: Arc<Shared>,
    request: hyper::Request<Incoming>,
) -> Result<Response, io::Error> {
    let cut = || io::Error::from(io::ErrorKind::ConnectionReset);
    let at = Instant::now();
    let request = Request::read(request).await.ok_or_else(cut)?;
    if request.host.starts_with("cdn.") || request.host.starts_with("media.") {
        return Ok(cdn::serve(&shared, &request, at));
    }
    let mishap = shared.change(|world| world.faults.strike(&request.method, &request.path));
    let answer = match mishap {
        Some(Mishap::Cut) => None,
        Some(Mishap::CutAfter) => {
            shared.change(|world| answer(world, &request, at));
            return Err(cut());
        }
        Some(Mishap::Slow(time)) => {
            tokio::time::sleep(time).await;
            Some(shared.change(|world| answer(world, &request, at)))
        }
        Some(Mishap::Status(status)) => {
            Some(response(status, Some(&json!({"message": "The fake fails here.", "code": 0}))))
        }
        Some(Mishap::Limited { retry_after, global }) => Some(too_many(retry_after, global)),
        None => return Ok(shared.change(|world| answer(world, &request, at))),
    };
    let status = answer.as_ref().map_or(0, |answer| answer.status().as_u16());
    if !matches!(mishap, Some(Mishap::Slow(_))) {
        shared.change(|world| world.see(&request, status, at));
    }
    answer.ok_or_else(cut)
}

/// The limits, then the token, then the route.
fn answer(world: &mut World, request: &Request, at: Instant) -> Response {
    let standing = world.limits.count(&request.method, &request.path, Instant::now());
    let mut answer = if standing.exceeded {
        too_many(standing.reset_after, standing.global)
    } else {
        match routes::route(world, request) {
            Ok(Reply::Json(mut json)) => {
                let fits = |kind: &str| {
                    kind.contains(' ') && fault::fits(kind, &request.method, &request.path)
                };
                let absent = world.sessions.absent.iter().filter(|absence| fits(&absence.kind));
                absent.for_each(|absence| absence.apply(&mut json));
                response(200, Some(&json))
            }
            Ok(Reply::Created(json)) => response(201, Some(&json)),
            Ok(Reply::Nothing) => response(204, None),
            Err(refused) => refuse(world, request, &refused),
        }
    };
    announce(&mut answer, &standing);
    world.see(request, answer.status().as_u16(), at);
    answer
}

fn refuse(world: &mut World, request: &Request, refused: &Refused) -> Response {
    if !refused.fair {
        world.record.refused.push(Refusal {
            method: request.method.clone(),
            path: request.path.clone(),
            status: refused.status,
            code: refused.code,
            why: refused.why(),
            body: request.body.clone(),
        });
    }
    response(refused.status, Some(&refused.json()))
}

fn too_many(retry_after: Duration, global: bool) -> Response {
    let seconds = retry_after.as_secs_f64();
    let body = json!({
        "message": "You are being rate limited.",
        "retry_after": seconds,
        "global": global,
    });
    let mut answer = response(429, Some(&body));
    let scope = if global { "global" } else { "user" };
    for (name, value) in [("retry-after", seconds.to_string()), ("x-ratelimit-scope", scope.into())]
    {
        answer.headers_mut().insert(name, HeaderValue::try_from(value).expect("plain text"));
    }
    if global {
        answer.headers_mut().insert("x-ratelimit-global", HeaderValue::from_static("true"));
    }
    answer
}

/// The headers by which a client slows down in time.
fn announce(answer: &mut Response, standing: &Standing) {
    if standing.global {
        return;
    }
    let reset_after = standing.reset_after.as_secs_f64();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let reset = now.expect("a clock after 1970").as_secs_f64() + reset_after;
    let values = [
        ("x-ratelimit-limit", standing.requests.to_string()),
        ("x-ratelimit-remaining", standing.remaining.to_string()),
        ("x-ratelimit-reset", format!("{reset:.3}")),
        ("x-ratelimit-reset-after", format!("{reset_after:.3}")),
        ("x-ratelimit-bucket", standing.bucket.clone()),
    ];
    for (name, value) in values {
        answer.headers_mut().insert(name, HeaderValue::try_from(value).expect("plain text"));
    }
}

impl World {
    fn see(&mut self, request: &Request, status: u16, at: Instant) {
        let path = match request.query.as_str() {
            "" => request.path.clone(),
            query => format!("{}?{query}", request.path),
        };
        let (method, body) = (request.method.clone(), request.body.clone());
        self.record.seen.push(Seen { method, path, body, status, at });
    }
}

/// A number in a path.
fn id(part: &str) -> Result<u64, Refused> {
    part.parse()
        .map_err(|_| Refused::new(400, 50_035, &format!("Value {part:?} is not snowflake.")))
}

fn text<'a>(body: &'a Value, key: &str) -> Option<&'a str> {
    body[key].as_str()
}
