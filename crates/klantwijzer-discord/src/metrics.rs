//! What the bot counts, in the form that Prometheus reads.

use std::sync::atomic::{AtomicI64, AtomicU64};
use std::time::{Duration, Instant};

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// Bounds of the histograms, in seconds: Discord allows three for an
/// acknowledgement.
const SECONDS: [f64; 12] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 10.0, 30.0];

/// What the bot counts.
pub(crate) struct Metrics {
    registry: Registry,
    /// The number of shards that are connected, as of when it was last told.
    connected: Gauge<i64, AtomicI64>,
    /// Requests from people by kind and outcome.
    pub(super) requests: Family<Request, Counter<u64, AtomicU64>>,
    /// Requests that are being answered.
    pub(super) in_hand: Gauge<i64, AtomicI64>,
    acknowledged: Histogram,
    answered: Histogram,
    unreadable: Family<Unreadable, Counter<u64, AtomicU64>>,
}

/// An event that could not be read whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Unreadable {
    kind: String,
    /// Whether it was read by the fields that are used.
    rescued: &'static str,
}

/// What somebody asked of the bot, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Request {
    pub(super) kind: String,
    pub(super) outcome: &'static str,
}

impl Default for Metrics {
    fn default() -> Self {
        let metrics = Self {
            registry: Registry::with_prefix("klantwijzer"),
            connected: Gauge::default(),
            requests: Family::default(),
            in_hand: Gauge::default(),
            acknowledged: Histogram::new(SECONDS),
            answered: Histogram::new(SECONDS),
            unreadable: Family::default(),
        };
        metrics.registered()
    }
}

impl Metrics {
    fn registered(mut self) -> Self {
        let registry = &mut self.registry;
        registry.register(
            "shards_connected",
            "Shards with a gateway connection",
            self.connected.clone(),
        );
        registry.register("requests", "Requests by kind and outcome", self.requests.clone());
        registry.register("requests_in_hand", "Requests being answered", self.in_hand.clone());
        registry.register_with_unit(
            "acknowledge",
            "From the request to its acknowledgement",
            Unit::Seconds,
            self.acknowledged.clone(),
        );
        registry.register_with_unit(
            "answer",
            "From the request to its answer",
            Unit::Seconds,
            self.answered.clone(),
        );
        registry.register(
            "events_unreadable",
            "Events that could not be read whole, by kind",
            self.unreadable.clone(),
        );
        self
    }

    /// An event could not be read whole; with only what is used of it, perhaps.
    pub(super) fn unreadable(&self, kind: &str, rescued: bool) {
        let rescued = if rescued { "yes" } else { "no" };
        self.unreadable.get_or_create(&Unreadable { kind: kind.to_owned(), rescued }).inc();
    }

    /// A request came in.
    pub(super) fn begin(&self, kind: &str) -> Measured<'_> {
        self.in_hand.inc();
        Measured { metrics: self, kind: kind.to_owned(), begun: Instant::now(), outcome: "ended" }
    }

    /// Everything in Prometheus' text form, with this number of connected shards.
    pub(super) fn text(&self, shards: usize) -> String {
        self.connected.set(i64::try_from(shards).unwrap_or(i64::MAX));
        let mut text = String::new();
        match encode(&mut text, &self.registry) {
            Ok(()) => text,
            Err(_) => String::new(),
        }
    }
}

/// A request that is being answered.
pub(crate) struct Measured<'a> {
    metrics: &'a Metrics,
    kind: String,
    begun: Instant,
    outcome: &'static str,
}

impl Measured<'_> {
    /// It was acknowledged.
    pub(super) fn acknowledged(&self) {
        self.metrics.acknowledged.observe(self.seconds());
    }

    /// It was answered, or refused.
    pub(super) fn answered(&mut self, well: bool) {
        self.metrics.answered.observe(self.seconds());
        self.outcome = if well { "answered" } else { "refused" };
    }

    /// Discord did not take the answer.
    pub(super) fn lost(&mut self) {
        self.outcome = "lost";
    }

    fn seconds(&self) -> f64 {
        Duration::as_secs_f64(&self.begun.elapsed())
    }
}

impl Drop for Measured<'_> {
    fn drop(&mut self) {
        self.metrics.in_hand.dec();
        let request = Request { kind: std::mem::take(&mut self.kind), outcome: self.outcome };
        self.metrics.requests.get_or_create(&request).inc();
    }
}
