//! Facts that the profile and the workspace's settings state.

use jiff::civil::Date;

use crate::customer::Profile;
use crate::facts::{Fact, FactColumns};
use crate::period::days_between;
use crate::profile::{sector_fit, size_fit};
use crate::review::draft::Ground;

/// Days after which an account manager's judgement has expired.
const JUDGEMENT_HOLDS_DAYS: i64 = 365;

impl Ground<'_> {
    /// Writes what the profile states into a row: its own facts where the ledger
    /// says nothing, and the fit with the ideal profile.
    pub(super) fn state_profile(&self, facts: &mut FactColumns, row: usize, profile: &Profile) {
        for (id, value) in &profile.facts {
            let Some(column) = self.catalog.column(id) else {
                continue;
            };
            let expired =
                id == Fact::ManagerJudgement.id() && judgement_expired(profile, self.as_of);
            if facts.get(column, row).is_nan() && !expired {
                facts.set(column, row, *value);
            }
        }
        let number = |fact: Fact| facts.fact(fact, row);
        let size =
            size_fit(number(Fact::Employees), number(Fact::CompanyRevenue), &self.settings.ideal);
        let sector = sector_fit(profile.sector.as_deref(), &self.settings.ideal);
        facts.set(Fact::SizeFit.column(), row, size);
        facts.set(Fact::SectorFit.column(), row, sector);
    }
}

fn judgement_expired(profile: &Profile, as_of: Date) -> bool {
    profile.judged_on.is_some_and(|day| days_between(day, as_of) > JUDGEMENT_HOLDS_DAYS)
}
