//! Closing the engine, which must not keep anybody waiting for ever.

use std::ops::Deref;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use sled::Db;

/// How long closing is waited for. All that was acknowledged lies on the disk already, so what
/// is left takes moments.
const LIMIT: Duration = Duration::from_secs(10);

/// The last handle of an open engine. Dropping it closes the engine, and gives up after a while:
/// the engine waits for its own thread in the background, and where that broke on a damaged page
/// it waits for ever.
pub(super) struct Handle(Option<Db>);

impl Handle {
    pub(super) const fn new(db: Db) -> Self {
        Self(Some(db))
    }
}

impl Deref for Handle {
    type Target = Db;

    fn deref(&self) -> &Db {
        // It is taken out by dropping alone.
        self.0.as_ref().unwrap_or_else(|| unreachable!("an open engine has a handle"))
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        let closed = self.0.take().is_none_or(|db| let_go(db, LIMIT));
        if !closed {
            tracing::warn!("the store does not close; it stays in use until the program ends");
        }
    }
}

/// Drops something on a thread of its own; tells whether that was done within the limit.
fn let_go(held: impl Send + 'static, limit: Duration) -> bool {
    let (done, finished) = mpsc::channel();
    let work = move || {
        drop(held);
        // Nobody listens after the limit.
        let _ = done.send(());
    };
    let started = thread::Builder::new().name("store closes".to_owned()).spawn(work);
    started.is_ok() && finished.recv_timeout(limit).is_ok()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use super::let_go;

    /// Closes when it is told to.
    struct Slow(Receiver<()>);

    impl Drop for Slow {
        fn drop(&mut self) {
            let _ = self.0.recv();
        }
    }

    #[test]
    fn what_does_not_close_is_not_waited_for() {
        let (close, told) = channel();
        assert!(!let_go(Slow(told), Duration::from_millis(20)));
        drop(close);
        let (close, told) = channel();
        drop(close);
        assert!(let_go(Slow(told), Duration::from_mins(1)));
    }
}
