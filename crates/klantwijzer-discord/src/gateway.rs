//! The gateway as it is now: which shards are connected, and what they told.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serenity::all::{Cache, ShardManager};
use serenity::gateway::ConnectionStage;
use tokio::sync::watch;

/// The gateway, while there is a client for it.
#[derive(Default)]
pub(crate) struct Gateway {
    shards: Mutex<Option<Arc<ShardManager>>>,
    /// What the shards told, once all of them have said which servers the bot is in.
    told: watch::Sender<Option<Arc<Cache>>>,
}

impl Gateway {
    /// A client begins to connect.
    pub(super) fn begins(&self, shards: &Arc<ShardManager>) {
        *self.lock() = Some(Arc::clone(shards));
    }

    /// The client has ended.
    pub(super) fn ended(&self) {
        *self.lock() = None;
        self.told.send_replace(None);
    }

    /// Every shard has said which servers the bot is in.
    pub(super) fn all_told(&self, cache: &Arc<Cache>) {
        self.told.send_replace(Some(Arc::clone(cache)));
    }

    /// The number of shards that are connected. It is asked of the client at the
    /// moment itself, which tells of some lost connections in no other way.
    pub(super) async fn connected(&self) -> usize {
        let Some(shards) = self.lock().clone() else { return 0 };
        let shards = shards.runners.lock().await;
        shards.values().filter(|shard| shard.stage == ConnectionStage::Connected).count()
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

    fn lock(&self) -> MutexGuard<'_, Option<Arc<ShardManager>>> {
        self.shards.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
