//! The workspaces that are in use, and no more of them than memory has room for.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::Arc;

use klantwijzer_core::workspace::WorkspaceId;

use crate::workspace::Workspace;

/// How many workspaces are kept in memory where nobody says.
const USUAL: NonZeroUsize = NonZeroUsize::new(64).unwrap();

/// The workspaces that were used last.
pub(crate) struct InUse {
    most: NonZeroUsize,
    uses: u64,
    workspaces: HashMap<WorkspaceId, Used>,
}

struct Used {
    workspace: Arc<Workspace>,
    last: u64,
}

impl InUse {
    pub(crate) fn at_most(most: NonZeroUsize) -> Self {
        Self { most, uses: 0, workspaces: HashMap::new() }
    }

    /// A workspace, which is now the one that was used last. Beyond the limit
    /// the one that was not used for longest is given up, unless somebody works
    /// with it at this moment: its lock must stay the only one.
    pub(crate) fn get(&mut self, workspace: WorkspaceId) -> Arc<Workspace> {
        self.uses += 1;
        let last = self.uses;
        let new = || Used { workspace: Arc::default(), last };
        let used = self.workspaces.entry(workspace).or_insert_with(new);
        used.last = last;
        let found = Arc::clone(&used.workspace);
        while self.workspaces.len() > self.most.get()
            && let Some(oldest) = self.idle_for_longest()
        {
            self.workspaces.remove(&oldest);
        }
        found
    }

    fn idle_for_longest(&self) -> Option<WorkspaceId> {
        let is_idle = |used: &Used| Arc::strong_count(&used.workspace) == 1;
        let idle = self.workspaces.iter().filter(|(_, used)| is_idle(used));
        idle.min_by_key(|(_, used)| used.last).map(|(workspace, _)| *workspace)
    }
}

impl Default for InUse {
    fn default() -> Self {
        Self::at_most(USUAL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_not_used_for_longest_goes_unless_somebody_works_with_it() {
        let id = WorkspaceId::guild;
        let mut in_use = InUse::at_most(NonZeroUsize::new(2).unwrap());
        let busy = in_use.get(id(1));
        let idle = Arc::downgrade(&in_use.get(id(2)));
        assert!(Arc::ptr_eq(&busy, &in_use.get(id(1))));
        let third = Arc::downgrade(&in_use.get(id(3)));
        assert_eq!(idle.strong_count(), 0, "2 was not used for longest");
        in_use.get(id(4));
        assert_eq!(third.strong_count(), 0, "1 is in somebody's hands");
        assert!(Arc::ptr_eq(&busy, &in_use.get(id(1))));
        drop(busy);
        in_use.get(id(5));
        in_use.get(id(6));
        assert_eq!(in_use.workspaces.len(), 2);
        assert!(in_use.workspaces.keys().all(|known| [id(5), id(6)].contains(known)));
    }
}
