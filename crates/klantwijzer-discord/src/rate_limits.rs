//! Discord's rate limits, which serenity keeps for every route for ever: one for
//! each interaction that was ever answered.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serenity::all::Http;
use serenity::http::{Ratelimit, RatelimitingBucket};
use tokio::sync::Mutex;

use super::bot::Bot;

/// How often the limits that are over are forgotten.
const EVERY: Duration = Duration::from_mins(1);

type Routes = HashMap<RatelimitingBucket, Arc<Mutex<Ratelimit>>>;

/// Forgets the limits that are over, again and again.
pub(super) async fn keep_forgetting(http: Arc<Http>, bot: Arc<Bot>) {
    let Some(limiter) = &http.ratelimiter else { return };
    let clock = bot.told_open().await.clock;
    loop {
        tokio::time::sleep(EVERY).await;
        forget(&mut *limiter.routes().write().await, clock());
    }
}

/// Forgets the limits that nobody uses and that hold no longer.
fn forget(routes: &mut Routes, now: Timestamp) {
    let holds = |limit: &Ratelimit| {
        let reset = limit.reset().and_then(|reset| Timestamp::try_from(reset).ok());
        reset.is_some_and(|reset| reset > now)
    };
    routes.retain(|_, limit| {
        Arc::strong_count(limit) > 1 || limit.try_lock().is_ok_and(|limit| holds(&limit))
    });
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;
    use serenity::all::{ChannelId, InteractionId};
    use serenity::http::Route;

    use super::{Routes, forget};

    #[test]
    fn what_is_in_use_is_kept() {
        let answered = |id| Route::InteractionResponse { interaction_id: id, token: "" };
        let mut routes: Routes = (1..=100)
            .map(|id| (answered(InteractionId::new(id)).ratelimiting_bucket(), Arc::default()))
            .collect();
        let channel = Route::ChannelMessages { channel_id: ChannelId::new(1) };
        let in_use = Arc::default();
        routes.insert(channel.ratelimiting_bucket(), Arc::clone(&in_use));
        assert_eq!(routes.len(), 101);
        forget(&mut routes, Timestamp::UNIX_EPOCH);
        let kept: Vec<_> = routes.into_values().collect();
        assert!(matches!(&kept[..], [kept] if Arc::ptr_eq(kept, &in_use)), "{kept:?}");
    }
}
