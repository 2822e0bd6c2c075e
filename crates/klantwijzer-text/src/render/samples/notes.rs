//! Every note.

use jiff::civil::date;
use klantwijzer_answer::body::{FactName, KeptScore, LedgerSign, MissingData, Note};
use klantwijzer_answer::query::Filter;
use klantwijzer_core::period::Period;
use klantwijzer_core::review::{Outage, Unscored};

/// A fact without a label of its own.
pub(super) fn fact(id: &str) -> FactName {
    FactName { id: id.into(), label: None }
}

/// A score of before, while a plugin is out.
pub(super) fn kept_score(outage: Outage) -> KeptScore {
    KeptScore { scored_on: date(2026, 10, 26), plugin: "nonprofit".into(), outage }
}

/// Every note, in every way that it can be worded.
pub(super) fn every_note() -> Vec<Note> {
    let unscored = |why, failure: Option<&str>, id: Option<&str>, plugin: &str| Note::Unscored {
        customers: 4,
        plugin: plugin.into(),
        why,
        failure: failure.map(str::to_owned),
        fact: id.map(fact),
    };
    let mut notes = vec![
        Note::Provisional { customers: 1, fill_in: vec![] },
        Note::TooEarlyForNo { customers: 3, fill_in: vec![fact("employees")] },
        Note::TooEarlyForNo { customers: 1, fill_in: vec![] },
        Note::NotLookedFor {
            signs: vec![LedgerSign::AcquisitionCost, LedgerSign::SupportCost, LedgerSign::Payments],
        },
        Note::Pending { customers: 2 },
        Note::Overridden { customers: 1 },
        Note::Kept { customers: 12, kept: kept_score(Outage::Missing) },
        Note::Kept { customers: 1, kept: kept_score(Outage::Failed("out of memory".to_owned())) },
        unscored(Unscored::NoPlugin, None, None, ""),
        unscored(Unscored::NoPlugin, None, None, "nonprofit"),
        unscored(Unscored::PluginFailed, None, None, "general"),
        unscored(Unscored::PluginFailed, Some("division by zero"), None, "general"),
        unscored(Unscored::FactUnknown(0), None, Some("last_gift"), "nonprofit"),
        unscored(Unscored::FactUnknown(0), None, None, "nonprofit"),
        unscored(Unscored::NotFinite, None, None, "general"),
        Note::TooManyStrategic { customers: 42, limit: 30, managers: 2 },
        Note::Dependence { name: "Van Dijk Bouw".to_owned(), share: 0.314 },
        Note::Shown { shown: 1000, total: 2357 },
        Note::StaleReview { days: 45 },
        Note::OldLedger { days: 400.0 },
        Note::WorkedOut,
        Note::PeriodLeftOut,
        Note::InPeriod { period: Period::new(date(2025, 1, 1), date(2025, 12, 31)) },
        Note::OnlyAbout { filter: Filter { sector: Some("Zorg".into()), ..Filter::default() } },
        Note::NobodyFits,
    ];
    let missing = [
        MissingData::AcquisitionCost,
        MissingData::SupportCost,
        MissingData::Payments,
        MissingData::Margin,
        MissingData::Size,
        MissingData::Sectors,
        MissingData::Gifts,
        MissingData::Leads,
    ];
    notes.extend(missing.map(|missing| Note::NoData { missing }));
    notes
}
