//! What the reader must know beside an answer.

use klantwijzer_answer::body::{FactName, KeptScore, LedgerSign, MissingData, Note};
use klantwijzer_core::review::{Outage, Unscored};

use super::counts::who;
use super::format::Formatter;
use crate::say;

/// A note as a sentence or two, with what to do where something can be done.
pub(super) fn note(fmt: &Formatter<'_>, note: &Note) -> String {
    match note {
        Note::Provisional { customers, fill_in } => settle(fmt, *customers, fill_in),
        Note::TooEarlyForNo { customers, fill_in } => {
            let who = fmt.noun(None).of(*customers).to_owned();
            let early = say!(fmt, "note-too-early", n = *customers, who);
            format!("{early} {}", settle(fmt, *customers, fill_in))
        }
        Note::NotLookedFor { signs } => {
            let signs: Vec<_> = signs.iter().map(|sign| say!(fmt, sign_id(*sign))).collect();
            say!(fmt, "note-not-looked-for", signs = fmt.texts.and(&signs))
        }
        Note::Pending { customers } => say!(fmt, "note-pending", n = *customers),
        Note::Overridden { customers } => say!(fmt, "note-overridden", n = *customers),
        Note::Kept { customers, kept } => {
            let who = fmt.noun(Some(&kept.plugin)).of(*customers).to_owned();
            let (day, why) = (fmt.texts.date(kept.scored_on), out(fmt, kept));
            say!(fmt, "note-kept", n = *customers, who, day, why)
        }
        Note::Unscored { customers, plugin, why, failure, fact } => {
            let who = fmt.noun(Some(plugin)).of(*customers).to_owned();
            let why = unscored(fmt, plugin, *why, failure.as_deref(), fact.as_ref());
            say!(fmt, "note-unscored", n = *customers, who, why)
        }
        Note::TooManyStrategic { customers, limit, managers } => {
            say!(
                fmt,
                "note-too-many-strategic",
                n = *customers,
                limit = *limit,
                managers = *managers
            )
        }
        Note::Dependence { name, share } => {
            say!(fmt, "note-dependence", name = fmt.name(name), share = fmt.texts.percent(*share))
        }
        Note::CountedOtherwise { count, types } => {
            let n = count.count.unwrap_or_default();
            if let Some(who) = who(fmt, count) {
                say!(fmt, "note-counted-otherwise", who, n, types = *types)
            } else {
                let name = fmt.definition(count);
                say!(fmt, "note-counted-otherwise-own", name, n, types = *types)
            }
        }
        Note::Shown { shown, total } => say!(fmt, "note-shown", shown = *shown, total = *total),
        Note::StaleReview { days } => {
            say!(fmt, "note-stale", days = fmt.texts.age(f64::from(*days)))
        }
        Note::OldLedger { days } => {
            say!(fmt, "note-old-ledger", days = fmt.texts.age(*days))
        }
        Note::WorkedOut => say!(fmt, "note-worked-out"),
        Note::PeriodLeftOut => say!(fmt, "note-period-left-out"),
        Note::InPeriod { period } => say!(fmt, "note-period", period = fmt.texts.period(*period)),
        Note::NoData { missing } => say!(fmt, missing_id(*missing)),
        Note::OnlyAbout { filter } => {
            say!(fmt, "note-only-about", who = fmt.who(filter))
        }
        Note::NobodyFits => say!(fmt, "note-nobody-fits"),
    }
}

/// Why a plugin scores nobody now, after a colon.
pub(super) fn out(fmt: &Formatter<'_>, kept: &KeptScore) -> String {
    let plugin = &kept.plugin;
    match &kept.outage {
        Outage::Missing => unscored(fmt, plugin, Unscored::NoPlugin, None, None),
        Outage::Failed(words) => {
            unscored(fmt, plugin, Unscored::PluginFailed, Some(words.as_str()), None)
        }
    }
}

fn unscored(
    fmt: &Formatter<'_>,
    plugin: &str,
    why: Unscored,
    failure: Option<&str>,
    fact: Option<&FactName>,
) -> String {
    match (why, failure, fact) {
        (Unscored::NoPlugin, ..) if plugin.is_empty() => say!(fmt, "note-no-plugin"),
        (Unscored::NoPlugin, ..) => {
            say!(fmt, "note-plugin-missing", plugin = fmt.name(plugin))
        }
        (Unscored::PluginFailed, Some(words), _) => {
            say!(fmt, "note-plugin-failed-so", plugin = fmt.name(plugin), words = fmt.free(words))
        }
        (Unscored::PluginFailed, None, _) => {
            say!(fmt, "note-plugin-failed", plugin = fmt.name(plugin))
        }
        (Unscored::FactUnknown(_), _, Some(fact)) => {
            say!(fmt, "note-fact-unknown", fact = fmt.fact(fact))
        }
        (Unscored::FactUnknown(_), _, None) => say!(fmt, "note-fact-unknown-some"),
        (Unscored::NotFinite, ..) => {
            say!(fmt, "note-not-finite", plugin = fmt.name(plugin))
        }
        (Unscored::ValueUnknown, ..) => say!(fmt, "note-value-unknown"),
    }
}

/// What settles the provisional types of so many customers.
fn settle(fmt: &Formatter<'_>, customers: u32, fill_in: &[FactName]) -> String {
    if fill_in.is_empty() {
        return say!(fmt, "note-provisional");
    }
    say!(fmt, "note-provisional-fill", n = customers, facts = fmt.facts(fill_in))
}

/// The message with what shows a sign.
const fn sign_id(sign: LedgerSign) -> &'static str {
    match sign {
        LedgerSign::AcquisitionCost => "measure-acquisition-cost",
        LedgerSign::SupportCost => "measure-support-cost",
        LedgerSign::Payments => "payments",
    }
}

const fn missing_id(missing: MissingData) -> &'static str {
    match missing {
        MissingData::AcquisitionCost => "missing-acquisition-cost",
        MissingData::SupportCost => "missing-support-cost",
        MissingData::Payments => "missing-payments",
        MissingData::Margin => "missing-margin",
        MissingData::Size => "missing-size",
        MissingData::Sectors => "missing-sectors",
        MissingData::Gifts => "missing-gifts",
        MissingData::Leads => "missing-leads",
    }
}
