//! Which sector plugin scores whom.

use std::collections::HashMap;

use smol_str::SmolStr;

use crate::customer::{Profile, Role, Roles};
use crate::ledger::{Entry, EntryKind};
use crate::review::plugins::Plugins;
use crate::review::record::NO_SECTOR;
use crate::text::fold;

/// Finds the sector plugin for a party: the one its profile names, else the one
/// that claims its sector, else the one that claims one of its roles, else the
/// workspace's default. A plugin that is out claims what it did before, so that
/// nobody goes to another one because of it.
pub struct Assignment {
    by_id: HashMap<SmolStr, u8>,
    by_sector: HashMap<String, u8>,
    by_role: Vec<(Role, u8)>,
    default: u8,
}

impl Assignment {
    /// For these plugins; where two claim the same sector or role, the first does.
    pub fn new(plugins: &Plugins, default_plugin: &str) -> Self {
        let mut by_id = HashMap::new();
        let mut by_sector = HashMap::new();
        let mut by_role = Vec::new();
        for (index, record) in (0..NO_SECTOR).zip(plugins.records()) {
            by_id.entry(record.id.clone()).or_insert(index);
            let Some(claims) = &record.claims else { continue };
            for name in &claims.sectors {
                by_sector.entry(fold(name)).or_insert(index);
            }
            by_role.extend(claims.roles.iter().map(|role| (*role, index)));
        }
        let default = by_id.get(default_plugin).copied().unwrap_or(NO_SECTOR);
        Self { by_id, by_sector, by_role, default }
    }

    /// The index of the plugin for a party, or [`NO_SECTOR`] where nothing is known
    /// of the one that should score it. `held` is the plugin that scored it before
    /// and is out, where that one's claims are not known.
    pub(super) fn sector_of(&self, profile: &Profile, roles: Roles, held: Option<u8>) -> u8 {
        let named = |plugin: &SmolStr| self.by_id.get(plugin).copied().unwrap_or(NO_SECTOR);
        let claimed = || self.by_sector.get(&fold(profile.sector.as_deref()?)).copied();
        let by_role = || self.by_role.iter().find(|(role, _)| roles.has(*role));
        let first = profile.plugin.as_ref().map(named).or(held).or_else(claimed);
        first.or_else(|| by_role().map(|(_, index)| *index)).unwrap_or(self.default)
    }
}

/// The roles that a party has by its profile and by what happened with it.
pub(super) fn roles_of<'a>(profile: &Profile, entries: impl Iterator<Item = &'a Entry>) -> Roles {
    entries.filter_map(|entry| role_by(entry.kind)).fold(profile.roles, Roles::with)
}

const fn role_by(kind: EntryKind) -> Option<Role> {
    match kind {
        EntryKind::Invoice | EntryKind::Payment => Some(Role::Buyer),
        EntryKind::Gift => Some(Role::Donor),
        EntryKind::MembershipFee => Some(Role::Member),
        EntryKind::AdSpend => Some(Role::Advertiser),
        EntryKind::DataSale => Some(Role::DataBuyer),
        EntryKind::Service => Some(Role::Recipient),
        _ => None,
    }
}
