//! One workspace at the desk: its snapshot and its lock.

use std::ops::RangeInclusive;
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use jiff::civil::Date;
use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_ask::vocabulary::Vocabulary;
use tokio::sync::Mutex;

/// A snapshot to answer from, with the words to understand questions by.
#[derive(Clone)]
pub struct Snapshot {
    /// The customers and their scores.
    pub portfolio: Arc<Portfolio>,
    /// What the words of a question can mean here.
    pub vocabulary: Arc<Vocabulary>,
}

/// A workspace that is in use.
#[derive(Default)]
pub(crate) struct Workspace {
    kept: ArcSwapOption<Kept>,
    /// Held by whoever changes the workspace.
    pub(crate) writing: Mutex<()>,
}

/// A snapshot with the days from which it is what one sees.
#[derive(Clone)]
struct Kept {
    snapshot: Arc<Snapshot>,
    days: RangeInclusive<Date>,
}

impl Workspace {
    /// The snapshot to answer from on a day, where it is in memory.
    pub(crate) fn seen_from(&self, day: Date) -> Option<Arc<Snapshot>> {
        let kept = self.kept.load();
        let kept = kept.as_ref().filter(|kept| kept.days.contains(&day));
        kept.map(|kept| Arc::clone(&kept.snapshot))
    }

    /// From now on questions from these days are answered from this snapshot.
    pub(crate) fn keep(&self, snapshot: Arc<Snapshot>, days: RangeInclusive<Date>) {
        self.kept.store(Some(Arc::new(Kept { snapshot, days })));
    }

    /// The next question reads the store.
    pub(crate) fn forget(&self) {
        self.kept.store(None);
    }

    /// Changes what questions are answered from, by what was just stored.
    pub(crate) fn change(&self, change: impl FnOnce(&Portfolio) -> Portfolio) {
        if let Some(kept) = self.kept.load_full() {
            let portfolio = Arc::new(change(&kept.snapshot.portfolio));
            let vocabulary = Arc::clone(&kept.snapshot.vocabulary);
            self.keep(Arc::new(Snapshot { portfolio, vocabulary }), kept.days.clone());
        }
    }
}
