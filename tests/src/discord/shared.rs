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

    /// Waits until the world has what is looked for, for at most this long.
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
