//! The gateway as it is now: which connections are in use, and what they told.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serenity::all::Cache;
use tokio::sync::watch;

/// The gateway, while there is a client for it.
#[derive(Default)]
pub(crate) struct Gateway {
    /// The connections by which events come.
    connected: AtomicUsize,
    /// What the shards told, once all of them have said which servers the bot is in.
    told: watch::Sender<Option<Arc<Cache>>>,
}

/// A connection by which events come, for as long as this lives.
pub(super) struct Connected<'a>(&'a Gateway);

impl Drop for Connected<'_> {
    fn drop(&mut self) {
        self.0.connected.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Gateway {
    /// Events come by one connection more.
    pub(super) fn connects(&self) -> Connected<'_> {
        self.connected.fetch_add(1, Ordering::Relaxed);
        Connected(self)
    }

    /// The client has ended.
    pub(super) fn ended(&self) {
        self.told.send_replace(None);
    }

    /// Every shard has said which servers the bot is in.
    pub(super) fn all_told(&self, cache: &Arc<Cache>) {
        self.told.send_replace(Some(Arc::clone(cache)));
    }

    /// The number of connections by which events come: one a shard.
    pub(super) fn connected(&self) -> usize {
        self.connected.load(Ordering::Relaxed)
    }

    /// What the shards told; waits until all of them have.
    pub(super) async fn cache(&self) -> Arc<Cache> {
        loop {
            // The sender lives as long as the gateway, so this fails only with it.
            if let Ok(told) = self.told.subscribe().wait_for(Option::is_some).await
                && let Some(cache) = told.as_ref()
            {
                return Arc::clone(cache);
            }
        }
    }
}
