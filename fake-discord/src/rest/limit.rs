use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use super::fault::fits;

/// How many requests a bot may make in a second, whatever they are.
const GLOBALLY: usize = 50;

/// A limit that a test set for the routes of a pattern, counted per path.
pub(crate) struct Limit {
    pub(crate) pattern: String,
    pub(crate) requests: usize,
    pub(crate) window: Duration,
}

/// The limits, and the requests that count for them.
pub(crate) struct Limits {
    pub(crate) set: Vec<Limit>,
    pub(crate) globally: usize,
    used: HashMap<String, VecDeque<Instant>>,
    used_globally: VecDeque<Instant>,
}

/// How a request stands to its limit.
pub(crate) struct Standing {
    pub(crate) bucket: String,
    pub(crate) requests: usize,
    pub(crate) remaining: usize,
    pub(crate) reset_after: Duration,
    /// The request was one too many.
    pub(crate) exceeded: bool,
    pub(crate) global: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            set: Vec::new(),
            globally: GLOBALLY,
            used: HashMap::new(),
            used_globally: VecDeque::new(),
        }
    }
}

impl Limits {
    /// Counts a request, when it fits.
    pub(crate) fn count(&mut self, method: &str, path: &str, now: Instant) -> Standing {
        let path = path.split('?').next().unwrap_or_default();
        let (requests, window) = self
            .set
            .iter()
            .rev()
            .find(|limit| fits(&limit.pattern, method, path))
            .map_or((1_000, Duration::from_secs(1)), |limit| (limit.requests, limit.window));
        let bucket = bucket(method, path);
        let used = self.used.entry(bucket.clone()).or_default();
        let (mut exceeded, mut global) = (!admit(used, requests, window, now), false);
        // Answers to interactions do not count for the global limit.
        let counts = !path.starts_with("/interactions") && !path.starts_with("/webhooks");
        let second = Duration::from_secs(1);
        if counts && !exceeded && !admit(&mut self.used_globally, self.globally, second, now) {
            (exceeded, global) = (true, true);
        }
        let first = if global { self.used_globally.front() } else { used.front() };
        let window = if global { second } else { window };
        let reset_after =
            first.map_or(window, |first| (*first + window).saturating_duration_since(now));
        Standing {
            requests,
            remaining: requests.saturating_sub(used.len()),
            reset_after,
            exceeded,
            global,
            bucket,
        }
    }
}

fn admit(used: &mut VecDeque<Instant>, limit: usize, window: Duration, now: Instant) -> bool {
    while used.front().is_some_and(|at| now.saturating_duration_since(*at) >= window) {
        used.pop_front();
    }
    let free = used.len() < limit;
    if free {
        used.push_back(now);
    }
    free
}

/// Requests that share a limit: the same method and the same channel, guild or webhook.
fn bucket(method: &str, path: &str) -> String {
    let mut parts = path.trim_start_matches('/').split('/');
    let (kind, major) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let is_id = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<&str> = parts.map(|part| if is_id(part) { "*" } else { part }).collect();
    format!("{method} {kind}/{major}/{}", rest.join("/"))
}
