//! The facts of every customer, chunk by chunk, before anything is scored.

use std::collections::HashMap;

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::customer::{Profile, Roles};
use crate::facts::{Coverage, FactCatalog, FactColumns, LedgerFacts, Peer, fill_peer_facts};
use crate::ledger::Entry;
use crate::review::assign::{Assignment, roles_of};
use crate::review::record::{CHUNK, NO_SECTOR};
use crate::settings::Settings;
use crate::text::fold;

/// A customer as a review sees it.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Its row in the chunk: its number modulo [`CHUNK`].
    pub row: usize,
    /// Its profile.
    pub profile: &'a Profile,
    /// Its ledger, in any order.
    pub entries: &'a [Entry],
    /// The plugin that holds it; see [`Assignment::sector_of`].
    pub held: Option<u8>,
}

/// What holds for all chunks of a review.
pub struct Ground<'a> {
    /// The day that the facts are about.
    pub as_of: Date,
    /// The workspace's settings.
    pub settings: &'a Settings,
    /// Which fact stands in which column.
    pub catalog: &'a FactCatalog,
    /// Who scores whom.
    pub assignment: &'a Assignment,
}

/// The facts of one chunk.
#[derive(Debug, Clone)]
pub struct ChunkDraft {
    pub(super) facts: FactColumns,
    pub(super) roles: Vec<Roles>,
    pub(super) present: Vec<bool>,
    pub(super) sector: Vec<u8>,
    peers: Vec<Peer>,
    coverage: Coverage,
}

impl ChunkDraft {
    /// Derives what can be said of a chunk without the others. Chunks can be
    /// drafted at the same time.
    pub fn derive(ground: &Ground<'_>, subjects: &[Subject<'_>]) -> Self {
        let mut draft = Self {
            facts: FactColumns::unknown(CHUNK, ground.catalog.ids().len()),
            roles: vec![Roles::NONE; CHUNK],
            present: vec![false; CHUNK],
            sector: vec![NO_SECTOR; CHUNK],
            peers: Vec::with_capacity(subjects.len()),
            coverage: Coverage::default(),
        };
        let mut folded = HashMap::new();
        for subject in subjects.iter().filter(|subject| subject.row < CHUNK) {
            draft.add(ground, subject, &mut folded);
        }
        draft
    }

    fn add(
        &mut self,
        ground: &Ground<'_>,
        subject: &Subject<'_>,
        folded: &mut HashMap<SmolStr, SmolStr>,
    ) {
        let Subject { row, profile, entries, held } = *subject;
        let derived = LedgerFacts::derive(entries, ground.as_of);
        for (column, value) in derived.facts.iter().enumerate() {
            self.facts.set(column, row, *value);
        }
        ground.state_profile(&mut self.facts, row, profile);
        let past = || entries.iter().filter(|entry| entry.date <= ground.as_of);
        past().for_each(|entry| self.coverage.note(entry));
        let roles = roles_of(profile, past());
        let plugin = ground.assignment.sector_of(profile, roles, held);
        self.roles[row] = roles;
        self.present[row] = true;
        self.sector[row] = plugin;
        if roles.can_bring_money() {
            let name = profile.sector.clone().unwrap_or_default();
            let name = folded.entry(name).or_insert_with_key(|name| SmolStr::new(fold(name)));
            let (sector, categories) = (name.clone(), derived.categories);
            self.peers.push(Peer { chunk: 0, row, plugin, sector, categories });
        }
    }
}

/// Adds what can only be said of all chunks together: what "nothing" means in
/// this book, and how customers compare with their peers.
pub(super) fn complete(drafts: &mut [ChunkDraft]) {
    let coverage = drafts.iter().fold(Coverage::default(), |all, draft| all.union(draft.coverage));
    let mut peers = Vec::new();
    for (chunk, draft) in drafts.iter_mut().enumerate() {
        let ChunkDraft { facts, present, .. } = draft;
        coverage.settle(facts, |row| present[row]);
        peers.extend(
            std::mem::take(&mut draft.peers).into_iter().map(|peer| Peer { chunk, ..peer }),
        );
    }
    let mut facts: Vec<&mut FactColumns> = drafts.iter_mut().map(|it| &mut it.facts).collect();
    fill_peer_facts(&mut facts, &peers);
}
