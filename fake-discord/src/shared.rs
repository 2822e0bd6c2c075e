use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::world::World;

/// The world, and the news that something in it changed.
pub(crate) struct Shared {
    world: Mutex<World>,
    changed: Condvar,
}

impl Shared {
    pub(crate) fn new(world: World) -> Self {
        Self { world: Mutex::new(world), changed: Condvar::new() }
    }

    /// A test that panics while it holds the world must not hide its message behind another one.
    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn read<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&self.lock())
    }

    pub(crate) fn change<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let result = act(&mut self.lock());
        self.changed.notify_all();
        result
    }

    /// Waits until a test is content with a copy of a part of the world, for at most this long.
    /// The world is free meanwhile: what judges may ask it, and may change it.
    pub(crate) fn watch<T, R>(
        &self,
        limit: Duration,
        copy: impl Fn(&World) -> T,
        mut judge: impl FnMut(T) -> Option<R>,
    ) -> Option<R> {
        let end = Instant::now() + limit;
        loop {
            let found = judge(self.read(&copy));
            if found.is_some() || Instant::now() >= end {
                return found;
            }
            // A change while it was judged goes unnoticed, so the nap is short.
            let nap = Duration::from_millis(5);
            drop(self.changed.wait_timeout(self.lock(), nap));
        }
    }

    /// Waits until the world has what is looked for, for at most this long. What looks holds
    /// the world, and must not ask for it again.
    pub(crate) fn wait<T>(
        &self,
        limit: Duration,
        mut look: impl FnMut(&World) -> Option<T>,
    ) -> Option<T> {
        let end = Instant::now() + limit;
        let mut world = self.lock();
        loop {
            if let Some(found) = look(&world) {
                return Some(found);
            }
            let left = end.checked_duration_since(Instant::now())?;
            // A deadline inside the world (three seconds to acknowledge) passes without a change.
            let nap = left.min(Duration::from_millis(50));
            world = self.changed.wait_timeout(world, nap).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}
