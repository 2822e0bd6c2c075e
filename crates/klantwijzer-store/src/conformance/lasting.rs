//! What is there after closing and opening.

use jiff::Timestamp;
use jiff::civil::date;
use klantwijzer_core::access::Action;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::workspace::WorkspaceId;

use super::sample::{self, Chance};
use super::{Make, Rule, check_same, wait};
use crate::{MemoryStore, Store, StoreError};

pub(super) const RULES: &[(&str, Rule)] = &[("everything is there after opening again", reopening)];

fn reopening(open: Make<'_>) -> Result<(), StoreError> {
    let workspaces = [WorkspaceId::guild(3), WorkspaceId::guild(9 << 22)];
    let reference = MemoryStore::default();
    let mut versions = [0; 2];
    for round in 0..5 {
        let store = open()?;
        for (workspace, version) in workspaces.into_iter().zip(&mut versions) {
            assert_eq!(wait(store.version(workspace))?, *version);
            check_same(&*store, &reference, workspace)?;
            for store in [&*store, &reference as &dyn Store] {
                let mut chance = Chance::new(round + workspace.get());
                let settings = Settings { account_managers: round as u32, ..Settings::default() };
                wait(store.save_settings(workspace, "team", &settings, None, &[]))?;
                for _ in 0..3 {
                    let next = wait(store.next_customer(workspace))?;
                    let batch = sample::any_batch(&mut chance, next, 400, 4);
                    wait(store.import(workspace, batch))?;
                }
                wait(store.undo(workspace, round as u32 * 3 + 2, Timestamp::UNIX_EPOCH, &[]))?;
                let chunk = sample::any_chunk(&mut chance, 300, 9, 3);
                let header = sample::header(date(2026, 1, 1));
                wait(store.record_review(workspace, header, vec![chunk.into()], None))?;
                wait(store.set_override(workspace, &sample::decision(round as u32, "why"), &[]))?;
                wait(store.clear_override(workspace, 1, &[]))?;
                wait(store.note(workspace, &[sample::line(Action::Export, &["K1"])]))?;
            }
            check_same(&*store, &reference, workspace)?;
            *version = wait(store.version(workspace))?;
        }
    }
    Ok(())
}
