//! Teams that were read, so that a question is acknowledged at once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use klantwijzer_core::team::Team;
use klantwijzer_core::workspace::WorkspaceId;

/// Teams that were read and have not changed since.
#[derive(Default)]
pub(crate) struct Teams(Mutex<Known>);

#[derive(Default)]
struct Known {
    teams: HashMap<WorkspaceId, Arc<Team>>,
    /// How many changes of teams there were.
    changes: u64,
}

impl Teams {
    /// The team of a workspace, where it is known.
    pub(super) fn get(&self, workspace: WorkspaceId) -> Option<Arc<Team>> {
        self.lock().teams.get(&workspace).cloned()
    }

    /// The changes so far: what is read after this is as new as they are.
    pub(super) fn changes(&self) -> u64 {
        self.lock().changes
    }

    /// Keeps a team that was read after these changes. If there were more since,
    /// what was read may be what was there before, and is not kept.
    pub(super) fn keep(&self, workspace: WorkspaceId, team: &Arc<Team>, read_after: u64) {
        let mut known = self.lock();
        if known.changes == read_after {
            known.teams.insert(workspace, Arc::clone(team));
        }
    }

    /// The team was changed: it is read again when it is needed.
    pub(super) fn forget(&self, workspace: WorkspaceId) {
        let mut known = self.lock();
        known.changes += 1;
        known.teams.remove(&workspace);
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use klantwijzer_core::team::Team;
    use klantwijzer_core::workspace::WorkspaceId;

    use super::Teams;

    /// Otherwise a level that was taken away would go on until the next start.
    #[test]
    fn a_team_that_changed_while_it_was_read_is_read_again() {
        let (teams, workspace) = (Teams::default(), WorkspaceId::guild(7));
        let read = Arc::new(Team::default());
        let before = teams.changes();
        teams.forget(workspace);
        teams.keep(workspace, &read, before);
        assert_eq!(teams.get(workspace), None);

        teams.keep(workspace, &read, teams.changes());
        assert_eq!(teams.get(workspace), Some(read));
        teams.forget(workspace);
        assert_eq!(teams.get(workspace), None);
    }
}
