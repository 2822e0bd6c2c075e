//! Where a team works, and who of it may do what.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::access::Level;
use crate::language::Language;

/// A team: its language and clock, and which of its roles may do what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Team {
    /// The language of what is written to all of them, and to somebody whose own
    /// is not known.
    pub language: Language,
    /// The time zone that days begin and end in, by its IANA name.
    pub time_zone: SmolStr,
    /// The channels in which answers with customers may be seen by everybody
    /// who is there.
    pub allowed_channels: BTreeSet<u64>,
    /// The level of whoever has a role.
    pub levels: BTreeMap<u64, Level>,
    /// The level of everybody, whatever their roles.
    pub everyone: Option<Level>,
    /// For how many days it is kept who did what.
    pub audit_days: u32,
}

impl Default for Team {
    fn default() -> Self {
        Self {
            language: Language::default(),
            time_zone: SmolStr::new_static("Europe/Amsterdam"),
            allowed_channels: BTreeSet::new(),
            levels: BTreeMap::new(),
            everyone: None,
            audit_days: 730,
        }
    }
}

impl Team {
    /// The level of somebody with these roles: the highest that one of them, or
    /// being somebody at all, gives.
    pub fn level(&self, roles: impl IntoIterator<Item = u64>) -> Option<Level> {
        let of_roles = roles.into_iter().filter_map(|role| self.levels.get(&role).copied());
        of_roles.chain(self.everyone).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_role_counts() {
        let team = |everyone| Team {
            levels: [(1, Level::Viewer), (2, Level::Admin), (3, Level::Manager)].into(),
            everyone,
            ..Team::default()
        };
        let cases: [(Option<Level>, &[u64], Option<Level>); 8] = [
            (None, &[], None),
            (None, &[9], None),
            (None, &[1], Some(Level::Viewer)),
            (None, &[3, 1], Some(Level::Manager)),
            (None, &[1, 9, 2, 3], Some(Level::Admin)),
            (Some(Level::Viewer), &[], Some(Level::Viewer)),
            (Some(Level::Viewer), &[3], Some(Level::Manager)),
            (Some(Level::Manager), &[1], Some(Level::Manager)),
        ];
        for (everyone, roles, level) in cases {
            assert_eq!(team(everyone).level(roles.iter().copied()), level, "{roles:?}");
        }
    }

    #[test]
    fn a_team_comes_back_from_its_settings() -> Result<(), serde_json::Error> {
        let team = Team {
            language: Language::Nl,
            allowed_channels: [u64::MAX, 1].into(),
            levels: [(u64::MAX, Level::Manager)].into(),
            ..Team::default()
        };
        let json = serde_json::to_string(&team)?;
        assert_eq!(serde_json::from_str::<Team>(&json)?, team);
        // Settings that were kept before there were teams.
        assert_eq!(serde_json::from_str::<Team>("{}")?, Team::default());
        Ok(())
    }
}
